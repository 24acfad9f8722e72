"""A long computation shown while it goes on: it can be paused, advanced and cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.tasks.worker import Worker


class GeneratorTask(QObject):
    """Runs an iterator of records on a thread of its own and reports what comes out.

    Records are gathered and reported in lists, at most one list per interval, and the next list
    is made only after the interface has dealt with the last one and painted. A slow receiver
    therefore slows the computation down, but is never flooded.

    The iterator should yield at least every few milliseconds: pausing and cancelling take effect
    between two records, and `cancel` waits.

    Signals:
        reported(records: list): The records made since the last report, never empty.
        paused(): `pause` took effect, or the records asked for by `advance` are reported.
        finished(last: object): The iterator ended; its last record, or None if it made none.
        failed(error: Exception): The iterator raised.
        stopped(): `cancel` ended it.
    """

    reported = Signal(object)
    paused = Signal()
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        make: Callable[[], Iterator[object]],
        parent: QObject | None = None,
        interval_ms: int = 16,
    ) -> None:
        """Prepare a task; nothing runs before `start` or `advance`.

        Args:
            make: Makes the iterator. It is called on the task's thread, once each time the task
                begins anew, and must not touch any widget.
            parent: Whose end ends the task too.
            interval_ms: The shortest time between two reports.
        """
        super().__init__(parent)
        self._make = make
        self._interval_ms = interval_ms
        self._worker: Worker | None = None
        self._is_wanted = False
        self._launched: list[Worker] = []
        self.destroyed.connect(partial(_stop_all, self._launched))

    @property
    def is_running(self) -> bool:
        """Whether it is on its way to the end: begun, neither paused nor told to pause."""
        return self._worker is not None and self._is_wanted

    @property
    def is_active(self) -> bool:
        """Whether it has begun and can go on, computing or paused."""
        return self._worker is not None

    def start(self) -> None:
        """Run to the end: from where it paused, or from the beginning."""
        worker = self._worker or self._make_worker()
        worker.run_on()
        self._launch(worker)

    def pause(self) -> None:
        """Stop after the present record; what was made until then is still reported."""
        self._is_wanted = False
        if self._worker is not None:
            self._worker.hold()

    def resume(self) -> None:
        """Go on after a pause; a task that has not begun stays as it is."""
        if self._worker is not None:
            self.start()

    def advance(self, n: int = 1) -> None:
        """Make `n` records and pause, beginning if necessary.

        Raises:
            ValueError: `n` is less than one.
        """
        if n < 1:
            raise ValueError(f"a task advances by one record or more, not by {n}")
        worker = self._worker or self._make_worker()
        worker.run_for(n)
        self._launch(worker)

    def cancel(self) -> None:
        """End it, waiting for the present record; nothing is reported any more.

        Cancelling what does not run does nothing.
        """
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop_and_wait()
            self.stopped.emit()

    def abandon(self) -> None:
        """End it without waiting: nothing is reported any more.

        Once its thread has ended the task deletes itself; `close` waits for that.
        """
        worker, self._worker = self._worker, None
        self._is_wanted = False
        if worker is None:
            self.deleteLater()
        else:
            worker.finished.connect(self.deleteLater)
            worker.stop()

    def close(self) -> None:
        """End it and wait for its thread, also after `abandon`."""
        self.cancel()
        _stop_all(self._launched)

    def _make_worker(self) -> Worker:
        worker = Worker(self._make, self._interval_ms, reports=True)
        worker.produced.connect(self._on_produced, Qt.ConnectionType.QueuedConnection)
        worker.paused.connect(self._on_paused, Qt.ConnectionType.QueuedConnection)
        worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._launched[:] = [worker]
        return worker

    def _launch(self, worker: Worker) -> None:
        self._is_wanted = True
        if self._worker is not worker:
            self._worker = worker
            worker.launch()

    # What a cancelled worker sent before is still in the event queue: the slots ask who sent it.

    def _on_produced(self, worker: Worker, records: list[object]) -> None:
        if worker is not self._worker:
            return
        # A timer of no length runs after the painting that the receivers ask for. It is set
        # first, so that a receiver which raises, or waits in a dialog, does not stall the worker.
        QTimer.singleShot(0, worker.acknowledge)
        self.reported.emit(records)

    def _on_paused(self, worker: Worker) -> None:
        if worker is self._worker and not worker.is_computing:
            self._is_wanted = False
            self.paused.emit()

    def _on_ended(self, worker: Worker, last: object, error: Exception | None) -> None:
        if worker is not self._worker:
            return
        self._worker = None
        worker.wait()
        if error is None:
            self.finished.emit(last)
        else:
            self.failed.emit(error)


def _stop_all(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop_and_wait()
