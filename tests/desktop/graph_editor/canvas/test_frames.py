"""Frames on the canvas: made by key and menu, written on in place, dragged, copied, emptied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.graph_editor.menus.menu import canvas_menu
from engine.drawing.drawing import Frame, FrameId
from engine.graph.model import NodeId
from tests.desktop.graph_editor.canvas.hand import CTRL, SHIFT, Hand


def frame_of(hand: Hand) -> tuple[FrameId, Frame]:
    """Return the only frame."""
    [(frame_id, frame)] = hand.document.drawing.frames.items()
    return frame_id, frame


def title_bar(hand: Hand, frame_id: FrameId) -> QPoint:
    """Return a free place on a frame's bar."""
    zone = hand.scene.frames.items[frame_id].title_zone
    return hand.view.mapFromScene(zone.topRight() + QPointF(-20, 12))


def write(hand: Hand, title: str, note: str = "") -> None:
    """Type into the open editor and take it by Enter."""
    editor = hand.view.frame_editor
    assert editor.is_open
    editor.title.selectAll()
    QTest.keyClicks(editor.title, title)
    if note:
        QTest.keyClick(editor.title, Qt.Key.Key_Tab)
        QTest.keyClicks(editor.note, note)
        QTest.keyClick(editor.note, Qt.Key.Key_Return, CTRL)
    else:
        QTest.keyClick(editor.title, Qt.Key.Key_Return)
    assert not editor.is_open


@pytest.fixture
def nodes(hand: Hand) -> dict[str, NodeId]:
    """A small graph with a frame round the sum and its inputs."""
    nodes = hand.show_formula("q = x + y; f = q*z")
    hand.view.select([nodes["x"], nodes["y"], nodes["q"]])
    hand.key(Qt.Key.Key_F, SHIFT)
    write(hand, "Sum", "adds")
    return nodes


