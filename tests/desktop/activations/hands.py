"""What the tests of this space do by hand: typing a function in, and waiting for its facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from tests.support.settling import settle


def enter(page: ActivationsPage, text: str) -> None:
    """Type a formula and press Enter."""
    edit = page.functions.own.edit
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def type_in(qtbot: QtBot, page: ActivationsPage, text: str) -> None:
    """Type a formula, press Enter, and wait for all that is computed of it."""
    enter(page, text)
    settle(qtbot, page)
