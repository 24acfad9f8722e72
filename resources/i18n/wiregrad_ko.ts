<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wiregrad</source>
        <translation>Wiregrad 정보</translation>
    </message>
    <message>
        <source>Learn how neural networks learn, by building, watching and predicting.</source>
        <translation>직접 만들고, 지켜보고, 예측하면서 신경망이 어떻게 학습하는지 배웁니다.</translation>
    </message>
    <message>
        <source>Version {version}, with Python {python} and Qt {qt}</source>
        <translation>버전 {version}, Python {python}, Qt {qt}</translation>
    </message>
    <message>
        <source>Free software under the MIT license. Icons from Lucide, under the ISC license.</source>
        <translation>MIT 라이선스의 자유 소프트웨어입니다. 아이콘은 ISC 라이선스의 Lucide입니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>이 창을 닫습니다</translation>
    </message>
</context>
<context>
    <name>AccumulatePanel</name>
    <message>
        <source>&amp;Backward (accumulate)</source>
        <translation>역전파(누적)(&amp;B)</translation>
    </message>
    <message>
        <source>Run the backward pass and add its gradients to those that are stored</source>
        <translation>역전파를 실행하고 그 기울기를 저장된 기울기에 더합니다</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Forget the stored gradients: afterwards none is computed</source>
        <translation>저장된 기울기를 지웁니다. 그 뒤에는 계산된 기울기가 없습니다</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>this pass</source>
        <translation>이번 역전파</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>The gradient of one backward pass now, and the sum that is stored</source>
        <translation>지금 역전파 한 번의 기울기와, 저장된 합</translation>
    </message>
    <message>
        <source>Stored gradients</source>
        <translation>저장된 기울기</translation>
    </message>
    <message>
        <source>Frameworks add every backward pass to the gradients that are there. Run it several times, change inputs in between, and watch what is stored.</source>
        <translation>프레임워크는 역전파를 할 때마다 그 결과를 이미 있는 기울기에 더합니다. 여러 번 실행하고, 중간에 입력을 바꾸면서 무엇이 저장되는지 살펴보세요.</translation>
    </message>
    <message>
        <source>Passes since clearing: {0}</source>
        <translation>지운 뒤 역전파 횟수: {0}</translation>
    </message>
    <message>
        <source>stored {0}</source>
        <translation>저장 {0}</translation>
    </message>
    <message>
        <source>Nothing is stored yet. Not computed is not the same as 0.</source>
        <translation>아직 저장된 것이 없습니다. 계산되지 않은 것은 0과 다릅니다.</translation>
    </message>
    <message>
        <source>One pass since clearing: what is stored is the gradient.</source>
        <translation>지운 뒤 한 번 실행했습니다. 저장된 값이 바로 기울기입니다.</translation>
    </message>
    <message>
        <source>⚠ Not cleared: {0} has {1} stored, the sum of {2} passes at different inputs, where its gradient now is {3}. A step against it follows gradients of places left long ago. A training loop clears before every backward pass.</source>
        <translation>⚠ 지우지 않았습니다: {0}에 {1}{이/가} 저장되어 있습니다. 서로 다른 입력에서 실행한 역전파 {2}번의 합이며, 지금의 기울기는 {3}입니다. 이 값으로 갱신하면 이미 떠난 점의 기울기를 따르게 됩니다(그래서 학습 루프는 역전파 전에 매번 zero_grad()를 부릅니다).</translation>
    </message>
    <message>
        <source>⚠ Not cleared: {0} has {1} stored, the sum of {2} passes, where its gradient is {3}. A step against it is {2} times too long. A training loop clears before every backward pass.</source>
        <translation>⚠ 지우지 않았습니다: {0}에 {1}{이/가} 저장되어 있습니다. 역전파 {2}번의 합이며, 기울기는 {3}입니다. 이 값으로 갱신하면 이동량이 {2}배가 됩니다(그래서 학습 루프는 역전파 전에 매번 zero_grad()를 부릅니다).</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>&amp;Open what was copied</source>
        <translation>복사한 내용 열기(&amp;O)</translation>
    </message>
    <message>
        <source>Open a copied file, its text, weights or a range of a spreadsheet in the space that reads it</source>
        <translation>복사한 파일, 파일의 텍스트, 가중치, 스프레드시트의 범위를 그것을 읽는 공간에서 엽니다</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>환경설정(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose language, colors, size and precision</source>
        <translation>언어, 색, 크기, 자릿수를 고릅니다</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>크게(&amp;L)</translation>
    </message>
    <message>
        <source>Make everything larger, for a projector</source>
        <translation>모든 것을 더 크게 보여 줍니다(프로젝터용)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>작게(&amp;S)</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>모든 것을 더 작게 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>원래 크기(&amp;N)</translation>
    </message>
    <message>
        <source>Show everything at its normal size</source>
        <translation>모든 것을 원래 크기로 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Dark or light</source>
        <translation>어둡게 또는 밝게(&amp;D)</translation>
    </message>
    <message>
        <source>Switch between dark and light colors</source>
        <translation>어두운 색과 밝은 색을 서로 바꿉니다</translation>
    </message>
    <message>
        <source>P&amp;resent</source>
        <translation>발표(&amp;R)</translation>
    </message>
    <message>
        <source>Fill the screen and hide bars and menus; Escape comes back</source>
        <translation>화면을 가득 채우고 막대와 메뉴를 숨깁니다. Esc를 누르면 돌아옵니다</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>배우기(&amp;L)</translation>
    </message>
    <message>
        <source>Be led step by step by lessons, or fold them away</source>
        <translation>레슨을 따라 단계별로 배우거나, 레슨을 접습니다</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>다음 영역(&amp;N)</translation>
    </message>
    <message>
        <source>Give the keys to the next part of the window</source>
        <translation>창의 다음 영역으로 키보드 초점을 옮깁니다</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>이전 영역(&amp;V)</translation>
    </message>
    <message>
        <source>Give the keys to the part of the window before</source>
        <translation>창의 이전 영역으로 키보드 초점을 옮깁니다</translation>
    </message>
    <message>
        <source>Switch the language to {0} ({1})</source>
        <translation>언어를 {0}{으로/로} 바꿉니다({1})</translation>
    </message>
    <message>
        <source>Switch the language to {0}</source>
        <translation>언어를 {0}{으로/로} 바꿉니다</translation>
    </message>
    <message>
        <source>&amp;What’s this?</source>
        <translation>이게 무엇인가요?(&amp;W)</translation>
    </message>
    <message>
        <source>Click anything to read what it is</source>
        <translation>무엇이든 클릭하면 설명을 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>List every action and its key</source>
        <translation>모든 동작과 단축키를 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;About Wiregrad</source>
        <translation>Wiregrad 정보(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is, and its version</source>
        <translation>이 프로그램의 소개와 버전입니다</translation>
    </message>
</context>
<context>
    <name>ActivationFacts</name>
    <message>
        <source>{0} where it can be computed</source>
        <translation>계산할 수 있는 범위에서 {0}</translation>
    </message>
    <message>
        <source>grows without end</source>
        <translation>끝없이 커짐</translation>
    </message>
    <message>
        <source>approaches {0}, never reached</source>
        <translation>{0}에 다가가지만 닿지 않음</translation>
    </message>
    <message>
        <source>{0} at x = {1}</source>
        <translation>x = {1}에서 {0}</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{1}에서 {0}</translation>
    </message>
    <message>
        <source>every x</source>
        <translation>모든 x</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} (slope &lt; {1})</source>
        <translation>{0}(도함수 값 &lt; {1})</translation>
    </message>
    <message>
        <source>no mean: not defined for every x</source>
        <translation>평균 없음: 모든 x에서 정의되지는 않음</translation>
    </message>
    <message>
        <source>no mean that can be computed from |x| &lt; 10</source>
        <translation>|x| &lt; 10에서는 평균을 계산할 수 없음</translation>
    </message>
    <message>
        <source>yes (mean output {0})</source>
        <translation>예(평균 출력 {0})</translation>
    </message>
    <message>
        <source>no (mean output {0})</source>
        <translation>아니요(평균 출력 {0})</translation>
    </message>
    <message>
        <source>wherever it is defined</source>
        <translation>정의된 모든 곳</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>모든 곳에서 가능</translation>
    </message>
    <message>
        <source>except at x = {0}</source>
        <translation>x = {0} 제외</translation>
    </message>
    <message>
        <source>except at x = {0}; used there: {1}</source>
        <translation>x = {0} 제외, 그곳에서 쓰는 값: {1}</translation>
    </message>
    <message>
        <source>no: it rises and falls</source>
        <translation>아니요: 증가하기도 감소하기도 함</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>상수 함수</translation>
    </message>
    <message>
        <source>yes: it never falls</source>
        <translation>예: 감소하지 않음</translation>
    </message>
    <message>
        <source>yes: it never rises</source>
        <translation>예: 증가하지 않음</translation>
    </message>
    <message>
        <source>{0}: a number on the way is too large or too small for double precision</source>
        <translation>{0}: 계산 도중의 수가 배정밀도로 나타내기에 너무 크거나 너무 작습니다</translation>
    </message>
</context>
<context>
    <name>ActivationFiles</name>
    <message>
        <source>Begin with the first functions anew</source>
        <translation>처음 함수들로 새로 시작합니다</translation>
    </message>
    <message>
        <source>Open activations from a file</source>
        <translation>파일에서 활성화 함수 설정을 엽니다</translation>
    </message>
    <message>
        <source>Save all that is set in this space to its file</source>
        <translation>이 공간의 모든 설정을 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save all that is set in this space to another file</source>
        <translation>이 공간의 모든 설정을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Open activations</source>
        <translation>활성화 함수 열기</translation>
    </message>
    <message>
        <source>Save activations</source>
        <translation>활성화 함수 저장</translation>
    </message>
    <message>
        <source>Save the changes to the activations “{0}”?</source>
        <translation>활성화 함수 “{0}”의 변경 사항을 저장할까요?</translation>
    </message>
    <message>
        <source>The activations were not saved. {0}</source>
        <translation>활성화 함수를 저장하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>Wiregrad activations</source>
        <translation>Wiregrad 활성화 함수</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
</context>
<context>
    <name>ActivationGate</name>
    <message>
        <source>{0} from the activations</source>
        <translation>활성화 함수 공간에서 온 {0}</translation>
    </message>
</context>
<context>
    <name>ActivationHistory</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change in this space back</source>
        <translation>이 공간에서 마지막으로 바꾼 것을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>되돌린 것을 다시 실행합니다</translation>
    </message>
</context>
<context>
    <name>ActivationWords</name>
    <message>
        <source>saturation shaded</source>
        <translation>포화 구간 음영</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>접선</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>flat below</source>
        <translation>포화 기준</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층 수</translation>
    </message>
    <message>
        <source>units</source>
        <translation>유닛 수</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>view: curves</source>
        <translation>보기: 곡선</translation>
    </message>
    <message>
        <source>view: signals</source>
        <translation>보기: 신호</translation>
    </message>
    <message>
        <source>view: linear layers</source>
        <translation>보기: 선형 층</translation>
    </message>
    <message>
        <source>throwing {0} away</source>
        <translation>{0} 삭제</translation>
    </message>
    <message>
        <source>showing {0}</source>
        <translation>{0} 표시</translation>
    </message>
    <message>
        <source>hiding {0}</source>
        <translation>{0} 숨기기</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>linear layers</source>
        <translation>선형 층</translation>
    </message>
</context>
<context>
    <name>ActivationsPage</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Curve, slope and what is left of a gradient after n layers</source>
        <translation>곡선과 도함수, 그리고 n개 층을 지난 뒤 남는 기울기</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>How outputs and gradients spread through a deep network</source>
        <translation>출력과 기울기가 깊은 신경망을 지나며 퍼지는 모습</translation>
    </message>
    <message>
        <source>Linear layers</source>
        <translation>선형층</translation>
    </message>
    <message>
        <source>Why layers need something curved between them</source>
        <translation>층 사이에 비선형 함수가 필요한 까닭</translation>
    </message>
    <message>
        <source>Reset the plots</source>
        <translation>그래프를 처음 상태로</translation>
    </message>
    <message>
        <source>Show the first view of both plots again</source>
        <translation>두 그래프를 처음 보기로 되돌립니다</translation>
    </message>
    <message>
        <source>“{0}” is no function of one number, so it has no curve.</source>
        <translation>“{0}”{은/는} 수 하나의 함수가 아니므로 곡선이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Aligning</name>
    <message>
        <source>align</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>distribute</source>
        <translation>고르게 놓기</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{0} nodes are selected</source>
        <translation>노드 {0}개를 선택했습니다</translation>
    </message>
    <message>
        <source>wire from {0} to {1}</source>
        <translation>{0} → {1} 연결선</translation>
    </message>
</context>
<context>
    <name>AnswerEditor</name>
    <message>
        <source>Enter takes the answer, Tab goes on to the next box, Escape leaves it.</source>
        <translation>Enter는 답을 제출하고, Tab은 다음 칸으로 가며, Esc는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Type as a table</source>
        <translation>표로 입력</translation>
    </message>
    <message>
        <source>Type the answer as a table (Ctrl+T)</source>
        <translation>답을 표로 입력합니다(Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>AnswerTyping</name>
    <message>
        <source>Click and type the number; Enter takes it.</source>
        <translation>클릭하고 수를 입력하세요. Enter를 누르면 제출됩니다.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>What you choose is not kept: {0} cannot be written.</source>
        <translation>환경설정이 저장되지 않습니다. {0} 파일에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file of your preferences is damaged, and what could not be read is as at first: {0}</source>
        <translation>환경설정 파일이 손상되어, 읽지 못한 항목은 기본값으로 시작합니다: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be shown: no installed font has its letters. Install one, on Debian and Ubuntu the package {1}, and start Wiregrad again.</source>
        <translation>{0}{을/를} 표시할 수 있는 글꼴이 없습니다. 글꼴을 설치한 뒤(데비안과 우분투에서는 {1} 패키지) Wiregrad를 다시 시작하세요.</translation>
    </message>
</context>
<context>
    <name>ArithmeticCard</name>
    <message>
        <source>Click on a sample or a row, then on a neuron, to see how it comes to its output; click on a weight or bias to see what the next step does to it.</source>
        <translation>샘플이나 행을 클릭한 다음 뉴런을 클릭하면 출력이 어떻게 나오는지 봅니다. 가중치나 편향을 클릭하면 다음 단계에서 어떻게 바뀌는지 봅니다.</translation>
    </message>
    <message>
        <source>Output of {0} for the chosen sample</source>
        <translation>선택한 샘플에 대한 {0}의 출력</translation>
    </message>
    <message>
        <source>Next step of {0}</source>
        <translation>{0}의 다음 단계</translation>
    </message>
    <message>
        <source>The chosen sample alone: {0}</source>
        <translation>선택한 샘플만: {0}</translation>
    </message>
    <message>
        <source>Pause to see this step&apos;s numbers.</source>
        <translation>학습을 멈추면 이 단계의 수를 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ArrowsBar</name>
    <message>
        <source>downhill</source>
        <translation>내리막</translation>
    </message>
    <message>
        <source>An arrow against the gradient, the steepest way down</source>
        <translation>기울기의 반대 방향, 곧 가장 가파른 내리막을 가리키는 화살표입니다</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>An arrow for the velocity, or for the mean of the gradients, turned down</source>
        <translation>속도, 또는 내리막으로 돌린 기울기 평균을 나타내는 화살표입니다</translation>
    </message>
    <message>
        <source>step taken</source>
        <translation>이번 이동</translation>
    </message>
    <message>
        <source>An arrow for the step that is taken</source>
        <translation>이번 단계의 이동을 나타내는 화살표입니다</translation>
    </message>
    <message>
        <source>second moment</source>
        <translation>2차 모멘트</translation>
    </message>
    <message>
        <source>Two squares for the second moment: below at the right the first coordinate&apos;s, above at the left the second&apos;s. The larger one, the shorter the step that way</source>
        <translation>2차 모멘트를 나타내는 두 정사각형입니다. 오른쪽 아래는 첫째 좌표, 왼쪽 위는 둘째 좌표의 것이며, 클수록 그 방향의 이동량이 작아집니다</translation>
    </message>
    <message>
        <source>look-ahead point</source>
        <translation>내다본 점</translation>
    </message>
    <message>
        <source>The point at which Nesterov&apos;s momentum takes its gradient</source>
        <translation>네스테로프 모멘텀이 기울기를 구하는 점입니다</translation>
    </message>
</context>
<context>
    <name>AuthorPanel</name>
    <message>
        <source>Nothing was done since the step began that a command could do again.</source>
        <translation>단계가 시작된 뒤로 명령으로 다시 할 수 있는 일이 없었습니다.</translation>
    </message>
    <message>
        <source>Give a wrong answer first; then it can be foreseen.</source>
        <translation>먼저 틀린 답을 하세요. 그러면 그 답을 예상된 오답으로 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Add wrong answer</source>
        <translation>오답 추가</translation>
    </message>
    <message>
        <source>What is said to who answers {0}:</source>
        <translation>답이 {0}일 때 할 말:</translation>
    </message>
    <message>
        <source>The lesson is in this language: {0}</source>
        <translation>레슨의 언어: {0}</translation>
    </message>
    <message>
        <source>Record state here</source>
        <translation>지금 상태 기록</translation>
    </message>
    <message>
        <source>Let this step open what the page shows now</source>
        <translation>이 단계가 지금 페이지에 보이는 것을 열게 합니다</translation>
    </message>
    <message>
        <source>Record solution</source>
        <translation>풀이 기록</translation>
    </message>
    <message>
        <source>Let this step be solved by what was done on the page since it began</source>
        <translation>단계가 시작된 뒤 페이지에서 한 일을 이 단계의 풀이로 삼습니다</translation>
    </message>
    <message>
        <source>Foresee the wrong answer that was just given</source>
        <translation>방금 한 틀린 답을 예상된 오답으로 넣습니다</translation>
    </message>
    <message>
        <source>Next numbers</source>
        <translation>다음 수</translation>
    </message>
    <message>
        <source>Play this step with the numbers of the next seed</source>
        <translation>다음 시드의 수로 이 단계를 해 봅니다</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Show the lesson in the next language</source>
        <translation>레슨을 다음 언어로 보여 줍니다</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>검사 그만두기</translation>
    </message>
    <message>
        <source>Wait no longer for the check; saving a file of the lesson begins it anew</source>
        <translation>검사를 더 기다리지 않습니다. 레슨의 파일을 저장하면 다시 검사합니다</translation>
    </message>
    <message>
        <source>Faults of the lesson</source>
        <translation>레슨의 오류</translation>
    </message>
    <message>
        <source>Click a fault to copy it</source>
        <translation>오류를 클릭하면 복사됩니다</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>검사를 그만두었습니다.</translation>
    </message>
    <message>
        <source>No faults.</source>
        <translation>오류가 없습니다.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Written into {0}.</source>
        <translation>{0}에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Your work is not kept in case of a crash: {}</source>
        <translation>프로그램이 비정상 종료되면 작업을 되찾을 수 없습니다: {}</translation>
    </message>
</context>
<context>
    <name>BasinsView</name>
    <message>
        <source>Method of the basins</source>
        <translation>유역을 구할 옵티마이저</translation>
    </message>
    <message>
        <source>How many starts</source>
        <translation>시작점의 수</translation>
    </message>
    <message>
        <source>Send the method down from every start again</source>
        <translation>옵티마이저를 모든 시작점에서 다시 내려보냅니다</translation>
    </message>
    <message>
        <source>basin</source>
        <translation>유역</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>최소점</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>How many starts come to each minimum</source>
        <translation>각 최소점에 도달하는 시작점의 수</translation>
    </message>
    <message>
        <source>The share of all starts that comes to each minimum</source>
        <translation>전체 시작점 중 각 최소점에 도달하는 비율</translation>
    </message>
    <message>
        <source>Basins of attraction</source>
        <translation>수렴 유역</translation>
    </message>
    <message>
        <source>Each point has the colour and hatching of the minimum it leads to</source>
        <translation>각 점은 도달하는 최소점의 색과 빗금으로 칠해집니다</translation>
    </message>
    <message>
        <source>Every point of the plane is a start. Its colour, its hatching and the letter say to which minimum the method comes from there; a click sets the start of the race.</source>
        <translation>평면의 모든 점이 시작점입니다. 색과 빗금과 글자는 옵티마이저가 그곳에서 시작해 도달하는 최소점을 나타냅니다. 클릭하면 경주의 시작점이 됩니다.</translation>
    </message>
    <message>
        <source>Given up before there was a picture; “Compute” begins again.</source>
        <translation>그림이 나오기 전에 계산을 그만두었습니다. ‘계산’을 누르면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Given up; the picture is the one before.</source>
        <translation>계산을 그만두었습니다. 그림은 이전 결과입니다.</translation>
    </message>
    <message>
        <source>{0}: {1} starts, {2} steps each.</source>
        <translation>{0}: 시작점 {1}개, 각 {2}단계.</translation>
    </message>
    <message>
        <source>The view holds no separate minimum.</source>
        <translation>보이는 범위에 따로 떨어진 최소점이 없습니다.</translation>
    </message>
    <message>
        <source>{0} others</source>
        <translation>나머지 {0}개</translation>
    </message>
    <message>
        <source>· under way</source>
        <translation>· 가는 중</translation>
    </message>
    <message>
        <source>× diverged</source>
        <translation>× 발산</translation>
    </message>
    <message>
        <source>More starts show finer edges and take longer</source>
        <translation>시작점이 많을수록 경계가 세밀하고 더 오래 걸립니다</translation>
    </message>
    <message>
        <source>{0} × {0} starts</source>
        <translation>{0} × {0} 시작점</translation>
    </message>
</context>
<context>
    <name>BatchField</name>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Each step sees all samples.</source>
        <translation>한 단계에서 모든 샘플을 씁니다.</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>Each step sees some of the samples.</source>
        <translation>한 단계에서 샘플의 일부를 씁니다.</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>Each step sees a single sample.</source>
        <translation>한 단계에서 샘플 하나를 씁니다.</translation>
    </message>
    <message>
        <source>Samples in one step</source>
        <translation>한 단계의 샘플 수</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Of {0} rows a step sees {1}, others each time, at a lower rate: it takes a small part of the time, and {2} steps see every row once.</source>
        <translation>{0}행 중 한 단계에서 매번 다른 {1}행만 보고 학습률을 낮춥니다. 한 단계에 걸리는 시간이 훨씬 짧고, {2}단계면 모든 행을 한 번씩 봅니다.</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Prediction over the inputs</source>
        <translation>입력 평면 위의 예측</translation>
    </message>
    <message>
        <source>Point at a place to see what every neuron gives there; click on a sample to send it through the network</source>
        <translation>한 곳을 가리키면 그곳에서 모든 뉴런이 내는 값을 봅니다. 샘플을 클릭하면 그 샘플을 신경망에 통과시킵니다</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Paint the class predicted instead of how likely it is</source>
        <translation>확률 대신 예측한 클래스를 칠합니다</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Show the samples that are kept out of the training</source>
        <translation>학습에 쓰지 않고 남겨 둔 샘플을 표시합니다</translation>
    </message>
    <message>
        <source>Points: targets, line: predictions</source>
        <translation>점: 목표값, 선: 예측</translation>
    </message>
    <message>
        <source>✕ not right</source>
        <translation>✕ 맞지 않음</translation>
    </message>
    <message>
        <source>hollow: test</source>
        <translation>속이 빈 점: 테스트</translation>
    </message>
    <message>
        <source>pale: far from this plane</source>
        <translation>옅은 점: 이 평면에서 먼 샘플</translation>
    </message>
    <message>
        <source>Points: {0}, line: its prediction</source>
        <translation>점: {0}, 선: 그 예측값</translation>
    </message>
    <message>
        <source>Colour: target of a point, prediction of the ground</source>
        <translation>색: 점은 목표값, 바탕은 예측값</translation>
    </message>
    <message>
        <source>Colour: {0} of a point, its prediction of the ground</source>
        <translation>색: 점은 {0}, 바탕은 그 예측값</translation>
    </message>
    <message>
        <source>from {0} (orange) to {1} (blue)</source>
        <translation>{0}(주황)부터 {1}(파랑)까지</translation>
    </message>
    <message>
        <source>ŷ({0}) = {1}</source>
        <translation>ŷ({0}) = {1}</translation>
    </message>
</context>
<context>
    <name>CalmerOffer</name>
    <message>
        <source>Trying smaller learning rates …</source>
        <translation>더 작은 학습률을 시도하는 중…</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>시도 그만두기</translation>
    </message>
    <message>
        <source>Offer no other learning rate for this race</source>
        <translation>이 경주에 다른 학습률을 제안하지 않습니다</translation>
    </message>
    <message>
        <source>Tried for {0} steps: with {1} the loss ends below the start&apos;s.</source>
        <translation>{0}단계까지 시도: 학습률이 {1}{이/}면 손실이 시작할 때보다 작아집니다.</translation>
    </message>
    <message>
        <source>Tried for {0}: no smaller rate leads down.</source>
        <translation>{0}: 손실을 줄이는 더 작은 학습률을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Take what was tried</source>
        <translation>시도한 학습률 적용</translation>
    </message>
    <message>
        <source>Race again with what was seen to lead down</source>
        <translation>손실이 줄어드는 것을 확인한 학습률로 다시 경주합니다</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Take the last step back</source>
        <translation>마지막 동작을 되돌립니다</translation>
    </message>
    <message>
        <source>Make the step again</source>
        <translation>되돌린 동작을 다시 합니다</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Move the selected nodes to the clipboard</source>
        <translation>선택한 노드를 클립보드로 옮깁니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected nodes as text</source>
        <translation>선택한 노드를 텍스트로 복사합니다</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Paste nodes at the pointer</source>
        <translation>포인터 위치에 노드를 붙여넣습니다</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Copy the selected nodes; a click puts the copies down</source>
        <translation>선택한 노드를 복제합니다. 클릭하면 복제본이 그 자리에 놓입니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the selected nodes and wires</source>
        <translation>선택한 노드와 연결선을 삭제합니다</translation>
    </message>
    <message>
        <source>Delete and reconnect</source>
        <translation>삭제하고 다시 잇기</translation>
    </message>
    <message>
        <source>Delete the selected gates and lead their wires on</source>
        <translation>선택한 게이트를 삭제하고 연결선을 앞뒤로 이어 줍니다</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Every node</source>
        <translation>모든 노드를 선택합니다</translation>
    </message>
    <message>
        <source>Select linked</source>
        <translation>이어진 노드 선택</translation>
    </message>
    <message>
        <source>Everything that hangs together with the selection</source>
        <translation>선택한 것과 이어진 모든 노드를 선택합니다</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>값 편집</translation>
    </message>
    <message>
        <source>Type another value</source>
        <translation>다른 값을 입력합니다</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Give the node another name</source>
        <translation>노드에 다른 이름을 붙입니다</translation>
    </message>
    <message>
        <source>Collapse card</source>
        <translation>카드 접기</translation>
    </message>
    <message>
        <source>Let the selected cards show what they are called and no numbers, or all again</source>
        <translation>선택한 카드를 이름만 보이게 접거나 다시 펼칩니다</translation>
    </message>
    <message>
        <source>Set as result</source>
        <translation>결과로 지정</translation>
    </message>
    <message>
        <source>Make this node the output whose gradients are taken</source>
        <translation>이 노드를 출력으로 삼아 기울기를 구합니다</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Lay the nodes out in layers</source>
        <translation>노드를 층별로 배치합니다</translation>
    </message>
    <message>
        <source>Add node …</source>
        <translation>노드 추가…</translation>
    </message>
    <message>
        <source>Search an operation (Tab)</source>
        <translation>연산 찾기(Tab)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>더 크게 봅니다</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>더 작게 봅니다</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100%로 보기</translation>
    </message>
    <message>
        <source>The canvas at its own size</source>
        <translation>캔버스를 원래 크기로 봅니다</translation>
    </message>
    <message>
        <source>Zoom to fit</source>
        <translation>화면에 맞추기</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체를 보여 줍니다</translation>
    </message>
    <message>
        <source>Map of large graphs</source>
        <translation>큰 그래프의 지도</translation>
    </message>
    <message>
        <source>Show the whole of a graph that does not fit in a corner; click there to go there</source>
        <translation>화면에 다 들어오지 않는 그래프의 전체 모습을 구석에 표시합니다. 클릭하면 그곳으로 이동합니다.</translation>
    </message>
    <message>
        <source>Undo {}</source>
        <translation>{} 실행 취소</translation>
    </message>
    <message>
        <source>Redo {}</source>
        <translation>{} 다시 실행</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>왼쪽 가장자리</translation>
    </message>
    <message>
        <source>Bring the left edges of the selected nodes into line</source>
        <translation>선택한 노드의 왼쪽 가장자리를 한 줄로 맞춥니다</translation>
    </message>
    <message>
        <source>Centers</source>
        <translation>가로 가운데</translation>
    </message>
    <message>
        <source>Put the selected nodes under one another</source>
        <translation>선택한 노드를 위아래로 나란히 놓습니다</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>오른쪽 가장자리</translation>
    </message>
    <message>
        <source>Bring the right edges of the selected nodes into line</source>
        <translation>선택한 노드의 오른쪽 가장자리를 한 줄로 맞춥니다</translation>
    </message>
    <message>
        <source>Top edges</source>
        <translation>위쪽 가장자리</translation>
    </message>
    <message>
        <source>Bring the top edges of the selected nodes into line</source>
        <translation>선택한 노드의 위쪽 가장자리를 한 줄로 맞춥니다</translation>
    </message>
    <message>
        <source>Middles</source>
        <translation>세로 가운데</translation>
    </message>
    <message>
        <source>Put the selected nodes beside one another</source>
        <translation>선택한 노드를 옆으로 나란히 놓습니다</translation>
    </message>
    <message>
        <source>Bottom edges</source>
        <translation>아래쪽 가장자리</translation>
    </message>
    <message>
        <source>Bring the bottom edges of the selected nodes into line</source>
        <translation>선택한 노드의 아래쪽 가장자리를 한 줄로 맞춥니다</translation>
    </message>
    <message>
        <source>Equal gaps from left to right</source>
        <translation>가로 간격 같게</translation>
    </message>
    <message>
        <source>Distribute the selected nodes; the outermost stay</source>
        <translation>선택한 노드를 고르게 놓습니다. 가장 바깥 노드는 그대로입니다</translation>
    </message>
    <message>
        <source>Equal gaps from top to bottom</source>
        <translation>세로 간격 같게</translation>
    </message>
    <message>
        <source>Add to frame</source>
        <translation>프레임에 넣기</translation>
    </message>
    <message>
        <source>Frame selection</source>
        <translation>선택한 노드에 프레임 두르기</translation>
    </message>
    <message>
        <source>Put a titled frame with a note round the selected nodes</source>
        <translation>선택한 노드에 제목과 메모가 있는 프레임을 두릅니다</translation>
    </message>
    <message>
        <source>Edit title and note</source>
        <translation>제목과 메모 편집</translation>
    </message>
    <message>
        <source>Write on the frame of the selected nodes</source>
        <translation>선택한 노드의 프레임에 글을 씁니다</translation>
    </message>
    <message>
        <source>Take the selected nodes into a frame, wherever they stand</source>
        <translation>선택한 노드를 어디에 있든 프레임에 넣습니다</translation>
    </message>
    <message>
        <source>Take out of frame</source>
        <translation>프레임에서 빼기</translation>
    </message>
    <message>
        <source>The selected nodes no longer belong to their frame</source>
        <translation>선택한 노드가 더는 프레임에 속하지 않습니다</translation>
    </message>
    <message>
        <source>Next color of the frame</source>
        <translation>프레임의 다음 색</translation>
    </message>
    <message>
        <source>Give the frame another of six colors</source>
        <translation>프레임에 여섯 색 중 다른 색을 줍니다</translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>프레임 없애기</translation>
    </message>
    <message>
        <source>Take the frame away; its nodes stay</source>
        <translation>프레임을 없애고 노드는 남깁니다</translation>
    </message>
    <message>
        <source>Group into one gate</source>
        <translation>게이트 하나로 묶기</translation>
    </message>
    <message>
        <source>Make one gate of the selected gates; values and gradients stay the same</source>
        <translation>선택한 게이트를 하나의 게이트로 만듭니다. 값과 기울기는 그대로입니다</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>그룹 풀기</translation>
    </message>
    <message>
        <source>Show the gates of the selected group again</source>
        <translation>선택한 그룹의 게이트를 다시 표시합니다</translation>
    </message>
    <message>
        <source>Enter group</source>
        <translation>그룹 안으로 들어가기</translation>
    </message>
    <message>
        <source>Show the inside of the selected group (double-click)</source>
        <translation>선택한 그룹의 안을 표시합니다(두 번 클릭)</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>그룹에서 나가기</translation>
    </message>
    <message>
        <source>Go out to what holds this group (Esc)</source>
        <translation>이 그룹을 담고 있는 곳으로 나갑니다(Esc)</translation>
    </message>
    <message>
        <source>Keep in My gates</source>
        <translation>내 게이트에 보관</translation>
    </message>
    <message>
        <source>Put the selected group into the palette, for every graph</source>
        <translation>선택한 그룹을 팔레트에 넣어 모든 그래프에서 씁니다</translation>
    </message>
    <message>
        <source>Ten pixels; a series of presses is one step to undo</source>
        <translation>10픽셀씩 옮깁니다. 이어서 누르면 실행 취소 한 단계입니다</translation>
    </message>
    <message>
        <source>One pixel; a series of presses is one step to undo</source>
        <translation>1픽셀씩 옮깁니다. 이어서 누르면 실행 취소 한 단계입니다</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>왼쪽으로 이동</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>오른쪽으로 이동</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Move left finely</source>
        <translation>왼쪽으로 조금 이동</translation>
    </message>
    <message>
        <source>Move right finely</source>
        <translation>오른쪽으로 조금 이동</translation>
    </message>
    <message>
        <source>Move up finely</source>
        <translation>위로 조금 이동</translation>
    </message>
    <message>
        <source>Move down finely</source>
        <translation>아래로 조금 이동</translation>
    </message>
    <message>
        <source>How its numbers come about</source>
        <translation>수가 나온 과정</translation>
    </message>
    <message>
        <source>The arithmetic of the selected node&apos;s numbers, one after the other</source>
        <translation>선택한 노드의 수들이 계산된 과정을 하나씩 보입니다</translation>
    </message>
    <message>
        <source>Edit value as table …</source>
        <translation>값을 표로 편집…</translation>
    </message>
    <message>
        <source>A table of rows and columns; it also makes a vector of a number</source>
        <translation>행과 열로 된 표입니다. 수를 벡터로 바꿀 수도 있습니다</translation>
    </message>
    <message>
        <source>More digits</source>
        <translation>자릿수 늘리기</translation>
    </message>
    <message>
        <source>Show one more digit after the point</source>
        <translation>소수점 아래 자릿수를 하나 늘립니다</translation>
    </message>
    <message>
        <source>Fewer digits</source>
        <translation>자릿수 줄이기</translation>
    </message>
    <message>
        <source>Show one digit less after the point</source>
        <translation>소수점 아래 자릿수를 하나 줄입니다</translation>
    </message>
    <message>
        <source>Shapes on wires</source>
        <translation>연결선에 모양 표시</translation>
    </message>
    <message>
        <source>Write the shapes of vectors and matrices beside them</source>
        <translation>벡터와 행렬 옆에 모양을 적습니다</translation>
    </message>
    <message>
        <source>Names of unnamed gates</source>
        <translation>이름 없는 게이트의 이름 표시</translation>
    </message>
    <message>
        <source>Write on each gate that nobody named the name that cards and lists use for it</source>
        <translation>이름을 붙이지 않은 게이트마다 카드와 목록에서 부르는 이름을 적습니다</translation>
    </message>
    <message>
        <source>Light what the selection depends on</source>
        <translation>선택과 이어진 부분 강조</translation>
    </message>
    <message>
        <source>Light all that leads to the selection and all that follows from it; the rest fades</source>
        <translation>선택으로 이어지는 것과 선택에서 나오는 것을 모두 밝히고 나머지는 흐리게 합니다</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>통과시키기</translation>
    </message>
    <message>
        <source>The gate hands its first fitting input on unchanged, and the gradient back</source>
        <translation>게이트가 모양이 맞는 첫 입력을 그대로 통과시키고, 기울기도 그대로 돌려보냅니다</translation>
    </message>
    <message>
        <source>Put a dot on the wire</source>
        <translation>연결선에 경유점 두기</translation>
    </message>
    <message>
        <source>A dot by which the wire can be led round other nodes (Alt+double-click)</source>
        <translation>연결선이 다른 노드를 돌아가게 하는 점(Alt+두 번 클릭)</translation>
    </message>
    <message>
        <source>Snap to neighbors</source>
        <translation>이웃에 맞춰 붙이기</translation>
    </message>
    <message>
        <source>Dragged nodes line up with others and straighten their wires; Alt holds it off</source>
        <translation>끄는 노드가 다른 노드와 줄을 맞추고 연결선을 곧게 폅니다. Alt를 누르고 있으면 붙지 않습니다</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Wire the two selected nodes, or choose by the arrows where the wire of one goes</source>
        <translation>선택한 두 노드를 잇거나, 한 노드의 연결선이 갈 곳을 화살표 키로 고릅니다</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Take every wire off the selected nodes</source>
        <translation>선택한 노드에서 모든 연결선을 뗍니다</translation>
    </message>
    <message>
        <source>Select a wire</source>
        <translation>연결선 선택</translation>
    </message>
    <message>
        <source>The next wire of the selected node; the arrows lead on from there</source>
        <translation>선택한 노드의 다음 연결선을 선택합니다. 거기서부터 화살표 키로 이어 갑니다</translation>
    </message>
    <message>
        <source>In Optimizers the numbers could be read that are hidden now.</source>
        <translation>최적화 공간에서는 지금 가려진 수를 알아낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Show as a loss surface</source>
        <translation>손실 곡면으로 보기</translation>
    </message>
    <message>
        <source>Show the result over its two free inputs in Optimizers; constants stay as they are</source>
        <translation>결과를 두 자유 입력에 대한 손실 곡면으로 최적화 공간에서 봅니다. 상수는 그대로 둡니다</translation>
    </message>
    <message>
        <source>Show its curve</source>
        <translation>곡선 보기</translation>
    </message>
    <message>
        <source>Show the gate&apos;s function and derivative in Activations</source>
        <translation>게이트의 함수와 도함수를 활성화 함수 공간에서 봅니다</translation>
    </message>
</context>
<context>
    <name>CanvasHints</name>
    <message>
        <source>Play or pause the walk through the gates</source>
        <translation>게이트를 따라가는 재생을 시작하거나 멈춥니다</translation>
    </message>
    <message>
        <source>One gate back or on; along the wires while a node is selected</source>
        <translation>한 게이트 뒤나 앞으로 갑니다. 노드가 선택되어 있으면 연결선을 따라갑니다</translation>
    </message>
    <message>
        <source>The wire beside the one walked along, or the nearest node</source>
        <translation>지나온 연결선의 옆 연결선이나 가장 가까운 노드로 갑니다</translation>
    </message>
    <message>
        <source>Shift + arrows</source>
        <translation>Shift + 화살표</translation>
    </message>
    <message>
        <source>Select what is walked over as well</source>
        <translation>지나가는 노드도 함께 선택합니다</translation>
    </message>
    <message>
        <source>Before the first gate; all values</source>
        <translation>첫 게이트 앞으로 가거나 모든 값을 봅니다</translation>
    </message>
    <message>
        <source>Search for an operation</source>
        <translation>연산을 찾습니다</translation>
    </message>
    <message>
        <source>Edit the value or the name of the selected node</source>
        <translation>선택한 노드의 값이나 이름을 편집합니다</translation>
    </message>
    <message>
        <source>C, then arrows and Enter</source>
        <translation>C, 그다음 화살표와 Enter</translation>
    </message>
    <message>
        <source>Choose where the wire of the selected node goes, and connect it</source>
        <translation>선택한 노드의 연결선이 갈 곳을 골라 연결합니다</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>메뉴 키, Shift+F10</translation>
    </message>
    <message>
        <source>What can be done with the selection</source>
        <translation>선택한 것으로 할 수 있는 일을 보여 줍니다</translation>
    </message>
    <message>
        <source>In an exercise: hide the numbers and ask for them</source>
        <translation>연습 문제에서: 수를 숨기고 묻습니다</translation>
    </message>
    <message>
        <source>In an exercise: a hint for the answer at hand</source>
        <translation>연습 문제에서: 지금 답할 칸의 힌트를 봅니다</translation>
    </message>
    <message>
        <source>In an exercise: reveal the answer at hand</source>
        <translation>연습 문제에서: 지금 칸의 답을 봅니다</translation>
    </message>
    <message>
        <source>In an exercise: mark every answer given so far</source>
        <translation>연습 문제에서: 지금까지 쓴 답을 모두 채점합니다</translation>
    </message>
    <message>
        <source>In an exercise: fresh numbers</source>
        <translation>연습 문제에서: 새 수를 받습니다</translation>
    </message>
    <message>
        <source>Give up what the hand is doing; select nothing</source>
        <translation>하던 동작을 그만두고 선택을 풉니다</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Search for an operation, or edit a value or name</source>
        <translation>연산을 찾거나 값이나 이름을 편집합니다</translation>
    </message>
    <message>
        <source>Drag on empty canvas</source>
        <translation>빈 캔버스에서 끌기</translation>
    </message>
    <message>
        <source>Select by a rubber band; Shift adds, Ctrl and Shift turn it round</source>
        <translation>사각형으로 선택합니다. Shift는 더하고, Ctrl과 Shift는 선택을 뒤집습니다</translation>
    </message>
    <message>
        <source>Ctrl + drag on empty canvas</source>
        <translation>Ctrl + 빈 캔버스에서 끌기</translation>
    </message>
    <message>
        <source>The knife: cut every wire that the line crosses</source>
        <translation>칼: 선이 지나는 연결선을 모두 자릅니다</translation>
    </message>
    <message>
        <source>Alt + double-click on a wire</source>
        <translation>Alt + 연결선 두 번 클릭</translation>
    </message>
    <message>
        <source>Put a dot on it, by which it can be led round other nodes</source>
        <translation>연결선이 다른 노드를 돌아가게 하는 경유점을 둡니다</translation>
    </message>
    <message>
        <source>Drag the title of a frame</source>
        <translation>프레임 제목 끌기</translation>
    </message>
    <message>
        <source>Move all its members; double-click to write on it</source>
        <translation>프레임에 든 노드를 모두 옮깁니다. 두 번 클릭하면 글을 씁니다</translation>
    </message>
    <message>
        <source>Drag a node</source>
        <translation>노드 끌기</translation>
    </message>
    <message>
        <source>Move it; Shift keeps to one axis, Alt meanwhile stops snapping</source>
        <translation>노드를 옮깁니다. Shift는 한 축만 따르고, 끄는 동안 Alt는 맞춤을 멈춥니다</translation>
    </message>
    <message>
        <source>Alt + drag a node</source>
        <translation>Alt + 노드 끌기</translation>
    </message>
    <message>
        <source>Drag a copy away</source>
        <translation>복사본을 끌어냅니다</translation>
    </message>
    <message>
        <source>Ctrl+D over the canvas</source>
        <translation>캔버스 위에서 Ctrl+D</translation>
    </message>
    <message>
        <source>Carry a copy along with the pointer; a click puts it down, Esc away</source>
        <translation>복제본이 포인터를 따라다닙니다. 클릭하면 놓이고 Esc를 누르면 사라집니다</translation>
    </message>
    <message>
        <source>Drag a node onto a wire</source>
        <translation>노드를 연결선 위로 끌기</translation>
    </message>
    <message>
        <source>Put it into the wire</source>
        <translation>연결선 사이에 끼웁니다</translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation>포트에서 끌기</translation>
    </message>
    <message>
        <source>Draw a wire; let go on empty canvas to search what it goes to</source>
        <translation>연결선을 그립니다. 빈 캔버스에 놓으면 이을 연산을 찾습니다</translation>
    </message>
    <message>
        <source>Drag a wire</source>
        <translation>연결선 끌기</translation>
    </message>
    <message>
        <source>Pull its nearer end off: plug it elsewhere or drop it</source>
        <translation>가까운 끝을 뽑아 다른 곳에 꽂거나 놓아서 지웁니다</translation>
    </message>
    <message>
        <source>Drag a number sideways</source>
        <translation>수를 옆으로 끌기</translation>
    </message>
    <message>
        <source>Change it; Shift finer, Ctrl coarser</source>
        <translation>값을 바꿉니다. Shift는 더 곱게, Ctrl은 더 크게 바꿉니다</translation>
    </message>
    <message>
        <source>Middle button, or Space + drag</source>
        <translation>가운데 버튼, 또는 Space + 끌기</translation>
    </message>
    <message>
        <source>Move the canvas, as two fingers do</source>
        <translation>두 손가락처럼 캔버스를 옮깁니다</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Zoom at the pointer; with Shift move sideways</source>
        <translation>포인터 위치에서 확대하거나 축소합니다. Shift와 함께 쓰면 옆으로 움직입니다</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Align</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>노드(&amp;N)</translation>
    </message>
    <message>
        <source>Commands of the canvas</source>
        <translation>캔버스 명령</translation>
    </message>
</context>
<context>
    <name>CanvasQuestion</name>
    <message>
        <source>{0} of {1} boxes filled in</source>
        <translation>{1}칸 중 {0}칸을 채웠습니다</translation>
    </message>
    <message>
        <source>{0} of {1} boxes right</source>
        <translation>{1}칸 중 {0}칸 맞음</translation>
    </message>
    <message>
        <source>Fill in the values on the canvas. Tab goes to the next box.</source>
        <translation>캔버스에서 값을 채우세요. Tab을 누르면 다음 칸으로 갑니다.</translation>
    </message>
    <message>
        <source>Fill in the gradients on the canvas. Tab goes to the next box.</source>
        <translation>캔버스에서 기울기를 채우세요. Tab을 누르면 다음 칸으로 갑니다.</translation>
    </message>
    <message>
        <source>In each box the first answer counts.</source>
        <translation>칸마다 처음 쓴 답으로 판정합니다.</translation>
    </message>
</context>
<context>
    <name>CanvasTooltips</name>
    <message>
        <source>Click: how this number comes about</source>
        <translation>클릭: 이 수가 나온 과정</translation>
    </message>
    <message>
        <source>Output of {}: drag a wire from here.</source>
        <translation>{}의 출력: 여기에서 연결선을 끌어내세요.</translation>
    </message>
    <message>
        <source>Input {} of {} has no wire yet: drag one from here or to here.</source>
        <translation>입력 {}({})에 아직 연결선이 없습니다. 여기에서 끌거나 여기로 끌어오세요.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>변화율</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산 안 됨</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas of the graph</source>
        <translation>그래프 캔버스</translation>
    </message>
    <message>
        <source>Arrows walk from node to node, Enter edits, Tab searches an operation to add, Delete removes.</source>
        <translation>화살표 키로 노드 사이를 옮겨 다니고, Enter로 편집하고, Tab으로 추가할 연산을 찾고, Delete로 지웁니다.</translation>
    </message>
    <message>
        <source>Drag operations here and wire their ports. Values stand above the wires, gradients below. Double-click or press Tab to search an operation.</source>
        <translation>연산을 여기로 끌어와 포트를 이으세요. 연결선 위에는 값, 아래에는 기울기가 보입니다. 두 번 클릭하거나 Tab을 누르면 연산을 찾을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CentrePane</name>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Show the race down the surface</source>
        <translation>곡면을 내려가는 경주를 보여 줍니다</translation>
    </message>
    <message>
        <source>Basins</source>
        <translation>유역</translation>
    </message>
    <message>
        <source>Basins of attraction</source>
        <translation>수렴 유역</translation>
    </message>
    <message>
        <source>Drag turns · a click sets the start · the wheel zooms · A shows all</source>
        <translation>끌면 회전 · 클릭하면 시작점 지정 · 휠로 확대 · A 키로 전체 보기</translation>
    </message>
    <message>
        <source>A click sets the start · drag moves · the wheel zooms · A shows all</source>
        <translation>클릭하면 시작점 지정 · 끌면 이동 · 휠로 확대 · A 키로 전체 보기</translation>
    </message>
    <message>
        <source>Show from which starts a method comes to which minimum</source>
        <translation>옵티마이저가 어느 시작점에서 어느 최소점에 이르는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Compare rates</source>
        <translation>학습률 비교</translation>
    </message>
    <message>
        <source>Learning-rate sweep</source>
        <translation>학습률 비교</translation>
    </message>
    <message>
        <source>Show how low each method gets with each learning rate</source>
        <translation>학습률마다 각 옵티마이저의 손실이 얼마나 낮아지는지 보여 줍니다</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Colour, hatching and letter tell the minimum; click to start there</source>
        <translation>색, 빗금, 글자가 최소점을 나타냅니다. 클릭하면 그곳에서 시작합니다</translation>
    </message>
    <message>
        <source>Click a point to race with its rate · rings are the present rates</source>
        <translation>점을 클릭하면 그 학습률로 경주합니다 · 고리는 지금의 학습률입니다</translation>
    </message>
</context>
<context>
    <name>ChainPlot</name>
    <message>
        <source>How many layers the gradient passes</source>
        <translation>기울기가 지나가는 층의 수</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Gradient through the layers</source>
        <translation>층을 지나는 기울기</translation>
    </message>
    <message>
        <source>One group of bars for each number of layers</source>
        <translation>층의 수마다 막대를 한데 모았습니다</translation>
    </message>
    <message>
        <source>Gradient through {0} layers</source>
        <translation>층 {0}개를 지나는 기울기</translation>
    </message>
    <message>
        <source>Gradient of 1 layer</source>
        <translation>층 1개의 기울기</translation>
    </message>
    <message>
        <source>The slopes met on the way from x = {0}, multiplied: what is left of a gradient after each layer of one neuron with weight 1 and bias 0.</source>
        <translation>x = {0}에서 시작해 만나는 도함수 값을 모두 곱한 값입니다. 가중치 1, 편향 0인 뉴런 하나짜리 층을 지날 때마다 기울기가 얼마나 남는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>▼ exactly 0</source>
        <translation>▼ 정확히 0</translation>
    </message>
    <message>
        <source>epoch {0}: {1}</source>
        <translation>에포크 {0}: {1}</translation>
    </message>
    <message>
        <source>Train to draw the curve</source>
        <translation>학습하면 곡선이 그려집니다</translation>
    </message>
</context>
<context>
    <name>ColumnHandle</name>
    <message>
        <source>Fold the left column</source>
        <translation>왼쪽 열을 접습니다</translation>
    </message>
    <message>
        <source>Show the left column</source>
        <translation>왼쪽 열을 펼칩니다</translation>
    </message>
    <message>
        <source>Fold the right column</source>
        <translation>오른쪽 열을 접습니다</translation>
    </message>
    <message>
        <source>Show the right column</source>
        <translation>오른쪽 열을 펼칩니다</translation>
    </message>
    <message>
        <source>{0} ({1}); drag to make it wider or narrower</source>
        <translation>{0} ({1}). 끌면 너비가 바뀝니다</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>쓰임새</translation>
    </message>
    <message>
        <source>Whether the network gets this column</source>
        <translation>이 열을 신경망의 입력으로 쓸지 정합니다</translation>
    </message>
    <message>
        <source>Whether the network is to predict this column</source>
        <translation>이 열을 신경망이 예측할지 정합니다</translation>
    </message>
    <message>
        <source>The column&apos;s name, as it stands in the table</source>
        <translation>표에 적힌 열 이름입니다</translation>
    </message>
    <message>
        <source>What stands in the column; a click takes it for something else</source>
        <translation>열에 들어 있는 값의 종류입니다. 클릭하면 다른 종류로 다룰 수 있습니다</translation>
    </message>
    <message>
        <source>The least and the largest number, or how many different words there are</source>
        <translation>가장 작은 수와 가장 큰 수, 또는 서로 다른 단어의 수입니다</translation>
    </message>
    <message>
        <source>How many of its cells are empty</source>
        <translation>비어 있는 칸의 수입니다</translation>
    </message>
    <message>
        <source>How it is written as numbers, or why it is left out</source>
        <translation>수로 바꾸는 방법, 또는 제외한 까닭입니다</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>The columns: tick what the network gets and what it is to predict</source>
        <translation>열 목록입니다. 신경망에 넣을 열과 예측할 열에 표시하세요</translation>
    </message>
    <message>
        <source>The columns of the table</source>
        <translation>표의 열</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How many epochs to train both</source>
        <translation>둘을 몇 에포크 학습시킬지</translation>
    </message>
    <message>
        <source>Same start</source>
        <translation>같은 초기화</translation>
    </message>
    <message>
        <source>Let B draw its initial weights by the same rule and seed as A</source>
        <translation>B가 A와 같은 규칙과 시드로 초기 가중치를 뽑게 합니다</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The losses of A and B</source>
        <translation>A와 B의 손실</translation>
    </message>
    <message>
        <source>The losses of A and B; the upright line is where they are now</source>
        <translation>A와 B의 손실입니다. 세로선은 지금 있는 곳입니다</translation>
    </message>
    <message>
        <source>Both start from the same weights.</source>
        <translation>둘 다 같은 가중치에서 시작합니다.</translation>
    </message>
    <message>
        <source>The networks differ; only seed and rule are the same.</source>
        <translation>신경망이 서로 달라 시드와 규칙만 같습니다.</translation>
    </message>
    <message>
        <source>They start from different weights.</source>
        <translation>서로 다른 가중치에서 시작합니다.</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>에포크 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>ConditionsPanel</name>
    <message>
        <source>Schedules of the learning rate; several at once multiply.</source>
        <translation>학습률 스케줄입니다. 여러 개를 켜면 곱해집니다.</translation>
    </message>
    <message>
        <source>Done to every gradient or point, in this order.</source>
        <translation>모든 기울기나 점에 이 순서로 적용합니다.</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>미정</translation>
    </message>
    <message>
        <source>Root mean square error: {0}</source>
        <translation>평균제곱근오차(RMSE): {0}</translation>
    </message>
    <message>
        <source>Root mean square error: {0}, R² = {1}</source>
        <translation>평균제곱근오차(RMSE): {0}, R² = {1}</translation>
    </message>
</context>
<context>
    <name>ConfusionGrid</name>
    <message>
        <source>Of {0} × “{1}”, {2} are undecided ({3}).</source>
        <translation>“{1}” {0}개 중 {2}개는 미정입니다({3}).</translation>
    </message>
    <message>
        <source>Of {0} × “{1}”, {2} are predicted right ({3}).</source>
        <translation>“{1}” {0}개 중 {2}개를 맞혔습니다({3}).</translation>
    </message>
    <message>
        <source>Of {0} × “{1}”, {2} are taken for “{4}” ({3}).</source>
        <translation>“{1}” {0}개 중 {2}개를 “{4}”{으로/로} 예측했습니다({3}).</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>How often each class, a row, was taken for which, a column; arrow keys or a click choose a cell, which is told below</source>
        <translation>행의 클래스를 열의 클래스로 몇 번 예측했는지 보여 줍니다. 화살표 키나 클릭으로 칸을 고르면 아래에 설명이 나옵니다</translation>
    </message>
    <message>
        <source>Larger…</source>
        <translation>크게…</translation>
    </message>
    <message>
        <source>Show the whole matrix in a window of its own</source>
        <translation>혼동 행렬 전체를 별도의 창에 보여 줍니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>CostPlot</name>
    <message>
        <source>The cost over the weights, with the path</source>
        <translation>가중치에 따른 비용과 경로</translation>
    </message>
    <message>
        <source>Each line joins weights of equal cost. Click or drag the dark dot to begin elsewhere; the star is the lowest cost there is.</source>
        <translation>각 선은 비용이 같은 가중치를 잇습니다. 클릭하거나 어두운 점을 끌면 다른 곳에서 시작합니다. 별은 가장 낮은 비용입니다.</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>첫째 방향</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>둘째 방향</translation>
    </message>
    <message>
        <source>Four weights have no flat picture: this is the plane in which the path spreads the most, by its principal directions. Each line joins points of equal cost.</source>
        <translation>네 가중치는 평면에 그릴 수 없으므로, 경로가 가장 넓게 퍼지는 주성분 방향의 평면을 보여 줍니다. 각 선은 비용이 같은 점을 잇습니다.</translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message>
        <source>Reverse</source>
        <translation>역방향</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순방향</translation>
    </message>
    <message>
        <source>Numeric</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>What each mode needs for the gradients of all inputs: → is a pass forward through the graph, ← one backward; multiplications ×, additions + and other functions such as exp are counted over all passes</source>
        <translation>모든 입력의 기울기를 구하는 데 각 모드에 필요한 것: →는 그래프를 앞으로 한 번, ←는 뒤로 한 번 지나는 것입니다. 곱셈 ×, 덧셈 +, exp 같은 그 밖의 함수는 모든 횟수를 합해 셉니다</translation>
    </message>
    <message>
        <source>Passes and operations of each mode</source>
        <translation>각 모드의 실행 횟수와 연산 수</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>There is nothing to compare while the result is not computed.</source>
        <translation>결과가 계산되지 않아 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The result depends on no input, so there is no gradient to compute.</source>
        <translation>결과가 어떤 입력에도 의존하지 않아 계산할 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>The numerical check computes the whole graph {0} times and is approximate at that.</source>
        <translation>수치 검사는 그래프 전체를 {0}번 계산하고도 근삿값만 얻습니다.</translation>
    </message>
    <message>
        <source>Reverse mode is cheaper here ({0} against {1} operations), though both need one pass for the only input.</source>
        <translation>여기서는 역방향 모드의 비용이 더 적습니다(연산 {0}개 대 {1}개). 다만 입력이 하나뿐이라 두 모드 모두 한 번만 지나면 됩니다.</translation>
    </message>
    <message>
        <source>Reverse mode is cheaper here ({0} against {1} operations): one result and {2} input numbers, so that one backward pass answers what takes forward mode {2} passes.</source>
        <translation>여기서는 역방향 모드의 비용이 더 적습니다(연산 {0}개 대 {1}개). 결과는 하나이고 입력 수는 {2}개이므로, 순방향 모드가 {2}번 지나야 하는 일을 역전파 한 번으로 해냅니다.</translation>
    </message>
    <message>
        <source>Both cost the same here ({0} operations). With more inputs forward mode needs more passes, reverse mode still one.</source>
        <translation>여기서는 두 모드의 비용이 같습니다(연산 {0}개). 입력이 늘면 순방향 모드는 더 여러 번 지나야 하지만 역방향 모드는 여전히 한 번입니다.</translation>
    </message>
    <message>
        <source>Forward mode is cheaper here ({0} against {1} operations): one input number, and its one pass reaches all {2} results.</source>
        <translation>여기서는 순방향 모드의 비용이 더 적습니다(연산 {0}개 대 {1}개). 입력 수가 하나이고, 한 번 지나면 결과 {2}개에 모두 닿기 때문입니다.</translation>
    </message>
    <message>
        <source>Forward mode is cheaper here ({0} against {1} operations): for {2} input numbers its passes leave out what the input does not reach.</source>
        <translation>여기서는 순방향 모드의 비용이 더 적습니다(연산 {0}개 대 {1}개). 입력 수가 {2}개일 때, 입력이 닿지 않는 부분은 건너뛰기 때문입니다.</translation>
    </message>
    <message>
        <source>Numerical</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
</context>
<context>
    <name>CountsTable</name>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>그려진 대로</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>What grouping saves</source>
        <translation>그룹으로 묶어 줄어드는 계산</translation>
    </message>
    <message>
        <source>Gates, and what one forward and one backward pass compute, in scalars</source>
        <translation>게이트 수와, 순전파 한 번과 역전파 한 번에서 하는 계산을 수 단위로 센 것</translation>
    </message>
    <message>
        <source>gates</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>additions</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>함수</translation>
    </message>
</context>
<context>
    <name>CourseFits</name>
    <message>
        <source>D1 · Hours and scores</source>
        <translation>D1 · 공부 시간과 점수</translation>
    </message>
    <message>
        <source>D2 · Three points</source>
        <translation>D2 · 세 점</translation>
    </message>
    <message>
        <source>D3 · Three exams</source>
        <translation>D3 · 세 번의 시험</translation>
    </message>
</context>
<context>
    <name>CurvePlots</name>
    <message>
        <source>Value f(x)</source>
        <translation>값 f(x)</translation>
    </message>
    <message>
        <source>Slope f′(x)</source>
        <translation>도함수 f′(x)</translation>
    </message>
    <message>
        <source>Click or drag the point to move x; drag to pan, wheel to zoom, A to reset</source>
        <translation>클릭하거나 점을 끌면 x가 움직입니다. 끌어서 이동, 휠로 확대, A로 처음 상태로</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Another point</source>
        <translation>점 추가</translation>
    </message>
    <message>
        <source>Add the fields of one more point of the curve</source>
        <translation>곡선 위의 점을 하나 더 적을 칸을 추가합니다</translation>
    </message>
    <message>
        <source>Click at least {0} points of the curve, or type them.</source>
        <translation>곡선 위의 점을 {0}개 이상 클릭하거나 입력하세요.</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Standardized loss</source>
        <translation>표준화 손실</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>What is minimized, and the test data&apos;s loss</source>
        <translation>최소화하는 값과 테스트 데이터의 손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>The share of samples predicted right</source>
        <translation>바르게 예측한 샘플의 비율</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>The length of the loss&apos;s gradient with respect to each layer&apos;s weights and biases: where it is tiny, the layer learns next to nothing</source>
        <translation>각 층의 가중치와 편향에 대한 손실 기울기의 크기입니다. 아주 작으면 그 층은 거의 학습되지 않습니다</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>How many weights of each layer lie where; dotted: all at the start</source>
        <translation>각 층의 가중치가 어디에 몇 개 있는지 보여 줍니다. 점선: 처음의 모든 가중치</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>이동량</translation>
    </message>
    <message>
        <source>How far a step moves the weights, and the learning rate it had</source>
        <translation>한 단계에서 가중치가 얼마나 이동하는지와 그때의 학습률</translation>
    </message>
    <message>
        <source>Logarithmic axis of the layers&apos; plot</source>
        <translation>층 그래프의 로그 축</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Show the numbers on a logarithmic axis; they stay what they are</source>
        <translation>수를 로그 축에 표시합니다. 수 자체는 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>퍼센트</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>손실 축 로그 눈금</translation>
    </message>
</context>
<context>
    <name>CutGesture</name>
    <message>
        <source>cut wires</source>
        <translation>연결선 자르기</translation>
    </message>
    <message>
        <source>Draw across the wires to cut.</source>
        <translation>자를 연결선을 가로질러 그으세요.</translation>
    </message>
    <message>
        <source>Let go to cut one wire.</source>
        <translation>놓으면 연결선 하나가 잘립니다.</translation>
    </message>
    <message>
        <source>Let go to cut {} wires.</source>
        <translation>놓으면 연결선 {}개가 잘립니다.</translation>
    </message>
</context>
<context>
    <name>DataNames</name>
    <message>
        <source>target {0}</source>
        <translation>목표값 {0}</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>클래스 {0}</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Own points</source>
        <translation>직접 만든 데이터</translation>
    </message>
    <message>
        <source>Points that were drawn, or read from a file.</source>
        <translation>직접 그렸거나 파일에서 읽은 점입니다.</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>점 그리기</translation>
    </message>
    <message>
        <source>Draw points of your own by clicking in the decision boundary: 0 to 9 choose the class, Delete or a right click removes a point, dragging moves it</source>
        <translation>결정 경계를 눌러 점을 직접 그립니다. 0~9로 클래스를 고르고, Delete 키나 오른쪽 버튼으로 점을 지우며, 끌어서 옮깁니다</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>표…</translation>
    </message>
    <message>
        <source>Read a table from a file, such as CSV; a range copied from a spreadsheet is read with Ctrl+V (Ctrl+I)</source>
        <translation>CSV 같은 파일에서 표를 읽습니다. 스프레드시트에서 복사한 범위는 Ctrl+V로 붙여넣습니다(Ctrl+I)</translation>
    </message>
    <message>
        <source>Change table…</source>
        <translation>표 바꾸기…</translation>
    </message>
    <message>
        <source>Choose anew what of this table is learnt from, and how it is read</source>
        <translation>이 표에서 무엇을 학습할지, 표를 어떻게 읽을지 다시 정합니다</translation>
    </message>
    <message>
        <source>Data: {0}</source>
        <translation>데이터: {0}</translation>
    </message>
    <message>
        <source>Formula…</source>
        <translation>수식…</translation>
    </message>
    <message>
        <source>Draw points on both sides of a formula such as y = sin(x), a class each</source>
        <translation>y = sin(x) 같은 수식의 양쪽에 점을 뽑아 쪽마다 클래스를 줍니다</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>표 열기…</translation>
    </message>
    <message>
        <source>Seed of the points</source>
        <translation>점의 시드</translation>
    </message>
    <message>
        <source>Seed of the points and of the split: the same seed draws the same points</source>
        <translation>점과 분할의 시드: 같은 시드는 같은 점을 뽑습니다</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>The share of the points kept out of training, to judge by; 0 for none.</source>
        <translation>학습에서 빼고 평가에 쓰는 점의 비율입니다. 0이면 없습니다.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>On this page</source>
        <translation>이 화면에서</translation>
    </message>
    <message>
        <source>{0}, without a key</source>
        <translation>{0} — 단축키 없음</translation>
    </message>
</context>
<context>
    <name>DistancePlot</name>
    <message>
        <source>Distance of each method to the nearest minimum</source>
        <translation>각 옵티마이저와 가장 가까운 최소점 사이의 거리</translation>
    </message>
    <message>
        <source>How far each method is from the nearest minimum after each step</source>
        <translation>단계마다 각 옵티마이저가 가장 가까운 최소점에서 떨어진 거리</translation>
    </message>
    <message>
        <source>How far each method is from the nearest of the lowest points. The loss can be small far from there, where the surface is flat.</source>
        <translation>각 옵티마이저가 가장 낮은 점들 중 가장 가까운 점에서 떨어진 거리입니다. 곡면이 평평하면 멀리 있어도 손실이 작을 수 있습니다.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>This surface has no separate lowest point</source>
        <translation>이 곡면에는 따로 떨어진 가장 낮은 점이 없습니다</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>add node</source>
        <translation>노드 추가</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>replace wire</source>
        <translation>연결선 바꾸기</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>move wire</source>
        <translation>연결선 옮기기</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>delete and reconnect</source>
        <translation>삭제하고 다시 잇기</translation>
    </message>
    <message>
        <source>move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>collapse card</source>
        <translation>카드 접기</translation>
    </message>
    <message>
        <source>expand card</source>
        <translation>카드 펼치기</translation>
    </message>
    <message>
        <source>change value</source>
        <translation>값 바꾸기</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>change setting</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>set as result</source>
        <translation>결과로 지정</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>insert on wire</source>
        <translation>연결선에 끼워 넣기</translation>
    </message>
    <message>
        <source>group</source>
        <translation>묶기</translation>
    </message>
    <message>
        <source>ungroup</source>
        <translation>그룹 풀기</translation>
    </message>
    <message>
        <source>add gate</source>
        <translation>게이트 추가</translation>
    </message>
    <message>
        <source>rename group</source>
        <translation>그룹 이름 바꾸기</translation>
    </message>
</context>
<context>
    <name>DocumentFiles</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>typed and not entered: {0}</source>
        <translation>입력만 하고 확정하지 않음: {0}</translation>
    </message>
    <message>
        <source>{0} was not opened. {1}</source>
        <translation>{0}{을/를} 열지 못했습니다. {1}</translation>
    </message>
    <message>
        <source>The copied text</source>
        <translation>복사한 텍스트</translation>
    </message>
    <message>
        <source>The copied text is opened here. It is in no file yet.</source>
        <translation>복사한 텍스트를 여기에 열었습니다. 아직 파일에는 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0}{으로/로} 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>DrawingBar</name>
    <message>
        <source>+ class</source>
        <translation>+ 클래스</translation>
    </message>
    <message>
        <source>Draw points of one more class</source>
        <translation>새 클래스의 점을 그립니다</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>클래스 이름</translation>
    </message>
    <message>
        <source>What the class of the next points is called; empty for its number</source>
        <translation>다음에 그릴 점의 클래스 이름입니다. 비우면 번호로 부릅니다</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Take points away by clicking or dragging (X)</source>
        <translation>클릭하거나 끌어서 점을 지웁니다(X)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Remove all points but one of each class</source>
        <translation>클래스마다 하나씩만 남기고 점을 모두 지웁니다</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Stop drawing points (Escape)</source>
        <translation>점 그리기를 끝냅니다(Esc)</translation>
    </message>
    <message>
        <source>name of {0}</source>
        <translation>{0}의 이름</translation>
    </message>
    <message>
        <source>Draw points of class {0} (key {1})</source>
        <translation>클래스 {0}의 점을 그립니다({1} 키)</translation>
    </message>
</context>
<context>
    <name>DrawingFiles</name>
    <message>
        <source>Begin an empty graph</source>
        <translation>빈 그래프를 시작합니다</translation>
    </message>
    <message>
        <source>Open a graph from a file</source>
        <translation>파일에서 그래프를 엽니다</translation>
    </message>
    <message>
        <source>Save the graph to its file</source>
        <translation>그래프를 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save the graph to another file</source>
        <translation>그래프를 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Open graph</source>
        <translation>그래프 열기</translation>
    </message>
    <message>
        <source>Save graph</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>Save the changes to the graph “{0}”?</source>
        <translation>그래프 “{0}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>The graph was not saved. {0}</source>
        <translation>그래프를 저장하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>Wiregrad graphs</source>
        <translation>Wiregrad 그래프</translation>
    </message>
</context>
<context>
    <name>DuelSide</name>
    <message>
        <source>Take</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Take the training view’s present settings as {0}</source>
        <translation>학습 화면의 지금 설정을 {0}{으로/로} 가져옵니다</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open {0} in the training view</source>
        <translation>{0}{을/를} 학습 화면에서 엽니다</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>손실 {0}</translation>
    </message>
</context>
<context>
    <name>Edge</name>
    <message>
        <source>Step {0} of {1}</source>
        <translation>{0}/{1}단계</translation>
    </message>
    <message>
        <source>{0}: go on with the lesson (Ctrl+L)</source>
        <translation>{0}: 레슨을 계속합니다(Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>EmptyNotice</name>
    <message>
        <source>Nothing is here yet.

Drag an operation from the palette onto the canvas,
double-click or press Tab to search for one,
or type a formula above, such as (x + y)*z, and press Enter.</source>
        <translation>아직 아무것도 없습니다.

팔레트에서 연산을 캔버스로 끌어다 놓거나,
두 번 클릭하거나 Tab을 눌러 연산을 찾거나,
위에 (x + y)*z 같은 수식을 입력하고 Enter를 누르세요.</translation>
    </message>
</context>
<context>
    <name>EndPickers</name>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>The node at which the paths begin</source>
        <translation>경로가 시작되는 노드</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>The node at which the paths end</source>
        <translation>경로가 끝나는 노드</translation>
    </message>
</context>
<context>
    <name>EndView</name>
    <message>
        <source>Your own work is back as it was.</source>
        <translation>하던 작업이 원래대로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>다음 레슨</translation>
    </message>
    <message>
        <source>Not reached yet: {0}. A skill is reached when three of its last four questions were right at the first try and without a hint. Each time through the lesson counts anew.</source>
        <translation>아직 익히지 못한 것: {0}. 최근 네 문제 가운데 세 문제를 힌트 없이 첫 시도에 맞히면 익힌 것으로 봅니다. 레슨을 다시 하면 그때의 답도 새로 셉니다.</translation>
    </message>
    <message>
        <source>{0} ({1} of {2})</source>
        <translation>{0}({1}/{2})</translation>
    </message>
    <message>
        <source>Once more, with other numbers</source>
        <translation>다른 수로 한 번 더</translation>
    </message>
    <message>
        <source>Do this lesson again, to reach its skills</source>
        <translation>이 레슨을 다시 하며 능력을 익힙니다</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>모든 레슨</translation>
    </message>
    <message>
        <source>Show the list of lessons</source>
        <translation>레슨 목록을 봅니다</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>제출…</translation>
    </message>
    <message>
        <source>Write what was answered into a file for the lecturer</source>
        <translation>답한 것을 강사에게 낼 파일로 저장합니다</translation>
    </message>
    <message>
        <source>“{0}” is done</source>
        <translation>“{0}” 레슨을 마쳤습니다</translation>
    </message>
    <message>
        <source>Steps done: {0}</source>
        <translation>완료한 단계: {0}</translation>
    </message>
    <message>
        <source>shown to you: {0}</source>
        <translation>풀이를 본 단계: {0}</translation>
    </message>
    <message>
        <source>skipped: {0}</source>
        <translation>건너뛴 단계: {0}</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>한 번 더</translation>
    </message>
    <message>
        <source>Next lesson: {0}</source>
        <translation>다음 레슨: {0}</translation>
    </message>
    <message>
        <source>Go on with the lesson that follows</source>
        <translation>이어지는 레슨으로 넘어갑니다</translation>
    </message>
</context>
<context>
    <name>EpochHistogram</name>
    <message>
        <source>epoch of convergence</source>
        <translation>수렴한 에포크</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>신경망 수</translation>
    </message>
    <message>
        <source>Distribution of the epochs of convergence</source>
        <translation>수렴한 에포크의 분포</translation>
    </message>
    <message>
        <source>How many networks converged in each range of epochs. The line is the median of those that did.</source>
        <translation>에포크 구간마다 몇 개의 신경망이 수렴했는지입니다. 선은 수렴한 것들의 중앙값입니다.</translation>
    </message>
    <message>
        <source>Train all to see how many converge, and when</source>
        <translation>모두 학습하면 몇 개가 언제 수렴하는지 보입니다</translation>
    </message>
    <message>
        <source>median {0}</source>
        <translation>중앙값 {0}</translation>
    </message>
    <message>
        <source>None has converged so far</source>
        <translation>아직 수렴한 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>예상하지 못한 오류</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>일어나지 않아야 할 문제가 생겼습니다.</translation>
    </message>
    <message>
        <source>Your work is as it was before, and you can go on. If it happens again, save your work, and send these details to those who look after the program.</source>
        <translation>작업은 그대로이며 계속할 수 있습니다. 같은 일이 또 생기면 작업을 저장하고, 아래의 자세한 내용을 프로그램 담당자에게 보내 주세요.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세한 내용</translation>
    </message>
    <message>
        <source>What happened, for those who look after the program</source>
        <translation>프로그램 담당자를 위한 기록입니다</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>내용 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copy the details to the clipboard</source>
        <translation>자세한 내용을 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>이 창을 닫습니다</translation>
    </message>
</context>
<context>
    <name>EstimateView</name>
    <message>
        <source>your guess</source>
        <translation>예상한 값</translation>
    </message>
    <message>
        <source>Guess: it is compared with what happens, and never marked wrong</source>
        <translation>예상해 보세요. 실제 결과와 비교할 뿐, 틀렸다고 하지 않습니다</translation>
    </message>
</context>
<context>
    <name>ExamplesMenu</name>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>Exercise</name>
    <message>
        <source>Find this first: {0}.</source>
        <translation>먼저 구할 것: {0}.</translation>
    </message>
    <message>
        <source>A value that feeds several gates adds up the gradients that come back.</source>
        <translation>여러 게이트로 들어가는 값은 돌아오는 기울기를 모두 더합니다.</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <source>Gradient of {0}: the sum over its branches</source>
        <translation>{0}의 기울기: 가지마다 돌아온 기울기의 합</translation>
    </message>
    <message>
        <source>Gradient of {0}, back from {1}</source>
        <translation>{1}에서 돌아오는 {0}의 기울기</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>맞습니다.</translation>
    </message>
    <message>
        <source>Right with your earlier number, which is wrong or rounded itself.</source>
        <translation>앞서 낸 답을 쓰면 맞습니다. 다만 그 답이 틀렸거나 반올림한 값입니다.</translation>
    </message>
    <message>
        <source>Too short to tell: give at least two digits, such as 1.2 or 0.0012.</source>
        <translation>너무 짧아 채점할 수 없습니다. 1.2나 0.0012처럼 유효 숫자를 두 자리 이상 쓰세요.</translation>
    </message>
    <message>
        <source>Not right, and none of the usual slips leads there.</source>
        <translation>틀렸습니다. 흔한 실수로 나오는 수는 아닙니다.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>앞 답에서 나옴</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>너무 짧음</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>With all numbers that were tried, a usual slip is too close to the right answer of one question to be told from it.</source>
        <translation>시도한 모든 수에서, 질문 하나는 흔한 실수로 나온 답이 정답과 너무 가까워 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>With all numbers that were tried, usual slips are too close to the right answers of {0} questions to be told from them.</source>
        <translation>시도한 모든 수에서, 질문 {0}개는 흔한 실수로 나온 답이 정답과 너무 가까워 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>힌트 1개</translation>
    </message>
    <message>
        <source>{0} hints</source>
        <translation>힌트 {0}개</translation>
    </message>
    <message>
        <source>{0} revealed</source>
        <translation>답 보기 {0}개</translation>
    </message>
    <message>
        <source>{0} wrong</source>
        <translation>오답 {0}개</translation>
    </message>
</context>
<context>
    <name>ExercisePanel</name>
    <message>
        <source>Hide</source>
        <translation>가릴 것</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>채점</translation>
    </message>
    <message>
        <source>Ask about this graph</source>
        <translation>이 그래프로 문제 내기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Finished: {0}</source>
        <translation>끝남: {0}</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Hide the gradients: find them by the chain rule, from the result back</source>
        <translation>기울기를 가립니다. 결과에서 거꾸로 연쇄 법칙으로 구합니다</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Hide the values: compute them gate by gate, from the inputs on</source>
        <translation>값을 가립니다. 입력에서부터 게이트마다 계산합니다</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>Hide values and gradients: first forward, then back</source>
        <translation>값과 기울기를 모두 가립니다. 먼저 순방향, 다음에 역방향입니다</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>바로</translation>
    </message>
    <message>
        <source>Mark each answer as soon as it is given</source>
        <translation>답을 낼 때마다 바로 채점합니다</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>끝에</translation>
    </message>
    <message>
        <source>Mark all answers together, by Check</source>
        <translation>채점하기를 눌러 모든 답을 함께 채점합니다</translation>
    </message>
    <message>
        <source>Hide the numbers and ask for them</source>
        <translation>수를 가리고 문제로 냅니다</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the exercise and show every number</source>
        <translation>연습 문제를 끝내고 모든 수를 보입니다</translation>
    </message>
    <message>
        <source>Fresh numbers</source>
        <translation>새 수</translation>
    </message>
    <message>
        <source>Give the inputs other values with which one can compute in one&apos;s head</source>
        <translation>암산할 수 있는 다른 값을 입력에 넣습니다</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>First the rule, then its formula, then the numbers put in</source>
        <translation>먼저 규칙, 다음에 수식, 그다음에 수를 넣은 수식을 보입니다</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>Show this answer; it does not count as found</source>
        <translation>이 답을 보입니다. 맞힌 것으로 세지 않습니다</translation>
    </message>
    <message>
        <source>Reveal all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Show every answer that is left</source>
        <translation>남은 답을 모두 보입니다</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>채점하기</translation>
    </message>
    <message>
        <source>Mark every answer given so far</source>
        <translation>지금까지 낸 답을 모두 채점합니다</translation>
    </message>
    <message>
        <source>Numbers of this graph are hidden, and you type each where it belongs. Click a box, or go from box to box with Tab; Enter takes an answer. 1/2, 0.5 and [1, 2] are understood.</source>
        <translation>이 그래프의 수를 가리고, 알맞은 자리에 직접 입력하게 합니다. 칸을 클릭하거나 Tab으로 옮겨 다니고, Enter로 답을 제출합니다. 1/2, 0.5, [1, 2]처럼 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Two digits are enough, such as 1.2 or 0.0012, if they are rounded well: each digit typed has to be right. How many the canvas shows makes no difference.</source>
        <translation>1.2나 0.0012처럼 유효 숫자 두 자리면 충분합니다. 단, 바르게 반올림하여 입력한 자리가 모두 맞아야 합니다. 캔버스에 표시되는 자릿수는 채점에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>The graph is another one than the one asked about. Undo brings the questions and your answers back; or let this graph be asked about.</source>
        <translation>지금 그래프는 문제로 낸 그래프와 다릅니다. 실행 취소를 하면 문제와 답이 돌아옵니다. 또는 이 그래프로 문제를 내세요.</translation>
    </message>
    <message>
        <source>All found, each at the first try.</source>
        <translation>모두 한 번에 맞혔습니다.</translation>
    </message>
    <message>
        <source>Nothing is left to find. {0} were right at the first try.</source>
        <translation>남은 문제가 없습니다. 한 번에 맞힌 것은 {0}개입니다.</translation>
    </message>
    <message>
        <source>There is nothing to ask yet: build a graph with a gate first.</source>
        <translation>아직 물을 것이 없습니다. 먼저 게이트가 있는 그래프를 만드세요.</translation>
    </message>
    <message>
        <source>The exercise has ended, because another graph was opened.</source>
        <translation>다른 그래프를 열어서 연습 문제가 끝났습니다.</translation>
    </message>
    <message>
        <source>fresh numbers</source>
        <translation>새 수 넣기</translation>
    </message>
</context>
<context>
    <name>ExperimentStack</name>
    <message>
        <source>Training and experiments</source>
        <translation>학습과 실험</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train one network and look at everything in it</source>
        <translation>신경망 하나를 학습시키며 그 안의 모든 것을 봅니다</translation>
    </message>
    <message>
        <source>Many seeds</source>
        <translation>여러 시드</translation>
    </message>
    <message>
        <source>Train the same network from many initial weights at once: how many converge, how soon, and what each has learned</source>
        <translation>같은 신경망을 여러 초기 가중치에서 한꺼번에 학습시킵니다. 몇 개가 수렴하는지, 얼마나 빨리 수렴하는지, 각각 무엇을 학습했는지 봅니다</translation>
    </message>
    <message>
        <source>A and B</source>
        <translation>A와 B</translation>
    </message>
    <message>
        <source>Two runs side by side from the same start, and a table of all runs so far</source>
        <translation>같은 초기 가중치에서 시작한 두 학습을 나란히 보고, 지금까지의 모든 학습을 표로 봅니다</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>One neuron learns OR, AND or XOR by the perceptron rule, sample by sample</source>
        <translation>뉴런 하나가 퍼셉트론 규칙으로 OR, AND, XOR을 샘플 하나씩 학습합니다</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>회귀</translation>
    </message>
    <message>
        <source>Fit a line to a few points and watch the cost go downhill</source>
        <translation>몇 개의 점에 직선을 맞추며 비용이 내려가는 것을 봅니다</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>How large the gradient still is in each layer of a deep network</source>
        <translation>깊은 신경망의 각 층에 기울기가 얼마나 남아 있는지 봅니다</translation>
    </message>
</context>
<context>
    <name>ExportActions</name>
    <message>
        <source>Only the part in view</source>
        <translation>보이는 부분만</translation>
    </message>
    <message>
        <source>Export the part of the canvas that is in view, not all of it</source>
        <translation>캔버스 전체가 아니라 보이는 부분만 내보냅니다</translation>
    </message>
    <message>
        <source>Keep groups together</source>
        <translation>그룹을 묶은 채로</translation>
    </message>
    <message>
        <source>Write each group as a function of its own, where the form knows functions</source>
        <translation>함수를 쓸 수 있는 형식에서는 그룹마다 함수 하나로 씁니다</translation>
    </message>
    <message>
        <source>Export as {0}</source>
        <translation>{0}{으로/로} 내보내기</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>다른 형식으로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Put a picture of the graph on the clipboard, in pixels and as SVG</source>
        <translation>그래프의 그림을 픽셀과 SVG로 클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>Exported to {0}.</source>
        <translation>{0}{으로/로} 내보냈습니다.</translation>
    </message>
    <message>
        <source>{0}: copied to the clipboard.</source>
        <translation>{0}: 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Nothing was exported. {0}</source>
        <translation>내보내지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>PyTorch program…</source>
        <translation>PyTorch 프로그램…</translation>
    </message>
    <message>
        <source>A program that predicts and takes the next step of training with PyTorch</source>
        <translation>PyTorch로 예측하고 다음 학습 단계를 수행하는 프로그램</translation>
    </message>
    <message>
        <source>NumPy program…</source>
        <translation>NumPy 프로그램…</translation>
    </message>
    <message>
        <source>A program that predicts and takes the next step of training with NumPy</source>
        <translation>NumPy로 예측하고 다음 학습 단계를 수행하는 프로그램</translation>
    </message>
    <message>
        <source>Weights as npz…</source>
        <translation>가중치를 npz로…</translation>
    </message>
    <message>
        <source>Weights as CSV…</source>
        <translation>가중치를 CSV로…</translation>
    </message>
    <message>
        <source>The weights and biases as arrays that NumPy loads: W1 has a row for each input and a column for each unit, as in x·W1 + b1 with samples in rows</source>
        <translation>NumPy로 읽는 가중치와 편향 배열입니다. 샘플이 행인 x·W1 + b1의 모양대로 W1의 행은 입력, 열은 유닛입니다</translation>
    </message>
    <message>
        <source>A table of every weight and bias, with all digits and the units it leads from and to</source>
        <translation>모든 가중치와 편향의 표입니다. 모든 자릿수와, 어느 유닛에서 어느 유닛으로 가는지를 적습니다</translation>
    </message>
    <message>
        <source>History as CSV…</source>
        <translation>기록을 CSV로…</translation>
    </message>
    <message>
        <source>A table of loss, accuracy and gradients over the steps</source>
        <translation>단계에 따른 손실, 정확도, 기울기의 표</translation>
    </message>
    <message>
        <source>Pictures of the plots…</source>
        <translation>그래프 그림…</translation>
    </message>
    <message>
        <source>A picture of the network and of every plot that is shown, into a folder</source>
        <translation>신경망과 보이는 모든 그래프의 그림을 폴더에 넣습니다</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>그림을 넣을 폴더</translation>
    </message>
    <message>
        <source>The weights are for standardized inputs; the program does that and undoes it, so that it takes and gives numbers in the table’s units.</source>
        <translation>가중치는 표준화된 입력에 맞춘 것입니다. 프로그램이 표준화하고 되돌리므로 표의 단위로 숫자를 받고 내놓습니다.</translation>
    </message>
    <message>
        <source>The weights are for standardized inputs: the file has the means and deviations beside them.</source>
        <translation>가중치는 표준화된 입력에 맞춘 것입니다. 파일에 평균과 표준편차가 함께 들어 있습니다.</translation>
    </message>
    <message>
        <source>Exported as {0}.</source>
        <translation>{0}{으로/로} 내보냈습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were exported.</source>
        <translation>
            <numerusform>그림 %n개를 내보냈습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export failed. {0}</source>
        <translation>내보내지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>A picture in pixels, for slides and messages</source>
        <translation>슬라이드와 메시지에 쓰는 픽셀 그림</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 그림</translation>
    </message>
    <message>
        <source>A picture in lines, sharp at any size, for the web and editors</source>
        <translation>어떤 크기에서도 선명한 선 그림, 웹과 편집기용</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 페이지</translation>
    </message>
    <message>
        <source>A page in lines and letters, for print and LaTeX</source>
        <translation>선과 글자로 된 페이지, 인쇄와 LaTeX용</translation>
    </message>
    <message>
        <source>NumPy program</source>
        <translation>NumPy 프로그램</translation>
    </message>
    <message>
        <source>Both passes as a Python program that needs only NumPy</source>
        <translation>순전파와 역전파를 NumPy만으로 실행하는 파이썬 프로그램</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch 프로그램</translation>
    </message>
    <message>
        <source>A Python program whose autograd finds the same gradients</source>
        <translation>autograd로 같은 기울기를 얻는 파이썬 프로그램</translation>
    </message>
    <message>
        <source>Graphviz DOT</source>
        <translation>Graphviz DOT</translation>
    </message>
    <message>
        <source>Nodes and wires with their numbers, for Graphviz</source>
        <translation>수가 붙은 노드와 연결선, Graphviz용</translation>
    </message>
    <message>
        <source>LaTeX formulas</source>
        <translation>LaTeX 수식</translation>
    </message>
    <message>
        <source>The formula and its gradients gate by gate, for amsmath</source>
        <translation>수식과 게이트마다의 기울기, amsmath용</translation>
    </message>
</context>
<context>
    <name>FactGrid</name>
    <message>
        <source>at x = {0}</source>
        <translation>x = {0}에서</translation>
    </message>
    <message>
        <source>Computing the facts … {0} %</source>
        <translation>성질을 계산하는 중… {0}%</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>가려짐</translation>
    </message>
    <message>
        <source>The value (green) and the slope (red) at the point</source>
        <translation>그 점에서의 함숫값(초록)과 도함수 값(빨강)</translation>
    </message>
    <message>
        <source>range</source>
        <translation>치역</translation>
    </message>
    <message>
        <source>All values it takes; a round bracket is a limit it never reaches</source>
        <translation>함수가 갖는 모든 값입니다. 둥근 괄호는 닿지 않는 극한값입니다</translation>
    </message>
    <message>
        <source>largest slope</source>
        <translation>도함수의 최댓값</translation>
    </message>
    <message>
        <source>The most by which one layer can scale a gradient</source>
        <translation>한 층이 기울기에 곱할 수 있는 가장 큰 배수입니다</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>Where it is so flat that hardly any gradient passes</source>
        <translation>너무 평평해서 기울기가 거의 전달되지 않는 곳입니다</translation>
    </message>
    <message>
        <source>zero-centred</source>
        <translation>0 중심</translation>
    </message>
    <message>
        <source>Whether its mean output is 0 when x is standard normal</source>
        <translation>x가 표준정규분포일 때 평균 출력이 0인지 여부입니다</translation>
    </message>
    <message>
        <source>differentiable</source>
        <translation>미분 가능</translation>
    </message>
    <message>
        <source>Where it has a derivative; at a kink or a jump one is agreed upon</source>
        <translation>미분할 수 있는 곳입니다. 꺾이거나 끊긴 점에서는 약속한 값을 씁니다</translation>
    </message>
    <message>
        <source>monotonic</source>
        <translation>단조</translation>
    </message>
    <message>
        <source>Whether it only rises or only falls</source>
        <translation>증가만 하거나 감소만 하는지</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>Where the formula is no number</source>
        <translation>수식이 수가 아닌 곳</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산 안 됨</translation>
    </message>
    <message>
        <source>Where its value is not known, and no other fact tells of it</source>
        <translation>값을 알 수 없어 다른 항목에도 반영되지 않은 곳</translation>
    </message>
</context>
<context>
    <name>FactSheet</name>
    <message>
        <source>Choose a function on the left to see its facts.</source>
        <translation>왼쪽에서 함수를 고르면 그 성질을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Sampled on −20 … 20 in steps of 0.002, with limits towards its ends: what is narrower may be missed.</source>
        <translation>−20 … 20을 0.002 간격으로 살피고 양 끝의 극한을 더한 결과입니다. 그보다 좁은 변화는 놓칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>All at x</source>
        <translation>x에서 비교</translation>
    </message>
    <message>
        <source>function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Every chosen function at x; choose a row to describe it</source>
        <translation>고른 모든 함수의 x에서의 값입니다. 행을 고르면 설명합니다</translation>
    </message>
    <message>
        <source>Every chosen function at x</source>
        <translation>고른 모든 함수의 x에서의 값</translation>
    </message>
    <message>
        <source>The formula of the slope would fill many pages; its numbers are all computed.</source>
        <translation>도함수의 수식은 여러 쪽을 채울 만큼 길어 적지 않습니다. 값은 모두 계산합니다.</translation>
    </message>
    <message>
        <source>Your function {0}</source>
        <translation>나의 함수 {0}</translation>
    </message>
    <message>
        <source>A function that was typed in.</source>
        <translation>직접 입력한 함수입니다.</translation>
    </message>
    <message>
        <source>Describe {0}</source>
        <translation>{0} 설명</translation>
    </message>
    <message>
        <source>{0} layers scale a gradient by at most {1}{2}, which is beyond 1.8e308 (weights 1).</source>
        <translation>{0}개 층을 지나면 기울기는 최대 {1}{2}배가 되며, 이는 1.8e308을 넘습니다(가중치 1).</translation>
    </message>
    <message>
        <source>{0} layers scale a gradient by at most {1}{2} = {3} (weights 1).</source>
        <translation>{0}개 층을 지나면 기울기는 최대 {1}{2} = {3}배가 됩니다(가중치 1).</translation>
    </message>
    <message>
        <source>{0} layers scale a gradient by at most {1}{2} ≈ {3} (weights 1).</source>
        <translation>{0}개 층을 지나면 기울기는 최대 {1}{2} ≈ {3}배가 됩니다(가중치 1).</translation>
    </message>
</context>
<context>
    <name>FactoringView</name>
    <message>
        <source>Taken out of these terms:</source>
        <translation>묶어 낸 공통 인수:</translation>
    </message>
    <message>
        <source>Written out</source>
        <translation>모두 풀어 쓰기</translation>
    </message>
    <message>
        <source>All products written out</source>
        <translation>모든 곱을 풀어 씁니다</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Multiply the last factor in again</source>
        <translation>마지막 인수를 다시 곱해 넣습니다</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>Take the next common factor out</source>
        <translation>다음 공통 인수를 묶어 냅니다</translation>
    </message>
    <message>
        <source>Factored</source>
        <translation>인수분해 결과</translation>
    </message>
    <message>
        <source>As few products as factoring gives</source>
        <translation>인수분해로 줄일 수 있는 만큼 곱을 줄입니다</translation>
    </message>
    <message>
        <source>A sum of {0} factors, too long to be read: go on to a later step.</source>
        <translation>인수가 {0}개인 합이라 읽기에 너무 깁니다. 뒤의 단계로 넘어가세요.</translation>
    </message>
    <message>
        <source>Products: {0}   Sums: {1}</source>
        <translation>곱셈: {0}   덧셈: {1}</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>단계 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>FaultView</name>
    <message>
        <source>warning: {0}</source>
        <translation>주의: {0}</translation>
    </message>
    <message>
        <source>Faults of the lesson</source>
        <translation>레슨의 오류</translation>
    </message>
    <message>
        <source>Click a fault, or press Enter, to copy it</source>
        <translation>오류를 클릭하거나 Enter를 누르면 복사됩니다</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>모든 레슨</translation>
    </message>
    <message>
        <source>Show the list of lessons</source>
        <translation>레슨 목록을 봅니다</translation>
    </message>
    <message>
        <source>This lesson cannot be played</source>
        <translation>이 레슨은 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>Its files have faults; a click copies one.</source>
        <translation>레슨 파일에 오류가 있습니다. 클릭하면 복사됩니다.</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>The formula as it is understood; □ stands where something is missing</source>
        <translation>이해한 그대로의 수식입니다. □는 아직 비어 있는 자리입니다</translation>
    </message>
    <message>
        <source>The formula as it is understood</source>
        <translation>이해한 그대로의 수식</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>There is nothing to open: copy a file, the text of one, weights, or rows of a spreadsheet.</source>
        <translation>열 것이 없습니다. 파일, 파일의 텍스트, 가중치 또는 스프레드시트의 행을 복사하세요.</translation>
    </message>
    <message>
        <source>{0} was not opened. {1}</source>
        <translation>{0}{을/를} 열지 못했습니다. {1}</translation>
    </message>
    <message>
        <source>The copied text</source>
        <translation>복사한 텍스트</translation>
    </message>
    <message>
        <source>{0}: Wiregrad does not read it. It reads {1}.</source>
        <translation>{0}: Wiregrad가 읽지 않는 파일입니다. 읽을 수 있는 것: {1}.</translation>
    </message>
    <message>
        <source>{0}: not opened, because a space shows one file at a time.</source>
        <translation>{0}: 한 공간에는 한 번에 파일 하나만 열 수 있어 열지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>FileDocument</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
</context>
<context>
    <name>FileNames</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
<context>
    <name>FitTables</name>
    <message>
        <source>Error of each sample</source>
        <translation>각 샘플의 오차</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Weights and cost by epoch</source>
        <translation>에포크별 가중치와 비용</translation>
    </message>
    <message>
        <source>The weights after each epoch’s update, and the cost before it. Choose a row to go there; Ctrl+C copies the table.</source>
        <translation>각 에포크의 갱신 뒤의 가중치와 갱신 전의 비용입니다. 행을 고르면 그곳으로 가고, Ctrl+C는 표를 복사합니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>sum {0}, mean {1}: the cost</source>
        <translation>합 {0}, 평균 {1}: 비용</translation>
    </message>
</context>
<context>
    <name>FormulaBar</name>
    <message>
        <source>Build graph</source>
        <translation>그래프 만들기</translation>
    </message>
    <message>
        <source>Build and arrange the graph of this formula (Enter)</source>
        <translation>이 수식의 그래프를 만들어 정렬합니다(Enter)</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Arrange the nodes in layers, from left to right</source>
        <translation>노드를 왼쪽에서 오른쪽으로 층별로 정렬합니다</translation>
    </message>
    <message>
        <source>build from formula</source>
        <translation>수식으로 만들기</translation>
    </message>
    <message>
        <source>Type a formula such as (x + y)*z or c = a + b; f = c*(c + 1), and press Enter</source>
        <translation>(x + y)*z 또는 c = a + b; f = c*(c + 1) 같은 수식을 입력하고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Type a formula, for example (x + y)*z</source>
        <translation>수식을 입력하세요. 예: (x + y)*z</translation>
    </message>
    <message>
        <source>This formula has {0} characters; at most {1} can be built here.</source>
        <translation>이 수식은 {0}자입니다. 여기서는 {1}자까지만 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Enter builds this graph, Escape brings back the one drawn.</source>
        <translation>Enter는 이 그래프를 만들고, Esc는 그려진 수식으로 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>FormulaDialog</name>
    <message>
        <source>Classes by a formula</source>
        <translation>수식으로 나눈 클래스</translation>
    </message>
    <message>
        <source>Formula of the border</source>
        <translation>경계의 수식</translation>
    </message>
    <message>
        <source>The border between the two classes, such as y = sin(x) or x1^2 + x2^2 - 1: class 1 lies where the left side is more than the right one, or than 0</source>
        <translation>두 클래스의 경계입니다. 예: y = sin(x), x1^2 + x2^2 - 1. 왼쪽이 오른쪽(또는 0)보다 큰 곳이 클래스 1입니다</translation>
    </message>
    <message>
        <source>Least x</source>
        <translation>x의 최솟값</translation>
    </message>
    <message>
        <source>Largest x</source>
        <translation>x의 최댓값</translation>
    </message>
    <message>
        <source>Least y</source>
        <translation>y의 최솟값</translation>
    </message>
    <message>
        <source>Largest y</source>
        <translation>y의 최댓값</translation>
    </message>
    <message>
        <source>How many points</source>
        <translation>점의 개수</translation>
    </message>
    <message>
        <source>How far points stray before they get their class, as a share of the range</source>
        <translation>클래스를 정하기 전에 점이 흔들리는 정도(범위에 대한 비율)</translation>
    </message>
    <message>
        <source>The same seed draws the same points</source>
        <translation>시드가 같으면 같은 점이 뽑힙니다</translation>
    </message>
    <message>
        <source>The points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>The points with their classes</source>
        <translation>점과 그 클래스</translation>
    </message>
    <message>
        <source>Train on them</source>
        <translation>이 점으로 학습</translation>
    </message>
    <message>
        <source>Take these points as the data</source>
        <translation>이 점을 데이터로 씁니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep the data as they are</source>
        <translation>데이터를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>x from, to</source>
        <translation>x의 범위</translation>
    </message>
    <message>
        <source>y from, to</source>
        <translation>y의 범위</translation>
    </message>
    <message>
        <source>Points, noise</source>
        <translation>점, 잡음</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>{0} points of class 0, {1} of class 1.</source>
        <translation>클래스 0의 점 {0}개, 클래스 1의 점 {1}개입니다.</translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message>
        <source>A formula of x and y, such as x**2 + sin(y); Enter draws it</source>
        <translation>x**2 + sin(y)와 같은 x와 y의 식입니다. Enter를 누르면 그립니다</translation>
    </message>
    <message>
        <source>Formula of the surface</source>
        <translation>곡면의 수식</translation>
    </message>
    <message>
        <source>This formula has {0} characters; at most {1} can be drawn.</source>
        <translation>이 수식은 {0}자입니다. {1}자까지만 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The view must reach from a smaller to a larger number, along both axes.</source>
        <translation>보이는 범위는 두 축 모두 작은 수에서 큰 수까지여야 합니다.</translation>
    </message>
    <message>
        <source>The view is too narrow to be drawn: put its edges further apart.</source>
        <translation>보기 영역이 너무 좁아 그릴 수 없습니다. 양 끝을 더 벌리세요.</translation>
    </message>
    <message>
        <source>x from</source>
        <translation>x 범위</translation>
    </message>
    <message>
        <source>The left edge of the view</source>
        <translation>보이는 범위의 왼쪽 끝</translation>
    </message>
    <message>
        <source>x to</source>
        <translation>x 끝</translation>
    </message>
    <message>
        <source>The right edge of the view</source>
        <translation>보이는 범위의 오른쪽 끝</translation>
    </message>
    <message>
        <source>y from</source>
        <translation>y 범위</translation>
    </message>
    <message>
        <source>The lower edge of the view</source>
        <translation>보이는 범위의 아래쪽 끝</translation>
    </message>
    <message>
        <source>y to</source>
        <translation>y 끝</translation>
    </message>
    <message>
        <source>The upper edge of the view</source>
        <translation>보이는 범위의 위쪽 끝</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
</context>
<context>
    <name>FormulaQuestion</name>
    <message>
        <source>a formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Type a formula such as 2*x + y or 1/(1 + exp(-x)), and press Enter</source>
        <translation>2*x + y나 1/(1 + exp(-x)) 같은 수식을 입력하고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Names: {0}</source>
        <translation>쓸 수 있는 이름: {0}</translation>
    </message>
</context>
<context>
    <name>ForwardPart</name>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>The input whose derivative is pushed forward</source>
        <translation>변화율을 앞으로 전파할 입력</translation>
    </message>
    <message>
        <source>Forward: the tangent of the result</source>
        <translation>순방향: 결과의 변화율</translation>
    </message>
    <message>
        <source>Reverse: the gradient of the input, the same number</source>
        <translation>역방향: 입력의 기울기, 같은 수입니다</translation>
    </message>
    <message>
        <source>There is no input that a tangent could start from.</source>
        <translation>변화율을 전파하기 시작할 입력이 없습니다.</translation>
    </message>
    <message>
        <source>{0} moves by 1 per unit. Under each wire stands → how fast the number on it moves: its tangent ∂·/∂{0}, in the place of the gradient. Step through with Space, ← and →.</source>
        <translation>{0}{이/가} 1의 속도로 변한다고 봅니다. 연결선 아래에는 기울기 대신 그 수가 얼마나 빨리 변하는지, 곧 변화율 ∂·/∂{0}{이/가} →와 함께 적힙니다. Space, ←, →로 한 단계씩 살펴보세요.</translation>
    </message>
</context>
<context>
    <name>FrameEditor</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>프레임의 제목</translation>
    </message>
    <message>
        <source>Note of the frame</source>
        <translation>프레임의 메모</translation>
    </message>
    <message>
        <source>Enter takes title and note, Escape leaves them.</source>
        <translation>Enter를 누르면 제목과 메모를 받아들이고, Esc를 누르면 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes title and note, Escape leaves them.</source>
        <translation>Ctrl+Enter를 누르면 제목과 메모를 받아들이고, Esc를 누르면 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>FrameEdits</name>
    <message>
        <source>frame</source>
        <translation>프레임 두르기</translation>
    </message>
    <message>
        <source>write on frame</source>
        <translation>프레임에 쓰기</translation>
    </message>
    <message>
        <source>remove frame</source>
        <translation>프레임 없애기</translation>
    </message>
    <message>
        <source>add to frame</source>
        <translation>프레임에 넣기</translation>
    </message>
    <message>
        <source>take out of frame</source>
        <translation>프레임에서 빼기</translation>
    </message>
    <message>
        <source>color of frame</source>
        <translation>프레임 색</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
    <message>
        <source>Yours</source>
        <translation>나의 함수</translation>
    </message>
    <message>
        <source>Search functions</source>
        <translation>함수 찾기</translation>
    </message>
    <message>
        <source>Type part of a name; Enter shows the first that fits</source>
        <translation>이름의 일부를 입력하세요. Enter를 누르면 맨 위 함수를 보여 줍니다</translation>
    </message>
    <message>
        <source>No function has that name</source>
        <translation>그런 이름의 함수가 없습니다</translation>
    </message>
    <message>
        <source>Identity and step</source>
        <translation>항등과 계단</translation>
    </message>
    <message>
        <source>Saturating</source>
        <translation>포화 함수</translation>
    </message>
    <message>
        <source>Rectifiers</source>
        <translation>ReLU 계열</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>매끄러운 함수</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Saturation shaded</source>
        <translation>포화 구간 표시</translation>
    </message>
    <message>
        <source>Shade where the selected function is almost flat</source>
        <translation>선택한 함수가 거의 평평한 곳을 칠합니다</translation>
    </message>
    <message>
        <source>Tangent at x</source>
        <translation>x에서의 접선</translation>
    </message>
    <message>
        <source>Draw the line whose steepness is the slope at x</source>
        <translation>x에서의 접선을 그립니다. 접선의 기울기가 도함수 값입니다</translation>
    </message>
    <message>
        <source>Flat means slope below</source>
        <translation>포화로 보는 도함수 값</translation>
    </message>
    <message>
        <source>A function is called saturated where its slope is smaller than this</source>
        <translation>도함수 값이 이보다 작은 곳을 포화라고 부릅니다</translation>
    </message>
</context>
<context>
    <name>GateActions</name>
    <message>
        <source>Open as a graph</source>
        <translation>그래프로 열기</translation>
    </message>
    <message>
        <source>Show the selected function as a gate in the graph space, fed by x</source>
        <translation>선택한 함수를 x가 들어가는 게이트로 그래프 공간에 표시합니다</translation>
    </message>
    <message>
        <source>Copy as a gate</source>
        <translation>게이트로 복사</translation>
    </message>
    <message>
        <source>Copy the selected function; paste it into a graph with Ctrl+V</source>
        <translation>선택한 함수를 복사합니다. 그래프에서 Ctrl+V로 붙여넣으세요</translation>
    </message>
    <message>
        <source>Copied; in the graph space, Ctrl+V puts it on the canvas.</source>
        <translation>복사했습니다. 그래프 공간에서 Ctrl+V를 누르면 캔버스에 놓입니다.</translation>
    </message>
</context>
<context>
    <name>GradientTable</name>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>해석적</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>수치적</translation>
    </message>
    <message>
        <source>error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>The gradient by the chain rule beside (f(x+h) − f(x−h)) / 2h, and the relative error; h is 0.00001 unless it is chosen or another fits better</source>
        <translation>연쇄 법칙으로 구한 기울기와 (f(x+h) − f(x−h)) / 2h, 그리고 상대 오차입니다. h는 따로 고르지 않으면 0.00001이며, 더 알맞은 값이 있으면 그 값을 씁니다</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 검산</translation>
    </message>
    <message>
        <source>There is nothing to compare: the result is not finite.</source>
        <translation>결과가 유한하지 않아 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Computing the numeric gradients …</source>
        <translation>수치 기울기를 계산하는 중…</translation>
    </message>
    <message>
        <source>A sample: {0} of {1} elements were checked, the smallest and largest gradients and others spread evenly.</source>
        <translation>원소 {1}개 중 일부인 {0}개만 검사했습니다. 기울기가 가장 작은 것과 가장 큰 것, 그리고 고르게 고른 것들입니다.</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <source>One layer alone passes nothing on: choose a larger depth.</source>
        <translation>층 하나로는 전달할 것이 없습니다. 더 큰 깊이를 고르세요.</translation>
    </message>
    <message>
        <source>No gradient that is a number arrives at layer 1: it learns nothing.</source>
        <translation>1층에는 유한한 기울기가 도달하지 않으므로 아무것도 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Going back, each layer multiplies the gradient by about {0}: layer 1 gets {1} of what layer {2} gets.</source>
        <translation>역전파할 때 층마다 기울기에 약 {0}{이/가} 곱해져, 1층에 닿는 기울기는 {2}층의 {1}배입니다.</translation>
    </message>
    <message>
        <source>It vanishes: the first layers learn next to nothing.</source>
        <translation>기울기가 소실되어 앞쪽 층은 거의 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>It explodes: the first layers leap about.</source>
        <translation>기울기가 폭발하여 앞쪽 층이 크게 요동칩니다.</translation>
    </message>
    <message>
        <source>It keeps its size.</source>
        <translation>크기가 유지됩니다.</translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>How many layers the signals go through</source>
        <translation>신호가 지나는 층의 수</translation>
    </message>
    <message>
        <source>Activation of each layer</source>
        <translation>각 층의 활성화 함수</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the inputs and the weights</source>
        <translation>입력과 가중치의 시드</translation>
    </message>
    <message>
        <source>Keep for comparison (K)</source>
        <translation>비교용으로 남기기(K)</translation>
    </message>
    <message>
        <source>Leave the present curve in the picture, and choose another network beside it</source>
        <translation>지금의 곡선을 그림에 남겨 두고 다른 신경망을 골라 나란히 봅니다</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>학습시키기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train this kind of network on XOR, or stop (Space)</source>
        <translation>이런 신경망을 XOR로 학습시키거나 멈춥니다(Space)</translation>
    </message>
</context>
<context>
    <name>GradientsView</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>포화 비율</translation>
    </message>
    <message>
        <source>Each layer at the start</source>
        <translation>시작할 때의 각 층</translation>
    </message>
    <message>
        <source>Standard deviation of what each layer gives and of the gradient there, and the share of units whose slope is below 0.01: saturated, or dead</source>
        <translation>각 층의 출력과 그곳 기울기의 표준편차, 그리고 도함수 값이 0.01보다 작은 유닛의 비율입니다. 포화되었거나 죽은 유닛입니다</translation>
    </message>
    <message>
        <source>Layers at the start</source>
        <translation>시작할 때의 층</translation>
    </message>
    <message>
        <source>Network {0} on XOR, SGD 0.3: its gradients, live.</source>
        <translation>신경망 {0}{이/가} SGD 0.3으로 XOR을 학습할 때의 기울기를 실시간으로 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>GraphDrawing</name>
    <message>
        <source>Network {0} at epoch {1}</source>
        <translation>신경망 {0}, 에포크 {1}</translation>
    </message>
    <message>
        <source>The weights at this epoch, looking at one sample.</source>
        <translation>이 에포크의 가중치로 샘플 하나를 봅니다.</translation>
    </message>
    <message>
        <source>The weights at this epoch, looking at {0} samples.</source>
        <translation>이 에포크의 가중치로 샘플 {0}개를 봅니다.</translation>
    </message>
    <message>
        <source>Inputs: {0}.</source>
        <translation>입력: {0}.</translation>
    </message>
    <message>
        <source>It takes the samples in their own units and standardizes them itself.</source>
        <translation>샘플을 원래 단위로 받아 스스로 표준화합니다.</translation>
    </message>
    <message>
        <source>Loss of {0} over {1} and {2}</source>
        <translation>{1}, {2}에 대한 {0}의 손실</translation>
    </message>
    <message>
        <source>All other weights are held fixed as they were at epoch {0}.</source>
        <translation>나머지 가중치는 모두 에포크 {0}의 값으로 고정합니다.</translation>
    </message>
</context>
<context>
    <name>GraphMenu</name>
    <message>
        <source>How to open the graph: by layer or neuron, batch or one sample</source>
        <translation>그래프를 여는 방법: 층별 또는 뉴런별, 배치 또는 샘플 하나</translation>
    </message>
    <message>
        <source>Ways to open as graph</source>
        <translation>그래프로 여는 방법</translation>
    </message>
    <message>
        <source>Graph opened</source>
        <translation>여는 그래프</translation>
    </message>
    <message>
        <source>By layer, the batch</source>
        <translation>층별, 배치</translation>
    </message>
    <message>
        <source>Matrices, each layer one gate; the samples that the next step takes</source>
        <translation>행렬로, 층마다 게이트 하나; 다음 단계에서 쓰는 샘플</translation>
    </message>
    <message>
        <source>By layer, the chosen sample</source>
        <translation>층별, 고른 샘플</translation>
    </message>
    <message>
        <source>Matrices, each layer one gate; the chosen sample, or the first one</source>
        <translation>행렬로, 층마다 게이트 하나; 고른 샘플, 없으면 첫 샘플</translation>
    </message>
    <message>
        <source>By neuron, the batch</source>
        <translation>뉴런별, 배치</translation>
    </message>
    <message>
        <source>Every weight a node, each neuron one gate; for small networks</source>
        <translation>가중치마다 노드 하나, 뉴런마다 게이트 하나; 작은 신경망용</translation>
    </message>
    <message>
        <source>By neuron, the chosen sample</source>
        <translation>뉴런별, 고른 샘플</translation>
    </message>
    <message>
        <source>Every weight a number to follow, each neuron one gate; small networks</source>
        <translation>가중치마다 따라갈 수 있는 수 하나, 뉴런마다 게이트 하나; 작은 신경망용</translation>
    </message>
</context>
<context>
    <name>GraphPage</name>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>도구(&amp;T)</translation>
    </message>
    <message>
        <source>Formula field</source>
        <translation>수식 입력란</translation>
    </message>
    <message>
        <source>Type another formula</source>
        <translation>다른 수식을 입력합니다</translation>
    </message>
    <message>
        <source>Search of the palette</source>
        <translation>팔레트 검색</translation>
    </message>
    <message>
        <source>Type an operation&apos;s name; ↓ leads into the palette</source>
        <translation>연산 이름을 입력합니다. ↓로 팔레트에 들어갑니다</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>재생 조작</translation>
    </message>
    <message>
        <source>Play, step and scrub by keys</source>
        <translation>키보드로 재생하고 단계를 옮깁니다</translation>
    </message>
</context>
<context>
    <name>GridDialog</name>
    <message>
        <source>Value of {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>How many rows it has</source>
        <translation>행의 수</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>How many columns it has</source>
        <translation>열의 수</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation>{0}행 {1}열: {2}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>벡터</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>A number, a vector or a matrix</source>
        <translation>수, 벡터 또는 행렬</translation>
    </message>
    <message>
        <source>Type numbers such as 0.5, 1/2, 1e-3 or 0,5. Tab, Enter and the arrows move on; Ctrl+V pastes a table; Ctrl+Enter takes everything.</source>
        <translation>0.5, 1/2, 1e-3, 0,5처럼 수를 입력하세요. Tab, Enter, 화살표로 옮겨 가고, Ctrl+V로 표를 붙여넣으며, Ctrl+Enter로 모두 받아들입니다.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>칸</translation>
    </message>
    <message>
        <source>+ Row</source>
        <translation>+ 행</translation>
    </message>
    <message>
        <source>Add a row below the current cell</source>
        <translation>현재 칸 아래에 행을 더합니다</translation>
    </message>
    <message>
        <source>− Row</source>
        <translation>− 행</translation>
    </message>
    <message>
        <source>Remove the row of the current cell</source>
        <translation>현재 칸의 행을 없앱니다</translation>
    </message>
    <message>
        <source>+ Column</source>
        <translation>+ 열</translation>
    </message>
    <message>
        <source>Add a column right of the current cell</source>
        <translation>현재 칸 오른쪽에 열을 더합니다</translation>
    </message>
    <message>
        <source>− Column</source>
        <translation>− 열</translation>
    </message>
    <message>
        <source>Remove the column of the current cell</source>
        <translation>현재 칸의 열을 없앱니다</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take the value (Ctrl+Enter)</source>
        <translation>값을 받아들입니다(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>아무것도 바꾸지 않습니다(Esc)</translation>
    </message>
    <message>
        <source>A typed value has at most {0} numbers.</source>
        <translation>입력하는 값의 수는 최대 {0}개입니다.</translation>
    </message>
</context>
<context>
    <name>GroupBar</name>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>As drawn each group is one gate; in full it is all the gates inside. Multiplications (×) and additions (+) are those of one forward and one backward pass.</source>
        <translation>그려진 대로는 그룹 하나가 게이트 하나이고, 전체로는 안에 있는 게이트를 모두 셉니다. 곱셈(×)과 덧셈(+)은 순전파 한 번과 역전파 한 번의 횟수입니다.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>지금 여기입니다</translation>
    </message>
    <message>
        <source>Go out to {}</source>
        <translation>{}{으로/로} 나가기</translation>
    </message>
    <message>
        <source>{0} gates as drawn, {1} in full</source>
        <translation>그려진 게이트 {0}개, 전체 {1}개</translation>
    </message>
    <message>
        <source>{0} gate as drawn, {1} in full</source>
        <translation>그려진 게이트 {0}개, 전체 {1}개</translation>
    </message>
    <message>
        <source>{0} × and {1} + as drawn, {2} × and {3} + in full</source>
        <translation>그려진 대로 × {0}회와 + {1}회, 전체 × {2}회와 + {3}회</translation>
    </message>
</context>
<context>
    <name>GroupSelection</name>
    <message>
        <source>There is no group to take away: select the gate of a group.</source>
        <translation>풀 그룹이 없습니다. 그룹의 게이트를 선택하세요.</translation>
    </message>
</context>
<context>
    <name>HandingIn</name>
    <message>
        <source>Hand in</source>
        <translation>제출</translation>
    </message>
    <message>
        <source>Your name, as your lecturer knows it:</source>
        <translation>강사가 알고 있는 이름:</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>This lesson was played with other numbers than those of your name.</source>
        <translation>이 레슨은 내 이름의 숫자가 아닌 다른 숫자로 풀었습니다.</translation>
    </message>
    <message>
        <source>Your lecturer sees that. With your own numbers it begins anew.</source>
        <translation>선생님도 이것을 보게 됩니다. 내 이름의 숫자로 하려면 레슨을 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Hand in all the same</source>
        <translation>그대로 제출</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Results of lessons</source>
        <translation>레슨 결과</translation>
    </message>
    <message>
        <source>The result was not written. {0}</source>
        <translation>결과를 저장하지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Send two weights to Optimizers…</source>
        <translation>가중치 두 개를 최적화 공간으로 보내기…</translation>
    </message>
    <message>
        <source>Show the loss as a surface over two weights, those chosen last in the network, with all others held fixed</source>
        <translation>신경망에서 마지막에 고른 두 가중치에 대한 손실 곡면을 보여 주고, 나머지는 모두 고정합니다</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>{0}행 {1}열: {2}</translation>
    </message>
</context>
<context>
    <name>HiddenView</name>
    <message>
        <source>Hidden space</source>
        <translation>은닉 공간</translation>
    </message>
    <message>
        <source>The plane of the inputs as the layer sees it. Where a straight line separates the classes here, the next layer can separate them</source>
        <translation>층이 보는 입력 평면입니다. 여기에서 직선 하나가 클래스를 나누면 다음 층이 클래스를 나눌 수 있습니다</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Hidden layer {0}</source>
        <translation>은닉층 {0}</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Principal plane</source>
        <translation>주성분 평면</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Only a network with two inputs or more bends a plane.</source>
        <translation>입력이 둘 이상인 신경망만 평면을 변형합니다.</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>첫째 방향</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>둘째 방향</translation>
    </message>
    <message>
        <source>Whole: equal x₁, dashed: equal x₂.</source>
        <translation>실선: x₁이 같은 선, 파선: x₂가 같은 선.</translation>
    </message>
    <message>
        <source>Whole: equal {0}, dashed: equal {1}; {2}.</source>
        <translation>실선: {0}{이/가} 같은 점, 점선: {1}{이/가} 같은 점, {2}.</translation>
    </message>
    <message>
        <source>Thick line: ŷ = ½.</source>
        <translation>굵은 선: ŷ = ½.</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>Hint {0} of {1}</source>
        <translation>힌트 {0}/{1}</translation>
    </message>
    <message>
        <source>Show the next hint; the gentlest comes first</source>
        <translation>다음 힌트를 봅니다. 가벼운 힌트부터 나옵니다</translation>
    </message>
</context>
<context>
    <name>InlineEditor</name>
    <message>
        <source>Value or name on the canvas</source>
        <translation>캔버스 위의 값 또는 이름</translation>
    </message>
    <message>
        <source>Enter takes the text, Escape leaves everything as it was.</source>
        <translation>Enter는 입력한 내용을 받아들이고, Esc는 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>All digits</source>
        <translation>모든 자릿수</translation>
    </message>
    <message>
        <source>Show every digit of the numbers</source>
        <translation>수의 모든 자릿수를 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>JacobianPanel</name>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>The gate that is asked about</source>
        <translation>알아볼 게이트</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The input that changes; the others hold still</source>
        <translation>바뀌는 입력. 나머지는 그대로 있습니다</translation>
    </message>
    <message>
        <source>The matrix</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>What is computed instead</source>
        <translation>대신 계산하는 것</translation>
    </message>
    <message>
        <source>How each number of the output changes with each number of the input. Backpropagation never builds this matrix; it only multiplies with it.</source>
        <translation>출력의 각 수가 입력의 각 수에 따라 어떻게 바뀌는지 보입니다. 역전파는 이 행렬을 만들지 않고, 이 행렬과의 곱만 계산합니다.</translation>
    </message>
    <message>
        <source>There is no gate here that can be computed yet.</source>
        <translation>아직 계산할 수 있는 게이트가 없습니다.</translation>
    </message>
    <message>
        <source>Down: the output&apos;s numbers; across: the input&apos;s, in reading order.</source>
        <translation>세로: 출력의 수, 가로: 입력의 수. 읽는 순서대로입니다.</translation>
    </message>
    <message>
        <source>It is too large to be drawn: nobody builds it.</source>
        <translation>너무 커서 그릴 수 없습니다. 실제로 이 행렬을 만드는 일은 없습니다.</translation>
    </message>
    <message>
        <source>{0} operations, instead of {1} with the matrix built.</source>
        <translation>연산 {0}번입니다. 행렬을 만들면 {1}번이 됩니다.</translation>
    </message>
    <message>
        <source>Built, it would have {0} entries and take {1} MB.</source>
        <translation>만든다면 성분이 {0}개이고 {1} MB를 차지합니다.</translation>
    </message>
    <message>
        <source>Built, it would have one entry.</source>
        <translation>만든다면 성분이 1개입니다.</translation>
    </message>
    <message>
        <source>Built, it would have {0} entries.</source>
        <translation>만든다면 성분이 {0}개입니다.</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>영행렬</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>단위행렬</translation>
    </message>
    <message>
        <source>Scaled identity</source>
        <translation>단위행렬의 배수</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>대각행렬</translation>
    </message>
    <message>
        <source>One-hot rows</source>
        <translation>원-핫 행</translation>
    </message>
    <message>
        <source>One entry in each row</source>
        <translation>행마다 성분 하나</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>희소</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>밀집 행렬</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>섞임</translation>
    </message>
    <message>
        <source>The output does not change with this input, so nothing goes back.</source>
        <translation>출력이 이 입력에 따라 바뀌지 않으므로 아무것도 되돌아가지 않습니다.</translation>
    </message>
    <message>
        <source>Each number is handed on as it is, and so is its gradient.</source>
        <translation>각 수가 그대로 전해지고, 기울기도 그대로 전해집니다.</translation>
    </message>
    <message>
        <source>Each number is multiplied by the same factor, and so is its gradient.</source>
        <translation>모든 수에 같은 값을 곱하며, 기울기에도 같은 값을 곱합니다.</translation>
    </message>
    <message>
        <source>Each number depends on its own input alone: one product for each, no matrix.</source>
        <translation>각 수는 자기 입력에만 달려 있습니다. 수마다 곱셈 하나면 되고 행렬은 필요 없습니다.</translation>
    </message>
    <message>
        <source>Each output is one of the inputs, or none: the gradient is only sent to its place.</source>
        <translation>각 출력은 입력 중 하나이거나 아무것도 아닙니다. 기울기는 제자리로 보내지기만 합니다.</translation>
    </message>
    <message>
        <source>The input was repeated to fit: every copy sends its share back, and they are added up.</source>
        <translation>모양을 맞추려고 입력이 반복되었습니다. 사본마다 제 몫을 되돌려 보내고, 그 몫을 모두 더합니다.</translation>
    </message>
    <message>
        <source>Each output depends on some of the inputs only: {possible} of {all} entries can differ from 0, the others are 0 whatever the numbers are.</source>
        <translation>각 출력은 입력 일부에만 의존합니다. 성분 {all}개 중 {possible}개만 0이 아닐 수 있고, 나머지는 수와 관계없이 0입니다.</translation>
    </message>
    <message>
        <source>Every output may depend on every input: the numbers mix.</source>
        <translation>모든 출력이 모든 입력에 달려 있을 수 있습니다. 수들이 섞입니다.</translation>
    </message>
    <message>
        <source>Outputs depend on several inputs: the numbers mix. The matrix is too large to be looked at entry by entry.</source>
        <translation>출력이 여러 입력에 의존하므로 수가 섞입니다. 행렬이 너무 커서 성분을 하나씩 살펴보지는 않습니다.</translation>
    </message>
</context>
<context>
    <name>KeyboardWire</name>
    <message>
        <source>{0} → {1}: Enter connects, ↑ ↓ choose, ← → turn round, Esc leaves.</source>
        <translation>{0} → {1}: Enter로 연결, ↑ ↓로 선택, ← →로 방향 바꾸기, Esc로 그만둡니다.</translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>words; rows with gaps are left out</source>
        <translation>단어; 빈칸이 있는 행은 뺌</translation>
    </message>
    <message>
        <source>Where nothing is known, nothing is learnt</source>
        <translation>값을 모르는 행에서는 아무것도 학습하지 않습니다</translation>
    </message>
    <message>
        <source>words; gaps are a word of their own</source>
        <translation>단어; 빈칸도 하나의 단어로 봄</translation>
    </message>
    <message>
        <source>That somebody does not say it may tell something as well</source>
        <translation>답하지 않은 것도 무언가를 말해 줄 수 있습니다</translation>
    </message>
    <message>
        <source>The larger, the more there is of it</source>
        <translation>크기를 나타내는 수입니다</translation>
    </message>
    <message>
        <source>Names of something, such as districts: each gets an input of its own</source>
        <translation>지역 번호처럼 이름을 나타내는 수입니다. 이름마다 입력이 하나씩 생깁니다</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>Loss landscape</source>
        <translation>손실 지형</translation>
    </message>
    <message>
        <source>Point at a place to read the loss there; yellow is low, violet is high</source>
        <translation>한 곳을 가리키면 그곳의 손실을 읽습니다. 노랑은 낮고 보라는 높습니다</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Plane of the path</source>
        <translation>경로의 평면</translation>
    </message>
    <message>
        <source>The two directions in which the weights have moved the most</source>
        <translation>가중치가 가장 많이 움직인 두 방향</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>무작위 방향</translation>
    </message>
    <message>
        <source>Two random directions, for each neuron as long as its weights</source>
        <translation>무작위 방향 두 개. 뉴런마다 그 가중치만큼 깁니다</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>다른 방향</translation>
    </message>
    <message>
        <source>Draw two other random directions</source>
        <translation>다른 무작위 방향 두 개를 뽑습니다</translation>
    </message>
    <message>
        <source>Other random directions</source>
        <translation>다른 무작위 방향</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>첫째 방향</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>둘째 방향</translation>
    </message>
    <message>
        <source>□ start, ● now. The plane holds {0} % of the path&apos;s spread.</source>
        <translation>□ 시작, ● 현재. 이 평면에 경로가 퍼진 정도의 {0}%가 담겨 있습니다.</translation>
    </message>
    <message>
        <source>Random directions: a plane of the path needs a few steps.</source>
        <translation>무작위 방향: 경로의 평면을 보려면 몇 단계가 더 필요합니다.</translation>
    </message>
    <message>
        <source>□ start, ● now. Random directions, number {0}.</source>
        <translation>□ 시작, ● 현재. 무작위 방향 {0}번.</translation>
    </message>
    <message>
        <source>Loss about {0}</source>
        <translation>손실 약 {0}</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language of the lesson</source>
        <translation>레슨의 언어</translation>
    </message>
    <message>
        <source>{0}, as the interface</source>
        <translation>{0}(화면과 같은 언어)</translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>Hidden layer {0}: {1} neurons, {2}. Click for more</source>
        <translation>은닉층 {0}: 뉴런 {1}개, {2}. 누르면 더 많은 동작이 나옵니다</translation>
    </message>
    <message>
        <source>Inputs: as many as the data has</source>
        <translation>입력: 데이터의 입력 수만큼 있습니다</translation>
    </message>
    <message>
        <source>Outputs: as many as the data asks for</source>
        <translation>출력: 데이터가 요구하는 수만큼 있습니다</translation>
    </message>
    <message>
        <source>One neuron more</source>
        <translation>뉴런 하나 추가</translation>
    </message>
    <message>
        <source>One neuron less</source>
        <translation>뉴런 하나 제거</translation>
    </message>
    <message>
        <source>Add a layer before</source>
        <translation>앞에 층 추가</translation>
    </message>
    <message>
        <source>Add a layer behind</source>
        <translation>뒤에 층 추가</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>이 층 제거</translation>
    </message>
    <message>
        <source>Take a neuron out of hidden layer {0}</source>
        <translation>은닉층 {0}에서 뉴런을 하나 뺍니다</translation>
    </message>
    <message>
        <source>Add a neuron to hidden layer {0}</source>
        <translation>은닉층 {0}에 뉴런을 하나 더합니다</translation>
    </message>
    <message>
        <source>Put a hidden layer in here</source>
        <translation>여기에 은닉층을 넣습니다</translation>
    </message>
</context>
<context>
    <name>LayersChart</name>
    <message>
        <source>step length</source>
        <translation>이동량</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>LayersField</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Units in each layer, the inputs first: 2-4-1 has 4 hidden units, 2-8-8-1 two hidden layers, 2-1 none. Enter applies it.</source>
        <translation>각 층의 유닛 수를 입력층부터 적습니다. 2-4-1은 은닉 유닛 4개, 2-8-8-1은 은닉층 2개, 2-1은 은닉층이 없습니다. Enter를 누르면 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>For all methods</source>
        <translation>모든 옵티마이저에 적용</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>손실 곡면</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Show or hide {0}</source>
        <translation>{0} 보이기 또는 숨기기</translation>
    </message>
</context>
<context>
    <name>LessonButton</name>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>{0}/{1}단계</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>The numbers of the lesson are being drawn…</source>
        <translation>레슨에 쓸 수를 뽑고 있습니다…</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Wiregrad lessons</source>
        <translation>Wiregrad 레슨</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>레슨 열기</translation>
    </message>
    <message>
        <source>Another window is in this lesson too. What is done in both is kept, and the place to go on at is that of the other one.</source>
        <translation>다른 창에서도 이 레슨을 하고 있습니다. 두 창에서 한 것은 모두 저장되고, 이어서 할 자리는 다른 창의 자리로 저장됩니다.</translation>
    </message>
    <message>
        <source>What was done in this lesson cannot be read. {0}</source>
        <translation>이 레슨에서 한 일을 읽을 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>Fresh numbers are being drawn…</source>
        <translation>새 수를 뽑고 있습니다…</translation>
    </message>
    <message>
        <source>You have opened something of your own, so the lesson was left. It goes on at this very step.</source>
        <translation>직접 만든 것을 열어서 레슨을 나왔습니다. 다음에 바로 이 단계부터 이어집니다.</translation>
    </message>
    <message>
        <source>Your progress is not kept: {0}</source>
        <translation>진도가 저장되지 않습니다: {0}</translation>
    </message>
    <message>
        <source>Opened lessons</source>
        <translation>직접 연 레슨</translation>
    </message>
</context>
<context>
    <name>LinePlot</name>
    <message>
        <source>The points, the line and the residuals</source>
        <translation>점과 직선과 잔차</translation>
    </message>
    <message>
        <source>Dots are the data, the line is Wx + b, dashes are the residuals</source>
        <translation>점은 데이터, 직선은 Wx + b, 파선은 잔차입니다</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Three inputs have no flat picture: each dot is a prediction over its target, and on the line the two are equal; dashes are the residuals</source>
        <translation>세 입력은 평면에 그릴 수 없으므로, 점은 목표값에 대한 예측이고 직선 위에서는 둘이 같습니다. 파선은 잔차입니다</translation>
    </message>
</context>
<context>
    <name>LinearPanel</name>
    <message>
        <source>The same seed draws the same weights again</source>
        <translation>같은 시드는 같은 가중치를 다시 뽑습니다</translation>
    </message>
    <message>
        <source>Draw other weights: the next seed</source>
        <translation>다른 가중치를 뽑습니다(다음 시드)</translation>
    </message>
    <message>
        <source>Trained on XOR</source>
        <translation>XOR로 학습함</translation>
    </message>
    <message>
        <source>Let both learn XOR for 400 steps first, instead of leaving them as drawn</source>
        <translation>뽑은 그대로 두지 않고 먼저 둘 다 XOR을 400단계 학습하게 합니다</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>How many layers stand one after another.</source>
        <translation>이어진 층의 수입니다.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>How many units each layer has but the last, which has one.</source>
        <translation>유닛이 하나인 마지막 층을 뺀 각 층의 유닛 수입니다.</translation>
    </message>
    <message>
        <source>The stack</source>
        <translation>쌓은 층</translation>
    </message>
    <message>
        <source>Both stacks start with the same weights. Without a curved function between them, layers multiply into one matrix.</source>
        <translation>두 신경망은 같은 가중치로 시작합니다. 사이에 비선형 함수가 없으면 여러 층이 행렬 하나로 합쳐집니다.</translation>
    </message>
</context>
<context>
    <name>LinearSheet</name>
    <message>
        <source>The one layer</source>
        <translation>한 층</translation>
    </message>
    <message>
        <source>x·W + b, samples in rows: the same totals as the whole stack.</source>
        <translation>x·W + b, 샘플은 행: 쌓은 층 전체와 같은 합입니다.</translation>
    </message>
    <message>
        <source>The stack</source>
        <translation>쌓은 층</translation>
    </message>
</context>
<context>
    <name>LinearView</name>
    <message>
        <source>Nothing between the layers</source>
        <translation>층 사이에 아무것도 없음</translation>
    </message>
    <message>
        <source>tanh between the layers</source>
        <translation>층 사이에 tanh</translation>
    </message>
    <message>
        <source>The prediction over the plane; the line is where it is ½</source>
        <translation>평면 위의 예측. 선은 예측이 ½인 곳입니다</translation>
    </message>
    <message>
        <source>The linear stack has learnt to answer the same everywhere: for XOR no straight line is better than none.</source>
        <translation>쌓은 선형층은 어디서나 같은 답을 내도록 학습되었습니다. XOR에서는 어떤 직선을 그어도 직선이 없는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>One layer draws a straight line. Add layers, and see whether it bends.</source>
        <translation>층 하나는 직선을 그립니다. 층을 더해 직선이 굽는지 보세요.</translation>
    </message>
    <message>
        <source>{0} linear layers give what the one layer W = {1} gives: the largest difference over the samples is {2}. Whatever their weights are, they draw a straight line.</source>
        <translation>선형층 {0}개는 한 층 W = {1}{과/와} 같은 값을 냅니다. 샘플에서 가장 큰 차이는 {2}입니다. 가중치가 무엇이든 직선을 그립니다.</translation>
    </message>
    <message>
        <source>{0} of {1} XOR samples are on the right side.</source>
        <translation>XOR 샘플 {1}개 중 {0}개가 올바른 쪽에 있습니다.</translation>
    </message>
    <message>
        <source>Dashed: the line of the one layer alone.</source>
        <translation>점선: 한 층만의 직선.</translation>
    </message>
    <message>
        <source>Line: where the prediction is ½.</source>
        <translation>선: 예측이 ½인 곳.</translation>
    </message>
</context>
<context>
    <name>LongFormula</name>
    <message>
        <source>… and {0} more terms</source>
        <translation>… 외 {0}개 항</translation>
    </message>
    <message>
        <source>… and one more term</source>
        <translation>… 외 1개 항</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Pause to see this step&apos;s numbers.</source>
        <translation>학습을 멈추면 이 단계의 수를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Targets and predictions stand here standardized.</source>
        <translation>여기의 목표값과 예측값은 표준화한 값입니다.</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss of each method against the step</source>
        <translation>단계에 따른 각 옵티마이저의 손실</translation>
    </message>
    <message>
        <source>The loss after each step; the dashed line is the goal</source>
        <translation>각 단계 뒤의 손실입니다. 점선은 목표입니다</translation>
    </message>
    <message>
        <source>The loss of each method after each step. The upright line is the step shown; where all losses are positive, the scale is logarithmic.</source>
        <translation>각 단계 뒤 각 옵티마이저의 손실입니다. 세로선은 지금 보여 주는 단계이고, 손실이 모두 양수이면 로그 눈금을 씁니다.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>loss (log)</source>
        <translation>손실(로그)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>목표</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>{0} (root mean square error {1})</source>
        <translation>{0}(평균제곱근오차 {1})</translation>
    </message>
    <message>
        <source>What is minimized: the loss of standardized targets, (t − μ)/σ. It has no unit.</source>
        <translation>최소화하는 값: 표준화한 목표값 (t − μ)/σ에 대한 손실입니다. 단위가 없습니다.</translation>
    </message>
    <message>
        <source>{0} Times σ² it is the mean square error of “{1}”, whose σ is {2}: its root, times σ, is told where the mouse is.</source>
        <translation>{0} σ²을 곱하면 “{1}”의 평균제곱오차이고 σ는 {2}입니다. 마우스를 올리면 제곱근에 σ를 곱한 값을 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong: {0}</source>
        <translation>문제가 생겼습니다: {0}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>row {0}, column {1}</source>
        <translation>{0}행 {1}열</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>How many rows the matrix has</source>
        <translation>행렬의 행 수</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>How many columns the matrix has</source>
        <translation>행렬의 열 수</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하세요</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>이 알림을 닫습니다</translation>
    </message>
</context>
<context>
    <name>MethodList</name>
    <message>
        <source>Let {0} take part in the race</source>
        <translation>{0}{을/를} 경주에 참가시킵니다</translation>
    </message>
    <message>
        <source>{0} takes part</source>
        <translation>{0} 참가</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Good settings for this surface</source>
        <translation>이 곡면에 좋은 설정</translation>
    </message>
    <message>
        <source>Give this method the settings that were found to suit it on this surface</source>
        <translation>이 곡면에서 이 옵티마이저에 잘 맞는다고 확인된 설정을 씁니다</translation>
    </message>
    <message>
        <source>Same rate for all</source>
        <translation>모두 같은 학습률</translation>
    </message>
    <message>
        <source>Race all methods with this learning rate. It misleads: each needs its own.</source>
        <translation>모든 옵티마이저를 이 학습률로 경주시킵니다. 옵티마이저마다 알맞은 학습률이 달라서 오해를 부를 수 있습니다.</translation>
    </message>
    <message>
        <source>How the rule is written</source>
        <translation>갱신 규칙의 표기 방식</translation>
    </message>
    <message>
        <source>Written as in the course</source>
        <translation>강의의 방식</translation>
    </message>
    <message>
        <source>Written as in {0}</source>
        <translation>{0} 방식</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole graph; click or drag to show another part of it</source>
        <translation>그래프 전체입니다. 클릭하거나 끌면 다른 부분이 보입니다.</translation>
    </message>
    <message>
        <source>Map of the graph</source>
        <translation>그래프 지도</translation>
    </message>
</context>
<context>
    <name>Misfits</name>
    <message>
        <source>needs {0}, has {1}</source>
        <translation>필요: {0}, 지금: {1}</translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>What is still missing</source>
        <translation>아직 남은 것</translation>
    </message>
</context>
<context>
    <name>ModeLegend</name>
    <message>
        <source>Forward mode from {0}</source>
        <translation>{0}에서 시작하는 순방향 모드</translation>
    </message>
    <message>
        <source>above the wire: value</source>
        <translation>연결선 위: 값</translation>
    </message>
    <message>
        <source>below: → tangent ∂·/∂{0}</source>
        <translation>아래: → 변화율 ∂·/∂{0}</translation>
    </message>
</context>
<context>
    <name>ModesPanel</name>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히 비교</translation>
    </message>
    <message>
        <source>Reverse mode pulls the result&apos;s derivative back to every node: one backward pass gives the gradients of all inputs.</source>
        <translation>역방향 모드는 결과의 기울기를 모든 노드로 거슬러 전파합니다. 역전파 한 번으로 모든 입력의 기울기를 얻습니다.</translation>
    </message>
    <message>
        <source>Forward mode pushes one input&apos;s derivative on to every node, together with the values: one pass for each input.</source>
        <translation>순방향 모드는 한 입력에 대한 변화율을 값과 함께 모든 노드로 전파합니다. 입력마다 한 번씩 지나야 합니다.</translation>
    </message>
    <message>
        <source>The numerical check moves each input by h to both sides and divides the difference: easy, slow and approximate. Compute analytically, check numerically.</source>
        <translation>수치 검사는 각 입력을 양쪽으로 h만큼 움직여 차이를 나눕니다. 쉽고, 느리고, 근사적입니다. 계산은 해석적으로, 검사는 수치적으로 합니다.</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Drop it to put it into this wire.</source>
        <translation>놓으면 이 연결선에 끼워 넣습니다.</translation>
    </message>
</context>
<context>
    <name>MyGatesSection</name>
    <message>
        <source>My gates</source>
        <translation>내 게이트</translation>
    </message>
    <message>
        <source>Commands of a kept gate</source>
        <translation>보관한 게이트의 명령</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Remove from My gates …</source>
        <translation>내 게이트에서 제거…</translation>
    </message>
    <message>
        <source>Rename gate</source>
        <translation>게이트 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name: letters, digits and _, beginning with a letter</source>
        <translation>이름: 글자로 시작하고 글자, 숫자, _를 씁니다</translation>
    </message>
    <message>
        <source>Remove gate</source>
        <translation>게이트 제거</translation>
    </message>
    <message>
        <source>Remove “{}” from My gates?</source>
        <translation>“{}”{을/를} 내 게이트에서 제거하시겠습니까?</translation>
    </message>
    <message>
        <source>Graphs that use it keep their copy. This cannot be undone.</source>
        <translation>이것을 쓰는 그래프에는 사본이 남습니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>NetworkGrid</name>
    <message>
        <source>Networks, one for each seed</source>
        <translation>시드마다 하나씩의 신경망</translation>
    </message>
    <message>
        <source>What each network answers over the inputs. ✓ and the epoch at which it converged, or ✗. Click one, or choose it by the arrow keys and press Enter, to open it in the training view with its seed.</source>
        <translation>각 신경망이 입력 평면에서 내는 답입니다. ✓와 수렴한 에포크, 또는 ✗를 적습니다. 하나를 클릭하거나 화살표 키로 고르고 Enter를 누르면 그 시드로 학습 화면에서 엽니다.</translation>
    </message>
    <message>
        <source>Seed {0}: converged at epoch {1}, loss {2}. Click to open it.</source>
        <translation>시드 {0}: 에포크 {1}에 수렴, 손실 {2}. 클릭하면 엽니다.</translation>
    </message>
    <message>
        <source>Seed {0}: not converged, loss {1}. Click to open it.</source>
        <translation>시드 {0}: 수렴하지 않음, 손실 {1}. 클릭하면 엽니다.</translation>
    </message>
</context>
<context>
    <name>NetworkNumbers</name>
    <message>
        <source>{0}: weight {1}</source>
        <translation>{0}: 가중치 {1}</translation>
    </message>
    <message>
        <source>{0}: bias {1}</source>
        <translation>{0}: 편향 {1}</translation>
    </message>
    <message>
        <source>input {0}</source>
        <translation>입력 {0}</translation>
    </message>
    <message>
        <source>input {0}: {1}</source>
        <translation>입력 {0}: {1}</translation>
    </message>
</context>
<context>
    <name>NetworkPane</name>
    <message>
        <source>Network {0}</source>
        <translation>신경망 {0}</translation>
    </message>
    <message>
        <source>{0} positive &amp;nbsp; {1} negative weight</source>
        <translation>{0} 양수 &amp;nbsp; {1} 음수 가중치</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>The hidden layer to choose an activation for</source>
        <translation>활성화 함수를 고를 은닉층</translation>
    </message>
    <message>
        <source>Activation of the hidden units</source>
        <translation>은닉 유닛의 활성화 함수</translation>
    </message>
    <message>
        <source>What the last layer ends with</source>
        <translation>마지막 층의 끝에 오는 함수</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>It begins with your weights. Another seed or network draws new ones.</source>
        <translation>직접 정한 가중치에서 시작합니다. 시드나 신경망을 바꾸면 새로 뽑습니다.</translation>
    </message>
    <message>
        <source>Seed of the weights</source>
        <translation>가중치의 시드</translation>
    </message>
    <message>
        <source>Seed of the initial weights: the same seed draws the same weights</source>
        <translation>초기 가중치의 시드: 같은 시드는 같은 가중치를 뽑습니다</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>start</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>all hidden layers</source>
        <translation>모든 은닉층</translation>
    </message>
    <message>
        <source>hidden layer {0}</source>
        <translation>은닉층 {0}</translation>
    </message>
    <message>
        <source>different ones</source>
        <translation>서로 다름</translation>
    </message>
    <message>
        <source>The layers have different ones.</source>
        <translation>층마다 서로 다릅니다.</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Each square is a neuron and shows its output over the plane of the inputs. Each line is a weight: blue and whole if positive, orange and dashed if negative, wider if larger. Click on a number to see its arithmetic, drag it sideways or double-click to change it. With Tab and the arrow keys you come to every number; Enter types it, Page Up and Page Down step it.</source>
        <translation>각 사각형은 뉴런이며 입력 평면 위에서의 출력을 보여 줍니다. 각 선은 가중치입니다. 양수이면 파란 실선, 음수이면 주황 파선이고, 클수록 굵습니다. 수를 클릭하면 계산 과정을 보고, 옆으로 끌거나 두 번 클릭하면 바꿀 수 있습니다. Tab과 화살표 키로 모든 수에 갈 수 있으며, Enter로 입력하고 Page Up과 Page Down으로 조금씩 바꿉니다.</translation>
    </message>
</context>
<context>
    <name>NeuronLines</name>
    <message>
        <source>{0} is an input of this sample.</source>
        <translation>{0}{은/는} 이 샘플의 입력입니다.</translation>
    </message>
    <message>
        <source>{0} = (x − μ)/σ, where x is {1}</source>
        <translation>{0} = (x − μ)/σ, x는 {1}</translation>
    </message>
    <message>
        <source>{0}: {1}·σ + μ</source>
        <translation>{0}: {1}·σ + μ</translation>
    </message>
</context>
<context>
    <name>NodeFaces</name>
    <message>
        <source>muted</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>바깥에서</translation>
    </message>
    <message>
        <source>{} gates</source>
        <translation>게이트 {}개</translation>
    </message>
</context>
<context>
    <name>NodeFacts</name>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value as a picture</source>
        <translation>값을 그림으로</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Gradient as a picture</source>
        <translation>기울기를 그림으로</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>아직 이르지 않음</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산 안 됨</translation>
    </message>
    <message>
        <source>hidden: the lesson asks for it</source>
        <translation>가려짐: 레슨에서 묻는 값입니다</translation>
    </message>
    <message>
        <source>hidden: the exercise asks for it</source>
        <translation>가림: 연습 문제에서 묻는 수입니다</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>스칼라</translation>
    </message>
    <message>
        <source>none: a constant gets no gradient</source>
        <translation>없음: 상수는 기울기를 받지 않습니다</translation>
    </message>
    <message>
        <source>none: it depends on constants alone</source>
        <translation>없음: 상수에만 의존합니다</translation>
    </message>
    <message>
        <source>none: the result does not depend on it</source>
        <translation>없음: 결과가 이 노드에 의존하지 않습니다</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>Edit as table …</source>
        <translation>표로 편집…</translation>
    </message>
    <message>
        <source>Use as result</source>
        <translation>결과로 사용</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Local gradient</source>
        <translation>국소 기울기(local gradient)</translation>
    </message>
    <message>
        <source>Chain rule: local × upstream</source>
        <translation>연쇄 법칙: 국소 기울기 × 상류 기울기(upstream gradient)</translation>
    </message>
    <message>
        <source>Sum over the branches it feeds</source>
        <translation>이어지는 모든 가지에 대한 합</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Its name in formulas; letters, digits and _ are allowed</source>
        <translation>수식에서 쓰는 이름입니다. 영문자, 숫자, _를 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>A number such as 0.5, 1/2 or 1e-3, a vector [1, 2] or a matrix [[1, 2], [3, 4]]</source>
        <translation>0.5, 1/2, 1e-3 같은 수, 벡터 [1, 2], 행렬 [[1, 2], [3, 4]]</translation>
    </message>
    <message>
        <source>Type the value as rows and columns, or give it another shape</source>
        <translation>값을 행과 열로 입력하거나 모양을 바꿉니다</translation>
    </message>
    <message>
        <source>Make this node the output whose gradients are taken; by default it is the last one</source>
        <translation>이 노드를 출력으로 삼아 기울기를 구합니다. 정하지 않으면 마지막 노드입니다</translation>
    </message>
    <message>
        <source>A group of {} gates; a double-click shows them.</source>
        <translation>게이트 {}개의 그룹입니다. 두 번 클릭하면 표시됩니다.</translation>
    </message>
    <message>
        <source>Use as result (it is the last one now)</source>
        <translation>결과로 사용(지금은 마지막 노드)</translation>
    </message>
    <message>
        <source>This is the result</source>
        <translation>이것이 결과입니다</translation>
    </message>
</context>
<context>
    <name>NudgePanel</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>The input that is nudged; selecting it chooses it too</source>
        <translation>살짝 움직일 입력입니다. 캔버스에서 선택해도 됩니다</translation>
    </message>
    <message>
        <source>&amp;Halve Δ</source>
        <translation>Δ를 절반으로(&amp;H)</translation>
    </message>
    <message>
        <source>Nudge half as far: the error falls to about a quarter</source>
        <translation>절반만 움직입니다. 오차는 약 1/4로 줄어듭니다</translation>
    </message>
    <message>
        <source>Halve Δ</source>
        <translation>Δ를 절반으로</translation>
    </message>
    <message>
        <source>Predicted: gradient · Δ</source>
        <translation>예측: 기울기 · Δ</translation>
    </message>
    <message>
        <source>True change</source>
        <translation>실제 변화</translation>
    </message>
    <message>
        <source>Error: true − predicted</source>
        <translation>오차: 실제 − 예측</translation>
    </message>
    <message>
        <source>There is no input to nudge.</source>
        <translation>움직일 입력이 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to watch while the result is missing.</source>
        <translation>결과가 없어 지켜볼 것이 없습니다.</translation>
    </message>
    <message>
        <source>The result does not depend on {0}, so no nudge of it is felt.</source>
        <translation>결과가 {0}에 의존하지 않으므로 움직여도 아무 변화가 없습니다.</translation>
    </message>
    <message>
        <source>The nudged result is not finite, so there is nothing to compare.</source>
        <translation>움직인 뒤의 결과가 유한하지 않아 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Δ is 0: nothing moves.</source>
        <translation>Δ가 0이므로 아무것도 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Along {0} the result is a straight line: the prediction is exact.</source>
        <translation>{0} 방향으로 결과는 직선이므로 예측이 정확합니다.</translation>
    </message>
    <message>
        <source>The prediction is off by {0} % of the true change, because the result bends. At half the Δ the error is about a quarter.</source>
        <translation>결과가 휘기 때문에 예측이 실제 변화의 {0}%만큼 빗나갑니다. Δ를 절반으로 하면 오차는 약 1/4이 됩니다.</translation>
    </message>
</context>
<context>
    <name>NudgePlot</name>
    <message>
        <source>The result along the nudged input</source>
        <translation>움직인 입력에 따른 결과</translation>
    </message>
    <message>
        <source>The curve is the result, the dashed line its tangent; the gap at the nudged place is the error of the prediction</source>
        <translation>곡선은 결과이고 파선은 그 접선입니다. 움직인 지점에서의 틈이 예측의 오차입니다</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>tangent line</source>
        <translation>접선</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Summed over all branches that it feeds:</source>
        <translation>이 노드가 이어지는 모든 가지에 걸친 합:</translation>
    </message>
    <message>
        <source>In full: {0}</source>
        <translation>모든 자릿수: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} · A opens the next number of the node</source>
        <translation>{0}/{1} · A를 누르면 이 노드의 다음 수가 열립니다</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기(Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <source>Gradient of {0}</source>
        <translation>{0}의 기울기</translation>
    </message>
    <message>
        <source>Gradient of {0}, along its wire to {1}</source>
        <translation>{0}의 기울기, {1}{으로/로} 가는 연결선을 따라</translation>
    </message>
    <message>
        <source>Tangent ∂{0}/∂{1}</source>
        <translation>변화율 ∂{0}/∂{1}</translation>
    </message>
    <message>
        <source>Not computed: {0} does not reach this number, or the pass has not yet.</source>
        <translation>계산되지 않음: {0}{이/가} 이 수에 영향을 주지 않거나, 아직 계산이 여기까지 오지 않았습니다.</translation>
    </message>
    <message>
        <source>A constant gets no gradient: nobody asks how the result changes with it.</source>
        <translation>상수에는 기울기가 없습니다. 상수에 따라 결과가 어떻게 바뀌는지는 묻지 않기 때문입니다.</translation>
    </message>
    <message>
        <source>Not computed, which is not the same as 0: no pass has reached it yet.</source>
        <translation>계산되지 않았습니다. 0과는 다릅니다. 아직 이곳까지 온 계산이 없습니다.</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Weight or bias</source>
        <translation>가중치 또는 편향</translation>
    </message>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3 and press Enter</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>“{0}” is not a number: type 0.5, 1/2 or 1e-3</source>
        <translation>“{0}”{은/는} 수가 아닙니다. 0.5, 1/2, 1e-3처럼 입력하세요</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3, or drag sideways</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하거나 좌우로 끄세요</translation>
    </message>
    <message>
        <source>“{0}” is not a number: type 0.5, 1/2 or 1e-3</source>
        <translation>“{0}”{은/는} 수가 아닙니다. 0.5, 1/2, 1e-3처럼 입력하세요</translation>
    </message>
    <message>
        <source>A whole number is needed here, not {0}</source>
        <translation>여기에는 {0}{이/가} 아니라 정수가 필요합니다</translation>
    </message>
    <message>
        <source>A number is needed here: type a whole one, such as 7</source>
        <translation>여기에는 수가 필요합니다. 7과 같은 정수를 입력하세요</translation>
    </message>
    <message>
        <source>“{0}” is not a number: type a whole one, such as 7</source>
        <translation>“{0}”{은/는} 수가 아닙니다. 7과 같은 정수를 입력하세요</translation>
    </message>
    <message>
        <source>A number is needed here: type 0.5, 1/2 or 1e-3</source>
        <translation>여기에는 수가 필요합니다. 0.5, 1/2, 1e-3처럼 입력하세요</translation>
    </message>
    <message>
        <source>The number must be at least {0}</source>
        <translation>{0} 이상이어야 합니다</translation>
    </message>
    <message>
        <source>The number must be at most {0}</source>
        <translation>{0} 이하여야 합니다</translation>
    </message>
    <message>
        <source>The number must lie between {0} and {1}</source>
        <translation>{0}{과/와} {1} 사이여야 합니다</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3, and press Enter</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하고 Enter를 누르세요</translation>
    </message>
</context>
<context>
    <name>NumericalPart</name>
    <message>
        <source>No h gives a number to compare for every input.</source>
        <translation>모든 입력을 비교할 수 있는 h가 없습니다.</translation>
    </message>
    <message>
        <source>Truncation outweighs: h is so large that the curve bends between x − h and x + h. A smaller h is better.</source>
        <translation>절단 오차가 우세합니다. h가 너무 커서 x − h와 x + h 사이에서 곡선이 휩니다. h를 더 줄이는 편이 낫습니다.</translation>
    </message>
    <message>
        <source>This h is about as good as any: what is left is round-off.</source>
        <translation>이 h면 충분히 좋습니다. 남은 것은 반올림 오차입니다.</translation>
    </message>
    <message>
        <source>Round-off outweighs: h is so small that both values are nearly equal, and their difference keeps few correct digits. A larger h is better.</source>
        <translation>반올림 오차가 우세합니다. h가 너무 작아 두 값이 거의 같고, 그 차이에 정확한 자릿수가 얼마 남지 않습니다. h를 더 키우는 편이 낫습니다.</translation>
    </message>
    <message>
        <source>The smallest error of the curve, {0}, is at h = {1}.</source>
        <translation>곡선에서 가장 작은 오차는 h = {1}일 때의 {0}입니다.</translation>
    </message>
    <message>
        <source>The curve is of a sample: {0} of {1} elements.</source>
        <translation>이 곡선은 원소 {1}개 중 {0}개만 골라 검사한 것입니다.</translation>
    </message>
</context>
<context>
    <name>OperationChip</name>
    <message>
        <source>In formulas: {0}</source>
        <translation>수식에서는 {0}</translation>
    </message>
    <message>
        <source>Drag it onto the canvas, or double-click.</source>
        <translation>캔버스로 끌어오거나 두 번 클릭하세요.</translation>
    </message>
</context>
<context>
    <name>OperationDelegate</name>
    <message>
        <source>My gates</source>
        <translation>내 게이트</translation>
    </message>
</context>
<context>
    <name>OptimizersPage</name>
    <message>
        <source>Reset the race</source>
        <translation>경주를 처음 상태로</translation>
    </message>
    <message>
        <source>Back to this surface&apos;s own start, rates and steps</source>
        <translation>이 곡면의 기본 시작점, 학습률, 단계 수로 돌아갑니다</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 멈춤</translation>
    </message>
    <message>
        <source>One step back or on</source>
        <translation>한 단계 뒤로 또는 앞으로</translation>
    </message>
    <message>
        <source>To the start or to the end</source>
        <translation>처음이나 끝으로</translation>
    </message>
    <message>
        <source>Turn the surface in space</source>
        <translation>입체 곡면 돌리기</translation>
    </message>
    <message>
        <source>Zoom the surface in space</source>
        <translation>입체 곡면 확대·축소</translation>
    </message>
    <message>
        <source>Show the whole surface again</source>
        <translation>곡면 전체를 다시 보기</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>{0} at step {1}</source>
        <translation>{1}단계의 {0}</translation>
    </message>
    <message>
        <source>Settings of {0}</source>
        <translation>{0} 설정</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Drag the rows; or choose one with ↑ and ↓, and move it with Alt+↑ and Alt+↓.</source>
        <translation>줄을 끌어 옮기세요. 키보드로는 ↑와 ↓로 줄을 고르고 Alt+↑와 Alt+↓로 옮깁니다.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation>{0}, {1} 안</translation>
    </message>
    <message>
        <source>value {0}</source>
        <translation>값 {0}</translation>
    </message>
    <message>
        <source>gradient {0}</source>
        <translation>기울기 {0}</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산되지 않음</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Find a node</source>
        <translation>노드 찾기</translation>
    </message>
    <message>
        <source>Type a name or an operation; ↑ ↓ walk over what is found, Enter goes there</source>
        <translation>이름이나 연산을 입력하세요. ↑ ↓로 찾은 노드를 오가고, Enter로 그 노드로 이동합니다</translation>
    </message>
    <message>
        <source>Every node in the order in which it is computed, what is in a group below its gate; Enter goes to it on the canvas</source>
        <translation>모든 노드를 계산되는 순서로 보여 주고, 그룹 안의 노드는 그 게이트 아래에 표시합니다. Enter를 누르면 캔버스의 그 노드로 이동합니다</translation>
    </message>
    <message>
        <source>Nodes with their values and gradients</source>
        <translation>노드와 그 값, 기울기</translation>
    </message>
    <message>
        <source>{0} of {1} nodes</source>
        <translation>노드 {0}/{1}</translation>
    </message>
    <message>
        <source>No node answers to that.</source>
        <translation>해당하는 노드가 없습니다.</translation>
    </message>
    <message>
        <source>Nodes: {0}</source>
        <translation>노드 {0}개</translation>
    </message>
</context>
<context>
    <name>OutsideNotice</name>
    <message>
        <source>Fit</source>
        <translation>맞추기</translation>
    </message>
    <message>
        <source>Show all curves of this plot</source>
        <translation>이 그림의 모든 곡선이 보이게 합니다</translation>
    </message>
    <message>
        <source>curves outside the view: {0} of {1}</source>
        <translation>화면 밖의 곡선: {1}개 중 {0}개</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>The canvas is empty. Drag an operation from the left, press Tab to search for one, type a formula above, or open an example from the File menu.</source>
        <translation>캔버스가 비어 있습니다. 왼쪽에서 연산을 끌어오거나, Tab을 눌러 찾거나, 위에 수식을 입력하거나, 파일 메뉴에서 예제를 여세요.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Values and gradients of the inputs; click to select one</source>
        <translation>입력의 값과 기울기입니다. 클릭하면 선택됩니다</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 검산</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Select the node</source>
        <translation>노드를 선택합니다</translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <source>x*sigmoid(2*x)</source>
        <translation>x*sigmoid(2*x)</translation>
    </message>
    <message>
        <source>Formula of your own function of x</source>
        <translation>x에 대한 나만의 함수의 수식</translation>
    </message>
    <message>
        <source>Type any formula of x, such as x*exp(-x) or max(x, 0.2*x); Enter shows it</source>
        <translation>x*exp(-x)나 max(x, 0.2*x)처럼 x에 대한 수식을 입력하세요. Enter를 누르면 표시합니다</translation>
    </message>
    <message>
        <source>Reading the formula …</source>
        <translation>수식을 읽는 중…</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} 바꾸기</translation>
    </message>
    <message>
        <source>Throw {0} away</source>
        <translation>{0} 버리기</translation>
    </message>
    <message>
        <source>The graph is no surface. {0}</source>
        <translation>이 그래프는 곡면이 될 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>The loss over {0} and {1} is being prepared…</source>
        <translation>{0}{과/와} {1}에 대한 손실을 준비하고 있습니다…</translation>
    </message>
    <message>
        <source>f(x, y) …</source>
        <translation>f(x, y)…</translation>
    </message>
    <message>
        <source>A surface from a formula of x and y that you type</source>
        <translation>직접 입력한 x와 y의 수식으로 만든 곡면</translation>
    </message>
    <message>
        <source>Fit a table …</source>
        <translation>표 맞춤…</translation>
    </message>
    <message>
        <source>The cost of y = Wx + b on a small table that you type or paste</source>
        <translation>입력하거나 붙여넣은 작은 표에 대한 y = Wx + b의 비용</translation>
    </message>
    <message>
        <source>Graph …</source>
        <translation>그래프…</translation>
    </message>
    <message>
        <source>The result of a graph over its two free inputs, sent from the Graph space by Node ▸ Descend as a surface (Ctrl+Alt+O)</source>
        <translation>자유로운 입력이 둘인 그래프의 결과. 그래프 공간에서 노드 ▸ 곡면으로 내려가기(Ctrl+Alt+O)로 보냅니다</translation>
    </message>
    <message>
        <source>No graph was sent here yet. In the Graph space, the command Node ▸ Descend as a surface (Ctrl+Alt+O) sends a graph with two free inputs of one number each.</source>
        <translation>아직 보낸 그래프가 없습니다. 그래프 공간에서 노드 ▸ 곡면으로 내려가기(Ctrl+Alt+O)를 쓰면, 숫자 하나짜리 자유 입력이 둘인 그래프를 여기로 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>The surface is being prepared…</source>
        <translation>손실 곡면을 준비하고 있습니다…</translation>
    </message>
    <message>
        <source>The result of the graph over {0} (across) and {1} (up).</source>
        <translation>{0}{을/를} 가로축, {1}{을/를} 세로축으로 한 그래프의 결과입니다.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Work that was put aside for a lesson cannot be read. {}</source>
        <translation>레슨을 위해 따로 보관한 작업을 읽을 수 없습니다. {}</translation>
    </message>
    <message>
        <source>Wiregrad ended without closing, during a lesson or after it. Your own work is back as it was.</source>
        <translation>레슨 중이나 레슨이 끝난 뒤에 Wiregrad가 종료되었습니다. 하던 작업을 그대로 되돌려 놓았습니다.</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Send two weights to Optimizers</source>
        <translation>가중치 두 개를 최적화 공간으로 보내기</translation>
    </message>
    <message>
        <source>The loss becomes a surface over these two; all others are held fixed as they are.</source>
        <translation>손실이 이 두 값에 대한 곡면이 됩니다. 나머지는 모두 지금 값으로 고정합니다.</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Choose two different ones.</source>
        <translation>서로 다른 두 개를 고르세요.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>A weight or bias of the network, with its present number</source>
        <translation>신경망의 가중치나 편향과 지금 값</translation>
    </message>
    <message>
        <source>{0} = {1}</source>
        <translation>{0} = {1}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search operations</source>
        <translation>연산 찾기</translation>
    </message>
    <message>
        <source>Type a name or a symbol, such as mul, × or relu; Enter adds it</source>
        <translation>mul, ×, relu 같은 이름이나 기호를 입력하세요. Enter를 누르면 추가됩니다</translation>
    </message>
    <message>
        <source>No operation answers to “{0}”.</source>
        <translation>“{0}”에 맞는 연산이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PassageEdits</name>
    <message>
        <source>A group cannot be muted as a whole. Enter it, and mute a gate inside.</source>
        <translation>그룹 전체를 통과시킬 수는 없습니다. 그룹에 들어가 안의 게이트를 통과시키세요.</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>통과시키기</translation>
    </message>
    <message>
        <source>unmute</source>
        <translation>통과시키기 해제</translation>
    </message>
</context>
<context>
    <name>PathList</name>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Point at a path or walk with ↑ and ↓: it lights up on the canvas</source>
        <translation>경로를 가리키거나 ↑와 ↓로 옮겨 가면 캔버스에서 그 경로가 밝아집니다</translation>
    </message>
</context>
<context>
    <name>PathsPanel</name>
    <message>
        <source>Factoring</source>
        <translation>인수분해</translation>
    </message>
    <message>
        <source>Add an input and a gate to see the paths between them.</source>
        <translation>입력과 게이트를 추가하면 그 사이의 경로가 보입니다.</translation>
    </message>
    <message>
        <source>The numbers are hidden while an exercise is on.</source>
        <translation>연습 문제를 푸는 동안에는 수를 숨깁니다.</translation>
    </message>
    <message>
        <source>Listed are the first {0} of {1} paths.</source>
        <translation>경로 {1}개 중 처음 {0}개를 보여 줍니다.</translation>
    </message>
    <message>
        <source>These products share no factor: there is nothing to take out.</source>
        <translation>이 곱들에는 공통 인수가 없어 묶어 낼 것이 없습니다.</translation>
    </message>
    <message>
        <source>Both ends are the same node: its gradient for itself is 1.</source>
        <translation>시작과 끝이 같은 노드입니다. 자기 자신에 대한 기울기는 1입니다.</translation>
    </message>
    <message>
        <source>No path leads from {0} to {1}: {1} does not depend on {0}.</source>
        <translation>{0}에서 {1}{으로/로} 가는 경로가 없습니다. {1}{은/는} {0}에 의존하지 않습니다.</translation>
    </message>
    <message>
        <source>One path leads from {0} to {1}.</source>
        <translation>{0}에서 {1}{으로/로} 가는 경로는 하나입니다.</translation>
    </message>
    <message>
        <source>{2} paths lead from {0} to {1}; their products add up.</source>
        <translation>{0}에서 {1}{으로/로} 가는 경로는 {2}개이며, 그 곱을 모두 더합니다.</translation>
    </message>
</context>
<context>
    <name>Percent</name>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>PerceptronPanel</name>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>How far a mistake moves the weights; from zeros it changes their length only</source>
        <translation>틀렸을 때 가중치가 얼마나 이동하는지입니다. 0에서 시작하면 가중치의 크기만 달라집니다</translation>
    </message>
    <message>
        <source>The weight to begin with</source>
        <translation>시작할 때의 가중치</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Only where t·(w·x + w₀) ≤ 0: the line turns towards each sample that lies on its wrong side.</source>
        <translation>t·(w·x + w₀) ≤ 0인 경우에만 갱신합니다. 직선이 잘못 분류된 샘플 쪽으로 회전합니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Begin with all weights at 0</source>
        <translation>모든 가중치를 0으로 두고 시작합니다</translation>
    </message>
    <message>
        <source>The weights that solve OR: sums −0.5, 0.5, 0.5 and 1.5</source>
        <translation>OR을 푸는 가중치이며 합은 −0.5, 0.5, 0.5, 1.5입니다</translation>
    </message>
</context>
<context>
    <name>PerceptronPlot</name>
    <message>
        <source>The samples and the line of the perceptron</source>
        <translation>샘플과 퍼셉트론의 직선</translation>
    </message>
    <message>
        <source>Blue discs have the target 1, orange squares −1. On the blue side of the line the sum is above 0; the arrow is the weight vector, at right angles to the line. The ring is the sample just looked at, a cross marks those on the wrong side, and the dashed line is the best so far. Where no line separates the samples, the dotted one at the end is the best there is.</source>
        <translation>파란 원의 목표값은 1, 주황 사각형은 −1입니다. 직선의 파란 쪽에서는 합이 0보다 크고, 화살표는 직선과 직각인 가중치 벡터입니다. 고리는 방금 본 샘플, ×는 잘못된 쪽에 있는 샘플, 파선은 지금까지의 최고입니다. 샘플을 나누는 직선이 없을 때 끝에 나오는 점선은 가능한 최고입니다.</translation>
    </message>
</context>
<context>
    <name>PerceptronView</name>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Truth table with the perceptron’s sums</source>
        <translation>퍼셉트론의 합을 적은 진리표</translation>
    </message>
    <message>
        <source>The weights now, and the best so far</source>
        <translation>지금의 가중치와 지금까지의 최고</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>이번 단계</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>best: {0} of {1}</source>
        <translation>최고: {0}/{1}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>possible: {0} of {1}</source>
        <translation>가능한 최고: {0}/{1}</translation>
    </message>
</context>
<context>
    <name>PerceptronWords</name>
    <message>
        <source>The start: no sample was looked at yet.</source>
        <translation>시작 상태입니다. 아직 본 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>Sample {0}: x = ({1}, {2}), t = {3}</source>
        <translation>샘플 {0}: x = ({1}, {2}), t = {3}</translation>
    </message>
    <message>
        <source>The sum has the sign of t: right, nothing changes.</source>
        <translation>합의 부호가 t와 같습니다. 맞았으므로 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The sum is 0, on the line itself: that counts as wrong.</source>
        <translation>합이 0이어서 직선 위에 있습니다. 틀린 것으로 칩니다.</translation>
    </message>
    <message>
        <source>The sum has the other sign than t: wrong.</source>
        <translation>합의 부호가 t와 다릅니다. 틀렸습니다.</translation>
    </message>
    <message>
        <source>All {0} are right, and were in one whole round: it has converged.</source>
        <translation>한 바퀴를 도는 동안 {0}개가 모두 맞았으므로 수렴했습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} are right; the best so far was {2}.</source>
        <translation>{1}개 중 {0}개가 맞았고, 지금까지의 최고는 {2}개입니다.</translation>
    </message>
    <message>
        <source>the dashed line</source>
        <translation>파선</translation>
    </message>
    <message>
        <source>the dotted line</source>
        <translation>점선</translation>
    </message>
    <message>
        <source>The weights are back where they were: it goes round for ever. No straight line separates these four (Minsky and Papert, 1969). The best that any perceptron can do is {0} of {1}: {2}.</source>
        <translation>가중치가 전에 있던 곳으로 돌아왔으므로 끝없이 돕니다. 이 넷을 나누는 직선은 없습니다(Minsky와 Papert, 1969). 어떤 퍼셉트론도 {1}개 중 {0}개보다 더 맞히지 못합니다(그림의 {2}).</translation>
    </message>
    <message>
        <source>It was stopped after {0} rounds.</source>
        <translation>{0}바퀴 뒤에 멈추었습니다.</translation>
    </message>
</context>
<context>
    <name>PlaneBar</name>
    <message>
        <source>Input along the horizontal axis</source>
        <translation>가로축의 입력</translation>
    </message>
    <message>
        <source>Input along the vertical axis</source>
        <translation>세로축의 입력</translation>
    </message>
    <message>
        <source>Input that is held</source>
        <translation>고정한 입력</translation>
    </message>
    <message>
        <source>Target that is drawn</source>
        <translation>그리는 목표값</translation>
    </message>
    <message>
        <source>Move the plane along this input</source>
        <translation>이 입력을 따라 평면을 옮깁니다</translation>
    </message>
    <message>
        <source>Where the input is held</source>
        <translation>입력을 고정한 값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Hold this input at the mean of the samples to train on</source>
        <translation>이 입력을 학습 샘플의 평균에 고정합니다</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표값</translation>
    </message>
</context>
<context>
    <name>PlaneWords</name>
    <message>
        <source>{0} at {1} (mean)</source>
        <translation>{0} = {1} (평균)</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} = {1}</translation>
    </message>
    <message>
        <source>{0} more inputs at their means</source>
        <translation>나머지 입력 {0}개는 평균</translation>
    </message>
    <message>
        <source>{0} more inputs, some not at their means</source>
        <translation>나머지 입력 {0}개(일부는 평균이 아님)</translation>
    </message>
</context>
<context>
    <name>PlayView</name>
    <message>
        <source>Go there</source>
        <translation>그곳으로 가기</translation>
    </message>
    <message>
        <source>Show the space in which this step takes place</source>
        <translation>이 단계를 하는 공간을 보여 줍니다</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Show the graph of this step as it was; what you have answered stays</source>
        <translation>이 단계의 그래프를 처음대로 다시 보여 줍니다. 답한 것은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Begin this step anew</source>
        <translation>이 단계 다시 시작</translation>
    </message>
    <message>
        <source>Begin the lesson anew</source>
        <translation>레슨 다시 시작</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>제출…</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>레슨 나가기</translation>
    </message>
    <message>
        <source>More of this lesson</source>
        <translation>레슨 메뉴</translation>
    </message>
    <message>
        <source>Begin anew, hand in, or leave</source>
        <translation>다시 시작하거나, 제출하거나, 나갑니다</translation>
    </message>
    <message>
        <source>Leave the lesson; it can be gone on with at this very step</source>
        <translation>레슨을 나갑니다. 다음에 바로 이 단계부터 이어 할 수 있습니다</translation>
    </message>
    <message>
        <source>This step is in {0}.</source>
        <translation>이 단계는 {0} 공간에서 합니다.</translation>
    </message>
    <message>
        <source>The graph of this step has been changed.</source>
        <translation>이 단계의 그래프가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Next leads to a smaller step first, and then back to this question.</source>
        <translation>다음을 누르면 먼저 더 작은 단계로 갔다가 이 질문으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>This step has changed since you did it.</source>
        <translation>이 단계는 지난번에 한 뒤로 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Lesson: {0}</source>
        <translation>레슨: {0}</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>Plot</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 넣었습니다.</translation>
    </message>
    <message>
        <source>Save the plot as {0}</source>
        <translation>그래프를 {0}{으로/로} 저장</translation>
    </message>
    <message>
        <source>The plot was saved to {0}.</source>
        <translation>그래프를 {0}에 저장했습니다.</translation>
    </message>
    <message>
        <source>The plot was not saved. {0}</source>
        <translation>그래프를 저장하지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Save as {0}…</source>
        <translation>{0}{으로/로} 저장…</translation>
    </message>
    <message>
        <source>Save the picture in pixels</source>
        <translation>그림을 픽셀로 저장합니다</translation>
    </message>
    <message>
        <source>Save the picture in lines and letters</source>
        <translation>그림을 선과 글자로 저장합니다</translation>
    </message>
    <message>
        <source>Save the numbers that are shown, in full</source>
        <translation>보이는 수를 모든 자릿수로 저장합니다</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard</source>
        <translation>그림을 클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>처음 보기로</translation>
    </message>
    <message>
        <source>Show the first view again</source>
        <translation>처음 보기를 다시 표시합니다</translation>
    </message>
    <message>
        <source>Show all curves</source>
        <translation>모든 곡선 표시</translation>
    </message>
    <message>
        <source>Show what was hidden in the legend</source>
        <translation>범례에서 숨긴 것을 다시 표시합니다</translation>
    </message>
    <message>
        <source>Logarithmic across</source>
        <translation>가로축 로그 눈금</translation>
    </message>
    <message>
        <source>Logarithmic upwards</source>
        <translation>세로축 로그 눈금</translation>
    </message>
    <message>
        <source>Give each power of ten the same room</source>
        <translation>10의 거듭제곱마다 같은 너비를 줍니다</translation>
    </message>
</context>
<context>
    <name>PointerHint</name>
    <message>
        <source>Hint</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>PointsView</name>
    <message>
        <source>{0} of point {1}</source>
        <translation>점 {1}의 {0}</translation>
    </message>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3, or click on the page</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하거나 그림을 클릭하세요</translation>
    </message>
    <message>
        <source>Click the point on the page, or type it.</source>
        <translation>그림에서 점을 클릭하거나 좌표를 입력하세요.</translation>
    </message>
    <message>
        <source>Click {0} points on the page, or type them.</source>
        <translation>그림에서 점 {0}개를 클릭하거나 좌표를 입력하세요.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경설정</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>The language of menus, texts and messages</source>
        <translation>메뉴, 글, 알림의 언어입니다</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light colors for bright rooms, dark ones for dim rooms</source>
        <translation>밝은 방에는 밝은 색, 어두운 방에는 어두운 색</translation>
    </message>
    <message>
        <source>The size of text, controls and drawings</source>
        <translation>글자, 조작 버튼, 그림의 크기</translation>
    </message>
    <message>
        <source>How many digits follow the decimal point in drawings</source>
        <translation>그림에서 소수점 아래 몇 자리까지 보일지 정합니다</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Digits after the point</source>
        <translation>소수점 아래 자릿수</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep these preferences</source>
        <translation>이 설정을 저장합니다</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>아무것도 바꾸지 않습니다</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>ProgressFiles</name>
    <message>
        <source>Save progress</source>
        <translation>진행 상황 저장</translation>
    </message>
    <message>
        <source>Take over progress</source>
        <translation>진행 상황 가져오기</translation>
    </message>
    <message>
        <source>Progress in lessons</source>
        <translation>레슨 진행 상황</translation>
    </message>
    <message>
        <source>Progress was saved. Lessons: {0}</source>
        <translation>진행 상황을 저장했습니다. 레슨 수: {0}</translation>
    </message>
    <message>
        <source>The progress was not saved. {0}</source>
        <translation>진행 상황을 저장하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>Nothing was taken over. {0}</source>
        <translation>가져온 것이 없습니다. {0}</translation>
    </message>
    <message>
        <source>Progress was taken over. Lessons: {0}</source>
        <translation>진행 상황을 가져왔습니다. 레슨 수: {0}</translation>
    </message>
    <message>
        <source>Of {0} lessons in the file, {1} have other progress here.</source>
        <translation>파일에 든 레슨 {0}개 중 {1}개는 여기에 다른 진행 상황이 있습니다.</translation>
    </message>
    <message>
        <source>Replaced progress cannot be brought back.</source>
        <translation>바꾼 진행 상황은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>둘 다 유지</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>현재 단계</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2} ({3})</source>
        <translation>{0}/{1}단계: {2} ({3})</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>shown to you</source>
        <translation>풀이를 본 단계</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>건너뜀</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Loss against step</source>
        <translation>단계에 따른 손실</translation>
    </message>
    <message>
        <source>Plot the loss of each method</source>
        <translation>각 옵티마이저의 손실을 그립니다</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Distance to the minimum</source>
        <translation>최소점까지의 거리</translation>
    </message>
    <message>
        <source>Plot how far each method is from the nearest minimum</source>
        <translation>각 옵티마이저가 가장 가까운 최소점에서 얼마나 떨어져 있는지 그립니다</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Effective rate</source>
        <translation>실효 학습률</translation>
    </message>
    <message>
        <source>Plot the effective rate of the chosen method</source>
        <translation>선택한 옵티마이저의 실효 학습률을 그립니다</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Give each power of ten the same room, where all numbers are positive</source>
        <translation>모든 수가 양수일 때 10의 거듭제곱마다 같은 간격을 줍니다</translation>
    </message>
    <message>
        <source>Some losses are negative, and a logarithmic scale has no place for them</source>
        <translation>음수인 손실이 있어 로그 눈금으로 나타낼 수 없습니다</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>↑ ↓ choose, Enter or a click writes it, Escape closes the list</source>
        <translation>↑ ↓로 고르고, Enter나 클릭으로 써 넣고, Esc로 목록을 닫습니다</translation>
    </message>
    <message>
        <source>Names that begin so</source>
        <translation>이렇게 시작하는 이름</translation>
    </message>
    <message>
        <source>The name of a value</source>
        <translation>값의 이름</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Revealed: {0}</source>
        <translation>공개된 답: {0}</translation>
    </message>
    <message>
        <source>Answered; it is marked at the end.</source>
        <translation>답을 냈습니다. 끝에 채점합니다.</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>The table can be read in both ways; choose the one that is meant</source>
        <translation>표를 두 가지로 읽을 수 있습니다. 맞는 쪽을 고르세요</translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Check the answer (Enter)</source>
        <translation>답을 확인합니다(Enter)</translation>
    </message>
