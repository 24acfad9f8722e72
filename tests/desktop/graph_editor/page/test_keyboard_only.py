"""The graph space without a mouse: A1 is built, named, computed and asked by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.graph_editor.commands.catalog import COMMANDS
from desktop.graph_editor.page import GraphPage
from desktop.shell.shortcuts_dialog import ShortcutsDialog, row_of
from tests.support.graph_hands import make_page
from tests.support.graphs import node

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    page = make_page(qtbot, tmp_path)
    page.view.setFocus()
    return page


def focused() -> QWidget:
    """Return what the keyboard speaks to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: KEY, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in whatever has the focus, as a keyboard does."""
    QTest.keyClick(focused(), key, modifiers)


def type_text(text: str) -> None:
    """Type into whatever has the focus, and press Enter."""
    QTest.keyClicks(focused(), text)
    press(KEY.Key_Return)


def add(name: str) -> None:
    """Search an operation and add it."""
    press(KEY.Key_Tab)
    type_text(name)


def connect() -> None:
    """Take the wire that is offered first."""
    press(KEY.Key_C)
    press(KEY.Key_Return)


def set_value(text: str) -> None:
    """Type the value of the selected input."""
    press(KEY.Key_Return)
    type_text(text)


def call(name: str) -> None:
    """Give the selected node a name."""
    press(KEY.Key_F2)
    type_text(name)


def test_a1_is_built_by_keys_alone(page: GraphPage, qtbot: QtBot) -> None:
    press(KEY.Key_A, CTRL)
    press(KEY.Key_Delete)
    for value in ("-2", "5"):
        add("input")
        set_value(value)
    add("+")
    connect()
    connect()
    call("q")
    add("input")
    set_value("-4")
    add("*")
    connect()
    connect()
    call("f")
    press(KEY.Key_A, CTRL | SHIFT)
    page.scene.finish_glide()

    graph, evaluation = page.document.graph, page.document.evaluation
    assert page.formula_bar.field.text() == "q = x + y; f = q*z"
    found = {name: float(evaluation.values[node(graph, name)]) for name in "xyzqf"}
    assert found == {"x": -2, "y": 5, "z": -4, "q": 3, "f": -12}
    slopes = {name: float(evaluation.gradients.nodes[node(graph, name)]) for name in "xyzq"}
    assert slopes == {"x": -4, "y": -4, "z": 3, "q": -4}
    assert not evaluation.problems

    # Walking to y shows its gradient in the inspector.
    press(KEY.Key_Escape)
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    assert page.inspector.node == node(graph, "y")

    steps = page.document.history.steps.index
    for _ in range(steps):
        press(KEY.Key_Z, CTRL)
    assert page.document.is_clean
    assert page.document.drawing.title.startswith("A1")


def test_the_arrows_belong_to_the_wire_in_the_hand_even_in_the_middle_of_a_walk(
    page: GraphPage,
) -> None:
    press(KEY.Key_Right)
    position = page.walk.position
    assert not page.walk.is_live
    page.document.disconnect(next(iter(page.document.graph.wires)))
    page.walk.go(1)
    q = node(page.document.graph, "q")
    page.scene.select([q])
    press(KEY.Key_C)
    before = page.walk.position
    press(KEY.Key_Right)
    press(KEY.Key_Left)
    assert page.walk.position == before
    press(KEY.Key_Escape)
    assert page.view.is_settled
    assert position == 1


def test_every_command_stands_in_a_menu_and_in_the_window_of_shortcuts(
    page: GraphPage, qtbot: QtBot
) -> None:
    groups = [
        (title, [row_of(action) for action in leaves(actions)])
        for title, actions in page.menu_actions()
    ]
    shown = {id(action) for _, actions in page.menu_actions() for action in leaves(actions)}
    missing = [name for name in COMMANDS if id(page.canvas_actions[name]) not in shown]
    assert missing == []
    dialog = ShortcutsDialog(groups)
    qtbot.addWidget(dialog)
    rows = dict(dialog.visible_rows)
    assert rows["Connect"] == "C"
    assert rows["Add node …"] == "Tab"
    assert rows["Left edges"] == "Shift+L"
    assert all("\t" not in name for name in rows)


def test_gestures_are_listed_with_their_keys(page: GraphPage) -> None:
    hints = dict(page.key_hints())
    assert "knife" in hints["Ctrl + drag on empty canvas"]
    assert "rubber band" in hints["Drag on empty canvas"]
    assert {"Space", "← →", "Tab", "Enter", "F3", "F5", "F7", "F8", "F9"} <= set(hints)


def leaves(actions: list[QAction]) -> Iterator[QAction]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from leaves(menu.actions())
        elif not action.isSeparator():
            yield action
