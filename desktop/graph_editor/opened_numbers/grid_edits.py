"""Opening the table for a source, and making one undo step of what was typed there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.foundation.translation import filled
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.opened_numbers.cells import MOST_CELLS
from desktop.graph_editor.opened_numbers.grid_dialog import GridDialog
from engine.arrays import Array, as_array
from engine.graph.model import NodeId


class GridEdits:
    """Opens one table at a time."""

    def __init__(self, document: Document, parent: QWidget, refuse: Callable[[str], None]) -> None:
        """Make the edits of a canvas or a panel.

        Args:
            document: What they change.
            parent: Over which the table opens.
            refuse: Takes the sentence why a value cannot be edited here.
        """
        self._document = document
        self._parent = parent
        self._refuse = refuse
        self.dialog: GridDialog | None = None

    def open(self, node_id: NodeId) -> None:
        """Open the table of a source's value."""
        node = self._document.graph.nodes[node_id]
        value = node.value
        if value is None or self.dialog is not None:
            return
        if value.ndim > 2 or not 0 < value.size <= MOST_CELLS:
            text = QCoreApplication.translate(
                "ValueGrid",
                "This value cannot be shown as a table: it needs one or two axes and at most {0} "
                "numbers.",
            )
            self._refuse(filled(text, MOST_CELLS))
            return

        def commit(typed: Array) -> None:
            if node_id in self._document.graph.nodes:
                self._document.set_value(node_id, as_array(typed))

        self.dialog = GridDialog(node.name, value, commit, self._parent)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def close_now(self) -> None:
        """Close without taking anything, because the page is closing."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self, _result: int) -> None:
        self.dialog = None
