"""The watch that guards all other tests sees what it should see."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from tests.support.leaks import LeakWatch


def test_a_running_timer_is_named_and_stopped(qtbot: QtBot, leak_watch: LeakWatch) -> None:
    owner = QObject()
    timer = QTimer(owner)
    timer.start(10_000)

    assert leak_watch.collect() == ["QTimer of QObject"]
    assert not timer.isActive()


def test_a_running_thread_is_named_and_ended(qtbot: QtBot, leak_watch: LeakWatch) -> None:
    thread = QThread()
    thread.setObjectName("worker")
    thread.start()

    assert leak_watch.collect() == ["QThread “worker”"]
    assert thread.isFinished()


def test_what_was_stopped_or_deleted_is_no_leak(qtbot: QtBot, leak_watch: LeakWatch) -> None:
    stopped, deleted = QTimer(), QTimer()
    stopped.start(10_000)
    stopped.stop()
    deleted.start(10_000)
    deleted.deleteLater()

    assert leak_watch.collect() == []
