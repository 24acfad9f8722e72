"""Places of a formula that can be read in several ways, gathered into one question for a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.errors import Choice, FormulaQuestion
from engine.formula.complaints import read_as
from engine.formula.tokens import Token
from engine.quoting import quote

# What to put in where: the text between two places is replaced.
Edit = tuple[int, int, str]
# So many places of a kind are settled by one answer; nobody types more.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that can be read in several ways.

    Attributes:
        kind: Of which kind it is; the same answer holds for all places of a kind.
        ask: Makes the question of the first place and the whole formula in each reading.
        token: What it is about.
        readings: What is put in where so that only one reading is left; the likeliest first.
        before: What stands before the token, where the question tells it.
    """

    kind: str
    ask: Callable[[Doubt, Sequence[str]], FormulaQuestion]
    token: Token
    readings: tuple[tuple[Edit, ...], ...]
    before: Token | None = None


class Doubts:
    """What was doubtful in one formula so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Doubt] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, doubt: Doubt) -> None:
        """Note a place of the kind that the first one has; others are asked about later."""
        first = self._found[0] if self._found else doubt
        if doubt.kind == first.kind and len(self._found) < _MOST:
            self._found.append(doubt)

    def question(self) -> FormulaQuestion:
        """Return the question about the first place, its answers those for all of its kind."""
        first = self._found[0]
        return first.ask(first, [self._whole(reading) for reading in range(len(first.readings))])

    def _whole(self, reading: int) -> str:
        edits = (doubt.readings[min(reading, len(doubt.readings) - 1)] for doubt in self._found)
        return rewritten(self._text, [edit for each in edits for edit in each])


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with pieces replaced.

    Example:
        >>> rewritten("1/2x", [(2, 2, "("), (4, 4, ")")])
        '1/(2x)'
    """
    pieces, place = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[place:start], new]
        place = end
    return "".join(pieces) + text[place:]


def written(whole: str) -> Choice:
    """Return a reading that is told by how it is written."""
    return read_as("read_as_written", quote(whole), whole, formula=quote(whole))


def both(texts: Sequence[str]) -> tuple[list[Choice], str, str]:
    """Return two ways of writing as answers, and as a sentence says them."""
    one, other = map(quote, texts)
    return [written(whole) for whole in texts], one, other
