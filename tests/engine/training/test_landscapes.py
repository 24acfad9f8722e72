"""What surrounds a network: the loss on planes, the images of the plane, the spread of signals."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.errors import EngineError
from engine.formula.typed_function import typed_function
from engine.training.analysis.decision_boundary import activations_at
from engine.training.analysis.hidden_space import hidden_image
from engine.training.analysis.linear_collapse import collapse_linear
from engine.training.analysis.loss_plane import loss_on_plane, losses_at, path_plane, random_plane
from engine.training.analysis.signal_statistics import (
    signal_statistics,
    spread_of,
    stepwise_statistics,
)
from engine.training.analysis.unit_health import unit_health
from engine.training.datasets.dataset import View
from engine.training.network.passes import NetworkPasses
from engine.training.network.signals import first_predictions
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

XOR = TrainingRun()
VIEW = View(-0.5, 1.5, -0.5, 1.5)


def loss_at(run: TrainingRun, parameters: Array) -> float:
    passes = NetworkPasses(run.network)
    passes.load(run.dataset.inputs, run.dataset.targets)
    return passes.forward(parameters)


def test_random_directions_are_as_long_as_each_units_weights_and_leave_biases() -> None:
    parameters = np.random.default_rng(2).normal(size=17)
    plane = random_plane(XOR.network, parameters, seed=5)

    for direction in (plane.first, plane.second):
        pairs = zip(
            XOR.network.unflatten(direction), XOR.network.unflatten(parameters), strict=True
        )
        for drawn, own in pairs:
            lengths = np.linalg.norm(drawn.weights, axis=0)
            assert np.allclose(lengths, np.linalg.norm(own.weights, axis=0))
            assert not drawn.bias.any()
    again = random_plane(XOR.network, parameters, seed=5)
    assert np.array_equal(again.first, plane.first)
    assert not np.allclose(plane.first, plane.second)


@pytest.mark.parametrize("changes", [{}, {"loss": "mean_squared_error", "l2": 0.01}])
def test_the_loss_on_a_plane_is_the_loss_there(changes: dict[str, object]) -> None:
    run = replace(XOR, **changes)  # type: ignore[arg-type]
    plane = random_plane(run.network, run.network.start)
    first, second = np.linspace(-1, 1, 5), np.linspace(-1, 1, 3)

    rows = dict(loss_on_plane(run, plane, first, second))

    assert list(rows) == [0, 1, 2]
    for place, b in enumerate(second):
        for number, a in enumerate(first):
            there = plane.centre + a * plane.first + b * plane.second
            assert rows[place][number] == pytest.approx(loss_at(run, there), rel=1e-12)


def test_many_points_are_computed_in_parts() -> None:
    points = np.random.default_rng(0).normal(size=(17, 600))

    losses = losses_at(XOR, points)

    assert losses.shape == (600,)
    assert losses[599] == pytest.approx(loss_at(XOR, points[:, 599]), rel=1e-12)


def test_the_principal_plane_holds_the_path() -> None:
    path = [record.parameters for record in islice(train(XOR), 300)]

    found = path_plane(path)

    axes = np.stack([found.plane.first, found.plane.second])
    assert np.allclose(axes @ axes.T, np.eye(2), atol=1e-12)
    assert found.path.shape == (300, 2)
    assert np.allclose(found.path[-1], 0)
    assert np.allclose(found.plane.coordinates(np.stack(path)), found.path, atol=1e-9)
    assert 0.9 < sum(found.shares) <= 1 + 1e-12
    assert found.shares[0] > found.shares[1]


def test_a_path_of_one_parameter_spreads_along_one_direction() -> None:
    found = path_plane([np.array([0.0]), np.array([1.0]), np.array([3.0])])

    assert found.shares == (1.0, 0.0)
    assert not found.plane.second.any()


@pytest.mark.parametrize("path", [[], [np.zeros(3)] * 2, [np.ones(3)] * 5])
def test_a_path_without_a_plane_is_refused(path: list[Array]) -> None:
    with pytest.raises(EngineError, match="at least three different points"):
        path_plane(path)


def test_the_image_of_the_grid_in_the_plane_is_the_grid() -> None:
    image = hidden_image(
        XOR.network, XOR.network.start, 0, VIEW, XOR.dataset.inputs, count=5, points=9
    )

    assert image.lines.shape == (10, 9, 2)
    assert np.array_equal(np.unique(image.lines[0, :, 0]), [-0.5])
    assert np.array_equal(np.unique(image.lines[-1, :, 1]), [1.5])
    assert image.lines[5, :, 0].tolist() == np.linspace(-0.5, 1.5, 9).tolist()
    assert np.array_equal(image.samples, XOR.dataset.inputs)


def test_a_hidden_layer_bends_the_grid_as_its_units_do() -> None:
    run = replace(XOR, layers=(2, 2, 1))
    flat = hidden_image(run.network, run.network.start, 0, VIEW, run.dataset.inputs)
    bent = hidden_image(run.network, run.network.start, 1, VIEW, run.dataset.inputs)

    expected = activations_at(run.network, run.network.start, flat.lines.reshape(-1, 2))[1]
    assert np.array_equal(bent.lines.reshape(-1, 2), expected)
    assert np.array_equal(bent.axes, np.eye(2))


def test_a_wide_layer_is_shown_in_the_directions_of_its_spread() -> None:
    run = replace(XOR, layers=(2, 6, 1))
    full = hidden_image(run.network, run.network.start, 1, VIEW, run.dataset.inputs)
    shown = hidden_image(run.network, run.network.start, 1, VIEW, run.dataset.inputs, dimensions=2)

    assert shown.lines.shape == (26, 61, 2)
    assert np.allclose(shown.axes.T @ shown.axes, np.eye(2))
    assert np.allclose(shown.samples, (full.samples - shown.centre) @ shown.axes)
    along, across = shown.lines.reshape(-1, 2).var(axis=0)
    assert along >= across > full.lines.reshape(-1, 6).var(axis=0).min()
    with pytest.raises(EngineError, match="no layer 3; this network has the layers 0 to 2"):
        hidden_image(run.network, run.network.start, 3, VIEW, run.dataset.inputs)


def test_only_linear_layers_collapse() -> None:
    with pytest.raises(EngineError, match="Hidden layer 1 has the activation tanh"):
        collapse_linear(XOR.network, XOR.network.start)


def test_he_keeps_relu_signals_alive_and_tiny_weights_let_them_die() -> None:
    he = signal_statistics("relu", "he", depth=12)
    tiny = signal_statistics("relu", "gaussian", depth=12)

    assert [item.layer for item in he] == list(range(1, 13))
    assert 0.4 < he[-1].outputs.deviation / he[0].outputs.deviation < 2.5
    assert 0.4 < he[0].gradients.deviation / he[-1].gradients.deviation < 2.5
    assert tiny[-1].outputs.deviation < 1e-6 * tiny[0].outputs.deviation
    assert he[3].outputs.counts.sum() == 200 * 100
    assert len(he[3].outputs.edges) == 42
    assert 0.4 < he[5].flat_share < 0.6


def test_sigmoid_gradients_vanish_and_xavier_keeps_those_of_tanh() -> None:
    sigmoid = signal_statistics("sigmoid", "xavier")
    tanh = signal_statistics("tanh", "xavier")

    assert sigmoid[0].gradients.deviation < 1e-4 * sigmoid[-1].gradients.deviation
    assert tanh[0].gradients.deviation > 0.1 * tanh[-1].gradients.deviation
    wide = signal_statistics("tanh", "uniform")
    assert wide[-1].flat_share > 0.5 > tanh[-1].flat_share


def test_exploding_signals_are_counted_as_far_as_they_are_numbers() -> None:
    huge = signal_statistics("identity", "uniform", depth=100, width=400, samples=2, cells=5)

    assert huge[-1].outputs.deviation > 1e50
    assert huge[-1].outputs.counts.sum() == 800


@pytest.mark.parametrize(
    ("sizes", "sentence"),
    [({"depth": 0}, "depth must lie between 1 and 100"), ({"width": 1001}, "width must lie"),
     ({"samples": 0}, "samples must lie"), ({"cells": 0}, "cells must lie")],
)  # fmt: skip
def test_statistics_of_impossible_sizes_are_refused(sizes: dict[str, int], sentence: str) -> None:
    with pytest.raises(EngineError, match=sentence):
        signal_statistics(**sizes)  # type: ignore[arg-type]


def test_dead_saturated_and_identical_units_are_listed() -> None:
    run = replace(XOR, layers=(2, 4, 3, 1), activations=("relu", "tanh"))
    parameters = np.random.default_rng(0).normal(size=len(run.network.start))
    first, second, _ = run.network.unflatten(parameters)
    first.weights[:] = [[1.0, 1.0, -1.0, 0.3], [2.0, 2.0, -1.0, 0.7]]
    first.bias[:] = [0.5, 0.5, -0.1, 0.2]
    second.bias[1] = 80.0

    relu, tanh = unit_health(run.network, parameters, run.dataset.inputs)

    assert (relu.layer, relu.units) == (1, 4)
    assert relu.dead == (2,)
    assert relu.saturated == ()
    assert relu.identical == ((0, 1),)
    assert (tanh.dead, tanh.saturated, tanh.identical) == ((), (1,), ())


def test_a_step_passes_no_gradient_anywhere() -> None:
    run = replace(XOR, activation="binary_step")

    (health,) = unit_health(run.network, run.network.start + 0.1, run.dataset.inputs)

    assert sorted(health.dead + health.saturated) == [0, 1, 2, 3]


@pytest.mark.parametrize("depth", [1, 10])
def test_the_signals_of_a_typed_function_are_those_of_the_same_gate(depth: int) -> None:
    typed = typed_function("tanh(x)", "mine").operation
    for found, expected in zip(
        signal_statistics(typed, "he", depth=depth),
        signal_statistics("tanh", "he", depth=depth),
        strict=True,
    ):
        assert found.outputs.deviation == pytest.approx(expected.outputs.deviation)
        assert found.gradients.deviation == pytest.approx(expected.gradients.deviation)
        assert found.flat_share == expected.flat_share
        assert found.layer == expected.layer


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        ([1e308, -1e308, 1.0, 2.0, np.nan, np.inf], 2),
        ([1.0, 1.0 + 2.0**-52, 1.0], 3),
        ([0.0, 5e-324], 2),
        ([7.0, 7.0], 2),
        ([np.nan], 0),
    ],
)
def test_a_histogram_of_any_numbers_has_cells(values: list[float], counted: int) -> None:
    with np.errstate(all="ignore"):
        spread = spread_of(np.array(values))
    assert spread.counts.sum() == counted
    assert len(spread.counts) == 41
    assert (np.diff(spread.edges) > 0.0).all()


def test_a_typed_function_passes_signals_in_pieces_that_can_be_given_up() -> None:
    function = typed_function("tanh(x)", "mine").operation
    sizes: list[int] = []

    def counted(x: Array) -> Array:
        sizes.append(np.size(x))
        return np.asarray(function.forward(x))

    *before, typed = stepwise_statistics(
        replace(function, forward=counted), "xavier", depth=4, width=100, samples=200, seed=0
    )
    assert set(before) == {None}
    assert len(before) >= 4 * 5
    assert max(sizes) < 200 * 100
    assert typed is not None
    listed = signal_statistics("tanh", "xavier", depth=4, width=100, samples=200, seed=0)
    for one, other in zip(typed, listed, strict=True):
        assert one.outputs.deviation == pytest.approx(other.outputs.deviation)
        assert one.gradients.deviation == pytest.approx(other.gradients.deviation)
        assert one.flat_share == pytest.approx(other.flat_share)


def test_a_picture_is_in_double_precision_where_single_has_no_such_numbers() -> None:
    run = TrainingRun(activation="identity", output="identity", loss="mean_squared_error")
    network = run.network
    points = np.array([[0.5, -1.0, 2.0], [1.0, 0.25, -3.0]])
    # Each layer's weights are numbers of single precision, and their products are not.
    vector = network.start * 1e25
    found = first_predictions(network, vector, points)
    assert np.abs(found).max() > np.finfo(np.float32).max
    small = first_predictions(network, network.start, points).astype(np.float64)
    assert found == pytest.approx(small * 1e50, rel=1e-4)


def test_a_point_that_is_not_finite_lies_nowhere_over_a_plane() -> None:
    network = TrainingRun().network
    plane = random_plane(network, network.start)
    beyond = np.full_like(network.start, np.inf)
    here = plane.coordinates(np.stack([network.start + plane.first, beyond]))
    assert here[0] == pytest.approx([1.0, 0.0])
    assert np.isnan(here[1]).all()
    assert np.isnan(plane.coordinates(beyond[None, :])).all()


def test_a_prediction_beyond_single_precision_is_computed_in_double() -> None:
    run = TrainingRun(layers=(2, 2, 1), activation="identity", output="identity",
                      loss="mean_squared_error")  # fmt: skip
    parameters = np.full_like(run.network.start, 1e20)
    points = np.array([[1.0, 2.0], [0.5, 1.5]])
    found = first_predictions(run.network, parameters, points)
    assert (found > 1e39).all()
    assert np.isfinite(found).all()


def test_a_picture_keeps_the_digits_of_numbers_too_small_for_single_precision() -> None:
    run = TrainingRun(layers=(2, 2, 1), activation="identity", output="identity",
                      loss="mean_squared_error")  # fmt: skip
    parameters = np.full_like(run.network.start, 0.3)
    for bias in run.network.parameter_slices[1::2]:
        parameters[bias] = 0.0
    points = np.array([[1.23456789, 2.0], [0.5, 1.5]])
    # A number this small has three digits in single precision.
    found = first_predictions(run.network, parameters, points * 1e-42)
    expected = first_predictions(run.network, parameters, points).astype(np.float64)
    assert found / 1e-42 == pytest.approx(expected, rel=1e-6)
