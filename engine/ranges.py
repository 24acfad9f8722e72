"""Arithmetic of ranges that holds for every float64: denormals, ±1.8e308, one ulp, NaN and ∞.

The plain way fails at the ends of the number range: ``high - low`` is infinite for ±1e308, 1 over a
denormal is infinite, 10.0**309 raises, the logarithm of what has become 0 has no value. Whatever
turns numbers into places, colours, levels or ticks asks here instead.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array

LARGEST = sys.float_info.max
SMALLEST = 5e-324
_LEAST_POWER, _MOST_POWER = -323, 308
# A smaller sum of squares has lost digits.
_LEAST_SQUARE = 1e-280
# An end may miss a round number by the last bits of the arithmetic that led to it.
_SLACK = Decimal("1e-9")
_ROUND = (1, 2, 5, 10)
# Of its own, so that nothing depends on what another has set for the thread.
_DECIMAL = Context(prec=34, Emin=-9999, Emax=9999)


def finite(value: float) -> float:
    """Return the nearest number that is finite; 0 for what is none."""
    return 0.0 if math.isnan(value) else min(max(float(value), -LARGEST), LARGEST)


def extremes(values: ArrayLike) -> tuple[float, float] | None:
    """Return the smallest and the largest finite number of an array, or None without one."""
    array = np.asarray(values, dtype=float)
    known = array[np.isfinite(array)]
    return (float(known.min()), float(known.max())) if known.size else None


def extent(values: ArrayLike) -> float:
    """Return the size of the largest finite number of an array; 0 where there is none."""
    sizes = np.abs(np.asarray(values, dtype=float))
    return float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))


def width(low: float, high: float) -> float:
    """Return how far two numbers lie apart, at most the largest number."""
    return finite(finite(high) - finite(low))


def midpoint(low: float, high: float) -> float:
    """Return the middle of two numbers."""
    low, high = finite(low), finite(high)
    total = low + high
    return total / 2 if math.isfinite(total) else low / 2 + high / 2


def between(low: float, high: float, share: float) -> float:
    """Return the number that lies a share of the way from one to another, 0 to 1."""
    low, high = finite(low), finite(high)
    apart = high - low
    return finite(low + apart * share if math.isfinite(apart) else low * (1 - share) + high * share)


def along(low: float, high: float, shares: Array) -> Array:
    """Return the numbers that lie shares of the way from one to another."""
    low, high = finite(low), finite(high)
    apart = high - low
    if math.isfinite(apart):
        return np.asarray(low + apart * shares)
    return np.asarray(low * (1.0 - shares) + high * shares)


def spaced(low: float, high: float, count: int) -> Array:
    """Return ``count`` numbers from one to another, evenly spaced, both ends among them."""
    low, high = finite(low), finite(high)
    if math.isfinite(high - low):
        return np.linspace(low, high, count)
    return np.clip(2.0 * np.linspace(low / 2, high / 2, count), -LARGEST, LARGEST)


def padded(low: float, high: float, share: float) -> tuple[float, float]:
    """Return a range that is wider by a share of its width at either end, and never empty."""
    low, high = sorted((finite(low), finite(high)))
    room = width(low, high) * share or share * max(abs(low), abs(high)) or 1.0
    below, above = finite(low - room), finite(high + room)
    if not below < above:
        below, above = np.nextafter(low, -np.inf), np.nextafter(high, np.inf)
    return finite(below), finite(above)


@dataclass(frozen=True)
class Unit:
    """A power of two in which some numbers are of about the size of 1, so that nothing overflows.

    Multiplying by a power of two is exact, so a number comes back as the same one, unless it is
    so small beside the largest that it vanishes.

    Attributes:
        exponent: Of the power.
    """

    exponent: int = 0

    @classmethod
    def of(cls, *numbers: float) -> Unit:
        """Return the unit of the largest of some numbers."""
        largest = max((abs(finite(number)) for number in numbers), default=0.0)
        return cls(math.frexp(largest)[1] if largest else 0)

    def measure(self, values: ArrayLike) -> Array:
        """Return numbers in this unit; NaN and ∞ stay."""
        with np.errstate(all="ignore"):
            return np.asarray(np.ldexp(np.asarray(values, dtype=float), -self.exponent))

    def restore(self, values: ArrayLike) -> Array:
        """Return what numbers in this unit are, at most the largest number; NaN and ∞ stay."""
        given = np.asarray(values, dtype=float)
        with np.errstate(all="ignore"):
            found = np.ldexp(given, self.exponent)
        return np.where(np.isfinite(given), np.clip(found, -LARGEST, LARGEST), given)


def shares(values: ArrayLike, low: float, high: float) -> Array:
    """Return how far along a range numbers lie, from 0 to 1; beyond it the ends, NaN for NaN.

    Where the range is empty, all numbers lie at 0.
    """
    low, high = finite(low), finite(high)
    unit = Unit.of(low, high)
    first, last = float(unit.measure(low)), float(unit.measure(high))
    found = np.clip(unit.measure(values), min(first, last), max(first, last))
    apart = last - first
    return np.asarray((found - first) / apart if apart else found * 0.0)


def length(vector: ArrayLike) -> float:
    """Return the length of a vector, at most the largest number; 0 for one with a NaN.

    The squares may leave the numbers, or vanish, where the length does not.
    """
    numbers = np.asarray(vector, dtype=float).ravel()
    with np.errstate(all="ignore"):
        square = float(np.dot(numbers, numbers))
    if _LEAST_SQUARE < square < math.inf:
        return math.sqrt(square)
    unit = Unit.of(extent(numbers))
    measured = unit.measure(numbers)
    with np.errstate(all="ignore"):
        found = math.sqrt(np.dot(measured, measured)) if not np.isnan(measured).any() else 0.0
    return finite(float(unit.restore(found)))


def raised(base: float, exponent: float) -> float:
    """Return a positive number to a power, at most the largest number."""
    with np.errstate(all="ignore"):
        return finite(float(np.float64(base) ** np.float64(exponent)))


def round_below(value: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that a positive number reaches."""
    return _below(max(finite(value), SMALLEST), _ROUND)


