"""Lets what waits for a time happen at once, as the loop of events would when the time has come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QTimerEvent


def make_due(root: QObject) -> int:
    """End every wait of a part of the program, such as the pause between two pictures.

    Each single timer below `root` that runs is told that its time is over; what it does then may
    start others, which wait.

    Returns:
        How many waited.
    """
    waiting = [timer for timer in root.findChildren(QTimer) if timer.isSingleShot()]
    count = 0
    for timer in waiting:
        # One that is due may stop another.
        if timer.isActive():
            QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))
            count += 1
    return count
