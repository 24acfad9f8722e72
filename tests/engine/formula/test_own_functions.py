"""Functions that were typed in: named in order, and read once."""

from __future__ import annotations

import pytest

from engine.errors import FormulaError
from engine.formula.own_functions import (
    free_name,
    is_own,
    own_label,
    own_operation,
    own_operation_anew,
    own_symbol,
    read,
    reading,
)


def test_names_follow_each_other_and_fill_gaps() -> None:
    assert free_name({}) == "own_1"
    assert free_name({"own_1": "x", "own_3": "x"}) == "own_2"
    assert is_own("own_2")
    assert not is_own("tanh")
    assert own_symbol("own_12") == "f₁₂"


def test_a_long_formula_is_named_by_its_beginning() -> None:
    assert own_label("own_1", "x**2") == "f₁ = x**2"
    assert own_label("own_1", "x" * 300).endswith("x…")


@pytest.mark.parametrize("text", ["x**2", "f(x) = x**2", " y = x**2"])
def test_what_is_written_before_a_formula_says_nothing(text: str) -> None:
    assert own_operation("own_1", {"own_1": text}).forward(3.0) == 9.0


def test_a_fault_stands_where_it_was_typed() -> None:
    with pytest.raises(FormulaError) as caught:
        read("own_1", "f(x) = x +* 2")
    assert caught.value.position > len("f(x) = x")


def test_a_function_read_ahead_is_known_and_one_s_own_is_not_shared() -> None:
    text = "x*sigmoid(3*x)"
    assert list(reading("own_7", text)) == [None, None]
    known = read("own_7", text)
    assert read("own_7", text) is known
    assert own_operation_anew("own_7", text) is not known.operation
