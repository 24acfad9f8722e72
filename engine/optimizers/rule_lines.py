"""An update rule as NumPy calls in place, on whatever arrays it moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Array, Shape
from engine.autodiff.codegen.aligned import aligned_zeros
from engine.autodiff.codegen.element_calls import ElementCalls, SharedNumbers
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.optimizer import State
from engine.optimizers.recorded_rule import (
    GRADIENT,
    POINT,
    POINT_LEVEL,
    STEP,
    STEP_LEVEL,
    RecordedRule,
)
from engine.optimizers.rule_algebra import (
    Average,
    find_averages,
    with_factors_together,
    with_seed,
)
from engine.written_functions import indented

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

    def begin(self, point: Array, state: State) -> None:
        """Put the parameters and the memory into their arrays."""
        self.point[...] = point
        for memory, part in zip(self.memory, state, strict=True):
            memory[...] = part

    def loop(self, head: str, gradient_lines: Iterable[str]) -> list[str]:
        """Write a loop of steps: where the gradient is wanted, the gradient, the update."""
        return [head, *indented([*self.ahead_lines, *gradient_lines, *self.lines])]


def write_rule(
    rule: RecordedRule,
    settings: Mapping[str, float],
    shape: Shape,
    *,
    has_schedule: bool = False,
    keeps_digits: bool = False,
) -> RuleLines:
    """Write a rule's step from its recording.

    Args:
        rule: The recording.
        settings: All settings of the optimizer; they become numbers in the code.
        shape: Shape of the parameters: a flat vector, or many in columns.
        has_schedule: Whether the rate changes from step to step.
        keeps_digits: Whether the step is that of the rule to the last digit, instead of the
            quickest that is the same to rounding.

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
    seed = 1.0
    if not keeps_digits:
        played = with_factors_together(tape, played)
        inputs[GRADIENT], seed = with_seed(tape, played, inputs[GRADIENT])
    ahead, after, *state = played
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
        part = ElementCalls(
            self._tape,
            list(zip(results, homes, strict=True)),
            self._given() | dict(known or {}),
            level=POINT_LEVEL,
            prefix=f"part{self._parts}_",
        )
        self.names |= part.names
        return list(part.lines)

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
        numbers = SharedNumbers(self._tape, "part0_")
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
