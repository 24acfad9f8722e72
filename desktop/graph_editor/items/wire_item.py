"""A wire on the canvas: a curve that runs straight into its port, so that labels have a place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import TEXT_SCALE, canvas_style
from engine.drawing.wire_curve import RUN, is_level, wire_curve

_GRAB_WIDTH = 14.0
_MARGIN = 5.0
_POINTS_A_BOX = 6
_NO_BRUSH = Qt.BrushStyle.NoBrush


class WireLook(Enum):
    """How a wire is drawn: (theme colour, width, dashed)."""

    NORMAL = ("wire", 1.7, False)
    LIT = ("accent", 2.4, False)
    SELECTED = ("selection", 3.0, False)
    FORWARD = ("value", 3.2, False)
    BACKWARD = ("gradient", 3.2, False)
    LOOSE = ("accent", 2.4, True)
    REFUSED = ("error", 2.4, True)
    CUT = ("error", 3.0, True)


class WireItem(CanvasItem):
    """Paints one wire between two points."""

    def __init__(self, start: QPointF, end: QPointF) -> None:
        self.look = WireLook.NORMAL
        self._pen: tuple[str, float, bool] = self.look.value
        self.start = QPointF(start)
        self.end = QPointF(end)
        self._run = RUN
        # Laid out when it is first asked for: labels and places may still change till then.
        self._path: QPainterPath | None = None
        self._bounds = QRectF()
        self._shape: QPainterPath | None = None
        self._boxes: list[QRectF] | None = None
        self._chords: list[QLineF] | None = None
        super().__init__(z=0)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def set_ends(self, start: QPointF, end: QPointF) -> None:
        """Run between other points."""
        if start == self.start and end == self.end:
            return
        self.start = QPointF(start)
        self.end = QPointF(end)
        self._change()

    def set_run(self, run: float) -> None:
        """Run straight for so long before the port, to carry a wider label."""
        run = max(RUN, run)
        if abs(run - self._run) > 0.5:
            self._run = run
            self._change()

    def set_look(self, look: WireLook) -> None:
        """Draw it another way."""
        if look is not self.look:
            self.look = look
            self._pen = look.value
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the cached bounds of the curve with its widest pen."""
        if self._path is None:
            self._lay_out()
        return self._bounds

    def shape(self) -> QPainterPath:
        """Return the curve widened to what a hand can hit; its rectangle would steal clicks."""
        if self._shape is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_GRAB_WIDTH)
            self._shape = stroker.createStroke(self._path or self._lay_out())
        return self._shape

    @property
    def middle(self) -> QPointF:
        """The middle of the curve."""
        return (self._path or self._lay_out()).pointAtPercent(0.5)

    def crossing(self, line: QLineF) -> QPointF | None:
        """Return where a straight line first meets the curve, or None where it does not."""
        if self._chords is None:
            path = self._path or self._lay_out()
            points = path.toSubpathPolygons()[0].toList()
            self._chords = [QLineF(*pair) for pair in pairwise(points)]
        for chord in self._chords:
            kind, place = chord.intersects(line)
            if kind is QLineF.IntersectionType.BoundedIntersection:
                return place
        return None

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the curve, unless it only passes round what is to be painted.

        A long curve's rectangle covers much that the curve never touches, and drawing a curve
        takes as long outside of the clip as inside.
        """
        path = self._path or self._lay_out()
        if self._misses(path, option.exposedRect):
            return
        is_far = painter.worldTransform().m11() < TEXT_SCALE
        painter.setPen(canvas_style().line_pen(*self._pen, is_far))
        painter.setBrush(_NO_BRUSH)
        painter.drawPath(path)

    def _change(self) -> None:
        if self._path is not None:
            self.prepareGeometryChange()
            self._path = self._shape = self._boxes = self._chords = None

    def _lay_out(self) -> QPainterPath:
        self._path = path = wire_path(self.start, self.end, self._run)
        self._bounds = _bounds_of(path)
        return path

    def _misses(self, path: QPainterPath, exposed: QRectF) -> bool:
        if exposed.contains(self._bounds):
            return False
        if self._boxes is None:
            self._boxes = list(_boxes_along(path))
        return not any(map(exposed.intersects, self._boxes))


def wire_path(start: QPointF, end: QPointF, wanted_run: float = RUN) -> QPainterPath:
    """Return the curve from an output to an input port (`engine.drawing.wire_curve`)."""
    ends = start.toTuple(), end.toTuple()
    curve = wire_curve(*ends, wanted_run)
    path = QPainterPath(start)
    if is_level(*ends, curve):
        path.lineTo(end)
        return path
    bend, way = QPointF(curve.bend, end.y()), QPointF(curve.reach, 0)
    path.cubicTo(start + way, bend - way, bend)
    path.lineTo(end)
    return path


def _boxes_along(path: QPainterPath) -> Iterator[QRectF]:
    """Cover the curve by small rectangles."""
    for polygon in path.toSubpathPolygons():
        points = polygon.toList()
        for begin in range(0, len(points) - 1, _POINTS_A_BOX):
            stretch = QPolygonF(points[begin : begin + _POINTS_A_BOX + 1])
            yield stretch.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def _bounds_of(path: QPainterPath) -> QRectF:
    return path.controlPointRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
