"""Each remedy is followed to its end: the cause is set up, told, tried out, and the run learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array, computing
from engine.errors import EngineError
from engine.training.analysis.diagnosis import diagnose
from engine.training.analysis.remedies import Trial, TriedOut, has_remedy, remedies, try_out
from engine.training.analysis.unscaled_inputs import scale_ratio
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset, View
from engine.training.datasets.scaling import standardized
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

CIRCLE = TrainingRun(data="circle", layers=(2, 8, 1))
XOR = TrainingRun()
DEEP = TrainingRun(layers=(2, 4, 4, 4, 4, 4, 4, 1), activation="sigmoid")
TABLE = replace(CIRCLE, data="xor")


def at_rate(run: TrainingRun, rate: float) -> TrainingRun:
    return replace(run, optimizer_settings={"learning_rate": rate})


def ended(run: TrainingRun, epochs: int) -> tuple[TrainingStep, EngineError | None]:
    """Return the last record of some epochs of one step, and what ended them early."""
    records = train(run)
    record = next(records)
    try:
        for following in islice(records, epochs):
            record = following
    except EngineError as error:
        return record, error
    return record, None


def tried(run: TrainingRun, codes: Sequence[str]) -> TriedOut:
    *between, last = try_out(run, codes)
    assert set(between) <= {None}
    assert last is not None
    return last


def table(scales: Sequence[float], *, is_line: bool = False, offset: float = 0.0) -> Dataset:
    """Return two columns of these scales with the classes of XOR, or of a straight line."""
    unit = np.random.default_rng(0).uniform(-1.0, 1.0, (80, 2))
    classes = unit.sum(axis=1) > 0 if is_line else np.logical_xor(*(unit > 0).T)
    inputs: Array = (unit + offset) * scales
    return Dataset(inputs, classes.astype(float)[:, None], View(-1.0, 1.0, -1.0, 1.0))


def of_table(scales: Sequence[float], **changes: object) -> TrainingRun:
    return replace(TABLE, samples=table(scales), **changes)  # type: ignore[arg-type]


def measured(dataset: Dataset, **changes: object) -> TrainingRun:
    return replace(
        CIRCLE,
        samples=dataset,
        data="xor",
        output="identity",
        loss="mean_squared_error",
        **changes,  # type: ignore[arg-type]
    )


def numbers(scales: Sequence[float]) -> Dataset:
    """Return numbers to be met, which depend evenly on two columns of these scales."""
    data = table(scales)
    targets = (data.inputs / scales).sum(axis=1, keepdims=True)
    return replace(data, targets=targets, is_regression=True)


CASES: dict[str, tuple[TrainingRun, int, str]] = {
    "large inputs saturate tanh": (of_table((50.0, 8000.0)), 500, "unscaled_inputs"),
    "large inputs kill ReLUs": (
        replace(TABLE, samples=table((50.0, 8000.0), offset=2.0), activation="relu", seed=2),
        500,
        "unscaled_inputs",
    ),
    "unlike columns learn slowly": (
        at_rate(of_table((1.0, 1000.0)), 1e-4),
        500,
        "unlike_inputs",
    ),
    "unlike columns below 1": (of_table((1.0, 0.01)), 500, "unlike_inputs"),
    "unlike columns with Adam": (of_table((1.0, 1000.0)).with_optimizer("adam"), 500,
                                 "unscaled_inputs"),
    "unlike columns without a hidden layer": (
        at_rate(replace(TABLE, samples=table((1.0, 1000.0), is_line=True), layers=(2, 1)), 1e-4),
        500,
        "unlike_inputs",
    ),
    "large inputs of a regression": (
        at_rate(measured(numbers((30.0, 40.0)), layers=(2, 1)), 0.1),
        100,
        "steep_inputs",
    ),
    "large initial weights": (
        replace(
            TABLE,
            samples=table((3.0, 3.0), offset=3.0),
            layers=(2, 8, 8, 1),
            initializer="uniform",
            seed=2,
        ),
        300,
        "saturated_from_start",
    ),
    "deep sigmoids": (DEEP, 1000, "signal_lost_by_sigmoid"),
    "deep tanh at rate 1": (replace(DEEP, activation="tanh"), 1000, "saturated_by_steps"),
    "deep ReLUs at rate 1": (replace(DEEP, activation="relu"), 1000, "dead_by_steps"),
    "ReLUs at rate 10": (at_rate(replace(CIRCLE, activation="relu"), 10.0), 500, "dead_by_steps"),
    "ReLUs dead from the start": (
        replace(XOR, activation="relu", initializer="he", seed=5),
        600,
        "dead_from_start",
    ),
    "ReLUs dead from a start where others are as bad": (
        replace(XOR, activation="relu", initializer="he", seed=10),
        600,
        "dead_from_start",
    ),
    "a rate that is too large": (
        at_rate(replace(CIRCLE, output="identity", loss="mean_squared_error"), 3.0),
        500,
        "diverged_growth",
    ),
    "equal weights": (replace(CIRCLE, initializer="zeros"), 300, "identical_units"),
    "tiny weights": (
        replace(CIRCLE, layers=(2, 4, 4, 4, 1), initializer="gaussian"),
        500,
        "signal_lost_by_weights",
    ),
    "one unit": (replace(CIRCLE, layers=(2, 1, 1)), 1000, "too_few_units"),
    "two units that are stuck": (TrainingRun(layers=(2, 2, 1), seed=1), 600, "stuck"),
    "layers without a bend": (
        TrainingRun(layers=(2, 4, 4, 1), activation="identity"),
        600,
        "only_linear",
    ),
    "no hidden layer": (TrainingRun(layers=(2, 1)), 600, "needs_hidden_layer"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_remedy_that_is_offered_leads_to_learning(name: str) -> None:
    run, epochs, code = CASES[name]
    record, failure = ended(run, epochs)
    codes = [problem.code for problem in diagnose(run, record, failure)]
    assert codes[0] == code
    best = tried(run, codes).best_over(record)
    assert best is not None
    assert best.has_learned
    # Followed at full speed, it is seen again to the last bit; step by step it learns as well.
    steps = best.epochs * run.steps_per_epoch
    trainer = FastTrainer(best.run, accelerated=False)
    assert trainer.advance(trainer.first(), steps).loss == best.loss < record.loss
    helped, again = ended(best.run, steps)
    assert again is None
    assert helped.loss < record.loss
    if not run.dataset.is_regression:
        assert helped.accuracy > max(0.9, record.accuracy)
    assert diagnose(best.run, helped) == ()


def test_saturated_from_the_start_is_told_from_saturated_by_steps() -> None:
    run = replace(DEEP, activation="tanh", layers=(2, 4, 1))
    start, _ = ended(run, 0)
    far = start.parameters.copy()
    far[8:11] = 50.0
    by_hand = replace(start, parameters=far)
    assert [item.code for item in diagnose(run, by_hand)] == ["saturated_units"]
    stepped = replace(by_hand, step=40)
    assert "saturated_by_steps" in [item.code for item in diagnose(run, stepped)]


def test_smaller_initial_weights_alone_help_where_they_were_too_large() -> None:
    run = replace(TABLE, samples=table((2.0, 2.0), offset=2.0), initializer="uniform")
    record, _ = ended(run, 300)
    assert [item.code for item in diagnose(run, record)] == ["saturated_from_start"]
    helped, _ = ended(replace(run, initializer="xavier"), 1000)
    assert diagnose(run, helped) == ()
    assert helped.loss < record.loss


def test_what_the_app_brings_along_is_not_called_unscaled() -> None:
    for name, recipe in ALL_DATA.items():
        data = recipe.make(np.random.default_rng(0), {})
        assert scale_ratio(data.inputs) < 10, name


def test_standardized_columns_have_mean_0_and_spread_1() -> None:
    data = table((1.0, 1000.0), offset=3.0)
    constant = replace(data, inputs=np.column_stack([data.inputs, np.full(80, 7.0)]))
    inputs = standardized(constant, constant).inputs
    assert np.allclose(inputs.mean(axis=0), 0.0, atol=1e-12)
    assert np.allclose(inputs.std(axis=0), [1.0, 1.0, 0.0], atol=1e-12)


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1.0, 1e200, 1e307])
def test_inputs_of_every_size_are_standardized_alike(size: float) -> None:
    data = table((1.0, 1.0), offset=3.0)
    ends = np.column_stack([size * data.inputs[:, 0], np.full(80, size)])
    with computing():
        made = standardized(replace(data, inputs=ends), replace(data, inputs=ends))
    assert np.allclose(made.inputs[:, 0].mean(), 0.0, atol=1e-12)
    assert np.allclose(made.inputs[:, 0].std(), 1.0)
    assert (made.inputs[:, 1] == 0.0).all()
    assert np.isfinite(made.scales).all()
    assert made.scales[1] == (size, 1.0)


def test_the_samples_kept_for_the_test_tell_nothing_of_how_inputs_are_standardized() -> None:
    data = table((1.0, 1000.0), offset=3.0)
    run = TrainingRun(samples=data, layers=(2, 4, 1), test_share=0.25)
    offered = [changed for changed in remedies(run, ["unlike_inputs"]) if changed.standardize]
    assert offered
    for changed in offered:
        assert changed.samples is data
        assert changed.test_dataset is not None
        assert run.test_dataset is not None
        mean, deviation = run.dataset.inputs.mean(axis=0), run.dataset.inputs.std(axis=0)
        assert np.allclose(changed.dataset.scales, np.column_stack([mean, deviation]))
        for part, before in (
            (changed.dataset, run.dataset), (changed.test_dataset, run.test_dataset),
        ):  # fmt: skip
            assert np.allclose(part.inputs, (before.inputs - mean) / deviation, atol=1e-12)
            assert part.view == changed.dataset.view


@pytest.mark.parametrize("changes", [{"test_share": 0.5}, {"data_seed": 7}, {"test_share": 0.0}])
def test_another_split_standardizes_by_the_samples_it_trains_on(changes: dict[str, float]) -> None:
    data = table((1.0, 1000.0), offset=3.0)
    plain = TrainingRun(samples=data, layers=(2, 4, 1), test_share=0.25)
    first = plain.changed(standardize=True)
    again, raw = first.changed(**changes), plain.changed(**changes)
    assert again.samples is data
    assert np.allclose(again.dataset.inputs.mean(axis=0), 0.0, atol=1e-12)
    assert np.allclose(again.dataset.inputs.std(axis=0), 1.0)
    # And it is still said from the inputs as they came.
    scales = np.column_stack([raw.dataset.inputs.mean(axis=0), raw.dataset.inputs.std(axis=0)])
    assert np.allclose(again.dataset.scales, scales)
    # What leaves the split as it is leaves what the network takes too.
    assert first.changed(seed=5).dataset is first.dataset


def test_rates_are_tried_from_large_to_small_and_none_below_the_least() -> None:
    rates = [
        run.optimizer_settings["learning_rate"]
        for run in remedies(at_rate(XOR, 1e-4), ["diverged_growth"])
    ]
    assert rates == [1e-5, 1e-6]


def test_where_nothing_helped_nothing_is_offered() -> None:
    record, _ = ended(CIRCLE, 10)
    run = at_rate(CIRCLE, 1e-6)
    failed = Trial(run, 10, record.loss, record.loss, 0, has_learned=False)
    assert TriedOut((failed,)).best_over(record) is None
    assert TriedOut().best_over(record) is None
    assert not has_remedy(["twin_units"])
    assert tried(run, ["twin_units"]).trials == ()


def test_a_trial_can_be_given_up_between_a_few_steps() -> None:
    trying = try_out(CIRCLE, ["stuck"])
    assert next(trying) is None
    # Nobody asks for more, and nothing more is done.
    assert next(trying) is None


def test_of_dead_units_smaller_rates_come_first_and_then_leaky_ones_at_each_rate() -> None:
    run = at_rate(replace(CIRCLE, activation="relu"), 1.0)
    advised = [
        (other.activation, other.optimizer_settings["learning_rate"])
        for other in remedies(run, ["dead_by_steps"])
    ]
    rates = (0.1, 0.01, 0.001, 0.0001)
    assert advised == [
        *(("relu", rate) for rate in rates),
        *(("leaky_relu", rate) for rate in (1.0, *rates)),
    ]


def test_of_units_dead_from_the_start_other_starts_come_before_smaller_rates() -> None:
    run = at_rate(replace(XOR, activation="relu", seed=5), 0.01)
    advised = [
        (other.activation, other.seed, other.optimizer_settings["learning_rate"])
        for other in remedies(run, ["dead_from_start"])
    ]
    assert advised == [
        *(("leaky_relu", seed, 0.01) for seed in (5, 6, 7, 8)),
        *(("leaky_relu", 5, rate) for rate in (1e-3, 1e-4, 1e-5, 1e-6)),
    ]


def test_of_a_saturated_start_smaller_weights_come_first_then_smaller_inputs_then_both() -> None:
    run = replace(CIRCLE, initializer="uniform")
    advised = list(remedies(run, ["saturated_from_start"]))
    assert [other.initializer for other in advised[:3]] == ["xavier", "uniform", "xavier"]
    assert [other.standardize for other in advised[:3]] == [False, True, True]
    # Drawn points are scaled as a table's are.
    for other in advised[1:]:
        assert np.allclose(other.dataset.inputs.std(axis=0), 1.0)
    rates = [other.optimizer_settings["learning_rate"] for other in advised[1:]]
    assert rates[::2] == rates[1::2] == sorted(rates[::2], reverse=True)


def test_where_a_signal_is_lost_in_sigmoids_fewer_layers_are_the_last_thing_tried() -> None:
    *kept, last = remedies(DEEP, ["signal_lost_by_sigmoid"])
    assert {(other.layers, other.activation) for other in kept} == {(DEEP.layers, "tanh")}
    assert (last.layers, last.activation) == ((2, 4, 1), "sigmoid")


def test_where_a_run_is_stuck_twice_the_units_come_after_other_starts() -> None:
    *starts, last = remedies(TrainingRun(layers=(2, 2, 3, 1), seed=1), ["stuck"])
    assert [other.seed for other in starts] == [2, 3, 4]
    assert (last.layers, last.seed) == ((2, 4, 6, 1), 1)


def test_only_more_units_than_there_are_are_tried() -> None:
    advised = remedies(TrainingRun(layers=(2, 3, 1)), ["too_few_units"])
    assert [other.layers for other in advised] == [(2, 4, 1), (2, 8, 1)]


def test_what_has_no_loss_at_its_start_is_no_trial() -> None:
    huge = table((1.0, 1.0))
    run = at_rate(measured(replace(huge, targets=huge.targets * 1e300, is_regression=True)), 0.1)
    with pytest.raises(EngineError):
        next(train(run))
    assert tried(run, ["diverged_growth"]).trials == ()
