"""Marks: what counts as right, what follows from an earlier slip, and which slip is named."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.errors import ShapeError, ValueFormatError
from engine.exercises.case import Case
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.marking import Mark, Verdict, check_attempt, mark
from engine.exercises.question import Kind, Question
from engine.exercises.slips.catalog import SLIPS
from engine.formula.parser import parse_formula
from engine.formula.typed_value import read_typed
from engine.formula.values import full_precision
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def of(text: str, **values: float) -> Graph:
    """Return a formula's graph with values."""
    graph = parse_formula(text)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), as_array(value))
    return graph


def ask(exercise: Exercise, name: str, quantity: str = "gradient", place: int = 0) -> Question:
    """Return the question for a node's value, gradient or sum."""
    drawn = exercise.drawn
    found = [
        item
        for item in exercise.questions
        if item.quantity.value == quantity
        and name in (drawn.nodes[item.node].name, drawn.nodes[item.node].operation)
    ]
    return found[place]


def slip_of(exercise: Exercise, question: Question, text: str, **earlier: Mark) -> str:
    """Return the name of the slip that an answer is said to be."""
    found = mark(exercise, question, read_typed(text))
    assert found.verdict is Verdict.WRONG
    return "" if found.slip is None else found.slip.name


@given(scalar_graphs(), st.integers(2, 9))
def test_the_right_answer_is_right_in_full_and_rounded_to_two_or_more_digits(
    graph: Graph, digits: int
) -> None:
    exercise = make_exercise(graph, Kind.BOTH)
    for question in exercise.questions:
        expected = float(exercise.expected(question))
        for text in (full_precision(expected), f"{expected:.{digits - 1}e}"):
            found = mark(exercise, question, read_typed(text))
            assert (found.verdict, found.slip) == (Verdict.RIGHT, None)


@settings(max_examples=20)
@given(scalar_graphs(max_gates=6))
def test_every_slip_is_named_by_one_that_gives_its_number(graph: Graph) -> None:
    exercise = make_exercise(graph, Kind.BOTH)
    for question in exercise.questions:
        case = Case(exercise, question, exercise.numbers)
        for slip in SLIPS.values():
            if slip.is_close:
                continue
            for wrong in slip.answers_to(case):
                if not np.isfinite(wrong).all():
                    continue
                found = mark(exercise, question, read_typed(full_precision(float(wrong))))
                if found.verdict is Verdict.RIGHT:
                    assert found.slip is None
                    continue
                assert found.slip is not None
                assert found.slip.rank <= slip.rank


A1 = make_exercise(product_of_sum(), Kind.BOTH)
A5 = make_exercise(sum_over_paths(), Kind.BOTH)


@pytest.mark.parametrize(
    ("exercise", "question", "answer", "slip"),
    [
        (A1, ask(A1, "z"), "-4", "swapped_inputs"),
        (A1, ask(A1, "x"), "1", "forgot_upstream"),
        (A1, ask(A1, "x"), "4", "wrong_sign"),
        (A1, ask(A1, "x"), "-2", "value_for_gradient"),
        (A1, ask(A1, "z"), "1", "forgot_local"),
        (A1, ask(A1, "x"), "-20", "multiplied_at_sum"),
        (A1, ask(A1, "y"), "-3", "added"),
        (A1, ask(A1, "y"), "-40", "shifted_point"),
        (A1, ask(A1, "y"), "17", ""),
        (A1, ask(A1, "q", "value"), "-10", "another_operation"),
        (A1, ask(A1, "f", "value"), "12", "wrong_sign"),
        (A1, ask(A1, "f", "value"), "3", "input_for_output"),
        (A1, ask(A1, "f", "value"), "1", "gradient_for_value"),
        (A5, ask(A5, "b", "sum"), "3", "missed_branch"),
        (A5, ask(A5, "b", "sum"), "6", "multiplied_branches"),
        (A5, ask(A5, "b", "sum"), "-1", "subtracted_branch"),
        (A5, ask(A5, "b", "sum"), "-5", "wrong_sign"),
        (A5, ask(A5, "b", "sum"), "2.5", "averaged_branches"),
    ],
)
def test_slips_of_the_course(
    exercise: Exercise, question: Question, answer: str, slip: str
) -> None:
    assert slip_of(exercise, question, answer) == slip


