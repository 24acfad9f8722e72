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
        <translation>신경망이 어떻게 배우는지, 직접 만들고 지켜보고 예측하면서 배웁니다.</translation>
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
        <source>한국어</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Switch the language to Korean (한국어로 바꾸기)</source>
        <translation>언어를 영어로 바꿉니다(Switch to English)</translation>
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
        <translation>{0} (기울기 &lt; {1})</translation>
    </message>
    <message>
        <source>yes (mean output {0})</source>
        <translation>예 (평균 출력 {0})</translation>
    </message>
    <message>
        <source>no (mean output {0})</source>
        <translation>아니요 (평균 출력 {0})</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>모든 곳에서 가능</translation>
    </message>
    <message>
        <source>except at x = {0}</source>
        <translation>x = {0} 제외</translation>
    </message>
</context>
<context>
    <name>ActivationsPage</name>
    <message>
        <source>Reset the plots</source>
        <translation>그림 되돌리기</translation>
    </message>
    <message>
        <source>Show the first view of both plots again</source>
        <translation>두 그림을 처음 모습으로 되돌립니다</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Prediction over the inputs</source>
        <translation>입력 평면 위의 예측</translation>
    </message>
    <message>
        <source>Point at a place to see what every neuron gives there</source>
        <translation>한 곳을 가리키면 그곳에서 각 뉴런이 내는 값을 보여 줍니다</translation>
    </message>
    <message>
        <source>{0} target 0 &amp;nbsp; {1} target 1 &amp;nbsp; ✕ wrong &amp;nbsp; line: ŷ = ½</source>
        <translation>{0} 목표값 0 &amp;nbsp; {1} 목표값 1 &amp;nbsp; ✕ 틀림 &amp;nbsp; 선: ŷ = ½</translation>
    </message>
    <message>
        <source>ŷ({0}, {1}) = {2}</source>
        <translation>ŷ({0}, {1}) = {2}</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>마지막 동작을 되돌립니다</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
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
        <source>Copy the selected nodes</source>
        <translation>선택한 노드를 복제합니다</translation>
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
        <source>Set as result</source>
        <translation>결과로 지정</translation>
    </message>
    <message>
        <source>Ask for the gradient of this node</source>
        <translation>이 노드에 대한 기울기를 구합니다</translation>
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
        <translation>100 %로 보기</translation>
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
        <source>Undo {}</source>
        <translation>실행 취소: {}</translation>
    </message>
    <message>
        <source>Redo {}</source>
        <translation>다시 실행: {}</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Commands of the canvas</source>
        <translation>캔버스 명령</translation>
    </message>
