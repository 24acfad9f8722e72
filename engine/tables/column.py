"""One column of a table: what its cells are, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from engine.arrays import Array
from engine.tables.remarks import Remark


class ColumnKind(Enum):
    """What the cells of a column are."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    WORD = "word"
    EMPTY = "empty"

    @property
    def is_measured(self) -> bool:
        """Whether each cell has a number."""
        return self not in {ColumnKind.WORD, ColumnKind.EMPTY}


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name, which no other column of the table has, such as “#2” where it has none.
        is_named: Whether the table names it.
        kind: What its cells are.
        cells: Its cells as they stand, without outer spaces.
        values: Shape (rows,): the numbers, for dates days since the first of January of the year
            1, for times of day hours since midnight, and NaN at gaps and where a cell is no number;
            None for words.
        words: The word of each cell, spelled in one way, and nothing at gaps; None for numbers and
            dates.
        gaps: How many cells say that nothing is known.
        unreadable: How many cells of a column of numbers or dates are neither that nor a gap.
        distinct: How many different values there are, gaps aside.
        examples: The first few different cells, gaps aside.
        least: The least value as a text: a number, or a date or a time as in ISO 8601; empty for
            words.
        greatest: The greatest value.
        unit: What stands behind every number, such as “kg”, or nothing.
        reason: Why it should be no input unless somebody ticks it, or None; it may be the target.
        remarks: What else is to be said about it.
    """

    name: str
    is_named: bool
    kind: ColumnKind
    cells: tuple[str, ...] = field(repr=False)
    values: Array | None = field(repr=False)
    words: tuple[str, ...] | None = field(repr=False)
    gaps: int
    unreadable: int
    distinct: int
    examples: tuple[str, ...]
    least: str = ""
    greatest: str = ""
    unit: str = ""
    reason: Remark | None = None
    remarks: tuple[Remark, ...] = ()
