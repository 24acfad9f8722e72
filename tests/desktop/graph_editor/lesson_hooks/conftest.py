"""A page with its hooks, and files that a lesson brings."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from engine.errors import FileFormatError
from engine.lessons.files import check_name
from tests.support.graph_hands import make_page


class TextFiles:
    """The files of a lesson, in memory."""

    def __init__(self, **texts: str) -> None:
        self.texts = {name.replace("_", "."): text for name, text in texts.items()}

    def names(self) -> list[str]:
        return sorted(self.texts)

    def text(self, name: str) -> str:
        if check_name(name) not in self.texts:
            raise FileFormatError("file_missing", f"There is no file “{name}”.", name=name)
        return self.texts[name]


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


@pytest.fixture
def files() -> TextFiles:
    return TextFiles()
