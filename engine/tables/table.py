"""A table as it was read: its columns, what was taken, what was asked and what is to be said."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.errors import FileFormatError
from engine.quoting import listed, quote
from engine.tables.choices import TableChoices
from engine.tables.column import Column
from engine.tables.remarks import Question, Remark


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """A table.

    Attributes:
        columns: All columns, each with a name of its own.
        lines: The number of each row's line in the text, from 1.
        taken: How it was read, nothing left open: what a caller may change and read again.
        questions: What the table leaves open, with what was taken meanwhile.
        remarks: All that is to be said about it, those on columns among them.
    """

    columns: tuple[Column, ...]
    lines: tuple[int, ...] = field(repr=False)
    taken: TableChoices
    questions: tuple[Question, ...]
    remarks: tuple[Remark, ...]

    def __len__(self) -> int:
        """Count the rows below the header."""
        return len(self.lines)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name.

        Raises:
            FileFormatError: There is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise FileFormatError(
            "table_unknown_column",
            f"There is no column “{quote(name)}”; the columns are: {listed(self.names)}.",
            name=name,
            columns=listed(self.names),
        )

    def rows(self, start: int, stop: int) -> tuple[tuple[str, ...], ...]:
        """Return the cells of some rows as they stand, for whoever shows them."""
        return tuple(zip(*(column.cells[start:stop] for column in self.columns), strict=True))
