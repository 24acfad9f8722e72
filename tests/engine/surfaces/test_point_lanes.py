"""Graphs that mix elements, at many points at once: the digits of one point after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engine.arrays import Array
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from engine.surfaces.function import SurfaceFunction, compile_graph
from engine.training.network.pair_graph import pair_graph
from engine.training.run.run import TrainingRun


def network(**settings: object) -> Graph:
    run = TrainingRun(**settings)  # type: ignore[arg-type]
    data = run.dataset
    return pair_graph(
        run.network, run.network.start, data.inputs, data.targets, {1: "a", -1 % 17: "b"}
    )


GRAPHS: dict[str, Callable[[], Graph]] = {
    "vectors": lambda: parse_formula("mean((a*[1, 2] + b - [2, 3])**2)"),
    "joined": lambda: parse_formula("concatenate(a*[1, 2], b*[1, 2]) @ [1, 2, 3, 4]"),
    "xor": network,
    "hinge": lambda: network(data="moons", loss="hinge", activations=("relu",)),
    "wide": lambda: network(data="circle", layers=(2, 64, 64, 1)),
}


def surface(graph: Graph) -> SurfaceFunction:
    variables: list[NodeId] = []
    for name in "ab":
        node = graph.named(name)
        assert node is not None
        variables.append(node)
    return compile_graph(graph, variables)


def one_by_one(function: SurfaceFunction, x: Array, y: Array) -> Array:
    """Return values and slopes, each from the graph's own passes at a single point."""
    rows = [
        [float(function.value(*point)), *map(float, function.gradient(*point))]
        for point in zip(map(np.asarray, x.ravel()), map(np.asarray, y.ravel()), strict=True)
    ]
    return np.array(rows).T.reshape(3, *x.shape)


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("shape", [(1,), (7,), (3, 5), (0,)])
def test_points_beside_each_other_have_the_numbers_of_one_after_the_other(
    name: str, shape: tuple[int, ...]
) -> None:
    function = surface(GRAPHS[name]())
    assert not function.is_elementwise
    rng = np.random.default_rng(1)
    x, y = rng.uniform(-2, 2, (2, *shape))
    expected = one_by_one(function, x, y) if x.size else np.empty((3, 0))
    assert function.value(x, y) == pytest.approx(expected[0], rel=1e-12)
    found = function.gradient(x, y)
    assert [part.shape for part in found] == [shape, shape]
    assert np.array(found) == pytest.approx(expected[1:], rel=1e-9, abs=1e-13)


def test_more_points_than_lanes_are_taken_in_turns() -> None:
    function = surface(GRAPHS["vectors"]())
    assert function.lanes is not None
    assert function.lanes.most == 256
    x, y = np.meshgrid(np.linspace(-1, 3, 23), np.linspace(-2, 2, 23))
    expected = ((x + y - 2) ** 2 + (2 * x + y - 3) ** 2) / 2
    assert function.value(x, y) == pytest.approx(expected, abs=1e-13)
    assert function.gradient(x, y)[1] == pytest.approx(3 * x + 2 * y - 5, abs=1e-13)


def test_large_arrays_and_functions_of_one_point_go_one_after_the_other() -> None:
    for name, most in (("wide", 1), ("joined", 1), ("xor", 256)):
        lanes = surface(GRAPHS[name]()).lanes
        assert lanes is not None
        assert lanes.most == most


def test_a_variable_that_nothing_depends_on_has_the_slope_zero() -> None:
    builder = GraphBuilder()
    a, b = (builder.source("input", 1.0, name) for name in "ab")
    row = builder.source("constant", [1.0, 2.0])
    height = builder.gate("sum", builder.gate("multiply", a, row))
    function = compile_graph(builder.build(height), [a, b])
    along_b = function.gradient(np.array([1.0, 2.0]), np.array([3.0, 4.0]))[1]
    assert along_b.tolist() == [0.0, 0.0]


def test_threads_share_the_arrays_in_turns() -> None:
    function = surface(GRAPHS["xor"]())
    x = np.linspace(-2, 2, 64)
    expected = [function.gradient(x + shift, x)[0].tolist() for shift in range(8)]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(5):
            found = pool.map(lambda shift: function.gradient(x + shift, x)[0].tolist(), range(8))
            assert list(found) == expected


def test_what_leaves_the_range_is_not_finite_and_warns_of_nothing() -> None:
    function = surface(parse_formula("sum(exp(a*[1, 2])) + b"))
    assert np.isinf(function.value(np.array([1e3, 1e4]), np.zeros(2))).all()
