"""Nodes are selected, moved, inserted, duplicated and deleted, each gesture in one step."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from desktop.graph_editor.items.canvas_style import DETAIL_SCALE, TEXT_SCALE, canvas_style
from desktop.graph_editor.items.node_item import NodeItem
from engine.graph.model import InputPort, NodeId
from tests.desktop.graph_editor.canvas.hand import ALT, CTRL, SHIFT, Hand


def test_a_drag_moves_a_node_in_one_step(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    steps = hand.steps
    hand.drag(hand.node(exp), hand.node(exp) + QPoint(80, 40))
    assert hand.document.drawing.positions[exp] == (80, 40)
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.document.drawing.positions[exp] == (0, 0)
    assert hand.scene.items_shown.place(exp) == (0, 0)


def test_a_trembling_click_moves_nothing(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    steps = hand.steps
    hand.drag(hand.node(exp), hand.node(exp) + QPoint(2, 1))
    assert hand.steps == steps
    assert hand.scene.selected_nodes() == {exp}


def test_a_drag_moves_the_whole_selection_with_its_wires(hand: Hand) -> None:
    nodes = hand.show_formula("a + b")
    hand.act("select_all")
    before = hand.document.drawing.positions
    hand.drag(hand.node(nodes["add"]), hand.node(nodes["add"]) + QPoint(30, -20))
    after = hand.document.drawing.positions
    assert all(after[key] == (x + 30, y - 20) for key, (x, y) in before.items())
    port = InputPort(nodes["add"], 0)
    assert hand.scene.items_shown.wires[port].end == hand.scene.hits.port_point(port)
    assert hand.scene.labels.wires[port].pos() == hand.scene.hits.port_point(port)


def test_escape_puts_dragged_nodes_back(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    steps = hand.steps
    hand.press(hand.node(exp))
    hand.move(hand.node(exp) + QPoint(90, 0))
    assert hand.scene.items_shown.place(exp) == (90, 0)
    hand.key(Qt.Key.Key_Escape)
    assert hand.scene.items_shown.place(exp) == (0, 0)
    hand.release(QPoint(700, 300))
    assert hand.steps == steps


def test_shift_adds_to_the_selection_and_ctrl_turns_it_round(hand: Hand) -> None:
    a, b = hand.add("exp", -100, 0), hand.add("log", 100, 0)
    hand.click(hand.node(a))
    assert hand.scene.selected_nodes() == {a}
    hand.click(hand.node(b), SHIFT)
    assert hand.scene.selected_nodes() == {a, b}
    hand.click(hand.node(a), CTRL)
    assert hand.scene.selected_nodes() == {b}
    hand.click(hand.at(0, 200))
    assert hand.scene.selected_nodes() == frozenset()


def test_the_rubber_band_selects_what_it_touches(hand: Hand) -> None:
    a, b, c = (hand.add("exp", x, 0) for x in (-200, 0, 200))
    hand.drag(hand.at(-260, -80), hand.at(10, 80))
    assert hand.scene.selected_nodes() == {a, b}
    hand.drag(hand.at(150, -80), hand.at(260, 80), SHIFT)
    assert hand.scene.selected_nodes() == {a, b, c}
    hand.drag(hand.at(-260, -80), hand.at(-150, 80), CTRL | SHIFT)
    assert hand.scene.selected_nodes() == {b, c}
    assert hand.steps == 3


def test_a_click_on_one_of_several_selects_only_it(hand: Hand) -> None:
    a, b = hand.add("exp", -100, 0), hand.add("log", 100, 0)
    hand.act("select_all")
    hand.click(hand.node(b))
    assert hand.scene.selected_nodes() == {b}
    assert a in hand.document.graph.nodes


def test_a_loose_gate_dropped_on_a_wire_goes_into_it_in_one_step(hand: Hand) -> None:
    a, exp = hand.add("input", -250, 0), hand.add("exp", 250, 0)
    hand.document.connect(a, InputPort(exp, 0))
    tanh = hand.add("tanh", 0, 200)
    steps = hand.steps
    hand.drag(hand.node(tanh), hand.at(0, -13))
    assert hand.wires() == {InputPort(exp, 0): tanh, InputPort(tanh, 0): a}
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.wires() == {InputPort(exp, 0): a}
    assert hand.document.drawing.positions[tanh] == (0, 200)


def gaps(hand: Hand, *row: NodeId) -> list[float]:
    """Return the free widths between cards from left to right."""
    cards = [hand.scene.node_rect(node) for node in row]
    return [b.left() - a.right() for a, b in pairwise(cards)]


def test_a_gate_put_into_a_short_wire_makes_room_in_the_same_step(hand: Hand) -> None:
    a, exp, ln = hand.add("input", -100, 0), hand.add("exp", 20, 0), hand.add("log", 140, 0)
    hand.document.connect(a, InputPort(exp, 0))
    hand.document.connect(exp, InputPort(ln, 0))
    loose, tanh = hand.add("sin", 140, 300), hand.add("tanh", -40, 200)
    before, steps = dict(hand.document.drawing.positions), hand.steps
    hand.drag(hand.node(tanh), hand.at(-40, -13))
    assert hand.wires() == {InputPort(exp, 0): tanh, InputPort(tanh, 0): a, InputPort(ln, 0): exp}
    places = hand.document.drawing.positions
    assert min(gaps(hand, a, tanh, exp)) >= 89
    # What stood to the right has kept its distance, and what has nothing to do with it its place.
    assert places[ln][0] - places[exp][0] == 120
    assert (places[a], places[loose]) == (before[a], before[loose])
    assert all(hand.scene.items_shown.place(node) == places[node] for node in places)
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.document.drawing.positions == before
    assert all(hand.scene.items_shown.place(node) == before[node] for node in before)


def test_a_gate_dropped_from_the_palette_on_a_short_wire_makes_room(hand: Hand) -> None:
    a, exp = hand.add("input", -60, 0), hand.add("exp", 60, 0)
    hand.document.connect(a, InputPort(exp, 0))
    steps = hand.steps
    assert hand.drop("tanh", hand.at(0, 0))
    tanh = hand.names()["tanh"]
    assert min(gaps(hand, a, tanh, exp)) >= 89
    assert hand.steps == steps + 1


def test_what_goes_aside_stays_in_view_if_the_whole_graph_was(hand: Hand) -> None:
    nodes = hand.show_formula("f = exp(tanh(sin(a)))")
    hand.view.zoom_to_fit()
    wire = hand.scene.items_shown.wires[InputPort(nodes["sin"], 0)]
    assert hand.drop("square", hand.view.mapFromScene((wire.start + wire.end) / 2))
    square = hand.names()["square"]
    assert min(gaps(hand, nodes["a"], square, nodes["sin"])) >= 89
    assert hand.view.camera.shows(hand.scene.contents_rect())


def test_alt_drags_a_copy_away_in_one_step(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    exp = hand.names()["exp"]
    steps = hand.steps
    hand.drag(hand.node(exp), hand.node(exp) + QPoint(0, 120), ALT)
    assert len(hand.document.graph.nodes) == 2
    copy = max(hand.document.graph.nodes)
    assert hand.document.drawing.positions == {exp: (0, 0), copy: (0, 120)}
    assert hand.scene.selected_nodes() == {copy}
    assert hand.steps == steps + 1
    hand.act("undo")
    assert list(hand.document.graph.nodes) == [exp]


def test_a_gate_that_does_not_fit_a_wire_says_so_and_is_only_moved(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    total = hand.add("sum", 0, 250)
    wire = hand.scene.items_shown.wires[InputPort(nodes["matmul"], 0)]
    before = hand.wires()
    hand.press(hand.node(total))
    middle = wire.middle
    grip = hand.node(total) - hand.at(0, 250)
    hand.move(hand.at(middle.x(), middle.y()) + grip)
    assert hand.view.hint.isVisible()
    assert hand.view.hint.text().startswith("⚠")
    hand.release(hand.at(middle.x(), middle.y()) + grip)
    assert hand.wires() == before
    assert not hand.view.hint.isVisible()


def test_escape_in_an_alt_drag_leaves_no_copy_and_no_step(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    steps = hand.steps
    hand.press(hand.node(exp), ALT)
    hand.move(hand.at(60, 90))
    assert len(hand.document.graph.nodes) == 2
    hand.key(Qt.Key.Key_Escape)
    assert list(hand.document.graph.nodes) == [exp]
    assert hand.steps == steps


def test_delete_and_undo_restore_nodes_wires_and_places(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    before = hand.document.drawing
    hand.click(hand.node(nodes["add"]))
    hand.key(Qt.Key.Key_Delete)
    assert nodes["add"] not in hand.document.graph.nodes
    assert nodes["add"] not in hand.scene.items_shown.nodes
    hand.act("undo")
    assert hand.document.drawing is before


def test_delete_and_reconnect_leads_the_wire_on(hand: Hand) -> None:
    nodes = hand.show_formula("exp(tanh(a))")
    hand.click(hand.node(nodes["tanh"]))
    hand.key(Qt.Key.Key_Delete, SHIFT)
    assert hand.wires() == {InputPort(nodes["exp"], 0): nodes["a"]}


def test_duplicate_copies_with_inner_wires_and_selects_the_copies(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)")
    hand.act("select_all")
    hand.key(Qt.Key.Key_D, CTRL)
    graph = hand.document.graph
    assert len(graph.nodes) == 4
    assert len(graph.wires) == 2
    assert hand.scene.selected_nodes() == set(graph.nodes) - set(nodes.values())
    assert len({node.name for node in graph.nodes.values() if node.name}) == 2


def test_a_node_can_be_made_the_result_and_back(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a + b)", a="1", b="2")
    hand.click(hand.node(nodes["add"]))
    hand.act("set_result")
    assert hand.document.evaluation.target == nodes["add"]
    assert hand.actions["set_result"].isChecked()
    hand.act("set_result")
    assert hand.document.evaluation.target == nodes["exp"]


def test_renaming_in_place_refuses_what_is_no_name(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)")
    hand.click(hand.node(nodes["a"]))
    hand.key(Qt.Key.Key_F2)
    editor = hand.view.editor
    editor.setText("2x")
    hand.key(Qt.Key.Key_Return, on=editor)
    assert editor.is_open
    assert "cannot be a name" in hand.view.hint.text()
    editor.setText("alpha")
    hand.key(Qt.Key.Key_Return, on=editor)
    assert not editor.is_open
    assert hand.document.graph.nodes[nodes["a"]].name == "alpha"
    assert hand.scene.items_shown.nodes[nodes["a"]].face.title == "alpha"


def test_hovering_lights_the_cone(hand: Hand) -> None:
    nodes = hand.show_formula("f = x*y + exp(z)")
    hand.scene.set_hovered(nodes["multiply"])
    items = hand.scene.items_shown.nodes
    lit = {key for key, item in items.items() if item.opacity() == 1}
    assert lit == {nodes["x"], nodes["y"], nodes["multiply"], nodes["f"]}
    hand.scene.set_hovered(None)
    assert all(item.opacity() == 1 for item in items.values())


def test_a_gate_that_nobody_named_shows_its_name_until_it_has_one(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y)*z")
    items = hand.scene.items_shown.nodes
    shown = {key: item.face.name for key, item in items.items() if item.face.name}
    assert shown == {nodes["add"]: "q", nodes["multiply"]: "f"}
    for key in shown:
        face = items[key].face
        # In a corner of the card, clear of its sign and of every port.
        assert face.card.contains(face.name_zone)
        assert not any(face.name_zone.contains(port) for port in (*face.inputs, face.output))
    (x,) = [key for key, node in hand.document.graph.nodes.items() if node.name == "x"]
    hand.document.rename(x, "q")
    assert items[nodes["add"]].face.name == "p"
    hand.document.rename(nodes["add"], "subtotal")
    assert items[nodes["add"]].face.name == ""
    assert "subtotal" in items[nodes["add"]].face.caption
    hand.act("undo")
    hand.act("undo")
    assert items[nodes["add"]].face.name == "q"


def test_a_vector_without_a_name_has_one_below_its_pill(hand: Hand) -> None:
    nodes = hand.show_formula("sum([1, 2]*x)")
    item = hand.scene.items_shown.nodes[nodes["constant"]]
    assert item.face.name == "c"
    assert item.boundingRect().contains(item.face.name_zone)
    assert not item.face.card.intersects(item.face.name_zone)


def test_a_constant_that_was_named_shows_its_name(hand: Hand) -> None:
    nodes = hand.show_formula("k = 3; k*x")
    assert hand.scene.items_shown.nodes[nodes["k"]].face.name == "k"


@pytest.mark.parametrize("formula", ["y = a*b; y + 1", "z = a*b + a; f = z**2"])
def test_a_gate_that_somebody_named_keeps_its_name_from_afar(hand: Hand, formula: str) -> None:
    nodes = hand.show_formula(formula)
    name = formula[0]
    item = hand.scene.items_shown.nodes[nodes[name]]
    between = (TEXT_SCALE + DETAIL_SCALE) / 2
    near, far, farthest = (ink_below(item, scale) for scale in (1.0, between, TEXT_SCALE / 2))
    # The caption "y · switcher", its name alone, and nothing.
    assert near > 6 * far > 0
    assert farthest == 0


def ink_below(item: NodeItem, scale: float) -> float:
    """Return how wide that is what a node paints under its card, in scene pixels."""
    zone = item.face.caption_zone
    image = QImage(
        math.ceil(zone.width() * scale),
        math.ceil(zone.height() * scale),
        QImage.Format.Format_RGB32,
    )
    # The words stand on a ground of the canvas's own colour.
    image.fill(canvas_style().color("canvas"))
    empty = image.pixelColor(0, 0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-zone.topLeft())
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != empty for y in range(image.height()))
    ]
    return (columns[-1] - columns[0] + 1) / scale if columns else 0.0
