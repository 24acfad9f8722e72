"""The terms of one update: symbol, words and two numbers in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.fields.number_text import format_result
from desktop.widgets.formulas.formula_view import FormulaView
from engine.arrays import Array

_DIGITS, _MOST_DIGITS, _ALL_DIGITS = 4, 9, 17
_NONE = "—"
# As wide as a number of that many digits, so that nothing moves when the first step brings them.
_WIDEST = "0.0008888"


class TermRow(NamedTuple):
    """A term to list: its key among the values, its LaTeX symbol, and translated words for it."""

    name: str
    symbol: str
    words: str


class _NumberLabel(PlainLabel):
    """A text in a room of its own that only ever grows.

    Were the room the text's, every new number would lay out the whole column again.
    """

    def show_text(self, text: str) -> None:
        """Show another text; a longer one than ever gets more room."""
        if text != self.text():
            self.setText(text)
            if self.fontMetrics().horizontalAdvance(text) > self.width():
                self.fit()

    def fit(self) -> None:
        """Take the room of any number of that many digits, or of this text if it is longer."""
        metrics = QFontMetrics(theme().font("body"))
        widest = max(metrics.horizontalAdvance(text) for text in (_WIDEST, self.text()))
        self.setFixedSize(widest, metrics.height())


class TermsTable(QWidget):
    """One row for each term; the numbers tell all their digits in the tooltip.

    Signals:
        row_clicked(term: str): The row of a term was clicked.
    """

    row_clicked = Signal(str)

    def __init__(
        self, terms: Sequence[TermRow], moved: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """Make the rows.

        Args:
            terms: The terms.
            moved: Those that are the point before and after: where it moved, they look different.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._moved = moved
        self._numbers: dict[str, tuple[_NumberLabel, _NumberLabel]] = {}
        self._cells: dict[str, tuple[QWidget, ...]] = {}
        self._lit = ""
        self._headers = (self._number_label(), self._number_label())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 4, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        for column, label in enumerate(self._headers, start=2):
            label.setProperty("kind", "muted")
            self._grid.addWidget(label, 0, column)
        for row, term in enumerate(terms, start=1):
            self._add_row(row, term)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def number_text(self, term: str) -> tuple[str, str]:
        """Return the two numbers shown for a term."""
        x, y = self._numbers[term]
        return x.text(), y.text()

    def show_variables(self, variables: tuple[str, str]) -> None:
        """Name the two columns of numbers."""
        for label, name in zip(self._headers, variables, strict=True):
            label.show_text(name)

    def show_values(self, values: Mapping[str, Array]) -> None:
        """Show the numbers of the terms; a term without any was not computed."""
        self.setEnabled(bool(values))
        digits = [_DIGITS, _DIGITS]
        if all(name in values for name in self._moved):
            before, after = (values[name].tolist() for name in self._moved)
            digits = [_telling_digits(*pair) for pair in zip(before, after, strict=True)]
        for name, labels in self._numbers.items():
            numbers = values.get(name, (None, None))
            for label, number, count in zip(labels, numbers, digits, strict=True):
                shown = count if name in self._moved else _DIGITS
                self._show_number(label, None if number is None else float(number), shown)

    def set_lit(self, term: str) -> None:
        """Mark the row of a term, or none."""
        if term != self._lit:
            self._lit = term
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which row is clicked."""
        for name in self._numbers:
            if self._row_room(name).contains(event.position().toPoint()):
                self.row_clicked.emit(name)
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground and a bar under the row that is lit."""
        super().paintEvent(event)
        if self._lit not in self._numbers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._row_room(self._lit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        painter.drawRoundedRect(room, theme().px(4), theme().px(4))
        painter.setBrush(theme().color("accent"))
        painter.drawRect(room.left(), room.top() + 2, theme().px(3), room.height() - 4)
        painter.end()

    def _row_room(self, term: str) -> QRect:
        """Return the whole width of a row; a gap belongs half to each neighbour."""
        heights = [cell.geometry() for cell in self._cells[term]]
        top, bottom = min(c.top() for c in heights), max(c.bottom() for c in heights)
        half = self._grid.verticalSpacing() // 2
        return QRect(0, top - half, self.width(), bottom - top + 1 + 2 * half)

    def _add_row(self, row: int, term: TermRow) -> None:
        symbol = FormulaView(term.symbol, self, size_px=16.0)
        symbol.setToolTip(plain(term.words))
        words = PlainLabel(term.words, self)
        words.setProperty("kind", "muted")
        words.setWordWrap(True)
        labels = (self._number_label(), self._number_label())
        self._numbers[term.name] = labels
        self._cells[term.name] = (symbol, words, *labels)
        self._grid.addWidget(symbol, row, 0)
        self._grid.addWidget(words, row, 1)
        for column, label in enumerate(labels, start=2):
            self._grid.addWidget(label, row, column)

    def _number_label(self) -> _NumberLabel:
        label = _NumberLabel(self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def _on_theme_changed(self) -> None:
        for label in (*self._headers, *chain.from_iterable(self._numbers.values())):
            label.fit()

    @staticmethod
    def _show_number(label: _NumberLabel, value: float | None, digits: int) -> None:
        label.show_text(_NONE if value is None else format_result(value, digits))
        label.setToolTip(plain("" if value is None else format_result(value, _ALL_DIGITS)))


def _telling_digits(before: float, after: float) -> int:
    """Return with how many digits two numbers look different, within what there is room for."""
    for digits in range(_DIGITS, _MOST_DIGITS + 1):
        if format_result(before, digits) != format_result(after, digits):
            return digits
    return _DIGITS
