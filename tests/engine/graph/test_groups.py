"""Groups: made of what can be one gate, folded without changing a number, taken away again."""

from __future__ import annotations

import json
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.regrouping import regrouped
from engine.autodiff.passes.reverse import backward_pass, forward_pass, local_gradients
from engine.drawing.drawing import Drawing
from engine.drawing.layout import arrange
from engine.drawing.serialization import from_json, to_json
from engine.errors import FileFormatError, GraphError, ShapeError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.folding import fold
from engine.graph.group_operation import GroupNode
from engine.graph.group_patterns import PATTERNS
from engine.graph.groups import (
    group_nodes,
    parents,
    rename_group,
    set_folded,
    ungroup,
)
from engine.graph.model import Graph, GroupId, InputPort, Node, NodeId
from engine.graph.topology import consumers_by_node
from tests.support.graphs import node, product_of_sum, scalar_graphs

NEURON = "f = 1/(1 + exp(-(w0*x0 + w1*x1 + w2)))"
NEURON_INPUTS = {"w0": 2.0, "x0": -1.0, "w1": -3.0, "x1": -2.0, "w2": -3.0}


def neuron() -> Graph:
    graph = parse_formula(NEURON)
    for name, value in NEURON_INPUTS.items():
        graph = edits.set_value(graph, node(graph, name), value)
    return graph


def gates_before(graph: Graph, last: NodeId, count: int) -> list[NodeId]:
    """Return the last gates of a chain, the end first."""
    found = [last]
    while len(found) < count:
        inputs = [end for end in graph.inputs_of(found[-1]) if end is not None]
        found.append(next(end for end in inputs if not graph.nodes[end].is_source))
    return found


def tail(graph: Graph) -> list[NodeId]:
    return gates_before(graph, node(graph, "f"), 4)


