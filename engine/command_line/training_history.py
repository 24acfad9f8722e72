"""The history of a training on the command line: a few numbers an epoch, and the last network."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from engine.command_line.tables import short_number
from engine.command_line.training_jobs import Job, work_of
from engine.errors import DivergenceError
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import moment_of
from engine.training.run.run import TrainingRun

# A training that takes some seconds says now and then how far it is.
_SILENT_WORK = 10_000_000_000
_PROGRESS_LINES = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of an epoch."""

    epoch: int
    loss: float
    accuracy: float
    is_solved: bool
    test: tuple[float, float] | None = None

    @property
    def shown(self) -> Mapping[str, float]:
        """What JSON has of it."""
        found = {"epoch": self.epoch, "loss": self.loss, "accuracy": self.accuracy}
        if self.test is not None:
            found |= {"test_loss": self.test[0], "test_accuracy": self.test[1]}
        return found


@dataclass(frozen=True, slots=True)
class History:
    """What came of a training.

    Attributes:
        entries: The start and each epoch.
        run: The run in force at the end.
        last: The last record.
        cause: Why it ended early, if it did.
    """

    entries: tuple[Entry, ...]
    run: TrainingRun
    last: TrainingStep
    cause: DivergenceError | None

    @property
    def solved_at(self) -> int | None:
        """The first epoch after which every sample was right."""
        return next((item.epoch for item in self.entries if item.is_solved), None)


def history_of(job: Job) -> History:
    """Return the numbers at the start and after each epoch, and why it ended early, if it did.

    Of a record with all weights and predictions only the last one is kept: a hundred thousand of
    them would fill the memory.

    Raises:
        DivergenceError: There is not even a start.
    """
    entries: list[Entry] = []
    last: tuple[TrainingRun, TrainingStep] | None = None
    every = max(1, job.epochs // _PROGRESS_LINES) if _is_long(job) else 0
    try:
        for run, record in job.records():
            if last is not None and record.epoch > last[1].epoch and every:
                _tell_progress(record, job.epochs, every)
            last = run, record
            entries.append(_entry(run, record))
            if _is_over(job, record):
                break
    except DivergenceError as error:
        if last is None:
            raise
        return History(tuple(entries), *last, error)
    assert last is not None
    return History(tuple(entries), *last, None)


def _is_over(job: Job, record: TrainingStep) -> bool:
    if job.last_step is not None:
        return record.step >= job.last_step
    return record.epoch >= job.epochs


def _is_long(job: Job) -> bool:
    return work_of(job.run) * job.epochs > _SILENT_WORK


def _tell_progress(record: TrainingStep, epochs: int, every: int) -> None:
    """Say how far a long training is, beside what is printed at its end."""
    if record.epoch % every == 0 and record.epoch < epochs:
        sys.stderr.write(
            f"epoch {record.epoch:,} of {epochs:,}: loss {short_number(record.loss)}\n"
        )
        sys.stderr.flush()


def _entry(run: TrainingRun, record: TrainingStep) -> Entry:
    test = None
    if run.test_dataset is not None:
        moment = moment_of(run, record)
        test = moment.test_loss, moment.test_accuracy
    return Entry(record.epoch, record.loss, record.accuracy, record.is_solved, test)
