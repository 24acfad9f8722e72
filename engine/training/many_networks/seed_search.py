"""What it is to train the same network from many seeds, in records that come quickly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.training.many_networks.many import ManyRecord, train_many
from engine.training.run.run import TrainingRun

_MOST_EPOCHS_AT_ONCE = 50
# What a step and a multiplication cost, roughly, so that a record comes every few milliseconds.
_STEP_S, _PRODUCT_S, _RECORD_S = 100e-6, 2e-9, 0.008


@dataclass(frozen=True)
class SeedJob:
    """What to train, from which seeds, for how long, and how near it must come to its targets."""

    run: TrainingRun
    first_seed: int
    count: int
    epochs: int
    tolerance: float

    @property
    def seeds(self) -> range:
        """The seeds of all networks."""
        return range(self.first_seed, self.first_seed + self.count)

    @property
    def epochs_at_once(self) -> int:
        """Epochs between two records, few enough that stopping is felt at once."""
        parameters = len(self.run.network.start)
        products = 6 * self.count * parameters * len(self.run.dataset)
        cost = self.run.steps_per_epoch * _STEP_S + products * _PRODUCT_S
        return max(1, min(_MOST_EPOCHS_AT_ONCE, int(_RECORD_S / cost)))

    def records(self) -> Iterator[ManyRecord]:
        """Train, and yield how all networks stand."""
        return train_many(
            self.run,
            self.seeds,
            self.epochs,
            every=self.epochs_at_once,
            tolerance=self.tolerance,
        )
