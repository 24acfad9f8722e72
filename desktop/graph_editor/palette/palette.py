"""The palette: every operation of the table as a chip to drag onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.groups.gate_shelf import GateShelf
from desktop.graph_editor.palette.my_gates_section import MyGatesSection
from desktop.graph_editor.palette.operation_chip import OperationChip
from desktop.graph_editor.palette.operation_search import matching_operations
from desktop.widgets.panels.chip_walk import ChipWalk
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.side_panel import NARROWEST_SHARE, ColumnArea
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.quoting import brief

_WIDTH_PX = 218


class Palette(QFrame):
    """A search field over the groups of chips.

    Signals:
        chosen(name: str): An operation was double-clicked, or chosen by Enter.
        refused(sentence: str): Why a kept gate could not be renamed.
    """

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "left")
        self._chips: list[OperationChip] = []
        self._groups: list[tuple[QLabel, QWidget, list[OperationChip]]] = []
        self._mine: MyGatesSection | None = None
        self._shelf: GateShelf | None = None
        self._search = self._make_search()
        self._walk = ChipWalk(self._search, lambda: self.chips, self)
        self._nothing = PlainLabel(self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(10)
        searching = QVBoxLayout()
        searching.setContentsMargins(14, 0, 14, 0)
        searching.addWidget(self._search)
        searching.addWidget(self._nothing)
        layout.addLayout(searching)
        layout.addWidget(self._make_groups(), 1)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Return the width that suits the chips."""
        return QSize(theme().px(_WIDTH_PX), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width below which a chip would be cut, or its place in the order lost."""
        least = super().minimumSizeHint().width()
        return QSize(max(least, theme().px(_WIDTH_PX * NARROWEST_SHARE)), 0)

    @property
    def search_field(self) -> QLineEdit:
        """The field that filters the chips."""
        return self._search

    @property
    def chips(self) -> list[OperationChip]:
        """The chips that are shown, in order."""
        mine = self._mine.chips if self._mine is not None else []
        return [chip for chip in (*mine, *self._chips) if not chip.isHidden()]

    def chip(self, name: str) -> OperationChip:
        """Return the chip of an operation."""
        mine = self._mine.chips if self._mine is not None else []
        return next(chip for chip in (*mine, *self._chips) if chip.operation.name == name)

    @property
    def my_gates(self) -> MyGatesSection | None:
        """The section of kept gates, once there is a shelf."""
        return self._mine

    def set_shelf(self, shelf: GateShelf) -> None:
        """Show the gates of a shelf above the operations."""
        self._shelf = shelf
        self._mine = MyGatesSection(shelf, self)
        self._mine.chosen.connect(self.chosen)
        self._mine.refused.connect(self.refused)
        self._mine.chips_changed.connect(self._on_my_chips_changed)
        self._column.insertWidget(0, self._mine)
        self._on_my_chips_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clear the search by Escape."""
        if watched is self._search and isinstance(event, QKeyEvent) and self._search.text():
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _make_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Search operations"))
        tip = self.tr("Type a name or a symbol, such as mul, × or relu; Enter adds it")
        explain(field, self.tr("Search operations"), tip)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._on_search_changed)
        field.returnPressed.connect(self._on_return_pressed)
        field.installEventFilter(self)
        return field

    def _make_groups(self) -> ColumnArea:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 4, 8, 14)
        column.setSpacing(7)
        for category in Category:
            operations = [item for item in OPERATIONS.values() if item.category is category]
            if operations:
                self._add_group(column, category, operations)
        column.addStretch(1)
        self._column = column
        return ColumnArea(content, self)

    def _add_group(
        self, column: QVBoxLayout, category: Category, operations: list[Operation]
    ) -> None:
        caption = PlainLabel(translate_engine(category.value), self)
        caption.setProperty("kind", "caption")
        box = QWidget(self)
        flow = FlowLayout(box)
        chips = [OperationChip(operation, box) for operation in operations]
        for chip in chips:
            chip.chosen.connect(self.chosen)
            self._walk.add(chip)
            flow.addWidget(chip)
        column.addWidget(caption)
        column.addWidget(box)
        column.addSpacing(7)
        self._chips += chips
        self._groups.append((caption, box, chips))

    def _on_search_changed(self, text: str) -> None:
        found = {operation.name for operation in self._found(text)}
        if self._mine is not None:
            self._mine.show_found(frozenset(found) if text.strip() else None)
        for caption, box, chips in self._groups:
            for chip in chips:
                chip.setVisible(chip.operation.name in found)
            has_any = any(chip.operation.name in found for chip in chips)
            caption.setVisible(has_any)
            box.setVisible(has_any)
        self._nothing.setText(filled(self.tr("No operation answers to “{0}”."), brief(text)))
        self._nothing.setVisible(not found)

    def _found(self, text: str) -> list[Operation]:
        return matching_operations(text, self._shelf.operations() if self._shelf else ())

    def _on_my_chips_changed(self) -> None:
        for chip in self._mine.chips if self._mine is not None else ():
            self._walk.add(chip)

    def _on_return_pressed(self) -> None:
        found = self._found(self._search.text())
        if found and self._search.text().strip():
            self.chosen.emit(found[0].name)
            self._search.selectAll()

    def _on_theme_changed(self) -> None:
        for chip in (*self._chips, *(self._mine.chips if self._mine is not None else ())):
            chip.restyle()
