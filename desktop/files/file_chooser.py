"""The dialogs in which a file is named: the system's own, or else Qt's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from desktop.files.file_kind import FileKind


class FileChooser:
    """Asks for a name as often as it is wanted, keeping what was typed.

    The dialog itself asks nothing about files that are there already: it knows the typed name
    alone, and not the one that will be written.
    """

    def __init__(self, parent: QWidget, title: str, suggestion: Path, kind: FileKind) -> None:
        """Prepare the dialog.

        Args:
            parent: The widget that it stands over.
            title: Its title.
            suggestion: The folder and the name that it begins with.
            kind: What is to be written.
        """
        self.dialog = QFileDialog(parent, title, str(suggestion.parent), kind.filter)
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        self.dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.dialog.selectFile(suggestion.name)
        self._refused: Callable[[Path], None] = lambda _: None
        self._is_due = False
        self._watch()

    def choose(self) -> Path | None:
        """Ask; return what was named, or None."""
        if not self.dialog.exec():
            return None
        named = self.dialog.selectedFiles()
        return Path(named[0]) if named and named[0] else None

    def on_refused(self, told: Callable[[Path], None]) -> None:
        """Let somebody say why Qt's own dialog keeps silent about a name and stays."""
        self._refused = told

    def close(self) -> None:
        """Let the dialog go."""
        self.dialog.deleteLater()

    def _watch(self) -> None:
        # These are there in Qt's own dialog only, which does nothing at all for a long name.
        edit = self.dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = self.dialog.findChild(QDialogButtonBox, "buttonBox")
        if edit is not None and buttons is not None:
            self._edit = edit
            edit.returnPressed.connect(self._on_accepting)
            buttons.accepted.connect(self._on_accepting)

    def _on_accepting(self) -> None:
        # The Enter key is told of twice, by the line and by the button that it stands for.
        if not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self.dialog, self._tell_if_refused)

    def _tell_if_refused(self) -> None:
        self._is_due = False
        if self.dialog.isVisible():
            typed = Path(self._edit.text())
            self._refused(Path(self.dialog.directory().absolutePath()) / typed)


def ask_existing(parent: QWidget, title: str, folder: Path, kind: FileKind) -> Path | None:
    """Ask which file of a kind to open, beginning in a folder; None for none."""
    text, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kind.filter)
    return Path(text) if text else None
