"""A matrix as a picture in a panel: its numbers where they can be read, its pattern otherwise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.graph_editor.items.heat_map import HeatMap
from engine.arrays import Array
from engine.formula.values import format_number, number_text

_WIDEST_CELL, _CELL_HEIGHT = 84, 30
_TALLEST, _MOST_NUMBERED = 300, 16
_PADDING = 10
# Under numbers the colours stand back, so that either ink can be read on them.
_BEHIND_NUMBERS = 0.45

Entry = Callable[[int, int], float]


class HeatView(QWidget):
    """Shows one matrix, or how a very large one looks from afar; every entry on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: HeatMap | None = None
        self._size = (0, 0)
        self._entry: Entry | None = None
        self._digits = 2
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme_notifier().follow(self._on_theme_changed)

    @property
    def rows_and_columns(self) -> tuple[int, int]:
        """How large the matrix is that is shown."""
        return self._size

    @property
    def shows_numbers(self) -> bool:
        """Whether every entry is written."""
        return self._map is not None and self._cell_width() >= self._widest_text() + 4

    def show_array(self, array: Array, digits: int) -> None:
        """Show an array; a vector stands in one column."""
        rows = array.reshape(-1, 1) if array.ndim < 2 else array.reshape(-1, array.shape[-1])

        def entry(row: int, column: int) -> float:
            return float(rows[row, column])

        self.show_pattern(rows, rows.shape, entry, digits)

    def show_pattern(
        self, squares: Array, size: tuple[int, int], entry: Entry, digits: int
    ) -> None:
        """Show a matrix of a size by squares that may each stand for many entries.

        Args:
            squares: What is drawn.
            size: Rows and columns of the matrix.
            entry: Returns one entry.
            digits: Decimals where numbers are written.
        """
        self._map, self._size, self._entry, self._digits = HeatMap(squares), size, entry, digits
        self.updateGeometry()
        self.update()

    def text_at(self, place: QPoint) -> str:
        """Return row, column and entry at a place in the widget; empty beside the matrix."""
        area = self._area()
        if self._entry is None or not area.contains(place):
            return ""
        rows, columns = self._size
        row = min(rows - 1, int((place.y() - area.top()) / area.height() * rows))
        column = min(columns - 1, int((place.x() - area.left()) / area.width() * columns))
        number = number_text(self._entry(row, column)).replace("-", "\N{MINUS SIGN}")
        return filled(self.tr("row {0}, column {1}: {2}"), row + 1, column + 1, number)

    def sizeHint(self) -> QSize:
        """Return the size at which everything is seen."""
        return QSize(theme().px(280), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: as high as it is wanted, and narrow."""
        return QSize(theme().px(80), self._wanted_height())

    def event(self, event: QEvent) -> bool:
        """Answer a rest of the pointer with one entry."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain(self.text_at(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares, and the numbers on them if there is room."""
        if self._map is None or 0 in self._size:
            return
        painter = QPainter(self)
        area = self._area()
        shows_numbers = self.shows_numbers
        painter.fillRect(area, theme().color("node"))
        painter.setOpacity(_BEHIND_NUMBERS if shows_numbers else 1.0)
        self._map.paint(painter, area, "border_strong")
        painter.setOpacity(1.0)
        if shows_numbers:
            self._paint_numbers(painter, area)
        painter.end()

    def _paint_numbers(self, painter: QPainter, area: QRectF) -> None:
        assert self._map is not None
        squares = self._map.squares.reshape(self._size)
        rows, columns = self._size
        width, height = area.width() / columns, area.height() / rows
        painter.setFont(theme().font("small"))
        for row in range(rows):
            for column in range(columns):
                number = float(squares[row, column])
                painter.setPen(theme().color("text_muted" if number == 0 else "text"))
                place = QRectF(
                    area.left() + column * width, area.top() + row * height, width, height
                )
                text = format_number(number, self._digits)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _is_small(self) -> bool:
        return self._map is not None and (
            self._map.squares.size == self._size[0] * self._size[1]
            and max(self._size) <= _MOST_NUMBERED
        )

    def _widest_text(self) -> int:
        if not self._is_small():
            return 1_000_000
        assert self._map is not None
        metrics = self.fontMetrics()
        texts = (format_number(float(n), self._digits) for n in self._map.squares.flat)
        return max(map(metrics.horizontalAdvance, texts), default=0)

    def _cell_width(self) -> float:
        columns = max(1, self._size[1])
        return min(theme().px(_WIDEST_CELL), (self.width() - 2) / columns)

    def _wanted_height(self) -> int:
        rows, columns = self._size
        if not rows or not columns:
            return 0
        if self._is_small():
            return rows * theme().px(_CELL_HEIGHT) + 2
        width = self.width() if self.width() > theme().px(80) else theme().px(280)
        height = width * rows / columns
        least = theme().px(_PADDING)
        return round(min(theme().px(_TALLEST), max(least, height))) + 2

    def _area(self) -> QRectF:
        rows, columns = self._size
        height = self.height() - 2.0
        if self._is_small():
            return QRectF(1, 1, self._cell_width() * columns, height)
        width = min(self.width() - 2.0, max(_PADDING, height * columns / max(1, rows)))
        return QRectF(1, 1, width, height)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
