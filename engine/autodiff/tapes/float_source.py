"""Float source: a tape written out as lines of Python that work on plain floats.

On single numbers a Python operator takes a thirtieth of the time of a NumPy function. The lines
hold names that this module made up and numbers as ``repr`` writes them; no text of a person gets
into them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.autodiff.tapes.tape import Entry, Tape, TapeValue
from engine.operations.number_functions import NUMBER_FUNCTIONS
from engine.written_functions import indented

# So deep may expressions nest; Python's own reader gives up at a few hundred.
DEEPEST = 30

# What these lines raise where NumPy would go on with inf or nan.
FLOAT_ERRORS = (ZeroDivisionError, OverflowError, ValueError)


class FloatSource:
    """Writes a tape's entries as assignments, each where it belongs by how often it changes."""

    def __init__(self, tape: Tape, results: Sequence[TapeValue]) -> None:
        """Prepare the entries that the results depend on.

        Raises:
            KeyError: One of them has no spelling in Python floats.
        """
        self._tape = tape
        self._places = tape.needed(results)
        for place in self._places:
            entry = tape.entries[place]
            if entry.operands and entry.function not in NUMBER_FUNCTIONS:
                raise KeyError(entry.function)
        self._depths: dict[int, int] = {}
        self._inner = self._used_once({result.index for result in results})

    def name(self, value: TapeValue) -> str:
        """Return how the lines call a value."""
        return self._name(value.index)

    def lines(self, level: int) -> list[str]:
        """Return the assignments of one level, in the tape's order."""
        return [
            f"{self._name(place)} = {self._expression(place)}"
            for place in self._places
            for entry in [self._tape.entries[place]]
            if entry.operands and entry.level == level and place not in self._inner
        ]

    def all_lines(self, lowest: int = 0) -> list[str]:
        """Return the assignments of a level and of those above it, level by level."""
        levels = {self._tape.entries[place].level for place in self._places}
        return [line for level in sorted(levels) if level >= lowest for line in self.lines(level)]

    def loop(
        self,
        head: str,
        changes: Mapping[str, TapeValue],
        *,
        first: Iterable[str] = (),
        then: Iterable[str] = (),
    ) -> list[str]:
        """Write a loop: what is on level 0 before it, the rest in each turn.

        Args:
            head: The line that begins a turn.
            changes: What a turn makes of the inputs, by their names. They change last, so that a
                turn that raises has changed nothing.
            first: What a turn does before that, such as finding the values of other inputs.
            then: What it does after that.
        """
        after = {name: self.name(value) for name, value in changes.items()}
        turn = [*first, *self.all_lines(1), *_assignments(after), *then]
        return [*self.lines(0), head, *indented(turn)]

    def _used_once(self, results: set[int]) -> set[int]:
        """Return the entries that stand inside another one's expression, with no name of their own.

        Storing a number and loading it again costs as much as the arithmetic.
        """
        users: dict[int, list[Entry]] = {}
        for place in self._places:
            entry = self._tape.entries[place]
            for number, operand in enumerate(entry.operands):
                mentions = NUMBER_FUNCTIONS[entry.function].floats.count(f"{{{number}}}")
                users.setdefault(operand, []).extend([entry] * mentions)
        inner: set[int] = set()
        for place in self._places:
            entry = self._tape.entries[place]
            depth = 1 + max((self._depths.get(operand, 0) for operand in entry.operands), default=0)
            alone = [user.level for user in users.get(place, ())] == [entry.level]
            if entry.operands and alone and place not in results and depth < DEEPEST:
                inner.add(place)
                self._depths[place] = depth
        return inner

    def _expression(self, place: int) -> str:
        entry = self._tape.entries[place]
        return NUMBER_FUNCTIONS[entry.function].floats.format(*map(self._name, entry.operands))

    def _name(self, place: int) -> str:
        if place in self._inner:
            return f"({self._expression(place)})"
        entry = self._tape.entries[place]
        if entry.function == "input":
            return entry.name
        if entry.function == "constant":
            # Brackets keep a minus sign out of a power; inf and nan are names in math.
            return f"({entry.constant!r})"
        return f"t{place}"


def _assignments(values: Mapping[str, str]) -> list[str]:
    """Assign one by one, which is quicker, unless a value is a name that changes too."""
    if set(values).isdisjoint(values.values()):
        return [f"{name} = {value}" for name, value in values.items()]
    return [f"{', '.join(values)} = {', '.join(values.values())}"]
