"""Values are read as people type them, refused with a sentence, and shown short but honestly."""

from __future__ import annotations

import math
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.errors import ValueFormatError, ValueQuestion
from engine.formula.value_reader import MAX_ELEMENTS
from engine.formula.values import (
    format_number,
    format_value,
    full_precision,
    number_text,
    parse_value,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.5", 0.5),
        (" 1/2 ", 0.5),
        ("1 / 4", 0.25),
        ("-1/-4", 0.25),
        ("1e-3", 0.001),
        ("2.5E+3", 2500),
        ("0,5", 0.5),
        ("-0,25", -0.25),
        ("1,5e2", 150),
        ("+3", 3),
        ("-3", -3),
        ("−3", -3),
        (".5", 0.5),
        ("5.", 5),
        (",5", 0.5),
        ("0,5/2", 0.25),
        ("1_000", 1000),
        ("10_000", 10000),
        ("1′000", 1000),
        ("1'234,5", 1234.5),
        ("1 000 000", 1000000),
        ("1\u202f000", 1000),
        ("1,000,000", 1000000),
        ("1,000.5", 1000.5),
        ("1.000,5", 1000.5),
        ("1.000.000", 1000000),
        ("１２，５", 12.5),
        ("－３", -3),
        ("‑3", -3),
        ("80%", 0.8),
        ("12,5 ％", 0.125),
        ("½", 0.5),
        ("-1½", -1.5),
        ("1⁄4", 0.25),
        ("1.5×10^-3", 0.0015),
        ("1,5·10⁻³", 0.0015),
        ("10^6", 1000000),
        ("1.000", 1),
        ("0,125", 0.125),
        ("1000,5", 1000.5),
        ("[1, 2]", [1, 2]),
        ("[50%, ½]", [0.5, 0.5]),
        ("[1_000, 1,200]", [1000, 1, 200]),
        ("[1 2 3]", [1, 2, 3]),
        ("[−1, 1/2, 1e2]", [-1, 0.5, 100]),
        ("[3]", [3]),
        ("[[1,2],[3,4]]", [[1, 2], [3, 4]]),
        ("[[1 2]\n [3 4]]", [[1, 2], [3, 4]]),
        ("[[7]]", [[7]]),
    ],
)
def test_values_are_read(text: str, expected: object) -> None:
    value = parse_value(text)
    assert value.tolist() == expected
    assert not value.flags.writeable


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "value_empty"),
        ("abc", "value_not_number"),
        ("1/", "value_not_number"),
        ("1..2", "value_not_number"),
        ("0x10", "value_not_number"),
        ("nan", "value_not_number"),
        ("inf", "value_not_number"),
        ("-∞", "value_not_number"),
        ("1e999", "value_not_finite"),
        ("1e300/1e-300", "value_not_finite"),
        ("1/0", "value_division_by_zero"),
        ("1, 2", "value_unbracketed"),
        ("1 2 3", "value_unbracketed"),
        ("1,2,3", "value_unbracketed"),
        ("[", "value_brackets"),
        ("[]", "value_brackets"),
        ("[1,]", "value_brackets"),
        ("[,1]", "value_brackets"),
        ("[1,,2]", "value_brackets"),
        ("[1, 2", "value_brackets"),
        ("[1] 2", "value_brackets"),
        ("[1]]", "value_brackets"),
        ("[[1, 2], [3]]", "value_ragged"),
        ("[1, [2]]", "value_mixed"),
        ("[[[1]]]", "value_too_deep"),
        ("[1, x]", "value_not_number"),
        ("[" * 50_000, "value_too_deep"),
        ("[" + "1," * MAX_ELEMENTS + "1]", "value_too_large"),
    ],
    ids=lambda text: text[:16],
)
def test_what_is_no_value_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueFormatError) as caught:
        parse_value(text)
    assert caught.value.code == code
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.sentence) < 200


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1,000", ("1000", "1.000")),
        ("-12,500", ("-12500", "-12.500")),
        ("1,000/3", ("1000/3", "1.000/3")),
        ("1 200", ("1200", "[1, 200]")),
        ("[1,000, 2,050]", ("[1000, 2050]", "[1, 0, 2, 50]")),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(ValueQuestion) as caught:
        parse_value(text)
    assert tuple(choice.text for choice in caught.value.choices) == readings
    assert caught.value.sentence.startswith(f"“{text}” can be read in two ways; write")
    # Each answer leaves nothing to be asked.
    for reading in readings:
        parse_value(reading)