</context>
<context>
    <name>QuitQuestion</name>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Work is not saved in {0} spaces. Save it before Wiregrad closes?</source>
        <translation>공간 {0}곳에 저장하지 않은 작업이 있습니다. Wiregrad를 닫기 전에 저장할까요?</translation>
    </message>
    <message>
        <source>What is not ticked is lost when you save the rest.</source>
        <translation>선택하지 않은 작업은 저장하지 않고 사라집니다.</translation>
    </message>
    <message>
        <source>Save the work of {0}</source>
        <translation>{0} 공간의 작업을 저장합니다</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>모두 저장</translation>
    </message>
    <message>
        <source>Save what is ticked</source>
        <translation>선택한 것만 저장</translation>
    </message>
</context>
<context>
    <name>RaceFiles</name>
    <message>
        <source>Begin with the first surface anew</source>
        <translation>첫 곡면에서 새로 시작합니다</translation>
    </message>
    <message>
        <source>Open race</source>
        <translation>경주 열기</translation>
    </message>
    <message>
        <source>Save race</source>
        <translation>경주 저장</translation>
    </message>
    <message>
        <source>Save the changes to the race “{0}”?</source>
        <translation>경주 “{0}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>Wiregrad races</source>
        <translation>Wiregrad 경주</translation>
    </message>
    <message>
        <source>Open a race from a file</source>
        <translation>파일에서 경주를 엽니다</translation>
    </message>
    <message>
        <source>Save the whole setting to its file</source>
        <translation>모든 설정을 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save the whole setting to another file</source>
        <translation>모든 설정을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>The race was not saved. {0}</source>
        <translation>경주를 저장하지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>RaceStage</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Back to this surface&apos;s own start, rates and steps (Ctrl+R)</source>
        <translation>이 곡면의 기본 시작점, 학습률, 단계 수로 돌아갑니다(Ctrl+R)</translation>
    </message>
    <message>
        <source>Reset the race</source>
        <translation>경주를 처음 상태로</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>Where each method stands</source>
        <translation>각 옵티마이저의 현재 위치</translation>
    </message>
    <message>
        <source>Where each method stands at the step shown; a tick says that it has arrived</source>
        <translation>지금 보여 주는 단계에서 각 옵티마이저의 위치입니다. ✓는 도착했다는 뜻입니다</translation>
    </message>
    <message>
        <source>No method takes part: check the box of one to let it race.</source>
        <translation>참가하는 옵티마이저가 없습니다. 체크 상자를 선택하면 경주에 참가합니다.</translation>
    </message>
    <message>
        <source>Goal: the loss to reach</source>
        <translation>목표: 도달할 손실</translation>
    </message>
    <message>
        <source>The loss that counts as arrived</source>
        <translation>도착으로 치는 손실</translation>
    </message>
    <message>
        <source>Goal: a loss of at most</source>
        <translation>목표 손실(이하)</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>표를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>표 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the standings, as a spreadsheet pastes them</source>
        <translation>스프레드시트에 붙여넣을 수 있게 순위표를 복사합니다</translation>
    </message>
    <message>
        <source>method</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>steps to {0}</source>
        <translation>{0}까지 단계</translation>
    </message>
    <message>
        <source>{0} ✓</source>
        <translation>{0} ✓</translation>
    </message>
    <message>
        <source>not in {0}</source>
        <translation>{0}단계 안에 미도달</translation>
    </message>
    <message>
        <source>diverged at {0}</source>
        <translation>{0}단계에서 발산</translation>
    </message>
    <message>
        <source>left at {0}</source>
        <translation>{0}단계에서 벗어남</translation>
    </message>
