"""A plan of elementwise gates made fast: the same passes over a flat list of slots.

The passes in ``engine.autodiff`` serve every graph and keep every wire's gradient. A surface needs
two partial derivatives thousands of times a second, so its plan is lowered once more: values live
in a list, what only constants feed is computed once, and nothing is kept but the two answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Instruction, Plan
from engine.errors import EvaluationError
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


@dataclass(frozen=True, slots=True)
class _Gate:
    """One gate: its functions, and the slots that they read and write."""

    forward: Callable[..., Any]
    output: int
    inputs: tuple[int, ...]
    local: tuple[tuple[int, Callable[..., Any]], ...]


class ElementwiseSchedule:
    """Values and partial derivatives of a scalar graph, at many points at once."""

    def __init__(self, plan: Plan, variables: Sequence[NodeId | None], target: NodeId) -> None:
        """Lower a plan.

        Args:
            plan: A plan whose gates before the target are all elementwise.
            variables: The sources that ``value`` and ``gradient`` take, in order; None for a
                variable that the graph does not mention.
            target: The node that is the function's value.

        Raises:
            EvaluationError: A gate is not elementwise, such as a matrix product.
        """
        self._initial: list[Any] = [None] * len(variables)
        slots = {node: slot for slot, node in enumerate(variables) if node is not None}
        gates: list[_Gate] = []
        needed = {target, *ancestors(plan.graph, target)}
        for node, value in plan.sources.items():
            if node in needed and node not in slots:
                slots[node] = len(self._initial)
                self._initial.append(value)
        for item in plan.instructions:
            if item.node not in needed:
                continue
            slots[item.node] = len(self._initial)
            gate = _lower(item, slots)
            if gate.local:
                gates.append(gate)
                self._initial.append(None)
            else:
                self._initial.append(gate.forward(*(self._initial[slot] for slot in gate.inputs)))
        self._gates = tuple(gates)
        self._backward = tuple(reversed(gates))
        self._target = slots[target]

    def value(self, *points: Array) -> Array:
        """Return the target's values; the arguments are the variables' arrays, of one shape."""
        with np.errstate(all="ignore"):
            values = self._forward(points)
        return np.broadcast_to(values[self._target], np.shape(points[0]))

    def gradient(self, *points: Array) -> tuple[Array, ...]:
        """Return the partial derivative along each variable, of the points' shape.

        The gradient of a sum over the points holds each point's own derivative, so one backward
        pass from ones serves them all.
        """
        shape = np.shape(points[0])
        with np.errstate(all="ignore"):
            values = self._forward(points)
            upstream: list[Any] = [None] * len(values)
            upstream[self._target] = np.ones(shape)
            for gate in self._backward:
                _pass_back(gate, values, upstream)
        return tuple(
            np.zeros(shape) if slope is None else np.broadcast_to(slope, shape)
            for slope in upstream[: len(points)]
        )

    def _forward(self, points: tuple[Array, ...]) -> list[Any]:
        values = self._initial.copy()
        values[: len(points)] = points
        for gate in self._gates:
            values[gate.output] = gate.forward(*[values[slot] for slot in gate.inputs])
        return values


def _lower(item: Instruction, slots: dict[NodeId, int]) -> _Gate:
    operation, settings = item.operation, item.settings
    if operation.derivatives is None:
        raise EvaluationError(
            "not_elementwise",
            f"A surface is made of elementwise operations, and “{operation.title}” is none.",
            operation=operation.title,
        )

    def bound(function: Callable[..., Any]) -> Callable[..., Any]:
        return partial(function, **settings) if settings else function

    inputs = tuple(slots[source] for source in item.inputs)
    local = tuple(
        (slot, bound(derivative))
        for slot, derivative, needed in zip(
            inputs, operation.derivatives, item.needs_gradient, strict=True
        )
        if needed
    )
    return _Gate(bound(operation.forward), slots[item.node], inputs, local)


def _pass_back(gate: _Gate, values: list[Any], upstream: list[Any]) -> None:
    """Apply downstream = local × upstream, and sum where branches meet."""
    above = upstream[gate.output]
    inputs = [values[slot] for slot in gate.inputs]
    for slot, derivative in gate.local:
        local = derivative(values[gate.output], *inputs)
        # A sum hands its gradient on unchanged, and half of all gates are sums.
        downstream = above if isinstance(local, float) and local == 1.0 else above * local
        known = upstream[slot]
        upstream[slot] = downstream if known is None else known + downstream
