"""The sentence below a field that says what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.widgets.fields.reading_choices import ReadingChoices

_UNTIL_RELEASED_MS = 30
_GAP_PX = 4


class ProblemLabel(PlainLabel):
    """Takes room while something is wrong, and none else.

    It comes and goes while no button of the mouse is down. A field that is left by a click is
    refused in the midst of that click, and what was aimed at may not move away from under it.

    Where what was typed can be read in several ways, the sentence asks, and below it stands a
    button for each reading.

    Signals:
        said(): A sentence is shown, which the layouts make room for.
        chosen(index: int): A reading was chosen, by its place.
    """

    said = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._choices: ReadingChoices | None = None
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
        if self._choices is not None and sentence != self._sentence:
            self._choices.offer(())
        self._sentence = sentence
        self._show_sentence()

    @property
    def choices(self) -> ReadingChoices | None:
        """The buttons below the sentence, once something was asked."""
        return self._choices

    def ask(self, sentence: str, words: Sequence[str], field: QWidget) -> None:
        """Ask which reading is meant.

        Args:
            sentence: The question.
            words: What stands on the buttons.
            field: Where the text was typed.
        """
        if self._choices is None:
            self._choices = ReadingChoices(field, self)
            self._choices.chosen.connect(self.chosen)
        self._sentence = sentence
        self._choices.offer(words)
        self._show_sentence()
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._room_for_choices()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the sentence and the buttons."""
        size = super().sizeHint()
        if not self._is_asking():
            return size
        row = self._row.sizeHint()
        return QSize(max(size.width(), row.width()), size.height() + _GAP_PX + row.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room for the sentence and the buttons."""
        size = super().minimumSizeHint()
        if not self._is_asking():
            return size
        row = self._row.minimumSizeHint()
        return QSize(max(size.width(), row.width()), size.height() + _GAP_PX + row.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height that the sentence and the buttons have at a width."""
        height = super().heightForWidth(width)
        if not self._is_asking():
            return height
        return height + _GAP_PX + self._row.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence."""
        super().resizeEvent(event)
        self._room_for_choices()

    @property
    def _row(self) -> ReadingChoices:
        assert self._choices is not None
        return self._choices

    def _is_asking(self) -> bool:
        return self._choices is not None and bool(self._choices.buttons)

    def _room_for_choices(self) -> None:
        if self._is_asking():
            top = super().heightForWidth(self.width()) + _GAP_PX
            height = self._row.heightForWidth(self.width())
            self._row.setGeometry(QRect(0, top, self.width(), height))

    def _show_sentence(self) -> None:
        if self.text() == self._sentence and self.isHidden() is not bool(self._sentence):
            # It stands there already.
            self._later.stop()
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
            return
        self._later.stop()
        self.setText(self._sentence)
        self.setVisible(bool(self._sentence))
        if self._sentence:
            self.said.emit()
