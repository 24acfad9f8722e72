"""Pointing at a wire or asking for the selection lights what hangs together with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import Hand


def lit(hand: Hand) -> set[int]:
    return {key for key, item in hand.scene.items_shown.nodes.items() if item.opacity() == 1}


def test_a_rest_on_a_wire_lights_its_cone_and_both_end_ports(hand: Hand, qtbot: QtBot) -> None:
    nodes = hand.show_formula("f = x*y + exp(z)")
    wire = InputPort(nodes["multiply"], 0)
    place = hand.scene.items_shown.wires[wire].end - QPointF(45, 0)
    hand.move(hand.view.mapFromScene(place))
    qtbot.waitUntil(lambda: lit(hand) == {nodes["x"], nodes["multiply"], nodes["f"]})
    items = hand.scene.items_shown.nodes
    assert items[nodes["x"]].lit_ports == {-1}
    assert items[nodes["multiply"]].lit_ports == {0}
    hand.move(hand.at(-900, -900))
    assert lit(hand) == set(items)
    assert not items[nodes["x"]].lit_ports


def test_a_selected_wire_has_both_ends_lit_and_nothing_fades(hand: Hand) -> None:
    nodes = hand.show_formula("f = x*y + exp(z)")
    hand.scene.select((), [InputPort(nodes["multiply"], 1)])
    items = hand.scene.items_shown.nodes
    assert items[nodes["y"]].lit_ports == {-1}
    assert items[nodes["multiply"]].lit_ports == {1}
    assert lit(hand) == set(items)


def test_the_key_l_lights_the_cone_of_the_selection_until_pressed_again(hand: Hand) -> None:
    nodes = hand.show_formula("f = x*y + exp(z)")
    hand.scene.select([nodes["exp"]])
    assert lit(hand) == set(hand.scene.items_shown.nodes)
    hand.key(Qt.Key.Key_L)
    assert lit(hand) == {nodes["z"], nodes["exp"], nodes["f"]}
    assert hand.scene.items_shown.nodes[nodes["f"]].lit_ports == {1}
    hand.scene.select([nodes["x"], nodes["z"]])
    assert nodes["y"] not in lit(hand)
    assert {nodes["x"], nodes["z"]} <= lit(hand)
    hand.key(Qt.Key.Key_L)
    assert lit(hand) == set(hand.scene.items_shown.nodes)
