"""The prediction in a plot: a painted plane with its boundary, or a curve over a single input."""

from __future__ import annotations

from typing import Any

import numpy as np

from desktop.training.network.colours import ground_ramp, mix
from desktop.training.pictures.class_marks import class_colour
from desktop.training.pictures.plane_points import target_levels
from desktop.widgets.plots.plot_style import Colour, colour_ramp, resolve
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.training.analysis.decision_boundary import Map, pixel_centres
from engine.training.datasets.dataset import Dataset, View
from engine.training.network.predicted_class import UNDECIDED

_LINE_PX = 1.6
_CONTOURS = 9
_HALF = 1e-6
# How much of a class's colour its ground keeps where there are more than two.
_GROUND_SHARE = 0.35


def draw_map(
    plot: PlotView,
    data: Dataset,
    values: Map,
    *,
    view: View | None = None,
    is_discrete: bool = False,
    target: int = 0,
) -> None:
    """Paint predictions over the plane, row 0 at the bottom, and the line between classes.

    Args:
        plot: The plot.
        data: The data that is predicted.
        values: The predictions, or the numbers of the classes where there are more than two.
        view: The rectangle they are of; by default the data's own.
        is_discrete: Whether the class is painted instead of how likely it is.
        target: Which target is predicted, where there are several.
    """
    height, width = values.shape
    left, right, bottom, top = data.view if view is None else view
    x = pixel_centres(left, right, width)
    y = pixel_centres(bottom, top, height)
    rect = (float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
    classes = data.targets.shape[1]
    if classes > 1 and not data.is_regression:
        plot.set_image("map", _class_pixels(values, data), rect, None)
        plot.set_contours("boundary", x, y, values, None, "text", _LINE_PX)
        return
    low, high = target_levels(data, target)
    is_classed = is_discrete and not data.is_regression
    if not data.is_regression:
        # Single precision tells ½ to so many digits; the rest would be a boundary of noise.
        values = np.where(np.abs(values - 0.5) < _HALF, np.float32(0.5), values)
    painted = 0.5 + 0.5 * np.sign(values - 0.5) if is_classed else values
    plot.set_image("map", painted, rect, _ramp_of(data), (low, high))
    levels = [0.5]
    if data.is_regression:
        levels = ranges.spaced(low, high, _CONTOURS + 2)[1:-1].tolist()
    plot.set_contours("boundary", x, y, values, levels, "text", _LINE_PX)


def draw_curve(
    plot: PlotView, data: Dataset, values: Map, *, view: View | None = None, target: int = 0
) -> None:
    """Draw predictions over a single input, shape (outputs, n)."""
    left, right = (data.view if view is None else view)[:2]
    x = pixel_centres(left, right, values.shape[1])
    plot.set_curve("boundary", x, values[target], "accent")


def remove_map(plot: PlotView) -> None:
    """Take the prediction away."""
    plot.remove("map")
    plot.remove("boundary")


def _ramp_of(data: Dataset) -> list[Colour]:
    """Return the colours from the one class to the other, or from the least target on."""
    if data.is_regression:
        return ground_ramp()
    return ground_ramp(class_colour(data.look(0)), class_colour(data.look(1)))


def _class_pixels(labels: Map, data: Dataset) -> Any:
    canvas, classes = resolve("canvas"), data.targets.shape[1]
    colours = [
        mix(canvas, resolve(class_colour(data.look(label))), _GROUND_SHARE)
        for label in range(classes)
    ]
    decided = np.where(labels == UNDECIDED, np.nan, labels)
    return colour_ramp(decided.astype(float), colours, (0.0, classes - 1.0))
