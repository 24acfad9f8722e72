"""A read-only table of texts that fits its rows and copies as text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.panels.figure import full_text

_ROW_PADDING = 10
_WIDEST_TITLE_PX = 64
_WIDEST_NAME_PX = 120
_CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class _RowsModel(QAbstractTableModel):
    """Texts, an optional theme colour per cell, and an optional swatch per row."""

    def __init__(self, headers: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.headers = list(headers)
        self.rows: list[list[str]] = []
        self.colours: list[list[str | None]] = []
        self.swatches: list[QColor] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[row][column]
        if role == Qt.ItemDataRole.ToolTipRole:
            # The same text again would tell nothing: of a number it is every digit.
            return plain(full_text(self.rows[row][column]))
        if role == Qt.ItemDataRole.ForegroundRole:
            name = self.colours[row][column] if row < len(self.colours) else None
            return theme().color(name) if name else None
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and row < len(self.swatches):
            return self.swatches[row]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        horizontal = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole and horizontal:
            return self.headers[section]
        if role == Qt.ItemDataRole.ToolTipRole and horizontal:
            # A title that has no room is cut.
            return plain(self.headers[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and horizontal:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class DataTable(QTableView):
    """Rows of text under headers; as high as its rows, copied with Ctrl+C.

    Signals:
        row_selected(row): the user chose a row, by mouse, by the arrows or by Enter.
    """

    row_selected = Signal(int)

    def __init__(
        self,
        headers: Sequence[str],
        parent: QWidget | None = None,
        *,
        yielding: int = 0,
        keeps_names: bool = False,
    ) -> None:
        """Make an empty table.

        Args:
            headers: one title for each column.
            parent: its owner.
            yielding: the column that gives way where room is short and takes what is left.
            keeps_names: whether it gives way down to its texts only; the table scrolls then.
        """
        super().__init__(parent)
        self._model = _RowsModel(headers, self)
        self._yielding = yielding
        self._keeps_names = keeps_names
        self._widest: list[int] = []
        self._is_entered = False
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        # Qt's own fitting to the contents measures every cell after every change.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Mostly the first names the rows and gives way to the numbers, down to its own title.
        header.setSectionResizeMode(yielding, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        # Of itself a header cuts a title through its letters.
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setVisible(any(headers))
        self.horizontalScrollBar().rangeChanged.connect(self._fit_height)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        theme_notifier().follow(self._fit)
        self._fit()

    @property
    def rows(self) -> list[list[str]]:
        """The texts shown."""
        return [list(row) for row in self._model.rows]

    def set_headers(self, headers: Sequence[str]) -> None:
        """Change the headers; as many as there are columns."""
        if self._model.headers == list(headers):
            return
        self._model.beginResetModel()
        self._model.headers = list(headers)
        self._model.endResetModel()
        self._fit_columns()

    def set_rows(
        self,
        rows: Sequence[Sequence[str]],
        *,
        colours: Sequence[Sequence[str | None]] = (),
        swatches: Sequence[QColor] = (),
    ) -> None:
        """Show other rows.

        Args:
            rows: one text per column in each.
            colours: for each row the theme colour of each cell, or None for plain text.
            swatches: for each row a colour shown before the first column.
        """
        model = self._model
        before = (model.rows, model.colours, model.swatches)
        shown = ([list(row) for row in rows], [list(row) for row in colours], list(swatches))
        same_count = len(rows) == len(model.rows)
        if not same_count:
            model.beginResetModel()
        model.rows, model.colours, model.swatches = shown
        if not same_count:
            model.endResetModel()
            self._fit()
        elif rows and shown != before:
            # Said once for all cells: for each, the table would measure its columns again.
            last = model.index(len(rows) - 1, len(model.headers) - 1)
            model.dataChanged.emit(model.index(0, 0), last)
            self._widen_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row for the arrows; whoever only walks past has chosen nothing."""
        self._is_entered = True
        try:
            super().focusInEvent(event)
        finally:
            self._is_entered = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys described above and pass on all others."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        elif event.key() in _CHOOSING_KEYS and self.currentIndex().isValid():
            self.row_selected.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """The whole table with tabs between columns, as a spreadsheet pastes it."""
        lines = [self._model.headers, *self._model.rows]
        return "\n".join("\t".join(line) for line in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the scroll bar where the columns need more width than there is."""
        super().resizeEvent(event)
        self._fit_height()

    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_entered:
            self.row_selected.emit(current.row())

    def _fit(self) -> None:
        self.setFont(theme().font("body"))
        row_height = self.fontMetrics().height() + _ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        title = header.sectionSizeHint(0) if self._model.headers and self._model.headers[0] else 0
        smallest, largest = theme().px(28), theme().px(_WIDEST_TITLE_PX)
        header.setMinimumSectionSize(min(max(smallest, title), largest))
        self._fit_columns()
        self._fit_height()

    def _widen_columns(self) -> None:
        """Give more room to a text that is longer than all before; none is ever taken back.

        Numbers that change in every frame would have the columns jump to and fro.
        """
        widths = self._text_widths()
        if any(new > old for new, old in zip(widths, self._widest, strict=True)):
            header = self.horizontalHeader()
            before = self._widest
            self._fit_columns([header.sectionSize(at) for at in range(header.count())])
            self._widest = list(map(max, widths, before))

    def _fit_columns(self, least: Sequence[int] = ()) -> None:
        header = self.horizontalHeader()
        if self._keeps_names:
            # The yielding column is the only one that may be narrower than its texts.
            names = self.sizeHintForColumn(self._yielding)
            title = header.sectionSizeHint(self._yielding)
            header.setMinimumSectionSize(min(max(names, title), theme().px(_WIDEST_NAME_PX)))
        self._widest = self._text_widths()
        for column in range(len(self._model.headers)):
            if column != self._yielding:
                room = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, max(room, least[column] if least else 0))

    def _text_widths(self) -> list[int]:
        metrics = self.fontMetrics()
        columns = zip(*self._model.rows, strict=True) if self._model.rows else ()
        return [max(map(metrics.horizontalAdvance, texts)) for texts in columns]

    def _fit_height(self) -> None:
        header = self.horizontalHeader()
        header_height = header.sizeHint().height() if header.isVisibleTo(self) else 0
        rows_height = self.verticalHeader().defaultSectionSize() * len(self._model.rows)
        bar = self.horizontalScrollBar()
        bar_height = bar.sizeHint().height() if bar.maximum() > 0 else 0
        height = header_height + rows_height + bar_height + 2 * self.frameWidth() + 1
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
