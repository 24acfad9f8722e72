"""The question where an export goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import SaveDialogs
from desktop.graph_editor.export.forms import Form


class ExportDialogs(SaveDialogs):
    """Asks by a dialog; tests give other answers by putting another object in its place."""

    def ask_save(self, form: Form, suggestion: Path) -> Path | None:
        """Ask for the file of an export; the answer may be written."""
        title = QCoreApplication.translate("ExportDialogs", "Export as {0}")
        kind = FileKind(form.shown_title, (form.suffix,))
        return self.ask_file(title.format(form.shown_title), suggestion, kind)
