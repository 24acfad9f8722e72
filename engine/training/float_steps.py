"""Training steps on floats: a small network and its update rule written out as one loop."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.unrolling import Elements, count_scalar_operations, unroll
from engine.autodiff.float_source import FLOAT_ERRORS, FloatSource, make_function
from engine.autodiff.plan import compile_plan
from engine.autodiff.tape import Tape, TapeValue
from engine.graph.model import NodeId
from engine.optimizers.optimizer import State
from engine.optimizers.recorded_rule import (
    GRADIENT,
    POINT,
    POINT_LEVEL,
    RUN_LEVEL,
    STEP,
    STEP_LEVEL,
    RecordedRule,
    record_rule,
)
from engine.training.rule_lines import RATE
from engine.training.run import TrainingRun

# Above so many operations on numbers in a step, NumPy's calls on whole arrays are quicker.
MOST_OPERATIONS = 700

_NAMES = {"count": itertools.count, "float_errors": FLOAT_ERRORS}


@dataclass(frozen=True, slots=True)
class Steps:
    """What one call of a loop did.

    Attributes:
        taken: How many steps; fewer than asked for where a number left the range.
        point: The parameters after them.
        state: The optimizer's memory after them.
    """

    taken: int
    point: Array
    state: State


@dataclass(frozen=True, eq=False)
class FloatSteps:
    """A run's steps as one function on floats, which several threads may use at once.

    Attributes:
        loop: ``loop(first, rates, batches, numbers, *settings)`` takes a step for each rate and
            batch and returns how many it took and the numbers after them: the parameters, then
            each array of memory.
        settings: The optimizer's settings besides the rate, in the order in which they are taken.
        takes_batches: Whether each step gets its own samples.
    """

    loop: Callable[..., tuple[int, Sequence[float]]]
    settings: tuple[float, ...]
    takes_batches: bool

    def advance(
        self,
        point: Array,
        state: State,
        first: int,
        rates: Sequence[float],
        batches: Iterable[tuple[Array, Array]],
    ) -> Steps:
        """Take as many steps as there are rates.

        Args:
            point: The parameters.
            state: The optimizer's memory.
            first: The number of the first step; 1 where the memory begins.
            rates: The learning rate of each step.
            batches: The samples of each step, as inputs and targets.
        """
        rows: Iterable[tuple[float, ...]] = (
            (*inputs.ravel().tolist(), *targets.ravel().tolist()) for inputs, targets in batches
        )
        if not self.takes_batches:
            rows = ((),) * len(rates)
        numbers = np.concatenate([point, *state]).tolist()
        taken, after = self.loop(first, rates, rows, numbers, *self.settings)
        parts = np.array(after).reshape(1 + len(state), -1)
        return Steps(taken, parts[0], tuple(parts[1:]))


def write_float_steps(run: TrainingRun) -> FloatSteps | None:
    """Write the loop of a run, or None where another form is quicker or none can be written.

    The samples, when they are the same in every step, are numbers in the source. No text of a
    person gets into it; that is what makes it safe to run.
    """
    network, rule = run.network, record_rule(run.rule)
    takes_batches = run.steps_per_epoch > 1
    samples = run.batch_size or len(run.dataset)
    if network.masks or len(run.dataset) % samples:
        return None
    changing = (network.input, network.target) if takes_batches else ()
    # Whoever runs the loop looks at whether the parameters are finite.
    source = lower(
        compile_plan(network.graph),
        network.loss,
        (*changing, *network.parameter_nodes),
        network.parameter_nodes,
        tape=ArrayTape(is_finite=True),
        shapes=_sample_shapes(run, changing, samples),
    )
    if count_scalar_operations(source.tape, source.gradients) > MOST_OPERATIONS:
        return None
    data, parameters = source.inputs[: len(changing)], source.inputs[len(changing) :]
    writer = _Writer(rule, data, parameters)
    try:
        loop = writer.write(source.tape, source.gradients)
    except (TypeError, KeyError):
        return None
    others = tuple(value for name, value in run.descent.settings.items() if name != RATE)
    return FloatSteps(loop, others, takes_batches)


def _sample_shapes(
    run: TrainingRun, nodes: Sequence[NodeId], samples: int
) -> dict[NodeId, tuple[int, int]]:
    widths = (run.layers[0], run.layers[-1])
    return {node: (samples, width) for node, width in zip(nodes, widths, strict=False)}


class _Writer:
    """Writes the loop of one rule on one network."""

    def __init__(
        self, rule: RecordedRule, data: Sequence[ArrayValue], parameters: Sequence[ArrayValue]
    ) -> None:
        self._rule, self._tape = rule, Tape()
        self._data, self._parameters = data, parameters
        # All numbers that a step changes, in the order in which the loop hands them over.
        count = sum(math.prod(value.shape) for value in parameters)
        self._points = [f"p{number}" for number in range(count)]
        self._memories = [[f"{name}_{number}" for number in range(count)] for name in rule.memories]

    def write(
        self, source: ArrayTape, gradients: Sequence[ArrayValue]
    ) -> Callable[..., tuple[int, Sequence[float]]]:
        tape, rule = self._tape, self._rule
        shared = {name: tape.input(name, RUN_LEVEL) for name in rule.settings if name != RATE}
        shared |= {name: tape.input(name, STEP_LEVEL) for name in (RATE, STEP)}
        own = [self._own(number) for number in range(len(self._points))]
        ahead = [
            rule.tape.play([rule.gradient_point], {**shared, **inputs}, tape)[0] for inputs in own
        ]
        rows = [f"x{number}" for number in range(sum(math.prod(v.shape) for v in self._data))]
        elements = _shaped([tape.input(name, POINT_LEVEL) for name in rows], self._data)
        elements |= _shaped(ahead, self._parameters)
        found = unroll(source, gradients, elements, tape)
        slopes = [element for part in found for element in part.ravel()]
        after = [
            rule.tape.play([rule.point, *rule.state], {**shared, **inputs, GRADIENT: slope}, tape)
            for inputs, slope in zip(own, slopes, strict=True)
        ]
        results = [value for column in zip(*after, strict=True) for value in column]
        return self._make(FloatSource(tape, results), results, rows)

    def _own(self, number: int) -> dict[str, TapeValue]:
        names = {POINT: self._points[number]}
        names |= {
            name: column[number]
            for name, column in zip(self._rule.memories, self._memories, strict=True)
        }
        return {key: self._tape.input(name, POINT_LEVEL) for key, name in names.items()}

    def _make(
        self, source: FloatSource, results: Sequence[TapeValue], rows: Sequence[str]
    ) -> Callable[..., tuple[int, Sequence[float]]]:
        numbers = ", ".join(
            [*self._points, *(name for column in self._memories for name in column)]
        )
        row = "".join(f"{name}, " for name in rows)
        step = [
            *source.lines(STEP_LEVEL),
            *source.lines(POINT_LEVEL),
            # All at once and last, so that a step that raises has changed nothing.
            f"{numbers}, = {', '.join(map(source.name, results))},",
        ]
        lines = [
            f"{numbers}, = numbers",
            f"{STEP} = first - 1",
            "try:",
            *(f"    {line}" for line in source.lines(RUN_LEVEL)),
            f"    for {STEP}, {RATE}, ({row}) in zip(count(first), rates, batches):",
            *(f"        {line}" for line in step),
            f"    {STEP} += 1",
            "except float_errors: pass",
            f"return max(0, {STEP} - first), ({numbers},)",
        ]
        settings = [name for name in self._rule.settings if name != RATE]
        parameters = ["first", "rates", "batches", "numbers", *settings]
        return make_function("float_steps", parameters, lines, _NAMES)


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
