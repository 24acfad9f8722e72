"""The walk shows what has been computed so far, and nothing more."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.passes.walk import Walk
from engine.drawing.drawing import Drawing
from engine.drawing.passes import Stop
from engine.graph.model import Graph, InputPort
from tests.support.graphs import node, product_of_sum, sum_over_paths


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), None)
    return document


def test_it_goes_forward_through_the_gates_and_then_backward(document: Document) -> None:
    walk = Walk(document)
    q, f = node(document.graph, "q"), node(document.graph, "f")
    assert walk.stops == (
        Stop(q, "forward"), Stop(f, "forward"), Stop(f, "backward"), Stop(q, "backward"),
    )  # fmt: skip
    assert (walk.forward_count, walk.backward_count, walk.last) == (2, 2, 5)


def test_it_begins_with_the_live_values(document: Document) -> None:
    walk = Walk(document)
    assert walk.is_live
    assert walk.view() is None
    assert walk.numbers().values == document.evaluation.values


def test_before_the_first_gate_only_the_inputs_are_known(document: Document) -> None:
    walk = Walk(document)
    walk.go(0)
    view = walk.view()
    assert view is not None
    assert view.current is None
    assert set(view.values) == set(document.graph.sources())
    assert view.gradients.nodes == {}


def test_each_forward_step_adds_one_value(document: Document) -> None:
    walk = Walk(document)
    walk.go(1)
    view = walk.view()
    assert view is not None
    assert view.current == node(document.graph, "q")
    assert view.direction == "forward"
    assert node(document.graph, "f") not in view.values
    assert view.gradients.nodes == {}


def test_the_last_gate_has_gradient_one_and_sends_its_downstream(document: Document) -> None:
    walk = Walk(document)
    walk.go(3)
    view = walk.view()
    assert view is not None
    graph = document.graph
    assert view.direction == "backward"
    assert float(view.gradients.nodes[node(graph, "f")]) == 1
    assert float(view.gradients.wires[InputPort(node(graph, "f"), 1)]) == 3
    assert node(graph, "x") not in view.gradients.nodes


def test_at_its_last_gate_the_gradients_are_all_there(document: Document) -> None:
    walk = Walk(document)
    walk.go(4)
    view = walk.view()
    assert view is not None
    assert view.gradients.nodes == document.evaluation.gradients.nodes
    assert view.gradients.wires == document.evaluation.gradients.wires


def test_branches_are_summed_as_they_arrive(document: Document) -> None:
    document.load(Drawing(sum_over_paths()), None)
    walk = Walk(document)
    b = node(document.graph, "b")
    seen = []
    for position in range(walk.forward_count + 1, walk.last):
        walk.go(position)
        seen.append(walk.numbers().gradients.nodes.get(b))
    assert [None if g is None else float(g) for g in seen] == [None, 3, 5]


def test_another_value_keeps_the_position(document: Document) -> None:
    walk = Walk(document)
    walk.go(3)
    document.set_value(node(document.graph, "z"), np.array(2.0))
    assert walk.position == 3
    assert float(walk.numbers().gradients.wires[InputPort(node(document.graph, "f"), 0)]) == 2


def test_other_gates_return_to_the_live_values(document: Document) -> None:
    walk = Walk(document)
    walk.go(2)
    document.disconnect(InputPort(node(document.graph, "f"), 0))
    assert walk.is_live
    assert walk.stop is None


def test_a_graph_without_gates_has_nowhere_to_go(document: Document) -> None:
    document.load(Drawing(Graph()), None)
    walk = Walk(document)
    walk.go(3)
    assert (walk.position, walk.last, walk.is_live) == (0, 0, True)


def test_positions_outside_are_the_nearest_ones(document: Document) -> None:
    walk = Walk(document)
    walk.go(-4)
    assert walk.position == 0
    walk.go(99)
    assert walk.is_live


def test_a_gate_is_called_by_its_symbol_and_name(document: Document) -> None:
    walk = Walk(document)
    assert walk.title(walk.stops[0]) == "+ (q)"
