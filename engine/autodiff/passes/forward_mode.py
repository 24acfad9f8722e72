"""Forward mode: one input's derivative pushed through every node.

Griewank and Walther, Evaluating Derivatives, 2008, section 3.1.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.model import NodeId


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
    tangents: dict[NodeId, Array] = {
        source: np.broadcast_to(np.asarray(tangent, np.float64), values[source].shape)
    }
    with np.errstate(all="ignore"):
        for item in plan.instructions:
            shares = _shares(item, values, tangents)
            if shares:
                tangents[item.node] = np.asarray(sum(shares[1:], start=shares[0]))
    return tangents


def _shares(
    item: Instruction, values: Mapping[NodeId, Array], tangents: Mapping[NodeId, Array]
) -> list[Array]:
    """Return what the inputs that move add to a gate's tangent."""
    inputs = tuple(values[node] for node in item.inputs)
    output = values[item.node]
    return [
        jvp(tangents[node], output, *inputs, **item.settings)
        for jvp, node in zip(item.operation.jvps, item.inputs, strict=True)
        if node in tangents
    ]
