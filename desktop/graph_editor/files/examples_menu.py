"""The menu of the drawings that the program brings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.translation import translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.drawing_files import examples


class ExamplesMenu(QMenu):
    """Shows examples in the document, if what is there may go.

    Signals:
        chosen(): An example is about to be shown: what is being typed belongs to what there is.
        opened(): An example is shown.
        reported(text: str, severity: str): What was told before is no longer so.
    """

    chosen = Signal()
    opened = Signal()
    reported = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        """Offer all examples.

        Args:
            document: Where they are shown.
            parent: The page.
        """
        super().__init__(parent)
        self._document = document
        self.setTitle(self.tr("Examples"))
        self.setToolTipsVisible(True)
        for example in examples():
            action = QAction(translate_engine(example.drawing.title), self)
            action.setToolTip(plain(translate_engine(example.drawing.description)))
            action.setStatusTip(action.toolTip())
            action.triggered.connect(lambda _=False, name=example.name: self._on_chosen(name))
            self.addAction(action)

    def show_example(self, name: str, *, is_agreed: bool = False) -> None:
        """Show a shipped drawing, without asking anything; `is_agreed` as in `Document.load`."""
        found = next((example for example in examples() if example.name == name), None)
        if found is not None:
            self._document.load(found.drawing, None, is_agreed=is_agreed)
            self.opened.emit()

    def _on_chosen(self, name: str) -> None:
        self.chosen.emit()
        self.show_example(name)
        self.reported.emit("", "info")
