"""Ports tell what they are called: always where there are several, an only one to the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from engine.graph.model import NodeId
from tests.desktop.graph_editor.canvas.hand import Hand
from tests.support.due_timers import make_due


def written_at(hand: Hand, node: NodeId, index: int) -> bool:
    """Tell whether anything is written in the zone of a port's name."""
    item = hand.scene.items_shown.nodes[node]
    zone = item.face.port_name_zone(index).translated(item.pos())
    area: QRect = hand.view.mapFromScene(zone).boundingRect()
    picture = hand.view.viewport().grab(area).toImage()
    shades = {
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    return max(shades) - min(shades) > 60


def test_several_ports_are_told_apart_and_an_only_one_when_pointed_at(hand: Hand) -> None:
    minus, exp = hand.add("subtract", -100, 0), hand.add("exp", 100, 0)
    faces = {key: item.face for key, item in hand.scene.items_shown.nodes.items()}
    assert faces[minus].port_names == ("a", "b")
    assert written_at(hand, minus, 0)
    assert written_at(hand, minus, 1)
    hand.move(QPoint(5, 5))
    assert not written_at(hand, exp, 0)
    hand.move(hand.node(exp))
    # It rests there.
    make_due(hand.view)
    assert written_at(hand, exp, 0)
    hand.move(QPoint(5, 5))
    assert not written_at(hand, exp, 0)


def test_no_name_of_a_port_touches_the_symbol_another_name_or_the_border(hand: Hand) -> None:
    names = ("where", "hinge", "mean_squared_error", "softmax_cross_entropy", "add", "matmul")
    for place, name in enumerate(names):
        node = hand.add(name, 0, 200.0 * place)
        face = hand.scene.items_shown.nodes[node].face
        zones = [face.port_name_zone(index) for index in range(len(face.inputs))]
        inner = face.card.adjusted(2, 0, -2, 0)
        text = hand.scene.items_shown.nodes[node].face.title
        assert text
        for index, zone in enumerate(zones):
            assert inner.contains(zone), name
            assert not any(zone.intersects(other) for other in zones[index + 1 :]), name
            assert not zone.intersects(face.name_zone) or not face.name, name


def test_a_collapsed_card_leaves_them_out(hand: Hand) -> None:
    minus = hand.add("subtract", -100, 0)
    hand.scene.select({minus})
    hand.act("collapse")
    assert not hand.scene.items_shown.nodes[minus].face.tells_ports


def test_at_a_distance_at_which_they_cannot_be_read_they_are_left_out(hand: Hand) -> None:
    minus = hand.add("subtract", 0, 0)
    for _ in range(4):
        hand.act("zoom_out")
    hand.move(QPoint(5, 5))
    assert not written_at(hand, minus, 1)
