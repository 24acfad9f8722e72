"""The numerical check for every step at once: where it truncates, where it rounds off.

The central difference (f(x + h) − f(x − h)) / 2h misses the derivative by about h²·f‴/6, which a
small h cures, and by about ε·f/h, because two nearly equal numbers are subtracted, which a small h
makes worse (Press et al., Numerical Recipes, 2007, section 5.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from engine.arrays import Array
from engine.autodiff.checks.check_sample import sample_places
from engine.autodiff.checks.element_check import relative_error
from engine.autodiff.checks.gradient_check import Checking, central_difference
from engine.autodiff.passes.plan import Plan
from engine.graph.model import NodeId
from engine.graph.topology import ancestors

LARGEST_STEP, SMALLEST_STEP = 1e-1, 1e-12
STEPS: tuple[float, ...] = tuple(float(step) for step in np.logspace(-1, -12, 45))
"""The steps of a study, four in each power of ten."""

# Round-off is estimated, and several gates round: errors within this factor of it are its own.
_ROUNDINGS = 3.0


class ErrorSource(Enum):
    """What a numerical gradient is off by: h is too large for the one, too small for the other."""

    TRUNCATION = "truncation"
    ROUND_OFF = "round-off"


@dataclass(frozen=True, slots=True)
class StepError:
    """How well the numerical gradient agrees at one step.

    Attributes:
        step: The h of the central difference.
        error: The largest relative error among all inputs and parameters.
        source: What the worst of them is off by.
        checked: How many elements of them were checked.
        elements: How many elements they have.
    """

    step: float
    error: float
    source: ErrorSource
    checked: int = 0
    elements: int = 0


def study_portions(
    plan: Plan,
    target: NodeId,
    values: Mapping[NodeId, Array],
    gradients: Mapping[NodeId, Array],
    steps: Sequence[float] = STEPS,
) -> Iterator[Checking | StepError]:
    """Check the gradient of a node with one step after the other.

    Of large sources a sample is checked, as ``StepError.checked`` says.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        values: What the forward pass returned.
        gradients: What the backward pass from the target found.
        steps: Each h to check with.

    Yields:
        A ``Checking`` after each small portion of the work, and for each step its ``StepError``.
    """
    sources = {node: gradients[node] for node in plan.sources if node in gradients}
    chosen = sample_places(plan, sources, rounds=max(len(steps), 1))
    checked = sum(places.size for places in chosen.values())
    elements = sum(gradient.size for gradient in sources.values())
    leading = ancestors(plan.graph, target) | {target}
    size = max((_largest(values[node]) for node in leading if node in values), default=0.0)
    for number, step in enumerate(steps):
        found = StepError(step, 0.0, ErrorSource.ROUND_OFF, checked, elements)
        for node, places in chosen.items():
            numeric = []
            for place in places:
                for difference in central_difference(plan, target, node, int(place), step):
                    if difference is not None:
                        numeric.append(difference)
                    yield Checking(number, len(steps))
            analytic = gradients[node].reshape(-1)[places]
            error = relative_error(analytic, np.array(numeric))
            if not error <= found.error:
                noise = _round_off(size, plan.sources[node], gradients[node], step)
                is_noise = error <= _ROUNDINGS * noise
                source = ErrorSource.ROUND_OFF if is_noise else ErrorSource.TRUNCATION
                found = replace(found, error=error, source=source)
        yield found


def best_step(study: Sequence[StepError]) -> StepError:
    """Return the entry with the smallest error; of equal ones the largest step.

    Raises:
        ValueError: The study is empty.
    """
    return min(study, key=lambda item: (item.error, -item.step))


def _round_off(size: float, value: Array, gradient: Array, step: float) -> float:
    """Estimate the relative error ε·(|f| / |f′| + |x|) / h that the rounded f and x ± h make."""
    slope = _largest(gradient) or 1.0
    return float(np.finfo(np.float64).eps) * ((size / slope + _largest(value)) / step + 1.0)


def _largest(array: Array) -> float:
    return float(np.abs(array).max(initial=0.0))
