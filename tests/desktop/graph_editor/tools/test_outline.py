"""The outline: a node is found by its name, walked to by keys and read with its numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.graph_editor.tools.outline.panel import OutlinePanel
from engine.arrays import as_array
from engine.formula.parser import parse_formula
from tests.support.graph_hands import make_page
from tests.support.graphs import node
from tests.support.settling import settle

KEY = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    page.view.setFocus()
    return page


def find(page: GraphPage, text: str) -> OutlinePanel:
    """Press Ctrl+F and type."""
    page.dock.actions_by_name["outline"].trigger()
    panel = page.dock.panel("outline")
    assert isinstance(panel, OutlinePanel)
    assert QApplication.focusWidget() is panel.field
    QTest.keyClicks(panel.field, text)
    return panel


def spoken(panel: OutlinePanel) -> list[str]:
    """Return what a screen reader calls each part of the tree."""
    # The view lays its rows out before it is painted next, or when it is asked for one's place.
    panel.tree.visualRect(panel.tree.model().index(0, 0))
    interface: QAccessibleInterface = QAccessible.queryAccessibleInterface(panel.tree)
    parts = (interface.child(index) for index in range(interface.childCount()))
    return [part.text(QAccessible.Text.Name) for part in parts]


def test_ctrl_f_is_its_key(page: GraphPage) -> None:
    assert page.dock.actions_by_name["outline"].shortcut().toString() == "Ctrl+F"


def test_a_name_typed_is_selected_and_brought_into_view(page: GraphPage, qtbot: QtBot) -> None:
    steps = "; ".join(f"g{i + 1} = tanh(g{i})" for i in range(40))
    page.document.load(arranged_drawing(parse_formula(steps)), None)
    page.view.zoom_to_fit()
    settle(qtbot, page)
    panel = find(page, "g3")
    wanted = node(page.document.graph, "g3")
    assert panel.names[0] == "g3 · tanh"
    assert len(panel.names) == 11
    assert page.scene.selected_nodes() == {wanted}
    assert page.view.camera.shows(page.scene.node_rect(wanted))
    # So near that it can be read.
    assert page.view.camera.zoom >= 0.5
    QTest.keyClick(panel.field, KEY.Key_Down)
    assert page.scene.selected_nodes() == {node(page.document.graph, "g30")}
    QTest.keyClick(panel.field, KEY.Key_Return)
    assert QApplication.focusWidget() is page.view
    assert page.scene.selected_nodes() == {node(page.document.graph, "g30")}


def test_an_operation_is_found_by_its_name_and_its_sign(page: GraphPage) -> None:
    panel = find(page, "mul")
    assert panel.names == ["f · ×"]
    QTest.keyClick(panel.field, KEY.Key_Escape)
    assert panel.names == ["x", "y", "z", "q · +", "f · ×"]
    QTest.keyClicks(panel.field, "nobody")
    assert panel.names == []
    QTest.keyClick(panel.field, KEY.Key_Escape)
    QTest.keyClick(panel.field, KEY.Key_Escape)
    assert QApplication.focusWidget() is page.view


def test_canvas_and_outline_select_in_step(page: GraphPage) -> None:
    panel = find(page, "")
    graph = page.document.graph
    x, y, z, q = (node(graph, name) for name in "xyzq")
    page.scene.select([x, q])
    chosen = panel.tree.selectionModel()
    assert [index.data() for index in chosen.selectedRows()] == ["x", "q · +"]
    QTest.keyClick(panel.tree, KEY.Key_Home)
    QTest.keyClick(panel.tree, KEY.Key_Down)
    assert page.scene.selected_nodes() == {y}
    QTest.keyClick(panel.tree, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.scene.selected_nodes() == {y, z}
    page.scene.select([])
    assert chosen.selectedRows() == []


def test_a_screen_reader_reads_names_values_and_gradients(page: GraphPage) -> None:
    panel = find(page, "")
    tree = QAccessible.queryAccessibleInterface(panel.tree)
    assert tree.role() == QAccessible.Role.Tree
    assert tree.text(QAccessible.Text.Name) == "Nodes with their values and gradients"
    told = spoken(panel)
    assert "q, Add of x, y, value 3, gradient −4" in told
    assert "value 3" in told
    assert "f, Multiply of q, z, the result, value −12, gradient 1" in told
    page.document.set_target(node(page.document.graph, "q"))
    assert "f, Multiply of q, z, value −12, gradient not computed" in spoken(panel)


def test_numbers_follow_an_edit_and_the_walk(page: GraphPage) -> None:
    panel = find(page, "")
    page.document.set_value(node(page.document.graph, "x"), as_array(4.0))
    assert "q, Add of x, y, value 9, gradient −4" in spoken(panel)
    page.controls.step()
    assert "q, Add of x, y, value 9, gradient not computed" in spoken(panel)


def test_another_graph_takes_the_place_of_the_rows_whichever_tool_is_on_show(
    page: GraphPage, qtbot: QtBot
) -> None:
    panel = find(page, "")
    page.document.load(arranged_drawing(parse_formula("tanh(b)")), None)
    assert panel.names == ["b", "f · tanh"]
    page.document.history.undo()
    page.dock.actions_by_name["inspector"].trigger()
    page.document.new(is_agreed=True)
    panel.tree.grab()
    assert spoken(panel)[:3] == ["node", "value", "gradient"]
    page.dock.actions_by_name["outline"].trigger()
    settle(qtbot, page)
    assert panel.names == []


def test_what_is_in_a_group_stands_below_its_gate_and_is_gone_to(page: GraphPage) -> None:
    page.document.load(arranged_drawing(parse_formula("f = sigmoid(exp(a)*b)")), None)
    gates = list(page.document.graph.gates())
    page.document.group(gates)
    panel = find(page, "")
    model = panel.tree.model()
    gate = model.index(2, 0)
    assert model.rowCount(gate) == 3
    total = [model.index(row, 0, gate).data() for row in range(3)]
    assert any("exp" in text for text in total)
    panel = find(page, "exp")
    assert len(panel.names) == 1
    assert ", in " in panel.names[0]
    # Its gate is what the canvas shows of it.
    assert page.document.shown.place == ()
    QTest.keyClick(panel.field, KEY.Key_Return)
    assert len(page.document.shown.place) == 1
    (chosen,) = page.scene.selected_nodes()
    assert page.document.shown.graph.nodes[chosen].operation == "exp"
    assert QApplication.focusWidget() is page.view


def test_what_is_typed_outlives_a_page_made_anew(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    find(page, "q")
    other = make_page(qtbot, tmp_path / "other")
    other.restore(page.snapshot())
    panel = other.dock.panel("outline")
    assert isinstance(panel, OutlinePanel)
    assert panel.field.text() == "q"
    assert panel.names == ["q · +"]


def test_the_canvas_says_what_is_selected_on_it(page: GraphPage) -> None:
    keys = page.view.accessibleDescription()
    assert "Arrows walk" in keys
    page.scene.select([node(page.document.graph, "x")])
    QTest.keyClick(page.view, KEY.Key_Right)
    told = QAccessible.queryAccessibleInterface(page.view)
    assert told.text(QAccessible.Text.Description) == "q, Add of x, y, value 3, gradient −4"
    QTest.keyClick(page.view, KEY.Key_W)
    page.canvas_actions["select_wire"].trigger()
    assert told.text(QAccessible.Text.Description).startswith("wire from ")
    page.canvas_actions["select_all"].trigger()
    assert told.text(QAccessible.Text.Description) == "5 nodes are selected"
    QTest.keyClick(page.view, KEY.Key_Escape)
    assert told.text(QAccessible.Text.Description) == keys


def test_what_the_canvas_says_stays_true_when_numbers_and_names_change(page: GraphPage) -> None:
    x, q = (node(page.document.graph, name) for name in "xq")
    page.scene.select([q])
    told = QAccessible.queryAccessibleInterface(page.view)
    page.document.set_value(x, as_array(4.0))
    page.document.rename(x, "a")
    assert told.text(QAccessible.Text.Description) == "q, Add of a, y, value 9, gradient −4"
    page.controls.step()
    assert told.text(QAccessible.Text.Description).endswith("value 9, gradient not computed")
    page.document.history.undo()
    page.document.history.undo()
    assert "Add of x, y" in told.text(QAccessible.Text.Description)
    page.document.remove([q])
    assert "Arrows walk" in told.text(QAccessible.Text.Description)
