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
from engine.operations.function_extremes import largest_slope_of, outputs_of
from engine.operations.operation import Operation
from engine.operations.rounding_noise import noisy
from engine.operations.sampled_activation import PIECE, SampledActivation, Settings, sampled
from engine.operations.sampled_function import (
    FINE,
    NEAR,
    POINTS,
    Extent,
    Function,
    extents_where,
    rounded,
    straight_extents,
)
from engine.operations.special_places import find_special_places

_SAME = 1e-9
_ROUNDINGS = 4.0
_ZERO_CENTRED_WITHIN = 0.01
_ATTAINED = np.abs(POINTS) <= 10.0
# The mean of a normal input counts what lies within this, where the rest is negligible.
_MEAN_WITHIN = 10.0
_NEGLIGIBLE = 1e-9
# Rounding of a larger share of a value makes peaks of its own.
_DISTURBING = 1e-6
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
        mean_output: Its average over inputs that are standard normal; NaN where it is not defined
            for every x, or cannot be told from samples.
        is_zero_centred: Whether that average is within 0.01 of 0.
        breaks: The places where it has no derivative, jumps included.
        slopes_at_breaks: What is used as the derivative at each of them.
        undefined: The ranges of x where it is no number.
        poles: The places among those towards which it grows without end.
        direction: 1 where it never falls, −1 where it never rises, 0 where it does neither, and
            None where it does both.
        beyond: The ranges of x where a number on the way is larger or smaller than a computer's,
            so that nothing is known of it there.
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
    poles: tuple[float, ...] = ()
    direction: int | None = None
    beyond: tuple[Extent, ...] = ()


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
    seen = yield from _seen(function, values, signed)
    work = _rest(function, seen)
    share = _SAMPLING
    while True:
        try:
            next(work)
        except StopIteration as end:
            return ActivationStudy(function, np.abs(seen.slopes), end.value)
        share += (1.0 - share) / _LATER_PIECES
        yield share


@dataclass(frozen=True, eq=False)
class _Seen:
    """A function at ``POINTS``.

    Attributes:
        values: f, NaN where it has no value or one that cannot be computed; far out it may be
            infinite, where it grew too large.
        slopes: f′ likewise.
        holes: Where it has no value.
        lost: Where a number on the way was too large or too small for a computer.
        beyond: Where its value cannot be computed for that reason, near 0 or on from there.
    """

    values: Array
    slopes: Array
    holes: NDArray[np.bool_]
    lost: NDArray[np.bool_]
    beyond: NDArray[np.bool_]


def _seen(
    function: SampledActivation, values: Array, slopes: Array
) -> Generator[float, None, _Seen]:
    lost = np.zeros(len(POINTS), dtype=bool)
    for start in range(0, len(POINTS), PIECE):
        piece = slice(start, start + PIECE)
        lost[piece] = function.lost(POINTS[piece])
        yield _SAMPLING
    is_none = ~np.isfinite(values)
    beyond = is_none & lost
    right, left = POINTS > 0, POINTS < 0
    for side in (left, right):
        # Grown too large only far out, it is a value without end; nearer, one that is not known.
        if not (beyond & side & NEAR).any():
            beyond &= ~(side & ~NEAR & np.isinf(values))
    # An infinity far out to which nothing grew is no value either.
    holes = ~beyond & (np.isnan(values) | (np.isinf(values) & (NEAR | ~lost)))
    # A power of a negative number has values at whole exponents, which make no curve.
    beside = np.concatenate([holes[1:2], holes[:-2] & holes[2:], holes[-2:-1]])
    holes |= beside & ~beyond
    gone = holes | beyond
    is_hidden = yield from _paced(_hidden(function.values))
    has_no_slope = gone | is_hidden | (yield from _paced(_hidden(function.slopes)))
    return _Seen(
        np.where(gone | is_hidden, np.nan, values),
        np.where(has_no_slope, np.nan, slopes),
        holes,
        lost,
        beyond,
    )


