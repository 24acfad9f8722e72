"""The tool Accumulate: COURSE A9 by clicking."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.accumulate.panel import AccumulatePanel
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import NodeId
from tests.support.graph_hands import make_page
from tests.support.graphs import node

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    graph = parse_formula("z = 2*w")
    page.document.load(Drawing(set_value(graph, node(graph, "w"), np.array(2.0))), None)
    page.dock.actions_by_name["accumulate"].trigger()
    return page


def panel_of(page: GraphPage) -> AccumulatePanel:
    panel = page.dock.panel("accumulate")
    assert isinstance(panel, AccumulatePanel)
    return panel


def note(page: GraphPage, key: NodeId) -> str:
    """Return what stands under a card."""
    return page.scene.labels.notes[key].labels[0].text


def test_a9_grows_by_two_with_every_pass_until_it_is_cleared(page: GraphPage) -> None:
    panel, w = panel_of(page), node(page.document.graph, "w")
    seen = []
    for _ in range(21):
        QTest.mouseClick(panel.backward_button, LEFT)
        seen.append(panel.rows[0][2])
    assert seen == [str(2 * count) for count in range(1, 22)]
    assert panel.rows == [["w", "2", "42"]]
    assert panel.count_text.endswith("21")
    assert note(page, w) == "stored 42"
    assert "w has 42 stored" in panel.sentence
    assert "21 times too long" in panel.sentence
    QTest.mouseClick(panel.clear_button, LEFT)
    assert panel.rows == [["w", "2", "—"]]
    assert note(page, w) == ""
    assert not panel.clear_button.isEnabled()
    assert "not the same as 0" in panel.sentence


def test_one_pass_after_clearing_is_the_gradient(page: GraphPage) -> None:
    panel = panel_of(page)
    panel.backward_button.setFocus()
    QTest.keyClick(panel.backward_button, Qt.Key.Key_Space)
    assert panel.rows == [["w", "2", "2"]]
    assert panel.sentence.startswith("One pass")


def test_after_another_input_the_sum_mixes_two_places(page: GraphPage) -> None:
    panel = panel_of(page)
    graph = parse_formula("z = w*w")
    page.document.load(Drawing(set_value(graph, node(graph, "w"), np.array(2.0))), None)
    QTest.mouseClick(panel.backward_button, LEFT)
    page.document.set_value(node(graph, "w"), np.array(5.0))
    assert panel.rows == [["w", "10", "4"]]
    QTest.mouseClick(panel.backward_button, LEFT)
    assert panel.rows == [["w", "10", "14"]]
    assert "at different inputs" in panel.sentence


def test_another_graph_begins_without_stored_gradients(page: GraphPage) -> None:
    panel = panel_of(page)
    QTest.mouseClick(panel.backward_button, LEFT)
    page.document.new()
    assert panel.kept.passes == 0
    assert not panel.backward_button.isEnabled()


def test_an_input_of_another_shape_begins_anew(page: GraphPage) -> None:
    panel, w = panel_of(page), node(page.document.graph, "w")
    QTest.mouseClick(panel.backward_button, LEFT)
    page.document.set_value(w, np.array([1.0, 2.0]))
    assert panel.rows[0][2] == "—"
    QTest.mouseClick(panel.backward_button, LEFT)
    assert panel.rows[0][2] == "[2 2]"


def test_constants_and_detached_inputs_are_never_zero(page: GraphPage) -> None:
    panel = panel_of(page)
    page.document.load(Drawing(parse_formula("a + b; z = 2*w")), None)
    QTest.mouseClick(panel.backward_button, LEFT)
    rows = {row[0]: row[1:] for row in panel.rows}
    assert rows == {"a": ["—", "—"], "b": ["—", "—"], "w": ["2", "2"]}


def test_the_canvas_shows_it_only_while_the_tool_is_on_show(page: GraphPage) -> None:
    QTest.mouseClick(panel_of(page).backward_button, LEFT)
    page.dock.actions_by_name["inspector"].trigger()
    assert page.scene.labels.notes == {}
    page.dock.actions_by_name["accumulate"].trigger()
    assert note(page, node(page.document.graph, "w")) == "stored 2"


def test_what_is_stored_outlives_a_change_of_language(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(3):
        QTest.mouseClick(panel_of(page).backward_button, LEFT)
    other = make_page(qtbot, tmp_path)
    other.restore(page.snapshot())
    assert panel_of(other).rows == [["w", "2", "6"]]
