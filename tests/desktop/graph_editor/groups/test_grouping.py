"""Grouping on the canvas: by key and menu, without changing a number, and back exactly."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document import clipboard
from desktop.graph_editor.page import GraphPage
from engine.graph.model import GroupId, InputPort
from tests.desktop.graph_editor.groups.conftest import group_tail, tail_of
from tests.support.graph_hands import drag_wire, numbers_at_end, numbers_on_wire

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def drawn(page: GraphPage) -> list[str]:
    """Return the titles of the cards of gates on the canvas."""
    graph = page.document.graph
    items = page.scene.items_shown.nodes
    return sorted(item.face.title for key, item in items.items() if not graph.nodes[key].is_source)


def test_the_tail_becomes_one_gate_with_the_same_gradients_to_the_last_bit(page: GraphPage) -> None:
    before, drawing = page.document.evaluation, page.document.drawing
    page.scene.select(tail_of(page))
    QTest.keyClick(page.view, Qt.Key.Key_G, _CTRL)
    (gate,) = page.scene.selected_nodes()
    after = page.document.evaluation
    assert drawn(page) == ["+", "+", "×", "×", "σ"]
    assert after.gradients.nodes.keys() == before.gradients.nodes.keys()
    for node, gradient in before.gradients.nodes.items():
        assert np.array_equal(after.gradients.nodes[node], gradient)
    names = {"w0": "−0.20", "x0": "0.39", "w1": "−0.39", "x1": "−0.59", "w2": "0.20"}
    rows = {row[0]: row[2] for row in page.inspector.overview.input_rows}
    page.scene.select([])
    page.inspector.refresh()
    rows = {row[0]: row[2] for row in page.inspector.overview.input_rows}
    assert rows == names
    assert numbers_on_wire(page, InputPort(gate, 0)) == ["1", "0.20"]
    assert numbers_at_end(page, gate) == ["0.73", "1"]
    face = page.scene.items_shown.nodes[gate].face
    assert face.is_group
    assert "4 gates" in face.caption
    page.document.history.undo()
    assert page.document.drawing == drawing


def test_ungrouping_restores_nodes_wires_and_places(page: GraphPage) -> None:
    before = page.document.drawing
    gate = group_tail(page)
    QTest.keyClick(page.view, Qt.Key.Key_G, _CTRL | _SHIFT)
    assert page.document.drawing == before
    assert set(tail_of(page)) <= page.scene.selected_nodes()
    assert gate in page.scene.selected_nodes()
    assert len(page.document.history.steps.made) == 2


def test_a_refusal_says_why(page: GraphPage, qtbot: QtBot) -> None:
    page.scene.select(tail_of(page)[:1])
    with qtbot.waitSignal(page.view.message) as told:
        page.canvas_actions["group"].trigger()
    assert told.args == ["Select at least two gates to group them."]
    with qtbot.waitSignal(page.view.message) as told:
        page.canvas_actions["ungroup"].setEnabled(True)
        page.canvas_actions["ungroup"].trigger()
    assert "no group to take away" in told.args[0]
    assert not page.document.graph.groups


def test_moving_the_gate_takes_its_members_along(page: GraphPage) -> None:
    gate = group_tail(page)
    members = page.document.graph.groups[GroupId(1)].members
    before = dict(page.document.drawing.positions)
    viewport = page.view.viewport()
    start = page.view.mapFromScene(page.scene.node_rect(gate).center())
    QTest.mousePress(viewport, _LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, start + QPoint(3, 22))
    QTest.mouseMove(viewport, start + QPoint(11, 71))
    QTest.mouseRelease(viewport, _LEFT, Qt.KeyboardModifier.NoModifier, start + QPoint(11, 71))
    after = page.document.drawing.positions
    ways = {
        (round(after[key][0] - before[key][0], 6), round(after[key][1] - before[key][1], 6))
        for key in members
    }
    assert len(ways) == 1
    assert ways != {(0, 0)}
    assert all(after[key] == before[key] for key in before if key not in members)


def test_groups_nest_and_come_apart_one_by_one(page: GraphPage) -> None:
    group_tail(page)
    page.scene.select(page.document.shown.graph.nodes)
    page.canvas_actions["group"].trigger()
    assert drawn(page) == ["group"]
    page.canvas_actions["ungroup"].trigger()
    assert drawn(page) == ["+", "+", "×", "×", "σ"]
    assert [group.name for group in page.document.graph.groups.values()] == ["σ"]


def test_renaming_the_gate_renames_the_group(page: GraphPage, qtbot: QtBot) -> None:
    gate = group_tail(page)
    page.canvas_actions["rename"].trigger()
    assert page.view.editor.text() == "σ"
    page.view.editor.setText("squash")
    QTest.keyClick(page.view.editor, Qt.Key.Key_Return)
    face = page.scene.items_shown.nodes[gate].face
    assert face.title == "squash"
    assert "= σ" in face.caption
    page.inspector.refresh()
    assert page.inspector.node_panel.name_field.edit.text() == "squash"
    assert "squash" in page.inspector.caption
    page.document.history.undo()
    assert page.scene.items_shown.nodes[gate].face.title == "σ"


def test_the_walk_steps_over_the_group_as_one_gate(page: GraphPage) -> None:
    assert len(page.walk.stops) == 16
    gate = group_tail(page)
    assert len(page.walk.stops) == 10
    page.walk.go(6)
    assert page.walk.stop is not None
    assert page.walk.stop.node == gate
    assert "backward through σ" in page.step_card.heading
    symbols, numbers = page.step_card.formulas
    # What comes in is called as everywhere else, and x is another node.
    assert r"\sigma(t) \cdot (1 - \sigma(t))" in symbols
    assert "0.73" in numbers
    assert "0.20" in numbers
    page.walk.go(7)
    assert numbers_on_wire(page, InputPort(gate, 0)) == ["1", "0.20"]


def test_both_counts_are_shown(page: GraphPage, qtbot: QtBot) -> None:
    assert page.group_bar.isHidden()
    group_tail(page)
    qtbot.waitUntil(lambda: page.counter.counts is not None)
    assert not page.group_bar.isHidden()
    assert page.group_bar.path_text == "A2"
    assert page.group_bar.counts_text == "5 gates as drawn, 8 in full"
    assert page.group_bar.costs_text == "10 × and 4 + as drawn, 13 × and 3 + in full"
    table = page.inspector.overview.counts_table
    assert table is not None
    assert table.rows[0] == ["gates", "5", "8"]
    page.document.history.undo()
    assert page.counter.counts is None
    assert page.group_bar.isHidden()


def test_copies_carry_the_group_and_deleting_takes_its_members(page: GraphPage) -> None:
    gate = group_tail(page)
    count = len(page.document.graph.nodes)
    page.canvas_actions["duplicate"].trigger()
    (copy,) = page.scene.selected_nodes()
    assert page.document.shown.group_of(copy) is not None
    assert page.document.shown.graph.inputs_of(copy) == (None,)
    assert len(page.document.graph.nodes) == count + 5
    page.canvas_actions["copy"].trigger()
    page.canvas_actions["delete"].trigger()
    assert len(page.document.graph.nodes) == count
    page.canvas_actions["paste"].trigger()
    (pasted,) = page.scene.selected_nodes()
    assert page.document.shown.group_of(pasted) is not None
    assert clipboard.may_hold_drawing(clipboard.read_clipboard())
    assert gate in page.document.shown.graph.nodes


def test_a_wire_pulled_off_leaves_a_gate_with_a_port_that_waits(page: GraphPage) -> None:
    gate = group_tail(page)
    port = InputPort(gate, 0)
    before = page.document.evaluation.gradients.nodes
    source = page.document.shown.graph.wires[port]
    page.scene.select([], [port])
    page.canvas_actions["delete"].trigger()
    assert page.document.shown.graph.inputs_of(gate) == (None,)
    assert page.scene.items_shown.nodes[gate].has_problem
    assert page.scene.items_shown.nodes[gate].open_ports == {0}
    page.scene.select([gate])
    page.inspector.refresh()
    assert "of σ has no wire" in page.inspector.node_panel.problem
    drag_wire(page, source, port)
    assert page.document.shown.graph.wires[port] == source
    after = page.document.evaluation.gradients.nodes
    assert all(np.array_equal(after[key], before[key]) for key in before)


def test_deleting_and_reconnecting_leads_the_wire_past_the_group(page: GraphPage) -> None:
    gate = group_tail(page)
    source = page.document.shown.graph.wires[InputPort(gate, 0)]
    new = page.document.add_operation("square", (900.0, 0.0), feed=gate)
    page.scene.select([gate])
    page.canvas_actions["delete_bridging"].trigger()
    assert page.document.graph.wires[InputPort(new, 0)] == source


def test_files_and_the_formula_keep_the_group(page: GraphPage) -> None:
    group_tail(page)
    bar = page.formula_bar
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "f = 3/(1 + exp(-(w0*x0))) + 1/(1 + exp(-w2))")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert "σ" in drawn(page)
    assert "exp" in drawn(page)
    members = next(iter(page.document.graph.groups.values())).members
    places = {page.document.drawing.positions[key] for key in members}
    assert len(places) == len(members)
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "f = w0*x0")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert not page.document.graph.groups
    page.document.history.undo()
    assert "σ" in drawn(page)


def test_arranging_moves_the_inside_with_its_gate(page: GraphPage) -> None:
    gate = group_tail(page)
    before = page.document.drawing
    page.scene.select([])
    page.canvas_actions["arrange"].trigger()
    page.scene.finish_glide()
    after = page.document.drawing
    members = sorted(after.graph.groups[GroupId(1)].members)
    first = members[0]
    for key in members:
        for axis in (0, 1):
            way = after.positions[key][axis] - after.positions[first][axis]
            was = before.positions[key][axis] - before.positions[first][axis]
            assert way == pytest.approx(was)
    x = page.scene.items_shown.place(gate)
    assert x == page.document.shown.drawing.positions[gate]


def test_without_groups_what_is_shown_is_the_document_itself(page: GraphPage) -> None:
    document = page.document
    assert document.shown.drawing is document.drawing
    assert document.shown_evaluation is document.evaluation


def test_a_changed_value_folds_nothing_anew(page: GraphPage) -> None:
    gate = group_tail(page)
    before = page.document.shown
    node = page.document.graph.named("w0")
    assert node is not None
    page.document.set_value(node, np.asarray(3.0))
    after = page.document.shown
    assert after.graph.nodes[gate] is before.graph.nodes[gate]
    assert float(page.document.shown_evaluation.values[gate]) == 1 / (1 + np.exp(0.0))
    assert numbers_on_wire(page, InputPort(gate, 0)) == ["0", "0.25"]


def test_a_node_that_is_chosen_in_a_list_is_shown_by_the_gate_that_holds_it(
    page: GraphPage,
) -> None:
    hidden = tail_of(page)
    page.scene.select(hidden)
    QTest.keyClick(page.view, Qt.Key.Key_G, _CTRL)
    (gate,) = page.scene.selected_nodes()
    for node in hidden:
        page.scene.select([])
        page.inspector.node_chosen.emit(node)
        assert page.scene.selected_nodes() == frozenset({gate})
