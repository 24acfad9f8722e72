"""Groups with ports that wait for a wire, and groups found again in a graph built anew."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.autodiff.costs.costs import Mode, mode_steps, reverse_mode_cost
from engine.autodiff.passes.plan import compile_plan
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.errors import FileFormatError
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.folding import Folding, fold
from engine.graph.group_matching import carry_groups
from engine.graph.group_operation import GroupNode
from engine.graph.groups import group_nodes, set_folded
from engine.graph.model import Graph, GroupId, InputPort, NodeId
from tests.support.graphs import node

TANH = "f = 2*((exp(x) - exp(-x))/(exp(x) + exp(-x)))"


def tanh() -> tuple[Graph, GroupId]:
    graph = parse_formula(TANH)
    last = node(graph, "f")
    gates = [gate for gate in graph.gates() if gate != last]
    return group_nodes(graph, gates, "th")


def gate_of(folding: Folding) -> NodeId:
    (gate,) = folding.groups
    return gate


def loosened(graph: Graph) -> Graph:
    """Take every wire off the group's port."""
    folding = fold(graph)
    for port in folding.wires[InputPort(gate_of(folding), 0)]:
        graph = edits.disconnect(graph, port)
    return graph


def test_a_group_without_its_wires_is_one_gate_with_one_port_that_waits() -> None:
    graph, _ = tanh()
    folding = fold(loosened(graph))
    gate = gate_of(folding)
    assert not folding.problems
    assert folding.graph.inputs_of(gate) == (None,)
    assert min(folding.graph.nodes) >= 0
    drawn = folding.graph.nodes[gate]
    assert isinstance(drawn, GroupNode)
    assert drawn.pattern is not None
    assert drawn.pattern.name == "tanh"
    assert gate in compile_plan(folding.graph).problems


def test_wires_put_back_give_the_graph_as_it_was() -> None:
    graph, group = tanh()
    source = node(graph, "x")
    again = loosened(graph)
    folding = fold(again)
    for port in folding.wires[InputPort(gate_of(folding), 0)]:
        again = edits.connect(again, source, port)
    assert again.nodes == graph.nodes
    assert again.wires == graph.wires
    assert again.groups[group].members == graph.groups[group].members


def test_ports_that_were_one_stay_one_in_copies_and_files() -> None:
    graph, _ = tanh()
    (members,) = (group.members for group in graph.groups.values())
    alone = edits.subgraph(graph, members)
    assert fold(from_json(to_json(Drawing(alone))).graph).graph.nodes.keys() == {
        gate_of(fold(alone))
    }
    twice, _ = edits.merge(alone, alone)
    folding = fold(twice)
    assert [folding.graph.nodes[gate].record.arity for gate in folding.groups] == [1, 1]


def test_ports_that_are_fed_apart_are_apart_when_open() -> None:
    graph, group = tanh()
    graph, other = edits.add_node(loosened(graph), graph.nodes[node(graph, "x")])
    first, *_ = fold(graph).wires[InputPort(gate_of(fold(graph)), 0)]
    graph = edits.connect(graph, other, first)
    assert fold(graph).graph.nodes[gate_of(fold(graph))].record.arity == 2
    folding = fold(graph)
    loose = folding.graph.inputs_of(gate_of(folding)).index(None)
    waiting, *_ = folding.wires[InputPort(gate_of(folding), loose)]
    both = edits.connect(graph, node(graph, "x"), waiting)
    assert not any(first in ports for ports in edits.disconnect(both, first).groups[group].joined)


def test_a_removed_member_leaves_the_joined_ports_that_are_left() -> None:
    graph, group = tanh()
    open_graph = loosened(graph)
    (ports,) = open_graph.groups[group].joined
    smaller = edits.remove_nodes(open_graph, [min(ports).node])
    left = {port for joined in smaller.groups[group].joined for port in joined}
    assert left < ports


@pytest.mark.parametrize("joined", [[[[1, 0], [99, 0]]], [[[1, "a"]]], 3])
def test_damaged_joined_ports_are_refused(joined: object) -> None:
    graph, _ = tanh()
    record = json.loads(to_json(Drawing(loosened(graph))))
    record["groups"][0]["joined"] = joined
    with pytest.raises(FileFormatError):
        from_json(json.dumps(record))


