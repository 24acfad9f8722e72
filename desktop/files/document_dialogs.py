"""The questions about a document's files that only the user can answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.files.document_form import DocumentForm
from desktop.files.file_chooser import ask_existing
from desktop.files.save_dialogs import Answer, SaveDialogs


class DocumentDialogs(SaveDialogs):
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def __init__(self, parent: QWidget, form: DocumentForm[Any]) -> None:
        """Ask over a widget, in the words of a kind of document."""
        super().__init__(parent)
        self._kind, self._words = form.kind, form.words

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        return ask_existing(self._parent, self._words.ask_open, folder, self._kind)

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save; the answer may be written."""
        return self.ask_file(self._words.ask_save, suggestion, self._kind)

    def ask_unsaved(self, name: str, parts: Sequence[str] = ()) -> Answer:
        """Ask what becomes of unsaved changes.

        Args:
            name: What the whole is called.
            parts: What of it is not saved, in the user's words; empty for all of it.
        """
        return self.ask_leave(self._words.unsaved, name, parts)