</context>
<context>
    <name>RaceWords</name>
    <message>
        <source>start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>methods that race</source>
        <translation>경주하는 옵티마이저</translation>
    </message>
    <message>
        <source>same rate for all</source>
        <translation>모두 같은 학습률</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>목표</translation>
    </message>
</context>
<context>
    <name>RatePlot</name>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>|Δw / g|</source>
        <translation>|Δw / g|</translation>
    </message>
    <message>
        <source>{0} along {1}</source>
        <translation>{1} 방향 {0}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>This method does not take part; check its box to let it race.</source>
        <translation>이 옵티마이저는 참가하지 않습니다. 체크 상자를 선택하면 참가합니다.</translation>
    </message>
    <message>
        <source>Effective rate of {0} for each coordinate</source>
        <translation>좌표별 {0}의 실효 학습률</translation>
    </message>
    <message>
        <source>How far each step went for each unit of slope, along each coordinate</source>
        <translation>단계마다 좌표별로 기울기 1당 얼마나 이동했는지 보여 줍니다</translation>
    </message>
    <message>
        <source>The step divided by the gradient, for each coordinate. Methods with one rate for all have one curve; adaptive methods take longer steps where slopes are small.</source>
        <translation>좌표마다 이동량을 기울기로 나눈 값입니다. 학습률이 하나인 옵티마이저는 곡선이 하나로 겹치고, 적응형 옵티마이저는 기울기가 작은 곳에서 더 많이 이동합니다.</translation>
    </message>
