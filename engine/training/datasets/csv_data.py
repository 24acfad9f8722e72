"""A data set from a table in a file: numbers in columns, and the target in one of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from engine.arrays import as_array
from engine.errors import FileFormatError
from engine.quoting import listed, quote
from engine.table_text import Row, TextTable, read_table
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import MOST_CLASSES, class_targets, view_around


class _Column(NamedTuple):
    """One column.

    Attributes:
        name: Its name in the header, or its number.
        lines: The number of each cell's line.
        cells: Its cells as they stand.
        has_decimal_comma: Whether a comma in a cell is the decimal mark.
    """

    name: str
    lines: tuple[int, ...]
    cells: tuple[str, ...]
    has_decimal_comma: bool

    @property
    def values(self) -> list[float | None]:
        """The cells as numbers, None where there is none."""
        return [_parse(cell, self.has_decimal_comma) for cell in self.cells]


class TablePreview(NamedTuple):
    """A table as it stands, before anything is made of it.

    Attributes:
        names: The columns' names, or their numbers where there is no header.
        lines: The number of each row's line.
        rows: The cells of each row below the header.
        has_header: Whether the first row names the columns.
    """

    names: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    has_header: bool


def preview_csv(text: str, *, has_header: bool | None = None) -> TablePreview:
    """Take a table apart without reading numbers.

    Args:
        text: The table.
        has_header: Whether the first row names the columns; None decides as ``read_csv`` does.

    Raises:
        FileFormatError: The table has no rows, or rows of different lengths.
    """
    table = read_table(text)
    columns = _columns(table, has_header)
    rows = tuple(zip(*(column.cells for column in columns), strict=True))
    names = tuple(column.name for column in columns)
    return TablePreview(names, columns[0].lines, rows, len(rows) < len(table.rows))


def read_csv(
    text: str,
    *,
    target: str = "",
    inputs: Collection[str] | None = None,
    is_regression: bool | None = None,
    has_header: bool | None = None,
) -> Dataset:
    """Make a data set of a table.

    The first row is a header if one of its cells is a word, unless it is the last one and the next
    row ends with a word too: those are classes. Between the cells stand commas, semicolons or
    tabs; with the latter two a comma may be the decimal mark.

    Args:
        text: The table.
        target: The name of the target's column; the last one if none is named.
        inputs: The names of the columns to take as inputs; None for all but the target.
        is_regression: Whether the targets are numbers to be met; None decides by them. Words,
            and few whole numbers that come back, are classes.
        has_header: Whether the first row names the columns; None decides by its cells.

    Raises:
        FileFormatError: The table cannot be read; the sentence names the line and the column.
    """
    table = read_table(text)
    columns = _columns(table, has_header)
    place = _find_target(columns, target)
    others = [column for number, column in enumerate(columns) if number != place]
    taken = [column for column in others if inputs is None or column.name in inputs]
    if others and not taken:
        raise FileFormatError(
            "table_no_inputs",
            "No column is chosen as an input: choose at least one beside the target.",
        )
    if not taken:
        raise FileFormatError(
            "table_one_column",
            "The table has one column; it needs at least one input beside the target.",
        )
    rows = as_array(np.array([_numbers(column) for column in taken]).T)
    names = tuple(column.name for column in taken)
    chosen = columns[place]
    if is_regression is None:
        is_regression = _looks_like_numbers(chosen)
    if is_regression:
        values = as_array(np.array(_numbers(chosen))[:, None])
        return Dataset(rows, values, view_around(rows), is_regression=True, input_names=names)
    classes = _classes(chosen)
    targets = class_targets([classes.index(cell) for cell in chosen.cells])
    return Dataset(rows, targets, view_around(rows), input_names=names, class_names=tuple(classes))


def _columns(table: TextTable, has_header: bool | None = None) -> list[_Column]:
    header, rows = _split_header(table, has_header)
    if not rows:
        raise FileFormatError(
            "table_no_rows", "The table has a header and no row below it: it needs samples."
        )
    names = header.cells if header else tuple(str(n) for n in range(1, len(rows[0].cells) + 1))
    lines = tuple(row.line for row in rows)
    cells = zip(*(row.cells for row in rows), strict=True)
    return [
        _Column(name, lines, column, table.has_decimal_comma)
        for name, column in zip(names, cells, strict=True)
    ]


def _split_header(table: TextTable, has_header: bool | None) -> tuple[Row | None, tuple[Row, ...]]:
    first, *rest = table.rows
    if has_header is not None:
        return (first, tuple(rest)) if has_header else (None, table.rows)
    words = [_parse(cell, table.has_decimal_comma) is None for cell in first.cells]
    are_classes = (
        not any(words[:-1])
        and bool(rest)
        and _parse(rest[0].cells[-1], table.has_decimal_comma) is None
    )
    if any(words) and not are_classes and all(first.cells):
        return first, tuple(rest)
    return None, table.rows


def _find_target(columns: Sequence[_Column], name: str) -> int:
    if not name:
        return len(columns) - 1
    names = [column.name for column in columns]
    if name not in names:
        raise FileFormatError(
            "table_unknown_column",
            f"There is no column “{quote(name)}”; the columns are: {listed(names)}.",
            name=name,
            columns=listed(names),
        )
    return names.index(name)


def _parse(cell: str, has_decimal_comma: bool) -> float | None:
    if has_decimal_comma:
        cell = cell.replace(",", ".")
    # Python would read an underscore between digits; nobody means one.
    if "_" in cell:
        return None
    try:
        return float(cell)
    except ValueError:
        return None


def _numbers(column: _Column) -> list[float]:
    found = []
    for line, cell, value in zip(column.lines, column.cells, column.values, strict=True):
        if value is None or not math.isfinite(value):
            raise _complaint(column, line, cell)
        found.append(value)
    return found


def _complaint(column: _Column, line: int, cell: str) -> FileFormatError:
    where = f"Line {line}, column “{quote(column.name)}”"
    if not cell:
        return FileFormatError(
            "table_missing_cell",
            f"{where}: the cell is empty, and a number must stand there.",
            line=line,
            column=column.name,
        )
    return FileFormatError(
        "table_not_a_number",
        f"{where}: “{quote(cell)}” is no finite number.",
        line=line,
        column=column.name,
        text=cell,
    )


def _looks_like_numbers(column: _Column) -> bool:
    """Return whether targets are quantities: numbers, and not a few whole ones that come back."""
    numbers = [value for value in column.values if value is not None]
    if len(numbers) < len(column.cells):
        return False
    different = set(numbers)
    are_whole = all(value.is_integer() for value in different)
    return not (are_whole and len(different) <= min(MOST_CLASSES, len(numbers) - 1))


def _classes(column: _Column) -> list[str]:
    """Return the different targets: numbers by size, words in the order of the alphabet."""
    for line, cell in zip(column.lines, column.cells, strict=True):
        if not cell:
            raise FileFormatError(
                "table_missing_class",
                f"Line {line}, column “{quote(column.name)}”: the cell is empty, and a class must "
                "stand there.",
                line=line,
                column=column.name,
            )
    different = set(column.cells)
    if not 2 <= len(different) <= MOST_CLASSES:
        classes = "1 class" if len(different) == 1 else f"{len(different)} classes"
        raise FileFormatError(
            "table_classes",
            f"The column “{quote(column.name)}” names {classes}; 2 to {MOST_CLASSES} are "
            "possible here.",
            column=column.name,
            count=len(different),
            most=MOST_CLASSES,
        )

    def place(cell: str) -> tuple[float, str]:
        return _parse(cell, column.has_decimal_comma) or 0.0, cell

    return sorted(different, key=place)
