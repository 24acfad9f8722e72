"""The knife: the line drawn across wires to cut them, with a mark where it meets each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import canvas_style

_MARK = 5.0
# Room for pens and marks, which keep their size on the screen down to a tenth of it.
_MARGIN = 60.0
_DASHES = (6.0, 4.0)


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
