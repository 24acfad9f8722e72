"""Changes the theme of a program that goes on answering, and shows the change in one go."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.foundation.theme import change_theme

# How long one turn of the event loop is worked before events are handled again.
_SLICE_S = 0.012


class Restyler(QObject):
    """Does the pieces of a change between events, and lets nothing be painted half changed."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Change nothing yet."""
        super().__init__(parent)
        self._app = app
        self._pieces: Iterator[bool] = iter(())
        self._held: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def change(self, name: str, scale: float) -> None:
        """Begin to put a theme in force, with as much as there is time for in one slice.

        Args:
            name: ``"light"`` or ``"dark"``.
            scale: The zoom of the interface.
        """
        self._pieces = change_theme(self._app, name, scale)
        self._hold()
        self._timer.start()
        self._on_timeout()

    def finish(self) -> None:
        """Do the rest at once."""
        for _ in self._pieces:
            pass
        self._timer.stop()
        self._let_go()

    def _on_timeout(self) -> None:
        end = time.perf_counter() + _SLICE_S
        for is_all_seen in self._pieces:
            if is_all_seen:
                self._let_go()
            if time.perf_counter() >= end:
                return
        self._timer.stop()
        self._let_go()

    def _hold(self) -> None:
        held = [window for window in self._app.topLevelWidgets() if _is_painted(window)]
        for window in held:
            window.setUpdatesEnabled(False)
        self._held += held

    def _let_go(self) -> None:
        held, self._held = self._held, []
        for window in held:
            if isValid(window):
                window.setUpdatesEnabled(True)


def _is_painted(window: QWidget) -> bool:
    return window.isVisible() and window.updatesEnabled()
