"""The perceptron's rule, its pocket, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.training.perceptron import PerceptronRecord, best_line, learn_perceptron

POINTS = np.array([[2.0, 1.0], [-1.0, -1.5], [0.5, 2.0]])
SIDES = np.array([1.0, -1.0, 1.0])


def test_a_mistake_turns_the_line_by_the_sample_and_nothing_else_does() -> None:
    start, first, second, *_ = learn_perceptron(POINTS, SIDES, rate=0.5)

    assert (start.step, start.sample, start.right) == (0, None, 0)
    assert first.was_wrong
    assert first.weights.tolist() == [1.0, 0.5]
    assert first.bias == 0.5
    assert (second.sample, second.was_wrong) == (1, False)
    assert second.weights.tolist() == first.weights.tolist()


def test_it_ends_once_every_sample_was_looked_at_without_a_mistake() -> None:
    records = list(learn_perceptron(POINTS, SIDES))

    assert [record.was_wrong for record in records[-3:]] == [False] * 3
    assert [record.has_converged for record in records].count(True) == 1
    assert records[-1].right == len(POINTS)
    assert records[-1].epoch == records[-1].step // 3


def test_the_pocket_keeps_the_best_weights() -> None:
    inputs = np.array([[0.0], [1.0], [2.0], [3.0]])
    targets = np.array([1.0, -1.0, 1.0, 1.0])  # the second contradicts any threshold

    *_, last = learn_perceptron(inputs, targets, epochs=50)

    wide = np.column_stack([inputs, np.ones(4)])
    assert np.count_nonzero(targets * (wide @ last.best_weights) > 0) == last.best_right == 3


def test_it_gives_up_after_so_many_epochs() -> None:
    inputs, targets = np.array([[0.0], [np.pi / 3], [2.0]]), np.array([1.0, -1.0, 1.0])

    records = list(learn_perceptron(inputs, targets, epochs=2, start=np.array([0.123, 0.77])))

    assert len(records) == 1 + 2 * 3
    assert not records[-1].has_converged


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_separable_samples_are_always_separated(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inputs = rng.normal(size=(12, 2))
    line = rng.normal(size=2)
    reach = inputs @ line
    inputs = inputs[np.abs(reach) > 0.2 * np.linalg.norm(line)]
    targets = np.where(inputs @ line > 0, 1.0, -1.0)
    if not len(inputs):
        return

    last: PerceptronRecord
    *_, last = learn_perceptron(inputs, targets, epochs=5000)

    assert last.has_converged
    assert last.right == len(inputs)


@pytest.mark.parametrize(
    ("inputs", "targets", "options", "sentence"),
    [
        (np.zeros(3), SIDES, {}, "needs a matrix of samples"),
        (np.zeros((0, 2)), np.zeros(0), {}, "needs a matrix of samples"),
        (POINTS, SIDES[:2], {}, "one target for each row"),
        (POINTS, SIDES, {"start": np.zeros(2)}, "a start weight for each input and for the bias"),
        (POINTS, np.array([0.0, 1.0, 1.0]), {}, "targets are 1 and −1"),
        (POINTS, SIDES, {"rate": 0.0}, "rate must be above 0, and 0 is not"),
    ],
)
def test_impossible_lessons_are_refused(
    inputs: object, targets: object, options: dict[str, object], sentence: str
) -> None:
    with pytest.raises(EngineError, match=sentence):
        next(learn_perceptron(inputs, targets, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("targets", "most"),
    [([-1, 1, 1, 1], 4), ([-1, -1, -1, 1], 4), ([-1, 1, 1, -1], 3), ([1, 1, 1, 1], 4)],
)
def test_the_best_line_on_a_truth_table(targets: list[float], most: int) -> None:
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

    line, right = best_line(corners, np.array(targets))

    sums = corners @ line[:2] + line[2]
    assert right == most == np.count_nonzero(np.array(targets) * sums > 0)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_no_line_at_random_beats_the_best_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inputs, targets = rng.normal(size=(7, 2)), rng.choice([-1.0, 1.0], 7)

    _, right = best_line(inputs, targets)

    lines = rng.normal(size=(3, 2000))
    sums = np.column_stack([inputs, np.ones(7)]) @ lines
    assert (targets[:, None] * sums > 0).sum(axis=0).max() <= right
