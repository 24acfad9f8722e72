"""The inspector opens every number into its arithmetic and edits the selected node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.foundation.settings import PRECISION, Settings
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.inspector.inspector import Inspector
from desktop.graph_editor.passes.walk import Walk
from desktop.widgets.panels.figure import full_text
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import read_drawing
from engine.formula.parser import parse_formula
from engine.graph.model import InputPort
from tests.support.graphs import node, product_of_sum, sum_over_paths
from tests.support.settling import settle
from tests.support.sources import ROOT


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum(), {}, "A1", "Two gates."), None)
    return document


@pytest.fixture
def walk(document: Document) -> Walk:
    return Walk(document, document)


@pytest.fixture
def settings(tmp_path: Path, qtbot: QtBot) -> Settings:
    return Settings(str(tmp_path / "settings.ini"))


@pytest.fixture
def inspector(
    document: Document, walk: Walk, settings: Settings, qtbot: QtBot
) -> Iterator[Inspector]:
    inspector = Inspector(document, walk, settings)
    qtbot.addWidget(inspector)
    inspector.resize(320, 900)
    inspector.show()
    yield inspector
    shut_down(inspector)


def retype(inspector: Inspector, text: str) -> None:
    edit = inspector.node_panel.value_field.edit
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_without_a_selection_it_tells_of_the_graph(inspector: Inspector) -> None:
    overview = inspector.overview
    assert overview.formulas[0] == r"q = x + y,\quad f = q \cdot z"
    assert overview.formulas[1].endswith("{-12}")
    assert overview.input_rows == [["x", "−2", "−4"], ["y", "5", "−4"], ["z", "−4", "3"]]


def test_the_gradient_check_compares_two_ways(inspector: Inspector) -> None:
    rows = inspector.overview.gradient_table.rows
    assert [row[:3] for row in rows] == [
        ["x", "−4.0000", "−4.0000"],
        ["y", "−4.0000", "−4.0000"],
        ["z", "3.0000", "3.0000"],
    ]
    # Rounding at most: what is exactly equal has none.
    assert all("e−1" in row[3] or row[3] == "0" for row in rows)


def test_the_elements_of_a_small_matrix_are_checked_one_by_one(
    inspector: Inspector, document: Document
) -> None:
    graph = parse_formula("squared_norm(W @ x)")
    document.load(Drawing(graph), None)
    document.set_value(node(graph, "W"), np.array([[0.1, 0.5], [-0.3, 0.8]]))
    document.set_value(node(graph, "x"), np.array([0.2, 0.4]))
    inspector.refresh()
    rows = inspector.overview.gradient_table.rows
    assert [row[0] for row in rows] == ["W₁₁", "W₁₂", "W₂₁", "W₂₂", "x₁", "x₂"]
    assert rows[3][1] == "0.2080"


def test_what_has_no_gradient_is_undefined_and_a_problem_with_its_cause(
    inspector: Inspector, document: Document
) -> None:
    graph = parse_formula("a**b")
    document.load(Drawing(graph), None)
    document.set_value(node(graph, "a"), np.array(-2.0))
    document.set_value(node(graph, "b"), np.array(3.0))
    inspector.refresh()
    rows = inspector.overview.gradient_table.rows
    assert rows[0][0] == "a"
    assert rows[0][1].startswith("12.0")
    assert rows[1] == ["b", "undefined", "undefined", "—"]
    assert list(document.evaluation.problems) == [graph.result]
    inspector.show_node(graph.result)
    assert "whole exponents only" in inspector.node_panel.problem


def test_a_large_graph_is_checked_beside_the_interface(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    graph = parse_formula("squared_norm(tanh(W @ x))")
    document.load(Drawing(graph), None)
    document.set_value(node(graph, "W"), np.ones((12, 30)))
    document.set_value(node(graph, "x"), np.linspace(-1, 1, 30))
    inspector.refresh()
    table = inspector.overview.gradient_table
    assert not has_settled(table)
    qtbot.waitUntil(lambda: has_settled(table))
    assert [row[0][0] for row in table.rows] == ["W", "x"]


def test_a_sampled_check_says_how_many_elements_it_is_of(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    table = inspector.overview.gradient_table
    assert table.state == ""
    graph = parse_formula("squared_norm(tanh(W @ x))")
    document.load(Drawing(graph), None)
    document.set_value(node(graph, "W"), np.ones((40, 50)) / 50)
    document.set_value(node(graph, "x"), np.linspace(-1, 1, 50))
    inspector.refresh()
    qtbot.waitUntil(lambda: has_settled(table))
    assert table.state.startswith("A sample: 550 of 2,050 elements were checked")
    assert [row[0][0] for row in table.rows] == ["W", "x"]
    document.set_value(node(graph, "W"), np.ones((2, 50)) / 50)
    inspector.refresh()
    qtbot.waitUntil(lambda: has_settled(table))
    assert table.state == ""


def test_a_result_that_is_not_finite_is_not_checked(
    inspector: Inspector, document: Document
) -> None:
    document.load(Drawing(parse_formula("log(x - 1)")), None)
    inspector.refresh()
    assert inspector.overview.gradient_table.rows == []
    assert inspector.overview.gradient_table.has_something


def test_problems_are_listed_and_lead_to_their_node(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    f = node(document.graph, "f")
    document.disconnect(InputPort(f, 1))
    inspector.refresh()
    (problem,) = inspector.overview.problem_buttons
    assert problem.sentence.startswith("f · ×: ")
    with qtbot.waitSignal(inspector.node_chosen) as chosen:
        QTest.mouseClick(problem, Qt.MouseButton.LeftButton)
    assert chosen.args == [f]


def test_a_gate_shows_value_local_gradient_and_chain_rule(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_node(node(document.graph, "f"))
    shown = inspector.node_panel.formulas
    assert shown[0] == r"f = q \cdot z"
    assert any(line.startswith(r"\frac{\partial f}{\partial z} = q") for line in shown)
    assert any("= \\textcolor{#c4381a}{3}" in line for line in shown)
    assert inspector.node_panel.facts.texts == ("scalar", "−12", "1")
    assert inspector.caption.endswith("f")


def test_a_node_that_feeds_two_gates_shows_the_sum(
    inspector: Inspector, document: Document
) -> None:
    document.load(Drawing(sum_over_paths()), None)
    inspector.show_node(node(document.graph, "b"))
    (line,) = inspector.node_panel.formulas[-1:]
    assert line.count("textcolor") == 3
    assert inspector.node_panel.facts.texts[2] == "5"


def test_zero_and_not_computed_do_not_look_alike(inspector: Inspector, document: Document) -> None:
    graph = parse_formula("max(a, b) + 3")
    document.load(Drawing(graph), None)
    document.set_value(node(graph, "a"), np.array(2.0))
    inspector.show_node(node(graph, "b"))
    assert inspector.node_panel.facts.texts[2] == "0"
    constant = next(key for key, item in graph.nodes.items() if item.operation == "constant")
    inspector.show_node(constant)
    assert "constant" in inspector.node_panel.facts.texts[2]


def test_typing_a_value_is_one_step_and_recomputes(
    inspector: Inspector, document: Document
) -> None:
    x = node(document.graph, "x")
    inspector.show_node(x)
    retype(inspector, "1/2")
    assert document.graph.nodes[x].value == np.array(0.5)
    assert len(document.history.steps.made) == 1
    retype(inspector, "[1, 2]")
    assert document.evaluation.values[node(document.graph, "f")].shape == (2,)


def test_a_refused_value_stays_with_its_reason(inspector: Inspector, document: Document) -> None:
    x = node(document.graph, "x")
    inspector.show_node(x)
    retype(inspector, "two")
    field = inspector.node_panel.value_field
    assert "“two” is not a number" in field.problem
    assert field.edit.text() == "two"
    assert len(document.history.steps.made) == 0
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert (field.edit.text(), field.problem) == ("-2", "")


def test_another_node_does_not_inherit_what_was_typed(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_node(node(document.graph, "x"))
    retype(inspector, "two")
    inspector.show_node(node(document.graph, "y"))
    field = inspector.node_panel.value_field
    assert (field.edit.text(), field.problem) == ("5", "")


def test_renaming(inspector: Inspector, document: Document) -> None:
    x = node(document.graph, "x")
    inspector.show_node(x)
    field = inspector.node_panel.name_field
    for name, problem in (("y", "already called"), ("speed", "")):
        field.edit.selectAll()
        QTest.keyClicks(field.edit, name)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        assert problem in field.problem
    assert document.graph.nodes[x].name == "speed"


def test_which_element_is_picked_is_typed_undone_and_explained(
    inspector: Inspector, document: Document
) -> None:
    graph = parse_formula("f = index([2, 5, 4], position=1)")
    document.load(Drawing(graph), None)
    gate = graph.named("f")
    assert gate is not None
    inspector.show_node(gate)
    form = inspector.node_panel.settings_form
    assert form is not None
    assert form.sliders == ()
    edit = form.field("position").edit
    for typed, problem in (("-1", ""), ("7", "has the indices 0 to 2, or −3 to −1")):
        edit.selectAll()
        QTest.keyClicks(edit, typed)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert document.graph.nodes[gate].settings == {"position": float(typed)}
        told = [it.sentence for it in document.evaluation.problems.values()]
        assert [problem in sentence for sentence in told] == [True] * bool(problem)
    for _ in range(2):
        document.history.undo()
    assert document.graph.nodes[gate].settings == {"position": 1.0}


def test_settings_are_edited_and_one_slide_is_one_step(
    inspector: Inspector, document: Document
) -> None:
    graph = parse_formula("leaky_relu(x)")
    document.load(Drawing(graph), None)
    gate = graph.result
    assert gate is not None
    inspector.show_node(gate)
    form = inspector.node_panel.settings_form
    assert form is not None
    slider = form.slider("slope")
    slider.setSliderDown(True)
    for place in (300, 400, 500):
        slider.setValue(place)
    slider.setSliderDown(False)
    slope = document.graph.nodes[gate].settings["slope"]
    assert slope == form.values()["slope"] != 0.01
    assert len(document.history.steps.made) == 1
    slider.setSliderDown(True)
    slider.setValue(700)
    slider.setSliderDown(False)
    assert len(document.history.steps.made) == 2


def test_another_gate_has_no_such_form(inspector: Inspector, document: Document) -> None:
    graph = parse_formula("leaky_relu(x) + 1")
    document.load(Drawing(graph), None)
    inspector.show_node(next(k for k, n in graph.nodes.items() if n.operation == "leaky_relu"))
    assert inspector.node_panel.settings_form is not None
    inspector.show_node(graph.result)
    assert inspector.node_panel.settings_form is None


def test_use_as_result(inspector: Inspector, document: Document) -> None:
    q = node(document.graph, "q")
    inspector.show_node(q)
    button = inspector.node_panel.result_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert document.graph.target == q
    inspector.refresh()
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert document.graph.target is None


def test_all_digits_on_demand(inspector: Inspector, document: Document) -> None:
    x = node(document.graph, "x")
    document.set_value(x, np.array(1 / 3))
    inspector.show_node(x)
    assert inspector.node_panel.facts.texts[1] == "0.33"
    QTest.mouseClick(inspector.digits_button, Qt.MouseButton.LeftButton)
    assert inspector.node_panel.facts.texts[1].startswith("0.333333333333333")


def test_the_precision_that_is_set_is_followed(
    inspector: Inspector, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    x = node(document.graph, "x")
    document.set_value(x, np.array(1 / 3))
    inspector.show_node(x)
    settings.set(PRECISION, 4)
    qtbot.waitUntil(lambda: inspector.node_panel.facts.texts[1] == "0.3333")


def test_during_a_walk_it_follows_the_gate_and_hides_what_is_not_reached(
    inspector: Inspector, document: Document, walk: Walk
) -> None:
    walk.go(1)
    inspector.refresh()
    assert inspector.node == node(document.graph, "q")
    assert inspector.node_panel.facts.texts == ("scalar", "3", "not reached yet")
    walk.go(0)
    inspector.refresh()
    assert inspector.node is None
    assert [row[2] for row in inspector.overview.input_rows] == ["—", "—", "—"]


def test_a_removed_node_is_no_longer_shown(inspector: Inspector, document: Document) -> None:
    inspector.show_node(node(document.graph, "f"))
    document.remove([node(document.graph, "f")])
    inspector.refresh()
    assert inspector.node is None


@pytest.mark.parametrize("is_told", [True, False], ids=["told", "not told yet"])
def test_what_was_typed_for_a_removed_node_goes_nowhere(
    inspector: Inspector, document: Document, is_told: bool
) -> None:
    panel = inspector.node_panel
    x = node(document.graph, "x")
    inspector.show_node(x)
    for field, text in ((panel.name_field, "1 a"), (panel.value_field, "1//2")):
        field.edit.setFocus()
        field.edit.selectAll()
        QTest.keyClicks(field.edit, text)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
        assert field.problem
    document.remove([x])
    before = document.drawing
    if is_told:
        inspector.refresh()
    inspector.take_typed()
    assert document.drawing is before


def test_an_empty_graph_says_how_to_begin(inspector: Inspector, document: Document) -> None:
    document.new()
    inspector.refresh()
    assert inspector.overview.formulas == []
    assert inspector.overview.input_rows == []


def test_an_input_the_result_does_not_depend_on_is_not_checked(
    document: Document, inspector: Inspector
) -> None:
    document.load(Drawing(parse_formula("u; f = x*y"), {}, ""), None)
    inspector.refresh()
    assert [row[0] for row in inspector.overview.gradient_table.rows] == ["x", "y"]


def test_of_several_results_the_last_is_named(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    document.load(Drawing(parse_formula("x*z; x + z"), {}), None)
    qtbot.waitUntil(lambda: inspector.overview.formulas[0].startswith("x"))
    assert "f = x + z" in inspector.overview.formulas[0]


def test_what_rounding_left_of_a_difference_stands_as_0_with_its_digits_behind(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    # The layers and their product agree but for rounding, whose square is about 1e−32.
    document.load(read_drawing(ROOT / "resources" / "examples" / "b6.json"), None)
    settle(qtbot, inspector)
    rows = inspector.overview.gradient_table.rows
    assert len(rows) == 14
    assert {row[2] for row in rows} == {"0.0000"}
    assert any("e\N{MINUS SIGN}" in full_text(row[2]) for row in rows)