</context>
<context>
    <name>RateRow</name>
    <message>
        <source>{0} {1}, rate</source>
        <translation>{0} {1}, 학습률</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <source>{0} (Alt+{1})</source>
        <translation>{0} (Alt+{1})</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
</context>
<context>
    <name>RecordActions</name>
    <message>
        <source>&amp;Record as GIF…</source>
        <translation>GIF로 녹화(&amp;R)…</translation>
    </message>
    <message>
        <source>Save the race from its start to its end as a moving picture</source>
        <translation>경주를 처음부터 끝까지 움직이는 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>그림 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Save what is shown of the race at this step as a PNG picture</source>
        <translation>이 단계에서 보이는 경주를 PNG 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>There is nothing to record: no method takes part in the race.</source>
        <translation>녹화할 것이 없습니다. 경주에 참가하는 옵티마이저가 없습니다.</translation>
    </message>
    <message>
        <source>The recording was given up; no file was written.</source>
        <translation>녹화를 그만두었습니다. 파일을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>{0} · step {1}</source>
        <translation>{0} · {1}단계</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0}{으로/로} 저장했습니다.</translation>
    </message>
    <message>
        <source>The picture was not saved. {0}</source>
        <translation>그림을 저장하지 못했습니다. {0}</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>Recording</source>
        <translation>녹화 중</translation>
    </message>
    <message>
        <source>Progress of the recording</source>
        <translation>녹화 진행</translation>
    </message>
    <message>
        <source>How many frames are recorded</source>
        <translation>녹화한 프레임의 수</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give the recording up; no file is written</source>
        <translation>녹화를 그만둡니다. 파일은 만들지 않습니다</translation>
    </message>
    <message>
        <source>Cancel the recording</source>
        <translation>녹화 취소</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Show your own work again that gave way; what is shown now gives way to it</source>
        <translation>자리를 내준 내 작업을 다시 보여 줍니다. 지금 보이는 것이 대신 자리를 내줍니다</translation>
    </message>
    <message>
        <source>Back to your own work</source>
        <translation>내 작업으로 돌아가기</translation>
    </message>
    <message>
        <source>Back to “{0}”</source>
        <translation>“{0}”{으로/로} 돌아가기</translation>
    </message>
    <message>
        <source>This is your work as it stood at {0}. No file holds it.</source>
        <translation>{0}의 작업 상태입니다. 아직 파일에 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>This is your work as it stood at {0}. It is not saved in {1}.</source>
        <translation>{0}의 작업 상태입니다. {1}에는 저장되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Recover</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Open the unsaved work; save it to keep it</source>
        <translation>저장하지 않은 작업을 엽니다. 보관하려면 저장하세요</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Throw the unsaved work away for good</source>
        <translation>저장하지 않은 작업을 완전히 버립니다</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Leave it put aside; the File menu brings it back</source>
        <translation>따로 보관해 둡니다. 파일 메뉴에서 되찾을 수 있습니다</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>되찾기</translation>
    </message>
    <message>
        <source>Your own work “{1}” gave way and was put aside at {0}. It can be brought back here or in the File menu.</source>
        <translation>내 작업 “{1}”{을/를} {0}에 따로 보관했습니다. 여기서나 파일 메뉴에서 되찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>Wiregrad ended without closing. Unsaved work of {0} was kept: “{1}”.</source>
        <translation>Wiregrad가 닫히지 않은 채 끝났습니다. {0}의 저장하지 않은 작업이 보관되어 있습니다: “{1}”.</translation>
    </message>
