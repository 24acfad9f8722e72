"""How far rounding may move what a formula is worth, however large and however often asked."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arrays import as_array
from engine.lessons.facts import Facts
from engine.lessons.formulas import FactError
from engine.lessons.questions.rounding import rounding_of


def test_each_set_of_numbers_has_its_own_noise() -> None:
    one: Facts = {"x": 0.1, "y": 0.2}
    assert float(rounding_of("x + y", one)) > 0
    assert float(rounding_of("x*0", one)) == 0
    assert float(rounding_of("x + y", {"x": 1e6, "y": 1e6})) > 1e3 * float(
        rounding_of("x + y", one)
    )


def test_numbers_of_another_shape_are_other_numbers() -> None:
    flat, column = np.arange(1.0, 5.0), np.arange(1.0, 5.0).reshape(2, 2)
    assert rounding_of("v*3", {"v": flat}).shape == (4,)
    assert rounding_of("v*3", {"v": column}).shape == (2, 2)


def test_many_numbers_have_the_noise_that_a_few_of_them_have() -> None:
    many = np.linspace(0.1, 0.9, 500)
    noise = rounding_of("v*3", {"v": many})
    assert noise.shape == many.shape
    # Where the 3 moves against an element, that one stays.
    assert (noise > 0).mean() > 0.5
    few = rounding_of("v*3", {"v": as_array(many[-5:])})
    assert abs(np.log10(noise.max() / few.max())) < 1


def test_what_was_told_before_cannot_be_changed_by_who_got_it() -> None:
    facts: Facts = {"x": 0.1}
    with pytest.raises(ValueError, match="read-only"):
        rounding_of("x*3", facts)[...] = 1.0


def test_a_fact_that_is_missing_is_told_each_time() -> None:
    for _ in range(2):
        with pytest.raises(FactError, match="Nothing is known"):
            rounding_of("x + missing", {"x": 1.0})
