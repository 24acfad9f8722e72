"""Typed and chosen answers: what each kind of question makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.answer import Outcome
from engine.lessons.facts import Fact
from engine.lessons.lesson import Command, Condition, Slip, Step
from engine.lessons.marking import (
    mark_answer,
    needed_facts,
    recorded_facts,
    right_answer,
    slip_answers,
)
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.questions.question_kind import Key
from engine.lessons.questions.table_question import given_numbers, rows_and_columns
from tests.engine.lessons.asking import condition, fault, outcome, step
from tests.engine.lessons.samples import NUMBERS


def test_digits_ask_for_so_many_digits() -> None:
    asks = step("number", answer="0.19661", digits=3)
    assert outcome(asks, "0.197") == "right"
    assert outcome(asks, "0.195") == "wrong"
    assert outcome(asks, "0.19665") == "right"
    assert outcome(step("number", answer="0", digits=3), "0.001") == "wrong"


def test_rounding_inside_the_computer_is_not_the_learners() -> None:
    facts = {"x": 0.1, "y": 0.2, "z": -0.3}
    for formula in ("x + y + z", "0.1 + 0.2 - 0.3"):
        asks = step("number", answer=formula)
        assert outcome(asks, "0", facts) == "right"
        assert right_answer(asks, facts) == "0"
        assert right_answer(step("sign", answer=formula), facts) == "0"
        assert outcome(step("table", blanks={"a": formula}), ("0",), facts) == "right"
        order = step("order", items=["a", "b"], answer={"a": formula, "b": "0"})
        assert outcome(order, ("a", "b"), facts) == outcome(order, ("b", "a"), facts) == "right"
        lines = {"a": {"says": formula, "is": "0"}, "b": {"says": "1", "is": "2"}}
        assert right_answer(step("spot", items=lines), facts) == "b"


def test_what_is_small_and_known_in_all_its_digits_is_not_rounded_away() -> None:
    facts = {"x": 40.0}
    asks = step("number", answer="sigmoid(-x)")
    assert fault(asks, "0", facts) == "answer_short"
    assert outcome(asks, "4.2e-18", facts) == "right"
    assert right_answer(step("sign", answer="sigmoid(-x)"), facts) == "+"
    order = step("order", items=["a", "b"], answer={"a": "sigmoid(-x)", "b": "0"})
    assert outcome(order, ("b", "a"), facts) == "wrong"


def test_a_single_digit_of_a_longer_number_is_no_attempt() -> None:
    asks = step("number", Slip("half", gives="1/6"), answer="1/3")
    assert fault(asks, "0.3") == "answer_short"
    assert outcome(asks, "0.33") == "right"
    assert mark_answer(asks, "0.2", {}).slip == "half"


def test_a_number_of_another_shape_is_no_attempt() -> None:
    assert fault(step("number", answer="3"), "[3, 4]") == "answer_shape"
    assert outcome(step("number", answer="3"), "[3]") == "right"
    assert fault(step("number", answer="3"), ("3", "4")) == "answer_one"
    assert outcome(step("number", answer="3"), ("3",)) == "right"


def test_a_shape_that_is_asked_for_is_part_of_the_answer() -> None:
    facts: Mapping[str, Fact] = {"W": np.array([[1.0, 2.0, 3.0]])}
    asked, shown = (step("matrix", answer="W", shape=shape) for shape in ("asked", "shown"))
    assert outcome(asked, "[[1, 2, 3]]", facts) == "right"
    assert outcome(asked, "[1, 2, 3]", facts) == "wrong"
    assert outcome(shown, "[1, 2, 3]", facts) == "right"
    assert fault(shown, "[1, 2]", facts) == "answer_shape"


def test_a_sign_is_read_in_every_spelling() -> None:
    asks = step("sign", answer="z")
    for minus in ("-", "−", "–", " - "):
        assert outcome(asks, minus, {"z": -4.0}) == "right"
        assert outcome(asks, minus, {"z": 4.0}) == "wrong"
    assert outcome(asks, "0", {"z": 0.0}) == "right"
    assert right_answer(asks, {"z": 0.0}) == "0"
    assert fault(asks, "down", {"z": 1.0}) == "answer_sign"
    assert fault(asks, "+", {"z": np.zeros(2)}) == "fact_not_single"


def test_an_estimate_is_compared_once_the_truth_is_known() -> None:
    asks = step("estimate", answer="solved_at", near=3)
    before = mark_answer(asks, "100", {"solved_at": None})
    assert (before.outcome, before.facts) == (Outcome.NOTED, {"answer": 100.0})
    for guess, off_by, is_near in (("100", 2.0, 1.0), ("800", 4.0, 0.0), ("200", 1.0, 1.0)):
        facts = mark_answer(asks, guess, {"solved_at": 200.0}).facts
        assert (facts["off_by"], facts["is_near"]) == (off_by, is_near)
    assert mark_answer(asks, "-5", {"solved_at": 200.0}).facts["off_by"] == np.inf
    assert fault(asks, "[1, 2]", {"solved_at": 200.0}) == "answer_one"
    assert fault(asks, "soon", {"solved_at": 200.0}) == "value_not_number"
    assert fault(step("estimate", answer="x", near="[1, 2]"), "1", {"x": 1.0}) == "fact_not_single"


def test_what_is_none_of_the_items_is_no_attempt() -> None:
    asks = step("choice", items=["a", "b"], right="a")
    assert fault(asks, "c") == "answer_no_item"
    several = step("choices", items=["a", "b", "c"], right=["a", "b"])
    assert fault(several, ("a", "a")) == "answer_twice"
    assert outcome(several, ("b", "a")) == "right"
    facts = mark_answer(several, ("c", "a"), {}).facts
    assert facts == {"answer": ("a", "c"), "chosen_right": 1.0, "chosen_wrong": 1.0, "missed": 1.0}


orders = st.lists(st.integers(-3, 3), min_size=2, max_size=6)


@given(orders, st.randoms(use_true_random=False), st.sampled_from(["largest", "smallest"]))
def test_an_order_is_right_where_it_is_sorted_however_ties_fall(
    worths: list[int], chance: Any, first: str
) -> None:
    names = [f"i{place}" for place in range(len(worths))]
    by_name = dict(zip(names, worths, strict=True))
    asks = step("order", items=names, answer={**by_name}, first=first)
    order = [*names]
    chance.shuffle(order)
    found = [by_name[name] for name in order]
    is_right = found == sorted(found, reverse=first == "largest")
    assert (outcome(asks, tuple(order)) == "right") is is_right


def test_ties_are_ties_whatever_the_last_bits_say() -> None:
    asks = step("order", items=["a", "b"], answer={"a": "0.1 + 0.2", "b": "0.3"})
    assert outcome(asks, ("a", "b")) == outcome(asks, ("b", "a")) == "right"


def test_an_order_of_some_is_no_attempt() -> None:
    asks = step("order", items=["a", "b", "c"], right=["a", "b", "c"])
    assert fault(asks, ("a", "b")) == "answer_not_all"
    assert outcome(asks, ("a", "c", "b")) == "wrong"
    assert fault(step("order", items=["a"], answer={"a": "[1, 2]"}), "a") == "fact_not_single"


def test_the_first_line_that_says_something_else_is_the_wrong_one() -> None:
    lines = {
        "a": {"says": "0.22**2", "is": "0.0484"},
        "b": {"says": "0.46", "is": "0.116"},
        "c": {"says": "0.92", "is": "0.232"},
    }
    asks = step("spot", items=lines)
    assert right_answer(asks, {}) == "b"
    assert outcome(asks, "c") == "wrong"
    sound = step("spot", items={"a": {"says": "1", "is": "1"}})
    assert fault(sound, "a") == "no_line_wrong"
    shapes = step("spot", items={"a": {"says": "[1, 2]", "is": "[1, 2, 3]"}})
    assert right_answer(shapes, {}) == "a"


TABLE = step(
    "table",
    Slip("sum", gives="9", picks=("square",)),
    Slip("nowhere", gives="5", picks=("gone",)),
    given={"two": {"hours": "2"}, "three": {"hours": "3"}},
    blanks={"two": {"square": "4"}, "three": {"square": "x*x", "more": "1/3"}},
    within="0.01",
)


def test_every_cell_of_a_table_is_marked_by_the_rule() -> None:
    facts = {"x": 3.0}
    assert outcome(TABLE, ("4", "9.001", "0.33"), facts) == "right"
    marked = mark_answer(TABLE, ("9", "9", "0.5"), facts)
    assert (marked.outcome, marked.slip) == (Outcome.WRONG, "sum")
    assert marked.facts["wrong_cells"] == ("two.square", "three.more")
    assert (marked.facts["right_count"], marked.facts["wrong_count"]) == (1.0, 2.0)
    # What a slip leads to is one only where it is made.
    assert mark_answer(TABLE, ("5", "9", "0.33"), facts).slip == ""
    assert fault(TABLE, ("4", "", "0.33"), facts) == "answer_blanks"
    assert fault(TABLE, ("4", "9"), facts) == "answer_blanks"
    assert fault(TABLE, ("4", "9", "?"), facts) == "answer_in_cell"
    assert fault(step("table", blanks={"a": "1/3"}), ("0.3",)) == "answer_short"
    assert list(slip_answers(TABLE, facts)) == ["sum"]


def test_a_tables_rows_and_columns_stand_as_they_are_written() -> None:
    assert TABLE.ask is not None
    assert rows_and_columns(TABLE.ask.arguments) == (("two", "three"), ("hours", "square", "more"))
    listed = step("table", blanks={"a": "1", "b": "2"})
    assert listed.ask is not None
    assert rows_and_columns(listed.ask.arguments) == (("a", "b"), ())
    numbers = given_numbers(TABLE.ask.arguments, Asked(TABLE, {"x": 3.0}))
    assert {name: float(number) for name, number in numbers.items()} == {
        "two.hours": 2.0,
        "three.hours": 3.0,
    }
    assert given_numbers(listed.ask.arguments, Asked(listed, {})) == {}


def test_the_solution_answers_where_nothing_can_be_computed() -> None:
    asks = replace(
        step("text"), solution=(Command("show", ("values",)), Command("answer", ("Yes.",)))
    )
    assert right_answer(asks, {}) == "Yes."
    assert right_answer(step("text"), {}) is None


def test_a_step_that_asks_nothing_needs_nothing() -> None:
    assert needed_facts(Step("look")) == ()


def test_a_slip_that_the_facts_show_needs_those_facts() -> None:
    asks = step("number", Slip("early", when=(condition("epoch", "below", "10"),)), answer="loss")
    facts = {"loss": 0.5, "epoch": 3.0, "rate": 1.0}
    assert needed_facts(asks) == ("loss", "epoch")
    assert recorded_facts(asks, facts) == {"loss": 0.5, "epoch": 3.0}
    assert mark_answer(asks, "0.75", facts).slip == "early"
    assert mark_answer(asks, "0.75", {**facts, "epoch": 20.0}).slip == ""
    assert mark_answer(asks, "0.5", facts).slip == ""


def test_conditions_within_conditions_need_their_facts() -> None:
    both = Condition("all", parts=(condition("epoch", "below", "most"), condition("x", "is", "1")))
    asks = step("point", on="plane", judge=both)
    assert needed_facts(asks) == ("epoch", "most", "x")
    assert outcome(asks, "1, 1", {"epoch": 1.0, "most": 2.0, "x": 1.0}) == "right"


def test_a_text_beside_a_text_is_no_fact() -> None:
    asks = step(
        "number", Slip("xor", when=(condition("data", "is", "not a formula"),)), answer="loss"
    )
    assert needed_facts(asks) == ("loss", "data")


def test_numbers_and_signs_stay_as_they_were_typed() -> None:
    marked = mark_answer(step("number", answer="3*z"), " -12.0 ", NUMBERS)
    assert (marked.repeated, marked.facts) == ("−12.0", {"answer": -12.0})


def test_an_entry_is_read_by_its_own_reader() -> None:
    assert all(isinstance(key, Key) for kind in QUESTIONS.values() for key in kind.keys)


def test_a_lost_sign_is_named_in_every_number_where_the_lesson_names_none() -> None:
    facts = {"x": -0.1966}
    asks = step("number", answer="x")
    for typed in ("0.1966", "0.20"):
        assert mark_answer(asks, typed, facts).engine_slip == "wrong_sign"
    for other in ("-0.3", "0.3"):
        assert mark_answer(asks, other, facts).engine_slip == ""
    named = replace(asks, slips=(Slip("turned", gives="-x"),))
    marked = mark_answer(named, "0.1966", facts)
    assert (marked.slip, marked.engine_slip) == ("turned", "")
    vector = mark_answer(step("matrix", answer="[1, -2]"), "[-1, 2]", {})
    assert vector.engine_slip == "wrong_sign"
