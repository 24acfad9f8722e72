"""A table read from a text, which decides how; all of it is told and can be chosen otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.errors import FileFormatError
from engine.quoting import quote
from engine.tables.cell_dates import day_first_evidence, parse_date, written_date
from engine.tables.cell_numbers import decimal_evidence, is_gap, looks_like_number
from engine.tables.choices import COMMA, POINT, SEMICOLON, TAB, TableChoices
from engine.tables.column import Column
from engine.tables.header import Header, find_header
from engine.tables.left_out import reason_to_leave_out
from engine.tables.limits import LONGEST_CELL, MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES
from engine.tables.measuring import measuring
from engine.tables.remarks import (
    Question,
    Reading,
    Remark,
    Weight,
    lines_text,
    one_or_many,
    question,
    remark,
)
from engine.tables.splitting import Split, find_comment, find_delimiter, split_lines, splitting
from engine.tables.table import Table

_JUDGED_BY = 2_000
# Of a table with many columns fewer rows say how its numbers are written.
_FEWEST_JUDGED, _CELLS_JUDGED = 200, 400_000


@dataclass(frozen=True, slots=True)
class TableProgress:
    """How far the reading of a table has come.

    Attributes:
        share: From 0 to 1.
        table: The table, in the last record.
    """

    share: float
    table: Table | None = None


def read_table(text: str, choices: TableChoices | None = None) -> Table:
    """Read a table from a text, whatever stands between its cells.

    Nothing that can be passed over stops it: rows of other lengths are left out, cells that are no
    numbers become gaps, and the remarks say how many, all at once.

    Args:
        text: The text of a file or what was copied from a spreadsheet.
        choices: How to read it; what they leave open is decided by the text.

    Raises:
        FileFormatError: It is empty, too large, or has a header and no rows.
    """
    *_, last = reading(text, choices)
    assert last.table is not None
    return last.table


def reading(text: str, choices: TableChoices | None = None) -> Iterator[TableProgress]:
    """Read a table as `read_table` does, with a record now and then on how far it has come.

    Raises:
        FileFormatError: As `read_table`.
    """
    choices = choices or TableChoices()
    _check_length(text)
    lines = split_lines(text.removeprefix("\ufeff"))
    comment = choices.comment
    if comment is None:
        comment = find_comment(lines, choices.delimiter)
    delimiter = choices.delimiter or find_delimiter(lines, comment)
    yield TableProgress(0.1)
    split: Split | None = None
    for step in splitting(lines, delimiter, comment):
        if isinstance(step, Split):
            split = step
        else:
            yield TableProgress(0.1 + 0.4 * step)
    if split is None or not split.rows:
        raise FileFormatError("table_empty", "The table is empty: it needs a row for each sample.")
    header = find_header(split.rows, choices.has_header, split.above)
    _check_size(header)
    yield TableProgress(0.5)
    remarks = [*_split_remarks(split), *header.remarks]
    # The lines and the rows with what was left out are as large as the table once more.
    del lines, split
    cells = list(zip(*(row.cells for row in header.rows), strict=True))
    at = tuple(row.line for row in header.rows)
    votes = _DecimalVotes(
        delimiter, max(_FEWEST_JUDGED, min(_JUDGED_BY, _CELLS_JUDGED // len(cells)))
    )
    for place, (name, column) in enumerate(zip(header.names, cells, strict=True), start=1):
        votes.take(name, column)
        yield TableProgress(0.5 + 0.1 * place / len(cells))
    decimal, mark_question = votes.result(choices)
    day_first, day_question = _day_first(cells, header.names, choices)
    columns: list[Column] = []
    for place, (name, is_named, column) in enumerate(
        zip(header.names, header.are_named, cells, strict=True)
    ):
        for made in measuring(name, is_named, column, at, decimal=decimal, day_first=day_first):
            if made is not None:
                columns.append(replace(made, reason=reason_to_leave_out(made, place)))
            yield TableProgress(0.6 + 0.4 * len(columns) / len(cells))
    taken = TableChoices(delimiter, header.line is not None, decimal, day_first, comment)
    for made in columns:
        remarks += made.remarks
    yield TableProgress(
        1.0,
        Table(
            tuple(columns),
            at,
            taken,
            tuple(asked for asked in (mark_question, day_question) if asked is not None),
            tuple(remarks),
        ),
    )


def _check_length(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise FileFormatError(
            "table_characters",
            f"The table has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read here.",
            found=len(text),
            most=MOST_CHARACTERS,
        )
    count = max(text.count("\n"), text.count("\r"))
    if count > MOST_LINES:
        raise FileFormatError(
            "table_lines",
            f"The table has more than {MOST_LINES:,} lines, which is the most that are read here.",
            most=MOST_LINES,
        )


def _check_size(header: Header) -> None:
    width = len(header.names)
    if width > MOST_COLUMNS:
        raise FileFormatError(
            "table_columns",
            f"The table has {width:,} columns; at most {MOST_COLUMNS:,} are read here.",
            found=width,
            most=MOST_COLUMNS,
        )
    if width * len(header.rows) > MOST_CELLS:
        raise FileFormatError(
            "table_cells",
            f"The table has {len(header.rows):,} rows of {width:,} cells; at most {MOST_CELLS:,} "
            "cells are read here.",
            rows=len(header.rows),
            columns=width,
            most=MOST_CELLS,
        )


_Cells = Sequence[tuple[str, ...]]


class _DecimalVotes:
    """Finds the decimal mark of a table, a column after the other, each by its first rows."""

    def __init__(self, delimiter: str, rows: int) -> None:
        self._delimiter, self._rows = delimiter, rows
        self._decided: Counter[str] = Counter()
        self._open_cell, self._open_column = "", ""

    def take(self, name: str, column: Sequence[str]) -> None:
        """Let a column say which mark it is written with."""
        mark, unclear = decimal_evidence(_numeric_sample(column[: self._rows]))
        if mark is not None:
            self._decided[mark] += 1
        # A point alone is the decimal mark, but where commas would be expected to be it.
        elif unclear and not self._open_cell and (COMMA in unclear or self._delimiter == SEMICOLON):
            self._open_cell, self._open_column = unclear, name

    def result(self, choices: TableChoices) -> tuple[str, Question | None]:
        """Return the decimal mark, and the question where nothing decides it."""
        decided, open_cell = self._decided, self._open_cell
        # Who writes commas between digits of a number and means the point writes semicolons between
        # cells, and a spreadsheet that is set so hands out the same.
        default = COMMA if self._delimiter not in {COMMA, TAB} else POINT
        if decided:
            default = decided.most_common(1)[0][0]
        elif not open_cell or COMMA not in open_cell:
            default = POINT
        taken = choices.decimal or default
        if decided or not open_cell:
            return taken, None
        is_answered = choices.decimal is not None
        return taken, _decimal_question(open_cell, self._open_column, taken, is_answered)


def _numeric_sample(column: Sequence[str]) -> list[str]:
    """Return the cells of a column, if most of them are numbers in the one way or the other."""
    known = [cell for cell in column if not is_gap(cell, among_numbers=True)]
    numbers = [cell for cell in known if looks_like_number(cell) and not _is_dotted_date(cell)]
    return numbers if 2 * len(numbers) > len(known) else []


def _is_dotted_date(cell: str) -> bool:
    """Return whether it is a date such as 2024.03.01, whose points tell nothing of numbers."""
    return cell.count(POINT) > 1 and parse_date(cell, day_first=False) is not None


def _decimal_question(cell: str, column: str, taken: str, is_answered: bool) -> Question:
    readings = []
    for mark in (POINT, COMMA):
        grouping = COMMA if mark == POINT else POINT
        readings.append(Reading(mark, cell.replace(grouping, "").replace(mark, POINT)))
    return question(
        "table_which_decimal",
        f"Column “{quote(column)}”: is {cell} the number {readings[0].example} or "
        f"{readings[1].example}?",
        choice="decimal",
        readings=tuple(readings),
        taken=taken,
        is_answered=is_answered,
        column=column,
        text=cell,
        one=readings[0].example,
        two=readings[1].example,
    )


def _day_first(
    cells: _Cells, names: Sequence[str], choices: TableChoices
) -> tuple[bool, Question | None]:
    open_cell, open_column, found = "", "", None
    for name, column in zip(names, cells, strict=True):
        if not any(cell.count("/") == 2 or cell.count("-") == 2 for cell in column[:_JUDGED_BY]):
            continue
        decided, unclear = day_first_evidence(column)
        if decided is not None and found is None:
            found = decided
        if unclear and not open_cell:
            open_cell, open_column = unclear, name
    taken = choices.day_first if choices.day_first is not None else bool(found)
    if found is not None or not open_cell:
        return taken, None
    return taken, _day_question(open_cell, open_column, taken, choices.day_first is not None)


def _day_question(cell: str, column: str, is_day_first: bool, is_answered: bool) -> Question:
    readings = tuple(Reading(value, written_date(cell, day_first=value)) for value in (False, True))
    return question(
        "table_which_day",
        f"Column “{quote(column)}”: is {cell} the day {readings[0].example} or "
        f"{readings[1].example}?",
        choice="day_first",
        readings=readings,
        taken=is_day_first,
        is_answered=is_answered,
        column=column,
        text=cell,
        one=readings[0].example,
        two=readings[1].example,
    )


def _split_remarks(split: Split) -> Iterator[Remark]:
    if split.empty:
        yield remark(
            "table_empty_lines",
            f"{one_or_many(split.empty, 'empty line is', 'empty lines are')} passed over.",
            count=split.empty,
        )
    if split.comments:
        count = len(split.comments)
        yield remark(
            "table_comments",
            f"{one_or_many(count, 'comment is', 'comments are')} passed over: line "
            f"{lines_text(split.comments)}.",
            count=count,
            lines=split.comments,
        )
    if split.open_quotes:
        yield remark(
            "table_open_quote",
            f"Line {split.open_quotes[0]} has a quotation mark that is never closed: from there on "
            "every line is a row.",
            weight=Weight.WARNING,
            line=split.open_quotes[0],
            lines=split.open_quotes,
            count=len(split.open_quotes),
        )
    if split.cut:
        yield remark(
            "table_long_cells",
            f"Line {lines_text(split.cut)}: "
            f"{one_or_many(len(split.cut), 'row has', 'rows have')} a cell of more than "
            f"{LONGEST_CELL} characters, of which the beginning is kept.",
            count=len(split.cut),
            lines=split.cut,
            most=LONGEST_CELL,
        )
