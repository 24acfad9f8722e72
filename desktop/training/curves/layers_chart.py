"""What happens in each layer: gradient lengths, the spread of the weights, the steps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.training.curves.chart import Chart, Marker
from desktop.widgets.plots.plot_style import LINE_STYLES, LineStyle
from engine import ranges
from engine.arrays import Array
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun

GRADIENTS, WEIGHTS, STEP = "gradients", "weights", "step"
_FIRST_LAYER_SERIES = 2
_CELLS = 24
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def draw_gradients(
    chart: Chart,
    moments: Sequence[Moment],
    markers: Sequence[Marker],
    now: Moment,
    *,
    is_log: bool,
) -> None:
    """Draw the length of the loss's gradient in each layer."""
    shown, epochs = chart.begin_moments(moments, markers, is_log=is_log)
    norms = np.array([moment.gradient_norms for moment in shown])
    for layer in range(norms.shape[1]):
        at = now.epochs, now.gradient_norms[layer]
        chart.draw(
            f"layer {layer}", epochs, norms[:, layer], layer_colour(layer), layer_style(layer),
            layer_name(layer), at,
        )  # fmt: skip
    chart.finish()


def draw_steps(
    chart: Chart,
    moments: Sequence[Moment],
    markers: Sequence[Marker],
    now: Moment,
    *,
    is_log: bool,
) -> None:
    """Draw how far each step went, the learning rate, and the rate that this comes to.

    The effective rate is the step's length over the gradient's before it: the learning rate at
    which plain gradient descent would have gone as far.
    """
    translate = QCoreApplication.translate
    shown, epochs = chart.begin_moments(moments, markers, is_log=is_log)
    for key, values, value, colour, style, name in (
        (
            "step",
            np.array([moment.update_norm for moment in shown]),
            now.update_norm,
            "series_0",
            LINE_STYLES[0],
            translate("LayersChart", "step length"),
        ),
        (
            "rate",
            np.array([moment.rate for moment in shown]),
            now.rate,
            "series_5",
            LINE_STYLES[1],
            translate("LayersChart", "learning rate"),
        ),
    ):
        chart.draw(key, epochs, values, colour, style, name, (now.epochs, value))
    chart.finish()


def draw_weights(chart: Chart, run: TrainingRun, parameters: Array) -> None:
    """Draw how the weights of each layer are spread, and how all were at the start."""
    chart.begin_counts()
    weights = [layer.weights.ravel() for layer in run.network.unflatten(parameters)]
    start = np.concatenate([x.weights.ravel() for x in run.network.unflatten(run.network.start)])
    reach = ranges.finite(max(ranges.extent(np.concatenate([*weights, start])), 1e-3) * 1.05)
    edges = ranges.spaced(-reach, reach, _CELLS + 1)
    most = 1.0
    for layer, values in enumerate(weights):
        counts = np.histogram(values, edges)[0]
        most = max(most, float(counts.max()))
        chart.draw_counts(
            f"layer {layer}", edges, counts, layer_colour(layer), layer_style(layer),
            layer_name(layer),
        )  # fmt: skip
    counts = np.histogram(start, edges)[0]
    name = QCoreApplication.translate("LayersChart", "start")
    chart.draw_counts("start", edges, counts, "text_disabled", "dot", name)
    chart.finish_counts(edges, max(most, float(counts.max())))


def layer_colour(layer: int) -> str:
    """Return the theme's name of a layer's colour."""
    return f"series_{(_FIRST_LAYER_SERIES + layer) % 10}"


def layer_style(layer: int) -> LineStyle:
    """Return a layer's line style."""
    return LINE_STYLES[layer % len(LINE_STYLES)]


def layer_name(layer: int) -> str:
    """Return W₁ for the first layer."""
    return f"W{layer + 1}".translate(_SUBSCRIPTS)
