"""Which sample was clicked on in a plot."""

from __future__ import annotations

import numpy as np

from desktop.foundation.theme import theme
from desktop.training.selection import Sample
from desktop.widgets.plot_view import PlotView
from engine import ranges
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
    # How much of each axis is seen, in its own numbers and in pixels.
    (left, right), (bottom, top) = plot.view_range
    first, last = plot.to_canvas(left, bottom), plot.to_canvas(right, top)
    wide, tall = abs(last.x() - first.x()), abs(last.y() - first.y())
    best = float(theme().px(_REACH_PX))
    nearest = None
    for places, is_test in ((train, False), (test, True)):
        if places is None or not len(places):
            continue
        with np.errstate(all="ignore"):
            across = (places[:, 0] - x) / ranges.width(left, right) * wide
            up = (places[:, 1] - y) / ranges.width(bottom, top) * tall
            apart = np.nan_to_num(np.hypot(across, up), nan=np.inf, posinf=np.inf)
        row = int(apart.argmin())
        distance = float(apart[row])
        if distance < best:
            best, nearest = distance, Sample(row, is_test)
    return nearest
