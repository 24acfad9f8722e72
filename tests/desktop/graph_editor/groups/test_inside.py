"""Entering a group: its inside with what feeds it, edits there, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from engine.arrays import as_array
from engine.graph.model import GroupId, InputPort, NodeId
from tests.desktop.graph_editor.groups.conftest import group_tail
from tests.support.graph_hands import drag_wire, numbers_at_end, numbers_on_wire

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_GROUP = GroupId(1)


def double_click(page: GraphPage, node: NodeId) -> None:
    """Double-click a card."""
    place = page.view.mapFromScene(page.scene.node_rect(node).center())
    QTest.mouseDClick(page.view.viewport(), _LEFT, _NONE, place)


def operations(page: GraphPage) -> dict[str, NodeId]:
    """Return the nodes on the canvas by operation."""
    return {node.operation: key for key, node in page.document.shown.graph.nodes.items()}


def enter(page: GraphPage) -> NodeId:
    """Group the tail and enter it by double-click; return its gate's id."""
    gate = group_tail(page)
    double_click(page, gate)
    assert page.document.place == (_GROUP,)
    return gate


def test_a_double_click_shows_the_inside_with_what_feeds_it(page: GraphPage) -> None:
    steps = len(page.document.history.steps.made)
    gate = enter(page)
    assert len(page.document.history.steps.made) == steps + 1
    shown = operations(page)
    assert sorted(shown) == ["add", "constant", "exp", "input", "negate", "reciprocal"]
    outside = page.scene.items_shown.nodes[shown["input"]].face
    assert (outside.title, outside.value_lines) == ("t", ("1",))
    assert outside.caption == "from outside"
    assert numbers_on_wire(page, InputPort(shown["negate"], 0)) == ["1", "0.20"]
    assert numbers_at_end(page, gate) == ["0.73", "1"]
    assert page.group_bar.path_text == "A2 › σ"


def test_enter_and_escape_go_in_and_out_by_key(page: GraphPage) -> None:
    gate = group_tail(page)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.document.place == (_GROUP,)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.document.place
    assert page.scene.selected_nodes() == {gate}
    page.canvas_actions["enter_group"].trigger()
    assert page.document.place == (_GROUP,)
    page.canvas_actions["leave_group"].trigger()
    assert not page.document.place


def test_a_click_on_the_breadcrumb_leads_out(page: GraphPage) -> None:
    group_tail(page)
    page.scene.select(page.document.shown.graph.nodes)
    page.canvas_actions["group"].trigger()
    page.canvas_actions["enter_group"].trigger()
    sigma = next(
        node for node in page.document.shown.graph.nodes if page.document.shown.group_of(node)
    )
    double_click(page, sigma)
    assert page.group_bar.path_text == "A2 › group › σ"
    QTest.mouseClick(page.group_bar.crumbs[1], _LEFT)
    assert page.group_bar.path_text == "A2 › group"
    QTest.mouseClick(page.group_bar.crumbs[0], _LEFT)
    assert not page.document.place


def test_the_outside_is_live_and_cannot_be_edited_here(page: GraphPage) -> None:
    enter(page)
    node = page.document.graph.named("w2")
    assert node is not None
    page.document.set_value(node, as_array(0.0))
    outside = operations(page)["input"]
    assert page.scene.items_shown.nodes[outside].face.value_lines == ("4",)
    before = page.document.drawing
    double_click(page, outside)
    assert not page.view.editor.is_open
    page.scene.select([outside])
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.document.drawing is before
    start = page.view.mapFromScene(page.scene.node_rect(outside).center())
    QTest.mousePress(page.view.viewport(), _LEFT, _NONE, start)
    QTest.mouseMove(page.view.viewport(), start / 2)
    QTest.mouseRelease(page.view.viewport(), _LEFT, _NONE, start / 2)
    assert page.document.drawing == before
    place = page.document.shown.drawing.positions[outside]
    assert page.scene.items_shown.place(outside) == place


def test_edits_inside_are_edits_of_the_graph(page: GraphPage) -> None:
    gate = enter(page)
    shown = operations(page)
    wire = InputPort(shown["exp"], 0)
    page.view.adder.add("square", page.scene.node_rect(shown["exp"]).center())
    (square,) = page.scene.selected_nodes()
    assert square in page.document.graph.groups[_GROUP].members
    page.document.history.undo()
    page.document.insert_on_wire("square", wire, (0.0, 300.0))
    assert page.document.graph.nodes[page.document.graph.wires[wire]].operation == "square"
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.document.place
    assert "5 gates" in page.scene.items_shown.nodes[gate].face.caption
    page.document.history.undo()
    assert "4 gates" in page.scene.items_shown.nodes[gate].face.caption


def test_an_input_added_inside_feeds_the_group_from_outside(page: GraphPage) -> None:
    gate = enter(page)
    negate = operations(page)["negate"]
    page.document.disconnect(InputPort(negate, 0))
    place = page.scene.node_rect(negate).center()
    page.view.adder.add("input", place)
    (added,) = page.scene.selected_nodes()
    assert added not in page.document.graph.groups[_GROUP].members
    assert added in page.scene.items_shown.nodes
    page.view.zoom_to_fit()
    drag_wire(page, added, InputPort(negate, 0))
    assert page.document.graph.wires[InputPort(negate, 0)] == added
    page.document.leave()
    assert page.document.shown.graph.wires[InputPort(gate, 0)] == added


def test_the_walk_inside_steps_through_the_members(page: GraphPage) -> None:
    gate = enter(page)
    assert [stop.direction for stop in page.walk.stops] == ["forward"] * 4 + ["backward"] * 4
    shown = operations(page)
    page.walk.go(1)
    assert numbers_on_wire(page, InputPort(shown["negate"], 0)) == ["1", ""]
    page.walk.go(5)
    assert page.walk.stop is not None
    assert page.walk.stop.node == gate
    assert numbers_on_wire(page, InputPort(gate, 0)) == ["1.37", "−0.53"]
    page.walk.go(8)
    assert numbers_on_wire(page, InputPort(shown["negate"], 0)) == ["1", "0.20"]


def test_undoing_the_grouping_leads_out(page: GraphPage) -> None:
    enter(page)
    page.document.history.undo()
    assert not page.document.place
    assert len(page.scene.items_shown.nodes) == len(page.document.graph.nodes)


def test_the_place_is_kept_when_the_page_is_made_anew(
    page: GraphPage, qtbot: QtBot, tmp_path: object
) -> None:
    enter(page)
    state = page.snapshot()
    page.document.leave()
    page.restore(state)
    assert page.document.place == (_GROUP,)


def test_a_group_that_an_edit_breaks_is_drawn_open_and_says_why(page: GraphPage) -> None:
    gate = enter(page)
    shown = operations(page)
    page.view.adder.add("square", page.scene.node_rect(shown["exp"]).center())
    (square,) = page.scene.selected_nodes()
    page.document.connect(shown["exp"], InputPort(square, 0))
    page.document.leave()
    assert shown["exp"] in page.scene.items_shown.nodes
    assert page.document.shown.group_of(gate) is None
    told = [str(problem) for problem in page.document.shown_evaluation.problems.values()]
    assert any("2 are used outside" in text for text in told)
    page.scene.select([square])
    page.canvas_actions["delete"].trigger()
    assert page.document.shown.group_of(gate) == _GROUP
