"""Fresh numbers are friendly: short, finite, without zeros and ties."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EvaluationError
from engine.exercises.case import Case
from engine.exercises.exercise import make_exercise
from engine.exercises.fresh_numbers import FreshNumbers, fresh_number_steps, fresh_numbers
from engine.exercises.question import Kind
from engine.exercises.rule import could_pass
from engine.exercises.slips.catalog import SLIPS
from engine.exercises.unfriendliness import unfriendliness
from engine.formula.parser import parse_formula
from engine.formula.values import number_text
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, sum_over_paths

seeds = st.integers(0, 10_000)


def numbers(graph: Graph) -> list[float]:
    """Return every value and gradient of a scalar graph."""
    found = evaluate(graph)
    return [float(number) for number in (*found.values.values(), *found.gradients.wires.values())]


@settings(max_examples=20)
@given(seeds)
def test_products_and_sums_get_small_terminating_numbers(seed: int) -> None:
    for graph in (product_of_sum(), sum_over_paths()):
        fresh = fresh_numbers(graph, seed)
        assert fresh.wires == graph.wires
        for number in numbers(fresh):
            assert 0 < abs(number) <= 300
            assert len(number_text(round(number, 9)).partition(".")[2]) <= 3
        assert numbers(fresh) != numbers(graph)


@settings(max_examples=20)
@given(seeds)
def test_no_maximum_is_tied_and_only_the_loser_gets_0(seed: int) -> None:
    graph = fresh_numbers(parse_formula("f = 2*(x*y + max(z, w))"), seed)
    z, w = (float(graph.nodes[node(graph, name)].value) for name in "zw")  # type: ignore[arg-type]
    assert z != w
    assert sum(number == 0 for number in evaluate(graph).gradients.wires.values()) == 1


@settings(max_examples=20)
@given(seeds)
def test_sigmoids_are_not_saturated(seed: int) -> None:
    graph = fresh_numbers(parse_formula("f = sigmoid(w*x + b)"), seed)
    assert 0.02 < float(evaluate(graph).values[node(graph, "f")]) < 0.99


def test_the_same_seed_gives_the_same_numbers_and_others_differ() -> None:
    graph = product_of_sum()
    assert numbers(fresh_numbers(graph, 5)) == numbers(fresh_numbers(graph, 5))
    assert len({tuple(numbers(fresh_numbers(graph, seed))) for seed in range(12)}) > 6


def test_logarithms_and_roots_get_numbers_they_take() -> None:
    for seed in range(5):
        graph = fresh_numbers(parse_formula("f = log(x) + sqrt(y)"), seed)
        assert np.isfinite(numbers(graph)).all()


def test_vectors_and_matrices_keep_their_shapes() -> None:
    builder = GraphBuilder()
    weights = builder.source("parameter", np.ones((2, 3)), "W")
    x = builder.source("input", np.ones(3), "x")
    result = builder.gate("squared_norm", builder.gate("matmul", weights, x))
    graph = fresh_numbers(builder.build(result), 3)
    value = graph.nodes[weights].value
    assert value is not None
    assert value.shape == (2, 3)
    assert not (value == 1).all()


def test_targets_and_constants_stay() -> None:
    builder = GraphBuilder()
    x, target = builder.source("input", 0.2, "x"), builder.source("input", 1.0, "t")
    scaled = builder.gate("multiply", x, builder.source("constant", 3.0))
    loss = builder.gate("half_squared_error", scaled, target)
    graph = fresh_numbers(builder.build(loss), 1)
    assert float(graph.nodes[target].value) == 1.0  # type: ignore[arg-type]
    assert float(graph.nodes[x].value) != 0.2  # type: ignore[arg-type]
    (constant,) = (key for key in graph.nodes if graph.nodes[key].operation == "constant")
    assert float(graph.nodes[constant].value) == 3.0  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2 + 3", "log(0*x)", ""])
def test_a_graph_without_a_choice_is_refused(text: str) -> None:
    graph = parse_formula(text) if text else Graph()
    with pytest.raises(EvaluationError) as caught:
        fresh_numbers(graph, 0)
    assert caught.value.code == "no_fresh_numbers"


def test_an_endless_number_costs_everything() -> None:
    found = evaluate(parse_formula("f = log(0*x)"))
    plan = found.plan
    assert unfriendliness(plan, dict(found.values), found.gradients, {}) == np.inf


def passing(graph: Graph) -> set[tuple[int, str]]:
    """Return the questions at which a slip's answer would be right, and which slips those are."""
    exercise = make_exercise(graph, Kind.BOTH)
    found = set()
    for place, question in enumerate(exercise.questions):
        case = Case(exercise, question, exercise.numbers)
        found |= {
            (place, name)
            for name, slip in SLIPS.items()
            if not slip.is_close
            and any(could_pass(wrong, case.right) for wrong in slip.answers_to(case))
        }
    return found


def result_of(graph: Graph, seed: int) -> FreshNumbers:
    """Return all that a search says."""
    *_, found = fresh_number_steps(graph, seed)
    assert found is not None
    return found


@pytest.mark.parametrize(("make", "draws"), [(product_of_sum, 200), (sum_over_paths, 40)])
def test_no_slip_leads_to_the_right_answer_in_many_draws(
    make: Callable[[], Graph], draws: int
) -> None:
    graph = make()
    # What passes with numbers that have nothing to do with each other passes with any.
    generic = graph
    for place, source in enumerate(graph.sources()):
        if graph.nodes[source].operation != "constant":
            generic = set_value(generic, source, as_array([2.7182, -14.1421, 31.416][place]))
    always = passing(generic)
    for seed in range(draws):
        found = result_of(graph, seed)
        assert passing(found.graph) <= always
        assert found.passing == 0


def test_where_a_slip_always_passes_nearly_the_search_ends_and_says_so() -> None:
    # Forgetting the factor 1.001, forward or back, is a slip that no two digits can tell.
    found = result_of(parse_formula("f = 1.001*x"), 3)
    assert found.passing == 2
    # Forgetting a factor 1 is none, and neither is exchanging a number with itself.
    assert result_of(parse_formula("f = 1*x"), 3).passing == 0
    assert result_of(parse_formula("f = x*x"), 3).passing == 0


def test_a_graph_without_gates_has_nothing_to_pass() -> None:
    builder = GraphBuilder()
    assert result_of(builder.build(builder.source("input", 3.0, "x")), 1).passing == 0