</context>
<context>
    <name>RegressionView</name>
    <message>
        <source>Example of the course</source>
        <translation>강의 예제</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far each update goes; too large a rate diverges</source>
        <translation>갱신마다 얼마나 멀리 이동하는지입니다. 너무 크면 발산합니다</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How many updates to make</source>
        <translation>갱신을 몇 번 할지</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>As in the course</source>
        <translation>강의와 같게</translation>
    </message>
    <message>
        <source>Take the example’s own rate, epochs and first weights again</source>
        <translation>예제의 학습률, 에포크, 초기 가중치로 되돌립니다</translation>
    </message>
    <message>
        <source>The number to begin with</source>
        <translation>시작할 때의 값</translation>
    </message>
    <message>
        <source>The star is the lowest cost there is. Drag the dark dot to begin there.</source>
        <translation>별은 가장 낮은 비용입니다. 어두운 점을 끌면 그곳에서 시작합니다.</translation>
    </message>
    <message>
        <source>The plane of the path’s principal directions: {0} % and {1} % of its spread.</source>
        <translation>경로의 주성분 방향 평면: 퍼진 정도의 {0}%와 {1}%.</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>after epoch {0}</source>
        <translation>에포크 {0} 뒤</translation>
    </message>
</context>
<context>
    <name>RegularizationSection</name>
    <message>
        <source>Regularization</source>
        <translation>규제</translation>
    </message>
