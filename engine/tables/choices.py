"""What can be chosen about how a table is read; whatever is None is decided by the table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.tables.remarks import Question

COMMA, SEMICOLON, TAB, PIPE, SPACES = ",", ";", "\t", "|", " "
DELIMITERS = (COMMA, SEMICOLON, TAB, PIPE, SPACES)
POINT = "."


@dataclass(frozen=True, slots=True)
class TableChoices:
    """How a table is to be read, or how it was.

    Attributes:
        delimiter: What stands between the cells: one of ``DELIMITERS``; " " is any run of spaces.
        has_header: Whether the first row names the columns.
        decimal: The decimal mark, "." or ","; the other one then groups the digits.
        day_first: Whether 3/4/2024 is the third of April.
        comment: What a line begins with that is passed over, "#" or "%"; "" for none.
    """

    delimiter: str | None = None
    has_header: bool | None = None
    decimal: str | None = None
    day_first: bool | None = None
    comment: str | None = None


def answered(choices: TableChoices, question: Question, value: str | bool) -> TableChoices:
    """Return the choices with a question answered by the value of one of its readings."""
    if question.choice == "decimal" and isinstance(value, str):
        return replace(choices, decimal=value)
    assert question.choice == "day_first"
    return replace(choices, day_first=bool(value))
