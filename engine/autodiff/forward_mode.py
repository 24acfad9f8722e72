"""Forward mode: one input's derivative pushed through every node.

Griewank and Walther, Evaluating Derivatives, 2008, section 3.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.plan import Instruction, Plan, compile_plan
from engine.autodiff.reverse import local_gradients
from engine.graph.folding import Folding
from engine.graph.model import NodeId
from engine.operations.operation import Operation


@dataclass(frozen=True, slots=True)
class TangentStep:
    """One gate passed by a tangent.

    Attributes:
        node: The gate.
        operation: Its record.
        inputs: The values at its input ports.
        output: Its value.
        moved: The tangent at each input port; None where the moving source does not reach.
        local: For each input the elementwise local gradient, or None where the gate's Jacobian is
            not diagonal (it is never built) or nothing moves.
        shares: What each input adds to the output's tangent, local × moved; None where it adds
            nothing.
        tangent: The sum of the shares, of the output's shape.
    """

    node: NodeId
    operation: Operation
    inputs: tuple[Array, ...]
    output: Array
    moved: tuple[Array | None, ...]
    local: tuple[Array | None, ...]
    shares: tuple[Array | None, ...]
    tangent: Array


def unit_tangent(value: Array, index: tuple[int, ...] = ()) -> Array:
    """Return the direction in which one element of a source moves: 1 there, 0 elsewhere.

    Raises:
        IndexError: The source has no such element.

    Example:
        >>> unit_tangent(np.zeros(3), (1,))
        array([0., 1., 0.])
    """
    tangent = np.zeros_like(value)
    tangent[index] = 1.0
    return tangent


def push_forward(
    plan: Plan, values: Mapping[NodeId, Array], source: NodeId, tangent: ArrayLike
) -> dict[NodeId, Array]:
    """Return how every node changes when one source moves in a direction.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        source: The source that moves.
        tangent: The direction, of the source's shape: the change per unit.

    Returns:
        The tangent of the source and of each node that depends on it, each of the node's shape.
    """
    tangents = _seeded(values, source, tangent)
    with np.errstate(all="ignore"):
        for item in plan.instructions:
            total = _sum(_shares(item, values, tangents))
            if total is not None:
                tangents[item.node] = total
    return tangents


def tangent_steps(
    plan: Plan, values: Mapping[NodeId, Array], source: NodeId, tangent: ArrayLike
) -> Iterator[TangentStep]:
    """Walk the same pass one gate at a time; the arguments are those of ``push_forward``.

    Gates that the source does not reach are passed over: nothing moves there.

    Example:
        >>> from engine.autodiff.reverse import forward_pass
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> plan = compile_plan(builder.build(builder.gate("square", x)))
        >>> [float(step.tangent) for step in tangent_steps(plan, forward_pass(plan), x, 1.0)]
        [6.0]
    """
    tangents = _seeded(values, source, tangent)
    for item in plan.instructions:
        with np.errstate(all="ignore"):
            shares = _shares(item, values, tangents)
            total = _sum(shares)
        if total is None:
            continue
        tangents[item.node] = total
        yield _step(item, values, tangents, shares)


def folded_tangent_steps(
    folding: Folding, values: Mapping[NodeId, Array], tangents: Mapping[NodeId, Array]
) -> Iterator[TangentStep]:
    """Walk the gates that are drawn and that a tangent reaches, each group as one step.

    The tangents are those of the pass over the whole graph, so that they do not depend on how it
    is folded.

    Args:
        folding: How the graph is drawn.
        values: What the forward pass over the whole graph returned.
        tangents: What ``push_forward`` through the whole graph returned.
    """
    for item in compile_plan(folding.graph).instructions:
        if item.node in tangents:
            with np.errstate(all="ignore"):
                shares = _shares(item, values, tangents)
            yield _step(item, values, tangents, shares)


def _seeded(
    values: Mapping[NodeId, Array], source: NodeId, tangent: ArrayLike
) -> dict[NodeId, Array]:
    return {source: np.broadcast_to(np.asarray(tangent, np.float64), values[source].shape)}


def _shares(
    item: Instruction, values: Mapping[NodeId, Array], tangents: Mapping[NodeId, Array]
) -> tuple[Array | None, ...]:
    inputs = tuple(values[node] for node in item.inputs)
    output = values[item.node]
    return tuple(
        jvp(tangents[node], output, *inputs, **item.settings) if node in tangents else None
        for jvp, node in zip(item.operation.jvps, item.inputs, strict=True)
    )


def _sum(shares: tuple[Array | None, ...]) -> Array | None:
    found = [share for share in shares if share is not None]
    return np.asarray(sum(found[1:], start=found[0])) if found else None


def _step(
    item: Instruction,
    values: Mapping[NodeId, Array],
    tangents: Mapping[NodeId, Array],
    shares: tuple[Array | None, ...],
) -> TangentStep:
    with np.errstate(all="ignore"):
        local = local_gradients(item, values)
    return TangentStep(
        item.node,
        item.operation,
        tuple(values[node] for node in item.inputs),
        values[item.node],
        tuple(tangents.get(node) for node in item.inputs),
        tuple(
            slope if share is not None else None for slope, share in zip(local, shares, strict=True)
        ),
        shares,
        tangents[item.node],
    )
