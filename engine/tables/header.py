"""The names of a table's columns, and the rows below them that have as many cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import FileFormatError
from engine.quoting import LONGEST_QUOTE, listed, quote
from engine.tables.cell_dates import parse_date
from engine.tables.cell_numbers import is_bracketed, is_gap, looks_like_number, unit_of
from engine.tables.cell_times import parse_time
from engine.tables.column_names import names_total
from engine.tables.remarks import Remark, Weight, lines_text, one_or_many, remark
from engine.tables.splitting import Row

_JUDGED_BY, _LABELS_JUDGED_BY = 200, 20
_LEAST_SHARE = 0.8
_MOST_TITLES = 30
_MOST_TOTALS, _NAMES_OF_ROWS = 4, 2
_YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Header:
    """A table's names and rows.

    Attributes:
        line: The number of the header's line; None where there is none.
        names: A name for each column, no two the same.
        are_named: Whether the table names each of them.
        rows: The rows below, all with as many cells.
        remarks: What was left out or named anew.
    """

    line: int | None
    names: tuple[str, ...]
    are_named: tuple[bool, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]


def find_header(rows: Sequence[Row], has_header: bool | None, above: Row | None = None) -> Header:
    """Part the rows of a text into names and samples.

    Args:
        rows: All rows that are not empty.
        has_header: Whether there are names of the columns; None decides by the cells.
        above: A comment above the rows, which names them in what NumPy writes.

    Raises:
        FileFormatError: There is a header and nothing below it.
    """
    remarks: list[Remark] = []
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    first, *rest = _without_titles(rows, width, remarks)
    fitting: list[Row] = []
    odd: list[Row] = []
    for row in rest:
        _sort(row, width, fitting, odd)
    completed = _completed(first, fitting, width)
    is_first = _is_header(completed, fitting)
    head = completed if (is_first if has_header is None else has_header) else None
    if has_header is not False and not is_first and _names(above, width):
        head = above
    if head is not completed:
        samples: list[Row] = []
        _sort(first, width, samples, odd)
        fitting = [*samples, *fitting]
    elif is_first and len(fitting) > 1 and (_goes_on(fitting) or _fills(head, fitting)):
        head = _joined(_spread(head, fitting[0]), fitting[0])
        remarks.append(
            remark(
                "table_second_header",
                f"Line {fitting[0].line} belongs to the header: it is added to the names.",
                lines=[fitting[0].line],
            )
        )
        del fitting[0]
    fitting = _without_totals(fitting, remarks)
    if odd:
        remarks.append(_odd_rows(sorted(odd, key=lambda row: row.line), width))
    if not fitting:
        raise FileFormatError(
            "table_no_rows", "The table has a header and no row below it: it needs samples."
        )
    return _named(head, fitting, width, remarks)


def _names(above: Row | None, width: int) -> bool:
    """Return whether a comment above the rows names as many columns as they have."""
    return (
        above is not None
        and len(above.cells) == width > 1
        and all(above.cells)
        and not any(map(_is_measured, above.cells))
    )


def _without_titles(rows: Sequence[Row], width: int, remarks: list[Remark]) -> Sequence[Row]:
    """Leave out what stands above a table: rows with a word in the first cell alone."""
    titles: list[int] = []
    while width > 1 and len(titles) < len(rows) - 1 and _is_title(rows[len(titles)]):
        titles.append(rows[len(titles)].line)
    if not titles or len(titles) > _MOST_TITLES:
        return rows
    text = rows[0].cells[0]
    remarks.append(
        remark(
            "table_titles",
            f"{one_or_many(len(titles), 'line', 'lines')} above the table passed over, such as "
            f"“{quote(text)}”.",
            count=len(titles),
            lines=titles,
            text=text,
        )
    )
    return rows[len(titles) :]


def _without_totals(rows: list[Row], remarks: list[Remark]) -> list[Row]:
    """Leave out what stands below a table: rows that are called sums or means."""
    end = len(rows)
    while end > 1 and any(names_total(cell) for cell in rows[end - 1].cells[:_NAMES_OF_ROWS]):
        end -= 1
    totals = rows[end:]
    if not totals or len(totals) > _MOST_TOTALS:
        return rows
    lines = [row.line for row in totals]
    text = next(filter(None, totals[0].cells))
    remarks.append(
        remark(
            "table_totals",
            f"{one_or_many(len(totals), 'row', 'rows')} below the samples left out, which name a "
            f"sum or a mean: line {lines_text(lines)}, “{quote(text)}”.",
            weight=Weight.WARNING,
            count=len(totals),
            lines=lines,
            text=text,
        )
    )
    return rows[:end]


def _is_title(row: Row) -> bool:
    first, *others = row.cells
    return bool(first) and not any(others) and not looks_like_number(first)


def _sort(row: Row, width: int, fitting: list[Row], odd: list[Row]) -> None:
    """Put a row among those that fit, without empty cells too many, or among the others."""
    if len(row.cells) > width and not any(row.cells[width:]):
        row = Row(row.line, row.cells[:width])
    (fitting if len(row.cells) == width else odd).append(row)


def _completed(first: Row, fitting: Sequence[Row], width: int) -> Row:
    """Return a first row with as many cells as the others, as if it were a header."""
    cells = first.cells[:width]
    lacks = width - len(cells)
    # R writes no name above the names of the rows; a comma at every row's end has none either.
    is_first = lacks == 1 and any(row.cells[-1] for row in fitting)
    blanks = ("",) * lacks
    return Row(first.line, (*blanks, *cells) if is_first else (*cells, *blanks))


def _is_header(head: Row, rows: Sequence[Row]) -> bool:
    """Return whether a row names the columns: words stand in it above numbers.

    Where all columns have words, it does if none of its words comes again below it; and where it
    has numbers, they name the columns only if they are years.
    """
    columns = list(zip(*(row.cells for row in rows[:_JUDGED_BY]), strict=True))
    if not columns:
        return not any(map(_is_measured, head.cells))
    labels = [_is_label(cell, column) for cell, column in zip(head.cells, columns, strict=True)]
    measured = [
        _is_measured(cell) and not (is_label and sum(labels) > 1)
        for cell, is_label in zip(head.cells, labels, strict=True)
    ]
    above_numbers = [
        not is_number and not is_gap(cell, among_numbers=False) and _are_measured(column)
        for cell, is_number, column in zip(head.cells, measured, columns, strict=True)
    ]
    if any(above_numbers):
        return True
    numbers = [cell for cell, is_number in zip(head.cells, measured, strict=True) if is_number]
    if numbers:
        return len(numbers) > 1 and len(numbers) < len(measured) and _are_years(numbers, rows)
    named = [cell for cell in head.cells if cell]
    is_new = all(
        cell not in column for cell, column in zip(head.cells, columns, strict=True) if cell
    )
    return len(named) >= len(head.cells) - 1 and len(set(named)) == len(named) and is_new


def _is_label(cell: str, column: Sequence[str]) -> bool:
    """Return whether a number with a unit names a column whose numbers have none, as 3월 does."""
    unit = unit_of(cell)
    return unit not in {"", "%"} and not any(unit_of(other) for other in column[:_LABELS_JUDGED_BY])


def _goes_on(rows: Sequence[Row]) -> bool:
    """Return whether the row below a header goes on with it: units, or names of another level.

    A sample without a single number has the same word in all places, such as “absent”, or one in a
    column of words that comes again.
    """
    second, *below = rows[: _JUDGED_BY + 1]
    columns = list(zip(*(row.cells for row in below), strict=True))
    above_numbers = [
        cell
        for cell, column in zip(second.cells, columns, strict=True)
        if not is_gap(cell, among_numbers=True) and _are_measured(column)
    ]
    if not above_numbers or any(map(_is_measured, second.cells)):
        return False
    are_units = all(cell[0] in "([" and cell[-1] in ")]" for cell in above_numbers)
    is_new = not any(
        cell and cell in column for cell, column in zip(second.cells, columns, strict=True)
    )
    return is_new and (are_units or len(set(above_numbers)) > 1)


def _fills(head: Row, rows: Sequence[Row]) -> bool:
    """Return whether the row below a header parts what stands over several columns there.

    A sheet with days below a month has the month once and the days below it, and nothing below
    names that stand for one column.
    """
    second, *below = rows[: _JUDGED_BY + 1]
    pairs = list(zip(head.cells, second.cells, strict=True))
    is_parted = any(not name and cell for name, cell in pairs)
    has_single = any(name and not cell for name, cell in pairs)
    if not is_parted or not has_single or any(not name and not cell for name, cell in pairs):
        return False
    # In a row of samples as many cells are filled as in the others.
    filled = sum(map(bool, second.cells))
    usual = sorted(sum(map(bool, row.cells)) for row in below)
    return bool(usual) and filled < usual[len(usual) // 2]


def _spread(head: Row, second: Row) -> Row:
    """Repeat a name over the columns that a row below parts it into."""
    names: list[str] = []
    for name, cell in zip(head.cells, second.cells, strict=True):
        names.append(names[-1] if not name and cell and names else name)
    return Row(head.line, tuple(names))


def _joined(head: Row, second: Row) -> Row:
    pairs = zip(head.cells, second.cells, strict=True)
    return Row(
        head.line,
        tuple(name if cell == name else f"{name} {cell}".strip() for name, cell in pairs),
    )


def _are_years(numbers: Sequence[str], rows: Sequence[Row]) -> bool:
    years = [int(cell) for cell in numbers if len(cell) == 4 and cell.isdecimal()]
    below = {cell for row in rows[:_JUDGED_BY] for cell in row.cells}
    is_row_of_years = len(years) == len(numbers) and all(year in _YEARS for year in years)
    return is_row_of_years and years == sorted(years) and not below & set(numbers)


def _is_measured(cell: str) -> bool:
    """Return whether a cell of a header is rather a value than a name; (1) is a mark of a list."""
    return not is_bracketed(cell) and _is_value(cell)


def _is_value(cell: str) -> bool:
    return (
        looks_like_number(cell)
        or parse_date(cell, day_first=False) is not None
        or parse_time(cell) is not None
    )


def _are_measured(column: Sequence[str]) -> bool:
    known = [cell for cell in column if not is_gap(cell, among_numbers=True)]
    return bool(known) and sum(map(_is_value, known)) >= _LEAST_SHARE * len(known)


def _odd_rows(odd: Sequence[Row], width: int) -> Remark:
    lines = [row.line for row in odd]
    return remark(
        "table_odd_rows",
        f"{one_or_many(len(odd), 'row has', 'rows have')} more or fewer than {width} cells and "
        f"{'is' if len(odd) == 1 else 'are'} left out: line {lines_text(lines)}.",
        weight=Weight.WARNING,
        count=len(odd),
        lines=lines,
        width=width,
        found=len(odd[0].cells),
    )


def _named(head: Row | None, rows: Sequence[Row], width: int, remarks: list[Remark]) -> Header:
    """Name the columns, and leave out those that have neither name nor cells."""
    written = ("",) * width if head is None else head.cells
    kept = [
        place for place, name in enumerate(written) if name or any(row.cells[place] for row in rows)
    ]
    if len(kept) < width:
        rows = [Row(row.line, tuple(row.cells[place] for place in kept)) for row in rows]
    names = [_clean(written[place]) for place in kept]
    return Header(
        None if head is None else head.line,
        tuple(_distinct(names, remarks)),
        tuple(map(bool, names)),
        tuple(rows),
        tuple(remarks),
    )


def _clean(name: str) -> str:
    return " ".join(name.split())[:LONGEST_QUOTE]


def _distinct(names: Sequence[str], remarks: list[Remark]) -> list[str]:
    """Return names of which no two are the same; a nameless column is called “#” and its number."""
    taken = set(names)
    found: list[str] = []
    twice: list[str] = []
    for number, name in enumerate(names, start=1):
        wanted = name or f"#{number}"
        if wanted in found or (not name and wanted in taken):
            if name:
                twice.append(name)
            copy = 2
            while f"{wanted} ({copy})" in taken or f"{wanted} ({copy})" in found:
                copy += 1
            wanted = f"{wanted} ({copy})"
        found.append(wanted)
    if twice:
        text = listed(dict.fromkeys(twice))
        remarks.append(
            remark(
                "table_same_names",
                f"Several columns have the same name, and the later ones get a number: {text}.",
                count=len(twice),
                names=text,
            )
        )
    return found
