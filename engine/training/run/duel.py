"""Two runs trained beside each other, epoch by epoch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from engine.errors import EngineError
from engine.training.run.loop import TrainingStep, first_record, train
from engine.training.run.run import TrainingRun

# Pictures kept of each side: enough for a smooth film.
_MOST_FRAMES = 240


@dataclass(frozen=True, eq=False)
class DuelFrame:
    """Both sides after the same number of epochs.

    Attributes:
        epoch: Epochs done.
        records: The record of each side; the last one before, where a side diverged.
        errors: Why a side went no further, or None.
    """

    epoch: int
    records: tuple[TrainingStep, TrainingStep]
    errors: tuple[EngineError | None, EngineError | None]


def same_start(first: TrainingRun, second: TrainingRun) -> TrainingRun:
    """Return the second run with the seed and the rule of the first one's initial weights."""
    return replace(second, seed=first.seed, initializer=first.initializer)


def starts_alike(first: TrainingRun, second: TrainingRun) -> bool:
    """Tell whether both begin with the same weights, to the last bit."""
    return np.array_equal(first.network.start, second.network.start)


def duel(first: TrainingRun, second: TrainingRun, epochs: int) -> Iterator[DuelFrame | None]:
    """Train both sides, yielding a frame at even distances and None at the epochs between."""
    sides = (_Side(first), _Side(second))
    shown = set(np.unique(np.linspace(0, epochs, _MOST_FRAMES + 1).round().astype(int)).tolist())
    for epoch in range(epochs + 1):
        if epoch:
            for side in sides:
                yield from side.train_epoch()
        if epoch in shown:
            yield DuelFrame(
                epoch, (sides[0].record, sides[1].record), (sides[0].error, sides[1].error)
            )
        else:
            yield None


class _Side:
    """One of the two."""

    def __init__(self, run: TrainingRun) -> None:
        self._per_epoch = run.steps_per_epoch
        self.record = first_record(run)
        self.error: EngineError | None = None
        self._steps = train(run, self.record)

    def train_epoch(self) -> Iterator[None]:
        """Make the steps of an epoch, yielding after each, unless the side has diverged."""
        for _ in range(self._per_epoch if self.error is None else 0):
            try:
                self.record = next(self._steps)
            except EngineError as problem:
                self.error = problem
                return
            yield None
