"""In a small window the walk through a network can be read, card and graph alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.items.canvas_style import TEXT_SCALE
from desktop.graph_editor.page import GraphPage
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.formula.values import parse_value
from engine.graph import edits
from tests.support.graph_hands import make_page
from tests.support.settling import settle

# What a window of 1280 × 720 leaves for the page.
_SMALL = (1280, 646)
_ROWS = "[[1, 2, 3, 4], [0.125, 1, 0.25, 2], [2, 3, 1, 5], [1, 1, 1, 1]]"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    page.resize(*_SMALL)
    graph = parse_formula("f = sum(tanh(tanh(X @ A + B) @ C + D))")
    for name in "XABCD":
        node = graph.named(name)
        assert node is not None
        graph = edits.set_value(graph, node, parse_value(_ROWS))
    page.receive(Drawing(graph, {}))
    page.view.setFocus()
    settle(qtbot, page)
    return page


def press(page: GraphPage, key: Qt.Key, qtbot: QtBot) -> None:
    QTest.keyClick(page.view, key)
    settle(qtbot, page)
    QTest.qWait(0)


def test_while_stepping_the_gate_spoken_of_can_be_read(page: GraphPage, qtbot: QtBot) -> None:
    page.walk.go(page.walk.forward_count)
    docked = 0
    for _ in range(4):
        press(page, Qt.Key.Key_Right, qtbot)
        stop = page.walk.stop
        if stop is None or not page.step_card.is_docked:
            continue
        docked += 1
        assert page.view.camera.scale >= TEXT_SCALE * 1.4
        assert page.view.camera.shows(page.scene.node_rect(stop.node))
        assert page.view.height() > page.height() / 3
        assert page.step_card.height() < page.height() / 2
    assert docked > 1


def test_after_the_walk_the_whole_graph_is_seen_again(page: GraphPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Home, qtbot)
    while not page.view.camera.is_leading:
        press(page, Qt.Key.Key_Right, qtbot)
    press(page, Qt.Key.Key_End, qtbot)
    assert not page.step_card.isVisible()
    assert page.view.camera.shows(page.scene.contents_rect())


def test_what_the_hand_has_zoomed_is_left_so(page: GraphPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Home, qtbot)
    while not page.view.camera.is_leading:
        press(page, Qt.Key.Key_Right, qtbot)
    page.canvas_actions["zoom_in"].trigger()
    zoom = page.view.camera.zoom
    press(page, Qt.Key.Key_Right, qtbot)
    press(page, Qt.Key.Key_Right, qtbot)
    assert page.view.camera.zoom == zoom
    # The canvas gets another size, as it also does when a formula in the strip is taller.
    page.resize(_SMALL[0], _SMALL[1] + 60)
    settle(qtbot, page)
    assert page.view.camera.zoom == zoom
    stop = page.walk.stop
    assert stop is not None
    assert page.view.camera.shows(page.scene.node_rect(stop.node))
