"""The Activations page, shown, for the tests of this space."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[ActivationsPage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    made = ActivationsPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(qtbot, made)
    yield made
    made.shutdown()
