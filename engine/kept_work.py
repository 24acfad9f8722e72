"""What somebody has on a page as JSON: the document, its file, and what can be undone of it.

Values that several steps share are written once and named by a number from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from engine.entries import Entry
from engine.errors import FileFormatError

C = TypeVar("C")
E = TypeVar("E")

MOST_EDITS = 300
_LONGEST_PATH = 4_096


@dataclass(frozen=True)
class KeptWork(Generic[C, E]):
    """A document with its file and its history.

    Attributes:
        content: What there is to save.
        saved: What the file holds; None without a file.
        path: The file's path; None without one.
        stamp: How the file was last seen: its size, when it was changed, and its number.
        edits: What can be undone and made again: what there was before and after each step.
        index: How many steps are done.
        clean_index: At which index nothing was unsaved; None where there is none.
    """

    content: C
    saved: C | None = None
    path: str | None = None
    stamp: tuple[int, int, int] | None = None
    edits: tuple[tuple[E, E], ...] = ()
    index: int = 0
    clean_index: int | None = 0

    __hash__ = None  # type: ignore[assignment]  # what it holds need not be hashable


class Numbered(Generic[E]):
    """Values that several places name by a number from 1, each written once."""

    def __init__(self, record_of: Callable[[E], Any]) -> None:
        """Begin with none.

        Args:
            record_of: Returns a value as JSON can hold it.
        """
        self._record_of = record_of
        self._known: list[E] = []
        self.records: list[Any] = []

    def number(self, value: E) -> int:
        """Return the number of a value, which is written down if it was not yet."""
        # A history names the same objects again and again.
        for place, known in enumerate(self._known):
            if known is value:
                return place + 1
        self._known.append(value)
        self.records.append(self._record_of(value))
        return len(self._known)


def work_record(
    work: KeptWork[C, E], number: Callable[[E], int], content: Callable[[C], Any]
) -> dict[str, Any]:
    """Return the entries of a work, but for its format and the values that it numbers.

    Args:
        work: The work.
        number: Returns the number of what a step begins or ends with.
        content: Returns a content as JSON can hold it.
    """
    return {
        "content": content(work.content),
        "saved": None if work.saved is None else content(work.saved),
        "path": work.path,
        "stamp": None if work.stamp is None else list(work.stamp),
        "edits": [[number(before), number(after)] for before, after in work.edits],
        "index": work.index,
        "clean_index": work.clean_index,
    }


def read_work_record(
    record: Entry, numbered: Callable[[Entry], E], content: Callable[[Entry], C]
) -> KeptWork[C, E]:
    """Return the work whose entries `work_record` gave.

    Raises:
        FileFormatError: Something in it cannot be; the sentence says what.
    """
    saved, path, stamp = record["saved"], record["path"], record["stamp"]
    pairs = [pair.items(2) for pair in record["edits"].items(MOST_EDITS)]
    if any(len(pair) != 2 for pair in pairs):
        raise record["edits"].refused("list")
    edits = tuple((numbered(first), numbered(last)) for first, last in pairs)
    clean = record["clean_index"]
    return KeptWork(
        content=content(record["content"]),
        saved=None if saved.value is None else content(saved),
        path=None if path.value is None else path.text(_LONGEST_PATH),
        stamp=None if stamp.value is None else _stamp(stamp),
        edits=edits,
        index=at_most(record["index"], len(edits)),
        clean_index=None if clean.value is None else at_most(clean, len(edits)),
    )


def value_at(item: Entry, values: Sequence[E]) -> E:
    """Return the value that is named by its number.

    Raises:
        FileFormatError: There is none of that number.
    """
    return values[at_most(item, len(values), least=1) - 1]


def at_most(item: Entry, most: int, *, least: int = 0) -> int:
    """Return a whole number within bounds.

    Raises:
        FileFormatError: This is none.
    """
    found = item.whole()
    if not least <= found <= most:
        raise FileFormatError(
            "entry_range",
            f"{item.place} should be a whole number from {least} to {most}.",
            place=item.place,
            least=least,
            most=most,
        )
    return found


def _stamp(item: Entry) -> tuple[int, int, int]:
    numbers = [entry.value for entry in item.items(3)]
    if len(numbers) != 3 or any(type(number) is not int for number in numbers):
        raise item.refused("list")
    return numbers[0], numbers[1], numbers[2]
