"""A computation whose newest version alone counts, such as a picture that follows a slider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.tasks.worker import Worker


class LatestTask(QObject):
    """Runs one iterator at a time on a thread of its own; a newer one takes the place of the old.

    The iterator should yield now and then even if only its last record matters: giving up an old
    computation takes effect between two records. No thread lives while there is nothing to do.

    Signals:
        reported(records: list): What the newest computation made since the last report, if reports
            were asked for; the computation waits until it was dealt with.
        done(last: object): The newest computation ended; its last record, or None.
        failed(error: Exception): The newest computation raised.
    """

    reported = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, report_ms: int | None = None) -> None:
        """Prepare a task; nothing runs before `submit`.

        Args:
            parent: Whose end ends the task too.
            report_ms: The shortest time between two reports; None for no reports.
        """
        super().__init__(parent)
        self._report_ms = report_ms
        self._worker: Worker | None = None
        self._waiting: Callable[[], Iterator[object]] | None = None
        self._launched: list[Worker] = []
        self.destroyed.connect(partial(_stop_all, self._launched))

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._worker is not None

    def submit(self, make: Callable[[], Iterator[object]]) -> None:
        """Give up the present computation, if any, and begin another. This returns at once.

        Args:
            make: Makes the iterator, on the task's thread; it must not touch any widget.
        """
        if self._worker is None:
            self._launch(make)
        else:
            self._waiting = make
            self._worker.stop()

    def close(self) -> None:
        """Give up whatever runs, waiting for its present record; nothing is sent any more."""
        worker, self._worker, self._waiting = self._worker, None, None
        if worker is not None:
            worker.stop_and_wait()

    def _launch(self, make: Callable[[], Iterator[object]]) -> None:
        reports = self._report_ms is not None
        worker = Worker(make, interval_ms=self._report_ms or 0, reports=reports)
        worker.produced.connect(self._on_produced, Qt.ConnectionType.QueuedConnection)
        worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._worker = worker
        self._launched[:] = [worker]
        worker.run_on()
        worker.launch()

    def _on_produced(self, worker: Worker, records: list[object]) -> None:
        if worker is not self._worker or self._waiting is not None:
            return
        # After the painting that the receivers ask for, as in `GeneratorTask`.
        QTimer.singleShot(0, worker.acknowledge)
        self.reported.emit(records)

    def _on_ended(self, worker: Worker, last: object, error: Exception | None) -> None:
        if worker is not self._worker:
            return
        worker.wait()
        self._worker = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._launch(waiting)
        elif error is None:
            self.done.emit(last)
        else:
            self.failed.emit(error)


def _stop_all(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop_and_wait()
