"""Shapes on the wires: written, pictured, and where they do not fit, with what would."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from desktop.foundation.settings import NAMES, PRECISION, SHAPES
from desktop.foundation.theme import theme
from desktop.graph_editor.items.heat_map import HeatMap
from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.items.wire_item import WireLook
from engine.formula.values import parse_value
from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import Hand


def test_vectors_and_matrices_have_their_shape_beside_them(hand: Hand) -> None:
    nodes = hand.show_formula("f = squared_norm(W @ x)", W="[[1,2],[3,4]]", x="[1,2]")
    product = nodes["matmul"]
    above, below = hand.scene.labels.wires[InputPort(product, 0)].labels
    assert (above.text, above.shape) == ("[1 2; 3 4]", "2×2")
    assert below.shape == ""
    assert hand.scene.labels.wires[InputPort(product, 1)].labels[0].shape == "(2)"
    assert hand.scene.labels.ends[nodes["f"]].labels[0].shape == ""


def test_the_shapes_are_switched_in_the_view_menu(hand: Hand) -> None:
    nodes = hand.show_formula("f = sum(x)", x="[1,2]")
    port = InputPort(nodes["f"], 0)
    assert hand.actions["shapes"].isChecked()
    hand.act("shapes")
    assert hand.scene.labels.wires[port].labels[0].shape == ""
    assert hand.settings.get(SHAPES) is False
    hand.act("shapes")
    assert hand.scene.labels.wires[port].labels[0].shape == "(2)"


def test_the_names_of_unnamed_gates_are_switched_in_the_view_menu(hand: Hand) -> None:
    nodes = hand.show_formula("k = 2; f = (a + k)*c", a="1", c="3")
    shown = hand.scene.items_shown.nodes
    before, places = shown[nodes["add"]].face.name, dict(hand.document.drawing.positions)
    assert before
    assert hand.actions["names"].isChecked()
    hand.act("names")
    assert hand.settings.get(NAMES) is False
    assert shown[nodes["add"]].face.name == ""
    # What somebody named keeps its name, and nothing moves.
    assert shown[nodes["k"]].face.name == "k"
    assert hand.document.drawing.positions == places
    # A gate that comes later is silent too, and other digits bring no name back.
    hand.act("more_digits")
    nodes = hand.show_formula("k = 2; f = (a + k)*c + sin(a)", a="1", c="3")
    assert not any(shown[nodes[name]].face.name for name in ("add", "sin"))
    hand.act("names")
    assert all(shown[nodes[name]].face.name for name in ("add", "sin"))


def test_digits_come_and_go_by_keys(hand: Hand) -> None:
    nodes = hand.show_formula("f = x / 3", x="2")
    end = hand.scene.labels.ends[nodes["f"]]
    assert end.labels[0].text == "0.67"
    hand.act("more_digits")
    assert end.labels[0].text == "0.667"
    hand.act("fewer_digits")
    hand.act("fewer_digits")
    assert end.labels[0].text == "0.7"
    for _ in range(5):
        hand.act("fewer_digits")
    assert hand.settings.get(PRECISION) == 0


def test_a_large_matrix_is_a_picture_on_its_card_and_its_wire(hand: Hand) -> None:
    nodes = hand.show_formula("f = sum(W)")
    hand.document.set_value(nodes["W"], np.linspace(-1, 1, 60).reshape(6, 10))
    face = hand.scene.items_shown.nodes[nodes["W"]].face
    assert face.picture is not None
    assert face.value_lines == ("6×10",)
    assert face.value_zone.contains(face.picture_zone)
    label = hand.scene.labels.wires[InputPort(nodes["f"], 0)].labels[0]
    assert label.picture is not None
    assert label.text == "6×10"
    tip = hand.view._tooltips.text_at(hand.scene.hits.centre(nodes["W"]))
    assert "6×10" in tip


def test_a_picture_is_orange_above_zero_blue_below_and_grey_for_no_number() -> None:
    image = HeatMap(np.array([[1.0, 0.0], [-1.0, np.nan]])).image()
    colors = [image.pixelColor(x, y) for y in range(2) for x in range(2)]
    names = ("positive", "node", "negative", "text_muted")
    assert colors == [theme().color(name) for name in names]


def test_the_picture_of_very_many_numbers_keeps_the_strongest_of_each_block() -> None:
    numbers = np.zeros((1000, 3))
    numbers[777, 1] = -5.0
    squares = HeatMap(numbers).squares
    assert squares.shape[0] <= 128
    assert squares.min() == -5.0


@pytest.mark.parametrize(
    ("formula", "values", "port", "sentence"),
    [
        ("f = W @ x", {"W": "[[1,2],[3,4]]", "x": "[1,2,3]"}, 1, "needs (2), has (3)"),
        ("f = W @ V", {"W": "[[1,2,3]]", "V": "[[1,2],[3,4]]"}, 1, "needs 3×n, has 2×2"),
        ("f = a + b", {"a": "[1,2,3]", "b": "[1,2]"}, 1, "needs (3), has (2)"),
    ],
)
def test_a_shape_that_does_not_fit_says_at_the_wire_what_would(
    hand: Hand, formula: str, values: dict[str, str], port: int, sentence: str
) -> None:
    fitting = dict.fromkeys(values, "1")
    nodes = hand.show_formula(formula.replace("@", "*"), **fitting)
    if "@" in formula:
        nodes = hand.show_formula(formula, **dict.fromkeys(values, "[[1]]"))
    for name, value in values.items():
        hand.document.set_value(nodes[name], parse_value(value))
    wire = InputPort(nodes["f"], port)
    label = hand.scene.labels.wires[wire].labels[1]
    assert label.meaning is Meaning.PROBLEM
    assert label.text == f"⚠ {sentence}"
    assert hand.scene.items_shown.wires[wire].look is WireLook.REFUSED
    end = hand.scene.items_shown.wires[wire].end
    tip = hand.view._tooltips.text_at(end - QPointF(40, 0))
    assert "⚠" in tip
    hand.act("undo")
    assert hand.scene.items_shown.wires[wire].look is not WireLook.REFUSED or len(values) > 1


def test_a_mended_shape_takes_the_sentence_away(hand: Hand) -> None:
    nodes = hand.show_formula("f = sum(W @ x)", W="[[1,2],[3,4]]", x="[1,2]")
    wire = InputPort(nodes["matmul"], 1)
    hand.document.set_value(nodes["x"], parse_value("[1,2,3]"))
    assert hand.scene.labels.wires[wire].labels[1].meaning is Meaning.PROBLEM
    hand.document.set_value(nodes["x"], parse_value("[5,6]"))
    assert hand.scene.labels.wires[wire].labels[1].meaning is Meaning.GRADIENT
    assert hand.scene.items_shown.wires[wire].look is WireLook.NORMAL
