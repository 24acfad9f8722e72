"""The next update of a training taken apart: its gradient, its terms and how far it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.arrays import Array
from engine.training.run.loop import Loop, TrainingStep
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, eq=False)
class NextUpdate:
    """What the step after a record does to each parameter; all arrays are flat vectors.

    Attributes:
        gradient: The gradient that the step takes, before any treatment, over its batch.
        before: The parameters before it.
        after: The parameters after it.
        rate: The learning rate of this step, after the schedules.
        terms: Each part of the update by the name that the optimizer's record gives it.
    """

    gradient: Array
    before: Array
    after: Array
    rate: float
    terms: Mapping[str, Array]


def next_update(run: TrainingRun, record: TrainingStep) -> NextUpdate:
    """Take apart the step that a run makes from a record, exactly as training makes it."""
    loop = Loop(run)
    start = loop.adopted(record)
    gradient, update = loop.update(start)
    rate = run.descent.rate(start.optimizer_step + 1, start.history)
    return NextUpdate(gradient, record.parameters, update.point, rate, update.terms)
