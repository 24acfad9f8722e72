"""What is tested by itself looks as in the program, where a page or the window dresses it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import dress
from desktop.widgets.panels.page import Page


class DressingBot(QtBot):
    """Puts the theme's style sheet on every widget that it is given."""

    def addWidget(self, widget: QWidget, **options: Any) -> None:
        if not isinstance(widget, Page):
            dress(widget)
        super().addWidget(widget, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    # Where a test before has left the mouse, no move to that very place would be noticed.
    QCursor.setPos(0, 0)
    return DressingBot(request)
