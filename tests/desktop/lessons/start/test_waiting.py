"""Numbers that take long to draw are waited for with a word, and can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.lessons.keeping import opening
from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing import lesson_numbers
from desktop.shell.application import Application
from engine.lessons.sitting import Phase
from tests.desktop.lessons.hands import answer, choose, go_on, player_of
from tests.desktop.lessons.keeping.test_keeping import with_fresh_step
from tests.support.due_timers import make_due
from tests.support.lesson_playing import open_panel, press, wait_for_step


def endless(*_arguments: object, **_named: object) -> Iterator[None]:
    while True:
        yield None


def test_a_costly_draw_is_told_and_given_up(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel: LessonPanel = open_panel(program.window, qtbot)
    panel.show_file(with_fresh_step(folder))
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    # What is there at once is not worth a word.
    assert panel.waiting.text == ""
    go_on(panel, qtbot)
    answer(panel, "7")
    monkeypatch.setattr(lesson_numbers, "drawing_facts", endless)
    choose(panel, "Begin this step anew")
    assert panel.waiting.text == ""
    make_due(panel.waiting)
    assert panel.waiting.text == "Fresh numbers are being drawn…"
    press(panel.waiting.cancel_button)
    assert panel.waiting.text == ""
    assert panel.play_view.step.isVisible()
    assert [given.answer for given in player_of(panel).sitting.record.given] == ["7"]
    assert player_of(panel).phase is Phase.ASKED
    # A lesson that is waited for gives way to the list.
    monkeypatch.setattr(opening, "drawing_facts", endless)
    choose(panel, "Begin the lesson anew")
    make_due(panel.waiting)
    assert panel.waiting.text == "The numbers of the lesson are being drawn…"
    press(panel.waiting.cancel_button)
    assert panel.waiting.text == ""
    assert panel.start_page.isVisible()
    assert panel.player is None
