"""Numbers to be met: the course's fits of a line and of a plane, and the Playground's plane."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array, as_array
from engine.training.datasets.dataset import DataRecipe, MakePoints, Points, View
from engine.training.datasets.plane import NOISE, SAMPLES

# After the data with classes.
ORDER = 2

_COURSE = "Bishop, Pattern Recognition and Machine Learning, 2006, section 3.1"
_REACH = 6.0


def _table(inputs: tuple[tuple[float, ...], ...], targets: tuple[float, ...]) -> MakePoints:
    def points(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
        return as_array(inputs), as_array(targets)

    return points


def plane(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Draw points of U(−6, 6)² with the target (x₁ + x₂)/10; noise moves the point judged."""
    inputs = rng.uniform(-_REACH, _REACH, (int(settings["samples"]), 2))
    stray: Array = rng.uniform(-_REACH, _REACH, inputs.shape) * settings["noise"]
    return inputs, (inputs + stray).sum(axis=1) / 10.0


RECORDS = (
    DataRecipe(
        name="line",
        title="Line",
        summary="Three points on y = 2x: one weight and one bias find them.",
        reference=_COURSE,
        view=View(0.0, 4.0, 0.0, 8.0),
        points=_table(((1.0,), (2.0,), (3.0,)), (2.0, 4.0, 6.0)),
        is_regression=True,
        rate_factor=0.01,
    ),
    DataRecipe(
        name="hours",
        title="Hours and scores",
        summary="Hours of study and the scores they brought, for which 13x + 1 is a first guess.",
        reference=_COURSE,
        view=View(0.0, 6.0, 0.0, 80.0),
        points=_table(((2.0,), (3.0,), (4.0,), (5.0,)), (25.0, 50.0, 42.0, 61.0)),
        is_regression=True,
        rate_factor=0.01,
    ),
    DataRecipe(
        name="exams",
        title="Three exams",
        summary="The scores of three exams and of the final one: a plane in four dimensions.",
        reference=_COURSE,
        view=View(60.0, 110.0, 60.0, 110.0),
        points=_table(
            (
                (73.0, 80.0, 75.0),
                (93.0, 88.0, 93.0),
                (89.0, 91.0, 90.0),
                (96.0, 98.0, 100.0),
                (73.0, 66.0, 70.0),
            ),
            (152.0, 185.0, 180.0, 196.0, 142.0),
        ),
        is_regression=True,
        rate_factor=1e-5,
    ),
    DataRecipe(
        name="plane",
        title="Plane",
        summary="Points whose target is a tenth of the sum of their coordinates.",
        reference="Smilkov et al., Direct-manipulation visualization of deep networks, 2017",
        view=View(-_REACH, _REACH, -_REACH, _REACH),
        points=plane,
        settings=(NOISE, SAMPLES),
        is_regression=True,
        rate_factor=0.03,
    ),
)
