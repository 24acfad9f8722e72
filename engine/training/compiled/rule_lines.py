"""An update rule as NumPy calls on flat vectors, for the training loop on arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Array, Shape
from engine.autodiff.codegen.aligned import aligned_zeros
from engine.autodiff.codegen.array_code import write_arrays
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.operations.number_functions import NUMBER_FUNCTIONS
from engine.optimizers.recorded_rule import (
    GRADIENT,
    POINT,
    POINT_LEVEL,
    RUN_LEVEL,
    STEP,
    STEP_LEVEL,
    RecordedRule,
)
from engine.training.compiled.rule_algebra import (
    Average,
    find_averages,
    with_factors_together,
    with_seed,
)

RATE = "learning_rate"


@dataclass(frozen=True, eq=False)
class RuleLines:
    """The calls of one step, and the arrays that they work on.

    The lines use the names ``step`` and ``learning_rate`` of the function that they stand in.

    Attributes:
        point: The parameters.
        gradient: Their gradient at ``where``, times ``seed``.
        seed: The seed that the backward pass is to have.
        memory: The optimizer's memory.
        where: Where the gradient is wanted: the point itself unless the rule looks ahead.
        ahead_lines: What finds that place, if it is another one.
        lines: The update of the point and the memory.
        names: What the lines use.
    """

    point: Array
    gradient: Array
    seed: float
    memory: tuple[Array, ...]
    where: Array
    ahead_lines: Sequence[str]
    lines: Sequence[str]
    names: Mapping[str, Any]


def write_rule(
    rule: RecordedRule, settings: Mapping[str, float], shape: Shape, *, has_schedule: bool
) -> RuleLines:
    """Write a rule's step from its recording.

    Args:
        rule: The recording.
        settings: All settings of the optimizer; they become numbers in the code.
        shape: Shape of the parameters: a flat vector, or many in columns.
        has_schedule: Whether the rate changes from step to step.

    Raises:
        KeyError: The rule uses a function that does not write into arrays.
    """
    tape = Tape()
    inputs = {name: tape.input(name, POINT_LEVEL) for name in (POINT, GRADIENT, *rule.memories)}
    inputs |= {name: tape.value(number) for name, number in settings.items()}
    inputs[STEP] = tape.input(STEP, STEP_LEVEL)
    if has_schedule:
        inputs[RATE] = tape.input(RATE, STEP_LEVEL)
    played = rule.tape.play([rule.gradient_point, rule.point, *rule.state], inputs, tape)
    ahead, after, *state = with_factors_together(tape, played)
    inputs[GRADIENT], seed = with_seed(tape, [ahead, after, *state], inputs[GRADIENT])
    writer = _RuleWriter(tape, inputs, rule.memories, shape)
    lines = writer.update(after, state)
    where, ahead_lines = writer.point, list[str]()
    if ahead.index != inputs[POINT].index:
        where = np.zeros(shape)
        ahead_lines = writer.calls([ahead], [where])
    return RuleLines(
        writer.point,
        writer.gradient,
        seed,
        tuple(writer.memory),
        where,
        ahead_lines,
        lines,
        writer.names,
    )


class _RuleWriter:
    """Makes a rule's vectors and writes its calls.

    What changes with the step only is computed on floats and put into arrays of one number, since
    a call takes a number from an array more quickly than from a float.

    Attributes:
        point: The parameters.
        gradient: Their gradient.
        memory: The memory, a vector in each row, so that one call can move all of them.
        names: What the calls use.
    """

    def __init__(
        self, tape: Tape, inputs: Mapping[str, TapeValue], memories: Sequence[str], shape: Shape
    ) -> None:
        self.point, self.gradient = aligned_zeros(shape), aligned_zeros(shape)
        self.memory = aligned_zeros((len(memories), *shape))
        self.names: dict[str, Any] = {}
        self._tape, self._inputs, self._memories = tape, inputs, memories
        self._parts = 0

    def update(self, after: TapeValue, state: Sequence[TapeValue]) -> list[str]:
        """Write how the point and the memory become what they are after the step."""
        before = [self._inputs[name] for name in self._memories]
        averages = find_averages(self._tape, state, before)
        if not averages:
            return self.calls([after, *state], [self.point, *self.memory])
        known = {value.index: row for value, row in zip(state, self.memory, strict=True)}
        return [*self._average_lines(averages), *self.calls([after], [self.point], known)]

    def calls(
        self,
        results: Sequence[TapeValue],
        homes: Sequence[Array],
        known: Mapping[int, Array] | None = None,
    ) -> list[str]:
        """Write the calls that put some results into their homes.

        Args:
            results: What is wanted.
            homes: Where.
            known: For what need not be computed, by place, the array that holds it.
        """
        self._parts += 1
        part = _Part(self._tape, f"part{self._parts}_", self._given() | dict(known or {}))
        lines = part.write(results, homes)
        self.names |= part.names
        return lines

    def _given(self) -> dict[int, Array]:
        vectors = (self.point, self.gradient, *self.memory)
        names = (POINT, GRADIENT, *self._memories)
        return {self._inputs[name].index: at for name, at in zip(names, vectors, strict=True)}

    def _average_lines(self, averages: Sequence[Average]) -> list[str]:
        """Write the step of all memories together: three calls, however many there are."""
        slopes, added, kept, shares = (aligned_zeros(self.memory.shape) for _ in range(4))
        others = list(zip(averages, slopes, strict=True))
        gradient = self._inputs[GRADIENT].index
        for place, (average, home) in enumerate(others):
            if average.value.index == gradient:
                # The gradient is computed where it is needed, beside the other averaged values.
                self.gradient = home
                del others[place]
                break
        lines = [line for average, home in others for line in self.calls([average.value], [home])]
        # As large as the memory: to repeat a number along a row would take a call longer.
        numbers = _Numbers(self._tape, "part0_")
        for row, average in enumerate(averages):
            numbers.put(average.kept, kept[row])
            numbers.put(average.share, shares[row])
        arrays = {"memory": self.memory, "slopes": slopes, "added": added}
        self.names |= {**arrays, "kept": kept, "shares": shares, **numbers.names}
        self.names |= {"multiply": np.multiply, "add": np.add}
        return [
            *lines,
            *numbers.lines(),
            "multiply(memory, kept, memory)",
            "multiply(slopes, shares, added)",
            "add(memory, added, memory)",
        ]


class _Part:
    """Writes some entries of a scalar tape that stand for each element of vectors.

    Attributes:
        names: What the calls use.
    """

    def __init__(self, tape: Tape, prefix: str, given: Mapping[int, Array]) -> None:
        self._tape, self._prefix, self._given = tape, prefix, given
        self._arrays = ArrayTape()
        self._inputs: dict[str, Array] = {}
        self._values: dict[int, ArrayValue] = {}
        self._numbers = _Numbers(tape, prefix)
        self.names: dict[str, Any] = {}

    def write(self, results: Sequence[TapeValue], homes: Sequence[Array]) -> list[str]:
        """Write the calls that put the results into their homes."""
        found = [self._value(result.index) for result in results]
        code = write_arrays(
            self._arrays,
            found,
            self._inputs,
            outputs=dict(enumerate(homes)),
            prefix=self._prefix,
        )
        lines = [*self._numbers.lines(), *code.lines]
        self.names = {**code.names, **self._numbers.names}
        return lines

    def _value(self, place: int) -> ArrayValue:
        known = self._values.get(place)
        if known is None:
            known = self._values[place] = self._make(place)
        return known

    def _make(self, place: int) -> ArrayValue:
        entry, given = self._tape.entries[place], self._given.get(place)
        if given is not None:
            return self._input(place, given)
        if entry.function == "constant":
            return self._arrays.value(entry.constant)
        if entry.level < POINT_LEVEL:
            home = np.zeros(())
            self._numbers.put(TapeValue(self._tape, place), home)
            return self._input(place, home)
        if entry.function not in NUMBER_FUNCTIONS:
            raise KeyError(entry.function)
        return self._arrays.elementwise(entry.function, *map(self._value, entry.operands))

    def _input(self, place: int, home: Array) -> ArrayValue:
        name = f"x{place}"
        self._inputs[name] = home
        return self._arrays.input(name, home.shape)


class _Numbers:
    """Numbers that are the same for all elements, and the arrays into which they are put.

    Attributes:
        names: What the lines use.
    """

    def __init__(self, tape: Tape, prefix: str) -> None:
        self.names: dict[str, Array] = {}
        self._tape, self._prefix = tape, prefix
        self._values: list[TapeValue] = []

    def put(self, value: TapeValue, home: Array) -> None:
        """Keep a number in an array: a constant at once, any other in each step."""
        constant = self._tape.constant_of(value)
        if constant is not None:
            home[...] = constant
            return
        self.names[f"{self._prefix}number{len(self._values)}"] = home
        self._values.append(value)

    def lines(self) -> list[str]:
        """Write what is done in each step."""
        floats = FloatSource(self._tape, self._values)
        return [
            *floats.lines(RUN_LEVEL),
            *floats.lines(STEP_LEVEL),
            *(
                f"{name}[...] = {floats.name(value)}"
                for name, value in zip(self.names, self._values, strict=True)
            ),
        ]
