"""Exports in the making: drawn, encoded and written one after another, beside the interface."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.foundation.translation import error_sentence
from desktop.tasks.latest_task import LatestTask
from engine.errors import EngineError


@dataclass(frozen=True)
class Job:
    """One export: what makes it, and what is done with what was made.

    Attributes:
        make: Runs on a thread of its own; touches no widget.
        finish: Gets what it returned, on the interface's thread.
    """

    make: Callable[[], object]
    finish: Callable[[object], None]


class ExportJobs(QObject):
    """Does one job after another.

    Signals:
        failed(sentence: str): Why one could not be done.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be done."""
        return self._job is not None

    def add(self, job: Job) -> None:
        """Do a job when those before it are done."""
        self._waiting.append(job)
        self._go_on()

    def close(self) -> None:
        """Give up what has not begun, and wait for what has."""
        self._waiting.clear()
        self._job = None
        self._task.close()

    def _go_on(self) -> None:
        if self._job is None and self._waiting:
            self._job = job = self._waiting.popleft()
            self._task.submit(lambda: _once(job.make))

    def _end(self) -> Job | None:
        job, self._job = self._job, None
        return job

    def _on_done(self, made: object) -> None:
        job = self._end()
        if job is not None:
            job.finish(made)
        self._go_on()

    def _on_failed(self, error: object) -> None:
        self._end()
        self.failed.emit(error_sentence(error) if isinstance(error, EngineError) else str(error))
        self._go_on()


def _once(make: Callable[[], object]) -> Iterator[object]:
    yield make()
