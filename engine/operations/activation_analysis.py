"""What there is to know of an activation function, computed from it: range, slope, saturation."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.arrays import Array
from engine.operations.operation import Operation
from engine.operations.sampled_function import (
    BEYOND,
    FAR,
    NEAR_STEP,
    POINTS,
    REACH,
    Extent,
    extents_where,
    jumps,
    refined_minimum,
)

# An extreme that is only reached further out than this is a limit, not a value.
_ATTAINED_WITHIN = 10.0
_SAME = 1e-9
# What still falls by this share between FAR and BEYOND, as a logarithm does, has no end.
_FALLING = 1e-3
# Lower is taken for going down for ever.
_ENDLESS = -FAR / 10
_ZERO_CENTRED_WITHIN = 0.01
_NEAR = np.abs(POINTS) <= REACH
_ATTAINED = np.abs(POINTS) <= _ATTAINED_WITHIN

Settings = Mapping[str, float]
Scalar = Callable[[float], float]
Vector = Callable[[Array], Array]


class Family(Enum):
    """What kind of curve it is; the value is the English title."""

    SATURATING = "Saturating"
    RECTIFIER = "Rectifiers"
    SMOOTH = "Smooth"
    STRAIGHT = "Identity and step"


@dataclass(frozen=True)
class ActivationFacts:
    """Properties of an activation function with given settings.

    Attributes:
        family: The kind of curve.
        outputs: All values it takes.
        largest_slope: The greatest absolute slope, or the least number none exceeds.
        largest_slope_at: Where it has that slope; empty (None) when it only approaches it.
        saturated: The ranges of x where the absolute slope is below the threshold.
        threshold: The slope below which it counts as saturated.
        mean_output: Its average over inputs that are standard normal.
        is_zero_centred: Whether that average is within 0.01 of 0.
        breaks: The places where it has no derivative, jumps included.
        slopes_at_breaks: What is used as the derivative at each of them.
        undefined: The ranges of x where it is no number, or none that can be computed.
    """

    family: Family
    outputs: Extent
    largest_slope: float
    largest_slope_at: Extent | None
    saturated: tuple[Extent, ...]
    threshold: float
    mean_output: float
    is_zero_centred: bool
    breaks: tuple[float, ...]
    slopes_at_breaks: tuple[float, ...] = ()
    undefined: tuple[Extent, ...] = ()


def value_of(operation: Operation, x: Array, settings: Settings) -> Array:
    """Return f(x) for each x of an operation with one input."""
    return np.asarray(operation.forward(x, **settings), dtype=np.float64)


def slope_of(operation: Operation, x: Array, settings: Settings) -> Array:
    """Return f′(x) for each x of an elementwise operation with one input.

    It is no number where f is none, even if the rule for f′ has a value there, as 1/x has for ln x.

    Raises:
        ValueError: The operation has no elementwise derivative.
    """
    if operation.derivatives is None:
        raise ValueError(f"{operation.title} has no slope at each element by itself")
    values = value_of(operation, x, settings)
    slope = np.asarray(operation.derivatives[0](values, x, **settings), dtype=np.float64)
    return np.where(np.isnan(values), np.nan, np.broadcast_to(slope, np.shape(x)))


def analyse(operation: Operation, settings: Settings, threshold: float = 0.05) -> ActivationFacts:
    """Compute the facts of an activation function.

    Args:
        operation: An elementwise operation with one input.
        settings: A value for each of its settings.
        threshold: The absolute slope below which it counts as saturated.

    Returns:
        The facts, places accurate to about 1e-6 and values to the rounding of the function.
    """
    with np.errstate(all="ignore"):
        return _analyse(operation, settings, threshold)


def _analyse(operation: Operation, settings: Settings, threshold: float) -> ActivationFacts:
    values = value_of(operation, POINTS, settings)
    # Far out an infinite value is one that grew too large; near 0 it is a pole.
    hole = np.isnan(values) | (np.isinf(values) & _NEAR)
    values = np.where(hole, np.nan, values)
    signed = np.where(hole, np.nan, slope_of(operation, POINTS, settings))
    slopes = np.abs(signed)

    def slope_at(x: float) -> float:
        return abs(float(slope_of(operation, np.array(x), settings)))

    def is_hole(x: float) -> bool:
        return not math.isfinite(float(value_of(operation, np.array(x), settings)))

    breaks = _breaks(operation, settings, values, signed)
    largest, largest_at = _largest_slope(operation, settings, slopes, slope_at)
    outputs = _outputs(operation, settings, values)
    mean = _normal_mean(operation, settings)
    return ActivationFacts(
        family=_family(values, slopes, outputs),
        outputs=outputs,
        largest_slope=largest,
        largest_slope_at=largest_at,
        saturated=extents_where(slopes < threshold, lambda x: slope_at(x) < threshold),
        threshold=threshold,
        mean_output=mean,
        is_zero_centred=abs(mean) < _ZERO_CENTRED_WITHIN,
        breaks=breaks,
        slopes_at_breaks=tuple(
            float(slope_of(operation, np.array(place), settings)) for place in breaks
        ),
        undefined=extents_where(hole, is_hole),
    )


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
        product *= float(slope_of(operation, here, settings))
        products[layer] = product
        here = value_of(operation, here, settings)
    return products


def _outputs(operation: Operation, settings: Settings, values: Array) -> Extent:
    ends = value_of(operation, np.array([-BEYOND, BEYOND]), settings)
    low, has_low = _refined_end(lambda x: value_of(operation, x, settings), values, ends)
    high, has_high = _refined_end(lambda x: -value_of(operation, x, settings), -values, -ends)
    return Extent(low, -high, has_low, has_high)


def _refined_end(function: Vector, values: Array, ends: Array) -> tuple[float, bool]:
    """The lowest value or limit between the samples too, and whether it is reached."""
    low, has_low = _lower_end(values, values[_ATTAINED], ends)
    if has_low:
        low = refined_minimum(function, values)
    # Beside a pole.
    return (low, has_low) if low > _ENDLESS else (-math.inf, False)


def _lower_end(values: Array, near: Array, ends: Array) -> tuple[float, bool]:
    """The lowest value or limit, and whether it is reached."""
    lowest = min(_least(values), _least(ends))
    falls = _least(ends) < min(_least(values[[0, -1]]), -_FALLING) * (1 + _FALLING)
    if lowest < _ENDLESS or (falls and lowest == _least(ends)):
        return -math.inf, False
    scale = max(1.0, abs(lowest))
    return lowest, _least(near) <= lowest + 1e-12 * scale


def _least(values: Array) -> float:
    """The least of some numbers, leaving out what is none; ∞ where nothing is one."""
    return float(np.min(values, initial=math.inf, where=~np.isnan(values)))


def _largest_slope(
    operation: Operation, settings: Settings, slopes: Array, slope_at: Scalar
) -> tuple[float, Extent | None]:
    largest = -refined_minimum(lambda x: -np.abs(slope_of(operation, x, settings)), -slopes)
    beyond = np.abs(slope_of(operation, np.array([-BEYOND, BEYOND]), settings))
    if max(largest, -_least(-beyond)) > FAR:
        endless = POINTS[np.isinf(slopes) & _NEAR]
        return math.inf, Extent(float(endless[0]), float(endless[0])) if len(endless) else None
    floor = largest - _SAME * max(1.0, largest)
    if -_least(-slopes[_ATTAINED]) < largest * (1 - 1e-6):
        return largest, None
    if slopes[0] >= floor or slopes[-1] >= floor or np.count_nonzero(slopes >= floor) > 100:
        extents = extents_where(slopes >= floor, lambda x: slope_at(x) >= floor)
        return largest, Extent(extents[0].low, extents[-1].high)
    place = _place_of_maximum(operation, settings, slopes)
    return largest, Extent(place, place)


def _place_of_maximum(operation: Operation, settings: Settings, slopes: Array) -> float:
    # Of several equal maxima the rightmost is named.
    at = len(slopes) - 1 - int(np.nanargmax(slopes[::-1]))
    left, right = POINTS[max(0, at - 1)], POINTS[min(len(POINTS) - 1, at + 1)]
    finer = np.linspace(left, right, 2001)
    found = np.abs(slope_of(operation, finer, settings))
    best = np.flatnonzero(found >= np.nanmax(found) - 1e-15)
    return float(round(float(finer[best].mean()), 6)) + 0.0


def _normal_mean(operation: Operation, settings: Settings) -> float:
    # The midpoint rule, which a jump at 0 does not lead astray.
    step = 4 * NEAR_STEP
    x = np.arange(-10.0, 10.0, step) + 0.5 * step
    density = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
    return float(np.dot(value_of(operation, x, settings), density) * step)


def _family(values: Array, slopes: Array, outputs: Extent) -> Family:
    spread = np.ptp(slopes[_ATTAINED])
    if spread < _SAME:
        return Family.STRAIGHT
    if math.isfinite(outputs.low) and math.isfinite(outputs.high):
        return Family.SATURATING
    right = slopes[(POINTS > 0) & _ATTAINED]
    return Family.RECTIFIER if np.ptp(right) < _SAME else Family.SMOOTH


def _breaks(
    operation: Operation, settings: Settings, values: Array, slopes: Array
) -> tuple[float, ...]:
    torn = jumps(lambda x: value_of(operation, x, settings), values)
    kinks = jumps(lambda x: slope_of(operation, x, settings), slopes)
    return tuple(sorted(torn | kinks))
