"""Texts of cells to numbers and back, and what a clipboard holds as rows of cells."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import error_sentence, filled
from engine.arrays import Array
from engine.errors import EngineError
from engine.formula.values import number_text, parse_value
from engine.tables.pasted_cells import pasted_rows

# What is typed cell by cell; a longer table belongs into a file.
MOST_CELLS = 10_000
_LONGEST_LINE = 6

Rows = list[list[str]]


class PasteError(Exception):
    """A clipboard's text is no table; the sentence says why."""


def is_typed_in_place(value: Array) -> bool:
    """Tell whether a value is short enough to be typed as one line: a number, a short vector."""
    return value.ndim == 0 or (value.ndim == 1 and int(value.size) <= _LONGEST_LINE)


def rows_of(value: Array) -> Rows:
    """Return a value as rows of cells: a vector stands, as it does in W·x."""
    rows = value.reshape(1, 1) if value.ndim == 0 else value.reshape(len(value), -1)
    return [[number_text(float(number)) for number in row] for row in rows]


def cell_problem(text: str) -> str:
    """Return why a cell's text is not a number, or an empty text."""
    try:
        value = parse_value(text)
    except EngineError as error:
        return error_sentence(error)
    if value.ndim:
        return QCoreApplication.translate(
            "ValueGrid", "A cell holds one number, such as 0.5, 1/2 or 1e-3."
        )
    return ""


def array_of(rows: Rows, axes: int) -> Array:
    """Return cells as a number, a vector or a matrix, by the number of axes asked for.

    Raises:
        ValueFormatError: A cell is not a number.
    """
    numbers = np.array([[parse_value(text).item() for text in row] for row in rows])
    if axes == 0:
        return np.asarray(numbers.reshape(-1)[0])
    return numbers.reshape(-1) if axes == 1 else numbers


def read_table(text: str) -> Rows:
    """Read a table as spreadsheets, files and this program write it.

    Cells are separated by tabs, semicolons, spaces or commas; ``[[1, 2], [3, 4]]`` is read too.
    A comma between two digits is a decimal comma if the cells are separated by something else.

    Raises:
        PasteError: It is no table, with a sentence that says why.
    """
    plain = text.strip("\r\n")
    if not plain.strip():
        raise PasteError(
            QCoreApplication.translate("ValueGrid", "The clipboard holds no text to paste.")
        )
    if plain.lstrip().startswith("["):
        return _read_brackets(plain)
    rows = pasted_rows(plain)
    _check_lengths(rows)
    for number, row in enumerate(rows, start=1):
        for cell in row:
            problem = cell_problem(cell)
            if problem:
                lead = QCoreApplication.translate("ValueGrid", "Row {0} of the clipboard: {1}")
                raise PasteError(filled(lead, number, problem))
    return rows


def _read_brackets(text: str) -> Rows:
    try:
        value = parse_value(text)
    except EngineError as error:
        raise PasteError(error_sentence(error)) from error
    return [[number_text(float(n)) for n in row] for row in np.atleast_2d(value)]


def _check_lengths(rows: Rows) -> None:
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            text = QCoreApplication.translate(
                "ValueGrid",
                "All rows of a table are equally long; row 1 of the clipboard has {0} cells and "
                "row {1} has {2}.",
            )
            raise PasteError(filled(text, len(rows[0]), number, len(row)))
    count = len(rows) * len(rows[0])
    if count > MOST_CELLS:
        text = QCoreApplication.translate(
            "ValueGrid", "The clipboard holds {0} cells; a typed value has at most {1}."
        )
        raise PasteError(filled(text, count, MOST_CELLS))
