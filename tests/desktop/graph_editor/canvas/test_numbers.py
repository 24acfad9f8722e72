"""Values above and gradients below every wire: right, live, never colliding, never confused."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.desk.settling import has_settled
from desktop.foundation.assets import names, text
from desktop.foundation.settings import PRECISION
from desktop.foundation.theme import theme
from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.scene.number_labels import branch_sum
from engine.autodiff.passes.reverse import Gradients
from engine.drawing.group_edits import arranged
from engine.drawing.passes import PassView
from engine.drawing.serialization import from_json
from engine.graph.model import InputPort
from tests.desktop.graph_editor.canvas.hand import Hand

COURSE = {
    "A1": ("f = (x + y) * z", {"x": "-2", "y": "5", "z": "-4"}),
    "A2": (
        "f = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))",
        {"w0": "2", "x0": "-1", "w1": "-3", "x1": "-2", "w2": "-3"},
    ),
    "A3": (
        "f = sigmoid(w0*x0 + w1*x1 + w2)",
        {"w0": "2", "x0": "-1", "w1": "-3", "x1": "-2", "w2": "-3"},
    ),
    "A4": ("q = W @ x; f = squared_norm(q)", {"W": "[[0.1,0.5],[-0.3,0.8]]", "x": "[0.2,0.4]"}),
    "A5": ("e = (a + b) * (b + 1)", {"a": "2", "b": "1"}),
    "A6": ("f = 2 * (x*y + max(z, w))", {"x": "3", "y": "-4", "z": "2", "w": "-1"}),
    "A7": ("z = 2*w**2 + 5", {"w": "2"}),
    "A8": ("f = x**2 + x*y + a", {"x": "3", "y": "-2", "a": "7"}),
    "A9": ("z = 2*w", {"w": "2"}),
    "A10": (
        "s = W @ x; L = mean(max(0, s - s0 + 1)) + 0.1 * sum(W * W)",
        {"W": "[[0.1,0.5,-0.3],[-0.3,0.8,0.25]]", "x": "[0.2,0.4,1]", "s0": "0.75"},
    ),
}
SHIPPED = [name for name in names("examples") if name.endswith(".json")]


def _collisions(hand: Hand) -> list[str]:
    labels = hand.scene.label_rects()
    found = [f"{a} {b}" for a, b in combinations(labels, 2) if a.intersects(b)]
    for node in hand.document.graph.nodes:
        item = hand.scene.items_shown.nodes[node]
        for shape in (item.face.card, item.face.caption_zone if item.face.caption else None):
            if shape is not None:
                area = shape.translated(item.pos())
                found += [f"{label} on {node}" for label in labels if label.intersects(area)]
    return found


@pytest.mark.parametrize("example", COURSE)
@pytest.mark.parametrize("digits", [2, 4, 6])
def test_no_number_collides_in_the_examples_of_the_course(
    hand: Hand, example: str, digits: int
) -> None:
    hand.settings.set(PRECISION, digits)
    formula, values = COURSE[example]
    hand.show_formula(formula, **values)
    assert _collisions(hand) == []


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("digits", [0, 2, 4, 6])
def test_no_number_collides_in_the_shipped_examples_arranged(
    hand: Hand, name: str, digits: int
) -> None:
    hand.settings.set(PRECISION, digits)
    hand.document.load(from_json(text(f"examples/{name}")), None)
    sizes, gaps = hand.scene.node_sizes(), hand.scene.column_gaps()
    hand.document.show_arranged(arranged(hand.document.shown, None, sizes, gaps))
    hand.scene.finish_glide()
    assert _collisions(hand) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_number_collides_in_the_shipped_examples_as_they_open(hand: Hand, name: str) -> None:
    hand.document.load(from_json(text(f"examples/{name}")), None)
    assert _collisions(hand) == []


def test_the_wires_of_a1_read_its_numbers(hand: Hand) -> None:
    formula, values = COURSE["A1"]
    nodes = hand.show_formula(formula, **values)
    wire = hand.scene.labels.wires[InputPort(nodes["add"], 0)]
    above, below = wire.labels
    assert (above.text, above.meaning) == ("−2", Meaning.VALUE)
    assert (below.text, below.meaning) == ("−4", Meaning.GRADIENT)
    upper, lower = wire.scene_boxes()
    assert upper.bottom() < wire.pos().y() < lower.top()
    end = hand.scene.labels.ends[nodes["f"]]
    assert [label.text for label in end.labels] == ["−12", "1"]


def test_hidden_gradients_are_not_asked_for_where_none_will_flow(hand: Hand) -> None:
    nodes = hand.show_formula("f = 2 * 3 * w + v", w="4", v="1")
    graph = hand.document.graph
    wire = hand.scene.labels.wires[InputPort(nodes["f"], 1)]

    def bare() -> set[str]:
        return {
            graph.nodes[graph.wires[port]].name or graph.nodes[graph.wires[port]].operation
            for port, item in hand.scene.labels.wires.items()
            if len(item.labels) == 1
        }

    hand.document.hide_kinds(frozenset({"gradients"}))
    hand.scene.show_pass(None)
    assert [label.is_computed for label in wire.labels] == [True, False]
    # Nothing waits for a gradient of a constant, nor of a product of constants.
    assert bare() == {"constant", "multiply"}
    # With nothing hidden, each has its place again, which says why it is empty.
    hand.document.hide_kinds(frozenset())
    hand.scene.show_pass(None)
    assert [label.is_computed for label in wire.labels] == [True, True]
    assert bare() == set()


def test_a_value_that_feeds_two_gates_shows_how_its_gradients_add_up(hand: Hand) -> None:
    formula, values = COURSE["A5"]
    nodes = hand.show_formula(formula, **values)
    (label,) = hand.scene.labels.sums[nodes["b"]].labels
    assert label.text == "2 + 3 = 5"


def test_not_computed_looks_unlike_zero(hand: Hand) -> None:
    nodes = hand.show_formula("max(z, w)", z="2", w="-1")
    gradients = hand.document.evaluation.gradients
    port = InputPort(nodes["max"], 1)
    assert hand.scene.labels.wires[port].labels[1].text == "0"
    zero = _picture(hand)
    hand.scene.show_pass(
        PassView(hand.document.evaluation.values, Gradients({}, {}), None, "backward")
    )
    assert not hand.scene.labels.wires[port].labels[1].is_computed
    assert _picture(hand) != zero
    hand.scene.show_pass(None)
    assert _picture(hand) == zero
    assert gradients.wires[port] == 0


def test_the_gate_of_a_pass_and_its_numbers_are_marked(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    evaluation = hand.document.evaluation
    view = PassView(evaluation.values, evaluation.gradients, nodes["add"], "backward")
    hand.scene.show_pass(view)
    items = hand.scene.items_shown.nodes
    assert items[nodes["add"]].step_mark.value == "gradient"
    assert items[nodes["multiply"]].step_mark.value == ""
    assert hand.scene.labels.wires[InputPort(nodes["add"], 0)].emphasis is Meaning.GRADIENT
    # An edit makes the numbers of the pass untrue, so it ends.
    hand.type_value(nodes["x"], "4")
    assert items[nodes["add"]].step_mark.value == ""


def test_a_node_that_cannot_be_computed_is_marked_and_explained(hand: Hand) -> None:
    exp = hand.add("exp", 0, 0)
    item = hand.scene.items_shown.nodes[exp]
    assert item.has_problem
    assert item.open_ports == {0}
    tip = hand.view._tooltips.text_at(item.pos())
    assert "has no wire yet" in tip
    x = hand.add("input", -200, 0)
    hand.document.connect(x, InputPort(exp, 0))
    assert not item.has_problem


def test_the_tooltip_of_a_wire_has_the_tensor_in_full(hand: Hand) -> None:
    formula, values = COURSE["A4"]
    nodes = hand.show_formula(formula, **values)
    wire = hand.scene.items_shown.wires[InputPort(nodes["q"], 0)]
    tip = hand.view._tooltips.text_at(wire.end - QPointF(40, 0))
    assert "2×2" in tip
    assert "0.176" in tip


def test_text_is_left_out_when_it_could_not_be_read(hand: Hand) -> None:
    nodes = hand.show_formula("x + y")
    port = InputPort(nodes["add"], 0)
    assert _shows_green(hand, port)
    hand.view.camera.zoom_by(0.3)
    assert not _shows_green(hand, port)


def test_arranging_glides_and_is_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("(x + y) * z")
    hand.document.move({nodes["multiply"]: (-300.0, 50.0)})
    steps = hand.steps
    hand.act("arrange")
    assert hand.steps == steps + 1
    assert not has_settled(hand.scene)
    on_the_way = hand.scene.label_rects()
    hand.scene.finish_glide()
    at_rest = hand.scene.label_rects()
    assert on_the_way == at_rest
    place = hand.document.drawing.positions[nodes["multiply"]]
    assert hand.scene.items_shown.place(nodes["multiply"]) == place
    assert place[0] > hand.document.drawing.positions[nodes["add"]][0]


def _picture(hand: Hand) -> QImage:
    return hand.view.viewport().grab().toImage()


def _shows_green(hand: Hand, port: InputPort) -> bool:
    """Tell whether a pixel where the wire's value belongs has the colour of values."""
    box = hand.scene.labels.wires[port].scene_boxes()[0]
    seen = hand.view.mapFromScene(box).boundingRect()
    image, green = _picture(hand), theme().color("value")
    return any(
        image.pixelColor(x, y) == green
        for x in range(seen.left(), seen.right())
        for y in range(seen.top(), seen.bottom())
    )


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ((2.0, 3.0), "2 + 3 = 5"),
        ((0.25, -0.5), "0.25 − 0.5 = −0.25"),
        # 2.71e−3 and 1 are not 1.00, and 0.05 and 0.05 are not 0.09.
        ((0.0027145, 1.0), "2.71e−3 + 1 ≈ 1.00"),
        ((0.0451, 0.0451), "0.0451 + 0.0451 = 0.0902"),
        ((0.0451234, 0.0451234), "0.045 + 0.045 ≈ 0.09"),
        ((0.1, 0.2, -0.3), "0.1 + 0.2 − 0.3 ≈ 0"),
    ],
)
def test_a_sum_says_what_its_terms_add_up_to(
    qapp: QApplication, terms: tuple[float, ...], text: str
) -> None:
    label = branch_sum([np.asarray(term) for term in terms], np.asarray(sum(terms)), 2)
    assert label is not None
    assert label.text == text
