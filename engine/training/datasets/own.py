"""Data that somebody brings: points that were drawn, and the recipe that stands for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from engine import ranges
from engine.arrays import Array, as_array
from engine.errors import SettingError
from engine.training.datasets.dataset import DataRecipe, Dataset, View

# A class is an output of the network and a colour with a mark: the letters of an alphabet, months
# and provinces are possible, and words that name each row by itself are not.
MOST_CLASSES = 30
# As many as a layer may have units.
MOST_INPUTS = 64
MOST_POINTS = 20_000

# Behind a hidden layer the error is more curved than its inputs say.
_REGRESSION_FACTOR, _LEAST_FACTOR = 0.1, 1e-12

_MARGIN = 0.15


def drawn_points(
    points: ArrayLike,
    labels: Sequence[int],
    *,
    view: View | None = None,
    class_names: tuple[str, ...] = (),
) -> Dataset:
    """Make a data set of points and the classes they were given.

    Args:
        points: One point a row, shape (n, features).
        labels: The class of each point, whole numbers from 0.
        view: The rectangle that a picture shows; by default what holds the points and a margin.
        class_names: What the classes are called.

    Raises:
        SettingError: There is no point, one has no number or no class, or they are too many.
    """
    inputs = as_array(points)
    if inputs.ndim != 2 or not len(inputs) or len(labels) != len(inputs):
        raise SettingError(
            "points_without_classes",
            "Drawn data needs at least one point, a row of numbers for each point, and a class "
            "for each row.",
        )
    if len(inputs) > MOST_POINTS:
        raise SettingError(
            "too_many_points",
            f"There are {len(inputs)} points; at most {MOST_POINTS} are possible here.",
            count=len(inputs),
            most=MOST_POINTS,
        )
    if not np.isfinite(inputs).all():
        number = int(np.flatnonzero(~np.isfinite(inputs).all(axis=1))[0]) + 1
        raise SettingError(
            "point_not_finite",
            f"Point {number} has a coordinate that is no finite number.",
            number=number,
        )
    return Dataset(
        inputs,
        class_targets(labels),
        view or view_around(inputs),
        class_names=class_names,
    )


def class_targets(labels: Sequence[int]) -> Array:
    """Return targets for classes: one column for two classes, a column each for more.

    Raises:
        SettingError: A label is no whole number from 0, or there are too many classes.
    """
    for label in labels:
        if int(label) != label or not 0 <= label < MOST_CLASSES:
            raise SettingError(
                "class_number",
                f"Classes are whole numbers from 0 to {MOST_CLASSES - 1}, and {label:g} is none.",
                label=f"{label:g}",
                most=MOST_CLASSES - 1,
            )
    numbers = np.asarray(labels, dtype=np.intp)
    count = int(numbers.max()) + 1
    if count <= 2:
        return as_array(numbers[:, None])
    return as_array(np.eye(count)[numbers])


def view_around(inputs: Array) -> View:
    """Return the rectangle around the first two features, with a margin on every side.

    A single feature gets the unit interval beside it.
    """
    left, right = _ends(inputs[:, 0])
    bottom, top = _ends(inputs[:, 1]) if inputs.shape[1] > 1 else (0.0, 1.0)
    return View(left, right, bottom, top)


def own_recipe(data: Dataset) -> DataRecipe:
    """Return the recipe that always makes these samples."""
    return DataRecipe(
        name="own",
        title="Own data",
        summary="Points that were drawn, or read from a file.",
        reference="",
        view=data.view,
        points=lambda rng, settings: (data.inputs, data.targets),
        rate_factor=_rate_factor(data),
        is_regression=data.is_regression,
    )


def _rate_factor(data: Dataset) -> float:
    """Return what the usual rates are to be multiplied by for numbers to be met.

    The squared error of a linear network is at most so curved as the sum of its inputs' mean
    squares, the bias among them, and steps that are no longer than that allows do not diverge.
    """
    if not data.is_regression:
        return 1.0
    with np.errstate(all="ignore"):
        curvature = 1.0 + float(np.sum(np.mean(np.square(data.inputs), axis=0)))
    return min(_REGRESSION_FACTOR, 1.0 / curvature) or _LEAST_FACTOR


def _ends(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    # Points in one place would make a picture without width.
    margin = _MARGIN * ranges.width(low, high) or 1.0
    ends = ranges.finite(low - margin), ranges.finite(high + margin)
    return ends if ends[0] < ends[1] else ranges.padded(low, high, _MARGIN)
