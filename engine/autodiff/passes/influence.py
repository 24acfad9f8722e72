"""On which elements a target depends at all: where it does not, nothing goes back.

A maximum passes one input on and ignores the other, so that the gradient of the other is 0
whatever made it. Multiplying on would give NaN as soon as a slope behind it is infinite, as at
√x in max(√x, 0.1) for x = 0: 0·∞ is no number, although the result is 0.1 all around.

A slope that only happens to be 0 is another matter. That of (√x)² is 0·∞ at 0 too, and there no
number would be right for it: the product stays NaN, which is "undefined".
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, Shape
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.backward_walk import run_back
from engine.graph.model import NodeId

Mask = NDArray[np.bool_]


def ignores_some(plan: Plan) -> bool:
    """Whether some gate may ignore an input, so that it is worth asking where."""
    return any(item.operation.ignores for item in plan.instructions)


def is_broken(gradients: Iterable[Array]) -> bool:
    """Whether a number among some gradients is not finite."""
    # Most are single numbers, which Python looks at in a thirtieth of the time.
    return not all(
        math.isfinite(gradient) if np.ndim(gradient) == 0 else np.isfinite(gradient).all()
        for gradient in gradients
    )


def influence(plan: Plan, values: Mapping[NodeId, Array], target: NodeId) -> dict[NodeId, Mask]:
    """Return for each node on which elements of it the target may depend.

    Where a gate mixes elements, the target counts as depending on all of them as soon as it
    depends on one of the gate's.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        target: The node whose gradient is asked.

    Returns:
        Masks of the nodes' shapes; a node that leads nowhere has none.
    """
    found: dict[NodeId, Mask] = {target: np.ones(np.shape(values[target]), dtype=bool)}

    def shares(item: Instruction, mask: Mask) -> list[Mask | None]:
        inputs = tuple(values[source] for source in item.inputs)
        return [
            _share(item, mask, inputs, index) if needed else None
            for index, needed in enumerate(item.needs_gradient)
        ]

    run_back(plan.instructions, found, shares, operator.or_)
    return found


def _share(item: Instruction, mask: Mask, inputs: tuple[Array, ...], index: int) -> Mask:
    shape = np.shape(inputs[index])
    if item.operation.derivatives is None:
        return np.full(shape, bool(mask.any()))
    if item.operation.ignores:
        ignored = np.asarray(item.operation.ignores[index](*inputs, **item.settings), bool)
        mask = np.asarray(mask & ~ignored)
    return _any_over_copies(mask, shape)


def _any_over_copies(mask: Mask, shape: Shape) -> Mask:
    """Return where any copy of a broadcast element is set."""
    extra = mask.ndim - len(shape)
    mask = np.asarray(mask.any(axis=tuple(range(extra))))
    repeated = tuple(axis for axis, size in enumerate(shape) if size != mask.shape[axis])
    return np.asarray(mask.any(axis=repeated, keepdims=True)) if repeated else mask
