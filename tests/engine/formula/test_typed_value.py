"""Typed values: the numbers that are read, and to which digit each was written."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.arrays import Array
from engine.errors import ValueFormatError
from engine.formula.typed_value import TypedValue, read_cells, read_typed
from engine.formula.values import parse_value


@pytest.mark.parametrize(
    ("text", "digits", "half_unit"),
    [
        ("0.10", 2, 0.005),
        ("0.1", 1, 0.05),
        ("0,50", 2, 0.005),
        ("−4", 1, 0.5),
        ("+12", 2, 0.5),
        ("1200", 4, 0.5),
        ("1.2e3", 2, 50.0),
        ("1e-3", 1, 0.0005),
        ("12E-1", 2, 0.05),
        ("007", 1, 0.5),
        ("0.0025", 2, 0.00005),
        (".5", 1, 0.05),
        ("1.", 1, 0.5),
        ("0", 0, 0.5),
        ("0.00", 0, 0.005),
        ("1/3", 17, 0.0),
        (" 1 / 3 ", 17, 0.0),
        ("0e999999999999", 0, np.inf),
        ("12e-99999", 2, 0.0),
    ],
)
def test_digits_that_were_typed(text: str, digits: int, half_unit: float) -> None:
    typed = read_typed(text)
    assert typed.value.item() == parse_value(text).item()
    assert typed.digits.item() == digits
    assert typed.half_units.item() == pytest.approx(half_unit, rel=1e-12)


def test_each_element_has_its_own() -> None:
    typed = read_typed("[[1.0, 20], [0.30 −4]]")
    assert typed.value.tolist() == [[1, 20], [0.3, -4]]
    assert typed.digits.tolist() == [[2, 2], [2, 1]]
    assert typed.rows == [["1.0", "20"], ["0.30", "-4"]]
    assert typed.in_shape((4,)).text == "[1.0, 20, 0.30, -4]"


@pytest.mark.parametrize("text", ["0,50", "[1.0 2/3]", "[[1.0, 2], [3, 4e-1]]", "−4"])
def test_the_text_is_read_back_with_the_same_digits(text: str) -> None:
    typed = read_typed(text)
    again = read_typed(typed.text)
    assert again.texts == typed.texts
    assert again.value.tolist() == typed.value.tolist()
    assert again.half_units.tolist() == typed.half_units.tolist()


def test_cells_are_read_as_what_they_spell() -> None:
    typed = read_cells([["0,10"], ["1/3"]], (2,))
    assert typed.value.tolist() == [0.1, 1 / 3]
    assert typed.digits.tolist() == [2, 17]
    assert read_cells([["1", "2.50"]], (1, 2)).digits.tolist() == [[1, 3]]
    with pytest.raises(ValueFormatError):
        read_cells([["one"]], ())


@given(st.text(alphabet="0123456789.,-+e/[] −x", max_size=12))
def test_what_is_a_value_is_a_typed_one_and_nothing_else(text: str) -> None:
    read = _code_or_value(parse_value, text)
    typed = _code_or_value(read_typed, text)
    if isinstance(typed, TypedValue):
        assert isinstance(read, np.ndarray)
        assert np.array_equal(typed.value, read)
        assert typed.value.shape == typed.digits.shape == typed.half_units.shape == read.shape
    else:
        assert typed == read


def _code_or_value(
    read: Callable[[str], Array | TypedValue], text: str
) -> Array | TypedValue | str:
    try:
        return read(text)
    except ValueFormatError as error:
        return error.code
