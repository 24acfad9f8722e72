"""Parts that share a height, each with its least one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.panels.share_layout import ShareLayout


class Asking(QWidget):
    """Asks for a layout whenever its size changes, as a plot with a text of its own does."""

    def __init__(self, least: int, wanted: int) -> None:
        super().__init__()
        self.setMinimumHeight(least)
        self._wanted = wanted
        self.heights: list[int] = []

    def sizeHint(self) -> QSize:
        return QSize(100, self._wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heights.append(self.height())
        self.updateGeometry()


def test_parts_that_ask_for_a_layout_get_one_size_each(qtbot: QtBot) -> None:
    """Qt's own column shares otherwise where the parts would like different heights."""
    whole = QWidget()
    qtbot.addWidget(whole)
    column = ShareLayout(whole)
    high, low = Asking(50, 600), Asking(100, 100)
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