</context>
<context>
    <name>ReliefView</name>
    <message>
        <source>The loss surface in space with the methods&apos; trails</source>
        <translation>옵티마이저들의 자취가 그려진 입체 손실 곡면</translation>
    </message>
    <message>
        <source>Drag to turn, use the wheel to zoom; click to set the start, or drag it. Shift and the arrow keys turn, + and − zoom, A or a double click shows all</source>
        <translation>끌어서 돌리고 휠로 확대합니다. 클릭하거나 끌어서 시작점을 정합니다. Shift와 화살표 키로 돌리고 +와 −로 확대하며, A 키나 두 번 클릭으로 전체를 봅니다</translation>
    </message>
    <message>
        <source>The loss surface in space: the lower, the better. Where losses differ by many powers of ten, heights grow by factors, as the contour lines do. The part of a trail behind a ridge is faint.</source>
        <translation>입체로 본 손실 곡면입니다. 낮을수록 좋습니다. 손실이 10의 거듭제곱 여러 개만큼 차이 나면 높이도 등고선처럼 배수로 커집니다. 자취 중 능선 뒤에 있는 부분은 흐리게 보입니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>What is to be said about the table; a click shows where in the rows</source>
        <translation>표에 대한 알림입니다. 클릭하면 해당하는 행을 보여 줍니다</translation>
    </message>
    <message>
        <source>Remarks on the table</source>
        <translation>표에 대한 알림</translation>
    </message>
