"""One element's slope by differences, held against the chain rule, and why the two differ."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.checks.difference import Curve, Quotient, fitted, two_sided
from engine.autodiff.checks.kinks import find_kink
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import Values, forward_portions
from engine.errors import EngineError, EvaluationError
from engine.graph.model import NodeId
from engine.graph.topology import ancestors

# Balances the truncation error h² against the round-off ε/h near values of order 1 (Press et al.,
# Numerical Recipes, 2007, section 5.7).
DEFAULT_STEP = 1e-5
# Central differences with a good step reach about 1e−10; a wrong rule is off by far more.
TOLERANCE = 1e-5
_SMALLEST_SCALE = 1e-8
# The error of a quotient is estimated.
_SURE = 4.0


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of one element of a source.

    Attributes:
        place: Which element, counted in reading order.
        cause: The sentence, as an error that was not raised.
        settles: Whether it says why the two disagree, as a kink does.
    """

    place: int
    cause: EngineError
    settles: bool = False


def group_remarks(named: Iterable[tuple[str, Remark]]) -> list[tuple[list[str], Remark]]:
    """Put the elements together of which the same is to be said.

    Args:
        named: Remarks, each with the name of its element.

    Returns:
        Each sentence once, in order, with the names of its elements.
    """
    found: dict[str, tuple[list[str], Remark]] = {}
    for name, remark in named:
        names, _ = found.setdefault(remark.cause.sentence, ([], remark))
        names.append(name)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Slope:
    """An element's slope by differences, and what is to be said of it."""

    value: float
    remark: Remark | None = None


def relative_error(analytic: Array, numeric: Array) -> float:
    """Return the largest difference relative to the largest magnitude.

    Magnitudes below 1e−8 count as 1e−8: there the difference is rounding, and a gradient that is 0
    would otherwise be off by 100 % (as in the notes of Stanford's CS231n on gradient checks). What
    is no finite number agrees with nothing: the error is ∞.
    """
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return math.inf
    with np.errstate(all="ignore"):
        largest = max(np.abs(analytic).max(initial=0.0), np.abs(numeric).max(initial=0.0))
        return float(np.abs(analytic - numeric).max(initial=0.0) / max(largest, _SMALLEST_SCALE))


def magnitude(values: Array) -> float:
    """Return the largest finite magnitude, at least 1e−8."""
    return max(_largest(values), _SMALLEST_SCALE)


def _largest(values: Array) -> float:
    return float(np.abs(values).max(initial=0.0, where=np.isfinite(values)))


def curve_of(plan: Plan, target: NodeId, source: NodeId, place: int) -> Curve:
    """Return the target as a function of one element of a source, all else as it is."""

    def curve(x: float) -> Generator[None, None, float]:
        moved = np.array(plan.sources[source])
        moved.reshape(-1)[place] = x
        values = yield from forward_portions(plan, {source: moved})
        with np.errstate(all="ignore"):
            return float(np.sum(values[target]))

    return curve


class ElementCheck:
    """One element x of a source, whose slope is to be found by differences."""

    def __init__(
        self, plan: Plan, target: NodeId, source: NodeId, place: int, expected: float, scale: float
    ) -> None:
        self._plan, self._target, self._source, self._place = plan, target, source, place
        self._expected, self._scale = expected, scale
        self._curve = curve_of(plan, target, source, place)
        self._x = float(plan.sources[source].reshape(-1)[place])

    def check(self, step: float | None, *, explains: bool) -> Generator[None, None, Slope]:
        """Return the numerical slope with a given h, or with one that fits.

        Args:
            step: The h; None for the usual one, or another where that does not fit.
            explains: Whether to find out why the two differ, where they do.
        """
        found = yield from two_sided(self._curve, self._x, step or DEFAULT_STEP)
        # A gradient that is not finite is explained by the list of problems.
        if explains and np.isfinite(self._expected) and not self._agrees(found.value):
            return (yield from self._explained(found, step))
        return Slope(found.value)

    def _explained(self, found: Quotient, step: float | None) -> Generator[None, None, Slope]:
        """Return a slope with a step that fits, or why there is none that agrees."""
        is_number = math.isfinite(found.value)
        size = self._size((yield from forward_portions(self._plan, {})))
        best = yield from fitted(self._curve, self._x, size, math.inf if step is None else step)
        if best is None:
            return Slope(math.nan, Remark(self._place, _without_values(), settles=True))
        if self._agrees(best.value):
            # Whoever asked for a step gets it as long as it leads to a number.
            if is_number and step is not None:
                return Slope(found.value)
            return Slope(best.value, Remark(self._place, _refitted(best, found)))
        kink = yield from find_kink(self._plan, self._target, self._source, self._place)
        shown = found.value if is_number else best.value
        if kink is not None:
            return Slope(shown, Remark(self._place, kink, settles=True))
        if step is None and abs(best.value - self._expected) <= _SURE * best.error:
            return Slope(
                best.value, Remark(self._place, _rough(best, self._expected), settles=True)
            )
        return Slope(shown)

    def _agrees(self, value: float) -> bool:
        largest = max(self._scale, abs(value))
        return math.isfinite(value) and abs(value - self._expected) <= TOLERANCE * largest

    def _size(self, here: Values) -> float:
        """Return the largest number that moves with x on the way: rounding is relative to it."""
        graph = self._plan.graph
        leading = ancestors(graph, self._target) | {self._target}
        moving = {self._source}
        for item in self._plan.instructions:
            if not moving.isdisjoint(item.inputs):
                moving.add(item.node)
        on_the_way = (leading & moving) - {self._source}
        return max((_largest(here[node]) for node in on_the_way), default=0.0)


def _refitted(best: Quotient, usual: Quotient) -> EngineError:
    """Say that another step was taken, or one side, and why."""
    step, other = f"{best.step:.1g}", f"{usual.step:g}"
    if best.side:
        return EvaluationError(
            "check_one_sided",
            "The function has values on one side only here: a one-sided difference with "
            f"h = {step} was taken.",
            step=step,
        )
    if math.isfinite(usual.value):
        return EvaluationError(
            "check_step_bent",
            f"h = {step} was taken: with h = {other} the curve bends too much between x − h and "
            "x + h, or rounding outweighs.",
            step=step,
            usual=other,
        )
    return EvaluationError(
        "check_step_domain",
        f"h = {step} was taken: with h = {other} the function has no value at x − h or x + h.",
        step=step,
        usual=other,
    )


def _rough(best: Quotient, expected: float) -> EngineError:
    """Say that no difference tells more."""
    # What is told is an upper bound of the difference, too, so it is rounded up.
    bound = max(best.error, abs(best.value - expected))
    unit = 10.0 ** math.floor(math.log10(bound))
    error = f"{math.ceil(bound / unit) * unit:.1g}"
    return EvaluationError(
        "check_rough",
        f"No difference quotient is better than about {error} here, because of rounding or of how "
        f"the curve bends (h = {best.step:.1g} was taken); the two differ by less than that.",
        error=error,
        step=f"{best.step:.1g}",
    )


def _without_values() -> EngineError:
    return EvaluationError(
        "check_no_neighbours",
        "The function has no value beside this point, so that there is no difference to take.",
    )
