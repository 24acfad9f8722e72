"""The range of a function and its largest slope, from samples and limits."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.operations.limits import Reached, greatest
from engine.operations.sampled_activation import SampledActivation
from engine.operations.sampled_function import FAR, NEAR, POINTS, Extent, Function, Work, rounded
from engine.operations.special_places import SpecialPlaces

_SAME = 1e-9
_BESIDE = 1e-5
# A wave that rises further out beyond this, and beyond all near 0, rises for ever.
_ENDLESS = FAR / 10
# Where a function has no limit it is a wave, which may grow: asked at so many places in each of
# these.
_STRETCHES = np.array([[1e3, 1e6], [1e6, 1e9], [1e9, 1e12]])
_ASKED = 256
_SWELLING = 1.1
# What comes so near to the largest numbers before it is lost has no end.
_HUGE = 1e100
_LARGEST = 1e301


def outputs_of(
    function: SampledActivation, values: Array, lost: NDArray[np.bool_], places: SpecialPlaces
) -> Generator[None, None, Extent]:
    """Return all values that a function takes.

    Args:
        function: The function.
        values: f at ``POINTS``, NaN where it has no value or one that cannot be computed.
        lost: Where a number on the way was too large or too small.
        places: Its special places.
    """
    constant = _constant(values)
    if constant is not None:
        return Extent(constant, constant)

    def mirrored(x: Array) -> Work:
        return -(yield from function.values(x))

    limits = [(side.value, side.is_reached) for side in places.sides]
    sides = [
        side.place for side in places.sides if math.isinf(side.place) and math.isnan(side.value)
    ]
    high = yield from _upper(function.values, values, lost, limits, sides)
    turned = [(-value, is_reached) for value, is_reached in limits]
    low = yield from _upper(mirrored, -values, lost, turned, sides)
    return Extent(-low[0] + 0.0, high[0] + 0.0, low[1], high[1])


def _upper(
    function: Function,
    samples: Array,
    lost: NDArray[np.bool_],
    limits: Sequence[tuple[float, bool]],
    sides: Sequence[float],
) -> Generator[None, None, tuple[float, bool]]:
    """Return the greatest value or limit, and whether it is reached.

    ``sides`` are those of ±∞ towards which it has no limit.
    """
    tops = [value for value, _ in limits if not math.isnan(value)]
    if math.inf in tops or _has_no_end(samples) or (yield from _swells(function, samples, sides)):
        return math.inf, False
    found: Reached | None = yield from greatest(function, samples, lost)
    known = float(np.nanmax(samples))
    level = max([*tops, found.value if found is not None else known])
    # Rounding lifts a value above the limit that it approaches, at most.
    if found is None and tops and known <= max(tops) + _SAME * max(1.0, abs(known)):
        level = max(tops)
    near = _SAME * max(abs(level), 1e-300)
    is_reached = found is not None and found.value >= level - near
    is_reached |= any(value >= level - near and reached for value, reached in limits)
    if found is not None and found.value >= level - near:
        level = found.value if found.value > level - near else level
    return level, is_reached


def _has_no_end(samples: Array) -> bool:
    if np.isposinf(samples).any() or np.nanmax(samples) > _HUGE:
        return True
    far = samples[~NEAR]
    if np.isnan(far).all():
        return False
    top = float(np.nanmax(far))
    inside = samples[NEAR]
    within = float(np.nanmax(np.abs(inside))) if np.isfinite(inside).any() else 0.0
    return top > _ENDLESS * max(1.0, within)


def _places(side: float, stretch: Array) -> Array:
    """Return the places of a stretch: far out on a side of ±∞, or on both sides of a place."""
    low, high = stretch.tolist()
    apart: Array = np.geomspace(low, high, _ASKED)
    if math.isinf(side):
        return np.copysign(apart, side)
    apart = apart * max(1.0, abs(side))
    return np.concatenate([side - apart, side + apart])


def _constant(samples: Array) -> float | None:
    """Return the one number that all samples are, which have any, or None where they differ."""
    known = samples[np.isfinite(samples)]
    if not len(known) or np.ptp(known) != 0.0:
        return None
    return float(known[0]) + 0.0


def _swells(
    function: Function, samples: Array, sides: Sequence[float]
) -> Generator[None, None, bool]:
    """Whether a wave rises higher and higher towards one of the sides without a limit."""
    known = samples[np.isfinite(samples) & NEAR]
    for side in sides:
        tops = [float(known.max())] if len(known) and math.isinf(side) else []
        for stretch in _STRETCHES if math.isinf(side) else 1.0 / _STRETCHES:
            values = yield from function(_places(side, stretch))
            known = values[np.isfinite(values)]
            tops.append(float(known.max()) if len(known) else math.nan)
        if all(after > _SWELLING * max(before, 0.0) for before, after in pairwise(tops)):
            return True
    return False


def largest_slope_of(
    function: SampledActivation, slopes: Array, lost: NDArray[np.bool_], places: SpecialPlaces
) -> Generator[None, None, tuple[float, Extent | None]]:
    """Return the largest absolute slope or its limit, and where it is; None where only approached.

    Args:
        function: The function.
        slopes: |f′| at ``POINTS``, NaN where there is none.
        lost: Where a number on the way was too large or too small.
        places: Its special places, where a slope is agreed upon that counts for nothing.
    """
    if _constant(slopes) == 0.0 and not places.breaks:
        return 0.0, Extent(-math.inf, math.inf)
    steep = [side for side in places.sides if math.isinf(side.slope)]
    if steep or np.isposinf(slopes).any() or np.nanmax(slopes) > _LARGEST:
        closed = [side.place for side in steep if side.is_reached]
        return math.inf, _at(rounded(closed[-1])) if closed else None
    slopes = np.where(np.isin(POINTS, places.breaks), np.nan, slopes)
    waves = [side.place for side in places.sides if math.isnan(side.slope)]
    if _is_lost_while_large(slopes, lost) or (
        yield from _swells(function.steepness, slopes, waves)
    ):
        return math.inf, None
    found = yield from greatest(function.steepness, slopes, lost)
    # Beside a break a slope comes as near as one likes, and is never there.
    beside = [place for place in places.breaks if found and abs(found.at.low - place) <= _BESIDE]
    if found is not None and found.at.low == found.at.high and beside:
        found = None
    limits = [abs(side.slope) for side in places.sides if not math.isnan(side.slope)]
    known = found.value if found is not None else float(np.nanmax(slopes))
    largest = max([known, *limits])
    if found is None and limits and known <= max(limits) * (1 + _SAME):
        largest = max(limits)
    if found is None or found.value < largest * (1 - _SAME):
        return largest, None
    return largest, _snapped(found.at, places.breaks)


def _is_lost_while_large(samples: Array, lost: NDArray[np.bool_]) -> bool:
    """Whether it is huge at the last place before a number on the way grew too large."""
    known = np.flatnonzero(np.isfinite(samples) & ~lost)
    if not len(known):
        return False
    ends = samples[known[[0, -1]]]
    return bool((ends > _HUGE).any()) and len(known) < len(samples)


def _at(place: float) -> Extent:
    return Extent(place, place)


def _snapped(at: Extent, breaks: Sequence[float]) -> Extent:
    """Let a range end at the break that lies between its last sample and the next."""
    if at.low == at.high:
        return at
    ends = [at.low, at.high]
    for which, step in ((0, -1), (1, 1)):
        if math.isfinite(ends[which]):
            index = int(np.searchsorted(POINTS, ends[which]))
            beside = float(POINTS[index + step])
            span = sorted((ends[which], beside))
            for place in breaks:
                if span[0] - 1e-6 <= place <= span[1] + 1e-6:
                    ends[which] = place
    return Extent(ends[0], ends[1])
