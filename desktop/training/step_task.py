"""The task that makes a run's records, begun anew whenever the run or the start is another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.tasks.generator_task import GeneratorTask
from engine.training.loop import StepRecord, train
from engine.training.run import TrainingRun

# Thirty pictures a second are smooth; more would take the time away from the training.
_REPORT_MS = 30


class StepTask(QObject):
    """Trains from a record on, off the interface's thread.

    Signals:
        reported(records: list[StepRecord]): The records made since the last report.
        failed(error: Exception): The run diverged.
    """

    reported = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: GeneratorTask | None = None
        self._run: TrainingRun | None = None
        self._pending = 0

    @property
    def pending(self) -> int:
        """Steps asked for and not reported yet."""
        return self._pending

    def ask(self, run: TrainingRun, record: StepRecord, count: int) -> None:
        """Make some more steps of a run, the present record of which is given."""
        self._pending += count
        self._task_of(run, record).advance(count)

    def run_on(self, run: TrainingRun, record: StepRecord) -> None:
        """Make steps until told to pause."""
        self._task_of(run, record).start()

    def pause(self) -> None:
        """Stop after the present step; those asked for and not made are forgotten."""
        self._pending = 0
        if self._task is not None:
            self._task.pause()

    def drop(self) -> None:
        """End the thread; what it has made and not reported is lost."""
        self._pending = 0
        if self._task is not None:
            self._task.cancel()
            self._task.deleteLater()
            self._task = None

    def _task_of(self, run: TrainingRun, record: StepRecord) -> GeneratorTask:
        if self._task is not None and self._run is run:
            return self._task
        pending = self._pending
        self.drop()
        self._pending = pending
        self._run = run
        self._task = GeneratorTask(lambda: train(run, record), self, interval_ms=_REPORT_MS)
        self._task.reported.connect(self._on_reported)
        self._task.failed.connect(self._on_failed)
        return self._task

    def _on_reported(self, records: list[object]) -> None:
        self._pending = max(0, self._pending - len(records))
        self.reported.emit(records)

    def _on_failed(self, error: Exception) -> None:
        self.drop()
        self.failed.emit(error)
