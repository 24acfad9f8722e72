"""Work in turns: what nests, is overtaken or given up in its own piece comes to a clean end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.tasks import turns as turns_module
from desktop.tasks.turns import PAUSE, Turns


def test_a_piece_that_asks_a_question_is_not_begun_again(qtbot: QtBot) -> None:
    owner = QObject()
    turns, done = Turns(owner), []

    def asking() -> Iterator[None]:
        yield
        # A question handles events, the timer's too, until it is answered.
        loop = QEventLoop()
        QTimer.singleShot(30, loop.quit)
        loop.exec()
        done.append("asked")
        yield
        done.append("over")

    turns.begin(asking())
    qtbot.waitUntil(lambda: not turns.is_busy)
    assert done == ["asked", "over"]


def test_what_begins_during_a_question_comes_after_it(qtbot: QtBot) -> None:
    owner = QObject()
    turns, done = Turns(owner), []

    def asking() -> Iterator[None]:
        try:
            loop = QEventLoop()
            QTimer.singleShot(0, lambda: turns.begin(other()))
            QTimer.singleShot(30, loop.quit)
            loop.exec()
            done.append("asked")
            yield
            done.append("never")
        finally:
            done.append("left")

    def other() -> Iterator[None]:
        done.append("other")
        yield

    turns.begin(asking())
    qtbot.waitUntil(lambda: not turns.is_busy)
    assert done == ["asked", "left", "other"]


def test_a_piece_may_give_itself_up_and_ask_for_the_rest(qtbot: QtBot) -> None:
    owner = QObject()
    turns, done = Turns(owner), []

    def leaving() -> Iterator[None]:
        try:
            turns.finish()
            turns.give_up()
            yield
            done.append("never")
        finally:
            done.append("left")

    turns.begin(leaving())
    assert done == ["left"]
    assert not turns.is_busy


def test_after_a_pause_events_come_first_and_who_cannot_wait_passes_over_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However much time there is.
    monkeypatch.setattr(turns_module, "SLICE_S", 1e9)
    owner = QObject()
    turns, done = Turns(owner), []

    def pausing() -> Iterator[object]:
        QTimer.singleShot(0, lambda: done.append("event"))
        yield None
        done.append("second")
        yield PAUSE
        done.append("third")

    turns.begin(pausing())
    assert done == ["second"]
    qtbot.waitUntil(lambda: not turns.is_busy)
    assert done == ["second", "event", "third"]
    turns.begin(pausing())
    turns.finish()
    assert done[3:] == ["second", "third"]
