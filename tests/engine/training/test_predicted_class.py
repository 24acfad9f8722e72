"""One rule for the predicted class: a tie is no class, in accuracy, tables, maps and verdicts."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.training.analysis.decision_boundary import class_map
from engine.training.datasets.dataset import View, class_labels
from engine.training.many_networks.many import train_many
from engine.training.network.predicted_class import UNDECIDED, predicted_classes
from engine.training.network.scores import (
    confusion_matrix,
    right_predictions,
    score,
    undecided_counts,
)
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

outputs = st.lists(
    st.sampled_from([0.0, 0.2, 0.5, 0.5 + 1e-16, 0.5 - 1e-14, 0.9, 1.0, 1.7, -3.0]),
    min_size=6,
    max_size=6,
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([0.5], UNDECIDED),
        ([0.5 + 2e-16], UNDECIDED),
        ([0.5 - 1e-9], 0),
        ([0.5 + 1e-9], 1),
        ([1.7], 1),
        ([np.nan], UNDECIDED),
        ([np.inf], 1),
        ([0.2, 0.7, 0.1], 1),
        ([0.4, 0.2, 0.4], UNDECIDED),
        ([0.4, 0.4 + 1e-17, 0.2], UNDECIDED),
        ([-5.0, -5.0, -7.0], UNDECIDED),
        ([1e9, 1e9 + 1.0], 1),
        ([np.inf, 1.0], 0),
        ([-np.inf, 1.0], 1),
        ([np.inf, np.inf], UNDECIDED),
        ([np.nan, 1.0], UNDECIDED),
    ],
)
def test_the_class_of_a_prediction(row: list[float], expected: int) -> None:
    assert predicted_classes(np.array([row])).tolist() == [expected]


@given(outputs, st.integers(1, 3))
def test_tables_and_accuracy_count_the_same(numbers: list[float], columns: int) -> None:
    predictions = np.array(numbers).reshape(-1, columns)
    targets = as_array(np.eye(columns)[np.arange(len(predictions)) % columns])
    if columns == 1:
        targets = as_array(np.arange(len(predictions)) % 2.0)[:, None]
    right = right_predictions(predictions, targets)
    counts, ties = confusion_matrix(predictions, targets), undecided_counts(predictions, targets)
    assert np.trace(counts) == np.count_nonzero(right)
    per_class = np.bincount(class_labels(targets), minlength=len(counts))
    assert (counts.sum(axis=1) + ties).tolist() == per_class.tolist()


def test_a_network_that_gives_a_half_everywhere_is_right_nowhere() -> None:
    run = TrainingRun(data="circle", layers=(2, 4, 1), initializer="zeros", test_share=0.3)
    record = next(train(run))
    assert record.accuracy == 0.0
    assert not record.right_of(run.dataset).any()
    assert run.test_dataset is not None
    judged = score(run.network, record.parameters, run.test_dataset)
    assert judged.accuracy == 0.0
    assert not judged.confusion.any()


@pytest.mark.parametrize("seed", range(6))
def test_one_unit_is_right_at_none_of_xor_once_it_gives_a_half(seed: int) -> None:
    # Its ½ is rounded up or down by the last bit, from sample to sample.
    run = TrainingRun(layers=(2, 1), seed=seed)
    last = next(islice(train(run), 4000, None))
    assert np.abs(last.predictions - 0.5).max() < 1e-12
    assert last.accuracy == 0.0
    *_, many = train_many(run, [seed], 4000)
    assert many.converged_at.tolist() == [-1]


def test_a_prediction_beyond_1_is_on_the_side_of_class_1() -> None:
    predictions, targets = np.array([[1.7], [-0.8], [1.7]]), np.array([[1.0], [0.0], [0.0]])
    assert right_predictions(predictions, targets).tolist() == [True, True, False]


def test_a_map_of_classes_leaves_ties_open() -> None:
    run = TrainingRun(data="xor", layers=(2, 2, 1), initializer="zeros", loss="mean_squared_error")
    picture = class_map(
        run.network, next(train(run)).parameters, View(0, 1, 0, 1), width=5, height=4
    )
    assert (picture == UNDECIDED).all()
