"""What is known of points once they are answered: where they lie, and what they part."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.errors import ValueFormatError
from engine.lessons.facts import Fact, Facts
from engine.training.datasets.catalog import DATASETS
from engine.training.perceptron import right_of_line


def line_facts(points: Array, facts: Facts) -> Mapping[str, Fact]:
    """Return how well a line through two points parts the two classes of a data set.

    Args:
        points: Shape (2, 2).
        facts: What is known; ``data`` names the data set. Without it nothing is told.

    Raises:
        ValueFormatError: The two points are one, so that there is no line (code ``answer_line``).
    """
    if np.array_equal(points[0], points[1]):
        raise ValueFormatError("answer_line", "A line needs two points that differ.")
    name = facts.get("data")
    recipe = DATASETS.find(name) if isinstance(name, str) else None
    if recipe is None:
        return {}
    data = recipe.make(np.random.default_rng(0))
    right = right_of_line(data.inputs, data.classes, points[0], points[1])
    return {"right_of_line": float(right), "wrong_of_line": float(len(data) - right)}


def curve_facts(points: Array) -> Mapping[str, Fact]:
    """Return what a drawn curve does.

    Args:
        points: Shape (n, 2), sorted by x.
    """
    x, y = points[:, 0], points[:, 1]
    steps = np.sign(np.diff(y))
    turning = steps[steps != 0.0]
    return {
        "curve_x": x,
        "curve_y": y,
        "curve_first": float(y[0]),
        "curve_last": float(y[-1]),
        "curve_lowest": float(y.min()),
        "curve_highest": float(y.max()),
        "curve_lowest_at": float(x[np.argmin(y)]),
        "curve_highest_at": float(x[np.argmax(y)]),
        "curve_rises": float(np.sum(steps > 0)),
        "curve_falls": float(np.sum(steps < 0)),
        "curve_turns": float(np.sum(turning[1:] != turning[:-1])),
    }
