"""The questions before a file is written, which only the user can answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.files.choice_question import ask_choice, explain
from desktop.files.file_causes import writing
from desktop.files.file_chooser import FileChooser
from desktop.files.file_kind import FileKind, most_bytes, name_bytes
from desktop.files.file_stamp import Obstacle, is_read_only
from desktop.foundation.translation import error_sentence, filled
from engine.errors import FileFormatError
from engine.quoting import quote

_LONGEST_SHOWN = 40
_MOST_NAMED = 4


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Overwrite(Enum):
    """What to do about a file that is in the way."""

    REPLACE = auto()
    ANOTHER = auto()
    CANCEL = auto()


class SaveDialogs:
    """Asks by dialogs; tests give other answers by putting another object in its place."""

    make_chooser: Callable[[QWidget, str, Path, FileKind], FileChooser] = FileChooser

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask_file(self, title: str, suggestion: Path, kind: FileKind) -> Path | None:
        """Ask which file to write.

        The name gets its suffix first; then what speaks against this very file is said or asked,
        with the way back to the name.

        Returns:
            A file that may be written, whether it is there or not; None for none.
        """
        chooser = type(self).make_chooser(self._parent, title, suggestion, kind)

        def tell_refused(named: Path) -> None:
            problem = _problem(kind.completed(named))
            if problem:
                explain(chooser.dialog, title, problem)

        chooser.on_refused(tell_refused)
        try:
            while (named := chooser.choose()) is not None:
                path = kind.completed(named)
                answer = self._agree(title, path)
                if answer is not Overwrite.ANOTHER:
                    return path if answer is Overwrite.REPLACE else None
            return None
        finally:
            chooser.close()

    def ask_folder(self, title: str, folder: Path, names: Sequence[str]) -> Path | None:
        """Ask in which folder files of these names are to be written; they may be.

        Args:
            title: The title of the dialogs.
            folder: The folder that they begin with.
            names: The names.
        """
        while True:
            text = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
            if not text:
                return None
            folder = Path(text)
            present = [folder / name for name in names if (folder / name).exists()]
            answer = self.ask_replace(title, present) if present else Overwrite.REPLACE
            if answer is not Overwrite.ANOTHER:
                return folder if answer is Overwrite.REPLACE else None

    def ask_overwrite(self, path: Path, obstacle: Obstacle) -> Overwrite:
        """Ask whether a document's own file is to be written all the same."""
        return ask_choice(
            self._parent,
            QCoreApplication.translate("SaveDialogs", "Save"),
            _words_of(obstacle, path.name),
            {
                Overwrite.REPLACE: QCoreApplication.translate("SaveDialogs", "Save anyway"),
                Overwrite.ANOTHER: QCoreApplication.translate("SaveDialogs", "Save as…"),
                Overwrite.CANCEL: QCoreApplication.translate("SaveDialogs", "Cancel"),
            },
            Overwrite.ANOTHER,
            Overwrite.CANCEL,
        )

    def ask_replace(self, title: str, paths: Sequence[Path]) -> Overwrite:
        """Ask whether files that are there may be replaced; one of them at least."""
        return ask_choice(
            self._parent,
            title,
            _replacing_words(paths),
            {
                Overwrite.REPLACE: QCoreApplication.translate("SaveDialogs", "Replace"),
                Overwrite.ANOTHER: QCoreApplication.translate("SaveDialogs", "Choose another…"),
                Overwrite.CANCEL: QCoreApplication.translate("SaveDialogs", "Cancel"),
            },
            Overwrite.ANOTHER,
            Overwrite.CANCEL,
        )

    def ask_leave(self, text: str, name: str, parts: Sequence[str]) -> Answer:
        """Ask what becomes of unsaved changes.

        Args:
            text: The question, with a blank for the name.
            name: What the whole is called.
            parts: What of it is not saved, in the user's words; empty for all of it.
        """
        note = QCoreApplication.translate("SaveDialogs", "They are lost if you don’t save them.")
        if parts:
            words = QCoreApplication.translate("SaveDialogs", "Not saved: {0}.")
            note = f"{filled(words, _listed(parts))}\n{note}"
        return ask_choice(
            self._parent,
            QCoreApplication.translate("SaveDialogs", "Unsaved changes"),
            (filled(text, _shortened(name)), note),
            {
                Answer.SAVE: QCoreApplication.translate("SaveDialogs", "Save"),
                Answer.DISCARD: QCoreApplication.translate("SaveDialogs", "Don’t save"),
                Answer.CANCEL: QCoreApplication.translate("SaveDialogs", "Cancel"),
            },
            Answer.SAVE,
            Answer.CANCEL,
        )

    def _agree(self, title: str, path: Path) -> Overwrite:
        problem = _problem(path)
        if problem:
            explain(self._parent, title, problem)
            return Overwrite.ANOTHER
        if not os.path.lexists(path):
            return Overwrite.REPLACE
        return self.ask_replace(title, [path])


