"""A page is made anew when the language changes, and what was edited can still be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import LANGUAGE
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from desktop.widgets.panels.page import Page
from tests.support.program import running_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    with running_program(qapp, tmp_path) as program:
        yield program


def edit_graph(page: Page) -> None:
    """Delete everything by the keys for it."""
    assert isinstance(page, GraphPage)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)


def edit_race(page: Page) -> None:
    """Choose another surface."""
    assert isinstance(page, OptimizersPage)
    page.surface_panel.chip("beale").click()


def edit_training(page: Page) -> None:
    """Move the slider of the rate."""
    assert isinstance(page, TrainingPage)
    page.setup_panel.training.form.slider("learning_rate").setValue(500)


def shown(page: Page) -> object:
    """Return what is edited on a page."""
    if isinstance(page, GraphPage):
        return page.document.drawing
    if isinstance(page, OptimizersPage):
        return page.model.setup
    assert isinstance(page, TrainingPage)
    return page.session.setup


def action_of(page: Page, key: QKeySequence.StandardKey) -> QAction:
    """Return what a key does in the Edit menu."""
    entries = dict(page.menu_actions())["Edit"]
    return next(entry for entry in entries if QKeySequence(key) in entry.shortcuts())


@pytest.mark.parametrize(
    ("space", "edit"),
    [("graph", edit_graph), ("optimizers", edit_race), ("training", edit_training)],
)
def test_an_edit_is_taken_back_in_another_language_and_made_again(
    program: Application, qtbot: QtBot, space: str, edit: Callable[[Page], None]
) -> None:
    stack = program.window.stack
    program.window.show_space(space)
    qtbot.waitUntil(stack.page(space).is_settled, timeout=20_000)
    before = shown(stack.page(space))
    edit(stack.page(space))
    after = shown(stack.page(space))
    assert after != before

    program._settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not program.is_busy)
    page = stack.page(space)
    assert shown(page) == after

    undo = action_of(page, QKeySequence.StandardKey.Undo)
    undo.trigger()
    assert shown(page) == before
    assert not undo.isEnabled()
    action_of(page, QKeySequence.StandardKey.Redo).trigger()
    assert shown(page) == after
    qtbot.waitUntil(page.is_settled, timeout=20_000)


def test_what_is_undone_in_training_is_told_in_the_language_that_is_spoken(
    program: Application, qtbot: QtBot
) -> None:
    stack = program.window.stack
    program.window.show_space("training")
    qtbot.waitUntil(stack.page("training").is_settled, timeout=20_000)
    edit_training(stack.page("training"))
    undo = action_of(stack.page("training"), QKeySequence.StandardKey.Undo)
    assert "learning rate" in undo.text()

    program._settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not program.is_busy)

    undo = action_of(stack.page("training"), QKeySequence.StandardKey.Undo)
    assert "learning rate" not in undo.text()
    assert "학습률" in undo.text()
