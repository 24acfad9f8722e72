"""The guides that show while nodes are dragged: what they line up with, and equal gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import canvas_style

_TICK = 6.0
_MARGIN = 60.0


@dataclass(frozen=True)
class Guide:
    """A line that shows why something snapped.

    Attributes:
        line: Where it runs in the scene.
        is_gap: Whether it measures one of several equal gaps; ticks then end it.
    """

    line: QLineF
    is_gap: bool = False


class GuidesItem(CanvasItem):
    """Paints the guides above everything, thin at any zoom."""

    def __init__(self) -> None:
        self.guides: tuple[Guide, ...] = ()
        self._bounds = QRectF()
        super().__init__(z=4)

    def set_guides(self, guides: Sequence[Guide]) -> None:
        """Show other guides."""
        self.prepareGeometryChange()
        self.guides = tuple(guides)
        bounds = QRectF()
        for guide in guides:
            area = QRectF(guide.line.p1(), guide.line.p2()).normalized()
            bounds = bounds.united(area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._bounds = bounds
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the cached rectangle round all guides."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint each line; a gap has ticks at its ends."""
        pen = QPen(canvas_style().color("accent"), 1.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = _TICK / max(painter.worldTransform().m11(), 0.1)
        for guide in self.guides:
            painter.drawLine(guide.line)
            if guide.is_gap:
                is_flat = guide.line.dy() == 0
                tick = QPointF(0, reach) if is_flat else QPointF(reach, 0)
                for end in (guide.line.p1(), guide.line.p2()):
                    painter.drawLine(end - tick, end + tick)
