"""Places that a learner has answered in one of the plots: points, and the line through several."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.widgets.plots.plot_view import PlotView

_POINTS, _LINE = "answered points", "answered line"


def show_answered(plot: PlotView, points: Sequence[tuple[float, float]]) -> None:
    """Draw points, and from two on the line through them from left to right; none takes all away.

    Args:
        plot: Where they were answered.
        points: Their places.
    """
    for key in (_POINTS, _LINE):
        plot.remove(key)
    if not points:
        return
    places = np.array(sorted((float(x), float(y)) for x, y in points))
    if len(places) > 1:
        plot.set_curve(_LINE, places[:, 0], places[:, 1], "accent", "dash", width=2.5)
    plot.set_points(_POINTS, places[:, 0], places[:, 1], "accent", "diamond", 11.0, above=2)
