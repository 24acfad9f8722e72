"""The line of a curve, drawn with no more points than the screen can show."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.widgets.plot_style import FloatArray

# Points of one run within the same half pixel draw as one: a path that has arrived at its minimum
# is hundreds of them, and stroking each costs as much as stroking a long way.
_CELL_PX = 0.5
# A point this near to the line between its neighbours is not missed. Each pass looks at every
# second point, so that no two neighbours go at once and errors stay below a quarter of a pixel.
_FLAT_PX = 0.06
_PASSES = 4
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


class LineItem(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A polyline through points in data coordinates, broken where a number is missing."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the points in pixels, thinned."""
        x, y = self.getData()
        if x is None or len(x) == 0:
            return
        placed = painter.worldTransform()
        across = x * placed.m11() + placed.dx()
        up = y * placed.m22() + placed.dy()
        path = pg.arrayToQPath(*thinned(across, up), connect="finite")
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.opts["pen"])
        painter.drawPath(path)
        painter.restore()

    def viewTransformChanged(self) -> None:
        """Forget what was reckoned for another zoom."""
        super().viewTransformChanged()
        self.update()
