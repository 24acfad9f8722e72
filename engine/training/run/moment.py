"""A moment of a training: the few numbers of a step that curves are drawn of."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.training.network.scores import score
from engine.training.run.loop import TrainingStep, rule_key
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, slots=True)
class Moment:
    """The numbers of one step, without the weights, so that thousands can be kept.

    Attributes:
        step: Updates made so far.
        epochs: How often every sample was seen, in fractions too.
        loss: What is minimized: the training data's mean loss and the penalties.
        data_loss: The training data's mean loss alone.
        accuracy: Share of the training samples in the right class; nan for a regression.
        largest_error: Largest distance of a training sample's prediction from its target.
        test_loss: The test data's mean loss; nan without test data.
        test_accuracy: Share of the test samples in the right class; nan without.
        gradient_norms: For each layer the length of the loss's gradient.
        update_norm: How far the last step moved the weights; nan where no step led here.
        rate: The learning rate of the next step, after the schedule.
    """

    step: int
    epochs: float
    loss: float
    data_loss: float
    accuracy: float
    largest_error: float
    test_loss: float
    test_accuracy: float
    gradient_norms: tuple[float, ...]
    update_norm: float
    rate: float


@dataclass(frozen=True, slots=True, eq=False)
class Stepped:
    """The record of a step, with its moment."""

    record: TrainingStep
    moment: Moment


def moment_of(run: TrainingRun, record: TrainingStep, before: Array | None = None) -> Moment:
    """Return a record's moment.

    Args:
        run: The run that the record was measured by.
        record: The record.
        before: The parameters a step before, from which the length of the update is had.
    """
    test_loss = test_accuracy = update_norm = math.nan
    if run.test_dataset is not None:
        judged = score(run.network, record.parameters, run.test_dataset)
        test_loss, test_accuracy = judged.loss, judged.accuracy
    if before is not None:
        with np.errstate(all="ignore"):
            update_norm = ranges.length(record.parameters - before)
    return Moment(
        step=record.step,
        epochs=epochs_of(run, record),
        loss=record.loss,
        data_loss=record.data_loss,
        accuracy=record.accuracy,
        largest_error=record.largest_error,
        test_loss=test_loss,
        test_accuracy=test_accuracy,
        gradient_norms=record.gradient_norms,
        update_norm=update_norm,
        rate=rate_of(run, record),
    )


def epochs_of(run: TrainingRun, record: TrainingStep) -> float:
    """Return how often every sample was seen, in fractions too."""
    steps = record.step - record.counted_from
    return record.epochs_before + steps / run.steps_per_epoch


def rate_of(run: TrainingRun, record: TrainingStep) -> float:
    """Return the learning rate of the step after a record."""
    taken = record.optimizer_step if record.optimizer == rule_key(run) else 0
    return run.descent.rate(taken + 1, record.history)
