"""How many digits the terms of a sum are written with, so that who adds them up finds the sum."""

from __future__ import annotations

import math

import pytest

from engine.explanation.precision import MOST_DIGITS, sum_as_written


@pytest.mark.parametrize(
    ("terms", "digits", "exact"),
    [
        # What is written is what is meant.
        ([0.5, 0.25], 2, True),
        # 1.00 + 1.00 would be 2.00, and 2.01 is claimed.
        ([1.004, 1.004], 3, False),
        # 0.33 + 0.33 would be 0.66, and 0.67 is claimed.
        ([1 / 3, 1 / 3], 3, False),
        # Written as powers of ten, as is their sum.
        ([1e-9, 2e-9], 2, True),
        # Most of it cancels: the digits of what is left are needed.
        ([0.3333333, -0.3333331], 5, False),
        ([1 / 3, -1 / 3], 2, False),
    ],
)
def test_terms_have_the_digits_that_their_sum_needs(
    terms: list[float], digits: int, exact: bool
) -> None:
    assert sum_as_written(terms, sum(terms), 2) == (digits, exact)


def test_a_sum_that_is_no_number_needs_no_more_digits() -> None:
    assert sum_as_written([math.inf, 1.0], math.inf, 2) == (2, True)
    assert sum_as_written([math.nan, 1.0], math.nan, 2)[0] == 2


def test_what_does_not_follow_at_any_digits_has_the_most_that_can_be_written() -> None:
    assert sum_as_written([1.0, 2.0], 4.0, 2)[0] == MOST_DIGITS
