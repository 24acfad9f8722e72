"""Reroute dots and muted gates on the canvas, by mouse, by keys and on a walk."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, Qt
from PySide6.QtTest import QTest

from desktop.graph_editor.items.node_face import CardKind
from desktop.graph_editor.passes.walk import Walk
from engine.drawing.serialization import from_json, to_json
from engine.formula.printer import format_formula
from engine.graph.model import InputPort, NodeId
from tests.desktop.graph_editor.canvas.hand import ALT, LEFT, Hand


def on_wire(hand: Hand, port: InputPort) -> QPoint:
    """Return a place on a wire: where a plumb line a quarter of the way along crosses it."""
    wire = hand.scene.items_shown.wires[port]
    x = wire.start.x() + (wire.end.x() - wire.start.x()) / 4
    place = wire.crossing(QLineF(x, wire.start.y() - 400, x, wire.start.y() + 400))
    assert place is not None
    return hand.view.mapFromScene(place)


def add_dot(hand: Hand, port: InputPort) -> NodeId:
    """Alt+double-click a wire; return the dot."""
    before = set(hand.document.graph.nodes)
    QTest.mouseDClick(hand.view.viewport(), LEFT, ALT, on_wire(hand, port))
    [dot] = set(hand.document.graph.nodes) - before
    return NodeId(dot)


def test_alt_double_click_puts_a_dot_on_a_wire_and_changes_no_number(hand: Hand) -> None:
    nodes = hand.show_formula("q = x + y; f = q*z", x="2", y="3", z="4")
    texts, formula = hand.texts(), format_formula(hand.document.graph)
    dot = add_dot(hand, InputPort(nodes["f"], 0))
    assert hand.document.graph.nodes[dot].is_dot
    assert hand.steps == 1
    assert hand.view.selected_nodes() == {dot}
    assert hand.wires()[InputPort(nodes["f"], 0)] == dot
    assert hand.wires()[InputPort(dot, 0)] == nodes["q"]
    assert hand.scalar(nodes["f"]) == 20.0
    assert sorted(hand.texts()) == sorted(texts)
    assert format_formula(hand.document.graph) == formula
    assert hand.scene.items_shown.nodes[dot].face.kind is CardKind.DOT
    assert from_json(to_json(hand.document.drawing)) == hand.document.drawing


def test_a_key_puts_a_dot_on_the_selected_wire_and_delete_leads_the_wire_on(hand: Hand) -> None:
    nodes = hand.show_formula("q = x + y; f = q*z")
    before = hand.document.graph
    hand.view.select((), [InputPort(nodes["f"], 0)])
    hand.key(Qt.Key.Key_D)
    [dot] = hand.view.selected_nodes()
    hand.key(Qt.Key.Key_Delete)
    assert dot not in hand.document.graph.nodes
    assert hand.document.graph.wires == before.wires
    hand.act("undo")
    hand.act("undo")
    assert hand.document.graph == before


def test_a_dot_is_dragged_at_its_middle_and_feeds_several_ports(hand: Hand) -> None:
    nodes = hand.show_formula("q = x + y; f = q*z")
    dot = add_dot(hand, InputPort(nodes["f"], 0))
    place = hand.document.drawing.positions[dot]
    middle = hand.at(*place)
    hand.drag(middle, middle + QPoint(10, -60))
    moved = hand.document.drawing.positions[dot]
    assert abs(moved[1] - place[1] + 60) <= 12
    square = hand.add("square", moved[0] + 160, moved[1] - 40)
    hand.drag(hand.output(dot), hand.input(square))
    assert hand.wires()[InputPort(square, 0)] == dot
    assert len(hand.document.graph.consumers(dot)) == 2
    hand.key(Qt.Key.Key_Escape)
    hand.view.select([dot])
    hand.act("delete")
    assert hand.wires()[InputPort(square, 0)] == nodes["q"]
    assert hand.wires()[InputPort(nodes["f"], 0)] == nodes["q"]


def test_the_walk_passes_dots_and_their_numbers_come_with_the_gate_before(hand: Hand) -> None:
    nodes = hand.show_formula("q = x + y; f = q*q", x="2", y="3")
    plain = Walk(hand.document)
    count = len(plain.stops)
    dot = add_dot(hand, InputPort(nodes["f"], 0))
    walk = Walk(hand.document)
    assert len(walk.stops) == count == 4
    assert all(stop.node != dot for stop in walk.stops)
    start = walk.view_at(0)
    after_sum = walk.view_at(1)
    assert start is not None and after_sum is not None  # noqa: PT018
    assert dot not in start.values
    assert float(after_sum.values[dot]) == 5.0
    after_product = walk.view_at(3)
    assert after_product is not None
    assert float(after_product.gradients.nodes[nodes["q"]]) == 10.0
    assert float(after_product.gradients.wires[InputPort(dot, 0)]) == 5.0


def test_a_gate_is_muted_by_its_key_and_unmuted_again(hand: Hand) -> None:
    nodes = hand.show_formula("q = x*y; f = q*z", x="2", y="3", z="4")
    hand.view.select([nodes["q"]])
    hand.key(Qt.Key.Key_M)
    assert hand.scalar(nodes["f"]) == 8.0
    assert hand.actions["mute"].isChecked()
    item = hand.scene.items_shown.nodes[nodes["q"]]
    assert item.is_muted
    assert "muted" in item.face.caption
    assert format_formula(hand.document.graph) == "f = x*z"
    hand.view.repaint()
    hand.key(Qt.Key.Key_M)
    assert hand.scalar(nodes["f"]) == 24.0
    assert not item.is_muted
    assert hand.steps == 2
    hand.act("undo")
    assert hand.scalar(nodes["f"]) == 8.0


def test_what_cannot_be_muted_says_why_and_stays(hand: Hand) -> None:
    nodes = hand.show_formula("f = sum(v*w)", v="[1, 2]", w="[3, 4]")
    hand.view.select([nodes["f"]])
    hand.act("mute")
    assert "none of its inputs has that shape" in hand.messages[-1]
    assert hand.steps == 0
    assert not hand.actions["mute"].isChecked()


def test_several_gates_are_muted_in_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("f = relu(x) + tanh(y)", x="2", y="3")
    hand.view.select([nodes["relu"], nodes["tanh"], nodes["x"]])
    hand.act("mute")
    assert hand.scalar(nodes["f"]) == 5.0
    assert hand.steps == 1


def test_a_group_says_where_to_mute(hand: Hand) -> None:
    nodes = hand.show_formula("f = exp(x*y) + y")
    hand.view.select([nodes["multiply"], nodes["exp"]])
    hand.act("group")
    hand.act("mute")
    assert "Enter it, and mute a gate inside." in hand.messages[-1]
