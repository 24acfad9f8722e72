"""The rule of marks: more right digits never hurt, and slips are named at any number of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.exercises.rule import Judgement, Outcome, WrongNumber, could_pass, judge
from engine.formula.typed_value import read_typed
from engine.formula.values import full_precision

numbers = st.floats(1e-8, 1e8).flatmap(lambda size: st.sampled_from([size, -size]))
few = st.integers(1, 12)


def written(number: float, digits: int) -> str:
    """Return a number rounded to so many significant digits."""
    return f"{number:.{digits - 1}e}"


@given(numbers, few)
def test_a_rounding_is_right_from_two_digits_on(truth: float, digits: int) -> None:
    typed = read_typed(written(truth, digits))
    is_exact = abs(float(typed.value) - truth) <= 1e-12 * abs(truth)
    expected = Outcome.RIGHT if digits > 1 or is_exact else Outcome.NO_ATTEMPT
    assert judge(typed, as_array(truth)).outcome is expected


@given(numbers, st.lists(numbers, max_size=4), few, few, st.sampled_from([0.0, 0.01, 3.0]))
def test_more_right_digits_never_turn_right_into_wrong(
    truth: float, slips: list[float], digits: int, more: int, within: float
) -> None:
    wrong = [WrongNumber(as_array(slip)) for slip in slips]
    number = as_array(truth)
    first = judge(read_typed(written(truth, digits)), number, slips=wrong, within=within)
    assume(first.outcome is Outcome.RIGHT)
    longer = read_typed(written(truth, digits + more))
    assert judge(longer, number, slips=wrong, within=within).outcome is Outcome.RIGHT


@given(numbers, numbers)
def test_right_is_within_half_a_unit_of_the_last_digit_typed(truth: float, answer: float) -> None:
    typed = read_typed(f"{answer:.3g}")
    off, half = abs(float(typed.value) - truth), float(typed.half_units)
    outcome = judge(typed, as_array(truth)).outcome
    if off > half * (1 + 1e-6) and off > 1e-11 * abs(truth):
        assert outcome is Outcome.WRONG
    if off < half * (1 - 1e-6) and float(typed.digits) >= 2:
        assert outcome is Outcome.RIGHT


@given(numbers, few)
def test_a_wrong_sign_is_named_at_any_number_of_digits(truth: float, digits: int) -> None:
    typed = read_typed(written(-truth, digits))
    assert judge(typed, as_array(truth), slips=[WrongNumber(as_array(-truth))]) == Judgement(
        Outcome.WRONG, 0
    )


@given(st.lists(numbers, min_size=4, max_size=4), few)
def test_a_transposed_table_is_named_at_any_number_of_digits(
    elements: list[float], digits: int
) -> None:
    truth = np.reshape(elements, (2, 2))
    assume(not could_pass(truth.T, truth))
    one, two = elements[1], elements[2]
    assume(min(abs(one - two) / abs(one), abs(one - two) / abs(two)) > 1.0)
    rows = [[written(number, digits) for number in row] for row in truth.T]
    typed = read_typed("[" + ", ".join(f"[{', '.join(row)}]" for row in rows) + "]")
    assert judge(typed, truth, slips=[WrongNumber(truth.T)]) == Judgement(Outcome.WRONG, 0)


@given(numbers, numbers)
def test_what_cannot_pass_is_wrong_however_it_is_rounded(truth: float, slip: float) -> None:
    wrong = as_array(slip)
    assume(not could_pass(wrong, as_array(truth)))
    texts = [full_precision(slip), *(written(slip, digits) for digits in range(2, 12))]
    for text in texts:
        outcome = judge(read_typed(text), as_array(truth), slips=[WrongNumber(wrong)]).outcome
        assert outcome is Outcome.WRONG


@given(numbers, st.floats(-0.2, 0.2))
def test_what_could_pass_does_pass_in_some_rounding(truth: float, off: float) -> None:
    slip = truth * (1 + off)
    outcomes = [
        judge(read_typed(text), as_array(truth)).outcome
        for text in [full_precision(slip), *(written(slip, digits) for digits in range(2, 13))]
    ]
    assert could_pass(as_array(slip), as_array(truth)) == (Outcome.RIGHT in outcomes)


@pytest.mark.parametrize(
    ("text", "slips", "expected"),
    [
        # Within what the question allows, and yet the slip's number.
        ("0.53", [0.53], Judgement(Outcome.WRONG, 0)),
        ("0.53", [0.531], Judgement(Outcome.WRONG, 0)),
        ("0.53", [], Judgement(Outcome.RIGHT)),
        ("0.6", [], Judgement(Outcome.RIGHT)),
        ("0.61", [], Judgement(Outcome.WRONG)),
        # The truth itself is no slip, and a rounding of the truth is right.
        ("0.5", [0.5, 0.53], Judgement(Outcome.RIGHT)),
        ("0.50", [0.503], Judgement(Outcome.RIGHT)),
        # Exactly a slip's number comes before one that is only near.
        ("3", [3.2, 3.0], Judgement(Outcome.WRONG, 1)),
        ("3", [3.2, np.inf], Judgement(Outcome.WRONG, 0)),
    ],
)
def test_slips_and_what_the_question_allows(
    text: str, slips: list[float], expected: Judgement
) -> None:
    wrong = [WrongNumber(as_array(slip)) for slip in slips]
    assert judge(read_typed(text), as_array(0.5), within=0.1, slips=wrong) == expected


def test_a_single_digit_that_is_a_slip_is_one_even_if_the_truth_rounds_to_it() -> None:
    found = judge(read_typed("3"), as_array(3.2), slips=[WrongNumber(as_array(3.0))])
    assert found == Judgement(Outcome.WRONG, 0)
    # Both round to it: that is too short to tell.
    found = judge(read_typed("3"), as_array(3.2), slips=[WrongNumber(as_array(2.9))])
    assert found == Judgement(Outcome.NO_ATTEMPT)


def test_an_answer_of_another_shape_is_wrong_and_may_be_a_slip_of_that_shape() -> None:
    truth = as_array([[1.0, 2.0]])
    assert judge(read_typed("[[1], [2]]"), truth, slips=[WrongNumber(truth.T)]).slip == 0
    assert judge(read_typed("[[1], [3]]"), truth, slips=[WrongNumber(truth.T)]) == Judgement(
        Outcome.WRONG
    )
    assert not could_pass(truth.T, truth)
    assert not could_pass(as_array([[np.nan, 1.0]]), truth)


def test_a_slip_may_ask_for_more_digits_before_it_is_named() -> None:
    wrong = [WrongNumber(as_array(2.8), fewest_digits=2)]
    assert judge(read_typed("3"), as_array(28.0), slips=wrong).slip is None
    assert judge(read_typed("2.8"), as_array(28.0), slips=wrong).slip == 0
    wrong = [WrongNumber(as_array(3.0), fewest_digits=2)]
    assert judge(read_typed("3"), as_array(28.0), slips=wrong).slip == 0
