"""The frame round the canvas while keys lead and it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme

_WIDTH = 2


class FocusRing(QWidget):
    """Lies over a widget's border alone, so that scrolling below it stays cheap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, area: QRect) -> None:
        """Lie round the inside of an area of the parent."""
        self.setGeometry(area)
        inner = self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame in the colour of the focus."""
        painter = QPainter(self)
        pen = QPen(theme().color("accent"), 2 * _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect())
        painter.end()
