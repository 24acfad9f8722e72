"""A click on a number opens it into its arithmetic; so does the key A, one number after another."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import PRECISION
from desktop.graph_editor.items.label_item import LabelItem, Meaning
from desktop.graph_editor.opened_numbers.number_card import place_beside
from engine.arrays import as_array
from engine.graph.model import InputPort, NodeId
from tests.desktop.graph_editor.canvas.hand import Hand


def place_of(hand: Hand, item: LabelItem, meaning: Meaning) -> QPoint:
    """Return the middle of a number in the viewport."""
    pairs = zip(item.labels, item.scene_boxes(), strict=True)
    return hand.view.mapFromScene(
        next(b for label, b in pairs if label.meaning is meaning).center()
    )


def plain(lines: list[str]) -> list[str]:
    """Return LaTeX without its colours."""
    return [
        re.sub(r"\\textcolor\{#\w+\}\{((?:[^{}]|\{[^{}]*\})*)\}", r"\1", line) for line in lines
    ]


def a5(hand: Hand) -> dict[str, NodeId]:
    return hand.show_formula("e = (a + b) * (b + 1)", a="2", b="1")


def test_a_click_on_a_value_writes_its_gate_out_in_three_lines(hand: Hand) -> None:
    nodes = hand.show_formula("f = (x + y) * z", x="-2", y="5", z="-4")
    label = hand.scene.labels.wires[InputPort(nodes["f"], 0)]
    hand.click(place_of(hand, label, Meaning.VALUE))
    card = hand.view.number_card
    assert card.isVisible()
    assert card.title == "Value of q"
    assert plain(card.lines)[1:] == ["= -2 + 5", "= 3"]
    assert hand.steps == 0


def test_a_click_on_a_gradient_writes_local_times_upstream(hand: Hand) -> None:
    nodes = hand.show_formula("f = (x + y) * z", x="-2", y="5", z="-4")
    label = hand.scene.labels.wires[InputPort(nodes["f"], 1)]
    hand.click(place_of(hand, label, Meaning.GRADIENT))
    card = hand.view.number_card
    assert card.title == "Gradient of z, along its wire to f"
    assert plain(card.lines)[1:] == [r"= 3 \cdot 1", "= 3"]


def test_a_branch_is_shown_with_the_sum_over_all_of_them(hand: Hand) -> None:
    nodes = a5(hand)
    plus = next(port for port, end in hand.wires().items() if end == nodes["b"])
    hand.click(place_of(hand, hand.scene.labels.wires[plus], Meaning.GRADIENT))
    lines = plain(hand.view.number_card.lines)
    assert lines[-3:] == [r"= 1 \cdot 2 + 1 \cdot 3", "= 2 + 3", "= 5"]
    assert lines[-4].count(" + ") == 1


def test_a_click_on_a_branch_sum_writes_both_branches_out(hand: Hand) -> None:
    nodes = a5(hand)
    hand.click(place_of(hand, hand.scene.labels.sums[nodes["b"]], Meaning.GRADIENT))
    card = hand.view.number_card
    assert card.title == "Gradient of b"
    assert plain(card.lines)[1:] == [r"= 1 \cdot 2 + 1 \cdot 3", "= 2 + 3", "= 5"]


def test_matrices_are_written_out_too(hand: Hand) -> None:
    nodes = hand.show_formula(
        "q = W @ x; f = squared_norm(q)", W="[[0.1,0.5],[-0.3,0.8]]", x="[0.2,0.4]"
    )
    label = hand.scene.labels.wires[InputPort(nodes["q"], 0)]
    hand.click(place_of(hand, label, Meaning.GRADIENT))
    card = hand.view.number_card
    assert r"0.088 & 0.176 \\ 0.104 & 0.208" in card.lines[-1]
    assert "0.088" in card.exact


def test_escape_and_a_click_elsewhere_and_the_button_close_it(hand: Hand) -> None:
    nodes = hand.show_formula("f = x * y", x="2", y="3")
    card, label = hand.view.number_card, hand.scene.labels.wires[InputPort(nodes["f"], 0)]
    place = place_of(hand, label, Meaning.VALUE)
    hand.click(place)
    hand.key(Qt.Key.Key_Escape)
    assert not card.isVisible()
    hand.click(place)
    hand.click(QPoint(5, 5))
    assert not card.isVisible()
    hand.click(place)
    card._close.click()
    assert not card.isVisible()


def test_a_double_click_on_a_number_opens_no_search(hand: Hand) -> None:
    nodes = hand.show_formula("f = x * y", x="2", y="3")
    place = place_of(hand, hand.scene.labels.wires[InputPort(nodes["f"], 0)], Meaning.VALUE)
    hand.click(place)
    hand.double_click(place)
    assert not hand.view.search.isVisible()


def test_the_key_a_goes_through_the_numbers_of_a_node(hand: Hand) -> None:
    nodes = hand.show_formula("f = x * y", x="2", y="3")
    hand.scene.select([nodes["f"]])
    titles = []
    for _ in range(5):
        hand.key(Qt.Key.Key_A)
        titles.append(hand.view.number_card.title)
    assert titles == [
        "Value of f",
        "Gradient of f",
        "Gradient of x, along its wire to f",
        "Gradient of y, along its wire to f",
        "Value of f",
    ]


def test_a_missing_number_says_why(hand: Hand) -> None:
    nodes = hand.show_formula("f = x * 3", x="2")
    port = InputPort(nodes["f"], 1)
    hand.click(place_of(hand, hand.scene.labels.wires[port], Meaning.GRADIENT))
    assert hand.view.number_card.lines == []
    assert "A constant gets no gradient" in hand.view.number_card.exact


def test_it_follows_the_numbers_and_goes_with_its_node(hand: Hand, qtbot: QtBot) -> None:
    nodes = hand.show_formula("f = x * y", x="2", y="3")
    card = hand.view.number_card
    hand.scene.select([nodes["f"]])
    hand.act("open_numbers")
    hand.settings.set(PRECISION, 4)
    hand.document.set_value(nodes["x"], as_array(3))
    qtbot.waitUntil(lambda: plain(card.lines)[-1] == "= 9")
    hand.document.remove([nodes["f"]])
    qtbot.waitUntil(lambda: not card.isVisible())


def test_a_drag_that_begins_on_a_number_draws_a_band(hand: Hand) -> None:
    nodes = hand.show_formula("f = x * y", x="2", y="3")
    label = hand.scene.labels.wires[InputPort(nodes["f"], 0)]
    start = place_of(hand, label, Meaning.VALUE)
    hand.drag(start, hand.node(nodes["f"]))
    assert hand.scene.selected_nodes() == {nodes["f"]}
    assert not hand.view.number_card.isVisible()


def test_a_rest_on_a_number_tells_all_its_digits(hand: Hand) -> None:
    nodes = hand.show_formula("f = x / 3", x="2")
    box = hand.scene.labels.ends[nodes["f"]].scene_boxes()[0]
    tip = hand.view._tooltips.text_at(box.center())
    assert "0.6666666666666666" in tip
    assert "how this number comes about" in tip


def test_the_card_never_hides_the_number_it_speaks_of() -> None:
    room = QRect(0, 0, 800, 600)
    for x in range(0, 780, 60):
        for y in range(0, 580, 60):
            target = QRect(x, y, 60, 20)
            placed = place_beside(target, QSize(300, 220), room)
            assert room.contains(placed)
            assert not placed.intersects(target)


def test_it_leaves_the_other_places_of_its_number_free_where_it_can() -> None:
    room, target = QRect(0, 0, 800, 600), QRect(40, 200, 60, 60)
    on_wire = QRect(140, 290, 50, 20)
    size = QSize(300, 220)
    assert place_beside(target, size, room).intersects(on_wire)
    placed = place_beside(target, size, room, [on_wire])
    assert not placed.intersects(on_wire)
    assert not placed.intersects(target)


def test_the_gradient_of_an_input_stays_in_sight_on_its_wire(hand: Hand) -> None:
    nodes = hand.show_formula("f = 1/(1 + exp(-(w0*x0 + w1*x1 + w2)))")
    hand.view.zoom_to_fit()
    card = hand.view.number_card
    for name in ("w0", "x0", "w1", "x1", "w2"):
        hand.scene.select([nodes[name]])
        hand.key(Qt.Key.Key_A)
        hand.key(Qt.Key.Key_A)
        assert card.title == f"Gradient of {name}"
        (port,) = hand.document.graph.consumers(nodes[name])
        label = hand.scene.labels.wires[port]
        corner = hand.view.viewport().mapFromGlobal(card.mapToGlobal(QPoint(0, 0)))
        assert not QRect(corner, card.size()).contains(place_of(hand, label, Meaning.GRADIENT))
        card.close_now()


def test_another_drawing_closes_it(hand: Hand, qtbot: QtBot) -> None:
    nodes = hand.show_formula("f = (x + y) * (z + w) * (a + b)")
    hand.scene.select([nodes["f"]])
    hand.key(Qt.Key.Key_A)
    assert hand.view.number_card.isVisible()
    # A view that is fitted at once scrolls before the numbers are written anew.
    hand.show_formula("g = p")
    assert not hand.view.number_card.isVisible()
