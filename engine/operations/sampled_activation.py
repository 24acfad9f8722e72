"""Values and slopes of an activation function: at some places, in pieces, through a chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.operation import Operation
from engine.operations.sampled_function import Work

Settings = Mapping[str, float]
_Compute = Callable[[Operation, Array, Settings], Array]

# So many places are computed at a time: few enough that all steps of a long formula stay in the
# processor's memory, and that whoever waits for the end of a piece waits for milliseconds.
PIECE = 1024
# Where only a quotient of differences tells a slope, they are taken over this share of x.
_APART = 1e-3


def value_of(operation: Operation, x: Array, settings: Settings) -> Array:
    """Return f(x) for each x of an operation with one input."""
    return np.asarray(operation.forward(x, **settings), dtype=np.float64)


def slope_of(operation: Operation, x: Array, settings: Settings) -> Array:
    """Return f′(x) for each x of an elementwise operation with one input.

    It is no number where f is none, even if the rule for f′ has a value there, as 1/x has for ln x.

    Raises:
        ValueError: The operation has no elementwise derivative.
    """
    return slopes_from(operation, value_of(operation, x, settings), x, settings)


def slopes_from(operation: Operation, values: Array, x: Array, settings: Settings) -> Array:
    """Return f′(x) as `slope_of` does, where f(x) is known already."""
    if operation.derivatives is None:
        raise ValueError(f"{operation.title} has no slope at each element by itself")
    slope = np.asarray(operation.derivatives[0](values, x, **settings), dtype=np.float64)
    return np.where(np.isnan(values), np.nan, np.broadcast_to(slope, np.shape(x)))


class SampledActivation:
    """An operation with its settings, as functions of arrays that are computed in pieces."""

    def __init__(self, operation: Operation, settings: Settings) -> None:
        self.operation = operation
        self.settings = settings

    def values(self, x: Array) -> Work:
        """Return f(x) for each x."""
        return self._in_pieces(value_of, x)

    def slopes(self, x: Array) -> Work:
        """Return f′(x) for each x, NaN where f is no number."""
        found = yield from self._in_pieces(slope_of, x)
        return self.mended(found, x)

    def mended(self, slopes: Array, x: Array) -> Array:
        """Put difference quotients where a slope, and not its value, is lost to overflow.

        An infinite one is none: what it was divided by had become too small.
        """
        infinite = np.isinf(slopes)
        gone = ~np.isfinite(slopes)
        gone[gone] = self.lost(x[gone])
        if not gone.any():
            return slopes
        slopes = np.where(gone, np.nan, slopes)
        gone &= ~infinite
        at = x[gone]
        apart = _APART * np.maximum(1.0, np.abs(at))
        after, before = (
            value_of(self.operation, at + step, self.settings) for step in (apart, -apart)
        )
        slopes = slopes.copy()
        slopes[gone] = (after - before) / (2 * apart)
        return slopes

    def steepness(self, x: Array) -> Work:
        """Return |f′(x)| for each x."""
        return np.abs((yield from self.slopes(x)))

    def lost(self, x: Array) -> NDArray[np.bool_]:
        """Return where a number on the way to f(x) is too large or too small for a computer."""
        lost = self.operation.lost
        return np.zeros(np.shape(x), dtype=bool) if lost is None else np.asarray(lost(x), bool)

    def _in_pieces(self, compute: _Compute, x: Array) -> Work:
        flat = np.ravel(x)
        found = np.empty(flat.shape)
        for start in range(0, len(flat), PIECE):
            piece = slice(start, start + PIECE)
            found[piece] = compute(self.operation, flat[piece], self.settings)
            yield
        return found.reshape(np.shape(x))


def sampled(function: SampledActivation, x: Array) -> tuple[Array, Array]:
    """Return f(x) and f′(x) for each x, the values computed once."""
    values = value_of(function.operation, x, function.settings)
    slopes = slopes_from(function.operation, values, x, function.settings)
    return values, function.mended(slopes, x)


def chain_slopes(operation: Operation, settings: Settings, x: float, layers: int) -> Array:
    """Return the slope of f(f(…f(x))) for 1, 2, … ``layers`` applications of f.

    By the chain rule it is the product of the slopes f′ met on the way, which is what a chain
    of one-neuron layers with weight 1 and bias 0 does to a gradient (Hochreiter, 1991;
    Bengio, Simard and Frasconi, Learning long-term dependencies, 1994).

    Args:
        operation: An elementwise operation with one input.
        settings: A value for each of its settings.
        x: The input of the first layer.
        layers: How many layers there are.

    Returns:
        The products, shape (layers,).
    """
    products = np.empty(layers)
    product, here = 1.0, np.array(float(x))
    for layer in range(layers):
        value = value_of(operation, here, settings)
        product *= float(slopes_from(operation, value, here, settings))
        products[layer] = product
        here = value
    return products
