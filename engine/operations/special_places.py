"""Where a function has no derivative or no value, and what it tends to there and far out."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.limits import approached
from engine.operations.sampled_activation import SampledActivation
from engine.operations.sampled_function import NEAR, POINTS, Extent, jumps, rounded

_SAME = 1e-6
# A limit is only so sure where a curve gets steeper and steeper.
_REACHED = 1e-3
# Raw places that are closer than this to a told one are that one.
_EXACT = 1e-11


@dataclass(frozen=True)
class Side:
    """What a function tends to towards one side of a place, or far out.

    Attributes:
        place: The place; ±∞ far out.
        value: The limit of f; NaN where there is none.
        slope: The limit of f′.
        is_reached: Whether f has that limit as its value at the place.
    """

    place: float
    value: float
    slope: float
    is_reached: bool


@dataclass(frozen=True)
class SpecialPlaces:
    """The special places of a function, rounded as they are told, and their sides.

    Attributes:
        breaks: Where it has a value and no derivative.
        poles: Where it grows without end.
        sides: The limits at those, at the ends of its domain, and far out.
    """

    breaks: tuple[float, ...]
    poles: tuple[float, ...]
    sides: tuple[Side, ...]


def find_special_places(
    function: SampledActivation,
    values: Array,
    slopes: Array,
    holes: NDArray[np.bool_],
    beyond: NDArray[np.bool_],
    undefined: Iterable[Extent],
) -> Generator[None, None, SpecialPlaces]:
    """Find the places from samples at ``POINTS``.

    Args:
        function: The function.
        values: f, NaN where it has no value.
        slopes: f′, which may be infinite or NaN where f is a number.
        holes: Where f has no value.
        beyond: Where its value cannot be computed.
        undefined: The ranges without a value, not rounded.
    """
    breaks: set[float] = set()
    poles: set[float] = set()
    sides: list[Side] = []
    for left, right, is_torn in (yield from _candidates(function, values, slopes, holes)):
        below = yield from _side(function, left, -1)
        above = yield from _side(function, right, 1)
        place = rounded(0.5 * (left + right))
        if math.isinf(below.value) or math.isinf(above.value):
            poles.add(place)
        elif _has_no_slope(below, above, is_torn):
            breaks.add(place)
        else:
            continue
        sides += [below, above]
    ends = [(it.low, -1) for it in undefined] + [(it.high, 1) for it in undefined]
    for end, step in ends:
        if math.isinf(end) or rounded(end) in poles:
            continue
        side = yield from _side(function, end, step)
        if side.is_reached and math.isinf(side.slope):
            breaks.add(rounded(end))
        sides.append(side)
    sides += yield from _far_out(function, holes | beyond)
    return SpecialPlaces(tuple(sorted(breaks)), tuple(sorted(poles)), tuple(sides))


def _far_out(
    function: SampledActivation, unknown: NDArray[np.bool_]
) -> Generator[None, None, list[Side]]:
    """Return what a function tends to far out, where values are known there."""
    sides = []
    for end, at in ((-math.inf, 0), (math.inf, -1)):
        if not unknown[at]:
            value = yield from approached(function.values, end, 1)
            slope = yield from approached(function.slopes, end, 1)
            sides.append(Side(end, value, slope, is_reached=False))
    return sides


def _candidates(
    function: SampledActivation, values: Array, slopes: Array, holes: NDArray[np.bool_]
) -> Generator[None, None, list[tuple[float, float, bool]]]:
    """Return neighbouring places between which something may happen, and whether it surely does."""
    found: dict[float, tuple[float, float, bool]] = {}
    # A single sample without a value or a finite slope.
    lonely = NEAR & (holes | (np.isfinite(values) & ~np.isfinite(slopes)))
    is_slope = np.isfinite(slopes)
    inner = lonely[1:-1] & is_slope[:-2] & is_slope[2:]
    for place in POINTS[1:-1][inner].tolist():
        found[rounded(place)] = (place, place, False)
    for samples, ask in ((values, function.values), (slopes, function.slopes)):
        for left, right in (yield from jumps(ask, samples)):
            found.setdefault(rounded(left), (left, right, left < right))
    return list(found.values())


def _has_no_slope(below: Side, above: Side, is_torn: bool) -> bool:
    if _differ(below.value, above.value) or _differ(below.slope, above.slope):
        return True
    if math.isinf(below.slope) or math.isinf(above.slope):
        return True
    unknown = math.isnan(below.slope + above.slope + below.value + above.value)
    return is_torn and unknown


def _differ(one: float, other: float) -> bool:
    if math.isnan(one + other):
        return False
    return abs(one - other) > _SAME * max(1.0, abs(one), abs(other))


def _side(function: SampledActivation, place: float, step: int) -> Generator[None, None, Side]:
    value = yield from approached(function.values, place, step)
    slope = yield from approached(function.slopes, place, step)
    told = rounded(place)
    here = yield from function.values(np.array([told]))
    is_exact = abs(told - place) <= _EXACT
    if is_exact:
        near = _REACHED * max(1.0, abs(value))
        is_reached = bool(np.isfinite(here[0])) and bool(abs(here[0] - value) <= near)
    else:
        # An end that no decimal number hits: a finite limit there is nearly always a value.
        is_reached = math.isfinite(value)
    return Side(place, float(here[0]) if is_exact and is_reached else value, slope, is_reached)
