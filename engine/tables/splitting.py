"""A text taken apart into rows of cells: line ends, quotes, comments and what stands between."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.tables.cell_dates import parse_date
from engine.tables.cell_numbers import looks_like_number
from engine.tables.choices import COMMA, DELIMITERS, PIPE, SEMICOLON, SPACES, TAB
from engine.tables.limits import LONGEST_CELL, MOST_LINES_OF_A_ROW

_LOOKED_AT = 200
_QUOTE = '"'
COMMENTS = ("#", "%")
# The further down, the rarer in text that is meant to be read.
_PREFERENCE = {TAB: 0, SEMICOLON: 1, PIPE: 2, COMMA: 3, SPACES: 4}
# Spaces that are no ASCII, as they stand in what was copied from pages and documents.
_SPACES = dict.fromkeys(
    map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\u2002\u2003\u2007\u3000"),
    " ",
)
# What a spreadsheet writes in a cell that it cannot work out, which may be the first one.
_ERROR = re.compile(r"#(?:N/?A|DIV/0!|VALUE!|REF!|NAME\?|NULL!|NUM!)", re.IGNORECASE)
_ROWS_AT_ONCE = 10_000
_LONGEST_FIELD = 131_072


@dataclass(frozen=True, slots=True)
class Row:
    """One row's cells.

    Attributes:
        line: The number of its first line in the text, from 1.
        cells: What stands between the delimiters, without quotes and outer spaces.
    """

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any cell."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Lines:
    """A text's lines, and what was found out about them before they were split.

    Attributes:
        lines: All of them, without line ends.
        first: The index of the first that may hold cells: behind a ``sep=`` line.
        told_delimiter: What the ``sep=`` line says, or None.
    """

    lines: tuple[str, ...]
    first: int
    told_delimiter: str | None


def split_lines(text: str) -> Lines:
    """Return a text's lines; only line feeds and carriage returns end one."""
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    head = lines[0].strip().strip(_QUOTE)
    if head[:4].lower() == "sep=" and head[4:5] in DELIMITERS:
        return Lines(lines, 1, head[4])
    return Lines(lines, 0, None)


def find_comment(lines: Lines, delimiter: str | None) -> str:
    """Return what lines begin with that are comments, or nothing.

    A column may be called “#”, and one of words may begin with it; comments are the smaller part.
    """
    filled = [line.lstrip() for line in lines.lines[lines.first :] if line.strip()]
    for mark in COMMENTS:
        marked = [line for line in filled if is_comment(line, mark)]
        names_column = [
            line for line in marked if line[1:2] in {COMMA, SEMICOLON, TAB, PIPE} or not line[1:]
        ]
        if marked and len(marked) <= len(filled) / 2 and len(names_column) < len(marked):
            return mark
    return ""


def is_comment(line: str, mark: str) -> bool:
    """Return whether a line is a comment that begins with a mark, or nothing for none."""
    line = line.lstrip()
    return bool(mark) and line.startswith(mark) and _ERROR.match(line) is None


def find_delimiter(lines: Lines, comment: str) -> str:
    """Return what stands between the cells: it leaves rows of one length, and clean cells."""
    if lines.told_delimiter is not None:
        return lines.told_delimiter
    sample = [
        (number, line)
        for number, line in enumerate(lines.lines[lines.first :], start=1)
        if line.strip() and not is_comment(line, comment)
    ][:_LOOKED_AT]
    best, chosen = (0.0, 0.0, 0), COMMA
    for delimiter in DELIMITERS:
        *_, split = _split(sample, delimiter)
        assert isinstance(split, Split)
        rows = [row.cells for row in split.rows]
        if not rows:
            continue
        width, times = Counter(map(len, rows)).most_common(1)[0]
        if width < 2:
            continue
        cells = [cell for cells in rows for cell in cells]
        clean = sum(_is_clean(cell, delimiter) for cell in cells) / len(cells)
        score = (round(times / len(rows), 1), round(clean, 1), -_PREFERENCE[delimiter])
        if score > best:
            best, chosen = score, delimiter
    return chosen


def _is_clean(cell: str, delimiter: str) -> bool:
    """Return whether nothing in a cell looks as if it should have been split."""
    if any(mark in cell for mark in (SEMICOLON, TAB, PIPE)):
        return False
    if COMMA in cell and delimiter != COMMA and not looks_like_number(cell):
        return False
    if parse_date(cell, day_first=False) is not None:
        return True
    parts = cell.split()
    is_grouped = len(parts) > 1 and all(len(part) == 3 and part.isdigit() for part in parts[1:])
    numbers = sum(part[:1].isdigit() or part[:1] == "-" for part in parts)
    return numbers < 2 or is_grouped


