"""The questions about files that only the user can answer."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.graph_editor.files import SUFFIX
from desktop.widgets.plain_label import plain_message_box
from engine.quoting import quote


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class FileDialogs:
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("FileDialogs", "Open graph")
        text, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), _filter())
        return Path(text) if text else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save."""
        title = QCoreApplication.translate("FileDialogs", "Save graph")
        text, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), _filter())
        return Path(text) if text else None

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what becomes of unsaved changes."""
        box = plain_message_box(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("FileDialogs", "Unsaved changes"))
        text = QCoreApplication.translate("FileDialogs", "Save the changes to “{0}”?")
        box.setText(text.format(quote(name)))
        box.setInformativeText(
            QCoreApplication.translate("FileDialogs", "They are lost if you don’t save them.")
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        for button, words in (
            (buttons.Save, QCoreApplication.translate("FileDialogs", "Save")),
            (buttons.Discard, QCoreApplication.translate("FileDialogs", "Don’t save")),
            (buttons.Cancel, QCoreApplication.translate("FileDialogs", "Cancel")),
        ):
            box.button(button).setText(words)
        box.setDefaultButton(buttons.Save)
        chosen = buttons(box.exec())
        return {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}.get(
            chosen, Answer.CANCEL
        )


def _filter() -> str:
    graphs = QCoreApplication.translate("FileDialogs", "Wiregrad graphs")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    return f"{graphs} (*{SUFFIX} *.json);;{everything} (*)"
