"""The table of a value: typed cell by cell, pasted, given another shape; one undo step."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.graph_editor.opened_numbers.cells import PasteError, read_table
from desktop.graph_editor.opened_numbers.grid_dialog import GridDialog
from engine.graph.model import NodeId
from tests.desktop.graph_editor.canvas.hand import CTRL, Hand

MATRIX = "[[1,2],[3,4]]"


def opened(hand: Hand) -> GridDialog:
    dialog = hand.view.tables.dialog
    assert dialog is not None
    assert dialog.isVisible()
    QApplication.processEvents()
    assert dialog.table.hasFocus()
    return dialog


def value_of(hand: Hand, node: NodeId) -> object:
    value = hand.document.graph.nodes[node].value
    assert value is not None
    return value.tolist()


def type_cell(dialog: GridDialog, text: str, end: Qt.Key) -> None:
    """Type into the current cell, which begins an edit, and end it by a key."""
    table = dialog.table
    QTest.keyClicks(table, text[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    # The cell closes its editor once the key has been dealt with.
    QApplication.processEvents()


def take(dialog: GridDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Return, CTRL)


def test_a_double_click_on_a_matrix_opens_its_table(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    hand.double_click(hand.value(nodes["W"]))
    dialog = opened(hand)
    assert dialog.table.texts == [["1", "2"], ["3", "4"]]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert hand.view.tables.dialog is None
    assert hand.steps == 0


def test_enter_and_tab_move_on_and_everything_is_one_step(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    hand.scene.select([nodes["W"]])
    hand.key(Qt.Key.Key_Return)
    dialog = opened(hand)
    type_cell(dialog, "0,5", Qt.Key.Key_Return)
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (1, 0)
    type_cell(dialog, "1/2", Qt.Key.Key_Return)
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (0, 1)
    type_cell(dialog, "1e-3", Qt.Key.Key_Return)
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)
    take(dialog)
    assert value_of(hand, nodes["W"]) == [[0.5, 0.001], [0.5, 4]]
    assert hand.steps == 1
    hand.act("undo")
    assert value_of(hand, nodes["W"]) == [[1, 2], [3, 4]]


def test_a_number_becomes_a_vector_and_a_matrix(hand: Hand) -> None:
    nodes = hand.show_formula("sum(x)", x="5")
    hand.scene.select([nodes["x"]])
    hand.key(Qt.Key.Key_T)
    dialog = opened(hand)
    assert not dialog.rows.isEnabled()
    dialog.kind.setCurrentIndex(1)
    dialog.rows.setValue(3)
    take(dialog)
    assert value_of(hand, nodes["x"]) == [5, 0, 0]
    hand.act("edit_table")
    dialog = opened(hand)
    dialog.kind.setCurrentIndex(2)
    take(dialog)
    assert value_of(hand, nodes["x"]) == [[5, 0], [0, 0], [0, 0]]
    hand.act("edit_table")
    dialog = opened(hand)
    dialog.kind.setCurrentIndex(0)
    take(dialog)
    assert value_of(hand, nodes["x"]) == 5


def test_rows_and_columns_come_and_go_at_the_current_cell(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    hand.view.edit_value(nodes["W"])
    dialog = opened(hand)
    dialog.table.setCurrentCell(0, 0)
    dialog._buttons["add_row"].click()
    assert dialog.table.texts == [["1", "2"], ["0", "0"], ["3", "4"]]
    dialog._buttons["add_column"].click()
    assert dialog.table.texts[0] == ["1", "0", "2"]
    dialog._buttons["remove_column"].click()
    assert dialog.table.texts == [["1", "2"], ["0", "0"], ["3", "4"]]
    dialog._buttons["remove_row"].click()
    assert dialog.table.texts == [["1", "2"], ["3", "4"]]
    assert dialog.rows.value() == 2
    type_cell(dialog, "9", Qt.Key.Key_Return)
    take(dialog)
    assert hand.steps == 1


def test_a_table_is_pasted_and_makes_room_for_itself(hand: Hand) -> None:
    nodes = hand.show_formula("sum(x)", x="5")
    hand.view.tables.open(nodes["x"])
    dialog = opened(hand)
    QGuiApplication.clipboard().setText("1\t0,5\n1/2\t4\n")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, CTRL)
    assert dialog.kind.currentIndex() == 2
    take(dialog)
    assert value_of(hand, nodes["x"]) == [[1, 0.5], [0.5, 4]]
    hand.view.edit_value(nodes["x"])
    dialog = opened(hand)
    dialog.table.setCurrentCell(1, 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_V, CTRL)
    assert dialog.table.texts == [["1", "0.5", "0"], ["0.5", "1", "0,5"], ["0", "1/2", "4"]]
    QTest.keyClick(dialog.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "1\t0.5\t0"
    dialog.reject()


def test_a_pasted_row_becomes_a_standing_vector(hand: Hand) -> None:
    nodes = hand.show_formula("sum(x)", x="5")
    hand.view.tables.open(nodes["x"])
    dialog = opened(hand)
    QGuiApplication.clipboard().setText("1, 2, 3")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, CTRL)
    take(dialog)
    assert value_of(hand, nodes["x"]) == [1, 2, 3]


def test_a_wrong_cell_is_named_and_nothing_is_taken(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    hand.view.edit_value(nodes["W"])
    dialog = opened(hand)
    dialog.table.setCurrentCell(1, 1)
    type_cell(dialog, "two", Qt.Key.Key_Return)
    take(dialog)
    assert dialog.isVisible()
    assert "Row 2, column 2: “two” is not a number" in dialog.problem.text()
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (1, 1)
    assert hand.steps == 0
    type_cell(dialog, "7", Qt.Key.Key_Return)
    assert dialog.problem.text() == ""
    take(dialog)
    assert value_of(hand, nodes["W"]) == [[1, 2], [3, 7]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1;2\n3;4\n", [["1", "2"], ["3", "4"]]),
        ("0,5 1,5\n2 3", [["0,5", "1,5"], ["2", "3"]]),
        ("1, 2, 3", [["1", "2", "3"]]),
        ("1,2,3", [["1", "2", "3"]]),
        ("0,5", [["0,5"]]),
        ("[[1, 2], [3, 4]]", [["1", "2"], ["3", "4"]]),
        ("[1, 2]", [["1", "2"]]),
    ],
)
def test_tables_are_read_as_programs_write_them(text: str, rows: list[list[str]]) -> None:
    assert read_table(text) == rows


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "holds no text"),
        ("1\t2\n3", "row 1 of the clipboard has 2 cells and row 2 has 1"),
        ("1\tx", "Row 1 of the clipboard: “x” is not a number"),
        ("[[1, 2], [3]]", "equally long"),
        ("\n".join(["1\t2"] * 6000), "12000 cells"),
        ("1\t[2]", "A cell holds one number"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PasteError, match=sentence.replace("[", r"\[")):
        read_table(text)


def test_the_refusal_of_a_paste_is_shown(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    hand.view.edit_value(nodes["W"])
    dialog = opened(hand)
    QGuiApplication.clipboard().setText("1\tx")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, CTRL)
    assert "“x” is not a number" in dialog.problem.text()
    dialog.reject()


def test_a_value_too_large_for_a_table_says_so(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)")
    node = nodes["W"]
    hand.document.set_value(node, np.ones((200, 200)))
    hand.view.edit_value(node)
    assert hand.view.tables.dialog is None
    assert "cannot be shown as a table" in hand.messages[-1]


def test_a_matrix_is_dragged_by_its_numbers(hand: Hand) -> None:
    nodes = hand.show_formula("sum(W)", W=MATRIX)
    before = hand.document.drawing.positions[nodes["W"]]
    start = hand.value(nodes["W"])
    hand.drag(start, start + (hand.at(30, 40) - hand.at(0, 0)))
    assert hand.document.drawing.positions[nodes["W"]] != before
    assert hand.view.tables.dialog is None