def test_the_value_of_a_node_is_not_its_sum() -> None:
    exercise = make_exercise(of("f = x*(x + y)", x=7, y=4), Kind.GRADIENTS)
    total = ask(exercise, "x", "sum")
    assert float(exercise.expected(total)) == 18
    # 7 is also one of the branches, and that is the likelier slip.
    assert slip_of(exercise, total, "7") == "missed_branch"
    exercise = make_exercise(of("f = 2*x + 3*x", x=7), Kind.GRADIENTS)
    assert slip_of(exercise, ask(exercise, "x", "sum"), "7") == "value_for_sum"


def test_a_branch_missed_before_the_gate_is_found_at_the_gate() -> None:
    exercise = make_exercise(of("q = x**2; f = 5*q + 7*q", x=3), Kind.GRADIENTS)
    assert float(exercise.expected(ask(exercise, "x"))) == 72
    assert slip_of(exercise, ask(exercise, "x"), "30") == "missed_upstream_branch"
    assert slip_of(exercise, ask(exercise, "x"), "42") == "missed_upstream_branch"


def test_a_node_of_many_branches_misses_one_or_all_but_one() -> None:
    exercise = make_exercise(of("f = x + 2*x + 3*x + 4*x + 5*x + 6*x", x=9), Kind.GRADIENTS)
    total = ask(exercise, "x", "sum")
    assert slip_of(exercise, total, "15") == "missed_branch"
    assert slip_of(exercise, total, "4") == "missed_branch"
    assert slip_of(exercise, total, "17.9") == ""


def test_a_derivative_at_the_wrong_point() -> None:
    exercise = make_exercise(of("f = 3*exp(2*x)", x=0.3), Kind.GRADIENTS)
    inner = ask(exercise, "multiply")
    assert slip_of(exercise, inner, f"{3 * np.exp(0.3):.2f}") == "wrong_point"
    exercise = make_exercise(of("f = 3*sigmoid(x)", x=2), Kind.GRADIENTS)
    assert slip_of(exercise, ask(exercise, "x"), f"{3 * 2 * -1}") == "wrong_point"
    assert slip_of(exercise, ask(exercise, "x"), f"{3 / (0.8808 * 0.1192):.1f}") == "divided"


def test_a_router_hands_everything_to_the_winner() -> None:
    exercise = make_exercise(of("f = 3*max(x, y)", x=5, y=2), Kind.BOTH)
    assert slip_of(exercise, ask(exercise, "x"), "0") == "routed_wrongly"
    assert slip_of(exercise, ask(exercise, "y"), "3") == "routed_wrongly"
    assert slip_of(exercise, ask(exercise, "x"), "1.5") == "routed_wrongly"
    assert slip_of(exercise, ask(exercise, "max", "value"), "2") == "another_operation"


def test_slips_of_powers_and_orders_in_values() -> None:
    exercise = make_exercise(of("f = x**2", x=3), Kind.VALUES)
    assert slip_of(exercise, exercise.questions[0], "6") == "doubled_for_squared"
    exercise = make_exercise(of("f = x**y", x=3, y=4), Kind.VALUES)
    assert slip_of(exercise, exercise.questions[0], "12") == "doubled_for_squared"
    assert slip_of(exercise, exercise.questions[0], "64") == "swapped_operands"


