"""Draws formulas before they are wanted, one at a time, while nothing else is to be done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from desktop.desk.settling import Settling
from desktop.foundation.theme import theme
from desktop.widgets.formulas.formula_picture import formula_picture, is_quick

_SIZE_PX = 16.0


class FormulaWarmer(QObject, Settling):
    """Fills the store of formula pictures ahead of time.

    It waits until nothing has been asked for a while, so that a slider that is dragged keeps its
    frames, and then draws one formula in each turn of the event loop. Those that would take longer
    than a frame or two are left to the views, which draw them on another thread.
    """

    def __init__(self, parent: QObject | None = None, *, delay_ms: int = 150) -> None:
        """Make a warmer that begins so many milliseconds after the last request."""
        super().__init__(parent)
        self._find: Callable[[], Iterable[str]] | None = None
        self._waiting: deque[str] = deque()
        self._delay_ms = delay_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be drawn."""
        return self._timer.isActive()

    def warm(self, find: Callable[[], Iterable[str]]) -> None:
        """Draw the formulas that `find` returns when the time has come, and none asked before."""
        self._find = find
        self._waiting.clear()
        self._timer.start(self._delay_ms)

    def shutdown(self) -> None:
        """Forget what is still to be drawn."""
        self._timer.stop()
        self._find = None
        self._waiting.clear()

    def _on_timeout(self) -> None:
        if self._find is not None:
            self._waiting.extend(
                dict.fromkeys(line for line in self._find() if line and is_quick(line))
            )
            self._find = None
        elif self._waiting:
            formula_picture(self._waiting.popleft(), theme().color("text").name(), _SIZE_PX)
        if self._waiting:
            self._timer.start(0)
