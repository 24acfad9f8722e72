"""Fits: the cost of y = Wx + b on any small data set, as a surface over W and b."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array
from engine.errors import ShapeError
from engine.surfaces.regression import cost_formula
from engine.surfaces.surface import Box, Point, Surface, first_steps, tune

# How far beyond the start and the minimum the view reaches, as a share of their distance.
_MARGIN = 0.6
# A written-out sum of squares is as long as its data; this is still quick to read and to draw.
MOST_SAMPLES = 300
# Squares of larger numbers leave no learning rate that the settings admit.
LARGEST = 1e6


def fit_surface(inputs: Sequence[float], targets: Sequence[float]) -> Surface:
    """Make the surface of a line's mean squared error, with its minimum and rates that suit it.

    The cost is a parabola in both directions, ∇²L = (2/n)·AᵀA with A = (x, 1), so plain rates are
    shares of one over the largest curvature, and the rates of methods that scale each coordinate
    are shares of the distance from the start (0, 0) to the minimum. Data far from 0 make so
    narrow a valley that the smallest plain rate that the settings admit may still diverge.

    Args:
        inputs: The x of each sample.
        targets: The y of each sample.

    Raises:
        ShapeError: The lengths differ, a number is not finite, the x are all the same, or there
            are more samples than a formula can hold.
    """
    x, y = np.array(inputs, dtype=np.float64), np.array(targets, dtype=np.float64)
    _check(x, y)
    rows = np.stack([x, np.ones_like(x)], axis=1)
    weight, bias = np.linalg.lstsq(rows, y, rcond=None)[0].tolist()
    curvature = 2.0 * float(np.linalg.eigvalsh(rows.T @ rows / len(x))[-1])
    distance = max(float(np.hypot(weight, bias)), 1e-3)
    # A first step of this size across the steep direction costs little more than the start does.
    drop = float(np.mean(y * y) - np.mean((y - weight * x - bias) ** 2))
    pace = min(distance, 1.5 * float(np.sqrt(2.0 * max(drop, 1e-12) / curvature)))
    return Surface(
        name="fit_of_data",
        title="y = Wx + b",
        formula=cost_formula(x.tolist(), y.tolist()),
        variables=("W", "b"),
        view=_view(weight, bias, distance),
        start=Point(0.0, 0.0),
        minima=(Point(weight, bias),),
        tuned=tune(
            adadelta=first_steps(_rate(1e-6 * pace**2, 1e-12, 0.1)),
            sgd=_rate(0.5 / curvature),
            momentum=_rate(0.05 / curvature),
            nag=_rate(0.05 / curvature),
            adagrad=_rate(0.25 * pace),
            rmsprop=_rate(0.005 * pace),
            adam=_rate(0.05 * pace),
            nadam=_rate(0.05 * pace),
            adamw=_rate(0.05 * pace),
            lion=_rate(0.01 * pace),
        ),
        logarithmic=True,
        summary="The cost of fitting a line to data: a tilted bowl.",
        note="W and b trade off against each other, the more the further the data lie from 0.",
    )


def _check(x: Array, y: Array) -> None:
    if x.ndim != 1 or x.shape != y.shape:
        raise ShapeError("fit_lengths", "A fit needs as many targets as inputs, each one number.")
    if not 2 <= len(x) <= MOST_SAMPLES:
        raise ShapeError(
            "fit_size",
            f"A fit takes between 2 and {MOST_SAMPLES} samples, not {len(x)}.",
            count=len(x),
            most=MOST_SAMPLES,
        )
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ShapeError("fit_finite", "A fit needs finite numbers.")
    if max(float(np.abs(x).max()), float(np.abs(y).max())) > LARGEST:
        raise ShapeError(
            "fit_large",
            f"A fit takes numbers up to {LARGEST:g}; measure in larger units.",
            most=f"{LARGEST:g}",
        )
    if x.min() == x.max():
        raise ShapeError("fit_one_place", "A line needs samples at two different x at least.")


def _view(weight: float, bias: float, distance: float) -> Box:
    reach = _MARGIN * distance
    left, right = sorted((0.0, weight))
    bottom, top = sorted((0.0, bias))
    return Box(left - reach, right + reach, bottom - reach, top + reach)


def _rate(value: float, lowest: float = 1e-6, highest: float = 10.0) -> float:
    """Return a rate of two digits that every optimizer's settings admit."""
    return min(max(float(f"{value:.2g}"), lowest), highest)
