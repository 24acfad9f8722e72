"""Reading a table from a file: the choice of the file, the dialog, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.files.file_chooser import ask_existing
from desktop.files.file_kind import FileKind
from desktop.training.own_data.table_dialog import TableDialog
from engine.errors import FileFormatError
from engine.quoting import quote
from engine.regular_file import read_text
from engine.table_text import MOST_CHARACTERS
from engine.training.datasets.dataset import Dataset

# A character takes four bytes at most.
LARGEST_TABLE_BYTES = 4 * MOST_CHARACTERS


class TableImport(QObject):
    """Asks for a file and for what to learn from it.

    Signals:
        chosen(data: Dataset): The user wants to train on this data.
        refused(error: EngineError): The file is no table.
    """

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.dialog: TableDialog | None = None

    def ask(self) -> None:
        """Let the user choose a file, and go on with `open`."""
        kind = FileKind(self.tr("Tables"), (".csv", ".tsv", ".txt"))
        path = ask_existing(self._parent, self.tr("Open a table"), Path(), kind)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Show a file in the dialog, which stays open beside the page."""
        try:
            text = read_table_text(path)
        except FileFormatError as error:
            self.refused.emit(error)
            return
        self.close()
        self.dialog = TableDialog(path.name, text, self._parent)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def close(self) -> None:
        """Close the dialog, if it is open, and take nothing."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        data: Dataset | None = dialog.dataset
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and data is not None:
            self.chosen.emit(data)


def read_table_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        FileFormatError: It cannot be read, is too large, or is no text.
    """
    try:
        return read_text(path, LARGEST_TABLE_BYTES)
    except FileFormatError as error:
        if error.code != "file_not_text":
            raise
        name = quote(path.name)
        raise FileFormatError(
            "table_not_text",
            f"“{name}” is no text in UTF-8: save the table as CSV in UTF-8.",
            name=name,
        ) from error
