"""What has no gradient is never shown as 0: constants, detached parts, unfinished gates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.page import GraphPage
from engine.drawing.drawing import Drawing
from engine.drawing.passes import Seed
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import InputPort
from tests.support.graph_hands import make_page
from tests.support.graphs import node


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    """f = 0·w + (2 + 3) beside a detached u = a·b; the gradient of w is a true 0."""
    page = make_page(qtbot, tmp_path)
    graph = parse_formula("u = a*b; s = 2 + 3; f = z*w + s")
    graph = set_value(graph, node(graph, "z"), np.array(0.0))
    page.document.load(Drawing(graph, dict.fromkeys(graph.nodes, (0.0, 0.0))), None)
    return page


def gradient_texts(page: GraphPage) -> dict[str, set[str]]:
    """Return for each node's name what its wires say below."""
    graph = page.document.graph
    found: dict[str, set[str]] = {}
    for port, item in page.scene.labels.wires.items():
        (label,) = (label for label in item.labels if label.meaning is not Meaning.VALUE)
        found.setdefault(graph.nodes[graph.wires[port]].name, set()).add(label.text)
    return found


def test_each_state_has_its_own_look_on_the_canvas(page: GraphPage) -> None:
    graph, evaluation = page.document.graph, page.document.evaluation
    texts = gradient_texts(page)
    assert texts["w"] == {"0"}
    assert texts["a"] == texts["b"] == texts["s"] == {""}
    assert node(graph, "w") in evaluation.gradients.nodes
    assert {node(graph, "a"), node(graph, "s")}.isdisjoint(evaluation.gradients.nodes)


def test_at_no_step_of_either_pass_a_missing_gradient_reads_zero(page: GraphPage) -> None:
    for position in range(page.walk.last + 1):
        page.walk.go(position)
        texts = gradient_texts(page)
        assert texts["a"] == texts["b"] == texts["s"] == {""}
        known = page.walk.numbers().gradients
        assert node(page.document.graph, "a") not in known.nodes


def test_in_forward_mode_what_is_not_reached_is_empty_and_a_true_zero_is_zero(
    page: GraphPage,
) -> None:
    graph = page.document.graph
    page.walk.set_seed(Seed(node(graph, "w")))
    texts = gradient_texts(page)
    assert texts["w"] == {"→ 1"}
    assert texts["z"] == texts["s"] == texts["a"] == {""}
    ends = page.scene.labels.ends
    assert ends[node(graph, "f")].labels[1].text == "→ 0"
    assert ends[node(graph, "u")].labels[1].text == ""


def test_an_unfinished_gate_leaves_everything_uncomputed(page: GraphPage) -> None:
    graph = page.document.graph
    page.document.disconnect(InputPort(node(graph, "f"), 0))
    assert all(text == {""} for text in gradient_texts(page).values())
    page.inspector.refresh()
    page.scene.select([node(graph, "w")])
    page.inspector.refresh()
    assert "0" not in page.inspector.node_panel.facts.texts[2]


def test_the_inspector_says_why(page: GraphPage) -> None:
    graph = page.document.graph
    reasons = []
    for name in ("a", "s", "w"):
        page.scene.select([node(graph, name)])
        page.inspector.refresh()
        reasons.append(page.inspector.node_panel.facts.texts[2])
    assert reasons[0] == "none: the result does not depend on it"
    assert reasons[1] == "none: it depends on constants alone"
    assert reasons[2] == "0"