@st.composite
def grouped_graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph with one or two groups."""
    return draw(grown_groups(draw(scalar_graphs())))


@st.composite
def grown_groups(draw: st.DrawFn, graph: Graph) -> Graph:
    """Draw one or two groups of a graph, each grown backwards from its output."""
    consumers = consumers_by_node(graph)
    for _ in range(draw(st.integers(1, 2))):
        members = {draw(st.sampled_from(list(graph.gates())))}
        for _ in range(draw(st.integers(1, 6))):
            ready = [
                key
                for key in graph.gates()
                if key not in members
                and consumers[key]
                and all(port.node in members for port in consumers[key])
            ]
            if ready:
                members.add(draw(st.sampled_from(ready)))
        with suppress(GraphError):
            graph, _ = group_nodes(graph, members, draw(st.sampled_from(("g", "σ"))))
    return graph


@given(grouped_graphs())
@settings(max_examples=80, deadline=None)
def test_grouping_changes_no_number_to_the_last_bit(graph: Graph) -> None:
    folding = fold(graph)
    whole, drawn = evaluate(graph), compile_plan(folding.graph)
    assert whole.target is not None
    values = forward_pass(drawn)
    assert {key: float(value) for key, value in values.items()} == {
        key: float(whole.values[key]) for key in folding.graph.nodes
    }
    wires = regrouped(folding, whole.gradients).wires
    for item in drawn.instructions:
        if not isinstance(folding.graph.nodes[item.node], GroupNode):
            continue
        output = whole.values[item.node]
        inputs = [whole.values[source] for source in item.inputs]
        for index, local in enumerate(local_gradients(item, whole.values)):
            downstream = wires.get(InputPort(item.node, index))
            if downstream is None:
                continue
            upstream = whole.gradients.nodes[item.node]
            assert downstream == item.operation.vjps[index](upstream, output, *inputs)
            assert local is not None
            assert downstream == pytest.approx(float(local * upstream), abs=1e-9)
            pushed = item.operation.jvps[index](np.array(1.0), output, *inputs)
            assert pushed == pytest.approx(float(local), abs=1e-9)


@given(grouped_graphs())
@settings(max_examples=60, deadline=None)
def test_a_folded_graph_is_differentiated_like_the_whole_one(graph: Graph) -> None:
    whole, folded = evaluate(graph), evaluate(fold(graph).graph)
    for key, gradient in folded.gradients.nodes.items():
        expected = float(whole.gradients.nodes[key])
        assert float(gradient) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(grouped_graphs())
@settings(max_examples=60, deadline=None)
def test_ungrouping_gives_back_the_same_graph_and_files_keep_groups(graph: Graph) -> None:
    assert from_json(to_json(Drawing(graph))) == Drawing(graph)
    flat = graph
    for group in graph.groups:
        flat = ungroup(flat, group)
    assert flat.groups == {}
    assert (flat.nodes, flat.wires, flat.target) == (graph.nodes, graph.wires, graph.target)
    places = arrange(fold(graph).graph, dict.fromkeys(fold(graph).graph.nodes, (100.0, 60.0)))
    assert places.keys() == fold(graph).graph.nodes.keys()


def test_the_tail_of_a_neuron_is_a_sigmoid_gate() -> None:
    graph = neuron()
    grouped, _ = group_nodes(graph, tail(graph), "σ")
    folding = fold(grouped)
    assert format_formula(folding.graph) == "f = σ(w0*x0 + w1*x1 + w2)"
    assert format_formula(grouped) == NEURON
    result = evaluate(grouped)
    *_, last = drawn = compile_plan(folding.graph).instructions
    sigma = 0.7310585786300049
    assert last.node == node(graph, "f")
    (local,) = local_gradients(last, result.values)
    assert local == pytest.approx(sigma * (1 - sigma))
    downstream = regrouped(folding, result.gradients).wires[InputPort(last.node, 0)]
    assert downstream == pytest.approx(0.1966, abs=5e-5)
    assert last.operation.local_latex == (r"\sigma($x) \cdot (1 - \sigma($x))",)
    assert len(drawn) == 5
    assert len(folding.graph) == len(graph) - 4


@pytest.mark.parametrize(
    ("formula", "operation"),
    [
        ("1/(1 + exp(-x))", "sigmoid"),
        ("1/(exp(-1*x) + 1)", "sigmoid"),
        ("exp(x)/(1 + exp(x))", "sigmoid"),
        ("divide(1, 1 + 1/exp(x))", "sigmoid"),
        ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh"),
        ("2*sigmoid(2*x) - 1", "tanh"),
        ("2*sigmoid(x + x) - 1", "tanh"),
        ("log(exp(x) + 1)", "softplus"),
        ("1/(2 + exp(-x))", None),
        ("log(exp(x) + exp(x))", None),
        ("exp(-(x + 1))", None),
    ],
)
def test_known_functions_in_disguise_get_their_own_slope(
    formula: str, operation: str | None
) -> None:
    graph = parse_formula(formula)
    x = node(graph, "x")
    graph = edits.set_value(graph, x, [0.3, -1.2])
    result = graph.result
    assert result is not None
    grouped, _ = group_nodes(graph, graph.gates(), "known")
    drawn = fold(grouped).graph.nodes[result]
    assert isinstance(drawn, GroupNode)
    assert (drawn.pattern.name if drawn.pattern else None) == operation
    whole = evaluate(graph)
    assert drawn.record.derivatives is not None
    slope = drawn.record.derivatives[0](whole.values[result], whole.values[x])
    np.testing.assert_allclose(slope, whole.gradients.nodes[x], rtol=1e-12)
    assert drawn.record.shape((2,)) == (2,)


def test_every_pattern_names_an_operation_of_one_input_without_settings() -> None:
    assert [pattern.operation for pattern in PATTERNS] == ["sigmoid", "tanh", "softplus"]


def test_groups_nest_and_the_outermost_folded_one_is_drawn() -> None:
    graph = neuron()
    ends = tail(graph)
    graph, inner = group_nodes(graph, ends, "σ")
    graph, outer = group_nodes(graph, graph.gates(), "neuron")
    assert parents(graph.groups) == {inner: outer, outer: None}
    assert from_json(to_json(Drawing(graph))).graph == graph
    assert format_formula(fold(graph).graph) == "f = neuron(w0, x0, w1, x1, w2)"
    opened = set_folded(graph, outer, folded=False)
    folding = fold(opened)
    assert format_formula(folding.graph) == "f = σ(w0*x0 + w1*x1 + w2)"
    frame = folding.graph.groups[outer]
    assert frame.members == set(folding.graph.gates())
    assert folding.whole_ids(frame.members) == graph.groups[outer].members
    flat = set_folded(opened, inner, folded=False)
    assert fold(flat).graph == flat
    assert ungroup(graph, outer).groups.keys() == {inner}
    assert evaluate(fold(graph).graph).values[node(graph, "f")] == evaluate(graph).values[ends[0]]


def test_a_group_of_several_inputs_takes_vectors_and_constants() -> None:
    builder = GraphBuilder()
    weights = builder.source("parameter", np.arange(6.0).reshape(2, 3), "W")
    x, b = builder.source("input", [1.0, -2.0, 0.5], "x"), builder.source("input", 0.5, "b")
    shifted = builder.gate("add", builder.gate("matmul", weights, x), b)
    graph = builder.build(builder.gate("squared_norm", builder.gate("tanh", shifted)))
    grouped, _ = group_nodes(graph, graph.gates(), "layer")
    whole, folded = evaluate(graph), evaluate(fold(grouped).graph)
    for source in (weights, x, b):
        assert np.array_equal(whole.gradients.nodes[source], folded.gradients.nodes[source])
    record = folded.plan.instructions[0].operation
    assert record.derivatives is None
    assert record.inputs == ("x1", "x2", "x3")
    with pytest.raises(ShapeError, match="inner sizes"):
        record.shape((2, 2), (3,), ())
    values = [whole.values[source] for source in (weights, x, b)]
    for port, source in ((1, x), (2, b)):
        tangent = record.jvps[port](np.ones_like(values[port]), whole.values[shifted], *values)
        assert tangent == pytest.approx(float(whole.gradients.nodes[source].sum()))


def test_a_group_of_constants_alone_takes_no_input() -> None:
    builder = GraphBuilder()
    squared = builder.gate("square", builder.source("constant", 3.0))
    graph = builder.build(builder.gate("negate", squared))
    grouped, _ = group_nodes(graph, graph.gates(), "nine")
    result = evaluate(fold(grouped).graph)
    assert result.target is not None
    assert result.values[result.target] == -9.0
    assert result.gradients.nodes == {}


def _diamond() -> Graph:
    return parse_formula("c = exp(x); d = sin(c); e = cos(d); f = c*e; g = tanh(y)")


@pytest.mark.parametrize(
    ("names", "code", "says"),
    [
        ("c", "group_too_small", "at least two gates"),
        ("xy", "group_too_small", "at least two gates"),
        ("dg", "group_apart", "no wire leads to g"),
        ("cef", "group_path", "passes d and comes back. Select d too"),
        ("cd", "group_outputs", "2 are used outside: c and d"),
        ("def", "", ""),
        ("cdef", "", ""),
    ],
)
def test_what_cannot_be_one_gate_is_refused_with_the_reason(
    names: str, code: str, says: str
) -> None:
    graph = _diamond()
    ids = [node(graph, name) for name in names]
    if not code:
        grouped, group = group_nodes(graph, ids)
        assert grouped.groups[group].members >= set(ids)
        return
    with pytest.raises(GraphError, match=says) as caught:
        group_nodes(graph, ids)
    assert caught.value.code == code


def test_groups_are_inside_each_other_or_apart_and_have_names() -> None:
    graph = _diamond()
    first, group = group_nodes(graph, [node(graph, name) for name in "def"], "wave")
    with pytest.raises(GraphError, match="are the group wave already"):
        group_nodes(first, [node(graph, name) for name in "def"])
    graph = parse_formula("a = exp(x); b = sin(a); c = cos(b)")
    first, group = group_nodes(graph, [node(graph, name) for name in "bc"], "wave")
    with pytest.raises(GraphError, match="wave would be cut in two"):
        group_nodes(first, [node(graph, name) for name in "ab"])
    with pytest.raises(GraphError, match="cannot be a group's name"):
        group_nodes(graph, graph.gates(), "two words")
    assert rename_group(first, group, "ripple").groups[group].name == "ripple"
    with pytest.raises(GraphError, match="no group 9"):
        ungroup(first, GroupId(9))


def test_the_result_must_not_be_hidden_inside() -> None:
    graph = _diamond()
    graph = edits.set_target(graph, node(graph, "d"))
    with pytest.raises(GraphError, match="2 are used outside: d and f"):
        group_nodes(graph, [node(graph, name) for name in "cdef"])


def test_a_group_broken_by_an_edit_is_drawn_unfolded_until_it_is_whole_again() -> None:
    graph = neuron()
    grouped, group = group_nodes(graph, tail(graph), "σ")
    exp = next(key for key in graph.gates() if graph.nodes[key].operation == "exp")
    source = graph.wires[InputPort(exp, 0)]
    broken = edits.disconnect(grouped, InputPort(exp, 0))
    folding = fold(broken)
    assert "2 are used outside" in folding.problems[group].sentence
    assert folding.graph.nodes.keys() == broken.nodes.keys()
    mended = edits.connect(broken, source, InputPort(exp, 0))
    assert not fold(mended).problems
    tapped, probe = edits.add_node(grouped, Node("sin"))
    tapped = edits.connect(tapped, exp, InputPort(probe, 0))
    assert "2 are used outside" in fold(tapped).problems[group].sentence


def test_edits_carry_groups_along() -> None:
    graph = neuron()
    ends = tail(graph)
    grouped, group = group_nodes(graph, ends, "σ")
    kept = edits.remove_nodes(grouped, [node(graph, "w2")])
    assert kept.groups == grouped.groups
    smaller = edits.remove_nodes(grouped, ends[:1])
    assert len(smaller.groups[group].members) == len(grouped.groups[group].members) - 1
    assert edits.remove_nodes(grouped, ends[:3]).groups == {}
    nested, _ = group_nodes(grouped, graph.gates(), "neuron")
    others = set(graph.gates()) - set(ends)
    assert len(edits.remove_nodes(nested, others).groups) == 1
    twice, ids = edits.merge(grouped, edits.subgraph(grouped, ends))
    assert len(twice.groups) == 2
    assert {ids[key] for key in ends} == twice.groups[GroupId(2)].members
    added, _ = edits.add_node(grouped, Node("input"))
    assert added.groups == grouped.groups


def test_a_file_without_groups_is_written_for_older_programs_too() -> None:
    graph = product_of_sum()
    assert json.loads(to_json(Drawing(graph)))["version"] == 1
    grouped, _ = group_nodes(graph, graph.gates(), "both")
    assert json.loads(to_json(Drawing(grouped)))["version"] == 2


@pytest.mark.parametrize(
    ("groups", "says"),
    [
        (None, "groups should be a list, and is nothing"),
        ([{"id": 1, "name": "a b", "members": [4, 5], "folded": True}], "is not a group"),
        (
            [{"id": 1, "name": "g", "members": [4, 5], "folded": 1}],
            "should be a truth value",
        ),
        ([{"id": 1, "name": "g", "members": [4, 99], "folded": True}], "not there"),
        ([{"id": 1, "name": "g", "members": [4], "folded": True}], "too few"),
        ([{"id": 1, "name": "g", "members": [4, 5], "folded": True}] * 2, "there twice"),
        (
            [
                {"id": 1, "name": "g", "members": [4, 5], "folded": True},
                {"id": 2, "name": "h", "members": [3, 4], "folded": True},
            ],
            "groups g and h cut each other",
        ),
    ],
)
def test_damaged_groups_are_refused(groups: object, says: str) -> None:
    record = json.loads(to_json(Drawing(product_of_sum()))) | {"version": 2, "groups": groups}
    with pytest.raises(FileFormatError, match=says):
        from_json(json.dumps(record))


def test_a_backward_pass_with_another_seed_is_regrouped_as_well() -> None:
    graph = neuron()
    grouped, _ = group_nodes(graph, tail(graph), "σ")
    plan = compile_plan(grouped)
    values = forward_pass(plan)
    gradients = backward_pass(plan, values, node(graph, "f"), upstream=10.0)
    drawn, f = regrouped(fold(grouped), gradients), node(graph, "f")
    assert drawn.nodes[f] == 10.0
    assert drawn.wires[InputPort(f, 0)] == pytest.approx(1.9661, abs=5e-4)
