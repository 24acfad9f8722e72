"""What learners type, as it is meant: percentages, thousands, and formulas of given names."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from engine.errors import EngineError, ValueFormatError
from engine.formula.parser import parse_formula
from engine.formula.typed_value import TypedValue, read_typed
from engine.graph.model import Graph
from engine.quoting import brief

_PERCENT = re.compile(r"(?<![\w.%])([+\-−–]?)(\d+(?:[.,]\d+)?|[.,]\d+)\s?[%％](?![\w.%％])")
_THOUSANDS = re.compile(r"[+\-−–]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_CELL = re.compile(r"[^,;\s]+")
_ROW = re.compile(r"\[([^\[\]]*)\]")
# What stands in an answer for a field that is empty.
EMPTY_CELL = "?"


def read_answer(text: str) -> TypedValue:
    """Read a number, a vector or a matrix that was answered, with the digits typed.

    Read is what ``read_typed`` reads, and percentages: 80% is 0.80. A comma before three digits is
    asked about: it may part thousands or decimals.

    Raises:
        ValueFormatError: It spells no value, or more than one (code ``answer_thousands``).

    Example:
        >>> read_answer("80%").text, read_answer("[12.5 %, 5%]").text
        ('0.80', '[0.125, 0.05]')
    """
    plain = text.strip()
    if _THOUSANDS.fullmatch(plain):
        whole = plain.replace(",", "")
        decimal = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else ""
        raise _thousands(plain, whole, decimal)
    return read_typed(without_percent(text))


def _thousands(text: str, whole: str, decimal: str) -> ValueFormatError:
    if not decimal:
        return ValueFormatError(
            "answer_thousands",
            f"“{brief(text)}” has commas between thousands; write {whole}.",
            text=brief(text),
            whole=whole,
        )
    return ValueFormatError(
        "answer_thousands_or_decimals",
        f"“{brief(text)}” can be read in two ways; write {whole} or {decimal}.",
        text=brief(text),
        whole=whole,
        decimal=decimal,
    )


def without_percent(text: str) -> str:
    """Return a text with its percentages as numbers of as many digits.

    Example:
        >>> without_percent("−5 %")
        '−0.05'
    """
    # A hundredth of what stands below a line is seldom what is meant.
    return text if "/" in text else _PERCENT.sub(_share, text)


def _share(match: re.Match[str]) -> str:
    number = Decimal(match[2].replace(",", ".")).scaleb(-2)
    return f"{match[1]}{number:f}"


def with_reading(text: str, read: str) -> str:
    """Return what is repeated of an answer: as it was read, and as it was typed if that differs.

    Example:
        >>> with_reading("80%", "0.80"), with_reading("0.8", "0.8")
        ('80% = 0.80', '0.8')
    """
    return read if without_percent(text) == text else f"{brief(text.strip())} = {read}"


def read_formula_answer(text: str, names: Collection[str]) -> Graph:
    """Read a formula that was answered.

    Args:
        text: What was typed.
        names: The names of which it may be made; xy is the product of x and y.

    Raises:
        FormulaError: It cannot be understood; the error points at the place in what was typed.
    """
    return parse_formula(text, names=names, fixed=True)


def in_cell(row: int, column: int, error: EngineError) -> ValueFormatError:
    """Return an error that says where in a table or a matrix something is wrong.

    Args:
        row: The row, from 1.
        column: The column, from 1; 0 for a list.
        error: What is wrong there.
    """
    if column:
        return ValueFormatError(
            "answer_in_cell",
            f"Row {row}, column {column}: {error}",
            row=row,
            column=column,
            cause=error,
        )
    return ValueFormatError("answer_in_row", f"Row {row}: {error}", row=row, cause=error)


def located(text: str, error: EngineError) -> EngineError:
    """Return an error that a matrix cannot be read, with the first cell that is at fault.

    Args:
        text: The matrix as it was typed.
        error: Why it cannot be read; returned as it is where no single cell is at fault.
    """
    for row, cells in enumerate(_ROW.findall(text), 1):
        for column, cell in enumerate(_CELL.findall(cells), 1):
            if cell == EMPTY_CELL:
                missing = ValueFormatError("answer_cell_empty", "A number is missing.")
                return in_cell(row, column, missing)
            try:
                read_answer(cell)
            except EngineError as cause:
                return in_cell(row, column, cause)
    return error