@dataclass(frozen=True, slots=True)
class Split:
    """The rows of a text.

    Attributes:
        rows: All that are not empty, cells cut to what is the most.
        empty: How many lines between and below them are empty or have delimiters only.
        comments: The lines that are comments.
        above: What the last comment above the rows holds, taken apart as a row is, or None.
        open_quotes: The lines with a quotation mark that is never closed.
        cut: The lines with a cell that is longer than the most.
    """

    rows: tuple[Row, ...]
    empty: int
    comments: tuple[int, ...]
    above: Row | None
    open_quotes: tuple[int, ...]
    cut: tuple[int, ...]


def splitting(lines: Lines, delimiter: str, comment: str) -> Iterator[float | Split]:
    """Take lines apart into rows of cells, the comments left out.

    Yields:
        Now and then how much of it is done, from 0 to 1, and the rows at the end.
    """
    numbered: list[tuple[int, str]] = []
    comments: list[int] = []
    above: Row | None = None
    for number, line in enumerate(lines.lines, start=1):
        if number <= lines.first:
            continue
        if not is_comment(line, comment):
            numbered.append((number, line))
            continue
        comments.append(number)
        if not numbered:
            cells = _cells_of_line(line.lstrip()[len(comment) :].lstrip(), delimiter)
            above = Row(number, tuple(cell.strip() for cell in cells))
    for step in _split(numbered, delimiter):
        if isinstance(step, Split):
            yield replace(step, comments=tuple(comments), above=above)
        else:
            yield step


class _OpenQuoteError(Exception):
    """A quoted cell takes in more lines than one may."""


class _Feed:
    """Hands lines to the reader and knows which of them each row took."""

    def __init__(self, lines: Sequence[tuple[int, str]], delimiter: str) -> None:
        self._lines, self._delimiter = lines, delimiter
        self.place = 0
        self.row_start = 0

    def __iter__(self) -> Iterator[str]:
        while self.place < len(self._lines):
            if self.place - self.row_start > MOST_LINES_OF_A_ROW:
                raise _OpenQuoteError
            line = self._lines[self.place][1]
            self.place += 1
            yield _prepared(line, self._delimiter) + "\n"

    def begin_row(self) -> None:
        self.row_start = self.place


def _split(numbered: Sequence[tuple[int, str]], delimiter: str) -> Iterator[float | Split]:
    rows: list[Row] = []
    open_quotes: list[int] = []
    cut: list[int] = []
    empty = 0
    for count, (line, cells) in enumerate(_cells(numbered, delimiter, open_quotes), start=1):
        if count % _ROWS_AT_ONCE == 0:
            yield min(count / len(numbered), 1.0)
        bare = tuple(cell.strip() for cell in cells)
        # Nor is anything in a line of dashes, as it stands under names in documents.
        if not any(cell.strip("-:=+") for cell in bare):
            empty += 1
            continue
        if max(map(len, bare)) > LONGEST_CELL:
            cut.append(line)
            bare = tuple(cell[:LONGEST_CELL] for cell in bare)
        rows.append(Row(line, bare))
    # What ends the last line is no empty line.
    if numbered and not numbered[-1][1].strip():
        empty -= 1
    yield Split(tuple(rows), empty, (), None, tuple(open_quotes), tuple(cut))


def _cells(
    numbered: Sequence[tuple[int, str]], delimiter: str, open_quotes: list[int]
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's first line and its cells.

    Behind a quotation mark that is never closed every line is a row of its own.
    """
    feed = _Feed(numbered, delimiter)
    reader = _reader(iter(feed), delimiter)
    try:
        while True:
            feed.begin_row()
            start = feed.place
            cells = next(reader, None)
            if cells is None:
                return
            if feed.place == len(numbered) and _is_open(numbered[start:], delimiter):
                raise _OpenQuoteError
            yield numbered[start][0], cells
    except (_OpenQuoteError, csv.Error):
        start = feed.row_start
        open_quotes.append(numbered[start][0])
    for number, line in numbered[start:]:
        yield number, _cells_of_line(line, delimiter)


def _reader(lines: Iterator[str], delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=delimiter != TAB, strict=strict)


def _is_open(lines: Sequence[tuple[int, str]], delimiter: str) -> bool:
    """Return whether a text ends within quotes, as its last row tells."""
    if len(lines) > MOST_LINES_OF_A_ROW or sum(line.count(_QUOTE) for _, line in lines) % 2 == 0:
        return False
    try:
        list(
            _reader(
                (_prepared(line, delimiter) + "\n" for _, line in lines), delimiter, strict=True
            )
        )
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _cells_of_line(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(_reader(iter([_prepared(line, delimiter)]), delimiter), [])
    except csv.Error:
        cells = line[:_LONGEST_FIELD].split(delimiter)
    return [cell.strip(_QUOTE) for cell in cells]


def _prepared(line: str, delimiter: str) -> str:
    # The reader passes over spaces that follow a delimiter, and so over runs of them.
    if delimiter == SPACES:
        return " ".join(line.translate(_SPACES).replace("\t", " ").split(" ")).strip()
    return line
