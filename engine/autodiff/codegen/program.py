"""A program: one plan lowered for running many thousand times a second.

The plain passes (``passes.reverse``) serve every graph and keep every wire's gradient, for
people to read. A training loop and a loss surface ask for one value and a few gradients again and
again. For them the plan is narrowed: what depends on nothing that changes is computed once, and
the backward pass only walks towards what was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.choice import PassFunction, compile_passes
from engine.autodiff.passes.influence import ignores_some, is_broken
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import backward_pass
from engine.graph.backward_walk import run_back
from engine.graph.model import NodeId
from engine.graph.topology import ancestors

# The values of one forward pass.
Slots = dict[NodeId, Any]


@dataclass(frozen=True, slots=True)
class _Gate:
    """One gate: its functions, what it reads and writes, and the gradients that it passes back.

    Attributes:
        node: Where its value goes.
        forward: How it computes, its settings put in.
        operands: What it reads.
        inputs: To which of them a gradient goes back.
        pull_backs: For each of those how, settings put in.
    """

    node: NodeId
    forward: Callable[..., Any]
    operands: tuple[NodeId, ...]
    inputs: tuple[NodeId, ...]
    pull_backs: tuple[Callable[..., Any], ...]


class Program:
    """Computes one node's value, and its gradient with respect to some sources.

    It is not changed by running, so that several threads may use one.

    Attributes:
        plan: The compiled graph.
        target: The node whose value and gradient it computes.

    Example:
        >>> from engine.autodiff.passes.plan import compile_plan
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
        self._ignores_some = ignores_some(plan)
        needed = {target, *ancestors(plan.graph, target), *changing}
        self._values: Slots = {node: it for node, it in plan.sources.items() if node in needed}
        self.plan, self.target = plan, target
        self._changing, self._asked = tuple(changing), tuple(asked)
        self._gates = self._lowered(plan, needed, set(changing), set(asked))
        self._backward = [gate for gate in self._gates if gate.inputs]

    def _lowered(
        self, plan: Plan, needed: set[NodeId], moving: set[NodeId], learning: set[NodeId]
    ) -> list[_Gate]:
        """Return the gates that must run each time; the others run here, once."""
        gates = []
        for item in plan.instructions:
            if item.node not in needed:
                continue
            gate = _gate(item, learning)
            if gate.inputs:
                learning.add(item.node)
            if moving.isdisjoint(item.inputs):
                _run([gate], self._values)
            else:
                moving.add(item.node)
                gates.append(gate)
        return gates

    def forward(self, *changed: Array) -> Slots:
        """Compute everything at other values of the changing sources, given in their order.

        A shape may differ from the plan's where every gate after it works element by element.

        Returns:
            All values, for ``value`` and ``backward``.
        """
        values = {**self._values, **dict(zip(self._changing, changed, strict=True))}
        _run(self._gates, values)
        return values

    def value(self, values: Slots, node: NodeId | None = None) -> Array:
        """Return a node's value in a forward pass, by default the target's."""
        return np.asarray(values[self.target if node is None else node])

    def backward(self, values: Slots) -> list[Array]:
        """Return the gradients asked for, at the values of a forward pass.

        The seed is 1 in every element of the target, so that for an elementwise graph over many
        points each point gets its own derivative. Where the target does not depend on a source,
        its gradient is 0.
        """
        gradients: dict[NodeId, Any] = {self.target: np.ones(np.shape(values[self.target]))}

        value_of = values.__getitem__

        def pull_back(gate: _Gate, upstream: Any) -> list[Any]:
            output = values[gate.node]
            operands = tuple(map(value_of, gate.operands))
            return [function(upstream, output, *operands) for function in gate.pull_backs]

        with np.errstate(all="ignore"):
            run_back(self._backward, gradients, pull_back)
        found = [
            np.asarray(gradients[node]) if node in gradients else np.zeros(np.shape(values[node]))
            for node in self._asked
        ]
        if self._ignores_some and is_broken(found):
            return self._by_passes(values)
        return found

    def _by_passes(self, values: Slots) -> list[Array]:
        """Return the gradients by the graph's own pass, which leaves out what is ignored."""
        known = {node: np.asarray(value) for node, value in values.items()}
        nodes = backward_pass(self.plan, known, self.target).nodes
        return [nodes.get(node, np.zeros(known[node].shape)) for node in self._asked]

    def compiled(self) -> PassFunction:
        """Return both passes fused, in the form that is quickest for the plan's shapes.

        ``f(*changed) -> (value, gradients)`` agrees with ``forward`` and ``backward`` to 1e−12. It
        is compiled anew with each call, may own arrays that each run overwrites, and takes the
        shapes of the plan only: make one for each thread, and use it often.
        """
        return compile_passes(self.plan, self.target, self._changing, self._asked)


def _gate(item: Instruction, learning: Container[NodeId]) -> _Gate:
    def bound(function: Callable[..., Any]) -> Callable[..., Any]:
        return partial(function, **item.settings) if item.settings else function

    ways = [
        (source, bound(vjp))
        for source, vjp in zip(item.inputs, item.operation.vjps, strict=True)
        if source in learning
    ]
    return _Gate(
        item.node,
        bound(item.operation.forward),
        item.inputs,
        tuple(source for source, _ in ways),
        tuple(function for _, function in ways),
    )


def _run(gates: Sequence[_Gate], values: Slots) -> None:
    """Compute some gates, and keep what their functions give as it is."""
    value_of = values.__getitem__
    with np.errstate(all="ignore"):
        for gate in gates:
            values[gate.node] = gate.forward(*map(value_of, gate.operands))
