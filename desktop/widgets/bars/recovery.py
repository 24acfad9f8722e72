"""A page's work is kept in case of a crash, and what a crash has left is offered on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.files.autosave import Autosave
from desktop.files.document_files import DocumentFiles
from desktop.files.file_document import FileDocument
from desktop.files.recovery_store import LostWork, RecoveryForm, RecoveryStore
from desktop.foundation.page_action import page_action
from desktop.foundation.plain_text import entry_text
from desktop.foundation.translation import filled
from desktop.widgets.bars.message_area import MessageArea
from desktop.widgets.bars.recovery_bar import RecoveryBar, when_saved
from desktop.widgets.panels.page import Page
from engine.errors import EngineError
from engine.quoting import quote

T = TypeVar("T")

_LONGEST_NAME = 40


@dataclass(frozen=True)
class RecoveryState:
    """What a page made anew goes on with.

    Attributes:
        store: Where the copy is.
        taken: What was recovered and is held by its old copies alone.
        typed: What is typed and not entered, by lines.
    """

    store: RecoveryStore[Any]
    taken: tuple[LostWork[Any], ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)


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
        self.autosave = Autosave(document, store, self, page.own_work)
        self.bar = RecoveryBar(store, page)
        document.edited.connect(page.keep_asking)
        self.autosave.warned.connect(page.warned)
        self.autosave.kept.connect(self.bar.let_go)
        self.autosave.needless.connect(self.bar.let_go)
        self.autosave.put_aside.connect(self.bar.look)
        self.bar.chosen.connect(self._on_chosen)
        self.back_action = page_action(
            page,
            "",
            self.tr("Show your own work again that gave way; what is shown now gives way to it"),
            self._on_back,
        )
        self.bar.changed.connect(self._name_back)
        self._name_back()
        self._has_looked = False
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for what a crash has left, once the page is seen."""
        if event.type() is QEvent.Type.Show and watched is self._page and not self._has_looked:
            self._has_looked = True
            QTimer.singleShot(0, self, self._on_seen)
        return super().eventFilter(watched, event)

    def lay_over(self, below: QWidget) -> QWidget:
        """Lay what is offered over a widget of the page; return the part of the page that it is."""
        return MessageArea(below, [self.bar], self._page)

    def snapshot(self) -> RecoveryState:
        """Return what the page made in place of this one goes on with."""
        self._page.keep_asking()
        return RecoveryState(self.autosave.store, self.bar.taken, dict(self._document.typed.texts))

    def take_over(self, state: RecoveryState) -> None:
        """Go on with the copies of a page that this one replaces."""
        self.bar.take_over(state.store, state.taken)
        self._document.typed.show(state.typed)
        self.autosave.take_over(state.store)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Keep a copy of one's own work again, once a lesson has given the page back."""
        self._document.typed.rest(is_borrowed)
        if not is_borrowed:
            self.autosave.keep()

    def close(self) -> None:
        """Stop; the copy goes if whoever closes has saved, or agreed to lose what is unsaved.

        Else it stays, for the page that comes or for the next start.
        """
        self._page.removeEventFilter(self)
        is_agreed = self._page.may_lose
        self.autosave.shutdown(is_agreed=is_agreed)
        if is_agreed:
            self.bar.let_go()

    def _on_seen(self) -> None:
        self.bar.look()
        self._files.bring_back_typed()

    def _on_back(self) -> None:
        work = self.bar.aside
        if work is not None:
            self._on_chosen(work)

    def _name_back(self) -> None:
        work = self.bar.aside
        self.back_action.setEnabled(work is not None)
        if work is None:
            text = self.tr("Back to your own work")
        else:
            name = quote(self.autosave.store.form.name_of(work.work, work.path), _LONGEST_NAME)
            text = filled(self.tr("Back to “{0}”"), name)
        self.back_action.setText(entry_text(text))

    def _on_chosen(self, work: LostWork[T]) -> None:
        self._files.own_wanted.emit()
        if work.is_aside:
            self._bring_back(work)
        elif self._files.may_leave():
            self._document.show_unsaved(work.work, work.path, work.stamp)
            self._document.typed.show(work.typed)
            # From here on it is this program's unsaved work. The old copy goes when a new one is
            # on the disk, or the work is in a file.
            self.autosave.keep()
            self.bar.take(work)
            self.opened.emit()
            self._tell_of(work)

    def _tell_of(self, work: LostWork[T]) -> None:
        """Say what is shown: work as it was kept, which no file holds."""
        when = when_saved(work)
        if work.path is None:
            text = filled(self.tr("This is your work as it stood at {0}. No file holds it."), when)
        else:
            text = filled(
                self.tr("This is your work as it stood at {0}. It is not saved in {1}."),
                when,
                quote(work.path.name, _LONGEST_NAME),
            )
        self._page.reported.emit(text, "info")

    def _bring_back(self, work: LostWork[T]) -> None:
        """Show what gave way, with what could be undone; what is shown gives way in its turn."""
        self._files.asked.emit()
        self._document.give_way(is_agreed=False)
        self.bar.pass_over(work)
        if not self._show_history(work):
            self._document.show_unsaved(work.work, work.path, work.stamp)
        self.opened.emit()
        store = self.autosave.store
        self._page.when_own_is_safe(lambda: store.discard(work))

    def _show_history(self, work: LostWork[T]) -> bool:
        if work.history is None:
            return False
        try:
            self._page.show_own_work(work.history)
        except EngineError:
            # What it was is there all the same, but for what could be undone.
            return False
        return True
