"""The one rule for the class that a network predicts: accuracy, tables, maps and words ask it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array

# What stands for the class of a sample that is on neither side.
UNDECIDED = -1
# Predictions that differ by less from ½, or from each other, differ by rounding.
TIE = 1e-12


def predicted_classes(predictions: Array) -> NDArray[np.intp]:
    """Return the class that each prediction names, shape (n,), and ``UNDECIDED`` for a tie.

    One output names class 1 above ½ and class 0 below it; of several the largest wins. ½ itself
    is on neither side, two that are largest together are no class either, and nor is what is not
    a number. So a network that gives ½ everywhere is right nowhere, whichever way the last bit
    of its ½ was rounded.

    Args:
        predictions: Shape (n, outputs).

    Example:
        >>> predicted_classes(np.array([[0.2], [0.5], [0.9]])).tolist()
        [0, -1, 1]
        >>> predicted_classes(np.array([[0.2, 0.7, 0.1], [0.4, 0.4, 0.2]])).tolist()
        [1, -1]
    """
    if predictions.shape[1] == 1:
        above = predictions[:, 0] - 0.5
        sides = np.where(above > TIE, 1, np.where(above < -TIE, 0, UNDECIDED))
        return sides.astype(np.intp)
    second, first = np.partition(predictions, -2, axis=1)[:, -2:].T
    margin = np.where(np.isfinite(second), TIE * np.abs(second), 0.0)
    # Written so that what is not a number decides nothing.
    is_decided = first > second + margin
    return np.where(is_decided, np.argmax(predictions, axis=1), UNDECIDED).astype(np.intp)
