"""Progress as a file: written here, taken over there, and nothing replaced unasked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.lessons.panel import LessonPanel
from engine.lessons.portfolio import read_portfolio
from engine.lessons.progress import LessonProgress
from tests.desktop.lessons.hands import answer, go_on, player_of
from tests.support.dialog_hands import DialogHands, Step, name
from tests.support.dialog_hands import press as press_in
from tests.support.lesson_playing import press, wait_for_step

KEY = "own-small-lesson"


@pytest.fixture
def written(panel: LessonPanel, qtbot: QtBot, tmp_path: Path) -> Path:
    """A file with the progress of the small lesson, at whose second step something was answered."""
    go_on(panel, qtbot)
    answer(panel, "7")
    panel.leave()
    path = tmp_path / "mine.wiregrad-progress"
    hands = DialogHands(name(str(path)))
    press(panel.start_view.export_button)
    assert hands.is_done
    qtbot.waitUntil(panel.start_view.notice.isVisible)
    assert panel.start_view.notice.text() == "Progress was saved. Lessons: 1"
    return path


def take_over(panel: LessonPanel, qtbot: QtBot, path: Path, *steps: Step) -> DialogHands:
    """Choose a file whose progress is taken over, and answer what is asked then."""
    panel.start_view.tell("")
    hands = DialogHands(name(str(path)), *steps)
    press(panel.start_view.import_button)
    qtbot.waitUntil(lambda: hands.is_done and has_settled(panel.progress_files))
    qtbot.waitUntil(lambda: has_settled(panel.store))
    return hands


def kept(panel: LessonPanel) -> LessonProgress:
    panel.store.flush()
    return panel.store.load(KEY)


def test_what_was_done_is_taken_over_where_there_is_nothing(
    panel: LessonPanel, written: Path, folder: Path, qtbot: QtBot
) -> None:
    before = kept(panel)
    assert read_portfolio(written.read_text())[KEY] == before
    for path in panel.store.folder.glob("*.json"):
        path.unlink()
    hands = take_over(panel, qtbot, written)
    assert hands.said == []
    assert panel.start_view.notice.text() == "Progress was taken over. Lessons: 1"
    assert kept(panel) == before
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    assert player_of(panel).step.id == "guess"
    assert player_of(panel).sitting.record.wrong == 1


@pytest.mark.parametrize(
    ("button", "count", "at"),
    [("CANCEL", 1, "raise"), ("REPLACE", 1, "guess"), ("BOTH", 2, "guess")],
)
def test_nothing_is_replaced_unasked(
    panel: LessonPanel, written: Path, folder: Path, qtbot: QtBot, button: str, count: int, at: str
) -> None:
    for path in panel.store.folder.glob("*.json"):
        path.unlink()
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    panel.leave()
    here = kept(panel)
    hands = take_over(panel, qtbot, written, press_in(button))
    assert hands.said[0].startswith("Of 1 lessons in the file, 1 have other progress here.")
    found = kept(panel)
    assert len(found.sittings) == count
    assert (found == here) == (button == "CANCEL")
    # The place of a sitting that was replaced is not gone on with.
    assert (panel.store.load_kept(KEY) is None) == (button != "CANCEL")
    assert {sitting.step for sitting in found.sittings} >= {at}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"version": 1', '"version": 2'),
        lambda text: text.replace(KEY, "../outside"),
        lambda text: json.dumps({**json.loads(text), "lessons": {KEY: {"lesson": "x"}}}),
        lambda text: "",
    ],
)
def test_a_damaged_file_changes_nothing_and_is_told_of(
    panel: LessonPanel, written: Path, qtbot: QtBot, change: Callable[[str], str]
) -> None:
    before = kept(panel)
    written.write_text(change(written.read_text()))
    take_over(panel, qtbot, written)
    assert panel.start_view.notice.text().startswith("Nothing was taken over. ")
    assert kept(panel) == before
    assert not (panel.store.folder.parent / "outside.json").exists()
