"""The questions where exported files are to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import Overwrite, SaveDialogs


class ExportDialogs(SaveDialogs):
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def ask_export(self, suggestion: Path) -> Path | None:
        """Ask where a file is to be written; the answer may be written."""
        title = QCoreApplication.translate("ExportDialogs", "Export")
        kind = FileKind(f"*{suggestion.suffix}", (suggestion.suffix,))
        return self.ask_file(title, suggestion, kind)

    def ask_folder(self, folder: Path, names: Sequence[str]) -> Path | None:
        """Ask in which folder pictures of these names are to be written; they may be."""
        title = QCoreApplication.translate("ExportDialogs", "Folder for the pictures")
        while True:
            text = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
            if not text:
                return None
            folder = Path(text)
            present = [folder / name for name in names if (folder / name).exists()]
            answer = self.ask_replace(title, present) if present else Overwrite.REPLACE
            if answer is not Overwrite.ANOTHER:
                return folder if answer is Overwrite.REPLACE else None
