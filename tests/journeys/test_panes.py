"""F6 goes round the parts of every space, and keys lead to what one types and plays with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.shell.main_window import MainWindow
from tests.support.exercise_hands import Learner
from tests.support.program import running_program
from tests.support.settling import settle

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SPACES = ("graph", "activations", "optimizers", "training")
_MOST_STOPS = 200


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with running_program(qapp, tmp_path) as program:
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        yield program.window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: KEY, modifiers: Qt.KeyboardModifier = NONE) -> QWidget:
    """Press a key in whatever has the focus; return what has it then."""
    QTest.keyClick(focused(), key, modifiers)
    return focused()


def graph_page(window: MainWindow) -> GraphPage:
    page = window.stack.current
    assert isinstance(page, GraphPage)
    return page


@pytest.mark.parametrize("space", SPACES)
def test_f6_goes_round_every_pane_and_back(window: MainWindow, space: str) -> None:
    window.show_space(space)
    page = window.stack.current
    assert page is not None
    panes = [pane for pane in (*page.panes(), window.top_bar) if pane.isVisible()]
    assert len(panes) > 2

    def pane() -> int:
        now = focused()
        return next(i for i, each in enumerate(panes) if each is now or each.isAncestorOf(now))

    # Some pages begin with the focus in no pane of theirs.
    press(KEY.Key_F6)
    start = pane()
    met = []
    for _ in panes:
        press(KEY.Key_F6)
        met.append(pane())
    # Once round, in order, and where it began.
    assert sorted(met) == list(range(len(panes)))
    assert met[-1] == start
    press(KEY.Key_F6, SHIFT)
    assert pane() == met[-2]


def test_a_pane_gives_the_keys_back_to_what_had_them(window: MainWindow) -> None:
    page = graph_page(window)
    page.controls.bar.play_button.setFocus()
    for _ in range(7):
        press(KEY.Key_F6)
        if page.controls.isAncestorOf(focused()):
            break
    assert focused() is page.controls.bar.play_button


def test_keys_lead_to_the_formula_the_search_the_playback_and_the_tools(
    window: MainWindow,
) -> None:
    page = graph_page(window)
    assert press(KEY.Key_T, CONTROL) is page.formula_bar.field
    assert page.formula_bar.field.selectedText() == page.formula_bar.field.text()
    assert press(KEY.Key_K, CONTROL) is page.palette_panel.search_field
    assert press(KEY.Key_P, CONTROL) is page.controls.bar.play_button
    press(KEY.Key_F, CONTROL)
    assert page.dock.current == "outline"
    press(KEY.Key_I, CONTROL)
    assert page.dock.current == "inspector"


@pytest.mark.parametrize("width", [1440, 800])
def test_keys_open_the_column_that_what_they_lead_to_stands_in(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    page = graph_page(window)
    window.resize(width, 800)
    settle(qtbot, page)
    for side in page.columns.sides:
        if page.columns.is_open(side):
            page.columns.toggle(side)
    page.view.setFocus()
    assert press(KEY.Key_K, CONTROL) is page.palette_panel.search_field
    assert page.palette_panel.search_field.isVisible()
    page.view.setFocus()
    found = press(KEY.Key_F, CONTROL)
    assert page.dock.isAncestorOf(found)
    assert found.isVisible()
    page.columns.toggle("right")
    page.view.setFocus()
    press(KEY.Key_I, CONTROL)
    assert page.inspector.isVisible()


def test_a_tool_that_lies_over_the_canvas_comes_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    page = graph_page(window)
    window.resize(640, 480)
    settle(qtbot, page)
    for name in page.dock.actions_by_name:
        page.dock.actions_by_name[name].trigger()
        settle(qtbot, page)
        assert page.dock.isVisible()
        assert page.dock.width() > 200
    # Its choices take another form where they have no room.
    Learner(page, qtbot, "a5").start("gradients")
    settle(qtbot, page)


def test_where_the_canvas_is_presented_alone_the_keys_stay_on_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = graph_page(window)
    window.presentation.toggle()
    settle(qtbot, page)
    page.view.setFocus()
    for key in (KEY.Key_T, KEY.Key_K, KEY.Key_F):
        assert press(key, CONTROL) is page.view
    window.presentation.toggle()


def test_the_key_of_the_formula_asks_for_a_table_where_an_answer_is_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = graph_page(window)
    learner = Learner(page, qtbot, "a4")
    learner.start()
    typing = learner.panel.typing
    # One that is a matrix, for which there is a table.
    learner.type("[0.44 0.52]")
    assert typing.editor.hasFocus()
    QTest.keyClick(typing.editor, KEY.Key_T, CONTROL)
    assert not page.formula_bar.field.hasFocus()
    assert typing.table.dialog is not None
    typing.table.dialog.reject()


@pytest.mark.parametrize("space", SPACES[:2])
def test_tab_meets_no_chip_in_the_lists_of_operations(window: MainWindow, space: str) -> None:
    window.show_space(space)
    page = window.stack.current
    assert page is not None
    start = page.panes()[0]
    searched = [
        field for field in start.findChildren(QWidget) if "Search" in field.accessibleName()
    ]
    searched[0].setFocus()
    beside = [searched[0]]
    for _ in range(_MOST_STOPS):
        widget = press(KEY.Key_Tab)
        if widget is beside[0]:
            break
        beside.append(widget)
        if widget is page.focusProxy():
            # The canvas takes Tab for its own search.
            break
    symbols = {each.text() for each in beside if isinstance(each, QAbstractButton)}
    assert not symbols & {"exp", "tanh", "ReLU", "σ", "GELU"}
    # The arrows meet them.
    searched[0].setFocus()
    chip = press(KEY.Key_Down)
    assert chip.property("kind") == "chip"
    assert press(KEY.Key_Right) is not chip
    press(KEY.Key_Left)
    assert press(KEY.Key_Up) is searched[0]


def test_the_tools_carry_words(window: MainWindow) -> None:
    page = graph_page(window)
    buttons = [
        each for each in page.dock.findChildren(QAbstractButton) if each.property("kind") == "tool"
    ]
    assert len(buttons) == len(page.dock.actions_by_name)
    for button in buttons:
        assert button.text()
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert words <= button.width()
