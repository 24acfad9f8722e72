"""The tool Nudge: predicted against true change, lit on the canvas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.nudge.panel import NudgePanel
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import NodeId
from tests.support.graph_hands import make_page
from tests.support.graphs import node
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    page.dock.actions_by_name["nudge"].trigger()
    return page


def settled(page: GraphPage, qtbot: QtBot) -> NudgePanel:
    panel = page.dock.panel("nudge")
    assert isinstance(panel, NudgePanel)
    settle(qtbot, panel)
    return panel


def numbers(panel: NudgePanel) -> tuple[float, float]:
    assert panel.answer is not None
    return panel.answer.nudge.predicted, panel.answer.nudge.actual


def note(page: GraphPage, key: NodeId) -> str:
    return page.scene.labels.notes[key].labels[0].text


def type_change(panel: NudgePanel, text: str) -> None:
    edit = panel.form.field("change").edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_along_a_line_the_prediction_is_exact(page: GraphPage, qtbot: QtBot) -> None:
    panel = settled(page, qtbot)
    assert numbers(panel) == pytest.approx((-0.4, -0.4))
    assert "prediction is exact" in panel.sentence
    graph = page.document.graph
    assert note(page, node(graph, "f")) == "Δ −0.4"
    assert note(page, node(graph, "q")) == "Δ +0.1"
    assert panel.lines[0].startswith(r"\frac{\partial f}{\partial x} \cdot \Delta = ")
    # Rounding leaves 4e−16, which nobody is to wonder about.
    assert panel.answer is not None
    assert panel.lines[-1].endswith(("approx 0", "= {0}"))


def test_only_the_way_to_the_result_is_lit(page: GraphPage, qtbot: QtBot) -> None:
    settled(page, qtbot)
    graph, items = page.document.graph, page.scene.items_shown.nodes
    faded = {graph.nodes[key].name for key, item in items.items() if item.opacity() < 1}
    assert faded == {"y", "z"}
    page.dock.actions_by_name["inspector"].trigger()
    assert not any(item.opacity() < 1 for item in items.values())
    assert page.scene.labels.notes == {}


def test_where_the_result_bends_halving_quarters_the_error(page: GraphPage, qtbot: QtBot) -> None:
    graph = parse_formula("x**2")
    page.document.load(Drawing(set_value(graph, node(graph, "x"), np.array(3.0))), None)
    panel = settled(page, qtbot)
    type_change(panel, "0.5")
    settled(page, qtbot)
    assert numbers(panel) == (3.0, 3.25)
    assert "because the result bends" in panel.sentence
    QTest.mouseClick(panel.halve_button, LEFT)
    settled(page, qtbot)
    assert panel.change == 0.25
    assert numbers(panel) == (1.5, 1.5625)
    assert {"curve", "tangent", "points", "gap"} <= set(panel.plot.plot.keys)


def test_the_slider_moves_and_a_field_takes_more_than_the_slider(
    page: GraphPage, qtbot: QtBot
) -> None:
    panel = settled(page, qtbot)
    slider = panel.form.slider("change")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    settled(page, qtbot)
    assert numbers(panel) == pytest.approx((-8.0, -8.0))
    type_change(panel, "-10")
    settled(page, qtbot)
    assert numbers(panel) == pytest.approx((40.0, 40.0))
    type_change(panel, "0")
    settled(page, qtbot)
    assert "nothing moves" in panel.sentence


def test_selection_and_list_choose_the_input(page: GraphPage, qtbot: QtBot) -> None:
    panel = settled(page, qtbot)
    page.scene.select([node(page.document.graph, "z")])
    settled(page, qtbot)
    assert panel.picker.name == "z"
    assert numbers(panel) == pytest.approx((0.3, 0.3))
    QTest.keyClick(panel.picker.sources, Qt.Key.Key_Y)
    settled(page, qtbot)
    assert numbers(panel) == pytest.approx((-0.4, -0.4))


def test_an_element_of_a_vector_is_nudged(page: GraphPage, qtbot: QtBot) -> None:
    graph = parse_formula("squared_norm(x)")
    page.document.load(Drawing(set_value(graph, node(graph, "x"), np.array([1.0, 4.0]))), None)
    panel = settled(page, qtbot)
    panel.picker.elements.setCurrentText("x₂")
    settled(page, qtbot)
    assert numbers(panel) == pytest.approx((0.8, 0.81))


def test_the_document_keeps_its_value_and_a_change_asks_anew(page: GraphPage, qtbot: QtBot) -> None:
    panel = settled(page, qtbot)
    graph = page.document.graph
    assert page.document.is_clean
    page.document.set_value(node(graph, "z"), np.array(2.0))
    settled(page, qtbot)
    assert numbers(panel) == pytest.approx((0.2, 0.2))


def test_what_is_not_felt_is_said_and_is_no_zero(page: GraphPage, qtbot: QtBot) -> None:
    page.document.load(Drawing(parse_formula("a + 1; f = 2*w")), None)
    panel = settled(page, qtbot)
    panel.picker.sources.setCurrentText("a")
    settled(page, qtbot)
    assert panel.answer is None
    assert "does not depend on a" in panel.sentence
    page.document.new()
    settled(page, qtbot)
    assert "no input" in panel.sentence


def test_a_nudge_out_of_the_domain_says_so(page: GraphPage, qtbot: QtBot) -> None:
    graph = parse_formula("ln(x)")
    page.document.load(Drawing(set_value(graph, node(graph, "x"), np.array(0.05))), None)
    panel = settled(page, qtbot)
    type_change(panel, "-1")
    settled(page, qtbot)
    assert "not finite" in panel.sentence
    assert not panel.plot.isVisible()


def test_what_was_asked_is_asked_again_by_a_page_made_anew(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = settled(page, qtbot)
    panel.picker.sources.setCurrentText("z")
    panel.set_change(0.7)
    settled(page, qtbot)
    other = make_page(qtbot, tmp_path)
    other.restore(page.snapshot())
    again = settled(other, qtbot)
    assert numbers(again) == pytest.approx((2.1, 2.1))
