"""The Optimizers page, shown and settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.optimizers.page import OptimizersPage


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(str(tmp_path / "settings.ini"))


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> Iterator[OptimizersPage]:
    made = OptimizersPage(settings)
    qtbot.addWidget(made)
    made.resize(1280, 660)
    made.show()
    qtbot.waitUntil(made.is_settled)
    yield made
    made.shutdown()
