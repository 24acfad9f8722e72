"""The dots behind the graph, which show that the canvas moves and how large it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTransform

from desktop.graph_editor.items.canvas_style import canvas_style

_SPACING = 24.0
_SMALLEST_SPACING_PX = 14.0


class CanvasGrid:
    """Paints the ground of the canvas; the dots of one view are computed once."""

    def __init__(self) -> None:
        self._key: object = None
        self._dots = QPolygonF()

    def paint(
        self, painter: QPainter, exposed: QRectF, seen: QRectF, transform: QTransform
    ) -> None:
        """Fill the exposed area and paint the dots of what is seen.

        Args:
            painter: Paints in scene coordinates.
            exposed: What has to be painted.
            seen: The part of the scene in the viewport.
            transform: From the scene to the viewport.
        """
        style = canvas_style()
        painter.fillRect(exposed, style.brush("canvas"))
        key = (seen.getRect(), transform.m11())
        if key != self._key:
            self._key = key
            self._dots = _dots(seen, transform.m11())
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            dot = QPen(style.color("grid"), 1.6 if transform.m11() >= 1 else 1.0)
            dot.setCosmetic(True)
            painter.setPen(dot)
            painter.drawPoints(self._dots)
        finally:
            painter.restore()


def _dots(seen: QRectF, scale: float) -> QPolygonF:
    spacing = _SPACING
    while spacing * scale < _SMALLEST_SPACING_PX:
        spacing *= 2
    left = int(seen.left() // spacing)
    right = int(seen.right() // spacing) + 1
    top = int(seen.top() // spacing)
    bottom = int(seen.bottom() // spacing) + 1
    return QPolygonF(
        [
            QPointF(column * spacing, row * spacing)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
    )