def test_a_ragged_matrix_names_the_row() -> None:
    with pytest.raises(ValueFormatError, match="row 1 has 2 numbers and row 3 has 1"):
        parse_value("[[1, 2], [3, 4], [5]]")


@given(st.text(alphabet="0123456789.,/eE+-−[] \nx"))
def test_any_text_is_a_value_or_a_sentence(text: str) -> None:
    with suppress(ValueFormatError):
        value = parse_value(text)
        assert np.isfinite(value).all()
        assert value.ndim <= 2


@given(
    st.one_of(
        st.floats(allow_nan=False, allow_infinity=False),
        st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=5),
        st.lists(st.lists(st.floats(-9, 9), min_size=2, max_size=2), min_size=1, max_size=4),
    )
)
def test_full_precision_is_read_back_exactly(number: object) -> None:
    value = as_array(number)  # type: ignore[arg-type]
    again = parse_value(full_precision(value))
    assert again.shape == value.shape
    assert again.tolist() == value.tolist()


@pytest.mark.parametrize(
    ("number", "digits", "shown"),
    [
        (-12.0, 2, "−12"),
        (0.36787944, 2, "0.37"),
        (-0.534446645, 2, "−0.53"),
        (0.19661193, 2, "0.20"),
        (0.19661193, 4, "0.1966"),
        (0.5, 4, "0.5"),
        (0.22**2 + 0.26**2, 2, "0.116"),
        (-0.0676, 2, "−0.0676"),
        (0.06767, 2, "0.07"),
        (1.116, 2, "1.12"),
        (0.1 + 0.2, 2, "0.3"),
        (0.26 + 5e-17, 4, "0.26"),
        (2.6e-5 * (1 + 3e-16), 4, "2.6e−5"),
        (0.3 + 1e-9, 2, "0.30"),
        (0.0, 2, "0"),
        (-0.0, 2, "0"),
        (3.0000000000000004, 2, "3"),
        (0.00003123, 2, "3.12e−5"),
        (-0.001, 2, "−1e−3"),
        (0.001, 3, "0.001"),
        (123456.0, 2, "123456"),
        (1234567.0, 2, "1.23e6"),
        (1e300, 2, "1e300"),
        (999999.999, 2, "1000000.00"),
        (math.inf, 2, "∞"),
        (-math.inf, 2, "−∞"),
        (math.nan, 2, "NaN"),
    ],
)
def test_labels_are_short_and_say_what_was_rounded(number: float, digits: int, shown: str) -> None:
    assert format_number(number, digits) == shown


@given(st.floats(-1e300, 1e300), st.integers(1, 6))
def test_a_label_is_zero_only_for_zero_and_never_far_off(number: float, digits: int) -> None:
    shown = format_number(number, digits)
    assert (float(shown.replace("−", "-")) == 0) == (number == 0)
    rounding = 0.5 * 10.0**-digits if abs(number) >= 10.0**-digits else 1e-300
    tolerance = pytest.approx(number, rel=0.05, abs=rounding * (1 + 1e-9))
    assert float(shown.replace("−", "-")) == tolerance


def test_arrays_are_shown_as_elements_or_as_their_shape() -> None:
    assert format_value(as_array([0.22, 0.26])) == "[0.22 0.26]"
    assert format_value(as_array([1, 2, 3, 4, 5, -6])) == "[1 2 … −6]"
    assert format_value(as_array([[1, 2], [3, 4]])) == "2×2"
    assert format_value(-1.25, 1) == "−1.2"


def test_numbers_are_written_as_short_as_they_are_exact() -> None:
    assert [number_text(n) for n in (2.0, -0.1, 1e-5, 1e22, 1.5e-7, 100000.0)] == [
        "2",
        "-0.1",
        "1e-5",
        "1e22",
        "1.5e-7",
        "100000",
    ]
