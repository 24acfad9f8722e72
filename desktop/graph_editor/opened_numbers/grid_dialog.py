"""The dialog in which a value is typed as a table, or given another shape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.opened_numbers.cells import MOST_CELLS, Rows, array_of, rows_of
from desktop.graph_editor.opened_numbers.grid_table import GridTable
from desktop.widgets.panels.text_label import text_label
from engine.arrays import Array
from engine.errors import EngineError

_LONGEST_SIDE = 100
_FIRST_SIZE = 2
_NARROWEST, _WIDEST, _LOWEST, _HIGHEST = 430, 860, 330, 640

# Takes the value; raises an EngineError with the reason if it cannot.
Commit = Callable[[Array], None]


class GridDialog(QDialog):
    """Rows and columns of a value; everything is taken at once, as one step.

    A vector stands in one column, as it does in W·x.
    """

    def __init__(self, name: str, value: Array, commit: Commit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(filled(self.tr("Value of {0}"), name) if name else self.tr("Value"))
        self._commit = commit
        self.kind = self._make_kind(value.ndim)
        longest = max(_LONGEST_SIDE, *value.shape, 1)
        self.rows = self._make_count(self.tr("Rows"), self.tr("How many rows it has"), longest)
        self.columns = self._make_count(
            self.tr("Columns"), self.tr("How many columns it has"), longest
        )
        self.table = self._make_table()
        self.problem = text_label(self, "error")
        self.problem.hide()
        self._buttons = self._make_buttons()
        self._lay_out()
        self.show_rows(rows_of(value))
        self._resize_to_cells()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentCell(0, 0)

    def show_rows(self, rows: Rows) -> None:
        """Show these cells and their number."""
        for box, count in ((self.rows, len(rows)), (self.columns, len(rows[0]))):
            box.blockSignals(True)
            box.setMaximum(max(box.maximum(), count))
            box.setValue(count)
            box.blockSignals(False)
        self.table.show_rows(rows)
        self._enable()

    def accept(self) -> None:
        """Hand the value over, or say which cell is not a number."""
        self.table.take_typed()
        wrong = self.table.first_problem()
        if wrong is not None:
            row, column, sentence = wrong
            self.table.setCurrentCell(row, column)
            text = filled(self.tr("Row {0}, column {1}: {2}"), row + 1, column + 1, sentence)
            self._refuse(text)
            return
        try:
            self._commit(array_of(self.table.texts, self.kind.currentIndex()))
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        super().accept()

    # Inside ---------------------------------------------------------------------------------

    def _make_kind(self, axes: int) -> QComboBox:
        box = QComboBox(self)
        box.addItems([self.tr("Number"), self.tr("Vector"), self.tr("Matrix")])
        box.setCurrentIndex(axes)
        _describe(box, self.tr("Kind"), self.tr("A number, a vector or a matrix"))
        box.currentIndexChanged.connect(self._on_kind_changed)
        return box

    def _make_count(self, name: str, tooltip: str, most: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(1, most)
        box.setKeyboardTracking(False)
        # The style sheet's padding does not reach the text inside a spin box.
        box.lineEdit().setTextMargins(theme().px(6), 0, 0, 0)
        _describe(box, name, tooltip)
        box.valueChanged.connect(self._on_size_changed)
        return box

    def _make_table(self) -> GridTable:
        table = GridTable(self)
        tooltip = self.tr(
            "Type numbers such as 0.5, 1/2, 1e-3 or 0,5. Tab, Enter and the arrows move on; "
            "Ctrl+V pastes a table; Ctrl+Enter takes everything."
        )
        _describe(table, self.tr("Cells"), tooltip)
        table.edited.connect(lambda: self._refuse(""))
        table.pasted.connect(self._on_pasted)
        table.refused.connect(self._refuse)
        table.accepted.connect(self.accept)
        return table

    def _make_buttons(self) -> dict[str, QPushButton]:
        texts = {
            "add_row": (self.tr("+ Row"), self.tr("Add a row below the current cell")),
            "remove_row": (self.tr("− Row"), self.tr("Remove the row of the current cell")),
            "add_column": (self.tr("+ Column"), self.tr("Add a column right of the current cell")),
            "remove_column": (
                self.tr("− Column"),
                self.tr("Remove the column of the current cell"),
            ),
        }
        buttons = {}
        for name, (text, tooltip) in texts.items():
            button = buttons[name] = QPushButton(text, self)
            button.setAutoDefault(False)
            _describe(button, tooltip, tooltip)
            button.clicked.connect(self._changer(name))
        return buttons

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for title, box in (
            (self.kind.accessibleName(), self.kind),
            (self.rows.accessibleName(), self.rows),
            (self.columns.accessibleName(), self.columns),
        ):
            label = PlainLabel(title, self)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
            top.addSpacing(8)
        top.addStretch(1)
        below = QHBoxLayout()
        for button in self._buttons.values():
            below.addWidget(button)
        below.addStretch(1)
        ends = QDialogButtonBox(self)
        ok = ends.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = ends.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        _describe(ok, self.tr("OK"), self.tr("Take the value (Ctrl+Enter)"))
        _describe(cancel, self.tr("Cancel"), self.tr("Change nothing (Esc)"))
        # Enter belongs to the cells.
        ok.setAutoDefault(False)
        cancel.setAutoDefault(False)
        ends.accepted.connect(self.accept)
        ends.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        column.addWidget(self.problem)
        column.addWidget(ends)

    def _resize_to_cells(self) -> None:
        rows, columns = len(self.table.texts), len(self.table.texts[0])
        header = self.table.horizontalHeader().defaultSectionSize()
        width = theme().px(100) + columns * header
        height = theme().px(220) + rows * self.table.verticalHeader().defaultSectionSize()
        self.resize(
            max(theme().px(_NARROWEST), min(theme().px(_WIDEST), width)),
            max(theme().px(_LOWEST), min(theme().px(_HIGHEST), height)),
        )

    def _enable(self) -> None:
        axes = self.kind.currentIndex()
        self.rows.setEnabled(axes > 0)
        self.columns.setEnabled(axes > 1)
        count = self.rows.value() * self.columns.value()
        self._buttons["add_row"].setEnabled(axes > 0 and count < MOST_CELLS)
        self._buttons["remove_row"].setEnabled(axes > 0 and self.rows.value() > 1)
        self._buttons["add_column"].setEnabled(axes > 1 and count < MOST_CELLS)
        self._buttons["remove_column"].setEnabled(axes > 1 and self.columns.value() > 1)

    def _changer(self, name: str) -> Callable[[], None]:
        return lambda: self._change(name)

    def _change(self, name: str) -> None:
        rows = self.table.texts
        row, column = max(self.table.currentRow(), 0), max(self.table.currentColumn(), 0)
        if name == "add_row":
            rows.insert(row + 1, ["0"] * len(rows[0]))
        elif name == "remove_row":
            del rows[row]
        elif name == "add_column":
            rows = [[*line[: column + 1], "0", *line[column + 1 :]] for line in rows]
        else:
            rows = [[*line[:column], *line[column + 1 :]] for line in rows]
        self.show_rows(rows)
        if name.startswith("add"):
            # What was added is what is typed next, and what is removed again by the other button.
            is_row = name == "add_row"
            self.table.setCurrentCell(row + is_row, column + (not is_row))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind_changed(self, axes: int) -> None:
        rows = self.table.texts
        if axes == 0:
            rows = [[rows[0][0]]]
        elif axes == 1:
            flat = rows[0] if len(rows) == 1 else [row[0] for row in rows]
            rows = [[text] for text in [*flat, *["0"] * (_FIRST_SIZE - len(flat))]]
        elif len(rows[0]) == 1:
            rows = _sized(rows, max(len(rows), _FIRST_SIZE), _FIRST_SIZE)
        self.show_rows(rows)

    def _on_size_changed(self) -> None:
        rows, columns = self.rows.value(), self.columns.value()
        if rows * columns > MOST_CELLS:
            text = filled(self.tr("A typed value has at most {0} numbers."), MOST_CELLS)
            self.show_rows(self.table.texts)
            self._refuse(text)
            return
        self.show_rows(_sized(self.table.texts, rows, columns))

    def _on_pasted(self, pasted: Rows) -> None:
        axes = self.kind.currentIndex()
        if axes < 2 and len(pasted) == 1:
            # A row is pasted into a vector, which stands.
            pasted = [[text] for text in pasted[0]]
        needed = 2 if len(pasted[0]) > 1 else 1 if len(pasted) > 1 else 0
        if needed > axes:
            self.kind.blockSignals(True)
            self.kind.setCurrentIndex(needed)
            self.kind.blockSignals(False)
        row, column = max(self.table.currentRow(), 0), max(self.table.currentColumn(), 0)
        old = self.table.texts
        rows = max(len(old), row + len(pasted))
        columns = max(len(old[0]), column + len(pasted[0]))
        if rows * columns > MOST_CELLS:
            self._refuse(filled(self.tr("A typed value has at most {0} numbers."), MOST_CELLS))
            return
        cells = _sized(old, rows, columns)
        for index, texts in enumerate(pasted):
            cells[row + index][column : column + len(texts)] = texts
        self.show_rows(cells)

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(f"⚠ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))
        self.table.setAccessibleDescription(sentence)


def _sized(rows: Rows, count: int, columns: int) -> Rows:
    """Return the cells with so many rows and columns, new ones filled with 0."""
    kept = [[*row[:columns], *["0"] * (columns - len(row))] for row in rows[:count]]
    return [*kept, *(["0"] * columns for _ in range(count - len(kept)))]


def _describe(widget: QWidget, name: str, tooltip: str) -> None:
    explain(widget, name, tooltip)