</context>
<context>
    <name>RemedyOffer</name>
    <message>
        <source>Trying out what helps …</source>
        <translation>무엇이 도움이 되는지 시도하는 중…</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>시도 그만두기</translation>
    </message>
    <message>
        <source>Offer nothing for this problem</source>
        <translation>이 문제에 아무것도 제안하지 않습니다</translation>
    </message>
    <message>
        <source>Take this and begin with its initial weights</source>
        <translation>이것을 적용하고 초기 가중치에서 시작합니다</translation>
    </message>
    <message>
        <source>Tried without success for {0} epochs each: {1}.</source>
        <translation>{0}에포크씩 시도했으나 효과가 없었습니다: {1}.</translation>
    </message>
    <message>
        <source>Nothing was tried out.</source>
        <translation>시도한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Tried for {0} epochs: {1}. The loss falls from {2} to {3}.</source>
        <translation>{0}에포크 동안 시도: {1}. 손실이 {2}에서 {3}{으로/로} 줄어듭니다.</translation>
    </message>
    <message>
        <source>Tried for {0} epochs: {1}. {2} of {3} are right then, and the loss falls from {4} to {5}.</source>
        <translation>{0}에포크 동안 시도: {1}. {3}개 중 {2}개를 맞히고, 손실이 {4}에서 {5}{으로/로} 줄어듭니다.</translation>
    </message>
    <message>
        <source>Try this</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>inputs standardized by the training samples</source>
        <translation>학습 샘플 기준으로 표준화한 입력</translation>
    </message>
    <message>
        <source>Try a learning rate of {0}</source>
        <translation>학습률 {0} 써 보기</translation>
    </message>
    <message>
        <source>layers {0}</source>
        <translation>층 {0}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>시드 {0}</translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation>학습률 {0}</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>asked</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>채점</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Every question with your answer; click one to turn to it</source>
        <translation>모든 문제와 낸 답입니다. 클릭하면 그 문제로 갑니다</translation>
    </message>
    <message>
        <source>revealed</source>
        <translation>공개됨</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>State of the training</source>
        <translation>학습 상태</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>Truth table</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Click on a row to send it through the network</source>
        <translation>행을 클릭하면 그 샘플을 신경망에 통과시킵니다</translation>
    </message>
    <message>
        <source>Loss, term by term</source>
        <translation>손실의 항별 계산</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>계산 과정</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>largest error</source>
        <translation>최대 오차</translation>
    </message>
    <message>
        <source>gradient length</source>
        <translation>기울기의 크기</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>standardized loss</source>
        <translation>표준화 손실</translation>
    </message>
    <message>
        <source>standardized test loss</source>
        <translation>표준화 테스트 손실</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Confusion matrix of the test data</source>
        <translation>테스트 데이터의 혼동 행렬</translation>
    </message>
    <message>
        <source>test data</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>학습 데이터</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>How often each class was taken for which</source>
        <translation>각 클래스를 어느 클래스로 몇 번 예측했는지 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>RightColumn</name>
    <message>
        <source>Standings</source>
        <translation>순위</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train or pause (Space)</source>
        <translation>학습 또는 멈춤(Space)</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>One update of the weights (→)</source>
        <translation>가중치를 한 번 갱신합니다(→)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Updates until every sample was seen once (E)</source>
        <translation>모든 샘플을 한 번씩 볼 때까지 갱신합니다(E)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Go to the step before (←)</source>
        <translation>앞 단계로 갑니다(←)</translation>
    </message>
    <message>
        <source>Begin again with the same initial weights, and forget this run (R)</source>
        <translation>같은 초기 가중치로 다시 시작하고 이 학습은 지웁니다(R)</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>처음 단계</translation>
    </message>
    <message>
        <source>Go to the start of this run (Home)</source>
        <translation>이 학습의 시작으로 갑니다(Home)</translation>
    </message>
    <message>
        <source>Newest step</source>
        <translation>최근 단계</translation>
    </message>
    <message>
        <source>Go to the newest step of this run (End)</source>
        <translation>이 학습의 가장 최근 단계로 갑니다(End)</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Draw another seed and other weights (N)</source>
        <translation>다른 시드와 다른 가중치를 뽑습니다(N)</translation>
    </message>
    <message>
        <source>Open as graph</source>
        <translation>그래프로 열기</translation>
    </message>
    <message>
        <source>Show the network as a graph of operations, with its present weights and all samples, or the first one of a large data set</source>
        <translation>신경망을 현재 가중치로 연산 그래프로 보여 줍니다. 샘플은 모두, 큰 데이터에서는 첫 샘플만 넣습니다</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>가장 빠르게</translation>
    </message>
    <message>
        <source>{0} epochs/s</source>
        <translation>{0} 에포크/초</translation>
    </message>
    <message>
        <source>How fast to train; the fastest shows only some of the steps</source>
        <translation>학습 속도입니다. 가장 빠르게 하면 일부 단계만 보여 줍니다</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈춤</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>How many steps each method takes</source>
        <translation>각 옵티마이저가 나아갈 단계 수</translation>
    </message>
    <message>
        <source>Where all methods begin; or click in the picture</source>
        <translation>모든 옵티마이저의 시작점입니다. 그림을 클릭해도 됩니다</translation>
    </message>
    <message>
        <source>Start {0}</source>
        <translation>시작점 {0}</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>How much is computed</source>
        <translation>얼마나 계산했는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Give the computation up</source>
        <translation>계산을 그만둡니다</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>loss function</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>start</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>All runs so far</source>
        <translation>지금까지의 모든 학습</translation>
    </message>
    <message>
        <source>Choose a run; Ctrl+C copies the table</source>
        <translation>학습을 고르세요. Ctrl+C는 표를 복사합니다</translation>
    </message>
    <message>
        <source>Runs so far</source>
        <translation>지금까지의 학습</translation>
    </message>
    <message>
        <source>Whatever the training view trains is written here.</source>
        <translation>학습 화면에서 학습시킨 것이 여기에 적힙니다.</translation>
    </message>
    <message>
        <source>As A</source>
        <translation>A로</translation>
    </message>
    <message>
        <source>Compare the chosen run as A</source>
        <translation>고른 학습을 A로 비교합니다</translation>
    </message>
    <message>
        <source>As B</source>
        <translation>B로</translation>
    </message>
    <message>
        <source>Compare the chosen run as B</source>
        <translation>고른 학습을 B로 비교합니다</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the chosen run in the training view</source>
        <translation>고른 학습을 학습 화면에서 엽니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the table, as a spreadsheet pastes it</source>
        <translation>스프레드시트에 붙여넣을 수 있게 표를 복사합니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Forget all runs</source>
        <translation>모든 학습을 지웁니다</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>seed {0}</source>
        <translation>시드 {0}</translation>
    </message>
    <message>
        <source>batch {0}</source>
        <translation>배치 {0}</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Row {0}: {1} is missing; type a number such as 0.5.</source>
        <translation>{0}행: {1} 값이 없습니다. 0.5와 같은 수를 입력하세요.</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>{0}행: {1}</translation>
    </message>
    <message>
        <source>Row {0}: {1} is “{2}”, and that is no number such as 0.5.</source>
        <translation>{0}행: {1}의 “{2}”{은/는} 0.5와 같은 수가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>SaveDialogs</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>그래도 저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>다시 고르기…</translation>
    </message>
    <message>
        <source>They are lost if you don’t save them.</source>
        <translation>저장하지 않으면 변경 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Not saved: {0}.</source>
        <translation>저장하지 않은 것: {0}.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>The name “{0}” is too long: with its ending “{1}” it takes {2} bytes, and {3} are the most. A Korean letter takes three.</source>
        <translation>이름이 너무 깁니다: “{0}”. 확장자 “{1}”까지 {2}바이트인데, 최대 {3}바이트까지 쓸 수 있습니다. 한글은 한 글자가 3바이트입니다.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>“{0}” 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is a folder. Choose another name.</source>
        <translation>“{0}” 폴더가 이미 있습니다. 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>“{0}” is no ordinary file but a pipe or a device. Choose another name.</source>
        <translation>“{0}” 파일은 일반 파일이 아니라 파이프나 장치입니다. 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Nothing may be written in the folder “{0}”. Choose another.</source>
        <translation>“{0}” 폴더에는 쓸 수 없습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“{0}” is already there. Replace it?</source>
        <translation>“{0}” 파일이 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>It is read-only.</source>
        <translation>읽기 전용 파일입니다.</translation>
    </message>
    <message>
        <source>{0} of the files are already there. Replace them?</source>
        <translation>파일 {0}개가 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>Read-only: {0}.</source>
        <translation>읽기 전용: {0}.</translation>
    </message>
    <message>
        <source>“{0}” was changed by another program since you opened or saved it.</source>
        <translation>“{0}” 파일을 열거나 저장한 뒤에 다른 프로그램이 바꾸었습니다.</translation>
    </message>
    <message>
        <source>If you save anyway, what the other program wrote is lost.</source>
        <translation>그래도 저장하면 다른 프로그램이 쓴 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>“{0}” is no longer there: it was moved, renamed or deleted.</source>
        <translation>“{0}” 파일이 없어졌습니다. 옮겨졌거나, 이름이 바뀌었거나, 지워졌습니다.</translation>
    </message>
    <message>
        <source>If you save anyway, it is written anew in its old place.</source>
        <translation>그래도 저장하면 원래 자리에 새로 씁니다.</translation>
    </message>
    <message>
        <source>“{0}” is read-only.</source>
        <translation>“{0}” 파일은 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>If you save anyway, it is replaced and stays read-only.</source>
        <translation>그래도 저장하면 파일을 바꾸고 읽기 전용 상태는 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>Go to any step of this run (Home: the first, End: the newest). Nothing is lost until you train on from an earlier step</source>
        <translation>이 학습의 어느 단계로든 갑니다(Home: 처음, End: 최근). 앞 단계에서 학습을 이어 가기 전에는 아무것도 사라지지 않습니다</translation>
    </message>
    <message>
        <source>Step of the run</source>
        <translation>학습의 단계</translation>
    </message>
    <message>
        <source>step {0} of {1} · epoch {2}</source>
        <translation>단계 {0}/{1} · 에포크 {2}</translation>
    </message>
    <message>
        <source>step {0} · epoch {1}</source>
        <translation>단계 {0} · 에포크 {1}</translation>
    </message>
</context>
<context>
    <name>ScrubGesture</name>
    <message>
        <source>Shift: finer · Ctrl: coarser</source>
        <translation>Shift: 세밀하게 · Ctrl: 크게</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Search operations: ×, mul, tanh …</source>
        <translation>연산 찾기: ×, mul, tanh…</translation>
    </message>
    <message>
        <source>Search operations</source>
        <translation>연산 찾기</translation>
    </message>
    <message>
        <source>Type a name or a symbol; ↑ ↓ choose, Enter adds.</source>
        <translation>이름이나 기호를 입력하세요. ↑ ↓로 고르고 Enter로 추가합니다.</translation>
    </message>
    <message>
        <source>Operations found</source>
        <translation>찾은 연산</translation>
    </message>
    <message>
        <source>Click an operation to add it.</source>
        <translation>연산을 클릭하면 추가됩니다.</translation>
    </message>
    <message>
        <source>No operation answers to that.</source>
        <translation>맞는 연산이 없습니다.</translation>
    </message>
    <message>
        <source>In formulas: {0}</source>
        <translation>수식에서는 {0}</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Show or hide “{0}”</source>
        <translation>“{0}” 보이기 또는 숨기기</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 뽑기</translation>
    </message>
</context>
<context>
    <name>SeedsPanel</name>
    <message>
        <source>What to train</source>
        <translation>무엇을 학습시킬지</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>은닉 유닛</translation>
    </message>
    <message>
        <source>{0} hidden units</source>
        <translation>은닉 유닛 {0}개</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>신경망 수</translation>
    </message>
    <message>
        <source>How many networks to train at once, 1 to 400</source>
        <translation>한꺼번에 학습시킬 신경망의 수, 1에서 400까지</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often every sample is seen</source>
        <translation>모든 샘플을 몇 번 보는지</translation>
    </message>
    <message>
        <source>first seed</source>
        <translation>첫 시드</translation>
    </message>
    <message>
        <source>The networks get this seed and those that follow it</source>
        <translation>신경망들은 이 시드와 그 뒤의 시드들을 받습니다</translation>
    </message>
    <message>
        <source>largest error</source>
        <translation>최대 오차</translation>
    </message>
    <message>
        <source>A network has converged once every prediction is nearer to its target than this; ½ asks for the right class and no more</source>
        <translation>모든 예측이 목표값에 이보다 가까워지면 수렴한 것입니다. ½이면 옳은 클래스이기만 하면 됩니다</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>XOR’s corners, Xavier, full batch; its share is known</source>
        <translation>XOR의 네 꼭짓점, Xavier, 전체 배치이며 수렴 비율이 알려져 있습니다</translation>
    </message>
    <message>
        <source>As in the training view</source>
        <translation>학습 화면과 같게</translation>
    </message>
    <message>
        <source>The data, network and optimizer chosen there</source>
        <translation>그곳에서 고른 데이터, 신경망, 옵티마이저입니다</translation>
    </message>
    <message>
        <source>XOR, sigmoid, SGD</source>
        <translation>XOR, 시그모이드, SGD</translation>
    </message>
    <message>
        <source>Train {0} networks</source>
        <translation>신경망 {0}개를 학습시킵니다</translation>
    </message>
    <message>
        <source>Measured elsewhere with {0} seeds, {1} epochs and errors below 0.3: {2} % converge, the median at epoch {3}.</source>
        <translation>다른 곳에서 시드 {0}개, {1}에포크, 오차 0.3 미만으로 잰 값: {2}% 수렴, 중앙값 에포크 {3}.</translation>
    </message>
</context>
<context>
    <name>SeedsView</name>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>마친 에포크</translation>
    </message>
    <message>
        <source>{0} of {1} converged</source>
        <translation>{0}/{1} 수렴</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>median epoch {0}</source>
        <translation>에포크 중앙값 {0}</translation>
    </message>
    <message>
        <source>Pictures need two inputs, and this network has another number.</source>
        <translation>그림은 입력이 두 개일 때만 그릴 수 있는데, 이 신경망은 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>These cannot be trained together</source>
        <translation>함께 학습시킬 수 없습니다</translation>
    </message>
    <message>
        <source>Train all</source>
        <translation>모두 학습</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Train all again</source>
        <translation>모두 다시 학습</translation>
    </message>
    <message>
        <source>Stop the training; what was reached stays (Space)</source>
        <translation>학습을 멈춥니다. 지금까지의 결과는 남습니다(Space)</translation>
    </message>
    <message>
        <source>Train all networks from their starts (Space)</source>
        <translation>모든 신경망을 처음부터 학습시킵니다(Space)</translation>
    </message>
</context>
<context>
    <name>SeenColumns</name>
    <message>
        <source>Left column</source>
        <translation>왼쪽 열</translation>
    </message>
    <message>
        <source>Fold the column at the left, or show it again</source>
        <translation>왼쪽 열을 접거나 다시 펼칩니다</translation>
    </message>
    <message>
        <source>Right column</source>
        <translation>오른쪽 열</translation>
    </message>
    <message>
        <source>Fold the column at the right, or show it again</source>
        <translation>오른쪽 열을 접거나 다시 펼칩니다</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>There is nothing to paste: the clipboard holds no nodes copied from a graph.</source>
        <translation>붙여넣을 것이 없습니다. 클립보드에 그래프에서 복사한 노드가 없습니다.</translation>
    </message>
</context>
<context>
    <name>SetupHistory</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change of the race back</source>
        <translation>경주의 마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>되돌린 변경을 다시 적용합니다</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>points drawn anew</source>
        <translation>점을 새로 뽑음</translation>
    </message>
    <message>
        <source>own points</source>
        <translation>직접 만든 점</translation>
    </message>
    <message>
        <source>test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>standardized</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>기울기 클리핑</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>not standardized</source>
        <translation>표준화 안 함</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>The rows as they stand in the file, each with the number of its line</source>
        <translation>파일에 있는 그대로의 행과 줄 번호입니다</translation>
    </message>
    <message>
        <source>The rows of the table</source>
        <translation>표의 행</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>동작과 단축키 찾기</translation>
    </message>
    <message>
        <source>Show only what contains these words</source>
        <translation>이 낱말이 들어 있는 것만 보여 줍니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>이 창을 닫습니다</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Actions and keys</source>
        <translation>동작과 단축키</translation>
    </message>
    <message>
        <source>Every action with its key and what it does</source>
        <translation>모든 동작과 단축키, 하는 일</translation>
    </message>
</context>
<context>
    <name>SignView</name>
    <message>
        <source>plus</source>
        <translation>플러스</translation>
    </message>
    <message>
        <source>It is positive (key +)</source>
        <translation>양수입니다(+ 키)</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>마이너스</translation>
    </message>
    <message>
        <source>It is negative (key −)</source>
        <translation>음수입니다(− 키)</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>영</translation>
    </message>
    <message>
        <source>It is 0 (key 0)</source>
        <translation>0입니다(0 키)</translation>
    </message>
</context>
<context>
    <name>SignalsPanel</name>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>The same seed draws the same inputs, weights and gradients again</source>
        <translation>같은 시드는 같은 입력, 가중치, 기울기를 다시 뽑습니다</translation>
    </message>
    <message>
        <source>Draw other inputs, weights and gradients: the next seed</source>
        <translation>다른 입력, 가중치, 기울기를 뽑습니다(다음 시드)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>How many layers the signal passes.</source>
        <translation>신호가 지나는 층의 수입니다.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>How many units each layer has, and the input too.</source>
        <translation>각 층과 입력의 유닛 수입니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>200 standard normal samples go forward through fresh layers; standard normal gradients come back.</source>
        <translation>표준정규분포의 샘플 200개가 새로 만든 층을 지나 앞으로 가고, 표준정규분포의 기울기가 되돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>SignalsPlot</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Gradient and output of each layer at the start</source>
        <translation>시작할 때 각 층의 기울기와 출력</translation>
    </message>
    <message>
        <source>Normal inputs go forward through fresh layers of 100 units, normal gradients go back from the last layer to the first: how far they spread in each layer. Where the gradient is tiny, a layer learns next to nothing.</source>
        <translation>정규분포 입력이 유닛 100개짜리 새 층들을 지나 앞으로 가고, 정규분포 기울기가 마지막 층에서 첫 층으로 돌아옵니다. 각 층에서의 표준편차를 보여 줍니다. 기울기가 아주 작은 층은 거의 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
