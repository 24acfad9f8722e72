"""A row of panels with lines between them that can be moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from desktop.foundation.theme import theme


class _Line(QSplitterHandle):
    """One pixel in the colour of borders, and of the accent under the mouse."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Fill it with the line."""
        painter = QPainter(self)
        name = "accent" if self.underMouse() else "border"
        painter.fillRect(self.contentsRect(), theme().color(name))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Paint anew when the mouse comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class ThinSplitter(QSplitter):
    """Needs no style sheet, so that each panel in it may be styled by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return a handle that paints the line."""
        line = _Line(self.orientation(), self)
        line.setAttribute(Qt.WidgetAttribute.WA_Hover)
        return line
