"""Paths between two nodes: counted, listed, multiplied out, and their sum factored."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings

from engine.autodiff.costs.counting import Count
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.paths.factoring import MOST_TERMS, factor_paths, factoring_steps
from engine.autodiff.paths.path_algebra import (
    ONE,
    ZERO,
    Expression,
    Product,
    Sum,
    add,
    count_factors,
    count_operations,
    multiply,
)
from engine.autodiff.paths.path_factors import path_factors
from engine.autodiff.paths.paths import count_paths, leading_wires, path_gradients, paths
from engine.errors import EngineError, EvaluationError
from engine.explanation.paths.path_words import PathWords
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.mute import mute
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths
from tests.support.path_expressions import evaluate_expression, format_expression


def three_by_three() -> Graph:
    """Return the course's example: α, β, γ lead from X to Y, and δ, ε, ζ from Y to Z."""
    builder = GraphBuilder()
    last = builder.source("input", 2.0, "X")
    for names, end in (("αβγ", "Y"), ("δεζ", "Z")):
        ways = [
            builder.gate("multiply", builder.source("input", float(ord(name) - 944), name), last)
            for name in names
        ]
        last = builder.gate("add", builder.gate("add", ways[0], ways[1]), ways[2], name=end)
    return builder.build(last)


def factor_names(graph: Graph, source: NodeId, target: NodeId) -> dict[InputPort, str]:
    """Return what the local gradient along each wire between two nodes is called."""
    words = PathWords(graph)
    leaving = leading_wires(graph, source, target).values()
    return {wire: words.factor(wire) for wires in leaving for wire in wires}


def count_mentions(expression: Expression) -> int:
    match expression:
        case Product(parts) | Sum(parts):
            return sum(map(count_mentions, parts))
        case _:
            return 1


def doublings(count: int) -> Graph:
    """Return x doubled again and again by x + x: two wires lead from each gate to the next."""
    builder = GraphBuilder()
    last = builder.source("input", 1.0, "x")
    for _ in range(count):
        last = builder.gate("add", last, last)
    return builder.build(last)


def ladder(rungs: int, operation: str = "multiply") -> Graph:
    """Return two chains tied together at every rung, which no factor takes apart."""
    builder = GraphBuilder()
    left = right = builder.source("input", 1.1, "x")
    right = builder.gate("sin", right)
    for _ in range(rungs):
        left, right = builder.gate(operation, left, right), builder.gate(operation, right, left)
    return builder.build(builder.gate("multiply", left, right))


def test_nine_paths_factor_from_nine_products_to_one() -> None:
    graph = three_by_three()
    x, z = node(graph, "X"), node(graph, "Z")
    result = evaluate(graph)
    assert count_paths(graph, x, z) == len(list(paths(graph, x, z))) == 9
    steps = list(factoring_steps(result.plan, x, z))
    names = factor_names(graph, x, z)
    assert [step.count for step in steps] == [
        Count(9, 8),
        Count(7, 8),
        Count(5, 8),
        Count(3, 8),
        Count(1, 4),
    ]
    texts = [format_expression(step.expression, names) for step in steps]
    assert texts[0] == "α·δ + α·ε + α·ζ + β·δ + β·ε + β·ζ + γ·δ + γ·ε + γ·ζ"
    assert texts[3] == "α·(δ + ε + ζ) + β·(δ + ε + ζ) + γ·(δ + ε + ζ)"
    assert texts[4] == "(α + β + γ)·(δ + ε + ζ)"
    assert steps[0].factor is None
    last = steps[4].factor
    assert last is not None
    assert format_expression(last, names) == "δ + ε + ζ"
    factors = path_factors(result.plan, result.values, x, z)
    gradient = float(result.gradients.nodes[x])
    assert gradient == (1 + 2 + 3) * (4 + 5 + 6)
    assert {evaluate_expression(step.expression, factors) for step in steps} == {gradient}


