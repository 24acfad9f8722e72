"""Signals through a deep network: how activations and gradients spread, swell or vanish."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.errors import SettingError
from engine.settings import complete
from engine.training.activations import require_activation
from engine.training.initializers.catalog import INITIALIZERS

MOST_DEPTH = 100
MOST_WIDTH = 1000
# Below this slope a unit passes next to nothing back.
SATURATED_SLOPE = 0.01


@dataclass(frozen=True, eq=False)
class Spread:
    """How numbers are distributed.

    Attributes:
        mean: Their mean.
        deviation: Their standard deviation.
        counts: How many fall into each cell, shape (cells,).
        edges: The ends of the cells, shape (cells + 1,).
    """

    mean: float
    deviation: float
    counts: NDArray[np.intp]
    edges: Array


@dataclass(frozen=True, eq=False)
class LayerSignals:
    """One layer of a deep network at its start.

    Attributes:
        layer: Its number, from 1.
        outputs: What its units give.
        gradients: The gradient of the network's summed outputs, weighted at random, with respect
            to what its units give.
        flat_share: The share of units and samples whose slope is below 0.01: saturated, or dead.
    """

    layer: int
    outputs: Spread
    gradients: Spread
    flat_share: float


def signal_statistics(
    activation: str = "tanh",
    initializer: str = "xavier",
    *,
    depth: int = 10,
    width: int = 100,
    samples: int = 200,
    seed: int = 0,
    cells: int = 41,
) -> tuple[LayerSignals, ...]:
    """Send normal inputs through fresh layers of one width, and normal gradients back.

    (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
    2010, figures 6 and 7; He et al., Delving deep into rectifiers, 2015, section 2.2.)

    Args:
        activation: Operation that each layer ends with.
        initializer: Rule for the weights and biases.
        depth: Layers, at most 100.
        width: Units of each layer and of the input, at most 1000.
        samples: Samples in rows.
        seed: Seed of inputs, weights and gradients.
        cells: Cells of the histograms.

    Raises:
        OperationError: The activation or the initializer is unknown.
        SettingError: There are too few or too many layers, units, samples or cells.
    """
    limits = (("depth", depth, MOST_DEPTH), ("width", width, MOST_WIDTH),
              ("samples", samples, MOST_WIDTH), ("cells", cells, MOST_WIDTH))  # fmt: skip
    for title, value, most in limits:
        if not 1 <= value <= most:
            raise SettingError(
                "statistics_size",
                f"The {title} must lie between 1 and {most}, and {value} does not.",
                title=title,
                value=value,
                most=most,
            )
    record, rule = require_activation(activation), INITIALIZERS.require(initializer)
    settings = complete(record.settings, {})
    assert record.derivatives is not None  # an activation has one
    rng = np.random.default_rng(seed)
    signal = rng.standard_normal((samples, width))
    weights, outputs, slopes = [], [], []
    with np.errstate(all="ignore"):
        for _ in range(depth):
            weights.append(rule.draw(rng, width, width))
            total = signal @ weights[-1] + rule.bias
            signal = record.forward(total, **settings)
            outputs.append(signal)
            slope = record.derivatives[0](signal, total, **settings)
            slopes.append(np.broadcast_to(slope, total.shape))
        gradient = rng.standard_normal((samples, width))
        found = []
        for place in range(depth - 1, -1, -1):
            found.append(
                LayerSignals(
                    place + 1,
                    spread_of(outputs[place], cells),
                    spread_of(gradient, cells),
                    float(np.mean(np.abs(slopes[place]) < SATURATED_SLOPE)),
                )
            )
            gradient = (gradient * slopes[place]) @ weights[place].T
    return tuple(reversed(found))


def spread_of(values: Array, cells: int = 41) -> Spread:
    """Return how numbers are distributed; what is not finite is left out of the histogram."""
    finite = values[np.isfinite(values)]
    counts, edges = np.histogram(finite, bins=cells)
    return Spread(float(np.mean(values)), float(np.std(values)), counts, edges)
