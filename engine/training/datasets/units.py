"""Between the units in which inputs came and those in which a network gets them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array, as_array
from engine.training.datasets.dataset import Scale


def unscaled(numbers: Array, scales: Sequence[Scale]) -> Array:
    """Return standardized numbers in the units in which they came.

    Args:
        numbers: Shape (…, columns).
        scales: What each column was standardized by; empty where they are as they came.
    """
    if not scales:
        return numbers
    means, deviations = np.array(scales).T
    with np.errstate(all="ignore"):
        return as_array(numbers * deviations + means)


def scaled(numbers: Array, scales: Sequence[Scale]) -> Array:
    """Return numbers in the units in which they came as a network gets them."""
    if not scales:
        return numbers
    means, deviations = np.array(scales).T
    with np.errstate(all="ignore"):
        return as_array((numbers - means) / deviations)
