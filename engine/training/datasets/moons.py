"""Two half moons, one hooked into the other: a boundary that must bend but not close."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.training.datasets.dataset import DataRecipe, Points, View
from engine.training.datasets.plane import NOISE, SAMPLES

ORDER = 1


def moons(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Draw the upper half circle (cos t, sin t), class 0, and (1 − cos t, ½ − sin t), class 1.

    The angles t go evenly from 0 to π; the noise is the deviation of a normal error of both
    coordinates.
    """
    samples = int(settings["samples"])
    upper = samples // 2
    t, s = np.linspace(0.0, np.pi, upper), np.linspace(0.0, np.pi, samples - upper)
    inputs = np.concatenate(
        [
            np.stack([np.cos(t), np.sin(t)], axis=1),
            np.stack([1.0 - np.cos(s), 0.5 - np.sin(s)], axis=1),
        ]
    )
    inputs += rng.normal(0.0, 1.0, inputs.shape) * settings["noise"]
    return inputs, np.repeat([0.0, 1.0], [upper, samples - upper])


RECORDS = (
    DataRecipe(
        name="moons",
        title="Moons",
        summary="Two half moons hooked into each other: the boundary must bend.",
        reference="Pedregosa et al., Scikit-learn: Machine learning in Python, 2011 (make_moons)",
        view=View(-2.0, 3.0, -2.0, 2.5),
        points=moons,
        settings=(NOISE, SAMPLES),
        lines_needed=2,
        aliases=("two_moons",),
    ),
)
