"""What the tests of this space do by hand: typing a function in, and waiting for its facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from tests.support.settling import settle

# Nobody types more by hand; a line edit lays its whole text out anew for each letter.
_MOST_TYPED = 200


def enter(page: ActivationsPage, text: str) -> None:
    """Type a formula, or paste a long one, and press Enter."""
    edit = page.functions.own.edit
    edit.setFocus()
    edit.clear()
    if len(text) <= _MOST_TYPED:
        QTest.keyClicks(edit, text)
    else:
        QGuiApplication.clipboard().setText(text)
        QTest.keySequence(edit, QKeySequence.StandardKey.Paste)
    assert edit.text() == text
    QTest.keyClick(edit, Qt.Key.Key_Return)


def type_in(qtbot: QtBot, page: ActivationsPage, text: str) -> None:
    """Type a formula, press Enter, and wait for all that is computed of it."""
    enter(page, text)
    settle(qtbot, page)
