"""All progress as one file: written for another computer, and taken over from one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.files.choice_question import ask_choice
from desktop.files.file_chooser import ask_existing
from desktop.files.file_kind import FileKind
from desktop.files.folders import suggested_folder
from desktop.files.save_dialogs import SaveDialogs
from desktop.files.whole_file import write_whole
from desktop.foundation.translation import filled
from desktop.lessons.keeping.store import ProgressStore
from engine.errors import EngineError
from engine.lessons.portfolio import (
    LARGEST_PORTFOLIO_BYTES,
    SUFFIX,
    merged,
    portfolio_json,
    read_portfolio,
)
from engine.lessons.progress import LessonProgress
from engine.regular_file import read_text

Portfolio = Mapping[str, LessonProgress]


class Taking(Enum):
    """What becomes of progress that is here and in a file."""

    BOTH = auto()
    REPLACE = auto()
    CANCEL = auto()


class ProgressFiles(QObject):
    """Writes and reads all progress; reading asks before anything that is here is replaced.

    Signals:
        told(sentence: str): What was done, or why nothing was.
        taken(): There is other progress now.
    """

    told = Signal(str)
    taken = Signal()

    def __init__(self, parent: QWidget, store: ProgressStore) -> None:
        super().__init__(parent)
        self._widget, self._store = parent, store
        self._writing, self._reading = BackgroundTask(self), BackgroundTask(self)
        self._writing.done.connect(self._on_written)
        self._writing.refused.connect(self._on_not_written)
        self._reading.done.connect(self._on_read)
        self._reading.refused.connect(self._on_not_read)

    def write(self) -> None:
        """Ask for a file, and write all progress into it."""
        suggestion = suggested_folder() / f"{self.tr('Lessons')}{SUFFIX}"
        path = SaveDialogs(self._widget).ask_file(self.tr("Save progress"), suggestion, self._kind)
        if path is None:
            return
        self._store.flush()
        store = self._store
        self._writing.submit(lambda: _write(path, store))

    def read(self) -> None:
        """Ask for a file, and take over the progress in it."""
        path = ask_existing(
            self._widget, self.tr("Take over progress"), suggested_folder(), self._kind
        )
        if path is None:
            return
        self._store.flush()
        store = self._store
        self._reading.submit(lambda: _read(path, store))

    @property
    def _kind(self) -> FileKind:
        return FileKind(self.tr("Progress in lessons"), (SUFFIX,))

    def _on_written(self, count: int) -> None:
        self.told.emit(filled(self.tr("Progress was saved. Lessons: {0}"), count))

    def _on_not_written(self, sentence: str, _error: EngineError) -> None:
        self.told.emit(filled(self.tr("The progress was not saved. {0}"), sentence))

    def _on_not_read(self, sentence: str, _error: EngineError) -> None:
        self.told.emit(filled(self.tr("Nothing was taken over. {0}"), sentence))

    def _on_read(self, answer: tuple[Portfolio, Portfolio]) -> None:
        found, here = answer
        # What is empty or the same here is not lost by taking over.
        differing = [
            key for key in found if here.get(key, found[key]) != found[key] and here[key].sittings
        ]
        how = self._ask(len(differing), len(found)) if differing else Taking.REPLACE
        if how is Taking.CANCEL:
            return
        if how is Taking.BOTH:
            found = {
                key: merged(here[key], item) if key in here else item for key, item in found.items()
            }
        self._store.replace(found)
        self.told.emit(filled(self.tr("Progress was taken over. Lessons: {0}"), len(found)))
        self.taken.emit()

    def _ask(self, differing: int, count: int) -> Taking:
        question = filled(
            self.tr("Of {0} lessons in the file, {1} have other progress here."), count, differing
        )
        return ask_choice(
            self._widget,
            self.tr("Take over progress"),
            (question, self.tr("Replaced progress cannot be brought back.")),
            {
                Taking.BOTH: self.tr("Keep both"),
                Taking.REPLACE: self.tr("Replace"),
                Taking.CANCEL: self.tr("Cancel"),
            },
            Taking.BOTH,
            Taking.CANCEL,
        )


def _write(path: Path, store: ProgressStore) -> Iterator[int | None]:
    """Write all progress; the last of what is yielded tells of how many lessons.

    Raises:
        FileFormatError: It cannot be written.
    """
    portfolio: dict[str, LessonProgress] = {}
    for key, progress in store.load_all():
        if progress.sittings:
            portfolio[key] = progress
        yield None
    write_whole(path, portfolio_json(portfolio).encode())
    yield len(portfolio)


def _read(path: Path, store: ProgressStore) -> tuple[Portfolio, Portfolio]:
    """Return the progress in a file, and what is here.

    Raises:
        FileFormatError: The file cannot be read.
    """
    return read_portfolio(read_text(path, LARGEST_PORTFOLIO_BYTES)), dict(store.load_all())
