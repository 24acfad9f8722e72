"""The forward and the backward pass as a learner walks them where groups are folded.

Each group is one step. The numbers are those of the passes over the whole graph, regrouped and not
computed again, so that they do not depend on how the graph is folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Plan, compile_plan
from engine.autodiff.reverse import BackwardStep, ForwardStep, Gradients, local_gradients
from engine.graph.folding import Folding
from engine.graph.model import InputPort, NodeId


def folded_forward_steps(folding: Folding, values: Mapping[NodeId, Array]) -> Iterator[ForwardStep]:
    """Walk the gates that are drawn, each after its inputs.

    Args:
        folding: How the graph is drawn.
        values: What the forward pass over the whole graph returned.
    """
    for item in compile_plan(folding.graph).instructions:
        if item.node not in values:
            # The whole graph is too large to be computed, though it is not where it is folded.
            continue
        inputs = tuple(values[source] for source in item.inputs)
        yield ForwardStep(item.node, item.operation, inputs, values[item.node])


def folded_backward_steps(
    folding: Folding, values: Mapping[NodeId, Array], gradients: Gradients
) -> Iterator[BackwardStep]:
    """Walk the gates that are drawn and through which a gradient flows, in reverse order.

    A group's local gradient is the simplified one where it has one, such as σ(1 − σ).

    Args:
        folding: How the graph is drawn.
        values: What the forward pass over the whole graph returned.
        gradients: What the backward pass over the whole graph returned.
    """
    plan: Plan = compile_plan(folding.graph)
    for item in reversed(plan.instructions):
        if item.node not in gradients.nodes:
            continue
        with np.errstate(all="ignore"):
            local = local_gradients(item, values)
        ports = (InputPort(item.node, index) for index in range(len(item.inputs)))
        yield BackwardStep(
            item.node,
            item.operation,
            gradients.nodes[item.node],
            tuple(values[source] for source in item.inputs),
            values[item.node],
            local,
            tuple(_downstream(folding, port, gradients) for port in ports),
        )


def _downstream(folding: Folding, port: InputPort, gradients: Gradients) -> Array | None:
    """Return the sum of what comes back along the wires that a drawn one stands for."""
    shares = [gradients.wires[wire] for wire in folding.wires[port] if wire in gradients.wires]
    return np.asarray(sum(shares[1:], start=shares[0])) if shares else None
