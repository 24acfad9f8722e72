"""The runs that were trained one after the other, and how far each came."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from engine.training.run.run import TrainingRun

MOST_ENTRIES = 200
"""More than anyone compares; the oldest go."""


@dataclass(frozen=True)
class RunEntry:
    """A run and how far it came.

    Attributes:
        number: Its place among all runs, from 1.
        run: What was trained, with the settings in force at the end.
        epoch: Epochs done.
        loss: The loss at the end.
        accuracy: The share of samples in the right class at the end; None for a regression.
    """

    number: int
    run: TrainingRun
    epoch: int
    loss: float
    accuracy: float | None

    __hash__ = None  # type: ignore[assignment]  # runs cannot be hashed


@dataclass(frozen=True)
class RunList:
    """All runs that are listed.

    Attributes:
        entries: The runs, the oldest first, in the order of their numbers.
        count: How many runs there were, forgotten ones too.
        is_open: Whether the last one is the present training and goes on with it.
    """

    entries: tuple[RunEntry, ...] = ()
    count: int = 0
    is_open: bool = field(default=False, compare=False)

    __hash__ = None  # type: ignore[assignment]  # runs cannot be hashed

    def with_run(self, run: TrainingRun, epoch: int, loss: float, accuracy: float) -> RunList:
        """Return it with how far the present training has come.

        Args:
            run: What is trained.
            epoch: Epochs done.
            loss: The loss now.
            accuracy: The share of samples in the right class; nan for a regression.
        """
        earlier = self.entries[:-1] if self.is_open else self.entries
        count = self.count if self.is_open else self.count + 1
        share = None if math.isnan(accuracy) else accuracy
        entry = RunEntry(count, run, epoch, loss, share)
        return RunList((*earlier, entry)[-MOST_ENTRIES:], count, is_open=True)

    def closed(self) -> RunList:
        """Return it where another training begins."""
        return RunList(self.entries, self.count)

    def cleared(self) -> RunList:
        """Return it without entries; numbers go on."""
        return RunList((), self.count)

    def with_later(self, present: RunList) -> RunList:
        """Return it with what another list has of later runs, which that one goes on with."""
        later = tuple(entry for entry in present.entries if entry.number > self.count)
        is_open = present.is_open and bool(later)
        entries = (*self.entries, *later)[-MOST_ENTRIES:]
        return RunList(entries, max(self.count, present.count), is_open)
