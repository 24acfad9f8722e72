"""Everything that a graph's numbers say at once: values, gradients, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.diagnosis import non_finite_gradients, non_finite_values
from engine.autodiff.passes.plan import Plan, compile_plan, plan_with_values
from engine.autodiff.passes.reverse import Gradients, backward_pass, forward_pass
from engine.errors import EngineError
from engine.graph.model import Graph, NodeId


@dataclass(frozen=True)
class Evaluation:
    """A graph's numbers.

    Attributes:
        plan: The compiled graph.
        values: The value of each node that can be computed.
        target: The node whose gradient was asked, or None where there is none yet.
        gradients: What the backward pass from the target found.
        problems: The nodes that cannot be computed, whose value is not finite, or that make a
            gradient that is not finite, and why: each where it begins.
    """

    plan: Plan
    values: Mapping[NodeId, Array]
    target: NodeId | None
    gradients: Gradients
    problems: Mapping[NodeId, EngineError]


def evaluate(graph: Graph, previous: Evaluation | None = None) -> Evaluation:
    """Run both passes over as much of a graph as is finished.

    Args:
        graph: The graph.
        previous: An evaluation of the graph before an edit. If the edit only gave sources other
            values of the same shape, or chose another result, its plan is used again.

    Example:
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> result = evaluate(builder.build(builder.gate("square", x)))
        >>> float(result.values[result.target]), float(result.gradients.nodes[x])
        (9.0, 6.0)
    """
    plan = None if previous is None else plan_with_values(previous.plan, graph)
    if plan is None:
        plan = compile_plan(graph)
    values = forward_pass(plan)
    target = graph.result
    gradients = Gradients({}, {})
    if target is not None and target in values:
        gradients = backward_pass(plan, values, target)
    problems = {**plan.problems, **dict(non_finite_values(plan, values))}
    # Beside a result that is no number its gradient is no news.
    if target is not None and target in values and np.isfinite(values[target]).all():
        for node, cause in non_finite_gradients(plan, values, target, gradients):
            problems.setdefault(node, cause)
    return Evaluation(plan, values, target, gradients, problems)
