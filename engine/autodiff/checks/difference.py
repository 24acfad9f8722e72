"""Difference quotients whose step fits: the place may lie near the end of a domain, or of a kink.

With one step for all, (f(x + h) − f(x − h)) / 2h steps over the end of a domain, as h = 1e−5 does
for √x at 1e−12, or takes in a stretch along which the curve bends, as of 1/x at 2e−5. Too small a
step subtracts two values that differ in their last digits only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

# f(x), computed in portions between which one may stop.
Curve = Callable[[float], Generator[None, None, float]]

_EPSILON = float(np.finfo(np.float64).eps)
# How far up and down a step is looked for, beside 1 and beside |x|.
_LARGEST, _TENTHS = 1e-2, 10
# Steps nearer to each other than this say the same.
_APART = 3.0
# Below this a slope counts as 0.
_SMALLEST_SLOPE = 1e-8
# A value is wrong by some units in its last place.
_ROUNDINGS = 4.0


@dataclass(frozen=True, slots=True)
class Quotient:
    """A difference quotient.

    Attributes:
        value: The quotient; not finite where f has no value at one of its places.
        step: The h.
        side: 0 where it takes both sides, 1 where only those above x, −1 below.
        error: About how far it may be off, by truncation and by rounding; ∞ where nothing is known.
    """

    value: float
    step: float
    side: int = 0
    error: float = math.inf


def two_sided(curve: Curve, x: float, step: float) -> Generator[None, None, Quotient]:
    """Compute (f(x + h) − f(x − h)) / 2h; what 2h rounds to at x is divided by."""
    above, below = x + step, x - step
    high = yield from curve(above)
    low = yield from curve(below)
    return Quotient(_slope(low, high, above - below), step)


def one_sided(curve: Curve, x: float, step: float, side: int) -> Generator[None, None, Quotient]:
    """Compute (−3f(x) + 4f(x + h) − f(x + 2h)) / 2h, with −h for the side below."""
    h = (x + side * step) - x
    here = yield from curve(x)
    near = yield from curve(x + h)
    far = yield from curve(x + 2 * h)
    value = (4 * (near - here) - (far - here)) / (2 * h) if h else math.nan
    return Quotient(value, step, side)


def fitted(
    curve: Curve, x: float, size: float, largest: float = math.inf
) -> Generator[None, None, Quotient | None]:
    """Find the step at which neighbouring steps agree best, and return its quotient.

    Where f has values on one side of x only, the quotient takes that side.

    Args:
        curve: The function f.
        x: The place.
        size: The largest number that is added on the way to f, which rounding is relative to.
        largest: No step is tried above this.

    Returns:
        The quotient, or None where f has no value on either side.
    """
    for side in (0, 1, -1):
        found: list[Quotient] = []
        for step in _steps(x, largest):
            quotient = yield from (
                one_sided(curve, x, step, side) if side else two_sided(curve, x, step)
            )
            if math.isfinite(quotient.value):
                found.append(quotient)
        if len(found) > 1:
            return _steadiest(found, size)
    return None


def _steadiest(quotients: list[Quotient], size: float) -> Quotient:
    """Return the quotient that differs least from the next one, rounding counted in."""
    judged = []
    for quotient, following in pairwise(quotients):
        rounding = _ROUNDINGS * _EPSILON * size / following.step
        error = abs(quotient.value - following.value) + rounding
        judged.append(Quotient(quotient.value, quotient.step, quotient.side, error))
    return min(judged, key=lambda item: item.error / max(abs(item.value), _SMALLEST_SLOPE))


def _steps(x: float, largest: float) -> Iterator[float]:
    """Yield the steps that are tried, each a tenth of the one before or less.

    They lie beside 1 and beside |x|. Between the two, where |x| is tiny or huge, there is nothing
    that a function could know of, and hundreds of steps would be tried for nothing.
    """
    scale = abs(x) or 1.0
    largest = min(_LARGEST * max(1.0, scale), largest)
    starts = (largest, min(_LARGEST * min(1.0, scale), largest))
    tried = math.inf
    for step in sorted({start / 10.0**power for start in starts for power in range(_TENTHS)})[::-1]:
        if 0 < step <= tried / _APART:
            tried = step
            yield step


def _slope(low: float, high: float, width: float) -> float:
    return (high - low) / width if width else math.nan
