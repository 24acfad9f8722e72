"""How many digits written arithmetic needs, so that who evaluates it finds what it claims."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.explanation.number_latex import shown_numbers
from engine.formula.values import format_number

MOST_DIGITS = 17
# What is written differs from what is meant by no more than the last bits of a computation.
_LAST_BITS = 1e-13
# A little more than half a unit: a result may lie in the very middle between two written numbers.
_HALF = 0.5000001
# A result so much smaller than what it was computed from is what rounding left of 0.
_NOISE = 8 * np.finfo(float).eps


def as_written(array: Array, digits: int) -> Array:
    """Return the numbers that a reader reads where an array is written with so many digits."""
    if array.ndim == 0:
        return np.asarray(_read(float(array), digits))
    return np.array([_read(float(number), digits) for number in array.flat]).reshape(array.shape)


def is_exact(array: Array, digits: int) -> bool:
    """Return whether nothing is lost where an array is written with so many digits."""
    written = as_written(array, digits)
    with np.errstate(invalid="ignore"):
        close = np.abs(written - array) <= _LAST_BITS * np.abs(array)
    return bool(np.all(close | (written == array) | (np.isnan(written) & np.isnan(array))))


def is_told(array: Array, digits: int) -> bool:
    """Return whether no number is rounded of those that are written of an array."""
    return is_exact(shown_numbers(array), digits)


def fewest_digits(is_enough: Callable[[int], bool], digits: int) -> int:
    """Return the first count of digits that is enough, or the most there are.

    Args:
        is_enough: Whether a reader finds what is claimed where numbers have so many digits.
        digits: The count to begin with.

    Example:
        >>> fewest_digits(lambda digits: abs(significant(2 / 3, digits) - 2 / 3) < 5e-4, 2)
        3
    """
    return next((count for count in range(digits, MOST_DIGITS) if is_enough(count)), MOST_DIGITS)


def significant(number: float, digits: int) -> float:
    """Return a number as it is read where it is written with so many significant digits.

    Example:
        >>> significant(0.012345, 2)
        0.012
    """
    # The largest numbers would be rounded up to what is none any more.
    return ranges.finite(float(f"{number:.{digits}g}")) if math.isfinite(number) else number


def needed_digits(
    compute: Callable[[int], Sequence[Array]], result: Array, digits: int, shown: int
) -> int:
    """Return with how many digits operands must be written for a result to follow from them.

    Args:
        compute: Returns what follows from the operands as they are written with so many digits,
            in each way that it is written.
        result: The result.
        digits: The digits to begin with.
        shown: The digits that the result is written with.
    """
    claimed, unit = as_written(result, shown), _unit(result, shown)

    def is_enough(count: int) -> bool:
        with np.errstate(all="ignore"):
            found = compute(count)
        return all(_agree(item, claimed, unit) for item in found)

    return fewest_digits(is_enough, digits)


def sum_as_written(terms: Sequence[float], total: float, digits: int) -> tuple[int, bool]:
    """Return the digits that the terms of a sum need, and whether nothing is rounded then.

    As `needed_digits` for a single sum of numbers, but quick enough for a canvas of hundreds.

    Args:
        terms: The terms.
        total: Their sum.
        digits: The digits to begin with, and those of the sum.
    """
    claimed = _read(total, digits)
    size = abs(total)
    is_plain = 10.0**-digits <= size < 1e6 or not 0 < size < math.inf
    half = _HALF * 10.0 ** (-digits if is_plain else math.floor(math.log10(size)) - digits)

    def is_enough(count: int) -> bool:
        return _is_near(sum(_read(term, count) for term in terms), claimed, half)

    count = fewest_digits(is_enough, digits)
    pairs = [*((_read(term, count), term) for term in terms), (claimed, total)]
    return count, all(math.isclose(a, b, rel_tol=_LAST_BITS) for a, b in pairs)


def _is_near(found: float, claimed: float, most: float) -> bool:
    return found == claimed or abs(found - claimed) <= most or math.isnan(claimed)


def size_of_sum(terms: Iterable[Array]) -> Array:
    """Return how large a sum is before anything in it cancels."""
    with np.errstate(over="ignore"):
        return np.asarray(sum(np.abs(term) for term in terms))


def without_noise(result: Array, scale: Array) -> Array:
    """Return a result with 0 for what is nothing but rounding.

    Args:
        result: The result.
        scale: The size of what was added up, of the same shape or one that fits.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        is_small = np.abs(result) <= _NOISE * np.broadcast_to(scale, result.shape)
    is_noise = is_small & (result != 0)
    return np.where(is_noise & np.isfinite(result), 0.0, result) if is_noise.any() else result


def _agree(found: Array, claimed: Array, unit: Array) -> bool:
    if np.shape(found) != claimed.shape:
        # What is summed over afterwards is as exact as its terms.
        return True
    with np.errstate(invalid="ignore"):
        close = np.abs(found - claimed) <= unit
    return bool(np.all(close | (found == claimed) | (np.isnan(found) & np.isnan(claimed))))


def _unit(result: Array, digits: int) -> Array:
    """Return half a unit of the last digit that each number is written with."""
    size = np.abs(np.where(np.isfinite(result), result, 0.0))
    with np.errstate(divide="ignore"):
        place = np.where(size > 0, np.floor(np.log10(np.where(size > 0, size, 1.0))), 0.0)
    is_scientific = (size > 0) & ((size < 10.0**-digits) | (size >= 1e6))
    return np.asarray(_HALF * 10.0 ** np.where(is_scientific, place - digits, -float(digits)))


def _read(number: float, digits: int) -> float:
    text = format_number(number, digits).replace("\N{MINUS SIGN}", "-")
    return float({"∞": "inf", "-∞": "-inf"}.get(text, text))
