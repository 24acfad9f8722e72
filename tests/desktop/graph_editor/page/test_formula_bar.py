"""Typing builds the graph, edits rewrite the formula, and nothing typed is ever lost."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.formula_bar import FormulaBar
from engine.drawing.drawing import Drawing
from tests.support.graphs import node, product_of_sum
from tests.support.settling import settle


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), None)
    return document


@pytest.fixture
def bar(document: Document, qtbot: QtBot) -> FormulaBar:
    bar = FormulaBar(document)
    qtbot.addWidget(bar)
    bar.resize(800, 90)
    bar.show()
    return bar


def retype(bar: FormulaBar, text: str) -> None:
    bar.field.selectAll()
    QTest.keyClicks(bar.field, text)


def test_it_prints_the_graph(bar: FormulaBar) -> None:
    assert bar.field.text() == "q = x + y; f = q*z"
    assert not bar.build_button.isEnabled()


def test_enter_builds_one_undo_step_and_keeps_values_by_name(
    bar: FormulaBar, document: Document
) -> None:
    retype(bar, "x*z + w")
    assert len(document.history.steps.made) == 0
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    graph = document.graph
    assert len(document.history.steps.made) == 1
    assert graph.nodes[node(graph, "x")].value == np.array(-2.0)
    assert graph.nodes[node(graph, "w")].value == np.array(2.0)
    assert len({place[0] for place in document.drawing.positions.values()}) == 3
    document.history.undo()
    assert bar.field.text() == "q = x + y; f = q*z"


def test_the_button_builds_too(bar: FormulaBar, document: Document) -> None:
    retype(bar, "a - b")
    QTest.mouseClick(bar.build_button, Qt.MouseButton.LeftButton)
    assert bar.field.text() == "a - b"
    assert not bar.has_draft
    assert document.graph.named("a") is not None


def test_a_wrong_formula_marks_the_characters_and_keeps_the_text(
    bar: FormulaBar, document: Document
) -> None:
    before = document.drawing
    retype(bar, "x + foo(3)")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.field.fault == (4, 3)
    assert bar.field.selectedText() == "foo"
    assert "foo" in bar.hint
    assert bar.field.text() == "x + foo(3)"
    assert document.drawing is before


def test_the_fault_is_underlined_where_it_is(bar: FormulaBar) -> None:
    retype(bar, "x + foo(3)")
    bar.field.setCursorPosition(0)
    # Within the frame, which tells of a fault too.
    clean = bar.field.viewport().grab().toImage()
    bar.field.mark_fault(4, 3)
    marked = bar.field.viewport().grab().toImage()
    metrics = bar.field.fontMetrics()
    changed = [
        x
        for x in range(marked.width())
        if any(marked.pixelColor(x, y) != clean.pixelColor(x, y) for y in range(marked.height()))
    ]
    width = metrics.horizontalAdvance("foo")
    assert width * 0.7 < changed[-1] - changed[0] < width * 1.4


def test_it_is_checked_while_typing_without_being_built(
    bar: FormulaBar, document: Document, qtbot: QtBot
) -> None:
    retype(bar, "x +")
    qtbot.waitUntil(lambda: bar.field.fault is not None)
    assert bar.field.text() == "x +"
    QTest.keyClicks(bar.field, " y")
    assert bar.field.fault is None
    assert len(document.history.steps.made) == 0


def test_escape_brings_the_graphs_formula_back(bar: FormulaBar) -> None:
    retype(bar, "nonsense(")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.field.text() == "q = x + y; f = q*z"
    assert (bar.hint, bar.has_draft) == ("", False)


def test_edits_of_the_graph_rewrite_the_formula(bar: FormulaBar, document: Document) -> None:
    document.rename(node(document.graph, "x"), "speed")
    assert bar.field.text() == "q = speed + y; f = q*z"


def test_edits_leave_a_draft_alone(bar: FormulaBar, document: Document) -> None:
    retype(bar, "x*")
    document.rename(node(document.graph, "x"), "speed")
    assert bar.field.text() == "x*"
    assert bar.draft() == "x*"


def test_the_same_formula_in_other_spaces_is_no_step(bar: FormulaBar, document: Document) -> None:
    retype(bar, "q=x+y;f=q * z")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert len(document.history.steps.made) == 0
    assert bar.field.text() == "q = x + y; f = q*z"


def test_an_empty_formula_says_what_to_write(bar: FormulaBar) -> None:
    bar.field.selectAll()
    QTest.keyClick(bar.field, Qt.Key.Key_Delete)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert "empty" in bar.hint


def type_draft(bar: FormulaBar, text: str) -> None:
    bar.field.setFocus()
    bar.field.selectAll()
    bar.field.insertPlainText(text)


HOSTILE = {
    "minus signs": "-" * 9_999 + "x",
    "open parentheses": "(" * 10_000,
    "calls": "exp(" * 2_400 + "x" + ")" * 2_400,
    "a name": "a" * 10_000,
    "brackets": "[" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_ten_thousand_characters_are_refused_by_a_sentence(
    bar: FormulaBar, document: Document, text: str
) -> None:
    before = document.drawing
    type_draft(bar, text)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert "at most 4,000 can be built" in bar.hint
    assert bar.field.fault is not None
    assert bar.field.fault[0] == 4_000
    assert document.drawing is before
    assert bar.field.text() == text
    bar.grab()


def test_a_formula_of_too_many_nodes_is_refused_by_a_sentence(
    bar: FormulaBar, document: Document
) -> None:
    before = document.drawing
    type_draft(bar, "-" * 1_800 + "x")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert "1801 nodes; at most 1500" in bar.hint
    assert document.drawing is before


def test_a_long_draft_is_checked_beside_the_interface(bar: FormulaBar, qtbot: QtBot) -> None:
    text = " + ".join(f"x{number}" for number in range(120)) + " + foo(1)"
    type_draft(bar, text)
    assert not bar.hint
    qtbot.waitUntil(lambda: bar.field.fault is not None)
    assert bar.field.fault == (text.index("foo"), 3)
    # What was checked is no longer what stands there.
    type_draft(bar, text.replace("foo(1)", "y"))
    assert bar.field.fault is None
    qtbot.waitUntil(lambda: "Enter builds" in bar.hint)
    shut_down(bar)


def test_the_formula_of_a_large_graph_follows_when_a_drag_pauses(
    document: Document, bar: FormulaBar, qtbot: QtBot
) -> None:
    terms = " + ".join(f"x{number}" for number in range(200))
    type_draft(bar, f"f = {terms}")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    settle(qtbot, bar)
    document.rename(node(document.graph, "x7"), "seven")
    assert "seven" not in bar.field.text()
    qtbot.waitUntil(lambda: "seven" in bar.field.text())
    assert not bar.has_draft


def test_it_says_that_the_line_is_the_result_only_where_it_is(bar: FormulaBar) -> None:
    label = bar.findChildren(QLabel)[0]
    retype(bar, "x*z")
    assert label.text() == "f ="
    # Of several results the last is the one whose gradients are asked for.
    retype(bar, "x*z; x + z")
    assert label.text() != "f ="
