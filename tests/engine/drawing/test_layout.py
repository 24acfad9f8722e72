"""The layered drawing: left to right, nothing touching, always the same."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from engine.drawing.layout import arrange
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, scalar_graphs
from tests.support.work import count_calls

SIZE = (80.0, 88.0)


@given(scalar_graphs(max_gates=25))
@settings(max_examples=60, deadline=None)
def test_wires_run_left_to_right_and_no_nodes_touch(graph: Graph) -> None:
    placed = arrange(graph, dict.fromkeys(graph.nodes, SIZE), column_gap=120, row_gap=28)
    assert placed.keys() == graph.nodes.keys()
    for port, source in graph.wires.items():
        gap = placed[port.node][0] - placed[source][0] - SIZE[0]
        assert gap >= 120 - 1e-6
    for (ax, ay), (bx, by) in combinations(placed.values(), 2):
        apart = abs(ax - bx) >= SIZE[0] + 119 or abs(ay - by) >= SIZE[1] + 28 - 1e-6
        assert apart


def test_inputs_stand_in_the_order_of_their_ports() -> None:
    graph = product_of_sum()
    placed = arrange(graph, dict.fromkeys(graph.nodes, SIZE))
    assert placed[node(graph, "x")][1] < placed[node(graph, "y")][1]
    assert placed[node(graph, "q")][1] < placed[node(graph, "z")][1]


def test_the_same_graph_is_arranged_the_same_way_and_an_empty_one_at_all() -> None:
    graph = product_of_sum()
    sizes = dict.fromkeys(graph.nodes, SIZE)
    assert arrange(graph, sizes) == arrange(graph, sizes)
    assert arrange(Graph(), {}) == {}


def test_a_straight_chain_is_drawn_straight() -> None:
    builder = GraphBuilder()
    last = builder.source("input", 1.0, "x")
    for _ in range(5):
        last = builder.gate("tanh", last)
    graph = builder.build(last)
    placed = arrange(graph, dict.fromkeys(graph.nodes, SIZE))
    assert len({y for _, y in placed.values()}) == 1


def test_a_column_gets_the_largest_gap_that_its_nodes_want() -> None:
    graph = product_of_sum()
    q, f = node(graph, "q"), node(graph, "f")
    gaps = dict.fromkeys(graph.nodes, 90.0) | {f: 150.0}
    placed = arrange(graph, dict.fromkeys(graph.nodes, SIZE), column_gap=gaps)
    assert placed[q][0] - placed[node(graph, "x")][0] == SIZE[0] + 90
    assert placed[f][0] - placed[q][0] == SIZE[0] + 150


def test_a_long_sum_over_one_input_is_arranged_at_once() -> None:
    graph = parse_formula("+".join(["x"] * 400))
    sizes = dict.fromkeys(graph.nodes, SIZE)
    # With a passage in every column for every wire they were eleven million, and took seconds.
    assert count_calls(lambda: arrange(graph, sizes)) < 200_000
    placed = arrange(graph, sizes)
    assert placed.keys() == graph.nodes.keys()
    assert len(set(placed.values())) == len(placed)
