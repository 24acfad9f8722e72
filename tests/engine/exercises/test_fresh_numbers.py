"""Fresh numbers are friendly: short, finite, without zeros and ties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.evaluation import evaluate
from engine.errors import EvaluationError
from engine.exercises.fresh_numbers import fresh_numbers
from engine.exercises.unfriendliness import unfriendliness
from engine.formula.parser import parse_formula
from engine.formula.values import number_text
from engine.graph.builder import GraphBuilder
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
