"""The canary for a binding that loses references to None and True, and so kills the process.

PySide6 6.12.0 on Python 3.10 and 3.11 dropped one reference to None with every void call and one
to True with every emitted signal. Nothing is seen until a count reaches zero, some thousand calls
later, and then the interpreter aborts.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

CALLS = 200
# Garbage collected meanwhile, or a test runner's own bookkeeping, may move a count by a few.
SLACK = 20


class _Bell(QObject):
    """Rings when told to.

    Signals:
        rang(): Somebody rang.
    """

    rang = Signal()


def test_void_calls_and_emits_keep_the_counts_of_none_and_true(qtbot: QtBot) -> None:
    bell = _Bell()
    heard: list[int] = []
    bell.rang.connect(lambda: heard.append(0))
    none_before, true_before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(CALLS):
        bell.setObjectName("bell")
        bell.rang.emit()

    assert len(heard) == CALLS
    assert sys.getrefcount(None) > none_before - SLACK
    assert sys.getrefcount(True) > true_before - SLACK
