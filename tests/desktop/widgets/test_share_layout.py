"""Parts that share a height, each with its least one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.panels.share_layout import ShareLayout


class Picture(QWidget):
    """Would like to be high, and need not be."""

    def sizeHint(self) -> QSize:
        return QSize(100, 300)


class Asking(QWidget):
    """A picture with a text below; it asks for a layout whenever its size changes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addWidget(Picture(self), 1)
        if text:
            words = QLabel(text, self)
            words.setWordWrap(True)
            column.addWidget(words)
        self.resizes = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizes += 1
        self.updateGeometry()


def test_parts_that_ask_for_a_layout_get_one_size_each(qtbot: QtBot) -> None:
    """Qt's own column takes a height that suits a text for the least one, and shares otherwise."""
    whole = QWidget()
    qtbot.addWidget(whole)
    column = ShareLayout(whole)
    parts = [Asking(""), Asking("words that wrap " * 5)]
    for part in parts:
        column.addWidget(part, 1)
    whole.resize(300, 400)
    whole.show()
    qtbot.waitExposed(whole)
    for part in parts:
        part.resizes = 0

    whole.resize(300, 420)
    for _ in range(10):
        qtbot.wait(0)

    assert [part.resizes for part in parts] == [1, 1]
