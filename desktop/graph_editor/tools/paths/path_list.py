"""The list of paths: each row tells a way and the product along it; hovering lights it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from engine.explanation.paths.path_answer import PathRow

_MOST_ROWS_SEEN = 5
Index = QModelIndex | QPersistentModelIndex
_PRODUCT_ROLE = Qt.ItemDataRole.UserRole


class _PathsModel(QAbstractListModel):
    """The rows, as texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PathRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.way
        if role == _PRODUCT_ROLE:
            return row.product
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = f"{row.way}\n{row.product}"
            return plain(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None


class _PathDelegate(QStyledItemDelegate):
    """Draws a way, and the product along it below."""

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Draw one path."""
        self.initStyleOption(option, index)
        way, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = option.rect.adjusted(theme().px(8), theme().px(4), -theme().px(8), -theme().px(4))
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        lower = upper.translated(0, area.height() // 2)
        painter.save()
        try:
            self._write(painter, "body", "text", upper, way)
            self._write(painter, "small", "gradient", lower, str(index.data(_PRODUCT_ROLE)))
        finally:
            painter.restore()

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """Return the height of a row; the list has the width."""
        return QSize(0, row_height())

    @staticmethod
    def _write(painter: QPainter, role: str, color: str, area: QRect, text: str) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().color(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def row_height() -> int:
    """Return the height of a row at the present zoom."""
    return theme().px(46)


class PathList(QListView):
    """Shows paths; one of them is pointed at, by the pointer or by the arrow keys.

    Signals:
        pointed(row: int): That path is pointed at; −1 for none.
    """

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _PathsModel(self)
        self._hovered = -1
        self.setModel(self._model)
        self.setItemDelegate(_PathDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tip = self.tr("Point at a path or walk with ↑ and ↓: it lights up on the canvas")
        explain(self, self.tr("Paths"), tip)
        self.entered.connect(self._on_entered)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme_notifier().follow(self._fit)
        self._fit()

    @property
    def rows(self) -> tuple[PathRow, ...]:
        """The paths shown."""
        return self._model.rows

    @property
    def row(self) -> int:
        """The path that is pointed at: under the pointer, or else the chosen one; −1 for none."""
        return self._hovered if self._hovered >= 0 else self.chosen

    @property
    def chosen(self) -> int:
        """The path chosen by click or key; −1 for none."""
        return self.currentIndex().row()

    def set_rows(self, rows: Sequence[PathRow]) -> None:
        """Show other paths; the chosen one stays chosen if it still leads the same way."""
        chosen = self.rows[self.chosen].wires if self.chosen >= 0 else None
        self._hovered = -1
        self._model.beginResetModel()
        self._model.rows = tuple(rows)
        self._model.endResetModel()
        self._fit()
        # Saying “none” too keeps the view from choosing the first one when the focus comes.
        self.choose(next((i for i, row in enumerate(rows) if row.wires == chosen), -1))

    def choose(self, row: int) -> None:
        """Choose a path, as a click does; one that is not there is no path."""
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the chosen path."""
        super().leaveEvent(event)
        if self._hovered >= 0:
            self._hovered = -1
            self.pointed.emit(self.row)

    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.pointed.emit(self.row)

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        # A key has moved on from where the pointer rests.
        self._hovered = -1
        self.pointed.emit(self.row)

    def _fit(self) -> None:
        count = min(max(len(self._model.rows), 1), _MOST_ROWS_SEEN)
        self.setFixedHeight(count * row_height() + 2 * self.frameWidth() + 2)
        self.setVisible(bool(self._model.rows))
