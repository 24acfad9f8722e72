"""Zooming stays under the pointer, panning follows the hand, fitting shows everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from tests.desktop.graph_editor.canvas.hand import LEFT, NONE, Hand


def _distance(a: QPointF, b: QPointF) -> float:
    return (a - b).manhattanLength()


def test_the_wheel_zooms_at_the_pointer(hand: Hand) -> None:
    place = QPoint(200, 500)
    before = hand.view.mapToScene(place)
    for notches in (1, 1, 1, -2, 4):
        hand.wheel(place, notches)
        assert _distance(hand.view.mapToScene(place), before) < 2.5
    assert hand.view.camera.zoom > 1.5


def test_zoom_has_limits_and_a_way_back(hand: Hand) -> None:
    hand.wheel(QPoint(10, 10), 100)
    assert hand.view.camera.zoom == 4
    hand.wheel(QPoint(10, 10), -200)
    assert hand.view.camera.zoom == pytest.approx(0.01)
    hand.act("zoom_reset")
    assert hand.view.camera.zoom == pytest.approx(1)


def test_the_middle_button_pans(hand: Hand) -> None:
    before = hand.view.mapToScene(QPoint(100, 100))
    middle, viewport = Qt.MouseButton.MiddleButton, hand.view.viewport()
    QTest.mousePress(viewport, middle, NONE, QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(360, 250))
    QTest.mouseRelease(viewport, middle, NONE, QPoint(360, 250))
    assert _distance(hand.view.mapToScene(QPoint(160, 50)), before) < 1.5


def test_two_fingers_pan(hand: Hand) -> None:
    before, zoom = hand.view.mapToScene(QPoint(100, 100)), hand.view.camera.zoom
    hand.two_fingers(QPoint(300, 300), QPoint(40, -25))
    assert _distance(hand.view.mapToScene(QPoint(140, 75)), before) < 1.5
    assert hand.view.camera.zoom == zoom


def test_space_held_pans_with_the_left_button(hand: Hand) -> None:
    node = hand.add("exp", 0, 0)
    before = hand.view.mapToScene(QPoint(100, 100))
    QTest.keyPress(hand.view, Qt.Key.Key_Space)
    hand.drag(hand.node(node), hand.node(node) + QPoint(50, 20))
    QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    assert hand.document.drawing.positions[node] == (0, 0)
    assert _distance(hand.view.mapToScene(QPoint(150, 120)), before) < 1.5


@pytest.mark.parametrize("size", [(900, 640), (420, 700), (1300, 300)])
def test_fitting_shows_every_card_and_number(hand: Hand, size: tuple[int, int]) -> None:
    hand.show_formula("1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))")
    hand.act("zoom_fit")
    hand.view.resize(*size)
    QApplication.processEvents()
    seen = hand.view.mapToScene(hand.view.viewport().rect()).boundingRect()
    for rect in (*hand.scene.label_rects(), *map(hand.scene.node_rect, hand.document.graph.nodes)):
        assert seen.contains(rect)


def test_the_canvas_scales_with_the_interface(hand: Hand, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    node = hand.add("exp", 0, 0)
    hand.act("zoom_reset")
    width = hand.view.mapFromScene(hand.scene.node_rect(node)).boundingRect().width()
    try:
        apply_theme(app, "dark", 1.5)
        scaled = hand.view.mapFromScene(hand.scene.node_rect(node)).boundingRect().width()
        assert scaled == pytest.approx(1.5 * width, abs=2)
    finally:
        apply_theme(app, "light", 1.0)
        app.setStyleSheet("")


def test_an_empty_canvas_fits_too(hand: Hand) -> None:
    hand.act("zoom_fit")
    assert hand.view.camera.zoom == 1
    assert Qt.MouseButton.LeftButton == LEFT


def test_a_message_that_takes_a_line_rescales_nothing_that_can_be_seen(hand: Hand) -> None:
    hand.show_formula("x*y")
    hand.view.zoom_to_fit()
    zoom = hand.view.camera.zoom
    hand.view.resize(900, 600)
    assert hand.view.camera.zoom == zoom
    hand.view.resize(300, 600)
    assert hand.view.camera.zoom < zoom
    assert hand.view.camera.shows(hand.scene.contents_rect())


def test_a_drawing_begun_on_an_empty_canvas_keeps_its_scale(hand: Hand) -> None:
    hand.document.new()
    hand.add("exp", 0, 0)
    hand.view.resize(700, 400)
    assert hand.view.camera.zoom == 1


def test_a_longer_value_stays_in_view_when_the_whole_graph_was(hand: Hand) -> None:
    nodes = hand.show_formula("x*y")
    hand.view.zoom_to_fit()
    hand.type_value(nodes["x"], "[1, 2, 3]")
    assert hand.view.camera.shows(hand.scene.contents_rect())


@pytest.mark.parametrize("x", [-9_000_000.0, 600_000.0])
def test_a_node_at_the_end_of_thousands_of_gates_is_brought_into_view(hand: Hand, x: float) -> None:
    node = hand.add("exp", x, 50_000.0)
    hand.view.zoom_to_fit()
    assert _distance(QPointF(hand.node(node)), QPointF(hand.view.viewport().rect().center())) < 100
    assert hand.view.camera.shows(hand.scene.node_rect(node))
