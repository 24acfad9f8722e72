"""Review: what is due is asked again with other numbers, and then it is no longer due."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.foundation.settings import OWN_LESSONS, Settings
from desktop.lessons.keeping.store import ProgressStore
from desktop.shell.application import Application
from engine.lessons.answer import Marked, Outcome
from engine.lessons.files import FolderFiles
from engine.lessons.mastery import DAY_S
from engine.lessons.progress import LessonProgress
from engine.lessons.reader import read_lesson
from engine.lessons.sitting import answered, begin, entered, paused
from tests.desktop.lessons.hands import answer, button, player_of
from tests.support.lesson_playing import open_panel, press, wait_for_step

KEY = "own-small-lesson"


def leave_wrong_answer(folder: Path, days: float) -> None:
    """Leave behind that some days ago a question was answered wrongly."""
    lesson = read_lesson(FolderFiles(folder), "small-lesson").lesson
    assert lesson is not None
    then = time.time() - days * DAY_S
    sitting = entered(begin(lesson, 5, is_first=True, now=then), lesson, "guess", then)
    step, wrong = lesson.step("guess"), Marked(Outcome.WRONG, "8", slip="added")
    sitting = paused(answered(sitting, step, "8", wrong, {}, then + 5), then + 9)
    settings = Settings(str(folder.parent / "settings.ini"))
    settings.set(OWN_LESSONS, [str(folder)])
    settings.flush()
    store = ProgressStore(settings.folder / "lessons")
    store.save(KEY, LessonProgress("small-lesson", (sitting,)))
    store.flush()


def test_what_is_due_is_asked_again_alone_and_with_fresh_numbers(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    leave_wrong_answer(folder, 2)
    panel = open_panel(launch().window, qtbot)
    press(panel.start_page.buttons["review"])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player = player_of(panel)
    assert player.sitting.chosen == ("guess",)
    assert player.place == (1, 1)
    assert (player.facts["x"], player.facts["y"]) != (3.0, 5.0)
    # What an earlier step opened is there, hidden as it was there.
    assert player.facts["value_f"] == player.facts["x"] * player.facts["y"]  # type: ignore[operator]
    assert player.pages.hidden == {"palette", "values", "gradients"}
    answer(panel, f"{player.facts['value_f']:g}")
    press(button(panel, "next"))
    qtbot.waitUntil(lambda: panel.views.currentWidget() is panel.start_view)
    qtbot.waitUntil(lambda: "review" not in panel.start_page.buttons)
    panel.store.flush()
    kept = panel.store.load(KEY)
    assert [sitting.is_review for sitting in kept.sittings] == [False, True]
    # The lesson itself is gone on with where it was.
    press(panel.start_page.buttons["go_on"])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    assert not player_of(panel).sitting.is_review
    assert player_of(panel).sitting.seed == 5


def test_what_is_not_due_yet_is_not_offered(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    leave_wrong_answer(folder, 0.5)
    panel = open_panel(launch().window, qtbot)
    assert "review" not in panel.start_page.buttons
    assert "go_on" in panel.start_page.buttons
