"""The thread that runs one iterator of records, a slice of time at a time."""

from __future__ import annotations

import atexit
import time
from collections.abc import Callable, Iterator
from threading import Condition

from PySide6.QtCore import QThread, Signal
from shiboken6 import isValid

from engine.arrays import computing

Make = Callable[[], Iterator[object]]

_UNLIMITED = -1
_END = object()
_alive: set[Worker] = set()


class Worker(QThread):
    """Iterates records until they end, a budget is spent, or it is told to stop.

    While the interface handles a report the worker waits for `acknowledge`. The two share one
    interpreter lock: if both ran, every call into Qt would wait for the lock's switching interval,
    and painting would take many frames.

    Signals, all sent from the worker's thread and naming the worker, because a queued signal
    arrives even after its sender was disconnected:
        produced(worker: Worker, records: list): What was made since the last report.
        paused(worker: Worker): The budget is spent and everything made was reported.
        ended(worker: Worker, last: object, error: Exception | None): Nothing more will come;
            `last` is the last record, or None. It is sent after `stop` too.
    """

    produced = Signal(object, object)
    paused = Signal(object)
    ended = Signal(object, object, object)

    def __init__(self, make: Make, interval_ms: int, reports: bool) -> None:
        """Prepare a thread.

        Args:
            make: Makes the iterator; it is called on the worker's thread.
            interval_ms: The shortest time between two reports.
            reports: Whether to report at all; if not, only the last record is kept.
        """
        super().__init__()
        self._make = make
        self._interval_s = interval_ms / 1000.0
        self._reports = reports
        self._condition = Condition()
        self._budget = 0
        self._is_idle = False
        self._is_stopping = False
        self._is_acknowledged = True

    def run_on(self) -> None:
        """Let it iterate to the end."""
        self._give(_UNLIMITED)

    def run_for(self, count: int) -> None:
        """Let it iterate `count` records more than it was told already, then pause."""
        self._give(max(self._budget, 0) + count)

    def hold(self) -> None:
        """Let it pause after the record it is working on."""
        with self._condition:
            self._budget = 0

    def acknowledge(self) -> None:
        """Say that the last report has been dealt with."""
        with self._condition:
            self._is_acknowledged = True
            self._condition.notify_all()

    def stop(self) -> None:
        """Tell it to end after the record it is working on; this returns at once."""
        with self._condition:
            self._is_stopping = True
            self._condition.notify_all()

    def stop_and_wait(self) -> None:
        """Tell it to end, and return when its thread has."""
        self.stop()
        # At the very end PySide deletes what is left, in no particular order; the threads among it
        # were stopped before, by `stop_all`.
        if isValid(self):
            self.wait()

    def launch(self) -> None:
        """Start the thread, remembered so that it cannot outlive the interpreter."""
        _alive.add(self)
        self.finished.connect(self._on_finished)
        self.start()

    @property
    def is_computing(self) -> bool:
        """Whether it is iterating or has something to report, even if told to pause."""
        with self._condition:
            return not self._is_stopping and not self._is_idle and not self.isFinished()

    def run(self) -> None:
        """Iterate; called by Qt on the new thread."""
        last: object = None
        error: Exception | None = None
        try:
            # A new thread begins with NumPy's own state, in which overflows print warnings.
            with computing():
                last = self._iterate()
        except Exception as problem:  # noqa: BLE001  whatever it is, the interface reports it
            error = problem
        self.ended.emit(self, last, error)

    def _give(self, budget: int) -> None:
        with self._condition:
            self._budget = budget
            self._is_idle = False
            self._condition.notify_all()

    def _iterate(self) -> object:
        records = self._make()
        last: object = None
        batch: list[object] = []
        try:
            due = time.perf_counter() + self._interval_s
            while self._wait_for_budget(batch):
                record = next(records, _END)
                if record is _END:
                    break
                last = record
                if self._reports:
                    batch.append(last)
                    if time.perf_counter() >= due:
                        due = self._report(batch)
        finally:
            # What came before the end, or before an error, is reported first.
            self._report(batch)
            close = getattr(records, "close", None)
            if close is not None:
                close()
        return last

    def _wait_for_budget(self, batch: list[object]) -> bool:
        """Take one record off the budget, waiting for some; False means that it is to stop."""
        if self._budget == 0:
            self._report(batch)
        with self._condition:
            self._is_idle = self._budget == 0
        if self._is_idle:
            self.paused.emit(self)
        with self._condition:
            self._condition.wait_for(lambda: self._is_stopping or self._budget != 0)
            if self._budget > 0:
                self._budget -= 1
            return not self._is_stopping

    def _report(self, batch: list[object]) -> float:
        """Hand the batch over and wait until it was dealt with; return when the next is due."""
        sent = time.perf_counter()
        if batch and not self._is_stopping:
            with self._condition:
                self._is_acknowledged = False
            self.produced.emit(self, list(batch))
            batch.clear()
            with self._condition:
                self._condition.wait_for(lambda: self._is_stopping or self._is_acknowledged)
        # A receiver slower than the interval must leave some time to compute nevertheless.
        return max(sent + self._interval_s, time.perf_counter() + self._interval_s / 2)

    def _on_finished(self) -> None:
        _alive.discard(self)


def computing_count() -> int:
    """Return how many workers are iterating now; none means that nothing is under way."""
    return sum(worker.is_computing for worker in list(_alive))


@atexit.register
def stop_all() -> None:
    """Stop every worker: Qt aborts the process when it destroys a thread that still runs."""
    for worker in list(_alive):
        worker.stop_and_wait()
    _alive.clear()
