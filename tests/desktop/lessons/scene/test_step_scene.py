"""What a step's facts are while its page still computes: nothing is said before they hold."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.lessons.scene.step_scene import StepScene
from desktop.widgets.panels.page import Page
from desktop.widgets.panels.page_hooks import PageHooks
from engine.lessons.facts import Fact, Facts
from engine.lessons.lesson import Lesson
from engine.lessons.reader import read_lesson
from tests.support.lesson_hands import GivenFiles

STRUCTURE = """\
format = 1

[[step]]
id = "look"
[step.open]
space = "graph"
formula = "f = x + 1"
values = { x = "3" }

[[step]]
id = "raise"
[step.wait]
all = [
  { changed = "value_x" },
  { fact = "value_f - start_value_f", is = "1" },
  { fact = "tried_value_x", at_least = "2" },
]
[step.solution]
do = [["set", "x", "4"]]
"""
WORDS = "# Raise\nA sum.\n\n## look: Look\nA sum.\n\n## raise: Raise\nRaise x.\n"
FILES = GivenFiles({"lesson.toml": STRUCTURE, "en.md": WORDS})


class Hooks(PageHooks):
    """Knows the facts that a test gives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.known: dict[str, Fact] = {}

    def facts(self) -> Facts:
        return self.known


class ShownPage(Page):
    """A page that computes as long as a test wants."""

    def __init__(self) -> None:
        super().__init__()
        self.made, self.is_still = Hooks(self), True

    def hooks(self) -> PageHooks:
        return self.made

    def is_settled(self) -> bool:
        return self.is_still


class OnePage(QObject):
    """A stage with one page."""

    shown = Signal(str)
    is_busy = False
    space = "graph"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    @property
    def spaces(self) -> Mapping[str, str]:
        return {"graph": "Graph"}

    def show_space(self, space_id: str) -> None:
        self.shown.emit(space_id)

    def page(self, space_id: str) -> Page | None:
        return self._page

    def open(self) -> None:
        pass

    def fold(self) -> None:
        pass


@pytest.fixture
def page(qtbot: QtBot) -> ShownPage:
    made = ShownPage()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lesson() -> Lesson:
    reading = read_lesson(FILES, "raise")
    assert reading.lesson is not None
    return reading.lesson


@pytest.fixture
def scene(page: ShownPage, lesson: Lesson, qtbot: QtBot) -> StepScene:
    """A scene in whose first step the page has come to rest."""
    made = StepScene(OnePage(page), lesson, FILES, "Lesson", page)
    made.show(lesson.step("look"), "", {}, {})
    page.made.known = {"value_x": 3.0, "value_f": 4.0}
    qtbot.waitUntil(lambda: made.is_ready)
    return made


def go_on(scene: StepScene, lesson: Lesson) -> None:
    scene.show(lesson.step("raise"), "", {}, {})
    scene.await_end(is_awaited=True)


def test_nothing_is_missing_before_it_is_known_what_was_there_at_the_start(
    scene: StepScene, page: ShownPage, lesson: Lesson
) -> None:
    page.is_still, page.made.known = False, {"value_x": 3.0, "value_f": None}
    go_on(scene, lesson)
    scene.look()
    assert not scene.is_ready
    assert scene.missing == ()
    page.made.known = {"value_x": 3.0, "value_f": 4.0}
    scene.look()
    # It still moves, but what was there at the start is known.
    assert scene.is_ready
    assert len(scene.missing) == 3
    assert not any("start of this step" in sentence for sentence in scene.missing)
    page.is_still, page.made.known = True, {"value_x": 4.0, "value_f": 5.0}
    scene.look()
    assert scene.missing == ()


def test_what_has_no_value_at_rest_is_named_itself(
    scene: StepScene, page: ShownPage, lesson: Lesson
) -> None:
    page.made.known = {"value_x": 3.0, "value_f": None}
    go_on(scene, lesson)
    scene.look()
    assert scene.is_ready
    assert "The value of “f” has no value yet." in scene.missing
    assert not any("is not there" in sentence for sentence in scene.missing)


def test_the_past_of_what_a_step_speaks_of_is_known_by_name_from_the_beginning(
    scene: StepScene, page: ShownPage, lesson: Lesson
) -> None:
    page.is_still, page.made.known = False, {}
    go_on(scene, lesson)
    facts = scene.facts()
    assert (facts["start_value_x"], facts["tried_value_x"]) == (None, 0.0)
    assert {"start_value_x", "start_value_f", "tried_value_x"} <= set(facts)
