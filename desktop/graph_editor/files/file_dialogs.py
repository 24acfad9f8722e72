"""The questions about files that only the user can answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import Answer, Overwrite, SaveDialogs
from desktop.graph_editor.files.drawing_files import SUFFIX

__all__ = ["Answer", "FileDialogs", "Overwrite"]


class FileDialogs(SaveDialogs):
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("FileDialogs", "Open graph")
        text, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), _kind().filter)
        return Path(text) if text else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save; the answer may be written."""
        title = QCoreApplication.translate("FileDialogs", "Save graph")
        return self.ask_file(title, suggestion, _kind())

    def _unsaved_words(self) -> str:
        return QCoreApplication.translate("FileDialogs", "Save the changes to the graph “{0}”?")


def _kind() -> FileKind:
    return FileKind(QCoreApplication.translate("FileDialogs", "Wiregrad graphs"), (SUFFIX, ".json"))
