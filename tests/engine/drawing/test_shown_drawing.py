"""What is seen of a drawing: groups as gates, the inside of one, and edits made through it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.drawing import edits, group_edits
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.drawing.inside_view import OutsideNode
from engine.drawing.serialization import to_json
from engine.drawing.shown_drawing import ShownDrawing, show
from engine.errors import GraphError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.groups import group_nodes, set_folded
from engine.graph.model import Graph, GroupId, InputPort, NodeId
from tests.support.graphs import node, product_of_sum

NEURON = "f = exp(2*(1/(1 + exp(-(w*x + b)))))"


def placed(graph: Graph) -> Drawing:
    return Drawing(graph, {key: (100.0 * key, 10.0 * key) for key in graph.nodes})


def named(drawing: Drawing, operation: str) -> NodeId:
    """Return the first node of an operation, by the order of its id."""
    return min(key for key, node in drawing.graph.nodes.items() if node.operation == operation)


def sigmoid() -> tuple[Drawing, GroupId]:
    """Return σ(w·x + b) in more gates, with the four of σ as a group."""
    drawing = placed(parse_formula(NEURON))
    graph = drawing.graph
    (last,) = (key for key, item in graph.nodes.items() if item.operation == "reciprocal")
    chosen = [last]
    while len(chosen) < 4:
        ends = (end for end in graph.inputs_of(chosen[-1]) if end is not None)
        chosen.append(next(end for end in ends if not graph.nodes[end].is_source))
    return group_edits.group(show(drawing), chosen)


def gate(shown: ShownDrawing) -> NodeId:
    assert shown.folding is not None
    (found,) = shown.folding.groups
    return found


def test_without_groups_the_very_same_drawing_is_seen() -> None:
    drawing = placed(product_of_sum())
    shown = show(drawing)
    evaluation = evaluate(drawing.graph)
    q = node(drawing.graph, "q")
    port = InputPort(q, 0)
    assert shown.drawing is drawing
    assert not shown.is_inside
    assert shown.over(evaluation) is evaluation
    assert shown.shares_inside(evaluation.gradients) is evaluation.gradients
    assert shown.result(evaluation) == node(drawing.graph, "f")
    assert shown.whole_ports([port]) == shown.shown_ports([port]) == {port}
    assert shown.whole_ids([q]) == shown.shown_ids([q]) == {q}
    assert shown.moved({q: (1.0, 2.0), NodeId(99): (0.0, 0.0)}) == {q: (1.0, 2.0)}
    assert shown.group_of(q) is None
    assert shown.name_of(q) == "q"
    assert shown.steps_at(q)
    assert shown.plan.graph is drawing.graph


def test_a_group_is_named_after_the_function_that_it_is_and_drawn_in_its_middle() -> None:
    drawing, group = sigmoid()
    shown = show(drawing)
    sigma = gate(shown)
    members = drawing.graph.groups[group].members
    assert drawing.graph.groups[group].name == "σ"
    assert shown.name_of(sigma) == "σ"
    assert shown.group_of(sigma) == group
    assert shown.whole_ids([sigma]) == members
    assert shown.shown_ids(members) == {sigma}
    xs = [drawing.positions[member][0] for member in members]
    assert shown.drawing.positions[sigma][0] == (min(xs) + max(xs)) / 2
    inner = shown.whole_ports([InputPort(sigma, 0)])
    assert shown.shown_ports(inner) == {InputPort(sigma, 0)}


def test_a_group_of_another_function_has_the_next_free_name() -> None:
    drawing = placed(parse_formula("f = log(x*x) + log(y*y)"))
    graph = drawing.graph
    logs = [key for key, item in graph.nodes.items() if item.operation == "log"]
    for log, name in zip(logs, ("group", "group2"), strict=True):
        (square,) = drawing.graph.inputs_of(log)
        assert square is not None
        drawing, group = group_edits.group(show(drawing), [log, square])
        assert drawing.graph.groups[group].name == name


def test_a_known_function_whose_symbol_is_no_word_lends_its_name() -> None:
    drawing = placed(parse_formula("f = 1/(1 + exp(-x))*x"))
    gates = list(drawing.graph.gates())
    grown, group = group_edits.group(show(drawing), gates)
    assert grown.graph.groups[group].name.isidentifier()


def test_moving_a_gate_takes_its_members_along_and_back_without_a_trace() -> None:
    drawing, group = sigmoid()
    shown = show(drawing)
    sigma = gate(shown)
    x, y = shown.drawing.positions[sigma]
    moved = edits.move(drawing, shown.moved({sigma: (x + 0.1, y - 7)}))
    member = min(drawing.graph.groups[group].members)
    assert moved.positions[member] == (
        drawing.positions[member][0] + 0.1, drawing.positions[member][1] - 7
    )  # fmt: skip
    back = edits.move(moved, show(moved).moved({sigma: (x, y)}))
    assert back.positions == drawing.positions


def test_folding_changes_no_number() -> None:
    drawing, _ = sigmoid()
    shown = show(drawing)
    whole = evaluate(drawing.graph)
    seen = shown.over(whole)
    sigma = gate(shown)
    assert seen.values[sigma] is whole.values[sigma]
    assert seen.gradients.nodes[node(drawing.graph, "x")] == pytest.approx(
        whole.gradients.nodes[node(drawing.graph, "x")]
    )
    assert not seen.problems
    assert shown.steps_at(sigma)
    dotted, dot = edits.add_operation(drawing, "reroute", (0.0, 0.0), feed=sigma)
    assert not show(dotted).steps_at(dot)


def test_a_broken_group_is_drawn_open_and_says_why_at_one_member() -> None:
    drawing, group = sigmoid()
    (negate,) = (k for k, item in drawing.graph.nodes.items() if item.operation == "negate")
    broken, _ = edits.add_operation(drawing, "sin", (0.0, 0.0), feed=negate)
    shown = show(broken)
    seen = shown.over(evaluate(broken.graph))
    assert negate in shown.graph.nodes
    told = seen.problems[max(broken.graph.groups[group].members)]
    assert isinstance(told, GraphError)
    assert told.code == "group_outputs"
    # Within the group nobody needs to be told: it is open as it should be.
    inside = show(broken, (group,))
    assert not inside.over(evaluate(broken.graph)).problems


def test_inside_a_group_what_feeds_it_stands_as_an_input_with_its_value() -> None:
    drawing, group = sigmoid()
    whole = evaluate(drawing.graph)
    shown = show(drawing, (group,), whole.values)
    assert shown.is_inside
    (outside,) = shown.boundary
    stand_in = shown.graph.nodes[outside]
    assert isinstance(stand_in, OutsideNode)
    assert stand_in.value == whole.values[outside]
    assert not shown.is_editable(outside)
    assert not shown.is_named(outside)
    assert not shown.steps_at(outside)
    assert shown.whole_ids([outside]) == frozenset()
    assert shown.moved({outside: (0.0, 0.0)}) == {}
    members = drawing.graph.groups[group].members
    assert all(
        shown.steps_at(member) for member in members if not drawing.graph.nodes[member].is_source
    )
    assert not shown.steps_at(node(drawing.graph, "f"))
    assert shown.drawing.positions[outside][0] < min(drawing.positions[key][0] for key in members)
    (last,) = {key for key in members if drawing.graph.nodes[key].operation == "reciprocal"}
    assert shown.result(whole) == last
    # What went back outside the group is not counted among what goes back from it.
    shares = shown.shares_inside(shown.over(whole).gradients)
    (port,) = (port for port, source in shown.graph.wires.items() if source == outside)
    assert shares.nodes[outside] == shares.wires[port]


def test_what_feeds_a_group_stands_in_a_column_at_the_height_of_what_it_feeds() -> None:
    drawing = placed(parse_formula("f = exp(a*b + c*d)"))
    gates = [key for key in drawing.graph.gates() if key != node(drawing.graph, "f")]
    grouped, group = group_edits.group(show(drawing), gates)
    guests = frozenset({node(grouped.graph, "a")})
    members = grouped.graph.groups[group].members
    outer = [
        port
        for port, source in grouped.graph.wires.items()
        if port.node in members and source not in members
    ]
    shown = show(grouped, (group,), guests=guests)
    assert guests.isdisjoint(shown.boundary)
    assert shown.is_editable(min(guests))
    assert shown.is_named(min(guests))
    # A guest stands where it is; the others in one column.
    assert shown.drawing.positions[min(guests)] == drawing.positions[min(guests)]
    places = [shown.drawing.positions[key] for key in shown.boundary]
    assert len({x for x, _ in places}) == 1
    assert len({y for _, y in places}) == len(places) == 3
    # Cut off from all that fed it, there is nothing outside, and no gradient comes to a feeder
    # whose gate waits for its other wire.
    cut_off = replace(grouped, graph=group_edits.disconnect(grouped.graph, outer))
    assert not show(cut_off, (group,)).boundary
    half = replace(grouped, graph=group_edits.disconnect(grouped.graph, outer[:1]))
    evaluation = evaluate(half.graph)
    waiting = show(half, (group,), evaluation.values)
    assert (
        waiting.shares_inside(waiting.over(evaluation).gradients)
        .nodes.keys()
        .isdisjoint(waiting.boundary)
    )
    nowhere = show(replace(grouped, positions={}), (group,))
    assert nowhere.boundary


def test_other_values_of_what_is_drawn_fold_nothing_anew() -> None:
    drawing, group = sigmoid()
    before = show(drawing)
    plan = before.plan
    x = node(drawing.graph, "x")
    typed = edits.with_graph(drawing, set_value(drawing.graph, x, 7.0))
    after = show(typed, previous=before)
    assert after.folding is not None
    assert before.folding is not None
    assert after.folding.wires is before.folding.wires
    assert after.graph.nodes[x].value == 7.0
    fresh = show(typed)
    assert after.graph == fresh.graph
    assert after.graph.names == fresh.graph.names
    assert after.plan.graph is after.context
    assert after.plan.instructions is plan.instructions
    moved = edits.move(typed, {x: (0.0, 1.0)})
    assert show(moved, previous=after).graph is after.graph
    # A constant inside is not drawn: its gate is another one.
    one = min(
        key for key in drawing.graph.groups[group].members if drawing.graph.nodes[key].is_source
    )
    other = edits.with_graph(drawing, set_value(drawing.graph, one, 3.0))
    assert show(other, previous=before).graph == show(other).graph
    longer, _ = edits.add_operation(drawing, "exp", (0.0, 0.0))
    assert show(longer, previous=before).graph == show(longer).graph
    assert before.folding.graph.nodes[x].value == 1.0
    # Without names of their own, numbers name nodes; those follow.
    unnamed = placed(parse_formula("f = exp(2 + log(x*3))"))
    gates = [key for key in unnamed.graph.gates() if key != node(unnamed.graph, "f")]
    with_group = replace(unnamed, graph=group_nodes(unnamed.graph, gates[:2])[0])
    seen = show(with_group)
    number = next(
        key
        for key in seen.graph.nodes
        if key in with_group.graph.nodes and with_group.graph.nodes[key].operation == "constant"
    )
    changed = edits.with_graph(with_group, set_value(with_group.graph, number, np.ones(2)))
    assert show(changed, previous=seen).graph.names == show(changed).graph.names


def test_frames_are_drawn_round_what_stands_for_their_members() -> None:
    drawing, group = sigmoid()
    members = drawing.graph.groups[group].members
    frames = {
        FrameId(1): Frame("all", frozenset(drawing.graph.nodes) - members | {min(members)}),
        FrameId(2): Frame("end", frozenset({node(drawing.graph, "f")})),
    }
    framed = replace(drawing, frames=frames)
    shown = show(framed)
    assert gate(shown) in shown.drawing.frames[FrameId(1)].members
    assert show(framed, (group,)).drawing.frames.keys() == {FrameId(1)}


def test_a_wire_of_a_gate_stands_for_all_that_it_feeds_inside() -> None:
    drawing = placed(parse_formula("f = exp(x*y)*x"))
    gates = list(drawing.graph.gates())
    grouped, _ = group_edits.group(show(drawing), gates)
    shown = show(grouped)
    sigma = gate(shown)
    ports = shown.ports(InputPort(sigma, 0))
    assert len(ports) == 2
    loose = group_edits.disconnect(grouped.graph, ports)
    again = group_edits.connect(loose, node(loose, "x"), ports)
    assert again.wires == grouped.graph.wires
    assert shown.ports(InputPort(NodeId(77), 0)) == (InputPort(NodeId(77), 0),)
    # One that takes its place feeds all of it, and leaves it the one port that it was.
    replaced = group_edits.connect(grouped.graph, node(grouped.graph, "y"), ports)
    assert {replaced.wires[port] for port in ports} == {node(grouped.graph, "y")}
    back = group_edits.connect(replaced, node(grouped.graph, "x"), ports)
    assert back.wires == grouped.graph.wires
    assert show(edits.with_graph(grouped, back)).ports(InputPort(sigma, 0)) == ports


def test_removing_leads_single_wires_on_through_gates_and_groups_alike() -> None:
    drawing, _ = sigmoid()
    shown = show(drawing)
    f, sigma = node(drawing.graph, "f"), gate(shown)
    (twice,) = shown.graph.inputs_of(f)
    (before,) = shown.graph.inputs_of(sigma)
    assert twice is not None
    alone = group_edits.remove_bridging(shown, [sigma])
    assert before in alone.graph.inputs_of(twice)
    assert not alone.graph.groups
    # A gate with two wires leads neither on.
    assert group_edits.remove_bridging(shown, [twice]).graph.inputs_of(f) == (None,)
    # One after another, whatever their order.
    longer, last = edits.add_operation(drawing, "sin", (0.0, 0.0), feed=sigma)
    longer, end = edits.add_operation(longer, "cos", (0.0, 0.0), feed=last)
    for order in ([sigma, last], [last, sigma]):
        assert group_edits.remove_bridging(show(longer), order).graph.inputs_of(end) == (before,)


def test_what_stands_for_the_outside_is_not_removed() -> None:
    drawing, group = sigmoid()
    shown = show(drawing, (group,), evaluate(drawing.graph).values)
    assert group_edits.remove_bridging(shown, shown.boundary) is drawing


def test_a_gate_goes_into_a_wire_if_it_has_none() -> None:
    drawing, loose = edits.add_operation(placed(product_of_sum()), "exp", (0.0, 0.0))
    f, q = node(drawing.graph, "f"), node(drawing.graph, "q")
    group_edits.check_insertable(drawing.graph, loose)
    wire = InputPort(f, 0)
    after = group_edits.insert_on_wire(drawing, loose, [InputPort(loose, 0)], (wire,))
    assert after.graph.wires[wire] == loose
    assert after.graph.inputs_of(loose) == (q,)
    with pytest.raises(GraphError) as refusal:
        group_edits.check_insertable(after.graph, loose)
    assert refusal.value.code == "not_insertable"


def test_a_kept_gate_comes_with_its_ports() -> None:
    drawing, group = sigmoid()
    kept = edits.excerpt(drawing, drawing.graph.groups[group].members)
    after, output, entries = group_edits.add_gate(placed(product_of_sum()), kept, (50.0, 60.0))
    shown = show(after)
    assert gate(shown) == output
    assert shown.drawing.positions[output] == (50.0, 60.0)
    assert entries == [shown.ports(InputPort(output, 0))]
    assert to_json(edits.excerpt(after, shown.whole_ids([output]))).count('"group') == to_json(
        kept
    ).count('"group')


def test_ungrouping_gives_the_drawing_back() -> None:
    drawing, group = sigmoid()
    shown = show(drawing)
    members = drawing.graph.groups[group].members
    after, inside = group_edits.ungroup(shown, [gate(shown)])
    assert not after.graph.groups
    assert inside == members
    opened = replace(drawing, graph=set_folded(drawing.graph, group, False))
    by_members, same = group_edits.ungroup(show(opened), members)
    assert not by_members.graph.groups
    assert same == members
    untouched, nothing = group_edits.ungroup(shown, [node(drawing.graph, "f")])
    assert untouched is drawing
    assert nothing == frozenset()
    # The group that one stands in is left by going out, not by ungrouping its members.
    entered = show(drawing, (group,), evaluate(drawing.graph).values)
    assert group_edits.ungroup(entered, members)[0] is drawing


def test_what_is_added_inside_belongs_to_the_groups_entered() -> None:
    drawing, group = sigmoid()
    with_gate, exp = edits.add_operation(drawing, "exp", (0.0, 0.0))
    with_both, source = edits.add_operation(with_gate, "input", (0.0, 0.0))
    after = group_edits.joined(drawing, with_both, (group,))
    assert exp in after.graph.groups[group].members
    assert source not in after.graph.groups[group].members
    assert group_edits.joined(drawing, with_both, ()) is with_both
    assert group_edits.joined(drawing, drawing, (group,)) is drawing
    # A group round the one that is entered grows with it.
    wide, outer = group_nodes(drawing.graph, drawing.graph.gates())
    nested = replace(drawing, graph=wide)
    grown, new = edits.add_operation(nested, "exp", (0.0, 0.0))
    graph = group_edits.joined(nested, grown, (outer, group)).graph
    assert all(new in graph.groups[key].members for key in (outer, group))


def test_arranging_puts_what_is_shown_in_layers_round_where_it_stood() -> None:
    drawing, _ = sigmoid()
    shown = show(drawing)
    sizes = dict.fromkeys(shown.graph.nodes, (60.0, 40.0))
    after = show(group_edits.arranged(shown, None, sizes)).drawing
    for port, source in shown.graph.wires.items():
        assert after.positions[source][0] < after.positions[port.node][0]
    assert edits.centre_of(after.positions.values()) == pytest.approx(
        edits.centre_of(shown.drawing.positions.values()), abs=1
    )
    some = [node(drawing.graph, name) for name in "wx"]
    partly = group_edits.arranged(shown, some, sizes)
    moved = {key for key, place in partly.positions.items() if place != drawing.positions[key]}
    assert moved <= set(some)
