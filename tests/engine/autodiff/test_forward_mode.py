"""Forward mode: what one source moves, how far, and that folding changes none of it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward, unit_tangent
from engine.autodiff.passes.plan import compile_plan
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def moved(graph: Graph, source: str) -> dict[str, float]:
    """Return the tangents by the nodes' names, when a source moves by 1."""
    result = evaluate(graph)
    found = push_forward(result.plan, result.values, node(graph, source), 1.0)
    return {graph.nodes[key].name: float(tangent) for key, tangent in found.items()}


@given(scalar_graphs())
@settings(max_examples=80, deadline=None)
def test_the_tangent_of_the_result_is_its_gradient(graph: Graph) -> None:
    result = evaluate(graph)
    assert result.target is not None
    for source in result.plan.differentiable & result.plan.sources.keys():
        found = push_forward(result.plan, result.values, source, 1.0).get(result.target)
        expected = result.gradients.nodes.get(source)
        assert (found is None) == (expected is None)
        if found is not None and expected is not None:
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


def test_a_folded_group_moves_as_its_members_do() -> None:
    graph = parse_formula("1/(1 + exp(-x))*w")
    members = [key for key in graph.gates() if graph.nodes[key].operation != "multiply"]
    grouped, _ = group_nodes(graph, members, "tail")
    folding, result = fold(grouped), evaluate(grouped)
    x = node(grouped, "x")
    tangents = push_forward(result.plan, result.values, x, 1.0)
    drawn = push_forward(compile_plan(folding.graph), result.values, x, 1.0)
    assert len(drawn) == 3
    assert folding.groups.keys() <= drawn.keys()
    for key, tangent in drawn.items():
        np.testing.assert_allclose(tangent, tangents[key], rtol=1e-12)


def test_a_gate_multiplies_by_its_slope_and_what_nothing_moves_is_missing() -> None:
    assert moved(product_of_sum(), "x") == {"x": 1.0, "q": 1.0, "f": -4.0}
    assert moved(sum_over_paths(), "a").keys() == {"a", "c", "e"}


def test_shares_of_both_inputs_are_added() -> None:
    assert moved(sum_over_paths(), "b")["e"] == 2.0 + 3.0


def test_a_vector_moves_one_element_at_a_time() -> None:
    graph = parse_formula("p = W @ x; sum(p)")
    graph = set_value(graph, node(graph, "W"), np.array([[1.0, 2.0], [3.0, 4.0]]))
    graph = set_value(graph, node(graph, "x"), np.array([5.0, 6.0]))
    result = evaluate(graph)
    x = node(graph, "x")
    direction = unit_tangent(result.values[x], (1,))
    found = push_forward(result.plan, result.values, x, direction)
    np.testing.assert_array_equal(found[node(graph, "p")], [2.0, 4.0])
    assert result.target is not None
    assert float(found[result.target]) == 6.0
    assert float(unit_tangent(np.asarray(3.0))) == 1.0
