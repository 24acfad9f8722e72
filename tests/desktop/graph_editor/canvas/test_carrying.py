"""A duplicate follows the pointer: a click puts it down, Escape takes it away, all in one step."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.desktop.graph_editor.canvas.hand import LEFT, Hand

KEY = Qt.Key


def test_copies_follow_the_pointer_until_a_click(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select(nodes.values())
    steps, before = hand.steps, hand.document.drawing
    hand.move(QPoint(300, 400))
    hand.act("duplicate")
    copies = hand.scene.selected_nodes()
    assert len(copies) == 2
    assert not copies & set(nodes.values())
    start = {node: hand.scene.hits.centre(node) for node in copies}
    hand.move(QPoint(340, 480))
    hand.move(QPoint(360, 520))
    for node in copies:
        way = hand.scene.hits.centre(node) - start[node]
        # It snaps to what stands there already.
        assert abs(way.x() - 60) <= 9
        assert abs(way.y() - 120) <= 9
    hand.click(QPoint(360, 520))
    assert hand.view.is_settled
    assert hand.scene.selected_nodes() == copies
    assert hand.steps == steps + 1
    for node in copies:
        place = hand.scene.hits.centre(node)
        assert hand.document.drawing.positions[node] == (place.x(), place.y())
    # From here on the mouse only points.
    hand.move(QPoint(500, 300))
    assert hand.steps == steps + 1
    hand.act("undo")
    assert hand.document.drawing == before


def test_escape_takes_the_copies_away_and_leaves_no_step(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["exp"]})
    steps, before = hand.steps, hand.document.drawing
    hand.move(QPoint(300, 400))
    hand.act("duplicate")
    hand.move(QPoint(340, 480))
    hand.key(KEY.Key_Escape)
    assert hand.document.drawing == before
    assert hand.steps == steps
    assert hand.scene.selected_nodes() == {nodes["exp"]}
    assert hand.view.is_settled


def test_another_command_puts_the_copies_down_where_they_are(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["exp"]})
    steps, before = hand.steps, hand.document.drawing
    hand.move(QPoint(300, 400))
    hand.act("duplicate")
    hand.move(QPoint(300, 480))
    (copy,) = hand.scene.selected_nodes()
    place = hand.scene.hits.centre(copy)
    hand.act("duplicate")
    assert hand.document.drawing.positions[copy] == (place.x(), place.y())
    assert hand.scene.selected_nodes() != {copy}
    hand.act("undo")
    hand.act("undo")
    assert hand.document.drawing == before
    assert hand.steps == steps


def test_moving_the_canvas_puts_the_copies_down_and_loses_none(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["exp"]})
    hand.move(QPoint(300, 400))
    hand.act("duplicate")
    hand.move(QPoint(340, 480))
    (copy,) = hand.scene.selected_nodes()
    place, middle = hand.scene.hits.centre(copy), Qt.MouseButton.MiddleButton
    QTest.mousePress(hand.view.viewport(), middle, Qt.KeyboardModifier.NoModifier, QPoint(340, 480))
    hand.move(QPoint(380, 500))
    QTest.mouseRelease(
        hand.view.viewport(), middle, Qt.KeyboardModifier.NoModifier, QPoint(380, 500)
    )
    assert hand.document.drawing.positions[copy] == (place.x(), place.y())
    hand.act("undo")
    assert copy not in hand.document.graph.nodes


def test_where_the_keys_lead_or_the_pointer_is_elsewhere_a_copy_stands_beside(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["exp"]})
    hand.act("duplicate")
    assert hand.view.is_settled
    (copy,) = hand.scene.selected_nodes()
    old, new = (hand.document.drawing.positions[node] for node in (nodes["exp"], copy))
    assert (new[0] - old[0], new[1] - old[1]) == (36, 36)


def test_another_drawing_is_not_touched_by_what_was_carried(hand: Hand) -> None:
    nodes = hand.show_formula("exp(a)", a="1")
    hand.scene.select({nodes["exp"]})
    hand.move(QPoint(300, 400))
    hand.act("duplicate")
    hand.document.new(is_agreed=True)
    assert len(hand.document.graph) == 0
    assert hand.view.is_settled
    QTest.mouseClick(hand.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(400, 300))
    assert len(hand.document.graph) == 0
