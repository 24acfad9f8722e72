"""The line of a curve, drawn with no more points than the screen can show."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.widgets.plots.plot_stroke import near_pieces, strokes
from desktop.widgets.plots.plot_style import FloatArray

# Points of one run within the same half pixel draw as one: a path that has arrived at its minimum
# is hundreds of them, and stroking each costs as much as stroking a long way.
_CELL_PX = 0.5
# A point this near to the line between its neighbours is not missed. Each pass looks at every
# second point, so that no two neighbours go at once and errors stay below a quarter of a pixel.
_FLAT_PX = 0.06
_PASSES = 4
_LONGEST_DASHED_PX = 1e4
_FEWEST = 16


def thinned(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Leave out points that nobody would see missing; the first and the last stay.

    Args:
        x: places in pixels, shape (n,); NaN breaks the line and stays.
        y: likewise.
    """
    if len(x) < _FEWEST:
        return x, y
    cells_x, cells_y = np.floor(x / _CELL_PX), np.floor(y / _CELL_PX)
    kept = np.ones(len(x), dtype=bool)
    # A comparison with NaN is true, so gaps and what follows them stay.
    kept[1:-1] = (cells_x[1:-1] != cells_x[:-2]) | (cells_y[1:-1] != cells_y[:-2])
    x, y = x[kept], y[kept]
    for _ in range(_PASSES):
        if len(x) < _FEWEST:
            break
        kept = np.ones(len(x), dtype=bool)
        kept[1:-1:2] = ~_is_on_the_way(x, y)
        x, y = x[kept], y[kept]
    return x, y


def _is_on_the_way(x: FloatArray, y: FloatArray) -> np.ndarray:
    """For every second inner point, whether the line between its neighbours passes through it.

    One at which the line turns back is not, however near it lies to that line.
    """
    before_x, before_y = x[1:-1:2] - x[:-2:2], y[1:-1:2] - y[:-2:2]
    after_x, after_y = x[2::2] - x[1:-1:2], y[2::2] - y[1:-1:2]
    whole_x, whole_y = before_x + after_x, before_y + after_y
    twice_area = np.abs(before_x * whole_y - before_y * whole_x)
    is_near = twice_area <= _FLAT_PX * np.hypot(whole_x, whole_y)
    return is_near & (before_x * after_x + before_y * after_y >= 0)


def near_view(item: Any, room: QRectF) -> QRectF:
    """Return the part of an item's room that lies near what its view shows.

    Qt looks for what is to be painted in whole pixels, and so misses what reaches farther than they
    can count.

    Args:
        item: One of the library's, in a view or not.
        room: In the item's coordinates.
    """
    seen = item.viewRect()
    if seen is None or seen.isEmpty():
        return room
    near = seen.adjusted(-seen.width(), -seen.height(), seen.width(), seen.height())
    left, right = max(room.left(), near.left()), min(room.right(), near.right())
    top, bottom = max(room.top(), near.top()), min(room.bottom(), near.bottom())
    # What lies beside the view altogether is a point at its edge.
    return QRectF(left, top, max(right - left, 0.0), max(bottom - top, 0.0))


class LineItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """A polyline through points in data coordinates, broken where a number is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._x: FloatArray = np.empty(0)
        self._y: FloatArray = np.empty(0)
        self._pen = QPen()
        self._room: QRectF | None = None
        self._pixel: tuple[float, float] | None = None
        self._pieces = PrimitiveArray(QLineF, 4)
        # What the pieces were cut for, or None.
        self._cut_for: tuple[float, ...] | None = None

    def set_line(self, x: FloatArray, y: FloatArray, pen: QPen) -> None:
        """Show another line; where it is the one that is shown, nothing is to be done.

        Of seven methods that race, a slider changes the path of one.

        Args:
            x: places in data coordinates, shape (n,).
            y: likewise.
            pen: what to draw it with, of a width in pixels.
        """
        is_drawn = np.isfinite(x) & np.isfinite(y)
        # Copies, because the caller may write the next numbers into the same arrays.
        x, y = np.where(is_drawn, x, np.nan), np.where(is_drawn, y, np.nan)
        if pen == self._pen and np.array_equal(x, self._x) and np.array_equal(y, self._y):
            return
        self.prepareGeometryChange()
        self._x, self._y, self._pen, self._room, self._cut_for = x, y, pen, None, None
        self.informViewBoundsChanged()
        self.update()

    # The library calls it with these names.
    def dataBounds(
        self,
        ax: int,
        frac: float = 1.0,
        orthoRange: tuple[float, float] | None = None,  # noqa: N803
    ) -> tuple[float | None, float | None]:
        """Return the range along an axis, for a view that fits its data."""
        along, across = (self._x, self._y) if ax == 0 else (self._y, self._x)
        if orthoRange is not None:
            along = along[(across >= orthoRange[0]) & (across <= orthoRange[1])]
        if not len(along):
            return None, None
        low, high = float(np.fmin.reduce(along)), float(np.fmax.reduce(along))
        return (low, high) if math.isfinite(low) else (None, None)

    def pixelPadding(self) -> float:
        """Return how far the line reaches beyond its points, in pixels."""
        return self._pen.widthF()

    def boundingRect(self) -> QRectF:
        """Return the room of the line, at today's zoom."""
        if self._room is None:
            self._room = self._measured()
        return self._room

    def _measured(self) -> QRectF:
        left, right = self.dataBounds(0)
        bottom, top = self.dataBounds(1)
        if left is None or right is None or bottom is None or top is None:
            return QRectF()
        if self._pixel is None:
            across, up = self.pixelSize()
            # There is no pixel before the plot has a size.
            self._pixel = (across or 0.0, up or 0.0)
        across, up = (length * self.pixelPadding() for length in self._pixel)
        room = QRectF(left - across, bottom - up, right - left + 2 * across, top - bottom + 2 * up)
        return near_view(self, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the points in pixels, thinned."""
        if not len(self._x):
            return
        placed = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._can_be_strokes(painter):
            self._draw_strokes(painter, placed)
        else:
            painter.setPen(self._pen)
            self._draw_path(painter, placed)
        painter.restore()

    def _draw_path(self, painter: QPainter, placed: QTransform) -> None:
        """Draw the line as one path, cut to what is near: a painter dashes all of it."""
        x, y = self._in_pixels(placed)
        seen = painter.viewport()
        points, connected = near_pieces(x, y, (float(seen.width()), float(seen.height())))
        ends = points.reshape(-1, 4)
        long = float(np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]).sum())
        if long > _LONGEST_DASHED_PX and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            # Back and forth across the picture so often, dashes cannot be told, but take seconds.
            painter.setPen(QPen(self._pen.brush(), self._pen.widthF()))
            painter.drawLines([QLineF(*piece) for piece in ends.tolist()])
        else:
            painter.drawPath(pg.arrayToQPath(points[:, 0], points[:, 1], connect=connected))

    def _in_pixels(self, placed: QTransform) -> tuple[FloatArray, FloatArray]:
        # A number may be finite in the data and not so in pixels.
        with np.errstate(all="ignore"):
            return thinned(
                self._x * placed.m11() + placed.dx(), self._y * placed.m22() + placed.dy()
            )

    def _can_be_strokes(self, painter: QPainter) -> bool:
        """Whether it is drawn as pixels, in a colour that may lie over itself."""
        is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
        return is_raster and self._pen.color().alpha() == 255 and self._pen.widthF() > 1.0

    def _draw_strokes(self, painter: QPainter, placed: QTransform) -> None:
        # The pen counts the device's pixels, and the places are the interface's.
        width = self._pen.widthF() / (painter.deviceTransform().m11() or 1.0)
        seen = painter.viewport()
        room = (float(seen.width()), float(seen.height()))
        wanted = (placed.m11(), placed.dx(), placed.m22(), placed.dy(), width, *room)
        if wanted != self._cut_for:
            self._cut_for = wanted
            self._cut(placed, width, room)
        plain = QPen(self._pen.brush(), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(plain)
        painter.drawLines(*self._pieces.drawargs())

    def _cut(self, placed: QTransform, width: float, room: tuple[float, float]) -> None:
        is_dashed = self._pen.style() == Qt.PenStyle.CustomDashLine
        dashes = [length * width for length in self._pen.dashPattern()] if is_dashed else []
        pieces = strokes(*self._in_pixels(placed), width, dashes, room)
        self._pieces.resize(len(pieces))
        self._pieces.ndarray()[:] = pieces

    def viewTransformChanged(self) -> None:
        """Forget what was reckoned for another zoom."""
        self._room = self._pixel = None
        self.prepareGeometryChange()
        self.update()
