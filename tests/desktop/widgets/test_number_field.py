"""The number field: typing, wrong texts, dragging, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.scrub_edit import PIXELS_PER_STEP
from tests.support.settling import settle

_windows: list[QWidget] = []


def shown(qtbot: QtBot, field: NumberField) -> NumberField:
    """Show a field beside another widget that can take the focus."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(NumberField(0.0))
    qtbot.addWidget(window)
    _windows[:] = [window]
    field.setFixedWidth(160)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setFocus()
    return field


def type_into(field: NumberField, text: str) -> None:
    edit = field.edit
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        # The test driver has no key for it, but it is pasted from documents.
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drag(field: NumberField, steps: int, modifier: Qt.KeyboardModifier) -> None:
    edit = field.edit
    start = QPoint(20, edit.height() // 2)
    QTest.mousePress(edit, Qt.MouseButton.LeftButton, modifier, start)
    end = start + QPoint(steps * PIXELS_PER_STEP, 0)
    for place in (start + (end - start) / 4, start + (end - start) / 2, end):
        QTest.mouseMove(edit, place)
    QTest.mouseRelease(edit, Qt.MouseButton.LeftButton, modifier, end)


@pytest.mark.parametrize(
    ("text", "value"), [("0.5", 0.5), ("1/2", 0.5), ("1e-3", 0.001), ("0,5", 0.5), ("−2", -2.0)]
)
def test_enter_commits_every_spelling_of_a_number(qtbot: QtBot, text: str, value: float) -> None:
    field = shown(qtbot, NumberField(7.0))
    type_into(field, text)
    with qtbot.waitSignal(field.value_changed) as changed:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert changed.args == [value]
    assert field.value == value
    assert field.problem == ""


def test_a_wrong_text_stays_and_is_explained(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(7.0))
    type_into(field, "abc")
    with qtbot.assertNotEmitted(field.value_changed):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "abc"
    assert field.value == 7.0
    assert "“abc” is not a number" in field.problem
    assert field.edit.toolTip() == field.problem
    assert field.edit.property("invalid") is True
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == "7"
    assert field.problem == ""


def test_a_number_out_of_range_names_the_range(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(0.5, minimum=0.0, maximum=1.0))
    type_into(field, "3")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem == "The number must lie between 0 and 1"
    field.set_range(0.0, 5.0)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value == 3.0


def test_one_sided_ranges_and_whole_numbers_are_explained(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(2.0, minimum=1.0, integer=True))
    type_into(field, "1.5")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem == "A whole number is needed here, not 1.5"
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "0")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem == "The number must be at least 1"


def test_leaving_the_field_commits(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(1.0))
    type_into(field, "4")
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert field.value == 4.0


def test_dragging_is_relative_to_its_start(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(1.0, step=0.1))
    drag(field, 10, Qt.KeyboardModifier.NoModifier)
    assert field.value == pytest.approx(2.0)
    assert not field.edit.hasFocus()


def test_dragging_stops_at_the_range(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(0.9, minimum=0.0, maximum=1.0, step=0.1))
    with qtbot.waitSignal(field.drag_finished):
        drag(field, 20, Qt.KeyboardModifier.NoModifier)
    assert field.value == 1.0


@pytest.mark.parametrize(
    ("modifier", "value"),
    [
        (Qt.KeyboardModifier.NoModifier, 1.1),
        (Qt.KeyboardModifier.ShiftModifier, 1.01),
        (Qt.KeyboardModifier.ControlModifier, 2.0),
    ],
)
def test_arrow_keys_step(qtbot: QtBot, modifier: Qt.KeyboardModifier, value: float) -> None:
    field = shown(qtbot, NumberField(1.0, step=0.1))
    QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton)
    QTest.keyClick(field.edit, Qt.Key.Key_Up, modifier)
    assert field.value == pytest.approx(value)
    QTest.keyClick(field.edit, Qt.Key.Key_Down, modifier)
    assert field.value == pytest.approx(1.0)


def test_a_logarithmic_field_steps_by_ratio(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(0.01, minimum=1e-5, maximum=10.0, logarithmic=True))
    field.select_all()
    for _ in range(20):
        QTest.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value == pytest.approx(0.1, rel=0.03)


def test_setting_the_value_is_silent(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(1.0))
    with qtbot.assertNotEmitted(field.value_changed):
        field.set_value(3.5)
    assert field.edit.text() == "3.5"


@pytest.mark.parametrize(
    ("integer", "text", "sentence"),
    [
        (False, "", "A number is needed here: type 0.5, 1/2 or 1e-3"),
        (False, "abc", "“abc” is not a number: type 0.5, 1/2 or 1e-3"),
        (True, "", "A number is needed here: type a whole one, such as 7"),
        (True, "abc", "“abc” is not a number: type a whole one, such as 7"),
    ],
)
def test_what_is_no_number_is_told_with_an_example_that_would_do(
    qtbot: QtBot, integer: bool, text: str, sentence: str
) -> None:
    field = shown(qtbot, NumberField(7.0, integer=integer))
    QTest.mouseClick(field.edit, Qt.MouseButton.LeftButton)
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.problem == sentence
    assert field.value == 7.0


def test_a_problem_below_the_edge_of_a_panel_scrolls_into_sight(qtbot: QtBot) -> None:
    field = NumberField(7.0)
    content = QWidget()
    column = QVBoxLayout(content)
    column.addSpacing(400)
    column.addWidget(field)
    panel = QScrollArea()
    panel.setWidgetResizable(True)
    panel.setWidget(content)
    panel.resize(200, 300)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.ensureWidgetVisible(field, 0, 0)
    type_into(field, "abc")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    def is_in_sight() -> bool:
        label = field.problem_label
        top = label.mapTo(panel.viewport(), QPoint(0, 0)).y()
        return label.height() > 10 and top + label.height() <= panel.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_a_long_number_shows_its_first_digits(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField(7.0))
    field.setFixedWidth(50)
    type_into(field, "1/3")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "0.333333"
    assert field.edit.selectedText() == "0.333333"
    assert field.edit.cursorPosition() == 0


def test_a_click_that_leaves_a_wrong_text_meets_what_was_aimed_at(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    field, button = NumberField(7.0), QPushButton("Train")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for part in (field, button, QPushButton("Reset")):
        layout.addWidget(part)
    layout.addStretch(1)
    window.resize(200, 300)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    type_into(field, "abc")
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("train"))
    handle, aim = window.windowHandle(), button.geometry().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=aim)
    settle(qtbot)
    assert field.problem
    assert not field.problem_label.isVisible()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=aim)
    assert clicks == ["train"]
    qtbot.waitUntil(field.problem_label.isVisible)
    assert field.problem_label.text() == field.problem
