"""Advice fits its cause: each test sets the cause up, follows what is said, and sees it help."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.errors import DivergenceError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from engine.training.analysis.diagnosis import diagnose
from engine.training.analysis.standstill import signal_left
from engine.training.analysis.unscaled_inputs import input_size
from engine.training.datasets.dataset import Dataset, View
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

CIRCLE = TrainingRun(data="circle", layers=(2, 8, 1))


def after(run: TrainingRun, epochs: int) -> TrainingStep:
    """Return the record after so many epochs of one step."""
    return next(islice(train(run), epochs, None))


def codes(run: TrainingRun, record: TrainingStep) -> list[str]:
    return [problem.code for problem in diagnose(run, record)]


def table(inputs: Array) -> Dataset:
    """Return samples of the classes of XOR, told by two columns of a table."""
    above = inputs > inputs.mean(axis=0)
    targets = np.logical_xor(above[:, 0], above[:, 1]).astype(float)[:, None]
    return Dataset(inputs, targets, View(0.0, 1.0, 0.0, 1.0))


def test_a_table_that_is_not_scaled_is_told_and_scaling_it_helps() -> None:
    generator = np.random.default_rng(0)
    inputs = np.column_stack([generator.uniform(20, 90, 60), generator.uniform(1000, 9000, 60)])
    run = replace(CIRCLE, data="xor", samples=table(inputs))
    record = after(run, 500)
    assert codes(run, record) == ["unscaled_inputs"]
    assert input_size(inputs) > 1000
    scaled = replace(run, samples=table((inputs - inputs.mean(axis=0)) / inputs.std(axis=0)))
    helped = after(scaled, 500)
    assert "unscaled_inputs" not in codes(scaled, helped)
    assert helped.accuracy > 0.9 > record.accuracy


def test_deep_sigmoids_lose_the_signal_and_tanh_keeps_it() -> None:
    run = replace(CIRCLE, layers=(2, 4, 4, 4, 4, 4, 4, 1), activation="sigmoid")
    record = after(run, 500)
    assert codes(run, record) == ["signal_lost_by_sigmoid"]
    helped = after(replace(run, activation="tanh"), 500)
    assert helped.accuracy > 0.9 > record.accuracy
    fewer = after(replace(run, layers=(2, 4, 1)), 2000)
    assert fewer.accuracy > 0.9


def test_tiny_weights_lose_the_signal_and_larger_ones_keep_it() -> None:
    run = replace(CIRCLE, layers=(2, 4, 4, 4, 1), initializer="gaussian")
    record = after(run, 500)
    assert codes(run, record) == ["signal_lost_by_weights"]
    for initializer in ("xavier", "he"):
        assert after(replace(run, initializer=initializer), 500).accuracy > 0.9 > record.accuracy


def test_weights_of_zero_are_told_alone_and_random_ones_help() -> None:
    run = replace(CIRCLE, initializer="zeros")
    record = after(run, 300)
    assert codes(run, record) == ["identical_units"]
    assert after(replace(run, initializer="xavier"), 300).accuracy > 0.9 > record.accuracy


@pytest.mark.parametrize("units", [1, 2])
def test_too_few_lines_for_a_circle_are_told_and_more_units_help(units: int) -> None:
    run = replace(CIRCLE, layers=(2, units, 1))
    record = after(run, 1000)
    (problem,) = diagnose(run, record)
    assert (problem.code, problem.details["needed"]) == ("too_few_units", 3)
    assert after(replace(run, layers=(2, 3, 1)), 1000).accuracy > 0.9 > record.accuracy


def test_linear_layers_are_told_to_be_one_line_unless_a_line_is_enough() -> None:
    moons = TrainingRun(data="moons", layers=(2, 6, 6, 1), activation="identity")
    assert codes(moons, after(moons, 400)) == ["only_linear"]
    curved = replace(moons, activations=("identity", "tanh"))
    assert "only_linear" not in codes(curved, after(curved, 400))
    line = replace(moons, data="or")
    assert codes(line, after(line, 400)) == []


def test_one_unit_is_too_few_for_xor_and_two_are_not_by_themselves() -> None:
    run = TrainingRun(layers=(2, 1, 1))
    assert codes(run, after(run, 600)) == ["too_few_units"]
    # What rises and falls again draws more than one line; so one unit may be enough.
    bent = TrainingRun(layers=(2, 1, 1), activation="swish")
    assert "too_few_units" not in codes(bent, after(bent, 600))
    # Two can do it, and do from another start.
    stuck = TrainingRun(layers=(2, 2, 1), seed=1)
    assert codes(stuck, after(stuck, 600)) == ["stuck"]
    assert after(replace(stuck, seed=4), 600).is_solved
    assert after(replace(stuck, layers=(2, 4, 1)), 600).is_solved


def test_a_straight_line_at_its_best_is_told_to_bend_and_not_to_start_anew() -> None:
    settings = {"noise": 0.5}
    run = TrainingRun(data="gaussian", data_settings=settings, layers=(2, 1))
    record = after(run, 3000)
    assert record.accuracy < 1.0
    assert codes(run, record) == ["only_one_line"]


def test_what_learns_is_given_no_advice() -> None:
    assert codes(CIRCLE, after(CIRCLE, 400)) == []
    young = replace(CIRCLE, layers=(2, 2, 1))
    assert codes(young, after(young, 20)) == []


def test_the_signal_left_is_a_share_of_the_differences() -> None:
    run = replace(CIRCLE, layers=(2, 2, 1), activation="identity")
    parameters = np.zeros(run.network.parameter_slices[-1].stop)
    parameters[:4] = [0.5, 0.0, 0.0, 0.5]
    assert signal_left(run.network, parameters, run.dataset.inputs) == pytest.approx(0.5)
    same = np.ones((5, 2))
    assert signal_left(run.network, parameters, same) == 0.0


def test_no_rate_is_told_as_advice_in_training_before_it_was_tried() -> None:
    run = TrainingRun(
        output="identity", loss="mean_squared_error", optimizer_settings={"learning_rate": 3.0}
    )
    with pytest.raises(DivergenceError) as caught:
        list(islice(train(run), 200))
    assert caught.value.sentence.endswith("; try a smaller one")
    assert caught.value.details.keys() <= {"step", "rate", "growth"}


@pytest.mark.parametrize("surface", ["ravine", "booth", "himmelblau"])
@pytest.mark.parametrize("rate", [0.3, 0.7])
def test_no_rate_is_told_as_advice_on_surfaces_before_it_was_tried(
    surface: str, rate: float
) -> None:
    record = SURFACES[surface]
    function = compile_surface(record)
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": rate})
    (path,) = race(function, [run], record.start, 100).trajectories
    assert path.cause is not None
    assert path.cause.sentence.endswith("; try a smaller one")
    assert path.cause.details.keys() <= {"step", "rate", "growth"}


def test_units_that_change_sides_more_than_once_are_not_called_too_few() -> None:
    codes = {}
    for activation in ("tanh", "sin"):
        run = TrainingRun(data="circle", layers=(2, 1, 1), activation=activation)
        found = diagnose(run, after(run, 600))
        codes[activation] = [problem.code for problem in found]
    assert "too_few_units" in codes["tanh"]
    assert "too_few_units" not in codes["sin"]
