"""The files that a new lesson begins with: each part of the format once, with what it means."""

from __future__ import annotations

_STRUCTURE = """\
# A lesson: what it shows, asks and waits for. Its words stand beside it, in one file a language.
# Everything about this file stands in resources/lessons/AUTHORING.md.
#   python -m engine lesson check FOLDER        tells what is wrong, by file and line
#   python -m desktop --author FOLDER           shows the lesson, and again after every saving
format = 1
course = []                  # rows of the course that it teaches, such as ["A1", "A5"]
skills = []                  # what it trains, by the names in the courses' own files
needs = []                   # skills that it builds on
minutes = 5
# next = "chain-rule"        # the lesson that follows
# easier = "first-graph"     # the lesson to go to when this one is too hard

# The first sitting has these numbers; later ones are drawn by the lines below, from a seed. With no
# draw a slip below may give the right answer: such numbers are drawn again.
[draw]
first = { x = 3, y = 4 }
x = { from = 2, to = 9 }     # also: step = 0.5, not = [0]
y = { of = [2, 4, 5, 10] }
keep = [{ fact = "x - y", is_not = "0" }]

# A step that only shows: a graph, and in it the drawn numbers. Values are formulas of numbers.
[[step]]
id = "look"
[step.open]
space = "graph"
formula = "f = x*y"
values = { x = "x", y = "y" }
hide = ["values", "gradients"]

# A step that asks. The answer is a formula, and so is what each slip leads to. What the course says
# is compared with the formula by the check; it is never the truth itself.
[[step]]
id = "forward"
[step.ask]
kind = "number"
answer = "x*y"
published = 12
[[step.slip]]
name = "added"
gives = "x + y"

# A step that waits until what is shown fulfils something. Any way there counts. “Show me” does what
# the solution says.
[[step]]
id = "change"
show = ["values", "gradients"]
[step.wait]
all = [{ fact = "grad_x", is = "10" }]
[step.solution]
do = [["set", "y", "10"]]
"""

_ENGLISH = """\
# A new lesson
One paragraph that says what it is about.

## look: A product
The formula $f = x\\cdot y$ is one gate. Here $x = {x}$ and $y = {y}$.

## forward: What comes out?
Before you look: which number leaves the gate?

### ask
$f =$
### right
{x} times {y} is {x*y}.
### slip added
You added them. The gate **multiplies**.
### hint
The gate is called ×.

## change: The other input
Change one value so that the gradient of $x$ becomes 10.

### hint
The gradient of one input is the value of the other.
"""

_KOREAN = """\
# 새 레슨
무엇에 관한 레슨인지 말하는 한 문단입니다.

## look: 곱 하나
식 $f = x\\cdot y${은/는} 게이트 하나입니다. 여기서 $x = {x}$, $y = {y}$입니다.

## forward: 무엇이 나올까요?
보기 전에 먼저 예상해 보세요. 게이트에서 나오는 수는 얼마일까요?

### ask
$f =$
### right
{x}에 {y}{을/를} 곱하면 {x*y}입니다.
### slip added
두 수를 더했습니다. 이 게이트는 **곱합니다**.
### hint
게이트의 이름은 ×입니다.

## change: 다른 입력
값 하나만 바꾸어 $x$의 기울기를 10으로 만드세요.

### hint
한 입력의 기울기는 다른 입력의 값입니다.
"""

# The files of a new lesson by their names.
TEMPLATE = {"lesson.toml": _STRUCTURE, "en.md": _ENGLISH, "ko.md": _KOREAN}
