"""A program with small pages of its own, settings in a temporary file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.files.unsaved_work import Leaving, UnsavedWork
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.shell.application import Application
from desktop.shell.space import Space
from desktop.widgets.panels.page import Page


class NotePage(Page):
    """Keeps one line of text, and an action with the same key on every page."""

    def __init__(self, space_id: str) -> None:
        super().__init__()
        self.space_id = space_id
        self.note = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.note)
        self.may_close = True
        self.works: list[UnsavedWork] = []
        self.left: list[Leaving] = []
        self.files: list[tuple[str, str]] = []
        self.is_shut_down = False
        self.runs = 0
        self.received: list[object] = []
        self.run_action = QAction(f"Run {space_id}", self)
        self.run_action.setShortcut("Ctrl+R")
        self.run_action.setToolTip("Run it")
        self.run_action.triggered.connect(self._on_run)
        self.open_action = QAction("Open", self)
        self.open_action.setToolTip("Open a file")

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        return [("File", [self.open_action]), (f"{self.space_id} menu", [self.run_action])]

    def key_hints(self) -> list[tuple[str, str]]:
        return [("Space", f"Play {self.space_id}")]

    def snapshot(self) -> object:
        return self.note.text()

    def restore(self, snapshot: object) -> None:
        self.note.setText(str(snapshot))

    def can_close(self, leaving: Leaving = Leaving.ASK) -> bool:
        self.left.append(leaving)
        return self.may_close

    def unsaved_works(self) -> list[UnsavedWork]:
        return self.works

    def shutdown(self) -> None:
        self.is_shut_down = True

    def take_file(self, given: Path | str, kind: str) -> None:
        self.files.append((given.name if isinstance(given, Path) else given, kind))

    def receive(self, value: object) -> None:
        self.received.append(value)

    def _on_run(self) -> None:
        self.runs += 1


def make_spaces() -> list[Space]:
    """Four spaces with the identifiers of the real ones."""
    return [
        Space(id_, id_.capitalize(), f"About {id_}", icon, lambda _, id_=id_: NotePage(id_))  # type: ignore[misc]
        for id_, icon in (
            ("graph", "workflow"),
            ("activations", "chart-spline"),
            ("optimizers", "mountain"),
            ("training", "network"),
        )
    ]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    return settings


@pytest.fixture
def launch(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> Iterator[Callable[[], Application]]:
    """Start the program, as often as wanted."""
    started: list[Application] = []

    def start() -> Application:
        application = Application(qapp, settings, make_spaces)
        started.append(application)
        application.open_window()
        qtbot.waitExposed(application.window)
        return application

    yield start
    for application in started:
        for page in application.window.stack.pages.values():
            if isinstance(page, NotePage):
                page.may_close = True
        application.window.close()
        application.window.deleteLater()
        application.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def application(launch: Callable[[], Application]) -> Application:
    return launch()
