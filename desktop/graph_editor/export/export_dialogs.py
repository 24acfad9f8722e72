"""The question where an export goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.graph_editor.export.forms import Form


class ExportDialogs:
    """Asks by a dialog; tests give other answers by putting another object in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask_save(self, form: Form, suggestion: Path) -> Path | None:
        """Ask for the file of an export."""
        title = QCoreApplication.translate("ExportDialogs", "Export as {0}")
        everything = QCoreApplication.translate("ExportDialogs", "All files")
        kinds = f"{form.shown_title} (*{form.suffix});;{everything} (*)"
        text, _ = QFileDialog.getSaveFileName(
            self._parent, title.format(form.shown_title), str(suggestion), kinds
        )
        return Path(text) if text else None
