"""The rows of a table as they stand in the file: only those that are seen are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from engine.quoting import quote

_ROW_PADDING = 10
_WIDEST_PX, _NARROWEST_PX, _CELL_PADDING_PX = 190, 48, 22
# So many rows tell how wide a column is to be; to ask all of them would take long.
_ROWS_MEASURED = 40
_LONGEST_MEASURED = 40
_LONGEST_COPY = 2_000_000
_ROWS_SEEN = 3
Index = QModelIndex | QPersistentModelIndex
Cells = Sequence[Sequence[str]]


class SheetModel(QAbstractTableModel):
    """Cells as they stand, each made into one line when it is looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.lines: Sequence[int] = ()
        self.cells: Cells = ()
        self.muted: frozenset[int] = frozenset()
        self.strong: frozenset[int] = frozenset()

    def show_cells(self, names: Sequence[str], lines: Sequence[int], cells: Cells) -> None:
        """Show other cells, those of a column each; nothing is copied."""
        self.beginResetModel()
        self.names, self.lines, self.cells = tuple(names), lines, cells
        self.muted = self.strong = frozenset()
        self.endResetModel()

    def show_roles(self, muted: Collection[int], strong: Collection[int]) -> None:
        """Write columns that are left out paler, and those to be predicted in bold."""
        self.muted, self.strong = frozenset(muted), frozenset(strong)
        if self.lines and self.names:
            last = self.index(len(self.lines) - 1, len(self.names) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.names) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def cell(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        return self.cells[column][row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return quote(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in self.muted:
            return theme().color("text_disabled")
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's name, or the number of a row's line."""
        horizontal = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return quote(self.names[section]) if horizontal else str(self.lines[section])
        if role == Qt.ItemDataRole.ToolTipRole and horizontal:
            return plain(self.names[section])
        if role == Qt.ItemDataRole.FontRole and horizontal and section in self.strong:
            return theme().font("label")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if horizontal else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class SheetView(QTableView):
    """The rows with their columns' names and their lines' numbers, copied with Ctrl+C."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = SheetModel(self)
        self.setModel(self.sheet)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        tip = self.tr("The rows as they stand in the file, each with the number of its line")
        explain(self, self.tr("The rows of the table"), tip)
        theme_notifier().follow(self._fit)
        self._fit()

    def show_cells(self, names: Sequence[str], lines: Sequence[int], cells: Cells) -> None:
        """Show other cells, those of a column each."""
        self.sheet.show_cells(names, lines, cells)
        self._fit()

    def go_to(self, line: int | None, column: str) -> None:
        """Choose a cell by its line's number and its column's name, the nearest one there is."""
        sheet, current = self.sheet, self.currentIndex()
        if not sheet.lines or not sheet.names:
            return
        row = max(0, current.row())
        if line is not None:
            row = min(bisect_left(sheet.lines, line), len(sheet.lines) - 1)
        place = sheet.names.index(column) if column in sheet.names else max(0, current.column())
        index = sheet.index(row, place)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, and act on the keys of a table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        lines: list[str] = []
        for part in self.selectionModel().selection().toList():
            columns = range(part.left(), part.right() + 1)
            lines += [
                "\t".join(self.sheet.cell(row, column) for column in columns)
                for row in range(part.top(), part.bottom() + 1)
            ]
        QGuiApplication.clipboard().setText("\n".join(lines)[:_LONGEST_COPY])

    def _fit(self) -> None:
        self.setFont(theme().font("body"))
        metrics = self.fontMetrics()
        height = metrics.height() + _ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        self.setMinimumHeight(header.sizeHint().height() + _ROWS_SEEN * height)
        padding, widest = theme().px(_CELL_PADDING_PX), theme().px(_WIDEST_PX)
        for column, name in enumerate(self.sheet.names):
            texts = [name] + [
                self.sheet.cell(row, column)
                for row in range(min(_ROWS_MEASURED, len(self.sheet.lines)))
            ]
            room = max(metrics.horizontalAdvance(text[:_LONGEST_MEASURED]) for text in texts)
            width = max(theme().px(_NARROWEST_PX), min(room + padding, widest))
            header.resizeSection(column, width)
