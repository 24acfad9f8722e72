"""Array source: a tape written out as NumPy calls that write into arrays made beforehand.

A call that allocates its result spends most of its time on fresh memory. Here each result goes
into a buffer that is used again as soon as nothing reads it any more, so that the few buffers stay
in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.operations.number_functions import NUMBER_FUNCTIONS, UFUNCS

# Comparisons do not work on buffers of numbers.
IN_PLACE: Mapping[str, np.ufunc] = {
    name: function for name, function in UFUNCS.items() if not NUMBER_FUNCTIONS[name].is_truth
}


class ArraySource:
    """Writes the entries of a tape's highest level; the lower ones are floats.

    Attributes:
        lines: The calls, in the tape's order.
        buffers: The names of the buffers that they use.
    """

    def __init__(
        self, tape: Tape, results: Mapping[str, TapeValue], level: int, buffer_prefix: str
    ) -> None:
        """Write the lines.

        Args:
            tape: The recording.
            results: For each array that is to receive a result its name in the lines. It may be
                the name of an input, which is then overwritten once nothing reads it any more.
            level: The level of what is an array.
            buffer_prefix: How the names of the buffers begin.

        Raises:
            KeyError: An entry cannot write into a buffer.
        """
        self.lines: list[str] = []
        self.buffers: list[str] = []
        self._tape, self._level, self._prefix = tape, level, buffer_prefix
        self._floats = FloatSource(tape, list(results.values()))
        places = [
            place
            for place in tape.needed(list(results.values()))
            if tape.entries[place].operands and tape.entries[place].level == level
        ]
        self._last_use = self._last_uses(places, results)
        self._homes: dict[int, str] = {}
        free: list[str] = []
        targets = self._targets(places, results)
        for place in places:
            entry = tape.entries[place]
            operands = [self._name(operand) for operand in entry.operands]
            for operand in set(entry.operands):
                home = self._homes.get(operand)
                if self._last_use.get(operand) == place and home in self.buffers:
                    free.append(str(home))
            home = targets.get(place) or (free.pop() if free else self._new_buffer())
            self._homes[place] = home
            call = IN_PLACE[entry.function].__name__
            self.lines.append(f"{call}({', '.join(operands)}, out={home})")
        self._copy_out(
            {name: value for name, value in results.items() if targets.get(value.index) != name}
        )

    def _copy_out(self, results: Mapping[str, TapeValue]) -> None:
        """Write the results that could not be computed in their place."""
        copies: list[str] = []
        for target, value in results.items():
            source = self._name(value.index)
            if self._tape.entries[value.index].function == "input":
                # Another copy may overwrite the input before it is read.
                source = self._new_buffer()
                self.lines.append(f"copyto({source}, {self._name(value.index)})")
            copies.append(f"copyto({target}, {source})")
        self.lines += copies

    def _last_uses(self, places: Sequence[int], results: Mapping[str, TapeValue]) -> dict[int, int]:
        last = {
            operand: place for place in places for operand in self._tape.entries[place].operands
        }
        # What is copied out at the end is used for ever.
        return {**last, **{value.index: len(self._tape.entries) for value in results.values()}}

    def _targets(self, places: Sequence[int], results: Mapping[str, TapeValue]) -> dict[int, str]:
        """Return the results that can be computed where they are wanted, without a copy."""
        inputs = {
            entry.name: place
            for place, entry in enumerate(self._tape.entries)
            if entry.function == "input"
        }
        found: dict[int, str] = {}
        for name, value in results.items():
            overwritten = inputs.get(name, -1)
            if (
                value.index in places
                and value.index not in found
                and self._last_use.get(overwritten, -1) <= value.index
            ):
                found[value.index] = name
        return found

    def _new_buffer(self) -> str:
        name = f"{self._prefix}{len(self.buffers)}"
        self.buffers.append(name)
        return name

    def _name(self, place: int) -> str:
        return self._homes.get(place) or self._floats.name(TapeValue(self._tape, place))
