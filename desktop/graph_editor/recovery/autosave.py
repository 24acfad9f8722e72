"""Autosave: every change reaches the disk within two seconds, beside the file and not in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document import Document
from desktop.graph_editor.recovery.recovery_store import RecoveryStore
from desktop.tasks.latest_task import LatestTask
from engine.errors import EngineError
from engine.graph.drawing import Drawing

# The timer is not started anew by further changes, so that scrubbing for a minute is kept too.
DELAY_MS = 1000


class Autosave(QObject):
    """Follows a document and keeps a copy of what is not saved.

    Signals:
        kept(): The copy is on the disk.
        reported(text: str, severity: str): The copy cannot be written; told once.
    """

    kept = Signal()
    reported = Signal(str, str)

    def __init__(self, document: Document, store: RecoveryStore, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._store = document, store
        self._has_told = False
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.keep)
        document.changed.connect(self._on_changed)
        document.clean_changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Whether the copy is up to date."""
        return not self._timer.isActive() and not self._task.is_running

    def keep(self) -> None:
        """Write the copy now, on a thread of its own."""
        self._timer.stop()
        drawing, path = self._document.drawing, self._document.path
        self._task.submit(lambda: self._write(drawing, path))

    def shutdown(self) -> None:
        """Stop, and remove the copy: whoever closes has saved, or agreed to lose it."""
        self._timer.stop()
        self._task.close()
        self._document.changed.disconnect(self._on_changed)
        self._document.clean_changed.disconnect(self._on_changed)
        self._store.close()

    def _write(self, drawing: Drawing, path: Path | None) -> Iterator[object]:
        self._store.keep(drawing, path)
        yield None

    def _on_changed(self, _: object) -> None:
        if not self._document.is_clean:
            if not self._timer.isActive():
                self._timer.start()
            return
        self._timer.stop()
        # A copy being written must not come after its removal.
        self._task.close()
        self._store.drop()

    def _on_done(self, _: object) -> None:
        self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._has_told:
            self._has_told = True
            sentence = error_sentence(error) if isinstance(error, EngineError) else str(error)
            self.reported.emit(
                self.tr("Your work is not kept in case of a crash: {}").format(sentence), "warning"
            )
