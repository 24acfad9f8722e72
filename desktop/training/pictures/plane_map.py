"""The prediction in a plot: a painted plane with its boundary, or a curve over a single input."""

from __future__ import annotations

from typing import Any

import numpy as np

from desktop.training.network.colours import ground_ramp, mix
from desktop.training.pictures.plane_points import class_colour, target_levels
from desktop.widgets.plots.plot_style import colour_ramp, resolve
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.training.analysis.decision_boundary import Map, pixel_centres
from engine.training.datasets.dataset import Dataset
from engine.training.network.predicted_class import UNDECIDED

_LINE_PX = 1.6
_CONTOURS = 9
_HALF = 1e-6
# How much of a class's colour its ground keeps where there are more than two.
_GROUND_SHARE = 0.35


def draw_map(plot: PlotView, data: Dataset, values: Map, *, is_discrete: bool = False) -> None:
    """Paint predictions over the plane, row 0 at the bottom, and the line between classes.

    Args:
        plot: The plot.
        data: The data that is predicted.
        values: The predictions, or the numbers of the classes where there are more than two.
        is_discrete: Whether the class is painted instead of how likely it is.
    """
    height, width = values.shape
    x = pixel_centres(data.view.left, data.view.right, width)
    y = pixel_centres(data.view.bottom, data.view.top, height)
    rect = (float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
    classes = data.targets.shape[1]
    if classes > 1 and not data.is_regression:
        plot.set_image("map", _class_pixels(values, classes), rect, None)
        levels: list[float] = [label + 0.5 for label in range(UNDECIDED, classes - 1)]
    else:
        low, high = target_levels(data)
        is_classed = is_discrete and not data.is_regression
        if not data.is_regression:
            # Single precision tells ½ to so many digits; the rest would be a boundary of noise.
            values = np.where(np.abs(values - 0.5) < _HALF, np.float32(0.5), values)
        painted = 0.5 + 0.5 * np.sign(values - 0.5) if is_classed else values
        plot.set_image("map", painted, rect, ground_ramp(), (low, high))
        levels = [0.5]
        if data.is_regression:
            levels = ranges.spaced(low, high, _CONTOURS + 2)[1:-1].tolist()
    plot.set_contours("boundary", x, y, values, levels, "text", _LINE_PX)


def draw_curve(plot: PlotView, data: Dataset, values: Map) -> None:
    """Draw predictions over a single input, shape (outputs, n)."""
    x = pixel_centres(data.view.left, data.view.right, values.shape[1])
    plot.set_curve("boundary", x, values[0], "accent")


def remove_map(plot: PlotView) -> None:
    """Take the prediction away."""
    plot.remove("map")
    plot.remove("boundary")


def _class_pixels(labels: Map, classes: int) -> Any:
    canvas = resolve("canvas")
    colours = [
        mix(canvas, resolve(class_colour(label, classes)), _GROUND_SHARE)
        for label in range(classes)
    ]
    decided = np.where(labels == UNDECIDED, np.nan, labels)
    return colour_ramp(decided.astype(float), colours, (0.0, classes - 1.0))
