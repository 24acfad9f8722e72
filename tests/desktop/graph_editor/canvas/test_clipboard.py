"""Copy and paste through the system clipboard, as text."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from tests.desktop.graph_editor.canvas.hand import Hand


def test_nodes_are_pasted_at_the_pointer_with_their_inner_wires(hand: Hand) -> None:
    nodes = hand.show_formula("x * exp(y)", x="2", y="0")
    hand.scene.select({nodes["exp"], nodes["y"]})
    hand.act("copy")
    assert json.loads(QGuiApplication.clipboard().text())
    hand.move(hand.at(100, 220))
    hand.act("paste")
    pasted = hand.scene.selected_nodes()
    graph = hand.document.graph
    assert {graph.nodes[key].operation for key in pasted} == {"exp", "input"}
    assert len(graph.wires) == 4
    places = [hand.document.drawing.positions[key] for key in pasted]
    xs, ys = zip(*places, strict=True)
    assert (min(xs) + max(xs)) / 2 == 100
    assert (min(ys) + max(ys)) / 2 == 220
    assert hand.steps == 1
    hand.act("undo")
    assert set(hand.document.graph.nodes) == set(nodes.values())


def test_pasting_twice_at_one_place_does_not_hide_the_first(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    hand.act("select_all")
    hand.act("copy")
    hand.act("paste")
    hand.act("paste")
    places = set(hand.document.drawing.positions.values())
    assert len(places) >= 2
    assert len(hand.document.graph.nodes) == 3


def test_cut_takes_the_nodes_away_and_paste_brings_them_back(hand: Hand) -> None:
    nodes = hand.show_formula("exp(x)", x="3")
    hand.act("select_all")
    hand.act("cut")
    assert len(hand.document.graph.nodes) == 0
    hand.act("paste")
    values = [node.value for node in hand.document.graph.nodes.values() if node.value is not None]
    assert [float(value) for value in values] == [3.0]
    assert len(nodes) == 2


def test_copies_cross_windows(hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    hand.show_formula("a + b")
    hand.act("select_all")
    hand.act("copy")
    other = Hand(tmp_path / "other.ini")
    qtbot.addWidget(other.view)
    other.view.edits.paste(other.view.pointer_place())
    assert len(other.document.graph.nodes) == 3
    assert len(other.wires()) == 2
    shut_down(other.view)
    shut_down(other.scene)


def test_foreign_text_is_refused_with_a_sentence(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("what is this")
    hand.act("paste")
    assert "the clipboard holds no nodes" in hand.messages[-1]
    assert hand.steps == 0
