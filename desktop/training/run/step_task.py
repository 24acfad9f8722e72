"""The task that makes a run's records, begun anew whenever the run or the start is another."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks.generator_task import GeneratorTask
from desktop.training.run.stepper import Orders, stepped
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Stepped
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping

# Thirty pictures a second are smooth; more would take the time away from the training.
_REPORT_MS = 30


class StepTask(QObject):
    """Trains from a record on, off the interface's thread.

    Signals:
        reported(stepped: list[Stepped]): The records made since the last report.
        failed(error: Exception): The run diverged.
    """

    reported = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: GeneratorTask | None = None
        self._run: TrainingRun | None = None
        self._orders = Orders()
        self._pending = 0
        # Held by the thread that computes: one that was given up ends its step first.
        self._turn = Lock()

    @property
    def pending(self) -> int:
        """Portions of steps asked for and not reported yet."""
        return self._pending

    def set_stopping(self, stopping: Stopping | None) -> None:
        """Cut a portion where one of these conditions begins to hold; None for no condition."""
        self._orders.stopping = stopping

    def hold(self) -> None:
        """Let training wait until the interface has dealt with what it is about to do."""
        self._orders.may_go.clear()
        # A timer of no length runs after the painting that is asked for.
        QTimer.singleShot(0, self._orders.may_go.set)

    def ask(self, run: TrainingRun, record: TrainingStep, count: int) -> None:
        """Make some more steps of a run, the present record of which is given."""
        task = self._task_of(run, record)
        portions = self._orders.ask(count)
        self._pending += portions
        task.advance(portions)

    def run_on(self, run: TrainingRun, record: TrainingStep) -> None:
        """Make steps until told to pause."""
        task = self._task_of(run, record)
        self._orders.run_on()
        task.start()

    def pause(self) -> None:
        """Stop after the present portion; those asked for and not made are forgotten."""
        self._pending = 0
        self._orders.rest()
        if self._task is not None:
            self._task.pause()

    def drop(self) -> None:
        """End the thread, without waiting; what it has made and not reported is lost."""
        self._pending = 0
        self._orders.may_go.set()
        if self._task is not None:
            # A step of a large network takes longer than a frame.
            self._task.abandon()
            self._task = None
        # The old iterator may still hold the old orders for a moment.
        old = self._orders
        self._orders = Orders(stopping=old.stopping)

    def close(self) -> None:
        """End all threads, and wait for them."""
        self.drop()
        for task in self.findChildren(GeneratorTask):
            task.close()

    def _task_of(self, run: TrainingRun, record: TrainingStep) -> GeneratorTask:
        if self._task is not None and self._run is run:
            return self._task
        self.drop()
        self._run = run
        orders = self._orders
        # What one run does in a portion may be far too much for the next; the clock finds out.
        orders.steps = 1
        self._task = GeneratorTask(
            lambda: _in_turn(self._turn, run, record, orders), self, interval_ms=_REPORT_MS
        )
        self._task.reported.connect(self._on_reported)
        self._task.failed.connect(self._on_failed)
        return self._task

    def _on_reported(self, reported: list[object]) -> None:
        self._pending = max(0, self._pending - len(reported))
        self.reported.emit(reported)

    def _on_failed(self, error: Exception) -> None:
        self.drop()
        self.failed.emit(error)


def _in_turn(
    turn: Lock, run: TrainingRun, record: TrainingStep, orders: Orders
) -> Iterator[Stepped]:
    """Train once the thread before has ended: two at once would only slow each other down."""
    with turn:
        yield from stepped(run, record, orders)
