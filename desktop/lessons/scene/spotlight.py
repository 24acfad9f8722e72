"""A ring round the part of a page that is meant."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme, theme_notifier

_LINE_PX, _ROUND_PX = 3, 6


class Spotlight(QWidget):
    """Lies over a page, lets every click through, and rings one part of it.

    It follows the part when that moves, and is gone with it.
    """

    def __init__(self, page: QWidget, part: QWidget) -> None:
        """Ring a part.

        Args:
            page: What the part is in; the ring dies with it.
            part: What is meant.
        """
        super().__init__(page)
        self._part = part
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.installEventFilter(self)
        page.installEventFilter(self)
        part.destroyed.connect(self.deleteLater)
        theme_notifier().follow(self.update, only_paints=True)
        self._follow()

    @property
    def part(self) -> QWidget:
        """What is ringed."""
        return self._part

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is ringed."""
        moving = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in (*moving, QEvent.Type.LayoutRequest):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = theme().px(_LINE_PX)
            painter.setPen(QPen(theme().color("accent"), width))
            edge = width // 2 + 1
            radius = theme().px(_ROUND_PX)
            painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), radius, radius)

    def _follow(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        part = self._part
        is_seen = part.isVisibleTo(page)
        if is_seen:
            place = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
            self.setGeometry(place.intersected(page.rect()))
            self.raise_()
        self.setVisible(is_seen)
