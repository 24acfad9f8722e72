"""The canvas without a mouse: walking, editing, and what is left to the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.graph_editor.canvas.hand import CTRL, SHIFT, Hand


def test_arrows_walk_along_the_wires(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    hand.scene.select({nodes["multiply"]})
    hand.key(Qt.Key.Key_Left)
    assert hand.scene.selected_nodes() == {nodes["add"]}
    hand.key(Qt.Key.Key_Left)
    first = hand.scene.selected_nodes()
    assert first in ({nodes["x"]}, {nodes["y"]})
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Right)
    assert hand.scene.selected_nodes() == {nodes["multiply"]}


def test_shift_and_arrows_select_more(hand: Hand) -> None:
    nodes = hand.show_formula("exp(tanh(a))")
    hand.scene.select({nodes["exp"]})
    hand.key(Qt.Key.Key_Left, SHIFT)
    hand.key(Qt.Key.Key_Left, SHIFT)
    assert hand.scene.selected_nodes() == set(nodes.values())


def test_down_begins_to_walk_and_goes_to_the_next_in_the_column(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    hand.key(Qt.Key.Key_Down)
    top, bottom = sorted(
        (nodes["x"], nodes["y"]), key=lambda key: hand.document.drawing.positions[key][1]
    )
    assert hand.scene.selected_nodes() == {top}
    hand.key(Qt.Key.Key_Down)
    assert hand.scene.selected_nodes() == {bottom}
    hand.key(Qt.Key.Key_Up)
    assert hand.scene.selected_nodes() == {top}


def test_escape_clears_the_selection(hand: Hand) -> None:
    hand.show_formula("x + y")
    hand.act("select_all")
    hand.key(Qt.Key.Key_Escape)
    assert hand.scene.selected_nodes() == frozenset()


def test_select_linked_follows_the_wires_both_ways(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    hand.add("exp", 0, 300)
    hand.scene.select({nodes["x"]})
    hand.act("select_linked")
    assert hand.scene.selected_nodes() == set(nodes.values())


class _Page(QWidget):
    """Notes the keys that the canvas leaves to it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> _Page:
    page = _Page()
    layout = QVBoxLayout(page)
    layout.addWidget(hand.view)
    qtbot.addWidget(page)
    page.resize(800, 600)
    with qtbot.waitExposed(page):
        page.show()
    hand.view.setFocus()
    return page


def test_the_keys_of_the_timeline_reach_the_page(hand: Hand, page: _Page) -> None:
    hand.show_formula("x + y")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        hand.key(key)
    hand.key(Qt.Key.Key_Space)
    assert page.keys == [
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
    ]


def test_space_that_panned_does_not_reach_the_page(hand: Hand, page: _Page) -> None:
    QTest.keyPress(hand.view, Qt.Key.Key_Space)
    hand.drag(hand.at(0, 100), hand.at(50, 120))
    QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    assert page.keys == []


def test_commands_have_texts_tooltips_and_keys_of_their_own(hand: Hand) -> None:
    keys: list[str] = []
    for action in hand.actions.values():
        assert action.text()
        assert action.toolTip()
        keys += [key.toString() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_both_keys_of_redo_work_on_every_platform(hand: Hand) -> None:
    hand.add("tanh", 0, 0)
    for key, modifiers in ((Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)):
        hand.key(Qt.Key.Key_Z, CTRL)
        assert not hand.document.graph.nodes
        hand.key(key, modifiers)
        assert len(hand.document.graph.nodes) == 1
