"""The reader of typed values: text to numbers and lists of numbers, or a sentence why not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Generic, TypeVar

from engine.errors import ValueFormatError
from engine.formula.number_writing import check_list, plain_number, plain_signs
from engine.quoting import brief, quote

# What a person types into a field fits easily; what a stray paste brings does not.
MAX_ELEMENTS = 10_000

_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_SCALAR = re.compile(rf"({_NUMBER})(?:/({_NUMBER}))?")
_LIST = re.compile(rf"{_NUMBER}(?:\s*[,;]\s*|\s+){_NUMBER}.*", re.DOTALL)
_PIECE = re.compile(r"\[|\]|,|[^\[\],\s]+")

Read = TypeVar("Read")


def read_value(text: str) -> float | list[float | list[float]]:
    """Read a number, a list of numbers, or a list of equally long rows.

    Raises:
        ValueQuestion: It can be read in two ways, as ``1,000`` can.
        ValueFormatError: The text spells no value; the sentence says what would.
    """
    return read_numbers(text, read_number)


def read_numbers(text: str, read: Callable[[str], Read]) -> Read | list[Read | list[Read]]:
    """Read as ``read_value`` does, and make of each number what somebody needs.

    Args:
        text: What was typed.
        read: Makes something else than a list of one number's text, whose decimal point is a
            point and whose minus sign is the keyboard's; it may raise what ``read_number`` does.

    Raises:
        ValueQuestion: It can be read in two ways.
        ValueFormatError: The text spells no value; the sentence says what would.
    """
    # Not by a pattern: one that begins with spaces looks at a long gap again from each of them.
    plain = "/".join(part.strip() for part in plain_signs(text).split("/"))
    if not plain:
        raise ValueFormatError(
            "value_empty", "A value is missing; type a number such as 0.5 or [1, 2]."
        )
    if plain.startswith("["):
        check_list(plain)
        return _parse_array(plain, read)
    plain = plain_number(plain)
    if _LIST.fullmatch(plain):
        raise ValueFormatError(
            "value_unbracketed",
            f"“{brief(text)}” is several numbers; write a vector in brackets, such as [1, 2].",
            text=brief(text),
        )
    return read(plain)


def read_number(text: str) -> float:
    """Read one number, such as ``-0.5``, ``1/2`` or ``1e-3``.

    Raises:
        ValueFormatError: The text spells no number; the sentence says what would.
    """
    match = _SCALAR.fullmatch(text)
    if match is None:
        raise ValueFormatError(
            "value_not_number",
            f"“{brief(text)}” is not a number; write one such as 0.5, 1/2 or 1e-3.",
            text=brief(text),
        )
    number = float(match[1])
    if match[2] is not None:
        denominator = float(match[2])
        if denominator == 0:
            raise ValueFormatError(
                "value_division_by_zero",
                f"“{brief(text)}” divides by 0; the number below the line must not be 0.",
                text=brief(text),
            )
        number /= denominator
    if not math.isfinite(number):
        raise ValueFormatError(
            "value_not_finite",
            f"“{brief(text)}” is larger than a computer's numbers, which end near 1.8e308.",
            text=brief(text),
        )
    return number


def _parse_array(text: str, read: Callable[[str], Read]) -> list[Read | list[Read]]:
    rows = _ArrayReader(text, read).read()
    kinds = {isinstance(row, list) for row in rows}
    if kinds == {True, False}:
        raise ValueFormatError(
            "value_mixed",
            "A matrix is a list of rows such as [[1, 2], [3, 4]]; here numbers stand beside rows.",
        )
    sizes = [len(row) for row in rows if isinstance(row, list)]
    if len(set(sizes)) > 1:
        first = next(index for index, size in enumerate(sizes) if size != sizes[0])
        raise ValueFormatError(
            "value_ragged",
            f"All rows of a matrix are equally long; row 1 has {sizes[0]} numbers "
            f"and row {first + 1} has {sizes[first]}.",
            expected=sizes[0],
            row=first + 1,
            size=sizes[first],
        )
    return rows


class _ArrayReader(Generic[Read]):
    """Reads bracketed numbers piece by piece, two brackets deep at most."""

    def __init__(self, text: str, read: Callable[[str], Read]) -> None:
        self._text = text
        self._read = read
        self._outer: list[Read | list[Read]] = []
        self._row: list[Read] | None = None
        self._depth = 0
        self._count = 0
        # Whether an element must follow: after "[" one may, after "," one must.
        self._after = ""

    def read(self) -> list[Read | list[Read]]:
        closed = False
        for match in _PIECE.finditer(self._text):
            if closed:
                raise self._malformed(f"after the last “]” stands “{brief(match[0])}”")
            self._take(match[0])
            closed = self._depth == 0
        if not closed:
            raise self._malformed("a “]” is missing")
        return self._outer

    def _take(self, piece: str) -> None:
        if piece == "[":
            self._open()
        elif piece == "]":
            self._close()
        elif piece == ",":
            if self._after in {"[", ","}:
                raise self._malformed(f"a number is missing after “{quote(self._after)}”")
        else:
            self._add(self._read(plain_number(piece)))
        self._after = piece

    def _open(self) -> None:
        self._depth += 1
        if self._depth > 2:
            raise ValueFormatError(
                "value_too_deep",
                "Values have at most two dimensions: [[1, 2], [3, 4]] is a matrix, and more "
                "brackets are not understood.",
            )
        if self._depth == 2:
            self._row = []

    def _close(self) -> None:
        if self._after in {"[", ","}:
            raise self._malformed(f"a number is missing after “{quote(self._after)}”")
        self._depth -= 1
        if self._row is not None:
            self._outer.append(self._row)
            self._row = None

    def _add(self, number: Read) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise ValueFormatError(
                "value_too_large",
                f"A typed value has at most {MAX_ELEMENTS} numbers; this one has more.",
                limit=MAX_ELEMENTS,
            )
        (self._outer if self._row is None else self._row).append(number)

    def _malformed(self, cause: str) -> ValueFormatError:
        return ValueFormatError(
            "value_brackets",
            f"“{brief(self._text)}” is not a vector or a matrix such as [1, 2] or "
            f"[[1, 2], [3, 4]]: {cause}.",
            text=brief(self._text),
            cause=cause,
        )
