"""Data of one's own: drawn points, and what is kept for the test."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import EngineError, SettingError
from engine.training.datasets import own
from engine.training.datasets.catalog import DATASETS
from engine.training.datasets.own import drawn_points, view_around
from engine.training.datasets.split import split_dataset
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun


def test_drawn_points_are_a_data_set_with_a_view_around_them() -> None:
    data = drawn_points([[0, 0], [4, 2]], [0, 1], class_names=("no", "yes"))

    assert data.targets.tolist() == [[0], [1]]
    assert data.labels.tolist() == [0, 1]
    left, right, bottom, top = data.view
    assert (left < 0, right > 4, bottom < 0, top > 2) == (True,) * 4
    assert data.class_names == ("no", "yes")


def test_three_classes_have_a_column_each() -> None:
    data = drawn_points([[0, 0], [1, 0], [0, 1], [1, 1]], [2, 0, 1, 1])

    assert data.targets.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 1, 0]]
    assert data.labels.tolist() == [2, 0, 1, 1]


def test_a_view_has_width_even_around_one_point_or_one_feature() -> None:
    assert view_around(np.array([[3.0, 5.0]])) == (2, 4, 4, 6)
    assert view_around(np.array([[0.0], [10.0]])) == (-1.5, 11.5, 0.0, 1.0)


@pytest.mark.parametrize(
    ("points", "labels", "sentence"),
    [
        ([], [], "at least one point"),
        ([[0, 0]], [0, 1], "a class for each row"),
        ([[0, np.nan], [0, 0]], [0, 1], "Point 1 has a coordinate"),
        ([[0, 0]], [-1], "Classes are whole numbers from 0 to 29, and -1 is none"),
        ([[0, 0]], [0.5], "and 0.5 is none"),
        ([[0, 0]], [30], "and 30 is none"),
    ],
)
def test_points_without_sense_are_refused(
    points: list[list[float]], labels: list[int], sentence: str
) -> None:
    with pytest.raises(SettingError, match=sentence):
        drawn_points(points, labels)


def test_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MOST_POINTS", 3)
    with pytest.raises(SettingError, match="There are 4 points; at most 3"):
        drawn_points(np.zeros((4, 2)), [0, 1, 0, 1])


def test_a_network_learns_drawn_points() -> None:
    points = drawn_points([[-1, -1], [1, 1], [-1, 1], [1, -1]], [0, 0, 1, 1])
    run = replace(TrainingRun(), samples=points)

    *_, last = islice(train(run), 400)

    assert run.recipe.title == "Own data"
    assert np.array_equal(run.recipe.make(np.random.default_rng(0)).inputs, points.inputs)
    assert last.is_solved
    assert run.continues(replace(run, optimizer_settings={"learning_rate": 0.1}))
    assert not run.continues(TrainingRun())


def test_a_split_keeps_every_sample_once_and_the_seed_fixes_it() -> None:
    data = DATASETS["circle"].make(np.random.default_rng(0))

    train_part, test_part = split_dataset(data, 0.25, seed=3)

    assert (len(train_part), len(test_part)) == (150, 50)
    together = {tuple(row) for part in (train_part, test_part) for row in part.inputs.tolist()}
    assert together == {tuple(row) for row in data.inputs.tolist()}
    assert np.array_equal(split_dataset(data, 0.25, seed=3)[1].inputs, test_part.inputs)
    assert not np.array_equal(split_dataset(data, 0.25, seed=4)[1].inputs, test_part.inputs)
    assert test_part.view == data.view


@pytest.mark.parametrize("share", [0.01, 0.99, -0.5, 1.5, float("nan")])
def test_a_split_that_leaves_a_part_empty_is_refused(share: float) -> None:
    data = DATASETS["xor"].make(np.random.default_rng(0))
    with pytest.raises(EngineError, match="choose a share between 0 and 1"):
        split_dataset(data, share)
