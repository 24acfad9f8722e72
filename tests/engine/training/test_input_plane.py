"""A plane through several inputs: where it lies, what a network gets on it, how far samples are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.training.analysis.decision_boundary import predict, probability_map, unit_maps
from engine.training.analysis.input_plane import (
    PlaneChoice,
    choice_text,
    input_plane,
    read_choice,
)
from engine.training.datasets.dataset import Dataset, Scale
from engine.training.datasets.own import view_around
from engine.training.datasets.scaling import standardized
from engine.training.run.run import TrainingRun

ROWS = np.array([[1.0, 100.0, 7.0, -2.0], [3.0, 300.0, 7.0, 4.0], [5.0, 200.0, 7.0, 1.0]])
DATA = Dataset(ROWS, np.array([[0.0], [1.0], [1.0]]), view_around(ROWS))


def test_the_inputs_that_are_not_drawn_are_at_their_means_or_where_they_are_held() -> None:
    plane = input_plane(DATA, PlaneChoice(3, 1))
    assert plane.inputs_at(np.array([9.0, 8.0])).tolist() == [3.0, 8.0, 7.0, 9.0]
    held = input_plane(DATA, PlaneChoice(3, 1).holding(2, 0.5), plane)
    assert held.inputs_at(np.array([[9.0, 8.0]])).tolist() == [[3.0, 8.0, 0.5, 9.0]]
    assert held.held == (0, 2)
    assert plane.places_of(ROWS).tolist() == [[-2.0, 100.0], [4.0, 300.0], [1.0, 200.0]]
    # The view is round what is drawn.
    assert plane.view == view_around(ROWS[:, [3, 1]])


def test_a_plane_of_standardized_inputs_is_measured_in_the_units_in_which_they_came() -> None:
    scaled = standardized(DATA, DATA)
    choice = PlaneChoice(0, 1).holding(3, 4.0)
    plain, plane = input_plane(DATA, choice), input_plane(scaled, choice)
    assert np.allclose(plane.base, plain.base)
    assert np.allclose(plane.view, plain.view)
    assert np.allclose(plane.places_of(scaled.inputs), ROWS[:, :2])
    point = np.array([5.0, 200.0])
    means, deviations = np.array(scaled.scales).T
    assert np.allclose(plane.inputs_at(point), (plain.inputs_at(point) - means) / deviations)
    assert np.allclose(plane.distances(scaled.inputs), plain.distances(ROWS))


def test_samples_are_the_farther_the_more_the_held_inputs_differ() -> None:
    # The third is the same throughout, and of it every sample is where the plane is.
    plane = input_plane(DATA, PlaneChoice(0, 1).holding(3, 1.0))
    near, far = plane.distances(ROWS)[2], plane.distances(ROWS)[1]
    assert near == 0.0
    assert far == pytest.approx(3.0 / np.std(ROWS[:, 3]) / np.sqrt(2))
    assert not input_plane(replace(DATA, inputs=ROWS[:, :2]), PlaneChoice()).distances(ROWS).any()


@pytest.mark.parametrize("width", [3, 4, 13, 64])
def test_a_map_shows_what_the_network_predicts_on_the_plane(width: int) -> None:
    rng = np.random.default_rng(1)
    inputs = rng.normal(0, 3, (30, width))
    data = Dataset(inputs, (inputs[:, :1] > 0).astype(float), view_around(inputs))
    run = TrainingRun(samples=data, layers=(width, 4, 1))
    plane = input_plane(data, PlaneChoice(width - 1, 0))
    network, weights = run.network, run.network.start
    found = probability_map(network, weights, plane.view, width=8, height=6, plane=plane)
    x = np.linspace(*plane.view[:2], 17)[1::2]
    y = np.linspace(*plane.view[2:], 13)[1::2]
    expected = np.tile(inputs.mean(axis=0), (48, 1))
    expected[:, width - 1], expected[:, 0] = np.tile(x, 6), np.repeat(y, 8)
    assert np.allclose(found.ravel(), predict(network, weights, expected)[:, 0], atol=1e-5)
    pictures = unit_maps(network, weights, plane.view, size=4, plane=plane)
    # What is held is the same everywhere.
    assert np.ptp(pictures[0][1]) == 0.0
    assert np.ptp(pictures[0][0]) > 0.0


def test_another_target_has_a_map_of_its_own() -> None:
    rng = np.random.default_rng(2)
    inputs = rng.normal(0, 1, (20, 2))
    data = Dataset(inputs, inputs @ np.array([[1.0, 2.0], [3.0, -1.0]]), view_around(inputs), True)
    run = TrainingRun(
        samples=data, layers=(2, 2), output="identity", loss="mean_squared_error",
        optimizer_settings={"learning_rate": 0.1},
    )  # fmt: skip
    plane = input_plane(data, PlaneChoice(target=1))
    maps = [
        probability_map(
            run.network, run.network.start, plane.view, width=3, height=3, plane=plane, output=place
        )
        for place in (0, 1)
    ]
    middle = plane.inputs_at(np.array([sum(plane.view[:2]) / 2, sum(plane.view[2:]) / 2]))
    there = predict(run.network, run.network.start, middle)
    assert np.allclose([picture[1, 1] for picture in maps], there, atol=1e-5)
    assert not np.allclose(maps[0], maps[1])


def test_a_choice_gives_up_what_data_do_not_have() -> None:
    choice = PlaneChoice(12, 3, ((2, 0.5), (40, 1.0)), target=2)
    assert choice.fitting(DATA) == PlaneChoice(0, 3, ((2, 0.5),), 0)
    assert PlaneChoice(1, 1).fitting(DATA) == PlaneChoice(1, 0)
    assert PlaneChoice().holding(2, 1.0).holding(2, None) == PlaneChoice()


def test_a_choice_is_written_down_and_read_again() -> None:
    choice = PlaneChoice(3, 1, ((0, 1e-300), (2, -0.1)), 1)
    assert read_choice(choice_text(choice, 200)) == choice
    many = PlaneChoice(held=tuple((place, 1 / (place + 3)) for place in range(64)))
    cut = read_choice(choice_text(many, 200))
    assert cut is not None
    assert 5 < len(cut.held) < 64
    assert cut.held == many.held[: len(cut.held)]
    for wrong in ("", "0 1", "a b c", "0 -1 0", "0 1 0 2=nan", "0 1 0 -2=1", "0 1 0 x"):
        assert read_choice(wrong) is None


def test_the_ends_of_the_number_range_have_a_plane_too() -> None:
    huge = np.array([[1.7e308, -1.7e308, 5e-324], [1.7e308, 1.7e308, 0.0]])
    data = Dataset(huge, np.array([[0.0], [1.0]]), view_around(huge))
    plane = input_plane(data, PlaneChoice(0, 1))
    assert np.isfinite(plane.base).all()
    assert np.isfinite(plane.view).all()
    assert not np.isnan(plane.distances(huge)).any()
    flat = replace(data, inputs=np.ones((2, 3)), scales=(Scale(0.0, 1.0),) * 3)
    assert input_plane(flat, PlaneChoice()).distances(flat.inputs).tolist() == [0.0, 0.0]
