"""What the lessons about networks are made of: stacks of layers, deep signals, the perceptron."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import EngineError, SettingError
from engine.training.analysis.linear_setup import LinearResult, LinearSetup, compute_linear
from engine.training.analysis.perceptron_lesson import PerceptronLesson, PerceptronSetup
from engine.training.analysis.signals_setup import SignalsResult, SignalsSetup, compute_signals
from engine.training.many_networks.seed_presets import HIDDEN_UNITS, SEED_PRESETS
from engine.training.many_networks.seed_search import SeedJob
from engine.training.run.duel import DuelFrame, duel, same_start, starts_alike
from engine.training.run.run import TrainingRun


def linear(setup: LinearSetup) -> LinearResult:
    *_, last = compute_linear(setup)
    assert last is not None
    return last


def test_a_stack_without_curves_is_one_layer_however_it_was_trained() -> None:
    for setup in (LinearSetup(), LinearSetup(layers=4, width=3, seed=5, is_trained=True)):
        found = linear(setup)
        assert found.difference < 1e-12
        assert len(found.linear.weights) == setup.layers
        assert found.product.weights.shape == (2, 1)
        # No straight line has the four corners of XOR on their sides.
        assert found.linear.right <= 3
        assert found.linear.answers.shape == tuple(map(len, found.places))


def test_the_same_stack_with_tanh_learns_what_the_linear_one_cannot() -> None:
    found = linear(LinearSetup(layers=3, width=4, seed=1, is_trained=True))
    assert found.curved.right == 4
    assert found.linear.right < 4
    assert found.classes.tolist() == [False, True, True, False]
    assert found.inputs.shape == (4, 2)


def signals(setup: SignalsSetup) -> SignalsResult:
    *before, last = compute_signals(setup)
    assert set(before) == {None}
    assert last is not None
    return last


def test_a_gradient_fades_through_sigmoids_and_hardly_through_tanh() -> None:
    faded = signals(SignalsSetup(activation="sigmoid", depth=8, width=40))
    kept = signals(SignalsSetup(activation="tanh", depth=8, width=40))
    assert len(kept.layers) == 8
    assert faded.gradient_ratio < 1e-3
    assert kept.gradient_ratio > 0.1


def test_signals_go_through_a_function_that_was_typed_in() -> None:
    typed = signals(SignalsSetup("own_1", depth=3, width=20, formula="tanh(x)"))
    listed = signals(SignalsSetup("tanh", depth=3, width=20))
    assert typed.gradient_ratio == pytest.approx(listed.gradient_ratio)


def test_where_no_gradient_sets_out_its_share_is_no_number() -> None:
    found = signals(SignalsSetup("tanh", depth=1, width=10))
    (layer,) = found.layers
    still = replace(layer, gradients=replace(layer.gradients, deviation=0.0))
    assert math.isnan(replace(found, layers=(still,)).gradient_ratio)


def test_a_perceptron_s_lesson_holds_every_step() -> None:
    lesson = PerceptronLesson.learn(PerceptronSetup("or"))
    assert lesson.best_right == 4
    assert lesson.last == len(lesson.records) - 1
    assert lesson.before(0) is lesson.records[0]
    assert lesson.before(3) is lesson.records[2]
    sums, outputs = lesson.sums(lesson.records[-1])
    np.testing.assert_array_equal(np.sign(sums), lesson.targets)
    np.testing.assert_array_equal(outputs, lesson.targets)
    assert PerceptronLesson.learn(PerceptronSetup("xor")).best_right == 3
    with pytest.raises(SettingError):
        PerceptronLesson.learn(PerceptronSetup(rate=0.0))


@pytest.mark.parametrize("hidden", HIDDEN_UNITS)
def test_every_preset_is_a_run_whose_share_is_known(hidden: int) -> None:
    for preset in SEED_PRESETS.values():
        run = preset.run(hidden)
        assert run.layers == (2, hidden, 1)
        share, median = preset.known(hidden)
        assert 0 < share <= 100
        assert median > 0


def test_a_search_over_seeds_takes_as_many_epochs_at_once_as_are_quick() -> None:
    job = SeedJob(TrainingRun(), first_seed=7, count=20, epochs=130, tolerance=0.3)
    assert job.seeds == range(7, 27)
    records = list(job.records())
    assert records[-1].epoch == 130
    assert 1 <= job.epochs_at_once <= 50
    large = SeedJob(TrainingRun(data="moons", layers=(2, 64, 64, 1)), 0, 900, 5, 0.3)
    assert large.epochs_at_once == 1


def frames(first: TrainingRun, second: TrainingRun, epochs: int) -> list[DuelFrame]:
    return [frame for frame in duel(first, second, epochs) if frame is not None]


def test_two_runs_go_epoch_by_epoch() -> None:
    run = TrainingRun()
    found = frames(run, TrainingRun(optimizer="adam"), 6)
    assert [frame.epoch for frame in found] == list(range(7))
    assert [record.optimizer_step for record in found[-1].records] == [6, 6]
    # Longer ones are shown at even distances, and end with a frame.
    longer = frames(run, run, 600)
    assert len(longer) == 241
    assert longer[-1].epoch == 600


def test_a_side_that_diverges_waits_for_the_other() -> None:
    wild = TrainingRun(
        loss="mean_squared_error",
        output="identity",
        activation="relu",
        optimizer_settings={"learning_rate": 10.0},
    )
    last = frames(TrainingRun(), wild, 400)[-1]
    assert last.errors[0] is None
    assert isinstance(last.errors[1], EngineError)
    assert last.records[1].optimizer_step < last.records[0].optimizer_step == 400


def test_one_run_can_take_the_other_s_start() -> None:
    first, second = TrainingRun(seed=3, initializer="he"), TrainingRun(optimizer="adam")
    assert not starts_alike(first, second)
    assert starts_alike(first, same_start(first, second))
