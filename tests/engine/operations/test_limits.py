"""Limits of functions that are only sampled: told where they can be, and left open elsewhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from typing import TypeVar

import numpy as np
import pytest

from engine.arrays import Array
from engine.operations.limits import approached, greatest
from engine.operations.sampled_function import POINTS, Function

Found = TypeVar("Found")


def at_once(function: Callable[[Array], Array]) -> Function:
    def values(x: Array) -> Generator[None, None, Array]:
        yield
        return function(np.abs(x))

    return values


def found_by(work: Generator[None, None, Found]) -> Found:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Found = end.value
            return found


@pytest.mark.parametrize(
    ("function", "limit"),
    [
        (lambda x: 1.0 / np.log(x), 0.0),
        (lambda x: np.log(np.log(x)), math.inf),
        # So small that what is left of the way rounds to nothing.
        (lambda x: 1e-311 / x, 0.0),
    ],
)
def test_what_changes_slowly_or_is_tiny_has_its_limit(
    function: Callable[[Array], Array], limit: float
) -> None:
    assert found_by(approached(at_once(function), math.inf, 1)) == limit


def test_a_change_that_shrinks_too_slowly_to_be_told_from_an_endless_one_has_no_limit() -> None:
    slow = at_once(lambda x: np.log(x) ** -0.2)
    assert math.isnan(found_by(approached(slow, math.inf, 1)))


@pytest.mark.parametrize("sample", [np.nan, np.inf])
def test_what_has_no_value_or_none_that_is_finite_reaches_no_greatest(sample: float) -> None:
    samples = np.full(POINTS.shape, sample)
    lost = np.zeros(POINTS.shape, dtype=bool)
    assert found_by(greatest(at_once(np.exp), samples, lost)) is None
