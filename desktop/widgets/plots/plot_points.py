"""Points of a plot, each a symbol, drawn where they can be seen."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.widgets.plots.plot_line import near_view

# No screen is as wide as this; Qt cannot place what lies much farther out.
_FAR_PX = 1e5


class PointsItem(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Points of which some may lie out of reach."""

    _room: QRectF | None = None

    def setData(self, *places: Any, **looks: Any) -> None:
        """Show other points; how far a symbol reaches is known only when all are there."""
        super().setData(*places, **looks)
        self._room = None

    def prepareGeometryChange(self) -> None:
        """Forget the room, which is about to be another."""
        self._room = None
        super().prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        """Return the room of those that can be seen, at today's zoom.

        Qt asks for it several times before each frame, and the library would measure it anew.
        """
        if self._room is None:
            self._room = near_view(self, super().boundingRect())
        return self._room

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the symbols at their pixels; the library first looks which ones are in view."""
        ratio = self.fragmentAtlas.devicePixelRatio()
        is_other_screen = widget is not None and widget.devicePixelRatioF() != ratio
        if self._exportOpts is not False or is_other_screen:
            super().paint(painter, option, widget)
            return
        placed = painter.transform()
        # A number may be finite in the data and not so in pixels.
        with np.errstate(all="ignore"):
            x = self.data["x"] * placed.m11() + placed.dx()
            y = self.data["y"] * placed.m22() + placed.dy()
            # Written so that a NaN is nowhere.
            is_near = (np.abs(x) < _FAR_PX) & (np.abs(y) < _FAR_PX)
        places = self.data["sourceRect"][is_near]
        self._pixmapFragments.resize(len(places))
        fragments = self._pixmapFragments.ndarray()
        fragments[:, 0], fragments[:, 1] = x[is_near], y[is_near]
        fragments[:, 2:6] = np.frombuffer(places, dtype=int).reshape(-1, 4)
        fragments[:, 6:10] = (1 / ratio, 1 / ratio, 0.0, 1.0)
        painter.resetTransform()
        drawn = self._pixmapFragments.drawargs()
        painter.drawPixmapFragments(*drawn, self.fragmentAtlas.pixmap)  # type: ignore[call-arg]