</context>
<context>
    <name>CanvasTooltips</name>
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
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산하지 않음</translation>
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
        <translation>층의 수마다 막대 한 묶음입니다</translation>
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
        <translation>x = {0}에서 출발해 만나는 기울기를 모두 곱한 값입니다. 가중치 1, 편향 0인 뉴런 하나짜리 층을 지날 때마다 기울기가 얼마나 남는지 보여 줍니다.</translation>
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
        <translation>기울기 f′(x)</translation>
    </message>
    <message>
        <source>Click or drag the point to move x; drag to pan, wheel to zoom, A to reset</source>
        <translation>클릭하거나 점을 끌면 x가 움직입니다. 끌어서 이동, 휠로 확대, A로 처음 모습</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Gradient length per layer</source>
        <translation>층별 기울기의 크기</translation>
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
        <source>The length of the loss&apos;s gradient with respect to each layer&apos;s weights and biases: where it is tiny, the layer learns next to nothing</source>
        <translation>각 층의 가중치와 편향에 대한 손실 기울기의 크기입니다. 아주 작으면 그 층은 거의 배우지 못합니다</translation>
    </message>
    <message>
        <source>The mean loss over all samples</source>
        <translation>모든 표본에 대한 평균 손실</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis</source>
        <translation>손실을 로그 눈금으로 보여 줍니다</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>손실 축 로그 눈금</translation>
    </message>
    <message>
        <source>Train to draw the curve</source>
        <translation>학습하면 곡선이 그려집니다</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>On this page</source>
        <translation>이 화면에서</translation>
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
    <name>FactGrid</name>
    <message>
        <source>at x = {0}</source>
        <translation>x = {0}에서</translation>
    </message>
    <message>
        <source>The value (green) and the slope (red) at the point</source>
        <translation>그 점에서의 값(초록)과 기울기(빨강)</translation>
    </message>
    <message>
        <source>range</source>
        <translation>치역</translation>
    </message>
    <message>
        <source>All values it takes; a round bracket is a limit it never reaches</source>
        <translation>함수가 갖는 모든 값입니다. 둥근 괄호는 닿지 않는 한계입니다</translation>
    </message>
    <message>
        <source>largest slope</source>
        <translation>최대 기울기</translation>
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
        <translation>너무 평평해서 기울기가 거의 지나가지 못하는 곳입니다</translation>
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
</context>
<context>
    <name>FactSheet</name>
    <message>
        <source>Choose a function on the left to see its facts.</source>
        <translation>왼쪽에서 함수를 고르면 그 성질을 보여 줍니다.</translation>
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
        <source>Describe {0}</source>
        <translation>{0} 설명</translation>
    </message>
    <message>
        <source>{0} layers scale a gradient by at most {1}^{0} = {2} (weights 1).</source>
        <translation>층 {0}개는 기울기를 많아야 {1}^{0} = {2}배로 만듭니다(가중치 1).</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>Begin an empty graph</source>
        <translation>빈 그래프를 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a graph from a file</source>
        <translation>파일에서 그래프를 엽니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save the graph to its file</source>
        <translation>그래프를 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the graph to another file</source>
        <translation>그래프를 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>{0} was not opened. {1}</source>
        <translation>{0}을(를) 열지 못했습니다. {1}</translation>
    </message>
    <message>
        <source>The graph was not saved. {0}</source>
        <translation>그래프를 저장하지 못했습니다. {0}</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0}(으)로 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open graph</source>
        <translation>그래프 열기</translation>
    </message>
    <message>
        <source>Save graph</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>“{0}”의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>They are lost if you don’t save them.</source>
        <translation>저장하지 않으면 변경 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
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
        <source>Wiregrad graphs</source>
        <translation>Wiregrad 그래프</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
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
        <translation>이 식의 그래프를 만들어 정렬합니다(Enter)</translation>
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
        <translation>식으로 만들기</translation>
    </message>
    <message>
        <source>Type a formula such as (x + y)*z or c = a + b; f = c*(c + 1), and press Enter</source>
        <translation>(x + y)*z 또는 c = a + b; f = c*(c + 1) 같은 식을 입력하고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Type a formula, for example (x + y)*z</source>
        <translation>식을 입력하세요. 예: (x + y)*z</translation>
    </message>
    <message>
        <source>Enter builds this graph, Escape brings back the one drawn.</source>
        <translation>Enter는 이 그래프를 만들고, Esc는 그려진 식으로 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
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
        <translation>정류 함수</translation>
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
        <translation>x에서의 기울기를 갖는 직선을 그립니다</translation>
    </message>
    <message>
        <source>Flat means slope below</source>
        <translation>평평함의 기준 기울기</translation>
    </message>
    <message>
        <source>A function is called saturated where its slope is smaller than this</source>
        <translation>기울기가 이 값보다 작은 곳을 포화라고 부릅니다</translation>
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
        <source>The gradient by the chain rule beside (f(x+h) − f(x−h)) / 2h with h = 0.00001, and the relative error</source>
        <translation>연쇄 법칙으로 구한 기울기와 (f(x+h) − f(x−h)) / 2h (h = 0.00001), 그리고 둘의 상대 오차를 나란히 보여 줍니다</translation>
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
</context>
<context>
    <name>GraphDrawing</name>
    <message>
        <source>Network {0} at epoch {1}</source>
        <translation>신경망 {0}, 에포크 {1}</translation>
    </message>
    <message>
        <source>The weights at this epoch, looking at all samples.</source>
        <translation>이 에포크의 가중치로 모든 표본을 계산합니다.</translation>
    </message>
    <message>
        <source>The weights at this epoch, looking at the first sample.</source>
        <translation>이 에포크의 가중치로 첫째 표본을 계산합니다.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause the walk through the gates</source>
        <translation>게이트를 차례로 따라가기를 재생하거나 멈춥니다</translation>
    </message>
    <message>
        <source>One gate back or on; along the wires while a node is selected</source>
        <translation>게이트 하나 뒤로 또는 앞으로. 노드를 선택했을 때는 연결선을 따라 이동</translation>
    </message>
    <message>
        <source>Before the first gate; all values</source>
        <translation>첫 게이트 앞 / 모든 값</translation>
    </message>
    <message>
        <source>Search for an operation</source>
        <translation>연산 찾기</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Search for an operation, or edit a value or name</source>
        <translation>연산을 찾거나 값 또는 이름을 편집</translation>
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
        <translation>숫자의 모든 자릿수를 보여 줍니다</translation>
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
    <name>LegendEntry</name>
    <message>
        <source>Show or hide {0}</source>
        <translation>{0} 보이기 또는 숨기기</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss of each method against the step</source>
        <translation>단계에 따른 각 방법의 손실</translation>
    </message>
    <message>
        <source>The loss after each step; the dashed line is the goal</source>
        <translation>각 단계 뒤의 손실입니다. 점선은 목표입니다</translation>
    </message>
    <message>
        <source>The loss of each method after each step. The upright line is the step shown; where all losses are positive, the scale is logarithmic.</source>
        <translation>각 단계 뒤 각 방법의 손실입니다. 세로선은 지금 보여 주는 단계이고, 손실이 모두 양수이면 로그 눈금을 씁니다.</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Something went wrong: {0}</source>
        <translation>문제가 생겼습니다: {0}</translation>
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
        <translation>{0}을(를) 경주에 참가시킵니다</translation>
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
        <translation>이 곡면에서 이 방법에 잘 맞는다고 알려진 설정을 씁니다</translation>
    </message>
    <message>
        <source>Same rate for all</source>
        <translation>모두 같은 학습률</translation>
    </message>
    <message>
        <source>Race all methods with this learning rate. It misleads: each needs its own.</source>
        <translation>모든 방법을 이 학습률로 달리게 합니다. 방법마다 알맞은 학습률이 달라서 오해를 부를 수 있습니다.</translation>
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
    <name>NetworkNumbers</name>
    <message>
        <source>{0}: weight {1}</source>
        <translation>{0}: 가중치 {1}</translation>
    </message>
    <message>
        <source>input {0}</source>
        <translation>입력 {0}</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Each square is a neuron and shows its output over the plane of the inputs. Each line is a weight: blue and whole if positive, orange and dashed if negative, wider if larger. Point at one to read its number.</source>
        <translation>네모는 뉴런이며 입력 평면 위에서의 출력을 보여 줍니다. 선은 가중치로, 양수는 파란 실선, 음수는 주황 파선이고 클수록 굵습니다. 가리키면 값을 읽을 수 있습니다.</translation>
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
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>아직 이르지 않음</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>계산하지 않음</translation>
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
        <source>Use as result</source>
        <translation>결과로 사용</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Local gradient</source>
        <translation>국소 기울기</translation>
    </message>
    <message>
        <source>Chain rule: local × upstream</source>
        <translation>연쇄 법칙: 국소 × 상류</translation>
    </message>
    <message>
        <source>Sum over the branches it feeds</source>
        <translation>이어지는 모든 갈래에 대한 합</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Its name in formulas; letters, digits and _ are allowed</source>
        <translation>식에서 쓰는 이름입니다. 영문자, 숫자, _를 쓸 수 있습니다</translation>
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
        <source>Take the gradient of this node; by default it is that of the last one</source>
        <translation>이 노드의 기울기를 구합니다. 정하지 않으면 마지막 노드입니다</translation>
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
    <name>NumberField</name>
    <message>
        <source>Type a number such as 0.5, 1/2 or 1e-3, or drag sideways</source>
        <translation>0.5, 1/2, 1e-3 같은 수를 입력하거나 좌우로 끄세요</translation>
    </message>
    <message>
        <source>“{0}” is not a number: type 0.5, 1/2 or 1e-3</source>
        <translation>“{0}”은(는) 수가 아닙니다. 0.5, 1/2, 1e-3처럼 입력하세요</translation>
    </message>
    <message>
        <source>A whole number is needed here, not {0}</source>
        <translation>여기에는 {0}이(가) 아니라 정수가 필요합니다</translation>
    </message>
    <message>
        <source>A number is needed here: type a whole one, such as 7</source>
        <translation>여기에는 숫자가 필요합니다. 7과 같은 정수를 입력하세요</translation>
    </message>
    <message>
        <source>“{0}” is not a number: type a whole one, such as 7</source>
        <translation>“{0}”은(는) 숫자가 아닙니다. 7과 같은 정수를 입력하세요</translation>
    </message>
    <message>
        <source>A number is needed here: type 0.5, 1/2 or 1e-3</source>
        <translation>여기에는 숫자가 필요합니다. 0.5, 1/2, 1e-3처럼 입력하세요</translation>
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
        <translation>{0}과(와) {1} 사이여야 합니다</translation>
    </message>
