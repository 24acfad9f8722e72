"""Sections A and B of the course: every number of every example, and the files that hold them."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.arrays import as_array
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.reverse import backward_steps, forward_pass, forward_steps
from engine.command_line.main import main
from engine.drawing.serialization import from_json, to_json
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.values import format_value, full_precision
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from tests.engine.course.network_examples import ALL_EXAMPLES
from tests.engine.course.worked_examples import WorkedExample
from tests.engine.course.write_examples import FOLDER, path_of

# The course prints four decimals.
PRINTED = 5e-5

each_example = pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda example: example.key)


def node(graph: Graph, name: str) -> NodeId:
    found = graph.named(name)
    assert found is not None, name
    return found


def assert_close(found: ArrayLike, expected: ArrayLike) -> None:
    one, other = as_array(found), as_array(expected)
    assert one.shape == other.shape
    assert np.abs(one - other).max() <= PRINTED


def assert_numbers_of(example: WorkedExample, graph: Graph) -> None:
    result = evaluate(graph)
    assert not result.problems
    assert result.target is not None
    assert_close(result.values[result.target], example.value)
    for name, value in example.named.items():
        assert_close(result.values[node(graph, name)], value)
    for name, gradient in example.gradients.items():
        found = result.gradients.nodes[node(graph, name)]
        assert_close(found, gradient)


@each_example
def test_values_and_gradients_are_those_of_the_course(example: WorkedExample) -> None:
    assert_numbers_of(example, example.graph)


@each_example
def test_the_command_line_prints_them(
    example: WorkedExample, capsys: pytest.CaptureFixture[str]
) -> None:
    assignments = [
        f"{name}={full_precision(as_array(value))}" for name, value in example.inputs.items()
    ]
    assert main(["evaluate", example.formula, *assignments, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert_close(printed["value"], example.value)
    assert printed["gradients"].keys() == example.inputs.keys()
    for name, gradient in printed["gradients"].items():
        assert_close(gradient, example.gradients[name])


@each_example
def test_the_file_of_the_examples_menu_is_the_example(example: WorkedExample) -> None:
    text = path_of(example).read_text(encoding="utf-8")
    drawing = from_json(text)
    assert to_json(drawing) + "\n" == text
    assert drawing.graph == example.graph
    assert (drawing.title, drawing.description) == (example.title, example.description)
    assert_numbers_of(example, drawing.graph)
    assert drawing.positions.keys() == drawing.graph.nodes.keys()
    for (ax, ay), (bx, by) in combinations(drawing.positions.values(), 2):
        assert abs(ax - bx) >= 100 or abs(ay - by) >= 60, "two nodes stand on each other"


def test_the_folder_holds_nothing_else() -> None:
    assert set(FOLDER.glob("*.json")) == {path_of(example) for example in ALL_EXAMPLES}


@each_example
def test_the_formula_of_the_drawing_is_the_one_of_the_course(example: WorkedExample) -> None:
    assert format_formula(example.graph) == example.formula


def example_graph(key: str) -> Graph:
    return next(example.graph for example in ALL_EXAMPLES if example.key == key)


def test_a2_passes_its_gates_in_the_order_of_the_course() -> None:
    steps = list(forward_steps(evaluate(example_graph("A2")).plan))
    shown = [format_value(step.output) for step in steps]
    assert shown == ["−2", "6", "4", "1", "−1", "0.37", "1.37", "0.73"]


def test_a2_walks_back_along_its_tail() -> None:
    graph = example_graph("A2")
    plan = evaluate(graph).plan
    steps = list(backward_steps(plan, forward_pass(plan), node(graph, "f")))
    assert [step.operation.name for step in steps[:4]] == ["reciprocal", "add", "exp", "negate"]
    tail = [next(item for item in step.downstream if item is not None) for step in steps[:4]]
    assert [format_value(item) for item in tail] == ["−0.53", "−0.53", "−0.20", "0.20"]


def test_a3_gives_the_numbers_of_a2_with_fewer_gates() -> None:
    apart, grouped = evaluate(example_graph("A2")), evaluate(example_graph("A3"))
    assert len(apart.plan.instructions) == 8
    assert len(grouped.plan.instructions) == 5
    for name in ("w0", "x0", "w1", "x1", "w2"):
        one = apart.gradients.nodes[node(apart.plan.graph, name)]
        other = grouped.gradients.nodes[node(grouped.plan.graph, name)]
        assert float(one) == pytest.approx(float(other), abs=1e-15)
    sigma = float(grouped.values[node(grouped.plan.graph, "f")])
    assert sigma * (1 - sigma) == pytest.approx(0.1966, abs=PRINTED)


def test_a4_is_not_the_value_in_circulation() -> None:
    result = evaluate(example_graph("A4"))
    assert result.target is not None
    assert float(result.values[result.target]) == pytest.approx(0.0484 + 0.0676)


def test_a5_sums_the_gradients_of_both_paths() -> None:
    graph = example_graph("A5")
    result = evaluate(graph)
    b = node(graph, "b")
    along = sorted(float(result.gradients.wires[port]) for port in graph.consumers(b))
    assert along == [2.0, 3.0]


def test_a8_computes_no_gradient_for_its_constant() -> None:
    graph = example_graph("A8")
    result = evaluate(graph)
    assert graph.nodes[node(graph, "a")].operation == "constant"
    assert node(graph, "a") not in result.gradients.nodes


def test_a10_is_differentiable_throughout() -> None:
    # The SVM loss of one sample of the first of two classes: scores 1 and 1.5, so 1.5 of hinge.
    graph = parse_formula(
        "s = W @ x; data = max(0, s @ [0, 1] - s @ [1, 0] + 1); L = data + 0.5*squared_norm(W)"
    )
    graph = set_value(graph, node(graph, "W"), [[1.0, 0.0], [0.0, 1.5]])
    graph = set_value(graph, node(graph, "x"), [1.0, 1.0])
    result = evaluate(graph)
    assert float(result.values[node(graph, "data")]) == pytest.approx(1.5)
    hinge, regularization = as_array([[-1, -1], [1, 1]]), as_array([[1.0, 0.0], [0.0, 1.5]])
    assert_close(result.gradients.nodes[node(graph, "W")], hinge + regularization)
