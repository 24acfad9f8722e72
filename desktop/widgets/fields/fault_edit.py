"""A line of text with a wavy line under the characters at fault."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.theme import theme, theme_notifier

_WAVE_LENGTH = 4.0
_WAVE_HEIGHT = 2.0


class FaultEdit(QLineEdit):
    """A line edit that can mark a stretch of its text as wrong.

    Signals:
        reverted(): Escape was pressed: what was typed shall go.
    """

    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault: tuple[int, int] | None = None
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def fault(self) -> tuple[int, int] | None:
        """Position and length of the stretch marked as wrong."""
        return self._fault

    def mark_fault(self, position: int, length: int) -> None:
        """Mark a stretch; one of no length is the place where something is missing."""
        self._fault = (position, length)
        self._restyle(is_invalid=True)

    def clear_fault(self) -> None:
        """Take the mark away."""
        if self._fault is not None:
            self._fault = None
            self._restyle(is_invalid=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape bring back what stood before."""
        if event.key() == Qt.Key.Key_Escape:
            self.reverted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the wave below the fault."""
        super().paintEvent(event)
        if self._fault is None:
            return
        position, length = self._fault
        left, right = self._x_of(position), self._x_of(position + max(length, 1))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(6, 0, -6, 0))
        painter.setPen(QPen(theme().color("error"), 1.6))
        baseline = (self.height() + self.fontMetrics().height()) / 2 + 0.5
        right = max(right, left + 2 * _WAVE_LENGTH)
        # A fault of a thousand characters is drawn as far as it is seen.
        seen = max(left, -_WAVE_LENGTH), min(right, self.width() + _WAVE_LENGTH)
        painter.drawPolyline(wave(*seen, baseline))
        painter.end()

    def _x_of(self, position: int) -> float:
        """Return where a character begins, reckoned from the cursor, whose place Qt tells."""
        metrics = self.fontMetrics()
        text, caret = self.text(), self.cursorPosition()
        # Beyond the end, where something is missing, a character is as wide as a space.
        beyond = max(0, position - len(text)) * metrics.horizontalAdvance(" ")
        at_caret = metrics.horizontalAdvance(text[:caret])
        offset = metrics.horizontalAdvance(text[:position]) - at_caret
        return self.cursorRect().center().x() + 1 + offset + beyond

    def _restyle(self, *, is_invalid: bool) -> None:
        set_look(self, "invalid", is_invalid)
        self.update()

    def _on_theme_changed(self) -> None:
        self.setFont(theme().font("mono"))
        self.update()


class EntryEdit(FaultEdit):
    """A line that is checked when it is entered, and not letter by letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _: self.clear_fault())

    def mark_fault(self, position: int, length: int) -> None:
        """Mark a stretch, and bring it into sight with the caret behind it."""
        self.setCursorPosition(position + length)
        super().mark_fault(position, length)


def wave(left: float, right: float, y: float) -> QPolygonF:
    """Return the wavy line that marks a fault, from left to right."""
    points = []
    x, is_up = left, False
    while x <= right:
        points.append(QPointF(x, y - _WAVE_HEIGHT if is_up else y))
        x, is_up = x + _WAVE_LENGTH / 2, not is_up
    return QPolygonF(points)
