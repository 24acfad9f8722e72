"""What is drawn while a hand is at work: rubber band, knife, guides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import canvas_style

_FILL_OPACITY = 0.10
_MARK = 5.0
# Room for pens and marks, which keep their size on the screen down to a tenth of it.
_MARGIN = 60.0
_DASHES = (6.0, 4.0)
_TICK = 6.0


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


class KnifeItem(CanvasItem):
    """Paints the cut above everything."""

    def __init__(self) -> None:
        self.line = QLineF()
        self.marks: tuple[QPointF, ...] = ()
        super().__init__(z=4)

    def set_cut(self, line: QLineF, marks: Sequence[QPointF]) -> None:
        """Cut along a line.

        Args:
            line: From where the hand began to where it is, in the scene.
            marks: Where the line meets the wires that it cuts.
        """
        self.prepareGeometryChange()
        self.line = QLineF(line)
        self.marks = tuple(marks)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the line's rectangle with room for its marks."""
        area = QRectF(self.line.p1(), self.line.p2()).normalized()
        return area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a dashed line, and a cross on each wire that it cuts."""
        color = canvas_style().color("error")
        pen = QPen(color, 1.6)
        pen.setCosmetic(True)
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(self.line)
        pen = QPen(color, 2.4)
        pen.setCosmetic(True)
        painter.setPen(pen)
        reach = _MARK / max(painter.worldTransform().m11(), 0.1)
        for mark in self.marks:
            for slope in (-reach, reach):
                step = QPointF(reach, slope)
                painter.drawLine(mark - step, mark + step)


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
