"""A computation with progress and cancel that follows what is set while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.tasks.generator_task import GeneratorTask


class Progress(Protocol):
    """A record that says how far its computation is."""

    @property
    def done(self) -> int:
        """How much is done."""
        ...

    @property
    def total(self) -> int:
        """How much there is to do."""
        ...


Make = Callable[[], Iterator[Progress]]


class BackgroundRun(QObject):
    """Runs the newest of the computations asked for.

    One that runs is let finish before a newer one begins: while a slider moves there is always a
    newer one, and giving up for each would show nothing until the slider rests.

    Signals:
        progressed(record: Progress): How far it is.
        finished(record: Progress): The last record.
        failed(error: Exception): It could not be computed.
        busy_changed(): It began, ended, or was given up.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: GeneratorTask | None = None
        self._next: Make | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is computed."""
        return self._task is not None

    def request(self, make: Make) -> None:
        """Compute this, after what is being computed."""
        if self._task is not None:
            self._next = make
            return
        task = GeneratorTask(make, self)
        task.reported.connect(self._on_reported)
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        self._task = task
        task.start()
        self.busy_changed.emit()

    def cancel(self) -> None:
        """Give up what is computed and what was to follow."""
        self._next = None
        task = self._release()
        if task is not None:
            task.cancel()
            self.busy_changed.emit()

    def _release(self) -> GeneratorTask | None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        return task

    def _on_reported(self, records: list[object]) -> None:
        self.progressed.emit(records[-1])

    def _on_finished(self, last: object) -> None:
        self._release()
        self.finished.emit(last)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._release()
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            self.request(following)
        else:
            self.busy_changed.emit()
