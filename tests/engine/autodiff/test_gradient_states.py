"""Gradients that add up, that are cleared, that were never computed; nudges; plans used again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.passes.accumulation import AccumulatedGradients
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import plan_with_values
from engine.autodiff.passes.reverse import backward_pass
from engine.autodiff.paths.nudge import nudge
from engine.errors import EvaluationError
from engine.formula.parser import parse_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def test_a9_gradients_grow_by_two_with_every_pass_until_they_are_cleared() -> None:
    graph = edits.set_value(parse_formula("z = 2*w"), node(parse_formula("z = 2*w"), "w"), 2.0)
    w, gradients = node(graph, "w"), evaluate(graph).gradients
    kept, seen = AccumulatedGradients(), []
    for _ in range(21):
        kept = kept.add(gradients)
        seen.append(float(kept.nodes[w]))
    assert seen == [2.0 * count for count in range(1, 22)]
    assert kept.passes == 21
    cleared = kept.clear()
    assert (w in cleared.nodes, cleared.passes) == (False, 0)
    assert cleared.add(gradients).nodes[w] == 2.0


def test_passes_with_other_seeds_and_targets_add_up_as_well() -> None:
    result = evaluate(sum_over_paths())
    b, c, e = (node(result.plan.graph, name) for name in "bce")
    tenfold = backward_pass(result.plan, result.values, e, upstream=10.0)
    middle = backward_pass(result.plan, result.values, c)
    kept = AccumulatedGradients().add(result.gradients).add(tenfold).add(middle)
    assert kept.nodes[b] == 5.0 + 50.0 + 1.0
    assert kept.nodes[e] == 11.0


def test_what_is_not_computed_is_missing_and_not_zero() -> None:
    graph = sum_over_paths()
    graph, lonely = edits.add_node(graph, Node("input", "lonely"))
    graph = edits.set_target(graph, node(graph, "e"))
    constant = next(key for key in graph.nodes if graph.nodes[key].operation == "constant")
    found = evaluate(graph).gradients.nodes
    assert node(graph, "b") in found
    assert {constant, lonely}.isdisjoint(found)
    assert not evaluate(edits.disconnect(graph, InputPort(node(graph, "e"), 0))).gradients.nodes
    builder = GraphBuilder()
    squared = builder.gate("square", builder.source("constant", 3.0))
    assert not evaluate(builder.build(squared)).gradients.nodes
    blocked = GraphBuilder()
    x = blocked.source("input", -3.0, "x")
    assert evaluate(blocked.build(blocked.gate("relu", x))).gradients.nodes[x] == 0.0


@given(scalar_graphs(), st.floats(-1, 1))
@settings(max_examples=60, deadline=None)
def test_half_a_nudge_makes_a_quarter_of_the_error(graph: Graph, direction: float) -> None:
    plan, target = evaluate(graph).plan, graph.result
    assert target is not None
    source = next(key for key in graph.sources() if graph.nodes[key].operation == "input")
    gradient = evaluate(graph).gradients.nodes.get(source, np.array(0.0))
    whole = nudge(plan, target, source, 1e-3 * direction)
    half = nudge(plan, target, source, 5e-4 * direction)
    assert whole.predicted == pytest.approx(float(gradient) * 1e-3 * direction)
    assert half.predicted == pytest.approx(whole.predicted / 2)
    scale = max(1.0, *(abs(float(value)) for value in whole.values.values())) ** 3
    assert abs(half.error - whole.error / 4) <= 1e-6 * scale + abs(whole.error)


def test_a_nudge_moves_one_element_and_compares() -> None:
    builder = GraphBuilder()
    w = builder.source("parameter", [[1.0, 2.0], [3.0, 4.0]], "W")
    total = builder.gate("squared_norm", w)
    lonely = builder.source("input", 1.0, "lonely")
    constant = builder.source("constant", 1.0, "c")
    plan = evaluate(builder.build(total)).plan
    found = nudge(plan, total, w, 0.1, (1, 0))
    assert found.predicted == pytest.approx(0.6)
    assert found.actual == pytest.approx(0.61)
    assert found.error == pytest.approx(0.01)
    assert found.values[w][1, 0] == pytest.approx(3.1)
    assert (nudge(plan, total, lonely, 0.5).predicted, nudge(plan, total, lonely, 0.5).actual) == (
        0.0,
        0.0,
    )
    for index in ((), (2, 0), (0,)):
        with pytest.raises(EvaluationError, match="W has no element"):
            nudge(plan, total, w, 0.1, index)
    with pytest.raises(EvaluationError, match="Only inputs and parameters"):
        nudge(plan, total, total, 0.1)
    with pytest.raises(EvaluationError, match="c: it is constant"):
        nudge(plan, total, constant, 0.1)


@given(scalar_graphs(), st.floats(-2, 2))
@settings(max_examples=40, deadline=None)
def test_a_plan_used_again_gives_the_same_numbers(graph: Graph, value: float) -> None:
    before = evaluate(graph)
    source = next(iter(graph.sources()))
    edited = edits.set_value(graph, source, value)
    again, anew = evaluate(edited, before), evaluate(edited)
    assert again.plan.instructions is before.plan.instructions
    assert again.plan.graph is edited
    assert again.values == anew.values
    assert again.gradients == anew.gradients
    assert again.problems.keys() == anew.problems.keys()


def test_a_plan_is_not_used_again_for_another_structure() -> None:
    graph = product_of_sum()
    plan, x, f = evaluate(graph).plan, node(graph, "x"), node(graph, "f")
    others = (
        edits.set_value(graph, x, [1.0, 2.0]),
        edits.disconnect(graph, InputPort(f, 0)),
        edits.remove_nodes(graph, [x]),
        edits.add_node(graph, Node("input"))[0],
        edits.rename(graph, f, "g"),
        Graph({**graph.nodes, x: Node("constant", "x", np.array(1.0))}, graph.wires),
    )
    for other in others:
        assert plan_with_values(plan, other) is None
        assert evaluate(other, evaluate(graph)).values.keys() == evaluate(other).values.keys()
    assert plan_with_values(plan, edits.set_target(graph, x)) is not None
