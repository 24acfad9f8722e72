"""Wires are drawn from either end, pulled off, moved, deleted, and refused with a reason."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt

from desktop.graph_editor.items.wire_item import WireLook
from desktop.graph_editor.scene.hit_testing import OutputPort
from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import CTRL, SHIFT, Hand, middle_of

EMPTY = QPoint(450, 600)


def test_a_wire_drawn_from_an_output_to_an_input_connects_in_one_step(hand: Hand) -> None:
    x, square = hand.add("input", -200, 0), hand.add("square", 0, 0)
    steps = hand.steps
    hand.drag(hand.output(x), hand.input(square))
    assert hand.wires() == {InputPort(square, 0): x}
    assert hand.steps == steps + 1
    assert InputPort(square, 0) in hand.scene.items_shown.wires
    hand.act("undo")
    assert hand.wires() == {}
    assert hand.scene.items_shown.wires == {}
    hand.act("redo")
    assert hand.wires() == {InputPort(square, 0): x}


def test_a_wire_drawn_from_an_input_finds_an_output(hand: Hand) -> None:
    x, square = hand.add("input", -200, 0), hand.add("square", 0, 0)
    hand.drag(hand.input(square), hand.output(x))
    assert hand.wires() == {InputPort(square, 0): x}


def test_the_loose_end_snaps_to_a_port_within_reach(hand: Hand) -> None:
    x, square = hand.add("input", -200, 0), hand.add("square", 0, 0)
    hand.drag(hand.output(x), hand.input(square) + QPoint(-14, 9))
    assert hand.wires() == {InputPort(square, 0): x}


def test_a_wire_dropped_on_a_card_takes_its_nearest_fitting_port(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.drag(hand.output(x), hand.at(8, 20))
    assert hand.wires() == {InputPort(plus, 1): x}


def test_what_fits_lights_up_while_the_rest_steps_back(hand: Hand) -> None:
    x, plus, exp = hand.add("input", -200, 0), hand.add("add", 0, 0), hand.add("exp", 200, 0)
    hand.document.connect(x, InputPort(plus, 0))
    hand.document.connect(plus, InputPort(exp, 0))
    hand.press(hand.output(exp))
    hand.move(hand.output(exp) + QPoint(60, 80))
    items = hand.scene.items_shown.nodes
    # Only a circle could be closed: nothing fits.
    assert all(not item.lit_ports for item in items.values())
    assert items[x].opacity() < 1
    assert items[plus].opacity() < 1
    hand.key(Qt.Key.Key_Escape)
    assert items[plus].opacity() == 1
    hand.press(hand.output(x))
    hand.move(hand.output(x) + QPoint(60, 80))
    # Its own wire it need not replace, and that of another node it may.
    assert items[plus].lit_ports == {1}
    assert items[exp].lit_ports == {0}
    hand.release(hand.output(x) + QPoint(60, 80))
    assert not hand.view.search.isHidden()


def test_a_circle_is_refused_with_the_reason_at_the_pointer(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a + b)")
    before = hand.document.drawing
    hand.document.disconnect(InputPort(nodes["add"], 1))
    steps = hand.steps
    target = hand.input(nodes["add"], 1)
    hand.press(hand.output(nodes["exp"]))
    hand.move(target + QPoint(4, 4))
    hand.move(target)
    assert hand.view.hint.isVisible()
    assert "circle" in hand.view.hint.text()
    hand.release(target)
    assert not hand.view.hint.isVisible()
    assert hand.steps == steps
    assert "circle" in hand.messages[-1]
    assert len(before.graph.wires) == len(hand.wires()) + 1


def test_a_wire_onto_a_taken_input_replaces_its_wire_in_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    other, port = hand.add("input", -100, 250), InputPort(nodes["exp"], 0)
    steps = hand.steps
    hand.press(hand.output(other))
    hand.move(hand.input(nodes["exp"]) + QPoint(0, 40))
    hand.move(hand.input(nodes["exp"]) - QPoint(12, 0))
    # The wire that would go is marked as the knife marks one, and named at the pointer.
    assert hand.view.hint.text() == "Replaces the wire from a."
    assert hand.scene.items_shown.wires[port].look is WireLook.CUT
    hand.release(hand.input(nodes["exp"]) - QPoint(12, 0))
    assert hand.wires() == {port: other}
    assert hand.steps == steps + 1
    assert hand.view.search.isHidden()
    assert hand.messages == []
    hand.act("undo")
    assert hand.wires() == {port: nodes["a"]}


def test_leaving_a_taken_input_again_leaves_its_wire_as_it_was(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    other, port = hand.add("input", -100, 250), InputPort(nodes["exp"], 0)
    hand.press(hand.output(other))
    hand.move(hand.input(nodes["exp"]) + QPoint(0, 40))
    hand.move(hand.input(nodes["exp"]))
    hand.key(Qt.Key.Key_Escape)
    assert hand.scene.items_shown.wires[port].look is not WireLook.CUT
    hand.release(hand.input(nodes["exp"]))
    assert hand.wires() == {port: nodes["a"]}


def test_a_pulled_off_wire_replaces_the_wire_of_another_port(hand: Hand) -> None:
    nodes = hand.show_formula("a + b")
    first, second = InputPort(nodes["add"], 0), InputPort(nodes["add"], 1)
    steps = hand.steps
    hand.drag(hand.port(first), hand.port(second))
    assert hand.wires() == {second: nodes["a"]}
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.wires() == {first: nodes["a"], second: nodes["b"]}


def test_a_wire_dropped_on_a_card_prefers_its_free_port(hand: Hand) -> None:
    x, y, plus = hand.add("input", -200, 0), hand.add("input", -200, 160), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 1))
    hand.drag(hand.output(y), hand.at(8, 20))
    assert hand.wires() == {InputPort(plus, 0): y, InputPort(plus, 1): x}


def test_a_wrong_shape_is_wired_by_hand_and_marked_with_what_would_fit(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    port = InputPort(nodes["matmul"], 1)
    other = hand.add("input", -100, 250)
    hand.press(hand.output(other))
    hand.move(hand.port(port) + QPoint(0, 40))
    hand.move(hand.port(port))
    marked, replaced = hand.view.hint.text().splitlines()
    assert "needs 2×n, has scalar" in marked
    assert replaced == "Replaces the wire from x."
    hand.release(hand.port(port))
    assert hand.wires()[port] == other
    assert hand.scene.items_shown.wires[port].look is WireLook.REFUSED
    assert "needs 2×n, has scalar" in " ".join(hand.texts())
    assert hand.messages == []
    hand.act("undo")
    assert hand.wires()[port] == nodes["x"]
    assert hand.scene.items_shown.wires[port].look is not WireLook.REFUSED


def test_what_fits_goes_before_a_wrong_shape_that_is_nearer(hand: Hand) -> None:
    nodes = hand.show_formula("matmul(W, x) + y", W="[[1, 2], [3, 4]]", x="[1, 2]", y="[1, 1]")
    hand.document.disconnect(InputPort(nodes["matmul"], 0))
    hand.document.disconnect(InputPort(nodes["matmul"], 1))
    hand.drag(hand.output(nodes["W"]), hand.input(nodes["matmul"], 0))
    matrix = hand.add("input", -100, 250)
    hand.document.set_value(matrix, np.ones((3, 3)))
    for _ in range(4):
        hand.act("zoom_out")
    middle = middle_of(hand.input(nodes["matmul"], 0), hand.input(nodes["matmul"], 1))
    hand.press(hand.output(matrix))
    hand.move(middle + QPoint(-40, 60))
    hand.move(middle + QPoint(-6, 3))
    # The second port lies nearer, but no 3×3 matrix follows a 2×2 one.
    assert hand.view.hint.text() == "Replaces the wire from W."


def test_farther_from_a_taken_port_than_a_wire_snaps_the_search_opens(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    other = hand.add("input", -100, 250)
    hand.drag(hand.output(other), hand.input(nodes["exp"], 0) + QPoint(-16, 30))
    assert not hand.view.search.isHidden()
    assert hand.messages == []


def test_a_pulled_off_wire_goes_to_another_port_in_one_step(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 0))
    steps = hand.steps
    hand.drag(hand.input(plus, 0), hand.input(plus, 1))
    assert hand.wires() == {InputPort(plus, 1): x}
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.wires() == {InputPort(plus, 0): x}


def test_a_pulled_off_wire_dropped_on_nothing_is_deleted(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 0))
    hand.drag(hand.input(plus, 0), EMPTY)
    assert hand.wires() == {}
    assert hand.view.search.isHidden()
    hand.act("undo")
    assert hand.wires() == {InputPort(plus, 0): x}


def test_a_pulled_off_wire_put_back_is_no_step(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 0))
    steps = hand.steps
    hand.press(hand.input(plus, 0))
    hand.move(EMPTY)
    hand.move(hand.input(plus, 0))
    hand.release(hand.input(plus, 0))
    assert hand.steps == steps
    assert hand.scene.items_shown.wires[InputPort(plus, 0)].isVisible()


def test_escape_leaves_a_wire_as_it_was(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 0))
    hand.press(hand.input(plus, 0))
    hand.move(EMPTY)
    hand.key(Qt.Key.Key_Escape)
    hand.release(EMPTY)
    assert hand.wires() == {InputPort(plus, 0): x}


def test_a_wire_dropped_on_nothing_offers_what_fits_and_connects_it(hand: Hand) -> None:
    x = hand.add("input", -200, 0)
    hand.drag(hand.output(x), hand.at(0, 100))
    offered = hand.view.search.offered()
    assert "multiply" in offered
    assert "input" not in offered
    steps = hand.steps
    hand.search("exp")
    exp = hand.names()["exp"]
    assert hand.wires() == {InputPort(exp, 0): x}
    assert hand.steps == steps + 1
    # The port, not the card's middle, stands where the wire was dropped.
    place = hand.scene.hits.port_point(InputPort(exp, 0))
    assert abs(place.x()) <= 1
    assert abs(place.y() - 100) <= 1


def test_a_wire_from_an_input_dropped_on_nothing_offers_sources_too(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    hand.drag(hand.input(exp), hand.at(-150, 60))
    assert "input" in hand.view.search.offered()
    hand.search("parameter")
    assert hand.wires() == {InputPort(exp, 0): hand.names()["w"]}


def test_only_gates_that_take_the_shape_are_offered(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    hand.drag(hand.output(nodes["W"]), EMPTY)
    offered = set(hand.view.search.offered())
    assert {"sum", "matmul", "exp"} <= offered
    hand.key(Qt.Key.Key_Escape, on=hand.view.search.field)
    assert hand.view.search.isHidden()


def test_a_clicked_wire_is_deleted_by_key(hand: Hand) -> None:
    nodes = hand.show_formula("a + b")
    wire = hand.scene.items_shown.wires[InputPort(nodes["add"], 0)]
    point = wire.end
    hand.click(hand.at(point.x() - 45, point.y()))
    assert hand.scene.selected_wires() == {InputPort(nodes["add"], 0)}
    hand.act("delete")
    assert hand.wires() == {InputPort(nodes["add"], 1): nodes["b"]}


def test_the_cursor_says_what_a_press_would_begin(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)")
    shapes = {
        Qt.CursorShape.CrossCursor: hand.output(nodes["a"]),
        Qt.CursorShape.OpenHandCursor: hand.node(nodes["exp"]),
        Qt.CursorShape.SizeHorCursor: hand.value(nodes["a"]),
        Qt.CursorShape.ArrowCursor: EMPTY,
    }
    for shape, place in shapes.items():
        hand.move(place)
        assert hand.view.viewport().cursor().shape() == shape


def test_ports_can_be_hit_when_zoomed_out_and_cards_still_dragged(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    for _ in range(4):
        hand.act("zoom_out")
    near = hand.scene.hits.port_at(hand.scene.hits.port_point(OutputPort(x)))
    assert near == OutputPort(x)
    hand.drag(hand.output(x) + QPoint(6, 0), hand.input(plus))
    assert hand.wires() == {InputPort(plus, 0): x}
    assert hand.scene.hits.port_at(hand.scene.node_rect(plus).center()) is None


def test_a_wire_taken_near_its_beginning_pulls_its_beginning_off(hand: Hand) -> None:
    x, y = hand.add("input", -300, 0), hand.add("input", -300, 160)
    exp = hand.add("exp", 150, 0)
    hand.document.connect(x, InputPort(exp, 0))
    wire = hand.scene.items_shown.wires[InputPort(exp, 0)]
    near = hand.at(wire.start.x() + 60, wire.start.y())
    steps = hand.steps
    hand.press(near)
    hand.move(near + QPoint(5, 60))
    # What fits is lit: outputs, not inputs.
    assert hand.scene.items_shown.nodes[y].lit_ports == {-1}
    hand.move(hand.output(y))
    hand.release(hand.output(y))
    assert hand.wires() == {InputPort(exp, 0): y}
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.wires() == {InputPort(exp, 0): x}
    hand.drag(near, EMPTY)
    assert hand.wires() == {}
    hand.act("undo")
    hand.press(near)
    hand.move(EMPTY)
    hand.move(hand.output(x))
    hand.release(hand.output(x))
    assert hand.wires() == {InputPort(exp, 0): x}
    assert hand.steps == steps


def test_shift_and_ctrl_select_several_wires(hand: Hand) -> None:
    nodes = hand.show_formula("a + b")
    first, second = InputPort(nodes["add"], 0), InputPort(nodes["add"], 1)
    places = []
    for port in (first, second):
        middle = hand.scene.items_shown.wires[port].middle
        places.append(hand.at(middle.x(), middle.y()))
    hand.click(places[0])
    hand.click(places[1], SHIFT)
    assert hand.scene.selected_wires() == {first, second}
    hand.click(places[0], CTRL)
    assert hand.scene.selected_wires() == {second}
    hand.click(places[0], CTRL)
    hand.act("delete")
    assert hand.wires() == {}
