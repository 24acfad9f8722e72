"""On which elements a target depends, and which elements a source moves, through a whole graph.

What a single gate lets through is said in `engine/operations/ignoring.py`.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.backward_walk import run_back
from engine.graph.model import NodeId
from engine.operations.ignoring import Application, Mask


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


def applied(item: Instruction, values: Mapping[NodeId, Array]) -> Application:
    """Return a gate's operation at the values of a forward pass."""
    inputs = tuple(values[source] for source in item.inputs)
    return Application(item.operation, item.settings, inputs, values[item.node])


def influence(
    plan: Plan, values: Mapping[NodeId, Array], seed: Mapping[NodeId, Array]
) -> dict[NodeId, Mask]:
    """Return for each node on which elements of it the target may depend.

    Where a gate mixes elements and it is not known how, the target counts as depending on all of
    them as soon as it depends on one of the gate's.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        seed: The gradient at the node whose gradient is asked, which does not ask for what is 0.

    Returns:
        Masks of the nodes' shapes; a node that leads nowhere has none.
    """
    found: dict[NodeId, Mask] = {node: np.asarray(start != 0) for node, start in seed.items()}

    def shares(item: Instruction, mask: Mask) -> list[Mask | None]:
        gate = applied(item, values)
        return [
            gate.listening(index, mask) if needed else None
            for index, needed in enumerate(item.needs_gradient)
        ]

    run_back(plan.instructions, found, shares, operator.or_)
    return found
