"""The cells: typed, walked through by Tab, Enter and the arrows, copied and pasted as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.graph_editor.opened_numbers.cells import PasteError, Rows, cell_problem, read_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CELL_WIDTH, _CELL_HEIGHT = 84, 32


class GridTable(QTableWidget):
    """Rows of cells, each a text that spells a number or is marked as one that does not.

    Signals:
        edited(): A cell has another text.
        pasted(rows: Rows): A table comes from the clipboard.
        refused(sentence: str): Why the clipboard was not pasted.
        accepted(): Ctrl+Enter was pressed.
    """

    edited = Signal()
    pasted = Signal(object)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setTabKeyNavigation(True)
        self.horizontalHeader().setDefaultSectionSize(theme().px(_CELL_WIDTH))
        self.verticalHeader().setDefaultSectionSize(theme().px(_CELL_HEIGHT))
        self.itemChanged.connect(self._on_item_changed)

    @property
    def texts(self) -> Rows:
        """The texts of all cells."""
        return [
            [self._text(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def show_rows(self, rows: Rows) -> None:
        """Show other cells, of which there may be another number."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self.blockSignals(True)
        self.setRowCount(len(rows))
        self.setColumnCount(len(rows[0]))
        for index, texts in enumerate(rows):
            for place, text in enumerate(texts):
                self.setItem(index, place, _item(text))
        self.blockSignals(False)
        self.setCurrentCell(min(row, len(rows) - 1), min(column, len(rows[0]) - 1))
        self.edited.emit()

    def first_problem(self) -> tuple[int, int, str] | None:
        """Return row, column and sentence of the first cell that is not a number."""
        for row, texts in enumerate(self.texts):
            for column, text in enumerate(texts):
                problem = cell_problem(text)
                if problem:
                    return row, column, problem
        return None

    def take_typed(self) -> None:
        """End what is being typed into a cell."""
        if self.state() == QAbstractItemView.State.EditingState:
            # The cell's editor hands its text over when it loses the focus.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of copying and pasting from what lies below the dialog."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Paste) or event.matches(keys.Copy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on by Enter, take by Ctrl+Enter, copy and paste whole tables."""
        if event.key() in _ENTER and self.state() == QAbstractItemView.State.EditingState:
            # It comes up from the cell's editor, which is about to close and hand its text over.
            event.accept()
        elif event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accepted.emit()
            else:
                self._move_on()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for item in self.selectedItems():
                item.setText("0")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go to the cell below after Enter, or take everything after Ctrl+Enter."""
        super().closeEditor(editor, hint)
        if hint != QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            return
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        else:
            self._move_on()

    def paste(self) -> None:
        """Read the clipboard as a table, from the current cell on."""
        try:
            self.pasted.emit(read_table(QGuiApplication.clipboard().text()))
        except PasteError as error:
            self.refused.emit(str(error))

    def copy(self) -> None:
        """Put the selected cells, or all of them, on the clipboard as spreadsheets do."""
        chosen = self.selectedRanges()
        texts = self.texts
        if chosen and len(self.selectedItems()) > 1:
            area = chosen[0]
            columns = slice(area.leftColumn(), area.rightColumn() + 1)
            texts = [row[columns] for row in texts[area.topRow() : area.bottomRow() + 1]]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in texts))

    def _move_on(self) -> None:
        row, column = self.currentRow() + 1, self.currentColumn()
        if row >= self.rowCount():
            row, column = 0, (column + 1) % max(1, self.columnCount())
        self.setCurrentCell(row, column)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else "0"

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        self.blockSignals(True)
        _mark(item)
        self.blockSignals(False)
        self.edited.emit()


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    _mark(item)
    return item


def _mark(item: QTableWidgetItem) -> None:
    # An empty cell waits for its number; what is missing is said when everything is to be taken.
    problem = cell_problem(item.text()) if item.text().strip() else ""
    item.setForeground(theme().color("error" if problem else "text"))
    item.setIcon(theme().icon("triangle-alert", "error") if problem else QIcon())
    item.setToolTip(plain(problem))
