"""Gradients checked against central differences: easy, slow and approximate, but independent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Plan
from engine.autodiff.reverse import backward_pass, forward_pass
from engine.graph.model import NodeId

# Balances the truncation error h² against the round-off ε/h near values of order 1 (Press et al.,
# Numerical Recipes, 2007, section 5.7).
DEFAULT_STEP = 1e-5

_SMALLEST_SCALE = 1e-8


@dataclass(frozen=True, slots=True)
class GradientCheck:
    """One source's gradient, found in two ways.

    Attributes:
        node: The source.
        analytic: The gradient by the backward pass.
        numeric: The gradient by central differences.
        relative_error: The largest difference, relative to the larger of both; 0 where both are 0.
    """

    node: NodeId
    analytic: Array
    numeric: Array
    relative_error: float


def check_gradients(
    plan: Plan, target: NodeId, step: float = DEFAULT_STEP
) -> Iterator[GradientCheck]:
    """Check the gradient of every input and parameter, one at a time.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        step: The h of (f(x + h) − f(x − h)) / 2h.
    """
    gradients = backward_pass(plan, forward_pass(plan), target).nodes
    for source, value in plan.sources.items():
        if source in plan.differentiable:
            analytic = gradients.get(source, np.zeros_like(value))
            numeric = central_difference(plan, target, source, step)
            yield GradientCheck(source, analytic, numeric, relative_error(analytic, numeric))


def central_difference(
    plan: Plan, target: NodeId, source: NodeId, step: float = DEFAULT_STEP
) -> Array:
    """Return (f(x + h) − f(x − h)) / 2h for each element x of a source, of its shape."""
    value = plan.sources[source]
    gradient = np.empty(value.shape)
    for index in np.ndindex(value.shape):
        gradient[index] = _difference(plan, target, source, index, step)
    return gradient


def relative_error(analytic: Array, numeric: Array) -> float:
    """Return the largest difference relative to the largest magnitude.

    Magnitudes below 1e−8 count as 1e−8: there the difference is rounding, and a gradient that is 0
    would otherwise be off by 100 % (as in the notes of Stanford's CS231n on gradient checks).
    """
    largest = max(np.abs(analytic).max(initial=0.0), np.abs(numeric).max(initial=0.0))
    return float(np.abs(analytic - numeric).max(initial=0.0) / max(largest, _SMALLEST_SCALE))


def _difference(
    plan: Plan, target: NodeId, source: NodeId, index: tuple[int, ...], step: float
) -> float:
    results = []
    for sign in (1, -1):
        moved = np.array(plan.sources[source])
        moved[index] += sign * step
        results.append(float(np.sum(forward_pass(plan, {source: moved})[target])))
    return (results[0] - results[1]) / (2 * step)
