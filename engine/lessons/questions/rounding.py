"""What rounding inside the computer adds to a number, which is no mistake of the learner's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.evaluation import evaluate
from engine.exercises.moved_numbers import result_noise
from engine.formula.values import full_precision
from engine.lessons.facts import Facts
from engine.lessons.formulas import formula_graph, formula_values

# Numbers that agree in so many digits are one number, computed in two ways.
DIGITS = 12
_SAME = 10.0**-DIGITS
# Formulas of more numbers than this are computed anew rather than remembered with all of them.
_LARGEST_KEPT = 100


def rounding_of(formula: str, facts: Facts) -> Array:
    """Return how far rounding may have moved what a formula of facts is worth, in its shape.

    Raises:
        EngineError: It is worth nothing.

    Example:
        >>> bool(rounding_of("0.1 + 0.2 - 0.3", {}) > 5e-17)
        True
        >>> bool(rounding_of("exp(-40)", {}) < 1e-30)
        True
    """
    values = formula_values(formula, facts)
    if sum(value.size for value in values.values()) > _LARGEST_KEPT:
        return _noise(formula, values)
    held = tuple((name, value.shape, value.tobytes()) for name, value in values.items())
    return _kept_noise(formula, held)


@lru_cache(maxsize=512)
def _kept_noise(formula: str, held: tuple[tuple[str, tuple[int, ...], bytes], ...]) -> Array:
    """Return the noise with numbers in their bytes: one question asks for it with each slip."""
    noise = _noise(formula, {name: np.frombuffer(of).reshape(shape) for name, shape, of in held})
    noise.setflags(write=False)
    return noise


def _noise(formula: str, values: Mapping[str, Array]) -> Array:
    graph = formula_graph(formula, values)
    return result_noise(graph, evaluate(graph))


def is_same(one: Array, other: Array, noise: Array | float) -> bool:
    """Tell whether two numbers, vectors or matrices differ by no more than rounding does."""
    if one.shape != other.shape:
        return False
    allowed = _SAME * np.maximum(np.abs(one), np.abs(other)) + noise
    return bool((np.abs(one - other) <= allowed).all())


def typed_text(number: Array | float, noise: Array | float = 0.0) -> str:
    """Return a number, vector or matrix as a person types it, in the digits that are looked at.

    Example:
        >>> typed_text(0.1 * 6), typed_text(5.6e-17, noise=1e-16)
        ('0.6', '0')
    """
    array = np.asarray(number, dtype=np.float64)
    known = np.where(np.abs(array) <= noise, 0.0, array)
    short = [float(f"{element:.{DIGITS}g}") for element in known.flat]
    return full_precision(np.asarray(short).reshape(array.shape))
