"""The picture of a network's answers agrees with the network."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.training.analysis.decision_boundary import (
    Map,
    activations_at,
    pixel_centres,
    predict,
    probability_map,
    unit_maps,
)
from engine.training.datasets.dataset import View
from engine.training.network.signals import signals_at
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

VIEW = View(-0.5, 1.5, -1.0, 2.0)


@pytest.mark.parametrize("activation", ["tanh", "relu", "leaky_relu", "sigmoid"])
def test_the_map_is_the_prediction_at_every_pixel(activation: str) -> None:
    run = TrainingRun(layers=(2, 8, 8, 1), activation=activation)
    network, parameters = run.network, run.network.start

    picture = probability_map(network, parameters, VIEW, width=130, height=70)

    assert picture.shape == (70, 130)
    assert picture.dtype == np.float32
    x, y = pixel_centres(-0.5, 1.5, 130), pixel_centres(-1.0, 2.0, 70)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    expected = predict(network, parameters, points).reshape(70, 130)
    assert np.allclose(picture, expected, atol=1e-5)


def test_the_map_reaches_over_tiles_and_threads_and_knows_no_dropout() -> None:
    run = TrainingRun(layers=(2, 6, 5, 1), dropout=0.5)
    start = run.network.start
    many = [start * factor for factor in (0.5, 1.0, 2.0, 4.0)]

    def draw(parameters: Array) -> Map:
        return probability_map(run.network, parameters, VIEW, width=131, height=127)

    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(draw, many * 3))

    x, y = pixel_centres(-0.5, 1.5, 131), pixel_centres(-1.0, 2.0, 127)
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    for parameters, picture in zip(many * 3, pictures, strict=True):
        expected = predict(run.network, parameters, points).reshape(127, 131)
        assert np.allclose(picture, expected, atol=1e-4)


def test_the_totals_are_what_the_activations_take() -> None:
    run = TrainingRun(layers=(2, 5, 1))

    found = signals_at(run.network, run.network.start, run.dataset.inputs)

    assert [total.shape for total in found.totals] == [(4, 5), (4, 1)]
    assert np.array_equal(np.tanh(found.totals[0]), found.outputs[1])


def test_a_trained_network_colours_the_corners_by_their_class() -> None:
    run = TrainingRun()
    *_, last = islice(train(run), 600)

    picture = probability_map(run.network, last.parameters, View(0, 1, 0, 1), width=9, height=9)

    assert picture[0, 0] < 0.5 < picture[0, -1]
    assert picture[-1, -1] < 0.5 < picture[-1, 0]


def test_every_unit_has_a_small_picture_and_the_last_is_the_map() -> None:
    run = TrainingRun()
    network, parameters = run.network, run.network.start

    pictures = unit_maps(network, parameters, VIEW, size=12)

    assert [picture.shape for picture in pictures] == [(2, 12, 12), (4, 12, 12), (1, 12, 12)]
    x, y = pixel_centres(-0.5, 1.5, 12), pixel_centres(-1.0, 2.0, 12)
    assert np.allclose(pictures[0][0], x)
    assert np.allclose(pictures[0][1], y[:, None])
    small = probability_map(network, parameters, VIEW, width=12, height=12)
    assert np.allclose(pictures[-1][0], small, atol=1e-5)


def test_the_activations_at_a_point_go_from_the_inputs_to_the_prediction() -> None:
    run = TrainingRun()

    inputs, hidden, output = activations_at(run.network, run.network.start, np.array([0.2, 0.9]))

    assert inputs.tolist() == [0.2, 0.9]
    assert hidden.shape == (4,)
    assert np.abs(hidden).max() < 1
    first, second = run.network.unflatten(run.network.start)
    assert np.allclose(hidden, np.tanh(inputs @ first.weights + first.bias))
    assert output.shape == second.bias.shape
