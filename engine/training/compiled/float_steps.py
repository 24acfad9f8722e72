"""Training steps on floats, for networks so small that calls of NumPy would take longer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.accelerator import Accelerate
from engine.autodiff.codegen.array_tape import ArrayTape
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.unrolling import count_scalar_operations
from engine.autodiff.passes.plan import compile_plan
from engine.optimizers.optimizer import State
from engine.optimizers.recorded_rule import record_rule
from engine.training.compiled.float_loop import FloatLoop
from engine.training.run.run import TrainingRun

# Above so many operations on numbers in a step, NumPy's calls on whole arrays are quicker.
MOST_OPERATIONS = 700


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
        loop: What ``FloatLoop.for_python`` returned.
        takes_batches: Whether each step gets its own samples.
    """

    loop: Callable[..., tuple[int, Sequence[float]]]
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
        rows = _rows(batches) if self.takes_batches else ((),) * len(rates)
        numbers = np.concatenate([point, *state]).tolist()
        taken, after = self.loop(first, rates, rows, numbers)
        return _steps(taken, np.array(after), len(state))


@dataclass(frozen=True, eq=False)
class MachineSteps:
    """A run's steps as machine code, which several threads may use at once.

    Attributes:
        loop: What ``FloatLoop.for_machine`` returned, accelerated.
        takes_batches: Whether each step gets its own samples.
    """

    loop: Callable[..., None]
    takes_batches: bool

    def advance(
        self,
        point: Array,
        state: State,
        first: int,
        rates: Sequence[float],
        batches: Iterable[tuple[Array, Array]],
    ) -> Steps:
        """Take as many steps as there are rates; the arguments are those of ``FloatSteps``."""
        rows = np.zeros((0, 0))
        if self.takes_batches:
            rows = np.array(list(islice(_rows(batches), len(rates))))
        numbers = np.concatenate([point, *state])
        self.loop(first, np.array(rates), rows, numbers)
        return _steps(len(rates), numbers, len(state))


def write_float_steps(
    run: TrainingRun, accelerate: Accelerate | None = None
) -> FloatSteps | MachineSteps | None:
    """Write the loop of a run, or None where another form is quicker or none can be written.

    The samples, when they are the same in every step, are numbers in the source.

    Args:
        run: The run.
        accelerate: What turns a loop into machine code, if that is to be done.
    """
    network, rule = run.network, record_rule(run.rule)
    takes_batches = run.steps_per_epoch > 1
    samples = run.batch_size or len(run.dataset)
    if network.masks or len(run.dataset) % samples:
        return None
    changing = (network.input, network.target) if takes_batches else ()
    widths = (run.layers[0], run.layers[-1])
    source = lower(
        compile_plan(network.graph),
        network.loss,
        (*changing, *network.parameter_nodes),
        network.parameter_nodes,
        # Whoever runs the loop looks at whether the parameters are finite.
        tape=ArrayTape(is_finite=True),
        shapes={node: (samples, width) for node, width in zip(changing, widths, strict=False)},
        quick=True,
    )
    if count_scalar_operations(source.tape, source.gradients) > MOST_OPERATIONS:
        return None
    data, parameters = source.inputs[: len(changing)], source.inputs[len(changing) :]
    try:
        loop = FloatLoop(rule, run.descent.settings, source, data, parameters)
    except (TypeError, KeyError):
        return None
    if accelerate is not None:
        return MachineSteps(accelerate(loop.for_machine()), takes_batches)
    return FloatSteps(loop.for_python(), takes_batches)


def _rows(batches: Iterable[tuple[Array, Array]]) -> Iterator[tuple[float, ...]]:
    return ((*inputs.ravel().tolist(), *targets.ravel().tolist()) for inputs, targets in batches)


def _steps(taken: int, numbers: Array, memories: int) -> Steps:
    point, *state = numbers.reshape(1 + memories, -1)
    return Steps(taken, point, tuple(state))