def test_right_digits_in_the_wrong_place_and_digits_that_are_not() -> None:
    exercise = make_exercise(of("f = x*y", x=2.5, y=5.35), Kind.VALUES)
    question = exercise.questions[0]
    assert slip_of(exercise, question, "133.75") == "shifted_point"
    assert mark(exercise, question, read_typed("13")).verdict is Verdict.RIGHT
    assert slip_of(exercise, question, "13.0") == "rounded_roughly"
    exercise = make_exercise(of("f = x*y; g = f", x=1234.5, y=1), Kind.VALUES)
    question = exercise.questions[0]
    # Zeros at the end are digits; a power of ten says how many there are.
    assert slip_of(exercise, question, "1230") == "rounded_roughly"
    assert mark(exercise, question, read_typed("1.23e3")).verdict is Verdict.RIGHT
    assert mark(exercise, question, read_typed("1.2e3")).verdict is Verdict.RIGHT
    assert mark(exercise, question, read_typed("1234")).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("truth", "text", "verdict"),
    [
        (0.0024665, "0", Verdict.NO_ATTEMPT),
        (0.0024665, "0.00", Verdict.NO_ATTEMPT),
        (0.0024665, "0.002", Verdict.NO_ATTEMPT),
        (0.0024665, "0.0025", Verdict.RIGHT),
        (0.0024665, "0,0025", Verdict.RIGHT),
        (0.0024665, "2.5e-3", Verdict.RIGHT),
        (0.0024665, "0.0024", Verdict.WRONG),
        (0.0024665, "0.003", Verdict.WRONG),
        (0.0148, "0.01", Verdict.NO_ATTEMPT),
        (0.0148, "0.015", Verdict.RIGHT),
        (0.0148, "0.010", Verdict.WRONG),
        (0.1, "0.10", Verdict.RIGHT),
        (0.104, "0.10", Verdict.RIGHT),
        (0.104, "0.1", Verdict.NO_ATTEMPT),
        (4.0, "4", Verdict.RIGHT),
        (-4.0, "−4", Verdict.RIGHT),
        (4.2, "4", Verdict.NO_ATTEMPT),
        (4.6, "4", Verdict.WRONG),
        (0.001, "1e-3", Verdict.RIGHT),
        (1 / 3, "1/3", Verdict.RIGHT),
        (0.33, "1/3", Verdict.WRONG),
        (0.0, "0", Verdict.RIGHT),
        (0.125, "0.13", Verdict.RIGHT),
        (0.125, "0.12", Verdict.RIGHT),
    ],
)
def test_one_rule_marks_by_the_digits_typed(truth: float, text: str, verdict: Verdict) -> None:
    # Multiplied by a power of two, which is exact, and far from what slips lead to.
    exercise = make_exercise(of("f = a * b", a=truth * 8192, b=2**-13), Kind.VALUES)
    assert mark(exercise, exercise.questions[0], read_typed(text)).verdict is verdict


@pytest.mark.parametrize("text", ["-0.0024665", "-0.0025", "-0.002", "−2e-3"])
def test_a_wrong_sign_is_named_at_any_number_of_digits(text: str) -> None:
    exercise = make_exercise(of("f = a * b", a=0.0024665 * 8192, b=2**-13), Kind.VALUES)
    assert slip_of(exercise, exercise.questions[0], text) == "wrong_sign"


def test_a_lone_0_is_the_slip_only_where_the_slip_is_0() -> None:
    exercise = make_exercise(of("f = 0.3*max(x, y)", x=5, y=2), Kind.GRADIENTS)
    assert slip_of(exercise, ask(exercise, "x"), "0") == "routed_wrongly"
    exercise = make_exercise(of("f = x*y", x=700, y=0.25), Kind.GRADIENTS)
    # The other factor's gradient would be 0.25, which 0 does not say.
    assert slip_of(exercise, ask(exercise, "y"), "0") == ""


def test_what_the_computer_rounds_to_almost_0_is_0() -> None:
    exercise = make_exercise(of("f = (x + y) - z", x=0.1, y=0.2, z=0.3), Kind.VALUES)
    result = exercise.questions[1]
    assert exercise.expected(result) != 0
    assert mark(exercise, result, read_typed("0")).verdict is Verdict.RIGHT
    # A small number that is known is not 0.
    exercise = make_exercise(of("f = sigmoid(x)", x=-40), Kind.VALUES)
    question = exercise.questions[0]
    assert mark(exercise, question, read_typed("0")).verdict is Verdict.NO_ATTEMPT
    assert mark(exercise, question, read_typed("4.2e-18")).verdict is Verdict.RIGHT


