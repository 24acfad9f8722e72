<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>engine</name>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>Keeps the spread of the signals alike through layers of tanh or sigmoid.</source>
            <translation>tanh나 시그모이드 층을 지나도 신호의 표준편차를 비슷하게 유지합니다.</translation>
        </message>
        <message>
            <source>Xavier, uniform</source>
            <translation>Xavier, 균등</translation>
        </message>
        <message>
            <source>The same spread as Xavier, drawn evenly: no weight is far from the others.</source>
            <translation>Xavier와 같은 표준편차로 균등분포에서 뽑습니다. 다른 것과 멀리 떨어진 가중치가 없습니다.</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Keeps the spread of the signals alike through layers of ReLU.</source>
            <translation>ReLU 층을 지나도 신호의 표준편차를 비슷하게 유지합니다.</translation>
        </message>
        <message>
            <source>Uniform ±1</source>
            <translation>균등 ±1</translation>
        </message>
        <message>
            <source>Every weight is as likely anywhere between −1 and 1, whatever the layer's size.</source>
            <translation>층의 크기와 관계없이 모든 가중치가 −1과 1 사이에서 고르게 뽑힙니다.</translation>
        </message>
        <message>
            <source>Playground</source>
            <translation>Playground</translation>
        </message>
        <message>
            <source>Small even weights and biases of 0.1, as TensorFlow Playground starts.</source>
            <translation>TensorFlow Playground처럼 작은 균등분포 가중치와 0.1의 편향으로 시작합니다.</translation>
        </message>
        <message>
            <source>Gaussian 0.01</source>
            <translation>가우시안 0.01</translation>
        </message>
        <message>
            <source>Tiny random weights: they break the symmetry, but the start is slow.</source>
            <translation>아주 작은 무작위 가중치입니다. 대칭은 깨지지만 시작이 느립니다.</translation>
        </message>
        <message>
            <source>Constant ½</source>
            <translation>상수 ½</translation>
        </message>
        <message>
            <source>All weights equal: gradients flow, and still all units of a layer stay alike.</source>
            <translation>모든 가중치가 같습니다. 기울기는 흐르지만 한 층의 모든 유닛이 계속 동일합니다.</translation>
        </message>
        <message>
            <source>Zeros</source>
            <translation>모두 0</translation>
        </message>
        <message>
            <source>All units of a layer stay identical for ever: the lesson of what not to do.</source>
            <translation>한 층의 모든 유닛이 영원히 동일합니다. 하지 말아야 할 초기화의 예입니다.</translation>
        </message>
        <message>
            <source>a file of the Activations space</source>
            <translation>활성화 함수 공간의 파일</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>입력</translation>
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
            <source>Collects the gradients of all the places it feeds.</source>
            <translation>이어진 모든 곳에서 돌아오는 기울기를 더합니다.</translation>
        </message>
        <message>
            <source>A number, vector or matrix that you choose; its gradient says how the result answers.</source>
            <translation>직접 정하는 수, 벡터, 행렬입니다. 기울기는 이 값이 바뀔 때 결과가 어떻게 바뀌는지 알려 줍니다.</translation>
        </message>
        <message>
            <source>card</source>
            <translation>카드</translation>
        </message>
        <message>
            <source>Parameter</source>
            <translation>매개변수</translation>
        </message>
        <message>
            <source>A value that training adjusts by its gradient.</source>
            <translation>학습할 때 기울기에 따라 조정되는 값입니다.</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>상수</translation>
        </message>
        <message>
            <source>A fixed value; no gradient is computed for it.</source>
            <translation>고정된 값입니다. 기울기를 계산하지 않습니다.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>덧셈</translation>
        </message>
        <message>
            <source>Arithmetic</source>
            <translation>산술</translation>
        </message>
        <message>
            <source>distributor</source>
            <translation>분배</translation>
        </message>
        <message>
            <source>Hands the upstream gradient to each of its inputs.</source>
            <translation>상류 기울기를 모든 입력에 그대로 나누어 줍니다(distributor).</translation>
        </message>
        <message>
            <source>The sum of its inputs; hands the upstream gradient to both.</source>
            <translation>두 입력의 합입니다. 상류 기울기를 양쪽에 그대로 전합니다.</translation>
        </message>
        <message>
            <source>Subtract</source>
            <translation>뺄셈</translation>
        </message>
        <message>
            <source>± distributor</source>
            <translation>± 분배</translation>
        </message>
        <message>
            <source>Hands the upstream gradient to its first input, and its negative to the second.</source>
            <translation>상류 기울기를 첫째 입력에는 그대로, 둘째 입력에는 부호를 바꾸어 전달합니다.</translation>
        </message>
        <message>
            <source>The difference of its inputs; the second gets the upstream gradient negated.</source>
            <translation>두 입력의 차입니다. 둘째 입력은 부호가 바뀐 상류 기울기를 받습니다.</translation>
        </message>
        <message>
            <source>Multiply</source>
            <translation>곱셈</translation>
        </message>
        <message>
            <source>switcher</source>
            <translation>맞바꿈</translation>
        </message>
        <message>
            <source>Each input gets the upstream gradient times the other input.</source>
            <translation>각 입력은 상류 기울기에 상대 입력의 값을 곱한 기울기를 받습니다(switcher).</translation>
        </message>
        <message>
            <source>The product of its inputs; each gets the upstream gradient times the other one.</source>
            <translation>두 입력의 원소별 곱입니다. 역전파에서는 상류 기울기에 상대 입력의 값을 곱해 전합니다.</translation>
        </message>
        <message>
            <source>Divide</source>
            <translation>나눗셈</translation>
        </message>
        <message>
            <source>× slopes</source>
            <translation>× 입력별 도함수 값</translation>
        </message>
        <message>
            <source>Multiplies the upstream gradient by its slope along each input at this point.</source>
            <translation>상류 기울기에 이 점에서의 입력별 도함수 값을 각각 곱합니다.</translation>
        </message>
        <message>
            <source>The quotient of its inputs; the second must not be 0.</source>
            <translation>두 입력의 몫입니다. 둘째 입력은 0이 아니어야 합니다.</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>거듭제곱</translation>
        </message>
        <message>
            <source>The first input raised to the second.</source>
            <translation>첫째 입력을 둘째 입력만큼 거듭제곱한 값입니다.</translation>
        </message>
        <message>
            <source>Negate</source>
            <translation>부호 바꾸기</translation>
        </message>
        <message>
            <source>× −1</source>
            <translation>× −1</translation>
        </message>
        <message>
            <source>Hands back the upstream gradient with its sign turned.</source>
            <translation>상류 기울기의 부호를 바꾸어 전합니다.</translation>
        </message>
        <message>
            <source>The input with its sign turned; turns the gradient's sign too.</source>
            <translation>입력의 부호를 바꿉니다. 기울기의 부호도 바뀝니다.</translation>
        </message>
        <message>
            <source>Reciprocal</source>
            <translation>역수</translation>
        </message>
        <message>
            <source>× slope</source>
            <translation>× 도함수 값</translation>
        </message>
        <message>
            <source>Multiplies the upstream gradient by its slope at this point.</source>
            <translation>상류 기울기에 이 점에서의 도함수 값을 곱합니다.</translation>
        </message>
        <message>
            <source>One divided by the input, which must not be 0.</source>
            <translation>1을 입력으로 나눈 값입니다. 입력은 0이 아니어야 합니다.</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>제곱</translation>
        </message>
        <message>
            <source>The input times itself.</source>
            <translation>입력을 자신과 곱한 값입니다.</translation>
        </message>
        <message>
            <source>Exponential</source>
            <translation>지수</translation>
        </message>
        <message>
            <source>Elementary</source>
            <translation>기본 함수</translation>
        </message>
        <message>
            <source>e raised to the input; it is its own derivative.</source>
            <translation>e의 거듭제곱입니다. 도함수가 자기 자신입니다.</translation>
        </message>
        <message>
            <source>Natural logarithm</source>
            <translation>자연로그</translation>
        </message>
        <message>
            <source>The logarithm to base e of the input, which must be positive.</source>
            <translation>밑이 e인 로그입니다. 입력은 양수여야 합니다.</translation>
        </message>
        <message>
            <source>Square root</source>
            <translation>제곱근</translation>
        </message>
        <message>
            <source>The square root of the input, which must not be negative.</source>
            <translation>입력의 제곱근입니다. 입력은 음수가 아니어야 합니다.</translation>
        </message>
        <message>
            <source>Cube root</source>
            <translation>세제곱근</translation>
        </message>
        <message>
            <source>The number whose cube the input is, of any sign; its curve is vertical at 0.</source>
            <translation>세제곱하면 입력이 되는 수로, 음수의 세제곱근도 있습니다. 0에서 곡선이 수직입니다.</translation>
        </message>
        <message>
            <source>Sine</source>
            <translation>사인</translation>
        </message>
        <message>
            <source>The sine of the input in radians.</source>
            <translation>라디안 단위 입력의 사인입니다.</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>코사인</translation>
        </message>
        <message>
            <source>The cosine of the input in radians.</source>
            <translation>라디안 단위 입력의 코사인입니다.</translation>
        </message>
        <message>
            <source>Tangent</source>
            <translation>탄젠트</translation>
        </message>
        <message>
            <source>The tangent of the input in radians: sine by cosine, with poles at ±π/2.</source>
            <translation>라디안으로 나타낸 입력의 탄젠트, 곧 사인 나누기 코사인입니다. ±π/2에서 발산합니다.</translation>
        </message>
        <message>
            <source>Arcsine</source>
            <translation>아크사인</translation>
        </message>
        <message>
            <source>The angle between −π/2 and π/2 whose sine the input is, from −1 to 1.</source>
            <translation>사인이 입력과 같은 −π/2와 π/2 사이의 각입니다. 입력은 −1부터 1까지입니다.</translation>
        </message>
        <message>
            <source>Arccosine</source>
            <translation>아크코사인</translation>
        </message>
        <message>
            <source>The angle between 0 and π whose cosine the input is, from −1 to 1.</source>
            <translation>코사인이 입력과 같은 0과 π 사이의 각입니다. 입력은 −1부터 1까지입니다.</translation>
        </message>
        <message>
            <source>Hyperbolic sine</source>
            <translation>쌍곡사인</translation>
        </message>
        <message>
            <source>Half of eˣ − e⁻ˣ; its slope is the hyperbolic cosine.</source>
            <translation>eˣ − e⁻ˣ의 절반입니다. 도함수는 쌍곡코사인입니다.</translation>
        </message>
        <message>
            <source>Hyperbolic cosine</source>
            <translation>쌍곡코사인</translation>
        </message>
        <message>
            <source>Half of eˣ + e⁻ˣ, at least 1; its slope is the hyperbolic sine.</source>
            <translation>eˣ + e⁻ˣ의 절반으로, 1 이상입니다. 도함수는 쌍곡사인입니다.</translation>
        </message>
        <message>
            <source>Error function</source>
            <translation>오차 함수</translation>
        </message>
        <message>
            <source>The area under 2/√π·e^(−t²) from 0 to the input: it squeezes any number into (−1, 1).</source>
            <translation>0부터 입력까지 2/√π·e^(−t²) 아래의 넓이입니다. 모든 실수를 (−1, 1)로 압축합니다.</translation>
        </message>
        <message>
            <source>Logarithm to base 2</source>
            <translation>밑이 2인 로그</translation>
        </message>
        <message>
            <source>How often 2 is to be multiplied to give the input; entropies in bits use it.</source>
            <translation>2를 몇 번 곱해야 입력이 되는지 나타냅니다. 비트 단위의 엔트로피에 씁니다.</translation>
        </message>
        <message>
            <source>Logarithm to base 10</source>
            <translation>상용로그</translation>
        </message>
        <message>
            <source>How often 10 is to be multiplied to give the input, which must be positive.</source>
            <translation>10을 몇 번 곱해야 입력이 되는지 나타냅니다. 입력은 양수여야 합니다.</translation>
        </message>
        <message>
            <source>Logarithm of 1 + x</source>
            <translation>1 + x의 로그</translation>
        </message>
        <message>
            <source>ln(1 + x) with all its digits next to 0, where 1 + x has lost those of x.</source>
            <translation>ln(1 + x)를 0 근처에서도 끝자리까지 정확히 계산합니다. 1 + x를 먼저 더하면 x의 자릿수를 잃습니다.</translation>
        </message>
        <message>
            <source>Exponential minus 1</source>
            <translation>지수 함수 빼기 1</translation>
        </message>
        <message>
            <source>eˣ − 1 with all its digits next to 0, where eˣ has lost those of x.</source>
            <translation>eˣ − 1을 0 근처에서도 끝자리까지 정확히 계산합니다. eˣ를 먼저 구하면 x의 자릿수를 잃습니다.</translation>
        </message>
        <message>
            <source>Maximum</source>
            <translation>최댓값</translation>
        </message>
        <message>
            <source>Routers</source>
            <translation>선택(router)</translation>
        </message>
        <message>
            <source>router</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>The input that wins or is chosen gets the whole upstream gradient, the others get 0. Equal ones share it.</source>
            <translation>선택된 입력이 상류 기울기를 모두 받고, 나머지는 0을 받습니다(router). 값이 같으면 나누어 받습니다.</translation>
        </message>
        <message>
            <source>The larger of its inputs, which also gets the whole gradient.</source>
            <translation>두 입력 중 큰 값입니다. 기울기도 모두 그 입력이 받습니다.</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>최솟값</translation>
        </message>
        <message>
            <source>The smaller of its inputs, which also gets the whole gradient.</source>
            <translation>두 입력 중 작은 값입니다. 기울기도 모두 그 입력이 받습니다.</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>부호</translation>
        </message>
        <message>
            <source>stop</source>
            <translation>차단</translation>
        </message>
        <message>
            <source>Stops the upstream gradient: its slope is 0 on both sides of a jump.</source>
            <translation>상류 기울기를 막습니다. 불연속점의 양쪽에서 도함수 값이 0입니다.</translation>
        </message>
        <message>
            <source>−1 below 0, 0 at 0 and 1 above; its slope is 0, so no gradient passes.</source>
            <translation>0보다 작으면 −1, 0이면 0, 0보다 크면 1입니다. 도함수가 0이어서 기울기가 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>바닥 함수</translation>
        </message>
        <message>
            <source>The largest whole number that is not above the input; no gradient passes.</source>
            <translation>입력보다 크지 않은 가장 큰 정수입니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Greater than</source>
            <translation>크다</translation>
        </message>
        <message>
            <source>1 where a &gt; b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a &gt; b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Greater or equal</source>
            <translation>크거나 같다</translation>
        </message>
        <message>
            <source>1 where a ≥ b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a ≥ b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Less than</source>
            <translation>작다</translation>
        </message>
        <message>
            <source>1 where a &lt; b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a &lt; b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Less or equal</source>
            <translation>작거나 같다</translation>
        </message>
        <message>
            <source>1 where a ≤ b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a ≤ b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Equal</source>
            <translation>같다</translation>
        </message>
        <message>
            <source>1 where a = b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a = b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Not equal</source>
            <translation>같지 않다</translation>
        </message>
        <message>
            <source>1 where a ≠ b, 0 elsewhere, as a condition takes it; no gradient passes.</source>
            <translation>a ≠ b이면 1, 아니면 0이며 조건으로 쓸 수 있습니다. 기울기는 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>항등 함수</translation>
        </message>
        <message>
            <source>Activations</source>
            <translation>활성화 함수</translation>
        </message>
        <message>
            <source>passage</source>
            <translation>통과</translation>
        </message>
        <message>
            <source>Hands one input on as it is, and the whole upstream gradient back to it.</source>
            <translation>입력 하나를 그대로 내보내고, 상류 기울기 전체를 그 입력으로 돌려보냅니다.</translation>
        </message>
        <message>
            <source>The input itself: a layer with it stays linear.</source>
            <translation>입력을 그대로 출력합니다. 이 함수를 쓰는 층은 선형입니다.</translation>
        </message>
        <message>
            <source>Sigmoid</source>
            <translation>시그모이드</translation>
        </message>
        <message>
            <source>Squeezes any number into (0, 1); its slope is at most 0.25.</source>
            <translation>모든 실수를 (0, 1)로 압축합니다. 도함수는 최대 0.25입니다.</translation>
        </message>
        <message>
            <source>Hyperbolic tangent</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>Squeezes any number into (−1, 1), centred on 0; its slope is at most 1.</source>
            <translation>모든 실수를 0을 중심으로 (−1, 1)로 압축합니다. 도함수는 최대 1입니다.</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>open or shut</source>
            <translation>열림/닫힘</translation>
        </message>
        <message>
            <source>Lets the upstream gradient through unchanged where its slope is 1, and stops it where its slope is 0.</source>
            <translation>도함수 값이 1인 곳에서는 상류 기울기를 그대로 통과시키고, 0인 곳에서는 막습니다.</translation>
        </message>
        <message>
            <source>Passes what is positive and blocks the rest; the slope is 1 or 0.</source>
            <translation>양수는 통과시키고 나머지는 막습니다. 도함수 값은 1 또는 0입니다.</translation>
        </message>
        <message>
            <source>Leaky ReLU</source>
            <translation>Leaky ReLU</translation>
        </message>
        <message>
            <source>ReLU that lets a little through on the negative side, so that no unit dies.</source>
            <translation>음수 쪽도 조금 통과시켜 유닛이 죽지 않게 한 ReLU입니다.</translation>
        </message>
        <message>
            <source>Slope</source>
            <translation>기울기</translation>
        </message>
        <message>
            <source>The slope on the negative side.</source>
            <translation>음수 쪽 직선의 기울기입니다.</translation>
        </message>
        <message>
            <source>Binary step</source>
            <translation>계단 함수</translation>
        </message>
        <message>
            <source>Fires or not; its slope is 0 everywhere, so nothing can be learnt through it.</source>
            <translation>켜지거나 꺼집니다. 도함수가 모든 곳에서 0이라 기울기가 전달되지 않으므로 아무것도 학습할 수 없습니다.</translation>
        </message>
        <message>
            <source>Arctangent</source>
            <translation>아크탄젠트</translation>
        </message>
        <message>
            <source>Like tanh, but it flattens slowly: its slope falls as 1/x² only.</source>
            <translation>tanh와 비슷하지만 천천히 평평해집니다. 도함수가 1/x²로만 줄어듭니다.</translation>
        </message>
        <message>
            <source>PReLU</source>
            <translation>PReLU</translation>
        </message>
        <message>
            <source>Leaky ReLU whose slope on the negative side is learnt with the weights.</source>
            <translation>음수 쪽 직선의 기울기를 가중치와 함께 학습하는 Leaky ReLU입니다.</translation>
        </message>
        <message>
            <source>The slope on the negative side, which training would adjust.</source>
            <translation>음수 쪽 직선의 기울기입니다. 학습하면서 조정됩니다.</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>ReLU with a soft negative side, which brings the mean output closer to 0.</source>
            <translation>음수 쪽이 부드러운 ReLU입니다. 평균 출력이 0에 가까워집니다.</translation>
        </message>
        <message>
            <source>Alpha</source>
            <translation>알파</translation>
        </message>
        <message>
            <source>How far below 0 the function goes: its limit is minus this number.</source>
            <translation>0 아래로 얼마나 내려가는지 정합니다. 극한값은 이 수에 음의 부호를 붙인 값입니다.</translation>
        </message>
        <message>
            <source>SELU</source>
            <translation>SELU</translation>
        </message>
        <message>
            <source>ELU scaled so that mean 0 and variance 1 survive from layer to layer.</source>
            <translation>층을 지나도 평균 0과 분산 1이 유지되도록 배율을 맞춘 ELU입니다.</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>배율</translation>
        </message>
        <message>
            <source>Stretches the whole function; 1.0507 keeps the variance at 1.</source>
            <translation>함수 전체에 곱하는 수입니다. 1.0507이면 분산이 1로 유지됩니다.</translation>
        </message>
        <message>
            <source>How deep the negative side goes; 1.6733 keeps the mean at 0.</source>
            <translation>음수 쪽의 깊이입니다. 1.6733이면 평균이 0으로 유지됩니다.</translation>
        </message>
        <message>
            <source>Softplus</source>
            <translation>Softplus</translation>
        </message>
        <message>
            <source>A smooth ReLU; its slope is the sigmoid.</source>
            <translation>매끄러운 ReLU입니다. 도함수가 시그모이드입니다.</translation>
        </message>
        <message>
            <source>Swish</source>
            <translation>Swish</translation>
        </message>
        <message>
            <source>The input times its own sigmoid: smooth, and it dips below 0 before it flattens.</source>
            <translation>입력에 입력의 시그모이드를 곱합니다. 매끄럽고, 평평해지기 전에 0 아래로 살짝 내려갑니다.</translation>
        </message>
        <message>
            <source>Beta</source>
            <translation>베타</translation>
        </message>
        <message>
            <source>Between x/2 at 0 and nearly ReLU at 10.</source>
            <translation>0이면 x/2, 10이면 거의 ReLU입니다.</translation>
        </message>
        <message>
            <source>Mish</source>
            <translation>Mish</translation>
        </message>
        <message>
            <source>The input times the tanh of its softplus: like swish, and a little deeper.</source>
            <translation>입력에 softplus의 tanh를 곱합니다. swish와 비슷하고 조금 더 깊이 내려갑니다.</translation>
        </message>
        <message>
            <source>GELU</source>
            <translation>GELU</translation>
        </message>
        <message>
            <source>The input times the chance that a standard normal number lies below it.</source>
            <translation>표준정규분포를 따르는 수가 입력보다 작을 확률을 입력에 곱한 값입니다.</translation>
        </message>
        <message>
            <source>Matrix product</source>
            <translation>행렬곱</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>행렬</translation>
        </message>
        <message>
            <source>matrix switcher</source>
            <translation>행렬 맞바꿈</translation>
        </message>
        <message>
            <source>Each factor gets the upstream gradient multiplied by the other factor, transposed.</source>
            <translation>각 행렬은 상류 기울기에 상대 행렬의 전치를 곱한 기울기를 받습니다.</translation>
        </message>
        <message>
            <source>The matrix product of its inputs: each output is a row times a column, summed.</source>
            <translation>두 입력의 행렬곱입니다. 각 출력은 행과 열을 곱해 더한 값입니다.</translation>
        </message>
        <message>
            <source>Reroute dot</source>
            <translation>경유점</translation>
        </message>
        <message>
            <source>Leads a wire round other nodes; value and gradient pass it unchanged.</source>
            <translation>연결선이 다른 노드를 돌아가게 합니다. 값과 기울기는 그대로 지나갑니다.</translation>
        </message>
        <message>
            <source>dot</source>
            <translation>점</translation>
        </message>
        <message>
            <source>Bipolar step</source>
            <translation>부호 계단 함수(±1)</translation>
        </message>
        <message>
            <source>The perceptron's answer, −1 below 0 and 1 from 0 on; its slope is 0, so no gradient passes.</source>
            <translation>퍼셉트론의 출력입니다. 0보다 작으면 −1, 0 이상이면 1입니다. 도함수가 0이어서 기울기가 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Maxout of two lines</source>
            <translation>두 직선의 Maxout</translation>
        </message>
        <message>
            <source>The higher of two lines, each with its own slope and offset, which are learnt.</source>
            <translation>두 직선 중 큰 값입니다. 직선마다 기울기와 절편이 있고, 둘 다 학습됩니다.</translation>
        </message>
        <message>
            <source>Slope 1</source>
            <translation>기울기 1</translation>
        </message>
        <message>
            <source>The slope of the first line.</source>
            <translation>첫째 직선의 기울기입니다.</translation>
        </message>
        <message>
            <source>Offset 1</source>
            <translation>절편 1</translation>
        </message>
        <message>
            <source>The first line's value at 0.</source>
            <translation>0에서 첫째 직선의 값입니다.</translation>
        </message>
        <message>
            <source>Slope 2</source>
            <translation>기울기 2</translation>
        </message>
        <message>
            <source>The slope of the second line.</source>
            <translation>둘째 직선의 기울기입니다.</translation>
        </message>
        <message>
            <source>Offset 2</source>
            <translation>절편 2</translation>
        </message>
        <message>
            <source>The second line's value at 0.</source>
            <translation>0에서 둘째 직선의 값입니다.</translation>
        </message>
        <message>
            <source>ReLU6</source>
            <translation>ReLU6</translation>
        </message>
        <message>
            <source>ReLU that ends at 6, so that a few bits hold its values on a phone.</source>
            <translation>6에서 멈추는 ReLU로, 휴대전화에서 적은 비트로도 값을 담을 수 있습니다.</translation>
        </message>
        <message>
            <source>Hard tanh</source>
            <translation>Hard tanh</translation>
        </message>
        <message>
            <source>The input between −1 and 1 and flat beyond: tanh of straight pieces, quick.</source>
            <translation>−1과 1 사이에서는 입력 그대로이고 그 밖에서는 평평합니다. 직선으로 이은 tanh라서 빠릅니다.</translation>
        </message>
        <message>
            <source>Outer product</source>
            <translation>외적</translation>
        </message>
        <message>
            <source>The matrix of all products of an element of the first and one of the second.</source>
            <translation>첫째 입력의 원소와 둘째 입력의 원소를 곱한 모든 값의 행렬입니다.</translation>
        </message>
        <message>
            <source>Dot product</source>
            <translation>내적</translation>
        </message>
        <message>
            <source>The sum of the products of matching elements: how far two vectors point alike.</source>
            <translation>짝이 되는 원소끼리 곱해 더한 값입니다. 두 벡터의 방향이 얼마나 같은지 나타냅니다.</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>합</translation>
        </message>
        <message>
            <source>Reductions</source>
            <translation>축약</translation>
        </message>
        <message>
            <source>Hands the upstream gradient to each element of its input.</source>
            <translation>상류 기울기를 입력의 모든 원소에 그대로 전달합니다.</translation>
        </message>
        <message>
            <source>The sum of all elements; hands the upstream gradient to each.</source>
            <translation>모든 원소의 합입니다. 상류 기울기를 각 원소에 그대로 전합니다.</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>평균</translation>
        </message>
        <message>
            <source>equal shares</source>
            <translation>균등 분배</translation>
        </message>
        <message>
            <source>Hands each of the n elements of its input an n-th of the upstream gradient.</source>
            <translation>입력의 원소 n개에 상류 기울기를 n등분하여 나누어 줍니다.</translation>
        </message>
        <message>
            <source>The mean of all elements; shares the upstream gradient equally.</source>
            <translation>모든 원소의 평균입니다. 상류 기울기를 똑같이 나눕니다.</translation>
        </message>
        <message>
            <source>Squared norm</source>
            <translation>제곱 노름</translation>
        </message>
        <message>
            <source>The sum of the squares of all elements.</source>
            <translation>모든 원소의 제곱의 합입니다.</translation>
        </message>
        <message>
            <source>Norm</source>
            <translation>노름</translation>
        </message>
        <message>
            <source>The length of a vector: the square root of the sum of its squares.</source>
            <translation>벡터의 길이, 곧 제곱합의 제곱근입니다.</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>원소의 곱</translation>
        </message>
        <message>
            <source>The product of all elements; the slope of each is the product of the others.</source>
            <translation>모든 원소의 곱입니다. 각 원소의 도함수 값은 나머지 원소의 곱입니다.</translation>
        </message>
        <message>
            <source>Largest element</source>
            <translation>가장 큰 원소</translation>
        </message>
        <message>
            <source>The largest of all elements, which also gets the whole gradient.</source>
            <translation>모든 원소 가운데 가장 큰 값입니다. 기울기도 그 원소가 모두 받습니다.</translation>
        </message>
        <message>
            <source>Smallest element</source>
            <translation>가장 작은 원소</translation>
        </message>
        <message>
            <source>The smallest of all elements, which also gets the whole gradient.</source>
            <translation>모든 원소 가운데 가장 작은 값입니다. 기울기도 그 원소가 모두 받습니다.</translation>
        </message>
        <message>
            <source>Mean squared error</source>
            <translation>평균제곱오차</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>손실 함수</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>손실</translation>
        </message>
        <message>
            <source>Turns the error of a prediction into the gradient that starts it all.</source>
            <translation>예측의 오차로부터 역전파를 시작할 기울기를 만듭니다.</translation>
        </message>
        <message>
            <source>The mean of the squared differences between prediction and target.</source>
            <translation>예측과 목표값의 차를 제곱해 평균한 값입니다.</translation>
        </message>
        <message>
            <source>prediction</source>
            <translation>예측</translation>
        </message>
        <message>
            <source>target</source>
            <translation>목표</translation>
        </message>
        <message>
            <source>Binary cross-entropy</source>
            <translation>이진 교차 엔트로피</translation>
        </message>
        <message>
            <source>The mean surprise at the targets 0 and 1, given predicted probabilities.</source>
            <translation>예측 확률로 잰 목표값 0과 1의 놀라움(정보량)을 평균한 값입니다.</translation>
        </message>
        <message>
            <source>Binary cross-entropy from logits</source>
            <translation>로짓 이진 교차 엔트로피</translation>
        </message>
        <message>
            <source>Sigmoid and cross-entropy in one gate: exact for any score, slope σ(z) − t.</source>
            <translation>시그모이드와 교차 엔트로피를 게이트 하나로 묶었습니다. 어떤 점수에서도 정확하며, z에 대한 기울기는 σ(z) − t입니다.</translation>
        </message>
        <message>
            <source>logits</source>
            <translation>로짓</translation>
        </message>
        <message>
            <source>Softmax cross-entropy</source>
            <translation>소프트맥스 교차 엔트로피</translation>
        </message>
        <message>
            <source>The mean surprise at the right class, given scores; slope softmax − target.</source>
            <translation>점수로 잰 정답 클래스의 놀라움(정보량)을 평균한 값입니다. 점수에 대한 기울기는 소프트맥스 − 목표값입니다.</translation>
        </message>
        <message>
            <source>scores</source>
            <translation>점수</translation>
        </message>
        <message>
            <source>Hinge loss</source>
            <translation>힌지 손실</translation>
        </message>
        <message>
            <source>The mean miss of the margin for targets −1 and 1; beyond the margin it is 0.</source>
            <translation>목표값 −1과 1에 대해 마진에 못 미친 정도의 평균입니다. 마진을 넘으면 0입니다.</translation>
        </message>
        <message>
            <source>score</source>
            <translation>점수</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>마진</translation>
        </message>
        <message>
            <source>How far on the right side a score must be to cost nothing.</source>
            <translation>손실이 없으려면 점수가 올바른 쪽으로 얼마나 들어가 있어야 하는지입니다.</translation>
        </message>
        <message>
            <source>Multi-class hinge loss</source>
            <translation>다중 클래스 힌지 손실</translation>
        </message>
        <message>
            <source>How far wrong classes come within the margin of the right one; a mean over rows.</source>
            <translation>틀린 클래스가 정답 클래스의 마진 안으로 얼마나 들어오는지입니다. 행에 대해 평균합니다.</translation>
        </message>
        <message>
            <source>Squared error</source>
            <translation>제곱오차</translation>
        </message>
        <message>
            <source>The sum of the squared differences between prediction and target.</source>
            <translation>예측과 목표값의 차를 제곱해 더한 값입니다.</translation>
        </message>
        <message>
            <source>Half squared error</source>
            <translation>절반 제곱오차</translation>
        </message>
        <message>
            <source>Half the sum of squared differences, so that the gradient is the error itself.</source>
            <translation>차의 제곱을 더한 값의 절반입니다. 그래서 기울기가 오차 그 자체입니다.</translation>
        </message>
        <message>
            <source>Transpose</source>
            <translation>전치</translation>
        </message>
        <message>
            <source>rearranger</source>
            <translation>재배열</translation>
        </message>
        <message>
            <source>Hands each element's gradient back to the place that the element came from.</source>
            <translation>각 원소의 기울기를 그 원소가 온 자리로 돌려보냅니다.</translation>
        </message>
        <message>
            <source>Turns rows into columns; vectors and numbers stay as they are.</source>
            <translation>행을 열로 바꿉니다. 벡터와 수는 그대로입니다.</translation>
        </message>
        <message>
            <source>Reshape</source>
            <translation>모양 바꾸기</translation>
        </message>
        <message>
            <source>The same elements, row by row, as a vector or as a matrix of other sides.</source>
            <translation>같은 원소를 행 순서대로 벡터나 크기가 다른 행렬로 배열합니다.</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>행</translation>
        </message>
        <message>
            <source>How many rows; −1 takes as many as there are elements for.</source>
            <translation>행의 수입니다. −1이면 원소의 수에 맞춥니다.</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>열</translation>
        </message>
        <message>
            <source>How many columns; 0 makes a vector, −1 takes as many as are needed.</source>
            <translation>열의 수입니다. 0이면 벡터가 되고, −1이면 필요한 만큼 둡니다.</translation>
        </message>
        <message>
            <source>Concatenate</source>
            <translation>이어 붙이기</translation>
        </message>
        <message>
            <source>Joins its inputs end to end; each gets its own part of the gradient back.</source>
            <translation>입력을 끝과 끝으로 잇습니다. 각 입력은 기울기에서 자기 부분을 돌려받습니다.</translation>
        </message>
        <message>
            <source>Axis</source>
            <translation>축</translation>
        </message>
        <message>
            <source>0 puts rows below each other, 1 puts matrices side by side.</source>
            <translation>0이면 행을 아래로 쌓고, 1이면 행렬을 옆으로 나란히 놓습니다.</translation>
        </message>
        <message>
            <source>Softmax</source>
            <translation>소프트맥스</translation>
        </message>
        <message>
            <source>Probabilities</source>
            <translation>확률</translation>
        </message>
        <message>
            <source>× Jacobian</source>
            <translation>× 야코비 행렬</translation>
        </message>
        <message>
            <source>Multiplies the upstream gradient by its Jacobian: each element moves every output.</source>
            <translation>상류 기울기에 야코비 행렬을 곱합니다. 원소 하나가 모든 출력을 바꿉니다.</translation>
        </message>
        <message>
            <source>Turns a row of scores into probabilities that sum to 1; the largest gets most.</source>
            <translation>점수의 행을 합이 1인 확률로 바꿉니다. 가장 큰 점수가 가장 큰 확률을 받습니다.</translation>
        </message>
        <message>
            <source>Log-softmax</source>
            <translation>로그 소프트맥스</translation>
        </message>
        <message>
            <source>The logarithms of softmax's probabilities, exact even where these round to 0.</source>
            <translation>소프트맥스 확률의 로그입니다. 확률이 0으로 반올림되는 곳에서도 정확합니다.</translation>
        </message>
        <message>
            <source>Log-sum-exp</source>
            <translation>log-sum-exp</translation>
        </message>
        <message>
            <source>A smooth maximum of all elements; its gradient is their softmax.</source>
            <translation>모든 원소의 매끄러운 최댓값입니다. 기울기는 원소들의 소프트맥스입니다.</translation>
        </message>
        <message>
            <source>L1 term</source>
            <translation>L1 항</translation>
        </message>
        <message>
            <source>Regularization</source>
            <translation>규제</translation>
        </message>
        <message>
            <source>Strength times the sum of absolute values; drives small weights to exactly 0.</source>
            <translation>강도 × 절댓값의 합입니다. 작은 가중치를 정확히 0으로 만듭니다.</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>강도</translation>
        </message>
        <message>
            <source>How much the term weighs beside the loss.</source>
            <translation>손실에 견준 이 항의 비중입니다.</translation>
        </message>
        <message>
            <source>L2 term</source>
            <translation>L2 항</translation>
        </message>
        <message>
            <source>Strength times the sum of squares; as weight decay it is twice the strength.</source>
            <translation>강도 × 제곱의 합입니다. 가중치 감쇠로는 강도의 두 배에 해당합니다.</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>드롭아웃</translation>
        </message>
        <message>
            <source>Sets a random share of the elements to 0 and scales the others up to make up.</source>
            <translation>원소의 일부를 무작위로 0으로 만들고, 그만큼 나머지를 키웁니다.</translation>
        </message>
        <message>
            <source>Dropped share</source>
            <translation>드롭 비율</translation>
        </message>
        <message>
            <source>The chance of each element to be dropped; 0 when testing.</source>
            <translation>각 원소가 드롭될 확률입니다. 테스트할 때는 0입니다.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>시드</translation>
        </message>
        <message>
            <source>Makes the generator: the same seed draws the same numbers.</source>
            <translation>난수 생성기의 시드입니다. 시드가 같으면 같은 수가 뽑힙니다.</translation>
        </message>
        <message>
            <source>Gaussian noise</source>
            <translation>가우시안 잡음</translation>
        </message>
        <message>
            <source>Adds normally distributed random numbers; the gradient passes unchanged.</source>
            <translation>정규분포 난수를 더합니다. 기울기는 그대로 통과합니다.</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>표준편차</translation>
        </message>
        <message>
            <source>How far the added numbers spread round 0.</source>
            <translation>더하는 난수가 0 주위로 퍼지는 정도입니다.</translation>
        </message>
        <message>
            <source>Absolute value</source>
            <translation>절댓값</translation>
        </message>
        <message>
            <source>The input without its sign; its slope is −1 or 1, and 0 at 0.</source>
            <translation>입력에서 부호를 뗀 값입니다. 도함수 값은 −1 또는 1이고, 0에서는 0입니다.</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>자르기</translation>
        </message>
        <message>
            <source>Keeps the input between two limits; beyond them no gradient passes.</source>
            <translation>입력을 하한과 상한 사이로 제한합니다. 그 밖에서는 기울기가 전달되지 않습니다.</translation>
        </message>
        <message>
            <source>Lower limit</source>
            <translation>하한</translation>
        </message>
        <message>
            <source>The smallest output.</source>
            <translation>가장 작은 출력입니다.</translation>
        </message>
        <message>
            <source>Upper limit</source>
            <translation>상한</translation>
        </message>
        <message>
            <source>The largest output; it wins where the limits are crossed.</source>
            <translation>가장 큰 출력입니다. 두 한계가 뒤바뀌면 이 값이 우선합니다.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>조건 선택</translation>
        </message>
        <message>
            <source>Where the condition is above 0 the first value, elsewhere the second.</source>
            <translation>조건이 0보다 큰 곳에서는 첫째 값, 나머지에서는 둘째 값입니다.</translation>
        </message>
        <message>
            <source>condition</source>
            <translation>조건</translation>
        </message>
        <message>
            <source>Maxout</source>
            <translation>Maxout</translation>
        </message>
        <message>
            <source>The largest of each k neighbors: after W·x + b, the maximum of k linear pieces.</source>
            <translation>이웃한 k개마다 가장 큰 값을 고릅니다. W·x + b 뒤에서는 선형 함수 k개의 최댓값입니다.</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>조각</translation>
        </message>
        <message>
            <source>How many neighboring elements compete for one output.</source>
            <translation>출력 하나를 두고 경쟁하는 이웃한 원소의 수입니다.</translation>
        </message>
        <message>
            <source>Element at a place</source>
            <translation>원소 하나</translation>
        </message>
        <message>
            <source>selector</source>
            <translation>고르기(selector)</translation>
        </message>
        <message>
            <source>Hands the upstream gradient back to the elements that it picks; all others get 0.</source>
            <translation>고른 원소에 상류 기울기를 그대로 돌려보내고, 나머지 원소에는 0을 보냅니다.</translation>
        </message>
        <message>
            <source>One element of a vector, or one row of a matrix; the first has the index 0.</source>
            <translation>벡터의 원소 하나 또는 행렬의 행 하나입니다. 첫 번째의 인덱스는 0입니다.</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>인덱스</translation>
        </message>
        <message>
            <source>Which one, counted from 0; −1 is the last, −2 the one before it.</source>
            <translation>0부터 센 번호입니다. −1은 마지막, −2는 그 앞입니다.</translation>
        </message>
        <message>
            <source>Element of a matrix</source>
            <translation>행렬의 원소</translation>
        </message>
        <message>
            <source>The element in one row and one column of a matrix; both are counted from 0.</source>
            <translation>행렬에서 행과 열을 하나씩 정해 고른 원소입니다. 둘 다 0부터 셉니다.</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>행</translation>
        </message>
        <message>
            <source>Which row, counted from 0; −1 is the last.</source>
            <translation>몇 번째 행인지 0부터 셉니다. −1은 마지막 행입니다.</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>열</translation>
        </message>
        <message>
            <source>Which column, counted from 0; −1 is the last.</source>
            <translation>몇 번째 열인지 0부터 셉니다. −1은 마지막 열입니다.</translation>
        </message>
        <message>
            <source>Slice</source>
            <translation>슬라이스</translation>
        </message>
        <message>
            <source>The elements of a vector, or the rows of a matrix, from one place up to another.</source>
            <translation>벡터의 원소 또는 행렬의 행을 한 자리부터 다른 자리 앞까지 고릅니다.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>The first one taken, counted from 0; −1 is the last.</source>
            <translation>처음으로 고르는 자리이며 0부터 셉니다. −1은 마지막입니다.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>끝</translation>
        </message>
        <message>
            <source>The first one not taken any more; 0 takes all up to the end.</source>
            <translation>더는 고르지 않는 첫 자리입니다. 0이면 끝까지 모두 고릅니다.</translation>
        </message>
        <message>
            <source>a Wiregrad graph</source>
            <translation>Wiregrad 그래프</translation>
        </message>
        <message>
            <source>a group of named entries</source>
            <translation>이름이 붙은 항목들</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>목록</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>문자열</translation>
        </message>
        <message>
            <source>a finite number</source>
            <translation>유한한 수</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>수</translation>
        </message>
        <message>
            <source>a whole number from 0 on</source>
            <translation>0 이상의 정수</translation>
        </message>
        <message>
            <source>a truth value, true or false</source>
            <translation>참/거짓 값(true 또는 false)</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>빈 값</translation>
        </message>
        <message>
            <source>a negative number</source>
            <translation>음수</translation>
        </message>
        <message>
            <source>a number with decimals</source>
            <translation>소수</translation>
        </message>
        <message>
            <source>a number that is not finite</source>
            <translation>유한하지 않은 수</translation>
        </message>
        <message>
            <source>a text with half a character in it</source>
            <translation>깨진 문자가 든 문자열</translation>
        </message>
        <message>
            <source>Missed a branch</source>
            <translation>가지를 빠뜨림</translation>
        </message>
        <message>
            <source>The upstream gradient is the sum over all branches that the gate's output feeds; one of them is missing here.</source>
            <translation>상류 기울기는 게이트의 출력이 들어가는 모든 가지에 대한 합입니다. 여기서는 가지 하나가 빠졌습니다.</translation>
        </message>
        <message>
            <source>Swapped the inputs</source>
            <translation>입력을 맞바꿈</translation>
        </message>
        <message>
            <source>This is the gradient of the gate's other input. At × each input gets the upstream gradient times the other input's value.</source>
            <translation>게이트의 다른 입력에 대한 기울기입니다. × 게이트에서 각 입력은 상류 기울기에 상대 입력의 값을 곱한 기울기를 받습니다.</translation>
        </message>
        <message>
            <source>Routed wrongly</source>
            <translation>잘못된 입력에 전함</translation>
        </message>
        <message>
            <source>A router hands the whole upstream gradient to the input that won, and 0 to the other one.</source>
            <translation>선택(router) 게이트는 선택된 입력에 상류 기울기를 모두 주고, 다른 입력에는 0을 줍니다.</translation>
        </message>
        <message>
            <source>Forgot upstream</source>
            <translation>상류 기울기를 빠뜨림</translation>
        </message>
        <message>
            <source>This is the local gradient alone. Multiply it by the upstream gradient, which comes back to the gate's output.</source>
            <translation>국소 기울기만 구했습니다. 게이트의 출력으로 돌아온 상류 기울기를 곱하세요.</translation>
        </message>
        <message>
            <source>Value instead of gradient</source>
            <translation>기울기 대신 값</translation>
        </message>
        <message>
            <source>This is a value of the forward pass. The gradient says how the result changes with it: local × upstream.</source>
            <translation>이것은 순전파의 값입니다. 기울기는 그 값이 바뀔 때 결과가 어떻게 바뀌는지를 나타내며, 국소 기울기 × 상류 기울기입니다.</translation>
        </message>
        <message>
            <source>Forgot local</source>
            <translation>국소 기울기를 빠뜨림</translation>
        </message>
        <message>
            <source>This is the upstream gradient as it arrives. Multiply it by the gate's local gradient.</source>
            <translation>도착한 상류 기울기 그대로입니다. 게이트의 국소 기울기를 곱하세요.</translation>
        </message>
        <message>
            <source>Derivative at the wrong point</source>
            <translation>다른 점에서의 미분</translation>
        </message>
        <message>
            <source>The gate's derivative was taken at another number. It belongs at the value that enters this gate.</source>
            <translation>게이트의 도함수를 다른 수에서 구했습니다. 이 게이트로 들어오는 값에서 구해야 합니다.</translation>
        </message>
        <message>
            <source>Divided instead of multiplied</source>
            <translation>곱하지 않고 나눔</translation>
        </message>
        <message>
            <source>The local and the upstream gradient are multiplied, not divided by each other.</source>
            <translation>국소 기울기와 상류 기울기는 나누지 않고 곱합니다.</translation>
        </message>
        <message>
            <source>Added instead of multiplied</source>
            <translation>곱하지 않고 더함</translation>
        </message>
        <message>
            <source>The local and the upstream gradient are multiplied along a path; only different branches are added.</source>
            <translation>한 경로를 따라서는 국소 기울기와 상류 기울기를 곱합니다. 더하는 것은 서로 다른 가지뿐입니다.</translation>
        </message>
        <message>
            <source>Treated + as ×</source>
            <translation>+를 ×처럼 다룸</translation>
        </message>
        <message>
            <source>An add gate hands the upstream gradient on as it is; multiplying by an input is what × does.</source>
            <translation>덧셈 게이트는 상류 기울기를 그대로 전합니다. 상대 입력을 곱하는 것은 × 게이트입니다.</translation>
        </message>
        <message>
            <source>The value feeds several gates, and its gradient is the sum of all that come back; one of them is missing here.</source>
            <translation>이 값은 여러 게이트로 들어가므로, 기울기는 돌아오는 기울기를 모두 더한 값입니다. 여기서는 하나가 빠졌습니다.</translation>
        </message>
        <message>
            <source>Multiplied the branches</source>
            <translation>가지를 곱함</translation>
        </message>
        <message>
            <source>What comes back along different branches is added; only along one path it is multiplied.</source>
            <translation>서로 다른 가지로 돌아오는 것은 더합니다. 곱하는 것은 한 경로를 따라서뿐입니다.</translation>
        </message>
        <message>
            <source>Wrong sign in the sum</source>
            <translation>합에서 부호가 틀림</translation>
        </message>
        <message>
            <source>A branch went into the sum with the wrong sign.</source>
            <translation>한 가지가 틀린 부호로 합에 들어갔습니다.</translation>
        </message>
        <message>
            <source>This is the node's value. Its gradient is the sum of what comes back along the branches.</source>
            <translation>이것은 노드의 값입니다. 기울기는 가지들을 따라 돌아오는 기울기의 합입니다.</translation>
        </message>
        <message>
            <source>Averaged the branches</source>
            <translation>가지를 평균함</translation>
        </message>
        <message>
            <source>The gradients that come back are added up, and not divided by their number.</source>
            <translation>돌아오는 기울기는 모두 더하며, 개수로 나누지 않습니다.</translation>
        </message>
        <message>
            <source>Another operation</source>
            <translation>다른 연산</translation>
        </message>
        <message>
            <source>This is what a different gate would compute; look at the symbol again.</source>
            <translation>이것은 다른 게이트가 계산할 값입니다. 기호를 다시 보세요.</translation>
        </message>
        <message>
            <source>Multiplied instead of raised</source>
            <translation>거듭제곱하지 않고 곱함</translation>
        </message>
        <message>
            <source>A power multiplies the base by itself; it does not multiply it by the exponent.</source>
            <translation>거듭제곱은 밑을 거듭 곱하는 것이지 지수와 곱하는 것이 아닙니다.</translation>
        </message>
        <message>
            <source>Here the order of the inputs matters: the upper one comes first.</source>
            <translation>여기서는 입력의 순서가 중요합니다. 위의 입력이 먼저입니다.</translation>
        </message>
        <message>
            <source>Input instead of output</source>
            <translation>출력 대신 입력</translation>
        </message>
        <message>
            <source>This is what enters the gate. What it computes from that goes on the wire.</source>
            <translation>이것은 게이트로 들어오는 값입니다. 연결선에는 게이트가 계산한 값이 놓입니다.</translation>
        </message>
        <message>
            <source>Gradient instead of value</source>
            <translation>값 대신 기울기</translation>
        </message>
        <message>
            <source>This is the gradient. On the forward pass the gate's value is asked for.</source>
            <translation>이것은 기울기입니다. 순전파에서는 게이트의 값을 묻습니다.</translation>
        </message>
        <message>
            <source>Wrong sign</source>
            <translation>부호가 틀림</translation>
        </message>
        <message>
            <source>The size is right and the sign is wrong.</source>
            <translation>크기는 맞지만 부호가 틀렸습니다.</translation>
        </message>
        <message>
            <source>Transposed</source>
            <translation>전치됨</translation>
        </message>
        <message>
            <source>Rows and columns are exchanged. A gradient has the shape of its variable.</source>
            <translation>행과 열이 바뀌었습니다. 기울기는 변수와 같은 모양입니다.</translation>
        </message>
        <message>
            <source>Rounded too roughly</source>
            <translation>너무 거칠게 반올림함</translation>
        </message>
        <message>
            <source>The way is right, but not every digit typed is. Zeros at the end count: 1200 claims four digits, 1.2e3 two.</source>
            <translation>방법은 맞지만 입력한 자리가 모두 맞지는 않습니다. 끝의 0도 유효 숫자입니다. 1200은 네 자리, 1.2e3은 두 자리입니다.</translation>
        </message>
        <message>
            <source>Rounded on the way</source>
            <translation>도중에 반올림함</translation>
        </message>
        <message>
            <source>The way is right, but it began with rounded numbers, so that the last digits are not. Point at a number to see more of its digits, or write fewer.</source>
            <translation>방법은 맞지만 반올림한 수로 계산하여 끝자리가 다릅니다. 수를 가리켜 더 많은 자리를 보거나, 답을 더 적은 자리로 쓰세요.</translation>
        </message>
        <message>
            <source>Decimal point</source>
            <translation>소수점</translation>
        </message>
        <message>
            <source>The digits are right, and the decimal point stands in the wrong place.</source>
            <translation>숫자는 맞지만 소수점의 자리가 틀렸습니다.</translation>
        </message>
        <message>
            <source>graphs</source>
            <translation>그래프</translation>
        </message>
        <message>
            <source>activations</source>
            <translation>활성화 함수</translation>
        </message>
        <message>
            <source>races</source>
            <translation>경주</translation>
        </message>
        <message>
            <source>trainings</source>
            <translation>학습</translation>
        </message>
        <message>
            <source>tables</source>
            <translation>표</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>가중치</translation>
        </message>
        <message>
            <source>lessons</source>
            <translation>레슨</translation>
        </message>
        <message>
            <source>English</source>
            <translation>영어</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>한국어</translation>
        </message>
        <message>
            <source>Gradient of a node</source>
            <translation>노드의 기울기</translation>
        </message>
        <message>
            <source>Value of a node</source>
            <translation>노드의 값</translation>
        </message>
        <message>
            <source>Boxes on the canvas</source>
            <translation>캔버스의 빈칸</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>수식</translation>
        </message>
        <message>
            <source>Choice of one</source>
            <translation>하나 고르기</translation>
        </message>
        <message>
            <source>Choice of several</source>
            <translation>여러 개 고르기</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>수</translation>
        </message>
        <message>
            <source>Vector or matrix</source>
            <translation>벡터 또는 행렬</translation>
        </message>
        <message>
            <source>Estimate</source>
            <translation>어림하기</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>순서 정하기</translation>
        </message>
        <message>
            <source>Points in a picture</source>
            <translation>그림 위의 점</translation>
        </message>
        <message>
            <source>Curve</source>
            <translation>곡선</translation>
        </message>
        <message>
            <source>Spot the mistake</source>
            <translation>틀린 곳 찾기</translation>
        </message>
        <message>
            <source>Table with blanks</source>
            <translation>빈칸이 있는 표</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>글</translation>
        </message>
        <message>
            <source>space</source>
            <translation>공간</translation>
        </message>
        <message>
            <source>language</source>
            <translation>언어</translation>
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
            <source>result</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>formula</source>
            <translation>수식</translation>
        </message>
        <message>
            <source>number of gates</source>
            <translation>게이트 수</translation>
        </message>
        <message>
            <source>number of gates of this kind</source>
            <translation>이 종류의 게이트 수</translation>
        </message>
        <message>
            <source>number of wires</source>
            <translation>선의 수</translation>
        </message>
        <message>
            <source>number of groups</source>
            <translation>그룹 수</translation>
        </message>
        <message>
            <source>position of the step-by-step walk</source>
            <translation>단계별 보기의 위치</translation>
        </message>
        <message>
            <source>last position of the walk</source>
            <translation>단계별 보기의 마지막 위치</translation>
        </message>
        <message>
            <source>end of the forward pass in the walk</source>
            <translation>단계별 보기에서 순전파가 끝나는 위치</translation>
        </message>
        <message>
            <source>list of gates reached by the walk</source>
            <translation>단계별 보기가 지나온 게이트 목록</translation>
        </message>
        <message>
            <source>list of gates reached by the walk backward</source>
            <translation>단계별 보기가 역전파에서 지나온 게이트 목록</translation>
        </message>
        <message>
            <source>phase of the walk</source>
            <translation>단계별 보기의 국면</translation>
        </message>
        <message>
            <source>tool</source>
            <translation>도구</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>모드</translation>
        </message>
        <message>
            <source>number of paths</source>
            <translation>경로 수</translation>
        </message>
        <message>
            <source>input that is pushed</source>
            <translation>변화를 준 입력</translation>
        </message>
        <message>
            <source>step h</source>
            <translation>간격 h</translation>
        </message>
        <message>
            <source>largest error of the table</source>
            <translation>표에서 가장 큰 오차</translation>
        </message>
        <message>
            <source>number of products</source>
            <translation>곱셈 횟수</translation>
        </message>
        <message>
            <source>number of backward passes</source>
            <translation>역전파 횟수</translation>
        </message>
        <message>
            <source>number right at the first try</source>
            <translation>한 번에 맞힌 수</translation>
        </message>
        <message>
            <source>number of right answers</source>
            <translation>맞힌 수</translation>
        </message>
        <message>
            <source>number of questions</source>
            <translation>문제 수</translation>
        </message>
        <message>
            <source>answers on the canvas</source>
            <translation>캔버스의 답</translation>
        </message>
        <message>
            <source>selection</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>choice of functions</source>
            <translation>고른 함수</translation>
        </message>
        <message>
            <source>place x</source>
            <translation>위치 x</translation>
        </message>
        <message>
            <source>view</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>slope</source>
            <translation>도함수 값</translation>
        </message>
        <message>
            <source>largest slope</source>
            <translation>도함수의 최댓값</translation>
        </message>
        <message>
            <source>mean output</source>
            <translation>평균 출력</translation>
        </message>
        <message>
            <source>slope below which it is flat</source>
            <translation>포화로 보는 도함수 값의 기준</translation>
        </message>
        <message>
            <source>gradient left after the layers</source>
            <translation>여러 층을 지난 뒤 남은 기울기</translation>
        </message>
        <message>
            <source>share of the gradient at layer 1</source>
            <translation>1층에 닿는 기울기의 비율</translation>
        </message>
        <message>
            <source>formulas typed in</source>
            <translation>입력한 수식</translation>
        </message>
        <message>
            <source>list of layers</source>
            <translation>층 구성</translation>
        </message>
        <message>
            <source>surface</source>
            <translation>손실 곡면</translation>
        </message>
        <message>
            <source>step that is shown</source>
            <translation>보이는 단계</translation>
        </message>
        <message>
            <source>number of steps</source>
            <translation>단계 수</translation>
        </message>
        <message>
            <source>x</source>
            <translation>x</translation>
        </message>
        <message>
            <source>y</source>
            <translation>y</translation>
        </message>
        <message>
            <source>number of steps to the goal</source>
            <translation>목표까지의 단계 수</translation>
        </message>
        <message>
            <source>diverges</source>
            <translation>발산함</translation>
        </message>
        <message>
            <source>learning rate</source>
            <translation>학습률</translation>
        </message>
        <message>
            <source>is in the race</source>
            <translation>경주에 참가함</translation>
        </message>
        <message>
            <source>step at which it ends</source>
            <translation>끝나는 단계</translation>
        </message>
        <message>
            <source>list of methods in the race</source>
            <translation>참가한 옵티마이저 목록</translation>
        </message>
        <message>
            <source>x of the start</source>
            <translation>시작점의 x</translation>
        </message>
        <message>
            <source>y of the start</source>
            <translation>시작점의 y</translation>
        </message>
        <message>
            <source>goal</source>
            <translation>목표</translation>
        </message>
        <message>
            <source>method looked at</source>
            <translation>선택한 옵티마이저</translation>
        </message>
        <message>
            <source>shared learning rate</source>
            <translation>공통 학습률</translation>
        </message>
        <message>
            <source>data set</source>
            <translation>데이터</translation>
        </message>
        <message>
            <source>number of hidden units</source>
            <translation>은닉 유닛 수</translation>
        </message>
        <message>
            <source>activation function</source>
            <translation>활성화 함수</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>시드</translation>
        </message>
        <message>
            <source>number of epochs</source>
            <translation>에포크 수</translation>
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
            <source>test accuracy</source>
            <translation>테스트 정확도</translation>
        </message>
        <message>
            <source>the network has solved it</source>
            <translation>신경망이 문제를 풀었음</translation>
        </message>
        <message>
            <source>epoch in which it was solved</source>
            <translation>문제가 풀린 에포크</translation>
        </message>
        <message>
            <source>mean prediction</source>
            <translation>평균 예측값</translation>
        </message>
        <message>
            <source>number of dead units</source>
            <translation>죽은 유닛 수</translation>
        </message>
        <message>
            <source>length of the gradient</source>
            <translation>기울기의 길이</translation>
        </message>
        <message>
            <source>weight</source>
            <translation>가중치</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>그림</translation>
        </message>
        <message>
            <source>experiment</source>
            <translation>실험</translation>
        </message>
        <message>
            <source>number of finished starts</source>
            <translation>끝난 시작의 수</translation>
        </message>
        <message>
            <source>share of solved starts</source>
            <translation>문제를 푼 시작의 비율</translation>
        </message>
        <message>
            <source>number of samples</source>
            <translation>샘플 수</translation>
        </message>
        <message>
            <source>inputs</source>
            <translation>입력</translation>
        </message>
        <message>
            <source>targets</source>
            <translation>목푯값</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>예측값</translation>
        </message>
        <message>
            <source>share of test samples</source>
            <translation>테스트 샘플의 비율</translation>
        </message>
        <message>
            <source>number of hidden layers</source>
            <translation>은닉층 수</translation>
        </message>
        <message>
            <source>activation functions of the layers</source>
            <translation>층마다의 활성화 함수</translation>
        </message>
        <message>
            <source>output function</source>
            <translation>출력 함수</translation>
        </message>
        <message>
            <source>initial weights</source>
            <translation>초기 가중치</translation>
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
            <source>strength of L1</source>
            <translation>L1의 세기</translation>
        </message>
        <message>
            <source>strength of L2</source>
            <translation>L2의 세기</translation>
        </message>
        <message>
            <source>share of dropout</source>
            <translation>드롭아웃 비율</translation>
        </message>
        <message>
            <source>batch size</source>
            <translation>배치 크기</translation>
        </message>
        <message>
            <source>loss without penalties</source>
            <translation>규제를 뺀 손실</translation>
        </message>
        <message>
            <source>number of samples that are right</source>
            <translation>맞은 샘플 수</translation>
        </message>
        <message>
            <source>largest error</source>
            <translation>가장 큰 오차</translation>
        </message>
        <message>
            <source>length of the whole gradient</source>
            <translation>전체 기울기의 크기</translation>
        </message>
        <message>
            <source>number of weights and biases</source>
            <translation>가중치와 편향의 수</translation>
        </message>
        <message>
            <source>bias</source>
            <translation>편향</translation>
        </message>
        <message>
            <source>slope of the loss</source>
            <translation>손실의 기울기</translation>
        </message>
        <message>
            <source>weights of a layer</source>
            <translation>한 층의 가중치</translation>
        </message>
        <message>
            <source>biases of a layer</source>
            <translation>한 층의 편향</translation>
        </message>
        <message>
            <source>newest step</source>
            <translation>마지막 단계</translation>
        </message>
        <message>
            <source>it is playing</source>
            <translation>진행 중임</translation>
        </message>
        <message>
            <source>the training has diverged</source>
            <translation>학습이 발산함</translation>
        </message>
        <message>
            <source>number of samples on their side of the line</source>
            <translation>직선의 올바른 쪽에 있는 샘플 수</translation>
        </message>
        <message>
            <source>number of starts</source>
            <translation>시작 횟수</translation>
        </message>
        <message>
            <source>number of epochs of each start</source>
            <translation>시작마다의 에포크 수</translation>
        </message>
        <message>
            <source>epoch of the starts</source>
            <translation>시작들의 현재 에포크</translation>
        </message>
        <message>
            <source>number of solved starts</source>
            <translation>문제를 푼 시작 횟수</translation>
        </message>
        <message>
            <source>median epoch of the solved starts</source>
            <translation>문제를 푼 에포크의 중앙값</translation>
        </message>
        <message>
            <source>number of A and B</source>
            <translation>A와 B의 값</translation>
        </message>
        <message>
            <source>number of the perceptron</source>
            <translation>퍼셉트론의 값</translation>
        </message>
        <message>
            <source>number of samples that the perceptron puts right</source>
            <translation>퍼셉트론이 맞힌 샘플 수</translation>
        </message>
        <message>
            <source>truth table</source>
            <translation>진리표</translation>
        </message>
        <message>
            <source>the perceptron has converged</source>
            <translation>퍼셉트론이 수렴함</translation>
        </message>
        <message>
            <source>the perceptron converges</source>
            <translation>퍼셉트론이 끝내 수렴함</translation>
        </message>
        <message>
            <source>the perceptron goes round in a circle</source>
            <translation>퍼셉트론의 가중치가 되풀이됨</translation>
        </message>
        <message>
            <source>the sample moved the line</source>
            <translation>이 샘플이 직선을 움직임</translation>
        </message>
        <message>
            <source>number of the regression</source>
            <translation>회귀의 값</translation>
        </message>
        <message>
            <source>example of the regression</source>
            <translation>회귀 예제</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>비용</translation>
        </message>
        <message>
            <source>learning rate of the regression</source>
            <translation>회귀의 학습률</translation>
        </message>
        <message>
            <source>the regression diverges</source>
            <translation>회귀가 발산함</translation>
        </message>
        <message>
            <source>the last epoch is shown</source>
            <translation>마지막 에포크가 보임</translation>
        </message>
        <message>
            <source>number of the deep network</source>
            <translation>깊은 신경망의 값</translation>
        </message>
        <message>
            <source>depth</source>
            <translation>깊이</translation>
        </message>
        <message>
            <source>activation function of the deep network</source>
            <translation>깊은 신경망의 활성화 함수</translation>
        </message>
        <message>
            <source>initial weights of the deep network</source>
            <translation>깊은 신경망의 초기 가중치</translation>
        </message>
        <message>
            <source>ratio of the first layer's gradient to the last's</source>
            <translation>마지막 층 기울기에 대한 첫 층 기울기의 비</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>그래프</translation>
        </message>
        <message>
            <source>Optimizers</source>
            <translation>최적화</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>학습</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>How far one step goes; too small creeps, too large diverges.</source>
            <translation>한 단계에 얼마나 멀리 이동하는지입니다. 너무 작으면 느리게 가고, 너무 크면 발산합니다.</translation>
        </message>
        <message>
            <source>Steps straight down the slope, in proportion to it.</source>
            <translation>기울기의 반대 방향으로, 기울기에 비례해 이동합니다.</translation>
        </message>
        <message>
            <source>PyTorch and Optax apply the same rule.</source>
            <translation>PyTorch와 Optax도 같은 규칙을 씁니다.</translation>
        </message>
        <message>
            <source>step</source>
            <translation>이동량</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>모멘텀</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>모멘텀</translation>
        </message>
        <message>
            <source>Share of the last velocity that is kept; 0 makes it plain SGD.</source>
            <translation>이전 속도에서 남기는 비율입니다. 0이면 SGD와 같습니다.</translation>
        </message>
        <message>
            <source>Rolls like a ball: slopes that agree add up, slopes that alternate cancel.</source>
            <translation>공처럼 굴러갑니다. 같은 방향의 기울기는 쌓이고, 번갈아 바뀌는 기울기는 상쇄됩니다.</translation>
        </message>
        <message>
            <source>PyTorch and Optax write v ← γv + g and w ← w − ηv: the same path while η is constant, another one once η changes.</source>
            <translation>PyTorch와 Optax는 v ← γv + g, w ← w − ηv로 씁니다. η가 일정하면 같은 길이고, η가 바뀌면 다른 길입니다.</translation>
        </message>
        <message>
            <source>velocity</source>
            <translation>속도</translation>
        </message>
        <message>
            <source>PyTorch, Optax</source>
            <translation>PyTorch, Optax</translation>
        </message>
        <message>
            <source>η scales the velocity when it is used, not when it is gathered.</source>
            <translation>η를 속도를 모을 때가 아니라 쓸 때 곱합니다.</translation>
        </message>
        <message>
            <source>NAG</source>
            <translation>NAG</translation>
        </message>
        <message>
            <source>Momentum that looks ahead: it takes the slope where the velocity will carry it.</source>
            <translation>앞을 내다보는 모멘텀입니다. 속도만큼 나아간 점의 기울기를 씁니다.</translation>
        </message>
        <message>
            <source>Here g is the gradient at the look-ahead point w + γv. PyTorch and Optax take it at their w and step by η(g + γv): their w is this rule's look-ahead point.</source>
            <translation>여기서 g는 내다본 점 w + γv의 기울기입니다. PyTorch와 Optax는 자신의 w에서 g를 구하고 η(g + γv)만큼 이동합니다. 그 w가 이 규칙의 내다본 점입니다.</translation>
        </message>
        <message>
            <source>Takes the gradient at w, and w is what the course calls the point ahead.</source>
            <translation>w에서 기울기를 구하며, 이 w가 강의에서 말하는 내다본 점입니다.</translation>
        </message>
        <message>
            <source>velocity ahead</source>
            <translation>내다본 속도</translation>
        </message>
        <message>
            <source>Adagrad</source>
            <translation>Adagrad</translation>
        </message>
        <message>
            <source>epsilon</source>
            <translation>엡실론</translation>
        </message>
        <message>
            <source>Keeps the division from meeting zero.</source>
            <translation>0으로 나누지 않게 합니다.</translation>
        </message>
        <message>
            <source>Gives each coordinate its own rate, which shrinks with every gradient it saw.</source>
            <translation>좌표마다 학습률을 따로 두고, 기울기를 만날 때마다 줄입니다.</translation>
        </message>
        <message>
            <source>Here ε stands inside the root and the sum starts at 0. PyTorch puts ε = 1e−10 outside the root; Optax starts the sum at 0.1 with ε = 1e−7 inside.</source>
            <translation>여기서는 ε이 근호 안에 있고 합이 0에서 시작합니다. PyTorch는 ε = 1e−10을 근호 밖에 두고, Optax는 합을 0.1에서 시작하며 ε = 1e−7을 안에 둡니다.</translation>
        </message>
        <message>
            <source>sum of g²</source>
            <translation>g²의 합</translation>
        </message>
        <message>
            <source>root</source>
            <translation>제곱근</translation>
        </message>
        <message>
            <source>PyTorch</source>
            <translation>PyTorch</translation>
        </message>
        <message>
            <source>Puts ε beside the root instead of under it.</source>
            <translation>ε을 근호 안이 아니라 밖에 둡니다.</translation>
        </message>
        <message>
            <source>Optax</source>
            <translation>Optax</translation>
        </message>
        <message>
            <source>Starts the sum at 0.1, so that the first step is not the longest.</source>
            <translation>합을 0.1에서 시작해 첫 이동량이 가장 커지지 않게 합니다.</translation>
        </message>
        <message>
            <source>Adadelta</source>
            <translation>Adadelta</translation>
        </message>
        <message>
            <source>decay</source>
            <translation>감쇠</translation>
        </message>
        <message>
            <source>Share of the past in both means.</source>
            <translation>두 평균에서 과거가 차지하는 비율입니다.</translation>
        </message>
        <message>
            <source>Also the size of the first steps: with no past step to go by, the rule starts from √ε, so a tiny ε creeps.</source>
            <translation>첫 이동량도 정합니다. 참고할 이전 이동량이 없어 √ε에서 시작하므로, ε이 아주 작으면 매우 느립니다.</translation>
        </message>
        <message>
            <source>Needs no learning rate: measures its steps by the steps it took before.</source>
            <translation>학습률이 필요 없습니다. 이전 이동량으로 이번 이동량을 정합니다.</translation>
        </message>
        <message>
            <source>The paper has no learning rate: η = 1 is the paper's rule, and η scales its step as in PyTorch and Optax.</source>
            <translation>논문에는 학습률이 없습니다. η = 1이 논문의 규칙이고, PyTorch와 Optax처럼 η가 이동량의 배율이 됩니다.</translation>
        </message>
        <message>
            <source>fading mean of g²</source>
            <translation>g²의 감쇠 평균</translation>
        </message>
        <message>
            <source>step before η</source>
            <translation>η를 곱하기 전 이동량</translation>
        </message>
        <message>
            <source>fading mean of Δ²</source>
            <translation>Δ²의 감쇠 평균</translation>
        </message>
        <message>
            <source>The same rule, which forgets twice as quickly by default.</source>
            <translation>같은 규칙이지만 기본값에서 두 배 빨리 잊습니다.</translation>
        </message>
        <message>
            <source>Keras</source>
            <translation>Keras</translation>
        </message>
        <message>
            <source>The same rule with a learning rate of 0.001 by default, which creeps.</source>
            <translation>같은 규칙이지만 학습률 기본값이 0.001이라 매우 느립니다.</translation>
        </message>
        <message>
            <source>RMSprop</source>
            <translation>RMSprop</translation>
        </message>
        <message>
            <source>Share of the past in the mean of g².</source>
            <translation>g²의 평균에서 과거가 차지하는 비율입니다.</translation>
        </message>
        <message>
            <source>Adagrad that forgets: the root follows the recent gradients only.</source>
            <translation>과거를 잊는 Adagrad입니다. 제곱근에 최근 기울기만 반영됩니다.</translation>
        </message>
        <message>
            <source>Here ε stands inside the root, as in Optax. PyTorch puts it outside and defaults to a decay of 0.99.</source>
            <translation>여기서는 Optax처럼 ε이 근호 안에 있습니다. PyTorch는 밖에 두고 감쇠 기본값이 0.99입니다.</translation>
        </message>
        <message>
            <source>Puts ε beside the root, not under it, and remembers ten times longer.</source>
            <translation>ε을 근호 안이 아니라 밖에 두고, 열 배 오래 기억합니다.</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>first decay</source>
            <translation>첫째 감쇠</translation>
        </message>
        <message>
            <source>Share of the past in the mean of g.</source>
            <translation>g의 평균에서 과거가 차지하는 비율입니다.</translation>
        </message>
        <message>
            <source>second decay</source>
            <translation>둘째 감쇠</translation>
        </message>
        <message>
            <source>Momentum with RMSprop's scaling, both corrected for starting at zero.</source>
            <translation>모멘텀에 RMSprop의 좌표별 배율을 더하고, 0에서 시작해 생기는 치우침을 둘 다 보정합니다.</translation>
        </message>
        <message>
            <source>PyTorch and Optax apply the same rule; Keras and scikit-learn add ε before the correction.</source>
            <translation>PyTorch와 Optax도 같은 규칙을 씁니다. Keras와 scikit-learn은 보정 전에 ε을 더합니다.</translation>
        </message>
        <message>
            <source>first moment</source>
            <translation>1차 모멘트</translation>
        </message>
        <message>
            <source>second moment</source>
            <translation>2차 모멘트</translation>
        </message>
        <message>
            <source>first moment, corrected</source>
            <translation>보정한 1차 모멘트</translation>
        </message>
        <message>
            <source>second moment, corrected</source>
            <translation>보정한 2차 모멘트</translation>
        </message>
        <message>
            <source>Keras, scikit-learn</source>
            <translation>Keras, scikit-learn</translation>
        </message>
        <message>
            <source>Adds ε before the correction, so that early steps feel it more.</source>
            <translation>ε을 보정 전에 더하므로 초기 단계가 그 영향을 더 받습니다.</translation>
        </message>
        <message>
            <source>corrected rate</source>
            <translation>보정한 학습률</translation>
        </message>
        <message>
            <source>Nadam</source>
            <translation>Nadam</translation>
        </message>
        <message>
            <source>Adam with Nesterov's look ahead: the newest gradient counts twice.</source>
            <translation>네스테로프처럼 앞을 내다보는 Adam입니다. 가장 최근 기울기가 두 번 반영됩니다.</translation>
        </message>
        <message>
            <source>Optax applies the same rule. PyTorch lets the share ahead rise from half of β₁ to β₁, as the paper proposes.</source>
            <translation>Optax도 같은 규칙을 씁니다. PyTorch는 논문이 제안한 대로 내다보는 비율을 β₁의 절반에서 β₁까지 올립니다.</translation>
        </message>
        <message>
            <source>moment ahead</source>
            <translation>내다본 모멘트</translation>
        </message>
        <message>
            <source>The share ahead warms up, quicker with a larger ψ.</source>
            <translation>내다보는 비율이 워밍업됩니다. ψ가 클수록 빠릅니다.</translation>
        </message>
        <message>
            <source>product of the shares</source>
            <translation>비율의 곱</translation>
        </message>
        <message>
            <source>warming</source>
            <translation>워밍업</translation>
        </message>
        <message>
            <source>How quickly the share ahead rises.</source>
            <translation>내다보는 비율이 얼마나 빨리 올라가는지입니다.</translation>
        </message>
        <message>
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <source>weight decay</source>
            <translation>가중치 감쇠</translation>
        </message>
        <message>
            <source>How strongly the parameters are drawn towards 0 beside each step.</source>
            <translation>갱신과 별도로 매개변수를 0 쪽으로 당기는 세기입니다.</translation>
        </message>
        <message>
            <source>Adam with a weight decay that its scaling does not touch.</source>
            <translation>적응형 배율의 영향을 받지 않는 가중치 감쇠를 더한 Adam입니다.</translation>
        </message>
        <message>
            <source>PyTorch, Optax and Keras apply the same rule: the decay is scaled by η. The paper keeps it apart from η.</source>
            <translation>PyTorch, Optax, Keras도 같은 규칙을 씁니다. 감쇠에 η를 곱합니다. 논문은 감쇠를 η와 분리합니다.</translation>
        </message>
        <message>
            <source>Loshchilov and Hutter</source>
            <translation>Loshchilov와 Hutter</translation>
        </message>
        <message>
            <source>The decay does not depend on the rate, so it must be far smaller.</source>
            <translation>감쇠가 학습률에 의존하지 않으므로 훨씬 작아야 합니다.</translation>
        </message>
        <message>
            <source>Lion</source>
            <translation>Lion</translation>
        </message>
        <message>
            <source>Share of the past in the step.</source>
            <translation>이동량에서 과거가 차지하는 비율입니다.</translation>
        </message>
        <message>
            <source>Share of the past in the memory.</source>
            <translation>기억하는 평균에서 과거가 차지하는 비율입니다.</translation>
        </message>
        <message>
            <source>Uses nothing but signs: every coordinate moves by the same amount each step.</source>
            <translation>부호만 씁니다. 모든 좌표가 단계마다 같은 크기만큼 이동합니다.</translation>
        </message>
        <message>
            <source>Optax applies the same rule, with a weight decay of 0.001; PyTorch has none.</source>
            <translation>Optax도 가중치 감쇠 0.001로 같은 규칙을 씁니다. PyTorch에는 없습니다.</translation>
        </message>
        <message>
            <source>mixed direction</source>
            <translation>섞은 방향</translation>
        </message>
        <message>
            <source>its sign</source>
            <translation>그 부호</translation>
        </message>
        <message>
            <source>the kinds of questions</source>
            <translation>문제의 종류</translation>
        </message>
        <message>
            <source>the spaces</source>
            <translation>공간</translation>
        </message>
        <message>
            <source>the commands of this space</source>
            <translation>이 공간의 명령</translation>
        </message>
        <message>
            <source>the parts of this space</source>
            <translation>이 공간의 부분</translation>
        </message>
        <message>
            <source>the parts and kinds of numbers of this space</source>
            <translation>이 공간의 부분과 수의 종류</translation>
        </message>
        <message>
            <source>the optimizers</source>
            <translation>옵티마이저</translation>
        </message>
        <message>
            <source>the items of this question</source>
            <translation>이 질문의 보기</translation>
        </message>
        <message>
            <source>the plots of this space on which points are given</source>
            <translation>이 공간에서 점을 찍을 수 있는 그림</translation>
        </message>
        <message>
            <source>the words that this takes</source>
            <translation>여기에 쓸 수 있는 말</translation>
        </message>
        <message>
            <source>the functions</source>
            <translation>함수</translation>
        </message>
        <message>
            <source>the rows of the course</source>
            <translation>강의 표의 행</translation>
        </message>
        <message>
            <source>the skills of the courses</source>
            <translation>과정의 기술</translation>
        </message>
        <message>
            <source>the skills that lessons train</source>
            <translation>레슨이 익히는 기술</translation>
        </message>
        <message>
            <source>the lessons</source>
            <translation>레슨 목록</translation>
        </message>
        <message>
            <source>a lesson</source>
            <translation>레슨</translation>
        </message>
        <message>
            <source>a step</source>
            <translation>단계</translation>
        </message>
        <message>
            <source>a step’s words</source>
            <translation>단계의 글</translation>
        </message>
        <message>
            <source>a slip</source>
            <translation>실수 항목</translation>
        </message>
        <message>
            <source>a detour</source>
            <translation>우회 항목</translation>
        </message>
        <message>
            <source>a solution</source>
            <translation>풀이</translation>
        </message>
        <message>
            <source>how a number is drawn</source>
            <translation>수를 뽑는 규칙</translation>
        </message>
        <message>
            <source>a condition</source>
            <translation>조건</translation>
        </message>
        <message>
            <source>what this space opens</source>
            <translation>이 공간에서 여는 것</translation>
        </message>
        <message>
            <source>XOR</source>
            <translation>XOR</translation>
        </message>
        <message>
            <source>1 where exactly one input is 1: no straight line separates it, a hidden layer does.</source>
            <translation>입력이 하나만 1일 때 1입니다. 직선 하나로는 나눌 수 없고 은닉층이 있어야 합니다.</translation>
        </message>
        <message>
            <source>AND</source>
            <translation>AND</translation>
        </message>
        <message>
            <source>1 where both inputs are 1: one straight line separates it.</source>
            <translation>두 입력이 모두 1일 때 1입니다. 직선 하나로 나뉩니다.</translation>
        </message>
        <message>
            <source>OR</source>
            <translation>OR</translation>
        </message>
        <message>
            <source>1 where at least one input is 1: one straight line separates it.</source>
            <translation>입력이 하나라도 1이면 1입니다. 직선 하나로 나뉩니다.</translation>
        </message>
        <message>
            <source>Noisy XOR</source>
            <translation>잡음이 있는 XOR</translation>
        </message>
        <message>
            <source>Points in four quarters, 1 where the signs of the inputs differ.</source>
            <translation>네 사분면의 점입니다. 입력의 부호가 다르면 1입니다.</translation>
        </message>
        <message>
            <source>noise</source>
            <translation>잡음</translation>
        </message>
        <message>
            <source>How far points stray: 0 separates the classes cleanly.</source>
            <translation>점이 흩어지는 정도입니다. 0이면 두 클래스가 깨끗이 나뉩니다.</translation>
        </message>
        <message>
            <source>points</source>
            <translation>점의 수</translation>
        </message>
        <message>
            <source>How many points are drawn, over both classes.</source>
            <translation>두 클래스를 합해 뽑을 점의 수입니다.</translation>
        </message>
        <message>
            <source>Circle</source>
            <translation>원</translation>
        </message>
        <message>
            <source>A disc in a ring: the boundary must close.</source>
            <translation>고리 안의 원판입니다. 경계가 닫힌 곡선이어야 합니다.</translation>
        </message>
        <message>
            <source>Two clouds</source>
            <translation>두 구름</translation>
        </message>
        <message>
            <source>Two normal clouds: one straight line does it.</source>
            <translation>정규분포 구름 두 개입니다. 직선 하나면 됩니다.</translation>
        </message>
        <message>
            <source>Spirals</source>
            <translation>나선</translation>
        </message>
        <message>
            <source>Two spirals wound into each other: the hard one.</source>
            <translation>서로 감긴 두 나선입니다. 가장 어렵습니다.</translation>
        </message>
        <message>
            <source>Moons</source>
            <translation>반달</translation>
        </message>
        <message>
            <source>Two half moons hooked into each other: the boundary must bend.</source>
            <translation>서로 맞물린 두 반달입니다. 경계가 굽어야 합니다.</translation>
        </message>
        <message>
            <source>a name of letters, digits, “-” and “_”</source>
            <translation>영문자, 숫자, “-”, “_”로 된 이름</translation>
        </message>
        <message>
            <source>a list of texts</source>
            <translation>텍스트 목록</translation>
        </message>
        <message>
            <source>a list of names of letters, digits, “-” and “_”</source>
            <translation>영문자, 숫자, “-”, “_”로 된 이름의 목록</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true 또는 false</translation>
        </message>
        <message>
            <source>a formula in quotation marks, or a number</source>
            <translation>따옴표로 묶은 식이나 수</translation>
        </message>
        <message>
            <source>a formula in quotation marks, a number or a text</source>
            <translation>따옴표로 묶은 수식, 수 또는 텍스트</translation>
        </message>
        <message>
            <source>a list of texts, formulas or numbers</source>
            <translation>텍스트, 수식, 수의 목록</translation>
        </message>
        <message>
            <source>a list of two formulas or numbers, the lower end first</source>
            <translation>작은 쪽부터 쓴 식이나 수 두 개의 목록</translation>
        </message>
        <message>
            <source>a table of named entries</source>
            <translation>이름 붙은 항목의 표</translation>
        </message>
        <message>
            <source>a list of tables, a hundred at most</source>
            <translation>표의 목록(최대 100개)</translation>
        </message>
        <message>
            <source>a list of numbers</source>
            <translation>수의 목록</translation>
        </message>
        <message>
            <source>a table of numbers by name, fifty at most</source>
            <translation>이름 붙은 수의 표(최대 50개)</translation>
        </message>
        <message>
            <source>a table of formulas by name, fifty at most</source>
            <translation>이름별 수식의 표, 최대 50개</translation>
        </message>
        <message>
            <source>a formula, a list of formulas, or a list of such lists</source>
            <translation>수식, 수식의 목록, 또는 그런 목록의 목록</translation>
        </message>
        <message>
            <source>a text, a finite number, true or false, or lists of these</source>
            <translation>텍스트, 유한한 수, true나 false 또는 그 목록</translation>
        </message>
        <message>
            <source>a list of conditions, at least one</source>
            <translation>하나 이상의 조건 목록</translation>
        </message>
        <message>
            <source>the name of a fact</source>
            <translation>값의 이름</translation>
        </message>
        <message>
            <source>a list of names of slips, at least one</source>
            <translation>하나 이상의 실수 이름 목록</translation>
        </message>
        <message>
            <source>a list of commands, each a list with its name first</source>
            <translation>이름부터 쓴 목록으로 된 명령의 목록</translation>
        </message>
        <message>
            <source>Fixed rate</source>
            <translation>고정</translation>
        </message>
        <message>
            <source>The same rate throughout.</source>
            <translation>처음부터 끝까지 같은 학습률입니다.</translation>
        </message>
        <message>
            <source>Step decay</source>
            <translation>계단식 감쇠</translation>
        </message>
        <message>
            <source>period</source>
            <translation>주기</translation>
        </message>
        <message>
            <source>How many steps one rate lasts.</source>
            <translation>한 학습률이 몇 단계 동안 이어지는지입니다.</translation>
        </message>
        <message>
            <source>factor</source>
            <translation>배수</translation>
        </message>
        <message>
            <source>What the rate is multiplied by after each period.</source>
            <translation>주기가 끝날 때마다 학습률에 곱하는 수입니다.</translation>
        </message>
        <message>
            <source>Drops the rate by a factor after every so many steps.</source>
            <translation>정해진 단계 수마다 학습률에 배수를 곱해 낮춥니다.</translation>
        </message>
        <message>
            <source>Exponential decay</source>
            <translation>지수 감쇠</translation>
        </message>
        <message>
            <source>What the rate is multiplied by after each step.</source>
            <translation>단계마다 학습률에 곱하는 수입니다.</translation>
        </message>
        <message>
            <source>Shrinks the rate by the same share with each step.</source>
            <translation>단계마다 학습률을 같은 비율로 줄입니다.</translation>
        </message>
        <message>
            <source>Cosine decay</source>
            <translation>코사인 감쇠</translation>
        </message>
        <message>
            <source>length</source>
            <translation>길이</translation>
        </message>
        <message>
            <source>After how many steps it is at its lowest.</source>
            <translation>몇 단계 뒤에 가장 낮아지는지입니다.</translation>
        </message>
        <message>
            <source>floor</source>
            <translation>하한</translation>
        </message>
        <message>
            <source>The lowest rate, as a share of the base rate.</source>
            <translation>가장 낮은 학습률입니다. 기본 학습률에 대한 비율로 나타냅니다.</translation>
        </message>
        <message>
            <source>Falls along half a cosine: slowly at both ends, and stays at its lowest.</source>
            <translation>코사인의 반 주기를 따라 내려갑니다. 양 끝에서 느리고, 가장 낮은 값에 머무릅니다.</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>워밍업</translation>
        </message>
        <message>
            <source>After how many steps it is full.</source>
            <translation>몇 단계 뒤에 온전한 학습률에 이르는지입니다.</translation>
        </message>
        <message>
            <source>Rises in a straight line to the full rate while the memories fill.</source>
            <translation>누적값이 쌓이는 동안 온전한 학습률까지 직선으로 올라갑니다.</translation>
        </message>
        <message>
            <source>Plateau</source>
            <translation>개선이 멈추면 줄이기</translation>
        </message>
        <message>
            <source>patience</source>
            <translation>허용 횟수</translation>
        </message>
        <message>
            <source>How many losses may fail to improve.</source>
            <translation>손실이 몇 번까지 나아지지 않아도 되는지입니다.</translation>
        </message>
        <message>
            <source>What the rate is multiplied by when patience ends.</source>
            <translation>허용 횟수를 넘으면 학습률에 곱하는 수입니다.</translation>
        </message>
        <message>
            <source>Divides the rate by ten whenever the loss has stopped improving.</source>
            <translation>손실이 더 나아지지 않을 때마다 학습률을 10으로 나눕니다.</translation>
        </message>
        <message>
            <source>Clipping by norm</source>
            <translation>기울기 클리핑(노름)</translation>
        </message>
        <message>
            <source>limit</source>
            <translation>한계</translation>
        </message>
        <message>
            <source>The greatest length that a gradient keeps.</source>
            <translation>기울기가 유지할 수 있는 가장 큰 길이입니다.</translation>
        </message>
        <message>
            <source>Shortens a gradient that is longer than the limit, and keeps its direction.</source>
            <translation>한계보다 긴 기울기를 줄이고 방향은 유지합니다.</translation>
        </message>
        <message>
            <source>share that is kept</source>
            <translation>남기는 비율</translation>
        </message>
        <message>
            <source>Clipping by value</source>
            <translation>기울기 클리핑(값)</translation>
        </message>
        <message>
            <source>The greatest size that each part of a gradient keeps.</source>
            <translation>기울기의 각 성분이 유지할 수 있는 가장 큰 크기입니다.</translation>
        </message>
        <message>
            <source>Cuts each part of a gradient at the limit, which turns its direction.</source>
            <translation>기울기의 각 성분을 한계에서 자릅니다. 그래서 방향이 바뀝니다.</translation>
        </message>
        <message>
            <source>Gradient noise</source>
            <translation>기울기 잡음</translation>
        </message>
        <message>
            <source>variance</source>
            <translation>분산</translation>
        </message>
        <message>
            <source>The variance of the noise at the first step.</source>
            <translation>첫 단계에서 잡음의 분산입니다.</translation>
        </message>
        <message>
            <source>fading</source>
            <translation>감쇠 속도</translation>
        </message>
        <message>
            <source>How quickly the noise dies down; 0 keeps it for ever.</source>
            <translation>잡음이 얼마나 빨리 줄어드는지입니다. 0이면 줄지 않습니다.</translation>
        </message>
        <message>
            <source>Which noise; the same seed gives the same noise.</source>
            <translation>어떤 잡음인지 정합니다. 시드가 같으면 잡음도 같습니다.</translation>
        </message>
        <message>
            <source>Adds Gaussian noise that dies down, which helps off saddles and ledges.</source>
            <translation>점점 줄어드는 가우시안 잡음을 더합니다. 안장점과 평평한 턱에서 벗어나는 데 도움이 됩니다.</translation>
        </message>
        <message>
            <source>noise drawn for this step</source>
            <translation>이 단계에서 뽑은 잡음</translation>
        </message>
        <message>
            <source>Weight decay, coupled</source>
            <translation>가중치 감쇠(결합형)</translation>
        </message>
        <message>
            <source>How strongly the parameters are drawn towards 0.</source>
            <translation>매개변수를 0 쪽으로 당기는 세기입니다.</translation>
        </message>
        <message>
            <source>Adds a pull towards 0 to the gradient, so that the method scales the pull.</source>
            <translation>0 쪽으로 당기는 항을 기울기에 더합니다. 그래서 옵티마이저의 배율이 이 항에도 적용됩니다.</translation>
        </message>
        <message>
            <source>pull towards 0</source>
            <translation>0 쪽으로 당기는 항</translation>
        </message>
        <message>
            <source>Weight decay, decoupled</source>
            <translation>가중치 감쇠(분리형)</translation>
        </message>
        <message>
            <source>Shrinks the parameters beside the step, whatever the method makes of it.</source>
            <translation>옵티마이저가 이동량을 어떻게 정하든, 그와 별도로 매개변수를 줄입니다.</translation>
        </message>
        <message>
            <source>Rosenbrock</source>
            <translation>로젠브록</translation>
        </message>
        <message>
            <source>A long curved valley with steep walls and an almost flat floor.</source>
            <translation>가파른 벽과 거의 평평한 바닥을 가진 길고 굽은 골짜기입니다.</translation>
        </message>
        <message>
            <source>Finding the valley is easy; following its floor to the minimum is the work.</source>
            <translation>골짜기를 찾기는 쉽지만, 바닥을 따라 최소점까지 가기가 어렵습니다.</translation>
        </message>
        <message>
            <source>Beale</source>
            <translation>빌</translation>
        </message>
        <message>
            <source>A flat basin between walls that rise to a hundred thousand.</source>
            <translation>십만까지 솟는 벽 사이의 평평한 분지입니다.</translation>
        </message>
        <message>
            <source>One learning rate must suit the walls and the basin; the adaptive methods need not.</source>
            <translation>학습률 하나가 벽과 분지에 모두 맞아야 합니다. 적응형 옵티마이저는 그럴 필요가 없습니다.</translation>
        </message>
        <message>
            <source>Himmelblau</source>
            <translation>힘멜블라우</translation>
        </message>
        <message>
            <source>Four minima, all equally deep.</source>
            <translation>깊이가 같은 최소점이 네 개 있습니다.</translation>
        </message>
        <message>
            <source>Which minimum is reached depends on the start and on the method.</source>
            <translation>어느 최소점에 닿는지는 시작점과 옵티마이저에 달려 있습니다.</translation>
        </message>
        <message>
            <source>Ravine</source>
            <translation>협곡</translation>
        </message>
        <message>
            <source>A bowl ten times as steep across as along.</source>
            <translation>가로 방향이 세로 방향보다 열 배 가파른 그릇입니다.</translation>
        </message>
        <message>
            <source>The steep direction limits the rate, and the flat direction pays for it.</source>
            <translation>가파른 방향이 학습률을 제한하고, 평평한 방향은 그만큼 느려집니다.</translation>
        </message>
        <message>
            <source>Saddle</source>
            <translation>안장점</translation>
        </message>
        <message>
            <source>Up along x, down along y, flat in the middle, and without a bottom.</source>
            <translation>x 방향으로 올라가고 y 방향으로 내려가며, 가운데는 평평하고 바닥이 없습니다.</translation>
        </message>
        <message>
            <source>Near the ridge the slope along y is tiny: plain SGD lingers, the adaptive leave.</source>
            <translation>능선 근처에서는 y 방향 기울기가 아주 작습니다. SGD는 머뭇거리고 적응형 옵티마이저는 빠져나갑니다.</translation>
        </message>
        <message>
            <source>Two wells</source>
            <translation>두 우물</translation>
        </message>
        <message>
            <source>A bowl with a shallow well on the way and a deep one behind it.</source>
            <translation>가는 길에 얕은 우물이 있고 그 뒤에 깊은 우물이 있는 그릇입니다.</translation>
        </message>
        <message>
            <source>What has no momentum falls into the first well and stays there.</source>
            <translation>모멘텀이 없는 옵티마이저는 첫 우물에 빠져 나오지 못합니다.</translation>
        </message>
        <message>
            <source>Rastrigin</source>
            <translation>라스트리긴</translation>
        </message>
        <message>
            <source>A bowl under a hundred and twenty dimples, each of them a minimum.</source>
            <translation>옴폭한 자국이 120개 있는 그릇입니다. 자국마다 최소점이 있습니다.</translation>
        </message>
        <message>
            <source>Every method stops in a dimple near its start: slopes know nothing of other valleys.</source>
            <translation>모든 옵티마이저가 시작점 근처의 자국에서 멈춥니다. 기울기는 다른 골짜기를 알지 못합니다.</translation>
        </message>
        <message>
            <source>Ackley</source>
            <translation>애클리</translation>
        </message>
        <message>
            <source>A funnel with a rippled wall.</source>
            <translation>벽에 잔물결이 있는 깔때기입니다.</translation>
        </message>
        <message>
            <source>Large steps jump over the ripples, and must become small at the bottom.</source>
            <translation>이동량이 크면 잔물결을 뛰어넘지만, 바닥에서는 작아져야 합니다.</translation>
        </message>
        <message>
            <source>Rings</source>
            <translation>고리</translation>
        </message>
        <message>
            <source>A bowl with rings of ripples that are nearly flat further in.</source>
            <translation>고리 모양의 잔물결이 있는 그릇입니다. 잔물결은 안쪽으로 가면 거의 평평합니다.</translation>
        </message>
        <message>
            <source>Momentum carries a run over the rings where plain SGD comes to rest on one.</source>
            <translation>SGD는 고리 하나에서 멈춰 서지만, 모멘텀은 고리들을 넘어갑니다.</translation>
        </message>
        <message>
            <source>Booth</source>
            <translation>부스</translation>
        </message>
        <message>
            <source>A bowl nine times as steep across as along, turned by 45 degrees.</source>
            <translation>가로 방향이 세로 방향보다 아홉 배 가파르고, 45도 돌아간 그릇입니다.</translation>
        </message>
        <message>
            <source>Scaling each coordinate by itself helps less when the valley runs between them.</source>
            <translation>골짜기가 좌표축 사이로 뻗어 있으면 좌표마다 배율을 따로 맞추는 것이 덜 도움이 됩니다.</translation>
        </message>
        <message>
            <source>Narrow valley</source>
            <translation>좁은 골짜기</translation>
        </message>
        <message>
            <source>Rosenbrock's valley made to fit the screen.</source>
            <translation>화면에 맞게 만든 로젠브록의 골짜기입니다.</translation>
        </message>
        <message>
            <source>Try the momentum here: up to 0.98 it holds, with a rate of at most 0.006.</source>
            <translation>여기에서 모멘텀을 바꿔 보세요. 학습률이 0.006 이하이면 0.98까지 버팁니다.</translation>
        </message>
        <message>
            <source>Three-hump camel</source>
            <translation>세 혹 낙타</translation>
        </message>
        <message>
            <source>Three valleys side by side, the middle one the deepest.</source>
            <translation>나란히 놓인 세 골짜기입니다. 가운데가 가장 깊습니다.</translation>
        </message>
        <message>
            <source>From a ridge a run goes to either valley, by the method's first steps.</source>
            <translation>능선에서 시작하면 옵티마이저의 첫 이동에 따라 어느 쪽 골짜기로든 갑니다.</translation>
        </message>
        <message>
            <source>Goldstein-Price</source>
            <translation>골드스타인-프라이스</translation>
        </message>
        <message>
            <source>Four valleys among walls that rise to a million; the lowest point is worth 3.</source>
            <translation>백만까지 솟는 벽 사이의 네 골짜기입니다. 가장 낮은 점의 값은 3입니다.</translation>
        </message>
        <message>
            <source>Slopes span six powers of ten, so a plain rate that suits the walls creeps below.</source>
            <translation>기울기의 크기가 10⁶배까지 차이 나므로, 벽에 맞춘 학습률은 바닥에서 매우 느립니다.</translation>
        </message>
        <message>
            <source>y = Wx + b</source>
            <translation>y = Wx + b</translation>
        </message>
        <message>
            <source>The cost of fitting a line to (1, 2), (2, 4), (3, 6): a long tilted bowl.</source>
            <translation>직선을 (1, 2), (2, 4), (3, 6)에 맞추는 비용입니다. 길고 기울어진 그릇입니다.</translation>
        </message>
        <message>
            <source>W and b trade off against each other, so the last digits of both come slowly.</source>
            <translation>W와 b가 서로 맞물려 있어 둘의 끝자리는 천천히 맞춰집니다.</translation>
        </message>
        <message>
            <source>f(x, y)</source>
            <translation>f(x, y)</translation>
        </message>
        <message>
            <source>Your own formula.</source>
            <translation>직접 입력한 식입니다.</translation>
        </message>
        <message>
            <source>The cost of fitting a line to your own table.</source>
            <translation>직접 만든 표에 직선을 맞추는 비용입니다.</translation>
        </message>
        <message>
            <source>graph</source>
            <translation>그래프</translation>
        </message>
        <message>
            <source>The result of a graph over two of its inputs.</source>
            <translation>두 입력에 대한 그래프의 결과입니다.</translation>
        </message>
        <message>
            <source>a Wiregrad race</source>
            <translation>Wiregrad 경주</translation>
        </message>
        <message>
            <source>Unicode (UTF-8)</source>
            <translation>유니코드(UTF-8)</translation>
        </message>
        <message>
            <source>Korean (CP949, EUC-KR)</source>
            <translation>한국어(CP949, EUC-KR)</translation>
        </message>
        <message>
            <source>Unicode (UTF-16)</source>
            <translation>유니코드(UTF-16)</translation>
        </message>
        <message>
            <source>Unicode (UTF-16, little-endian)</source>
            <translation>유니코드(UTF-16, 리틀 엔디언)</translation>
        </message>
        <message>
            <source>Unicode (UTF-16, big-endian)</source>
            <translation>유니코드(UTF-16, 빅 엔디언)</translation>
        </message>
        <message>
            <source>Unicode (UTF-32)</source>
            <translation>유니코드(UTF-32)</translation>
        </message>
        <message>
            <source>Unicode (UTF-32, little-endian)</source>
            <translation>유니코드(UTF-32, 리틀 엔디언)</translation>
        </message>
        <message>
            <source>Unicode (UTF-32, big-endian)</source>
            <translation>유니코드(UTF-32, 빅 엔디언)</translation>
        </message>
        <message>
            <source>Western European (Windows-1252)</source>
            <translation>서유럽어(Windows-1252)</translation>
        </message>
        <message>
            <source>Western European (ISO 8859-1)</source>
            <translation>서유럽어(ISO 8859-1)</translation>
        </message>
        <message>
            <source>Japanese (Shift JIS)</source>
            <translation>일본어(Shift JIS)</translation>
        </message>
        <message>
            <source>Chinese (GB 18030)</source>
            <translation>중국어(GB 18030)</translation>
        </message>
        <message>
            <source>Workbook of a spreadsheet (XLSX)</source>
            <translation>스프레드시트 통합 문서(XLSX)</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>직선</translation>
        </message>
        <message>
            <source>Three points on y = 2x: one weight and one bias find them.</source>
            <translation>y = 2x 위의 점 세 개입니다. 가중치 하나와 편향 하나로 맞출 수 있습니다.</translation>
        </message>
        <message>
            <source>Hours and scores</source>
            <translation>공부 시간과 점수</translation>
        </message>
        <message>
            <source>Hours of study and the scores they brought, for which 13x + 1 is a first guess.</source>
            <translation>공부한 시간과 그렇게 얻은 점수입니다. 첫 추정은 13x + 1입니다.</translation>
        </message>
        <message>
            <source>Three exams</source>
            <translation>세 번의 시험</translation>
        </message>
        <message>
            <source>The scores of three exams and of the final one: a plane in four dimensions.</source>
            <translation>세 번의 시험과 마지막 시험의 점수입니다. 4차원 속의 평면입니다.</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>평면</translation>
        </message>
        <message>
            <source>Points whose target is a tenth of the sum of their coordinates.</source>
            <translation>목표값이 좌표 합의 10분의 1인 점들입니다.</translation>
        </message>
        <message>
            <source>a Wiregrad training</source>
            <translation>Wiregrad 학습 파일</translation>
        </message>
        <message>
            <source>L1</source>
            <translation>L1</translation>
        </message>
        <message>
            <source>Draws weights towards 0 and leaves many at 0.</source>
            <translation>가중치를 0 쪽으로 당기고, 많은 가중치를 정확히 0으로 만듭니다.</translation>
        </message>
        <message>
            <source>L2</source>
            <translation>L2</translation>
        </message>
        <message>
            <source>Draws weights towards 0, large ones the most.</source>
            <translation>가중치를 0 쪽으로 당깁니다. 큰 가중치일수록 세게 당깁니다.</translation>
        </message>
        <message>
            <source>dropout</source>
            <translation>드롭아웃</translation>
        </message>
        <message>
            <source>How likely a hidden output is dropped in a step.</source>
            <translation>한 단계에서 은닉 출력이 드롭될 확률입니다.</translation>
        </message>
        <message>
            <source>A function that was typed in.</source>
            <translation>직접 입력한 함수입니다.</translation>
        </message>
        <message>
            <source>Several gates, grouped into one.</source>
            <translation>여러 게이트를 하나로 묶은 그룹입니다.</translation>
        </message>
        <message>
            <source>The cost of fitting a line to data: a tilted bowl.</source>
            <translation>데이터에 직선을 맞추는 비용입니다. 기울어진 그릇 모양입니다.</translation>
        </message>
        <message>
            <source>W and b trade off against each other, the more the further the data lie from 0.</source>
            <translation>W와 b가 서로 맞물려 있습니다. 데이터가 0에서 멀수록 더 그렇습니다.</translation>
        </message>
        <message>
            <source>Own data</source>
            <translation>직접 만든 데이터</translation>
        </message>
        <message>
            <source>Points that were drawn, or read from a file.</source>
            <translation>직접 그렸거나 파일에서 읽은 점입니다.</translation>
        </message>
        <message>
            <source>Step h</source>
            <translation>간격 h</translation>
        </message>
        <message>
            <source>How far x is moved to both sides: (f(x + h) − f(x − h)) / 2h</source>
            <translation>x를 양쪽으로 움직이는 거리: (f(x + h) − f(x − h)) / 2h</translation>
        </message>
        <message>
            <source>Nudge Δ</source>
            <translation>변화량 Δ</translation>
        </message>
        <message>
            <source>How far the input is moved, up or down</source>
            <translation>입력을 위나 아래로 움직이는 정도</translation>
        </message>
        <message>
            <source>A1 · (x + y)·z</source>
            <translation>A1 · (x + y)·z</translation>
        </message>
        <message>
            <source>An add gate passes its gradient on; a multiply gate multiplies it by the other input.</source>
            <translation>덧셈 게이트는 상류 기울기를 두 입력에 그대로 전하고, 곱셈 게이트는 상류 기울기에 상대 입력의 값을 곱해 전합니다.</translation>
        </message>
        <message>
            <source>A10 · Σ max(0, sⱼ − s_y + 1) + λ·ΣW²</source>
            <translation>A10 · Σ max(0, sⱼ − s_y + 1) + λ·ΣW²</translation>
        </message>
        <message>
            <source>A support vector machine: hinge loss plus regularization, all of it differentiable.</source>
            <translation>서포트 벡터 머신: 힌지 손실에 규제를 더한 것으로, 모두 미분할 수 있습니다.</translation>
        </message>
        <message>
            <source>A10b · The hinge loss taken apart</source>
            <translation>A10b · 힌지 손실 풀어 보기</translation>
        </message>
        <message>
            <source>1 − t leaves out the right class; the max gates let through what violates the margin.</source>
            <translation>1 − t는 정답 클래스를 빼고, max 게이트는 마진을 어긴 것만 통과시킵니다.</translation>
        </message>
        <message>
            <source>A2 · 1/(1 + exp(−(w0·x0 + w1·x1 + w2)))</source>
            <translation>A2 · 1/(1 + exp(−(w0·x0 + w1·x1 + w2)))</translation>
        </message>
        <message>
            <source>A sigmoid neuron, taken apart into its smallest gates.</source>
            <translation>시그모이드 뉴런을 가장 작은 게이트로 나누었습니다.</translation>
        </message>
        <message>
            <source>A3 · σ(w0·x0 + w1·x1 + w2)</source>
            <translation>A3 · σ(w0·x0 + w1·x1 + w2)</translation>
        </message>
        <message>
            <source>The same neuron with its tail as one σ gate, whose local gradient is σ·(1 − σ).</source>
            <translation>같은 뉴런의 뒷부분을 σ 게이트 하나로 묶었습니다. 국소 기울기는 σ·(1 − σ)입니다.</translation>
        </message>
        <message>
            <source>A4 · ‖W·x‖²</source>
            <translation>A4 · ‖W·x‖²</translation>
        </message>
        <message>
            <source>A matrix times a vector: every gradient has the shape of its variable.</source>
            <translation>행렬과 벡터의 곱입니다. 모든 기울기는 자기 변수와 모양이 같습니다.</translation>
        </message>
        <message>
            <source>A5 · (a + b)·(b + 1)</source>
            <translation>A5 · (a + b)·(b + 1)</translation>
        </message>
        <message>
            <source>b feeds two gates: its gradient is the sum over both paths.</source>
            <translation>b는 두 게이트로 들어갑니다. 기울기는 두 경로의 합입니다.</translation>
        </message>
        <message>
            <source>A5b · (α + β + γ)·(δ + ε + ζ)</source>
            <translation>A5b · (α + β + γ)·(δ + ε + ζ)</translation>
        </message>
        <message>
            <source>Nine paths lead from X to Z: written out nine products, factored a single one.</source>
            <translation>X에서 Z로 가는 경로는 아홉 개입니다. 풀어 쓰면 곱이 아홉 개, 인수분해하면 하나뿐입니다.</translation>
        </message>
        <message>
            <source>A6 · 2·(x·y + max(z, w))</source>
            <translation>A6 · 2·(x·y + max(z, w))</translation>
        </message>
        <message>
            <source>A max gate is a router: the larger input gets the whole gradient, the other 0.</source>
            <translation>max 게이트는 선택(router) 게이트입니다. 큰 입력이 상류 기울기를 모두 받고 다른 입력은 0을 받습니다.</translation>
        </message>
        <message>
            <source>A7 · 2w² + 5</source>
            <translation>A7 · 2w² + 5</translation>
        </message>
        <message>
            <source>The smallest derivative worth a graph: 4w.</source>
            <translation>그래프로 그려 볼 만한 가장 작은 도함수 4w입니다.</translation>
        </message>
        <message>
            <source>A8 · x² + x·y + a</source>
            <translation>A8 · x² + x·y + a</translation>
        </message>
        <message>
            <source>a is a constant, so that no gradient is computed for it; x feeds two gates.</source>
            <translation>a는 상수라서 기울기를 계산하지 않습니다. x는 두 게이트로 들어갑니다.</translation>
        </message>
        <message>
            <source>A9 · 2·w, backward again and again</source>
            <translation>A9 · 2·w, 거듭하는 역전파</translation>
        </message>
        <message>
            <source>Without clearing, 21 backward passes add up to 2, 4, 6 … 42: clear gradients first.</source>
            <translation>지우지 않고 역전파를 21번 하면 2, 4, 6 … 42로 쌓입니다. 먼저 기울기를 지워야 합니다.</translation>
        </message>
        <message>
            <source>B1 · A perceptron computes OR</source>
            <translation>B1 · 퍼셉트론으로 OR 계산</translation>
        </message>
        <message>
            <source>All four inputs at once. The step's slope is 0, so that no gradient tells how to learn.</source>
            <translation>네 입력을 한꺼번에 넣습니다. 계단 함수의 도함수가 0이어서, 어떻게 학습할지 알려 주는 기울기가 없습니다.</translation>
        </message>
        <message>
            <source>B2 · A hidden layer computes XOR</source>
            <translation>B2 · 은닉층으로 XOR 계산</translation>
        </message>
        <message>
            <source>No single perceptron gets more than three of the four right; two hidden units do.</source>
            <translation>퍼셉트론 하나로는 넷 중 셋까지만 맞히지만, 은닉 유닛 두 개면 모두 맞힙니다.</translation>
        </message>
        <message>
            <source>B3 · A 2-2-2 network and its error</source>
            <translation>B3 · 2-2-2 신경망과 그 오차</translation>
        </message>
        <message>
            <source>One sample through a hidden layer: δ of the outputs, then δ of the hidden units.</source>
            <translation>샘플 하나가 은닉층을 지납니다. 출력의 δ를 먼저, 은닉 유닛의 δ를 그다음에 구합니다.</translation>
        </message>
        <message>
            <source>B5 · Two layers: f = W₂·max(0, W₁x)</source>
            <translation>B5 · 두 층: f = W₂·max(0, W₁x)</translation>
        </message>
        <message>
            <source>A linear score has one template a class; the hidden units here are several.</source>
            <translation>선형 점수는 클래스마다 템플릿이 하나뿐이지만, 여기서는 은닉 유닛이 여러 템플릿이 됩니다.</translation>
        </message>
        <message>
            <source>B6 · Linear layers collapse into one</source>
            <translation>B6 · 선형층은 하나로 합쳐집니다</translation>
        </message>
        <message>
            <source>Three linear layers give what their product matrix gives: the difference is always 0.</source>
            <translation>선형층 세 개의 출력은 곱한 행렬 하나의 출력과 같습니다. 차이는 언제나 0입니다.</translation>
        </message>
        <message>
            <source>B8 · Vanishing gradients: σ(σ(σ(σ(x)))) beside ReLUs</source>
            <translation>B8 · 기울기 소실: σ(σ(σ(σ(x))))와 ReLU 비교</translation>
        </message>
        <message>
            <source>Each σ lets at most a quarter of the gradient through, each active ReLU all of it.</source>
            <translation>σ는 기울기를 최대 1/4만 통과시키고, 활성화된 ReLU는 모두 통과시킵니다.</translation>
        </message>
        <message>
            <source>error:activation_count</source>
            <translation>신경망 {layers}의 은닉층은 {hidden}개인데 활성화 함수가 {given}개 주어졌습니다. 층마다 하나씩 주세요.</translation>
        </message>
        <message>
            <source>error:answer_blanks</source>
            <translation>빈칸 {count}개를 모두 채우세요. 지금은 {found}개입니다.</translation>
        </message>
        <message>
            <source>error:answer_box</source>
            <translation>“{text}”{은/는} 이 그래프의 빈칸에 대한 답이 아닙니다.</translation>
        </message>
        <message>
            <source>error:answer_boxes</source>
            <translation>빈칸 {count}개 중 {left}개가 남아 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_cell_empty</source>
            <translation>수가 빠져 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_curve</source>
            <translation>곡선의 두 점이 같은 x 위에 있을 수 없습니다.</translation>
        </message>
        <message>
            <source>error:answer_forbidden</source>
            <translation>“{text}”{은/는} 맞습니다. “{name}” 없이 써 보세요.</translation>
        </message>
        <message>
            <source>error:answer_in_cell</source>
            <translation>{row}행 {column}열: {cause}</translation>
        </message>
        <message>
            <source>error:answer_in_row</source>
            <translation>{row}행: {cause}</translation>
        </message>
        <message>
            <source>error:answer_line</source>
            <translation>직선을 그으려면 서로 다른 두 점이 필요합니다.</translation>
        </message>
        <message>
            <source>error:answer_long</source>
            <translation>답이 너무 깁니다. {most}자까지 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_missing</source>
            <translation>아직 답이 없습니다.</translation>
        </message>
        <message>
            <source>error:answer_name</source>
            <translation>“{name}”{은/는} 여기서 쓰는 이름이 아닙니다. 쓸 수 있는 것: {choices}</translation>
        </message>
        <message>
            <source>error:answer_no_item</source>
            <translation>“{text}”{은/는} 고를 수 있는 항목이 아닙니다. 항목: {items}</translation>
        </message>
        <message>
            <source>error:answer_not_all</source>
            <translation>{count}개를 모두 순서대로 놓으세요. 지금은 {found}개입니다.</translation>
        </message>
        <message>
            <source>error:answer_not_simplest</source>
            <translation>“{text}”{은/는} 맞습니다. 더 간단하게 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_one</source>
            <translation>답은 하나만 쓰세요. 지금은 {count}개입니다.</translation>
        </message>
        <message>
            <source>error:answer_one_number</source>
            <translation>값이 수 하나인 수식을 쓰세요.</translation>
        </message>
        <message>
            <source>error:answer_point</source>
            <translation>“{text}”{은/는} 점이 아닙니다. 1, 2처럼 수 두 개를 쓰세요.</translation>
        </message>
        <message>
            <source>error:answer_points</source>
            <translation>점이 {count}개 필요합니다. 지금은 {found}개입니다.</translation>
        </message>
        <message>
            <source>error:answer_shape</source>
            <translation>답의 모양이 {given}입니다. 모양이 {expected}인 수를 묻고 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_short</source>
            <translation>“{text}”: 너무 짧아 채점할 수 없습니다. 1.2나 0.0012처럼 유효 숫자를 두 자리 이상 쓰세요.</translation>
        </message>
        <message>
            <source>error:answer_sign</source>
            <translation>“{text}”{은/는} 부호가 아닙니다. +, −, 0 중 하나로 답하세요.</translation>
        </message>
        <message>
            <source>error:answer_twice</source>
            <translation>답에 “{text}”{이/가} 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:answer_unjudged</source>
            <translation>이 답을 채점하는 데 필요한 값이 여기에는 없습니다.</translation>
        </message>
        <message>
            <source>error:ask_cell_twice</source>
            <translation>칸 “{cell}”에는 값을 주거나 답을 묻거나 둘 중 하나만 할 수 있습니다.</translation>
        </message>
        <message>
            <source>error:ask_cells_mixed</source>
            <translation>모든 칸이 행 안에 있거나, 어느 칸도 행 안에 있지 않아야 합니다.</translation>
        </message>
        <message>
            <source>error:ask_formula</source>
            <translation>“{name}”에 있는 수식 “{formula}”{을/를} 읽을 수 없습니다. {cause}</translation>
        </message>
        <message>
            <source>error:ask_judge</source>
            <translation>무엇이 맞는지는 “answer”와 “within”으로 정하거나 “judge”로 정합니다.</translation>
        </message>
        <message>
            <source>error:ask_missing_key</source>
            <translation>“{kind}” 문제에는 “{name}”{이/가} 필요합니다.</translation>
        </message>
        <message>
            <source>error:ask_no_item</source>
            <translation>“{name}”에 있는 “{item}”{은/는} 항목이 아닙니다. 항목: {items}</translation>
        </message>
        <message>
            <source>error:ask_no_node</source>
            <translation>그래프에 “{name}” 노드가 없습니다.</translation>
        </message>
        <message>
            <source>error:ask_no_value</source>
            <translation>연 값이 수도 벡터도 행렬도 아닙니다.</translation>
        </message>
        <message>
            <source>error:ask_not_both</source>
            <translation>“{one}”{과/와} “{other}” 중 하나만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>error:ask_nothing_of</source>
            <translation>“{name}”의 수는 주어져 있어 물을 것이 없습니다.</translation>
        </message>
        <message>
            <source>error:ask_one_of</source>
            <translation>순서 문제에는 각 항목의 값인 “answer”와 순서대로 늘어놓은 항목인 “right” 중 하나가 필요합니다.</translation>
        </message>
        <message>
            <source>error:ask_spot</source>
            <translation>틀린 줄은 “right”로 정하거나, 줄마다 적힌 값과 옳은 값으로 정합니다.</translation>
        </message>
        <message>
            <source>error:ask_twice</source>
            <translation>“{name}”에 “{item}”{이/가} 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:ask_unknown_key</source>
            <translation>“{name}”{은/는} “{kind}” 문제의 항목이 아닙니다. 쓸 수 있는 것: {known}</translation>
        </message>
        <message>
            <source>error:ask_variable</source>
            <translation>“{name}”{은/는} 연산의 이름이라 변수 이름으로 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>error:ask_wanted</source>
            <translation>“{name}” 자리에 올 것: {wanted}.</translation>
        </message>
        <message>
            <source>error:ask_within</source>
            <translation>점을 “answer”에 정확히 찍을 수는 없으니, 얼마나 벗어나도 되는지 “within”으로 정하세요.</translation>
        </message>
        <message>
            <source>error:bad_start</source>
            <translation>시작점은 유한한 두 수 x와 y입니다.</translation>
        </message>
        <message>
            <source>error:bad_starts</source>
            <translation>여러 시작점은 두 행입니다. 한 행은 모든 x이고, 한 행은 모든 y입니다.</translation>
        </message>
        <message>
            <source>error:bar_open</source>
            <translation>이 “{sign}”{이/가} 닫히지 않았습니다. 안에 든 것 뒤에 하나 더 써야 합니다.</translation>
        </message>
        <message>
            <source>error:batch_size</source>
            <translation>배치에는 샘플이 1개 이상 필요합니다. {size}{은/는} 그보다 작습니다.</translation>
        </message>
        <message>
            <source>error:brace_open</source>
            <translation>이 여는 중괄호가 닫히지 않았습니다. 닫는 중괄호가 빠졌습니다.</translation>
        </message>
        <message>
            <source>error:bracket_extra</source>
            <translation>이 “{sign}”{이/가} 닫는 괄호가 없습니다.</translation>
        </message>
        <message>
            <source>error:bracket_open</source>
            <translation>“[”가 닫히지 않았습니다. 벡터나 행렬의 끝에 “]”가 필요합니다.</translation>
        </message>
        <message>
            <source>error:call_or_name</source>
            <translation>“{name}”{은/는} 함수 {call}인가요, 한 이름인가요? 함수는 {call}{으로/로} 씁니다.</translation>
        </message>
        <message>
            <source>error:call_or_product</source>
            <translation>“{name}”{이/가} 함수인지 값인지 분명하지 않습니다. {one} 또는 {other}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:cause_denied</source>
            <translation>권한이 없습니다.</translation>
        </message>
        <message>
            <source>error:cause_full</source>
            <translation>디스크에 남은 공간이 없습니다.</translation>
        </message>
        <message>
            <source>error:cause_gone</source>
            <translation>폴더가 없습니다.</translation>
        </message>
        <message>
            <source>error:cause_link_loop</source>
            <translation>링크가 제자리로 돌아옵니다.</translation>
        </message>
        <message>
            <source>error:cause_long_name</source>
            <translation>이름이 너무 깁니다.</translation>
        </message>
        <message>
            <source>error:cause_missing</source>
            <translation>그런 파일이 없습니다.</translation>
        </message>
        <message>
            <source>error:cause_no_name</source>
            <translation>파일이 가질 수 없는 이름입니다.</translation>
        </message>
        <message>
            <source>error:cause_read_only_disk</source>
            <translation>디스크가 읽기 전용입니다.</translation>
        </message>
        <message>
            <source>error:cause_refused</source>
            <translation>시스템이 거부했습니다.</translation>
        </message>
        <message>
            <source>error:chained_comparison</source>
            <translation>“{sign}”{이/가} 다른 비교 뒤에 왔습니다. (a &lt; b)*(b &lt; c)처럼 비교를 하나씩 따로 쓰세요.</translation>
        </message>
        <message>
            <source>error:check_jump</source>
            <translation>{title} 게이트의 값이 이 입력에서 불연속으로 뜁니다. 그곳에는 도함수가 없고, h를 줄일수록 양쪽 차분이 커집니다.</translation>
        </message>
        <message>
            <source>error:check_jump_at</source>
            <translation>{title} 함수가 여기 {number}에서 불연속으로 뜁니다. 그곳에는 도함수가 없고, h를 줄일수록 양쪽 차분이 커집니다.</translation>
        </message>
        <message>
            <source>error:check_kink</source>
            <translation>{title} 게이트가 이 입력에서 꺾입니다. 양쪽 차분은 양쪽 도함수 값의 평균을 내고, 연쇄 법칙은 그중 하나를 씁니다.</translation>
        </message>
        <message>
            <source>error:check_kink_at</source>
            <translation>{title} 함수가 여기 {number}에서 꺾입니다. 양쪽 차분은 양쪽 도함수 값의 평균을 내고, 연쇄 법칙은 그중 하나를 씁니다.</translation>
        </message>
        <message>
            <source>error:check_no_neighbours</source>
            <translation>이 점의 양옆에서 함수가 값을 갖지 않아 차분을 구할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:check_one_sided</source>
            <translation>여기서는 함수가 한쪽에서만 값을 가지므로 h = {step}인 한쪽 차분을 썼습니다.</translation>
        </message>
        <message>
            <source>error:check_rough</source>
            <translation>여기서는 반올림이나 곡선의 굽음 때문에 어떤 차분도 오차가 약 {error}보다 작아지지 않습니다(h = {step} 사용). 두 값의 차이는 그보다 작습니다.</translation>
        </message>
        <message>
            <source>error:check_step_bent</source>
            <translation>h = {step} 값을 썼습니다. h = {usual}{이/}면 x − h와 x + h 사이에서 곡선이 너무 굽거나 반올림 오차가 더 큽니다.</translation>
        </message>
        <message>
            <source>error:check_step_domain</source>
            <translation>h = {step} 값을 썼습니다. h = {usual}{이/}면 x − h 또는 x + h에서 함수가 값을 갖지 않습니다.</translation>
        </message>
        <message>
            <source>error:choice_name</source>
            <translation>“{name}”{은/는} 다음 가운데 하나가 아닙니다: {choices}.</translation>
        </message>
        <message>
            <source>error:choice_number</source>
            <translation>“{name}”{은/는} {least}부터 {most}까지의 수를 받습니다. “{value}”{은/는} 그런 수가 아닙니다.</translation>
        </message>
        <message>
            <source>error:class_number</source>
            <translation>클래스는 0부터 {most}까지의 정수인데 {label}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:concatenate_differ</source>
            <translation>{a}{과/와} {b}{은/는} 축 {axis}{을/를} 따라 이을 수 없습니다. 다른 축은 모두 같아야 합니다(축 0은 행을 아래로 쌓고, 축 1은 옆으로 나란히 놓습니다).</translation>
        </message>
        <message>
            <source>error:constant_e</source>
            <translation>여기서 e는 자연상수 2.718…입니다</translation>
        </message>
        <message>
            <source>error:constant_pi</source>
            <translation>여기서 π는 원주율 3.14159…입니다</translation>
        </message>
        <message>
            <source>error:constant_source</source>
            <translation>{node}의 기울기는 계산하지 않습니다. 상수이기 때문입니다. 기울기를 구하려면 입력으로 바꾸세요.</translation>
        </message>
        <message>
            <source>error:cycle</source>
            <translation>이 연결선은 순환을 만듭니다. 노드는 자기 출력에 의존할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:dead_by_steps</source>
            <translation>{layer}번째 은닉층의 ReLU {units}개 중 {dead}개가 전혀 활성화되지 않습니다. 모든 샘플에서 출력이 0이므로 가중치에 기울기가 닿지 않습니다. 처음에는 활성화되었으나 이동량이 너무 컸습니다. 더 작은 학습률로 다시 시작하세요.</translation>
        </message>
        <message>
            <source>error:dead_from_start</source>
            <translation>{layer}번째 은닉층의 ReLU {units}개 중 {dead}개가 전혀 활성화되지 않습니다. 모든 샘플에서 출력이 0이므로 가중치에 기울기가 닿지 않습니다. 초기 가중치 때문입니다. 기울기가 0이 되지 않는 Leaky ReLU나 다른 시드를 쓰세요.</translation>
        </message>
        <message>
            <source>error:dead_units</source>
            <translation>{layer}번째 은닉층의 ReLU {units}개 중 {dead}개가 전혀 활성화되지 않습니다. 모든 샘플에서 출력이 0이므로 가중치에 기울기가 닿지 않습니다. 어떤 샘플에서든 활성화될 때까지 편향을 올리세요.</translation>
        </message>
        <message>
            <source>error:defined_at_places</source>
            <translation>이 수식은 −20과 20 사이에서 x = {place} 같은 고립된 점에서만 값이 있어, 곡선도 도함수도 없습니다.</translation>
        </message>
        <message>
            <source>error:defined_by_itself</source>
            <translation>“{name}”{이/가} 자신의 정의 안에 있습니다. 값은 자신에게 의존할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:defined_nowhere</source>
            <translation>이 수식은 −20과 20 사이의 어떤 x에서도 수가 아닙니다.</translation>
        </message>
        <message>
            <source>error:defined_twice</source>
            <translation>“{name}”{이/가} 두 번 정의되었습니다. 둘째 것에 다른 이름을 붙이세요.</translation>
        </message>
        <message>
            <source>error:descent_slope_not_finite</source>
            <translation>{step}단계: ({x}, {y})에서 도함수 값이 유한하지 않습니다</translation>
        </message>
        <message>
            <source>error:diverged_beyond</source>
            <translation>{step}단계: 학습률 {rate}{이/가} 너무 커서 손실이 컴퓨터의 수를 넘어섰습니다. 더 작은 학습률을 써 보세요.</translation>
        </message>
        <message>
            <source>error:diverged_growth</source>
            <translation>{step}단계: 학습률 {rate}{이/가} 너무 커서 손실이 {growth}배가 되었습니다. 더 작은 학습률을 써 보세요.</translation>
        </message>
        <message>
            <source>error:diverged_rise</source>
            <translation>{step}단계: 학습률 {rate}{이/가} 너무 커서 손실이 {before}에서 {after}{으로/로} 커졌습니다. 더 작은 학습률을 써 보세요.</translation>
        </message>
        <message>
            <source>error:division_by_zero</source>
            <translation>0으로 나눈 값은 없습니다.</translation>
        </message>
        <message>
            <source>error:dot_shapes_differ</source>
            <translation>내적은 원소를 상대의 원소와 하나씩 짝짓습니다. {a}{과/와} {b}의 모양이 같아야 합니다.</translation>
        </message>
        <message>
            <source>error:element_of_matrix</source>
            <translation>행과 열, 두 인덱스로는 행렬의 원소를 고르는데, {shape}{은/는} 행렬이 아닙니다. 벡터의 원소는 인덱스 하나로 고릅니다.</translation>
        </message>
        <message>
            <source>error:entry_cause</source>
            <translation>{place}: {cause}</translation>
        </message>
        <message>
            <source>error:entry_choice</source>
            <translation>{place} 자리의 “{found}”{은/는} 쓸 수 없습니다. 쓸 수 있는 것: {choices}</translation>
        </message>
        <message>
            <source>error:entry_count</source>
            <translation>{place}에는 수 {count}개가 있어야 하는데 항목이 {found}개 있습니다.</translation>
        </message>
        <message>
            <source>error:entry_kind</source>
            <translation>{place} 자리에 올 것: {wanted}. 들어 있는 것: {stands}.</translation>
        </message>
        <message>
            <source>error:entry_missing</source>
            <translation>“{name}” 항목이 없습니다.</translation>
        </message>
        <message>
            <source>error:entry_missing_at</source>
            <translation>{place}에 “{name}” 항목이 없습니다.</translation>
        </message>
        <message>
            <source>error:entry_outside</source>
            <translation>{place}에는 {least}에서 {most}까지의 수가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:entry_range</source>
            <translation>{place}에는 {least}에서 {most}까지의 정수가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:entry_refused</source>
            <translation>{place}에서: {cause}</translation>
        </message>
        <message>
            <source>error:entry_too_long</source>
            <translation>{place}의 문자열이 {found}자입니다. 최대 {most}자까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:entry_too_many</source>
            <translation>{place}에 항목이 {found}개 있습니다. 최대 {most}개까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:entry_unknown</source>
            <translation>{place}: “{name}”{은/는} 없는 이름입니다.</translation>
        </message>
        <message>
            <source>error:fact_alone</source>
            <translation>{title}</translation>
        </message>
        <message>
            <source>error:fact_at_start</source>
            <translation>이 단계를 시작할 때의 {fact}</translation>
        </message>
        <message>
            <source>error:fact_formula</source>
            <translation>“{name}”</translation>
        </message>
        <message>
            <source>error:fact_is_text</source>
            <translation>“{name}”{은/는} 텍스트입니다. 여기에는 수가 필요합니다.</translation>
        </message>
        <message>
            <source>error:fact_missing</source>
            <translation>“{name}”의 값이 아직 없습니다.</translation>
        </message>
        <message>
            <source>error:fact_no_graph</source>
            <translation>여기에는 그래프가 없습니다.</translation>
        </message>
        <message>
            <source>error:fact_no_node</source>
            <translation>노드 “{name}”{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:fact_no_number</source>
            <translation>“{name}”{은/는} 유한한 수가 아닙니다.</translation>
        </message>
        <message>
            <source>error:fact_not_single</source>
            <translation>“{name}”{은/는} 수 하나가 아닙니다.</translation>
        </message>
        <message>
            <source>error:fact_of</source>
            <translation>“{name}”의 {title}</translation>
        </message>
        <message>
            <source>error:fact_something</source>
            <translation>어떤 조건</translation>
        </message>
        <message>
            <source>error:fact_tried</source>
            <translation>{fact}에 시도한 값의 수</translation>
        </message>
        <message>
            <source>error:fact_unknown</source>
            <translation>“{name}”에 해당하는 값이 없습니다.</translation>
        </message>
        <message>
            <source>error:fact_unknown_near</source>
            <translation>“{name}”에 해당하는 값이 없습니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:file_damaged</source>
            <translation>파일이 손상되었습니다. {cause}</translation>
        </message>
        <message>
            <source>error:file_foreign</source>
            <translation>{title}{이/가} 아닙니다. 형식이 “{format}”이어야 합니다.</translation>
        </message>
        <message>
            <source>error:file_is_folder</source>
            <translation>파일이 아니라 폴더여서 읽을 수 없습니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:file_kind</source>
            <translation>파일에 올 것: {wanted}. 들어 있는 것: {stands}.</translation>
        </message>
        <message>
            <source>error:file_newer</source>
            <translation>더 새로운 Wiregrad에서 만든 {title}입니다(형식 {version}, 이 버전은 {known}까지 읽습니다). 열려면 Wiregrad를 업데이트하세요.</translation>
        </message>
        <message>
            <source>error:file_not_json</source>
            <translation>{title}{이/가} 아닙니다. 파일이 JSON 텍스트가 아닙니다.</translation>
        </message>
        <message>
            <source>error:file_not_regular</source>
            <translation>파일이 아니라 장치나 파이프여서 읽을 수 없습니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:file_not_text</source>
            <translation>UTF-8 텍스트가 아닙니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:file_too_large</source>
            <translation>“{name}” 파일이 너무 큽니다. 최대 {most}까지 읽을 수 있습니다.</translation>
        </message>
        <message>
            <source>error:file_unknown_kind</source>
            <translation>Wiregrad가 읽지 않는 파일입니다. 읽을 수 있는 것: 그래프(.wiregrad), 활성화 함수(.wiregrad-activations), 경주(.wiregrad-race), 학습(.wiregrad-training), 표(.csv), 가중치(.npz), 레슨(.wiregrad-lesson).</translation>
        </message>
        <message>
            <source>error:file_unreadable</source>
            <translation>“{name}” 파일을 읽을 수 없습니다: {cause}</translation>
        </message>
        <message>
            <source>error:file_unwritable</source>
            <translation>“{name}”에 쓸 수 없습니다: {cause}</translation>
        </message>
        <message>
            <source>error:fit_finite</source>
            <translation>맞추려면 유한한 수가 필요합니다.</translation>
        </message>
        <message>
            <source>error:fit_large</source>
            <translation>맞춤에 쓰는 수는 {most} 이하여야 합니다. 더 큰 단위를 쓰세요.</translation>
        </message>
        <message>
            <source>error:fit_lengths</source>
            <translation>맞추려면 입력과 목표값의 개수가 같아야 하고, 각각 수 하나여야 합니다.</translation>
        </message>
        <message>
            <source>error:fit_one_place</source>
            <translation>직선을 맞추려면 적어도 서로 다른 두 x의 샘플이 필요합니다.</translation>
        </message>
        <message>
            <source>error:fit_size</source>
            <translation>맞추려면 샘플이 2개에서 {most}개까지 필요합니다. {count}개는 안 됩니다.</translation>
        </message>
        <message>
            <source>error:formula_count</source>
            <translation>점 {count}개는 뽑을 수 없습니다. 2개부터 {most}개까지 뽑을 수 있습니다.</translation>
        </message>
        <message>
            <source>error:formula_empty</source>
            <translation>수식이 비어 있습니다. (x + y)*z 같은 수식을 쓰세요.</translation>
        </message>
        <message>
            <source>error:formula_no_variable</source>
            <translation>수식에 {one}, {other} 가운데 아무것도 없어 경계가 없습니다.</translation>
        </message>
        <message>
            <source>error:formula_noise</source>
            <translation>잡음은 0부터 {most}까지여야 합니다. 지금은 {noise}입니다.</translation>
        </message>
        <message>
            <source>error:formula_nowhere</source>
            <translation>정답 수식의 값이 정해지는 곳이 없습니다.</translation>
        </message>
        <message>
            <source>error:formula_one_side</source>
            <translation>모든 점이 수식의 한쪽에 있습니다. 경계가 지나가는 범위를 고르세요.</translation>
        </message>
        <message>
            <source>error:formula_range</source>
            <translation>각 입력의 범위에는 아래 끝과 그보다 큰 위 끝이 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:formula_side</source>
            <translation>“{sign}”의 양쪽에 수식이 있어야 합니다. 예: y = sin(x).</translation>
        </message>
        <message>
            <source>error:formula_signs</source>
            <translation>경계의 두 쪽 사이에는 =, &lt;, &gt; 가운데 하나만 쓸 수 있습니다. 예: y = sin(x).</translation>
        </message>
        <message>
            <source>error:formula_too_large</source>
            <translation>이 수식에는 노드가 {count}개 있습니다. {most}개까지만 그릴 수 있습니다.</translation>
        </message>
        <message>
            <source>error:formula_undefined</source>
            <translation>이 범위에는 “{text}”의 값이 있는 곳이 너무 적어 점 {count}개를 뽑을 수 없습니다. 다른 범위를 고르세요.</translation>
        </message>
        <message>
            <source>error:formula_variable</source>
            <translation>수식에는 {one}{과/와} {other}만 쓸 수 있습니다. “{name}”{은/는} 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>error:frame_empty</source>
            <translation>프레임으로 묶을 노드를 선택하세요.</translation>
        </message>
        <message>
            <source>error:frame_members</source>
            <translation>프레임 “{name}”에 노드가 없거나 다른 프레임의 노드가 들어 있습니다.</translation>
        </message>
        <message>
            <source>error:frame_unfit</source>
            <translation>두 번 나오거나 색이 없는 프레임이 있습니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:free_inputs</source>
            <translation>곡면에는 수 하나씩인 입력이나 매개변수가 정확히 두 개 필요한데, 이 그래프의 결과는 {count}개에 의존합니다: {names}. 나머지는 상수로 바꾸세요.</translation>
        </message>
        <message>
            <source>error:function_arity</source>
            <translation>“{name}”의 입력은 {arity}개인데 여기에는 {given}개가 있습니다.</translation>
        </message>
        <message>
            <source>error:function_of_signed</source>
            <translation>“{name}”에 넣는 값이 부호로 시작하므로 괄호에 넣습니다: {one}.</translation>
        </message>
        <message>
            <source>error:function_too_long</source>
            <translation>이 수식은 {count}자입니다. 함수는 {most}자까지만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>error:gate_file</source>
            <translation>내 게이트의 “{name}”{을/를} 건너뛰었습니다. {cause}</translation>
        </message>
        <message>
            <source>error:gate_name_taken</source>
            <translation>이미 “{name}”{이/}라는 다른 게이트가 있습니다.</translation>
        </message>
        <message>
            <source>error:gradient_overflow</source>
            <translation>{title} 게이트를 지나 돌아오는 기울기가 컴퓨터가 다루는 수(약 1e308)보다 큽니다.</translation>
        </message>
        <message>
            <source>error:graph_too_large</source>
            <translation>이 그래프의 값과 기울기에는 약 {needed}{이/가} 필요하지만 Wiregrad는 {most}까지만 계산합니다. {title}의 {shape} 원소 수를 줄이세요.</translation>
        </message>
        <message>
            <source>error:group_apart</source>
            <translation>이 게이트들은 서로 이어져 있지 않습니다. {node}에 닿는 연결선이 없습니다.</translation>
        </message>
        <message>
            <source>error:group_cut</source>
            <translation>그룹 {name}{이/가} 둘로 나뉘게 됩니다. 전부 선택하거나 하나도 선택하지 마세요.</translation>
        </message>
        <message>
            <source>error:group_joins</source>
            <translation>자기 것이 아닌 입력을 합치는 그룹이 있습니다: {name}.</translation>
        </message>
        <message>
            <source>error:group_members</source>
            <translation>그룹 {name}에 없는 노드가 들어 있거나 노드가 너무 적습니다.</translation>
        </message>
        <message>
            <source>error:group_name</source>
            <translation>“{name}”{은/는} 그룹의 이름이 될 수 없습니다. 영문자, 숫자, _를 쓰고 영문자로 시작하세요.</translation>
        </message>
        <message>
            <source>error:group_outputs</source>
            <translation>게이트의 출력은 하나인데, 이 게이트들 중 {count}개가 바깥에서 쓰입니다: {nodes}.</translation>
        </message>
        <message>
            <source>error:group_path</source>
            <translation>이 게이트들은 한 게이트가 될 수 없습니다. 어떤 경로가 밖으로 나가 {node}{을/를} 지나 돌아옵니다. {node}도 선택하세요.</translation>
        </message>
        <message>
            <source>error:group_too_small</source>
            <translation>그룹으로 묶으려면 게이트를 두 개 이상 선택하세요.</translation>
        </message>
        <message>
            <source>error:group_twice</source>
            <translation>이 게이트들은 이미 그룹 {name}입니다.</translation>
        </message>
        <message>
            <source>error:group_unfit</source>
            <translation>두 번 나오거나 그룹이 아닌 것이 있습니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:groups_cut</source>
            <translation>두 그룹이 서로 일부만 겹칩니다: {first}, {second}.</translation>
        </message>
        <message>
            <source>error:hidden_cause</source>
            <translation>유한한 결과가 없습니다. 지금 가려진 수가 원인입니다.</translation>
        </message>
        <message>
            <source>error:history_of_many</source>
            <translation>손실을 지켜보는 스케줄은 여러 시작점에 한꺼번에 쓸 수 없습니다. 시작점마다 손실이 다릅니다.</translation>
        </message>
        <message>
            <source>error:hole_alone</source>
            <translation>“?”는 연결선이 없는 입력을 나타내며 혼자 쓸 수 없습니다. 그 자리에 수나 이름을 쓰세요.</translation>
        </message>
        <message>
            <source>error:how_far_it_reaches</source>
            <translation>“{name}”{이/가} 어디까지 적용되는지 분명하지 않습니다. {one} 또는 {other}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:identical_units</source>
            <translation>{layer}번째 은닉층의 유닛 {units}개가 모두 동일합니다. 기울기도 같아서 계속 같습니다. 무작위로 초기화하면 대칭이 깨집니다.</translation>
        </message>
        <message>
            <source>error:index_outside</source>
            <translation>인덱스 {place}{은/는} 범위를 벗어납니다. 모양이 {shape}인 입력의 축 {axis}에는 인덱스가 0부터 {last}까지, 끝에서부터 세면 −{count}부터 −1까지 있습니다.</translation>
        </message>
        <message>
            <source>error:inner_sizes_differ</source>
            <translation>행렬곱에서는 안쪽 크기가 같아야 합니다.</translation>
        </message>
        <message>
            <source>error:inputs_too_far</source>
            <translation>그래프의 자유 입력이 0에서 너무 멀어 그 주변을 그릴 수 없습니다. 더 작은 수를 넣으세요.</translation>
        </message>
        <message>
            <source>error:inverse_or_reciprocal</source>
            <translation>“{name}”의 −1제곱은 역함수로도, 1을 나눈 값으로도 읽힙니다. {one} 또는 {other}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:jacobian_too_large</source>
            <translation>이 야코비 행렬은 {rows}×{columns}이며 성분이 {most}개보다 많습니다. 이런 행렬은 실제로 만들지 않습니다.</translation>
        </message>
        <message>
            <source>error:latex_fraction</source>
            <translation>LaTeX의 분수는 \frac 뒤에 분자와 분모를 각각 중괄호로 묶어 씁니다.</translation>
        </message>
        <message>
            <source>error:latex_too_long</source>
            <translation>이 수식을 LaTeX으로 쓰면 {longest}자가 넘습니다. 중간 게이트에 이름을 붙이면 각각 한 번만 쓰면 됩니다.</translation>
        </message>
        <message>
            <source>error:latex_word_unknown</source>
            <translation>“{word}”{은/는} 여기서 쓸 수 없는 LaTeX 명령입니다.</translation>
        </message>
        <message>
            <source>error:layer_not_linear</source>
            <translation>{layer}번째 은닉층의 활성화 함수는 {name}입니다. 항등 함수를 쓰는 층만 하나로 합쳐집니다.</translation>
        </message>
        <message>
            <source>error:layer_size</source>
            <translation>{text}의 {layer}번째 층에 유닛이 {size}개 있습니다. 층마다 1개에서 {most}개까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:layers_do_not_fit</source>
            <translation>데이터의 입력은 {inputs}개, 목표값은 {outputs}개이므로 신경망은 {inputs}{으로/로} 시작해 {outputs}{으로/로} 끝나야 합니다. 예: {example}.</translation>
        </message>
        <message>
            <source>error:layers_not_numbers</source>
            <translation>“{text}”{은/는} 층의 크기가 아닙니다. 2-4-1처럼 정수를 줄표로 이어 쓰세요.</translation>
        </message>
        <message>
            <source>error:layers_too_few</source>
            <translation>신경망에는 2-1처럼 적어도 입력층과 출력층이 필요합니다. {text}{은/는} 하나뿐입니다.</translation>
        </message>
        <message>
            <source>error:layers_too_many</source>
            <translation>{text}에는 층이 {count}개 있습니다. 여기서는 {most}개까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:left_domain</source>
            <translation>{step}단계: 함숫값이 없는 점 ({x}, {y}){으로/로} 갔습니다</translation>
        </message>
        <message>
            <source>error:left_downhill</source>
            <translation>{step}단계: 내리막을 따라 그림을 벗어났습니다. 이 곡면에는 가장 낮은 점이 없습니다</translation>
        </message>
        <message>
            <source>error:lesson_archive_empty</source>
            <translation>“{name}”에는 레슨이 없습니다. {missing} 파일이 빠져 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_archive_files</source>
            <translation>“{name}”에는 파일이 {found}개 있습니다. 레슨은 {most}개까지 담을 수 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_archive_large</source>
            <translation>“{name}” 안의 “{file}”{은/는} {most}보다 커서 레슨에 담을 수 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_archive_whole</source>
            <translation>“{name}”{은/는} 압축을 풀면 {most}보다 커서 레슨으로 열 수 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_blank_open</source>
            <translation>이 “{{”가 닫히지 않았습니다. 중괄호 자체는 “\{{”로 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_blanks_lack</source>
            <translation>영어 글에 있는 빈칸이 여기에 없습니다: {names}.</translation>
        </message>
        <message>
            <source>error:lesson_blanks_more</source>
            <translation>영어 글에 없는 빈칸이 여기에 있습니다: {names}.</translation>
        </message>
        <message>
            <source>error:lesson_command_arguments</source>
            <translation>명령 “{name}”에는 인수가 {fewest}~{most}개 필요한데, {found}개가 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_command_count</source>
            <translation>명령 “{name}”{은/는} 인수를 {least}개에서 {most}개까지 받는데, {found}개가 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_condition_deep</source>
            <translation>조건은 최대 {most}겹까지 넣을 수 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_condition_empty</source>
            <translation>조건에는 다음 가운데 하나가 필요합니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_detour_target</source>
            <translation>단계 “{name}”{은/는} 우회 단계가 아닙니다. “only = "detour"”가 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_detour_unreached</source>
            <translation>우회 전용 단계 “{name}”{으로/로} 가는 우회가 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_dollar</source>
            <translation>이 “$”로 시작한 수식이 끝나지 않습니다. 달러 기호 자체는 “\$”로 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_draw_costly</source>
            <translation>이 수를 뽑는 데 게이트 계산이 {cost}번까지 걸릴 수 있는데, {most}번이 한도입니다. 더 작은 그래프의 수를 뽑거나 더 작은 그래프에 대해 물으세요.</translation>
        </message>
        <message>
            <source>error:lesson_draw_range</source>
            <translation>“from”은 “to”보다 작아야 하고, “step”으로 {most}단계 안에 닿아야 합니다.</translation>
        </message>
        <message>
            <source>error:lesson_entry_form</source>
            <translation>“{name}”{은/는} 이렇게 써야 합니다: {form}.</translation>
        </message>
        <message>
            <source>error:lesson_entry_kind</source>
            <translation>“{name}” 자리에는 {wanted}{이/가} 와야 합니다.</translation>
        </message>
        <message>
            <source>error:lesson_entry_missing</source>
            <translation>“{name}” 항목이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_file_missing</source>
            <translation>“{archive}”에는 “{name}” 파일이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_first_missing</source>
            <translation>“{name}”{은/는} 뽑는 수인데, “first”에 값이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_folder_empty</source>
            <translation>“{name}”에는 레슨이 없습니다. {missing} 파일이 빠져 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_format</source>
            <translation>이 파일의 형식은 {found}이고, 이 프로그램은 형식 {wanted}{을/를} 읽습니다.</translation>
        </message>
        <message>
            <source>error:lesson_format_missing</source>
            <translation>“format = {found}”{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_heading_place</source>
            <translation>“{sign} {name}”{은/는} 여기에 올 수 없습니다. “# ”는 파일의 시작, “## ”는 단계, “### ”는 단계의 부분입니다.</translation>
        </message>
        <message>
            <source>error:lesson_hints_differ</source>
            <translation>단계 “{step}”의 힌트가 {found}개인데, 영어에는 {wanted}개 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_html</source>
            <translation>“{tag}”{은/는} HTML입니다. 레슨에는 HTML을 쓰지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_json</source>
            <translation>JSON이 아닙니다.</translation>
        </message>
        <message>
            <source>error:lesson_keep_nothing</source>
            <translation>“keep” 조건을 만족하는 수가 없습니다. 조건을 줄이거나 더 많은 수에서 뽑으세요.</translation>
        </message>
        <message>
            <source>error:lesson_key</source>
            <translation>“{name}”{이/}라는 항목은 없습니다. 레슨에서 열 수 있는 항목: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_latex_begin</source>
            <translation>“\begin” 없이 “\end”만 있습니다: {name}.</translation>
        </message>
        <message>
            <source>error:lesson_latex_braces</source>
            <translation>“{latex}”의 중괄호가 짝이 맞지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_latex_end</source>
            <translation>“\begin”에 맞는 “\end”가 없습니다: {name}.</translation>
        </message>
        <message>
            <source>error:lesson_latex_environment</source>
            <translation>“{name}”{은/는} 그릴 수 있는 환경이 아닙니다. 쓸 수 있는 것: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_latex_long</source>
            <translation>수식은 최대 {most}자인데, {found}자입니다.</translation>
        </message>
        <message>
            <source>error:lesson_latex_near</source>
            <translation>“\{name}”{은/는} 그릴 수 있는 명령이 아닙니다. “\{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_latex_sides</source>
            <translation>“{latex}”에서 \left와 \right의 짝이 맞지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_latex_unknown</source>
            <translation>“\{name}”{은/는} 그릴 수 있는 명령이 아닙니다.</translation>
        </message>
        <message>
            <source>error:lesson_let_drawn</source>
            <translation>“{name}”{은/는} 뽑는 수의 이름입니다. 다른 이름을 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_let_shape</source>
            <translation>벡터나 행렬의 성분은 크기가 모두 같아야 합니다.</translation>
        </message>
        <message>
            <source>error:lesson_link</source>
            <translation>“{name}”{은/는} 갈 곳이 없는 링크입니다. 링크는 lesson:first-graph처럼 레슨으로, gate:multiply처럼 게이트로 갑니다.</translation>
        </message>
        <message>
            <source>error:lesson_name_near</source>
            <translation>“{name}”{은/는} 뽑는 수도, 알려진 값도 아닙니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_name_shadowed</source>
            <translation>“{name}”{은/는} 여기서 뽑는 수이며, 이 공간에서 알려진 값 “{name}”{이/가} 아닙니다. 뽑는 수의 이름을 바꾸세요.</translation>
        </message>
        <message>
            <source>error:lesson_name_unknown</source>
            <translation>“{name}”{은/는} 뽑는 수도, 알려진 값도 아닙니다.</translation>
        </message>
        <message>
            <source>error:lesson_named_twice</source>
            <translation>“{name}”{이/가} 두 번 있습니다. 이름은 서로 달라야 합니다.</translation>
        </message>
        <message>
            <source>error:lesson_near_within</source>
            <translation>“near”에는 얼마나 가까워야 하는지 “within”이 함께 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_answer</source>
            <translation>{numbers}일 때 답을 계산할 수 없습니다: {cause}</translation>
        </message>
        <message>
            <source>error:lesson_no_archive</source>
            <translation>“{name}”{은/는} 레슨이 아닙니다. 압축 파일로 열 수 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_body</source>
            <translation>단계 “{step}”의 제목 아래에 글이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_choice</source>
            <translation>“{name}”{을/를} 뽑을 수가 남아 있지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_command</source>
            <translation>이 공간에는 “{name}” 명령이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_draw</source>
            <translation>이 레슨의 실수가 모두 드러나는 수를 찾지 못했습니다. 더 많은 수에서 뽑거나 “keep”의 조건을 줄이세요.</translation>
        </message>
        <message>
            <source>error:lesson_no_file</source>
            <translation>여기에는 “{name}” 파일이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_file_near</source>
            <translation>레슨 폴더에 “{name}” 파일이 없습니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_no_picture</source>
            <translation>“{name}”{은/는} 레슨 폴더의 그림(.svg, .png)이 아닙니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_section</source>
            <translation>단계 “{name}”의 글이 없습니다. “## {name}: 제목”이 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_solution</source>
            <translation>단계 “{step}”{은/는} 무언가를 기다리는데, 어떻게 하는지 알려 주는 풀이가 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_step</source>
            <translation>레슨에는 단계 “[[step]]”이 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_such_slip</source>
            <translation>“{step}”의 우회가 기다리는 “{name}”{은/는} 그 단계의 실수가 아닙니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_no_such_step</source>
            <translation>“{name}” 단계가 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_such_step_near</source>
            <translation>“{name}” 단계가 없습니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_no_summary</source>
            <translation>제목 아래에 무엇에 관한 것인지 말하는 문단이 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_title</source>
            <translation>파일은 “# ”와 제목으로 시작해야 합니다.</translation>
        </message>
        <message>
            <source>error:lesson_no_toml</source>
            <translation>“{found}”{은/는} 레슨 파일에 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_none_of</source>
            <translation>“{name}”{은/는} {title}에 없습니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_none_of_near</source>
            <translation>“{name}”{은/는} {title}에 없습니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_not_drawn</source>
            <translation>“{name}”{은/는} “first”에 값이 있는데, 다음부터 어떻게 뽑는지 말하는 줄이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_number_name</source>
            <translation>수의 이름으로 “{name}”{을/를} 쓸 수 없습니다. 문자, 숫자, “_”만 쓰고 함수 이름은 피하세요.</translation>
        </message>
        <message>
            <source>error:lesson_one_number</source>
            <translation>“{name}”{은/는} 수 하나여야 하는데, “{value}”입니다.</translation>
        </message>
        <message>
            <source>error:lesson_open_input</source>
            <translation>“{name}”{은/는} 이 수식의 입력이 아닙니다.</translation>
        </message>
        <message>
            <source>error:lesson_open_whole</source>
            <translation>“{name}” 자리에는 정수가 와야 하는데, 수식의 값이 {found}입니다.</translation>
        </message>
        <message>
            <source>error:lesson_pack_files</source>
            <translation>폴더에 파일이 {found}개 있습니다. 레슨에는 최대 {most}개입니다.</translation>
        </message>
        <message>
            <source>error:lesson_pack_large</source>
            <translation>“{name}”까지 더하면 레슨에 허용된 크기 {most}{을/를} 넘습니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_lacks</source>
            <translation>단계 “{step}”에 “{part}”{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_long</source>
            <translation>한 부분은 최대 {most}자입니다. 나머지는 읽지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_named</source>
            <translation>“### {kind}”{은/는} 혼자 씁니다. 뒤의 “{name}”{은/는} 필요 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_nameless</source>
            <translation>“### {kind}” 뒤에는 lesson.toml에서의 이름이 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_twice</source>
            <translation>이 단계에 “{name}”{이/가} 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_part_unknown</source>
            <translation>단계 “{step}”에는 “{part}”{을/를} 쓸 곳이 없습니다. 쓸 수 있는 것: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_part_unused</source>
            <translation>단계 “{step}”{은/는} 묻는 것이 없어서 “{part}”{이/가} 보이지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_path</source>
            <translation>“{name}”{은/는} 레슨 폴더 안의 파일 이름이 아닙니다. 레슨은 폴더 밖의 것을 읽지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_path_link</source>
            <translation>“{name}”{은/는} 레슨 폴더 밖으로 나가는 링크입니다. 레슨은 폴더 밖의 것을 읽지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_picture_words</source>
            <translation>그림 “{name}”에는 볼 수 없는 사람을 위한 설명이 필요합니다: ![설명](파일).</translation>
        </message>
        <message>
            <source>error:lesson_published</source>
            <translation>강의에는 {published}{으로/로} 되어 있는데, 수식의 값은 {found}입니다.</translation>
        </message>
        <message>
            <source>error:lesson_right_wrong</source>
            <translation>“{step}”의 정답이 틀린 것으로 채점됩니다. 실수 하나가 정답과 같습니다.</translation>
        </message>
        <message>
            <source>error:lesson_section_heading</source>
            <translation>“## {name}”{은/는} “## id: 제목”이어야 합니다. id는 lesson.toml에 있는 것입니다.</translation>
        </message>
        <message>
            <source>error:lesson_section_twice</source>
            <translation>“## {name}”{이/가} 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_skill_bare</source>
            <translation>기술 “{name}”{이/가} 무엇인지 말하는 한 문장이 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_skill_more</source>
            <translation>영어 파일에 없는 기술 “{name}”입니다.</translation>
        </message>
        <message>
            <source>error:lesson_skill_unlisted</source>
            <translation>“{name}”{은/는} 레슨의 “skills”에 없습니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_skill_untrained</source>
            <translation>“{name}”{을/를} 익히는 단계가 없습니다. 단계에 “skill”로 씁니다.</translation>
        </message>
        <message>
            <source>error:lesson_skills_lack</source>
            <translation>영어 파일에 있는 기술이 여기에 없습니다: {names}.</translation>
        </message>
        <message>
            <source>error:lesson_slip_by</source>
            <translation>실수 “{name}”의 “by”에는 순서를 정하는 항목마다 값이 있어야 합니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_slip_empty</source>
            <translation>실수 “{name}”{을/를} 어떻게 알아봅니까? “gives”, “picks”, “by”, “when” 가운데 하나가 필요합니다.</translation>
        </message>
        <message>
            <source>error:lesson_slip_hidden</source>
            <translation>실수 “{slip}”{은/는} 드러나지 않습니다. 앞의 “{other}”{이/가} 같은 답을 냅니다.</translation>
        </message>
        <message>
            <source>error:lesson_slip_no_ask</source>
            <translation>단계 “{name}”{은/는} 묻는 것이 없어서 실수가 보이지 않습니다.</translation>
        </message>
        <message>
            <source>error:lesson_slip_no_items</source>
            <translation>실수 “{name}”에 “picks”가 있지만 “{kind}” 질문에는 보기가 없습니다. “gives”나 “when”을 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_slip_order</source>
            <translation>순서를 묻는 질문의 실수 “{name}”에는 모든 보기를 답한 순서대로 적습니다: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_slip_passes</source>
            <translation>{numbers}일 때 실수 “{slip}”의 답이 정답 {right}{과/와} 같습니다. 다른 수를 뽑거나 keep에 조건을 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_slip_twice</source>
            <translation>이 단계에 실수 “{name}”{이/가} 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_stale</source>
            <translation>예전 영어 글의 번역입니다. 다시 읽고 나서 “&lt;!-- of en: {stamp} --&gt;” 줄을 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_stars</source>
            <translation>“**”가 남아 있습니다. 닫는 표시도 여는 표시도 괄호나 따옴표, 다른 기호와 글자 사이에 올 수 없습니다. 음수 부호와 버튼 이름 끝의 “…”도 그런 기호입니다. **낱말(뜻)** 대신 **낱말**(뜻)로 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_step_missing</source>
            <translation>“{name}” 단계가 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_step_twice</source>
            <translation>“{name}” 단계가 두 번 있습니다.</translation>
        </message>
        <message>
            <source>error:lesson_stray_file</source>
            <translation>이 파일을 쓰는 단계나 그림이 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_table</source>
            <translation>“{name}”{은/는} x = 2처럼 이름별 값이어야 하는데, “{value}”입니다.</translation>
        </message>
        <message>
            <source>error:lesson_text</source>
            <translation>“{name}”{은/는} 텍스트여야 하는데, “{value}”입니다.</translation>
        </message>
        <message>
            <source>error:lesson_title_length</source>
            <translation>제목은 1~{most}자인데, {found}자입니다.</translation>
        </message>
        <message>
            <source>error:lesson_toml</source>
            <translation>TOML이 아닙니다: {cause}.</translation>
        </message>
        <message>
            <source>error:lesson_toml_deep</source>
            <translation>괄호가 너무 깊게 겹쳐 읽을 수 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_ui_near</source>
            <translation>화면 어디에도 “{name}” 문구가 없습니다. 혹시 “{near}”입니까?</translation>
        </message>
        <message>
            <source>error:lesson_ui_unknown</source>
            <translation>화면 어디에도 “{name}” 문구가 없습니다.</translation>
        </message>
        <message>
            <source>error:lesson_ui_ways</source>
            <translation>화면에서 “{name}”{은/는} 여러 가지로 번역됩니다. 다음 가운데 하나로 쓰세요: {ways}.</translation>
        </message>
        <message>
            <source>error:lesson_unknown</source>
            <translation>“{name}”{은/는} {title}에 쓰는 항목이 아닙니다. 쓸 수 있는 것: {choices}.</translation>
        </message>
        <message>
            <source>error:lesson_unknown_near</source>
            <translation>“{name}”{은/는} {title}에 쓰는 항목이 아닙니다. “{near}”{을/를} 쓰려던 것인가요?</translation>
        </message>
        <message>
            <source>error:lesson_until</source>
            <translation>“until”은 사실, 비교, 값을 받습니다. 예: ["until", "epoch", "at_least", "200"].</translation>
        </message>
        <message>
            <source>error:lesson_until_sign</source>
            <translation>“until”에서는 비교를 낱말로 씁니다. “{found}” 대신 “{wanted}”{을/를} 쓰세요.</translation>
        </message>
        <message>
            <source>error:lesson_value</source>
            <translation>“{name}”{은/는} 유한한 수이거나 길이가 같은 행들이어야 하는데, “{value}”입니다.</translation>
        </message>
        <message>
            <source>error:lesson_whole</source>
            <translation>“{name}”{은/는} 정수여야 하는데, “{value}”입니다.</translation>
        </message>
        <message>
            <source>error:lessons_damaged</source>
            <translation>파일을 읽을 수 없습니다: {cause}</translation>
        </message>
        <message>
            <source>error:lessons_foreign</source>
            <translation>다른 종류의 파일입니다.</translation>
        </message>
        <message>
            <source>error:lessons_key</source>
            <translation>“{name}”{은/는} 레슨 이름이 될 수 없습니다. 글자, 숫자, 빈칸, 가운데의 - _ . 기호만 쓸 수 있습니다.</translation>
        </message>
        <message>
            <source>error:lessons_newer</source>
            <translation>더 새로운 Wiregrad에서 만든 파일입니다(형식 {version}, 이 프로그램은 {known}까지 읽습니다). 열려면 Wiregrad를 업데이트하세요.</translation>
        </message>
        <message>
            <source>error:lessons_not_json</source>
            <translation>레슨 파일이 아닙니다. 파일이 JSON 텍스트가 아닙니다.</translation>
        </message>
        <message>
            <source>error:log_of_non_positive</source>
            <translation>{value:g}의 로그는 없습니다. 입력이 0보다 커야 합니다.</translation>
        </message>
        <message>
            <source>error:log_one_plus</source>
            <translation>x = {value:g}에서 1 + x의 로그는 없습니다. x가 −1보다 커야 합니다.</translation>
        </message>
        <message>
            <source>error:loss_grew</source>
            <translation>손실이 처음의 {growth}배가 되었습니다. 학습률 {rate}{이/가} 너무 큽니다. 더 작은 학습률을 써 보세요.</translation>
        </message>
        <message>
            <source>error:loss_needs_classes</source>
            <translation>{title}{은/는} 클래스와 비교하는데 이 목표값은 수입니다. 평균제곱오차를 쓰고 신경망을 항등 함수로 끝내세요.</translation>
        </message>
        <message>
            <source>error:loss_needs_columns</source>
            <translation>{title}에는 클래스마다 점수가 필요한데 이 데이터의 목표값은 하나입니다. 이진 교차 엔트로피를 쓰세요.</translation>
        </message>
        <message>
            <source>error:loss_needs_probability</source>
            <translation>이진 교차 엔트로피에는 0과 1 사이의 예측이 필요합니다. 신경망을 시그모이드로 끝내거나 평균제곱오차를 쓰세요.</translation>
        </message>
        <message>
            <source>error:many_differ</source>
            <translation>기울기 잡음과 손실을 지켜보는 스케줄은 신경망마다 다르므로, 이 신경망들은 하나씩 학습시켜야 합니다.</translation>
        </message>
        <message>
            <source>error:many_seeds</source>
            <translation>여러 신경망을 학습시키려면 하나 이상의 시드(모두 0 이상)와 에포크 수가 필요합니다.</translation>
        </message>
        <message>
            <source>error:maxout_pieces</source>
            <translation>조각이 {pieces}개인 Maxout은 길이가 {pieces}의 배수인 벡터나 행을 받는데 {shape}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:member_expected</source>
            <translation>“.” 뒤에는 x.sum()이나 W.T처럼 값에서 구할 것을 써야 합니다.</translation>
        </message>
        <message>
            <source>error:misplaced_comma</source>
            <translation>쉼표는 max(a, b)처럼 함수의 입력 사이에, [1, 2]처럼 벡터의 수 사이에 씁니다. 소수는 0.5처럼 점으로 씁니다.</translation>
        </message>
        <message>
            <source>error:misplaced_equals</source>
            <translation>“=”는 f = x + y처럼 맨 앞의 이름 뒤에만 씁니다. 다음 이름 앞에는 “;”이나 줄바꿈을 넣으세요.</translation>
        </message>
        <message>
            <source>error:missing_group</source>
            <translation>이 그래프에는 그룹 {group}{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:missing_node</source>
            <translation>노드 {node}{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:missing_port</source>
            <translation>{title}의 입력 포트는 {arity}개입니다. {port}번 포트는 없습니다.</translation>
        </message>
        <message>
            <source>error:misspelt_function</source>
            <translation>“{name}”{은/는} 여기서 아는 함수가 아닙니다. “{suggestion}”{을/를} 뜻하셨나요?</translation>
        </message>
        <message>
            <source>error:mute_dot</source>
            <translation>경유점은 통과시키기를 쓸 수 없습니다. 본래 아무것도 바꾸지 않습니다.</translation>
        </message>
        <message>
            <source>error:mute_shape</source>
            <translation>{title}{은/는} 통과시킬 수 없습니다. 결과의 모양은 {shape}인데, 모양이 같은 입력이 없습니다.</translation>
        </message>
        <message>
            <source>error:mute_source</source>
            <translation>{title}{은/는} 통과시킬 수 없습니다. 내보낼 입력이 없습니다. 게이트만 통과시킬 수 있습니다.</translation>
        </message>
        <message>
            <source>error:mute_unfinished</source>
            <translation>{title}{은/는} 아직 통과시킬 수 없습니다. 무엇을 계산하는지 알 수 없습니다. 모든 입력을 연결하세요.</translation>
        </message>
        <message>
            <source>error:muted_nowhere</source>
            <translation>노드 {id}번이 없는 입력을 그대로 넘기도록 되어 있습니다.</translation>
        </message>
        <message>
            <source>error:name_is_operation</source>
            <translation>“{name}”{은/는} 연산의 이름입니다. {name}1 같은 다른 이름을 고르세요.</translation>
        </message>
        <message>
            <source>error:name_missing</source>
            <translation>입력에는 x나 w1 같은 이름이 필요합니다.</translation>
        </message>
        <message>
            <source>error:name_not_identifier</source>
            <translation>“{name}”{은/는} 이름이 될 수 없습니다. 영문자, 숫자, _를 쓰고 영문자로 시작하세요.</translation>
        </message>
        <message>
            <source>error:name_taken</source>
            <translation>다른 노드의 이름이 이미 “{name}”입니다. 다른 이름을 고르세요.</translation>
        </message>
        <message>
            <source>error:name_too_long</source>
            <translation>이름은 최대 {most}자인데 이 이름은 {found}자입니다.</translation>
        </message>
        <message>
            <source>error:natural_log</source>
            <translation>여기서 log는 자연로그 ln입니다. 상용로그는 log10입니다</translation>
        </message>
        <message>
            <source>error:needs_hidden_layer</source>
            <translation>샘플 {count}개 중 {right}개에서 막혔습니다. 은닉층이 없으면 경계가 직선 하나인데, 이 클래스들은 직선으로 나뉘지 않습니다.</translation>
        </message>
        <message>
            <source>error:needs_row</source>
            <translation>수 하나만으로는 비교할 다른 수가 없습니다. 점수의 벡터나, 샘플마다 한 행인 행렬을 주세요.</translation>
        </message>
        <message>
            <source>error:negative_seed</source>
            <translation>시드는 0 이상이어야 하는데 {seed}{은/는} 그보다 작습니다.</translation>
        </message>
        <message>
            <source>error:no_angle</source>
            <translation>사인이나 코사인이 {value:g}인 각은 없습니다. 아크사인과 아크코사인의 입력은 −1부터 1까지입니다.</translation>
        </message>
        <message>
            <source>error:no_ceiling</source>
            <translation>“{sign}”{은/는} 읽지 않습니다. x보다 작지 않은 가장 작은 정수는 -floor(-x)로 씁니다.</translation>
        </message>
        <message>
            <source>error:no_free_inputs</source>
            <translation>곡면에는 수 하나씩인 입력이나 매개변수가 두 개 필요한데, 이 그래프의 결과는 그런 것에 의존하지 않습니다.</translation>
        </message>
        <message>
            <source>error:no_fresh_numbers</source>
            <translation>이 그래프에 넣을 다른 수를 찾지 못했습니다. 입력이 있고 계산할 수 있는 그래프여야 합니다.</translation>
        </message>
        <message>
            <source>error:no_gate</source>
            <translation>“{name}”{은/는} 게이트 하나를 담고 있지 않습니다. 전체가 한 그룹이 아닙니다.</translation>
        </message>
        <message>
            <source>error:no_inverse</source>
            <translation>여기서 {name}⁻¹은 원소마다 구한 1/{name}이며 역행렬이 아닙니다</translation>
        </message>
        <message>
            <source>error:no_line_wrong</source>
            <translation>이 수로는 틀린 줄이 없습니다.</translation>
        </message>
        <message>
            <source>error:no_node_named</source>
            <translation>이 그래프에는 “{name}”{이/}라는 노드가 없습니다. 있는 노드: {names}.</translation>
        </message>
        <message>
            <source>error:no_place</source>
            <translation>“{text}”{으로/로}는 원소를 고를 수 없습니다. 값 뒤의 대괄호에는 x[0], W[1, 0], v[1:3]처럼 정수를 씁니다.</translation>
        </message>
        <message>
            <source>error:no_rates</source>
            <translation>비교하려면 시도할 학습률이 하나 이상 필요합니다.</translation>
        </message>
        <message>
            <source>error:no_result</source>
            <translation>결과가 없는 그래프에는 그릴 높이가 없습니다.</translation>
        </message>
        <message>
            <source>error:no_steps</source>
            <translation>경주에는 {steps}단계가 아니라 1단계 이상이 필요합니다.</translation>
        </message>
        <message>
            <source>error:no_such_element</source>
            <translation>{node}에는 원소 {index}{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>error:no_such_entry</source>
            <translation>이 야코비 행렬은 {rows}×{columns}입니다. {row}행 {column}열에는 성분이 없습니다. 행과 열은 0부터 셉니다.</translation>
        </message>
        <message>
            <source>error:no_such_h</source>
            <translation>h는 {smallest}에서 {largest} 사이여야 합니다. 지금은 {step}입니다.</translation>
        </message>
        <message>
            <source>error:no_such_input</source>
            <translation>“{name}”의 입력은 {count}개이며, {number}번 입력은 없습니다.</translation>
        </message>
        <message>
            <source>error:no_such_layer</source>
            <translation>층 {layer}{은/는} 없습니다. 이 신경망의 층은 0부터 {last}까지입니다.</translation>
        </message>
        <message>
            <source>error:no_such_port</source>
            <translation>노드 {node}에 그런 입력은 없습니다.</translation>
        </message>
        <message>
            <source>error:no_such_step</source>
            <translation>{step}단계는 없습니다. 이 학습의 단계는 0부터 {last}까지입니다.</translation>
        </message>
        <message>
            <source>error:no_version</source>
            <translation>버전이 없습니다.</translation>
        </message>
        <message>
            <source>error:node_name_unfit</source>
            <translation>두 번 쓰였거나 이름이 될 수 없는 이름이 있습니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:node_nameless</source>
            <translation>노드 {id}번에 이름이 없습니다.</translation>
        </message>
        <message>
            <source>error:node_too_far</source>
            <translation>노드 {id}번이 가운데에서 {farthest}보다 멀리 있습니다.</translation>
        </message>
        <message>
            <source>error:node_twice</source>
            <translation>노드 {id}번이 두 개 있습니다.</translation>
        </message>
        <message>
            <source>error:not_a_loss</source>
            <translation>{title}{은/는} 손실 함수가 아닙니다. 평균제곱오차나 이진 교차 엔트로피를 고르세요.</translation>
        </message>
        <message>
            <source>error:not_a_variable</source>
            <translation>곡면은 입력이나 매개변수 두 개를 움직이는데, 노드 {node}{은/는} 어느 쪽도 아닙니다.</translation>
        </message>
        <message>
            <source>error:not_an_activation</source>
            <translation>{title}{은/는} 층 뒤에 올 수 없습니다. tanh나 ReLU 같은 활성화 함수를 고르세요.</translation>
        </message>
        <message>
            <source>error:not_asked</source>
            <translation>“{name}”에 대한 질문은 없습니다.</translation>
        </message>
        <message>
            <source>error:not_elementwise</source>
            <translation>곡면은 원소별 연산으로 만듭니다. “{operation}”{은/는} 원소별 연산이 아닙니다.</translation>
        </message>
        <message>
            <source>error:not_insertable</source>
            <translation>이 노드는 연결선에 끼워 넣을 수 없습니다.</translation>
        </message>
        <message>
            <source>error:not_scalar</source>
            <translation>{node}{은/는} 수 하나가 아니므로 경로를 따라가는 국소 기울기가 행렬입니다. 그 곱은 여기에 인수로 묶어 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>error:nothing_to_ask</source>
            <translation>물을 것이 없습니다. 그래프에 구할 수가 있는 게이트가 없습니다.</translation>
        </message>
        <message>
            <source>error:nothing_to_draw</source>
            <translation>보이는 범위 어디에도 유한한 값이 없습니다. 다른 범위나 다른 수식을 고르세요.</translation>
        </message>
        <message>
            <source>error:nothing_to_export</source>
            <translation>내보낼 것이 없습니다. 그래프가 비어 있습니다.</translation>
        </message>
        <message>
            <source>error:nothing_to_nudge</source>
            <translation>“{name}”{은/는} 입력이 아니어서 조금 움직여 볼 수 없습니다.</translation>
        </message>
        <message>
            <source>error:nothing_to_push</source>
            <translation>“{name}”{은/는} 입력이 아니므로 여기서 시작해 변화율을 전파할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:nudge_of_gate</source>
            <translation>입력과 매개변수만 조금씩 움직일 수 있습니다. 게이트의 값은 계산됩니다.</translation>
        </message>
        <message>
            <source>error:number_too_large</source>
            <translation>“{text}”{은/는} 컴퓨터의 수보다 큽니다.</translation>
        </message>
        <message>
            <source>error:one_number</source>
            <translation>수 하나의 함수에는 수의 배열에 쓰는 “{name}”{이/가} 들어갈 수 없습니다.</translation>
        </message>
        <message>
            <source>error:only_linear</source>
            <translation>{count}개 중 {right}개에서 멈췄습니다. 은닉층의 함수가 선형이면 층이 여럿이어도 선형층 하나와 같고, 경계는 직선 하나입니다. tanh처럼 비선형인 함수를 고르세요.</translation>
        </message>
        <message>
            <source>error:only_one_line</source>
            <translation>샘플 {count}개 중 {right}개에서 멈췄습니다. 은닉층이 없으면 경계가 직선 하나입니다. 은닉층을 두면 경계를 굽힐 수 있습니다.</translation>
        </message>
        <message>
            <source>error:only_x</source>
            <translation>x의 함수여야 하는데 “{name}”{은/는} 다른 것입니다.</translation>
        </message>
        <message>
            <source>error:opened_steps</source>
            <translation>미리 학습할 수 있는 단계는 최대 {most}단계인데, {steps}단계는 그보다 많습니다.</translation>
        </message>
        <message>
            <source>error:operand_expected</source>
            <translation>여기에는 수나 이름 또는 여는 괄호 “(”가 필요합니다.</translation>
        </message>
        <message>
            <source>error:operator_expected</source>
            <translation>“{before}”{과/와} “{after}” 사이에 +나 * 같은 연산자가 필요합니다.</translation>
        </message>
        <message>
            <source>error:other_axis</source>
            <translation>“{name}”{은/는} 여기서 쓰는 설정이 아닙니다. 합과 평균은 모든 원소를, softmax는 행렬의 행마다 계산합니다.</translation>
        </message>
        <message>
            <source>error:other_bracket</source>
            <translation>“{opening}”{은/는} “{wanted_sign}”{으로/로} 닫아야 하는데, 여기에 “{found}”{이/가} 있습니다.</translation>
        </message>
        <message>
            <source>error:other_logarithm</source>
            <translation>“{name}”{은/는} 이렇게 읽지 않습니다. log(x)는 자연로그이고, 다른 로그는 log10(x)와 log2(x)로 씁니다.</translation>
        </message>
        <message>
            <source>error:outer_needs_vectors</source>
            <translation>외적은 벡터 두 개를 받는데 {a}{과/와} {b}{은/는} 아닙니다. 모양을 바꾸면 행렬이 벡터가 됩니다.</translation>
        </message>
        <message>
            <source>error:overflow</source>
            <translation>{title}의 결과가 컴퓨터의 수(약 1e308)보다 큽니다.</translation>
        </message>
        <message>
            <source>error:own_work_unkept</source>
            <translation>직접 만들던 작업을 디스크에 따로 보관하지 못했습니다. 그 작업을 잃지 않도록 레슨이 여기에 아무것도 열지 않았습니다. {cause}</translation>
        </message>
        <message>
            <source>error:parenthesis_extra</source>
            <translation>“)” 앞에 “(”가 없습니다.</translation>
        </message>
        <message>
            <source>error:parenthesis_open</source>
            <translation>“(”가 닫히지 않았습니다. “)”가 필요합니다.</translation>
        </message>
        <message>
            <source>error:path_too_short</source>
            <translation>경로를 지나는 평면에는 서로 다른 점이 세 개 이상 필요합니다. 몇 단계 학습시키세요.</translation>
        </message>
        <message>
            <source>error:perceptron_rate</source>
            <translation>학습률은 0보다 커야 하는데 {rate}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:perceptron_shapes</source>
            <translation>퍼셉트론에는 샘플의 행렬, 행마다 목표값 하나, 그리고 입력마다 하나와 편향에 하나씩의 초기 가중치가 필요합니다.</translation>
        </message>
        <message>
            <source>error:perceptron_targets</source>
            <translation>퍼셉트론의 목표값은 1과 −1입니다.</translation>
        </message>
        <message>
            <source>error:picked_from_number</source>
            <translation>수 하나에는 고를 원소가 없습니다. 이 입력에는 벡터나 행렬을 이으세요.</translation>
        </message>
        <message>
            <source>error:point_not_finite</source>
            <translation>{number}번째 점에 유한한 수가 아닌 좌표가 있습니다.</translation>
        </message>
        <message>
            <source>error:points_without_classes</source>
            <translation>그린 데이터에는 점이 하나 이상, 점마다 수의 행 하나, 행마다 클래스 하나가 필요합니다.</translation>
        </message>
        <message>
            <source>error:port_unfit</source>
            <translation>노드 {node}번의 {port}번 포트가 두 번 연결되었거나 없습니다.</translation>
        </message>
        <message>
            <source>error:power_or_product</source>
            <translation>“{name}”{이/가} 지수에 드는지 분명하지 않습니다. {one} 또는 {other}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:power_slope_undefined</source>
            <translation>밑이 음수이면 지수가 정수일 때만 거듭제곱이 있으므로 지수 방향의 도함수가 없습니다. 지수가 상수이면 필요하지 않습니다.</translation>
        </message>
        <message>
            <source>error:power_undefined</source>
            <translation>이 거듭제곱은 실수가 아닙니다. 음수인 밑에는 정수 지수가, 0인 밑에는 양수 지수가 필요합니다.</translation>
        </message>
        <message>
            <source>error:probability_outside</source>
            <translation>{value:g}{은/는} 확률이 아닙니다. 이 손실은 0에서 1까지의 예측을 받습니다. 앞에 시그모이드를 두거나 로짓을 받는 손실을 쓰세요.</translation>
        </message>
        <message>
            <source>error:product_of_scalar</source>
            <translation>행렬곱의 두 입력은 벡터나 행렬이어야 합니다. 수에는 ×를 쓰세요.</translation>
        </message>
        <message>
            <source>error:product_of_two</source>
            <translation>“{before}”{과/와} “{after}” 사이에 연산자가 없습니다. 곱은 {product}{으로/로} 씁니다.</translation>
        </message>
        <message>
            <source>error:product_or_name</source>
            <translation>“{name}”{은/는} 곱 {product}입니까, 하나의 이름입니까? 곱이면 {plain}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:program_line</source>
            <translation>“{word}”{은/는} 프로그램에 쓰는 말입니다. 여기서는 y = w*x + b 같은 수식 줄만 읽습니다.</translation>
        </message>
        <message>
            <source>error:quotient_or_product</source>
            <translation>“{name}”{이/가} 분모에 드는지 분명하지 않습니다. {one} 또는 {other}{으로/로} 쓰세요.</translation>
        </message>
        <message>
            <source>error:race_empty</source>
            <translation>설정이 하나도 없습니다.</translation>
        </message>
        <message>
            <source>error:race_method</source>
            <translation>없는 옵티마이저입니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:race_source</source>
            <translation>없는 종류의 곡면입니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:race_steps</source>
            <translation>{place}의 값은 1부터 {most}까지의 단계 수가 아닙니다.</translation>
        </message>
        <message>
            <source>error:race_surface</source>
            <translation>없는 곡면입니다: “{name}”.</translation>
        </message>
        <message>
            <source>error:race_variables</source>
            <translation>그래프에 두 입력이 없습니다.</translation>
        </message>
        <message>
            <source>error:race_view</source>
            <translation>보이는 범위가 비어 있거나 {farthest}보다 멀리까지 갑니다.</translation>
        </message>
        <message>
            <source>error:race_view_narrow</source>
            <translation>보이는 범위가 그리기에는 너무 좁거나 너무 멀리 있습니다.</translation>
        </message>
        <message>
            <source>error:read_as_input</source>
            <translation>입력 {name}</translation>
        </message>
        <message>
            <source>error:read_as_matrix_product</source>
            <translation>{product}, 행렬곱</translation>
        </message>
        <message>
            <source>error:read_as_name</source>
            <translation>“{name}”{은/는} 하나의 이름</translation>
        </message>
        <message>
            <source>error:read_as_number</source>
            <translation>{number}</translation>
        </message>
        <message>
            <source>error:read_as_product</source>
            <translation>{product}, 곱</translation>
        </message>
        <message>
            <source>error:read_as_renamed</source>
            <translation>이름을 {name}{으로/로} 하기</translation>
        </message>
        <message>
            <source>error:read_as_written</source>
            <translation>{formula}</translation>
        </message>
        <message>
            <source>error:reshape_count</source>
            <translation>{shape}의 원소 {count}개는 {asked}에 꼭 맞게 채워지지 않습니다.</translation>
        </message>
        <message>
            <source>error:reshape_two_free</source>
            <translation>행과 열이 모두 −1일 수는 없습니다. 둘 중 하나만 다른 하나에서 정해집니다.</translation>
        </message>
        <message>
            <source>error:result_too_large</source>
            <translation>{title}의 결과는 {shape} 모양이 됩니다. 한 값의 원소는 {largest}개까지입니다.</translation>
        </message>
        <message>
            <source>error:root_of_negative</source>
            <translation>{value:g}의 제곱근은 실수가 아닙니다.</translation>
        </message>
        <message>
            <source>error:run_does_not_continue</source>
            <translation>다른 신경망, 다른 데이터, 다른 시드는 새로 시작합니다. 지금까지 학습한 것에서 이어 갈 수 없습니다.</translation>
        </message>
        <message>
            <source>error:samples_classes</source>
            <translation>{place}{은/는} 클래스를 나타내지 않습니다. 0이나 1이거나, 최대 {most}개의 수 가운데 1이 하나만 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_empty</source>
            <translation>{place}에 행이 없습니다. 한 행은 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_formula</source>
            <translation>{place}에는 2부터 {most}까지의 개수, 0부터 {noise}까지의 잡음, 0 이상의 시드가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_looks</source>
            <translation>{place}에는 0부터 {most}까지의 서로 다른 정수 {count}개가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_row_empty</source>
            <translation>{place}에 수가 없습니다. 하나는 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_rows</source>
            <translation>{place}의 입력은 {inputs}행이고 목푯값은 {targets}행입니다. 행의 수가 같아야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_scales</source>
            <translation>{place}에는 입력 {count}개마다 평균과 0보다 큰 표준편차가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_source</source>
            <translation>{place}에는 base64로 적은 파일의 바이트(최대 {most}바이트)나 학습 파일에 든 파일의 번호가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:samples_view</source>
            <translation>{place}{은/는} 빈 사각형입니다. 왼쪽은 오른쪽보다, 아래는 위보다 작아야 합니다.</translation>
        </message>
        <message>
            <source>error:saturated_by_steps</source>
            <translation>{layer}번째 은닉층의 유닛 {units}개 중 {saturated}개가 포화되었습니다. 모든 샘플에서 도함수 값이 0.01보다 작아, 가중치에 닿는 기울기가 거의 없습니다. 처음에는 그렇지 않았으나 이동량이 커서 가중치가 너무 커졌습니다. 더 작은 학습률로 다시 시작하세요.</translation>
        </message>
        <message>
            <source>error:saturated_from_start</source>
            <translation>{layer}번째 은닉층의 유닛 {units}개 중 {saturated}개가 포화되었습니다. 모든 샘플에서 도함수 값이 0.01보다 작아, 가중치에 닿는 기울기가 거의 없습니다. 초기 가중치가 이 입력에 너무 큽니다. 더 작은 Xavier로 초기화하거나, 입력을 평균 0, 표준편차 1로 맞추세요.</translation>
        </message>
        <message>
            <source>error:saturated_units</source>
            <translation>{layer}번째 은닉층의 유닛 {units}개 중 {saturated}개가 포화되었습니다. 모든 샘플에서 도함수 값이 0.01보다 작아, 가중치에 닿는 기울기가 거의 없습니다. 그 가중치와 편향을 줄이세요.</translation>
        </message>
        <message>
            <source>error:scores_and_targets_differ</source>
            <translation>모양 {scores}의 점수와 모양 {target}의 목표값이 맞지 않습니다. 샘플마다 벡터 하나 또는 행 하나이며, 클래스마다 점수 하나와 목표값 하나(맞는 클래스는 1, 나머지는 0)가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:separator_inside</source>
            <translation>“;”은 수식과 수식을 나누며 괄호 안에는 쓰지 않습니다. 함수의 입력 사이에는 쉼표를 씁니다.</translation>
        </message>
        <message>
            <source>error:setting_not_whole</source>
            <translation>{title}{은/는} 정수여야 하는데 {value:g}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:setting_number_expected</source>
            <translation>설정 “{name}”에는 {name}=0.1처럼 수가 필요합니다.</translation>
        </message>
        <message>
            <source>error:setting_out_of_range</source>
            <translation>{title}{은/는} {minimum:g}{과/와} {maximum:g} 사이여야 하는데 {value:g}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:setting_twice</source>
            <translation>설정 “{name}”{이/가} 두 번 주어졌습니다.</translation>
        </message>
        <message>
            <source>error:shapes_differ</source>
            <translation>모양 {shapes}{은/는} 원소끼리 맞지 않습니다. 각 축의 크기가 같거나 1이어야 합니다.</translation>
        </message>
        <message>
            <source>error:signal_lost_by_sigmoid</source>
            <translation>마지막 은닉층 뒤에서는 모든 샘플이 같아 보입니다. 샘플 사이의 차이가 {left}배로 줄었습니다. σ가 층마다 차이를 1/4 이하로 줄이고, 되돌아오는 기울기도 그만큼 줄이기 때문입니다. 층을 줄이거나, 더 작은 학습률로 tanh나 ReLU를 쓰세요.</translation>
        </message>
        <message>
            <source>error:signal_lost_by_weights</source>
            <translation>마지막 은닉층 뒤에서는 모든 샘플이 같아 보입니다. 가중치가 작아서 샘플 사이의 차이가 {left}배로 줄었습니다. Xavier나 He 초기화로 시작하세요.</translation>
        </message>
        <message>
            <source>error:slice_empty</source>
            <translation>{shape}에서 {start}부터 {stop} 앞까지는 고를 것이 없습니다. 축 0의 크기는 {count}이고, 0부터 세며, 끝 자리 자체는 고르지 않습니다.</translation>
        </message>
        <message>
            <source>error:slice_up_to_0</source>
            <translation>“{text}”{은/는} 아무것도 고르지 않습니다. 콜론 뒤의 자리는 더는 고르지 않기 때문입니다. 끝까지 모두 고르려면 콜론 뒤를 비워 두세요.</translation>
        </message>
        <message>
            <source>error:slope_not_finite</source>
            <translation>{title} 게이트는 이 점에서 유한한 도함수 값이 없습니다. 곡선이 그곳에서 수직이거나, 컴퓨터의 수로 나타내기에 너무 가파르거나, 정의역이 끝납니다.</translation>
        </message>
        <message>
            <source>error:softmax_needs_scores</source>
            <translation>끝에 있는 소프트맥스는 점수를 받는 손실과 함께 쓰는데 {title}{은/는} 그렇지 않습니다. 소프트맥스 교차 엔트로피를 쓰세요.</translation>
        </message>
        <message>
            <source>error:squares_too_large</source>
            <translation>{value:g}의 제곱은 컴퓨터가 다루는 수(약 1e308)보다 커서 이 노름을 계산할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:start_beyond</source>
            <translation>시작점 ({x}, {y})의 함숫값이 가장 큰 수인 ±1.8·10³⁰⁸을 벗어납니다</translation>
        </message>
        <message>
            <source>error:start_not_finite</source>
            <translation>시작할 때의 손실이 유한한 수가 아닙니다. 입력, 목표값 또는 초기 가중치가 너무 큽니다.</translation>
        </message>
        <message>
            <source>error:start_without_value</source>
            <translation>시작점 ({x}, {y})에는 함숫값이 없습니다</translation>
        </message>
        <message>
            <source>error:statistics_size</source>
            <translation>{title}{은/는} 1과 {most} 사이여야 하는데 {value}{은/는} 아닙니다.</translation>
        </message>
        <message>
            <source>error:steep_inputs</source>
            <translation>크기가 {size}인 입력 때문에 손실의 기울기가 그만큼 커져 이동량이 너무 큽니다. 입력마다 평균을 빼고 표준편차로 나누세요.</translation>
        </message>
        <message>
            <source>error:step_beyond</source>
            <translation>{step}단계: 학습률 {rate}{이/가} 너무 커서 이동량이 가장 큰 수인 1.8·10³⁰⁸을 넘었습니다</translation>
        </message>
        <message>
            <source>error:stuck</source>
            <translation>샘플 {count}개 중 {right}개에서 막혔습니다. 기울기가 너무 작아 더 나아가지 못합니다. 새로 시작하거나 은닉 유닛을 늘려 보세요.</translation>
        </message>
        <message>
            <source>error:sum_with_index</source>
            <translation>“{sign}”{은/는} {sign}(x)처럼 벡터의 원소를 모읍니다. 변하는 첨자는 여기서 쓸 수 없습니다.</translation>
        </message>
        <message>
            <source>error:surface_needs_scalars</source>
            <translation>곡면의 높이와 변수는 수 하나인데, 노드 {node}의 모양은 {shape}입니다.</translation>
        </message>
        <message>
            <source>error:sweep_all_diverged</source>
            <translation>{title}{은/는} 시도한 모든 학습률에서, {rate}부터 발산합니다</translation>
        </message>
        <message>
            <source>error:sweep_diverged_from</source>
            <translation>{title}{은/는} 학습률 {rate} 이상에서 발산합니다</translation>
        </message>
        <message>
            <source>error:table_binary</source>
            <translation>텍스트 파일이 아닙니다. 표를 CSV나 탭으로 구분된 텍스트로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_brackets</source>
            <translation>“{column}”: 괄호 안의 수는 음수입니다: {text}{은/는} {number}입니다.</translation>
        </message>
        <message>
            <source>error:table_bytes</source>
            <translation>표의 크기가 {found}바이트입니다. 여기서는 최대 {most}바이트까지 읽습니다.</translation>
        </message>
        <message>
            <source>error:table_cells</source>
            <translation>표가 {columns}열, {rows}행입니다. 여기서는 칸을 최대 {most}개까지 읽습니다.</translation>
        </message>
        <message>
            <source>error:table_characters</source>
            <translation>표의 글자가 {found}자입니다. 최대 {most}자까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:table_classes</source>
            <translation>열 “{column}”에 클래스가 {count}개 있습니다. 여기서는 최대 {most}개까지 가능합니다. 가장 많은 클래스만 남기고 나머지를 하나로 묶거나, 수로 학습하거나, 다른 목표값을 고르세요.</translation>
        </message>
        <message>
            <source>error:table_column_clocks</source>
            <translation>“{column}”에 {text}처럼 하루를 넘는 시각 표기가 있어 단위를 알 수 없습니다. 시:분:초(1:15:30)나 분을 수로 적으세요.</translation>
        </message>
        <message>
            <source>error:table_column_codes</source>
            <translation>“{column}”에 서로 다른 코드가 {count}개 있어, 코드마다 입력이 하나씩 필요합니다.</translation>
        </message>
        <message>
            <source>error:table_column_constant</source>
            <translation>“{column}”{은/는} 모든 행에서 “{text}”{으로/로} 같습니다.</translation>
        </message>
        <message>
            <source>error:table_column_date</source>
            <translation>“{column}”{은/는} 날짜입니다. 입력으로 쓰면 첫날부터의 일수가 됩니다.</translation>
        </message>
        <message>
            <source>error:table_column_empty</source>
            <translation>“{column}”{은/는} 비어 있습니다.</translation>
        </message>
        <message>
            <source>error:table_column_gaps</source>
            <translation>“{column}”{은/는} {rows}행 중 {count}행이 비어 있어, 쓰면 그 행들이 빠집니다.</translation>
        </message>
        <message>
            <source>error:table_column_id</source>
            <translation>“{column}”{은/는} 행마다 다른 이름입니다. 입력으로 쓰면 신경망이 행을 외워 버립니다.</translation>
        </message>
        <message>
            <source>error:table_column_nameless_id</source>
            <translation>이름 없는 {number}번째 열은 행마다 다릅니다. 입력으로 쓰면 신경망이 행을 외워 버립니다.</translation>
        </message>
        <message>
            <source>error:table_column_nameless_rows</source>
            <translation>이름 없는 {number}번째 열은 행 번호입니다.</translation>
        </message>
        <message>
            <source>error:table_column_notes</source>
            <translation>“{column}”{은/는} 자유롭게 적은 글이며, 측정한 값이 아닙니다.</translation>
        </message>
        <message>
            <source>error:table_column_rows</source>
            <translation>“{column}”{은/는} 행 번호입니다.</translation>
        </message>
        <message>
            <source>error:table_column_words</source>
            <translation>“{column}”에 서로 다른 단어가 {count}개 있어, 단어마다 입력이 하나씩 필요합니다.</translation>
        </message>
        <message>
            <source>error:table_columns</source>
            <translation>표의 열이 {found}개입니다. 최대 {most}개까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:table_comments</source>
            <translation>주석 {count}개를 건너뛰었습니다: {lines}번째 줄.</translation>
        </message>
        <message>
            <source>error:table_damaged_text</source>
            <translation>글자 {count}개가 손상되어 “�”로 표시됩니다. 파일이 잘렸거나 인코딩이 섞여 있습니다.</translation>
        </message>
        <message>
            <source>error:table_days</source>
            <translation>“{column}”{은/는} 첫날부터의 일수로 읽습니다.</translation>
        </message>
        <message>
            <source>error:table_durations</source>
            <translation>“{column}”{은/는} 분 단위로 읽습니다: {text}{은/는} {number}입니다.</translation>
        </message>
        <message>
            <source>error:table_empty</source>
            <translation>표가 비어 있습니다. 샘플마다 한 행이 필요합니다.</translation>
        </message>
        <message>
            <source>error:table_empty_lines</source>
            <translation>빈 줄 {count}개를 건너뛰었습니다.</translation>
        </message>
        <message>
            <source>error:table_encoding</source>
            <translation>파일의 인코딩이 {title}{이/가} 아닙니다. 다른 인코딩을 고르세요.</translation>
        </message>
        <message>
            <source>error:table_first_rows</source>
            <translation>{rows}행 중 처음 {count}행을 씁니다.</translation>
        </message>
        <message>
            <source>error:table_first_sheet</source>
            <translation>통합 문서의 시트 {count}개 중 “{name}” 시트를 읽었습니다.</translation>
        </message>
        <message>
            <source>error:table_gap_word</source>
            <translation>“{column}”: 빈칸 {count}개를 별도의 단어 “{name}”{으로/로} 봅니다.</translation>
        </message>
        <message>
            <source>error:table_input_empty</source>
            <translation>열 “{column}”{은/는} 비어 있어 입력이 될 수 없습니다.</translation>
        </message>
        <message>
            <source>error:table_is_arff</source>
            <translation>ARFF 파일입니다. “@data” 줄까지 모두 지우고, 그 자리에 열 이름을 쉼표로 구분해 쓰세요.</translation>
        </message>
        <message>
            <source>error:table_is_arrays</source>
            <translation>프로그램용 수 데이터 파일입니다. 그 프로그램에서 CSV로 저장한 파일을 여세요.</translation>
        </message>
        <message>
            <source>error:table_is_html</source>
            <translation>파일 이름과 달리 내용이 웹 페이지나 XML입니다. 스프레드시트에서 열어 시트를 CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_is_json</source>
            <translation>행과 열이 있는 표가 아니라 JSON입니다. CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_is_old_office</source>
            <translation>텍스트가 아니라 예전 오피스 프로그램의 문서입니다. 열어서 시트를 CSV나 .xlsx로 저장하거나, 칸을 복사해 여기에 붙여넣으세요.</translation>
        </message>
        <message>
            <source>error:table_is_open_document</source>
            <translation>LibreOffice나 OpenOffice 문서입니다. 그 프로그램에서 열어 시트를 CSV로 저장하거나, 칸을 복사해 여기에 붙여넣으세요.</translation>
        </message>
        <message>
            <source>error:table_is_packed</source>
            <translation>압축된 파일입니다. 압축을 풀고 안에 있는 표를 여세요.</translation>
        </message>
        <message>
            <source>error:table_is_pdf</source>
            <translation>PDF에는 수가 열로 나뉘어 있지 않습니다. 표를 스프레드시트에 복사해 CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_is_picture</source>
            <translation>그림 파일입니다. 그 안의 표를 스프레드시트에 입력해 CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_lines</source>
            <translation>표가 {most}줄보다 깁니다. 여기서는 최대 {most}줄까지 읽습니다.</translation>
        </message>
        <message>
            <source>error:table_long_cells</source>
            <translation>{lines}번째 줄: {count}개 행에 {most}자보다 긴 칸이 있어 앞부분만 남겼습니다.</translation>
        </message>
        <message>
            <source>error:table_many_class_targets</source>
            <translation>열 “{column}”{은/는} 여러 목표값 중 하나인데, 목표값이 여러 개면 모두 수여야 합니다. 클래스 열 하나만 고르거나 수로 학습하세요.</translation>
        </message>
        <message>
            <source>error:table_many_inputs</source>
            <translation>고른 열들의 입력이 {count}개입니다. 최대 {most}개까지 가능하니, 단어가 많은 열부터 빼세요.</translation>
        </message>
        <message>
            <source>error:table_no_dates</source>
            <translation>열 “{column}”, {lines}번째 줄: “{text}”처럼 날짜가 아닌 칸이 {count}개 있습니다.</translation>
        </message>
        <message>
            <source>error:table_no_inputs</source>
            <translation>입력으로 고른 열이 없습니다. 목표값 외에 하나 이상 고르세요.</translation>
        </message>
        <message>
            <source>error:table_no_numbers</source>
            <translation>열 “{column}”, {lines}번째 줄: “{text}”처럼 다른 칸과 같은 수가 아닌 칸이 {count}개 있습니다.</translation>
        </message>
        <message>
            <source>error:table_no_room</source>
            <translation>열 {columns}개 중 {count}개를 입력으로 씁니다. 신경망에 들어갈 수 있는 입력은 {most}개입니다.</translation>
        </message>
        <message>
            <source>error:table_no_rows</source>
            <translation>표에 머리글만 있고 그 아래에 행이 없습니다. 샘플이 필요합니다.</translation>
        </message>
        <message>
            <source>error:table_no_target</source>
            <translation>목표값으로 고른 열이 없습니다. 하나를 고르세요.</translation>
        </message>
        <message>
            <source>error:table_no_times</source>
            <translation>열 “{column}”, {lines}번째 줄: “{text}”처럼 시각이 아닌 칸이 {count}개 있습니다.</translation>
        </message>
        <message>
            <source>error:table_odd_rows</source>
            <translation>칸이 {width}개가 아닌 행 {count}개를 뺐습니다: {lines}번째 줄.</translation>
        </message>
        <message>
            <source>error:table_one_class</source>
            <translation>열 “{column}”{은/는} 남은 모든 행에서 같습니다. 목표값에는 클래스가 둘 이상 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:table_one_column</source>
            <translation>표에 열이 하나뿐입니다. 목표값 외에 입력이 하나 이상 필요합니다.</translation>
        </message>
        <message>
            <source>error:table_one_hot</source>
            <translation>“{column}”{은/는} 원-핫으로, 단어마다 입력 하나로 나타냅니다: {names}.</translation>
        </message>
        <message>
            <source>error:table_only_gaps</source>
            <translation>모든 행에서 고른 열 중 하나가 비어 있습니다. 가장 많이 빈 열을 빼세요.</translation>
        </message>
        <message>
            <source>error:table_open_quote</source>
            <translation>{line}번째 줄에 닫히지 않은 따옴표가 있습니다. 거기서부터는 한 줄을 한 행으로 읽습니다.</translation>
        </message>
        <message>
            <source>error:table_other_class</source>
            <translation>“{column}”: 가장 많은 클래스 {most}개를 남기고, 나머지 클래스 {others}개의 {count}행을 “{name}”{으로/로} 묶었습니다.</translation>
        </message>
        <message>
            <source>error:table_percent</source>
            <translation>“{column}”{은/는} 비율로 읽습니다: {text}{은/는} {number}입니다.</translation>
        </message>
        <message>
            <source>error:table_random_rows</source>
            <translation>{rows}행 중 {count}행을 시드 {seed}{으로/로} 무작위로 뽑아 씁니다.</translation>
        </message>
        <message>
            <source>error:table_rows_with_gaps</source>
            <translation>{rows}행 중 빈칸이 있는 {count}행을 뺐습니다. 빈칸이 있는 열: {names}.</translation>
        </message>
        <message>
            <source>error:table_same_names</source>
            <translation>이름이 같은 열이 있어 뒤의 열에 번호를 붙였습니다: {names}.</translation>
        </message>
        <message>
            <source>error:table_same_words</source>
            <translation>“{column}”: 대소문자만 다른 단어는 하나로 봅니다: {names}.</translation>
        </message>
        <message>
            <source>error:table_second_header</source>
            <translation>{lines}번째 줄도 머리글로 보고 열 이름에 붙였습니다.</translation>
        </message>
        <message>
            <source>error:table_target_empty</source>
            <translation>열 “{column}”{은/는} 비어 있어 목표값이 될 수 없습니다.</translation>
        </message>
        <message>
            <source>error:table_target_is_input</source>
            <translation>열 “{column}”{은/는} 목표값이라 입력을 겸할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:table_times</source>
            <translation>“{column}”{은/는} 자정부터의 시간으로 읽습니다: {text}{은/는} {number}입니다.</translation>
        </message>
        <message>
            <source>error:table_titles</source>
            <translation>표 위의 “{text}” 같은 줄 {count}개를 건너뛰었습니다.</translation>
        </message>
        <message>
            <source>error:table_totals</source>
            <translation>표 아래의 합계나 평균 행 {count}개를 뺐습니다: {lines}번째 줄, “{text}”.</translation>
        </message>
        <message>
            <source>error:table_unit</source>
            <translation>“{column}”{은/는} “{unit}” 없이 읽습니다: {text}{은/는} {number}입니다.</translation>
        </message>
        <message>
            <source>error:table_unknown_column</source>
            <translation>열 “{name}”{은/는} 없습니다. 있는 열: {columns}.</translation>
        </message>
        <message>
            <source>error:table_which_day</source>
            <translation>열 “{column}”의 {text}: {one}일까요, {two}일까요?</translation>
        </message>
        <message>
            <source>error:table_which_decimal</source>
            <translation>열 “{column}”의 {text}: {one}일까요, {two}일까요?</translation>
        </message>
        <message>
            <source>error:table_words_to_meet</source>
            <translation>열 “{column}”에 “{text}” 같은 단어가 있습니다. 클래스로 학습하거나 수로 된 목표값을 고르세요.</translation>
        </message>
        <message>
            <source>error:table_workbook_damaged</source>
            <translation>통합 문서를 읽을 수 없습니다. 손상되었거나 암호로 잠겨 있습니다. 시트를 CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_workbook_large</source>
            <translation>통합 문서가 너무 커서 읽을 수 없습니다. 필요한 행만 CSV로 저장하세요.</translation>
        </message>
        <message>
            <source>error:table_zero_one</source>
            <translation>“{column}”{은/는} {first}{을/를} 0, {last}{을/를} 1로 나타냅니다.</translation>
        </message>
        <message>
            <source>error:taken</source>
            <translation>{title}의 모든 입력에 이미 연결선이 있습니다. 바꿀 입력 위로 새 연결선을 끌어다 놓으세요.</translation>
        </message>
        <message>
            <source>error:target_is_folder</source>
            <translation>“{name}”에 쓸 수 없습니다. 폴더입니다.</translation>
        </message>
        <message>
            <source>error:target_is_special</source>
            <translation>“{name}”에 쓸 수 없습니다. 일반 파일이 아니라 파이프나 장치입니다.</translation>
        </message>
        <message>
            <source>error:target_nowhere</source>
            <translation>결과로 정한 노드 {id}번이 없습니다.</translation>
        </message>
        <message>
            <source>error:test_share</source>
            <translation>샘플 {count}개에서 테스트 비율이 {share}{이/}면 학습할 샘플이나 테스트할 샘플이 남지 않습니다. 0.3처럼 0과 1 사이의 비율을 고르세요.</translation>
        </message>
        <message>
            <source>error:too_few_units</source>
            <translation>은닉 유닛이 {units}개인데, 여기에는 적어도 {needed}개가 필요합니다. 유닛 하나는 직선 하나를 긋고, 그보다 적은 직선으로는 이 클래스들을 나눌 수 없습니다. 유닛을 늘리세요.</translation>
        </message>
        <message>
            <source>error:too_many_numbers</source>
            <translation>이 그래프의 입력과 매개변수에 수가 {count}개가 됩니다. 파일 하나에는 {most}개까지 담을 수 있습니다.</translation>
        </message>
        <message>
            <source>error:too_many_passes</source>
            <translation>역전파는 최대 {most}번까지 할 수 있습니다. {count}번은 할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:too_many_paths</source>
            <translation>경로가 {most}개보다 많습니다. 풀어 쓰면 합이 너무 깁니다.</translation>
        </message>
        <message>
            <source>error:too_many_points</source>
            <translation>점이 {count}개 있습니다. 여기서는 {most}개까지 가능합니다.</translation>
        </message>
        <message>
            <source>error:too_many_to_draw</source>
            <translation>노드가 {count}개인 그래프가 됩니다. 캔버스에는 {most}개까지 그릴 수 있습니다. 더 큰 그래프는 “python -m engine”으로 계산하고 내보낼 수 있습니다.</translation>
        </message>
        <message>
            <source>error:too_many_weights</source>
            <translation>신경망 {text}에는 가중치가 {count}개 있습니다. 그래프는 최대 {most}개까지 하나씩 보여 줍니다. 층별로 여세요.</translation>
        </message>
        <message>
            <source>error:too_many_wires</source>
            <translation>이 노드들 사이에 연결선이 {most}개보다 많습니다. 서로 더 가까운 노드를 고르세요.</translation>
        </message>
        <message>
            <source>error:too_tangled</source>
            <translation>이 경로들은 너무 자주 만나서 합을 쓰는 데 인수가 {most}개보다 많이 필요합니다. 서로 더 가까운 노드를 고르세요.</translation>
        </message>
        <message>
            <source>error:tool_closed</source>
            <translation>도구 “{name}”{은/는} 지금 가려진 수를 보여 주게 됩니다.</translation>
        </message>
        <message>
            <source>error:training_empty</source>
            <translation>구간이 없습니다.</translation>
        </message>
        <message>
            <source>error:training_kept</source>
            <translation>{place}{은/는} 이 학습의 것이 아닙니다. 단계가 다르거나 숫자의 개수가 신경망과 맞지 않습니다.</translation>
        </message>
        <message>
            <source>error:training_log</source>
            <translation>{place}의 학습 번호는 1부터 커져야 하며 마지막 번호는 {count} 이하여야 합니다.</translation>
        </message>
        <message>
            <source>error:training_logged</source>
            <translation>{place}에는 학습 번호, 학습, 에폭, 손실, 정확도가 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:training_part_run</source>
            <translation>{place}의 학습은 다른 신경망의 것이어서 앞 구간에 이어질 수 없습니다.</translation>
        </message>
        <message>
            <source>error:training_part_step</source>
            <translation>{place}{은/는} 이어지는 단계가 아닙니다. 첫 구간은 0단계에서 시작하고, 그다음 구간은 앞 구간보다 뒤, 늦어도 {steps}단계에서 시작해야 합니다.</translation>
        </message>
        <message>
            <source>error:training_rule</source>
            <translation>{place}에는 이름과 설정이 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:training_view</source>
            <translation>{place}에는 선택 항목의 이름과 선택한 것이 있어야 합니다.</translation>
        </message>
        <message>
            <source>error:training_weights</source>
            <translation>{place}의 가중치와 편향은 {found}개인데 신경망에는 {count}개가 있습니다.</translation>
        </message>
        <message>
            <source>error:transposed_or_power</source>
            <translation>“{name}”의 T는 전치 행렬의 기호인가요? 곱은 {one}{으로/로} 씁니다.</translation>
        </message>
        <message>
            <source>error:truth_alone</source>
            <translation>{title}</translation>
        </message>
        <message>
            <source>error:truth_of</source>
            <translation>{name}: {title}</translation>
        </message>
        <message>
            <source>error:twin_units</source>
            <translation>{layer}번째 은닉층의 유닛 {names}{이/가} 모든 샘플에서 같은 값을 냅니다. 유닛 하나와 다름없으며, 앞뒤의 가중치가 같으면 계속 같습니다.</translation>
        </message>
        <message>
            <source>error:two_parameters</source>
            <translation>곡면에는 이 신경망의 값 {count}개 중 서로 다른 두 개가 필요합니다.</translation>
        </message>
        <message>
            <source>error:two_sources</source>
            <translation>입력 노드끼리는 이을 수 없습니다. 둘 다 입력 포트가 없습니다.</translation>
        </message>
        <message>
            <source>error:two_variables</source>
            <translation>곡면의 변수는 두 개이고, 축마다 하나입니다.</translation>
        </message>
        <message>
            <source>error:unconnected</source>
            <translation>{title}의 입력 {port}에 아직 연결선이 없습니다.</translation>
        </message>
        <message>
            <source>error:unexpected_character</source>
            <translation>“{found}”{은/는} 수식에 쓸 수 없습니다. 수, 이름, max(a, b) 같은 함수, 괄호와 + - * / ^ @ &lt; &gt; | 같은 기호를 쓰세요.</translation>
        </message>
        <message>
            <source>error:unknown_function</source>
            <translation>“{name}”{은/는} 여기서 아는 함수가 아닙니다. 곱하려면 “(” 앞에 *를 쓰세요.</translation>
        </message>
        <message>
            <source>error:unknown_member</source>
            <translation>여기서는 값에 “{name}”{이/가} 없습니다. 함수는 x.sum()처럼 괄호와 함께 쓰고, 전치 행렬은 W.T로 씁니다.</translation>
        </message>
        <message>
            <source>error:unknown_name</source>
            <translation>“{name}”{을/를} 알 수 없습니다. 쓸 수 있는 것: {choices}.</translation>
        </message>
        <message>
            <source>error:unknown_norm</source>
            <translation>여기서 쓸 수 있는 노름은 ‖x‖, ‖x‖₁, ‖x‖₂입니다. “{text}”{은/는} 다른 노름입니다.</translation>
        </message>
        <message>
            <source>error:unknown_of_library</source>
            <translation>“{name}”{은/는} 여기서 아는 함수가 아닙니다. 쓸 수 있는 함수는 팔레트에 있습니다.</translation>
        </message>
        <message>
            <source>error:unknown_setting</source>
            <translation>“{setting}”{이/}라는 설정은 없습니다. 있는 설정: {choices}.</translation>
        </message>
        <message>
            <source>error:unknown_variable</source>
            <translation>곡면은 {allowed}의 함수입니다. “{name}”{은/는} 그중에 없습니다.</translation>
        </message>
        <message>
            <source>error:unknown_variant</source>
            <translation>{title}에는 변형 “{name}”{이/가} 없습니다. 있는 변형: {choices}.</translation>
        </message>
        <message>
            <source>error:unlike_inputs</source>
            <translation>입력들의 크기가 서로 너무 달라, 가장 큰 것이 가장 작은 퍼짐의 {ratio}배입니다. 그래서 모두에 맞는 학습률이 없습니다. 입력마다 평균을 빼고 표준편차로 나누세요.</translation>
        </message>
        <message>
            <source>error:unscaled_inputs</source>
            <translation>크기가 {size}인 입력 때문에 첫 번째 은닉층의 유닛 {units}개 중 {blocked}개가 평평한 곳에 몰려, 가중치에 기울기가 거의 전달되지 않습니다. 입력마다 평균을 빼고 표준편차로 나누세요.</translation>
        </message>
        <message>
            <source>error:used_before_definition</source>
            <translation>“{name}”{을/를} 정의하기 전에 썼습니다. 먼저 “{name} = …” 꼴로 정의하세요.</translation>
        </message>
        <message>
            <source>error:value_brackets</source>
            <translation>“{text}”{은/는} [1, 2]나 [[1, 2], [3, 4]] 같은 벡터나 행렬이 아닙니다.</translation>
        </message>
        <message>
            <source>error:value_division_by_zero</source>
            <translation>“{text}”{은/는} 0으로 나눕니다. 분모가 0이면 안 됩니다.</translation>
        </message>
        <message>
            <source>error:value_empty</source>
            <translation>값이 없습니다. 0.5나 [1, 2]처럼 입력하세요.</translation>
        </message>
        <message>
            <source>error:value_mixed</source>
            <translation>행렬은 [[1, 2], [3, 4]]처럼 행의 목록입니다. 여기에는 수와 행이 섞여 있습니다.</translation>
        </message>
        <message>
            <source>error:value_no_array</source>
            <translation>유한한 수, 벡터, 행렬이 아닌 값이 있습니다: {place}.</translation>
        </message>
        <message>
            <source>error:value_not_finite</source>
            <translation>“{text}”{은/는} 컴퓨터의 수(약 1.8e308)보다 큽니다.</translation>
        </message>
        <message>
            <source>error:value_not_number</source>
            <translation>“{text}”{은/는} 수가 아닙니다. 0.5, 1/2, 1e-3처럼 쓰세요.</translation>
        </message>
        <message>
            <source>error:value_of_gate</source>
            <translation>{title}의 값은 계산됩니다. 대신 입력을 바꾸세요.</translation>
        </message>
        <message>
            <source>error:value_ragged</source>
            <translation>행렬의 모든 행은 길이가 같습니다. 1행은 수가 {expected}개, {row}행은 {size}개입니다.</translation>
        </message>
        <message>
            <source>error:value_too_deep</source>
            <translation>값은 최대 2차원입니다. [[1, 2], [3, 4]]는 행렬이고, 괄호가 더 있으면 이해할 수 없습니다.</translation>
        </message>
        <message>
            <source>error:value_too_large</source>
            <translation>입력하는 값은 수 {limit}개까지입니다.</translation>
        </message>
        <message>
            <source>error:value_two_readings</source>
            <translation>“{text}”{은/는} 두 가지로 읽힙니다. {first} 또는 {second} 가운데 하나로 쓰세요.</translation>
        </message>
        <message>
            <source>error:value_unbracketed</source>
            <translation>“{text}”{은/는} 여러 수입니다. 벡터는 [1, 2]처럼 괄호로 쓰세요.</translation>
        </message>
        <message>
            <source>error:variable_called</source>
            <translation>“{name}”{은/는} 함수가 아니라 값입니다. 곱하려면 {name}*(…)로 쓰세요.</translation>
        </message>
        <message>
            <source>error:weights_damaged</source>
            <translation>이 npz 파일은 손상되었거나 숫자가 들어 있지 않습니다.</translation>
        </message>
        <message>
            <source>error:weights_foreign</source>
            <translation>“{name}”{은/는} 신경망 {layers}의 배열이 아닙니다. 이 신경망의 배열은 {known}입니다.</translation>
        </message>
        <message>
            <source>error:weights_gap</source>
            <translation>표에 {layer}층 {name}의 {gap} 자리 숫자가 없습니다.</translation>
        </message>
        <message>
            <source>error:weights_line</source>
            <translation>표의 {line}행에는 이름, 층, 가중치가 나오는 곳(편향은 비워 둡니다), 들어가는 곳, 숫자가 있어야 하고, 가중치마다 한 번만 나와야 합니다.</translation>
        </message>
        <message>
            <source>error:weights_missing</source>
            <translation>{name}{이/가} 없습니다. 신경망 {layers}에는 {needed}{이/가} 필요합니다.</translation>
        </message>
        <message>
            <source>error:weights_not_finite</source>
            <translation>{layer}층 {name}에 유한하지 않은 숫자가 있습니다.</translation>
        </message>
        <message>
            <source>error:weights_shape</source>
            <translation>{layer}층 {name}의 모양이 여기서는 {found}이고, 신경망 {layers}에서는 {wanted}입니다.</translation>
        </message>
        <message>
            <source>error:weights_unknown</source>
            <translation>신경망의 가중치가 아닙니다. 배열 W1, b1, W2 등이 든 npz 파일이나 첫 행이 {columns}인 표가 필요합니다.</translation>
        </message>
        <message>
            <source>error:whole_axis</source>
            <translation>“{text}”{은/는} 여기서 읽지 않습니다. 행렬 W의 첫 행은 W[0], 첫 열은 W.T[0]입니다.</translation>
        </message>
        <message>
            <source>error:wire_nowhere</source>
            <translation>노드 {source}번과 {end}번을 잇는 선의 한쪽 끝에 노드가 없습니다.</translation>
        </message>
        <message>
            <source>error:wires_close_circle</source>
            <translation>선들이 순환을 이룹니다.</translation>
        </message>
        <message>
            <source>error:wrong_arity</source>
            <translation>{title}의 입력은 {arity}개인데 {given}개가 주어졌습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:above</source>
            <translation>{fact}{이/가} {found}입니다. {wanted}보다 커야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:at_least</source>
            <translation>{fact}{이/가} {found}입니다. {wanted} 이상이어야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:at_most</source>
            <translation>{fact}{이/가} {found}입니다. {wanted} 이하여야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:below</source>
            <translation>{fact}{이/가} {found}입니다. {wanted}보다 작아야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:between</source>
            <translation>{fact}{이/가} {found}입니다. {low}에서 {high} 사이여야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:cannot_tell</source>
            <translation>아직 알 수 없습니다: {cause}</translation>
        </message>
        <message>
            <source>lesson_missing:changed</source>
            <translation>{fact}{이/가} 처음 그대로입니다. 바뀌어야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:computes</source>
            <translation>그래프가 아직 “{formula}”{을/를} 계산하지 않습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:connected</source>
            <translation>“{start}”에서 “{end}”{으로/로} 가는 길이 아직 없습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:graph_like</source>
            <translation>그래프가 아직 “{formula}”의 그래프와 다릅니다.</translation>
        </message>
        <message>
            <source>lesson_missing:has</source>
            <translation>{fact}{이/가} {found}입니다. 빠진 것: {choices}.</translation>
        </message>
        <message>
            <source>lesson_missing:hidden</source>
            <translation>{fact}{이/가} 아직 목표한 값이 아닙니다.</translation>
        </message>
        <message>
            <source>lesson_missing:is</source>
            <translation>{fact}{이/가} {found}입니다. {wanted}{이/가} 되어야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:is_not</source>
            <translation>{fact}{이/가} {found}입니다. 다른 것이어야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:near</source>
            <translation>{fact}{이/가} {found}입니다. {wanted}{과/와} {within} 이내로 가까워야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:no_node</source>
            <translation>노드 “{name}”{이/가} 아직 없습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:no_value</source>
            <translation>{fact}: 아직 값이 없습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:none</source>
            <translation>{fact}: 지금과 달라야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:not_so</source>
            <translation>{fact}: 그렇지 않아야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:nothing_there</source>
            <translation>{fact}{이/가} 없습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:one_of</source>
            <translation>{fact}{이/가} {found}입니다. 다음 가운데 하나여야 합니다: {choices}.</translation>
        </message>
        <message>
            <source>lesson_missing:path_count</source>
            <translation>“{start}”에서 “{end}”{으로/로} 가는 경로가 {found}개입니다. {wanted}개여야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:path_sum</source>
            <translation>“{start}”에서 “{end}”{으로/로} 가는 모든 경로의 곱을 더하면 {found}입니다. {wanted}{이/가} 되어야 합니다.</translation>
        </message>
        <message>
            <source>lesson_missing:raced_arrive</source>
            <translation>{title}{이/가} 아직 목표에 닿지 않았습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:raced_first</source>
            <translation>{title}{이/가} 목표에 가장 먼저 닿지 않았습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:so</source>
            <translation>{fact}: 아직 아닙니다.</translation>
        </message>
        <message>
            <source>lesson_missing:tried</source>
            <translation>{fact}의 값을 {wanted}가지 시도하세요. 지금까지 {found}가지입니다.</translation>
        </message>
        <message>
            <source>lesson_missing:walked_back</source>
            <translation>역전파가 아직 “{name}”에 이르지 않았습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:walked_end</source>
            <translation>역전파가 아직 끝나지 않았습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:walked_forward</source>
            <translation>순전파가 아직 끝나지 않았습니다.</translation>
        </message>
        <message>
            <source>lesson_missing:walked_gate</source>
            <translation>단계별 보기가 아직 “{name}”에 이르지 않았습니다.</translation>
        </message>
    </context>
</TS>
