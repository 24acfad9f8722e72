"""New, open, recent, save, save as: the File menu of a page whose document stands in files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.document_form import DocumentForm
from desktop.files.file_document import FileDocument
from desktop.files.file_stamp import FileStamp, obstacle_to, stamp_of
from desktop.files.folders import suggested_folder
from desktop.files.recent_files import RecentFiles
from desktop.files.save_dialogs import Answer, Overwrite
from desktop.files.unsaved_work import Leaving, UnsavedWork
from desktop.files.whole_file import write_whole
from desktop.foundation.page_action import page_action
from desktop.foundation.settings import Settings
from desktop.foundation.translation import error_sentence, filled
from engine.errors import EngineError
from engine.quoting import quote

T = TypeVar("T")

_LONGEST_TYPED = 60


@dataclass(frozen=True)
class _Reading:
    """A file that is being read, and how it was when that was begun; no path for a copied text."""

    path: Path | None
    stamp: FileStamp | None


class DocumentFiles(QObject, Generic[T]):
    """Moves a document between a page and the disk, and never loses one without asking.

    Signals:
        asked(): The document is about to be saved or left: what is being typed belongs to it.
        own_wanted(): Something of one's own is about to be shown: whoever has borrowed the page
            gives it back before this returns.
        opened(): Another document is shown, from a file, or a new one begun.
        reported(text: str, severity: str): Something to tell, such as why a file cannot be read.
    """

    asked = Signal()
    own_wanted = Signal()
    opened = Signal()
    reported = Signal(str, str)

    def __init__(
        self,
        document: FileDocument[T],
        form: DocumentForm[T],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Prepare the menu.

        Args:
            document: What is saved and opened.
            form: How it stands in files.
            settings: Where the recent files are kept.
            parent: The page.
        """
        super().__init__(parent)
        self._document, self._form, self._settings = document, form, settings
        self._reading: _Reading | None = None
        self._has_told = False
        self.reported.connect(self._on_reported)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._on_unreadable)
        self.dialogs = DocumentDialogs(parent, form)
        self._recent = RecentFiles(form.recent, settings, parent)
        self._recent.chosen.connect(self.open_path)
        words = form.words
        self._new = page_action(self, self.tr("&New"), words.new, self.new, "Ctrl+N")
        self._open = page_action(self, self.tr("&Open…"), words.open, self.open, "Ctrl+O")
        self._save = page_action(self, self.tr("&Save"), words.save, self.save, "Ctrl+S")
        self._save_as = page_action(
            self, self.tr("Save &as…"), words.save_as, self.save_as, "Ctrl+Shift+S"
        )
        self._lines = [QAction(self), QAction(self)]
        for line in self._lines:
            line.setSeparator(True)

    def menu_actions(self, *sources: QAction) -> list[QAction]:
        """Return the entries of the File menu; `sources` are other places to open from."""
        first, second = self._lines
        recent = self._recent.menuAction()
        opening, saving = [self._new, self._open, recent, *sources], [self._save, self._save_as]
        return [*opening, first, *saving, second]

    @property
    def recent_actions(self) -> list[QAction]:
        """The entries of the menu of recent files."""
        return self._recent.actions()

    @property
    def path(self) -> Path | None:
        """The document's file; None without one."""
        return self._document.path

    @property
    def name(self) -> str:
        """What the document is called."""
        return self._document.name

    @property
    def is_clean(self) -> bool:
        """Whether leaving the document would lose nothing."""
        return not self._document.unsaved()

    def new(self) -> None:
        """Begin anew."""
        self.own_wanted.emit()
        if self.may_leave():
            self._document.begin()
            self.reported.emit("", "info")
            self.opened.emit()

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self.dialogs.ask_open(self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file, as from the menu of recent files or by dropping it on the window.

        What is not saved of what there is gives way, and can be brought back.
        """
        self.asked.emit()
        stamp = stamp_of(path)
        self._read(_Reading(path, stamp), lambda: self._form.read(path))

    def take(self, given: Path | str) -> None:
        """Open a file, or the text of one that was copied and has no file yet."""
        if isinstance(given, Path):
            self.open_path(given)
            return
        self.asked.emit()
        self._read(_Reading(None, None), lambda: self._form.take_text(given))

    def load(self, path: Path) -> None:
        """Show a file without asking anything, before this returns.

        Raises:
            EngineError: It cannot be read, or is none of this kind; what there is stays.
        """
        # Before it is read: what is changed in the meantime is noticed.
        stamp = stamp_of(path)
        *_, content = self._form.read(path)
        self._show(content, path, stamp, is_agreed=False)

    def save(self) -> bool:
        """Save to the document's file, asking for one if it has none; tell whether it is saved."""
        self.asked.emit()
        path = self._document.path
        if path is None:
            return self.save_as()
        obstacle = obstacle_to(path, self._document.stamp)
        if obstacle is not None:
            answer = self.dialogs.ask_overwrite(path, obstacle)
            if answer is not Overwrite.REPLACE:
                return answer is Overwrite.ANOTHER and self.save_as()
        return self._write(path)

    def save_as(self) -> bool:
        """Ask for a file and save there; tell whether it is saved."""
        self.asked.emit()
        name = f"{self._document.stem}{self._form.kind.suffixes[0]}"
        path = self.dialogs.ask_save(self._document.path or self._folder() / name)
        return path is not None and self._write(path)

    def may_leave(self) -> bool:
        """Tell whether the present document may go, asking where something would be lost."""
        self.asked.emit()
        unsaved = self._document.unsaved()
        if not unsaved:
            return True
        answer = self.dialogs.ask_unsaved(self.name, self._document.names_of(unsaved))
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def leave(self, leaving: Leaving) -> bool:
        """Tell whether the page may go, and with it what is typed and not entered.

        Args:
            leaving: Whether to ask where something would be lost, or what was answered already.
        """
        if leaving is Leaving.ASK:
            work = self.unsaved_work()
            answer = (
                Answer.SAVE if work is None else self.dialogs.ask_unsaved(work.name, work.parts)
            )
            if answer is Answer.CANCEL:
                return False
            leaving = Leaving.SAVE if answer is Answer.SAVE else Leaving.LOSE
        if leaving is Leaving.LOSE:
            self._document.typed.forget(self._settings)
            return True
        if not (self.is_clean or self.save()):
            return False
        # It is no part of the document: it stands in its line again at the next start.
        self._document.typed.keep(self._settings)
        return True

    def unsaved_work(self) -> UnsavedWork | None:
        """Return what leaving the page would lose, with what is being typed."""
        self.asked.emit()
        unsaved, typed = self._document.unsaved(), self._document.typed.unkept(self._settings)
        if not unsaved and not typed:
            return None
        text = self.tr("typed and not entered: {0}")
        parts = [filled(text, quote(line, _LONGEST_TYPED)) for line in typed.values()]
        return UnsavedWork(self.name, (*self._document.names_of(unsaved), *parts))

    def bring_back_typed(self) -> None:
        """Type again what was typed and not entered when the program closed."""
        self._document.typed.bring_back(self._settings)

    def _read(self, reading: _Reading, read: Callable[[], Iterator[T | None]]) -> None:
        self._reading = reading
        if self._form.is_long:
            self._task.submit(read)
            return
        try:
            *_, content = read()
        except EngineError as error:
            self._on_unreadable(error_sentence(error))
        else:
            self._on_read(content)

    def _on_reported(self, text: str, _severity: str) -> None:
        self._has_told = bool(text)

    def _on_read(self, content: object) -> None:
        reading, self._reading = self._reading, None
        if reading is None:
            return
        # Reading may take seconds, in which more may have been set and typed.
        self.asked.emit()
        # What others have told while a long one was read, such as of other files, stays.
        if self._has_told or not self._form.is_long:
            self.reported.emit("", "info")
        if reading.path is None:
            self._show_copied(cast(T, content))
        else:
            self._show(cast(T, content), reading.path, reading.stamp, is_agreed=False)

    def _on_unreadable(self, sentence: str) -> None:
        reading, self._reading = self._reading, None
        if reading is None:
            return
        if reading.path is not None and not reading.path.exists():
            self._recent.forget(reading.path)
        text = self.tr("{0} was not opened. {1}")
        name = self.tr("The copied text") if reading.path is None else quote(reading.path.name)
        self.reported.emit(filled(text, name, sentence), "error")

    def _show_copied(self, content: T) -> None:
        """Show what a copied text holds; what is not saved of what there is gives way."""
        self.own_wanted.emit()
        self._document.give_way(is_agreed=False)
        self._document.show_unsaved(content, None, None)
        self.opened.emit()
        text = self.tr("The copied text is opened here. It is in no file yet.")
        self.reported.emit(text, "info")

    def _show(
        self, content: T | None, path: Path, stamp: FileStamp | None, *, is_agreed: bool
    ) -> None:
        assert content is not None, "a reader's last record is the content"
        self.own_wanted.emit()
        self._document.show(content, path, stamp, is_agreed=is_agreed)
        self._recent.remember(path)
        self.opened.emit()

    def _write(self, path: Path) -> bool:
        content = self._document.content()
        try:
            stamp = write_whole(path, self._form.write(content))
        except EngineError as error:
            text = self._form.words.not_saved
            self.reported.emit(filled(text, error_sentence(error)), "error")
            return False
        self._document.remember(content, path, stamp)
        self._recent.remember(path)
        self.reported.emit(filled(self.tr("Saved as {0}."), quote(path.name)), "info")
        return True

    def _folder(self) -> Path:
        paths = (self._document.path, *self._recent.paths[:1])
        return suggested_folder(*(path.parent for path in paths if path is not None))
