"""The sentence below a field that says what is wrong with what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel

_UNTIL_RELEASED_MS = 30


class ProblemLabel(PlainLabel):
    """Takes room while something is wrong, and none else.

    It comes and goes while no button of the mouse is down. A field that is left by a click is
    refused in the midst of that click, and what was aimed at may not move away from under it.

    Signals:
        said(): A sentence is shown, which the layouts make room for.
    """

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._later = Delay(_UNTIL_RELEASED_MS, self._show_sentence, self)
        self.setProperty("kind", "error")
        self.setWordWrap(True)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is wrong, shown or about to be; '' for nothing."""
        return self._sentence

    def say(self, sentence: str) -> None:
        """Say what is wrong, or with an empty text that nothing is."""
        self._sentence = sentence
        self._show_sentence()

    def _show_sentence(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
            return
        self._later.stop()
        self.setText(self._sentence)
        self.setVisible(bool(self._sentence))
        if self._sentence:
            self.said.emit()
