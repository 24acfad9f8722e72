"""Tables as text, as they stand in files and as they are pasted or typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import FileFormatError

# Wider than a network's inputs may be is of no use, and longer would freeze whoever reads it.
MOST_CHARACTERS = 5_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 65
# A cell is a number, a class or the name of a column; what is longer is no table.
LONGEST_CELL = 200

# A semicolon or a tab leaves the comma free to be the decimal mark, so they are looked for first.
_DELIMITERS = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class Row:
    """One line's cells.

    Attributes:
        line: The number of the line in the text, from 1.
        cells: What stands between the delimiters, without quotes and outer spaces.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table as it stands in a text.

    Attributes:
        delimiter: What stands between the cells.
        rows: The lines that are not empty.
    """

    delimiter: str
    rows: tuple[Row, ...]

    @property
    def has_decimal_comma(self) -> bool:
        """Whether the comma is free to be the decimal mark; the point is one in any case."""
        return self.delimiter != ","


def read_table(text: str) -> TextTable:
    """Take a file's text apart into rows of cells, all of the same length.

    Between the cells stand commas, semicolons or tabs, and quotes round a cell that needs them.

    Raises:
        FileFormatError: It is empty, too large, has a quote that is never closed, or a row with
            more or fewer cells than the first.
    """
    if len(text) > MOST_CHARACTERS:
        raise FileFormatError(
            "table_characters",
            f"The table has {len(text)} characters; at most {MOST_CHARACTERS} are possible here.",
            found=len(text),
            most=MOST_CHARACTERS,
        )
    delimiter = _find_delimiter(text)
    rows: list[Row] = []
    for row in _rows(text.lstrip("\ufeff"), delimiter):
        if len(rows) > MOST_ROWS:
            raise FileFormatError(
                "table_rows", f"The table has more than {MOST_ROWS} rows.", most=MOST_ROWS
            )
        rows.append(row)
    if not rows:
        raise FileFormatError("table_empty", "The table is empty: it needs a row for each sample.")
    width = len(rows[0].cells)
    if width > MOST_COLUMNS:
        raise FileFormatError(
            "table_columns",
            f"The table has {width} columns; at most {MOST_COLUMNS} are possible here.",
            found=width,
            most=MOST_COLUMNS,
        )
    for row in rows:
        if len(row.cells) != width:
            raise FileFormatError(
                "table_row_length",
                f"Line {row.line} has {len(row.cells)} cells, and the first has {width}: every "
                "row needs the same columns.",
                line=row.line,
                found=len(row.cells),
                expected=width,
            )
        for cell in row.cells:
            if len(cell) > LONGEST_CELL:
                raise FileFormatError(
                    "table_long_cell",
                    f"Line {row.line} has a cell of {len(cell)} characters; at most "
                    f"{LONGEST_CELL} are possible here.",
                    line=row.line,
                    found=len(cell),
                    most=LONGEST_CELL,
                )
    return TextTable(delimiter, tuple(rows))


def _find_delimiter(text: str) -> str:
    """Return the delimiter of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return next((mark for mark in _DELIMITERS if mark in bare), ",")


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield Row(number, tuple(_cells(line, delimiter, number)))


def _cells(line: str, delimiter: str, number: int) -> Iterator[str]:
    """Split a line at the delimiters outside quotes; a doubled quote inside quotes is one."""
    cell, is_quoted = "", False
    for mark in line:
        if mark == '"':
            is_quoted = not is_quoted
            # Kept for now: two quotes in a row are one in the cell.
            cell += mark
        elif mark == delimiter and not is_quoted:
            yield _bare(cell)
            cell = ""
        else:
            cell += mark
    if is_quoted:
        raise FileFormatError(
            "table_open_quote",
            f"Line {number} has a quotation mark that is never closed.",
            line=number,
        )
    yield _bare(cell)


def _bare(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell.strip()
