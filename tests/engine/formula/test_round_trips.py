"""Every graph's formula is read back as that graph, whatever its gates, names and numbers are."""

from __future__ import annotations

from hypothesis import assume, given, settings

from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.model import Graph
from engine.graph.passing import seen_through
from tests.support.any_graphs import any_graphs, assert_isomorphic, grouped_graphs
from tests.support.graphs import scalar_graphs


def assert_comes_back(graph: Graph) -> None:
    text = format_formula(graph)
    read = parse_formula(text, known=graph)
    assert_isomorphic(graph, read)
    assert format_formula(read) == text


@given(any_graphs())
@settings(max_examples=120)
def test_the_printed_formula_is_read_back_as_the_same_graph(graph: Graph) -> None:
    assert_comes_back(graph)


@given(any_graphs(muted=True))
@settings(max_examples=60)
def test_muted_gates_and_dots_are_left_out_and_the_rest_comes_back(graph: Graph) -> None:
    seen = seen_through(graph)
    assume(seen.nodes and format_formula(graph) != "?")
    text = format_formula(graph)
    assert text == format_formula(seen)
    assert_comes_back(seen)


@given(grouped_graphs())
@settings(max_examples=60)
def test_groups_change_nothing_in_what_is_read_back(graph: Graph) -> None:
    assert_comes_back(graph)


@given(scalar_graphs())
@settings(max_examples=50)
def test_a_formula_means_the_same_without_the_graph_it_was_printed_from(graph: Graph) -> None:
    text = format_formula(graph)
    assert format_formula(parse_formula(text)) == text
