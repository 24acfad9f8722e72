"""The one rule by which a typed number is right, wrong, or no attempt yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.formula.typed_value import TypedValue

Elements = NDArray[np.bool_]

FEWEST_DIGITS = 2
# Numbers that agree in twelve digits are one number, computed in two ways.
_SAME = 1e-12
_MOST_DIGITS = 12
# What the last bits of the doubles may add to half a unit: 0.125 rounds to 0.13 and to 0.12.
_SLACK = 1e-9
_LAST_BITS = 4 * float(np.finfo(np.float64).eps)


class Outcome(Enum):
    """What a typed answer is by itself."""

    RIGHT = "right"
    NO_ATTEMPT = "no_attempt"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A number to which a slip leads.

    Attributes:
        number: The number, vector or matrix.
        fewest_digits: How many significant digits must be typed before what was rounded is taken
            for it; one that equals it is taken for it with any.
    """

    number: Array
    fewest_digits: int = 1

    __hash__ = None  # type: ignore[assignment]  # its array cannot be hashed


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rule says of an answer.

    Attributes:
        outcome: Right, wrong, or no attempt: it has too few digits to tell.
        slip: Of a wrong answer the place among the wrong numbers of the one that it is, or None.
    """

    outcome: Outcome
    slip: int | None = None


def judge(
    typed: TypedValue,
    truth: Array,
    *,
    within: float = 0.0,
    noise: Array | float = 0.0,
    slips: Iterable[WrongNumber] = (),
) -> Judgement:
    """Judge an answer; of a vector or a matrix every element, each by the same rule.

    An element is right when it equals the truth in 12 digits, or when two or more significant
    digits of it are typed and it is off by at most half a unit of the last of them, so that each
    further right digit leaves it right; it is also right within what the question allows. An
    answer is right when all its elements are.

    What is not right is wrong, however many digits are typed, and where it is a slip's number, as
    far as it was typed, that slip is named. One that equals a slip's number is wrong even if the
    question's allowance or a single digit would cover it. Left over is what is too short to tell:
    an element with a single digit, or 0, to which the truth rounds. That is no attempt.

    How many digits the screen shows plays no part.

    Args:
        typed: The answer, with the digits typed.
        truth: What is right.
        within: How far off an element may be, because the question says so.
        noise: How far rounding inside the computer may have moved the truth, as a number or
            element by element: 0.1 + 0.2 − 0.3 is 0, though doubles make 5.6e−17 of it.
        slips: The numbers to which slips lead, the likeliest first. One that equals the truth is
            no slip.

    Example:
        >>> from engine.formula.typed_value import read_typed
        >>> truth = np.asarray(0.0024665)
        >>> [judge(read_typed(text), truth).outcome.value for text in ("0", "0.002", "0.0025")]
        ['no_attempt', 'no_attempt', 'right']
        >>> judge(read_typed("-0.002"), truth, slips=[WrongNumber(-truth)])
        Judgement(outcome=<Outcome.WRONG: 'wrong'>, slip=0)
    """
    if typed.value.shape != truth.shape:
        return _wrong(typed, _real_slips(truth, slips))
    is_sure = _equals(typed.value, truth, noise) | (_rounds(typed, truth) & _has_digits(typed))
    if is_sure.all():
        return Judgement(Outcome.RIGHT)
    named = list(_real_slips(truth, slips))
    for place, wrong in named:
        if _is_number_of(typed, wrong):
            return Judgement(Outcome.WRONG, place)
    allowed = is_sure | (np.abs(typed.value - truth) <= within + _last_bits(within, truth))
    if within > 0.0 and allowed.all():
        by_slip = _wrong(typed, named)
        return Judgement(Outcome.RIGHT) if by_slip.slip is None else by_slip
    if (allowed | _rounds(typed, truth)).all():
        return Judgement(Outcome.NO_ATTEMPT)
    return _wrong(typed, named)


def could_pass(wrong: Array, truth: Array) -> bool:
    """Tell whether somebody who comes to a wrong number could type it so that it is right.

    That is so where both numbers are one, or where the wrong one, rounded to two or more digits,
    is also a rounding of the truth.

    Example:
        >>> could_pass(np.asarray(0.0152), np.asarray(0.0148))
        True
        >>> could_pass(np.asarray(11.0), np.asarray(12.0))
        False
    """
    if wrong.shape != truth.shape or not np.isfinite(wrong).all():
        return False
    if _is_same(wrong, truth):
        return True
    size = np.abs(wrong)
    # Two roundings to two digits are one where the numbers lie a unit apart at most.
    if (np.abs(wrong - truth) > 0.11 * size).any():
        return False
    magnitude = np.floor(np.log10(np.where(size > 0.0, size, 1.0)))
    for digits in range(FEWEST_DIGITS, _MOST_DIGITS + 1):
        unit = 10.0 ** (magnitude - digits + 1)
        off = np.abs(np.round(wrong / unit) * unit - truth)
        if (off <= 0.5 * unit + _last_bits(0.5 * unit, truth)).all():
            return True
    return False


def _wrong(typed: TypedValue, named: Iterable[tuple[int, WrongNumber]]) -> Judgement:
    """Name the slip whose number was typed: exactly, or else to the digits typed."""
    found = list(named)
    for is_typed in (_is_number_of, _is_rounded_number_of):
        for place, wrong in found:
            if is_typed(typed, wrong):
                return Judgement(Outcome.WRONG, place)
    return Judgement(Outcome.WRONG)


def _real_slips(truth: Array, slips: Iterable[WrongNumber]) -> Iterator[tuple[int, WrongNumber]]:
    for place, wrong in enumerate(slips):
        if np.isfinite(wrong.number).all() and not _is_same(wrong.number, truth):
            yield place, wrong


def _is_number_of(typed: TypedValue, wrong: WrongNumber) -> bool:
    return _is_same(typed.value, wrong.number)


def _is_rounded_number_of(typed: TypedValue, wrong: WrongNumber) -> bool:
    if wrong.number.shape != typed.value.shape:
        return False
    # A lone 0 tells nothing of a number that is not 0.
    is_long_enough = typed.digits >= max(wrong.fewest_digits, 1)
    is_rounded = _rounds(typed, wrong.number) & is_long_enough
    return bool((is_rounded | _equals(typed.value, wrong.number)).all())


def _is_same(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(_equals(one, other).all())


def _has_digits(typed: TypedValue) -> Elements:
    return np.asarray(typed.digits >= FEWEST_DIGITS)


def _equals(one: Array, other: Array, noise: Array | float = 0.0) -> Elements:
    larger = np.maximum(np.abs(one), np.abs(other))
    return np.asarray(np.abs(one - other) <= np.maximum(_SAME * larger, noise))


def _rounds(typed: TypedValue, number: Array) -> Elements:
    """Tell where a number, rounded to the last digit typed, is what was typed."""
    off = np.abs(typed.value - number)
    half = typed.half_units
    return np.asarray((half > 0) & (off <= half + _last_bits(half, number)))


def _last_bits(allowed: Array | float, number: Array) -> Array:
    """Return what the last bits may add to how far off one may be."""
    return np.asarray(_SLACK * allowed + _LAST_BITS * np.abs(number))