def test_numbers_rounded_on_the_way_are_named_and_not_right() -> None:
    exercise = make_exercise(of("f = sigmoid(w*x)", x=-3, w=-1 / 3), Kind.GRADIENTS)
    question = ask(exercise, "w")
    # −3 · 0.20 from the rounded 0.20, and exactly −0.5898.
    assert mark(exercise, question, read_typed("-0.6")).verdict is Verdict.NO_ATTEMPT
    assert mark(exercise, question, read_typed("-0.59")).verdict is Verdict.RIGHT
    assert slip_of(exercise, question, "-0.60") == "rounded_roughly"
    # −3 · 0.197 from 0.197.
    assert slip_of(exercise, question, "-0.591") == "rounded_before"


def test_what_follows_from_an_earlier_wrong_answer_is_marked_so() -> None:
    to_q = ask(A1, "q")
    to_x = ask(A1, "x")
    wrong = mark(A1, to_q, read_typed("3"))
    assert wrong.slip is not None
    assert wrong.slip.name == "swapped_inputs"
    follows = mark(A1, to_x, read_typed("3"), {to_q: wrong})
    assert (follows.verdict, follows.slip) == (Verdict.FOLLOWS, None)
    assert follows.verdict.is_right
    # With an earlier slip or without it, the right number is right.
    assert mark(A1, to_x, read_typed("-4"), {to_q: wrong, to_x: follows}).verdict is Verdict.RIGHT
    again = mark(A1, to_x, read_typed("-3"), {to_q: wrong})
    assert again.slip is not None
    assert again.slip.name == "added"


def test_values_and_sums_follow_too() -> None:
    value = mark(A1, ask(A1, "q", "value"), read_typed("7"))
    assert mark(A1, ask(A1, "f", "value"), read_typed("-28"), {value.question: value}).verdict is (
        Verdict.FOLLOWS
    )
    exercise = make_exercise(of("q = x**2; f = 5*q + 7*q", x=3), Kind.GRADIENTS)
    total = mark(exercise, ask(exercise, "square", "sum"), read_typed("5"))
    found = mark(exercise, ask(exercise, "x"), read_typed("30"), {total.question: total})
    assert found.verdict is Verdict.FOLLOWS
    branch = mark(exercise, ask(exercise, "square"), read_typed("4"))
    rest = float(total.expected) - float(branch.expected) + 4
    found = mark(exercise, total.question, read_typed(f"{rest:g}"), {branch.question: branch})
    assert found.verdict is Verdict.FOLLOWS


def test_rounded_right_answers_carry_on() -> None:
    exercise = make_exercise(of("f = sigmoid(x)*y", x=1, y=7), Kind.VALUES)
    first = mark(exercise, exercise.questions[0], read_typed("0.73"))
    assert first.verdict is Verdict.RIGHT
    # 7 · 0.73, where 7 · 0.7311 is 5.1174.
    earlier = {first.question: first}
    found = mark(exercise, exercise.questions[1], read_typed("5.11"), earlier)
    assert found.verdict is Verdict.FOLLOWS
    found = mark(exercise, exercise.questions[1], read_typed("5.12"), earlier)
    assert found.verdict is Verdict.RIGHT
    found = mark(exercise, exercise.questions[1], read_typed("5.13"), earlier)
    assert found.verdict is Verdict.WRONG
    exercise = make_exercise(of("f = 100*sigmoid(x)*y", x=1, y=7), Kind.VALUES)
    first = mark(exercise, exercise.questions[0], read_typed("0.731"))
    assert first.verdict is Verdict.RIGHT
    second = mark(exercise, exercise.questions[1], read_typed("73.1"), {first.question: first})
    assert second.verdict is Verdict.RIGHT


def matrix_exercise() -> Exercise:
    builder = GraphBuilder()
    weights = builder.source("input", [[0.1, 0.5], [-0.3, 0.8]], "W")
    x = builder.source("input", [0.2, 0.4], "x")
    q = builder.gate("matmul", weights, x, name="q")
    return make_exercise(builder.build(builder.gate("squared_norm", q, name="f")), Kind.BOTH)


