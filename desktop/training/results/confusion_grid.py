"""The confusion matrix of many classes: names written upwards, each cell told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, percent
from desktop.widgets.fields.number_text import format_number
from engine.quoting import quote

# The style sheet leaves 4 above and below the names of the rows, and draws a line below them.
_LONGEST_NAME_PX, _PADDING_PX, _ROW_PADDING_PX = 110, 8, 10
Index = QModelIndex | QPersistentModelIndex
Counts = NDArray[np.intp]


def cell_text(counts: Counts, names: Sequence[str], row: int, column: int) -> str:
    """Return what a cell tells, such as that 3 of 40 “a” were taken for “b”.

    Args:
        counts: Shape (n, n) or (n, n + 1): how often each class was taken for which; a last
            column more counts those of which two predictions tie.
        names: What the classes are called.
        row: The true class.
        column: The predicted one.
    """
    translate = QCoreApplication.translate
    count, whole = int(counts[row, column]), int(counts[row].sum())
    share = percent(format_number(100 * count / whole, 3)) if whole else "–"
    if column >= len(names):
        text = translate("ConfusionGrid", "Of {0} × “{1}”, {2} are undecided ({3}).")
        return filled(text, f"{whole:,}", quote(names[row]), f"{count:,}", share)
    if row == column:
        text = translate("ConfusionGrid", "Of {0} × “{1}”, {2} are predicted right ({3}).")
        return filled(text, f"{whole:,}", quote(names[row]), f"{count:,}", share)
    text = translate("ConfusionGrid", "Of {0} × “{1}”, {2} are taken for “{4}” ({3}).")
    known = f"{whole:,}", quote(names[row]), f"{count:,}", share, quote(names[column])
    return filled(text, *known)


def worst_cell(counts: Counts) -> tuple[int, int] | None:
    """Return the row and the column of the commonest mistake; None where there is none."""
    wrong = counts.copy()
    np.fill_diagonal(wrong, 0)
    if not wrong.any():
        return None
    row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
    return int(row), int(column)


class _CountsModel(QAbstractTableModel):
    """Counts under the names of the predicted classes, beside those of the true ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: Counts = np.zeros((0, 0), dtype=np.intp)
        self.names: tuple[str, ...] = ()

    def show_counts(self, counts: Counts, names: tuple[str, ...]) -> bool:
        """Show other counts; return whether the table has another shape or other names."""
        is_new = counts.shape != self.counts.shape or names != self.names
        if is_new:
            self.beginResetModel()
        self.counts, self.names = counts, names
        if is_new:
            self.endResetModel()
        elif counts.size:
            last = self.index(counts.shape[0] - 1, counts.shape[1] - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return is_new

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the true classes."""
        return 0 if parent is not None and parent.isValid() else int(self.counts.shape[0])

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the predicted classes, and what is undecided."""
        return 0 if parent is not None and parent.isValid() else int(self.counts.shape[1])

    def title(self, section: int) -> str:
        """Return a class's name in a line, or that of the last column."""
        if section < len(self.names):
            return quote(self.names[section])
        return QCoreApplication.translate("Confusion", "undecided")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of a cell."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.counts[row, column])
        if role == Qt.ItemDataRole.ForegroundRole:
            is_right = "success" if row == column else "error"
            return theme().color(is_right if self.counts[row, column] else "text_disabled")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = cell_text(self.counts, self.names, row, column)
            return plain(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a class's name."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self.title(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class _UprightHeader(QHeaderView):
    """Titles that are written from below upwards, so that narrow columns have whole names."""

    def __init__(self, model: _CountsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._titles = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Be as high as the longest name, up to a limit."""
        metrics = self.fontMetrics()
        names = map(self._titles.title, range(self._titles.columnCount()))
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        height = min(longest, theme().px(_LONGEST_NAME_PX)) + theme().px(_PADDING_PX)
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Write a name upwards, cut where it is too long; its tip has the whole."""
        painter.save()
        metrics, gap = self.fontMetrics(), theme().px(_PADDING_PX) // 2
        text = self._titles.title(logicalIndex)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.height() - 2 * gap)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(self.font())
        painter.translate(rect.bottomLeft())
        painter.rotate(-90)
        room = QRect(gap, 0, rect.height() - gap, rect.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class _CountDelegate(QStyledItemDelegate):
    """Writes a count in the middle of its cell.

    The style would leave room beside it, and write nothing where that leaves none.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        painter.save()
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else theme().color("text"))
        painter.setFont(theme().font("body"))
        text = str(index.data())
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the count to `paint`."""
        super().initStyleOption(option, index)
        option.text = ""


class ConfusionGrid(QTableView):
    """Counts in narrow columns; arrows and mouse choose a cell, which is told.

    Signals:
        told(text: str): What the chosen cell says.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts = _CountsModel(self)
        self.setModel(self.counts)
        self.setItemDelegate(_CountDelegate(self))
        self.setHorizontalHeader(_UprightHeader(self.counts, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        theme_notifier().follow(self._fit)

    def show_counts(self, counts: Counts, names: tuple[str, ...]) -> None:
        """Show counts; nobody having chosen a cell, the commonest mistake is told."""
        wider = counts.max(initial=0) > self.counts.counts.max(initial=0)
        if self.counts.show_counts(counts, names) or wider:
            self._fit()
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the commonest mistake for the arrows, and not in a corner."""
        place = worst_cell(self.counts.counts)
        if not self.currentIndex().isValid() and place is not None:
            self.setCurrentIndex(self.counts.index(*place))
        super().focusInEvent(event)

    def whole_height(self) -> int:
        """Return the height that shows all rows."""
        rows = self.verticalHeader().defaultSectionSize() * self.counts.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height()
        head = self.horizontalHeader().sizeHint().height()
        return head + rows + bar + 2 * self.frameWidth()

    def _tell(self) -> None:
        model, current = self.counts, self.currentIndex()
        place = (current.row(), current.column()) if current.isValid() else worst_cell(model.counts)
        if place is not None and model.names:
            self.told.emit(cell_text(model.counts, model.names, *place))
        else:
            self.told.emit("")

    def _fit(self) -> None:
        self.setFont(theme().font("body"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(theme().font("body"))
        metrics = self.fontMetrics()
        largest = str(int(self.counts.counts.max(initial=0)))
        width = metrics.horizontalAdvance(largest) + theme().px(_PADDING_PX)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(1)
        across.setDefaultSectionSize(max(width, metrics.height() + 2))
        down.setDefaultSectionSize(metrics.height() + theme().px(_ROW_PADDING_PX))
        names = (
            metrics.horizontalAdvance(self.counts.title(at)) for at in range(self.counts.rowCount())
        )
        limit = theme().px(_LONGEST_NAME_PX)
        down.setFixedWidth(min(max(names, default=0), limit) + 2 * theme().px(_PADDING_PX))
        across.updateGeometry()
        self.updateGeometries()
