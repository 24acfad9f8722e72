"""Points in the plane [−6, 6]² in two classes: noisy XOR, circle, two clouds, spirals.

The formulas are those of TensorFlow Playground (Smilkov et al., Direct-manipulation
visualization of deep networks, 2017), so that what one has seen there is met again here.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.settings import Setting
from engine.training.datasets.dataset import DataRecipe, MakePoints, Points, View

_REFERENCE = "Smilkov et al., Direct-manipulation visualization of deep networks, 2017"
_VIEW = View(-6.0, 6.0, -6.0, 6.0)
_REACH = 5.0
# Nothing lies on the axes themselves, where XOR has no answer.
_GAP = 0.3

NOISE = Setting(
    name="noise",
    title="noise",
    symbol="n",
    default=0.1,
    minimum=0.0,
    maximum=0.5,
    summary="How far points stray: 0 separates the classes cleanly.",
)
SAMPLES = Setting(
    name="samples",
    title="points",
    symbol="N",
    default=200,
    minimum=20,
    maximum=1000,
    summary="How many points are drawn, over both classes.",
    integer=True,
)


def noisy_xor(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Draw x₁ and x₂ from U(−5, 5), 0.3 away from the axes; 1 where their signs differ.

    The class is decided after adding U(−5, 5)·noise to both, so noise mislabels points near the
    axes and moves none.
    """
    inputs = rng.uniform(-_REACH, _REACH, (int(settings["samples"]), 2))
    inputs += np.where(inputs > 0, _GAP, -_GAP)
    judged = inputs + _stray(rng, inputs, settings["noise"])
    return inputs, (judged[:, 0] * judged[:, 1] < 0).astype(np.float64)


def circle(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Draw half the points at radius U(0, 2.5) and half at U(3.5, 5); 1 inside.

    The class is decided by a radius below 2.5 after adding U(−5, 5)·noise to both coordinates.
    """
    samples = int(settings["samples"])
    inner = samples // 2
    radius = np.concatenate(
        [rng.uniform(0.0, 2.5, inner), rng.uniform(3.5, _REACH, samples - inner)]
    )
    angle = rng.uniform(0.0, 2 * np.pi, samples)
    inputs = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)
    judged = inputs + _stray(rng, inputs, settings["noise"])
    return inputs, (np.hypot(judged[:, 0], judged[:, 1]) < 2.5).astype(np.float64)


def gaussian(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Draw a normal cloud at (2, 2), class 1, and one at (−2, −2), class 0.

    Their variance is 0.5 without noise and rises to 4 at noise 0.5.
    """
    samples = int(settings["samples"])
    targets = (np.arange(samples) < samples // 2).astype(np.float64)
    centres = np.where(targets[:, None] == 1, 2.0, -2.0)
    deviation = np.sqrt(0.5 + 7.0 * settings["noise"])
    return rng.normal(centres, deviation, (samples, 2)), targets


def spiral(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
    """Wind two arms r = 5i/N, angle 3.5π·i/N, the second turned by π; noise moves by U(−1, 1).

    An arm has N = samples/2 points, and i counts them from 0.
    """
    half = int(settings["samples"]) // 2
    share = np.arange(half) / half
    inputs = np.concatenate([_arm(share, turn) for turn in (0.0, np.pi)])
    inputs += rng.uniform(-1.0, 1.0, inputs.shape) * settings["noise"]
    return inputs, np.repeat([1.0, 0.0], half)


def _arm(share: Array, turn: float) -> Array:
    radius, angle = _REACH * share, 3.5 * np.pi * share + turn
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)


def _stray(rng: np.random.Generator, inputs: Array, noise: float) -> Array:
    return rng.uniform(-_REACH, _REACH, inputs.shape) * noise


def _plane(
    name: str, title: str, summary: str, points: MakePoints, *aliases: str, lines_needed: int = 0
) -> DataRecipe:
    return DataRecipe(
        name=name,
        title=title,
        summary=summary,
        reference=_REFERENCE,
        view=_VIEW,
        points=points,
        settings=(NOISE, SAMPLES),
        aliases=aliases,
        rate_factor=0.3,
        lines_needed=lines_needed,
    )


RECORDS = (
    _plane(
        "noisy_xor",
        "Noisy XOR",
        "Points in four quarters, 1 where the signs of the inputs differ.",
        noisy_xor,
        lines_needed=2,
    ),
    _plane(
        "circle",
        "Circle",
        "A disc in a ring: the boundary must close.",
        circle,
        "ring",
        lines_needed=3,
    ),
    _plane(
        "gaussian", "Two clouds", "Two normal clouds: one straight line does it.", gaussian, "gauss"
    ),
    _plane(
        "spiral",
        "Spirals",
        "Two spirals wound into each other: the hard one.",
        spiral,
        lines_needed=2,
    ),
)