def test_matrices_are_typed_in_any_brackets_and_turned_ones_are_named() -> None:
    exercise = matrix_exercise()
    gradient = ask(exercise, "W")
    right = read_typed("[[0.088, 0.176], [0.104, 0.208]]")
    assert mark(exercise, gradient, right).verdict is Verdict.RIGHT
    assert slip_of(exercise, gradient, "[[0.088, 0.104], [0.176, 0.208]]") == "transposed"
    # Few digits hide no slip, and one element that is too short makes the whole so.
    assert slip_of(exercise, gradient, "[[0.09, 0.1], [0.2, 0.2]]") == "transposed"
    short = read_typed("[[0.088, 0.2], [0.104, 0.208]]")
    assert mark(exercise, gradient, short).verdict is Verdict.NO_ATTEMPT
    wrong = read_typed("[[0.088, 0.2], [0.104, 0.201]]")
    assert mark(exercise, gradient, wrong).verdict is Verdict.WRONG
    as_row = read_typed("[[0.22, 0.26]]")
    assert mark(exercise, ask(exercise, "q", "value"), as_row).verdict is Verdict.RIGHT
    assert slip_of(exercise, ask(exercise, "q"), "[0.22, 0.26]") == "value_for_gradient"
    with pytest.raises(ShapeError) as caught:
        mark(exercise, gradient, read_typed("1.0"))
    assert caught.value.code == "answer_shape"


def test_a_turned_matrix_of_another_shape_is_transposed_and_nothing_follows_from_it() -> None:
    builder = GraphBuilder()
    weights = builder.source("input", [[1.0, 2.0, 3.0]], "W")
    doubled = builder.gate("multiply", weights, builder.source("constant", 2.0))
    graph = builder.build(builder.gate("sum", builder.gate("square", doubled)))
    exercise = make_exercise(graph, Kind.BOTH)
    turned = mark(exercise, exercise.questions[0], read_typed("[[2], [4], [6]]"))
    assert turned.slip is not None
    assert turned.slip.name == "transposed"
    square = exercise.questions[1]
    found = mark(exercise, square, read_typed("[[1, 2, 3]]"), {turned.question: turned})
    assert found.verdict is Verdict.WRONG


def test_exchanged_factors_of_other_shapes_are_no_slip() -> None:
    builder = GraphBuilder()
    weights = builder.source("input", [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], "W")
    q = builder.gate("matmul", weights, builder.source("input", [2.0, 3.0], "x"))
    exercise = make_exercise(builder.build(q), Kind.BOTH)
    assert slip_of(exercise, exercise.questions[0], "[1, 2, 3]") == ""
    assert slip_of(exercise, ask(exercise, "x"), "[1, 2]") == ""


def test_an_answer_too_short_to_tell_is_refused_and_a_wrong_one_is_not() -> None:
    exercise = make_exercise(of("f = sigmoid(x)", x=1.0), Kind.VALUES)
    (question,) = exercise.questions
    with pytest.raises(ValueFormatError, match="“0.7” is too short to tell") as refused:
        check_attempt(mark(exercise, question, read_typed("0.7")))
    assert refused.value.code == "answer_short"
    check_attempt(mark(exercise, question, read_typed("0.5")))
    check_attempt(mark(exercise, question, read_typed("0.73")))


def test_one_digit_of_what_would_follow_from_an_earlier_slip_is_no_attempt() -> None:
    exercise = make_exercise(of("q = sigmoid(x); f = 3*q", x=1.0), Kind.VALUES)
    first, second = exercise.questions
    earlier = {first: mark(exercise, first, read_typed("0.27"))}
    assert earlier[first].verdict is Verdict.WRONG
    # 3·0.27 = 0.81, which a single digit may or may not mean.
    assert mark(exercise, second, read_typed("0.8"), earlier).verdict is Verdict.NO_ATTEMPT
    assert mark(exercise, second, read_typed("0.81"), earlier).verdict is Verdict.FOLLOWS
