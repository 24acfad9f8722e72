"""The knife: Ctrl and a drag across wires cut them, all in one step."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from desktop.graph_editor.items.wire_item import WireLook
from engine.graph.model import InputPort, NodeId
from tests.desktop.graph_editor.canvas.hand import CTRL, SHIFT, Hand


def _across(hand: Hand, gate: NodeId) -> tuple[QPoint, QPoint]:
    """Return a line from above to below that crosses the wires into a gate."""
    card = hand.scene.node_rect(gate)
    x = card.left() - 40
    return hand.at(x, card.top() - 60), hand.at(x, card.bottom() + 60)


def test_every_wire_that_the_line_crosses_is_cut_in_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    before = hand.document.drawing
    hand.drag(*_across(hand, nodes["add"]), CTRL)
    assert hand.wires() == {
        InputPort(nodes["multiply"], 0): nodes["add"],
        InputPort(nodes["multiply"], 1): nodes["z"],
    }
    assert hand.steps == 1
    assert hand.actions["undo"].text() == "Undo cut wires"
    hand.act("undo")
    assert hand.document.drawing is before


def test_the_wires_under_the_knife_are_marked_while_it_is_drawn(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    start, end = _across(hand, nodes["add"])
    hand.press(start, CTRL)
    hand.move(start + QPoint(0, 10))
    assert hand.view.hint.text() == "Draw across the wires to cut."
    hand.move(end)
    looks = {port: wire.look for port, wire in hand.scene.items_shown.wires.items()}
    cut = {InputPort(nodes["add"], 0), InputPort(nodes["add"], 1)}
    assert {port for port, look in looks.items() if look is WireLook.CUT} == cut
    assert hand.view.hint.text() == "Let go to cut 2 wires."
    knife = hand.view.overlay.knife
    assert knife is not None
    assert len(knife.marks) == 2
    hand.move(start + QPoint(0, 10))
    assert all(wire.look is WireLook.NORMAL for wire in hand.scene.items_shown.wires.values())
    hand.release(start + QPoint(0, 10), CTRL)
    assert hand.view.overlay.knife is None
    assert hand.steps == 0


def test_escape_leaves_every_wire_whole(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    start, end = _across(hand, nodes["add"])
    hand.press(start, CTRL)
    hand.move(end)
    hand.key(Qt.Key.Key_Escape)
    hand.release(end, CTRL)
    assert len(hand.wires()) == 2
    assert hand.steps == 0
    assert not hand.view.hint.isVisible()
    assert all(wire.look is WireLook.NORMAL for wire in hand.scene.items_shown.wires.values())


def test_a_click_with_ctrl_keeps_the_selection(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    hand.scene.select({nodes["x"]})
    hand.click(_across(hand, nodes["add"])[0], CTRL)
    assert hand.scene.selected_nodes() == {nodes["x"]}


def test_with_shift_as_well_it_is_a_band_and_cuts_nothing(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    hand.scene.select({nodes["add"]})
    area = hand.scene.contents_rect()
    hand.drag(
        hand.view.mapFromScene(area.topLeft()) - QPoint(20, 20),
        hand.view.mapFromScene(area.bottomRight()) + QPoint(20, 20),
        CTRL | SHIFT,
    )
    assert hand.scene.selected_nodes() == {nodes["x"], nodes["y"]}
    assert len(hand.wires()) == 2
