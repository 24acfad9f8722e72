"""The cost of a line on any data, and any graph over two of its scalars."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError, EvaluationError, ShapeError
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Ending
from engine.surfaces.fit import MOST_SAMPLES, fit_surface
from engine.surfaces.function import compile_graph, compile_surface

number = st.floats(-20, 20, allow_subnormal=False).map(lambda value: round(value, 3))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(number, number), min_size=2, max_size=12))
def test_the_surface_is_the_mean_squared_error_with_its_minimum(
    data: list[tuple[float, float]],
) -> None:
    x, y = np.array(data).T
    if np.ptp(x) < 0.1:
        return
    surface = fit_surface(x.tolist(), y.tolist())
    function = compile_surface(surface)
    weight, bias = 0.7, -1.3
    expected = np.mean((weight * x + bias - y) ** 2)
    assert float(function.value(np.array(weight), np.array(bias))) == pytest.approx(expected)
    (minimum,) = surface.minima
    slope = function.gradient(np.array(minimum.x), np.array(minimum.y))
    assert np.hypot(*slope) < 1e-6 * (1 + np.abs(x).max() ** 2 * (1 + np.abs(y).max()))
    assert surface.view.contains(*minimum)
    assert surface.view.contains(*surface.start)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([1, 2, 3], [2, 4, 6]),
        ([2, 3, 4, 5], [25, 50, 42, 61]),
        ([0.0, 1.0], [0.0, 0.0]),
        (np.linspace(-100, 100, 30), np.linspace(-5, 5, 30) + np.sin(np.arange(30))),
    ],
)
def test_every_method_behaves_with_its_rate(x: list[float], y: list[float]) -> None:
    surface = fit_surface(x, y)
    function = compile_surface(surface)
    assert set(surface.tuned) == set(OPTIMIZERS)
    runs = [Run(item, surface.settings_for(item.name)) for item in OPTIMIZERS.values()]
    lowest = float(function.value(*map(np.array, surface.minima[0])))
    for trajectory in race(function, runs, surface.start, 500).trajectories:
        assert trajectory.ending is Ending.STEPS_DONE
        drop = trajectory.losses[0] - lowest
        assert trajectory.losses[-1] - lowest <= 0.1 * drop
        assert trajectory.losses.max() - lowest <= 3 * drop


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([1.0, 2.0], [1.0], "as many targets as inputs"),
        ([1.0], [1.0], f"between 2 and {MOST_SAMPLES} samples, not 1"),
        ([1.0, float("nan")], [1.0, 2.0], "finite"),
        ([2.0, 2.0], [1.0, 2.0], "two different x"),
    ],
)
def test_data_without_a_line_is_refused(x: list[float], y: list[float], words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        fit_surface(x, y)


def line_fit() -> tuple[Graph, NodeId, NodeId]:
    """The mean squared error of W·x + b on the data of COURSE D2, with the data as vectors."""
    builder = GraphBuilder()
    weight = builder.source("parameter", 0.0, "W")
    bias = builder.source("parameter", 0.0, "b")
    x = builder.source("constant", [1.0, 2.0, 3.0], "x")
    y = builder.source("constant", [2.0, 4.0, 6.0], "y")
    line = builder.gate("add", builder.gate("multiply", weight, x), bias)
    return builder.build(builder.gate("mean_squared_error", line, y)), weight, bias


def test_a_graph_over_vectors_is_a_surface_point_by_point() -> None:
    graph, weight, bias = line_fit()
    function = compile_graph(graph, [weight, bias])
    assert not function.is_elementwise
    written = compile_surface(fit_surface([1, 2, 3], [2, 4, 6]))
    x, y = np.meshgrid(np.linspace(-1, 3, 4), np.linspace(-2, 2, 3))
    np.testing.assert_allclose(function.value(x, y), written.value(x, y))
    for ours, expected in zip(function.gradient(x, y), written.gradient(x, y), strict=True):
        np.testing.assert_allclose(ours, expected)
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.01})
    (trajectory,) = race(function, [run], (0.0, 0.0), 101).trajectories
    # COURSE D2's row of epoch 100.
    assert [f"{value:.3f}" for value in trajectory.points[-1]] == ["1.746", "0.578"]


def test_any_two_scalars_of_an_elementwise_graph() -> None:
    builder = GraphBuilder()
    a, b, c = (builder.source("input", 2.0, name) for name in "abc")
    product = builder.gate("multiply", a, b)
    graph = builder.build(builder.gate("add", product, c))
    function = compile_graph(graph, [c, a])
    assert function.is_elementwise
    assert float(function.value(np.array(10.0), np.array(5.0))) == 20.0
    along_c, along_a = function.gradient(np.array([10.0]), np.array([5.0]))
    assert (along_c.tolist(), along_a.tolist()) == ([1.0], [2.0])
    inner = compile_graph(graph, [a, b], target=product)
    assert float(inner.value(np.array(3.0), np.array(4.0))) == 12.0


def test_what_is_no_surface_is_refused() -> None:
    graph, weight, bias = line_fit()
    x = graph.named("x")
    assert x is not None
    line = graph.inputs_of(graph.result)[0]  # type: ignore[arg-type]
    refused: list[tuple[list[NodeId], NodeId | None, str]] = [
        ([weight], None, "two variables"),
        ([weight, weight], None, "two variables"),
        ([weight, x], None, "neither"),
        ([weight, bias], line, "has the shape 3"),
    ]
    for variables, target, words in refused:
        with pytest.raises(EvaluationError, match=words):
            compile_graph(graph, variables, target)
    with pytest.raises(EvaluationError, match="no height"):
        compile_graph(Graph(), [weight, bias])
    with pytest.raises(EngineError, match="no node 99"):
        compile_graph(graph, [weight, bias], NodeId(99))


def test_numbers_whose_squares_leave_no_rate_are_refused() -> None:
    with pytest.raises(ShapeError) as caught:
        fit_surface([1e200, 2.0], [1.0, 1e200])
    assert caught.value.code == "fit_large"
    assert fit_surface([1e6, 2.0], [1.0, 1e6]).settings_for("sgd")["learning_rate"] > 0.0
