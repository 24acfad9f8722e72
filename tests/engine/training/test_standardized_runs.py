"""Standardizing as a choice of the run: what it does to data, rates, programs of graphs, goals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.arrays import as_array
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.explanation.precision import significant
from engine.graph.model import Graph
from engine.training.analysis.fit import fits_of, training_fits
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset, Source, View
from engine.training.datasets.own import view_around
from engine.training.datasets.scaling import restored, scaled, standardized
from engine.training.network.layer_graph import layer_graph
from engine.training.network.neuron_graph import neuron_graph
from engine.training.run.batches import LARGE
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun
from engine.training.run.setup import LEARNING_RATE, TrainingSetup


def hours_and_attendance(rng: np.random.Generator) -> Dataset:
    """Return 40 learners who pass where hours of 0 to 10 and attendance of 40 to 100 allow it."""
    hours, attendance = rng.uniform(0, 10, 40), rng.uniform(40, 100, 40)
    passed = hours + attendance / 10 > 12
    inputs = as_array(np.column_stack([hours.round(1), attendance.round()]))
    return Dataset(inputs, as_array(passed[:, None]), view_around(inputs),
                   input_names=("hours", "attendance"), class_names=("no", "yes"))  # fmt: skip


def flowers(rng: np.random.Generator) -> Dataset:
    """Return three kinds of 50 flowers, well apart in four lengths."""
    means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    spreads = np.array([0.3, 0.3, 0.25, 0.12])
    kinds = np.repeat(np.arange(3), 50)
    inputs = as_array((means[kinds] + rng.normal(size=(150, 4)) * spreads).round(1))
    return Dataset(inputs, as_array(np.eye(3)[kinds]), view_around(inputs))


def houses(rng: np.random.Generator, targets: int = 1) -> Dataset:
    """Return 60 houses with prices of hundreds of thousands, and their rents where asked."""
    area, rooms, age = rng.uniform(800, 4000, 60), rng.integers(1, 6, 60), rng.uniform(0, 60, 60)
    inputs = as_array(np.column_stack([area, rooms, age]))
    price = 50_000 + 130 * area + 8_000 * rooms - 900 * age + rng.normal(0, 6_000, 60)
    rent = 300 + 0.4 * area - 2 * age
    columns = as_array(np.column_stack([price, rent])[:, :targets])
    return Dataset(inputs, columns, view_around(inputs), is_regression=True,
                   target_names=("price", "rent")[:targets])  # fmt: skip


def opened(data: Dataset, seed: int = 0) -> TrainingRun:
    """Return what the app trains when a table is opened and Start is pressed."""
    return TrainingSetup(TrainingRun(seed=seed)).with_table(data).run


def trained(run: TrainingRun, epochs: int) -> TrainingStep:
    trainer = FastTrainer(run, accelerated=False)
    return trainer.advance(trainer.first(), epochs * run.steps_per_epoch)


def test_a_table_of_hours_and_attendance_is_learnt_from_every_start() -> None:
    data = hours_and_attendance(np.random.default_rng(8))
    for seed in range(8):
        run = opened(data, seed)
        assert (run.layers, run.activation, run.optimizer) == ((2, 4, 1), "tanh", "sgd")
        assert run.optimizer_settings[LEARNING_RATE] == 1.0
        assert trained(run, 1000).accuracy == 1.0, seed
    # As it came no start learnt it: at this rate, and at all others.
    raw = opened(data).changed(standardize=False)
    assert trained(raw, 1000).accuracy < 1.0


def test_three_kinds_of_flowers_are_told_apart_from_every_start() -> None:
    data = flowers(np.random.default_rng(5))
    for seed in range(6):
        run = opened(data, seed)
        assert (run.layers, run.loss) == ((4, 4, 3), "softmax_cross_entropy")
        assert trained(run, 500).accuracy == 1.0, seed


@pytest.mark.parametrize("targets", [1, 2])
def test_prices_are_learnt_at_the_rate_that_a_table_gets(targets: int) -> None:
    run = opened(houses(np.random.default_rng(1), targets))
    assert (run.layers, run.optimizer_settings[LEARNING_RATE]) == ((3, targets), 0.1)
    record = trained(run, 200)
    fits = training_fits(run, record)
    assert len(fits) == targets
    assert all(fit.explained > 0.99 for fit in fits)
    # What is told of it is in the units of the price.
    assert 3_000 < fits[0].typical_miss < 9_000
    assert fits[0].largest_miss > fits[0].typical_miss
    # The loss is that share of the variance which is left, the mean over the targets.
    left = np.mean([1.0 - fit.explained for fit in fits])
    assert record.loss == pytest.approx(left, rel=1e-9)


def test_a_network_of_wide_tables_does_not_diverge_at_the_rate_it_gets() -> None:
    rng = np.random.default_rng(3)
    shared = rng.normal(size=(80, 1))
    # Columns that say nearly the same make the error as steep as it can be.
    inputs = as_array(1000 * (shared + 0.01 * rng.normal(size=(80, 30))))
    targets = as_array(inputs.sum(axis=1, keepdims=True))
    run = opened(Dataset(inputs, targets, view_around(inputs), is_regression=True))
    assert run.optimizer_settings[LEARNING_RATE] == pytest.approx(1 / 31, rel=1e-2)
    assert training_fits(run, trained(run, 200))[0].explained > 0.99


def test_nothing_of_the_programs_own_is_standardized_unless_somebody_wants_it() -> None:
    assert not TrainingRun().standardize
    table = TrainingSetup(TrainingRun()).with_table(hours_and_attendance(np.random.default_rng(0)))
    for name in ALL_DATA:
        run = table.with_data(name).run
        assert not run.standardize, name
        assert run.dataset is run.original_dataset


def test_switched_off_and_on_again_a_usual_rate_follows_and_a_chosen_one_stays() -> None:
    setup = TrainingSetup(TrainingRun()).with_data("exams")
    usual = setup.run.optimizer_settings[LEARNING_RATE]
    on = setup.with_standardize(True)
    assert on.run.optimizer_settings[LEARNING_RATE] == 0.1
    assert on.with_standardize(False).run.optimizer_settings[LEARNING_RATE] == usual
    chosen = setup.changed(optimizer_settings={LEARNING_RATE: 2e-6}).with_standardize(True)
    assert chosen.run.optimizer_settings[LEARNING_RATE] == 2e-6
    # The weights mean something else then: a training begins anew.
    assert not on.run.continues(setup.run)


def test_a_table_that_is_read_in_another_way_keeps_what_was_chosen_for_it() -> None:
    first, other = (
        replace(houses(np.random.default_rng(1), targets), source=Source("houses.csv"))
        for targets in (1, 2)
    )
    raw = TrainingSetup(TrainingRun()).with_table(first).with_standardize(False)
    assert not raw.with_table(other).run.standardize
    chosen = raw.with_standardize(True).changed(optimizer_settings={LEARNING_RATE: 0.02})
    assert chosen.with_table(other).run.optimizer_settings[LEARNING_RATE] == 0.02
    # Another file is a table as any other.
    foreign = chosen.with_standardize(False).with_table(replace(other, source=Source("b.csv")))
    assert foreign.run.standardize
    assert foreign.run.optimizer_settings[LEARNING_RATE] == 0.1


def test_the_test_samples_are_measured_by_the_mean_of_the_others() -> None:
    run = opened(houses(np.random.default_rng(1))).changed(test_share=0.25)
    own, test = run.original_dataset, run.test_dataset
    assert test is not None
    assert run.original_test_dataset is not None
    assert run.dataset.targets.mean() == pytest.approx(0.0, abs=1e-12)
    mean, deviation = own.targets.mean(), own.targets.std()
    expected = (run.original_test_dataset.targets - mean) / deviation
    np.testing.assert_allclose(test.targets, expected, atol=1e-12)
    assert test.targets.mean() != pytest.approx(0.0, abs=1e-3)
    fits = fits_of(test.targets, test)
    assert fits[0].largest_miss == 0.0


@pytest.mark.parametrize("size", [1e-300, 1.0, 1e300])
def test_what_is_scaled_by_what_was_told_comes_out_as_it_was_and_back(size: float) -> None:
    data = houses(np.random.default_rng(1))
    data = replace(data, inputs=as_array(data.inputs * size / 4000), is_regression=False,
                   targets=as_array(np.zeros((60, 1))))  # fmt: skip
    made = standardized(data, data)
    assert scaled(data.inputs, made.scales).tobytes() == made.inputs.tobytes()
    np.testing.assert_allclose(restored(made.inputs, made.scales), data.inputs, rtol=1e-9)
    assert scaled(data.inputs[3], made.scales).tobytes() == made.inputs[3].tobytes()


def test_a_picture_shows_the_same_of_the_plane_whatever_the_network_takes() -> None:
    run = opened(hours_and_attendance(np.random.default_rng(8)))
    view, own = run.dataset.view, run.original_dataset.view
    corners = np.array([[view.left, view.bottom], [view.right, view.top]])
    np.testing.assert_allclose(
        restored(corners, run.dataset.scales), [[own.left, own.bottom], [own.right, own.top]]
    )
    flat = replace(run.original_dataset, view=View(0.0, 1e-320, 0.0, 1.0))
    made = standardized(flat, flat)
    assert made.view.left < made.view.right


def loss_of(graph: Graph) -> float:
    assert graph.result is not None
    return float(forward_pass(compile_plan(graph))[graph.result])


def slopes_of(graph: Graph) -> list[float]:
    """Return the loss's gradient for every number that is learnt, in order of size."""
    found = evaluate(graph).gradients.nodes
    learnt = (node for node, item in graph.nodes.items() if item.operation == "parameter")
    return sorted(float(slope) for node in learnt for slope in np.ravel(found[node]))


