"""The local gradients along the wires between two nodes, as numbers and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.arrays import Array, Shape
from engine.autodiff.costs.counting import count_call
from engine.autodiff.passes.plan import Plan
from engine.autodiff.paths.paths import check_differentiable, leading_wires, local_factor
from engine.errors import EvaluationError
from engine.graph.model import InputPort, NodeId
from engine.operations.operation import Operation

_MOST_WIRES = 200
# Any number; what is computed from it is not looked at where nothing is computed.
_SAMPLE = 0.5


def path_factors(
    plan: Plan, values: Mapping[NodeId, Array], source: NodeId, target: NodeId
) -> dict[InputPort, float]:
    """Return the local gradient along each wire between two nodes, all of them scalars.

    Raises:
        EvaluationError: Some node between them is not a scalar, so that local gradients are
            matrices; no gradient flows to the source; or there are too many wires.
    """
    check_differentiable(plan, source, target)
    wires = leading_wires(plan.graph, source, target)
    check_scalars(plan, wires, target)
    instructions = {item.node: item for item in plan.instructions}
    factors: dict[InputPort, float] = {}
    for wire in (wire for leaving in wires.values() for wire in leaving):
        local = local_factor(instructions[wire.node], values, wire.index)
        assert local is not None
        factors[wire] = float(local)
    return factors


def hands_on(
    operation: Operation, index: int, settings: Mapping[str, float], inputs: Sequence[Shape]
) -> bool:
    """Return whether a gate between numbers hands the gradient on as it is, as an add gate does.

    That is so where the pull-back does not compute anything and still returns what it is given: a
    group in which an input is silenced computes nothing either, but returns 0.

    Args:
        operation: The gate's record.
        index: The input.
        settings: All its settings.
        inputs: The shapes of its inputs; its output is a number.
    """
    vjp = operation.vjps[index]
    if count_call(vjp, (), (), *inputs, **settings).total:
        return False
    samples = (np.full(shape, _SAMPLE) for shape in inputs)
    return bool(np.all(vjp(np.ones(()), np.asarray(_SAMPLE), *samples, **settings) == 1.0))


def check_scalars(plan: Plan, wires: Mapping[NodeId, list[InputPort]], target: NodeId) -> None:
    """Check that wires lie between scalars only, and are not too many to be told.

    Raises:
        EvaluationError: They do not, or they are.
    """
    for node in [*wires, target]:
        if plan.shapes[node] != ():
            found = plan.graph.nodes[node]
            label = found.name or found.record.title
            raise EvaluationError(
                "not_scalar",
                f"{label} is not a single number, so the local gradients along a path are "
                "matrices, whose products have no factored form to write here.",
                node=label,
            )
    if sum(map(len, wires.values())) > _MOST_WIRES:
        raise EvaluationError(
            "too_many_wires",
            f"More than {_MOST_WIRES} wires lie between these nodes; choose nodes that are nearer "
            "to each other.",
            most=_MOST_WIRES,
        )
