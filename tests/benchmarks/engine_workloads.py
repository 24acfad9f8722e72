"""W4 and W5: racing optimizers and differentiating graphs, without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.program import Program
from engine.autodiff.passes.plan import compile_plan
from engine.optimizers.basins import basins
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from engine.surfaces.surface import Surface
from tests.benchmarks.measuring import Result, compare_rates
from tests.benchmarks.naive_network import NaivePath
from tests.benchmarks.tape import random_graph

RACE_STEPS = 1000
# The methods of the course, for which the baseline has rules of its own.
RACERS = ("sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam")
FLEET = 10_000
FLEET_STEPS = 100


def results() -> Iterator[Result]:
    """Measure every workload of the engine in turn."""
    yield _race()
    for name in _GRADIENTS:
        yield _fleet(name)
    for gate_count in (9, 1_000, 10_000, 100_000):
        yield _graph(gate_count)


def _race() -> Result:
    surfaces = [SURFACES[name] for name in _GRADIENTS]
    functions = [compile_surface(surface) for surface in surfaces]

    def ours(count: int) -> None:
        for _ in range(count):
            for surface, function in zip(surfaces, functions, strict=True):
                race(function, _runs(surface), surface.start, RACE_STEPS)

    def naive(count: int) -> None:
        for _ in range(count):
            for surface in surfaces:
                gradient, start = _GRADIENTS[surface.name], np.array(surface.start)
                for run in _runs(surface):
                    NaivePath(run.optimizer.name, run.settings, gradient).walk(start, RACE_STEPS)

    titles = " and ".join(surface.title for surface in surfaces)
    title = f"W4 {titles}, {len(RACERS)} optimizers, {RACE_STEPS} steps"
    return compare_rates(title, "races/s", ours, naive)


def _fleet(name: str) -> Result:
    """Many starts at once, counted in single starts, against the same baseline."""
    surface = SURFACES[name]
    function, runs, gradient = compile_surface(surface), _runs(surface), _GRADIENTS[name]
    view = surface.view
    starts = np.random.default_rng(0).uniform(
        [[view.left], [view.bottom]], [[view.right], [view.top]], (2, FLEET)
    )

    def ours(count: int) -> None:
        for _ in range(count):
            for run in runs:
                for _ in basins(function, run, starts, FLEET_STEPS, minima=surface.minima):
                    pass

    def naive(count: int) -> None:
        for index in range(count):
            for run in runs:
                path = NaivePath(run.optimizer.name, run.settings, gradient)
                path.walk(starts[:, index % FLEET], FLEET_STEPS)

    title = f"W4 {surface.title}, {FLEET:,} starts, {len(runs)} optimizers, {FLEET_STEPS} steps"
    # One call of ours moves the whole fleet, one of the baseline's a single start.
    result = compare_rates(title, "starts/s", ours, naive)
    assert result.ratio is not None
    return replace(result, value=result.value * FLEET, ratio=result.ratio * FLEET)


def _runs(surface: Surface) -> list[Run]:
    return [Run(OPTIMIZERS[key], surface.settings_for(key)) for key in RACERS]


def _graph(gate_count: int) -> Result:
    drawn = random_graph(gate_count)
    graph, nodes = drawn.as_graph()
    sources = nodes[: len(drawn.inputs)]
    program = Program(compile_plan(graph), nodes[-1], changing=sources, asked=sources)
    passes = program.compiled()

    def ours(count: int) -> None:
        for _ in range(count):
            passes(*drawn.inputs)

    def naive(count: int) -> None:
        for _ in range(count):
            drawn.on_tape()

    return compare_rates(f"W5 scalar graph of {gate_count} gates", "passes/s", ours, naive)


def _rosenbrock_gradient(point: Array) -> Array:
    x, y = point
    return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])


def _beale_gradient(point: Array) -> Array:
    x, y = point
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    return np.array(
        [
            2 * a * (y - 1) + 2 * b * (y**2 - 1) + 2 * c * (y**3 - 1),
            2 * a * x + 4 * b * x * y + 6 * c * x * y**2,
        ]
    )


_GRADIENTS = {"rosenbrock": _rosenbrock_gradient, "beale": _beale_gradient}