def test_a_group_of_several_inputs_has_a_formula() -> None:
    graph = parse_formula("f = sin(a*b + a) + c")
    inner = [gate for gate in graph.gates() if gate != node(graph, "f")]
    grouped, _ = group_nodes(graph, inner, "g")
    assert format_latex(fold(grouped).graph) == r"f = \mathrm{g}(a, b) + c"


def test_what_reverse_mode_costs_is_the_row_of_the_comparison() -> None:
    graph, _ = tanh()
    for drawn in (graph, fold(graph).graph):
        plan = compile_plan(drawn)
        *_, rows = mode_steps(plan, node(graph, "f"))
        assert rows is not None
        (row,) = (item for item in rows if item.mode is Mode.REVERSE)
        assert reverse_mode_cost(plan, node(graph, "f")) == row


NEURON = "f = 1/(1 + exp(-(w*x + b)))"


def sigmoid_groups(formula: str, *names: str) -> Graph:
    """Group each 1/(1 + exp(−…)) of a formula."""
    graph = parse_formula(formula)
    outputs = [gate for gate in graph.gates() if graph.nodes[gate].operation == "reciprocal"]
    for output, name in zip(outputs, names, strict=True):
        found = [output]
        for _ in range(3):
            ends = [end for end in graph.inputs_of(found[-1]) if end is not None]
            found.append(next(end for end in ends if not graph.nodes[end].is_source))
        graph, _ = group_nodes(graph, found, name)
    return graph


@pytest.mark.parametrize(
    ("after", "names"),
    [
        (NEURON, ["σ"]),
        ("f = 1/(1 + exp(-(w*x + b + c)))", ["σ"]),
        ("f = 3*x + 1/(1 + exp(-x))", ["σ"]),
        ("f = 1/(2 + exp(-(w*x + b)))", []),
        ("f = w*x + b", []),
    ],
)
def test_a_group_survives_an_edited_formula_with_its_members(after: str, names: list[str]) -> None:
    before = sigmoid_groups(NEURON, "σ")
    carried = carry_groups(before, parse_formula(after))
    assert [group.name for group in carried.groups.values()] == names
    assert carry_groups(parse_formula(NEURON), carried) is carried


def test_two_alike_keep_their_names_nested_ones_and_open_ones_stay_so() -> None:
    formula = "f = 1/(1 + exp(-x)) * (1/(1 + exp(-y)))"
    before = sigmoid_groups(formula, "first", "second")
    before, whole = group_nodes(before, before.gates(), "both")
    before = set_folded(before, whole, False)
    carried = carry_groups(before, parse_formula(f"{formula} + z"))
    assert sorted(group.name for group in carried.groups.values()) == ["both", "first", "second"]
    assert [group.folded for group in carried.groups.values() if group.name == "both"] == [False]
    swapped = carry_groups(before, parse_formula("f = 1/(1 + exp(-y)) * (1/(1 + exp(-x)))"))
    x = node(swapped, "x")
    (first,) = (group for group in swapped.groups.values() if group.name == "first")
    assert any(source == x for port, source in swapped.wires.items() if port.node in first.members)


def test_what_is_no_gate_or_shared_otherwise_is_not_carried() -> None:
    before, group = tanh()
    gates = sorted(before.groups[group].members)
    broken = edits.set_target(before, gates[1])
    assert carry_groups(broken, parse_formula(TANH)).groups == {}
    other = "f = 2*((exp(x) - exp(-y))/(exp(x) + exp(-y)))"
    assert carry_groups(before, parse_formula(other)).groups == {}
    unfinished = loosened(before)
    assert carry_groups(unfinished, parse_formula(TANH)).groups == {}
    assert [*carry_groups(unfinished, replace(unfinished, groups={})).groups.values()]


def test_of_two_alike_one_is_left_where_there_is_room_for_one() -> None:
    before = sigmoid_groups("f = 1/(1 + exp(-x)) * (1/(1 + exp(-y)))", "first", "second")
    carried = carry_groups(before, parse_formula("f = 1/(1 + exp(-y))"))
    assert [group.name for group in carried.groups.values()] == ["first"]


def test_members_that_were_one_gate_must_be_one_again() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    shared = builder.gate("exp", x)
    before = builder.build(builder.gate("add", shared, shared))
    grouped, _ = group_nodes(before, before.gates(), "twice")
    apart = GraphBuilder()
    y = apart.source("input", 1.0, "x")
    after = apart.build(apart.gate("add", apart.gate("exp", y), apart.gate("exp", y)))
    assert carry_groups(grouped, after).groups == {}
    assert carry_groups(grouped, before).groups == grouped.groups
