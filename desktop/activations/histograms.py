"""Histograms of many layers side by side in one plot, each lying on its side at its layer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.widgets.plots.plot_style import FloatArray
from engine.training.analysis.signal_statistics import Spread

# A histogram fills this share of the room up to the next layer.
_FULL = 0.86


def outlines(spreads: Sequence[Spread]) -> tuple[FloatArray, FloatArray]:
    """Return the steps of every histogram as outlines, separated by NaN.

    The longest bar of each layer has the same length, so that the shapes can be compared.
    """
    xs: list[FloatArray] = []
    ys: list[FloatArray] = []
    for number, spread in enumerate(spreads, start=1):
        counts = spread.counts / max(1, int(spread.counts.max()))
        length = np.repeat(np.concatenate([[0.0], counts, [0.0]]), 2)[1:-1]
        left = number - _FULL / 2
        xs += [left + _FULL * length, np.array([left, np.nan])]
        edges = np.repeat(spread.edges, 2)
        ys += [edges, np.array([edges[0], np.nan])]
    return np.concatenate(xs), np.concatenate(ys)


def common_range(spreads: Sequence[Spread]) -> tuple[float, float]:
    """Return a range that holds the layers' values but for the far ends of the widest ones."""
    reaches = [
        abs(spread.mean) + 3.2 * spread.deviation
        for spread in spreads
        if np.isfinite(spread.mean) and np.isfinite(spread.deviation)
    ]
    ends = [max(abs(spread.edges[0]), abs(spread.edges[-1])) for spread in spreads]
    reach = min(max(reaches, default=1.0), max(ends)) or 1.0
    lowest = min(float(spread.edges[0]) for spread in spreads)
    # Where nothing is negative, as after ReLU, the room below 0 is given to the rest.
    return (-0.06 * reach if lowest >= 0 else -1.06 * reach), 1.06 * reach
