"""A computation whose newest version alone counts, such as a picture that follows a slider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from desktop.tasks.worker import Worker


class LatestTask(QObject):
    """Runs one iterator at a time on a thread of its own; a newer one takes the place of the old.

    The iterator should yield now and then even if only its last record matters: giving up an old
    computation takes effect between two records. No thread lives while there is nothing to do.

    Signals:
        done(last: object): The newest computation ended; its last record, or None.
        failed(error: Exception): The newest computation raised.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare a task; nothing runs before `submit`."""
        super().__init__(parent)
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
        worker = Worker(make, interval_ms=0, reports=False)
        worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._worker = worker
        self._launched[:] = [worker]
        worker.run_on()
        worker.launch()

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
