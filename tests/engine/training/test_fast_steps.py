"""Many steps at once are the steps of the training loop."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import DivergenceError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.array_steps import ArraySteps
from engine.training.fast_steps import FastTrainer, fast_steps
from engine.training.loop import StepRecord, train
from engine.training.run import TrainingRun

XOR = TrainingRun()
# 7 batches in an epoch, the last one smaller.
PLANE = TrainingRun(data="noisy_xor", layers=(2, 5, 4, 1), batch_size=32)


def recorded(run: TrainingRun, steps: int, start: StepRecord | None = None) -> StepRecord:
    *_, last = islice(train(run, start), steps + (start is None))
    return last


def assert_same(fast: StepRecord, slow: StepRecord) -> None:
    assert (fast.step, fast.epoch) == (slow.step, slow.epoch)
    assert (fast.optimizer, fast.optimizer_step) == (slow.optimizer, slow.optimizer_step)
    np.testing.assert_allclose(fast.parameters, slow.parameters, rtol=1e-11, atol=1e-12)
    for quick, plain in zip(fast.optimizer_state, slow.optimizer_state, strict=True):
        np.testing.assert_allclose(quick, plain, rtol=1e-11, atol=1e-12)
    assert fast.loss == pytest.approx(slow.loss, rel=1e-11, abs=1e-13)
    assert not fast.parameters.flags.writeable


def check(run: TrainingRun, steps: int) -> FastTrainer:
    trainer = FastTrainer(run)
    assert_same(trainer.advance(trainer.first(), steps), recorded(run, steps))
    return trainer


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_on_floats(name: str) -> None:
    trainer = check(XOR.with_optimizer(name), 150)
    assert trainer.is_fast


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_on_arrays_with_batches_of_two_sizes(name: str) -> None:
    trainer = check(PLANE.with_optimizer(name), 40)
    assert isinstance(trainer._form, ArraySteps)


def test_every_variant_of_an_optimizer() -> None:
    for record in OPTIMIZERS.values():
        for variant in record.variants:
            check(replace(XOR.with_optimizer(record.name), variant=variant.name), 20)
            check(replace(PLANE.with_optimizer(record.name), variant=variant.name), 10)


@pytest.mark.parametrize("activation", ["sigmoid", "relu", "elu", "swish", "gelu", "softplus"])
def test_other_activations_and_losses(activation: str) -> None:
    run = replace(XOR, activation=activation, loss="mean_squared_error", optimizer_settings={})
    check(run, 60)
    check(replace(run, layers=(2, 16, 9, 1), data="circle"), 15)


def test_penalties_single_samples_and_batches_on_floats() -> None:
    check(replace(XOR, l1=0.01, l2=0.02), 60)
    check(replace(XOR, batch_size=1), 60)
    check(replace(XOR, batch_size=2, optimizer="momentum", optimizer_settings={}), 61)


def test_penalties_on_arrays() -> None:
    check(replace(PLANE, l1=0.01, l2=0.02), 20)


@pytest.mark.parametrize(
    "name", [name for name, record in SCHEDULES.items() if record.name != "plateau"]
)
def test_schedules(name: str) -> None:
    schedules = (Scheduled(SCHEDULES[name]),)
    for run in (XOR, PLANE.with_optimizer("adam"), PLANE.with_optimizer("nag")):
        assert check(replace(run, schedules=schedules), 30).is_fast


def test_what_has_no_faster_way_goes_step_by_step() -> None:
    for run in (
        replace(PLANE, dropout=0.2),
        replace(XOR, treatments=(Treated(TREATMENTS["clip_norm"]),)),
        replace(XOR, schedules=(Scheduled(SCHEDULES["plateau"]),)),
    ):
        assert not check(run, 12).is_fast


@pytest.mark.parametrize("run", [XOR, PLANE.with_optimizer("adam")], ids=["floats", "arrays"])
def test_portions_make_no_difference_to_the_last_bit(run: TrainingRun) -> None:
    trainer = FastTrainer(run)
    whole = trainer.advance(trainer.first(), 50)
    record = trainer.first()
    for steps in (1, 9, 3, 30, 7):
        record = trainer.advance(record, steps)
    assert np.array_equal(record.parameters, whole.parameters)
    assert record.loss == whole.loss


def test_a_new_optimizer_begins_with_an_empty_memory() -> None:
    before = recorded(XOR, 30)
    run = XOR.with_optimizer("adam")
    assert_same(fast_steps(run, before, 20), recorded(run, 20, before))


def test_divergence_is_told_of_the_same_step() -> None:
    run = replace(
        XOR, loss="mean_squared_error", output="identity", activation="identity",
        optimizer_settings={"learning_rate": 5.0},
    )  # fmt: skip
    with pytest.raises(DivergenceError) as slow:
        recorded(run, 2000)
    trainer = FastTrainer(run)
    for steps in (20, 2000):
        with pytest.raises(DivergenceError) as fast:
            trainer.advance(trainer.first(), steps)
        assert str(fast.value) == str(slow.value)
