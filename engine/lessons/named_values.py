"""The values that a lesson names: computed from its drawn numbers, each from those before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Draw
from engine.lessons.questions.rounding import DIGITS, rounding_of

# What rounding leaves of a number that is a short one, and what it may leave where nothing is.
_LAST_BITS, _TINY = 1e-14, 1e-12


def with_named(draw: Draw, numbers: Mapping[str, float]) -> dict[str, Fact]:
    """Return drawn numbers with what is computed from them by name.

    Args:
        draw: The lesson's table of numbers.
        numbers: The drawn ones.

    Raises:
        EngineError: With these numbers one of the values does not exist; the sentence says why.

    Example:
        >>> from engine.lessons.lesson import NamedValue
        >>> draw = Draw(named=(NamedValue("v", ["a", "2*a"]), NamedValue("n", "v @ v")))
        >>> with_named(draw, {"a": 1.0})["n"]
        5.0
    """
    known: dict[str, Fact] = dict(numbers)
    for value in draw.named:
        known[value.name] = named_worth(value.worth, known)
    return known


def named_worth(worth: Any, facts: Facts) -> Fact:
    """Return what a named value is worth.

    Where rounding alone keeps it from a short decimal number it is that number: 0.1 + 0.2 is 0.3,
    as if it had been drawn.

    Args:
        worth: A formula, or lists of formulas for a vector or a matrix.
        facts: What is known by name.

    Raises:
        EngineError: A formula has no value, or the lists are no vector and no matrix (code
            ``lesson_let_shape``).
    """
    if not isinstance(worth, list):
        return _decimal(worth, facts)
    parts = [named_worth(part, facts) for part in worth]
    if not parts or len({np.shape(part) for part in parts}) != 1:  # type: ignore[arg-type]
        raise EngineError(
            "lesson_let_shape", "The parts of a vector or a matrix are to be of one size."
        )
    return np.asarray(parts, dtype=np.float64)


def _decimal(formula: str, facts: Facts) -> float | Array:
    found = np.asarray(number_value(formula, facts), dtype=np.float64)
    short = np.array([float(f"{number:.{DIGITS}g}") for number in found.flat]).reshape(found.shape)
    near = np.where(np.abs(short - found) <= _LAST_BITS * np.abs(found), short, found)
    if ((near != 0.0) & (np.abs(near) < _TINY)).any():
        near = np.where(np.abs(near) <= rounding_of(formula, facts), 0.0, near)
    return float(near) if near.ndim == 0 else np.asarray(near)
