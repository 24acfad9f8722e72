"""A page's work is kept in case of a crash, and what a crash has left is offered on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.files.autosave import Autosave
from desktop.files.document_files import DocumentFiles
from desktop.files.file_document import FileDocument
from desktop.files.recovery_store import LostWork, RecoveryForm, RecoveryStore
from desktop.widgets.bars.message_area import MessageArea
from desktop.widgets.bars.recovery_bar import RecoveryBar
from desktop.widgets.panels.page import Page

T = TypeVar("T")


@dataclass(frozen=True)
class RecoveryState:
    """What a page made anew goes on with.

    Attributes:
        store: Where the copy is.
        taken: What was recovered and is held by its old copies alone.
    """

    store: RecoveryStore[Any]
    taken: tuple[LostWork[Any], ...] = ()


class Recovery(QObject, Generic[T]):
    """Keeps copies of what is unsaved on a page, and shows what was lost when that is wanted.

    Signals:
        opened(): Lost work is shown.
    """

    opened = Signal()

    def __init__(
        self,
        document: FileDocument[T],
        form: RecoveryForm[T],
        files: DocumentFiles[T],
        folder: Path,
        page: Page,
    ) -> None:
        """Begin to keep copies.

        Args:
            document: What is kept.
            form: How it stands in the copies.
            files: What asks before anything is lost.
            folder: Where the copies of this space are; it is made when there is one.
            page: The page; what is offered lies over it once `lay_over` was called.
        """
        super().__init__(page)
        self._document, self._files, self._page = document, files, page
        store = RecoveryStore(folder, form)
        self.autosave = Autosave(document, store, self)
        self.bar = RecoveryBar(store, page)
        self._is_agreed = False
        document.edited.connect(self._forget_answer)
        self.autosave.warned.connect(page.warned)
        self.autosave.kept.connect(self.bar.let_go)
        self.autosave.needless.connect(self.bar.let_go)
        self.autosave.put_aside.connect(self.bar.look)
        self.bar.chosen.connect(self._on_chosen)

    def lay_over(self, below: QWidget) -> QWidget:
        """Lay what is offered over a widget of the page; return the part of the page that it is."""
        return MessageArea(below, [self.bar], self._page)

    def snapshot(self) -> RecoveryState:
        """Return what the page made in place of this one goes on with."""
        self._forget_answer()
        return RecoveryState(self.autosave.store, self.bar.taken)

    def take_over(self, state: RecoveryState) -> None:
        """Go on with the copies of a page that this one replaces."""
        self.bar.take_over(state.store, state.taken)
        self.autosave.take_over(state.store)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Keep a copy of one's own work again, once a lesson has given the page back."""
        if not is_borrowed:
            self.autosave.keep()

    def may_close(self) -> bool:
        """Tell whether the page may close, having asked where something of one's own is lost."""
        self._is_agreed = self._page.ask_about_own(self._files.may_leave)
        return self._is_agreed

    def close(self) -> None:
        """Stop; the copy goes if whoever closes has saved, or agreed to lose what is unsaved.

        Else it stays, for the page that comes or for the next start.
        """
        self.autosave.shutdown(is_agreed=self._is_agreed)
        if self._is_agreed:
            self.bar.let_go()

    def _forget_answer(self) -> None:
        self._is_agreed = False

    def _on_chosen(self, work: LostWork[T]) -> None:
        if self._files.may_leave():
            self._document.show_unsaved(work.work, work.path, work.stamp)
            # From here on it is this program's unsaved work. The old copy goes when a new one is
            # on the disk, or the work is in a file.
            self.autosave.keep()
            self.bar.take(work)
            self.opened.emit()
