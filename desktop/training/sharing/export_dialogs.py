"""The questions where exported files are to go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class ExportDialogs:
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask_file(self, suggestion: Path) -> Path | None:
        """Ask where a file is to be written."""
        title = QCoreApplication.translate("ExportDialogs", "Export")
        everything = QCoreApplication.translate("ExportDialogs", "All files")
        kinds = f"*{suggestion.suffix} (*{suggestion.suffix});;{everything} (*)"
        text, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        return Path(text) if text else None

    def ask_folder(self, folder: Path) -> Path | None:
        """Ask in which folder pictures are to be written."""
        title = QCoreApplication.translate("ExportDialogs", "Folder for the pictures")
        text = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
        return Path(text) if text else None
