"""A perceptron's whole learning on a truth table, computed at once: it takes few steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.training.datasets.catalog import DATASETS
from engine.training.perceptron import PerceptronRecord, best_line, decide, learn_perceptron

TABLES = ("or", "and", "xor")
_MOST_EPOCHS = 100


@dataclass(frozen=True)
class PerceptronSetup:
    """What fixes the learning.

    Attributes:
        data: Name of the truth table.
        rate: The step η.
        start: The weights w₁ and w₂ and then w₀.
    """

    data: str = "or"
    rate: float = 1.0
    start: tuple[float, float, float] = (1.0, -1.0, -0.5)


@dataclass(frozen=True, eq=False)
class PerceptronLesson:
    """The samples and every step of the learning.

    Attributes:
        inputs: Shape (4, 2).
        targets: −1 or 1, shape (4,).
        rate: The step η.
        records: The start, and one for each sample looked at.
        best_line: The weights w₁, w₂ and w₀ of the best line there is.
        best_right: How many samples that line has on their right side.
    """

    inputs: Array
    targets: Array
    rate: float
    records: tuple[PerceptronRecord, ...]
    best_line: Array
    best_right: int

    @staticmethod
    def learn(setup: PerceptronSetup) -> PerceptronLesson:
        """Run the rule to its end.

        Raises:
            SettingError: The rate is not above 0.
        """
        data = DATASETS[setup.data].make(np.random.default_rng(0))
        targets = np.where(data.classes, 1.0, -1.0)
        records = learn_perceptron(
            data.inputs, targets, rate=setup.rate, start=np.array(setup.start), epochs=_MOST_EPOCHS
        )
        line, right = best_line(data.inputs, targets)
        return PerceptronLesson(data.inputs, targets, setup.rate, tuple(records), line, right)

    @property
    def last(self) -> int:
        """The number of steps."""
        return len(self.records) - 1

    def before(self, step: int) -> PerceptronRecord:
        """Return the record before a step; the start has none before it but itself."""
        return self.records[max(step - 1, 0)]

    def sums(self, record: PerceptronRecord) -> tuple[Array, Array]:
        """Return each sample's sum and output with a record's weights."""
        return decide(self.inputs, record.weights, record.bias)
