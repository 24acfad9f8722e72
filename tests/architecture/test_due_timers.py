"""What waits for a time can be made due, in the way that Qt does it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.support.due_timers import make_due


def test_single_timers_below_end_and_no_others(qtbot: QtBot) -> None:
    root = QObject()
    told: list[str] = []
    timers = {}
    for name, parent, is_single in (
        ("pause", root, True), ("nested", QObject(root), True), ("clock", root, False),
        ("elsewhere", None, True), ("idle", root, True),
    ):  # fmt: skip
        timer = timers[name] = QTimer(parent)
        timer.setSingleShot(is_single)
        timer.setInterval(3_600_000)
        timer.timeout.connect(lambda name=name: told.append(name))
        if name != "idle":
            timer.start()
    assert make_due(root) == 2
    assert sorted(told) == ["nested", "pause"]
    assert not timers["pause"].isActive()
    assert timers["clock"].isActive()
    assert make_due(root) == 0
    for timer in timers.values():
        timer.stop()
