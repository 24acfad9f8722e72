"""What a nudge shows: predicted and true change, and the result along the nudged input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.paths.nudge import Nudge, nudge, profile
from engine.graph.model import NodeId

_POINTS = 61
# The plot reaches so many nudges to both sides, so that both points lie well inside it.
_REACH = 3.0
_SMALLEST_REACH = 1e-6


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


def answer_nudge(
    evaluation: Evaluation, target: NodeId, source: NodeId, index: tuple[int, ...], change: float
) -> Iterator[NudgeAnswer]:
    """Nudge an element, and then compute the result along it.

    Yields:
        The answer, growing until its curve is complete.
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
