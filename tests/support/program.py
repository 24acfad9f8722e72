"""The whole program in a window of its own, as a person who starts it has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.shell.application import Application


@contextmanager
def running_program(qapp: QApplication, folder: Path) -> Iterator[Application]:
    """Start in English and light, in the graph space, and leave no trace.

    Args:
        qapp: Qt's application.
        folder: Where the settings are kept.
    """
    settings = Settings(str(folder / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    made = Application(qapp, settings, make_spaces, make_companion)
    made.open_window("graph")
    yield made
    made.window.stack.shut_down()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)
