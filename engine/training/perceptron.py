"""The perceptron rule: one neuron that learns from its mistakes, and where it must fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, as_array
from engine.errors import SettingError, ShapeError

# How far a line is moved off the two points that it goes through, in parts of their distance:
# clearly where there is room, else so little that no third point is passed.
_NUDGES = (0.25, 1e-7)


@dataclass(frozen=True, eq=False)
class PerceptronRecord:
    """The perceptron after it looked at one sample.

    Attributes:
        step: Samples looked at so far; 0 is the start.
        epoch: How often every sample was looked at.
        sample: The sample it looked at, or None at the start.
        weights: One for each input, after the correction if any.
        bias: The weight w₀ of the constant input 1.
        was_wrong: Whether the sample was on the wrong side, and the weights moved.
        right: How many samples are right now.
        best_right: The most that were right up to here.
        best_weights: The weights and then the bias of that moment: the pocket of Gallant, 1990.
        has_converged: Whether it has looked at all samples since its last mistake.
        is_cycling: Whether weights that ended an epoch have come back, so that it goes round for
            ever: then no line separates the samples (Minsky and Papert, 1969, chapter 11).
    """

    step: int
    epoch: int
    sample: int | None
    weights: Array
    bias: float
    was_wrong: bool
    right: int
    best_right: int
    best_weights: Array
    has_converged: bool = False
    is_cycling: bool = False


def learn_perceptron(
    inputs: Array,
    targets: Array,
    *,
    rate: float = 1.0,
    start: Array | None = None,
    epochs: int = 100,
) -> Iterator[PerceptronRecord]:
    """Look at the samples in turn, and turn the line towards each that is on the wrong side.

    w ← w + η·t·x and w₀ ← w₀ + η·t where t·(w·x + w₀) ≤ 0 (Rosenblatt, The perceptron, 1958). It
    ends when all samples are right, which it reaches if a line separates them (Novikoff, 1962),
    when its weights go round in a circle, or after so many epochs.

    Args:
        inputs: Samples in rows, shape (n, features).
        targets: 1 and −1, shape (n,).
        rate: The step η, above 0.
        start: The weights and then the bias; zeros if none are given.
        epochs: How often at most to look at every sample.

    Raises:
        ShapeError: The samples, targets or start weights do not fit each other.
        SettingError: A target is neither 1 nor −1, or the rate is not above 0.
    """
    _check(inputs, targets, rate, start)
    count = len(inputs)
    wide = np.column_stack([inputs, np.ones(count)])
    weights = np.zeros(wide.shape[1]) if start is None else np.array(start, dtype=np.float64)
    right = _right(wide, targets, weights)
    best, best_weights = right, weights
    yield _record(0, count, None, weights, False, right, best, best_weights)
    seen = {weights.tobytes()}
    since_mistake = 0
    for step in range(1, epochs * count + 1):
        sample = (step - 1) % count
        with np.errstate(all="ignore"):
            was_wrong = bool(targets[sample] * (wide[sample] @ weights) <= 0.0)
        if was_wrong:
            with np.errstate(all="ignore"):
                weights = weights + rate * targets[sample] * wide[sample]
            right = _right(wide, targets, weights)
        if right > best:
            best, best_weights = right, weights
        since_mistake = 0 if was_wrong else since_mistake + 1
        ends = since_mistake == count
        cycles = step % count == 0 and not ends and weights.tobytes() in seen
        if step % count == 0:
            seen.add(weights.tobytes())
        yield _record(
            step, count, sample, weights, was_wrong, right, best, best_weights, ends, cycles
        )
        if ends or cycles:
            return


def best_line(inputs: Array, targets: Array) -> tuple[Array, int]:
    """Return the line that puts the most points on their right side, and how many these are.

    No search is needed: a line that separates points can be moved until it touches two of them,
    so trying every pair, with each of the two put on either side, finds the best one. That holds
    where no three points lie on one line, and takes n³ steps: it is meant for truth tables.

    Args:
        inputs: Points in rows, shape (n, 2).
        targets: 1 and −1, shape (n,).

    Returns:
        The weights and then the bias, shape (3,), and the number of points that are right.
    """
    wide = np.column_stack([inputs, np.ones(len(inputs))])
    candidates = [np.array([0.0, 0.0, 1.0]), np.array([0.0, 0.0, -1.0])]
    for nudge, (first, second) in product(_NUDGES, combinations(inputs, 2)):
        along = second - first
        normal, middle = np.array([-along[1], along[0]]), (first + second) / 2
        # Shifted, both points lie on one side; turned, one lies on each.
        for turn, shift in ((0.0, nudge), (0.0, -nudge), (nudge, 0.0), (-nudge, 0.0)):
            weights = normal + turn * along
            line = np.append(weights, shift * (along @ along) - weights @ middle)
            candidates += [line, -line]
    best = max(candidates, key=lambda line: _right(wide, targets, line))
    return as_array(best), _right(wide, targets, best)


def right_of_line(
    inputs: Array, classes: NDArray[np.bool_], first: Sequence[float], second: Sequence[float]
) -> int:
    """Return how many points a line through two places has on their class's side.

    Whichever side is class 1 is the one that puts more of them right. A point on the line itself
    is on neither side, and so is every point where the two places are one.

    Args:
        inputs: Points in rows, shape (n, 2).
        classes: Whether each is of class 1, shape (n,).
        first: A place on the line.
        second: Another one.
    """
    start, along = np.asarray(first), np.subtract(second, first)
    with np.errstate(all="ignore"):
        sides = np.sign((inputs - start) @ np.array([-along[1], along[0]]))
    right = sides * np.where(classes, 1.0, -1.0)
    return max(int(np.count_nonzero(right > 0)), int(np.count_nonzero(right < 0)))


def decide(inputs: Array, weights: Array, bias: float) -> tuple[Array, Array]:
    """Return each sample's sum w·x + w₀ and the output: its sign, 1 or −1.

    A sample on the line itself has the sum 0 and the output 0: it is on neither side, and counts
    as wrong whatever its target.
    """
    with np.errstate(all="ignore"):
        sums = inputs @ weights + bias
    return sums, np.sign(sums)


def _record(
    step: int,
    count: int,
    sample: int | None,
    weights: Array,
    was_wrong: bool,
    right: int,
    best: int,
    best_weights: Array,
    ends: bool = False,
    cycles: bool = False,
) -> PerceptronRecord:
    return PerceptronRecord(
        step,
        step // count,
        sample,
        as_array(weights[:-1]),
        float(weights[-1]),
        was_wrong,
        right,
        best,
        as_array(best_weights),
        ends,
        cycles,
    )


def _right(wide: Array, targets: Array, weights: Array) -> int:
    with np.errstate(all="ignore"):
        return int(np.count_nonzero(targets * (wide @ weights) > 0.0))


def _check(inputs: Array, targets: Array, rate: float, start: Array | None) -> None:
    fits = inputs.ndim == 2 and len(inputs) and targets.shape == (len(inputs),)
    if not fits or (start is not None and np.shape(start) != (inputs.shape[1] + 1,)):
        raise ShapeError(
            "perceptron_shapes",
            "A perceptron needs a matrix of samples, one target for each row, and a start weight "
            "for each input and for the bias.",
        )
    if not np.isin(targets, (-1.0, 1.0)).all():
        raise SettingError("perceptron_targets", "A perceptron's targets are 1 and −1.")
    if not rate > 0.0:
        raise SettingError(
            "perceptron_rate", f"The rate must be above 0, and {rate:g} is not.", rate=f"{rate:g}"
        )
