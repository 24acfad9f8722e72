"""The window that lists every action and its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.shell.actions import plain_text

Group = tuple[str, Sequence[tuple[str, str, str]]]


_WIDTH_PX, _HEIGHT_PX = 1080, 620
_NAME_PX, _KEY_PX = 270, 230


class ShortcutsDialog(QDialog):
    """A list of actions by menu, each with its key and what it does, and a field to search it."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        """Fill the list.

        Args:
            groups: For each heading the rows (name, keys, explanation).
            parent: The window that it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        tip = self.tr("Show only what contains these words")
        explain(self.search, self.tr("Search actions and keys"), tip)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search_changed)
        self.list = self._make_list()
        for title, rows in groups:
            self._add_group(title, rows)
        self.list.expandAll()
        self._fit_columns()
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("Close this window"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        for widget in (self.search, self.list, buttons):
            layout.addWidget(widget)
        self.resize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))

    @property
    def visible_rows(self) -> list[tuple[str, str]]:
        """The name and the keys of every row that the search leaves."""
        return [
            (row.text(0) or row.text(2), row.text(1))
            for group in self._groups()
            for row in _children(group)
            if not row.isHidden()
        ]

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderLabels([self.tr("Action"), self.tr("Key"), self.tr("What it does")])
        tip = self.tr("Every action with its key and what it does")
        explain(tree, self.tr("Actions and keys"), tip)
        tree.setRootIsDecorated(False)
        tree.setIndentation(theme().px(12))
        return tree

    def _fit_columns(self) -> None:
        # A file's or an example's name may be long; it must not push the other columns out.
        for column, widest in ((0, _NAME_PX), (1, _KEY_PX)):
            self.list.resizeColumnToContents(column)
            width = min(self.list.columnWidth(column), theme().px(widest))
            self.list.setColumnWidth(column, width)

    def _add_group(self, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
        group = QTreeWidgetItem(self.list, [title])
        group.setFirstColumnSpanned(True)
        group.setFont(0, theme().font("caption"))
        group.setForeground(0, theme().color("text_muted"))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for name, keys, explanation in rows:
            # What has no explanation is one itself, and too long for the names' column.
            texts = [name, keys, explanation] if explanation else ["", keys, name]
            QTreeWidgetItem(group, texts)

    def _groups(self) -> list[QTreeWidgetItem]:
        return _children(self.list.invisibleRootItem())

    def _on_search_changed(self, text: str) -> None:
        words = text.casefold().split()
        for group in self._groups():
            rows = _children(group)
            for row in rows:
                content = " ".join(row.text(column) for column in range(3)).casefold()
                row.setHidden(not all(word in content for word in words))
            group.setHidden(all(row.isHidden() for row in rows))


def row_of(action: QAction) -> tuple[str, str, str]:
    """Return the name, the keys and the explanation of an action.

    A key that a page answers by itself stands behind a tab in the text, as menus show it.
    """
    name, _, shown_key = plain_text(action.text()).partition("\t")
    keys = [
        key.toString(QKeySequence.SequenceFormat.NativeText)
        for key in action.shortcuts()
        if not key.isEmpty()
    ]
    return name, ", ".join(keys) or shown_key, action.statusTip() or action.toolTip()


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(index) for index in range(item.childCount()))
    return [child for child in children if child is not None]
