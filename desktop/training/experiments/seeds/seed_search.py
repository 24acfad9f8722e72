"""The task that trains many networks, begun anew whenever another setting is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.tasks.generator_task import GeneratorTask
from engine.training.many_networks.many import ManyRecord, train_many
from engine.training.run.run import TrainingRun

_MOST_EPOCHS_AT_ONCE = 50
# What a step and a multiplication cost, roughly, so that a record comes every few milliseconds.
_STEP_S, _PRODUCT_S, _RECORD_S = 100e-6, 2e-9, 0.008


@dataclass(frozen=True)
class SeedJob:
    """What to train, from which seeds, for how long, and how near it must come to its targets."""

    run: TrainingRun
    first_seed: int
    count: int
    epochs: int
    tolerance: float

    @property
    def seeds(self) -> range:
        """The seeds of all networks."""
        return range(self.first_seed, self.first_seed + self.count)

    @property
    def epochs_at_once(self) -> int:
        """Epochs between two records, few enough that stopping is felt at once."""
        parameters = len(self.run.network.start)
        products = 6 * self.count * parameters * len(self.run.dataset)
        cost = self.run.steps_per_epoch * _STEP_S + products * _PRODUCT_S
        return max(1, min(_MOST_EPOCHS_AT_ONCE, int(_RECORD_S / cost)))

    def records(self) -> Iterator[ManyRecord]:
        """Train, and yield how all networks stand."""
        return train_many(
            self.run,
            self.seeds,
            self.epochs,
            every=self.epochs_at_once,
            tolerance=self.tolerance,
        )


class SeedSearch(QObject):
    """Runs one job at a time; a newer one takes the place of the old without waiting for it.

    Signals:
        reported(record: ManyRecord): How all networks stand now.
        ended(): Trained to the end, or stopped.
        failed(error: Exception): These networks cannot be trained together.
    """

    reported = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: GeneratorTask | None = None
        self._waiting: SeedJob | None = None
        self._is_stopping = False

    @property
    def is_running(self) -> bool:
        """Whether anything trains."""
        return self._task is not None

    def start(self, job: SeedJob) -> None:
        """Train from the start; what trains now stops first. This returns at once."""
        if self._task is None:
            self._launch(job)
        else:
            self._waiting = job
            self._stop_soon()

    def stop(self) -> None:
        """Stop after the present record; what was reported stays. This returns at once."""
        self._waiting = None
        if self._task is not None:
            self._stop_soon()

    def close(self) -> None:
        """Stop for good, waiting for the present record."""
        self._waiting = None
        self._drop()

    def _launch(self, job: SeedJob) -> None:
        self._is_stopping = False
        self._task = GeneratorTask(job.records, self, interval_ms=33)
        self._task.reported.connect(self._on_reported)
        self._task.paused.connect(self._on_end)
        self._task.finished.connect(lambda _: self._on_end())
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _stop_soon(self) -> None:
        self._is_stopping = True
        if self._task is not None:
            self._task.pause()

    def _drop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            task.deleteLater()

    def _on_reported(self, records: list[object]) -> None:
        if self._waiting is None:
            self.reported.emit(records[-1])

    def _on_end(self) -> None:
        self._drop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._launch(waiting)
        else:
            self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._drop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._launch(waiting)
        else:
            self.failed.emit(error)