def _paced(work: Generator[None, None, _Result]) -> Generator[float, None, _Result]:
    """Yield after each piece of a work how much is done."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: _Result = end.value
            return result
        yield _SAMPLING


def _hidden(function: Function) -> Generator[None, None, NDArray[np.bool_]]:
    """Return at which of ``POINTS`` close to 0 rounding hides a function."""
    near = POINTS[FINE]
    is_noisy = yield from noisy(function, 0.0, near, _DISTURBING)
    # A single kink changes a step as well.
    sizes = np.abs(near[1:][is_noisy[1:] & is_noisy[:-1]])
    return np.asarray(FINE & (np.abs(POINTS) <= sizes.max(initial=0.0)))


def _rest(function: SampledActivation, seen: _Seen) -> Generator[None, None, ActivationFacts]:
    def is_hole(x: Array) -> Generator[None, None, NDArray[np.bool_]]:
        values = yield from function.values(x)
        return ~np.isfinite(values) & ~function.lost(x)

    def is_beyond(x: Array) -> Generator[None, None, NDArray[np.bool_]]:
        values = yield from function.values(x)
        return ~np.isfinite(values) & function.lost(x)

    undefined = yield from extents_where(seen.holes, is_hole, is_rounded=False)
    beyond = yield from extents_where(seen.beyond, is_beyond)
    places = yield from find_special_places(
        function, seen.values, seen.slopes, seen.holes, seen.beyond, undefined
    )
    slopes = np.abs(seen.slopes)
    outputs = yield from outputs_of(function, seen.values, seen.lost, places)
    largest, largest_at = yield from largest_slope_of(function, slopes, seen.lost, places)
    # At a place without a value there is nothing to weigh, and towards a pole samples tell nothing.
    is_whole = not undefined and not places.poles
    mean = (yield from _normal_mean(function)) if is_whole else math.nan
    at_breaks = yield from function.slopes(np.array(places.breaks))
    return ActivationFacts(
        family=_family(seen.values, slopes, outputs),
        outputs=outputs,
        largest_slope=largest,
        largest_slope_at=largest_at,
        saturated=(),
        threshold=0.0,
        mean_output=mean,
        is_zero_centred=abs(mean) < _ZERO_CENTRED_WITHIN,
        breaks=places.breaks,
        slopes_at_breaks=tuple(at_breaks.tolist()),
        undefined=_with_poles(undefined, places.poles),
        poles=places.poles,
        direction=_direction(seen.values),
        beyond=beyond,
    )


def _with_poles(undefined: tuple[Extent, ...], poles: tuple[float, ...]) -> tuple[Extent, ...]:
    told = {(rounded(extent.low), rounded(extent.high)) for extent in undefined}
    return tuple(Extent(*ends) for ends in sorted(told | {(place, place) for place in poles}))


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
            # At a kink a slope is agreed upon, which is that of no stretch. Several that are too
            # narrow to be told apart are one.
            flat = tuple(
                extent
                for extent in dict.fromkeys(end.value)
                if extent.low < extent.high or extent.low not in known.rest.breaks
            )
            return replace(known.rest, saturated=flat, threshold=threshold)
        yield 0.0


def _direction(values: Array) -> int | None:
    """Return 1 where a function never falls, −1 where it never rises, 0 for both, None for none."""
    known = values[np.isfinite(values)]
    steps = np.diff(known)
    size = np.maximum(np.abs(known[1:]), np.abs(known[:-1]))
    rounding = _ROUNDINGS * np.finfo(np.float64).eps * size
    rises, falls = bool((steps > rounding).any()), bool((steps < -rounding).any())
    if rises and falls:
        return None
    return int(rises) - int(falls)


def _normal_mean(function: SampledActivation) -> Generator[None, None, float]:
    """Return the mean for standard normal inputs; NaN where it cannot be told from samples."""
    # Pairs at ±x, so that what is odd has the mean 0 and not a rest of rounding.
    x = POINTS[(POINTS >= 0) & (np.abs(POINTS) <= _MEAN_WITHIN)]
    density = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
    above = (yield from function.values(x)) * density
    below = (yield from function.values(-x)) * density
    sizes = np.abs(above) + np.abs(below)
    # What weighs much at the end weighs as much beyond.
    if not sizes[-1] <= _NEGLIGIBLE * sizes.max():
        return math.nan
    pairs = above + below
    mean = float(np.dot(0.5 * (pairs[1:] + pairs[:-1]), np.diff(x)))
    # Infinite where a value overflowed, which is no sum of the function's.
    return mean if math.isfinite(mean) else math.nan


def _family(values: Array, slopes: Array, outputs: Extent) -> Family:
    spread = np.ptp(slopes[_ATTAINED])
    if spread < _SAME:
        return Family.STRAIGHT
    if math.isfinite(outputs.low) and math.isfinite(outputs.high):
        return Family.SATURATING
    right = slopes[(POINTS > 0) & _ATTAINED]
    return Family.RECTIFIER if np.ptp(right) < _SAME else Family.SMOOTH
