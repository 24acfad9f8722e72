"""What there is to say of a table: remarks with their counts, and questions with their readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from engine.errors import FileFormatError
from engine.quoting import LONGEST_SENTENCE, clip

_LINES_NAMED = 5


class Weight(Enum):
    """How much a remark matters."""

    # Something was understood in one way, and nothing is lost.
    NOTE = "note"
    # Rows or cells are left out, or something may be other than it looks.
    WARNING = "warning"
    # Nothing can be learnt before it is mended.
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is to be said about a table, however often it occurs in it.

    Attributes:
        code: A stable identifier, for translation as ``error:<code>``.
        sentence: The whole of it in English.
        details: What fills the blanks of a translation: texts and numbers.
        weight: How much it matters.
        count: How often it occurs: so many cells, rows or lines; 0 where that means nothing.
        lines: The numbers of the first few lines where it does, from 1.
        column: The name of the column that it is about, or nothing.
    """

    code: str
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)
    weight: Weight = Weight.NOTE
    count: int = 0
    lines: tuple[int, ...] = ()
    column: str = ""

    def as_error(self) -> FileFormatError:
        """Return a fault as an error to be raised, with the same sentence in every language."""
        return FileFormatError(self.code, self.sentence, **self.details)


def remark(code: str, sentence: str, *, weight: Weight = Weight.NOTE, **details: object) -> Remark:
    """Return a remark.

    Args:
        code: What it is, for translation.
        sentence: The English sentence.
        weight: How much it matters.
        details: What it names; ``count``, ``lines`` and ``column`` are kept as such too.
    """
    count, lines, column = (details.get(key) for key in ("count", "lines", "column"))
    first = tuple(lines)[:_LINES_NAMED] if isinstance(lines, Sequence) else ()
    return Remark(
        code,
        clip(sentence, LONGEST_SENTENCE),
        {**details, "lines": lines_text(first, count)} if first else details,
        weight,
        count if isinstance(count, int) else 0,
        first,
        column if isinstance(column, str) else "",
    )


def lines_text(lines: Iterable[int], count: object = 0) -> str:
    """Return numbers of lines as a sentence names them, the first few of them.

    Example:
        >>> lines_text([3, 7]), lines_text(range(3, 90), 87)
        ('3, 7', '3, 4, 5, 6, 7, …')
    """
    numbers = list(lines)
    shown = [str(number) for number in numbers[:_LINES_NAMED]]
    is_more = len(numbers) > len(shown) or (isinstance(count, int) and count > len(shown))
    return ", ".join([*shown, "…"] if is_more else shown)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand what can be understood in two.

    Attributes:
        value: What the choice is set to for it: a mark, or whether something is so.
        example: What an example then reads as, the same in every language.
    """

    value: str | bool
    example: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a table leaves open.

    Attributes:
        code: A stable identifier, for translation as ``error:<code>``.
        sentence: The question in English.
        details: What fills the blanks of a translation.
        choice: The field of `TableChoices` that answers it.
        readings: The ways to understand it.
        taken: The value of the reading that was taken meanwhile.
        is_answered: Whether somebody chose it.
        column: The first column that it is about.
    """

    code: str
    sentence: str
    details: Mapping[str, object]
    choice: str
    readings: tuple[Reading, ...]
    taken: str | bool
    is_answered: bool
    column: str


def question(
    code: str,
    sentence: str,
    *,
    choice: str,
    readings: tuple[Reading, ...],
    taken: str | bool,
    is_answered: bool,
    column: str,
    **details: object,
) -> Question:
    """Return a question; what its sentence names are the details and the column."""
    details = {**details, "column": column}
    return Question(code, sentence, details, choice, readings, taken, is_answered, column)


def one_or_many(count: int, one: str, many: str) -> str:
    """Return a count with its noun.

    Example:
        >>> one_or_many(1, "row", "rows"), one_or_many(3, "row", "rows")
        ('1 row', '3 rows')
    """
    return f"{count:,} {one if count == 1 else many}"