@given(scalar_graphs(max_gates=9))
@settings(max_examples=80, deadline=None)
def test_the_sum_over_paths_is_the_gradient_and_so_is_every_form_of_it(graph: Graph) -> None:
    result, target = evaluate(graph), graph.result
    assert target is not None
    for source in result.plan.sources:
        if source not in result.plan.differentiable:
            continue
        gradient = float(result.gradients.nodes.get(source, np.array(0.0)))
        found = list(path_gradients(result.plan, result.values, source, target))
        assert len(found) == count_paths(graph, source, target)
        assert len({path.path for path in found}) == len(found)
        total = sum(float(path.gradient) for path in found)
        assert total == pytest.approx(gradient, rel=1e-9, abs=1e-9)
        for path in found:
            assert path.path.nodes[0] == source
            product = np.prod([float(local) for local in path.local if local is not None])
            assert product == pytest.approx(float(path.gradient), rel=1e-9, abs=1e-12)
        factors = path_factors(result.plan, result.values, source, target)
        if len(found) > MOST_TERMS:
            continue
        before = None
        for step in factoring_steps(result.plan, source, target):
            value = evaluate_expression(step.expression, factors)
            assert value == pytest.approx(gradient, rel=1e-9, abs=1e-9)
            assert step.count == count_operations(step.expression)
            mentioned = count_mentions(step.expression)
            assert before is None or mentioned <= before
            before = mentioned


def test_the_paths_of_matrices_add_up_to_the_gradient_too() -> None:
    graph = parse_formula("f = squared_norm(W @ x) + sum(W)")
    builder = GraphBuilder(graph)
    w = builder.source("input", [[0.1, 0.5], [-0.3, 0.8]], "A")
    x = builder.source("input", [0.2, 0.4], "v")
    q = builder.gate("matmul", w, x, name="q")
    total = builder.gate("add", builder.gate("squared_norm", q), builder.gate("sum", w), name="L")
    graph = builder.build(total)
    result = evaluate(graph)
    shares = list(path_gradients(result.plan, result.values, w, total))
    assert [[local is None for local in share.local] for share in shares] == [
        [True, True, False],
        [True, False],
    ]
    summed = shares[0].gradient + shares[1].gradient
    np.testing.assert_allclose(summed, result.gradients.nodes[w])
    with pytest.raises(EvaluationError, match="A is not a single number"):
        factor_paths(result.plan, w, total)
    with pytest.raises(EvaluationError, match="q is not a single number"):
        path_factors(result.plan, result.values, q, total)


def test_two_wires_between_the_same_nodes_are_two_paths() -> None:
    graph = doublings(60)
    assert graph.result is not None
    x = node(graph, "x")
    assert count_paths(graph, x, graph.result) == 2**60
    assert len(list(islice(paths(graph, x, graph.result), 1000))) == 1000
    plan = evaluate(graph).plan
    factored = factor_paths(plan, x, graph.result)
    assert evaluate_expression(factored, {}) == 2.0**60
    assert count_factors(factored) == 120
    with pytest.raises(EvaluationError, match="more than 64 paths"):
        list(factoring_steps(plan, x, graph.result))


def test_paths_that_are_tangled_are_factored_as_far_as_it_goes() -> None:
    graph = ladder(3)
    assert graph.result is not None
    result, x = evaluate(graph), node(graph, "x")
    factored = factor_paths(result.plan, x, graph.result)
    factors = path_factors(result.plan, result.values, x, graph.result)
    gradient = float(result.gradients.nodes[x])
    assert evaluate_expression(factored, factors) == pytest.approx(gradient)
    expanded = next(factoring_steps(result.plan, x, graph.result))
    assert count_operations(factored).multiplications < expanded.count.multiplications


def test_what_is_too_much_to_write_is_refused() -> None:
    graph = ladder(40)
    assert graph.result is not None
    plan, x = evaluate(graph).plan, node(graph, "x")
    with pytest.raises(EvaluationError, match="cross so often"):
        factor_paths(plan, x, graph.result)
    graph = doublings(101)
    assert graph.result is not None
    with pytest.raises(EvaluationError, match="More than 200 wires"):
        factor_paths(evaluate(graph).plan, node(graph, "x"), graph.result)


def test_a_node_has_one_path_to_itself_and_none_against_the_wires() -> None:
    graph = product_of_sum()
    x, f = node(graph, "x"), node(graph, "f")
    plan = evaluate(graph).plan
    assert count_paths(graph, f, f) == 1
    assert [path.nodes for path in paths(graph, f, f)] == [(f,)]
    assert factor_paths(plan, f, f) == ONE
    assert count_paths(graph, f, x) == 0
    assert list(paths(graph, f, x)) == []
    assert factor_paths(plan, f, x) == ZERO
    step = next(factoring_steps(plan, f, x))
    assert (step.expression, step.count) == (ZERO, Count())


