"""Every surface: its formula, its gradient, its minima and its stored rates."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import EngineError, EvaluationError, FormulaError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.trajectory import Ending, Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula, compile_surface
from engine.surfaces.surface import Surface

each_surface = pytest.mark.parametrize(
    "surface", SURFACES.values(), ids=lambda surface: surface.name
)


def points_in(surface: Surface, count: int = 50) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(7)
    box = surface.view
    return rng.uniform(box.left, box.right, count), rng.uniform(box.bottom, box.top, count)


@pytest.mark.parametrize(
    ("name", "x", "y", "value"),
    [
        ("ravine", -4, 2, (16 + 40) / 2),
        ("saddle", 1.5, 0.001, 2.25 - 1e-6),
        ("beale", 1, 1.5, (0.5 + 1.5) ** 2 + (1.25 + 2.25) ** 2 + (1.625 + 3.375) ** 2),
        ("rosenbrock", -2, 2, 9 + 100 * 4),
        ("himmelblau", -0.5, -0.5, 11.25**2 + 7.25**2),
        ("fit", 0, 0, 56 / 3),
        ("rastrigin", 0.5, -1, 20 + 0.25 + 10 + 1 - 10),
        ("two_wells", 1, 0, 1 - 2 - 6 * math.exp(-20)),
        ("plateau", 0.1, 0, 0.01 - math.sin(1.00005) / 1.00005),
        ("narrow_rosenbrock", -1, 1, 4 + 20 * 4),
        ("booth", 0, 0, 49 + 25),
        ("ackley", 1, 1, 20 + math.e - 20 * math.exp(-0.2) - math.e),
        ("three_hump_camel", 1, -1, 2 - 1.05 + 1 / 6 - 1 + 1),
        ("goldstein_price", 0, -1, 3),
        ("goldstein_price", 0, 0, (1 + 19) * 30),
    ],
)
def test_values_by_hand(name: str, x: float, y: float, value: float) -> None:
    function = compile_surface(SURFACES[name])
    assert float(function.value(np.array(x), np.array(y))) == pytest.approx(value)


@each_surface
def test_gradient_agrees_with_finite_differences(surface: Surface) -> None:
    function = compile_surface(surface)
    x, y = points_in(surface)
    along_x, along_y = function.gradient(x, y)
    h = 1e-5
    numeric_x = (function.value(x + h, y) - function.value(x - h, y)) / (2 * h)
    numeric_y = (function.value(x, y + h) - function.value(x, y - h)) / (2 * h)
    scale = 1 + np.abs(along_x) + np.abs(along_y)
    assert (np.abs(along_x - numeric_x) / scale).max() < 1e-6
    assert (np.abs(along_y - numeric_y) / scale).max() < 1e-6


@each_surface
def test_the_fast_schedule_equals_the_engine_s_passes(surface: Surface) -> None:
    function = compile_surface(surface)
    graph = function.graph
    plan = compile_plan(graph)
    assert graph.result is not None
    x, y = points_in(surface)
    names = [graph.named(name) for name in surface.variables]
    replaced = {node: array for node, array in zip(names, (x, y), strict=True) if node is not None}
    values = forward_pass(plan, replaced)
    gradients = backward_pass(plan, values, graph.result).nodes
    np.testing.assert_array_equal(function.value(x, y), values[graph.result])
    for node, slope in zip(names, function.gradient(x, y), strict=True):
        assert node is not None
        np.testing.assert_allclose(slope, gradients[node], rtol=1e-12, atol=1e-12)


@each_surface
def test_minima_are_stationary_and_lowest(surface: Surface) -> None:
    function = compile_surface(surface)
    x, y = points_in(surface, 2000)
    lowest_seen = float(function.value(x, y).min())
    assert bool(surface.minima) == surface.bounded
    for minimum in surface.minima:
        slope = function.gradient(np.array(minimum.x), np.array(minimum.y))
        assert math.hypot(float(slope[0]), float(slope[1])) < 1e-9
        assert float(function.value(np.array(minimum.x), np.array(minimum.y))) <= lowest_seen
        assert surface.view.contains(minimum.x, minimum.y)
    assert surface.view.contains(*surface.start)


# Who comes to rest elsewhere than in the lowest minimum, and at most at which share of the start.
ELSEWHERE: dict[str, dict[str, float]] = {
    "two_wells": dict.fromkeys(("sgd", "adagrad", "adadelta", "rmsprop"), 0.45),
    "rastrigin": dict.fromkeys(OPTIMIZERS, 0.4),
    "ackley": dict.fromkeys((name for name in OPTIMIZERS if name != "adagrad"), 0.9),
    "plateau": dict.fromkeys(("sgd", "adadelta", "rmsprop"), 0.3),
}


@each_surface
def test_every_method_behaves_with_its_stored_rate(surface: Surface) -> None:
    course = {name for name, optimizer in OPTIMIZERS.items() if optimizer.in_course}
    assert course <= set(surface.tuned) <= set(OPTIMIZERS)
    runs = [Run(OPTIMIZERS[name], settings) for name, settings in surface.tuned.items()]
    function = compile_surface(surface)
    lowest = float(function.value(*map(np.array, surface.minima[0]))) if surface.minima else 0.0
    for trajectory in race(function, runs, surface.start, 500).trajectories:
        name = trajectory.run.optimizer.name
        assert trajectory.ending is not Ending.DIVERGED, name
        heights = (trajectory.losses - lowest) / (trajectory.losses[0] - lowest)
        most = ELSEWHERE.get(surface.name, {}).get(name, 0.1)
        assert heights[-1] < most, name
        assert heights.max() < 2, name
        if most > 0.1:
            assert heights[-1] > 0.1, f"{name} does reach the lowest minimum"


def test_a_formula_may_leave_a_variable_out() -> None:
    function = compile_formula("x**2")
    along_x, along_y = function.gradient(np.array([3.0, 4.0]), np.array([1.0, 1.0]))
    assert along_x.tolist() == [6.0, 8.0]
    assert along_y.tolist() == [0.0, 0.0]


def test_a_constant_formula_is_flat() -> None:
    function = compile_formula("2 + 3")
    assert function.value(np.zeros(3), np.zeros(3)).tolist() == [5.0, 5.0, 5.0]
    assert function.gradient(np.zeros(3), np.zeros(3))[0].tolist() == [0.0, 0.0, 0.0]


def test_a_variable_alone_is_a_plane() -> None:
    function = compile_formula("y + 0*x")
    assert function.gradient(np.zeros(2), np.zeros(2))[1].tolist() == [1.0, 1.0]


def test_operations_with_settings_and_several_branches() -> None:
    function = compile_formula("exp(-x)*x + max(x, y)")
    x, y = np.array([0.5, 2.0]), np.array([1.0, 1.0])
    along_x, _ = function.gradient(x, y)
    np.testing.assert_allclose(along_x, np.exp(-x) * (1 - x) + (x > y))


def test_a_third_name_is_refused() -> None:
    with pytest.raises(EvaluationError, match="function of x and y; “z” is neither"):
        compile_formula("x + y + z")


def test_what_is_not_elementwise_is_refused() -> None:
    with pytest.raises(EngineError, match="elementwise"):
        compile_formula("sum(x) + y")


@pytest.mark.parametrize("formula", ["x + ", "", "x, y"])
def test_a_broken_formula_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        compile_formula(formula)


def test_a_fence_only_where_there_is_no_bottom() -> None:
    assert SURFACES["rosenbrock"].fence is None
    assert SURFACES["saddle"].fence == (-2.5, 2.5, -2.5, 2.5)
    assert SURFACES["saddle"].settings_for("newton") == {}
