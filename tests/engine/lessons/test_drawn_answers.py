"""Points, lines, curves and formulas: what each kind of question makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from engine.lessons.lesson import Slip, Step
from engine.lessons.marking import (
    mark_answer,
    needed_facts,
    recorded_facts,
    right_answer,
    slip_answers,
)
from tests.engine.lessons.asking import condition, fault, outcome, step


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


def test_a_line_over_data_that_nobody_knows_is_not_judged() -> None:
    for facts in ({"data": "mine"}, {}):
        assert fault(LINE, ("0, 0", "1, 1"), facts) == "answer_unjudged"


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


def test_a_formula_is_right_however_it_is_written() -> None:
    asks = step("formula", same_as="2*x + y", variables=["x", "y"])
    for text in ("y + 2*x", "x + y + x", "2*(x + y/2)", "x*x/x + x + y", "2x + y"):
        assert outcome(asks, text) == "right", text
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
