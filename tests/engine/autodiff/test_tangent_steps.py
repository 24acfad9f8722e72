"""Forward mode gate by gate agrees with the pass at once, to the last bit."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from engine.autodiff.evaluation import evaluate
from engine.autodiff.forward_mode import (
    folded_tangent_steps,
    push_forward,
    tangent_steps,
    unit_tangent,
)
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


@given(scalar_graphs())
@settings(max_examples=80, deadline=None)
def test_the_steps_are_the_pass_to_the_last_bit(graph: Graph) -> None:
    result = evaluate(graph)
    for source in result.plan.sources:
        at_once = push_forward(result.plan, result.values, source, 1.0)
        steps = list(tangent_steps(result.plan, result.values, source, 1.0))
        assert [step.node for step in steps] == [key for key in at_once if key != source]
        for step in steps:
            np.testing.assert_array_equal(step.tangent, at_once[step.node])
            shares = [share for share in step.shares if share is not None]
            np.testing.assert_array_equal(sum(shares[1:], start=shares[0]), step.tangent)


@given(scalar_graphs())
@settings(max_examples=40, deadline=None)
def test_the_steps_of_the_folded_graph_are_those_of_the_whole(graph: Graph) -> None:
    result = evaluate(graph)
    for source in result.plan.sources:
        tangents = push_forward(result.plan, result.values, source, 1.0)
        folding = fold(graph)
        for step in folded_tangent_steps(folding, result.values, tangents):
            np.testing.assert_array_equal(step.tangent, tangents[step.node])


def test_a_folded_group_is_one_step_with_the_same_tangent() -> None:
    graph = parse_formula("1/(1 + exp(-x))*w")
    members = [key for key in graph.gates() if graph.nodes[key].operation != "multiply"]
    grouped, _ = group_nodes(graph, members, "tail")
    folding, result = fold(grouped), evaluate(grouped)
    x = node(grouped, "x")
    tangents = push_forward(result.plan, result.values, x, 1.0)
    steps = list(folded_tangent_steps(folding, result.values, tangents))
    assert len(steps) == 2
    assert steps[0].node in folding.groups
    share = steps[0].shares[0]
    assert share is not None
    np.testing.assert_allclose(share, steps[0].tangent)


def test_each_step_tells_local_times_moved() -> None:
    graph = product_of_sum()
    result = evaluate(graph)
    total, product = tangent_steps(result.plan, result.values, node(graph, "x"), 1.0)
    assert (total.node, float(total.tangent)) == (node(graph, "q"), 1.0)
    assert total.moved[1] is None
    assert total.local[1] is None
    assert total.shares[1] is None
    local, moved = product.local[0], product.moved[0]
    assert local is not None
    assert moved is not None
    assert float(local) * float(moved) == float(product.tangent) == -4.0


def test_shares_of_both_inputs_are_added() -> None:
    graph = sum_over_paths()
    result = evaluate(graph)
    *_, last = tangent_steps(result.plan, result.values, node(graph, "b"), 1.0)
    shares = [float(share) for share in last.shares if share is not None]
    assert shares == [2.0, 3.0]
    assert float(last.tangent) == 5.0


def test_gates_that_nothing_moves_are_passed_over() -> None:
    graph = sum_over_paths()
    result = evaluate(graph)
    steps = list(tangent_steps(result.plan, result.values, node(graph, "a"), 1.0))
    assert [step.node for step in steps] == [node(graph, "c"), node(graph, "e")]


def test_a_vector_moves_one_element_at_a_time() -> None:
    graph = parse_formula("sum(W @ x)")
    graph = set_value(graph, node(graph, "W"), np.array([[1.0, 2.0], [3.0, 4.0]]))
    graph = set_value(graph, node(graph, "x"), np.array([5.0, 6.0]))
    result = evaluate(graph)
    x = node(graph, "x")
    direction = unit_tangent(result.values[x], (1,))
    product, total = tangent_steps(result.plan, result.values, x, direction)
    np.testing.assert_array_equal(product.tangent, [2.0, 4.0])
    assert product.local == (None, None)
    assert float(total.tangent) == 6.0
    assert float(unit_tangent(np.asarray(3.0))) == 1.0
