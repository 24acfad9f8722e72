"""Changes the theme of a program that goes on answering, and shows the change in one go."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.foundation.theme import change_theme
from desktop.tasks.turns import PAUSE, Turns


class Restyler(QObject):
    """Does the pieces of a change between events, and lets nothing be painted half changed."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Change nothing yet."""
        super().__init__(parent)
        self._app = app
        self._held: list[QWidget] = []
        self._turns = Turns(self)

    @property
    def is_busy(self) -> bool:
        """Whether a theme has not reached every part yet, be it one that nobody sees."""
        return self._turns.is_busy

    def change(self, name: str, scale: float) -> None:
        """Begin to put a theme in force, with as much as there is time for in one slice.

        Args:
            name: ``"light"`` or ``"dark"``.
            scale: The zoom of the interface.
        """
        self._turns.begin(self._changing(name, scale))

    def finish(self) -> None:
        """Do the rest at once."""
        self._turns.finish()

    def _changing(self, name: str, scale: float) -> Iterator[object]:
        self._hold()
        try:
            for is_all_seen in change_theme(self._app, name, scale):
                if is_all_seen and self._held:
                    # Layouts and painting get turns of their own.
                    yield PAUSE
                    self._let_go()
                    yield PAUSE
                yield is_all_seen
        finally:
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
