"""One's own training is put aside for a lesson, and comes back byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from engine.errors import FileFormatError
from tests.desktop.training.files.own_work import Make, work
from tests.support.lesson_hands import GivenFiles
from tests.support.settling import settle


def other(qtbot: QtBot, page: TrainingPage) -> None:
    """Do what a lesson does."""
    page.hooks().open_state({"data": "xor", "experiment": "seeds"}, GivenFiles({}))
    settle(qtbot, page)
    page.hooks().commands()["train"].run()
    page.session.set_speed(FASTEST)
    page.hooks().commands()["pause"].run()
    page.hooks().commands()["layers"].run("2-5-1")
    settle(qtbot, page)


def looks(page: TrainingPage) -> tuple[object, ...]:
    record, history = page.session.record, page.session.history
    return (
        page.own_work(),
        record.step,
        record.parameters.tobytes(),
        record.loss,
        history.last.step,
        history.last.parameters.tobytes(),
        [change.text for change in history.changes],
        page.stage.name,
        page.views.current,
        page.edits.history.undo_text,
        page.edits.history.redo_text,
    )


def test_nothing_is_missed_of_a_page_as_it_is_at_first(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    assert page.own_work() is None
    QTest.mouseClick(page.stage.segments.button("hidden"), Qt.MouseButton.LeftButton)
    assert page.own_work() is None
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.own_work() is not None


def test_after_a_lesson_everything_is_as_it_was(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page, is_seen=True)
    before = looks(page)
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    page.put_aside()
    page.set_borrowed_title("Lesson: XOR")
    other(qtbot, page)
    assert looks(page) != before
    page.bring_back()
    settle(qtbot, page)
    assert looks(page) == before
    assert titles == ["Lesson: XOR", "Untitled *"]
    # It can be undone to the beginning and made again.
    while page.edits.history.undo_text:
        page.edits.history.undo()
    settle(qtbot, page)
    assert page.session.run == replace(page.session.run, samples=None, seed=7, l2=0.0)
    while page.edits.history.redo_text:
        page.edits.history.redo()
    assert page.session.run.batch_size == 2


def test_a_lesson_that_opens_nothing_does_not_reach_it_either(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page, is_seen=True)
    before = looks(page)
    page.put_aside()
    page.session.advance(12)
    settle(qtbot, page)
    page.session.advance(12)
    page.edits.edit_run(l1=0.5)
    settle(qtbot, page)
    page.bring_back()
    settle(qtbot, page)
    assert looks(page) == before


def test_what_trains_when_a_lesson_begins_waits(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    page.session.set_speed(FASTEST)
    QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.session.record.step > 0)
    page.put_aside()
    assert not page.session.is_playing
    settle(qtbot, page)
    other(qtbot, page)
    page.bring_back()
    settle(qtbot, page)
    assert page.session.record.step > 0
    assert not page.session.is_playing


def test_another_program_shows_it_byte_for_byte(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page, is_seen=True)
    before = looks(page)
    assert isinstance(before[0], str)
    page.put_aside()
    other(qtbot, page)
    # The process is gone without a word: its lock with it, its file not.
    assert page._aside is not None
    page._aside.release()

    later = make()
    qtbot.waitUntil(lambda: later.told != "")
    settle(qtbot, later)
    assert "during a lesson" in later.told
    assert looks(later) == before


def test_what_is_still_being_trained_up_to_is_put_aside_whole(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page, is_seen=True)
    text = page.own_work()
    assert text is not None
    later = make(is_shown=False)
    later.show_own_work(text)
    later.keeping.open(replace(later.keeping.content(), kept=None))
    text = later.own_work()
    assert not later.is_settled()
    assert later.own_work() == text
    later.put_aside()
    later.bring_back()
    settle(qtbot, later)
    assert looks(later)[1:] == looks(page)[1:]


def test_damaged_work_is_refused_and_changes_nothing(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page, is_seen=True)
    before = looks(page)
    text = page.own_work()
    assert text is not None
    with pytest.raises(FileFormatError):
        page.show_own_work(text.replace(r"\"seed\": 11", r"\"seed\": -11"))
    settle(qtbot, page)
    assert looks(page) == before


def test_a_press_while_it_is_opened_trains_from_the_start(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    page.hooks().open_state({"data": "xor", "epoch": 50_000}, GivenFiles({}))
    assert not page.is_settled()
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.session.record.step == 1