@pytest.mark.parametrize("targets", [1, 2])
@pytest.mark.parametrize("rows", [1, 60])
def test_a_graph_takes_houses_in_their_own_units_and_says_what_they_cost(
    targets: int, rows: int
) -> None:
    run = opened(houses(np.random.default_rng(1), targets))
    run = run.changed(layers=(3, 2, targets))
    record = trained(run, 30)
    known, own = run.dataset, run.original_dataset.rows(np.arange(rows))
    network = run.network
    passed = network.with_samples(record.parameters, known.inputs[:rows], known.targets[:rows])
    for graph in (
        layer_graph(network, record.parameters, own.inputs, own.targets, known.scales,
                    known.target_scales),
        neuron_graph(network, record.parameters, own.inputs, own.targets, known.scales,
                     known.target_scales).graph,
    ):  # fmt: skip
        assert loss_of(graph) == pytest.approx(loss_of(passed), rel=1e-9)
        np.testing.assert_allclose(slopes_of(graph), slopes_of(passed), rtol=1e-7, atol=1e-12)
        values = forward_pass(compile_plan(graph))
        groups = [group for group in graph.groups.values() if group.name == "restore"]
        assert len(groups) == 1
        (end,) = (node for node in groups[0].members if graph.nodes[node].operation == "add")
        predicted = restored(record.predictions[:rows], known.target_scales)
        np.testing.assert_allclose(np.ravel(values[end]), np.ravel(predicted), rtol=1e-9)
        names = {graph.nodes[node].name for node in graph.nodes}
        assert {"X", "t"} <= names or {"x1", "x2", "x3", "t"} <= names
        assert significant(float(own.inputs[0, 0]), 4) in {
            significant(float(np.ravel(node.value)[0]), 4)
            for node in graph.nodes.values()
            if node.value is not None and node.operation == "input"
        }


