"""Forward mode: one input's derivative pushed through every node.

Griewank and Walther, Evaluating Derivatives, 2008, section 3.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.passes.influence import applied, ignores_some, is_broken
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.model import NodeId
from engine.operations.ignoring import Mask


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
    start = np.broadcast_to(np.asarray(tangent, np.float64), values[source].shape)
    with np.errstate(all="ignore"):
        tangents = _all_the_way(plan, values, source, start, {})
        if not is_broken(tangents.values()) or (start.all() and not ignores_some(plan)):
            return tangents
        # 0 times an infinite slope: what does not move is left out, which takes another walk.
        return _all_the_way(plan, values, source, start, {source: np.asarray(start != 0)})


def _all_the_way(
    plan: Plan,
    values: Mapping[NodeId, Array],
    source: NodeId,
    start: Array,
    masks: dict[NodeId, Mask],
) -> dict[NodeId, Array]:
    """Walk through every gate.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        source: The source that moves.
        start: Its tangent.
        masks: Which of its elements move, to which those of all other nodes are added; without it
            nothing is left out.

    Returns:
        The tangents of all nodes that are reached.
    """
    tangents = {source: start}
    for item in plan.instructions:
        ports = [index for index, node in enumerate(item.inputs) if node in tangents]
        if not ports:
            continue
        if masks:
            shares, moving = _moved(item, ports, values, tangents, masks)
            masks[item.node] = moving
        else:
            shares = _shares(item, ports, values, tangents)
        tangents[item.node] = np.asarray(sum(shares[1:], start=shares[0]))
    return tangents


def _shares(
    item: Instruction,
    ports: Sequence[int],
    values: Mapping[NodeId, Array],
    tangents: Mapping[NodeId, Array],
) -> list[Array]:
    """Return what the inputs that move add to a gate's tangent."""
    inputs = tuple(values[node] for node in item.inputs)
    output = values[item.node]
    return [
        item.operation.jvps[index](tangents[item.inputs[index]], output, *inputs, **item.settings)
        for index in ports
    ]


def _moved(
    item: Instruction,
    ports: Sequence[int],
    values: Mapping[NodeId, Array],
    tangents: Mapping[NodeId, Array],
    masks: Mapping[NodeId, Mask],
) -> tuple[list[Array], Mask]:
    """Return the same with 0 where an input moves nothing, and which elements move at all."""
    gate = applied(item, values)
    nodes = [item.inputs[index] for index in ports]
    shares = [
        gate.push_forward(index, tangents[node], masks[node])
        for index, node in zip(ports, nodes, strict=True)
    ]
    moving = [gate.moving(index, masks[node]) for index, node in zip(ports, nodes, strict=True)]
    return shares, np.asarray(np.logical_or.reduce(moving))
