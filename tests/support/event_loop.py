"""What a loop of events does and a test does not: delete what was handed to `deleteLater`.

Qt deletes such objects when the handler that asked for it has returned to a loop. A test calls
Qt from outside of any loop, where `processEvents` and the events of `QTest` leave them alive: what
still uses a deleted object would go unseen until somebody runs the program.
"""

from __future__ import annotations

import functools
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

# Each of them is something a person does: the program is back in its loop before the next.
_HANDS = (
    "keyClick", "keyClicks", "keyEvent", "keyPress", "keyRelease", "keySequence", "mouseClick",
    "mouseDClick", "mouseEvent", "mouseMove", "mousePress", "mouseRelease", "wheelEvent",
)  # fmt: skip

_FIRST_PAUSES_MS = (1, 2, 3, 5, 8)
_PAUSE_MS = 10

_waits = False


def deliver_deletes() -> None:
    """Delete what was handed to `deleteLater` so far, unless that has to wait."""
    if not _waits:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def deletes_waiting() -> Iterator[None]:
    """Let what is deleted wait until the end, and delete it then.

    pytest-qt closes a test's widgets and hands them to `deleteLater` before the fixtures that made
    them come to shut them down.
    """
    global _waits  # noqa: PLW0603
    _waits = True
    try:
        yield
    finally:
        _waits = False
        deliver_deletes()


def run_as_a_loop() -> None:
    """Let every way in which a test handles events deliver deletes; once in a process is enough.

    pytest-qt waits in a `QEventLoop`, which by itself deletes only what it handles itself, and at
    its end leaves over what its last event asked for. It asks every 10 ms whether what is awaited
    has come; most comes sooner.
    """
    QtBot.waitUntil = _wait_until  # type: ignore[method-assign, assignment]
    _wrap(QCoreApplication, "processEvents", is_static=True)
    _wrap(QEventLoop, "exec", is_static=False)
    released = _let_go_after(QTest.mouseDClick, QTest.mouseRelease)
    QTest.mouseDClick = staticmethod(released)  # type: ignore[method-assign]
    for hand in _HANDS:
        _wrap(QTest, hand, is_static=True)


def _wait_until(_bot: QtBot, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
    """Wait as pytest-qt does until a callback returns true, or returns nothing and raises nothing.

    Raises:
        QtTimeoutError: It did not within so many milliseconds.
        ValueError: It returned something else.
    """
    __tracebackhide__ = True
    end = time.monotonic() + timeout / 1000
    for pause_ms in itertools.chain(_FIRST_PAUSES_MS, itertools.repeat(_PAUSE_MS)):
        failure: AssertionError | None = None
        try:
            result = callback()
            if result not in (None, True, False):
                raise ValueError(f"what is awaited is true, false or asserted, and not {result!r}")
            # A 0 and NumPy's false are equal to False and are not it: nothing has come yet.
            if result is None or result:
                return
        except AssertionError as error:
            failure = error
        if time.monotonic() > end:
            raise QtTimeoutError(f"waitUntil timed out in {timeout} milliseconds") from failure
        loop = QEventLoop()
        QTimer.singleShot(pause_ms, loop.quit)
        loop.exec()


def _let_go_after(
    double_click: Callable[..., None], release: Callable[..., None]
) -> Callable[..., None]:
    """Return a double click after which the button is up, as a person's is.

    Qt's own leaves it down, for this test and for all that come after it in the process: what is
    said only once the mouse is let go would be awaited for ever.
    """

    @functools.wraps(double_click)
    def handled(target: Any, *arguments: Any, **named: Any) -> None:
        double_click(target, *arguments, **named)
        if isValid(target):
            release(target, *arguments, **named)

    return handled


def _wrap(kind: Any, name: str, is_static: bool) -> None:
    handle: Callable[..., Any] = getattr(kind, name)

    @functools.wraps(handle)
    def handled(*arguments: Any, **named: Any) -> Any:
        try:
            return handle(*arguments, **named)
        finally:
            deliver_deletes()

    setattr(kind, name, staticmethod(handled) if is_static else handled)
