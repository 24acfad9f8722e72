"""The confusion matrix of many classes has whole names, and tells its cells to mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.training.results.confusion_view import ConfusionView
from tests.support.settling import settle

NAMES = tuple(f"species no. {chr(97 + place)}" for place in range(26))


def pixels(image: QImage) -> Iterator[int]:
    for y in range(image.height()):
        for x in range(image.width()):
            yield image.pixel(x, y)


def test_each_name_has_room_and_each_cell_is_told_by_keys_and_large(qtbot: QtBot) -> None:
    counts = np.diag(np.full(26, 30)).astype(np.intp)
    counts[3, 7], counts[3, 3] = 12, 18
    view = ConfusionView("Confusion matrix", "training data")
    qtbot.addWidget(view)
    view.resize(300, 900)
    view.show_counts(counts, NAMES)
    view.show()
    settle(qtbot, view)

    # The commonest mistake is told before anybody asks.
    worst = "Of 30 × “species no. d”, 12 are taken for “species no. h” (40 %)."
    assert view.sentence.text() == worst
    across, down = view.grid.horizontalHeader(), view.grid.verticalHeader()
    for header, room in ((across, across.height()), (down, down.width())):
        metrics = QFontMetrics(header.font())
        assert max(map(metrics.horizontalAdvance, NAMES)) < room
    # A count that has no room would not be painted at all.
    seen = view.grid.viewport().grab().toImage()
    for row in (0, 3):
        cell = view.grid.visualRect(view.grid.model().index(row, row)).adjusted(3, 3, -3, -3)
        assert len(set(pixels(seen.copy(cell)))) > 2
    assert all(view.grid.rowViewportPosition(row) >= 0 for row in range(26))

    view.grid.setFocus()
    view.grid.setCurrentIndex(view.grid.model().index(3, 6))
    QTest.keyClick(view.grid, Qt.Key.Key_Left)
    assert view.sentence.text() == "Of 30 × “species no. d”, 0 are taken for “species no. f” (0 %)."
    for _ in range(2):
        QTest.keyClick(view.grid, Qt.Key.Key_Left)
    assert view.sentence.text() == "Of 30 × “species no. d”, 18 are predicted right (60 %)."
    told = view.grid.model().index(3, 7).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == worst

    QTest.mouseClick(view.large_button, Qt.MouseButton.LeftButton)
    dialog = view.dialog
    assert dialog is not None
    settle(qtbot, dialog)
    # It follows, and goes with what it shows.
    counts = counts.copy()
    counts[3, 7] = 13
    view.show_counts(counts, NAMES)
    grid = dialog.findChild(type(view.grid))
    assert grid is not None
    assert grid.model().index(3, 7).data() == "13"
    view.hide()
    assert view.dialog is None
