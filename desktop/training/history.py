"""The records of a run so far, thinned as they grow old, with what is needed to step back."""

from __future__ import annotations

from collections.abc import Iterable

from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

# Enough for a curve as wide as any screen; the newest stay complete, so that steps back are quick.
CAPACITY = 3000
_NEWEST = 400


class History:
    """Records in the order of their steps, and the run that each was made by.

    Old ones are thinned out. A record at which settings changed is always kept: what lies between
    two kept records was made by one run, and can be computed again.
    """

    def __init__(self, run: TrainingRun, first: StepRecord) -> None:
        self._records = [first]
        self._runs = [(first.step, run)]

    @property
    def last(self) -> StepRecord:
        """The newest record."""
        return self._records[-1]

    @property
    def records(self) -> list[StepRecord]:
        """All records kept, oldest first; not to be changed."""
        return self._records

    def extend(self, records: Iterable[StepRecord]) -> None:
        """Add newer records."""
        self._records.extend(records)
        while len(self._records) > CAPACITY:
            self._thin()

    def change_run(self, run: TrainingRun) -> None:
        """Say that what follows the newest record is made by another run."""
        if self._runs[-1][0] == self.last.step:
            self._runs.pop()
        self._runs.append((self.last.step, run))

    def cut(self, step: int) -> tuple[TrainingRun, StepRecord]:
        """Forget everything after a step; return the newest record left, and its run.

        Raises:
            ValueError: The step lies before the first record.
        """
        if step < self._records[0].step:
            raise ValueError(f"there is no step {step}")
        while self._records[-1].step > step:
            self._records.pop()
        while self._runs[-1][0] > step:
            self._runs.pop()
        return self._runs[-1][1], self.last

    def _thin(self) -> None:
        """Keep every second of the older records, the first, and those where the run changed."""
        kept = {start for start, _ in self._runs}
        old = self._records[:-_NEWEST]
        self._records = [
            record for index, record in enumerate(old) if index % 2 == 0 or record.step in kept
        ] + self._records[-_NEWEST:]
