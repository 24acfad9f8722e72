"""A card collapses to what it is called, and expands again; each is one step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.drawing.serialization import from_json, to_json
from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import Hand

KEY = Qt.Key


def test_h_collapses_the_selected_cards_in_one_step_and_expands_them_again(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    items = hand.scene.items_shown.nodes
    cards = {node: hand.scene.node_rect(node) for node in nodes.values()}
    chosen = {nodes["W"], nodes["matmul"]}
    hand.scene.select(chosen)
    steps = hand.steps
    hand.key(KEY.Key_H)
    assert hand.steps == steps + 1
    assert hand.actions["collapse"].isChecked()
    for node in chosen:
        now = hand.scene.node_rect(node)
        assert now.height() < cards[node].height()
        assert now.center() == cards[node].center()
        assert items[node].face.value_lines == ()
        assert items[node].face.caption == ""
    assert items[nodes["W"]].face.title == "W"
    assert hand.scene.node_rect(nodes["x"]) == cards[nodes["x"]]
    hand.key(KEY.Key_H)
    assert {node: hand.scene.node_rect(node) for node in cards} == cards
    hand.act("undo")
    assert hand.document.drawing.collapsed == chosen
    hand.act("undo")
    assert hand.document.drawing.collapsed == frozenset()
    assert {node: hand.scene.node_rect(node) for node in cards} == cards


def test_a_collapsed_card_shows_no_numbers_at_its_ports_but_what_is_wrong(hand: Hand) -> None:
    nodes = hand.show_formula("W @ x", W="[[1, 2], [3, 4]]", x="[1, 2]")
    port = InputPort(nodes["matmul"], 1)
    assert hand.scene.labels.wires[port].labels
    hand.scene.select({nodes["matmul"]})
    hand.act("collapse")
    assert hand.scene.labels.wires[port].labels == ()
    # The result stands behind it as before.
    assert hand.scene.labels.ends[nodes["matmul"]].labels
    hand.document.set_value(nodes["x"], np.ones(3))
    assert "needs (2)" in " ".join(label.text for label in hand.scene.labels.wires[port].labels)


def test_a_collapsed_card_is_wired_moved_and_typed_into_as_any_other(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.scene.select({x, plus})
    hand.act("collapse")
    first, second = hand.input(plus, 0), hand.input(plus, 1)
    assert (second - first).y() >= 10
    hand.drag(hand.output(x), second)
    assert hand.wires() == {InputPort(plus, 1): x}
    hand.scene.select({x})
    hand.key(KEY.Key_Return)
    hand.view.editor.selectAll()
    QTest.keyClicks(hand.view.editor, "2.5")
    hand.key(KEY.Key_Return, on=hand.view.editor)
    assert hand.scalar(x) == 2.5
    before = hand.document.drawing.positions[plus]
    hand.drag(hand.node(plus), hand.node(plus) + QPoint(0, 90))
    assert hand.document.drawing.positions[plus] != before
    assert plus in hand.document.drawing.collapsed


def test_a_double_click_expands(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["a"]})
    hand.act("collapse")
    hand.double_click(hand.view.mapFromScene(hand.scene.node_rect(nodes["a"]).center()))
    assert hand.document.drawing.collapsed == frozenset()
    assert not hand.view.editor.is_open


def test_copies_and_files_stay_collapsed_and_deleting_forgets(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["a"]})
    hand.act("collapse")
    hand.act("duplicate")
    assert len(hand.document.drawing.collapsed) == 2
    assert hand.scene.selected_nodes() < hand.document.drawing.collapsed
    assert from_json(to_json(hand.document.drawing)) == hand.document.drawing
    hand.act("delete")
    assert hand.document.drawing.collapsed == {nodes["a"]}


def test_a_constant_and_a_dot_are_not_collapsed(hand: Hand) -> None:
    hand.scene.select({hand.add("constant", 0, 0), hand.add("reroute", 100, 0)})
    assert not hand.actions["collapse"].isEnabled()
