"""The field for formulas wraps and grows, keeps its keys, and marks a fault where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from tests.support.settling import settle

KEY = Qt.Key
LONG = "h = tanh(w11*x + w12*y + b1); p = sigmoid(v1*h + v2*h + b2); f = (p - t)**2"


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for part in (FormulaEdit(holder), QLineEdit(holder)):
        column.addWidget(part)
    column.addStretch(1)
    holder.resize(420, 700)
    holder.show()
    return holder


@pytest.fixture
def edit(holder: QWidget) -> FormulaEdit:
    edit = holder.findChild(FormulaEdit)
    assert isinstance(edit, FormulaEdit)
    edit.setFocus()
    return edit


def paste(edit: FormulaEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(edit, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_it_is_as_high_as_its_lines_up_to_four_and_as_a_line_edit_with_one(
    edit: FormulaEdit, qtbot: QtBot
) -> None:
    QTest.keyClicks(edit, "x + y")
    settle(qtbot, edit)
    one = edit.height()
    assert edit.lines_shown == 1
    paste(edit, LONG)
    settle(qtbot, edit)
    assert 1 < edit.lines_shown <= 4
    assert edit.height() > one
    assert edit.verticalScrollBar().maximum() == 0
    paste(edit, "; ".join([LONG.replace("f", "g")] * 4))
    settle(qtbot, edit)
    # From there on it scrolls, and the caret is seen.
    assert edit.lines_shown == 4
    assert edit.viewport().rect().intersects(edit.cursorRect())
    edit.selectAll()
    QTest.keyClick(edit, KEY.Key_Delete)
    settle(qtbot, edit)
    assert edit.height() == one


def test_enter_is_the_owners_and_shift_enter_begins_a_line(edit: FormulaEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(edit, "c = a + b")
    QTest.keyClick(edit, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "f = c*c")
    with qtbot.waitSignal(edit.entered):
        QTest.keyClick(edit, KEY.Key_Return)
    assert edit.text() == "c = a + b\nf = c*c"
    assert edit.lines_shown == 2
    with qtbot.waitSignal(edit.reverted):
        QTest.keyClick(edit, KEY.Key_Escape)


def test_pasted_lines_and_comments_stay_as_they_were(edit: FormulaEdit) -> None:
    paste(edit, "# a layer\r\nh = tanh(w*x)\r\nf = h  # result\r\n")
    assert edit.text() == "# a layer\nh = tanh(w*x)\nf = h  # result"
    QTest.keyClick(edit, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""


def test_tab_goes_on_and_comes_back_to_all_of_it_selected(
    holder: QWidget, edit: FormulaEdit
) -> None:
    QTest.keyClicks(edit, "x*y")
    QTest.keyClick(edit, KEY.Key_Tab)
    line = holder.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    QTest.keyClick(line, KEY.Key_Backtab)
    assert edit.hasFocus()
    assert edit.selectedText() == "x*y"


def test_it_takes_no_more_than_it_may_hold(edit: FormulaEdit) -> None:
    edit.setMaxLength(6)
    QTest.keyClicks(edit, "abcdefgh")
    assert edit.text() == "abcdef"
    edit.setCursorPosition(3)
    paste(edit, "xyz")
    assert edit.text() == "abcdef"


def test_positions_count_characters_that_qt_counts_twice_once(edit: FormulaEdit) -> None:
    edit.setText("𝑥 + foo(1)")
    edit.setSelection(4, 3)
    assert edit.selectedText() == "foo"
    assert edit.cursorPosition() == 7
    edit.rewrite(4, 3, "tanh")
    assert edit.text() == "𝑥 + tanh(1)"


def test_what_is_set_is_no_edit_and_what_is_typed_is(edit: FormulaEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        edit.setText("x + foo")
    edit.mark_fault(4, 3)
    assert not edit.isModified()
    with qtbot.waitSignal(edit.edited) as told:
        QTest.keyClicks(edit, "t")
    assert told.args == ["x + foot"]
    # What was wrong is being mended.
    assert (edit.isModified(), edit.fault) == (True, None)


@pytest.mark.parametrize(("position", "length"), [(4, 3), (0, 70), (74, 0)])
def test_a_fault_is_drawn_on_each_line_that_it_reaches(
    edit: FormulaEdit, qtbot: QtBot, position: int, length: int
) -> None:
    edit.setText(LONG)
    settle(qtbot, edit)
    clean = edit.viewport().grab().toImage()
    edit.mark_fault(position, length)
    marked = edit.viewport().grab().toImage()
    changed = {
        y
        for y in range(marked.height())
        for x in range(marked.width())
        if marked.pixelColor(x, y) != clean.pixelColor(x, y)
    }
    waves = sum(y - 1 not in changed for y in changed)
    lines = edit.lines_shown if length > 50 else 1
    assert waves == lines


def test_one_that_folds_shows_a_line_while_nobody_types(holder: QWidget, qtbot: QtBot) -> None:
    edit = FormulaEdit(holder, folds=True)
    column = holder.layout()
    assert column is not None
    column.addWidget(edit)
    edit.setText(LONG)
    settle(qtbot, holder)
    assert edit.lines_shown == 1
    edit.setFocus()
    assert edit.lines_shown > 1
    edit.clearFocus()
    assert edit.lines_shown == 1
    # What was typed and not entered stays in sight.
    edit.setFocus()
    QTest.keyClicks(edit, "+ 1")
    edit.clearFocus()
    assert edit.lines_shown > 1
