"""Autosave: every change reaches the disk within two seconds, beside the file and not in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.files.file_document import FileDocument
from desktop.files.file_stamp import FileStamp
from desktop.files.recovery_store import RecoveryStore
from desktop.foundation.translation import filled
from engine.errors import EngineError

# The timer is not started anew by further changes, so that scrubbing for a minute is kept too.
DELAY_MS = 1000
# How soon a copy that could not be written is tried again.
RETRY_MS = 4000

T = TypeVar("T")


@dataclass(frozen=True)
class _GivenWay(Generic[T]):
    """Work that gave way, with its file, how that was, and what could be undone."""

    work: T
    path: Path | None
    stamp: FileStamp | None
    history: str | None


class Autosave(QObject, Generic[T]):
    """Follows a document and keeps a copy of what is not saved.

    The copy goes when the work is in a file, or is undone, or when the user has agreed to lose it.
    Work that gives way to another without a question keeps its copy.

    Signals:
        kept(): The copy is on the disk.
        needless(): There is nothing unsaved any more, and no copy.
        put_aside(): Work that gave way to another is on the disk.
        warned(text: str): The copy cannot be written; an empty text when that is no longer so.
    """

    kept = Signal()
    needless = Signal()
    put_aside = Signal()
    warned = Signal(str)

    def __init__(
        self,
        document: FileDocument[T],
        store: RecoveryStore[T],
        parent: QObject,
        write_history: Callable[[], str | None] = lambda: None,
    ) -> None:
        """Follow a document.

        Args:
            document: What is kept.
            store: Where the copies are.
            parent: What it belongs to.
            write_history: Returns the work with what can be undone as text, when it gives way;
                None for none.
        """
        super().__init__(parent)
        self._document, self._store = document, store
        self._write_history = write_history
        self._held: tuple[T, Mapping[str, str], list[Callable[[], None]]] | None = None
        self._is_failing = self._is_over = False
        self._aside: dict[Path, _GivenWay[T]] = {}
        # To be called when the present work is kept, and when what gave way is.
        self._waiting: list[Callable[[], None]] = []
        self._aside_waiting: list[Callable[[], None]] = []
        # While work goes on without a pause, a copy that takes long to write is finished.
        self._task = BackgroundTask(self, Policy.FINISH)
        self._aside_task = BackgroundTask(self)
        self._task.done.connect(self._on_done)
        self._aside_task.done.connect(self._on_put_aside)
        for task in (self._task, self._aside_task):
            task.refused.connect(self._on_refused)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        document.edited.connect(self._on_edited)
        document.displaced.connect(self._on_displaced)

    @property
    def store(self) -> RecoveryStore[T]:
        """Where the copy is."""
        return self._store

    @property
    def is_settled(self) -> bool:
        """Whether the copy is up to date, or it was found that it cannot be."""
        is_writing = self._task.is_running or self._aside_task.is_running
        return not is_writing and (self._is_failing or not self._timer.isActive())

    def keep(self) -> None:
        """Write the copy now, on a thread of its own; of what is no loss there is none."""
        self._timer.stop()
        document = self._document
        if self._must_keep() and not self._is_held():
            self._let_hold_go()
            store, work = self._store, (document.content(), document.path, document.stamp)
            typed = dict(document.typed.texts)
            self._task.submit(lambda: store.keep(*work, typed=typed))
        if self._aside:
            self._put_aside()

    def take_over(self, store: RecoveryStore[T]) -> None:
        """Go on with the copy of a page that this one replaces."""
        self._store = store
        if self._must_keep():
            self.keep()
        else:
            store.drop()

    def when_safe(self, done: Callable[[], None]) -> None:
        """Call a function once the work needs no other copy, which has more of it than these have.

        Until something is changed, no copy is kept here.

        Args:
            done: Called once that other copy is needless: what was changed is kept here, or there
                is nothing unsaved.
        """
        if not self._must_keep():
            done()
            return
        self._timer.stop()
        self._task.cancel()
        self._store.drop()
        before = [] if self._held is None else self._held[2]
        typed = dict(self._document.typed.texts)
        self._held = self._document.content(), typed, [*before, done]

    def _let_hold_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._waiting += held[2]

    def _is_held(self) -> bool:
        if self._held is None or self._held[1] != self._document.typed.texts:
            return False
        return self._held[0] == self._document.content()

    def _must_keep(self) -> bool:
        return self._document.is_kept() or bool(self._document.typed.texts)

    def shutdown(self, *, is_agreed: bool) -> None:
        """Stop; asked for once more, nothing happens.

        Args:
            is_agreed: Whether the copy may go, because whoever closes has saved, or agreed to lose
                it. Else it stays, for the page that comes or for the next start.
        """
        if self._is_over:
            return
        self._is_over = True
        self._timer.stop()
        self._task.cancel()
        self._aside_task.cancel()
        document = self._document
        document.edited.disconnect(self._on_edited)
        document.displaced.disconnect(self._on_displaced)
        for copy, work in self._aside.items():
            try:
                _write(self._store, copy, work)
            except EngineError:
                # An earlier state of it may be there, and more cannot be done.
                continue
        if is_agreed:
            self._store.close()

    def _put_aside(self) -> None:
        store, waiting = self._store, dict(self._aside)

        def run() -> tuple[Path, ...]:
            for copy, work in waiting.items():
                _write(store, copy, work)
            return tuple(waiting)

        self._aside_task.submit(run)

    def _on_edited(self) -> None:
        if self._must_keep():
            if not (self._timer.isActive() or self._is_held()):
                self._timer.start(DELAY_MS)
            return
        self._let_hold_go()
        self._timer.stop()
        # A copy being written must not come after its removal.
        self._task.cancel()
        self._store.drop()
        if not self._aside:
            self._set_failing("")
        self.needless.emit()
        self._tell_safe()

    def _on_displaced(self, work: T, path: Path | None, stamp: FileStamp | None) -> None:
        self._timer.stop()
        self._task.cancel()
        # Other copies of it are needless once this one is written.
        self._let_hold_go()
        self._aside_waiting += self._waiting
        self._waiting = []
        history = self._write_history()
        self._aside[self._store.put_aside()] = _GivenWay(work, path, stamp, history)
        self._put_aside()

    def _on_put_aside(self, copies: tuple[Path, ...]) -> None:
        for copy in copies:
            self._aside.pop(copy, None)
        self._set_failing("")
        self.put_aside.emit()
        if not self._aside:
            waiting, self._aside_waiting = self._aside_waiting, []
            _call(waiting)

    def _on_done(self, _: object) -> None:
        if not self._aside:
            self._set_failing("")
        self.kept.emit()
        self._tell_safe()

    def _tell_safe(self) -> None:
        waiting, self._waiting = self._waiting, []
        _call(waiting)

    def _on_refused(self, sentence: str) -> None:
        self._set_failing(filled(self.tr("Your work is not kept in case of a crash: {}"), sentence))
        if not self._timer.isActive():
            self._timer.start(RETRY_MS)

    def _set_failing(self, text: str) -> None:
        # Told once, and taken back once.
        if bool(text) != self._is_failing:
            self._is_failing = bool(text)
            self.warned.emit(text)


def _write(store: RecoveryStore[T], copy: Path, work: _GivenWay[T]) -> None:
    store.keep(work.work, work.path, work.stamp, copy, work.history)


def _call(waiting: list[Callable[[], None]]) -> None:
    for done in waiting:
        done()
