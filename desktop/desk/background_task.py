"""A computation beside the interface, and what becomes of it when another one is asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import SIGNAL, QObject, Qt, QTimer, Signal

from desktop.desk.settling import Settling
from desktop.foundation.translation import error_sentence
from desktop.tasks.worker import Worker
from engine.errors import EngineError

Make = Callable[[], object]
Then = Callable[[object], None]


class Policy(Enum):
    """What becomes of the computation that runs when another one is asked for.

    Attributes:
        NEWEST: It is given up: its answer would be old already.
        FINISH: It is let finish, then the newest one that was asked for follows. While a slider
            moves there is always a newer one, and giving up for each would show nothing until it
            rests.
        EACH: It is let finish, and so are all others, one after another.
    """

    NEWEST = auto()
    FINISH = auto()
    EACH = auto()


@dataclass(frozen=True)
class _Job:
    make: Make
    then: Then | None


class BackgroundTask(QObject, Settling):
    """Runs one computation at a time on a thread of its own.

    A computation that yields now and then can be given up in between. No thread lives while there
    is nothing to do. An error of the engine is refused in words; any other reaches the report of
    errors, as if the interface had raised it.

    Signals:
        reported(records: list): What was made since the last report, if reports were asked for;
            the computation waits until it was dealt with.
        done(answer: object): A computation ended; its answer, or None.
        refused(sentence: str, error: EngineError): A computation raised an error of the engine.
            Where nobody listens, nobody expected it, and it is reported like any other.
        busy_changed(is_busy: bool): There is something to compute, or no longer; sent before the
            answer or the refusal.
    """

    reported = Signal(object)
    done = Signal(object)
    refused = Signal(str, object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        policy: Policy = Policy.NEWEST,
        *,
        report_ms: int | None = None,
        pace_ms: int = 0,
    ) -> None:
        """Prepare a task; nothing runs before `submit`.

        Args:
            parent: Whose end ends the task too.
            policy: What becomes of a computation when another one is asked for.
            report_ms: The shortest time between two reports; None for no reports.
            pace_ms: The shortest time between the beginnings of two computations.
        """
        super().__init__(parent)
        self._policy = policy
        self._report_ms = report_ms
        self._waiting: deque[_Job] = deque()
        self._worker: Worker | None = None
        self._then: Then | None = None
        self._is_given_up = False
        self._is_busy = False
        self._is_over = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pace_ms)
        self._pause.timeout.connect(self._go_on)
        self._launched: list[Worker] = []
        self.destroyed.connect(partial(_stop_all, self._launched))

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._worker is not None or bool(self._waiting)

    @property
    def is_settled(self) -> bool:
        """Whether no answer is still to come."""
        return not self.is_running

    def submit(self, make: Make, then: Then | None = None) -> None:
        """Compute something when its turn comes. This returns at once.

        Args:
            make: Returns the answer, or an iterator whose last record is the answer. It is called
                on the task's thread and must not touch any widget.
            then: Gets this computation's own answer, before `done` is sent.
        """
        if self._is_over:
            return
        if self._policy is not Policy.EACH:
            self._waiting.clear()
        self._waiting.append(_Job(make, then))
        if self._policy is Policy.NEWEST:
            self._stop_soon()
        self._go_on()

    def give_up(self) -> None:
        """Answer nothing that was asked for so far, without waiting for what runs to end."""
        self._waiting.clear()
        self._stop_soon()
        self._tell_busy()

    def cancel(self) -> None:
        """Answer nothing that was asked for so far, waiting for the present record."""
        worker, self._worker = self._worker, None
        self._waiting.clear()
        self._pause.stop()
        if worker is not None:
            worker.stop_and_wait()
        self._tell_busy()

    def shutdown(self) -> None:
        """Compute nothing any more, waiting for the present record."""
        self._is_over = True
        self.cancel()

    def _stop_soon(self) -> None:
        if self._worker is not None:
            self._is_given_up = True
            self._worker.stop()

    def _go_on(self) -> None:
        if self._worker is None and self._waiting and not self._pause.isActive():
            self._launch(self._waiting.popleft())
        self._tell_busy()

    def _launch(self, job: _Job) -> None:
        reports = self._report_ms is not None
        worker = Worker(partial(_records, job.make), self._report_ms or 0, reports)
        worker.produced.connect(self._on_produced, Qt.ConnectionType.QueuedConnection)
        worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._worker, self._then, self._is_given_up = worker, job.then, False
        self._launched[:] = [worker]
        if self._pause.interval():
            self._pause.start()
        worker.run_on()
        worker.launch()

    def _tell_busy(self) -> None:
        if self.is_running != self._is_busy:
            self._is_busy = self.is_running
            self.busy_changed.emit(self._is_busy)

    # What a cancelled worker sent before is still in the event queue: the slots ask who sent it.

    def _on_produced(self, worker: Worker, records: list[object]) -> None:
        if worker is not self._worker or self._is_given_up:
            return
        # After the painting that the receivers ask for, as in `GeneratorTask`.
        QTimer.singleShot(0, worker.acknowledge)
        self.reported.emit(records)

    def _on_ended(self, worker: Worker, answer: object, error: Exception | None) -> None:
        if worker is not self._worker:
            return
        worker.wait()
        self._worker = None
        try:
            if not self._is_given_up:
                self._tell_busy()
                self._hand_over(answer, error)
        finally:
            self._go_on()

    def _hand_over(self, answer: object, error: Exception | None) -> None:
        # QMetaMethod.fromSignal would be the other way to ask, and keep this object for ever.
        is_heard = self.receivers(SIGNAL("refused(QString,PyObject)")) > 0
        if isinstance(error, EngineError) and is_heard:
            self.refused.emit(error_sentence(error), error)
        elif error is not None:
            raise error
        else:
            if self._then is not None:
                self._then(answer)
            self.done.emit(answer)


def _records(make: Make) -> Iterator[object]:
    """Make records of whatever was made: of an iterator its own, of an answer the one."""
    made = make()
    if isinstance(made, Iterator):
        yield from made
    else:
        yield made


def _stop_all(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop_and_wait()
