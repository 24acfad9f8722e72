"""The weights and biases of one layer as the matrix that people write: a row for each unit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.figure import Figure, full_text
from engine.arrays import Array

# More rows than these are scrolled to.
_MOST_ROWS = 12
_ROW_PADDING, _CELL_PADDING = 8, 20
# As long as most numbers are.
_NUMBER = "\N{MINUS SIGN}0.00"

Index = QModelIndex | QPersistentModelIndex


class _WeightsModel(QAbstractTableModel):
    """A matrix whose numbers are written when they are looked at."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.row_names, self.column_names = list(rows), list(columns)
        self.numbers = np.zeros((len(rows), len(columns)))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.row_names)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.column_names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number = float(self.numbers[index.row(), index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return short_weight(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            names = self.row_names[index.row()], self.column_names[index.column()]
            return plain(f"{names[0]}, {names[1]}: {full_text(short_weight(number))}")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_column = orientation == Qt.Orientation.Horizontal
        names = self.column_names if is_column else self.row_names
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return names[section] if role == Qt.ItemDataRole.DisplayRole else plain(names[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class WeightTable(QTableView):
    """One layer's W and b, a row for each unit and a column for each of its inputs and b.

    Only what can be seen is written, so that a wide layer costs no more than a small one. Copied
    with Ctrl+C, names and all.
    """

    def __init__(self, rows: Sequence[str], columns: Sequence[str], parent: QWidget) -> None:
        """Make a table of zeros.

        Args:
            rows: The names of the layer's units.
            columns: The names of the units before it, and of the bias.
            parent: Its owner.
        """
        super().__init__(parent)
        self._model = _WeightsModel(rows, columns, self)
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalScrollBar().rangeChanged.connect(self._fit_height)
        theme_notifier().follow(self._fit)
        self._fit()

    def describe(self, name: str, summary: str) -> None:
        """Say what the table is of, and how it is to be read.

        Qt's button in the corner, which would select everything, says it too.
        """
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)
        for corner in self.findChildren(QAbstractButton):
            explain(corner, name, summary)

    @property
    def rows(self) -> list[list[str]]:
        """The texts of all rows, each with its name before it."""
        return [
            [name, *map(short_weight, row)]
            for name, row in zip(self._model.row_names, self._model.numbers.tolist(), strict=True)
        ]

    @property
    def column_names(self) -> list[str]:
        """What the columns are called."""
        return list(self._model.column_names)

    def show_layer(self, weights: Array, bias: Array) -> None:
        """Show other numbers.

        Args:
            weights: As samples in rows are multiplied by them, shape (inputs, units).
            bias: Shape (units,).
        """
        model = self._model
        model.numbers = np.column_stack([weights.T, bias])
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), last)

    def as_text(self) -> str:
        """The whole table with tabs between columns, as a spreadsheet pastes it."""
        lines = [["", *self._model.column_names], *self.rows]
        return "\n".join("\t".join(line) for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by the usual key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width evenly where all columns have room."""
        super().resizeEvent(event)
        self._fit_columns()

    def minimumSizeHint(self) -> QSize:
        """Return no width: it is scrolled."""
        return QSize(0, self.minimumHeight())

    def _fit(self) -> None:
        self.setFont(theme().font("body"))
        height = self.fontMetrics().height() + theme().px(_ROW_PADDING)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        widest = max(map(self.fontMetrics().horizontalAdvance, self._model.row_names))
        self.verticalHeader().setFixedWidth(widest + theme().px(_ROW_PADDING) + 8)
        self._fit_columns()
        self._fit_height()

    def _fit_columns(self) -> None:
        count = len(self._model.column_names)
        least = self.fontMetrics().horizontalAdvance(_NUMBER) + theme().px(_CELL_PADDING)
        width = max(least, self.viewport().width() // count)
        if self.horizontalHeader().defaultSectionSize() != width:
            self.horizontalHeader().setMinimumSectionSize(min(width, least))
            self.horizontalHeader().setDefaultSectionSize(width)

    def _fit_height(self) -> None:
        seen = min(len(self._model.row_names), _MOST_ROWS)
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = seen * self.verticalHeader().defaultSectionSize()
        height = header + rows + under + 2 * self.frameWidth() + 1
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)


def short_weight(value: float) -> str:
    """Return a weight with two decimals, or one digit of what is too small for these."""
    text = f"{value:.{2 if abs(value) < 10 else 1}f}"
    if not float(text):
        # Rounded to 0.00 it would be told as none, or as a zero with a sign.
        return Figure(format_number(value, 1) if value else "0.00", value)
    return Figure(text.replace("-", "\N{MINUS SIGN}"), value)
