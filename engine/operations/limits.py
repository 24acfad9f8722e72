"""Limits and extremes of a sampled function: what is reached, and what is only approached."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.rounding_noise import noisy
from engine.operations.sampled_function import FINE, POINTS, Extent, Function

# A limit is taken from three places, each a thousand times as far out or as near as the one before.
_OUT = np.array([1e6, 1e9, 1e12])
_NEAR = np.array([1e-4, 1e-7, 1e-10])
# Where rounding hides what is so near.
_NOT_SO_NEAR = np.array([1e-1, 1.5e-2, 2.25e-3])
_DISTURBING, _LOOKED_AT = 1e-3, 7
# What grows more slowly than a logarithm is asked beyond these, where it can still be computed.
_OUTERMOST = np.array([1e36, 1e72, 1e144])
# The same from other places: a wave gives another number there.
_ELSEWHERE = 1.7
# Changes that hardly shrink go on for ever, as those of a logarithm do; only those that shrink to
# less than a fifth lead to a limit that can be told.
_ENDLESS, _SHRINKING = 0.95, 0.2
# The same where each place is the square of the one before.
_SHRINKING_SLOWLY, _SLOWLY_NOTHING = 0.7, 0.02
_LITTLE, _FALLEN = 0.3, 1e-4
_SAME = 1e-9
_ROUNDING = 1e-12
# What is this many times as far from a level as the level is wide leaves it at once.
_SHARP = 10.0
_ZOOMS, _ZOOM_POINTS = 5, 129
_FEWEST_IN_PLATEAU = 3
# Levels by which it is told what a function does where it leaves its highest.
_STEEPEST, _BENDING, _HALVINGS = 1e6, 8.0, 60
# A top that is flat by rounding is at most so wide.
_WIDEST_TOP = 0.5
_DECIMALS = 6


def approached(function: Function, place: float, side: int) -> Generator[None, None, float]:
    """Return the limit of a function towards a place, or NaN where there is none.

    Args:
        function: The function.
        place: The place; ±∞ for what it tends to far out.
        side: 1 from above, −1 from below; for ±∞ it does not matter.
    """
    if math.isinf(place):
        at = math.copysign(1.0, place) * _OUT
        steps = np.stack([at, _ELSEWHERE * at])
    else:
        reach = side * max(1.0, abs(place))
        near = yield from _undisturbed(function, place, reach)
        if near is None:
            return math.nan
        steps = place + reach * np.stack([near, _ELSEWHERE * near])
    values = yield from function(steps)
    one, other = _limit(values[0]), _limit(values[1])
    if one == other or abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other)):
        # A wave may rise three times by chance.
        onward = values.T if math.isinf(place) else values[::-1].T
        is_wave = np.isfinite(values).all() and not _rises_on(onward.reshape(1, -1))
        return math.nan if math.isinf(one) and is_wave else one
    if math.isinf(place) and _rises_on(values):
        return (yield from _slow_limit(function, place, values))
    return math.nan


def _undisturbed(
    function: Function, place: float, reach: float
) -> Generator[None, None, Array | None]:
    """Return distances at which a function is not hidden by its rounding, or None."""
    for distances in (_NEAR, _NOT_SO_NEAR):
        between = np.geomspace(distances[1], distances[2], _LOOKED_AT)
        if not (yield from noisy(function, place, reach * between, _DISTURBING)).any():
            return distances
    return None


def _slow_limit(function: Function, place: float, before: Array) -> Generator[None, None, float]:
    """Return the limit of what changes with a power of the logarithm of x, or grows more slowly.

    Each place is the square of the one before, so that the logarithm doubles.
    """
    at = math.copysign(1.0, place) * _OUTERMOST
    values = yield from function(np.stack([at, _ELSEWHERE * at]))
    if not _rises_on(np.hstack([before, values])):
        return math.nan
    first, middle, last = values[0].tolist()
    ratio = (last - middle) / (middle - first)
    if ratio >= _ENDLESS:
        return math.copysign(math.inf, last - middle)
    if ratio > _SHRINKING_SLOWLY:
        return math.nan
    found = last + (last - middle) * ratio / (1 - ratio)
    return 0.0 if abs(found) <= _SLOWLY_NOTHING * abs(first) else float(f"{found:.3g}")


def _rises_on(values: Array) -> bool:
    """Whether each row of values only rises, or each only falls, as no wave does for long."""
    if not np.isfinite(values).all():
        return False
    steps = np.diff(values, axis=-1)
    return bool((steps > 0).all() or (steps < 0).all())


def _limit(values: Array) -> float:
    """Return where three values tend to whose distance shrinks evenly (Aitken's Δ²)."""
    first, middle, last = values.tolist()
    if not math.isfinite(last) or not math.isfinite(first + middle):
        return last if math.isinf(last) else math.nan
    before, after = middle - first, last - middle
    if abs(after) <= _ROUNDING * max(abs(last), abs(first)):
        found = last
    elif before == 0 or after / before < 0:
        return math.nan
    elif (ratio := after / before) >= _ENDLESS:
        return math.copysign(math.inf, after)
    elif ratio > _SHRINKING:
        return math.nan
    else:
        rest = after * ratio / (1 - ratio)
        found = _as_sure_as(last + rest, 0.01 * abs(rest))
    is_nothing = abs(found) <= _SAME * max(abs(first), abs(middle)) or (
        # What falls by a factor each time, but for a logarithm, falls to 0.
        abs(found) <= _LITTLE * abs(last) and abs(last) <= _FALLEN * abs(first)
    )
    return 0.0 if is_nothing else float(f"{found:.14g}")


def _as_sure_as(value: float, error: float) -> float:
    """Round a number to the digits that an error leaves of it."""
    if error == 0 or not math.isfinite(math.log10(error)):
        return value
    return round(value, -math.ceil(math.log10(error)))


@dataclass(frozen=True)
class Reached:
    """Where a function has its greatest value.

    Attributes:
        value: The value.
        at: The place or range that has it.
    """

    value: float
    at: Extent


def greatest(
    function: Function, samples: Array, lost: NDArray[np.bool_]
) -> Generator[None, None, Reached | None]:
    """Return the greatest value that a function takes, or None where it only approaches one.

    Args:
        function: The function.
        samples: The function at ``POINTS``, NaN where it has no value.
        lost: Where a number on the way was too large or too small, so that a value may be rounded
            to its limit.
    """
    if np.isnan(samples).all():
        return None
    level = float(np.nanmax(samples))
    if math.isinf(level):
        return None
    plateau = yield from _plateau(function, samples, lost, level)
    if plateau is not None:
        return Reached(level, plateau)
    best: Reached | None = None
    for at in _peaks(samples, lost, level):
        left, right = POINTS[max(0, at - 1)], POINTS[min(len(POINTS) - 1, at + 1)]
        found = yield from _zoomed(function, float(left), float(right))
        # Of several equal ones the rightmost is named.
        if best is None or found.value >= best.value * (1 - _ROUNDING) - 1e-300:
            best = found
    return best


def _peaks(samples: Array, lost: NDArray[np.bool_], level: float) -> list[int]:
    """Return the samples that are highest beside their neighbours, near the highest of all.

    Along a stretch that only tends to a level rounding makes peaks, which are none.
    """
    inner = np.nan_to_num(samples, nan=-np.inf)
    higher = (inner[1:-1] >= inner[:-2]) & (inner[1:-1] >= inner[2:])
    # One on a slope that ends is no peak: what lies beside it has no value.
    beside = np.isfinite(samples[:-2]) & np.isfinite(samples[2:])
    spread = level - float(np.nanmin(samples))
    near = inner[1:-1] >= level - 1e-3 * (spread if math.isfinite(spread) else abs(level))
    is_tending = np.zeros(len(samples), dtype=bool)
    for start, end in _runs(samples >= level - _SAME * max(abs(level), 1e-300)):
        if POINTS[end] - POINTS[start] > _WIDEST_TOP:
            is_tending[start : end + 1] = True
    found = np.flatnonzero(higher & beside & near & ~is_tending[1:-1] & ~lost[1:-1]) + 1
    return [int(at) for at in found[np.argsort(inner[found], kind="stable")[-12:]]]


def _plateau(
    function: Function, samples: Array, lost: NDArray[np.bool_], level: float
) -> Generator[None, None, Extent | None]:
    """Return the range along which a function stays at its greatest value, or None."""
    wide = _SAME * max(abs(level), 1e-300)
    holds = samples >= level - wide
    kept = []
    for start, end in _runs(holds):
        if (
            np.count_nonzero(~FINE[start : end + 1]) >= _FEWEST_IN_PLATEAU
            and not lost[start : end + 1].any()
            and _leaves(samples, start, -1, level, wide)
            and _leaves(samples, end, 1, level, wide)
            and (yield from _bends(function, samples, start, -1, level))
            and (yield from _bends(function, samples, end, 1, level))
        ):
            kept.append((start, end))
    if not kept:
        return None
    low, high = kept[-1]
    for start, end in reversed(kept[:-1]):
        # A kink between two halves has a slope of its own.
        if low - end <= 2:
            low = start
    return Extent(
        -math.inf if low == 0 else float(POINTS[low]),
        math.inf if high == len(POINTS) - 1 else float(POINTS[high]),
    )


def _bends(
    function: Function, samples: Array, at: int, step: int, level: float
) -> Generator[None, None, bool]:
    """Whether a function bends away from its level, and is not rounded to what it tends to.

    What bends away is a million times as far below the level a good deal further out than where it
    is ten times as far below; what tends to the level, as e^(-x) does to 0, is so after a few more
    steps of the same length.
    """
    outside = samples[at + step :: step] if at + step >= 0 else samples[:0]
    spread = level - float(np.nanmin(samples))
    wide = max(_SAME * abs(level), _ROUNDING * (spread if math.isfinite(spread) else 1.0))
    below = np.flatnonzero(outside < level - _STEEPEST * wide)
    if not len(below):
        return True
    inner = np.full(3, POINTS[at])
    outer = np.full(3, POINTS[at + step * (int(below[0]) + 1)])
    levels = level - wide * np.array([1.0, 10.0, _STEEPEST])
    for _ in range(_HALVINGS):
        middle = 0.5 * (inner + outer)
        holds = (yield from function(middle)) >= levels
        inner, outer = np.where(holds, middle, inner), np.where(holds, outer, middle)
    first, second, last = np.abs(outer - POINTS[at]).tolist()
    return bool(last - first >= _BENDING * (second - first))


def _runs(holds: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the first and the last place of each run of true flags."""
    flags = np.concatenate([[False], holds, [False]])
    starts = np.flatnonzero(~flags[:-1] & flags[1:])
    ends = np.flatnonzero(flags[:-1] & ~flags[1:]) - 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _leaves(samples: Array, at: int, step: int, level: float, wide: float) -> bool:
    """Whether a function leaves its level at once where the level ends, and does not tend to it."""
    outside = at + step
    while 0 <= outside < len(POINTS) and FINE[outside]:
        outside += step
    if not 0 <= outside < len(POINTS):
        return True
    return not samples[outside] >= level - _SHARP * wide


def _zoomed(function: Function, left: float, right: float) -> Generator[None, None, Reached]:
    """Return the highest point between two places, narrowed down."""
    best, place = -math.inf, left
    for _ in range(_ZOOMS):
        x = np.linspace(left, right, _ZOOM_POINTS)
        values = yield from function(x)
        values = np.where(np.isnan(values), -np.inf, values)
        top = float(values.max())
        if top < best:
            break
        best = top
        at = np.flatnonzero(values >= top - 1e-15 * abs(top))
        place = float(x[at].mean())
        left, right = float(x[max(0, at[0] - 1)]), float(x[min(len(x) - 1, at[-1] + 1)])
    place = round(place, _DECIMALS) + 0.0
    return Reached(best, Extent(place, place))
