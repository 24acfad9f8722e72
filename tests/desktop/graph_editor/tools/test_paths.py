"""Paths between two nodes: listed, multiplied, added up, lit on the canvas, and factored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.graph_editor.items.wire_item import WireLook
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.graph_editor.tools.paths.panel import PathsPanel
from engine.explanation.paths.path_answer import MOST_LISTED
from engine.formula.parser import parse_formula
from engine.graph.model import InputPort, NodeId
from tests.support.graph_hands import make_page
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def open_paths(page: GraphPage, qtbot: QtBot) -> PathsPanel:
    page.dock.actions_by_name["paths"].trigger()
    panel = page.dock.panel("paths")
    assert isinstance(panel, PathsPanel)
    settle(qtbot, page.dock)
    return panel


def named(page: GraphPage, name: str) -> NodeId:
    found = page.document.graph.named(name)
    assert found is not None
    return found


def lit_wires(page: GraphPage) -> set[InputPort]:
    items = page.scene.items_shown.wires
    return {port for port, item in items.items() if item.look is WireLook.LIT}


def show_formula(page: GraphPage, formula: str) -> None:
    page.document.load(arranged_drawing(parse_formula(formula)), None)


def test_both_paths_of_a5_add_up_to_the_gradient(page: GraphPage, qtbot: QtBot) -> None:
    page.examples.show_example("a5")
    panel = open_paths(page, qtbot)
    assert [row.way for row in panel.list.rows] == ["b → c → e", "b → d → e"]
    assert [row.product for row in panel.list.rows] == ["1·d = 1·2 = 2", "1·c = 1·3 = 3"]
    assert "2 paths lead from b to e" in panel.notice
    (line,) = panel.sum_lines
    assert "2 + 3 =" in line
    assert "5" in line


@pytest.mark.parametrize(
    ("formula", "products"),
    [
        # Nothing is multiplied along these, so that “r = (−1) = −1” would say one number twice.
        ("(y - 2)*(y + 3) - y", ["q = −1", "r = 4", "−1"]),
        # One local gradient would look like the gradient that both paths add up to.
        ("y**exp(y)", ["exp′·∂f/∂q ≈ 2.72·0 ≈ 0", "∂f/∂y |_f ≈ 2.72"]),
    ],
)
def test_a_factor_is_written_once_and_never_like_the_sum(
    page: GraphPage, qtbot: QtBot, formula: str, products: list[str]
) -> None:
    show_formula(page, formula)
    page.document.set_value(named(page, "y"), np.array(1.0))
    assert sorted(row.product for row in open_paths(page, qtbot).list.rows) == products


def test_all_paths_are_lit_first_and_then_the_one_that_is_walked_to(
    page: GraphPage, qtbot: QtBot
) -> None:
    page.examples.show_example("a5")
    panel = open_paths(page, qtbot)
    c, d, e = (named(page, name) for name in "cde")
    every = {InputPort(c, 1), InputPort(d, 0), InputPort(e, 0), InputPort(e, 1)}
    assert lit_wires(page) == every
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.chosen == 1
    assert lit_wires(page) == {InputPort(d, 0), InputPort(e, 1)}
    (line,) = panel.product_lines
    assert line.startswith(r"1 \cdot c = 1 \cdot 3 = ")
    # Another tool comes on show, and the light goes.
    page.dock.actions_by_name["inspector"].trigger()
    assert lit_wires(page) == set()


def test_hovering_a_path_lights_it_until_the_pointer_leaves(page: GraphPage, qtbot: QtBot) -> None:
    page.examples.show_example("a5")
    panel = open_paths(page, qtbot)
    before = lit_wires(page)
    viewport = panel.list.viewport()
    place = QPointF(panel.list.visualRect(panel.list.model().index(0, 0)).center())
    # By an event of its own: `QTest.mouseMove` carries the buttons of whatever was pressed before.
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, move)
    assert lit_wires(page) == {InputPort(named(page, "c"), 1), InputPort(named(page, "e"), 0)}
    assert panel.list.chosen == -1
    QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
    assert lit_wires(page) == before


def test_nine_products_factor_to_one(page: GraphPage, qtbot: QtBot) -> None:
    page.examples.show_example("a5b")
    panel = open_paths(page, qtbot)
    view = panel.factoring
    assert len(panel.list.rows) == 9
    assert "Products: 9" in view.cost
    assert "Sums: 8" in view.cost
    first, back, on, last = view.buttons
    assert not back.isEnabled()
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert view.step == 1
    while on.isEnabled():
        QTest.keyClick(on, Qt.Key.Key_Space)
    assert "Products: 1 " in view.cost
    assert "Sums: 4" in view.cost
    (line,) = view.lines
    assert line.count("left(") == 2
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert view.step == 0
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert not on.isEnabled()


def test_two_selected_nodes_become_the_ends_in_the_order_of_the_wires(
    page: GraphPage, qtbot: QtBot
) -> None:
    page.examples.show_example("a5b")
    panel = open_paths(page, qtbot)
    x, y = named(page, "X"), named(page, "Y")
    page.scene.select([y, x])
    settle(qtbot, page.dock)
    assert panel.pickers.ends == (x, y)
    assert [row.product for row in panel.list.rows] == ["α = 2", "β = 1", "γ = 3"]
    # A box picks as well, by keys.
    box = panel.pickers.boxes[0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    settle(qtbot, page.dock)
    assert panel.answer is not None
    assert panel.answer.source == panel.pickers.ends[0] != x


def test_scrubbing_an_input_keeps_the_chosen_path(page: GraphPage, qtbot: QtBot) -> None:
    page.examples.show_example("a5")
    panel = open_paths(page, qtbot)
    panel.list.choose(1)
    page.document.set_value(named(page, "a"), np.array(4.0))
    settle(qtbot, page.dock)
    assert panel.list.chosen == 1
    assert panel.list.rows[1].product == "1·c = 1·5 = 5"


def test_along_arrays_the_factors_are_matrices_with_their_shapes(
    page: GraphPage, qtbot: QtBot
) -> None:
    page.examples.show_example("a4")
    panel = open_paths(page, qtbot)
    (row,) = panel.list.rows
    assert row.product == "∂f/∂q·∂q/∂W = [1×2]·[2×4] = 2×2"
    np.testing.assert_allclose(row.share, [[0.088, 0.176], [0.104, 0.208]])


def test_too_many_paths_are_counted_and_the_first_are_listed(page: GraphPage, qtbot: QtBot) -> None:
    steps = "; ".join(f"a{n + 1} = a{n} + 2*a{n}" for n in range(64))
    show_formula(page, steps)
    panel = open_paths(page, qtbot)
    assert panel.answer is not None
    assert panel.answer.count == 2**64
    assert len(panel.list.rows) == MOST_LISTED
    assert f"{2**64:,}" in panel.notice
    assert panel._more.isVisibleTo(panel)


def test_what_has_no_path_or_no_gradient_is_said(page: GraphPage, qtbot: QtBot) -> None:
    show_formula(page, "y = x*x; z = 2*w")
    panel = open_paths(page, qtbot)
    panel.pickers.pick(named(page, "x"), named(page, "z"))
    panel._refresh()
    settle(qtbot, page.dock)
    assert panel.notice == "No path leads from x to z: z does not depend on x."
    assert panel.list.rows == ()
    page.document.new()
    settle(qtbot, page.dock)
    assert "Add an input and a gate" in panel.notice


def test_an_unfinished_graph_says_why(page: GraphPage, qtbot: QtBot) -> None:
    show_formula(page, "y = x + ?")
    panel = open_paths(page, qtbot)
    assert "wire" in panel.notice


def test_a_panel_made_anew_asks_the_same(page: GraphPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.examples.show_example("a5b")
    panel = open_paths(page, qtbot)
    page.scene.select([named(page, "X"), named(page, "Z")])
    settle(qtbot, page.dock)
    panel.list.choose(4)
    panel.factoring.go(2)
    (tmp_path / "second").mkdir()
    other = make_page(qtbot, tmp_path / "second")
    other.restore(page.snapshot())
    settle(qtbot, other.dock)
    again = other.dock.panel("paths")
    assert isinstance(again, PathsPanel)
    assert again.pickers.ends == panel.pickers.ends
    assert again.list.chosen == 4
    assert again.factoring.step == 2


def test_every_control_says_what_it_is(page: GraphPage, qtbot: QtBot) -> None:
    panel = open_paths(page, qtbot)
    for widget in (*panel.pickers.boxes, panel.list, *panel.factoring.buttons):
        assert widget.toolTip()
        assert widget.whatsThis()
        assert widget.accessibleName()


def test_another_document_is_asked_about_from_its_own_result(page: GraphPage, qtbot: QtBot) -> None:
    page.examples.show_example("a5")
    panel = open_paths(page, qtbot)
    page.examples.show_example("a5b")
    settle(qtbot, page.dock)
    # Its nodes have the numbers of others in the graph before.
    assert panel.pickers.ends == (named(page, "X"), named(page, "Z"))
    assert "9 paths lead from X to Z" in panel.notice
