"""Many networks at once take the steps that each would take alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import SettingError
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.many_networks.many import ManyRecord, start_parameters, train_many
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

XOR = TrainingRun()
SEEDS = (0, 3, 11)


def last(run: TrainingRun, seeds: tuple[int, ...], epochs: int) -> ManyRecord:
    *_, record = train_many(run, seeds, epochs)
    return record


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"layers": (2, 5, 3, 1), "activations": ("relu", "tanh")},
        {"layers": (2, 1)},
        {"activation": "leaky_relu", "loss": "mean_squared_error"},
        {"activation": "softplus", "output": "identity", "loss": "mean_squared_error",
         "optimizer_settings": {"learning_rate": 0.1}},
        {"output": "tanh", "loss": "half_squared_error",
         "optimizer_settings": {"learning_rate": 0.1}},
        {"activation": "sigmoid", "output": "tanh", "loss": "mean_squared_error",
         "optimizer_settings": {"learning_rate": 0.1}},
        {"optimizer": "nag", "optimizer_settings": {"learning_rate": 0.1}},
        {"optimizer": "adam", "optimizer_settings": {"learning_rate": 0.05}},
        {"l1": 0.001, "l2": 0.002, "optimizer_settings": {"learning_rate": 0.3}},
        {"batch_size": 3, "optimizer_settings": {"learning_rate": 0.3}},
        {"layers": (2, 4, 3, 1), "dropout": 0.25, "optimizer_settings": {"learning_rate": 0.1}},
        {"batch_size": 1, "dropout": 0.5, "optimizer_settings": {"learning_rate": 0.1}},
        {"schedules": (Scheduled(SCHEDULES["step"], {"period": 20, "factor": 0.5}),),
         "treatments": (Treated(TREATMENTS["clip_norm"], {"limit": 0.05}),)},
        {"data": "circle", "data_settings": {"samples": 30}, "initializer": "playground"},
        {"data": "line", "layers": (1, 3, 1), "output": "identity", "loss": "mean_squared_error",
         "optimizer_settings": {"learning_rate": 0.02}},
    ],
)  # fmt: skip
def test_each_network_ends_where_it_would_have_ended_alone(changes: dict[str, object]) -> None:
    run = replace(XOR, **changes)  # type: ignore[arg-type]
    epochs = 240 // run.steps_per_epoch

    together = last(run, SEEDS, epochs)

    assert together.epoch == epochs
    for place, seed in enumerate(SEEDS):
        steps = epochs * run.steps_per_epoch
        alone = next(islice(train(replace(run, seed=seed)), steps, None))
        scale = np.abs(alone.parameters).max()
        assert np.abs(together.parameters[:, place] - alone.parameters).max() <= 1e-12 * scale
        assert together.losses[place] == pytest.approx(alone.loss, rel=1e-11)


def test_records_come_every_so_many_epochs_with_the_start_and_the_end() -> None:
    records = list(train_many(XOR, SEEDS, 120, every=50))

    assert [record.epoch for record in records] == [0, 50, 100, 120]
    assert np.array_equal(records[0].parameters, start_parameters(XOR, SEEDS))
    for place, seed in enumerate(SEEDS):
        start = replace(XOR, seed=seed).network.start
        assert np.array_equal(records[0].parameters[:, place], start)
    assert not records[0].parameters.flags.writeable
    assert records[0].converged_count == 0
    assert np.isnan(records[0].median_epoch)
    assert records[-1].converged_share == 1.0


def test_convergence_is_told_by_the_epoch_at_which_all_predictions_came_near() -> None:
    near = {0.5: [], 0.1: []}  # type: dict[float, list[int]]
    for seed in SEEDS:
        history = list(islice(train(replace(XOR, seed=seed)), 401))
        for tolerance, epochs in near.items():
            epochs.append(next(r.step for r in history if r.largest_error < tolerance))

    for tolerance, epochs in near.items():
        *_, record = train_many(XOR, SEEDS, 400, tolerance=tolerance)
        assert record.converged_at.tolist() == epochs
        assert record.median_epoch == np.median(epochs)


def test_blocks_of_networks_do_not_disturb_each_other() -> None:
    run = replace(XOR, data="circle", data_settings={"samples": 1000}, layers=(2, 8, 1))
    seeds = tuple(range(20))

    together = last(run, seeds, 3)

    assert together.seeds == seeds
    alone = last(run, seeds[17:], 3)
    assert np.allclose(together.parameters[:, 17:], alone.parameters, rtol=1e-12, atol=1e-15)


# Each column's changes of the default run, and for 2, 3, 4 and 8 hidden units the share of 400
# seeds that solve the corners in 2000 epochs and the median epoch of those that do, as measured
# elsewhere: Xavier, sigmoid output, and solved means every error below 0.3.
TABLE: dict[str, tuple[dict[str, object], dict[int, tuple[float, float]]]] = {
    "sigmoid": (
        {"activation": "sigmoid"},
        {2: (0.76, 470), 3: (0.98, 406), 4: (1.0, 372), 8: (1.0, 368)},
    ),
    "tanh": ({}, {2: (0.55, 79), 3: (0.94, 63), 4: (1.0, 52), 8: (1.0, 45)}),
    "relu": (
        {"activation": "relu"},
        {2: (0.17, 46), 3: (0.42, 45), 4: (0.56, 42), 8: (0.91, 34)},
    ),
    "tanh, MSE": (
        {"loss": "mean_squared_error"},
        {2: (0.62, 160), 3: (0.96, 123), 4: (1.0, 102), 8: (1.0, 89)},
    ),
    "tanh, Adam": (
        {"optimizer": "adam", "optimizer_settings": {"learning_rate": 0.05}},
        {2: (0.49, 60), 3: (0.85, 42), 4: (0.97, 37), 8: (1.0, 29)},
    ),
}


@pytest.mark.parametrize("hidden", [2, 3, 4, 8])
@pytest.mark.parametrize("column", TABLE)
def test_xor_is_solved_by_the_published_share_of_seeds(column: str, hidden: int) -> None:
    changes, cells = TABLE[column]
    share, median = cells[hidden]
    run = replace(XOR, layers=(2, hidden, 1), **changes)  # type: ignore[arg-type]

    *_, record = train_many(run, range(400), 2000, every=500, tolerance=0.3)

    assert abs(record.converged_share - share) <= 0.05
    assert record.median_epoch == pytest.approx(median, rel=0.15)


@pytest.mark.parametrize(
    ("seeds", "epochs", "every"), [((), 5, 1), ((-1,), 5, 1), ((1,), -5, 1), ((1,), 5, 0)]
)
def test_impossible_orders_are_refused(seeds: tuple[int, ...], epochs: int, every: int) -> None:
    with pytest.raises(SettingError, match="at least one seed"):
        next(train_many(XOR, seeds, epochs, every=every))


@pytest.mark.parametrize(
    "changes",
    [
        {"schedules": (Scheduled(SCHEDULES["plateau"]),)},
        {"treatments": (Treated(TREATMENTS["gradient_noise"]),)},
    ],
)
def test_what_differs_from_network_to_network_is_refused(changes: dict[str, object]) -> None:
    run = replace(XOR, **changes)  # type: ignore[arg-type]
    with pytest.raises(SettingError, match="must be trained one by one"):
        next(train_many(run, SEEDS, 5))
