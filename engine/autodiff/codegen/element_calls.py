"""Element calls: a tape of numbers, written as NumPy calls that work on each element of arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_code import write_arrays
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.operations.number_functions import NUMBER_FUNCTIONS


class ElementCalls:
    """Writes the entries of a tape's highest level, which stand for each element of arrays.

    What is on a lower level is the same for all elements: it is computed on floats and put into
    arrays of one number, since a call takes a number from an array more quickly than from a float.

    Attributes:
        lines: What puts the results into their homes.
        names: What the lines use.
    """

    def __init__(
        self,
        tape: Tape,
        results: Sequence[tuple[TapeValue, Array]],
        given: Mapping[int, Array],
        *,
        level: int,
        prefix: str,
    ) -> None:
        """Write the lines.

        Args:
            tape: The recording.
            results: What is wanted, each with the array that is to receive it. It may be the
                array of an input, which is then overwritten once nothing reads it any more.
            given: For what need not be computed, by its place, the array that holds it.
            level: The level of what is an array.
            prefix: How the names of arrays begin, so that lines can be joined.

        Raises:
            KeyError: An entry is no function that the table of functions has.
        """
        self._tape, self._given, self._level = tape, given, level
        self._arrays = ArrayTape()
        self._inputs: dict[str, Array] = {}
        self._values: dict[int, ArrayValue] = {}
        self._numbers = SharedNumbers(tape, prefix)
        for place in self._needed([result for result, _ in results]):
            self._values[place] = self._make(place)
        code = write_arrays(
            self._arrays,
            [self._values[result.index] for result, _ in results],
            self._inputs,
            outputs=dict(enumerate(home for _, home in results)),
            prefix=prefix,
        )
        self.lines: Sequence[str] = [*self._numbers.lines(), *code.lines]
        self.names: Mapping[str, Any] = {**code.names, **self._numbers.names}

    def _needed(self, results: Sequence[TapeValue]) -> list[int]:
        """Return the places that stand for arrays or are their operands, in the tape's order."""
        wanted = {result.index for result in results}
        for place in range(max(wanted, default=-1), -1, -1):
            entry = self._tape.entries[place]
            if place in wanted and place not in self._given and entry.level == self._level:
                wanted.update(entry.operands)
        return sorted(wanted)

    def _make(self, place: int) -> ArrayValue:
        entry, given = self._tape.entries[place], self._given.get(place)
        if given is not None:
            return self._input(place, given)
        if entry.function == "constant":
            return self._arrays.value(entry.constant)
        if entry.level < self._level:
            home = np.zeros(())
            self._numbers.put(TapeValue(self._tape, place), home)
            return self._input(place, home)
        if entry.function not in NUMBER_FUNCTIONS:
            raise KeyError(entry.function)
        operands = [self._values[operand] for operand in entry.operands]
        return self._arrays.elementwise(entry.function, *operands)

    def _input(self, place: int, home: Array) -> ArrayValue:
        name = f"x{place}"
        self._inputs[name] = home
        return self._arrays.input(name, home.shape)


class SharedNumbers:
    """Numbers that are the same for all elements, and the arrays into which they are put.

    Attributes:
        names: What the lines use.
    """

    def __init__(self, tape: Tape, prefix: str) -> None:
        self.names: dict[str, Array] = {}
        self._tape, self._prefix = tape, prefix
        self._values: list[TapeValue] = []

    def put(self, value: TapeValue, home: Array) -> None:
        """Keep a number in an array: a constant at once, any other by the lines."""
        constant = self._tape.constant_of(value)
        if constant is not None:
            home[...] = constant
            return
        self.names[f"{self._prefix}number{len(self._values)}"] = home
        self._values.append(value)

    def lines(self) -> list[str]:
        """Write what puts the numbers into their arrays."""
        floats = FloatSource(self._tape, self._values)
        return [
            *floats.all_lines(),
            *(
                f"{name}[...] = {floats.name(value)}"
                for name, value in zip(self.names, self._values, strict=True)
            ),
        ]
