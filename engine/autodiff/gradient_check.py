"""Gradients checked against central differences: easy, slow and approximate, but independent."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.check_sample import Places, sample_places, work_of
from engine.autodiff.plan import Plan
from engine.autodiff.reverse import backward_pass, forward_pass, forward_steps
from engine.graph.model import NodeId

# Balances the truncation error h² against the round-off ε/h near values of order 1 (Press et al.,
# Numerical Recipes, 2007, section 5.7).
DEFAULT_STEP = 1e-5

_SMALLEST_SCALE = 1e-8
# About a millisecond's work: what lies between two places where a check can be stopped.
PORTION = 1_000_000


@dataclass(frozen=True, slots=True)
class Checking:
    """A check on its way, so that it can be watched and stopped.

    Attributes:
        checked: How many elements of all sources are done.
        total: How many will be.
    """

    checked: int
    total: int


@dataclass(frozen=True, slots=True)
class GradientCheck:
    """One source's gradient, found in two ways.

    Attributes:
        node: The source.
        analytic: The gradient by the backward pass.
        numeric: The gradient by central differences; NaN at the elements that were not checked.
        places: The elements that were checked, counted in reading order. All of them, unless there
            are more than take some seconds (``engine.autodiff.check_sample``).
        relative_error: The largest difference at those, relative to the larger of both; 0 where
            both are 0.
    """

    node: NodeId
    analytic: Array
    numeric: Array
    places: Places
    relative_error: float

    @property
    def is_sample(self) -> bool:
        """Whether some elements were left out."""
        return self.places.size < self.analytic.size

    @property
    def worst(self) -> tuple[int, ...]:
        """The checked element where the two differ most."""
        analytic, numeric = (it.reshape(-1)[self.places] for it in (self.analytic, self.numeric))
        found = self.places[int(np.argmax(np.abs(analytic - numeric)))]
        return tuple(int(index) for index in np.unravel_index(found, self.analytic.shape))


def check_gradients(
    plan: Plan, target: NodeId, step: float = DEFAULT_STEP
) -> Iterator[GradientCheck]:
    """Check the gradient of every input and parameter, one at a time.

    Of large ones a sample is checked, as ``GradientCheck.places`` says; of very many sources some.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        step: The h of (f(x + h) − f(x − h)) / 2h.
    """
    plan.check_target(target)
    gradients = backward_pass(plan, forward_pass(plan), target).nodes
    for record in gradient_check_steps(plan, target, gradients, step):
        if isinstance(record, GradientCheck):
            yield record


def gradient_check_steps(
    plan: Plan, target: NodeId, gradients: Mapping[NodeId, Array], step: float = DEFAULT_STEP
) -> Iterator[Checking | GradientCheck]:
    """Check as ``check_gradients`` does, with a record for each small portion of the work.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        gradients: What the backward pass from there found.
        step: The h of (f(x + h) − f(x − h)) / 2h.
    """
    analytic = {
        source: gradients.get(source, np.zeros_like(value))
        for source, value in plan.sources.items()
        if source in plan.differentiable
    }
    chosen = sample_places(plan, analytic)
    total = sum(places.size for places in chosen.values())
    checked = 0
    for source, places in chosen.items():
        yield Checking(checked, total)
        found = []
        for place in places:
            for difference in central_difference(plan, target, source, int(place), step):
                if difference is None:
                    yield Checking(checked, total)
                else:
                    found.append(difference)
            checked += 1
            yield Checking(checked, total)
        numeric = np.full(analytic[source].shape, np.nan)
        numeric.reshape(-1)[places] = found
        error = relative_error(analytic[source].reshape(-1)[places], np.array(found))
        yield GradientCheck(source, analytic[source], numeric, places, error)


def central_difference(
    plan: Plan, target: NodeId, source: NodeId, place: int, step: float = DEFAULT_STEP
) -> Iterator[float | None]:
    """Compute (f(x + h) − f(x − h)) / 2h for one element x of a source.

    Args:
        plan: The compiled graph.
        target: The node f; the sum of its elements, if it has several.
        source: The source that x belongs to.
        place: Which of its elements x is, counted in reading order.
        step: The h.

    Yields:
        None after each portion of the work, and at last the difference quotient.
    """
    results = []
    for sign in (1, -1):
        moved = np.array(plan.sources[source])
        moved.reshape(-1)[place] += sign * step
        value = yield from _value(plan, target, {source: moved})
        with np.errstate(all="ignore"):
            results.append(float(np.sum(value)))
    yield (results[0] - results[1]) / (2 * step)


def relative_error(analytic: Array, numeric: Array) -> float:
    """Return the largest difference relative to the largest magnitude.

    Magnitudes below 1e−8 count as 1e−8: there the difference is rounding, and a gradient that is 0
    would otherwise be off by 100 % (as in the notes of Stanford's CS231n on gradient checks).
    """
    with np.errstate(all="ignore"):
        largest = max(np.abs(analytic).max(initial=0.0), np.abs(numeric).max(initial=0.0))
        return float(np.abs(analytic - numeric).max(initial=0.0) / max(largest, _SMALLEST_SCALE))


def _value(
    plan: Plan, target: NodeId, replaced: Mapping[NodeId, Array]
) -> Generator[None, None, Array]:
    """Evaluate the graph, and pause each time that a portion of the work is done."""
    done = 0
    value = replaced.get(target, plan.sources.get(target))
    for item, computed in zip(plan.instructions, forward_steps(plan, replaced), strict=True):
        if computed.node == target:
            value = computed.output
        done += work_of(plan, item)
        if done >= PORTION:
            done = 0
            yield
    assert value is not None
    return value
