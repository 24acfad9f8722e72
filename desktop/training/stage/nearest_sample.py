"""Which sample was clicked on in a plot."""

from __future__ import annotations

import math

from desktop.foundation.theme import theme
from desktop.training.selection import Sample
from desktop.widgets.plot_view import PlotView
from engine.arrays import Array

_REACH_PX = 12.0


def nearest_sample(
    plot: PlotView, x: float, y: float, train: Array, test: Array | None
) -> Sample | None:
    """Return the sample drawn nearest to a clicked point, or None if none is close.

    Args:
        plot: The plot.
        x: The clicked point.
        y: The clicked point.
        train: Where the samples to train on are drawn, shape (n, 2).
        test: Where those for the test are drawn, if they are.
    """
    clicked = plot.to_canvas(x, y)
    # What a unit of each axis is in pixels.
    across = abs(plot.to_canvas(x + 1.0, y).x() - clicked.x())
    up = abs(plot.to_canvas(x, y + 1.0).y() - clicked.y())
    best = float(theme().px(_REACH_PX))
    nearest = None
    for places, is_test in ((train, False), (test, True)):
        if places is None or not len(places):
            continue
        apart = ((places[:, 0] - x) * across) ** 2 + ((places[:, 1] - y) * up) ** 2
        row = int(apart.argmin())
        distance = math.sqrt(float(apart[row]))
        if distance < best:
            best, nearest = distance, Sample(row, is_test)
    return nearest
