"""Marks: what counts as right, what follows from an earlier slip, and which slip is named."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.errors import ShapeError
from engine.exercises.case import Case
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.known_numbers import as_shown, is_near
from engine.exercises.marking import Mark, Verdict, mark
from engine.exercises.question import Kind, Question
from engine.exercises.slips.catalog import SLIPS
from engine.formula.parser import parse_formula
from engine.formula.values import format_number, parse_value
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
    found = mark(exercise, question, parse_value(text))
    assert found.verdict is Verdict.WRONG
    return "" if found.slip is None else found.slip.name


@given(scalar_graphs(), st.integers(1, 4))
def test_the_right_answer_is_right_as_it_is_and_as_it_is_shown(graph: Graph, digits: int) -> None:
    exercise = make_exercise(graph, Kind.BOTH)
    for question in exercise.questions:
        expected = exercise.expected(question)
        assert mark(exercise, question, expected, digits=digits).verdict is Verdict.RIGHT
        shown = parse_value(format_number(float(expected), digits))
        found = mark(exercise, question, shown, digits=digits)
        assert (found.verdict, found.slip) == (Verdict.RIGHT, None)
        assert is_near(as_shown(expected, digits), expected, digits)


@settings(max_examples=20)
@given(scalar_graphs(max_gates=6))
def test_every_slip_is_named_by_one_that_gives_its_number(graph: Graph) -> None:
    exercise = make_exercise(graph, Kind.BOTH)
    for question in exercise.questions:
        case = Case(exercise, question, exercise.numbers)
        for slip in SLIPS.values():
            if question.quantity not in slip.quantities:
                continue
            for wrong in slip.answers(case):
                if not np.isfinite(wrong).all():
                    continue
                found = mark(exercise, question, wrong)
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


def test_right_digits_in_the_wrong_place_and_too_few_of_them() -> None:
    exercise = make_exercise(of("f = x*y", x=2.5, y=5.35), Kind.VALUES)
    assert slip_of(exercise, exercise.questions[0], "13") == "rounded_roughly"
    assert slip_of(exercise, exercise.questions[0], "133.75") == "shifted_point"
    exercise = make_exercise(of("f = x*y", x=0.5, y=0.87), Kind.VALUES)
    assert slip_of(exercise, exercise.questions[0], "0.4") == "rounded_roughly"


def test_three_digits_are_enough_and_only_zero_is_zero() -> None:
    exercise = make_exercise(of("f = x*y; g = f", x=1234.5, y=1), Kind.VALUES)
    question = exercise.questions[0]
    assert mark(exercise, question, as_array(1230)).verdict is Verdict.RIGHT
    assert mark(exercise, question, as_array(1200)).verdict is Verdict.WRONG
    exercise = make_exercise(of("f = x*y", x=0.00123456, y=1), Kind.VALUES)
    question = exercise.questions[0]
    assert mark(exercise, question, parse_value("1.23e-3")).verdict is Verdict.RIGHT
    assert mark(exercise, question, as_array(0)).verdict is Verdict.WRONG


def test_numbers_computed_from_what_the_screen_shows_are_right() -> None:
    exercise = make_exercise(of("f = w*sigmoid(x)", x=1, w=-3), Kind.GRADIENTS)
    # −3 · 0.20 from the rounded 0.20, and exactly −0.5898.
    exercise = make_exercise(of("f = sigmoid(w*x)", x=-3, w=-1 / 3), Kind.GRADIENTS)
    question = ask(exercise, "w")
    assert mark(exercise, question, as_array(-0.6)).verdict is Verdict.RIGHT


def test_what_follows_from_an_earlier_wrong_answer_is_marked_so() -> None:
    to_q = ask(A1, "q")
    to_x = ask(A1, "x")
    wrong = mark(A1, to_q, as_array(3))
    assert wrong.slip is not None
    assert wrong.slip.name == "swapped_inputs"
    follows = mark(A1, to_x, as_array(3), {to_q: wrong})
    assert (follows.verdict, follows.slip) == (Verdict.FOLLOWS, None)
    assert follows.verdict.is_right
    # With an earlier slip or without it, the right number is right.
    assert mark(A1, to_x, as_array(-4), {to_q: wrong, to_x: follows}).verdict is Verdict.RIGHT
    again = mark(A1, to_x, as_array(-3), {to_q: wrong})
    assert again.slip is not None
    assert again.slip.name == "added"


def test_values_and_sums_follow_too() -> None:
    value = mark(A1, ask(A1, "q", "value"), as_array(7))
    assert mark(A1, ask(A1, "f", "value"), as_array(-28), {value.question: value}).verdict is (
        Verdict.FOLLOWS
    )
    exercise = make_exercise(of("q = x**2; f = 5*q + 7*q", x=3), Kind.GRADIENTS)
    total = mark(exercise, ask(exercise, "square", "sum"), as_array(5))
    found = mark(exercise, ask(exercise, "x"), as_array(30), {total.question: total})
    assert found.verdict is Verdict.FOLLOWS
    branch = mark(exercise, ask(exercise, "square"), as_array(4))
    rest = float(total.expected) - float(branch.expected) + 4
    found = mark(exercise, total.question, as_array(rest), {branch.question: branch})
    assert found.verdict is Verdict.FOLLOWS


def test_rounded_right_answers_carry_on() -> None:
    exercise = make_exercise(of("f = 100*sigmoid(x)*y", x=1, y=7), Kind.VALUES)
    first = mark(exercise, exercise.questions[0], as_array(0.731))
    assert first.verdict is Verdict.RIGHT
    second = mark(exercise, exercise.questions[1], as_array(73.1), {first.question: first})
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
    right = parse_value("[[0.088, 0.176], [0.104, 0.208]]")
    assert mark(exercise, gradient, right).verdict is Verdict.RIGHT
    assert slip_of(exercise, gradient, "[[0.088, 0.104], [0.176, 0.208]]") == "transposed"
    as_row = parse_value("[[0.22, 0.26]]")
    assert mark(exercise, ask(exercise, "q", "value"), as_row).verdict is Verdict.RIGHT
    assert slip_of(exercise, ask(exercise, "q"), "[0.22, 0.26]") == "value_for_gradient"
    with pytest.raises(ShapeError) as caught:
        mark(exercise, gradient, as_array(1.0))
    assert caught.value.code == "answer_shape"


def test_a_turned_matrix_of_another_shape_is_transposed_and_nothing_follows_from_it() -> None:
    builder = GraphBuilder()
    weights = builder.source("input", [[1.0, 2.0, 3.0]], "W")
    doubled = builder.gate("multiply", weights, builder.source("constant", 2.0))
    graph = builder.build(builder.gate("sum", builder.gate("square", doubled)))
    exercise = make_exercise(graph, Kind.BOTH)
    turned = mark(exercise, exercise.questions[0], parse_value("[[2], [4], [6]]"))
    assert turned.slip is not None
    assert turned.slip.name == "transposed"
    square = exercise.questions[1]
    found = mark(exercise, square, parse_value("[[1, 2, 3]]"), {turned.question: turned})
    assert found.verdict is Verdict.WRONG


def test_exchanged_factors_of_other_shapes_are_no_slip() -> None:
    builder = GraphBuilder()
    weights = builder.source("input", [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], "W")
    q = builder.gate("matmul", weights, builder.source("input", [2.0, 3.0], "x"))
    exercise = make_exercise(builder.build(q), Kind.BOTH)
    assert slip_of(exercise, exercise.questions[0], "[1, 2, 3]") == ""
    assert slip_of(exercise, ask(exercise, "x"), "[1, 2]") == ""
