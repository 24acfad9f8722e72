"""Dragged cards line up with their neighbours, and the guides say with which."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.graph.model import InputPort, NodeId
from tests.desktop.graph_editor.canvas.hand import ALT, LEFT, NONE, SHIFT, Hand


def _drag(
    hand: Hand, node: NodeId, way: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> tuple[float, float]:
    """Drag a card with keys held from the first move on; return where it came to stand."""
    start = hand.node(node)
    hand.press(start)
    hand.move(start + way / 2)
    QTest.mouseRelease(hand.view.viewport(), LEFT, modifiers, start + way)
    return hand.document.drawing.positions[node]


def test_a_card_snaps_to_the_middle_of_its_neighbour(hand: Hand) -> None:
    exp, log = hand.add("exp", 0, 0), hand.add("log", 200, 80)
    assert _drag(hand, log, QPoint(30, -76)) == (230, 0)
    assert hand.document.drawing.positions[exp] == (0, 0)
    assert hand.steps == 3


def test_out_of_reach_it_stays_where_the_hand_is(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    log = hand.add("log", 200, 80)
    assert _drag(hand, log, QPoint(30, -50)) == (230, 30)


def test_a_guide_shows_the_line_and_goes_with_the_drag(hand: Hand) -> None:
    exp, log = hand.add("exp", 0, 0), hand.add("log", 200, 80)
    start = hand.node(log)
    hand.press(start)
    hand.move(start + QPoint(30, -76))
    guides = hand.view.overlay.guides
    assert guides is not None
    (guide,) = guides.guides
    assert guide.line.y1() == guide.line.y2() == 0
    assert guide.line.x1() < hand.scene.node_rect(exp).left()
    assert guide.line.x2() > hand.scene.hits.cards()[log].right()
    hand.move(start + QPoint(30, -30))
    assert hand.view.overlay.guides is None
    hand.move(start + QPoint(30, -76))
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.overlay.guides is None
    hand.release(start)


def test_edges_snap_where_the_cards_are_of_different_sizes(hand: Hand) -> None:
    plus, exp = hand.add("add", 0, 0), hand.add("exp", 200, 100)
    top = hand.scene.node_rect(plus).top()
    own = hand.scene.node_rect(exp).top()
    _drag(hand, exp, QPoint(0, round(top - own) + 4))
    assert hand.scene.node_rect(exp).top() == top


def test_a_wire_is_straightened(hand: Hand) -> None:
    x, plus = hand.add("input", -200, 0), hand.add("add", 0, 0)
    hand.document.connect(x, InputPort(plus, 1))
    below = hand.scene.hits.port_point(InputPort(plus, 1)).y()
    _drag(hand, x, QPoint(-60, round(below) + 5))
    wire = hand.scene.items_shown.wires[InputPort(plus, 1)]
    assert wire.start.y() == wire.end.y()


def test_gaps_become_equal(hand: Hand) -> None:
    for x in (-300, -150):
        hand.add("exp", x, 0)
    third = hand.add("exp", 120, 40)
    start = hand.node(third)
    hand.press(start)
    hand.move(start + QPoint(-116, -40))
    guides = hand.view.overlay.guides
    assert guides is not None
    gaps = [guide.line.length() for guide in guides.guides if guide.is_gap]
    assert len(gaps) == 2
    assert gaps[0] == gaps[1]
    hand.release(start + QPoint(-116, -40))
    assert hand.document.drawing.positions[third] == (0, 0)


def test_half_way_between_two_neighbours_the_gaps_are_equal_too(hand: Hand) -> None:
    hand.add("exp", -200, 0)
    hand.add("exp", 200, 0)
    middle = hand.add("exp", 40, 200)
    assert _drag(hand, middle, QPoint(-36, -198)) == (0, 0)


def test_alt_held_meanwhile_snaps_to_nothing(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    log = hand.add("log", 200, 80)
    assert _drag(hand, log, QPoint(30, -76), ALT) == (230, 4)
    assert len(hand.document.graph.nodes) == 2


def test_shift_held_meanwhile_keeps_to_one_axis(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    assert _drag(hand, exp, QPoint(90, 30), SHIFT) == (90, 0)
    assert _drag(hand, exp, QPoint(20, -70), SHIFT) == (90, -70)


def test_snapping_can_be_switched_off_and_stays_off(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    log = hand.add("log", 200, 80)
    assert hand.actions["snap"].isChecked()
    hand.key(Qt.Key.Key_S)
    assert not hand.actions["snap"].isChecked()
    assert _drag(hand, log, QPoint(30, -76)) == (230, 4)
    assert not hand.view.snaps
    hand.act("snap")
    assert hand.actions["snap"].isChecked()


def test_a_selection_snaps_as_one(hand: Hand) -> None:
    hand.add("exp", 0, 0)
    pair = [hand.add("log", 200, 90), hand.add("log", 300, 90)]
    hand.scene.select(pair)
    _drag(hand, pair[0], QPoint(10, -86))
    assert [hand.document.drawing.positions[node] for node in pair] == [(210, 0), (310, 0)]
