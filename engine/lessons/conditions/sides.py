"""What stands on the right of a comparison: a formula of facts, or a text beside a text."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import fact_value, number_value
from engine.lessons.vocabulary.facts import AT_START

# Numbers that were computed in two ways differ by their last bits: 0.1 + 0.2 is 0.3 here.
_RELATIVE, _ABSOLUTE = 1e-9, 1e-12


def right_side(text: str, left: Fact, facts: Facts) -> Fact:
    """Return what a right side is worth beside a left one.

    Beside a text it is a text as it stands, but for the name of what a fact was when the step
    began; beside a number it is a formula of facts.

    Raises:
        EngineError: The formula has no value.
    """
    if isinstance(left, str | tuple):
        return fact_value(text, facts) if text.startswith(AT_START) and text in facts else text
    return number_value(text, facts)


def is_equal(left: Fact, right: Fact) -> bool:
    """Tell whether two facts are the same, numbers but for what rounding does to them."""
    if isinstance(left, tuple):
        return left == right or (len(left) == 1 and left[0] == right)
    if isinstance(left, str) or isinstance(right, str | tuple) or left is None or right is None:
        return isinstance(right, str) and left == right
    if np.shape(left) != np.shape(right):
        return False
    # What is infinite or no number is equal to nothing that a formula is worth.
    with np.errstate(invalid="ignore"):
        return bool(np.allclose(left, right, rtol=_RELATIVE, atol=_ABSOLUTE))


def largest_distance(left: float | Array, right: float | Array) -> float:
    """Return how far two numbers or arrays of one shape are apart, ∞ for other shapes."""
    if np.shape(left) != np.shape(right):
        return float("inf")
    with np.errstate(invalid="ignore"):
        return float(np.max(np.abs(np.subtract(left, right)), initial=0.0))
