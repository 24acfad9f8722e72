"""Numbers as people type and read them: ``parse_number`` and ``format_number``."""

from __future__ import annotations

import math

from engine import ranges
from engine.errors import ValueFormatError, ValueQuestion
from engine.formula.values import parse_value

# More would be the noise of binary numbers.
_MOST_DIGITS, _MOST_WHOLE = 15, 9
_MINUS = "\N{MINUS SIGN}"


def parse_number(text: str) -> float | None:
    """Read one number as a learner types it, or return None when it is not one.

    ``0.5``, ``0,5``, ``1/2``, ``1e-3``, ``-2`` and a typographic minus are all understood.
    Vectors, and results that are not finite (``1/0``, ``1e999``), are not numbers here.
    """
    try:
        value = parse_value(text)
    except ValueFormatError:
        return None
    return float(value) if value.shape == () else None


def question_about(text: str) -> ValueQuestion | None:
    """Return what is to be asked about a text that can be read as several numbers, or None.

    Vectors are left out of the choices: they are no numbers here.
    """
    try:
        parse_value(text)
    except ValueQuestion as question:
        numbers = [item for item in question.choices if parse_number(item.text) is not None]
        return ValueQuestion(question.code, question.sentence, tuple(numbers), **question.details)
    except ValueFormatError:
        return None
    return None


def format_number(value: float, digits: int = 6) -> str:
    """Write a number with at most ``digits`` significant digits and a typographic minus."""
    if math.isnan(value):
        return "undefined"
    if math.isinf(value):
        return "∞" if value > 0 else _MINUS + "∞"
    text = f"{value:.{digits}g}"
    mantissa, exponent_mark, exponent = text.partition("e")
    if exponent_mark:
        text = f"{mantissa}e{int(exponent)}"
    text = "0" if text == "-0" else text
    return text.replace("-", _MINUS)


def format_whole(value: float, digits: int = 4) -> str:
    """Write a number with so many digits, and with all before the point where these are more.

    A price of 305,172 says more than one of 3.052e5; beyond nine digits the power of ten says most.

    Example:
        >>> format_whole(305172.4), format_whole(3.14159), format_whole(2.5e12)
        ('305172', '3.142', '2.5e12')
    """
    whole = ranges.decade(abs(value)) + 1 if value and math.isfinite(value) else 0
    return format_number(value, whole if digits < whole <= _MOST_WHOLE else digits)


def format_short(value: float) -> str:
    """Write a number with two decimals, fewer if it is large; only 0 itself is written 0.

    Example:
        >>> format_short(12.345), format_short(0.00071), format_short(0.0)
        ('12.3', '0.0007', '0')
    """
    if 0 < abs(value) < 0.005:
        return format_number(value, 1)
    return format_number(round(value, 2) if abs(value) < 100 else value, 3)


def format_result(value: float, digits: int = 6) -> str:
    """Write a number that was computed: one that overflowed is larger than any, not infinite."""
    if math.isinf(value):
        end = format_number(math.copysign(ranges.LARGEST, value), 2)
        return f"> {end}" if value > 0 else f"< {end}"
    return format_number(value, digits)


def round_significant(value: float, digits: int) -> float:
    """Round to significant digits, which takes the binary noise out of stepped values."""
    return ranges.finite(float(f"{value:.{digits}g}"))


def format_tick(value: float, spacing: float, least: int = 3) -> str:
    """Write a number with as many digits as tell it from the next one on an axis.

    Args:
        value: the number.
        spacing: how far the next one lies away.
        least: how many digits may stand in any case.
    """
    digits = least
    if value and spacing > 0.0:
        digits = ranges.decade(abs(value)) - ranges.decade(spacing) + 1
    return format_number(value, min(max(digits, least), _MOST_DIGITS))
