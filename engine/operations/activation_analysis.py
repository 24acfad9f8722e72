"""What there is to know of an activation function, computed from it: range, slope, saturation."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.operation import Operation
from engine.operations.sampled_activation import PIECE, SampledActivation, Settings, sampled
from engine.operations.sampled_function import (
    BEYOND,
    FAR,
    NEAR_STEP,
    POINTS,
    REACH,
    Extent,
    Function,
    Work,
    extents_where,
    jumps,
    refined_minimum,
    straight_extents,
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
_ENDS = np.array([-BEYOND, BEYOND])
# About how much of the work it is to sample the function, and in how many pieces the rest comes.
_SAMPLING = 0.4
_LATER_PIECES = 60

_Result = TypeVar("_Result")


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


@dataclass(frozen=True, eq=False)
class ActivationStudy:
    """All of an activation function that no threshold changes.

    Attributes:
        function: The operation with its settings, to be asked for more.
        slopes: Its absolute slopes at ``POINTS``, NaN where it has none.
        rest: Its facts, but for where it is saturated.
    """

    function: SampledActivation
    slopes: Array
    rest: ActivationFacts


def analyse(operation: Operation, settings: Settings, threshold: float = 0.05) -> ActivationFacts:
    """Compute the facts of an activation function.

    Args:
        operation: An elementwise operation with one input.
        settings: A value for each of its settings.
        threshold: The absolute slope below which it counts as saturated.

    Returns:
        The facts, places accurate to about 1e-6 and values to the rounding of the function.
    """
    return last_of(facts_below(last_of(study(operation, settings)), threshold))


def study(operation: Operation, settings: Settings) -> Iterator[float | ActivationStudy]:
    """Compute what no threshold changes, a piece at a time.

    Args:
        operation: An elementwise operation with one input.
        settings: A value for each of its settings.

    Yields:
        How much of the work is done, from 0 to 1; last the study.
    """
    return _quietly(_study(SampledActivation(operation, settings)))


def facts_below(known: ActivationStudy, threshold: float) -> Iterator[float | ActivationFacts]:
    """Complete the facts with where the absolute slope is below a threshold.

    Yields:
        0 after each piece of work; last the facts.
    """
    return _quietly(_facts_below(known, threshold))


def flat_ranges(known: ActivationStudy, threshold: float) -> tuple[Extent, ...]:
    """Return about where the absolute slope is below a threshold, at once.

    Nothing is computed anew: between two samples, 0.002 apart near 0, the slope counts as a
    straight line.
    """
    return straight_extents(known.slopes, threshold)


def last_of(records: Iterator[float | _Result]) -> _Result:
    """Run through some records and return the last, which is the result."""
    last: float | _Result | None = None
    for record in records:
        last = record
    assert last is not None
    assert not isinstance(last, float)
    return last


def _quietly(work: Generator[float, None, _Result]) -> Iterator[float | _Result]:
    """Yield what a piece of work yields, then its result; none of its pieces warns."""
    is_done = False
    while not is_done:
        # Entered anew for each piece: whoever takes the records keeps their own error state.
        with np.errstate(all="ignore"):
            try:
                record: float | _Result = next(work)
            except StopIteration as end:
                record, is_done = end.value, True
        yield record


def _study(function: SampledActivation) -> Generator[float, None, ActivationStudy]:
    values = np.empty(len(POINTS))
    signed = np.empty(len(POINTS))
    for start in range(0, len(POINTS), PIECE):
        piece = slice(start, start + PIECE)
        values[piece], signed[piece] = sampled(function, POINTS[piece])
        yield start / len(POINTS) * _SAMPLING
    # Far out an infinite value is one that grew too large; near 0 it is a pole.
    hole = np.isnan(values) | (np.isinf(values) & _NEAR)
    values[hole] = np.nan
    signed[hole] = np.nan
    work = _rest(function, values, signed, hole)
    share = _SAMPLING
    while True:
        try:
            next(work)
        except StopIteration as end:
            return ActivationStudy(function, np.abs(signed), end.value)
        share += (1.0 - share) / _LATER_PIECES
        yield share


def _rest(
    function: SampledActivation, values: Array, signed: Array, hole: NDArray[np.bool_]
) -> Generator[None, None, ActivationFacts]:
    slopes = np.abs(signed)

    def is_hole(x: Array) -> Generator[None, None, NDArray[np.bool_]]:
        return ~np.isfinite((yield from function.values(x)))

    torn = yield from jumps(function.values, values)
    kinks = yield from jumps(function.slopes, signed)
    breaks = tuple(sorted(torn | kinks))
    largest, largest_at = yield from _largest_slope(function, slopes)
    outputs = yield from _outputs(function, values)
    mean = yield from _normal_mean(function)
    undefined = yield from extents_where(hole, is_hole)
    at_breaks = yield from function.slopes(np.array(breaks))
    return ActivationFacts(
        family=_family(values, slopes, outputs),
        outputs=outputs,
        largest_slope=largest,
        largest_slope_at=largest_at,
        saturated=(),
        threshold=0.0,
        mean_output=mean,
        is_zero_centred=abs(mean) < _ZERO_CENTRED_WITHIN,
        breaks=breaks,
        slopes_at_breaks=tuple(at_breaks.tolist()),
        undefined=undefined,
    )


def _facts_below(
    known: ActivationStudy, threshold: float
) -> Generator[float, None, ActivationFacts]:
    def is_flat(x: Array) -> Generator[None, None, NDArray[np.bool_]]:
        return (yield from known.function.steepness(x)) < threshold

    work = extents_where(known.slopes < threshold, is_flat)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return replace(known.rest, saturated=end.value, threshold=threshold)
        yield 0.0


def _outputs(function: SampledActivation, values: Array) -> Generator[None, None, Extent]:
    def mirrored(x: Array) -> Work:
        return -(yield from function.values(x))

    ends = yield from function.values(_ENDS)
    low, has_low = yield from _refined_end(function.values, values, ends)
    high, has_high = yield from _refined_end(mirrored, -values, -ends)
    return Extent(low, -high, has_low, has_high)


def _refined_end(
    function: Function, values: Array, ends: Array
) -> Generator[None, None, tuple[float, bool]]:
    """The lowest value or limit between the samples too, and whether it is reached."""
    low, has_low = _lower_end(values, values[_ATTAINED], ends)
    if has_low:
        low = yield from refined_minimum(function, values)
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
    function: SampledActivation, slopes: Array
) -> Generator[None, None, tuple[float, Extent | None]]:
    def flatness(x: Array) -> Work:
        return -(yield from function.steepness(x))

    def is_steepest(x: Array) -> Generator[None, None, NDArray[np.bool_]]:
        return (yield from function.steepness(x)) >= floor

    largest = -(yield from refined_minimum(flatness, -slopes))
    beyond = yield from function.steepness(_ENDS)
    if max(largest, -_least(-beyond)) > FAR:
        endless = POINTS[np.isinf(slopes) & _NEAR]
        return math.inf, Extent(float(endless[0]), float(endless[0])) if len(endless) else None
    floor = largest - _SAME * max(1.0, largest)
    if -_least(-slopes[_ATTAINED]) < largest * (1 - 1e-6):
        return largest, None
    if slopes[0] >= floor or slopes[-1] >= floor or np.count_nonzero(slopes >= floor) > 100:
        extents = yield from extents_where(slopes >= floor, is_steepest)
        return largest, Extent(extents[0].low, extents[-1].high)
    place = yield from _place_of_maximum(function, slopes)
    return largest, Extent(place, place)


def _place_of_maximum(function: SampledActivation, slopes: Array) -> Generator[None, None, float]:
    # Of several equal maxima the rightmost is named.
    at = len(slopes) - 1 - int(np.nanargmax(slopes[::-1]))
    left, right = POINTS[max(0, at - 1)], POINTS[min(len(POINTS) - 1, at + 1)]
    finer = np.linspace(left, right, 2001)
    found = yield from function.steepness(finer)
    best = np.flatnonzero(found >= np.nanmax(found) - 1e-15)
    return float(round(float(finer[best].mean()), 6)) + 0.0


def _normal_mean(function: SampledActivation) -> Generator[None, None, float]:
    # The midpoint rule, which a jump at 0 does not lead astray.
    step = 4 * NEAR_STEP
    x = np.arange(-10.0, 10.0, step) + 0.5 * step
    density = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
    return float(np.dot((yield from function.values(x)), density) * step)


def _family(values: Array, slopes: Array, outputs: Extent) -> Family:
    spread = np.ptp(slopes[_ATTAINED])
    if spread < _SAME:
        return Family.STRAIGHT
    if math.isfinite(outputs.low) and math.isfinite(outputs.high):
        return Family.SATURATING
    right = slopes[(POINTS > 0) & _ATTAINED]
    return Family.RECTIFIER if np.ptp(right) < _SAME else Family.SMOOTH
