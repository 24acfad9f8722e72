"""A case: one question, with the numbers from which somebody answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction
from engine.exercises.exercise import Exercise
from engine.exercises.known_numbers import Numbers
from engine.exercises.question import Quantity, Question
from engine.graph.model import NodeId
from engine.operations.operation import Operation


@dataclass(frozen=True)
class Case:
    """What lies before somebody who answers a question; slips compute wrong answers from it.

    Attributes:
        exercise: The exercise.
        question: What is asked.
        numbers: What he takes for the other numbers.
    """

    exercise: Exercise
    question: Question
    numbers: Numbers

    @cached_property
    def right(self) -> Array:
        """The answer that is right for these numbers."""
        quantity = self.question.quantity
        if quantity is Quantity.SUM:
            return np.asarray(sum(self.branches[1:], start=self.branches[0]))
        if quantity is Quantity.VALUE:
            return self.value(*self.inputs)
        return self.gradient(self.upstream)

    @property
    def branches(self) -> list[Array]:
        """What comes back to the node along each of its wires."""
        ports = self.exercise.branches[self.question.node]
        return [self.numbers.wires[port] for port in ports]

    @property
    def instruction(self) -> Instruction:
        """The gate."""
        assert self.question.gate is not None
        return self.exercise.instruction(self.question.gate)

    @property
    def operation(self) -> Operation:
        """The gate's record."""
        return self.instruction.operation

    @property
    def index(self) -> int:
        """Which of the gate's inputs the gradient is asked for."""
        assert self.question.port is not None
        return self.question.port.index

    @property
    def inputs(self) -> list[Array]:
        """The values at the gate's inputs."""
        return [self.numbers.values[source] for source in self.instruction.inputs]

    @property
    def output(self) -> Array:
        """The gate's value."""
        return self.numbers.values[self.instruction.node]

    @property
    def upstream(self) -> Array:
        """The gradient that arrives at the gate's output."""
        return self.numbers.nodes[self.instruction.node]

    @property
    def upstream_shares(self) -> list[Array]:
        """What arrives at the gate's output along each of its wires."""
        ports = self.exercise.branches.get(self.instruction.node, ())
        return [self.numbers.wires[port] for port in ports]

    def value(self, *inputs: Array) -> Array:
        """Return the gate's value for other inputs."""
        with np.errstate(all="ignore"):
            return np.asarray(self.operation.forward(*inputs, **self.instruction.settings))

    def gradient(self, upstream: Array, index: int | None = None) -> Array:
        """Return the downstream gradient of an input, the one asked for, for another upstream."""
        pull_back = self.operation.vjps[self.index if index is None else index]
        settings = self.instruction.settings
        with np.errstate(all="ignore"):
            return np.asarray(pull_back(upstream, self.output, *self.inputs, **settings))

    def slope(self, output: Array, inputs: Sequence[Array]) -> Array | None:
        """Return the gate's local gradient at another point; None where it is no plain number."""
        if self.operation.derivatives is None:
            return None
        derivative = self.operation.derivatives[self.index]
        with np.errstate(all="ignore"):
            return np.asarray(derivative(output, *inputs, **self.instruction.settings))

    @property
    def local(self) -> Array | None:
        """The gate's local gradient; None where its Jacobian is not diagonal."""
        return self.slope(self.output, self.inputs)

    def values_before(self) -> list[Array]:
        """Return the values that feed the gates that feed this one."""
        found: list[NodeId] = []
        for source in self.instruction.inputs:
            if not self.exercise.drawn.nodes[source].is_source:
                found += self.exercise.instruction(source).inputs
        return [self.numbers.values[node] for node in dict.fromkeys(found)]