</context>
<context>
    <name>OperationChip</name>
    <message>
        <source>Drag it onto the canvas, or double-click.</source>
        <translation>캔버스로 끌어오거나 두 번 클릭하세요.</translation>
    </message>
</context>
<context>
    <name>OptimizersPage</name>
    <message>
        <source>Reset the race</source>
        <translation>경주 되돌리기</translation>
    </message>
    <message>
        <source>Back to this surface&apos;s own start, rates and steps</source>
        <translation>이 곡면의 기본 출발점, 학습률, 단계 수로 돌아갑니다</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>손실 곡면</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>순위표</translation>
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
    <name>Overview</name>
    <message>
        <source>The canvas is empty. Drag an operation from the left, press Tab to search for one, type a formula above, or open an example from the File menu.</source>
        <translation>캔버스가 비어 있습니다. 왼쪽에서 연산을 끌어오거나, Tab을 눌러 찾거나, 위에 식을 입력하거나, 파일 메뉴에서 예제를 여세요.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
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
    <name>PointerHint</name>
    <message>
        <source>Hint</source>
        <translation>도움말</translation>
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
        <translation>글자, 조작 단추, 그림의 크기</translation>
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
    <name>RaceStage</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <source>Click or drag to set the start · rings are minima · the wheel zooms</source>
        <translation>클릭하거나 끌어서 출발점 정하기 · 고리는 최솟값 · 휠로 확대</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to this surface&apos;s own start, rates and steps (Ctrl+R)</source>
        <translation>이 곡면의 기본 출발점, 학습률, 단계 수로 돌아갑니다(Ctrl+R)</translation>
    </message>
    <message>
        <source>Reset the race</source>
        <translation>경주 되돌리기</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>Where each method stands</source>
        <translation>각 방법의 현재 위치</translation>
    </message>
    <message>
        <source>Where each method stands at the step shown; a tick says that it has arrived</source>
        <translation>지금 보여 주는 단계에서 각 방법의 위치입니다. ✓는 도착했다는 뜻입니다</translation>
    </message>
    <message>
        <source>No method takes part: check the box of one to let it race.</source>
        <translation>참가하는 방법이 없습니다. 방법의 상자를 선택하면 경주에 참가합니다.</translation>
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
        <source>method</source>
        <translation>방법</translation>
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
        <translation>{0} 안에 못 감</translation>
    </message>
    <message>
        <source>diverged at step {0}</source>
        <translation>{0}단계에서 발산</translation>
    </message>
    <message>
        <source>left at step {0}</source>
        <translation>{0}단계에서 벗어남</translation>
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
        <source>Point at a line of the network to read the weights of the larger layers.</source>
        <translation>큰 층의 가중치는 신경망의 선을 가리켜 읽으세요.</translation>
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
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
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
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>All {0} are right.</source>
        <translation>{0}개 모두 맞았습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} are right.</source>
        <translation>{1}개 중 {0}개가 맞았습니다.</translation>
    </message>
    <message>
        <source>Weights into layer {0}</source>
        <translation>{0}번째 층으로 들어가는 가중치</translation>
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
        <source>Undo one step (←)</source>
        <translation>한 단계를 되돌립니다(←)</translation>
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
        <translation>모든 표본을 한 번씩 볼 때까지 갱신합니다(E)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to the same initial weights (Home)</source>
        <translation>같은 초기 가중치로 돌아갑니다(Home)</translation>
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
        <translation>신경망을 현재 가중치로 연산 그래프로 보여 줍니다. 표본은 모두, 큰 데이터에서는 첫째 표본만 넣습니다</translation>
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
        <translation>출발점</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>How many steps each method takes</source>
        <translation>각 방법이 나아갈 단계 수</translation>
    </message>
    <message>
        <source>Where all methods begin; or click in the picture</source>
        <translation>모든 방법의 출발점입니다. 그림을 클릭해도 됩니다</translation>
    </message>
    <message>
        <source>Start {0}</source>
        <translation>출발점 {0}</translation>
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
        <translation>연산 찾기: ×, mul, tanh …</translation>
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
</context>
<context>
    <name>Section</name>
    <message>
        <source>Show or hide “{0}”</source>
        <translation>“{0}” 보이기 또는 숨기기</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>There is nothing to paste: the clipboard holds no nodes copied from a graph.</source>
        <translation>붙여 넣을 것이 없습니다. 클립보드에 그래프에서 복사한 노드가 없습니다.</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Activation of the hidden units</source>
        <translation>은닉 유닛의 활성화 함수</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 방법</translation>
    </message>
    <message>
        <source>Seed of the initial weights: the same seed draws the same weights</source>
        <translation>초기 가중치의 시드입니다. 시드가 같으면 같은 가중치를 뽑습니다</translation>
    </message>
    <message>
        <source>Seed of the weights</source>
        <translation>가중치의 시드</translation>
    </message>
    <message>
        <source>Seed of the points: the same seed draws the same points</source>
        <translation>점의 시드입니다. 시드가 같으면 같은 점을 뽑습니다</translation>
    </message>
    <message>
        <source>Seed of the points</source>
        <translation>점의 시드</translation>
    </message>
    <message>
        <source>Samples in one step; 0 takes all of them</source>
        <translation>한 단계에 쓰는 표본 수입니다. 0이면 모두 씁니다</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Stop when solved</source>
        <translation>풀리면 멈춤</translation>
    </message>
    <message>
        <source>Pause once every prediction is within 0.1 of its target</source>
        <translation>모든 예측이 목표값과 0.1 이내가 되면 멈춥니다</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
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
        <translation>활성화 함수와 그 기울기를 비교합니다</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Race optimizers down a loss surface</source>
        <translation>손실 곡면에서 최적화 방법들을 경주시킵니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train a small network and see what it learns</source>
        <translation>작은 신경망을 학습시키고 무엇을 배우는지 봅니다</translation>
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
        <translation>{1}단계 중 {0}</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Step {0} of {1} · forward through {2}</source>
        <translation>{1}단계 중 {0} · {2} 순전파</translation>
    </message>
    <message>
        <source>value = the gate&apos;s formula of its inputs</source>
        <translation>값 = 입력에 게이트의 식을 적용한 것</translation>
    </message>
    <message>
        <source>Step {0} of {1} · backward through {2}</source>
        <translation>{1}단계 중 {0} · {2} 역전파</translation>
    </message>
    <message>
        <source>downstream = local × upstream</source>
        <translation>하류 = 국소 × 상류</translation>
    </message>
