"""Training steps on arrays: a network's passes and its update rule as NumPy calls in place.

Parameters, gradient and memory are flat vectors of which the layers are views, so that the update
rule is one set of calls, whatever the layers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, repeat
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_code import ArrayCode, write_arrays
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.passes.plan import compile_plan
from engine.optimizers.optimizer import State
from engine.optimizers.recorded_rule import STEP, record_rule
from engine.optimizers.rule_lines import RATE, RuleLines, write_rule
from engine.training.compiled.float_steps import Steps
from engine.training.network.mlp import Network
from engine.training.run.run import TrainingRun
from engine.written_functions import indented, make_function


class ArraySteps:
    """A run's steps in place. It owns its arrays: use one object in one place.

    The source of its loop holds names that the compiler numbered and NumPy's functions, and no
    text of a person; that is what makes it safe to run.
    """

    def __init__(self, run: TrainingRun) -> None:
        """Make the vectors and write the loop.

        Raises:
            KeyError: The update rule cannot write into arrays.
        """
        self._rule = write_rule(
            record_rule(run.rule),
            run.descent.settings,
            run.network.start.shape,
            has_schedule=bool(run.descent.schedules),
        )
        self._takes_batches = run.steps_per_epoch > 1
        size = run.batch_size if self._takes_batches else None
        sizes = list(_batch_sizes(len(run.dataset), size or len(run.dataset)))
        codes = [_gradient_code(run.network, self._rule, size) for size in sizes]
        self._loop = _write_loop(self._rule, codes, sizes, takes_batches=self._takes_batches)
        if not self._takes_batches:
            codes[0].inputs["x0"][...] = run.dataset.inputs
            codes[0].inputs["x1"][...] = run.dataset.targets

    def advance(
        self,
        point: Array,
        state: State,
        first: int,
        rates: Sequence[float],
        batches: Iterable[tuple[Array, Array]],
    ) -> Steps:
        """Take as many steps as there are rates; the arguments are those of ``FloatSteps``."""
        rule = self._rule
        rule.begin(point, state)
        with np.errstate(all="ignore"):
            self._loop(first, rates, batches if self._takes_batches else repeat(()))
        return Steps(len(rates), rule.point.copy(), tuple(map(np.copy, rule.memory)))


def _batch_sizes(samples: int, size: int) -> Iterator[int]:
    """Yield the sizes that batches have: an epoch's last one may be smaller."""
    yield min(size, samples)
    if samples % size and samples > size:
        yield samples % size


def _gradient_code(network: Network, rule: RuleLines, samples: int) -> ArrayCode:
    """Write the gradient for so many samples; it reads them from the inputs x0 and x1."""
    nodes = network.parameter_nodes
    shapes = {
        network.input: (samples, network.layers[0]),
        network.target: (samples, network.layers[-1]),
    }
    changing = (network.input, network.target, *nodes)
    plan, target = compile_plan(network.graph), network.loss
    lowered = lower(plan, target, changing, nodes, shapes=shapes, seed=rule.seed, quick=True)
    names = [value.entry.detail for value in lowered.inputs]
    return write_arrays(
        lowered.tape,
        lowered.gradients,
        dict(zip(names[2:], _parts(network, rule.where), strict=True)),
        outputs=dict(enumerate(_parts(network, rule.gradient))),
        prefix=f"size{samples}_",
        in_columns=True,
    )


def _write_loop(
    rule: RuleLines, codes: Sequence[ArrayCode], sizes: Sequence[int], *, takes_batches: bool
) -> Callable[..., None]:
    """Write ``loop(first, rates, batches)``; without batches the samples are in place already."""
    names: dict[str, Any] = {"count": count, **rule.names}
    gradient = list[str]()
    for code, size in zip(codes, sizes, strict=True):
        names |= code.names
        lines = list(code.lines)
        if takes_batches:
            names |= {f"inputs{size}": code.inputs["x0"], f"targets{size}": code.inputs["x1"]}
            lines = [f"inputs{size}[...] = inputs", f"targets{size}[...] = targets", *lines]
        if len(codes) > 1:
            lines = [f"if len(inputs) == {size}:", *indented(lines)]
        gradient += lines
    batch = "inputs, targets" if takes_batches else ""
    head = f"for {STEP}, {RATE}, ({batch}) in zip(count(first), rates, batches):"
    loop = rule.loop(head, gradient)
    return make_function("array_steps", ("first", "rates", "batches"), loop, names)


def _parts(network: Network, vector: Array) -> list[Array]:
    return [
        vector[where].reshape(shape)
        for where, shape in zip(network.parameter_slices, network.parameter_shapes, strict=True)
    ]
