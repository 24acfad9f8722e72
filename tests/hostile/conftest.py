"""The program with its real spaces, its settings in a temporary file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.shell.application import Application


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "settings"
    folder.mkdir()
    settings = Settings(str(folder / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    return settings


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Application]:
    made = Application(qapp, settings, make_spaces, make_companion)
    made.open_window("graph")
    qtbot.waitExposed(made.window)
    yield made
    made.window.stack.shut_down()
    made.window.hide()
    made.window.deleteLater()
    made.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)
