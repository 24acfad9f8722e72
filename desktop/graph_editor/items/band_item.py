"""The rubber band: the rectangle drawn while selecting by area."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import canvas_style

_FILL_OPACITY = 0.10


class BandItem(CanvasItem):
    """Paints the rubber band above everything."""

    def __init__(self) -> None:
        self._area = QRectF()
        super().__init__(z=4)

    def set_area(self, area: QRectF) -> None:
        """Cover another area of the scene."""
        self.prepareGeometryChange()
        self._area = QRectF(area)

    def boundingRect(self) -> QRectF:
        """Return the area with room for its border at small scales."""
        return self._area.adjusted(-8, -8, 8, 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a thin border round a faint fill."""
        style = canvas_style()
        painter.save()
        try:
            painter.setOpacity(_FILL_OPACITY)
            painter.fillRect(self._area, style.brush("accent"))
            painter.setOpacity(1.0)
            border = QPen(style.color("accent"), 1.0)
            border.setCosmetic(True)
            painter.setPen(border)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._area)
        finally:
            painter.restore()
