"""The real program with a small lesson of its own beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.shell.application import Application
from tests.support.lesson_playing import open_panel, wait_for_step
from tests.support.program import running_program

STRUCTURE = """\
format = 1
skills = ["multiply"]
[draw]
first = { x = 3, y = 5 }
x = { from = 2, to = 9 }
y = { from = 2, to = 9 }
keep = [{ fact = "x - y", is_not = "0" }]

[[step]]
id = "read"
[step.open]
space = "graph"
formula = "f = x*y"
values = { x = "x", y = "y" }
hide = ["palette", "values", "gradients"]

[[step]]
id = "guess"
skill = "multiply"
[step.ask]
kind = "number"
answer = "x*y"
[[step.slip]]
name = "added"
gives = "x + y"
[step.detour]
on = ["added"]
to = "small"

[[step]]
id = "small"
only = "detour"
[step.open]
space = "graph"
formula = "g = a + 1"
values = { a = "1" }
[step.wait]
all = [{ fact = "value_g", is = "4" }]
[step.solution]
do = [["set", "a", "3"]]

[[step]]
id = "raise"
show = ["values"]
point = "canvas"
[step.ask]
kind = "number"
answer = "y"
[step.wait]
all = [{ fact = "value_x - start_value_x", is = "1" }]
[step.solution]
do = [["set", "x", "x + 1"]]

[[step]]
id = "train"
[step.open]
space = "training"
data = "or"
layers = [2, 1]
[step.wait]
all = [{ fact = "layers", has = "3" }]
[step.solution]
do = [["layers", "2-3-1"]]
"""

WORDS = """\
# A small lesson
What it is about.

## read: Read this
The numbers are {x} and {y}. Press **{ui:Train}**.

## guess: Guess
Multiply.
### ask
f =
### right
{x} times {y} is {x*y}.
### slip added
You added.
### hint
First hint.
### hint
Second hint.

## small: A smaller one
Let g be 4.

## raise: Raise x
By how much does f grow?
### ask
by
### right
It grew by {answer}.

## train: Train
A hidden layer of three.
"""

KOREAN = WORDS.replace("Read this", "읽기").replace("# A small lesson", "# 작은 레슨")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small lesson."""
    folder = tmp_path / "small-lesson"
    folder.mkdir()
    for name, text in (("lesson.toml", STRUCTURE), ("en.md", WORDS), ("ko.md", KOREAN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def launch(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Application]]:
    """Start the program, as often as wanted, with the same settings."""
    running = []

    def start() -> Application:
        context = running_program(qapp, tmp_path)
        application = context.__enter__()
        running.append(context)
        application.window.resize(1440, 900)
        qtbot.waitExposed(application.window)
        return application

    yield start
    for context in running:
        context.__exit__(None, None, None)


@pytest.fixture
def program(launch: Callable[[], Application]) -> Application:
    return launch()


@pytest.fixture
def panel(program: Application, folder: Path, qtbot: QtBot) -> LessonPanel:
    """The panel, with the small lesson at its first step."""
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    return panel
