"""A name that a formula can have, a node can have: typed, renamed, numbered, printed and kept."""

from __future__ import annotations

import pytest

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import rename
from engine.graph.model import Graph, InputPort, Node, NodeId

NAMES = ["x′", "ŷ", "w_1", "μ", "손실", "θ_1", "E"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_typed_is_kept_in_files_and_given_by_hand(name: str) -> None:
    graph = parse_formula(f"{name}*z")
    assert graph.named(name) is not None
    opened = from_json(to_json(Drawing(graph)))
    assert opened.graph.named(name) == graph.named(name)
    z = graph.named("z")
    assert z is not None
    assert rename(parse_formula("2*z"), z, name).named(name) == z


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_taken_gets_a_number_and_can_still_be_typed(name: str) -> None:
    builder = GraphBuilder()
    first, second = builder.source("input", 2.0, name), builder.source("input", 3.0, name)
    graph = builder.build(builder.gate("multiply", first, second))
    read = parse_formula(format_formula(graph), graph)
    assert [node.value for node in read.nodes.values() if node.is_source] == [2.0, 3.0]


@pytest.mark.parametrize("name", ["x′1", "𝑥", "y\u0302", "Σx", "Σ", "|x|", "′", "x·1", ""])
def test_a_name_that_no_formula_reads_is_told_by_one_that_it_does(name: str) -> None:
    graph = Graph(
        {NodeId(0): Node("sin", name), NodeId(1): Node("add")},
        {InputPort(NodeId(1), 0): NodeId(0), InputPort(NodeId(1), 1): NodeId(0)},
    )
    text = format_formula(graph)
    assert format_formula(parse_formula(text)) == text
