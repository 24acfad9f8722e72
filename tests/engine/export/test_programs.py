"""Exported programs run as they stand and compute what the engine computes."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EngineError
from engine.export.identifiers import identifiers
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.training.run.run import TrainingRun
from tests.engine.course.network_examples import ALL_EXAMPLES
from tests.engine.course.worked_examples import WorkedExample
from tests.support.graphs import scalar_graphs

FORMULAS = (
    "mean_squared_error(W @ x + b, t)",
    "sum(max(x, b)*leaky_relu(x - b, slope=0.2))",
    "mean(exp(-x)/(1 + x**2)) + squared_norm(b)",
    "binary_cross_entropy(sigmoid(x), t)",
    "W @ x",
    "sum(W @ x) + squared_norm(W)",
    "squared_norm(W) + sum(W @ x)",
)
VALUES: dict[str, ArrayLike] = {
    "W": [[0.1, 0.5], [-0.3, 0.8]],
    "x": [0.2, 0.4],
    "b": 0.25,
    "t": [1.0, 0.0],
}


def _graph(formula: str) -> Graph:
    graph = parse_formula(formula)
    for name, value in VALUES.items():
        found = graph.named(name)
        if found is not None:
            graph = set_value(graph, found, value)
    return graph


def _module(source: str, folder: Path) -> Mapping[str, Any]:
    path = folder / "exported.py"
    path.write_text(source, encoding="utf-8")
    return runpy.run_path(str(path))


def _assert_same(graph: Graph, value: Any, gradients: Mapping[str, Any]) -> None:
    expected = evaluate(graph)
    assert expected.target is not None
    np.testing.assert_allclose(value, expected.values[expected.target], rtol=1e-12, atol=1e-15)
    names = identifiers(graph)
    for node, gradient in expected.gradients.nodes.items():
        if graph.nodes[node].is_source:
            given_gradient = np.asarray(gradients[names[node]])
            assert given_gradient.shape == gradient.shape
            np.testing.assert_allclose(given_gradient, gradient, rtol=1e-12, atol=1e-15)


def _check_numpy(graph: Graph, folder: Path) -> None:
    function = _module(numpy_source(graph), folder)["value_and_gradients"]
    names = identifiers(graph)
    inputs = {
        names[node]: np.array(graph.nodes[node].value)
        for node in graph.sources()
        if node in evaluate(graph).gradients.nodes
    }
    value, gradients = function(**inputs)
    _assert_same(graph, value, gradients)


@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda example: example.key)
def test_the_numpy_program_of_a_course_example_agrees(
    example: WorkedExample, tmp_path: Path
) -> None:
    _check_numpy(example.graph, tmp_path)


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_numpy_program_of_a_matrix_formula_agrees(formula: str, tmp_path: Path) -> None:
    _check_numpy(_graph(formula), tmp_path)


@given(scalar_graphs())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_numpy_program_of_any_graph_agrees(tmp_path: Path, graph: Graph) -> None:
    _check_numpy(graph, tmp_path)


def test_the_numpy_program_of_a_network_agrees(tmp_path: Path) -> None:
    network = TrainingRun(seed=3).network
    _check_numpy(network.with_parameters(network.start), tmp_path)


def test_the_program_prints_value_and_gradients_by_name(tmp_path: Path) -> None:
    graph = parse_formula("q = x + y; f = q*z")
    for name, value in (("x", -2), ("y", 5), ("z", -4)):
        found = graph.named(name)
        assert found is not None
        graph = set_value(graph, found, value)
    path = tmp_path / "a1.py"
    path.write_text(numpy_source(graph), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "value: -12.0"
    assert [line.split(":")[0] for line in lines[1:]] == [f"gradient of {name}" for name in "xyz"]
    assert [float(line.split(":")[1]) for line in lines[1:]] == [-4, -4, 3]


def test_names_that_python_or_the_program_uses_are_changed_and_others_kept() -> None:
    graph = parse_formula("lambda1 + np*list_ + value + gradients*d_x")
    names = set(identifiers(graph).values())
    assert {"lambda1", "list_", "np_1", "value_1", "gradients_1"} <= names
    assert "d_x" not in names


def test_an_empty_graph_and_an_unfinished_one_are_refused_with_a_sentence() -> None:
    with pytest.raises(EngineError, match="nothing to export"):
        numpy_source(Graph())
    with pytest.raises(EngineError, match="has no wire"):
        pytorch_source(parse_formula("x + ?"))


def test_a_formula_of_constants_exports_without_gradients(tmp_path: Path) -> None:
    module = _module(numpy_source(parse_formula("2*3")), tmp_path)
    value, gradients = module["value_and_gradients"]()
    assert (value, gradients) == (6.0, {})
    assert "backward" not in pytorch_source(parse_formula("2*3"))


@pytest.mark.parametrize("formula", [*FORMULAS, "2*3"])
def test_the_pytorch_program_is_a_program(formula: str) -> None:
    source = pytorch_source(_graph(formula))
    compile(source, "exported.py", "exec")
    assert source.startswith('"""')
    assert "$" not in source


@pytest.mark.parametrize(
    "graph",
    [*map(_graph, FORMULAS), *(example.graph for example in ALL_EXAMPLES)],
    ids=format_formula,
)
def test_the_pytorch_program_agrees(graph: Graph, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    names = identifiers(graph)
    learning = {node for node in evaluate(graph).gradients.nodes if graph.nodes[node].is_source}
    inputs = {
        names[node]: torch.tensor(
            np.array(graph.nodes[node].value), dtype=torch.float64, requires_grad=True
        )
        for node in learning
    }
    value = _module(pytorch_source(graph), tmp_path)["forward"](**inputs)
    value.sum().backward()
    gradients = {name: tensor.grad.numpy() for name, tensor in inputs.items()}
    _assert_same(graph, value.detach().numpy(), gradients)
