"""A canvas on show, and a hand that uses it: every test acts by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from tests.desktop.graph_editor.canvas.hand import Hand


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    """An empty document on a canvas of 900×640 at 100 %."""
    hand = Hand(tmp_path / "settings.ini")
    qtbot.addWidget(hand.view)
    hand.view.resize(900, 640)
    with qtbot.waitExposed(hand.view):
        hand.view.show()
    hand.view.setFocus()
    yield hand
    shut_down(hand.view)
    shut_down(hand.scene)
    QGuiApplication.clipboard().clear()
