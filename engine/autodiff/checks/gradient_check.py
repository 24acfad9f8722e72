"""Gradients checked against central differences: easy, slow and approximate, but independent."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.checks.check_sample import Places, sample_places
from engine.autodiff.checks.difference import two_sided
from engine.autodiff.checks.element_check import (
    DEFAULT_STEP,
    TOLERANCE,
    ElementCheck,
    Remark,
    Slope,
    curve_of,
    magnitude,
    relative_error,
)
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.model import NodeId

# Of each source so many elements that disagree are looked into: some twenty times the work.
_MOST_EXPLAINED = 8


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
        numeric: The gradient by central differences; NaN at the elements that were not checked,
            or where the function has no value on either side.
        places: The elements that were checked, counted in reading order. All of them, unless there
            are more than take some seconds (``engine.autodiff.checks.check_sample``).
        relative_error: The largest difference at those, relative to the larger of both; 0 where
            both are 0, and ∞ where one is no finite number.
        remarks: Where another step or one side was taken, and where a kink spoils the comparison.
    """

    node: NodeId
    analytic: Array
    numeric: Array
    places: Places
    relative_error: float
    remarks: tuple[Remark, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether both are finite and equal but for rounding."""
        return self.relative_error <= TOLERANCE

    def error_at(self, index: tuple[int, ...]) -> float:
        """Return one element's difference, relative to the source's largest gradient."""
        one = np.array([self.analytic[index], self.numeric[index]])
        if not np.isfinite(one).all():
            return np.inf
        scale = max(magnitude(self.analytic), abs(float(one[1])))
        return abs(float(one[0] - one[1])) / scale

    @property
    def is_sample(self) -> bool:
        """Whether some elements were left out."""
        return self.places.size < self.analytic.size

    @property
    def worst(self) -> tuple[int, ...]:
        """The checked element where the two differ most."""
        analytic, numeric = (it.reshape(-1)[self.places] for it in (self.analytic, self.numeric))
        with np.errstate(all="ignore"):
            off = np.abs(analytic - numeric)
        found = self.places[int(np.argmax(np.where(np.isnan(off), np.inf, off)))]
        return tuple(int(index) for index in np.unravel_index(found, self.analytic.shape))


def check_gradients(
    plan: Plan, target: NodeId, step: float | None = None
) -> Iterator[GradientCheck]:
    """Check the gradient of every input and parameter, one at a time.

    Of large ones a sample is checked, as ``GradientCheck.places`` says; of very many sources some.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        step: The h of (f(x + h) − f(x − h)) / 2h; None for 1e−5, or one that fits better where
            the two disagree with that.
    """
    plan.check_target(target)
    gradients = backward_pass(plan, forward_pass(plan), target).nodes
    for record in gradient_check_steps(plan, target, gradients, step):
        if isinstance(record, GradientCheck):
            yield record


def gradient_check_steps(
    plan: Plan, target: NodeId, gradients: Mapping[NodeId, Array], step: float | None = None
) -> Iterator[Checking | GradientCheck]:
    """Check as ``check_gradients`` does, with a record for each small portion of the work.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is checked; the sum of its elements, if it has several.
        gradients: What the backward pass from there found.
        step: The h of (f(x + h) − f(x − h)) / 2h; None for 1e−5, or one that fits better where
            the two disagree with that. Where f has no value at x ± h, h is made smaller, and one
            side taken where the other has none.
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
        found: list[float] = []
        remarks: list[Remark] = []
        known = analytic[source].reshape(-1)[places]
        scale = magnitude(known)
        for place, expected in zip(places.tolist(), known.tolist(), strict=True):
            left = _MOST_EXPLAINED - len(remarks)
            element = ElementCheck(plan, target, source, place, expected, scale)
            slope = yield from _told(
                element.check(step, explains=left > 0), Checking(checked, total)
            )
            found.append(slope.value)
            remarks += [] if slope.remark is None else [slope.remark]
            checked += 1
            yield Checking(checked, total)
        numeric = np.full(analytic[source].shape, np.nan)
        numeric.reshape(-1)[places] = found
        error = relative_error(known, np.array(found))
        yield GradientCheck(source, analytic[source], numeric, places, error, tuple(remarks))


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
    x = float(plan.sources[source].reshape(-1)[place])
    quotient = yield from two_sided(curve_of(plan, target, source, place), x, step)
    yield quotient.value


def _told(work: Generator[None, None, Slope], record: Checking) -> Generator[Checking, None, Slope]:
    """Yield a record at each pause of some work, and return what it finds."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Slope = end.value
            return found
        yield record
