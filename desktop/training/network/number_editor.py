"""A small field over the drawing in which one weight or bias is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.widgets.number_text import format_number, parse_number
from engine.quoting import brief

_WIDTH_PX, _HEIGHT_PX = 96, 30
_DIGITS = 17


class NumberEditor(QLineEdit):
    """Types a number in place: Enter takes it over, Escape leaves what stood there.

    Signals:
        committed(value: float): A number was typed.
        closed(): The field is gone.
    """

    committed = Signal(float)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = parent
        self.hide()
        self.setAccessibleName(self.tr("Weight or bias"))
        self.setToolTip(self.tr("Type a number such as 0.5, 1/2 or 1e-3 and press Enter"))
        self.setWhatsThis(self.toolTip())

    def open(self, value: float, box: QRectF) -> None:
        """Show the field over a rectangle of its parent, with a number to type over."""
        width, height = theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX)
        area = self._drawing.rect()
        left = min(max(0.0, box.center().x() - width / 2), area.width() - width)
        top = min(max(0.0, box.center().y() - height / 2), area.height() - height)
        self.setGeometry(round(left), round(top), round(width), round(height))
        self.setText(format_number(value, _DIGITS))
        self._mark_invalid(False)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number over on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes: what was not confirmed is not taken over."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()

    def _commit(self) -> None:
        value = parse_number(self.text())
        if value is None:
            self._mark_invalid(True)
            sentence = self.tr("“{0}” is not a number: type 0.5, 1/2 or 1e-3").format(
                brief(self.text())
            )
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), plain(sentence), self)
            return
        if self.isModified():
            self.committed.emit(value)
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _mark_invalid(self, invalid: bool) -> None:
        self.setProperty("invalid", invalid)
        self.style().unpolish(self)
        self.style().polish(self)
