"""The loop of training steps on floats, written out number by number."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from engine.autodiff.codegen.array_tape import ArrayValue
from engine.autodiff.codegen.lowering import Lowered
from engine.autodiff.codegen.unrolling import Elements, unroll
from engine.autodiff.tapes.float_source import FLOAT_ERRORS, FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.recorded_rule import (
    GRADIENT,
    POINT,
    POINT_LEVEL,
    STEP,
    STEP_LEVEL,
    RecordedRule,
)
from engine.optimizers.rule_lines import RATE
from engine.written_functions import indented, make_function

_NAMES = {"count": itertools.count, "float_errors": FLOAT_ERRORS}


class FloatLoop:
    """One rule's steps on one network as lines on floats.

    The lines hold names that were numbered here, and numbers; no text of a person gets into them,
    which is what makes it safe to run them.
    """

    def __init__(
        self,
        rule: RecordedRule,
        settings: Mapping[str, float],
        source: Lowered,
        data: Sequence[ArrayValue],
        parameters: Sequence[ArrayValue],
    ) -> None:
        """Record a step.

        Args:
            rule: The update rule.
            settings: All its settings; all but the rate become numbers in the lines.
            source: The network's passes.
            data: Those of its inputs that are given with each step.
            parameters: Its other inputs.

        Raises:
            TypeError: The network calls a function that works on arrays only.
            KeyError: It uses a function that plain Python lacks.
        """
        self._rule, self._tape = rule, Tape()
        # All numbers that a step changes, in the order in which they are handed over.
        count = sum(math.prod(value.shape) for value in parameters)
        self._points = [f"p{number}" for number in range(count)]
        self._memories = [[f"{name}_{number}" for number in range(count)] for name in rule.memories]
        self._rows = [f"x{number}" for number in range(sum(math.prod(v.shape) for v in data))]
        self._numbers = [*self._points, *(name for column in self._memories for name in column)]
        results = self._record(settings, source, data, parameters)
        self._after = dict(zip(self._numbers, results, strict=True))
        self._source = FloatSource(self._tape, results)

    def for_python(self) -> Callable[..., tuple[int, Sequence[float]]]:
        """Return ``loop(first, rates, batches, numbers)``.

        It takes a step for each rate and batch, and returns how many it took and the numbers
        after them: fewer where floats raise and arrays would not.
        """
        numbers, row = ", ".join(self._numbers), "".join(f"{name}, " for name in self._rows)
        head = f"for {STEP}, {RATE}, ({row}) in zip(count(first), rates, batches):"
        lines = [
            f"{numbers}, = numbers",
            f"{STEP} = first - 1",
            "try:",
            *indented(self._source.loop(head, self._after)),
            f"    {STEP} += 1",
            "except float_errors: pass",
            f"return {STEP} - first, ({numbers},)",
        ]
        return make_function("float_steps", ("first", "rates", "batches", "numbers"), lines, _NAMES)

    def for_machine(self) -> Callable[..., None]:
        """Return ``loop(first, rates, rows, numbers)``, which an accelerator can translate.

        It takes arrays: the rates, a row of samples for each step, and the numbers, which it
        changes. Where floats would raise, the accelerated code goes on with inf or nan.
        """
        given = [
            f"{STEP} = first + index",
            f"{RATE} = rates[index]",
            *(f"{name} = rows[index, {place}]" for place, name in enumerate(self._rows)),
        ]
        lines = [
            *(f"{name} = numbers[{place}]" for place, name in enumerate(self._numbers)),
            *self._source.loop("for index in range(rates.shape[0]):", self._after, first=given),
            *(f"numbers[{place}] = {name}" for place, name in enumerate(self._numbers)),
        ]
        return make_function("machine_steps", ("first", "rates", "rows", "numbers"), lines, {})

    def _record(
        self,
        settings: Mapping[str, float],
        source: Lowered,
        data: Sequence[ArrayValue],
        parameters: Sequence[ArrayValue],
    ) -> list[TapeValue]:
        """Record a step; return the numbers after it, in order."""
        tape, rule = self._tape, self._rule
        shared = {name: tape.value(number) for name, number in settings.items()}
        shared |= {name: tape.input(name, STEP_LEVEL) for name in (RATE, STEP)}
        own = [self._own(number) for number in range(len(self._points))]
        ahead = [
            rule.tape.play([rule.gradient_point], {**shared, **inputs}, tape)[0] for inputs in own
        ]
        elements = _shaped([tape.input(name, POINT_LEVEL) for name in self._rows], data)
        elements |= _shaped(ahead, parameters)
        found = unroll(source.tape, source.gradients, elements, tape)
        slopes: list[Any] = [element for part in found for element in part.ravel()]
        after = [
            rule.tape.play([rule.point, *rule.state], {**shared, **inputs, GRADIENT: slope}, tape)
            for inputs, slope in zip(own, slopes, strict=True)
        ]
        return [value for column in zip(*after, strict=True) for value in column]

    def _own(self, number: int) -> dict[str, TapeValue]:
        """Return what belongs to one parameter: itself and its memory."""
        names = {POINT: self._points[number]}
        names |= {
            name: column[number]
            for name, column in zip(self._rule.memories, self._memories, strict=True)
        }
        return {key: self._tape.input(name, POINT_LEVEL) for key, name in names.items()}


def _shaped(values: Sequence[TapeValue], arrays: Sequence[ArrayValue]) -> dict[str, Elements]:
    """Deal recorded numbers out to the arrays that they are the elements of."""
    found, begin = {}, 0
    for array in arrays:
        end = begin + math.prod(array.shape)
        elements = np.empty(end - begin, object)
        elements[:] = values[begin:end]
        found[array.entry.detail] = elements.reshape(array.shape)
        begin = end
    return found