def test_a_key_frames_the_selection_and_asks_for_its_title_in_one_step(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    _, frame = frame_of(hand)
    assert frame.members == {nodes["x"], nodes["y"], nodes["q"]}
    assert (frame.title, frame.note) == ("Sum", "adds")
    assert hand.steps == 1
    hand.act("undo")
    assert hand.document.drawing.frames == {}
    hand.act("redo")
    assert frame_of(hand)[1] == frame


def test_the_frame_lies_behind_the_wires_round_its_members_and_no_others(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    frame_id, _ = frame_of(hand)
    item = hand.scene.frames.items[frame_id]
    wire = next(iter(hand.scene.items_shown.wires.values()))
    assert item.zValue() < wire.zValue()
    assert all(item.rect.contains(hand.scene.node_rect(nodes[name])) for name in ("x", "y", "q"))
    assert not item.rect.contains(hand.scene.node_rect(nodes["f"]))
    assert hand.scene.contents_rect().contains(item.rect)
    hand.document.move({nodes["z"]: hand.document.drawing.positions[nodes["q"]]})
    assert nodes["z"] not in frame_of(hand)[1].members


def test_dragging_the_bar_moves_the_members_as_one_step(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    frame_id, frame = frame_of(hand)
    before = dict(hand.document.drawing.positions)
    start = title_bar(hand, frame_id)
    hand.drag(start, start + QPoint(40, 30))
    after = hand.document.drawing.positions
    for member in frame.members:
        assert after[member] == (before[member][0] + 40, before[member][1] + 30)
    assert after[nodes["z"]] == before[nodes["z"]]
    assert hand.steps == 2
    assert hand.view.selected_nodes() == frame.members
    assert hand.scene.frames.items[frame_id].is_selected


def test_escape_puts_a_dragged_frame_back(hand: Hand, nodes: dict[str, NodeId]) -> None:
    frame_id, _ = frame_of(hand)
    rect = hand.scene.frames.items[frame_id].rect
    start = title_bar(hand, frame_id)
    hand.press(start)
    hand.move(start + QPoint(50, 50))
    assert hand.scene.frames.items[frame_id].rect != rect
    hand.key(Qt.Key.Key_Escape)
    hand.release(start + QPoint(50, 50))
    assert hand.scene.frames.items[frame_id].rect == rect
    assert hand.steps == 1
    assert nodes["x"] in hand.document.graph.nodes


def test_double_click_and_enter_write_on_the_frame(hand: Hand, nodes: dict[str, NodeId]) -> None:
    frame_id, _ = frame_of(hand)
    hand.double_click(title_bar(hand, frame_id))
    write(hand, "First")
    assert frame_of(hand)[1].title == "First"
    hand.click(title_bar(hand, frame_id))
    hand.key(Qt.Key.Key_Return)
    write(hand, "Second")
    assert frame_of(hand)[1].title == "Second"
    assert hand.steps == 3
    hand.act("edit_frame")
    QTest.keyClicks(hand.view.frame_editor.title, "never")
    QTest.keyClick(hand.view.frame_editor.title, Qt.Key.Key_Escape)
    assert frame_of(hand)[1].title == "Second"
    assert hand.view.hasFocus()
    assert nodes["f"] not in hand.view.selected_nodes()


def test_a_click_elsewhere_takes_what_was_written(hand: Hand, nodes: dict[str, NodeId]) -> None:
    hand.act("edit_frame")
    hand.view.frame_editor.note.setPlainText("two\nlines")
    hand.view.setFocus()
    assert not hand.view.frame_editor.is_open
    assert frame_of(hand)[1].note == "two\nlines"
    assert frame_of(hand)[1].members >= {nodes["q"]}


def test_nodes_join_and_leave_by_command_and_an_emptied_frame_vanishes(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    hand.view.select([nodes["f"]])
    hand.key(Qt.Key.Key_J, SHIFT)
    assert nodes["f"] in frame_of(hand)[1].members
    hand.key(Qt.Key.Key_X, SHIFT)
    assert nodes["f"] not in frame_of(hand)[1].members
    hand.view.select([nodes["x"], nodes["y"]])
    hand.act("delete")
    assert frame_of(hand)[1].members == {nodes["q"]}
    hand.view.select([nodes["q"]])
    hand.act("delete")
    assert hand.document.drawing.frames == {}
    assert hand.scene.frames.items == {}
    hand.act("undo")
    assert frame_of(hand)[1].members == {nodes["q"]}


def test_where_there_are_several_frames_a_menu_asks_which(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    hand.view.select([nodes["f"]])
    hand.act("frame")
    write(hand, "Product")
    hand.view.select([nodes["z"]])
    hand.act("add_to_frame")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Sum", "Product"]
    menu.actions()[1].trigger()
    menu.close()
    assert hand.document.drawing.frames[FrameId(2)].members == {nodes["f"], nodes["z"]}


def test_copies_carry_the_frame_and_removing_it_leaves_the_nodes(
    hand: Hand, nodes: dict[str, NodeId]
) -> None:
    _, frame = frame_of(hand)
    hand.view.select(frame.members)
    hand.act("duplicate")
    copies = hand.view.selected_nodes()
    assert [item.members for item in hand.document.drawing.frames.values()] == [
        frame.members,
        copies,
    ]
    hand.act("copy")
    hand.act("paste")
    assert len(hand.document.drawing.frames) == 3
    hand.act("remove_frame")
    assert len(hand.document.drawing.frames) == 2
    hand.view.select([nodes["x"]])
    hand.act("duplicate")
    assert len(hand.document.drawing.frames) == 2


def test_colour_changes_and_arranging_keeps_the_frame(hand: Hand, nodes: dict[str, NodeId]) -> None:
    frame_id, frame = frame_of(hand)
    before = hand.scene.frames.items[frame_id].color_name
    hand.view.select([nodes["x"]])
    hand.act("frame_color")
    assert hand.scene.frames.items[frame_id].color_name != before
    hand.view.select(())
    hand.act("arrange")
    hand.scene.finish_glide()
    assert frame_of(hand)[1].members == frame.members
    rect = hand.scene.frames.items[frame_id].rect
    assert all(rect.contains(hand.scene.node_rect(member)) for member in frame.members)


def test_the_context_menu_of_a_node_holds_the_frames(hand: Hand, nodes: dict[str, NodeId]) -> None:
    hand.view.select([nodes["x"]])
    menu = canvas_menu(hand.view, hand.actions, has_node=True)
    frames = next(action.menu() for action in menu.actions() if action.text() == "Frames")
    assert isinstance(frames, QMenu)
    assert any(action.objectName() == "remove_frame" for action in frames.actions())
    menu.close()


def test_a_group_in_a_frame_is_framed_as_its_gate(hand: Hand) -> None:
    nodes = hand.show_formula("f = exp(x*y)*y")
    inner = [nodes["multiply"], nodes["exp"]] if "multiply" in nodes else [nodes["exp"]]
    hand.view.select(inner)
    hand.act("frame")
    write(hand, "Inside")
    frame_id, _ = frame_of(hand)
    assert hand.scene.frames.members(frame_id) == frozenset(inner)
    hand.view.repaint()


def test_a_note_leaves_the_title_of_its_frame_in_view(hand: Hand) -> None:
    x = hand.add("input", 0, 0)
    top = hand.view.mapToScene(0, 0).y()
    hand.document.move({x: (0.0, top + 80)})
    hand.view.select([x])
    hand.key(Qt.Key.Key_F, SHIFT)
    write(hand, "Input", "What we choose freely, before anything is computed from it at all")
    frame_id, _ = frame_of(hand)
    bar = hand.scene.frames.items[frame_id].title_zone
    assert hand.view.mapFromScene(bar).boundingRect().top() >= 0
