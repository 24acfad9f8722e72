"""The program at any size, and what is looked at on its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.tasks.worker import computing_count
from desktop.training.page import TrainingPage
from desktop.widgets.panels.page import Page
from tests.support.settling import settle

SIZES = ((1280, 720), (1440, 900), (2560, 1440))
ZOOMS = (1.0, 1.25, 1.5, 1.75, 2.0)
LEAST_HEIGHT, LEAST_WIDTH = 0.45, 0.7
Start = Callable[[str, str], Application]


def views_of(page: Page) -> list[QWidget]:
    """Return what is looked at on a page."""
    if isinstance(page, GraphPage):
        return [page.view]
    if isinstance(page, ActivationsPage):
        return [page.curves.values.canvas, page.curves.slopes.canvas]
    if isinstance(page, OptimizersPage):
        return [page.stage.surface_stage.views]
    assert isinstance(page, TrainingPage)
    return [page.network_view, page.boundary_view.plot]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    started: list[Application] = []

    def begin(space: str, language: str) -> Application:
        settings = Settings(str(tmp_path / "settings.ini"))
        settings.set(LANGUAGE, language)
        settings.set(THEME, "light")
        application = Application(qapp, settings, make_spaces, make_companion)
        started.append(application)
        application.open_window(space)
        qtbot.waitExposed(application.window)
        return application

    yield begin
    for application in started:
        application.window.stack.shut_down()
        application.window.close()
        application.window.deleteLater()
        application.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


def page_of(application: Application) -> Page:
    page = application.window.stack.current
    assert page is not None
    return page


def come_to_rest(qtbot: QtBot, application: Application) -> None:
    window = application.window
    # A theme reaches a page part by part, and what has been done of it may be at rest meanwhile.
    settle(
        qtbot, page_of(application),
        lambda: computing_count() == 0 and not application.is_busy, window.updatesEnabled,
    )  # fmt: skip
