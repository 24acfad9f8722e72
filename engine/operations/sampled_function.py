"""Facts of a function of one number from samples of it: least values, ranges of x, jumps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

# Functions are sampled finely near 0, in growing steps further out, and once beyond all reach.
REACH = 20.0
NEAR_STEP = 2e-3
FAR = 1e6
BEYOND = 1e12
POINTS = np.concatenate(
    [
        -np.geomspace(FAR, REACH, 400, endpoint=False),
        np.linspace(-REACH, REACH, round(2 * REACH / NEAR_STEP) + 1),
        np.geomspace(FAR, REACH, 400, endpoint=False)[::-1],
    ]
)
_MOST_JUMPS = 8
_JUMP = 1e-6
# Smaller rises are rounding.
_LEAST_RISE = 1e-9


@dataclass(frozen=True)
class Extent:
    """A range of numbers; ends may be infinite, and an end may be a limit never reached."""

    low: float
    high: float
    has_low: bool = True
    has_high: bool = True


def refined_minimum(function: Callable[[Array], Array], samples: Array) -> float:
    """Return the least value of a function, from its samples at ``POINTS``."""
    place = int(np.nanargmin(samples))
    left, right = POINTS[max(0, place - 1)], POINTS[min(len(POINTS) - 1, place + 1)]
    return float(np.nanmin(function(np.linspace(left, right, 2001))))


def extents_where(
    holds: NDArray[np.bool_], condition: Callable[[float], bool]
) -> tuple[Extent, ...]:
    """Return the ranges in which a condition holds, from samples of it at ``POINTS``."""
    flags = np.concatenate([[False], holds, [False]])
    starts = np.flatnonzero(~flags[:-1] & flags[1:])
    ends = np.flatnonzero(flags[:-1] & ~flags[1:]) - 1
    return tuple(
        Extent(
            _boundary(condition, int(start), int(start) - 1),
            _boundary(condition, int(end), int(end) + 1),
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _boundary(condition: Callable[[float], bool], inside: int, outside: int) -> float:
    """Where the condition ends between a sample inside and its neighbour outside."""
    if outside < 0:
        return -math.inf
    if outside >= len(POINTS):
        return math.inf
    good, bad = float(POINTS[inside]), float(POINTS[outside])
    for _ in range(60):
        middle = 0.5 * (good + bad)
        if condition(middle):
            good = middle
        else:
            bad = middle
    return round(0.5 * (good + bad), 6) + 0.0


def jumps(function: Callable[[Array], Array], samples: Array) -> set[float]:
    """Return the places where a function jumps, from its samples at ``POINTS``.

    Candidates are its largest rises, and those that are largest beside their neighbours, which a
    steep stretch elsewhere does not hide; those that do not shrink with the step are jumps.
    """
    near = np.abs(POINTS) <= REACH
    rises = np.abs(np.diff(samples[near]))
    rises = np.where(np.isfinite(rises), rises, -1.0)
    beside = np.maximum(np.roll(rises, 1), np.roll(rises, -1))
    candidates = {
        int(index)
        for order in (np.argsort(rises), np.argsort(rises / (np.abs(beside) + _LEAST_RISE)))
        for index in order[::-1][:_MOST_JUMPS]
    }
    places = set()
    for index in candidates:
        left, right = POINTS[near][index], POINTS[near][index + 1]
        for _ in range(40):
            middle = 0.5 * (left + right)
            ends = function(np.array([left, middle, right]))
            if abs(ends[1] - ends[0]) >= abs(ends[2] - ends[1]):
                right = middle
            else:
                left = middle
        ends = function(np.array([left, right]))
        if abs(ends[1] - ends[0]) > _JUMP * max(1.0, float(np.abs(ends).max())):
            places.add(round(float(left), 6) + 0.0)
    return places
