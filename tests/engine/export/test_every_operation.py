"""Every operation, exported by itself, is a program that computes what the engine computes."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.operations.domains import case, count_cases

each_gate = pytest.mark.parametrize(
    "record",
    [record for record in OPERATIONS.values() if not record.is_source],
    ids=lambda record: record.name,
)


def _graphs(record: Operation) -> list[Graph]:
    graphs = []
    for pick in range(count_cases(record)):
        place = case(record, pick, seed=pick)
        builder = GraphBuilder()
        gate = builder.add_node(Node(record.name, settings=place.settings))
        for index, value in enumerate(place.inputs):
            builder.wire(builder.source("input", value, f"in{index}"), InputPort(gate, index))
        graphs.append(builder.build(gate))
    return graphs


def _inputs(graph: Graph) -> dict[str, Any]:
    return {node.name: np.array(node.value) for node in graph.nodes.values() if node.is_source}


def _assert_same(result: Evaluation, value: Any, gradients: dict[str, Any]) -> None:
    assert result.target is not None
    np.testing.assert_allclose(value, result.values[result.target], rtol=1e-12, atol=1e-12)
    for node, expected in result.gradients.nodes.items():
        if result.plan.graph.nodes[node].is_source:
            found = np.asarray(gradients[result.plan.graph.nodes[node].name])
            assert found.shape == expected.shape
            np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def _run(source: str, folder: Path) -> dict[str, Any]:
    path = folder / "exported.py"
    path.write_text(source, encoding="utf-8")
    return runpy.run_path(str(path))


@each_gate
def test_a_share_of_a_gradient_can_be_added_to_another(record: Operation) -> None:
    for template in record.numpy_downstream:
        expression = ast.parse(f"before + {template}".replace("$", ""), mode="eval").body
        assert isinstance(expression, ast.BinOp)


@each_gate
def test_its_numpy_program_agrees(record: Operation, tmp_path: Path) -> None:
    for graph in _graphs(record):
        function = _run(numpy_source(graph), tmp_path)["value_and_gradients"]
        value, gradients = function(**_inputs(graph))
        _assert_same(evaluate(graph), value, gradients)


@each_gate
def test_its_pytorch_program_agrees(record: Operation, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    for graph in _graphs(record):
        function = _run(pytorch_source(graph), tmp_path)["forward"]
        tensors = {
            name: torch.tensor(value, dtype=torch.float64, requires_grad=True)
            for name, value in _inputs(graph).items()
        }
        value = function(**tensors)
        value.sum().backward()
        gradients = {name: tensor.grad.numpy() for name, tensor in tensors.items()}
        _assert_same(evaluate(graph), value.detach().numpy(), gradients)


def test_the_pytorch_program_imports_numpy_only_for_drawn_numbers() -> None:
    drawn, plain = _graphs(OPERATIONS["dropout"])[0], _graphs(OPERATIONS["tanh"])[0]
    assert "import numpy as np" in pytorch_source(drawn)
    assert "numpy" not in pytorch_source(plain)
