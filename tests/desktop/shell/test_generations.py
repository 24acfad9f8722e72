"""Nothing of a window or a page lives on when another has taken its place."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import LANGUAGE, SCALE, THEME
from desktop.shell.application import Application
from tests.support.program import running_program

SPACES = ("graph", "activations", "optimizers", "training")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    """The real program with its four spaces."""
    with running_program(qapp, tmp_path) as program:
        yield program


def visit(program: Application, qtbot: QtBot) -> None:
    """Show every space until it computes no more."""
    for space in SPACES:
        program.window.show_space(space)
        qtbot.waitUntil(program.window.stack.page(space).is_settled, timeout=20_000)


def change_language(program: Application, qtbot: QtBot, language: str) -> None:
    """Choose a language, and wait until what is seen speaks it."""
    program._settings.set(LANGUAGE, language)
    qtbot.waitUntil(lambda: not program.is_busy)


def collect() -> None:
    """Delete what is to be deleted, as an event loop does by itself, and collect the rest."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


@pytest.mark.long
def test_no_page_outlives_its_language(program: Application, qtbot: QtBot) -> None:
    visit(program, qtbot)
    pages = program.window.stack.pages
    seen: list[weakref.ref[QObject]] = [weakref.ref(page) for page in pages.values()]
    # What is in a page, too: a widget that somebody else holds keeps its page's documents.
    for page in pages.values():
        seen += [weakref.ref(child) for child in page.findChildren(QObject)]
    del page, pages
    for language in ("ko", "en"):
        change_language(program, qtbot, language)
        visit(program, qtbot)
    collect()
    alive = [type(found).__name__ for reference in seen if (found := reference()) is not None]
    assert sorted(set(alive)) == []


@pytest.mark.long
def test_there_are_no_more_widgets_after_many_changes(program: Application, qtbot: QtBot) -> None:
    def count() -> int:
        collect()
        return len(QApplication.allWidgets())

    settings = program._settings
    visit(program, qtbot)
    counts = []
    for language in ("ko", "en", "ko", "en"):
        change_language(program, qtbot, language)
        settings.set(THEME, "dark" if language == "ko" else "light")
        settings.set(SCALE, 1.25 if language == "ko" else 1.0)
        visit(program, qtbot)
        counts.append(count())
    assert counts[2:] == counts[:2]


def test_who_follows_the_theme_is_forgotten_with_its_page(
    program: Application, qtbot: QtBot
) -> None:
    page = program.window.stack.page("graph")
    followers = [weakref.ref(child) for child in page.findChildren(QWidget)]
    del page
    change_language(program, qtbot, "ko")
    collect()
    program._settings.set(THEME, "dark")
    qtbot.waitUntil(program.window.updatesEnabled)
    assert [reference() for reference in followers if reference() is not None] == []
