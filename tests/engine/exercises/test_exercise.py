"""What an exercise asks, in which order, and what it hides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EvaluationError
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.moved_numbers import result_noise, rounding_noise
from engine.exercises.question import Kind, Quantity, Question
from engine.exercises.sameness import is_same_computation
from engine.exercises.veil import NO_VEIL, Veil
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import rename, set_target, set_value
from engine.graph.groups import group_nodes, set_folded
from engine.graph.model import Graph
from engine.graph.mute import mute
from tests.support.graphs import node, product_of_sum, sum_over_paths


def asked(exercise: Exercise) -> list[tuple[str, str, float]]:
    """Return what is asked as (quantity, node, right answer)."""
    return [
        (item.quantity.value, exercise.drawn.nodes[item.node].name, float(exercise.expected(item)))
        for item in exercise.questions
    ]


def test_values_are_asked_forward_and_gradients_backward() -> None:
    exercise = make_exercise(product_of_sum(), Kind.BOTH)
    assert asked(exercise) == [
        ("value", "q", 3.0),
        ("value", "f", -12.0),
        ("gradient", "q", -4.0),
        ("gradient", "z", 3.0),
        ("gradient", "x", -4.0),
        ("gradient", "y", -4.0),
    ]


def test_a_node_that_feeds_two_gates_is_asked_for_its_sum_after_its_branches() -> None:
    exercise = make_exercise(sum_over_paths(), Kind.GRADIENTS)
    assert asked(exercise)[-2:] == [("gradient", "b", 2.0), ("sum", "b", 5.0)]
    of_sum = exercise.questions[-1]
    assert exercise.needs(of_sum) == {
        item for item in exercise.questions if item.quantity is Quantity.GRADIENT
        and item.node == of_sum.node
    }  # fmt: skip


def test_constants_have_no_gradient_to_ask_for() -> None:
    exercise = make_exercise(parse_formula("f = 3*x"), Kind.GRADIENTS)
    assert [exercise.drawn.nodes[item.node].name for item in exercise.questions] == ["x"]


def test_the_gradient_of_a_result_needs_nothing_before_it() -> None:
    exercise = make_exercise(product_of_sum(), Kind.GRADIENTS)
    to_q, to_z, to_x, _ = exercise.questions
    assert exercise.needs(to_q) == frozenset()
    assert exercise.needs(to_x) == {to_q}
    assert to_z.gate == to_q.gate


def test_large_and_endless_numbers_are_given() -> None:
    builder = GraphBuilder()
    large = builder.source("input", np.ones((4, 4)), "W")
    graph = builder.build(builder.gate("sum", builder.gate("square", large)))
    assert len(make_exercise(graph, Kind.BOTH).questions) == 1
    endless = make_exercise(parse_formula("f = y + log(x)"), Kind.VALUES)
    assert len(endless.questions) == 2
    graph = set_value(endless.graph, node(endless.graph, "x"), np.asarray(0.0))
    with pytest.raises(EvaluationError) as caught:
        make_exercise(graph, Kind.VALUES)
    assert caught.value.code == "nothing_to_ask"


def test_an_empty_graph_has_nothing_to_ask() -> None:
    with pytest.raises(EvaluationError, match="nothing to ask"):
        make_exercise(Graph(), Kind.BOTH)


def test_the_veil_hides_what_is_asked_and_nothing_else() -> None:
    graph = sum_over_paths()
    exercise = make_exercise(graph, Kind.GRADIENTS)
    seen = exercise.veil(exercise.questions).over(evaluate(graph))
    assert seen.values == evaluate(graph).values
    assert not seen.gradients.wires
    assert list(seen.gradients.nodes) == [graph.result]
    *branches, total = exercise.questions
    seen = exercise.veil([total]).over(evaluate(graph))
    assert set(seen.gradients.wires) == {item.port for item in branches}
    assert total.node not in seen.gradients.nodes
    assert exercise.veil([]) == NO_VEIL
    assert not NO_VEIL
    assert NO_VEIL.over(seen) is seen
    assert Veil(values=frozenset([total.node])).over_gradients(seen.gradients) is seen.gradients


def test_gradients_are_hidden_while_values_are_asked_because_they_tell_them() -> None:
    graph = product_of_sum()
    exercise = make_exercise(graph, Kind.VALUES)
    seen = exercise.veil(exercise.questions[:1]).over(evaluate(graph))
    assert node(graph, "q") not in seen.values
    assert not seen.gradients.wires
    assert list(seen.gradients.nodes) == [graph.result]


def grouped_sigmoid() -> tuple[Graph, Graph]:
    graph = parse_formula("f = 1/(1 + exp(-(w*x)))")
    inside = [key for key in graph.gates() if graph.nodes[key].operation != "multiply"]
    grouped, group = group_nodes(graph, inside, "σ")
    return grouped, set_folded(grouped, group, folded=False)


def test_a_folded_group_is_one_question_and_its_inside_is_hidden() -> None:
    grouped, unfolded = grouped_sigmoid()
    exercise = make_exercise(grouped, Kind.BOTH)
    assert len([item for item in exercise.questions if item.quantity is Quantity.VALUE]) == 2
    assert len(make_exercise(unfolded, Kind.BOTH).questions) > len(exercise.questions)
    assert exercise.expected(exercise.questions[2]).item() == pytest.approx(0.1966, abs=1e-4)
    seen = exercise.veil(exercise.questions).over(evaluate(grouped))
    inputs = set(grouped.sources())
    assert {key for key in seen.values if key not in inputs} == set()
    assert not seen.gradients.wires
    last = exercise.questions[-1]
    seen = exercise.veil([last]).over(evaluate(grouped))
    hidden = evaluate(grouped).gradients.wires.keys() - seen.gradients.wires.keys()
    assert last.port in hidden
    assert len(hidden) > 1


def test_names_do_not_make_another_exercise_but_numbers_do() -> None:
    graph = product_of_sum()
    x = node(graph, "x")
    assert is_same_computation(graph, graph)
    assert is_same_computation(graph, rename(graph, x, "a"))
    assert not is_same_computation(graph, set_value(graph, x, np.asarray(7.0)))
    assert not is_same_computation(graph, set_target(graph, node(graph, "q")))
    assert not is_same_computation(*grouped_sigmoid())


def test_a_question_names_its_gate() -> None:
    assert Question(Quantity.SUM, node(sum_over_paths(), "b")).gate is None


def test_a_muted_gate_asks_something_else() -> None:
    graph = product_of_sum()
    assert not is_same_computation(graph, mute(graph, node(graph, "q")))


def test_the_noise_of_values_is_known_without_a_result() -> None:
    graph = replace(parse_formula("f = (x + y) - z"), target=None)
    exercise = make_exercise(graph, Kind.VALUES)
    for question in exercise.questions:
        noise = float(exercise.noise(question))
        assert 0 < noise < 1e-11


def test_the_noise_of_what_is_computed_is_known_before_the_result_is() -> None:
    graph = parse_formula("f = (x - y)*?")
    noise = rounding_noise(graph, evaluate(graph))
    difference = next(key for key, it in graph.nodes.items() if it.operation == "subtract")
    assert 0 < float(noise.values[difference]) < 1e-11
    assert not noise.nodes


@pytest.mark.parametrize(
    "formula", ["0.1 + 0.2 - 0.3", "exp(-40)", "1/0", "sqrt(0 - 1)", "1e308*10", "sum([1, 2, 3]*7)"]
)
def test_the_noise_of_the_result_alone_is_the_same(formula: str) -> None:
    graph = parse_formula(formula)
    evaluation = evaluate(graph)
    assert graph.result is not None
    whole = rounding_noise(graph, evaluation).values[graph.result]
    np.testing.assert_array_equal(result_noise(graph, evaluation), whole)
