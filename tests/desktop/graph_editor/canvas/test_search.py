"""The search popup opens at the pointer and adds what is chosen there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import Hand


def test_a_double_click_on_nothing_searches_and_adds_there(hand: Hand) -> None:
    hand.double_click(hand.at(60, -40))
    assert hand.view.search.field.hasFocus()
    hand.search("tanh")
    node = hand.names()["tanh"]
    assert hand.document.drawing.positions[node] == (60, -40)
    assert hand.scene.selected_nodes() == {node}
    assert hand.view.search.isHidden()
    assert hand.view.hasFocus()
    assert hand.steps == 1


def test_tab_searches_at_the_pointer(hand: Hand) -> None:
    hand.move(hand.at(-100, 70))
    hand.key(Qt.Key.Key_Tab)
    hand.search("exp")
    assert hand.document.drawing.positions[hand.names()["exp"]] == (-100, 70)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("*", "multiply"), ("mul", "multiply"), ("×", "multiply"), ("곱", "multiply")],
)
def test_any_name_of_an_operation_finds_it(hand: Hand, typed: str, name: str) -> None:
    hand.double_click(QPoint(300, 300))
    hand.view.search.field.setText(typed)
    assert hand.view.search.offered()[0] == name


def test_arrows_choose_and_go_round(hand: Hand) -> None:
    hand.double_click(QPoint(300, 300))
    field, offered = hand.view.search.field, hand.view.search.offered()
    hand.key(Qt.Key.Key_Down, on=field)
    hand.key(Qt.Key.Key_Down, on=field)
    hand.key(Qt.Key.Key_Up, on=field)
    assert hand.view.search.list.currentRow() == 1
    hand.key(Qt.Key.Key_Up, on=field)
    hand.key(Qt.Key.Key_Up, on=field)
    assert hand.view.search.list.currentRow() == len(offered) - 1
    hand.key(Qt.Key.Key_Down, on=field)
    hand.key(Qt.Key.Key_Down, on=field)
    hand.key(Qt.Key.Key_Return, on=field)
    assert [node.operation for node in hand.document.graph.nodes.values()] == [offered[1]]


def test_escape_and_a_click_elsewhere_close_it_and_add_nothing(hand: Hand) -> None:
    hand.double_click(QPoint(300, 300))
    hand.key(Qt.Key.Key_Escape, on=hand.view.search.field)
    assert hand.view.search.isHidden()
    hand.double_click(QPoint(300, 300))
    hand.click(QPoint(20, 620))
    assert hand.view.search.isHidden()
    assert hand.steps == 0


def test_nothing_found_is_said(hand: Hand) -> None:
    hand.double_click(QPoint(300, 300))
    QTest.keyClicks(hand.view.search.field, "qqq")
    assert hand.view.search.offered() == []
    hand.key(Qt.Key.Key_Return, on=hand.view.search.field)
    assert not hand.view.search.isHidden()
    assert hand.steps == 0


def test_it_stays_inside_the_canvas(hand: Hand) -> None:
    hand.double_click(QPoint(895, 635))
    room = hand.view.viewport().rect()
    assert room.contains(hand.view.search.geometry())


def test_a_double_click_on_a_wire_puts_the_gate_into_it(hand: Hand) -> None:
    a, exp = hand.add("input", -250, 0), hand.add("exp", 250, 0)
    hand.document.connect(a, InputPort(exp, 0))
    hand.double_click(hand.at(0, 0))
    assert "input" not in hand.view.search.offered()
    hand.search("tanh")
    tanh = hand.names()["tanh"]
    assert hand.wires() == {InputPort(tanh, 0): a, InputPort(exp, 0): tanh}


def test_an_operation_is_dropped_from_the_palette(hand: Hand) -> None:
    assert hand.drop("sigmoid", hand.at(40, 50))
    node = hand.names()["sigmoid"]
    assert hand.document.drawing.positions[node] == (40, 50)
    assert not hand.drop("no such operation", hand.at(0, 0))
    assert hand.steps == 1


def test_a_gate_dropped_on_a_wire_goes_into_it(hand: Hand) -> None:
    a, exp = hand.add("input", -250, 0), hand.add("exp", 250, 0)
    hand.document.connect(a, InputPort(exp, 0))
    steps = hand.steps
    hand.drop("tanh", hand.at(0, 0))
    tanh = hand.names()["tanh"]
    assert hand.wires()[InputPort(exp, 0)] == tanh
    assert hand.steps == steps + 1
