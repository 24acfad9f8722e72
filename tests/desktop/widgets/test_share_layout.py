"""Parts that share a height, each with its least one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.panels.share_layout import ShareLayout


class Asking(QWidget):
    """Asks for a layout whenever its size changes, and has a height that would suit its text."""

    def __init__(self, least: int, suiting: int) -> None:
        super().__init__()
        self.setMinimumHeight(least)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._suiting = suiting
        self.heights: list[int] = []

    def minimumSizeHint(self) -> QSize:
        return QSize(50, 50)

    def heightForWidth(self, width: int) -> int:
        return self._suiting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heights.append(self.height())
        self.updateGeometry()


def test_parts_that_ask_for_a_layout_get_one_size_each(qtbot: QtBot) -> None:
    """Qt's own column takes the heights that suit for the least ones, and shares otherwise."""
    whole = QWidget()
    qtbot.addWidget(whole)
    column = ShareLayout(whole)
    high, low = Asking(50, 350), Asking(50, 60)
    column.addWidget(high, 1)
    column.addWidget(low, 1)
    whole.resize(200, 400)
    whole.show()
    qtbot.waitExposed(whole)
    for part in (high, low):
        part.heights.clear()

    whole.resize(200, 500)
    for _ in range(10):
        qtbot.wait(0)

    assert high.heights == low.heights == [high.height()]
