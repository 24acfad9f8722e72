"""The tool Modes: each mode by its button, its numbers, and what it costs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.widgets.panels.data_table import DataTable
from engine.autodiff.costs.costs import Mode
from engine.drawing.drawing import Drawing
from engine.drawing.passes import Seed
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import InputPort
from tests.support.graph_hands import make_page, numbers_on_wire
from tests.support.graphs import node, sum_over_paths
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def opened(page: GraphPage, qtbot: QtBot, mode: Mode = Mode.REVERSE) -> ModesPanel:
    page.dock.actions_by_name["modes"].trigger()
    panel = page.dock.panel("modes")
    assert isinstance(panel, ModesPanel)
    QTest.mouseClick(panel.switch.button(mode.value), LEFT)
    settle(qtbot, panel)
    return panel


def test_forward_mode_follows_the_chosen_input(page: GraphPage, qtbot: QtBot) -> None:
    panel = opened(page, qtbot, Mode.FORWARD)
    graph = page.document.graph
    f = node(graph, "f")
    assert page.walk.seed == Seed(node(graph, "x"))
    assert numbers_on_wire(page, InputPort(f, 0)) == ["3", "→ 1"]
    QTest.keyClick(panel.forward.picker.sources, Qt.Key.Key_Z)
    assert page.walk.seed == Seed(node(graph, "z"))
    assert numbers_on_wire(page, InputPort(f, 1)) == ["−4", "→ 1"]
    assert panel.forward.lines[0].startswith(r"\frac{\partial f}{\partial z} = ")
    assert "{3}" in panel.forward.lines[0]
    assert "{3}" in panel.forward.lines[1]


def test_selecting_an_input_on_the_canvas_chooses_it(page: GraphPage, qtbot: QtBot) -> None:
    opened(page, qtbot, Mode.FORWARD)
    y = node(page.document.graph, "y")
    page.scene.select([y])
    assert page.walk.seed == Seed(y)


def test_another_tool_brings_the_gradients_back(page: GraphPage, qtbot: QtBot) -> None:
    panel = opened(page, qtbot, Mode.FORWARD)
    page.dock.actions_by_name["inspector"].trigger()
    assert page.walk.seed is None
    assert numbers_on_wire(page, InputPort(node(page.document.graph, "f"), 0)) == ["3", "−4"]
    page.dock.actions_by_name["modes"].trigger()
    assert panel.mode is Mode.FORWARD
    assert page.walk.seed is not None
    QTest.mouseClick(panel.switch.button(Mode.REVERSE.value), LEFT)
    assert page.walk.seed is None


def test_an_element_of_a_matrix_is_chosen_by_its_place(page: GraphPage, qtbot: QtBot) -> None:
    graph = parse_formula("sum(W @ x)")
    graph = set_value(graph, node(graph, "W"), np.array([[1.0, 2.0], [3.0, 4.0]]))
    graph = set_value(graph, node(graph, "x"), np.array([5.0, 6.0]))
    page.document.load(Drawing(graph), None)
    panel = opened(page, qtbot, Mode.FORWARD)
    picker = panel.forward.picker
    picker.sources.setCurrentText("W")
    assert picker.elements.isVisible()
    picker.elements.setCurrentText("W₂₁")
    assert page.walk.seed == Seed(node(graph, "W"), (1, 0))
    assert "W₂₁" in page.mode_legend.text()
    assert "{5}" in panel.forward.lines[0]


def test_an_input_that_goes_hands_over_to_another(page: GraphPage, qtbot: QtBot) -> None:
    panel = opened(page, qtbot, Mode.FORWARD)
    graph = page.document.graph
    page.document.remove([node(graph, "x")])
    assert page.walk.seed == Seed(node(graph, "y"))
    page.document.new()
    assert page.walk.seed is None
    assert "no input" in panel.forward.note


def test_the_modes_are_compared_by_counted_operations(page: GraphPage, qtbot: QtBot) -> None:
    page.document.load(Drawing(sum_over_paths()), None)
    panel = opened(page, qtbot)
    assert panel.costs.rows == [
        ["passes", "1 → 1 ←", "2 →", "4 →"],
        ["×", "3", "4", "6"],
        ["+", "3", "3", "14"],
        ["other", "0", "0", "0"],
    ]
    assert "Reverse mode is cheaper here" in panel.costs.sentence
    assert "4 times" in panel.costs.sentence


def test_with_a_single_input_forward_mode_needs_one_pass_too(page: GraphPage, qtbot: QtBot) -> None:
    page.document.load(Drawing(parse_formula("sin(x)*2")), None)
    panel = opened(page, qtbot)
    assert panel.costs.rows[0][2] == "1 →"
    assert panel.costs.sentence.startswith("Both cost the same here")


def test_without_inputs_or_a_result_there_is_a_sentence(page: GraphPage, qtbot: QtBot) -> None:
    page.document.load(Drawing(parse_formula("2*3")), None)
    panel = opened(page, qtbot)
    assert "no input" in panel.costs.sentence
    page.document.new()
    settle(qtbot, panel)
    assert "nothing to compare" in panel.costs.sentence


def test_the_slider_of_h_shows_truncation_and_round_off(page: GraphPage, qtbot: QtBot) -> None:
    next(a for a in page.examples.actions() if a.text().startswith("A2")).trigger()
    panel = opened(page, qtbot, Mode.NUMERICAL)
    numerical = panel.numerical
    slider = numerical.form.slider("step")
    assert "good as any" in numerical.sentence
    assert {"error", "h", "at", "truncation", "round-off"} <= set(numerical.plot.plot.keys)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert numerical.step == 0.1
    assert numerical.sentence.startswith("Truncation outweighs")
    large = numerical.table.rows[0]
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert numerical.step == 1e-12
    assert numerical.sentence.startswith("Round-off outweighs")
    assert len(numerical.table.rows) == 5
    assert numerical.table.rows[0] != large


def test_a_graph_that_is_linear_in_each_input_only_rounds_off(
    page: GraphPage, qtbot: QtBot
) -> None:
    panel = opened(page, qtbot, Mode.NUMERICAL)
    assert "truncation" not in panel.numerical.plot.plot.keys
    page.document.new()
    settle(qtbot, panel)
    assert panel.numerical.sentence == ""
    assert not panel.numerical.plot.isVisible()


def test_a_kink_is_named_where_the_numerical_gradient_averages_two_slopes(
    page: GraphPage, qtbot: QtBot
) -> None:
    next(a for a in page.examples.actions() if a.text().startswith("B2")).trigger()
    numerical = opened(page, qtbot, Mode.NUMERICAL).numerical
    rows = {row[0]: row[1:] for row in numerical.table.rows}
    assert rows["W1₁₂"][:2] == ["−2.0000", "−3.0000"]
    assert rows["W1₁₁"][:2] == ["2.0000", "2.0000"]
    (reason,) = numerical.table.reasons
    assert reason.startswith("W1₁₂, W1₂₂, b1₁, b1₂: ReLU has a kink at 0 here")
    assert reason in numerical.table.state
    # No h mends a kink, so none is advised.
    assert numerical.sentence == ""


def test_names_of_elements_are_shown_whole(page: GraphPage, qtbot: QtBot) -> None:
    graph = parse_formula("squared_norm(weights @ x)")
    graph = set_value(graph, node(graph, "weights"), np.array([[1e-27, 2e-27], [3e-27, 4e-27]]))
    graph = set_value(graph, node(graph, "x"), np.array([1.0, 2.0]))
    page.document.load(Drawing(graph), None)
    panel = opened(page, qtbot, Mode.NUMERICAL)
    numerical = panel.numerical
    view = numerical.table.findChild(DataTable)
    assert view is not None
    numerical.table.setFixedWidth(150)
    settle(qtbot, panel)
    names = [row[0] for row in numerical.table.rows]
    assert len(set(names)) == 6
    widest = max(view.fontMetrics().horizontalAdvance(name) for name in names)
    assert view.columnWidth(0) > widest


def test_what_was_asked_is_asked_again_by_a_page_made_anew(
    page: GraphPage, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = opened(page, qtbot, Mode.FORWARD)
    panel.forward.picker.sources.setCurrentText("z")
    other = make_page(qtbot, tmp_path)
    other.restore(page.snapshot())
    again = other.dock.panel("modes")
    assert isinstance(again, ModesPanel)
    assert again.mode is Mode.FORWARD
    assert other.walk.seed == Seed(node(other.document.graph, "z"))
    settle(qtbot, again)


def test_the_curve_of_a_large_input_says_that_it_is_of_a_sample(
    page: GraphPage, qtbot: QtBot
) -> None:
    panel = opened(page, qtbot, Mode.NUMERICAL)
    assert "sample" not in panel.numerical.sentence
    graph = parse_formula("mean(tanh(W @ x))")
    graph = set_value(graph, node(graph, "W"), np.linspace(-1, 1, 2500).reshape(50, 50))
    graph = set_value(graph, node(graph, "x"), np.linspace(-1, 1, 50))
    page.document.load(Drawing(graph), None)
    qtbot.waitUntil(lambda: has_settled(panel), timeout=30_000)
    assert "The curve is of a sample: " in panel.numerical.sentence
    assert "of 2,550 elements." in panel.numerical.sentence
