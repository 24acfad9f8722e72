"""Pages of the training space that keep their copies in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.page import TrainingPage
from tests.desktop.training.files.own_work import Make
from tests.support.settling import settle


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    pages: list[TrainingPage] = []

    def made(*, is_shown: bool = True) -> TrainingPage:
        page = TrainingPage(Settings(str(tmp_path / "settings.ini")))
        qtbot.addWidget(page)
        page.resize(1280, 674)
        if is_shown:
            page.show()
        settle(qtbot, page)
        pages.append(page)
        return page

    yield made
    for page in pages:
        page.shutdown()
