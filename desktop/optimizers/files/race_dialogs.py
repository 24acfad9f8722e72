"""The questions about files that only the user can answer."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.widgets.plain_label import plain_message_box
from engine.quoting import quote

SUFFIX = ".wiregrad-race"


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class RaceDialogs:
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        title = QCoreApplication.translate("RaceDialogs", "Open race")
        text, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), _races())
        return Path(text) if text else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save."""
        title = QCoreApplication.translate("RaceDialogs", "Save race")
        text, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), _races())
        return Path(text) if text else None

    def ask_picture(self, suggestion: Path) -> Path | None:
        """Ask where to save a still or moving picture."""
        title = QCoreApplication.translate("RaceDialogs", "Save picture")
        kind = f"{suggestion.suffix[1:].upper()} (*{suggestion.suffix})"
        text, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kind)
        return Path(text) if text else None

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what becomes of unsaved changes."""
        translate = QCoreApplication.translate
        box = plain_message_box(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("RaceDialogs", "Unsaved changes"))
        box.setText(translate("RaceDialogs", "Save the changes to “{0}”?").format(quote(name)))
        box.setInformativeText(translate("RaceDialogs", "They are lost if you don’t save them."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        for button, words in (
            (buttons.Save, translate("RaceDialogs", "Save")),
            (buttons.Discard, translate("RaceDialogs", "Don’t save")),
            (buttons.Cancel, translate("RaceDialogs", "Cancel")),
        ):
            box.button(button).setText(words)
        box.setDefaultButton(buttons.Save)
        chosen = buttons(box.exec())
        return {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}.get(
            chosen, Answer.CANCEL
        )


def _races() -> str:
    races = QCoreApplication.translate("RaceDialogs", "Wiregrad races")
    everything = QCoreApplication.translate("RaceDialogs", "All files")
    return f"{races} (*{SUFFIX});;{everything} (*)"
