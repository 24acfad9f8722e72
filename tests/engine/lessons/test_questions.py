"""Each kind of question: how its entries are read, and what it makes of answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.exercises.exercise import make_exercise
from engine.exercises.marking import Verdict
from engine.exercises.progress import Progress
from engine.exercises.question import Kind, Question
from engine.formula.parser import parse_formula
from engine.formula.typed_value import read_typed
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Fact
from engine.lessons.lesson import Command, Condition, Opening, Slip, Step
from engine.lessons.marking import (
    mark_answer,
    needed_facts,
    recorded_facts,
    right_answer,
    slip_answers,
)
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.questions.exercise_questions import canvas_answer, question_names
from engine.lessons.questions.question_kind import Key
from engine.lessons.questions.table_question import given_numbers, rows_and_columns
from tests.engine.lessons.asking import condition, read, step
from tests.engine.lessons.samples import A1, NUMBERS

E: Mapping[str, Fact] = {"formula": "e = (a + b)*(b + 1)", "value_a": 2.0, "value_b": 1.0}


def outcome(asks: Step, answer: Answer, facts: Mapping[str, Fact] | None = None) -> str:
    return mark_answer(asks, answer, facts or {}).outcome.value


def fault(asks: Step, answer: Answer, facts: Mapping[str, Fact] | None = None) -> str:
    marked = mark_answer(asks, answer, facts or {})
    assert marked.outcome is Outcome.NO_ATTEMPT, marked
    assert marked.fault is not None
    return marked.fault.code


# Reading


@pytest.mark.parametrize(
    ("kind", "table", "codes"),
    [
        ("number", {"answer": "x", "kind": "number"}, []),
        ("number", {"answer": 3}, []),
        ("number", {}, ["ask_missing_key"]),
        ("number", {"answer": "x", "wihtin": "1"}, ["ask_unknown_key"]),
        ("number", {"answer": "x +"}, ["ask_formula"]),
        ("number", {"answer": True}, ["ask_wanted"]),
        ("number", {"answer": float("inf")}, ["ask_wanted"]),
        ("number", {"answer": "x", "digits": 0}, ["ask_wanted"]),
        ("number", {"answer": "x", "digits": 2, "within": "1"}, ["ask_not_both"]),
        (
            "number",
            {"wihtin": 1, "digits": "2"},
            ["ask_unknown_key", "ask_wanted", "ask_missing_key"],
        ),
        ("matrix", {"answer": "W", "shape": "hidden"}, ["ask_wanted"]),
        ("choice", {"items": [], "right": "a"}, ["ask_wanted"]),
        ("choice", {"items": ["a b"], "right": "a"}, ["ask_wanted"]),
        ("choice", {"items": ["a", "a"], "right": "a"}, ["ask_twice"]),
        ("choice", {"items": ["a", "b"], "right": "c"}, ["ask_no_item"]),
        ("choices", {"items": ["a", "b"], "right": ["a", "c"]}, ["ask_no_item"]),
        ("order", {"items": ["a", "b"]}, ["ask_one_of"]),
        ("order", {"items": ["a", "b"], "right": ["a", "b"], "answer": {"a": "1"}}, ["ask_one_of"]),
        ("order", {"items": ["a", "b"], "answer": {"a": "1"}}, ["ask_no_item"]),
        ("order", {"items": ["a"], "answer": {"a": "1", "c": "2"}}, ["ask_no_item"]),
        ("order", {"items": ["a"], "answer": "1"}, ["ask_wanted"]),
        ("spot", {"items": ["a", "b"]}, ["ask_spot"]),
        ("spot", {"items": ["a", "b"], "right": "c"}, ["ask_no_item"]),
        ("spot", {"items": {"a": {"says": "1"}}}, ["ask_wanted"]),
        ("spot", {"items": {"a": {"says": "1", "is": "2"}}, "right": "a"}, ["ask_spot"]),
        ("spot", {"items": "a"}, ["ask_wanted"]),
        ("table", {"blanks": {}}, ["ask_wanted"]),
        ("table", {"blanks": {str(number): 1 for number in range(41)}}, ["ask_wanted"]),
        ("table", {"blanks": {"a": "1"}, "given": {"a": "2"}}, ["ask_cell_twice"]),
        ("table", {"blanks": {"a": "1", "b": {"c": "2"}}}, ["ask_cells_mixed"]),
        ("point", {"on": "plane"}, ["ask_judge"]),
        ("point", {"on": "plane", "answer": "1"}, ["ask_within"]),
        ("point", {"on": "plane", "answer": "1", "within": 1, "points": 99}, ["ask_wanted"]),
        ("curve", {"on": "loss", "answer": "x", "within": 1, "points": 2}, ["ask_wanted"]),
        ("formula", {"same_as": "x", "variables": ["x"], "forbid": ["quux"]}, ["ask_no_item"]),
        ("formula", {"same_as": "x", "variables": ["x"], "forbid": ["tanh", "x"]}, []),
        ("formula", {"same_as": "x", "variables": ["x", "exp"]}, ["ask_variable"]),
        ("gradient", {"of": ""}, ["ask_wanted"]),
        ("canvas", {"pass": {"right": "some"}}, ["ask_wanted"]),
        ("canvas", {"pass": {"wrong": 1}}, ["ask_wanted"]),
        ("canvas", {"hides": "everything"}, ["ask_wanted"]),
        ("text", {"answer": "x"}, ["ask_unknown_key"]),
    ],
)
def test_entries_that_are_wrong_are_named(
    kind: str, table: dict[str, Any], codes: list[str]
) -> None:
    _, faults = QUESTIONS[kind].read_arguments(table, len, no_condition)
    assert [item.code for item in faults] == codes
    assert all(item.sentence for item in faults)


def no_condition(value: object, _line: int) -> Any:
    return value, ()


def test_a_fault_tells_the_line_of_its_entry() -> None:
    _, faults = QUESTIONS["number"].read_arguments(
        {"answer": "x +", "more": 1}, {"answer": 12, "more": 13, "": 11}.__getitem__, no_condition
    )
    assert [item.line for item in faults] == [12, 13]
    assert [str(item).partition(" ")[0] for item in faults] == [
        "lesson.toml:12:",
        "lesson.toml:13:",
    ]


@given(
    st.sampled_from(sorted(QUESTIONS)),
    st.dictionaries(
        st.sampled_from(
            [
                "answer",
                "items",
                "right",
                "blanks",
                "given",
                "on",
                "of",
                "pass",
                "same_as",
                "variables",
                "forbid",
                "within",
                "points",
                "kind",
            ]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=6,
        ),
    ),
)
def test_no_table_stops_reading(kind: str, table: dict[str, Any]) -> None:
    _, faults = QUESTIONS[kind].read_arguments(table, lambda _name: 1, no_condition)
    assert all(item.sentence for item in faults)


def test_every_kind_says_which_items_the_words_must_name() -> None:
    items = {name: QUESTIONS[name].items for name in QUESTIONS}
    assert items["number"]({}) == ()
    assert items["choice"]({"items": ("a", "b")}) == ("a", "b")
    table, _ = read("table", blanks={"two": {"square": "4"}}, given={"two": {"hours": "2"}})
    assert items["table"](table.arguments) == ("two", "hours", "square")
    spot, _ = read("spot", items={"a": {"says": "1", "is": "2"}})
    assert items["spot"](spot.arguments) == ("a",)


# Number, matrix, sign, estimate


def test_digits_ask_for_so_many_digits() -> None:
    asks = step("number", answer="0.19661", digits=3)
    assert outcome(asks, "0.197") == "right"
    assert outcome(asks, "0.195") == "wrong"
    assert outcome(asks, "0.19665") == "right"
    assert outcome(step("number", answer="0", digits=3), "0.001") == "wrong"


def test_rounding_inside_the_computer_is_not_the_learners() -> None:
    facts = {"x": 0.1, "y": 0.2, "z": -0.3}
    assert outcome(step("number", answer="x + y + z"), "0", facts) == "right"


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


# Choices, order, spot


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


# Table


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
    assert fault(TABLE, ("4", "9", "?"), facts) == "value_not_number"
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


# Points and curves


def test_points_are_read_in_every_spelling() -> None:
    asks = step("point", on="plane", answer="[1, -2]", within="0.1")
    for text in ("1, -2", "(1, −2)", "[1 -2]", "1; -2", " 1.05,-2 "):
        assert outcome(asks, text) == "right"
    assert outcome(asks, "1.1, -2.1") == "wrong"
    for text in ("1", "1, 2, 3", "( )"):
        assert fault(asks, text) == "answer_point"
    assert fault(asks, "a, b") == "value_not_number"
    assert fault(asks, ("1, 2", "3, 4")) == "answer_points"
    assert fault(asks, ("1, 2",) * 300) == "answer_points"


def test_of_several_points_each_has_its_place() -> None:
    asks = step("point", on="plane", points=2, answer="[[0, 1], [2, 3]]", within="0.1")
    assert outcome(asks, ("0, 1", "2, 3")) == "right"
    assert outcome(asks, ("2, 3", "0, 1")) == "wrong"
    wrong_shape = step("point", on="plane", points=2, answer="[1, 2, 3]", within="0.1")
    assert fault(wrong_shape, ("0, 1", "2, 3")) == "answer_points"


LINE = step(
    "point",
    Slip("two-only", when=(condition("right_of_line", "is", "2"),)),
    on="plane",
    points=2,
    judge=condition("right_of_line", "at_least", "3"),
)


@pytest.mark.parametrize(
    ("points", "right"),
    [
        (("0.5, 0", "0, 0.5"), 3.0),
        (("0.5, -1", "0.5, 2"), 2.0),
        (("-5, 0", "-5, 1"), 2.0),
        # Through two of the four: on the line is on neither side.
        (("0, 0", "1, 1"), 1.0),
    ],
)
def test_a_line_parts_the_samples(points: tuple[str, str], right: float) -> None:
    marked = mark_answer(LINE, points, {"data": "xor"})
    assert marked.facts["right_of_line"] == right
    assert marked.facts["wrong_of_line"] == 4.0 - right
    assert marked.is_right == (right >= 3.0)
    assert marked.slip == ("two-only" if right == 2.0 else "")


def test_two_points_in_one_are_no_line() -> None:
    assert fault(LINE, ("1, 1", "1, 1"), {"data": "xor"}) == "answer_line"


def test_a_line_over_data_that_nobody_knows_is_judged_wrong() -> None:
    assert outcome(LINE, ("0, 0", "1, 1"), {"data": "mine"}) == "wrong"


def test_a_line_needs_the_data_to_be_marked_again() -> None:
    assert recorded_facts(LINE, {"data": "xor", "loss": 1.0}) == {"data": "xor"}


def test_a_curve_is_looked_at_from_left_to_right() -> None:
    asks = step("curve", on="loss", judge=condition("curve_turns", "is", "1"))
    marked = mark_answer(asks, ("2, 5", "0, 4", "1, 1"), {})
    assert marked.is_right
    assert {name: marked.facts[name] for name in marked.facts if name.startswith("curve_")} == {
        "curve_x": pytest.approx([0.0, 1.0, 2.0]),
        "curve_y": pytest.approx([4.0, 1.0, 5.0]),
        "curve_first": 4.0,
        "curve_last": 5.0,
        "curve_lowest": 1.0,
        "curve_highest": 5.0,
        "curve_lowest_at": 1.0,
        "curve_highest_at": 2.0,
        "curve_rises": 1.0,
        "curve_falls": 1.0,
        "curve_turns": 1.0,
    }
    assert fault(asks, ("0, 1", "1, 2")) == "answer_points"
    assert fault(asks, ("0, 1", "1, 2", "1, 3")) == "answer_curve"
    assert right_answer(asks, {}) is None
    assert slip_answers(asks, {}) == {}


# Formula


def test_a_formula_is_right_however_it_is_written() -> None:
    asks = step("formula", same_as="2*x + y", variables=["x", "y"])
    for text in ("y + 2*x", "x + y + x", "2*(x + y/2)", "x*x/x + x + y", "2x + y"):
        expected = "right" if "2x" not in text else "no_attempt"
        assert outcome(asks, text) == expected, text
    for text in ("2*x", "2*x + y + 1e-6", "x**2 + y", "sqrt(-1 - x*x)"):
        assert outcome(asks, text) == "wrong", text
    assert fault(asks, "2*x + q") == "answer_name"
    assert fault(asks, "[x, y]") != "answer_name"
    assert fault(asks, "2*x +") != ""


def test_a_formula_of_an_array_is_no_attempt() -> None:
    asks = step("formula", same_as="2*x", variables=["x"])
    assert fault(asks, "x*[1, 2]") == "answer_one_number"


def test_a_formula_may_name_the_facts_of_the_right_one() -> None:
    asks = step("formula", same_as="a*x", variables=["x"])
    assert outcome(asks, "x*a", {"a": 3.0}) == "right"
    assert outcome(asks, "3*x", {"a": 3.0}) == "right"
    assert needed_facts(asks) == ("a",)


def test_a_formula_is_compared_where_it_is_defined() -> None:
    asks = step("formula", same_as="log(x)", variables=["x"])
    assert outcome(asks, "log(x*x)/2") == "right"
    assert (
        fault(step("formula", same_as="log(-1 - x*x)", variables=["x"]), "x") == "formula_nowhere"
    )


def test_a_constant_is_a_formula_too() -> None:
    asks = step("formula", same_as="0*x", variables=["x"])
    assert outcome(asks, "0") == "right"
    assert outcome(asks, "x - x") == "right"
    assert outcome(asks, "1e-9") == "wrong"


def test_what_is_right_in_a_forbidden_form_is_no_attempt() -> None:
    asks = step("formula", same_as="1 - f**2", variables=["f", "x"], forbid=["tanh", "x"])
    assert outcome(asks, "1 - f*f") == "right"
    assert fault(asks, "1 - f**2 + 0*tanh(f)") == "answer_forbidden"
    assert fault(asks, "1 - f**2 + 0*x") == "answer_forbidden"
    simplest = replace_ask(asks, **{"as": "simplest"})
    assert outcome(simplest, "1 - f**2") == "right"
    assert fault(simplest, "1 - f**2 + f - f") == "answer_not_simplest"


def replace_ask(asks: Step, **more: Any) -> Step:
    assert asks.ask is not None
    return replace(asks, ask=replace(asks.ask, arguments={**asks.ask.arguments, **more}))


def test_a_slip_that_leads_nowhere_is_none() -> None:
    asks = step(
        "formula",
        Slip("no", gives="log(-1 - x*x)"),
        Slip("half", gives="x"),
        same_as="2*x",
        variables=["x"],
    )
    assert mark_answer(asks, "x", {}).slip == "half"
    number = step("number", Slip("by-zero", gives="1/x"), Slip("sign", gives="-3"), answer="3")
    assert mark_answer(number, "-3", {"x": 0.0}).slip == "sign"
    assert list(slip_answers(number, {"x": 0.0})) == ["sign"]


# Values and gradients of a graph, and boxes on the canvas


def test_the_engine_names_slips_of_its_own() -> None:
    asks = step("gradient", Slip("own-value", gives="value_z"), of="z")
    marked = mark_answer(asks, "-4", A1)
    assert (marked.outcome, marked.slip, marked.engine_slip) == (
        Outcome.WRONG,
        "own-value",
        "swapped_inputs",
    )
    plain = mark_answer(step("gradient", of="z"), "-4", A1)
    assert (plain.slip, plain.engine_slip) == ("", "swapped_inputs")
    assert mark_answer(step("gradient", of="z"), "99", A1).engine_slip == ""


def test_a_value_is_asked_for_by_its_nodes_name() -> None:
    asks = step("value", of="q")
    assert outcome(asks, "3", A1) == "right"
    assert outcome(asks, "-3", A1) == "wrong"
    assert fault(step("value", of="x"), "3", A1) == "ask_nothing_of"
    assert fault(step("gradient", of="f"), "1", A1) == "ask_nothing_of"
    assert fault(step("gradient", of="w"), "1", A1) == "ask_no_node"
    assert fault(step("gradient", of="x"), "1", {}) == "fact_no_graph"


def test_a_gradient_over_several_ways_is_their_sum() -> None:
    asks = step("gradient", of="b")
    assert outcome(asks, "5", E) == "right"
    assert mark_answer(asks, "2", E).engine_slip == "missed_branch"


def test_without_a_window_the_opening_tells_the_graph() -> None:
    opening = Opening("graph", {"formula": "u*v", "values": {"u": ["x", 2], "v": [3, 4]}})
    asks = replace(step("gradient", of="u"), opening=opening)
    for facts in ({"x": 1.0}, {"x": 1.0, "formula": None}):
        assert outcome(asks, "[3, 4]", facts) == "right"
    assert recorded_facts(asks, {"x": 1.0}) == {"x": 1.0}
    ragged = replace(asks, opening=Opening("graph", {"formula": "u*v", "values": {"u": [[1], 2]}}))
    assert fault(ragged, "1") == "ask_no_value"
    assert recorded_facts(ragged, {}) == {}
    elsewhere = replace(asks, opening=Opening("training", {}))
    assert fault(elsewhere, "1") == "fact_no_graph"


def test_boxes_have_names_by_which_they_are_marked_again() -> None:
    exercise = make_exercise(parse_formula(str(E["formula"])), Kind.BOTH)
    names = list(question_names(exercise))
    assert len(set(names)) == len(exercise.questions)
    assert "gradient b" in names
    assert sum(name.startswith("gradient b →") for name in names) == 2


def boxes(*answers: str, **more: Any) -> Marked:
    return mark_answer(step("canvas", **{"hides": "gradients", **more}), answers, A1)


RIGHT_BOXES = ("gradient q = -4", "gradient z = 3", "gradient x = -4", "gradient y = -4")


def test_all_boxes_are_to_be_right_unless_fewer_will_do() -> None:
    assert boxes(*RIGHT_BOXES).is_right
    part = boxes(*RIGHT_BOXES[:3])
    assert part.fault is not None
    assert part.fault.code == "answer_boxes"
    assert boxes(*RIGHT_BOXES[:3], **{"pass": {"right": 3}}).is_right
    assert boxes(*RIGHT_BOXES[:2], **{"pass": {"right": 99}}).outcome is Outcome.NO_ATTEMPT


def test_a_wrong_box_is_named_with_its_slip() -> None:
    marked = boxes("gradient q = -4", "gradient z = -4")
    assert (marked.outcome, marked.engine_slip) == (Outcome.WRONG, "swapped_inputs")
    assert marked.facts["wrong_boxes"] == ("gradient z",)
    assert (marked.facts["boxes_right"], marked.facts["boxes_total"]) == (1.0, 4.0)


def test_what_follows_from_a_wrong_number_is_right() -> None:
    marked = boxes("gradient q = 8", "gradient x = 8")
    assert (marked.facts["boxes_right"], marked.facts["boxes_wrong"]) == (1.0, 1.0)


def test_later_tries_are_told_from_first_ones() -> None:
    first = {"pass": {"right": "all", "first_try": 4}}
    assert boxes(*RIGHT_BOXES, **first).is_right
    for late in ("gradient y = -4 #2", "gradient y = ?"):
        marked = boxes(*RIGHT_BOXES[:3], late, **first)
        assert marked.outcome is Outcome.WRONG
        assert marked.facts["boxes_first"] == 3.0
    assert boxes(*RIGHT_BOXES[:3], "gradient y = -4 #2").is_right
    again = boxes("gradient y = 7", *RIGHT_BOXES, **first)
    assert (again.outcome, again.facts["boxes_first"]) == (Outcome.WRONG, 3.0)


def test_a_shown_box_is_no_right_one() -> None:
    marked = boxes(*RIGHT_BOXES[:3], "gradient y = ?")
    assert (marked.outcome, marked.facts["boxes_shown"]) == (Outcome.WRONG, 1.0)


def test_what_is_no_box_is_no_attempt() -> None:
    for text in ("gradient w = 1", "gradient q", "4", "gradient q -> 3 = 1"):
        found = boxes(text)
        assert found.fault is not None
        assert found.fault.code == "answer_box", text
    short = mark_answer(
        step("canvas", hides="values"), ("value f = 0.3",), {"formula": "f = x/3", "value_x": 1.0}
    )
    assert short.fault is not None
    assert short.fault.code == "answer_short"


def test_the_boxes_of_an_exercise_are_kept_as_texts() -> None:
    exercise = make_exercise(parse_formula("f = x*y + 1"), Kind.VALUES)
    first, last = exercise.questions
    progress = give(Progress(), first, "7", exercise)
    progress = give(progress, first, "1", exercise).shown(last)
    assert len(canvas_answer(exercise, Progress())) == 0
    texts = canvas_answer(exercise, progress)
    assert texts[1] == "value f = ?"
    assert texts[0].endswith(" = 1 #2")
    facts: Mapping[str, Fact] = {"formula": "f = x*y + 1", "value_x": 1.0, "value_y": 1.0}
    marked = mark_answer(step("canvas", hides="values"), texts, facts)
    assert (marked.facts["boxes_right"], marked.facts["boxes_shown"]) == (1.0, 1.0)


def give(progress: Progress, question: Question, text: str, exercise: Any) -> Progress:
    done = progress.answered(exercise, question, read_typed(text)).marked(exercise)
    assert done.marks[question].verdict is not Verdict.NO_ATTEMPT
    return done


# What every kind shares


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
