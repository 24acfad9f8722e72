"""Range arithmetic for every float64: finite where it says so, in order, exact where it can be."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine import ranges

ANY = st.floats(allow_nan=True, allow_infinity=True, allow_subnormal=True)
FINITE = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=True)
POSITIVE = st.floats(
    min_value=ranges.SMALLEST, max_value=ranges.LARGEST, allow_subnormal=True
)  # fmt: skip
SHARE = st.floats(0.0, 1.0)
MANY = arrays.arrays(np.float64, st.integers(0, 20), elements=ANY)
B = ranges.LARGEST
SMALLEST_APART = 4 * ranges.SMALLEST


def ordered(first: float, second: float) -> tuple[float, float]:
    return min(first, second), max(first, second)


@given(ANY)
def test_what_is_made_finite_is_the_nearest_number(value: float) -> None:
    found = ranges.finite(value)
    assert math.isfinite(found)
    assert found == value or not math.isfinite(value)


@given(MANY)
def test_extremes_are_those_of_the_finite_numbers(values: np.ndarray) -> None:
    finite = [value for value in values.tolist() if math.isfinite(value)]
    assert ranges.extremes(values) == ((min(finite), max(finite)) if finite else None)
    assert ranges.extent(values) == max(map(abs, finite), default=0.0)


@given(ANY, ANY, SHARE)
@example(-B, B, 0.5)
def test_widths_middles_and_parts_of_any_range_are_numbers(a: float, b: float, s: float) -> None:
    low, high = ordered(ranges.finite(a), ranges.finite(b))
    assert 0.0 <= ranges.width(low, high) <= B
    assert low <= ranges.midpoint(low, high) <= high
    assert math.isfinite(ranges.between(a, b, s))
    spaced = ranges.spaced(low, high, 5)
    assert np.isfinite(spaced).all()
    assert (spaced[0], spaced[-1]) == (low, high)
    assert np.isfinite(ranges.along(low, high, np.linspace(0.0, 1.0, 5))).all()


@given(ANY, ANY, st.sampled_from([0.02, 0.05, 1.0]))
def test_padded_ranges_hold_the_range_and_are_never_empty(a: float, b: float, s: float) -> None:
    low, high = ranges.padded(a, b, s)
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low < high
    assert low <= min(ranges.finite(a), ranges.finite(b))
    assert high >= max(ranges.finite(a), ranges.finite(b))


@given(MANY, ANY, ANY)
def test_shares_lie_between_0_and_1_in_the_order_of_the_numbers(
    values: np.ndarray, a: float, b: float
) -> None:
    low, high = ordered(ranges.finite(a), ranges.finite(b))
    shares = ranges.shares(values, low, high)
    assert np.array_equal(np.isnan(shares), np.isnan(values))
    known = ~np.isnan(values)
    assert ((shares[known] >= 0.0) & (shares[known] <= 1.0)).all()
    order = np.argsort(values[known], kind="stable")
    assert (np.diff(shares[known][order]) >= 0.0).all()
    if low < high:
        assert ranges.shares([low, high], low, high).tolist() == [0.0, 1.0]


@given(MANY)
def test_a_unit_gives_numbers_back_as_they_were(values: np.ndarray) -> None:
    unit = ranges.Unit.of(ranges.extent(values))
    assert ranges.extent(unit.measure(values)) <= 1.0
    back = unit.restore(unit.measure(values))
    largest = ranges.extent(values)
    # What is lost beside the largest is less than any of its digits.
    close = np.isclose(back, values, rtol=0.0, atol=1e-300 * largest, equal_nan=True)
    assert close.all()
    assert ranges.extent(back) == largest


@given(POSITIVE)
@example(ranges.SMALLEST)
@example(B)
@example(1000.0)
def test_decades_and_round_numbers_below_are_exact(value: float) -> None:
    power = ranges.power_of_ten(ranges.decade(value))
    assert power <= value or value < 1e-322
    assert value / 10.0 < power * (1 + 1e-9) or value < 1e-322
    assert 0.0 < ranges.round_below(value) <= value * (1 + 1e-8)


@given(ANY, ANY)
@example(-B, B)
@example(1.0, math.nextafter(1.0, 2.0))
@example(0.0, ranges.SMALLEST)
def test_round_ranges_hold_what_they_are_round(a: float, b: float) -> None:
    first, last = ordered(ranges.finite(a), ranges.finite(b))
    low, high = ranges.round_range(first, last)
    assert math.isfinite(low)
    assert math.isfinite(high)
    slack = 1e-8 * (ranges.width(first, last) or abs(last))
    assert low - slack <= first
    assert high + slack >= last
    assert low <= high


@given(POSITIVE, POSITIVE)
@example(ranges.SMALLEST, B)
def test_round_logarithmic_ranges_are_positive_and_hold_both_ends(a: float, b: float) -> None:
    first, last = ordered(a, b)
    low, high = ranges.round_log_range(first, last)
    assert 0.0 < low <= first * (1 + 1e-8)
    assert high * (1 + 1e-8) >= last
    assert math.isfinite(high)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0.013, 7.2, (0.01, 10.0)), (2.5, 4.0, (2.0, 5.0)), (1e-5, 1e2, (1e-5, 1e2))],
)
def test_round_logarithmic_ranges_end_where_people_count(
    low: float, high: float, expected: tuple[float, float]
) -> None:
    assert ranges.round_log_range(low, high) == expected


def test_round_ranges_end_at_multiples_of_a_round_step() -> None:
    assert ranges.round_range(0.0, 0.93) == (0.0, 1.0)
    assert ranges.round_range(-3.1, 4.2) == (-4.0, 6.0)
    assert ranges.round_range(5.0, 5.0) == (5.0, 5.0)


@given(ANY, ANY)
@example(-B, B)
@example(0.0, ranges.SMALLEST)
@example(1.0, math.nextafter(1.0, 2.0))
def test_ticks_are_few_different_and_inside_the_range(a: float, b: float) -> None:
    low, high = ordered(ranges.finite(a), ranges.finite(b))
    ticks = ranges.even_ticks(low, high)
    assert len(ticks) <= 12
    assert ticks == sorted(set(ticks))
    slack = 1e-8 * ranges.width(low, high)
    assert all(low - slack <= tick <= high + slack for tick in ticks)


def test_ticks_are_the_numbers_that_people_would_choose() -> None:
    assert ranges.even_ticks(-4.0, 4.0) == [-4.0, -2.0, 0.0, 2.0, 4.0]
    assert ranges.even_ticks(0.0, 1e-310) == [0.0, 2e-311, 4e-311, 6e-311, 8e-311, 1e-310]
    assert ranges.even_ticks(-1e308, 1e308) == [-1e308, -5e307, 0.0, 5e307, 1e308]


@given(arrays.arrays(np.float64, st.tuples(st.integers(1, 8), st.integers(1, 4)), elements=ANY))
def test_principal_directions_have_length_1_whatever_the_numbers(rows: np.ndarray) -> None:
    axes, lengths = ranges.principal_axes(rows, min(rows.shape))
    assert axes.shape == (min(rows.shape), rows.shape[1])
    assert np.isfinite(axes).all()
    assert np.isfinite(lengths).all()
    sizes = np.linalg.norm(axes, axis=1)
    assert (np.isclose(sizes, 1.0) | (sizes == 0.0)).all()


@given(POSITIVE, ANY)
def test_powers_never_raise(base: float, exponent: float) -> None:
    assert math.isfinite(ranges.raised(base, exponent))


@given(arrays.arrays(np.float64, st.integers(0, 9), elements=FINITE))
@example(np.array([1e-200, 1e-200]))
@example(np.array([1e200, -1e200]))
def test_lengths_neither_overflow_nor_vanish(vector: np.ndarray) -> None:
    expected = min(math.hypot(*vector.tolist()), B)
    assert ranges.length(vector) == pytest.approx(expected, rel=1e-12, abs=SMALLEST_APART)


@given(st.floats(min_value=1e-3, max_value=1e-1), FINITE)
def test_a_padded_range_holds_both_ends_and_is_never_empty(share: float, value: float) -> None:
    below, above = ranges.padded(value, value, share)
    assert below < above
    assert below <= value <= above


def test_a_padding_that_rounds_to_nothing_is_one_step_of_the_numbers() -> None:
    below, above = ranges.padded(1.0, 1.0, 1e-20)
    assert (below, above) == (np.nextafter(1.0, 0.0), np.nextafter(1.0, 2.0))


@pytest.mark.parametrize("power", [-400, -323, -1, 0, 3, 400])
def test_numbers_are_shifted_by_powers_that_no_float_is(power: int) -> None:
    number = float(f"3e{-power}") if abs(power) < 309 else 0.0
    assert ranges.shifted([number], power) == pytest.approx([3.0 if number else 0.0])


def test_a_number_is_shifted_further_than_one_power_of_ten_goes() -> None:
    assert ranges.shifted([5e-324, -1e300], 320).tolist() == [pytest.approx(5e-4, rel=0.1), -np.inf]


def test_a_number_that_misses_a_power_of_ten_by_rounding_reaches_it() -> None:
    assert ranges.round_below(math.nextafter(100.0, 0.0)) == 100.0
    assert ranges.round_below(99.0) == 50.0
