"""A nudge: move an input a little and see whether the result does what its gradient said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.autodiff.paths.paths import check_differentiable, leading_wires
from engine.errors import EvaluationError
from engine.graph.model import NodeId

_POINTS = 61
# A curve reaches so many nudges to both sides, so that both points lie well inside it.
_REACH = 3.0
_SMALLEST_REACH = 1e-6


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


@dataclass(frozen=True)
class NudgeAnswer:
    """One element nudged.

    Attributes:
        nudge: Predicted and true change.
        place: The element's value before.
        value: The result before; the sum of its elements, if it has several.
        slope: The gradient.
        places: Other values of the element; empty until they are computed.
        results: The result at each of them.
    """

    nudge: Nudge
    place: float
    value: float
    slope: float
    places: Array
    results: Array

    @property
    def is_finite(self) -> bool:
        """Whether there are numbers to compare."""
        return bool(np.isfinite([self.value, self.nudge.actual, self.nudge.predicted]).all())

    @property
    def is_exact(self) -> bool:
        """Whether prediction and truth differ by rounding only."""
        size = max(abs(self.value), abs(self.nudge.actual), abs(self.nudge.predicted), 1e-300)
        return abs(self.nudge.error) <= 1e-12 * size


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
    value = _checked_value(plan, target, source, index)
    before = forward_pass(plan)
    gradient = backward_pass(plan, before, target).nodes.get(source)
    moved = np.array(value)
    moved[index] += change
    after = forward_pass(plan, {source: moved})
    with np.errstate(all="ignore"):
        actual = float(np.sum(after[target]) - np.sum(before[target]))
    predicted = 0.0 if gradient is None else float(gradient[index]) * change
    return Nudge(source, index, change, predicted, actual, after)


def profile(
    plan: Plan,
    target: NodeId,
    source: NodeId,
    places: Sequence[float],
    index: tuple[int, ...] = (),
) -> Iterator[float]:
    """Compute the target at other values of one element of a source, all else as it is.

    Args:
        plan: The compiled graph.
        target: The node that is watched; the sum of its elements, if it has several.
        source: The input or parameter that takes the values.
        places: The values.
        index: Which element of the source.

    Raises:
        EvaluationError: The source has no such element, or it is a constant.
        EngineError: The target cannot be computed.

    Example:
        >>> from engine.autodiff.passes.plan import compile_plan
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> f = builder.gate("square", x)
        >>> list(profile(compile_plan(builder.build(f)), f, x, [0.0, 2.0]))
        [0.0, 4.0]
    """
    value = _checked_value(plan, target, source, index)
    for place in places:
        moved = np.array(value)
        moved[index] = place
        with np.errstate(all="ignore"):
            yield float(np.sum(forward_pass(plan, {source: moved})[target]))


def answer_nudge(
    evaluation: Evaluation, target: NodeId, source: NodeId, index: tuple[int, ...], change: float
) -> Iterator[NudgeAnswer]:
    """Nudge an element, and then compute the result along it.

    Args:
        evaluation: The graph with its values and gradients.
        target: The node that is watched; the sum of its elements, if it has several.
        source: The input or parameter that is moved.
        index: Which element of the source.
        change: How far, in the source's own units.

    Yields:
        The answer, growing until its curve is complete.

    Raises:
        EvaluationError: The source has no such element, or it is a constant.
        EngineError: The target cannot be computed.
    """
    plan = evaluation.plan
    found = nudge(plan, target, source, change, index)
    place = float(plan.sources[source][index])
    gradient = evaluation.gradients.nodes.get(source)
    slope = 0.0 if gradient is None else float(gradient[index])
    with np.errstate(all="ignore"):
        value = float(np.sum(evaluation.values[target]))
    reach = _REACH * max(abs(change), _SMALLEST_REACH)
    places = ranges.spaced(place - reach, place + reach, _POINTS)
    results: list[float] = []
    for result in profile(plan, target, source, [float(x) for x in places], index):
        results.append(result)
        yield NudgeAnswer(found, place, value, slope, places[: len(results)], np.array(results))


def moved_numbers(evaluation: Evaluation, answer: NudgeAnswer) -> dict[NodeId, float]:
    """Return how far each single number from the nudged input to the result has moved."""
    source = answer.nudge.source
    if evaluation.target is None:
        return {}
    way = {source, evaluation.target}
    way |= leading_wires(evaluation.plan.graph, source, evaluation.target).keys()
    moved = {}
    for node in way:
        before, after = evaluation.values.get(node), answer.nudge.values.get(node)
        if before is not None and after is not None and before.ndim == after.ndim == 0:
            moved[node] = float(after) - float(before)
    return moved


def _checked_value(plan: Plan, target: NodeId, source: NodeId, index: tuple[int, ...]) -> Array:
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
    return value
