"""A program: one plan lowered for running many thousand times a second.

The passes in ``engine.autodiff.reverse`` serve every graph and keep every wire's gradient, for
people to read. A training loop and a loss surface ask for one value and a few gradients again and
again. For them the plan is lowered once more: values live in a list of slots, what depends on
nothing that changes is computed once, and the backward pass only walks towards what was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.choice import PassFunction, compile_passes
from engine.autodiff.influence import ignores_some, is_broken
from engine.autodiff.plan import Instruction, Plan
from engine.autodiff.reverse import backward_pass
from engine.graph.model import NodeId
from engine.graph.topology import ancestors

# The values of one forward pass, one for each slot.
Slots = list[Any]


@dataclass(frozen=True, slots=True)
class _Gate:
    """One gate: its functions, the slots it reads and writes, and the gradients it passes back."""

    forward: Callable[..., Any]
    output: int
    inputs: tuple[int, ...]
    pull_backs: tuple[tuple[int, Callable[..., Any]], ...]


class Program:
    """Computes one node's value, and its gradient with respect to some sources.

    It is not changed by running, so that several threads may use one.

    Example:
        >>> from engine.autodiff.plan import compile_plan
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> y = builder.gate("square", x)
        >>> program = Program(compile_plan(builder.build(y)), y, changing=[x], asked=[x])
        >>> values = program.forward(np.array(5.0))
        >>> float(program.value(values)), float(program.backward(values)[0])
        (25.0, 10.0)
    """

    def __init__(
        self,
        plan: Plan,
        target: NodeId,
        *,
        changing: Sequence[NodeId],
        asked: Sequence[NodeId],
    ) -> None:
        """Lower a plan.

        Args:
            plan: The compiled graph.
            target: The node whose value and gradient are wanted.
            changing: The sources that ``forward`` takes other values of, in that order.
            asked: The sources whose gradients are wanted, in the order in which ``backward``
                returns them. They must be among those that change.

        Raises:
            EngineError: The target cannot be computed.
        """
        plan.check_target(target)
        self._arguments = (plan, target, tuple(changing), tuple(asked))
        self._ignores_some = ignores_some(plan)
        needed = {target, *ancestors(plan.graph, target), *changing}
        self._slots = {node: slot for slot, node in enumerate(sorted(needed))}
        self._values: Slots = [None] * len(self._slots)
        for node, value in plan.sources.items():
            if node in needed:
                self._values[self._slots[node]] = value
        self._changing = tuple(self._slots[node] for node in changing)
        self._asked = tuple(self._slots[node] for node in asked)
        self._target = self._slots[target]
        self._gates = self._lowered(plan, set(changing), set(asked))
        self._backward = tuple(gate for gate in reversed(self._gates) if gate.pull_backs)

    def _lowered(self, plan: Plan, moving: set[NodeId], learning: set[NodeId]) -> tuple[_Gate, ...]:
        """Return the gates that must run each time; the others run here, once."""
        gates = []
        for item in plan.instructions:
            if item.node not in self._slots:
                continue
            gate = self._gate(item, learning)
            if moving.isdisjoint(item.inputs):
                self._run(gate)
            else:
                moving.add(item.node)
                gates.append(gate)
            if gate.pull_backs:
                learning.add(item.node)
        return tuple(gates)

    def _gate(self, item: Instruction, learning: set[NodeId]) -> _Gate:
        def bound(function: Callable[..., Any]) -> Callable[..., Any]:
            return partial(function, **item.settings) if item.settings else function

        return _Gate(
            bound(item.operation.forward),
            self._slots[item.node],
            tuple(self._slots[source] for source in item.inputs),
            tuple(
                (self._slots[source], bound(vjp))
                for source, vjp in zip(item.inputs, item.operation.vjps, strict=True)
                if source in learning
            ),
        )

    def _run(self, gate: _Gate) -> None:
        values = self._values
        with np.errstate(all="ignore"):
            values[gate.output] = gate.forward(*[values[slot] for slot in gate.inputs])

    def forward(self, *changed: Array) -> Slots:
        """Compute everything at other values of the changing sources, given in their order.

        A shape may differ from the plan's where every gate after it works element by element.

        Returns:
            All values, for ``value`` and ``backward``.
        """
        values = self._values.copy()
        for slot, given in zip(self._changing, changed, strict=True):
            values[slot] = given
        with np.errstate(all="ignore"):
            for gate in self._gates:
                values[gate.output] = gate.forward(*[values[slot] for slot in gate.inputs])
        return values

    def value(self, values: Slots, node: NodeId | None = None) -> Array:
        """Return a node's value in a forward pass, by default the target's."""
        return np.asarray(values[self._target if node is None else self._slots[node]])

    def backward(self, values: Slots) -> list[Array]:
        """Return the gradients asked for, at the values of a forward pass.

        The seed is 1 in every element of the target, so that for an elementwise graph over many
        points each point gets its own derivative. Where the target does not depend on a source,
        its gradient is 0.
        """
        gradients: dict[int, Any] = {self._target: np.ones(np.shape(values[self._target]))}
        with np.errstate(all="ignore"):
            for gate in self._backward:
                # It is there: the target depends on every gate that hands a gradient back.
                upstream = gradients[gate.output]
                output = values[gate.output]
                inputs = [values[slot] for slot in gate.inputs]
                for slot, pull_back in gate.pull_backs:
                    gradient = pull_back(upstream, output, *inputs)
                    known = gradients.get(slot)
                    gradients[slot] = gradient if known is None else known + gradient
        found = [
            np.asarray(gradients[slot]) if slot in gradients else np.zeros(np.shape(values[slot]))
            for slot in self._asked
        ]
        if self._ignores_some and is_broken(found):
            return self._by_passes(values)
        return found

    def _by_passes(self, values: Slots) -> list[Array]:
        """Return the gradients by the graph's own pass, which leaves out what is ignored."""
        plan, target, _changing, asked = self._arguments
        known = {node: np.asarray(values[slot]) for node, slot in self._slots.items()}
        nodes = backward_pass(plan, known, target).nodes
        return [nodes.get(node, np.zeros(known[node].shape)) for node in asked]

    def compiled(self) -> PassFunction:
        """Return both passes fused, in the form that is quickest for the plan's shapes.

        ``f(*changed) -> (value, gradients)`` agrees with ``forward`` and ``backward`` to 1e−12. It
        is compiled anew with each call, may own arrays that each run overwrites, and takes the
        shapes of the plan only: make one for each thread, and use it often.
        """
        return compile_passes(*self._arguments)
