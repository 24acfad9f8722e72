"""The samples in a plot of a plane: classes by colour and mark, those for the test hollow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QColor

from desktop.foundation.theme import theme
from desktop.training.network.colours import ground_ramp
from desktop.training.network.selection import Sample
from desktop.widgets.plots.plot_style import Symbol, colour_ramp
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.training.datasets.dataset import Dataset
from engine.training.run.run import TrainingRun

_LOGIC_POINT_PX, _CLOUD_POINT_PX = 19.0, 9.0
TEST_SHARE = 0.85
_RING_SHARE = 1.9
_MARKS: tuple[Symbol, ...] = (
    "square", "circle", "triangle", "diamond", "star", "triangle-down", "pentagon", "hexagon",
    "plus", "cross",
)  # fmt: skip
_REACH_PX = 12.0


def point_size(run: TrainingRun) -> float:
    """Return how large a sample is drawn, in pixels."""
    return _LOGIC_POINT_PX if run.recipe.is_logic else _CLOUD_POINT_PX


def class_colour(label: int, count: int) -> str:
    """Return the theme's name of a class's colour."""
    return f"class_{label}" if count <= 2 else f"series_{label % 10}"


def class_mark(label: int) -> Symbol:
    """Return the mark of a class."""
    return _MARKS[label % len(_MARKS)]


def draw_samples(
    plot: PlotView, run: TrainingRun, places: Array, data: Dataset, *, is_test: bool
) -> None:
    """Draw a data set's samples at places in rows, shape (n, 2).

    Samples of a class have its colour and mark; a regression's have the colour of their target.
    """
    prefix = "test" if is_test else "class"
    size = point_size(run) * (TEST_SHARE if is_test else 1.0)
    if data.is_regression:
        colours: Sequence[QColor] = [QColor(*row) for row in _target_colours(run, data)]
        outline = "text" if is_test else "node_border"
        symbol = "diamond" if is_test else "circle"
        x, y = places[:, 0], places[:, 1]
        plot.set_points(f"{prefix} 0", x, y, colours, [symbol] * len(places), size, outline)
        return
    count = max(2, data.targets.shape[1])
    for label in range(count):
        chosen = places[data.labels == label]
        colour = class_colour(label, count)
        fill, outline = ("panel", colour) if is_test else (colour, "panel")
        plot.set_points(
            f"{prefix} {label}", chosen[:, 0], chosen[:, 1], fill, class_mark(label), size, outline
        )


def remove_samples(plot: PlotView, prefix: str) -> None:
    """Take the samples for training ("class") or for the test ("test") away."""
    for key in plot.keys:
        if key.startswith(f"{prefix} "):
            plot.remove(key)


def draw_ring(plot: PlotView, run: TrainingRun, place: Array | None) -> None:
    """Draw a ring round the chosen sample, or none."""
    if place is None:
        plot.remove("chosen")
        return
    hollow = theme().color("panel")
    hollow.setAlphaF(0.0)
    size = point_size(run) * _RING_SHARE
    plot.set_points("chosen", [place[0]], [place[1]], hollow, "circle", size, "selection", above=2)


def target_levels(data: Dataset) -> tuple[float, float]:
    """Return the predictions of the first and the last colour."""
    if not data.is_regression:
        return 0.0, 1.0
    reach = float(np.abs(data.targets).max()) or 1.0
    low = float(data.targets.min())
    return (-reach, reach) if low < 0 else (0.0, reach)


def _target_colours(run: TrainingRun, data: Dataset) -> Array:
    ramp = ground_ramp()
    strong = [theme().color("class_0"), ramp[1], theme().color("class_1")]
    return np.asarray(colour_ramp(data.targets[:, 0], strong, target_levels(run.dataset)))


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
