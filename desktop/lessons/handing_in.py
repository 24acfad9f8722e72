"""Handing in what was answered: a name, and a file for the lecturer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.files.file_kind import FileKind
from desktop.files.folders import suggested_folder
from desktop.files.save_dialogs import SaveDialogs
from desktop.files.whole_file import write_whole
from desktop.foundation.plain_label import plain_message_box
from desktop.foundation.translation import error_sentence, filled
from engine.errors import EngineError
from engine.lessons.result import LONGEST_NAME, SUFFIX, result_json, result_of
from engine.lessons.sitting import Sitting

_NO_NAME = re.compile(r"[^\w .-]+")


class HandingIn(QObject):
    """Asks for the name and the file, and writes the result."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._name = ""

    def ask(self, sitting: Sitting) -> Path | None:
        """Write what was answered in a sitting; None where nothing was written."""
        name, is_given = QInputDialog.getText(
            self._widget,
            self.tr("Hand in"),
            self.tr("Your name, as your lecturer knows it:"),
            text=self._name,
        )
        name = name.strip()[:LONGEST_NAME]
        if not is_given or not name:
            return None
        self._name = name
        kind = FileKind(self.tr("Results of lessons"), (SUFFIX,))
        stem = _NO_NAME.sub("", f"{name}-{sitting.lesson}").strip() or sitting.lesson
        suggestion = suggested_folder() / f"{stem}{SUFFIX}"
        path = SaveDialogs(self._widget).ask_file(self.tr("Hand in"), suggestion, kind)
        return None if path is None else self._write(path, sitting, name)

    def _write(self, path: Path, sitting: Sitting, name: str) -> Path | None:
        try:
            write_whole(path, result_json(result_of(sitting, name)).encode())
        except EngineError as error:
            box = plain_message_box(self._widget)
            sentence = self.tr("The result was not written. {0}")
            box.setText(filled(sentence, error_sentence(error)))
            box.exec()
            return None
        return path
