"""Wherever a number is typed, 1,000 asks whether 1 or 1000 is meant, with a button for each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.graph_editor.editing.inline_editor import InlineEditor
from desktop.graph_editor.editing.pointer_hint import PointerHint
from desktop.graph_editor.inspector.commit_field import CommitField
from desktop.optimizers.setup_panel.table_panel import TablePanel
from desktop.training.network.number_editing import NumberEditor
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.problem_label import ProblemLabel
from engine.formula.values import parse_value

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ASKED = "“1,000” can be read in two ways; write 1000 or 1.000."


def enter(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        # An input method writes what no key has.
        edit.insert(text)
    QTest.keyClick(edit, KEY.Key_Return)


def words(label: ProblemLabel) -> list[str]:
    return [] if label.choices is None else [button.text() for button in label.choices.buttons]


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    field = NumberField(7.0)
    qtbot.addWidget(field)
    field.resize(220, 120)
    field.show()
    return field


def test_a_field_asks_and_takes_the_answer_by_key(field: NumberField, qtbot: QtBot) -> None:
    enter(field.edit, "1,000")
    assert field.problem == ASKED
    assert words(field.problem_label) == ["1000", "1"]
    assert field.value == 7.0
    with qtbot.waitSignal(field.value_changed) as told:
        QTest.keyClick(field.edit, KEY.Key_1, ALT)
    assert told.args == [1000.0]
    assert (field.problem, words(field.problem_label)) == ("", [])


def test_a_field_asks_and_takes_the_answer_by_tab_and_by_mouse(field: NumberField) -> None:
    enter(field.edit, "2,500")
    row = field.problem_label.choices
    assert row is not None
    QTest.keyClick(field.edit, KEY.Key_Tab)
    assert row.buttons[0].hasFocus()
    QTest.keyClick(row.buttons[0], KEY.Key_Tab)
    QTest.keyClick(row.buttons[1], KEY.Key_Return)
    assert field.value == 2.5
    enter(field.edit, "2,500")
    QTest.mouseClick(row.buttons[0], Qt.MouseButton.LeftButton)
    assert field.value == 2500.0
    assert field.edit.hasFocus()


def test_a_field_does_not_ask_for_what_it_could_not_take(qtbot: QtBot) -> None:
    whole = NumberField(3.0, integer=True, minimum=1, maximum=100_000)
    qtbot.addWidget(whole)
    enter(whole.edit, "1,500")
    assert (whole.value, whole.problem) == (1500.0, "")
    rate = NumberField(0.5, minimum=0, maximum=5)
    qtbot.addWidget(rate)
    enter(rate.edit, "1,250")
    assert (rate.value, rate.problem) == (1.25, "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("0,5", 0.5), ("1/2", 0.5), ("50%", 0.5), ("1 000", 1000.0), ("1.000,5", 1000.5),
     ("1′000", 1000.0), ("１２", 12.0), ("1 200", 1200.0), ("1.5e-3", 0.0015)],
)  # fmt: skip
def test_a_field_reads_what_can_mean_one_number(
    field: NumberField, typed: str, read: float
) -> None:
    enter(field.edit, typed)
    assert (field.value, field.problem) == (read, "")


def test_the_value_in_the_inspector_is_asked_about(qtbot: QtBot) -> None:
    taken: list[float] = []
    value = CommitField(lambda text: taken.append(parse_value(text).item()))
    qtbot.addWidget(value)
    value.show()
    enter(value.edit, "1,000")
    assert (value.problem, taken) == (ASKED, [])
    QTest.keyClick(value.edit, KEY.Key_2, ALT)
    assert (value.problem, taken) == ("", [1.0])


def test_a_value_on_the_canvas_is_asked_about_below_it(qtbot: QtBot) -> None:
    view: QAbstractScrollArea = QScrollArea()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    editor = InlineEditor(view, PointerHint(view.viewport()))
    taken: list[float] = []

    def commit(text: str) -> str:
        taken.append(parse_value(text).item())
        return ""

    editor.open_at(QRect(100, 100, 80, 30), "7", commit)
    enter(editor, "1,000")
    bubble = editor.question
    assert bubble is not None
    assert bubble.isVisible()
    assert not bubble.geometry().intersects(editor.geometry())
    # Tab leads into the bubble, and the editor stays open behind it.
    QTest.keyClick(editor, KEY.Key_Tab)
    assert bubble.has_keys
    assert editor.is_open
    buttons = bubble.label.choices
    assert buttons is not None
    QTest.mouseClick(buttons.buttons[0], Qt.MouseButton.LeftButton)
    assert taken == [1000.0]
    assert not editor.is_open
    assert not bubble.isVisible()


def test_a_weight_in_the_drawn_network_is_asked_about(qtbot: QtBot) -> None:
    drawing = QWidget()
    qtbot.addWidget(drawing)
    drawing.resize(400, 300)
    drawing.show()
    editor = NumberEditor(drawing)
    editor.open(0.25, QRectF(150.0, 100.0, 60.0, 24.0))
    enter(editor, "1,000")
    assert editor.question is not None
    assert editor.question.isVisible()
    with qtbot.waitSignal(editor.committed) as told:
        QTest.keyClick(editor, KEY.Key_2, ALT)
    assert told.args == [1.0]
    assert not editor.question.isVisible()


def test_a_question_that_a_click_calls_forth_has_its_room_once_it_is_shown(qtbot: QtBot) -> None:
    drawing = QWidget()
    qtbot.addWidget(drawing)
    drawing.resize(400, 300)
    drawing.show()
    editor = NumberEditor(drawing)
    editor.open(0.25, QRectF(150.0, 100.0, 60.0, 24.0))
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton)
    enter(editor, "1,000")
    asked = editor.question
    assert asked is not None
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(asked.label.isVisible)
    assert asked.height() >= asked.label.heightForWidth(asked.label.width())
    assert asked.rect().contains(asked.label.geometry())


def test_a_cell_of_the_table_for_a_fit_is_asked_about(qtbot: QtBot) -> None:
    panel = TablePanel()
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    panel.model.set_samples([])
    panel.paste("1;2\n1,000;3\n4;5")
    assert panel.problem == f"Row 2: {ASKED}"
    assert words(panel.problem_label) == ["1000", "1"]
    with qtbot.waitSignal(panel.wanted):
        QTest.keyClick(panel.table, KEY.Key_1, ALT)
    assert panel.model.samples[1] == (1000.0, 3.0)
    assert panel.problem == ""
    panel.grab(QRect(QPoint(0, 0), panel.size()))
