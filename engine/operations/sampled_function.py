"""Facts of a function of one number from samples of it: least values, ranges of x, jumps."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

# Functions are sampled finely near 0, in growing steps further out, and once beyond all reach.
REACH = 20.0
NEAR_STEP = 2e-3
FAR = 1e6
BEYOND = 1e12
# A narrow peak stands mostly at 0.
_TINY = np.geomspace(1e-9, NEAR_STEP, 120, endpoint=False)
POINTS = np.sort(
    np.concatenate(
        [
            -np.geomspace(FAR, REACH, 400, endpoint=False),
            -_TINY,
            np.linspace(-REACH, REACH, round(2 * REACH / NEAR_STEP) + 1),
            _TINY,
            np.geomspace(FAR, REACH, 400, endpoint=False),
        ]
    )
)
NEAR = np.abs(POINTS) <= REACH
# Those that lie closer together than the others near 0.
FINE = np.isin(np.abs(POINTS), _TINY)
_MOST_JUMPS = 40
_JUMP = 1e-6
# Smaller rises are rounding.
_LEAST_RISE = 1e-9
# Places are told with so many decimals; they are narrowed down far below the last of them, or to
# neighbouring floats.
_DECIMALS = 6
_CLOSE = 1e-11
_MOST_HALVINGS = 60
_JUMP_HALVINGS = 40

# What takes long is a generator that yields after each piece of work and returns its result.
Work = Generator[None, None, Array]
Function = Callable[[Array], Work]
Condition = Callable[[Array], Generator[None, None, NDArray[np.bool_]]]


@dataclass(frozen=True)
class Extent:
    """A range of numbers; ends may be infinite, and an end may be a limit never reached."""

    low: float
    high: float
    has_low: bool = True
    has_high: bool = True


def extents_where(
    holds: NDArray[np.bool_], condition: Condition, *, is_rounded: bool = True
) -> Generator[None, None, tuple[Extent, ...]]:
    """Return the ranges in which a condition holds, from samples of it at ``POINTS``.

    All ends are narrowed down together, so the condition is asked at most 60 times, however many
    ranges there are.

    Args:
        holds: The condition at ``POINTS``.
        condition: Tells for each of some places, shape (n,), whether it holds there.
        is_rounded: Whether the ends are rounded to the digits that they are told with.
    """
    flags = np.concatenate([[False], holds, [False]])
    starts = np.flatnonzero(~flags[:-1] & flags[1:])
    ends = np.flatnonzero(flags[:-1] & ~flags[1:]) - 1
    inside = np.concatenate([starts, ends])
    outside = np.concatenate([starts - 1, ends + 1])
    found = np.where(outside < 0, -math.inf, math.inf)
    reached = (outside >= 0) & (outside < len(POINTS))
    found[reached] = yield from _boundaries(
        condition, POINTS[inside[reached]], POINTS[outside[reached]]
    )
    told = _rounded(found) if is_rounded else found
    lows, highs = told[: len(starts)].tolist(), told[len(starts) :].tolist()
    return tuple(Extent(low, high) for low, high in zip(lows, highs, strict=True))


def straight_extents(samples: Array, threshold: float) -> tuple[Extent, ...]:
    """Return the ranges in which a function is below a threshold, straight between its samples.

    Args:
        samples: The function at ``POINTS``; NaN counts as not below.
        threshold: The threshold.
    """
    flags = np.concatenate([[False], samples < threshold, [False]])
    starts = np.flatnonzero(~flags[:-1] & flags[1:])
    ends = np.flatnonzero(flags[:-1] & ~flags[1:]) - 1
    lows, highs = (
        _crossings(samples, starts, -1, threshold),
        _crossings(samples, ends, 1, threshold),
    )
    return tuple(Extent(low, high) for low, high in zip(lows.tolist(), highs.tolist(), strict=True))


def _crossings(samples: Array, inside: NDArray[np.intp], step: int, threshold: float) -> Array:
    """Where a function rises to the threshold between samples inside and their neighbours."""
    outside = np.clip(inside + step, 0, len(POINTS) - 1)
    with np.errstate(all="ignore"):
        share = (threshold - samples[inside]) / (samples[outside] - samples[inside])
    share = np.where(np.isfinite(share), np.clip(share, 0.0, 1.0), 0.5)
    places = POINTS[inside] + share * (POINTS[outside] - POINTS[inside])
    return np.asarray(np.where(outside == inside, step * math.inf, places))


def _boundaries(condition: Condition, good: Array, bad: Array) -> Work:
    """Where a condition ends between places where it holds and places where it does not."""
    good, bad = np.array(good), np.array(bad)
    for _ in range(_MOST_HALVINGS):
        open_ = np.flatnonzero(np.abs(bad - good) > _CLOSE)
        if not len(open_):
            break
        middle = 0.5 * (good[open_] + bad[open_])
        holds = yield from condition(middle)
        good[open_] = np.where(holds, middle, good[open_])
        bad[open_] = np.where(holds, bad[open_], middle)
    return np.asarray(0.5 * (good + bad))


def _rounded(places: Array) -> Array:
    """Round to the digits that a place is told with; 0 without a sign."""
    # Python's rounding, which looks at the decimal digits: NumPy's scales and may be one off.
    return np.array([rounded(place) for place in places.tolist()])


def rounded(place: float) -> float:
    """Round a place to the digits that it is told with; 0 without a sign, ±∞ as they are."""
    return round(place, _DECIMALS) + 0.0 if math.isfinite(place) else place


def jumps(function: Function, samples: Array) -> Generator[None, None, list[tuple[float, float]]]:
    """Return the neighbouring numbers between which a function jumps, from samples at ``POINTS``.

    Where it has no value at a single place, both are that place. Candidates are its largest rises,
    and those that are largest beside their neighbours, which a steep stretch elsewhere does not
    hide; those that do not shrink with the step are jumps. They are narrowed down together, in 41
    calls of the function.
    """
    near = NEAR & ~FINE
    rises = np.abs(np.diff(samples[near]))
    rises = np.where(np.isfinite(rises), rises, -1.0)
    beside = np.maximum(np.roll(rises, 1), np.roll(rises, -1))
    candidates = {
        int(index)
        for order in (np.argsort(rises), np.argsort(rises / (np.abs(beside) + _LEAST_RISE)))
        for index in order[::-1][:_MOST_JUMPS]
    }
    places = np.array(sorted(candidates))
    left, right = POINTS[near][places], POINTS[near][places + 1]
    for _ in range(_JUMP_HALVINGS):
        middle = 0.5 * (left + right)
        ends = yield from function(np.stack([left, middle, right]))
        is_left = np.abs(ends[1] - ends[0]) >= np.abs(ends[2] - ends[1])
        # What is no number there is at that very place.
        is_found = np.isnan(ends[1])
        left, right = (
            np.where(is_left & ~is_found, left, middle),
            np.where(is_left | is_found, middle, right),
        )
    ends = yield from function(np.stack([left, right]))
    # The larger end, and at least 1; an end that is no number makes no jump.
    least = _JUMP * np.maximum(1.0, np.abs(ends).max(axis=0))
    torn = ~(np.abs(ends[1] - ends[0]) <= least) & (rises[places] >= 0)
    return list(zip(left[torn].tolist(), right[torn].tolist(), strict=True))
