"""What has to be known of a surface before a race: start, minima, rates that suit it."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.errors import EvaluationError
from engine.formula.printer import format_formula
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import Race, race_steps
from engine.optimizers.ranking import standing
from engine.optimizers.run import Run
from engine.optimizers.sweep import USUAL_RATES, rates_between
from engine.optimizers.trajectory import Ending, Trajectory
from engine.races.own_surface import (
    FormulaSource,
    GraphSource,
    OwnSurface,
    Source,
    TableSource,
    name_of,
)
from engine.surfaces.fit import fit_surface
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.minima import Minimum, minima_steps
from engine.surfaces.sampling import sample
from engine.surfaces.surface import Box, Point, Surface

_SAMPLES = 61
_SAMPLES_ONE_BY_ONE = 21
_STARTS, _STARTS_ONE_BY_ONE = 24, 6
# Where the walls rise above the usual height by more than this, even levels would show no floor.
_STEEP = 12.0
# Minima as many as these lie on a line or a ring, and marking them would only hide it.
_MOST_MARKED = 30
# A method is tuned by the rates and the steps of a sweep, so that a sweep says nothing else. Graphs
# with arrays are computed point by point: they get fewer steps, and every fifth rate of the grid
# before those around the best, which is at most 17 · 150 slopes for each method.
_TUNING_RATES = tuple(rates_between(*USUAL_RATES))
_STEPS_ONE_BY_ONE, _STRIDE_ONE_BY_ONE = 150, 5
_LONGEST_FORMULA = 400
_DECIMALS = 10
_GOAL_SHARE = 0.01


class _Ground(NamedTuple):
    """What samples tell about a surface."""

    box: Box
    values: Array

    @property
    def finite(self) -> Array:
        return np.asarray(self.values[np.isfinite(self.values)])


def prepare(source: Source) -> Iterator[OwnSurface | None]:
    """Make a surface of a source; only the last record is one, the others let it be given up.

    Raises:
        EngineError: The source cannot be computed, or has no finite value in its view.
    """
    if isinstance(source, TableSource):
        yield _fit(source)
        return
    function = source.compile()
    yield None
    ground = _look(function, source.view)
    yield None
    minima = yield from _minima(function, source.view)
    yield None
    record = _record(source, function, ground, minima)
    fenced = source.compile(record.fence)
    tuned: dict[str, Mapping[str, float]] = {}
    for method, optimizer in OPTIMIZERS.items():
        if optimizer.needs_rate:
            rate = yield from _best_rate(fenced, method, record)
            if rate is not None:
                tuned[method] = {"learning_rate": rate}
            yield None
    yield OwnSurface(source, replace(record, tuned=tuned), fenced)


def _fit(source: TableSource) -> OwnSurface:
    made = (
        fit_surface(*zip(*source.samples, strict=True)) if source.samples else fit_surface((), ())
    )
    x, y = np.array(source.samples).T
    weight, bias = made.minima[0]
    rest = float(np.mean((weight * x + bias - y) ** 2))
    goal = float(f"{rest + 0.01 * (float(np.mean(y * y)) - rest):.2g}")
    record = replace(made, name=name_of(source), summary=source.kind.summary, goal=max(goal, rest))
    return OwnSurface(source, record)


def _look(function: SurfaceFunction, box: Box) -> _Ground:
    count = _SAMPLES if function.is_elementwise else _SAMPLES_ONE_BY_ONE
    ground = _Ground(box, sample(function, box, count, count).values)
    if not len(ground.finite):
        raise EvaluationError(
            "nothing_to_draw",
            "This has no finite value anywhere in the view; choose another view or formula.",
        )
    return ground


def _minima(function: SurfaceFunction, box: Box) -> Generator[None, None, tuple[Minimum, ...]]:
    """Return the lowest minima, or none where they are too many to mark."""
    per_side = _STARTS if function.is_elementwise else _STARTS_ONE_BY_ONE
    found: tuple[Minimum, ...] = ()
    for record in minima_steps(function, box, per_side=per_side):
        found = record or ()
        yield
    if not found:
        return ()
    # A minimum at zero is found within the digits that a computer has.
    digits = _DECIMALS - min(0, ranges.decade(max(box.right - box.left, box.top - box.bottom)))
    found = tuple(
        Minimum(round(item.x, digits), round(item.y, digits), item.value) for item in found
    )
    scale = max(abs(found[0].value), abs(found[-1].value), 1e-9)
    lowest = tuple(item for item in found if item.value - found[0].value <= 1e-6 * scale)
    return lowest if len(lowest) <= _MOST_MARKED else ()


def _record(
    source: FormulaSource | GraphSource,
    function: SurfaceFunction,
    ground: _Ground,
    minima: tuple[Minimum, ...],
) -> Surface:
    finite = ground.finite
    lowest = min([float(finite.min()), *(item.value for item in minima)])
    unit = ranges.Unit.of(lowest, float(finite.max()))
    middle = ranges.width(lowest, float(unit.restore(np.median(unit.measure(finite)))))
    is_steep = ranges.width(lowest, float(finite.max())) / _STEEP > middle
    start = _start(source, function, ground)
    begun = value_at(function, start)
    goal = ranges.finite(float(f"{ranges.between(lowest, begun, _GOAL_SHARE):.2g}"))
    return Surface(
        name=name_of(source),
        title=source.kind.title,
        formula=_formula(source, function),
        variables=_variables(source),
        view=source.view,
        start=start,
        minima=tuple(Point(item.x, item.y) for item in minima),
        tuned={},
        goal=max(goal, lowest) if begun > lowest else lowest,
        logarithmic=is_steep,
        bounded=_is_bounded(function, ground),
        summary=source.kind.summary,
        note="",
    )


def _start(
    source: FormulaSource | GraphSource, function: SurfaceFunction, ground: _Ground
) -> Point:
    """Return where a graph stands, or a high place near a corner that slopes."""
    if isinstance(source, GraphSource):
        values = [source.drawing.graph.nodes[node].value for node in source.variables]
        x, y = (0.0 if value is None else float(value) for value in values)
        if source.view.contains(x, y):
            return Point(x, y)
    box = ground.box
    places = [(0.12, 0.82), (0.85, 0.8), (0.15, 0.2), (0.8, 0.15), (0.3, 0.6), (0.52, 0.57)]
    points = [
        Point(_rounded(box.left, box.right, across), _rounded(box.bottom, box.top, up))
        for across, up in places
    ]
    for point in points:
        with np.errstate(all="ignore"):
            at = np.asarray(point.x), np.asarray(point.y)
            slope = np.hypot(*(np.asarray(part) for part in function.gradient(*at)))
            value = value_at(function, point)
        if math.isfinite(value) and math.isfinite(float(slope)) and slope > 0.0:
            return point
    return points[0]


def _rounded(low: float, high: float, share: float) -> float:
    """Return a place between two ends with as few digits as the distance allows."""
    digits = max(0, 2 - ranges.decade(ranges.width(low, high)))
    return round(low + share * (high - low), digits)


def _is_bounded(function: SurfaceFunction, ground: _Ground) -> bool:
    """Tell whether it goes no deeper and deeper the further one looks out."""
    floor, top = float(ground.finite.min()), float(ground.finite.max())
    deep = ranges.finite(floor - ranges.width(floor, top))
    lowest = [floor]
    for factor in (10.0, 100.0):
        values = sample(function, ground.box.scaled(factor), 21, 21).values
        finite = values[np.isfinite(values) | np.isneginf(values)]
        lowest.append(float(finite.min()) if len(finite) else math.inf)
    return not lowest[2] < min(lowest[1], deep)


def _variables(source: FormulaSource | GraphSource) -> tuple[str, str]:
    if isinstance(source, FormulaSource):
        return ("x", "y")
    first, second = (source.drawing.graph.nodes[node].name for node in source.variables)
    return (first, second)


def _formula(source: FormulaSource | GraphSource, function: SurfaceFunction) -> str:
    if isinstance(source, FormulaSource):
        return source.text
    text = format_formula(function.graph)
    return text if len(text) <= _LONGEST_FORMULA else ""


def _best_rate(
    function: SurfaceFunction, method: str, record: Surface
) -> Generator[None, None, float | None]:
    """Return the rate with which a method does best, None where it gets nowhere with any."""
    if function.is_elementwise:
        best = yield from _best_of(function, method, record, _TUNING_RATES, record.steps)
    else:
        steps, stride = min(record.steps, _STEPS_ONE_BY_ONE), _STRIDE_ONE_BY_ONE
        coarse = yield from _best_of(function, method, record, _TUNING_RATES[::stride], steps)
        place = _TUNING_RATES.index(coarse.run.settings["learning_rate"])
        around = _TUNING_RATES[max(place - stride + 1, 0) : place + stride]
        best = yield from _best_of(function, method, record, around, steps)
    is_lower = float(best.losses[-1]) < value_at(function, record.start)
    is_calm = best.ending is Ending.STEPS_DONE
    return best.run.settings["learning_rate"] if is_lower and is_calm else None


def _best_of(
    function: SurfaceFunction, method: str, record: Surface, rates: Sequence[float], steps: int
) -> Generator[None, None, Trajectory]:
    """Return how a method does with the best of some rising rates."""
    # One race of all rates: a graph's slopes at nine points cost little more than at one.
    runs = [Run(OPTIMIZERS[method], {"learning_rate": rate}) for rate in rates]
    trajectories: tuple[Trajectory, ...] = ()
    for raced in race_steps(function, runs, record.start, steps):
        if isinstance(raced, Race):
            trajectories = raced.trajectories
        else:
            yield
    # The rates rise, so that of several that stand alike the smallest is taken.
    return min(trajectories, key=lambda trajectory: standing(trajectory, record.goal))


def value_at(function: SurfaceFunction, point: Sequence[float]) -> float:
    """Return a function's value at one point."""
    x, y = point
    return float(function.value(np.asarray(x), np.asarray(y)))