</context>
<context>
    <name>SurfacePlot</name>
    <message>
        <source>Contours of the loss surface with the methods&apos; trails</source>
        <translation>손실 곡면의 등고선과 각 방법의 자취</translation>
    </message>
    <message>
        <source>Click to set the start, or drag it; the key A or a double click shows all</source>
        <translation>클릭하거나 끌어서 출발점을 정합니다. A 키나 두 번 클릭으로 전체를 봅니다</translation>
    </message>
    <message>
        <source>The loss surface from above. Each line joins points of equal loss; the fainter part of a trail is still to come. Both axes have the same scale, so the steepest way down crosses the lines at right angles.</source>
        <translation>위에서 본 손실 곡면입니다. 선은 손실이 같은 점을 잇고, 자취의 흐린 부분은 아직 가지 않은 길입니다. 두 축의 눈금이 같아서 가장 가파른 내리막은 선과 직각으로 만납니다.</translation>
    </message>
    <message>
        <source>{0} {1} diverged at step {2}</source>
        <translation>{0} {1} {2}단계에서 발산</translation>
    </message>
</context>
<context>
    <name>ToolDock</name>
    <message>
        <source>The selected node, or the whole graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished">살펴보기</translation>
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
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
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
        <source>Back to the same initial weights</source>
        <translation>같은 초기 가중치로</translation>
    </message>
    <message>
        <source>Another seed, other initial weights</source>
        <translation>다른 시드, 다른 초기 가중치</translation>
    </message>
    <message>
        <source>New start with seed {0}.</source>
        <translation>시드 {0}(으)로 새로 시작합니다.</translation>
    </message>
    <message>
        <source>This makes another network: training starts again at epoch 0.</source>
        <translation>다른 신경망이 됩니다. 학습을 에포크 0부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Network {0}</source>
        <translation>신경망 {0}</translation>
    </message>
    <message>
        <source>Solved at epoch {0}: every prediction is within 0.1 of its target.</source>
        <translation>에포크 {0}에서 풀렸습니다. 모든 예측이 목표값과 0.1 이내입니다.</translation>
    </message>
    <message>
        <source>{0} positive &amp;nbsp; {1} negative weight</source>
        <translation>{0} 양 &amp;nbsp; {1} 음의 가중치</translation>
    </message>
</context>
<context>
    <name>UpdateCard</name>
    <message>
        <source>This method does not take part; check its box to let it race.</source>
        <translation>이 방법은 참가하지 않습니다. 상자를 체크하면 달립니다.</translation>
    </message>
    <message>
        <source>No step has been taken yet. Press → to take the first.</source>
        <translation>아직 나아가지 않았습니다. →를 눌러 첫 단계를 밟으세요.</translation>
    </message>
    <message>
        <source>These are the numbers of its last step, {0}.</source>
        <translation>마지막 단계({0})의 숫자입니다.</translation>
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
        <translation>모든 게이트를 스스로 차례로 지나갑니다</translation>
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
        <translation>{1}단계 중 {0}</translation>
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
        <source>Step {0}: forward through {1}</source>
        <translation>{0}단계: {1} 순전파</translation>
    </message>
    <message>
        <source>Step {0}: backward through {1}</source>
        <translation>{0}단계: {1} 역전파</translation>
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
