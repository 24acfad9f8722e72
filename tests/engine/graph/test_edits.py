"""Edits of a graph: what they do, and what they refuse with which reason."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.errors import GraphError, OperationError, SettingError
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.passing import without_dots
from engine.graph.shapes import infer_shapes
from engine.graph.text_limits import LONGEST_TYPED_NAME, check_length
from engine.graph.topology import ancestors, descendants, topological_order
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def test_a_new_source_gets_a_free_name_and_the_value_one() -> None:
    graph = Graph()
    for wanted in ("x", "y", "z"):
        graph, node_id = edits.add_node(graph, Node("input"))
        assert graph.nodes[node_id].name == wanted
        assert graph.nodes[node_id].value == 1.0
    graph, again = edits.add_node(graph, Node("input", "x"))
    assert graph.nodes[again].name == "x1"


def test_a_constant_may_stand_for_itself() -> None:
    graph, constant = edits.add_node(Graph(), Node("constant", value=as_array(2.0)))
    assert graph.nodes[constant].name == ""


def test_an_edit_leaves_the_graph_it_started_from_alone() -> None:
    graph = product_of_sum()
    before = dict(graph.nodes), dict(graph.wires)
    edits.remove_nodes(graph, [node(graph, "q")])
    edits.set_value(graph, node(graph, "x"), 7.0)
    assert (dict(graph.nodes), dict(graph.wires)) == before


def test_a_value_cannot_be_changed_from_outside() -> None:
    mine = np.array([1.0, 2.0])
    graph, x = edits.add_node(Graph(), Node("input", value=as_array(mine)))
    mine[0] = 9.0
    value = graph.nodes[x].value
    assert value is not None
    assert value.tolist() == [1.0, 2.0]
    with pytest.raises(ValueError, match="read-only"):
        value[0] = 3.0


@pytest.mark.parametrize(
    ("source", "target", "port", "code"),
    [
        ("f", "q", 0, "cycle"),
        ("x", "f", 5, "missing_port"),
    ],
)
def test_a_wire_that_cannot_be_is_refused_with_its_reason(
    source: str, target: str, port: int, code: str
) -> None:
    graph = product_of_sum()
    with pytest.raises(GraphError) as refusal:
        edits.check_connect(graph, node(graph, source), InputPort(node(graph, target), port))
    assert refusal.value.code == code
    assert refusal.value.sentence.endswith(".")


def test_a_wire_takes_the_place_of_the_one_that_ends_there() -> None:
    graph = product_of_sum()
    z, q = node(graph, "z"), node(graph, "q")
    after = edits.connect(graph, z, InputPort(q, 0))
    assert after.wires == {**graph.wires, InputPort(q, 0): z}


def test_a_circle_is_refused_also_over_many_gates_and_with_oneself() -> None:
    graph = product_of_sum()
    q, f = node(graph, "q"), node(graph, "f")
    graph = edits.disconnect(graph, InputPort(q, 0))
    for source in (f, q):
        with pytest.raises(GraphError) as refusal:
            edits.connect(graph, source, InputPort(q, 0))
        assert refusal.value.code == "cycle"


def test_a_wire_whose_shape_does_not_fit_is_drawn_and_its_gate_says_so() -> None:
    graph, w = edits.add_node(Graph(), Node("input", "W", as_array(np.ones((2, 3)))))
    graph, x = edits.add_node(graph, Node("input", "v", as_array(np.ones(2))))
    graph, product = edits.add_node(graph, Node("matmul"))
    graph = edits.connect(graph, w, InputPort(product, 0))
    graph = edits.connect(graph, x, InputPort(product, 1))
    assert "inner sizes 3 and 2" in infer_shapes(graph).problems[product].sentence


def test_removing_a_node_removes_its_wires_and_its_choice_as_result() -> None:
    graph = product_of_sum()
    q, f = node(graph, "q"), node(graph, "f")
    smaller = edits.remove_nodes(graph, [f])
    assert smaller.target is None
    assert smaller.result == q
    assert all(f not in (port.node, source) for port, source in smaller.wires.items())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name_missing"),
        ("2x", "name_not_identifier"),
        ("a b", "name_not_identifier"),
        ("exp", "name_is_operation"),
        ("y", "name_taken"),
    ],
)
def test_a_bad_name_is_refused_with_its_reason(name: str, code: str) -> None:
    graph = product_of_sum()
    with pytest.raises(GraphError) as refusal:
        edits.rename(graph, node(graph, "x"), name)
    assert refusal.value.code == code


def test_a_gate_may_lose_its_name_and_a_node_keep_its_own() -> None:
    graph = product_of_sum()
    q = node(graph, "q")
    assert edits.rename(graph, q, "").nodes[q].name == ""
    assert edits.rename(graph, q, "q") == graph


def test_only_sources_take_values_and_only_known_settings_are_taken() -> None:
    graph = product_of_sum()
    with pytest.raises(GraphError, match="is computed"):
        edits.set_value(graph, node(graph, "q"), 1.0)
    graph, leaky = edits.add_node(graph, Node("leaky_relu"))
    assert edits.set_settings(graph, leaky, {"slope": 0.2}).nodes[leaky].settings == {"slope": 0.2}
    with pytest.raises(SettingError, match="between 0 and 1"):
        edits.set_settings(graph, leaky, {"slope": 7})
    with pytest.raises(SettingError, match="the settings are: slope"):
        edits.set_settings(graph, leaky, {"height": 1})
    with pytest.raises(OperationError, match="“plux” is not known"):
        edits.add_node(graph, Node("plux"))
    with pytest.raises(GraphError, match="no node 99"):
        edits.set_target(graph, NodeId(99))


def test_pasting_brings_inner_wires_under_new_names() -> None:
    graph = product_of_sum()
    part = edits.subgraph(graph, [node(graph, "x"), node(graph, "y"), node(graph, "q")])
    assert len(part.wires) == 2
    merged, new_ids = edits.merge(graph, part)
    assert len(merged) == len(graph) + 3
    assert {merged.nodes[new_id].name for new_id in new_ids.values()} == {"x1", "y1", "q1"}
    copy = new_ids[node(graph, "q")]
    assert merged.inputs_of(copy) == (new_ids[node(graph, "x")], new_ids[node(graph, "y")])


def test_the_cones_of_a_shared_input() -> None:
    graph = sum_over_paths()
    b, e = node(graph, "b"), node(graph, "e")
    assert descendants(graph, b) == {node(graph, "c"), node(graph, "d"), e}
    assert ancestors(graph, e) == set(graph.nodes) - {e}


@given(scalar_graphs())
@settings(max_examples=60, deadline=None)
def test_the_order_puts_every_node_after_its_inputs(graph: Graph) -> None:
    place = {node_id: index for index, node_id in enumerate(topological_order(graph))}
    assert place.keys() == graph.nodes.keys()
    assert all(place[source] < place[port.node] for port, source in graph.wires.items())


@given(scalar_graphs(), st.data())
@settings(max_examples=60, deadline=None)
def test_no_sequence_of_allowed_wires_makes_a_circle(graph: Graph, data: st.DataObject) -> None:
    ids = list(graph.nodes)
    for _ in range(8):
        source, target = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
        port = InputPort(target, 0)
        graph = edits.disconnect(graph, port)
        with suppress(GraphError):
            graph = edits.connect(graph, source, port)
    assert len(topological_order(graph)) == len(graph)


def test_the_result_is_the_node_chosen_or_the_last_one() -> None:
    graph = product_of_sum()
    q = node(graph, "q")
    chosen = edits.set_target(graph, q)
    assert chosen.result == q
    assert edits.set_target(chosen, None).result == node(graph, "f")
    with pytest.raises(GraphError):
        edits.set_target(graph, NodeId(99))


def test_nodes_are_compared_by_what_they_hold() -> None:
    one = Node("input", "x", as_array([1.0, 2.0]))
    same = one
    assert one == same
    assert one == Node("input", "x", as_array([1.0, 2.0]))
    assert one != Node("input", "x", as_array([1.0, 3.0]))
    assert one != "x"


def test_a_gate_takes_as_many_inputs_as_it_has_ports() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    with pytest.raises(OperationError, match="Add takes 2 inputs, and 1 were given"):
        builder.gate("add", x)


def test_every_node_is_a_source_or_a_gate() -> None:
    graph = product_of_sum()
    assert list(graph.gates()) == [node(graph, "q"), node(graph, "f")]
    assert {*graph.sources(), *graph.gates()} == set(graph.nodes)


def test_a_typed_name_has_a_greatest_length() -> None:
    check_length("n" * LONGEST_TYPED_NAME)
    with pytest.raises(GraphError) as caught:
        check_length("n" * (LONGEST_TYPED_NAME + 1))
    assert caught.value.sentence == "A name has at most 100 characters, and this one has 101."


def test_without_a_dot_among_the_nodes_nothing_is_led_on() -> None:
    graph = product_of_sum()
    assert without_dots(graph, graph.nodes) is graph
