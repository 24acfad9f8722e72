"""What learners type, as it is meant: percentages, thousands, and formulas of given names."""

from __future__ import annotations

import re
from collections.abc import Collection

from engine.errors import EngineError, ValueFormatError
from engine.formula.number_writing import plain_number, plain_signs, without_percent
from engine.formula.parser import parse_formula
from engine.formula.typed_value import TypedValue, read_typed
from engine.graph.model import Graph
from engine.quoting import brief

_CELL = re.compile(r"[^,;\s]+")
_ROW = re.compile(r"\[([^\[\]]*)\]")
# What stands in an answer for a field that is empty.
EMPTY_CELL = "?"


def read_answer(text: str) -> TypedValue:
    """Read a number, a vector or a matrix that was answered, with the digits typed.

    Read is what ``read_typed`` reads, percentages among it: 80% is 0.80. A comma before three
    digits is asked about: it may part thousands or decimals.

    Raises:
        ValueFormatError: It spells no value, or can be read in two ways (`ValueQuestion`).

    Example:
        >>> read_answer("80%").text, read_answer("[12.5 %, 5%]").text
        ('0.80', '[0.125, 0.05]')
    """
    return read_typed(text)


def with_reading(text: str, read: str) -> str:
    """Return what is repeated of an answer: as it was read, and as it was typed if that differs.

    Example:
        >>> with_reading("80%", "0.80"), with_reading("0.8", "0.8")
        ('80% = 0.80', '0.8')
        >>> with_reading("1,234.5", "1234.5")
        '1,234.5 = 1234.5'
    """
    typed = text.strip()
    # Marks between groups of digits are left out.
    is_ungrouped = not typed.startswith("[") and len(plain_number(plain_signs(typed))) < len(typed)
    is_other = is_ungrouped or without_percent(text) != text
    return f"{brief(typed)} = {read}" if is_other else read


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