</context>
<context>
    <name>SignalsTable</name>
    <message>
        <source>Layer by layer</source>
        <translation>층별 값</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>포화 비율</translation>
    </message>
    <message>
        <source>Signals of each layer</source>
        <translation>각 층의 신호</translation>
    </message>
    <message>
        <source>Mean and standard deviation of the outputs, standard deviation of the gradients, and the share of slopes below 0.01; Ctrl+C copies</source>
        <translation>출력의 평균과 표준편차, 기울기의 표준편차, 도함수 값이 0.01보다 작은 비율. Ctrl+C로 복사합니다</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>SignalsView</name>
    <message>
        <source>Outputs of each layer</source>
        <translation>각 층의 출력</translation>
    </message>
    <message>
        <source>Gradients at each layer</source>
        <translation>각 층의 기울기</translation>
    </message>
    <message>
        <source>Standard deviation of both</source>
        <translation>둘의 표준편차</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>One histogram for each layer; the right button saves the plot</source>
        <translation>층마다 히스토그램 하나. 오른쪽 버튼으로 그래프를 저장합니다</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>{0} with {1}: no gradient arrives at any layer that can be compared.</source>
        <translation>{0}, {1}: 비교할 수 있는 기울기가 어느 층에도 도달하지 않습니다.</translation>
    </message>
    <message>
        <source>{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: it vanishes on its way back.</source>
        <translation>{0}, {1}: 1층 기울기의 표준편차는 {3}층의 {2}배입니다. 역전파하면서 소실됩니다.</translation>
    </message>
    <message>
        <source>{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: it explodes on its way back.</source>
        <translation>{0}, {1}: 1층 기울기의 표준편차는 {3}층의 {2}배입니다. 역전파하면서 폭발합니다.</translation>
    </message>
    <message>
        <source>{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: it keeps its size.</source>
        <translation>{0}, {1}: 1층 기울기의 표준편차는 {3}층의 {2}배입니다. 크기가 유지됩니다.</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Element</source>
        <translation>원소</translation>
    </message>
    <message>
        <source>Which element of the vector or matrix</source>
        <translation>벡터나 행렬의 어느 원소인지</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Build a graph of operations and watch values and gradients flow</source>
        <translation>연산 그래프를 만들고 값과 기울기가 흐르는 것을 봅니다</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Compare activation functions and their slopes</source>
        <translation>활성화 함수와 그 도함수를 비교합니다</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Race optimizers down a loss surface</source>
        <translation>손실 곡면에서 옵티마이저들을 경주시킵니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train a small network and see what it learns</source>
        <translation>작은 신경망을 학습시키고 무엇을 학습하는지 봅니다</translation>
    </message>
</context>
<context>
    <name>SpokenNode</name>
    <message>
        <source>the result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>value {0}</source>
        <translation>값 {0}</translation>
    </message>
    <message>
        <source>gradient {0}</source>
        <translation>기울기 {0}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}({1})</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산되지 않음</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>The prediction over the plane</source>
        <translation>평면 위의 예측</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>은닉 공간</translation>
    </message>
    <message>
        <source>The plane as a layer bends it</source>
        <translation>층이 구부린 평면</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>The loss round the weights, with the path taken</source>
        <translation>가중치 둘레의 손실과 지나온 경로</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
</context>
<context>
    <name>StandardizeField</name>
    <message>
        <source>Standardize</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>z = (x − μ)/σ: from each input its mean μ is subtracted, and it is divided by its standard deviation σ, both of the training samples alone. So columns in unlike units weigh alike, and one learning rate suits them all. Numbers to be predicted are standardized too. Pictures, predictions and exports keep the units of the data.</source>
        <translation>z = (x − μ)/σ: 입력마다 평균 μ를 빼고 표준편차 σ로 나눕니다. 둘 다 학습 샘플으로만 구합니다. 그러면 단위가 다른 열도 비슷한 크기가 되어 학습률 하나로 모두 배웁니다. 예측할 수도 표준화합니다. 그림과 예측, 내보낸 파일은 데이터의 단위를 그대로 씁니다.</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… 외 {0}개</translation>
    </message>
    <message>
        <source>Each input is taken as (x − μ)/σ of the {0} training samples: columns in unlike units, such as hours and percents, learn badly at any one rate.</source>
        <translation>입력마다 학습 샘플 {0}개의 (x − μ)/σ를 씁니다. 시간과 퍼센트처럼 단위가 다른 열은 어떤 학습률 하나로도 잘 배우지 못하기 때문입니다.</translation>
    </message>
    <message>
        <source>The targets are standardized too, and the loss is measured on that scale.</source>
        <translation>목표값도 표준화하며, 손실은 그 척도로 잽니다.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The platform {name} has no screen here; QT_QPA_PLATFORM should name another one.</source>
        <translation>{name} 플랫폼에 화면이 없습니다. QT_QPA_PLATFORM에 다른 플랫폼을 지정하세요.</translation>
    </message>
    <message>
        <source>No font is installed, so that nothing could be read; on Debian and Ubuntu: sudo apt-get install fonts-inter fonts-noto-cjk.</source>
        <translation>설치된 글꼴이 없어 글자를 표시할 수 없습니다. 데비안과 우분투에서는 다음 명령으로 설치하세요: sudo apt-get install fonts-inter fonts-noto-cjk.</translation>
    </message>
    <message>
        <source>Wiregrad found no screen to open its window on (neither DISPLAY nor WAYLAND_DISPLAY is set); start it on a desktop, under xvfb-run, or with QT_QPA_PLATFORM=offscreen.</source>
        <translation>창을 띄울 화면을 찾을 수 없습니다(DISPLAY와 WAYLAND_DISPLAY가 모두 설정되어 있지 않습니다). 데스크톱 환경에서 시작하거나, xvfb-run 또는 QT_QPA_PLATFORM=offscreen을 사용하세요.</translation>
    </message>
    <message>
        <source>{problem}; start it on a desktop, under xvfb-run, or with QT_QPA_PLATFORM=offscreen.</source>
        <translation>{problem}. 데스크톱 환경에서 시작하거나, xvfb-run 또는 QT_QPA_PLATFORM=offscreen을 사용하세요.</translation>
    </message>
    <message>
        <source>No Wayland compositor answers at {path}</source>
        <translation>{path}에서 Wayland 컴포지터가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Wiregrad found no screen to open its window on (DISPLAY is not set)</source>
        <translation>창을 띄울 화면을 찾을 수 없습니다(DISPLAY가 설정되어 있지 않습니다)</translation>
    </message>
    <message>
        <source>The screen that DISPLAY names, {name}, does not answer</source>
        <translation>DISPLAY가 가리키는 화면({name})이 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Qt cannot be loaded ({error}); `make run` installs what it needs.</source>
        <translation>Qt를 불러올 수 없습니다({error}). `make run`을 실행하면 필요한 것이 설치됩니다.</translation>
    </message>
    <message>
        <source>Qt needs the system library {library}, which is not installed; on Debian and Ubuntu: sudo apt-get install {package}. `make run` sees to all that it needs.</source>
        <translation>Qt에 필요한 시스템 라이브러리({library})가 설치되어 있지 않습니다. 데비안과 우분투에서는 다음 명령으로 설치하세요: sudo apt-get install {package}. `make run`을 실행하면 필요한 라이브러리를 모두 확인합니다.</translation>
    </message>
    <message>
        <source>QT_QPA_PLATFORM names the platform {name}, which is none of Qt’s here: {known}.</source>
        <translation>QT_QPA_PLATFORM이 가리키는 플랫폼({name})은 이 Qt에 없습니다. 쓸 수 있는 플랫폼: {known}.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
    <message>
        <source>Learn how neural networks learn, by building, watching and predicting. Every lesson happens in the laboratory beside it.</source>
        <translation>만들고, 지켜보고, 예상하면서 신경망이 어떻게 배우는지 익힙니다. 모든 레슨은 바로 옆의 실험실에서 진행됩니다.</translation>
    </message>
    <message>
        <source>Begin with the first lesson</source>
        <translation>첫 레슨부터 시작</translation>
    </message>
    <message>
        <source>See in three minutes what can be done here, and do it</source>
        <translation>여기서 할 수 있는 일을 3분 동안 직접 해 봅니다</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>Begin without a lesson; they wait behind Learn</source>
        <translation>레슨 없이 시작합니다. 레슨은 언제든 배우기에서 열 수 있습니다</translation>
    </message>
    <message>
        <source>Continue where you were</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>{0}/{1}단계</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Go on with “{0}”</source>
        <translation>“{0}”{을/를} 이어서 합니다</translation>
    </message>
    <message>
        <source>{0} skills are due for review</source>
        <translation>복습할 때가 된 항목: {0}개</translation>
    </message>
    <message>
        <source>One skill is due for review</source>
        <translation>복습할 때가 된 항목: 1개</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>복습하기</translation>
    </message>
    <message>
        <source>Answer these questions again, with new numbers</source>
        <translation>이 문제들을 새 수로 다시 풉니다</translation>
    </message>
    <message>
        <source>Reached: {0}</source>
        <translation>익힌 것: {0}개</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>The lessons are being read…</source>
        <translation>레슨을 읽고 있습니다…</translation>
    </message>
    <message>
        <source>Open a lesson…</source>
        <translation>레슨 열기…</translation>
    </message>
    <message>
        <source>Open a lesson that somebody has given you</source>
        <translation>다른 사람에게서 받은 레슨을 엽니다</translation>
    </message>
    <message>
        <source>Save progress…</source>
        <translation>진행 상황 저장…</translation>
    </message>
    <message>
        <source>Write what was done in all lessons into one file, for another computer</source>
        <translation>다른 컴퓨터로 옮길 수 있도록 모든 레슨에서 한 일을 파일 하나에 저장합니다</translation>
    </message>
    <message>
        <source>Take over progress…</source>
        <translation>진행 상황 가져오기…</translation>
    </message>
    <message>
        <source>Read what was done in lessons on another computer</source>
        <translation>다른 컴퓨터에서 한 레슨의 진행 상황을 읽어 옵니다</translation>
    </message>
    <message>
        <source>Name: {0}</source>
        <translation>이름: {0}</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>이름 입력…</translation>
    </message>
    <message>
        <source>Lessons that are begun now have numbers of this name, and are handed in under it</source>
        <translation>이제 시작하는 레슨은 이 이름의 숫자로 나오고, 이 이름으로 제출됩니다</translation>
    </message>
    <message>
        <source>Say under which name you hand in: lessons then have numbers of your own</source>
        <translation>제출할 이름을 적으면 레슨에 나만의 숫자가 나옵니다</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>To the start (Home)</source>
        <translation>처음으로(Home)</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>한 단계 뒤로(←)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>재생 또는 멈춤(Space)</translation>
    </message>
    <message>
        <source>One step forward (→)</source>
        <translation>한 단계 앞으로(→)</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>끝으로(End)</translation>
    </message>
    <message>
        <source>Drag to any step</source>
        <translation>끌어서 원하는 단계로 갑니다</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>How fast to play</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>단계 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Step {0} of {1} · value and tangent of {2}</source>
        <translation>단계 {0}/{1} · {2}의 값과 변화율</translation>
    </message>
    <message>
        <source>Step {0} of {1} · forward through {2}</source>
        <translation>단계 {0}/{1} · {2} 순전파</translation>
    </message>
    <message>
        <source>value = the gate&apos;s formula of its inputs</source>
        <translation>값 = 입력에 게이트의 수식을 적용한 것</translation>
    </message>
    <message>
        <source>Step {0} of {1} · backward through {2}</source>
        <translation>단계 {0}/{1} · {2} 역전파</translation>
    </message>
    <message>
        <source>downstream = local × upstream</source>
        <translation>하류 기울기 = 국소 기울기 × 상류 기울기</translation>
    </message>
    <message>
        <source>tangent = local × tangent of the input, summed over inputs</source>
        <translation>출력의 변화율 = Σ (국소 기울기 × 입력의 변화율)</translation>
    </message>
    <message>
        <source>{0} does not reach this gate, so no tangent is computed here.</source>
        <translation>{0}{이/가} 이 게이트에 영향을 주지 않으므로 여기서는 변화율을 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>Forward mode: each input&apos;s tangent goes on through the local gradient.</source>
        <translation>순방향 모드: 각 입력의 변화율에 국소 기울기를 곱해 앞으로 전파합니다.</translation>
    </message>
</context>
<context>
    <name>StepFooter</name>
    <message>
        <source>What is still missing?</source>
        <translation>무엇이 남았나요?</translation>
    </message>
    <message>
        <source>Name what this step still waits for</source>
        <translation>이 단계를 마치려면 무엇이 더 필요한지 알려 줍니다</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>풀이 보기</translation>
    </message>
    <message>
        <source>Play the solution, one thing at a time; the step then counts as shown</source>
        <translation>풀이를 하나씩 보여 줍니다. 이 단계는 풀이를 본 것으로 기록됩니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Go back to the step before</source>
        <translation>이전 단계로 돌아갑니다</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Pass over this step; you can come back to it</source>
        <translation>이 단계를 건너뜁니다. 나중에 다시 올 수 있습니다</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Go on to the next step (Ctrl+Enter)</source>
        <translation>다음 단계로 갑니다(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
</context>
<context>
    <name>StepPlot</name>
    <message>
        <source>Relative error against h</source>
        <translation>h에 따른 상대 오차</translation>
    </message>
    <message>
        <source>The largest relative error of the numerical gradient for every h: for large h the formula truncates, for small h the computer&apos;s rounding shows</source>
        <translation>h마다 수치 기울기의 가장 큰 상대 오차: h가 크면 공식의 절단 오차가, h가 작으면 컴퓨터의 반올림 오차가 드러납니다</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>round-off</source>
        <translation>반올림 오차</translation>
    </message>
    <message>
        <source>truncation</source>
        <translation>절단 오차</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Not translated yet; shown in this language: {0}</source>
        <translation>아직 번역되지 않아 다음 언어로 보여 줍니다: {0}</translation>
    </message>
    <message>
        <source>Lesson step</source>
        <translation>레슨 단계</translation>
    </message>
</context>
<context>
    <name>StopSection</name>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Stop when solved</source>
        <translation>풀리면 멈춤</translation>
    </message>
    <message>
        <source>Pause once every prediction is within 0.1 of its target</source>
        <translation>모든 예측이 목표값에서 0.1 이내에 들면 멈춥니다</translation>
    </message>
    <message>
        <source>at a loss of</source>
        <translation>손실이 다음 값이 되면</translation>
    </message>
    <message>
        <source>Pause once the loss is this low</source>
        <translation>손실이 이만큼 낮아지면 멈춥니다</translation>
    </message>
    <message>
        <source>Loss to stop at</source>
        <translation>멈출 손실</translation>
    </message>
    <message>
        <source>The loss to stop at</source>
        <translation>학습을 멈출 손실입니다</translation>
    </message>
    <message>
        <source>at an accuracy of</source>
        <translation>정확도가 다음 값이 되면</translation>
    </message>
    <message>
        <source>Pause once this share of the training samples is right</source>
        <translation>학습 샘플 중 이 비율이 맞으면 멈춥니다</translation>
    </message>
    <message>
        <source>Accuracy to stop at</source>
        <translation>멈출 정확도</translation>
    </message>
    <message>
        <source>The share of right samples to stop at, from 0 to 1</source>
        <translation>학습을 멈출 정답 비율입니다(0에서 1까지)</translation>
    </message>
    <message>
        <source>after epoch</source>
        <translation>다음 에포크 뒤에</translation>
    </message>
    <message>
        <source>Pause after so many epochs</source>
        <translation>이만큼의 에포크 뒤에 멈춥니다</translation>
    </message>
    <message>
        <source>Epoch to stop at</source>
        <translation>멈출 에포크</translation>
    </message>
    <message>
        <source>The epoch to stop at</source>
        <translation>학습을 멈출 에포크입니다</translation>
    </message>
</context>
<context>
    <name>StopWords</name>
    <message>
        <source>The loss came down to {0} at epoch {1}.</source>
        <translation>에포크 {1}에서 손실이 {0}까지 내려왔습니다.</translation>
    </message>
    <message>
        <source>{0} of the samples are right at epoch {1}.</source>
        <translation>에포크 {1}에서 샘플의 {0}{이/가} 맞았습니다.</translation>
    </message>
    <message>
        <source>Stopped after epoch {0}.</source>
        <translation>에포크 {0} 뒤에 멈췄습니다.</translation>
    </message>
    <message>
        <source>Solved at epoch {0}: every prediction is within 0.1 of its target.</source>
        <translation>에포크 {0}에서 풀렸습니다. 모든 예측이 목표값에서 0.1 이내에 있습니다.</translation>
    </message>
</context>
<context>
    <name>SurfacePlot</name>
    <message>
        <source>Contours of the loss surface with the methods&apos; trails</source>
        <translation>손실 곡면의 등고선과 각 옵티마이저의 자취</translation>
    </message>
    <message>
        <source>Click to set the start, or drag it; the key A or a double click shows all</source>
        <translation>클릭하거나 끌어서 시작점을 정합니다. A 키나 두 번 클릭으로 전체를 봅니다</translation>
    </message>
    <message>
        <source>The loss surface from above. Each line joins points of equal loss; the fainter part of a trail is still to come. Both axes have the same scale, so the steepest way down crosses the lines at right angles.</source>
        <translation>위에서 본 손실 곡면입니다. 선은 손실이 같은 점을 잇고, 자취의 흐린 부분은 아직 가지 않은 길입니다. 두 축의 눈금이 같아서 가장 가파른 내리막은 선과 직각으로 만납니다.</translation>
    </message>
    <message>
        <source>{0} {1} diverged at step {2}</source>
        <translation>{0} {1} {2}단계에서 발산</translation>
    </message>
    <message>
        <source>hatched: the function has no value there</source>
        <translation>빗금: 함숫값이 없는 곳</translation>
    </message>
</context>
<context>
    <name>SurfaceStage</name>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>2차원</translation>
    </message>
    <message>
        <source>Show the surface from above, with contour lines</source>
        <translation>곡면을 위에서 본 등고선으로 보여 줍니다</translation>
    </message>
    <message>
        <source>2-D contours</source>
        <translation>2차원 등고선</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3차원</translation>
    </message>
    <message>
        <source>Show the surface in space; drag it to turn it</source>
        <translation>곡면을 입체로 보여 줍니다. 끌면 돌아갑니다</translation>
    </message>
    <message>
        <source>3-D surface</source>
        <translation>3차원 곡면</translation>
    </message>
</context>
<context>
    <name>SweepPlot</name>
    <message>
        <source>Final loss against the learning rate</source>
        <translation>학습률에 따른 최종 손실</translation>
    </message>
    <message>
        <source>Click a point to race with its learning rate</source>
        <translation>점을 클릭하면 그 학습률로 경주합니다</translation>
    </message>
    <message>
        <source>Each point is a whole run with one learning rate: how high the loss was in the end. Hollow points above all others diverged. A click on a point gives the method that rate; the ring is the rate it has.</source>
        <translation>점 하나는 학습률 하나로 끝까지 실행했을 때의 최종 손실입니다. 맨 위의 속이 빈 점은 발산한 것입니다. 점을 클릭하면 그 옵티마이저가 그 학습률을 쓰며, 고리는 지금의 학습률입니다.</translation>
    </message>
    <message>
        <source>learning rate (log)</source>
        <translation>학습률(로그)</translation>
    </message>
    <message>
        <source>final loss (log)</source>
        <translation>최종 손실(로그)</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>최종 손실</translation>
    </message>
    <message>
        <source>loss at the start</source>
        <translation>시작점의 손실</translation>
    </message>
    <message>
        <source>hollow: diverged</source>
        <translation>속이 빈 점: 발산</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Try all learning rates again</source>
        <translation>모든 학습률을 다시 시도합니다</translation>
    </message>
    <message>
        <source>rates from</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>The lowest learning rate to try</source>
        <translation>시도할 가장 낮은 학습률</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>The highest learning rate to try</source>
        <translation>시도할 가장 높은 학습률</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>How many learning rates to try</source>
        <translation>시도할 학습률의 개수</translation>
    </message>
    <message>
        <source>The rates must reach from a smaller to a larger number.</source>
        <translation>학습률은 작은 수에서 큰 수까지여야 합니다.</translation>
    </message>
    <message>
        <source>No method takes part: check the box of one to try its rates.</source>
        <translation>참가하는 옵티마이저가 없습니다. 학습률을 시도할 옵티마이저의 체크 상자를 선택하세요.</translation>
    </message>
    <message>
        <source>Given up; the curves hold what was known until then.</source>
        <translation>계산을 그만두었습니다. 곡선은 그때까지의 결과입니다.</translation>
    </message>
    <message>
        <source>{0}: best {1}, short of the goal</source>
        <translation>{0}: 최적 {1}, 목표 미도달</translation>
    </message>
    <message>
        <source>{0}: best {1}, steps to the goal: {2}</source>
        <translation>{0}: 최적 {1}, 목표까지 {2}단계</translation>
    </message>
    <message>
        <source>{0}, diverges from {1}</source>
        <translation>{0}, {1}부터 발산</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Table {0}</source>
        <translation>표 {0}</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>표를 읽는 중</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Read no further, and keep the table as it was read before</source>
        <translation>읽기를 멈추고 앞서 읽은 표를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Open another table in the place of this one</source>
        <translation>이 표 대신 다른 표를 엽니다</translation>
    </message>
    <message>
        <source>Keep the data as they are (Escape)</source>
        <translation>데이터를 지금 그대로 둡니다(Esc)</translation>
    </message>
    <message>
        <source>Take this table as the data, and begin anew (Enter)</source>
        <translation>이 표를 데이터로 삼아 처음부터 시작합니다(Enter)</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <source>Paste table</source>
        <translation>표 붙여넣기</translation>
    </message>
    <message>
        <source>Learn from a range that was copied from a spreadsheet, or from CSV text</source>
        <translation>스프레드시트에서 복사한 범위나 CSV 텍스트로 학습합니다</translation>
    </message>
    <message>
        <source>The file of this table is too long to be kept with the training: packed it takes more than {0} MB. Choose it once more.</source>
        <translation>이 표의 파일은 압축해도 {0} MB가 넘어 학습 파일에 함께 보관되지 않습니다. 파일을 다시 선택하세요.</translation>
    </message>
    <message>
        <source>There is no table to paste: copy two rows or more of a spreadsheet.</source>
        <translation>붙여넣을 표가 없습니다. 스프레드시트에서 두 행 이상을 복사하세요.</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>붙여넣은 표</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>표 열기</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Put in rows of two numbers from the clipboard (Ctrl+V)</source>
        <translation>클립보드에서 수 두 개씩의 행을 넣습니다(Ctrl+V)</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>행 삭제</translation>
    </message>
    <message>
        <source>Take the selected rows away (Delete)</source>
        <translation>선택한 행을 지웁니다(Delete)</translation>
    </message>
    <message>
        <source>There is no text to paste; copy rows of two numbers first.</source>
        <translation>붙여넣을 텍스트가 없습니다. 먼저 수 두 개씩의 행을 복사하세요.</translation>
    </message>
    <message>
        <source>The samples that a line is fitted to: type numbers or paste rows</source>
        <translation>직선을 맞출 샘플입니다. 수를 입력하거나 행을 붙여넣으세요</translation>
    </message>
    <message>
        <source>Samples of the fit</source>
        <translation>맞춤 샘플</translation>
    </message>
    <message>
        <source>No row is selected; click the ones that shall go.</source>
        <translation>선택한 행이 없습니다. 지울 행을 클릭하세요.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하세요</translation>
    </message>
</context>
<context>
    <name>TableViews</name>
    <message>
        <source>What is shown of the table</source>
        <translation>표에서 보이는 것</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>What each column is, and whether it is learnt from</source>
        <translation>각 열이 무엇이고 학습에 쓰이는지</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>The rows as they stand in the file</source>
        <translation>파일에 있는 그대로의 행</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>percentages</source>
        <translation>백분율</translation>
    </message>
    <message>
        <source>times of day</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} row</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>{0} input</source>
        <translation>입력 {0}개</translation>
    </message>
    <message>
        <source>{0} inputs</source>
        <translation>입력 {0}개</translation>
    </message>
    <message>
        <source>{0} class</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <source>{0} number</source>
        <translation>수 {0}개</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>수 {0}개</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>이 표 사용</translation>
    </message>
    <message>
        <source>Use {0}: {1} → {2}</source>
        <translation>{0} 사용: {1} → {2}</translation>
    </message>
    <message>
        <source>The table has {0} rows; nothing can be learnt from them yet.</source>
        <translation>표에는 {0}행이 있지만 아직 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>All {0} rows are used.</source>
        <translation>{0}행을 모두 씁니다.</translation>
    </message>
    <message>
        <source>{0} of {1} rows are used; left out: {2}.</source>
        <translation>{1}행 중 {0}행을 쓰고 {2}행은 제외합니다.</translation>
    </message>
    <message>
        <source>A step sees {0} rows at a time.</source>
        <translation>한 단계에서 {0}행씩 봅니다.</translation>
    </message>
    <message>
        <source>{0} classes: {1} and {2} more.</source>
        <translation>클래스 {0}개: {1} 외 {2}개.</translation>
    </message>
    <message>
        <source>Classes: {0}.</source>
        <translation>클래스: {0}.</translation>
    </message>
    <message>
        <source>{0} different: {1}</source>
        <translation>서로 다른 값 {0}개: {1}</translation>
    </message>
    <message>
        <source>to be predicted as a number</source>
        <translation>수로 예측</translation>
    </message>
    <message>
        <source>to be predicted as one of {0} classes</source>
        <translation>클래스 {0}개 중 하나로 예측</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>days since the first one</source>
        <translation>첫 날짜부터 센 날수</translation>
    </message>
    <message>
        <source>one-hot: {0} inputs, a 1 for each word</source>
        <translation>원-핫: 입력 {0}개, 단어마다 하나가 1</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 또는 1</translation>
    </message>
    <message>
        <source>0 for {0}, 1 for {1}</source>
        <translation>{0}{은/는} 0, {1}{은/는} 1</translation>
    </message>
</context>
<context>
    <name>TargetBar</name>
    <message>
        <source>The column that is to be predicted; several are ticked in the list below</source>
        <translation>예측할 열입니다. 여러 열은 아래 목록에서 표시하세요</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측할 열</translation>
    </message>
    <message>
        <source>What the targets are</source>
        <translation>목표의 종류</translation>
    </message>
    <message>
        <source>as classes</source>
        <translation>클래스로</translation>
    </message>
    <message>
        <source>Each different one is a class</source>
        <translation>서로 다른 값마다 클래스가 됩니다</translation>
    </message>
    <message>
        <source>as numbers</source>
        <translation>수로</translation>
    </message>
    <message>
        <source>Numbers that are to be met</source>
        <translation>맞혀야 하는 수입니다</translation>
    </message>
    <message>
        <source>only the most frequent classes:</source>
        <translation>가장 많은 클래스만:</translation>
    </message>
    <message>
        <source>Keep so many classes, and take all rarer ones together as one more</source>
        <translation>이만큼의 클래스를 남기고 나머지 드문 클래스는 하나로 묶습니다</translation>
    </message>
    <message>
        <source>Classes kept</source>
        <translation>남길 클래스 수</translation>
    </message>
    <message>
        <source>How many classes stay by themselves</source>
        <translation>따로 남길 클래스의 수입니다</translation>
    </message>
    <message>
        <source>Which rows are taken</source>
        <translation>사용할 행</translation>
    </message>
    <message>
        <source>random rows</source>
        <translation>무작위 행</translation>
    </message>
    <message>
        <source>Rows from the whole table, drawn by the seed</source>
        <translation>표 전체에서 시드로 뽑은 행입니다</translation>
    </message>
    <message>
        <source>first rows</source>
        <translation>처음 행</translation>
    </message>
    <message>
        <source>The rows from the first on</source>
        <translation>첫 행부터 차례로 쓴 행입니다</translation>
    </message>
    <message>
        <source>Seed of the rows</source>
        <translation>행을 뽑는 시드</translation>
    </message>
    <message>
        <source>The same seed draws the same rows</source>
        <translation>시드가 같으면 같은 행을 뽑습니다</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>in your own words</source>
        <translation>자신의 말로 적어 보세요</translation>
    </message>
    <message>
        <source>Your lecturer reads this; it is not marked. Shift+Enter begins a new line.</source>
        <translation>강의자가 읽는 글이며 채점하지 않습니다. Shift+Enter를 누르면 줄이 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>ToolDock</name>
    <message>
        <source>The selected node, or the whole graph</source>
        <translation>선택한 노드 또는 그래프 전체</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>살펴보기</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Accumulate</source>
        <translation>누적</translation>
    </message>
    <message>
        <source>Backward passes add up until the gradients are cleared</source>
        <translation>기울기를 지울 때까지 역전파의 결과가 쌓입니다</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>연습 문제</translation>
    </message>
    <message>
        <source>Hides values or gradients: type them on the wires, and each is marked and every slip named</source>
        <translation>값이나 기울기를 가립니다. 연결선 위에 입력하면 하나하나 채점하고 어떤 실수인지 알려 줍니다</translation>
    </message>
    <message>
        <source>Jacobian</source>
        <translation>야코비 행렬</translation>
    </message>
    <message>
        <source>How each number of a gate changes with each number of an input, as a picture beside the product that is computed instead</source>
        <translation>게이트의 각 수가 한 입력의 각 수에 따라 어떻게 바뀌는지를 그림으로, 대신 계산하는 곱과 나란히 보입니다</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>Reverse, forward and numerical gradients, and what each costs</source>
        <translation>역방향, 순방향, 수치 기울기와 각각의 비용</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>살짝 바꾸기</translation>
    </message>
    <message>
        <source>Move an input a little: predicted against true change</source>
        <translation>입력을 조금 움직여 예측한 변화와 실제 변화를 비교합니다</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>All paths between two nodes, the product along each, and their sum: the gradient</source>
        <translation>두 노드 사이의 모든 경로, 경로마다의 곱, 그리고 그 합인 기울기</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Find a node by its name; every node with its value and its gradient</source>
        <translation>이름으로 노드를 찾고, 모든 노드의 값과 기울기를 봅니다</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Spaces</source>
        <translation>공간</translation>
    </message>
</context>
<context>
    <name>TrainingEdits</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>취소한 변경을 다시 적용합니다</translation>
    </message>
    <message>
        <source>choice in an experiment</source>
        <translation>실험 설정</translation>
    </message>
    <message>
        <source>forget all runs</source>
        <translation>모든 학습 지우기</translation>
    </message>
    <message>
        <source>training again from step {0}</source>
        <translation>{0}단계부터 다시 학습</translation>
    </message>
    <message>
        <source>stop when …</source>
        <translation>멈출 조건</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>start from these weights</source>
        <translation>이 가중치로 시작</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>처음 상태로</translation>
    </message>
</context>
<context>
    <name>TrainingFiles</name>
    <message>
        <source>Begin with the first network anew</source>
        <translation>첫 신경망에서 새로 시작합니다</translation>
    </message>
    <message>
        <source>Open a training from a file</source>
        <translation>파일에서 학습을 엽니다</translation>
    </message>
    <message>
        <source>Save data, choices, weights and the training so far to the file</source>
        <translation>데이터와 설정, 가중치, 지금까지의 학습을 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save data, choices, weights and the training so far to another file</source>
        <translation>데이터와 설정, 가중치, 지금까지의 학습을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Open training</source>
        <translation>학습 열기</translation>
    </message>
    <message>
        <source>Save training</source>
        <translation>학습 저장</translation>
    </message>
    <message>
        <source>Save the changes to the training “{0}”?</source>
        <translation>학습 “{0}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>The training was not saved. {0}</source>
        <translation>학습을 저장하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>Wiregrad trainings</source>
        <translation>Wiregrad 학습</translation>
    </message>
    <message>
        <source>Untitled training</source>
        <translation>제목 없는 학습</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>학습 또는 멈춤</translation>
    </message>
    <message>
        <source>One step back or on</source>
        <translation>한 단계 뒤로 또는 앞으로</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>한 에포크 학습</translation>
    </message>
    <message>
        <source>To the first or the newest step</source>
        <translation>처음 단계 또는 가장 최근 단계로</translation>
    </message>
    <message>
        <source>Another seed, other initial weights</source>
        <translation>다른 시드, 다른 초기 가중치</translation>
    </message>
    <message>
        <source>From an experiment back to the training</source>
        <translation>실험에서 학습 화면으로 돌아갑니다</translation>
    </message>
    <message>
        <source>New start with seed {0}.</source>
        <translation>시드 {0}{으로/로} 새로 시작합니다.</translation>
    </message>
    <message>
        <source>This makes another network: training starts again at epoch 0.</source>
        <translation>다른 신경망이 됩니다. 학습을 에포크 0부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Training again up to step {1}: {0} so far. Esc begins without it.</source>
        <translation>{1}단계까지 다시 학습하고 있습니다. 지금 {0}단계입니다. Esc를 누르면 학습하지 않고 처음부터 시작합니다.</translation>
    </message>
</context>
<context>
    <name>TrainingPlot</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>gradient length</source>
        <translation>기울기의 크기</translation>
    </message>
    <message>
        <source>Gradient of each layer while it trains</source>
        <translation>학습하는 동안 각 층의 기울기</translation>
    </message>
    <message>
        <source>The length of the loss’s gradient with respect to the weights and biases of each layer, live while the network trains on XOR; the dashes are its start.</source>
        <translation>각 층의 가중치와 편향에 대한 손실 기울기의 크기이며, 신경망이 XOR을 학습하는 동안 실시간으로 따라갑니다. 점선은 시작할 때의 값입니다.</translation>
    </message>
    <message>
        <source>epoch {0}, loss {1}, {2} of 4 right</source>
        <translation>에포크 {0}, 손실 {1}, {2}/4 맞음</translation>
    </message>
</context>
<context>
    <name>TrainingSection</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Which framework&apos;s way of writing the rule</source>
        <translation>규칙을 어느 프레임워크의 방식으로 쓸지</translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>The learning rate of the next step, by the schedule</source>
        <translation>스케줄에 따른 다음 단계의 학습률</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>as in</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>지금 {0}</translation>
    </message>
    <message>
        <source>a sum over all samples</source>
        <translation>모든 샘플에 대한 합</translation>
    </message>
    <message>
        <source>a mean over the samples</source>
        <translation>샘플에 대한 평균</translation>
    </message>
    <message>
        <source>a mean over all outputs of all samples</source>
        <translation>모든 샘플의 모든 출력에 대한 평균</translation>
    </message>
    <message>
        <source>the course</source>
        <translation>강의</translation>
    </message>
</context>
<context>
    <name>Truth</name>
    <message>
        <source>tie</source>
        <translation>미정</translation>
    </message>
    <message>
        <source>All {0} are right.</source>
        <translation>{0}개 모두 맞습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} are right.</source>
        <translation>{1}개 중 {0}개가 맞습니다.</translation>
    </message>
    <message>
        <source>Undecided: {0}, where the prediction is ½, which is neither class.</source>
        <translation>미정 {0}개: 예측이 ½이라 어느 클래스도 아닙니다.</translation>
    </message>
    <message>
        <source>Undecided: {0}, where two classes are predicted alike.</source>
        <translation>미정 {0}개: 두 클래스의 예측이 같습니다.</translation>
    </message>
</context>
<context>
    <name>TypingHelp</name>
    <message>
        <source>{0} names begin so, the first is {1}; the arrow keys choose.</source>
        <translation>이렇게 시작하는 이름이 {0}개 있습니다. 첫째는 {1}입니다. 화살표 키로 고릅니다.</translation>
    </message>
</context>
<context>
    <name>UnderstoodBar</name>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분 기호</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>첫 행은 열 이름</translation>
    </message>
    <message>
        <source>Whether the first row is a header or a sample</source>
        <translation>첫 행이 열 이름인지 샘플인지 정합니다</translation>
    </message>
    <message>
        <source>Whether these lines are remarks and no rows</source>
        <translation>이 줄들이 행이 아니라 설명인지 정합니다</translation>
    </message>
    <message>
        <source>Lines that begin with {0} are remarks</source>
        <translation>{0}{으로/로} 시작하는 줄은 설명</translation>
    </message>
    <message>
        <source>Read as: {0}</source>
        <translation>읽은 방식: {0}</translation>
    </message>
    <message>
        <source>What stands between the cells of a row</source>
        <translation>한 행의 칸 사이에 있는 기호입니다</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>쉼표  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>세미콜론  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>세로줄  |</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>What stands before the decimals; the other mark then groups thousands</source>
        <translation>소수 앞에 쓰는 기호입니다. 나머지 기호는 천 단위를 나눕니다</translation>
    </message>
    <message>
        <source>point  1,200.5</source>
        <translation>점  1,200.5</translation>
    </message>
    <message>
        <source>comma  1.200,5</source>
        <translation>쉼표  1.200,5</translation>
    </message>
</context>
<context>
    <name>UnitMarks</name>
    <message>
        <source>twin</source>
        <translation>동일한 유닛</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽은 유닛</translation>
    </message>
</context>
<context>
    <name>UpdateCard</name>
    <message>
        <source>Previous term</source>
        <translation>이전 항</translation>
    </message>
    <message>
        <source>Work out the term before</source>
        <translation>앞의 항을 계산해 보입니다</translation>
    </message>
    <message>
        <source>Next term</source>
        <translation>다음 항</translation>
    </message>
    <message>
        <source>Work out the next term of the update</source>
        <translation>갱신의 다음 항을 계산해 보입니다</translation>
    </message>
    <message>
        <source>This method does not take part; check its box to let it race.</source>
        <translation>이 옵티마이저는 참가하지 않습니다. 체크 상자를 선택하면 참가합니다.</translation>
    </message>
    <message>
        <source>No step has been taken yet. Press → to take the first.</source>
        <translation>아직 이동하지 않았습니다. →를 눌러 첫 단계를 진행하세요.</translation>
    </message>
    <message>
        <source>These are the numbers of its last step, {0}.</source>
        <translation>마지막 단계({0})의 수입니다.</translation>
    </message>
</context>
<context>
    <name>ValueGrid</name>
    <message>
        <source>A cell holds one number, such as 0.5, 1/2 or 1e-3.</source>
        <translation>한 칸에는 0.5, 1/2, 1e-3처럼 수 하나만 들어갑니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no text to paste.</source>
        <translation>클립보드에 붙여넣을 글이 없습니다.</translation>
    </message>
    <message>
        <source>Row {0} of the clipboard: {1}</source>
        <translation>클립보드 {0}행: {1}</translation>
    </message>
    <message>
        <source>All rows of a table are equally long; row 1 of the clipboard has {0} cells and row {1} has {2}.</source>
        <translation>표의 모든 행은 길이가 같아야 합니다. 클립보드의 1행은 {0}칸이고 {1}행은 {2}칸입니다.</translation>
    </message>
    <message>
        <source>The clipboard holds {0} cells; a typed value has at most {1}.</source>
        <translation>클립보드에 칸이 {0}개 있습니다. 입력하는 값은 최대 {1}개까지입니다.</translation>
    </message>
    <message>
        <source>This value cannot be shown as a table: it needs one or two axes and at most {0} numbers.</source>
        <translation>이 값은 표로 보일 수 없습니다. 축이 하나나 둘이고 수가 최대 {0}개여야 합니다.</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Hidden until you have answered.</source>
        <translation>답할 때까지 가려 둡니다.</translation>
    </message>
    <message>
        <source>It would tell what is hidden until you have answered.</source>
        <translation>답하기 전에 가려 둔 것이 드러나므로 지금은 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>You answered: {0}</source>
        <translation>내 답: {0}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>맞았습니다</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>아직 아닙니다</translation>
    </message>
    <message>
        <source>This cannot be marked yet; it does not count as a try</source>
        <translation>아직 채점할 수 없습니다. 시도한 것으로 세지 않습니다</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>기록했습니다</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Not right yet: {0}.</source>
        <translation>아직 맞지 않은 곳: {0}.</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>{0}행 {1}열</translation>
    </message>
    <message>
        <source>All boxes are right now, {0} of {1} of them at the first try. To do it on your own, begin this step anew in the menu ⋯ above: it then has other numbers.</source>
        <translation>이제 모든 칸이 맞았고, {1}칸 가운데 {0}칸은 한 번에 맞혔습니다. 혼자 힘으로 해 보려면 위의 ⋯ 메뉴에서 이 단계를 처음부터 다시 시작하세요. 다른 수가 나옵니다.</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Wait for this no longer; nothing is changed</source>
        <translation>더 기다리지 않고 그만둡니다. 바뀌는 것은 없습니다</translation>
    </message>
</context>
<context>
    <name>WalkControls</name>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 멈춤</translation>
    </message>
    <message>
        <source>Walk through all gates by itself</source>
        <translation>모든 게이트를 자동으로 차례로 지나갑니다</translation>
    </message>
    <message>
        <source>Next gate</source>
        <translation>다음 게이트</translation>
    </message>
    <message>
        <source>Go one gate on, forward first and then backward</source>
        <translation>게이트 하나 앞으로 갑니다. 순전파가 먼저이고 그다음이 역전파입니다</translation>
    </message>
    <message>
        <source>Previous gate</source>
        <translation>이전 게이트</translation>
    </message>
    <message>
        <source>Go one gate back</source>
        <translation>게이트 하나 뒤로 갑니다</translation>
    </message>
    <message>
        <source>Before the first gate</source>
        <translation>첫 게이트 앞으로</translation>
    </message>
    <message>
        <source>Go to where nothing is computed yet</source>
        <translation>아직 아무것도 계산하지 않은 곳으로 갑니다</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>Show every value and gradient</source>
        <translation>모든 값과 기울기를 보여 줍니다</translation>
    </message>
    <message>
        <source>no gate yet</source>
        <translation>아직 게이트 없음</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>all values</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>단계 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>WalkStrip</name>
    <message>
        <source>Gates of the forward and the backward pass</source>
        <translation>순전파와 역전파의 게이트</translation>
    </message>
    <message>
        <source>Each dot is a gate: filled when it has been computed. Click to go there.</source>
        <translation>점 하나가 게이트 하나이며, 계산되면 채워집니다. 클릭하면 그곳으로 갑니다.</translation>
    </message>
    <message>
        <source>Step {0}: value and tangent of {1}</source>
        <translation>{0}단계: {1}의 값과 변화율</translation>
    </message>
    <message>
        <source>Step {0}: forward through {1}</source>
        <translation>{0}단계: {1} 순전파</translation>
    </message>
    <message>
        <source>Step {0}: backward through {1}</source>
        <translation>{0}단계: {1} 역전파</translation>
    </message>
    <message>
        <source>forward with tangents</source>
        <translation>변화율과 함께 순방향</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
</context>
<context>
    <name>WeightFiles</name>
    <message>
        <source>Read weights…</source>
        <translation>가중치 읽기…</translation>
    </message>
    <message>
        <source>Put weights that were exported, as npz or CSV, into this network</source>
        <translation>npz나 CSV로 내보낸 가중치를 이 신경망에 넣습니다</translation>
    </message>
    <message>
        <source>Paste weights</source>
        <translation>가중치 붙여넣기</translation>
    </message>
    <message>
        <source>Put a table of weights that was copied into this network</source>
        <translation>복사한 가중치 표를 이 신경망에 넣습니다</translation>
    </message>
    <message>
        <source>Start from these weights</source>
        <translation>이 가중치로 시작</translation>
    </message>
    <message>
        <source>Begin this training with the weights that are shown; Reset returns to them, until another start is drawn</source>
        <translation>지금 보이는 가중치로 학습을 시작합니다. 새로 뽑기 전까지는 처음 상태로 돌아가면 이 가중치가 됩니다</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Read weights</source>
        <translation>가중치 읽기</translation>
    </message>
    <message>
        <source>The copied table</source>
        <translation>복사한 표</translation>
    </message>
    <message>
        <source>The training begins with these weights now. Reset returns to them.</source>
        <translation>이제 이 가중치로 학습을 시작합니다. 처음 상태로 돌아가면 이 가중치가 됩니다.</translation>
    </message>
    <message>
        <source>{} was not read: the network has other layers since.</source>
        <translation>{}{을/를} 읽지 못했습니다. 그사이 신경망의 층이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{}: the weights are in place.</source>
        <translation>{}의 가중치를 넣었습니다.</translation>
    </message>
    <message>
        <source>{0} was not read. {1}</source>
        <translation>{0}{을/를} 읽지 못했습니다. {1}</translation>
    </message>
</context>
<context>
    <name>WeightsList</name>
    <message>
        <source>As in W·x + b: a row for each unit of the layer, a column for each of its inputs, then its bias b.</source>
        <translation>W·x + b의 순서입니다. 행은 층의 유닛, 열은 그 입력이고, 마지막 열은 편향 b입니다.</translation>
    </message>
    <message>
        <source>Layer {0}: W{1}, {2} × {3}, and b{1}</source>
        <translation>{0}층: W{1}({2} × {3}), b{1}</translation>
    </message>
    <message>
        <source>Weights into layer {0}</source>
        <translation>{0}번째 층으로 들어가는 가중치</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Welcome to Wiregrad</source>
        <translation>Wiregrad에 오신 것을 환영합니다</translation>
    </message>
    <message>
        <source>Lessons lead you in small steps from a first graph to a network that learns: you predict, try, and see. School mathematics is enough. Or look around by yourself: everything beside this is a laboratory that you can use at once.</source>
        <translation>레슨은 첫 그래프부터 스스로 학습하는 신경망까지 작은 단계로 안내합니다. 먼저 예상하고, 해 보고, 눈으로 확인합니다. 학교 수학이면 충분합니다. 혼자 둘러보아도 됩니다. 옆에 보이는 것은 모두 바로 쓸 수 있는 실험실입니다.</translation>
    </message>
    <message>
        <source>Learn, in the bar above, brings the lessons any time.</source>
        <translation>위쪽 막대의 배우기를 누르면 언제든 레슨이 열립니다.</translation>
    </message>
    <message>
        <source>Begin to learn</source>
        <translation>배우기 시작</translation>
    </message>
    <message>
        <source>Open the lessons beside the laboratory</source>
        <translation>실험실 옆에 레슨을 엽니다</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>Close this; Learn brings the lessons any time</source>
        <translation>이 안내를 닫습니다. 배우기를 누르면 언제든 레슨이 열립니다</translation>
    </message>
</context>
<context>
    <name>WireGesture</name>
    <message>
        <source>move wire</source>
        <translation>연결선 옮기기</translation>
    </message>
    <message>
        <source>Replaces the wire from {0}.</source>
        <translation>{0}에서 오던 연결선을 대신합니다.</translation>
    </message>
</context>
<context>
    <name>WiringByKeys</name>
    <message>
        <source>There is nothing to connect it with: no free port fits this node.</source>
        <translation>연결할 것이 없습니다. 이 노드에 맞는 빈 포트가 없습니다.</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>연결 끊기</translation>
    </message>
</context>
<context>
    <name>WorkedCard</name>
    <message>
        <source>Take the update apart, term by term</source>
        <translation>갱신을 항 하나씩 뜯어보기</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{0}/{1}: {2}</translation>
    </message>
</context>
<context>
    <name>_RulePart</name>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>이후</translation>
    </message>
</context>
</TS>
