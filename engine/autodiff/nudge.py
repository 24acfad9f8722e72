"""A nudge: move an input a little and see whether the result does what its gradient said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.paths import check_differentiable
from engine.autodiff.plan import Plan
from engine.autodiff.reverse import backward_pass, forward_pass
from engine.errors import EvaluationError
from engine.graph.model import NodeId


@dataclass(frozen=True)
class Nudge:
    """One element of a source moved.

    Attributes:
        source: The source.
        index: Which of its elements; () for a scalar.
        change: How far it was moved, Δ.
        predicted: What the gradient says: gradient · Δ.
        actual: How the target changed; the sum of its elements, if it has several.
        values: The value of every node after the nudge.
    """

    source: NodeId
    index: tuple[int, ...]
    change: float
    predicted: float
    actual: float
    values: Mapping[NodeId, Array]

    @property
    def error(self) -> float:
        """How far the truth is from the prediction: about ½·f″·Δ², a quarter at half the nudge."""
        return self.actual - self.predicted


def nudge(
    plan: Plan, target: NodeId, source: NodeId, change: float, index: tuple[int, ...] = ()
) -> Nudge:
    """Move one element of a source, and compare the predicted with the true change of a target.

    The prediction is the tangent's: f(x + Δ) = f(x) + f′(x)·Δ + O(Δ²) (Taylor's theorem, e.g.
    Spivak, Calculus, chapter 20).

    Args:
        plan: The compiled graph.
        target: The node that is watched.
        source: The input or parameter that is moved.
        change: How far, in the source's own units.
        index: Which element of the source.

    Raises:
        EvaluationError: The source has no such element, or it is a constant.
        EngineError: The target cannot be computed.
    """
    check_differentiable(plan, source, target)
    value = plan.sources.get(source)
    if value is None:
        raise EvaluationError(
            "nudge_of_gate", "Only inputs and parameters can be nudged; gates compute their value."
        )
    if len(index) != value.ndim or not all(
        0 <= place < size for place, size in zip(index, value.shape, strict=True)
    ):
        raise EvaluationError(
            "no_such_element",
            f"{plan.graph.nodes[source].name} has no element {list(index)}.",
            node=plan.graph.nodes[source].name,
            index=str(list(index)),
        )
    before = forward_pass(plan)
    gradient = backward_pass(plan, before, target).nodes.get(source)
    moved = np.array(value)
    moved[index] += change
    after = forward_pass(plan, {source: moved})
    with np.errstate(all="ignore"):
        actual = float(np.sum(after[target]) - np.sum(before[target]))
    predicted = 0.0 if gradient is None else float(gradient[index]) * change
    return Nudge(source, index, change, predicted, actual, after)
