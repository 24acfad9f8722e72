"""The marks that lie below all others: images and contour lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from desktop.widgets.plots.plot_marks import Mark
from desktop.widgets.plots.plot_scale import PlotScale
from desktop.widgets.plots.plot_style import (
    Colour,
    ColourFunction,
    FloatArray,
    colour_ramp,
    pen,
)
from engine import ranges

_Z_IMAGE, _Z_CONTOUR = -100, -40


class ImageMark(Mark):
    """Numbers painted as colours, or colours themselves, over a rectangle."""

    widens_view = True

    def __init__(self) -> None:
        self._image = pg.ImageItem(axisOrder="row-major")
        self._image.setZValue(_Z_IMAGE)
        super().__init__(self._image)
        self.values: Any = np.zeros((2, 2))
        self.rect = (0.0, 1.0, 0.0, 1.0)
        self.colours: Sequence[Colour] | ColourFunction | None = None
        self.levels: tuple[float, float] | None = None

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.rect[:2]), ranges.extent(self.rect[2:])

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        self._image.setImage(self._painted(), autoLevels=False, levels=(0, 255))
        rows, columns = self.values.shape[:2]
        left, right = map(scale.end_x, self.rect[:2])
        bottom, top = map(scale.end_y, self.rect[2:])
        across, up = (right - left) / max(1, columns - 1), (top - bottom) / max(1, rows - 1)
        # The samples lie in the middle of their pixels, so the picture is half a cell larger.
        self._image.setRect(QRectF(left - across / 2, bottom - up / 2, across * columns, up * rows))

    def _painted(self) -> Any:
        if self.colours is None:
            return self.values
        if callable(self.colours):
            return self.colours(self.values)
        return colour_ramp(self.values, self.colours, self.levels)


class ContourMark(Mark):
    """Contour lines, given as separate segments."""

    def __init__(self) -> None:
        self._lines = pg.PlotCurveItem(antialias=True)
        self._lines.setZValue(_Z_CONTOUR)
        # Thousands of segments that stay while the curves above them move.
        self._lines.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        super().__init__(self._lines)
        self.x: FloatArray = np.empty(0)
        self.y: FloatArray = np.empty(0)
        self.colour: Colour = "plot_axis"
        self.width = 1.0
        self.alpha = 1.0

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        ends = np.stack([scale.drawn_x(self.x), scale.drawn_y(self.y)], axis=-1).reshape(-1, 4)
        ends = ends[np.isfinite(ends).all(axis=1)].reshape(-1, 2)
        self._lines.setData(
            ends[:, 0], ends[:, 1], connect="pairs", pen=pen(self.colour, self.width)
        )
        # The whole and not its pen: half transparent pieces would lie over one another's ends, and
        # every line would look dotted.
        self._lines.setOpacity(self.alpha)