def principal_axes(rows: Array, count: int) -> tuple[Array, Array]:
    """Return the directions in which rows of numbers spread the most round 0, the widest first.

    They are the right singular vectors. Rows that are not finite have no place and do not count.

    Args:
        rows: Shape (n, columns).
        count: How many directions, at most as many as columns.

    Returns:
        The directions, shape (count, columns), each of length 1, and their singular values in a
        unit of their own, shape (count,).
    """
    columns = rows.shape[1]
    known = rows[np.isfinite(rows).all(axis=1)]
    if not known.any():
        return np.eye(columns)[:count], np.zeros(count)
    scaled = Unit.of(extent(known)).measure(known)
    _, lengths, axes = np.linalg.svd(scaled, full_matrices=False)
    missing = max(0, count - len(axes))
    axes = np.vstack([axes, np.zeros((missing, columns))])[:count]
    return axes, np.append(lengths, np.zeros(missing))[:count]


def power_of_ten(exponent: int) -> float:
    """Return a power of ten; the smallest and the largest there are beyond the ends."""
    return float(f"1e{min(max(exponent, _LEAST_POWER), _MOST_POWER)}")


def decade(value: float) -> int:
    """Return the exponent of the greatest power of ten that a positive number reaches.

    Args:
        value: more than 0; ∞ counts as the largest number.
    """
    return _exact(value).adjusted()


def shifted(values: ArrayLike, power: int) -> Array:
    """Return numbers times a power of ten, which may lie beyond what a float can be."""
    half = power // 2
    with np.errstate(all="ignore"):
        return np.asarray(values, dtype=float) * 10.0**half * 10.0 ** (power - half)


def round_log_range(low: float, high: float) -> tuple[float, float]:
    """Return the smallest range round two positive numbers that ends at round ones.

    Ends are powers of ten where the range spans many, else 1, 2 or 5 times one.
    """
    low, high = max(finite(low), SMALLEST), max(finite(high), SMALLEST)
    many = math.log10(high) - math.log10(low) >= 3.0
    parts = (1, 10) if many else _ROUND
    return _below(low, parts), _above(high, parts)


def round_range(low: float, high: float, steps: int = 5) -> tuple[float, float]:
    """Return a range round two numbers that ends at multiples of a round step.

    Args:
        low: the smaller number.
        high: the larger one; where it is the same, the range is as wide as the number is large.
        steps: about how many of the round steps the range has.
    """
    first, last = _exact(low), _exact(high)
    apart = abs(_DECIMAL.subtract(last, first)) or abs(last) or Decimal(1)
    step = _round_up(_DECIMAL.divide(apart, Decimal(steps)), _ROUND)
    return (
        _number(_whole(_DECIMAL.divide(first, step), ROUND_FLOOR) * step),
        _number(_whole(_DECIMAL.divide(last, step), ROUND_CEILING) * step),
    )


def even_ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Return round numbers inside a range, evenly spaced, about ``wanted`` of them."""
    first, last = _exact(low), _exact(high)
    if not first < last:
        return [_number(first)]
    rough = _DECIMAL.divide(_DECIMAL.subtract(last, first), Decimal(wanted))
    decade_step = Decimal(1).scaleb(rough.adjusted(), _DECIMAL)
    step = min((times * decade_step for times in _ROUND), key=lambda size: abs(size - rough))
    begin = int(_whole(_DECIMAL.divide(first, step), ROUND_CEILING))
    end = int(_whole(_DECIMAL.divide(last, step), ROUND_FLOOR))
    return _without_repeats(_number(place * step) for place in range(begin, end + 1))


def _exact(value: float) -> Decimal:
    return Decimal(repr(finite(value)))


def _number(value: Decimal) -> float:
    return finite(float(value)) + 0.0


def _whole(value: Decimal, rounding: str) -> Decimal:
    slack = -_SLACK if rounding == ROUND_CEILING else _SLACK
    return _DECIMAL.add(value, slack).to_integral_value(rounding, _DECIMAL)


def _round_up(value: Decimal, parts: tuple[int, ...]) -> Decimal:
    unit = Decimal(1).scaleb(value.adjusted(), _DECIMAL)
    return next(part * unit for part in parts if part * unit >= value * (1 - _SLACK))


def _above(value: float, parts: tuple[int, ...]) -> float:
    return _number(_round_up(_exact(value), parts))


def _below(value: float, parts: tuple[int, ...]) -> float:
    exact = _exact(value)
    unit = Decimal(1).scaleb(exact.adjusted(), _DECIMAL)
    if exact * (1 + _SLACK) >= 10 * unit:
        return _number(10 * unit)
    found = next(part * unit for part in reversed(parts) if part * unit <= exact * (1 + _SLACK))
    return max(_number(found), SMALLEST)


def _without_repeats(numbers: Iterable[float]) -> list[float]:
    return list(dict.fromkeys(numbers))
