"""The columns of a table as a list: what each is, and whether it is learnt from or predicted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from engine.quoting import quote

INPUT, TARGET, OUT = "input", "target", "out"
_INPUT, _TARGET, _NAME, _KIND, _RANGE, _GAPS, _NOTE = range(7)
_TICKS = {_INPUT: INPUT, _TARGET: TARGET}
_ROW_PADDING, _CELL_PADDING_PX = 10, 24
_ROWS_MEASURED = 100
_UNLIMITED_PX = (1 << 24) - 1
_FEWEST_ROWS_SEEN, _MOST_ROWS_SEEN = 4, 7
# What is longer is told in full by its tip; the last one takes what is left.
_WIDEST_PX = {_NAME: 180, _RANGE: 210, _NOTE: 240}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ColumnRow:
    """What is shown of a column, in the user's language.

    Attributes:
        name: Its name as it stands in the table.
        role: What becomes of it: "input", "target" or "out".
        kind: What its cells are.
        range: The least and the largest number, or the words.
        gaps: How many cells are empty; nothing for none.
        note: How it is written as numbers, or why it is left out.
        may_be: The roles that it can have.
        has_kinds: Whether it can be taken for another kind.
    """

    name: str
    role: str
    kind: str
    range: str = ""
    gaps: str = ""
    note: str = ""
    may_be: frozenset[str] = frozenset({INPUT, TARGET, OUT})
    has_kinds: bool = False


class ColumnsModel(QAbstractTableModel):
    """The columns as rows, with two boxes to tick in each.

    Signals:
        role_wanted(place: int, role: str): A column is to have another role.
    """

    role_wanted = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ColumnRow, ...] = ()
        self._titles = (
            self.tr("Input"),
            self.tr("Predict"),
            self.tr("Column"),
            self.tr("Kind"),
            self.tr("Range"),
            self.tr("Gaps"),
            self.tr("What becomes of it"),
        )
        self._tips = (
            self.tr("Whether the network gets this column"),
            self.tr("Whether the network is to predict this column"),
            self.tr("The column's name, as it stands in the table"),
            self.tr("What stands in the column; a click takes it for something else"),
            self.tr("The least and the largest number, or how many different words there are"),
            self.tr("How many of its cells are empty"),
            self.tr("How it is written as numbers, or why it is left out"),
        )

    def show_rows(self, rows: Sequence[ColumnRow]) -> None:
        """Show other columns, or what has become of the same ones."""
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, _NOTE))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the columns of the table."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count what is told of each."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the boxes be ticked that a column can have."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        role = _TICKS.get(index.column())
        if role is not None and role in self.rows[index.row()].may_be:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of a column."""
        row, column = self.rows[index.row()], index.column()
        tick = _TICKS.get(column)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _check_state(row, tick) if tick in row.may_be else None
        if role == Qt.ItemDataRole.AccessibleTextRole and tick is not None:
            return filled(self.tr("{0}: {1}"), self._titles[column], quote(row.name))
        if role == Qt.ItemDataRole.DisplayRole and tick is None:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self._tips[column] if tick else self._text(row, column))
        return _look(row, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for what was ticked; what becomes of it is shown by whoever is asked."""
        tick = _TICKS.get(index.column())
        if role != Qt.ItemDataRole.CheckStateRole or tick is None:
            return False
        self.role_wanted.emit(index.row(), OUT if self.rows[index.row()].role == tick else tick)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what stands above."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return plain(self._tips[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row: ColumnRow, column: int) -> str:
        texts = {
            _NAME: quote(row.name),
            _KIND: f"{row.kind} ▾" if row.has_kinds else row.kind,
            _RANGE: row.range,
            _GAPS: row.gaps,
            _NOTE: row.note,
        }
        return texts.get(column, "")


def _check_state(row: ColumnRow, tick: str | None) -> int:
    return int((Qt.CheckState.Checked if row.role == tick else Qt.CheckState.Unchecked).value)


def _look(row: ColumnRow, column: int, role: int) -> object:
    """Write what is left out paler, and what is predicted in bold."""
    if role == Qt.ItemDataRole.ForegroundRole and row.role == OUT:
        return theme().color("text_muted")
    if role == Qt.ItemDataRole.FontRole and column == _NAME and row.role == TARGET:
        return theme().font("label")
    return None


class ColumnsView(QTableView):
    """The list of columns: Space ticks, Enter or a click on the kind asks for another one.

    Signals:
        role_wanted(place: int, role: str): A column is to have another role.
        kind_wanted(place: int): Another kind is asked for.
        looked_at(place: int): A column was chosen by mouse or key.
    """

    role_wanted = Signal(int, str)
    kind_wanted = Signal(int)
    looked_at = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_filling, self._wanted_height = False, 0
        self.columns = ColumnsModel(self)
        self.columns.role_wanted.connect(self.role_wanted)
        self.setModel(self.columns)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        tip = self.tr("The columns: tick what the network gets and what it is to predict")
        explain(self, self.tr("The columns of the table"), tip)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme_notifier().follow(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[ColumnRow]) -> None:
        """Show other columns, or what has become of the same ones."""
        before = len(self.columns.rows)
        self.columns.show_rows(rows)
        self._fit_widths()
        if len(rows) != before:
            self._fit()

    def tick_place(self, place: int, role: str) -> QModelIndex:
        """Return the box of a column that stands for a role."""
        column = _INPUT if role == INPUT else _TARGET
        return self.columns.index(place, column)

    def kind_place(self, place: int) -> QModelIndex:
        """Return where a column's kind stands."""
        return self.columns.index(place, _KIND)

    def set_filling(self, is_filling: bool) -> None:
        """Take all the height there is, or no more than the rows need."""
        self._is_filling = is_filling
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for as much height as the rows need, up to some of them."""
        return QSize(super().sizeHint().width(), self._wanted_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another kind with Enter, and act on the keys of a table."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() == _KIND:
            self._on_clicked(index)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _KIND and self.columns.rows[index.row()].has_kinds:
            self.kind_wanted.emit(index.row())

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(current.row())

    def _fit(self) -> None:
        self.setFont(theme().font("body"))
        height = self.fontMetrics().height() + _ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(height)
        seen = max(_FEWEST_ROWS_SEEN, min(len(self.columns.rows), _MOST_ROWS_SEEN))
        head = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setMinimumHeight(head + _FEWEST_ROWS_SEEN * height)
        # No higher than its rows, so that the sheet below gets what is left.
        self._wanted_height = head + seen * height + self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(_UNLIMITED_PX if self._is_filling else self._wanted_height)
        self._fit_widths()

    def _fit_widths(self) -> None:
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        for column in range(self.columns.columnCount()):
            texts = [
                str(self.columns.index(row, column).data() or "")
                for row in range(min(_ROWS_MEASURED, len(self.columns.rows)))
            ]
            room = max(map(metrics.horizontalAdvance, texts), default=0)
            room = min(room + theme().px(_CELL_PADDING_PX), theme().px(_WIDEST_PX.get(column, 400)))
            header.resizeSection(column, max(header.sectionSizeHint(column), room))
