"""Many steps at once are the steps of the training loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
import pytest

from engine.autodiff.codegen.accelerator import find_accelerator
from engine.errors import DivergenceError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer, Update
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.compiled import fast_steps as module
from engine.training.compiled.array_steps import ArraySteps
from engine.training.compiled.fast_steps import FastTrainer, fast_steps
from engine.training.compiled.float_steps import MachineSteps
from engine.training.many_networks.many import train_many
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

XOR = TrainingRun()
# 7 batches in an epoch, the last one smaller.
PLANE = TrainingRun(data="noisy_xor", layers=(2, 5, 4, 1), batch_size=32)


def recorded(run: TrainingRun, steps: int, start: TrainingStep | None = None) -> TrainingStep:
    *_, last = islice(train(run, start), steps + (start is None))
    return last


def assert_same(fast: TrainingStep, slow: TrainingStep) -> None:
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


def test_growth_beyond_return_is_told_where_the_numbers_still_hold() -> None:
    run = replace(
        XOR, loss="mean_squared_error", output="identity", activation="identity",
        optimizer_settings={"learning_rate": 5.0},
    )  # fmt: skip
    with pytest.raises(DivergenceError) as slow:
        recorded(run, 2000)
    trainer = FastTrainer(run)
    with pytest.raises(DivergenceError) as fast:
        trainer.advance(trainer.first(), int(str(slow.value.details["step"])))
    assert str(fast.value) == str(slow.value)


def _as_it_is(function: Callable[..., Any]) -> Callable[..., Any]:
    """Stand in for an accelerator: the machine's loop is Python too."""
    return function


ACCELERATED = [
    XOR,
    XOR.with_optimizer("adam"),
    replace(XOR, batch_size=2, activation="gelu", optimizer="nag", optimizer_settings={}),
    replace(XOR, batch_size=1, schedules=(Scheduled(SCHEDULES["cosine"]),)),
]


@pytest.mark.parametrize("run", ACCELERATED, ids=["sgd", "adam", "batches", "schedule"])
def test_the_loop_for_a_machine_takes_the_same_steps(
    run: TrainingRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_accelerator", lambda: _as_it_is)
    trainer = check(run, 61)
    assert isinstance(trainer._form, MachineSteps)
    assert FastTrainer(run, accelerated=False).is_fast


@pytest.mark.skipif(find_accelerator() is None, reason="numba is not installed")
@pytest.mark.parametrize("run", ACCELERATED, ids=["sgd", "adam", "batches", "schedule"])
def test_machine_code_takes_the_same_steps(run: TrainingRun) -> None:
    trainer = check(run, 200)
    assert isinstance(trainer._form, MachineSteps)
    plain = FastTrainer(run, accelerated=False)
    found, expected = (item.advance(item.first(), 1000) for item in (trainer, plain))
    np.testing.assert_allclose(found.parameters, expected.parameters, rtol=1e-12, atol=1e-12)


@pytest.mark.skipif(find_accelerator() is None, reason="numba is not installed")
def test_machine_code_tells_of_divergence_as_the_loop_does() -> None:
    test_divergence_is_told_of_the_same_step()


def _inverse_hyperbolic_sine(
    point: Any, state: Any, gradient: Any, settings: Any, step: int
) -> Update:
    return Update(point - settings["learning_rate"] * np.arcsinh(gradient), state, {})


def _two_averages(point: Any, state: Any, gradient: Any, settings: Any, step: int) -> Update:
    squares = 0.9 * state[0] + 0.1 * gradient**2
    sizes = 0.9 * state[1] + 0.1 * abs(gradient)
    after = point - settings["learning_rate"] * gradient / (sizes + np.sqrt(squares) + 0.1)
    return Update(after, (squares, sizes), {})


class ArsinhRun(TrainingRun):
    """A run by a rule with a function that neither floats nor arrays in place have."""

    @cached_property
    def rule(self) -> Optimizer:
        """The rule."""
        return replace(OPTIMIZERS["sgd"], rule=_inverse_hyperbolic_sine)


class TwoAveragesRun(TrainingRun):
    """A run by a rule that averages two functions of the gradient, and not the gradient itself."""

    @cached_property
    def rule(self) -> Optimizer:
        """The rule."""
        return replace(OPTIMIZERS["adam"], rule=_two_averages)


def test_a_rule_that_cannot_be_written_goes_step_by_step() -> None:
    run = ArsinhRun(optimizer_settings={"learning_rate": 0.01})
    assert not check(run, 20).is_fast
    *_, together = train_many(run, [4, 5], 20)
    alone = recorded(replace(run, seed=5), 20)
    np.testing.assert_allclose(together.parameters[:, 1], alone.parameters, rtol=1e-12)


def test_a_rule_that_averages_functions_of_the_gradient() -> None:
    for layers in ((2, 4, 1), (2, 16, 9, 1)):
        run = TwoAveragesRun(layers=layers, optimizer="adam", optimizer_settings={})
        assert check(run, 40).is_fast
