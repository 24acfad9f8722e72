"""A graph that does not fit shows its whole as shapes, and on a map where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from engine.formula.parser import parse_formula
from tests.support.graph_hands import make_page
from tests.support.graphs import node
from tests.support.settling import settle
from tests.support.work import count_calls

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_GATES = 60


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    steps = "; ".join(f"g{i + 1} = tanh(g{i})" for i in range(_GATES))
    page.document.load(arranged_drawing(parse_formula(steps)), None)
    page.view.zoom_to_fit()
    settle(qtbot, page)
    return page


def look_closely(page: GraphPage, qtbot: QtBot) -> None:
    page.view.zoom_reset()
    page.view.camera.centre_on(page.scene.node_rect(node(page.document.graph, "g30")).center())
    settle(qtbot, page)


def test_the_whole_of_a_large_graph_fits_and_is_seen_as_shapes(page: GraphPage) -> None:
    assert page.view.camera.shows(page.scene.contents_rect())
    assert page.minimap.isHidden()
    picture = page.view.viewport().grab().toImage()
    for name in ("g0", "g30", "g60"):
        chosen = node(page.document.graph, name)
        middle = page.view.mapFromScene(page.scene.node_rect(chosen).center())
        # The middle of a card that is drawn as one has the ground's colour.
        assert picture.pixelColor(middle).lightness() < picture.pixelColor(3, 3).lightness() - 40


def test_the_map_shows_where_one_is_and_a_press_goes_elsewhere(
    page: GraphPage, qtbot: QtBot
) -> None:
    look_closely(page, qtbot)
    minimap = page.minimap
    assert minimap.isVisible()
    assert page.view.viewport().geometry().contains(minimap.geometry())
    assert minimap.seen.contains(minimap.place_of(node(page.document.graph, "g30")))
    last = node(page.document.graph, "g60")
    assert not page.view.camera.shows(page.scene.node_rect(last))
    QTest.mouseClick(minimap, _LEFT, _NONE, minimap.place_of(last).toPoint())
    assert page.view.camera.shows(page.scene.node_rect(last))
    assert minimap.seen.contains(minimap.place_of(last))
    QTest.mousePress(minimap, _LEFT, _NONE, minimap.place_of(last).toPoint())
    first = node(page.document.graph, "g0")
    QTest.mouseMove(minimap, minimap.place_of(first).toPoint())
    QTest.mouseRelease(minimap, _LEFT, _NONE, minimap.place_of(first).toPoint())
    assert page.view.camera.shows(page.scene.node_rect(first))


def test_the_map_is_switched_off_in_the_view_menu_and_stays_off(
    page: GraphPage, qtbot: QtBot
) -> None:
    look_closely(page, qtbot)
    action = page.canvas_actions["minimap"]
    assert action.isChecked()
    action.trigger()
    assert page.minimap.isHidden()
    page.view.scroll_by(30, 0)
    assert page.minimap.isHidden()
    action.trigger()
    assert page.minimap.isVisible()


def test_a_graph_that_can_be_read_as_a_whole_needs_no_map(page: GraphPage, qtbot: QtBot) -> None:
    look_closely(page, qtbot)
    page.document.load(arranged_drawing(parse_formula("(x + y)*z")), None)
    page.view.zoom_to_fit()
    settle(qtbot, page)
    page.view.scroll_by(2000, 0)
    settle(qtbot, page)
    assert page.minimap.isHidden()


def test_moving_the_canvas_moves_the_frame_and_draws_no_shape_again(
    page: GraphPage, qtbot: QtBot
) -> None:
    look_closely(page, qtbot)

    def step() -> None:
        page.view.scroll_by(7, 3)
        page.minimap.repaint()

    step()
    before = page.minimap.seen
    page.view.setUpdatesEnabled(False)
    page.minimap.setUpdatesEnabled(True)
    assert count_calls(step) < 4 * _GATES
    assert page.minimap.seen != before


def test_an_edit_is_seen_on_the_map_and_the_card_of_a_step_leaves_it_free(
    page: GraphPage, qtbot: QtBot
) -> None:
    look_closely(page, qtbot)
    before = page.minimap.place_of(node(page.document.graph, "g0"))
    page.document.move({node(page.document.graph, "g60"): (60_000.0, 0.0)})
    settle(qtbot, page)
    assert page.minimap.place_of(node(page.document.graph, "g0")) != before
    page.controls.step()
    settle(qtbot, page)
    card = page.step_card
    assert card.is_docked or not card.geometry().intersects(page.minimap.geometry())


def test_the_map_says_what_it_is(page: GraphPage) -> None:
    assert page.minimap.accessibleName()
    assert "click or drag" in page.minimap.toolTip()
    assert page.minimap.rect().contains(QPoint(4, 4))