def test_of_many_rows_a_step_sees_a_batch_at_a_lower_rate() -> None:
    large = opened(blobs(LARGE + 1))
    assert (large.batch_size, large.optimizer_settings[LEARNING_RATE]) == (256, 0.3)
    setup = TrainingSetup(large)
    # Another update rule at its usual rate, which a scale-free one does not lower.
    assert setup.with_optimizer("adam").run.optimizer_settings[LEARNING_RATE] == pytest.approx(
        TrainingSetup(opened(blobs(50)))
        .with_optimizer("adam")
        .run.optimizer_settings[LEARNING_RATE]
    )
    small = setup.with_table(blobs(50)).run
    assert (small.batch_size, small.optimizer_settings[LEARNING_RATE]) == (None, 1.0)
    assert setup.with_data("moons").run.batch_size is None
    # A batch that somebody chose stays.
    assert setup.changed(batch_size=20).with_table(blobs(50)).run.batch_size == 20


def blobs(count: int) -> Dataset:
    """Return two classes of points in two inputs."""
    rng = np.random.default_rng(2)
    labels = np.arange(count) % 2
    rows = as_array(rng.normal(size=(count, 2)) + 4.0 * labels[:, None])
    return Dataset(rows, as_array(labels[:, None].astype(float)), view_around(rows))
