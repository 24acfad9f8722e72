"""What is held at the edge of the canvas moves it on; what is only near it there does not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from desktop.desk.settling import Delay
from tests.desktop.graph_editor.canvas.hand import Hand


def _corner(hand: Hand) -> QPointF:
    """Return which place of the scene lies in the viewport's upper left corner."""
    return hand.view.mapToScene(QPoint(0, 0))


def _stands_still(hand: Hand) -> bool:
    """Tell whether nothing is about to move what is seen."""
    return all(delay.is_settled for delay in hand.view.findChildren(Delay))


def test_a_wire_held_beyond_the_edge_reaches_a_gate_out_of_sight(hand: Hand, qtbot: QtBot) -> None:
    source, far = hand.add("input", 0, 0), hand.add("exp", 1600, 0)
    hand.view.zoom_reset()
    hand.view.camera.centre_on(QPointF(0, 0))
    steps, width = hand.steps, hand.view.viewport().width()
    hand.press(hand.output(source))
    hand.move(QPoint(width // 2 + 60, 320))
    outside = QPoint(width + 60, 320)
    hand.move(outside)
    qtbot.waitUntil(lambda: hand.input(far).x() < width - 60)
    # Back inside it stands still.
    hand.move(hand.input(far))
    assert _stands_still(hand)
    hand.release(hand.input(far))
    assert hand.document.graph.consumers(source)[0].node == far
    assert hand.steps == steps + 1
    assert hand.view.is_settled


def test_a_card_goes_along_with_what_moves_below_it(hand: Hand, qtbot: QtBot) -> None:
    card = hand.add("input", 0, 0)
    hand.view.zoom_reset()
    hand.view.camera.centre_on(QPointF(0, 0))
    before = _corner(hand)
    start = hand.node(card)
    held = hand.view.mapFromScene(hand.scene.hits.centre(card)) - start
    hand.press(start)
    hand.move(start + QPoint(40, 40))
    edge = QPoint(start.x(), 2)
    hand.move(edge)
    qtbot.waitUntil(lambda: before.y() - _corner(hand).y() > 200)
    # The card stays under the hand, as far from its middle as it was at the press.
    middle = hand.view.mapFromScene(hand.scene.hits.centre(card))
    assert (middle - edge - held).manhattanLength() <= 20
    hand.release(edge)
    assert _stands_still(hand)
    place = hand.scene.hits.centre(card)
    assert hand.document.drawing.positions[card] == (place.x(), place.y())


def test_what_is_taken_up_at_the_edge_stays_in_view(hand: Hand) -> None:
    card = hand.add("input", 0, 0)
    hand.view.zoom_reset()
    # Its upper side lies within the edge at which the canvas would move.
    top = hand.scene.node_rect(card).top()
    hand.view.camera.centre_on(QPointF(0, top + hand.view.viewport().height() / 2 - 4))
    seen, start = _corner(hand), hand.node(card)
    assert start.y() < 24
    hand.press(start)
    hand.move(start + QPoint(12, 2))
    assert _stands_still(hand)
    assert _corner(hand) == seen
    hand.release(start + QPoint(12, 2))


def test_what_is_carried_without_a_button_stops_where_the_pointer_leaves(
    hand: Hand, qtbot: QtBot
) -> None:
    hand.scene.select({hand.add("input", 0, 0)})
    hand.move(QPoint(300, 300))
    hand.act("duplicate")
    hand.move(QPoint(300, 320))
    seen, height = _corner(hand), hand.view.viewport().height()
    # On its way to the menu.
    hand.move(QPoint(300, height + 40))
    assert _stands_still(hand)
    assert _corner(hand) == seen
    hand.move(QPoint(300, height - 4))
    qtbot.waitUntil(lambda: _corner(hand).y() > seen.y() + 40)
