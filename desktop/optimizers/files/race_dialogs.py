"""The questions about files that only the user can answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import Answer, Overwrite, SaveDialogs

__all__ = ["SUFFIX", "Answer", "Overwrite", "RaceDialogs"]

SUFFIX = ".wiregrad-race"


class RaceDialogs(SaveDialogs):
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("RaceDialogs", "Open race")
        text, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), _kind().filter)
        return Path(text) if text else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save; the answer may be written."""
        title = QCoreApplication.translate("RaceDialogs", "Save race")
        return self.ask_file(title, suggestion, _kind())

    def _unsaved_words(self) -> str:
        return QCoreApplication.translate("RaceDialogs", "Save the changes to the race “{0}”?")

    def ask_picture(self, suggestion: Path) -> Path | None:
        """Ask where to save a still or moving picture; the answer may be written."""
        title = QCoreApplication.translate("RaceDialogs", "Save picture")
        kind = FileKind(suggestion.suffix[1:].upper(), (suggestion.suffix,))
        return self.ask_file(title, suggestion, kind)


def _kind() -> FileKind:
    return FileKind(QCoreApplication.translate("RaceDialogs", "Wiregrad races"), (SUFFIX,))
