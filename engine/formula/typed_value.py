"""A value as it was typed: its numbers, and to which digit each of them was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.arrays import Array, Shape, as_array
from engine.formula.value_reader import read_number, read_numbers

# What is exact has all the digits that there are.
_ALL_DIGITS = 17.0

_DIGIT = re.compile(r"[0-9]")
_LAST_DIGIT = re.compile(r"[0-9](?=[^0-9]*$)")


@dataclass(frozen=True)
class TypedValue:
    """Numbers with the digits in which they were written: 0.10 says more than 0.1.

    Attributes:
        value: The numbers, of shape ``()``, ``(n,)`` or ``(rows, columns)``.
        half_units: Half a unit of the last digit of each, in the same shape: 0.005 for ``0.10``
            and 0.5 for ``120``. A quotient such as ``1/3`` is exact and has 0.
        digits: How many significant digits of each were written, in the same shape: 2 for
            ``0.10``, 3 for ``120``, 1 for ``1e-3``, and none for ``0``.
        texts: What was typed for each, row by row, with a decimal point and the keyboard's minus.
    """

    value: Array
    half_units: Array
    digits: Array
    texts: tuple[str, ...]

    __hash__ = None  # type: ignore[assignment]  # its arrays cannot be hashed

    @property
    def text(self) -> str:
        """The whole as it was typed, which ``read_typed`` reads back with the same digits."""
        if self.value.ndim == 0:
            return self.texts[0]
        rows = [", ".join(row) for row in self.rows]
        return (
            f"[{rows[0]}]"
            if self.value.ndim == 1
            else "[" + ", ".join(map("[{}]".format, rows)) + "]"
        )

    @property
    def rows(self) -> list[list[str]]:
        """The texts row by row; a number is one row of one, a vector one row."""
        length = self.value.shape[-1] if self.value.ndim else 1
        return [
            list(self.texts[start : start + length]) for start in range(0, len(self.texts), length)
        ]

    def in_shape(self, shape: Shape) -> TypedValue:
        """Return the same numbers in another shape of as many elements."""
        return replace(
            self,
            value=self.value.reshape(shape),
            half_units=self.half_units.reshape(shape),
            digits=self.digits.reshape(shape),
        )


@dataclass(frozen=True, slots=True)
class _Number:
    text: str
    value: float
    half_unit: float
    digits: float


def read_typed(text: str) -> TypedValue:
    """Read a number, a vector or a matrix as ``parse_value`` does, and note the digits typed.

    Raises:
        ValueFormatError: The text spells no value; the sentence says what would.

    Example:
        >>> typed = read_typed("[0.10 12 1/3 0]")
        >>> typed.digits.tolist(), typed.half_units.tolist()
        ([2.0, 2.0, 17.0, 0.0], [0.005, 0.5, 0.0, 0.5])
    """
    read = read_numbers(text, _read)
    if not isinstance(read, list):
        return _typed([read], ())
    rows = [row if isinstance(row, list) else [row] for row in read]
    is_matrix = bool(read) and isinstance(read[0], list)
    shape = (len(rows), len(rows[0])) if is_matrix else (len(rows),)
    return _typed([number for row in rows for number in row], shape)


def read_cells(rows: Sequence[Sequence[str]], shape: Shape) -> TypedValue:
    """Read a value that was typed cell by cell, each holding one number.

    Args:
        rows: The texts of the cells; a vector may stand or lie.
        shape: The shape of the value, of as many elements as there are cells.

    Raises:
        ValueFormatError: A cell spells no number.
    """
    cells = [read_typed(text) for row in rows for text in row]
    numbers = [
        _Number(cell.texts[0], cell.value.item(), cell.half_units.item(), cell.digits.item())
        for cell in cells
    ]
    return _typed(numbers, shape)


def _typed(numbers: Sequence[_Number], shape: Shape) -> TypedValue:
    return TypedValue(
        as_array([number.value for number in numbers]).reshape(shape),
        as_array([number.half_unit for number in numbers]).reshape(shape),
        as_array([number.digits for number in numbers]).reshape(shape),
        tuple(number.text for number in numbers),
    )


def _read(text: str) -> _Number:
    value = read_number(text)
    if "/" in text:
        return _Number(text, value, 0.0, _ALL_DIGITS)
    mantissa, power, exponent = text.lower().partition("e")
    # The last digit's unit, read as the number itself is, whatever its exponent.
    unit = _LAST_DIGIT.sub("1", _DIGIT.sub("0", mantissa.lstrip("+-")))
    significant = "".join(_DIGIT.findall(mantissa)).lstrip("0")
    return _Number(text, value, float(unit + power + exponent) / 2, float(len(significant)))
