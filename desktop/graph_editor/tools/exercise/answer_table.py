"""The table in which the answer to a vector or a matrix is typed cell by cell."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.graph_editor.opened_numbers.cells import MOST_CELLS, rows_of
from desktop.graph_editor.opened_numbers.grid_dialog import GridDialog
from engine.arrays import Array, Shape
from engine.formula.typed_value import TypedValue, read_cells

Take = Callable[[TypedValue], None]


def has_table(shape: Shape) -> bool:
    """Tell whether an answer of a shape can be typed as a table."""
    return 0 < len(shape) <= 2 and 0 < int(np.prod(shape)) <= MOST_CELLS


class AnswerTable(QObject):
    """Opens one table at a time; its cells are empty, or hold what was answered before.

    Signals:
        taken(): An answer was taken, and the table is closed.
    """

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.dialog: GridDialog | None = None

    def open(self, title: str, shape: Shape, given: TypedValue | None, take: Take) -> None:
        """Ask for an answer.

        Args:
            title: What is asked.
            shape: The shape that the answer has.
            given: What was answered before, if anything was.
            take: Takes the answer; raises an EngineError if it cannot.
        """
        self.close_now()
        start = np.zeros(shape) if given is None else given.value

        def commit(value: Array) -> None:
            # As it stands in the cells, with the digits that were typed.
            take(read_cells(dialog.table.texts, value.shape))

        dialog = GridDialog("", start, commit, self._parent)
        dialog.setWindowTitle(title)
        texts = iter(() if given is None else given.texts)
        dialog.show_rows([[next(texts, "") for _ in row] for row in rows_of(start)])
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def close_now(self) -> None:
        """Close without taking anything."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self, result: int) -> None:
        self.dialog = None
        if result == QDialog.DialogCode.Accepted:
            self.taken.emit()
