"""All that is to be said about a table at once; each remark leads to where it is about."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.training.own_data.table_words import remark_sentence
from engine.tables.remarks import Remark, Weight

_LOOKS = {
    Weight.FAULT: ("circle-alert", "error"),
    Weight.WARNING: ("triangle-alert", "warning"),
    Weight.NOTE: ("info", "text_muted"),
}
_ORDER = tuple(_LOOKS)
_MOST_SHOWN = 200
_LINES_SEEN = 4


class RemarkList(QListWidget):
    """Remarks, the gravest first; as high as they need, up to some lines.

    Signals:
        chosen(remark: Remark): Somebody wants to see what one is about.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.remarks: tuple[Remark, ...] = ()
        self._most_lines = _LINES_SEEN
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tip = self.tr("What is to be said about the table; a click shows where in the rows")
        explain(self, self.tr("Remarks on the table"), tip)
        self.itemClicked.connect(self._on_chosen)
        theme_notifier().follow(self._on_theme_changed)
        self.hide()

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Show other remarks; none of them takes no room."""
        ordered = sorted(remarks, key=lambda told: _ORDER.index(told.weight))[:_MOST_SHOWN]
        if tuple(ordered) == self.remarks:
            return
        self.remarks = tuple(ordered)
        self.clear()
        for told in self.remarks:
            self.addItem(QListWidgetItem(remark_sentence(told)))
        self._on_theme_changed()
        self.setVisible(bool(self.remarks))

    def set_most_lines(self, count: int) -> None:
        """Be as high as so many lines at the most; the others are scrolled to."""
        self._most_lines = count
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show with Enter where the current remark is about, and pass on all other keys."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentItem() is not None:
            self._on_chosen(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need less height where there is more width."""
        super().resizeEvent(event)
        self._fit()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.remarks[self.row(item)])

    def _on_theme_changed(self) -> None:
        self.setFont(theme().font("body"))
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        for row, told in enumerate(self.remarks):
            name, colour = _LOOKS[told.weight]
            self.item(row).setIcon(theme().icon(name, colour))
            self.item(row).setForeground(theme().color(colour if colour == "error" else "text"))
        self._fit()

    def _fit(self) -> None:
        height = sum(max(0, self.sizeHintForRow(row)) for row in range(min(20, self.count())))
        most = self._most_lines * (self.fontMetrics().height() + theme().px(6))
        height = min(height, most) + 2 * self.frameWidth()
        if self.count() and self.minimumHeight() != height:
            self.setFixedHeight(height)
