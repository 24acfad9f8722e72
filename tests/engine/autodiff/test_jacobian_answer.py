"""A gate's Jacobian with its picture and the price of building it."""

from __future__ import annotations

import numpy as np

from engine.autodiff.costs.jacobian_answer import JacobianAnswer, gates_of, jacobian_answer
from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import InputPort
from tests.support.graphs import node


def asked(formula: str, index: int = 0, **values: object) -> JacobianAnswer:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), np.asarray(value, dtype=float))
    evaluation = evaluate(graph)
    return jacobian_answer(evaluation, InputPort(gates_of(evaluation)[-1], index))


def test_a_diagonal_one_is_drawn_without_being_built() -> None:
    answer = asked("f = relu(x)", x=[1.0, -2.0, 3.0])
    assert answer.squares is not None
    np.testing.assert_array_equal(answer.squares, np.diag([1.0, 0.0, 1.0]))
    assert answer.if_built == 3 * 5
    assert answer.pull_back < answer.if_built


def test_of_entries_that_share_a_square_the_strongest_is_seen() -> None:
    values = np.full(4096, -1.0)
    values[7] = 2.0
    answer = asked("f = relu(x)", x=values)
    assert answer.squares is not None
    assert answer.squares.shape == (128, 128)
    assert np.count_nonzero(answer.squares) == answer.squares[0, 0] == 1


def test_a_dense_one_is_built_while_it_is_small() -> None:
    matrix = np.arange(6.0).reshape(2, 3)
    small = asked("f = W @ x", 1, W=matrix, x=[1.0, 2.0, 3.0])
    assert small.squares is not None
    np.testing.assert_array_equal(small.squares, matrix)
    large = asked("f = softmax(x)", x=np.zeros(300))
    assert large.squares is None


def test_one_without_entries_is_an_empty_picture() -> None:
    answer = asked("f = bipolar_step(x)", x=[1.0, 2.0])
    assert answer.squares is not None
    assert not answer.squares.any()


def test_only_gates_whose_numbers_are_known_can_be_asked_for() -> None:
    graph = parse_formula("f = exp(x) + ?")
    (known,) = gates_of(evaluate(graph))
    assert graph.nodes[known].operation == "exp"
