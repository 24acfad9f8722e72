"""Where a function is rounded so roughly that its samples tell of the rounding and not of it."""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

# Asked at so many places in even steps of this share of the distance.
_STEPS = np.arange(5) * 0.02
_FURTHER_OFF = 0.1
# Along a power of the distance steps change little, and noise changes them wholly.
_CHANGING = 0.5
# What is this small beside values further off disturbs nobody.
_SMALL_FURTHER_OFF = 1e-6


def noisy(
    function: Callable[[Array], Generator[None, None, Array]],
    place: float,
    distances: Array,
    small: float,
) -> Generator[None, None, NDArray[np.bool_]]:
    """Return where next to a place a function changes at random, or too quickly to be followed.

    So it is where nearly equal numbers are subtracted, and the rest is divided by a small number,
    as in (1 − cos x)/x² towards 0.

    Args:
        function: The function.
        place: The place.
        distances: How far from it to look, shape (n,); negative on its left.

        small: What share of the value disturbs nobody.

    Returns:
        For each distance whether it is so, shape (n,); False where there are no values.
    """
    asked = np.append(distances, [-_FURTHER_OFF, _FURTHER_OFF])
    values = yield from function(place + asked[:, None] * (1.0 + _STEPS))
    first = np.diff(values, axis=1)
    change = np.abs(np.diff(first, axis=1)).max(axis=1)
    level = np.abs(values).max(axis=1)
    known = level[len(distances) :][np.isfinite(level[len(distances) :])]
    is_noisy = (
        np.isfinite(level)
        & (change > small * level)
        & (change > _SMALL_FURTHER_OFF * known.max(initial=0.0))
        & (change > _CHANGING * np.abs(first).max(axis=1))
    )
    return np.asarray(is_noisy[: len(distances)])
