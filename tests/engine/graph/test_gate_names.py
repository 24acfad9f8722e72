"""One name for each gate that nobody named, and nobody else has it."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import add_node, connect, remove_nodes, rename, set_target, set_value
from engine.graph.folding import fold
from engine.graph.gate_names import result_name
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.mute import mute
from engine.graph.passing import seen_through


def gates(graph: Graph) -> list[str]:
    return [graph.names[node] for node in graph.gates()]


def by_operation(graph: Graph, operation: str) -> NodeId:
    return next(key for key, node in graph.nodes.items() if node.operation == operation)


def test_the_courses_letter_comes_first_and_the_result_is_f() -> None:
    assert gates(parse_formula("(x + y)*z")) == ["q", "f"]
    long = parse_formula("sin(cos(sin(cos(sin(cos(x))))))")
    assert gates(long) == ["q", "r", "s", "t", "q1", "f"]


@pytest.mark.parametrize(
    "formula",
    [
        "q*r + r*s + s*t + t*q",
        "f*L*F + exp(f)",
        "q1*q_1 + q*(r + q1)*(q + r)*(q - r)",
        "u*v*p*h*q*r*s*t*q1*r1 + u*v",
    ],
)
def test_a_name_is_nobody_elses(formula: str) -> None:
    graph = parse_formula(formula)
    assert max(Counter(graph.names.values()).values()) == 1
    for node in graph.gates():
        # Read like it, q_1 would be the same letter as q1.
        plain = graph.names[node].replace("_", "")
        others = [name for key, name in graph.names.items() if key != node]
        assert plain not in [name.replace("_", "") for name in others]


def test_a_letter_of_a_formula_is_no_gates_name() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    noisy = builder.gate("dropout", builder.gate("sin", builder.gate("cos", x)))
    graph = builder.build(builder.gate("exp", builder.gate("tanh", noisy)))
    # p and s are settings of dropout.
    assert not {"p", "s"} & set(gates(graph))


def test_whoever_is_given_the_name_keeps_it_and_the_gate_gives_way() -> None:
    graph = parse_formula("sin(cos(tanh(x)))")
    assert gates(graph) == ["q", "r", "f"]
    graph = rename(graph, by_operation(graph, "input"), "q")
    assert gates(graph) == ["p", "r", "f"]


def test_an_edit_renames_no_gate_that_it_does_not_touch() -> None:
    parsed = parse_formula("sin(cos(tanh(sigmoid(x))))")
    # Nobody chose a result, so the last gate is it.
    graph = Graph(parsed.nodes, parsed.wires)
    before = dict(graph.names)
    last = graph.result
    assert last is not None
    graph, added = add_node(graph, Node("exp"))
    graph = connect(graph, last, InputPort(added, 0))
    # What was the result has a name of its own now; all others are called as before.
    assert {**before, last: graph.names[last], added: "f"} == dict(graph.names)
    named = rename(graph, by_operation(graph, "cos"), "c")
    assert [named.names[node] for node in graph.gates() if named.names[node] != "c"] == [
        name for name in gates(graph) if name != graph.names[by_operation(graph, "cos")]
    ]
    muted = mute(graph, by_operation(graph, "cos"))
    kept = [by_operation(graph, name) for name in ("sigmoid", "tanh", "sin", "exp")]
    assert [muted.names[node] for node in kept] == [graph.names[node] for node in kept]
    assert gates(remove_nodes(graph, [added])) == gates(parsed)


def test_dots_and_muted_gates_are_called_what_they_hand_on() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    inner = builder.gate("sin", x)
    dot = builder.gate("reroute", inner)
    graph = builder.build(builder.gate("exp", builder.gate("cos", dot)))
    assert graph.names[dot] == graph.names[inner] == "q"
    cos = by_operation(graph, "cos")
    graph = mute(graph, cos)
    assert graph.names[cos] == "q"
    plain = seen_through(graph)
    assert {key: graph.names[key] for key in plain.nodes} == dict(plain.names)


def test_numbers_are_their_own_name_and_vectors_have_one() -> None:
    graph = parse_formula("sum(2*x + [1, 2])")
    constants = [node for node in graph.sources() if graph.nodes[node].operation == "constant"]
    assert [graph.names.get(node) for node in constants] == [None, "c"]


def test_a_group_does_not_change_what_anything_is_called() -> None:
    graph = parse_formula("1/(1 + exp(-(w*x + b)))")
    tail = [by_operation(graph, name) for name in ("negate", "exp")]
    grouped, _ = group_nodes(graph, tail, "g")
    drawn = fold(grouped).graph
    assert {key: graph.names[key] for key in drawn.names} == dict(drawn.names)
    assert drawn.names[tail[1]] == graph.names[tail[1]]


def test_another_value_leaves_the_names_as_they_are() -> None:
    graph = parse_formula("(x + y)*z")
    x = by_operation(graph, "input")
    assert set_value(graph, x, np.ones(2)).names is not None
    names = graph.names
    assert set_value(graph, x, 3.0).names is names


def test_every_gate_of_a_large_graph_has_its_own() -> None:
    builder = GraphBuilder()
    node = builder.source("input", 1.0, "q")
    for _ in range(5000):
        node = builder.gate("sin", node)
    graph = builder.build(node)
    assert len(set(graph.names.values())) == 5001


def test_a_graph_without_a_result_says_what_it_would_be_called() -> None:
    graph = parse_formula("x*y")
    assert result_name(graph) == "f"
    assert result_name(set_target(graph, None)) == "f"
    x = next(iter(graph.nodes))
    assert result_name(set_target(rename(graph, x, "f"), None)) == "L"
    assert result_name(parse_formula("loss = x*y")) == "loss"
