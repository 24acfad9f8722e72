"""Why a column is no input by itself: it names or numbers rows, has dates, or never changes."""

from __future__ import annotations

import numpy as np

from engine.quoting import brief, quote
from engine.tables.cell_times import is_unclear_clock
from engine.tables.column import Column, ColumnKind
from engine.tables.column_names import names_codes, names_notes, names_rows
from engine.tables.remarks import Remark, remark

# One-hot coding gives each word an input of its own.
MOST_WORDS = 12
# Of fewer rows all may differ without being names.
_LEAST_ROWS_OF_NAMES = 8
_MOST_GAPS_SHARE = 0.5


def reason_to_leave_out(column: Column, place: int) -> Remark | None:
    """Return why a column should be no input and no target by itself, or None.

    Args:
        column: The column.
        place: Its place in the table, from 0.
    """
    return (
        _tells_nothing(column)
        or _has_unclear_clocks(column)
        or _tells_rows(column, place)
        or _has_notes(column)
        or _takes_room(column)
    )


def _tells_nothing(column: Column) -> Remark | None:
    quoted = f"“{quote(column.name)}”"
    if column.kind is ColumnKind.EMPTY:
        return remark("table_column_empty", f"{quoted} is empty.", column=column.name)
    if column.distinct == 1:
        text = column.examples[0]
        return remark(
            "table_column_constant",
            f"{quoted} is the same in every row: “{quote(text)}”.",
            column=column.name,
            text=text,
        )
    return None


def _has_unclear_clocks(column: Column) -> Remark | None:
    if column.words is None or not is_unclear_clock({word for word in column.words if word}):
        return None
    clocks = {word for word in column.words if ":" in word}
    text = max(clocks, key=lambda word: (len(word), word))
    return remark(
        "table_column_clocks",
        f"“{quote(column.name)}” has clocks such as {brief(text)} that go beyond a day: write "
        "hours, minutes and seconds (1:15:30), or minutes as a number.",
        column=column.name,
        text=text,
    )


def _tells_rows(column: Column, place: int) -> Remark | None:
    counts = _counts_rows(column, place)
    if not counts and not _is_id(column):
        return None
    name, by_heart = column.name, "a network would learn the rows by heart"
    if not column.is_named:
        # Its number alone could be taken for one of its cells.
        number = place + 1
        nameless = f"Column {number}, which has no name,"
        if counts:
            told = f"{nameless} numbers the rows."
            return remark("table_column_nameless_rows", told, column=name, number=number)
        told = f"{nameless} is another in each row: {by_heart}."
        return remark("table_column_nameless_id", told, column=name, number=number)
    if counts:
        return remark("table_column_rows", f"“{quote(name)}” numbers the rows.", column=name)
    return remark("table_column_id", f"“{quote(name)}” names each row: {by_heart}.", column=name)


def _has_notes(column: Column) -> Remark | None:
    if column.kind is not ColumnKind.WORD or not names_notes(column.name):
        return None
    told = f"“{quote(column.name)}” holds notes, not measurements."
    return remark("table_column_notes", told, column=column.name)


def _takes_room(column: Column) -> Remark | None:
    quoted = f"“{quote(column.name)}”"
    if column.kind is ColumnKind.DATE:
        return remark(
            "table_column_date",
            f"{quoted} has dates; as an input they are days since the first one.",
            column=column.name,
        )
    if column.kind is ColumnKind.WORD and column.distinct > MOST_WORDS:
        return remark(
            "table_column_words",
            f"{quoted} has {column.distinct:,} different words, and each would be an input.",
            column=column.name,
            count=column.distinct,
        )
    if has_codes(column) and column.distinct > MOST_WORDS:
        return remark(
            "table_column_codes",
            f"{quoted} has {column.distinct:,} different codes, and each would be an input.",
            column=column.name,
            count=column.distinct,
        )
    gaps = column.gaps + column.unreadable
    if gaps > _MOST_GAPS_SHARE * len(column.cells):
        return remark(
            "table_column_gaps",
            f"{quoted} has gaps in {gaps:,} of {len(column.cells):,} rows, which would be left "
            "out.",
            column=column.name,
            count=gaps,
            rows=len(column.cells),
        )
    return None


def has_codes(column: Column) -> bool:
    """Return whether a column's numbers are names, as those of shops: whole, and called so."""
    return column.kind is ColumnKind.NUMBER and names_codes(column.name) and _are_whole(column)


def _counts_rows(column: Column, place: int) -> bool:
    """Return whether it counts 0, 1, 2, … or 1, 2, 3, …, and no name says what else it means."""
    if column.values is None or len(column.cells) < 2 or column.gaps or column.unreadable:
        return False
    if column.kind is not ColumnKind.NUMBER or not np.all(np.diff(column.values) == 1.0):
        return False
    is_nameless = not column.is_named and place == 0 and column.values[0] in {0.0, 1.0}
    return is_nameless or _has_row_name(column)


def _is_id(column: Column) -> bool:
    known = len(column.cells) - column.gaps - column.unreadable
    if column.distinct < known:
        return False
    if column.kind is ColumnKind.WORD:
        return known >= _LEAST_ROWS_OF_NAMES or _has_row_name(column)
    return column.kind is ColumnKind.NUMBER and _has_row_name(column) and _are_whole(column)


def _are_whole(column: Column) -> bool:
    if column.values is None:
        return False
    numbers = column.values[~np.isnan(column.values)]
    return bool(np.all(np.mod(numbers, 1.0) == 0.0))


def _has_row_name(column: Column) -> bool:
    return column.is_named and names_rows(column.name)
