"""Lowers a plan: its forward and backward pass recorded on an array tape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from engine.arrays import Shape
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.codegen.template_reader import UnknownTemplateError, read_template
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.backward_walk import run_back
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


@dataclass(frozen=True, eq=False)
class Lowered:
    """A node's value and its gradients as one recorded computation.

    Attributes:
        tape: Where they are recorded. The inputs are named ``x0``, ``x1`` and so on, in the order
            of the changing sources, whatever people called them.
        inputs: The changing sources on the tape.
        values: Every node that is shown or that the target needs, on the tape.
        value: The target.
        gradients: The gradient with respect to each source that was asked for, of its shape.
    """

    tape: ArrayTape
    inputs: tuple[ArrayValue, ...]
    values: Mapping[NodeId, ArrayValue]
    value: ArrayValue
    gradients: tuple[ArrayValue, ...]


def lower(
    plan: Plan,
    target: NodeId,
    changing: Sequence[NodeId],
    asked: Sequence[NodeId],
    *,
    tape: ArrayTape | None = None,
    shapes: Mapping[NodeId, Shape] | None = None,
    shown: Sequence[NodeId] = (),
    seed: float = 1.0,
    quick: bool = False,
) -> Lowered:
    """Record both passes.

    The backward pass is the walk of ``engine.graph.backward_walk``, carrying recorded values,
    with each gate's arithmetic taken from its record's templates. An operation without them is
    recorded as a call of its own functions.

    Args:
        plan: The compiled graph.
        target: The node whose value and gradients are wanted.
        changing: The sources that take other values in each run.
        asked: The sources whose gradients are wanted.
        tape: Where to record; a new tape by default.
        shapes: Other shapes of some changing sources than those in the plan.
        shown: Other nodes whose values are wanted, whether the target needs them or not.
        seed: The gradient in every element of the target.
        quick: Whether slopes may be computed by the records' quicker forms, which keep no digits
            where they are next to nothing: right for steps, and not for numbers that are shown.

    Raises:
        EngineError: The target cannot be computed.
    """
    plan.check_target(target)
    recorder = _Recorder(plan, target, shown, tape or ArrayTape(), quick=quick)
    for number, node in enumerate(changing):
        shape = (shapes or {}).get(node, plan.shapes[node])
        recorder.values[node] = recorder.tape.input(f"x{number}", shape)
    recorder.forward()
    gradients = recorder.backward(set(asked), seed)
    values = recorder.values
    return Lowered(
        recorder.tape,
        tuple(values[node] for node in changing),
        values,
        values[target],
        tuple(
            gradients.get(node) or recorder.tape.value(np.zeros(values[node].shape))
            for node in asked
        ),
    )


class _Recorder:
    """Records the passes of one plan."""

    def __init__(
        self,
        plan: Plan,
        target: NodeId,
        shown: Sequence[NodeId],
        tape: ArrayTape,
        *,
        quick: bool,
    ) -> None:
        self.tape = tape
        self._quick = quick
        self.values: dict[NodeId, ArrayValue] = {}
        self._plan, self._target = plan, target
        ends = (target, *shown)
        needed = set(ends).union(*(ancestors(plan.graph, node) for node in ends))
        self._instructions = [item for item in plan.instructions if item.node in needed]

    def forward(self) -> None:
        for item in self._instructions:
            inputs = [self._value(node) for node in item.inputs]
            self.values[item.node] = self._output(item, inputs)
        self._value(self._target)

    def backward(self, asked: set[NodeId], seed: float) -> dict[NodeId, ArrayValue]:
        learning = set(asked)
        for item in self._instructions:
            if not learning.isdisjoint(item.inputs):
                learning.add(item.node)
        target = self.values[self._target]
        gradients = {self._target: self.tape.value(np.full(target.shape, seed))}

        def shares(item: Instruction, upstream: ArrayValue) -> list[ArrayValue | None]:
            return [
                self._downstream(item, index, upstream) if node in learning else None
                for index, node in enumerate(item.inputs)
            ]

        run_back(self._instructions, gradients, shares, partial(self.tape.elementwise, "add"))
        return gradients

    def _value(self, node: NodeId) -> ArrayValue:
        known = self.values.get(node)
        if known is None:
            known = self.values[node] = self.tape.value(self._plan.sources[node])
        return known

    def _output(self, item: Instruction, inputs: Sequence[ArrayValue]) -> ArrayValue:
        operation = item.operation
        names = dict(zip(operation.inputs, inputs, strict=True))
        try:
            found = read_template(self.tape, operation, operation.numpy, names, item.settings)
        except UnknownTemplateError:
            shape = operation.output_shape([value.shape for value in inputs], item.settings)
            function = partial(operation.forward, **item.settings)
            return self.tape.call(function, inputs, shape)
        return found

    def _downstream(self, item: Instruction, index: int, upstream: ArrayValue) -> ArrayValue:
        operation, tape = item.operation, self.tape
        inputs = [self.values[node] for node in item.inputs]
        output, shape = self.values[item.node], inputs[index].shape
        names = {**dict(zip(operation.inputs, inputs, strict=True)), "y": output, "g": upstream}
        is_elementwise = operation.derivatives is not None
        templates = operation.numpy_local if is_elementwise else operation.numpy_downstream
        if self._quick and operation.numpy_quick:
            templates = operation.numpy_quick
        try:
            template = templates[index] if templates else ""
            found = read_template(tape, operation, template, names, item.settings)
        except UnknownTemplateError:
            function = partial(operation.vjps[index], **item.settings)
            return tape.call(function, [upstream, output, *inputs], shape)
        if is_elementwise:
            found = tape.elementwise("multiply", upstream, found)
        return tape.unbroadcast(found, shape)
