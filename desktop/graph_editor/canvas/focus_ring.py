"""The frame round the canvas while keys lead and it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme

_WIDTH = 2
_KEY_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over a widget's border alone, so that scrolling below it stays cheap.

    A hand with a mouse sees where it is; only keys need the frame.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._watched = parent
        self._is_wanted = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, area: QRect) -> None:
        """Lie round the inside of an area of the parent."""
        self.setGeometry(area)
        inner = self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()

    def note_key(self) -> None:
        """Show it: keys lead."""
        self._is_wanted = True
        self.setVisible(self._watched.hasFocus())

    def note_mouse(self) -> None:
        """Hide it: the mouse leads."""
        self._is_wanted = False
        self.hide()

    def enter(self, reason: Qt.FocusReason) -> None:
        """Show it where a key has given the focus, or keys led when it went."""
        self._is_wanted = self._is_wanted or reason in _KEY_REASONS
        self.setVisible(self._is_wanted)

    def leave(self) -> None:
        """Hide it: the focus is elsewhere."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame in the colour of the focus."""
        painter = QPainter(self)
        pen = QPen(theme().color("accent"), 2 * _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect())
        painter.end()
