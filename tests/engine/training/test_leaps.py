"""Steps taken first and measured later are the steps of the trainer, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import DivergenceError
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.run import TrainingRun

RUNS = {
    "floats": TrainingRun(),
    "batches of floats": TrainingRun(data="noisy_xor", batch_size=4),
    "arrays": TrainingRun(
        data="noisy_xor", layers=(2, 8, 8, 1), batch_size=32, optimizer="adam",
        optimizer_settings={"learning_rate": 0.01},
    ),
    "a schedule": TrainingRun(schedules=(Scheduled(SCHEDULES["cosine"]),)),
    "step by step": TrainingRun(treatments=(Treated(TREATMENTS["clip_norm"]),)),
}  # fmt: skip


@pytest.mark.parametrize("steps", [1, 2, 23])
@pytest.mark.parametrize("name", RUNS)
def test_a_leap_lands_where_advancing_does(name: str, steps: int) -> None:
    trainer = FastTrainer(RUNS[name], accelerated=False)
    start = trainer.advance(trainer.first(), 5)
    expected = trainer.advance(start, steps)
    before = trainer.advance(start, steps - 1) if steps > 1 else start

    leap = trainer.leap(start, steps)
    record = trainer.landed(leap)

    assert record.step == expected.step == 5 + steps
    assert np.array_equal(record.parameters, expected.parameters)
    assert np.array_equal(leap.before, before.parameters)
    assert all(map(np.array_equal, record.optimizer_state, expected.optimizer_state))
    assert (record.loss, record.epoch) == (expected.loss, expected.epoch)


@pytest.mark.parametrize("steps", [1, 6, 200])
def test_a_divergence_names_the_step_as_advancing_does(steps: int) -> None:
    run = TrainingRun(
        data="circle", activation="relu", output="identity", loss="mean_squared_error",
        layers=(2, 8, 1), optimizer_settings={"learning_rate": 0.1},
    )  # fmt: skip
    wild = run.changed(optimizer_settings={"learning_rate": 10.0})
    trainer = FastTrainer(wild, accelerated=False)
    start = trainer.first()
    with pytest.raises(DivergenceError) as expected:
        trainer.advance(start, steps)
    with pytest.raises(DivergenceError) as found:
        trainer.landed(trainer.leap(start, steps))
    assert str(found.value) == str(expected.value)
