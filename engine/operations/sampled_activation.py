"""Values and slopes of an activation function: at some places, in pieces, through a chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.operation import Operation
from engine.operations.sampled_function import Work

Settings = Mapping[str, float]

# So many places are computed at a time: few enough that all steps of a long formula stay in the
# processor's memory, and that whoever waits for the end of a piece waits for milliseconds.
PIECE = 1024
# Where only a quotient of differences tells a slope, they are taken over this share of x.
_APART = 1e-3
# A slope that is in doubt is compared with those over this share of x and over half of it.
_CLOSELY_APART = 1e-5
# By how much two of them differ, as a share, and how much further off a slope must be to be wrong;
# and by how much those to both sides may differ, which at a kink are two.
_DIFFERENCES, _BEND = ((1e-8, 1e-6), (0.01, 0.5)), 0.2


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
        flat = np.ravel(x)
        found = np.empty(flat.shape)
        for piece in _pieces(flat):
            found[piece] = value_of(self.operation, flat[piece], self.settings)
            yield
        return found.reshape(np.shape(x))

    def slopes(self, x: Array) -> Work:
        """Return f′(x) for each x, NaN where f is no number."""
        flat = np.ravel(x)
        found = np.empty(flat.shape)
        for piece in _pieces(flat):
            _, found[piece] = sampled(self, flat[piece])
            yield
        return found.reshape(np.shape(x))

    def mended(self, slopes: Array, x: Array, values: Array) -> Array:
        """Put difference quotients where a slope, and not its value, is lost by a number's size.

        Args:
            slopes: f′(x).
            x: The places.
            values: f(x).
        """
        slopes = self._with_lost_values(slopes, x, values)
        # A number loses its digits little by little, and last of all is 0 or infinite. Where none
        # is, nobody looks: that takes as long as all the slopes.
        is_lossless = bool((np.isfinite(slopes) & (slopes != 0)).all())
        if self.operation.lost_slope is None or is_lossless:
            return slopes
        doubtful = np.asarray(self.operation.lost_slope(x), bool)
        if not doubtful.any():
            return slopes
        slopes = slopes.copy()
        slopes[doubtful] = self._checked(slopes[doubtful], x[doubtful])
        return slopes

    def _with_lost_values(self, slopes: Array, x: Array, values: Array) -> Array:
        """Do so where a number on the way to the value is lost.

        An infinite slope is none there: what it was divided by had become too small. And where the
        value itself is infinite by its size alone, any slope is none.
        """
        infinite = np.isinf(slopes) | np.isinf(values)
        gone = ~np.isfinite(slopes) | infinite
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
        slopes[gone] = (after - before) / (2 * apart)
        return slopes

    def _checked(self, slopes: Array, x: Array) -> Array:
        """Return slopes, and difference quotients where these say clearly that it is another.

        They do where it does not matter how far apart, and to which side, they are taken.
        """
        apart = _CLOSELY_APART * np.maximum(1.0, np.abs(x))
        here = value_of(self.operation, x, self.settings)
        after, later, before, earlier = (
            value_of(self.operation, x + share * apart, self.settings)
            for share in (0.5, 1.0, -0.5, -1.0)
        )
        found, wider = (after - before) / apart, (later - earlier) / (2 * apart)
        bend = np.abs((after - here) - (here - before)) / apart
        size = np.abs(found)
        is_other = np.zeros(np.shape(x), dtype=bool)
        for certainty, difference in _DIFFERENCES:
            is_sure = np.abs(found - wider) <= certainty * size
            is_other |= is_sure & ~(np.abs(slopes - found) <= difference * size)
        # What stays the same may only be rounded to it, which is no evidence of a slope of 0.
        found = np.where((found == 0) & np.isfinite(slopes), slopes, found)
        found = np.where(found == 0, np.nan, found)
        return np.where(is_other & (bend <= _BEND * size), found, slopes)

    def steepness(self, x: Array) -> Work:
        """Return |f′(x)| for each x."""
        return np.abs((yield from self.slopes(x)))

    def lost(self, x: Array) -> NDArray[np.bool_]:
        """Return where a number on the way to f(x) is too large or too small for a computer."""
        lost = self.operation.lost
        return np.zeros(np.shape(x), dtype=bool) if lost is None else np.asarray(lost(x), bool)


def _pieces(x: Array) -> Iterator[slice]:
    for start in range(0, len(x), PIECE):
        yield slice(start, start + PIECE)


def sampled(function: SampledActivation, x: Array) -> tuple[Array, Array]:
    """Return f(x) and f′(x) for each x, the values computed once."""
    values = value_of(function.operation, x, function.settings)
    slopes = slopes_from(function.operation, values, x, function.settings)
    return values, function.mended(slopes, x, values)


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
