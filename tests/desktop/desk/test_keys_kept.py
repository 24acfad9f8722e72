"""What is shown by a lesson leaves the keys where one is about to answer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.keys_kept import keeping_keys


def test_the_keys_come_back_after_each_piece(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    answer, page = QLineEdit(holder), QLineEdit(holder)
    layout = QVBoxLayout(holder)
    for field in (answer, page):
        layout.addWidget(field)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    answer.setFocus()

    def pieces() -> Iterator[int]:
        page.setFocus()
        yield 1
        page.setFocus()

    for piece in keeping_keys(pieces()):
        assert piece == 1
        assert QApplication.focusWidget() is answer
    assert QApplication.focusWidget() is answer
