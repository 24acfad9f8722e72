"""Where the text is large a table's dialog folds what is secondary, and shows the rest whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from desktop.training.own_data.table_dialog import TableDialog
from engine.training.datasets.dataset import Source
from tests.support.room import seen_rect
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton
ROWS = "".join(f"{n},{n * 7 % 10},{'?' if n == 5 else 'ab'[n % 2]},{n % 3}\n" for n in range(20))
TABLE = f"hours,marks,group,passed\n{ROWS}1,2\n"


def test_in_a_low_window_columns_problems_and_button_are_in_sight_and_rows_take_turns(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 2.0)
    try:
        dialog = TableDialog(Source("marks.csv", TABLE.encode()))
        qtbot.addWidget(dialog)
        dialog.resize(1229, 691)
        dialog.show()
        # Before anything is read there is nothing to turn to.
        assert not dialog.views.switch.isVisible()
        settle(qtbot, dialog)
        assert dialog.views.switch.isVisible()
        for part in (dialog.remarks, dialog.columns, dialog.use_button):
            assert seen_rect(part).size() == part.size()
        rows = dialog.columns.viewport().height() // dialog.columns.rowHeight(0)
        assert rows >= 4
        assert not dialog.understood.isVisible()
        assert dialog.reading.title.startswith("Read as: Unicode (UTF-8) · Separator: comma ,")

        # A remark leads to its cell, which the list of columns stood before.
        dialog.remarks.setCurrentRow(0)
        QTest.keyClick(dialog.remarks, Qt.Key.Key_Return)
        settle(qtbot, dialog)
        assert dialog.sheet.isVisible()
        assert not dialog.columns.isVisible()
        dialog.views.switch.button("columns").click()
        QTest.mouseClick(dialog.reading.caption, LEFT)
        settle(qtbot, dialog)
        assert dialog.columns.isVisible()
        assert dialog.understood.isVisible()
        assert seen_rect(dialog.use_button).size() == dialog.use_button.size()
    finally:
        apply_theme(qapp, "light", 1.0)
