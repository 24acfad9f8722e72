"""What learners type is read as they mean it, and what is wrong is told with its place."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import EngineError, FormulaError
from engine.formula.number_writing import without_percent
from engine.lessons.answer import Outcome
from engine.lessons.marking import mark_answer
from engine.lessons.questions.typed_answers import (
    read_answer,
    read_formula_answer,
)
from tests.engine.lessons.asking import fault, outcome, step

NUMBER = step("number", answer="x")
MATRIX = step("matrix", answer="W")
W = {"W": np.array([[1.5, 2.5], [3.5, 4.5]])}
GRID = step(
    "table",
    blanks={"one": {"a": "1.5", "b": "2.5"}, "two": {"b": "4.5"}},
    given={"two": {"a": "3.5"}},
)
LIST = step("table", blanks={"one": "1.5", "two": "2.5"})


@pytest.mark.parametrize(
    ("typed", "read", "digits"),
    [
        ("80%", 0.8, 2), ("80 %", 0.8, 2), ("12.5%", 0.125, 3), ("12,5 %", 0.125, 3),
        ("-5%", -0.05, 1), ("−100%", -1.0, 3), ("0.80", 0.8, 2),
    ],
)  # fmt: skip
def test_a_percentage_is_a_number_of_as_many_digits(typed: str, read: float, digits: int) -> None:
    value = read_answer(typed)
    assert value.value.item() == pytest.approx(read)
    assert value.digits.item() == digits


def test_a_percentage_is_repeated_as_the_number_that_it_is() -> None:
    marked = mark_answer(NUMBER, "80%", {"x": 0.8})
    assert (marked.outcome, marked.repeated) == (Outcome.RIGHT, "80% = 0.80")
    assert mark_answer(NUMBER, "0.80", {"x": 0.8}).repeated == "0.80"
    assert outcome(NUMBER, "80", {"x": 0.8}) == "wrong"
    guess = step("estimate", answer="x")
    assert mark_answer(guess, "50 %", {"x": 0.8}).repeated == "50 % = 0.50"


@pytest.mark.parametrize("typed", ["%", "5%%", "5%x", "x5%", "1e3%", "1/2%"])
def test_what_is_no_percentage_is_left_alone(typed: str) -> None:
    with pytest.raises(EngineError):
        read_answer(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1,000", "“1,000” can be read in two ways; write 1000 or 1.000."),
        ("-2,125", "“-2,125” can be read in two ways; write -2125 or -2.125."),
    ],
)
def test_a_comma_before_three_digits_is_asked_about(typed: str, sentence: str) -> None:
    marked = mark_answer(NUMBER, typed, {"x": 1000.0})
    assert marked.outcome is Outcome.NO_ATTEMPT
    assert str(marked.fault) == sentence


@pytest.mark.parametrize(
    ("typed", "read"), [("60,954,656", 60954656), ("1,234.5", 1234.5), ("1.234,5", 1234.5)]
)
def test_marks_that_can_only_group_digits_do(typed: str, read: float) -> None:
    marked = mark_answer(NUMBER, typed, {"x": read})
    assert marked.outcome is Outcome.RIGHT
    assert marked.repeated == f"{typed} = {read}"


@pytest.mark.parametrize("typed", ["0,125", "1,25", "1000,5", "1,0005"])
def test_any_other_comma_is_a_decimal_one(typed: str) -> None:
    assert read_answer(typed).value.item() == float(typed.replace(",", "."))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4w", "4*w"), ("2(x+1)", "2*(x+1)"), ("3exp(x)", "3*exp(x)"), (".5x", ".5*x"),
        ("1.5e-3y", "1.5e-3*y"), ("2δ", "2*δ"), ("w_1(2)", "w_1*2"), ("2 x", "2*x"),
        ("xy", "x*y"), ("x y + wx", "x*y + w*x"), ("x(y + 1)", "x*(y + 1)"),
        ("e^(-x)", "exp(-x)"), ("2πx", "2*π*x"), ("w₁x", "w_1*x"),
    ],
)  # fmt: skip
def test_factors_stand_side_by_side(typed: str, read: str) -> None:
    names = ("x", "y", "w", "w_1", "δ")
    assert read_formula_answer(typed, names) == read_formula_answer(read, names)


def test_a_formula_is_answered_as_people_write_it() -> None:
    asked = step("formula", same_as="4*w", variables=["w"])
    assert outcome(asked, "4w") == "right"
    assert mark_answer(asked, "4w", {}).repeated == "4w"
    assert outcome(asked, "5w") == "wrong"
    assert outcome(step("formula", same_as="2*x + 1", variables=["x"]), "2x+1") == "right"


def test_a_fault_is_pointed_at_where_it_was_typed() -> None:
    for typed in ("2x + 3y )", "2x + 3y + $", "4w ~ 2"):
        plain = typed.replace("2x", "x").replace("3y", "y").replace("4w", "w")
        with pytest.raises(FormulaError) as found:
            read_formula_answer(typed, ("x", "y", "w"))
        sign = next(sign for sign in ")$~" if sign in plain)
        assert typed[found.value.position] == sign


def test_the_cell_that_cannot_be_read_is_told() -> None:
    marked = mark_answer(MATRIX, "[[1.5, 2.5], [x, 4.5]]", W)
    assert str(marked.fault) == (
        "Row 2, column 1: “x” is not a number; write one such as 0.5, 1/2 or 1e-3."
    )
    marked = mark_answer(MATRIX, "[[1.5, ?], [3.5, 4.5]]", W)
    assert str(marked.fault) == "Row 1, column 2: A number is missing."
    assert fault(MATRIX, "[[1.5, 2.5], [3.5", W) == "value_brackets"
    marked = mark_answer(GRID, ("1.5", "2.5", "four"), {})
    assert str(marked.fault).startswith("Row 2, column 2: “four” is not a number")
    assert str(mark_answer(LIST, ("1.5", "1,000"), {}).fault).startswith("Row 2: “1,000”")
    assert fault(LIST, ("1.5", "3")) == "answer_in_row"


def test_the_cells_that_are_wrong_are_told() -> None:
    marked = mark_answer(MATRIX, "[[1.5, 2.6], [3.5, 4.4]]", W)
    assert marked.facts["wrong_places"] == ("1.2", "2.2")
    marked = mark_answer(step("matrix", answer="v"), "[1.5, 2.6]", {"v": np.array([1.5, 2.5])})
    assert marked.facts["wrong_places"] == ("1.2",)
    assert "wrong_places" not in mark_answer(MATRIX, "[[1.5, 2.5], [3.5, 4.5]]", W).facts
    marked = mark_answer(GRID, ("1.5", "9.5", "8.5"), {})
    assert marked.facts["wrong_places"] == ("1.2", "2.2")
    assert mark_answer(LIST, ("1.5", "9.5"), {}).facts["wrong_places"] == ("2.0",)


def test_percentages_in_a_vector_are_read_each() -> None:
    assert without_percent("[80%, 20 %]") == "[0.80, 0.20]"
