"""The ends of the number range as data, and a guard that names what could not be shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.ranges import LARGEST, SMALLEST

# Denormals, zeros, ordinary numbers, squares that overflow, the ends themselves.
NUMBERS = (
    0.0, -0.0, SMALLEST, -SMALLEST, 1e-310, 1e-155, 1.0, -1.0, 1e16, 1e155, -1e155, 1e300, -1e308,
    LARGEST, -LARGEST,
)  # fmt: skip
BEYOND = (math.inf, -math.inf, math.nan)
# Equal, adjacent, tiny, huge, and such that their difference overflows.
RANGES = (
    (0.0, 0.0),
    (1.0, 1.0),
    (1.0, math.nextafter(1.0, 2.0)),
    (-SMALLEST, SMALLEST),
    (0.0, 1e-310),
    (1e16, 1e16 + 2.0),
    (-1e300, 1e300),
    (1e308, LARGEST),
    (-LARGEST, LARGEST),
)


@contextmanager
def sound(qtbot: QtBot, what: str) -> Iterator[None]:
    """Fail, naming what was shown, where an exception leaves the block or a handler of Qt.

    A warning of NumPy is an exception in tests, and one of Qt fails the test at its end.
    """
    with qtbot.captureExceptions() as raised:
        try:
            yield
        except Exception as error:
            error.add_note(f"while showing {what}")
            raise
    assert not raised, f"while showing {what}: {raised[0][1]!r}"


def paint(widget: QWidget) -> None:
    """Let everything pending happen: what is seen and has changed is painted then.

    What a window does not show, and so never paints, is painted into a picture.
    """
    QApplication.processEvents()
    if not _is_painted_by_qt(widget):
        widget.grab()


def paint_whole(widget: QWidget) -> None:
    """Let everything pending happen, and paint all of the widget, changed or not."""
    QApplication.processEvents()
    widget.grab()


def _is_painted_by_qt(widget: QWidget) -> bool:
    # Only a window that has been shown has one of the system's.
    window: QWindow | None = widget.window().windowHandle()
    return window is not None and window.isExposed() and widget.isVisible()
