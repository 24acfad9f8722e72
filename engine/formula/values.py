"""Values as people type and read them: numbers, vectors and matrices to text and back."""

from __future__ import annotations

import math

import numpy as np

from engine.arrays import Array, as_array, shape_text
from engine.formula.value_reader import read_value

_SCIENTIFIC_FROM = 1e6
_LABEL_ELEMENTS = 4
_MORE_DECIMALS = 2
_LAST_BITS = 1e-13


def parse_value(text: str) -> Array:
    """Read a number, a vector or a matrix.

    Understood are ``0.5``, ``1/2``, ``1e-3``, ``0,5`` (decimal comma), ``-3`` with any minus sign,
    ``[1, 2]`` and ``[[1, 2], [3, 4]]``, with commas or spaces between the elements.

    Returns:
        A read-only array of shape ``()``, ``(n,)`` or ``(rows, columns)``.

    Raises:
        ValueFormatError: The text spells no value; the sentence says what would.

    Example:
        >>> parse_value("1/2").item()
        0.5
        >>> parse_value("[[1, 2], [3, 4]]").shape
        (2, 2)
    """
    return as_array(read_value(text))


def number_text(number: float) -> str:
    """Return the shortest text that reads back as exactly this number, such as ``1e-5`` or ``2``.

    Example:
        >>> number_text(2.0), number_text(1e-5), number_text(0.1)
        ('2', '1e-5', '0.1')
    """
    mantissa, separator, exponent = repr(float(number)).partition("e")
    mantissa = mantissa.removesuffix(".0")
    return f"{mantissa}e{int(exponent)}" if separator else mantissa


def full_precision(value: Array | float) -> str:
    """Return the value with every digit, as text that ``parse_value`` reads back exactly.

    The minus sign is the keyboard's, so that the text can be pasted into programs too.
    """
    array = np.asarray(value, dtype=np.float64)
    if array.ndim == 0:
        return number_text(float(array))
    return "[" + ", ".join(full_precision(part) for part in array) + "]"


def format_number(number: float, digits: int = 2) -> str:
    """Return a number short enough for a label, with a true minus sign.

    A number with at most ``digits`` decimals, but for the last bits of a computation, is shown as
    it is (``-12``, ``0.5``); one that was rounded shows all ``digits`` decimals (``0.20``), and one
    that would round to nothing, or is too long, has a power of ten (``3.1e−5``). So ``0`` always
    means exactly zero. A number below 1 that ends one or two decimals later, again but for the last
    bits, is shown to its end (``0.116``), because rounding it would hide how it comes about.

    Args:
        number: Any number; not finite ones read ``∞``, ``−∞`` and ``NaN``.
        digits: Decimals after the point, at least 1.
    """
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    if number == 0:
        return "0"
    return _short(number, max(digits, 1)).replace("-", "−")


def _short(number: float, digits: int) -> str:
    size = abs(number)
    exact = number_text(number)
    if "e" not in exact and size < _SCIENTIFIC_FROM and len(exact.partition(".")[2]) <= digits:
        return exact
    if 10.0**-digits <= size < 1 and (ending := _ending_soon(number, digits)):
        return ending
    if 10.0**-digits <= size < _SCIENTIFIC_FROM:
        return _without_claim(f"{number:.{digits}f}", number)
    rounded = f"{number:.{digits}e}"
    mantissa, _, exponent = rounded.partition("e")
    shortest = mantissa.rstrip("0").removesuffix(".") if float(mantissa) % 1 == 0 else mantissa
    if math.isclose(float(rounded), number, rel_tol=_LAST_BITS):
        shortest = _without_claim(mantissa, float(mantissa))
    return f"{shortest}e{int(exponent)}"


def _without_claim(text: str, number: float) -> str:
    """Leave out the zeros behind a number that ends before them: they would say it was rounded."""
    is_all = math.isclose(float(text), number, rel_tol=_LAST_BITS)
    return text.rstrip("0").removesuffix(".") if is_all and "." in text else text


def _ending_soon(number: float, digits: int) -> str:
    text = f"{number:.{digits + _MORE_DECIMALS}f}".rstrip("0")
    ends_later = len(text.partition(".")[2]) > digits
    is_all = math.isclose(float(text), number, rel_tol=_LAST_BITS)
    return text if ends_later and is_all else ""


def format_value(value: Array | float, digits: int = 2) -> str:
    """Return a value short enough for a label on a wire.

    A number is shown as by ``format_number``, a vector in brackets (the middle of a long one left
    out), a matrix as its shape, such as ``2×3``.

    Example:
        >>> import numpy as np
        >>> format_value(np.array([0.22, 0.26]))
        '[0.22 0.26]'
    """
    array = np.asarray(value, dtype=np.float64)
    if array.ndim == 0:
        return format_number(float(array), digits)
    if array.ndim > 1:
        return shape_text(array.shape)
    numbers = [format_number(float(number), digits) for number in array[:_LABEL_ELEMENTS]]
    if array.size > _LABEL_ELEMENTS:
        last = format_number(float(array[-1]), digits)
        numbers = [*numbers[: _LABEL_ELEMENTS - 2], "…", last]
    return "[" + " ".join(numbers) + "]"
