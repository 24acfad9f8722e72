"""Shaded ranges along an axis of a plot, hundreds of them as one thing."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.widgets.plots.plot_marks import Mark
from desktop.widgets.plots.plot_scale import PlotScale
from desktop.widgets.plots.plot_style import Colour, resolve

_Z_BANDS, _Z_HATCHED = -50, -150


class _BandsItem(pg.GraphicsObject):  # type: ignore[misc]
    """Fills ranges of one axis from edge to edge of the view; it has no size of its own."""

    def __init__(self, horizontal: bool) -> None:
        super().__init__()
        self._horizontal = horizontal
        self._ranges: Sequence[tuple[float, float]] = ()
        self._brush = QBrush()
        self._is_hatched = False

    def show_ranges(
        self, ranges: Sequence[tuple[float, float]], brush: QBrush, *, is_hatched: bool
    ) -> None:
        """Fill other ranges, in the order of their places."""
        self._ranges, self._brush, self._is_hatched = ranges, brush, is_hatched
        if is_hatched:
            self._brush.setStyle(Qt.BrushStyle.BDiagPattern)
        # What is hatched lies below pictures, which are left out where there is nothing.
        self.setZValue(_Z_HATCHED if is_hatched else _Z_BANDS)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole view."""
        return QRectF(self.viewRect())

    def dataBounds(self, *_args: object) -> None:
        """Widen no view."""

    def viewRangeChanged(self) -> None:
        """Reach to the edges of another view."""
        self.prepareGeometryChange()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Fill what lies in the view."""
        view = self.boundingRect()
        edges = (view.top(), view.bottom()) if self._horizontal else (view.left(), view.right())
        rectangles = []
        for ends in self._ranges:
            low, high = max(ends[0], edges[0]), min(ends[1], edges[1])
            if low < high and self._horizontal:
                rectangles.append(QRectF(view.left(), low, view.width(), high - low))
            elif low < high:
                rectangles.append(QRectF(low, view.top(), high - low, view.height()))
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_hatched:
            # In pixels, or the hatching would be stretched as the axes are.
            placed = painter.worldTransform()
            rectangles = [placed.mapRect(each) for each in rectangles]
            painter.resetTransform()
        painter.setBrush(self._brush)
        painter.drawRects(rectangles)
        painter.restore()


class BandsMark(Mark):
    """Shaded ranges along one axis."""

    def __init__(self, orientation: str) -> None:
        self.horizontal = orientation == "horizontal"
        self._item = _BandsItem(self.horizontal)
        self._item.setZValue(_Z_BANDS)
        super().__init__(self._item)
        self.ranges: list[tuple[float, float]] = []
        self.colour: Colour = "gradient_ground"
        self.alpha = 1.0
        self.is_hatched = False

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        placed = scale.end_y if self.horizontal else scale.end_x
        ranges = [(placed(low), placed(high)) for low, high in self.ranges]
        brush = QBrush(resolve(self.colour, self.alpha))
        self._item.show_ranges(ranges, brush, is_hatched=self.is_hatched)
