"""An activation function and its slope as polylines, torn apart where they jump."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.operations.operation import Operation
from engine.operations.sampled_activation import slope_of, value_of

_HAIR = 1e-9
_JUMP = 1e-6


@dataclass(frozen=True)
class ActivationCurve:
    """Points of f and f′ in order of x, shape (n,) each; NaN where a curve is torn."""

    x: Array
    values: Array
    slopes: Array


def sample_curve(
    operation: Operation,
    settings: Mapping[str, float],
    low: float,
    high: float,
    breaks: Sequence[float] = (),
    count: int = 2001,
) -> ActivationCurve:
    """Sample f and f′ between two places.

    Around each break two more points lie a hair's breadth to either side, so that a kink is
    sharp, and a jump is a gap instead of a slanted line that the function does not have.

    Args:
        operation: An elementwise operation with one input.
        settings: A value for each of its settings.
        low: The first x.
        high: The last x.
        breaks: Where f has no derivative (see `SpecialPlaces`).
        count: How many evenly spaced points to take.
    """
    inside = np.array([place for place in breaks if low < place < high])
    x = np.unique(
        np.concatenate([np.linspace(low, high, count), inside - _HAIR, inside, inside + _HAIR])
    )
    values = value_of(operation, x, settings)
    slopes = np.array(slope_of(operation, x, settings))
    return ActivationCurve(x, _torn(x, values, inside), _torn(x, slopes, inside))


def _torn(x: Array, y: Array, breaks: Array) -> Array:
    torn = np.array(y)
    for place in np.searchsorted(x, breaks):
        if abs(y[place + 1] - y[place - 1]) > _JUMP:
            torn[place] = np.nan
    return torn
