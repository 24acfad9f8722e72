"""The Optimizers page, shown and settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.optimizers.page import OptimizersPage
from tests.desktop.optimizers.hands import see_all
from tests.support.settling import settle


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(str(tmp_path / "settings.ini"))


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> Iterator[OptimizersPage]:
    made = OptimizersPage(settings)
    qtbot.addWidget(made)
    made.resize(1280, 660)
    made.show()
    settle(qtbot, made)
    see_all(qtbot, made)
    yield made
    made.shutdown()
