"""No key leads to two things in one space: Qt would then do neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.shell.main_window import MainWindow
from desktop.widgets.panels.page import Page
from tests.support.exercise_hands import Learner
from tests.support.program import running_program


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with running_program(qapp, tmp_path) as program:
        qtbot.waitExposed(program.window)
        program.window.activateWindow()
        yield program.window


def is_elsewhere(thing: QObject | None, page: Page) -> bool:
    """Tell whether something stands on another page."""
    while thing is not None and not isinstance(thing, Page):
        thing = thing.parent()
    return thing is not None and thing is not page


def uses(window: MainWindow, page: Page) -> dict[str, list[str]]:
    """Return what each key leads to, among the window's actions and buttons and the page's."""
    found: dict[str, list[str]] = defaultdict(list)
    for action in window.findChildren(QAction):
        if not is_elsewhere(action, page):
            for key in action.shortcuts():
                found[key.toString()].append(action.text())
    for button in window.findChildren(QAbstractButton):
        if not is_elsewhere(button, page) and button.shortcut() != QKeySequence():
            found[button.shortcut().toString()].append(button.text())
    for shortcut in window.findChildren(QShortcut):
        if not is_elsewhere(shortcut, page) and shortcut.isEnabled():
            found[shortcut.key().toString()].append("a part of the page")
    return found


@pytest.mark.parametrize("space", ["graph", "activations", "optimizers", "training"])
def test_each_key_leads_to_one_thing(window: MainWindow, space: str) -> None:
    window.show_space(space)
    page = window.stack.current
    assert page is not None
    if isinstance(page, GraphPage):
        # A tool and its keys are made when it is first shown.
        for action in page.dock.actions_by_name.values():
            action.trigger()
    found = uses(window, page)
    assert len(found) > 20
    assert {key: texts for key, texts in found.items() if len(texts) > 1} == {}


def test_in_an_exercise_one_key_gives_a_hint_and_another_folds_the_column(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.stack.current
    assert isinstance(page, GraphPage)
    learner = Learner(page, qtbot)
    learner.start()
    was_open = page.columns.is_open("left")
    QTest.keyClick(page.view, Qt.Key.Key_F3)
    assert learner.panel.run.score.hints == 1
    assert page.columns.is_open("left") is was_open
    QTest.keyClick(page.view, Qt.Key.Key_F4)
    assert page.columns.is_open("left") is not was_open
    assert learner.panel.run.score.hints == 1


def test_the_keys_of_an_exercise_lead_on_while_its_column_is_folded(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.stack.current
    assert isinstance(page, GraphPage)
    learner = Learner(page, qtbot)
    learner.start()
    if page.columns.is_open("right"):
        page.columns.toggle("right")
    assert not learner.panel.hint_button.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_F3)
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    score = learner.panel.run.score
    assert (score.hints, score.revealed) == (1, 1)
    # Another tool has no such keys.
    page.dock.actions_by_name["inspector"].trigger()
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    assert learner.panel.run.score.revealed == 1
