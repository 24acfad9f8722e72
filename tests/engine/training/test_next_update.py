"""The next update taken apart is the one that training makes."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.training.run.loop import first_record, train
from engine.training.run.next_update import next_update
from engine.training.run.run import TrainingRun


@pytest.mark.parametrize(
    "run",
    [
        TrainingRun(),
        TrainingRun(optimizer="adam", optimizer_settings={"learning_rate": 0.05}),
        TrainingRun(data="circle", batch_size=10, dropout=0.2, optimizer="nag"),
    ],
)
def test_it_ends_where_the_training_goes(run: TrainingRun) -> None:
    here, there = islice(train(run), 3, 5)

    update = next_update(run, here)

    assert np.array_equal(update.before, here.parameters)
    assert np.array_equal(update.after, there.parameters)
    assert update.gradient.shape == here.parameters.shape


def test_plain_descent_goes_against_the_gradient_by_the_rate() -> None:
    run = TrainingRun(optimizer_settings={"learning_rate": 0.5})
    update = next_update(run, first_record(run))

    assert update.rate == 0.5
    assert np.allclose(update.after, update.before - 0.5 * update.gradient)
    assert np.allclose(update.terms["gradient"], update.gradient)


def test_the_rate_is_that_of_the_schedule() -> None:
    schedule = Scheduled(SCHEDULES["exponential"], {"factor": 0.5})
    run = TrainingRun(optimizer_settings={"learning_rate": 1.0}, schedules=(schedule,))
    here = next(islice(train(run), 2, None))

    update = next_update(run, here)

    assert update.rate == 0.25


def test_another_optimizer_begins_with_an_empty_memory() -> None:
    here = next(islice(train(TrainingRun()), 3, None))
    run = TrainingRun().with_optimizer("momentum")

    update = next_update(run, here)

    rate = run.optimizer_settings["learning_rate"]
    assert np.allclose(update.terms["velocity"], -rate * update.gradient)