def _problem(path: Path) -> str:
    """Say why a file cannot be written at all, as far as that can be told before; '' if it can."""
    try:
        with writing(path.name):
            return _known_problem(path)
    except FileFormatError as error:
        return error_sentence(error)


def _known_problem(path: Path) -> str:
    size, most = name_bytes(path.name), most_bytes(path.parent)
    name, folder = _shortened(path.name), path.parent
    if size > most:
        text = QCoreApplication.translate(
            "SaveDialogs",
            "The name “{0}” is too long: with its ending “{1}” it takes {2} bytes, and {3} are the "
            "most. A Korean letter takes three.",
        )
        return filled(text, name, path.suffix, size, most)
    if not folder.is_dir():
        text = QCoreApplication.translate("SaveDialogs", "There is no folder “{0}”.")
        return filled(text, _shortened(folder.name or str(folder)))
    if path.is_dir():
        text = QCoreApplication.translate("SaveDialogs", "“{0}” is a folder. Choose another name.")
        return filled(text, name)
    if path.exists() and not path.is_file():
        text = QCoreApplication.translate(
            "SaveDialogs",
            "“{0}” is no ordinary file but a pipe or a device. Choose another name.",
        )
        return filled(text, name)
    if not os.access(folder.resolve() if not path.exists() else path.resolve().parent, os.W_OK):
        text = QCoreApplication.translate(
            "SaveDialogs", "Nothing may be written in the folder “{0}”. Choose another."
        )
        return filled(text, _shortened(folder.name or str(folder)))
    return ""


def _shortened(name: str) -> str:
    return quote(name, _LONGEST_SHOWN)


def _listed(names: Sequence[str]) -> str:
    """Return names in a row, the last of them where there are many."""
    shown = [_shortened(name) for name in names[-_MOST_NAMED:]]
    return ", ".join(shown if len(shown) == len(names) else ["…", *shown])


def _replacing_words(paths: Sequence[Path]) -> tuple[str, str]:
    translate = QCoreApplication.translate
    locked = [path.name for path in paths if is_read_only(path)]
    if len(paths) == 1:
        text = translate("SaveDialogs", "“{0}” is already there. Replace it?")
        note = translate("SaveDialogs", "It is read-only.") if locked else ""
        return filled(text, _shortened(paths[0].name)), note
    text = translate("SaveDialogs", "{0} of the files are already there. Replace them?")
    notes = [_listed([path.name for path in paths])]
    if locked:
        notes.append(filled(translate("SaveDialogs", "Read-only: {0}."), _listed(locked)))
    return filled(text, len(paths)), "\n".join(notes)


def _words_of(obstacle: Obstacle, name: str) -> tuple[str, str]:
    shown = _shortened(name)
    if obstacle is Obstacle.CHANGED:
        text = QCoreApplication.translate(
            "SaveDialogs", "“{0}” was changed by another program since you opened or saved it."
        )
        note = QCoreApplication.translate(
            "SaveDialogs", "If you save anyway, what the other program wrote is lost."
        )
    elif obstacle is Obstacle.GONE:
        text = QCoreApplication.translate(
            "SaveDialogs", "“{0}” is no longer there: it was moved, renamed or deleted."
        )
        note = QCoreApplication.translate(
            "SaveDialogs", "If you save anyway, it is written anew in its old place."
        )
    else:
        text = QCoreApplication.translate("SaveDialogs", "“{0}” is read-only.")
        note = QCoreApplication.translate(
            "SaveDialogs", "If you save anyway, it is replaced and stays read-only."
        )
    return filled(text, shown), note
