"""The walk through both passes: what is known at each stop, and nothing more."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.reverse import backward_steps
from engine.drawing.drawing import Drawing
from engine.drawing.passes import Passes, PassView, Seed, Stop
from engine.drawing.shown_drawing import Place, show
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import add_node, set_target, set_value
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, Node, NodeId
from tests.engine.graph.test_mute import passing_graphs
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def walk(graph: Graph, seed: Seed | None = None, place: Place = ()) -> Passes:
    whole = evaluate(graph)
    shown = show(Drawing(graph), place, whole.values)
    return Passes.over(shown, shown.over(whole), whole, seed)


def at(passes: Passes, position: int) -> PassView:
    return passes.view(position, passes.evaluation.values)


def test_it_goes_forward_through_the_gates_and_then_backward() -> None:
    graph = product_of_sum()
    passes = walk(graph)
    q, f = node(graph, "q"), node(graph, "f")
    assert passes.stops == (
        Stop(q, "forward"), Stop(f, "forward"), Stop(f, "backward"), Stop(q, "backward"),
    )  # fmt: skip
    assert (passes.forward_count, passes.last) == (2, 5)
    assert passes.stop_at(0) is passes.stop_at(5) is None
    before = at(passes, 0)
    assert before.current is None
    assert before.values.keys() == set(graph.sources())
    first = at(passes, 1)
    assert (first.current, first.direction) == (q, "forward")
    assert f not in first.values
    assert first.gradients.nodes == {}
    third = at(passes, 3)
    assert third.direction == "backward"
    assert third.gradients.nodes[f] == 1
    assert third.gradients.wires[InputPort(f, 1)] == 3
    assert node(graph, "x") not in third.gradients.nodes


def test_branches_are_summed_as_they_arrive() -> None:
    graph = sum_over_paths()
    passes = walk(graph)
    backward = range(passes.forward_count + 1, passes.last)
    seen = [at(passes, place).gradients.nodes.get(node(graph, "b")) for place in backward]
    assert seen == [None, 3, 5]


def test_where_there_is_no_gate_there_is_nowhere_to_go() -> None:
    assert walk(Graph()).last == 0
    assert at(walk(Graph()), 0).gradients.nodes == {}
    # Nothing goes back from an input that is the result.
    graph = parse_formula("f = exp(x)")
    x = node(graph, "x")
    passes = walk(set_target(graph, x))
    assert [stop.direction for stop in passes.stops] == ["forward"]
    assert at(passes, passes.last).gradients.nodes == {x: 1}


@given(scalar_graphs())
@settings(max_examples=60, deadline=None)
def test_each_stop_knows_what_the_steps_of_the_pass_have_found(graph: Graph) -> None:
    passes = walk(graph)
    whole = passes.evaluation
    assert whole.target is not None
    steps = list(backward_steps(whole.plan, whole.values, whole.target))
    assert [stop.node for stop in passes.stops[passes.forward_count :]] == [s.node for s in steps]
    wires: dict[InputPort, object] = {}
    for place, step in enumerate(steps, start=passes.forward_count + 1):
        shares = enumerate(step.downstream)
        wires |= {InputPort(step.node, i): share for i, share in shares if share is not None}
        view = at(passes, place)
        assert view.gradients.wires == wires
        np.testing.assert_array_equal(view.gradients.nodes[step.node], step.upstream)


@given(passing_graphs())
@settings(max_examples=80, deadline=None)
def test_at_its_last_gate_the_gradients_are_all_there_through_dots_too(graph: Graph) -> None:
    passes = walk(graph)
    found = passes.evaluation.gradients
    if len(passes.stops) == passes.forward_count:
        return
    end = at(passes, passes.last - 1).gradients
    assert end.nodes.keys() == found.nodes.keys()
    for key, gradient in end.nodes.items():
        np.testing.assert_allclose(gradient, found.nodes[key], rtol=1e-12)
    assert end.wires == found.wires


def dotted() -> tuple[Graph, dict[str, NodeId]]:
    """Return f = exp(x) + sin(x) where x and the result are led on by dots."""
    builder = GraphBuilder()
    x = builder.source("input", 0.5, "x")
    first = builder.gate("reroute", x)
    second = builder.gate("reroute", first)
    exp, sin = builder.gate("exp", second), builder.gate("sin", first)
    add = builder.gate("add", exp, sin)
    end = builder.gate("reroute", add)
    names = {
        "x": x,
        "first": first,
        "second": second,
        "exp": exp,
        "sin": sin,
        "add": add,
        "end": end,
    }
    return builder.build(end), names


def test_the_numbers_of_dots_come_with_those_of_the_gates() -> None:
    graph, named = dotted()
    passes = walk(graph)
    assert {named["first"], named["second"], named["end"]}.isdisjoint(
        stop.node for stop in passes.stops
    )
    start = at(passes, 0)
    assert start.values.keys() == {named["x"], named["first"], named["second"]}
    # The dot behind the result is known with it, and hands its gradient on at once.
    last = next(
        i for i, stop in enumerate(passes.stops, 1) if stop == Stop(named["add"], "backward")
    )
    assert named["end"] in at(passes, last).gradients.nodes
    # One branch back is not all that a dot waits for.
    first = at(passes, last + 1).gradients
    assert named["x"] not in first.nodes
    both = at(passes, last + 2).gradients
    np.testing.assert_allclose(both.nodes[named["x"]], np.exp(0.5) + np.cos(0.5))


def test_a_dot_without_a_wire_leads_nothing_on() -> None:
    graph, dot = add_node(parse_formula("f = exp(x)"), Node("reroute"))
    assert dot not in at(walk(graph), 1).values


def test_inside_a_group_it_stops_at_its_gates_and_starts_at_its_output() -> None:
    graph = parse_formula("f = log(exp(sin(x)) + x)")
    (exp,) = (key for key, item in graph.nodes.items() if item.operation == "exp")
    (sin,) = (key for key, item in graph.nodes.items() if item.operation == "sin")
    grouped, group = group_nodes(graph, [exp, sin])
    passes = walk(grouped, place=(group,))
    assert [stop.node for stop in passes.stops] == [sin, exp, exp, sin]
    whole = evaluate(grouped)
    start = at(passes, 3).gradients
    assert start.nodes[exp] == whole.gradients.nodes[exp]
    x = node(graph, "x")
    inside = at(passes, 4).gradients
    # Of what feeds the group only what goes back from it.
    assert inside.nodes[x] == whole.gradients.wires[InputPort(sin, 0)]
    assert inside.nodes[x] != whole.gradients.nodes[x]


def test_in_forward_mode_each_gate_has_its_value_and_its_tangent() -> None:
    graph = sum_over_paths()
    b = node(graph, "b")
    passes = walk(graph, Seed(b))
    c, d, e = (node(graph, name) for name in "cde")
    assert passes.stops == (Stop(c, "tangent"), Stop(d, "tangent"), Stop(e, "tangent"))
    before = at(passes, 0)
    assert before.direction == "tangent"
    assert before.tangents is not None
    assert before.tangents.nodes.keys() == {b}
    end = at(passes, 3)
    assert end.current == e
    assert end.tangents is not None
    assert (end.tangents.source, end.tangents.index) == (b, ())
    assert end.tangents.nodes[e] == 5
    assert end.gradients.nodes == {}


def test_a_tangent_is_led_on_by_dots_with_the_gate_before() -> None:
    graph, named = dotted()
    passes = walk(graph, Seed(named["x"]))
    start = at(passes, 0).tangents
    assert start is not None
    assert start.nodes.keys() == {named["x"], named["first"], named["second"]}


@pytest.mark.parametrize(
    ("seed", "is_there"),
    [
        (Seed(NodeId(1), (1,)), True),
        (Seed(NodeId(1), (2,)), False),
        (Seed(NodeId(1), ()), False),
        (Seed(NodeId(77)), False),
        (Seed(NodeId(3), ()), False),
    ],
)
def test_a_seed_needs_its_source_and_its_element(seed: Seed, is_there: bool) -> None:
    builder = GraphBuilder()
    x = builder.source("input", [1.0, 2.0], "x")
    f = builder.gate("squared_norm", x)
    two = builder.source("constant", 2.0)
    graph = builder.build(builder.gate("multiply", f, two))
    assert x == 1
    assert two == 3
    graph = set_value(graph, x, np.array([3.0, 4.0]))
    assert seed.is_in(evaluate(graph)) is is_there
