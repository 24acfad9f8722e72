"""Presentation mode: the page alone on the whole screen, which Escape always leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget


class Presentation(QObject):
    """Shows a window full screen without its bars, and brings both back.

    Signals:
        changed(is_on: bool): The mode was entered or left.
    """

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, bars: Sequence[QWidget]) -> None:
        """Prepare the mode; the window stays as it is."""
        super().__init__(window)
        self._window = window
        self._bars = tuple(bars)
        self._is_on = False
        self._was_maximized = False
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)
        # A page may use Escape as well; Qt then tells each of them that the key is ambiguous.
        self._escape.activatedAmbiguously.connect(self.leave)

    @property
    def is_on(self) -> bool:
        """Whether the mode is on."""
        return self._is_on

    def toggle(self) -> None:
        """Enter the mode, or leave it."""
        if self._is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Fill the screen with the page."""
        if self._is_on:
            return
        self._was_maximized = self._window.isMaximized()
        self._show_bars(are_shown=False)
        self._escape.setEnabled(True)
        self._window.showFullScreen()
        self._set(is_on=True)

    def leave(self) -> None:
        """Bring back the bars, and the window as large as it was."""
        if not self._is_on:
            return
        self._escape.setEnabled(False)
        self._show_bars(are_shown=True)
        if self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()
        self._set(is_on=False)

    def _show_bars(self, *, are_shown: bool) -> None:
        for bar in self._bars:
            bar.setVisible(are_shown)

    def _set(self, *, is_on: bool) -> None:
        self._is_on = is_on
        self.changed.emit(is_on)
