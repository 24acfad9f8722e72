"""Handing in what was answered: a name, whose numbers lessons then have, and a file."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.files.choice_question import ask_choice, explain
from desktop.files.file_kind import FileKind
from desktop.files.folders import suggested_folder
from desktop.files.save_dialogs import SaveDialogs
from desktop.files.whole_file import write_whole
from desktop.foundation.settings import LEARNER_NAME, Settings
from desktop.foundation.translation import error_sentence, filled
from engine.errors import EngineError
from engine.lessons.progress import LessonProgress
from engine.lessons.result import LONGEST_NAME, SUFFIX, result_json, result_of
from engine.lessons.sitting import Sitting, seed_of

_NO_NAME = re.compile(r"[^\w .-]+")


class OtherNumbers(Enum):
    """What to do where a lesson was played with other numbers than those of the name."""

    HAND_IN = auto()
    BEGIN = auto()
    CANCEL = auto()


class HandingIn(QObject):
    """Asks for the name and the file, and writes the result."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._widget, self._settings = parent, settings

    @property
    def name(self) -> str:
        """The name under which is handed in; empty while none was given."""
        return self._settings.get(LEARNER_NAME)

    def ask_name(self) -> bool:
        """Ask for the name; tell whether one was given. An empty one is none from now on."""
        name, is_given = QInputDialog.getText(
            self._widget,
            self.tr("Your name"),
            self.tr("Your name, as your lecturer knows it:"),
            text=self.name,
        )
        if is_given:
            self._settings.set(LEARNER_NAME, " ".join(name.split())[:LONGEST_NAME])
        return is_given and bool(self.name)

    def ask(self, sitting: Sitting, progress: LessonProgress, *, is_drawn: bool) -> bool:
        """Write what was answered in a lesson.

        Args:
            sitting: The sitting that is shown, or was.
            progress: All sittings of the lesson: the last one with the numbers of the name is
                handed in.
            is_drawn: Whether the lesson draws numbers at all.

        Returns:
            Whether the lesson is to be begun anew instead, with the numbers of the name.
        """
        if not self.ask_name():
            return False
        chosen = of_name(progress.with_sitting(sitting), self.name)
        if chosen is None and is_drawn:
            answer = self._ask_about_numbers()
            if answer is not OtherNumbers.HAND_IN:
                return answer is OtherNumbers.BEGIN
        self._hand_in(chosen or sitting)
        return False

    def _ask_about_numbers(self) -> OtherNumbers:
        return ask_choice(
            self._widget,
            self.tr("Hand in"),
            (
                self.tr("This lesson was played with other numbers than those of your name."),
                self.tr("Your lecturer sees that. With your own numbers it begins anew."),
            ),
            {
                OtherNumbers.BEGIN: self.tr("Begin anew"),
                OtherNumbers.HAND_IN: self.tr("Hand in all the same"),
                OtherNumbers.CANCEL: self.tr("Cancel"),
            },
            OtherNumbers.HAND_IN,
            OtherNumbers.CANCEL,
        )

    def _hand_in(self, sitting: Sitting) -> None:
        kind = FileKind(self.tr("Results of lessons"), (SUFFIX,))
        stem = _NO_NAME.sub("", f"{self.name}-{sitting.lesson}").strip() or sitting.lesson
        suggestion = suggested_folder() / f"{stem}{SUFFIX}"
        title = self.tr("Hand in")
        path = SaveDialogs(self._widget).ask_file(title, suggestion, kind)
        if path is not None:
            self._write(path, sitting)

    def _write(self, path: Path, sitting: Sitting) -> None:
        try:
            write_whole(path, result_json(result_of(sitting, self.name)).encode())
        except EngineError as error:
            sentence = self.tr("The result was not written. {0}")
            explain(self._widget, self.tr("Hand in"), filled(sentence, error_sentence(error)))


def of_name(progress: LessonProgress, name: str) -> Sitting | None:
    """Return the last sitting of the whole lesson that has the numbers of a name, if any."""
    found = [
        sitting
        for sitting in progress.sittings
        if not (sitting.is_review or sitting.is_first)
        and sitting.seed == seed_of(name, sitting.lesson)
    ]
    return found[-1] if found else None
