"""A small lesson as files, to be changed line by line."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import FileFormatError
from engine.lessons.check import check_lesson
from engine.lessons.checking.library import Library
from engine.lessons.files import check_name
from engine.lessons.reader import Reading, read_lesson

STRUCTURE = """\
format = 1
course = ["A1"]
skills = ["chain-rule"]
minutes = 5

[draw]
first = { x = -2, y = 5, z = -4 }
x = { from = -6, to = 6 }
y = { from = -6, to = 6 }
z = { from = -6, to = 6 }
keep = [
  { fact = "abs(x + y)", at_least = "2" },
  { fact = "abs(z)", at_least = "2" },
  { fact = "abs(x + y) - abs(z)", is_not = "0" },
  { fact = "x*y", is_not = "0" },
]

[[step]]
id = "look"
[step.open]
space = "graph"
formula = "q = x + y; f = q*z"
values = { x = "x", y = "y", z = "z" }
hide = ["values"]

[[step]]
id = "forward"
skill = "chain-rule"
[step.ask]
kind = "number"
answer = "z*(x + y)"
published = -12
[[step.slip]]
name = "added"
gives = "x + y + z"
[[step.slip]]
name = "first-product"
gives = "x + y*z"
[step.detour]
on = ["added"]
to = "switch"

[[step]]
id = "switch"
only = "detour"
show = ["values"]
[step.wait]
all = [{ fact = "grad_x", is = "10" }]
[step.solution]
do = [["set", "z", "10"]]
"""

ENGLISH = """\
# The chain rule
What a product does.

## look: Two gates
Here $x = {x}$.

## forward: What comes out?
Which number?

### ask
$f =$
### right
It is {z*(x + y)}.
### slip added
You added.
### slip first-product
The brackets come first.
### hint
Left first.

## switch: One gate
Make it 10.
"""

KOREAN = """\
# 연쇄 법칙
곱셈이 하는 일.

## look: 게이트 둘
여기서 $x = {x}$입니다.

## forward: 무엇이 나올까요?
어떤 수일까요?

### ask
$f =$
### right
{z*(x + y)}입니다.
### slip added
더했습니다.
### slip first-product
괄호가 먼저입니다.
### hint
왼쪽부터.

## switch: 게이트 하나
10으로 만드세요.
"""

FILES = {"lesson.toml": STRUCTURE, "en.md": ENGLISH, "ko.md": KOREAN}


class MemoryFiles:
    """The files of a lesson in memory."""

    def __init__(self, texts: Mapping[str, str] = FILES) -> None:
        self.texts = dict(texts)

    def names(self) -> list[str]:
        return sorted(self.texts)

    def text(self, name: str) -> str:
        if check_name(name) not in self.texts:
            raise FileFormatError("file_unreadable", f"“{name}” cannot be read.", name=name)
        return self.texts[name]


def changed(*changes: tuple[str, str], file: str = "lesson.toml") -> MemoryFiles:
    """Return the lesson with texts replaced in one file, each of which is there."""
    files = MemoryFiles()
    for old, new in changes:
        assert old in files.texts[file], old
        files.texts[file] = files.texts[file].replace(old, new)
    return files


def with_file(name: str, text: str) -> MemoryFiles:
    """Return the lesson with another file, or with another text in one."""
    return MemoryFiles({**FILES, name: text})


def read(files: MemoryFiles) -> Reading:
    """Read the lesson."""
    return read_lesson(files, "chain-rule")


def told(files: MemoryFiles, library: Library | None = None) -> list[str]:
    """Return what the check says of the lesson, as ``file:line: sentence``."""
    return [str(fault) for fault in check_lesson(files, "chain-rule", library)]


def read_faults(files: MemoryFiles) -> list[str]:
    """Return what reading alone says of the lesson."""
    return [str(fault) for fault in read(files).faults]
