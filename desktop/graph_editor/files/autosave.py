"""Autosave: every change reaches the disk within two seconds, beside the file and not in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk.background_task import BackgroundTask
from desktop.files.file_stamp import FileStamp
from desktop.foundation.translation import filled
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.recovery_store import RecoveryStore
from engine.drawing.drawing import Drawing
from engine.errors import EngineError

# The timer is not started anew by further changes, so that scrubbing for a minute is kept too.
DELAY_MS = 1000
# A drawing, its file, and how that was when it was read or saved.
_Work = tuple[Drawing, Path | None, FileStamp | None]
# How soon a copy that could not be written is tried again.
RETRY_MS = 4000


class Autosave(QObject):
    """Follows a document and keeps a copy of what is not saved.

    The copy goes when the work is in a file, or is undone, or when the user has agreed to lose it.
    Work that gives way to another drawing without a question keeps its copy.

    Signals:
        kept(): The copy is on the disk.
        put_aside(): Work that gave way to another drawing is on the disk.
        warned(text: str): The copy cannot be written; an empty text when that is no longer so.
    """

    kept = Signal()
    put_aside = Signal()
    warned = Signal(str)

    def __init__(self, document: Document, store: RecoveryStore, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._store = document, store
        self._is_failing = False
        self._aside: dict[Path, _Work] = {}
        self._task, self._aside_task = BackgroundTask(self), BackgroundTask(self)
        self._task.done.connect(self._on_done)
        self._aside_task.done.connect(self._on_put_aside)
        for task in (self._task, self._aside_task):
            task.refused.connect(self._on_refused)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        document.changed.connect(self._on_changed)
        document.clean_changed.connect(self._on_changed)
        document.displaced.connect(self._on_displaced)

    @property
    def store(self) -> RecoveryStore:
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
        work = document.drawing, document.path, document.stamp
        if not document.is_clean:
            self._task.submit(lambda: self._store.keep(*work))
        if self._aside:
            self._put_aside()

    def take_over(self, store: RecoveryStore) -> None:
        """Go on with the copy of a page that this one replaces."""
        self._store = store
        if self._document.is_clean:
            store.drop()
        else:
            self.keep()

    def shutdown(self, *, is_agreed: bool) -> None:
        """Stop.

        Args:
            is_agreed: Whether the copy may go, because whoever closes has saved, or agreed to lose
                it. Else it stays, for the page that comes or for the next start.
        """
        self._timer.stop()
        self._task.cancel()
        self._aside_task.cancel()
        document = self._document
        document.changed.disconnect(self._on_changed)
        document.clean_changed.disconnect(self._on_changed)
        document.displaced.disconnect(self._on_displaced)
        for copy, work in self._aside.items():
            try:
                self._store.keep(*work, copy)
            except EngineError:
                # An earlier state of it may be there, and more cannot be done.
                continue
        if is_agreed:
            self._store.close()

    def _put_aside(self) -> None:
        store, waiting = self._store, dict(self._aside)

        def run() -> tuple[Path, ...]:
            for copy, work in waiting.items():
                store.keep(*work, copy)
            return tuple(waiting)

        self._aside_task.submit(run)

    def _on_changed(self, _: object) -> None:
        if not self._document.is_clean:
            if not self._timer.isActive():
                self._timer.start(DELAY_MS)
            return
        self._timer.stop()
        # A copy being written must not come after its removal.
        self._task.cancel()
        self._store.drop()
        if not self._aside:
            self._set_failing("")

    def _on_displaced(self, drawing: Drawing, path: Path | None, stamp: FileStamp | None) -> None:
        self._timer.stop()
        self._task.cancel()
        self._aside[self._store.put_aside()] = (drawing, path, stamp)
        self._put_aside()

    def _on_put_aside(self, copies: tuple[Path, ...]) -> None:
        for copy in copies:
            self._aside.pop(copy, None)
        self._set_failing("")
        self.put_aside.emit()

    def _on_done(self, _: object) -> None:
        if not self._aside:
            self._set_failing("")
        self.kept.emit()

    def _on_refused(self, sentence: str) -> None:
        self._set_failing(filled(self.tr("Your work is not kept in case of a crash: {}"), sentence))
        if not self._timer.isActive():
            self._timer.start(RETRY_MS)

    def _set_failing(self, text: str) -> None:
        # Told once, and taken back once.
        if bool(text) != self._is_failing:
            self._is_failing = bool(text)
            self.warned.emit(text)
