"""The inside of a plot: the view box with an axis at its left and one below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem

Side = str
# Row and column; the data have the middle, and what is stretched is theirs.
_PLACES: Mapping[Side, tuple[int, int]] = {"left": (0, 0), "bottom": (1, 1)}
_VIEW_PLACE = (0, 1)
# Above pictures, below what is drawn over the axes.
_AXIS_Z = 0.5
_FULL_GRID = 255


class PlotFrame(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Two axes round a view box, and nothing else.

    The library's own `PlotItem` makes for each plot a menu of some fifty-five widgets, shown or
    not. Those of twenty plots were two fifths of all widgets of the program, which every change of
    the theme had to visit and every change of the language to make.
    """

    def __init__(self, view: Any, axes: Mapping[Side, Any]) -> None:
        """Arrange them.

        Args:
            view: The view box, in which the data are drawn.
            axes: An axis for "left" and one for "bottom".
        """
        super().__init__()
        self.view = view
        self.axes = dict(axes)
        layout = QGraphicsGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(view, *_VIEW_PLACE)
        layout.setRowStretchFactor(_VIEW_PLACE[0], 100)
        layout.setColumnStretchFactor(_VIEW_PLACE[1], 100)
        for side, axis in self.axes.items():
            axis.linkToView(view)
            layout.addItem(axis, *_PLACES[side])
            axis.setZValue(_AXIS_Z)
            axis.setFlag(QGraphicsItem.GraphicsItemFlag.ItemNegativeZStacksBehindParent)
        self.setLayout(layout)

    def set_top_margin(self, pixels: float) -> None:
        """Keep room above the data."""
        self.layout().setContentsMargins(0, pixels, 0, 0)

    def show_grid(self, shown: bool) -> None:
        """Draw lines through the data at the numbers of both axes, or none."""
        for axis in self.axes.values():
            axis.setGrid(_FULL_GRID if shown else False)