def test_paths_from_a_gate_begin_there() -> None:
    graph = sum_over_paths()
    result = evaluate(graph)
    b, c, e = (node(graph, name) for name in "bce")
    shares = [float(share.gradient) for share in path_gradients(result.plan, result.values, b, e)]
    assert sorted(shares) == [2.0, 3.0]
    assert [path.nodes for path in paths(graph, c, e)] == [(c, e)]
    names = factor_names(graph, b, e)
    assert sorted(set(names.values())) == ["1", "c", "d"]
    assert format_expression(factor_paths(result.plan, b, e), names) == "d + c"


def test_no_gradient_flows_along_paths_from_a_constant() -> None:
    graph = sum_over_paths()
    result, e = evaluate(graph), node(graph, "e")
    constant = next(key for key in graph.nodes if graph.nodes[key].operation == "constant")
    with pytest.raises(EvaluationError, match="No gradient is computed for Constant"):
        list(path_gradients(result.plan, result.values, constant, e))
    with pytest.raises(EngineError, match="no node 99"):
        factor_paths(result.plan, NodeId(99), e)


def test_expressions_keep_to_their_shortest_spelling() -> None:
    graph = three_by_three()
    names = factor_names(graph, node(graph, "X"), node(graph, "Y"))
    factor = factor_paths(evaluate(graph).plan, node(graph, "X"), node(graph, "Y"))
    assert multiply([factor, ONE]) == factor
    assert multiply([factor, ZERO]) == ZERO
    assert add([factor, ZERO]) == factor
    assert [format_expression(item, names) for item in (ONE, ZERO)] == ["1", "0"]
    unnamed = parse_formula("exp(x*sin(x))")
    found = factor_names(unnamed, node(unnamed, "x"), NodeId(4))
    assert sorted(found.values()) == ["exp′", "q", "sin′", "x"]
    assert [evaluate_expression(item, {}) for item in (ONE, ZERO)] == [1.0, 0.0]


@pytest.mark.parametrize("loss", ["mean_squared_error", "sum", "mean"])
def test_a_gate_that_sums_has_a_number_for_a_local_gradient_between_numbers(loss: str) -> None:
    builder = GraphBuilder()
    x, y = builder.source("input", 3.0, "x"), builder.source("input", 1.0, "y")
    square = builder.gate("square", x)
    last = builder.gate(loss, square, y) if loss == "mean_squared_error" else builder.gate(loss, x)
    result = evaluate(builder.build(last))
    (path,) = path_gradients(result.plan, result.values, x, last)
    assert None not in path.local
    factors = path_factors(result.plan, result.values, x, last)
    expected = result.gradients.nodes[x]
    assert np.prod(list(factors.values())) == pytest.approx(float(expected))
    expression = factor_paths(result.plan, x, last)
    assert evaluate_expression(expression, factors) == pytest.approx(float(expected))


def test_gates_of_vectors_elsewhere_do_not_hinder_the_factoring_of_numbers() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 3.0, "x")
    vector = builder.source("input", [1.0, 2.0], "v")
    builder.gate("concatenate", vector, vector)
    last = builder.gate("square", x)
    result = evaluate(builder.build(last))
    assert len(list(factoring_steps(result.plan, x, last))) == 1


def test_a_group_that_silences_an_input_hands_on_nothing_there() -> None:
    builder = GraphBuilder()
    x, y = builder.source("input", 3.0, "x"), builder.source("input", 2.0, "y")
    first = builder.gate("add", x, y)
    last = builder.gate("add", first, y)
    graph = builder.build(builder.gate("square", last))
    graph = mute(mute(graph, first), last)
    graph, _ = group_nodes(graph, [first, last])
    drawn = fold(graph).graph
    result = evaluate(drawn)
    assert result.target is not None
    factors = path_factors(result.plan, result.values, y, result.target)
    expression = factor_paths(result.plan, y, result.target)
    assert evaluate_expression(expression, factors) == 0.0
