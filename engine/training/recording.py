"""A recording: a training kept in few records, from which any of its steps is had again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from engine.errors import SettingError
from engine.training.loop import StepRecord, first_record, train
from engine.training.run import TrainingRun

# Records kept before every second one is dropped.
MOST_RECORDS = 512


@dataclass(frozen=True, eq=False)
class Recording:
    """A training so far, as a value: rewinding it returns another one.

    Steps between the records are trained again, and come out the same to the last bit, because a
    run depends on its seeds and on nothing else.

    Attributes:
        runs: Each run of the training with the step from which on it is in force.
        records: Some of the records, by step; the first and the newest are always among them.
        spacing: How many steps lie between two records that are kept.
    """

    runs: tuple[tuple[int, TrainingRun], ...]
    records: tuple[StepRecord, ...]
    spacing: int = 1

    @staticmethod
    def begin(run: TrainingRun) -> Recording:
        """Return the recording of a training that has not begun."""
        return Recording(((0, run),), (first_record(run),))

    @property
    def run(self) -> TrainingRun:
        """The run in force."""
        return self.runs[-1][1]

    @property
    def last(self) -> StepRecord:
        """The newest record."""
        return self.records[-1]

    def extended(self, records: Iterable[StepRecord]) -> Recording:
        """Return the recording with the records that follow the newest one."""
        known, newest, spacing = list(self.records), None, self.spacing
        # The newest is kept whatever its step, and goes when a newer one comes.
        if len(known) > 1 and known[-1].step % spacing:
            newest = known.pop()
        for record in records:
            newest = record
            if record.step % spacing == 0:
                known.append(record)
                newest = None
                if len(known) > MOST_RECORDS:
                    spacing *= 2
                    newest = known[-1] if known[-1].step % spacing else None
                    known = [item for item in known if item.step % spacing == 0]
        if newest is not None:
            known.append(newest)
        return replace(self, records=tuple(known), spacing=spacing)

    def advanced(self, steps: int) -> Recording:
        """Return the recording after so many more steps.

        Raises:
            DivergenceError: The training diverged.
        """
        return self.extended(islice(train(self.run, self.last), steps))

    def with_run(self, run: TrainingRun) -> Recording:
        """Return the recording that goes on with another run, such as another optimizer.

        Raises:
            SettingError: It is of another network or other data, and cannot go on from here.
        """
        if not run.continues(self.run):
            raise SettingError(
                "run_does_not_continue",
                "Another network, other data or other seeds begin anew: they cannot go on from "
                "what is trained so far.",
            )
        step = self.last.step
        kept = tuple(item for item in self.runs if item[0] < step)
        return replace(self, runs=(*kept, (step, run)))

    def at(self, step: int) -> StepRecord:
        """Return the record of a step, trained again where it was not kept.

        Raises:
            SettingError: The training never came to that step.
        """
        self._check(step)
        place = bisect_right(self.records, step, key=lambda record: record.step) - 1
        record = self.records[place]
        while record.step < step:
            run, end = self._run_after(record.step)
            count = min(step, end) - record.step
            *_, record = islice(train(run, record), count)
        return record

    def rewound(self, step: int) -> Recording:
        """Return the recording as it was at a step; what came after is forgotten.

        Raises:
            SettingError: The training never came to that step.
        """
        self._check(step)
        known = tuple(record for record in self.records if record.step < step)
        runs = tuple(item for item in self.runs if item[0] <= step)
        return replace(self, runs=runs, records=(*known, self.at(step)))

    def _run_after(self, step: int) -> tuple[TrainingRun, int]:
        """Return the run that makes the step after this one, and where it ends."""
        place = bisect_right(self.runs, step, key=lambda item: item[0]) - 1
        later = self.runs[place + 1 :]
        return self.runs[place][1], later[0][0] if later else self.last.step

    def _check(self, step: int) -> None:
        if not 0 <= step <= self.last.step:
            raise SettingError(
                "no_such_step",
                f"There is no step {step}; the training has the steps 0 to {self.last.step}.",
                step=step,
                last=self.last.step,
            )
