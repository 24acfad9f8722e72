"""A filled outline in a plot, such as a histogram that lies on its side."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QGraphicsPathItem

from desktop.widgets.plot_marks import Mark
from desktop.widgets.plot_scale import PlotScale
from desktop.widgets.plot_style import Colour, FloatArray, pen, resolve
from engine import ranges

_Z_SHAPE = 5


class ShapeMark(Mark):
    """Closed outlines, separated by NaN, filled with one colour."""

    widens_view = True

    def __init__(self) -> None:
        self._path = QGraphicsPathItem()
        self._path.setZValue(_Z_SHAPE)
        super().__init__(self._path)
        self.x: FloatArray = np.empty(0)
        self.y: FloatArray = np.empty(0)
        self.colour: Colour = "accent"
        self.alpha = 0.35

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.x), ranges.extent(self.y)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        x, y = scale.drawn_x(self.x), scale.drawn_y(self.y)
        self._path.setPath(pg.arrayToQPath(x, y, connect="finite"))
        self._path.setPen(pen(self.colour, 1.2))
        self._path.setBrush(resolve(self.colour, self.alpha))
