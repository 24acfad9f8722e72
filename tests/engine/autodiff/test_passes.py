"""The passes over a plan: both modes, at once and by steps, against finite differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from engine.arrays import as_array, unbroadcast
from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import (
    backward_pass,
    backward_steps,
    forward_pass,
    forward_steps,
)
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


@given(scalar_graphs())
@settings(max_examples=80, deadline=None)
def test_reverse_forward_and_numerical_gradients_agree(graph: Graph) -> None:
    plan, target = compile_plan(graph), graph.result
    assert target is not None
    values = forward_pass(plan)
    found = backward_pass(plan, values, target).nodes
    for check in check_gradients(plan, target):
        pushed = push_forward(plan, values, check.node, 1.0).get(target, np.array(0.0))
        assert found.get(check.node, 0.0) == pytest.approx(float(pushed), rel=1e-9, abs=1e-9)
        assert float(check.analytic) == pytest.approx(float(check.numeric), rel=1e-4, abs=1e-5)


@given(scalar_graphs())
@settings(max_examples=60, deadline=None)
def test_walking_by_steps_gives_what_the_pass_gives(graph: Graph) -> None:
    plan, target = compile_plan(graph), graph.result
    assert target is not None
    values = forward_pass(plan)
    stepped = {step.node: step.output for step in forward_steps(plan)}
    assert {key: values[key] for key in stepped} == stepped
    gradients = backward_pass(plan, values, target)
    for step in backward_steps(plan, values, target):
        assert step.upstream == gradients.nodes[step.node]
        for index, downstream in enumerate(step.downstream):
            wire = gradients.wires.get(InputPort(step.node, index))
            assert (wire is None) == (downstream is None)
            local = step.local[index]
            if downstream is not None and local is not None:
                assert downstream == pytest.approx(local * step.upstream)


def test_a_result_too_large_for_the_memory_is_a_problem_and_not_computed() -> None:
    builder = GraphBuilder()
    column = builder.source("input", np.ones((30_000, 1)), "x")
    row = builder.source("input", np.ones((1, 30_000)), "y")
    product = builder.gate("matmul", column, row)
    result = evaluate(builder.build(product))
    assert result.problems[product].sentence == (
        "The result of Matrix product would have the shape 30000×30000; "
        "a value has at most 10000000 elements."
    )


def test_gradients_of_a_shared_input_are_summed_over_its_wires() -> None:
    graph = sum_over_paths()
    result = evaluate(graph)
    b, c, d = (node(graph, name) for name in "bcd")
    assert result.gradients.wires[InputPort(c, 1)] == 2.0
    assert result.gradients.wires[InputPort(d, 0)] == 3.0
    assert result.gradients.nodes[b] == 5.0


def test_not_computed_is_not_zero() -> None:
    graph = sum_over_paths()
    constant = next(key for key in graph.nodes if graph.nodes[key].operation == "constant")
    graph, lonely = edits.add_node(graph, Node("input", "lonely"))
    gradients = evaluate(graph).gradients.nodes
    assert constant not in gradients
    assert lonely not in gradients
    blocked = GraphBuilder()
    x = blocked.source("input", -3.0, "x")
    assert evaluate(blocked.build(blocked.gate("relu", x))).gradients.nodes[x] == 0.0


def test_a_target_of_constants_alone_has_no_gradients() -> None:
    builder = GraphBuilder()
    graph = builder.build(builder.gate("square", builder.source("constant", 3.0)))
    result = evaluate(graph)
    assert result.target is not None
    assert result.values[result.target] == 9.0
    assert result.gradients.nodes == {}


def test_another_seed_scales_every_gradient() -> None:
    graph = product_of_sum()
    plan, f = compile_plan(graph), node(graph, "f")
    gradients = backward_pass(plan, forward_pass(plan), f, upstream=2.0).nodes
    assert [gradients[node(graph, name)] for name in "xyz"] == [-8.0, -8.0, 6.0]


def test_an_unfinished_graph_is_evaluated_as_far_as_it_goes() -> None:
    graph = product_of_sum()
    f = node(graph, "f")
    graph = edits.disconnect(graph, InputPort(f, 1))
    result = evaluate(graph)
    assert result.values[node(graph, "q")] == 3.0
    assert f not in result.values
    assert "Input b of Multiply has no wire" in result.problems[f].sentence
    with pytest.raises(EngineError, match="has no wire"):
        result.plan.check_target(f)
    with pytest.raises(EngineError, match="no node 77"):
        evaluate(product_of_sum()).plan.check_target(NodeId(77))


def test_a_value_of_another_shape_is_a_problem_at_the_gate_that_it_breaks() -> None:
    builder = GraphBuilder()
    w = builder.source("input", np.ones((2, 2)), "W")
    product = builder.gate("matmul", w, builder.source("input", np.ones(2), "v"))
    total = builder.gate("sum", product)
    graph = edits.set_value(builder.build(total), w, np.ones((2, 3)))
    result = evaluate(graph)
    assert list(result.problems) == [product]
    assert total not in result.values


@pytest.mark.parametrize(
    ("operation", "value", "code"),
    [
        ("reciprocal", 0.0, "division_by_zero"),
        ("log", 0.0, "log_of_non_positive"),
        ("sqrt", -1.0, "root_of_negative"),
        ("exp", 1e4, "overflow"),
    ],
)
def test_a_number_that_is_not_finite_names_where_it_was_born(
    operation: str, value: float, code: str
) -> None:
    builder = GraphBuilder()
    born = builder.gate(operation, builder.source("input", value, "x"))
    graph = builder.build(builder.gate("add", born, builder.source("constant", 1.0)))
    problems = evaluate(graph).problems
    assert [(key, error.code) for key, error in problems.items()] == [(born, code)]


def test_a_power_without_a_real_value_is_named() -> None:
    builder = GraphBuilder()
    base, exponent = builder.source("input", -2.0, "x"), builder.source("constant", 0.5)
    graph = builder.build(builder.gate("power", base, exponent))
    assert [error.code for error in evaluate(graph).problems.values()] == ["power_undefined"]


def test_a_chain_of_many_thousand_gates_needs_no_stack() -> None:
    builder = GraphBuilder()
    last = x = builder.source("input", 1.0, "x")
    for _ in range(20_000):
        last = builder.gate("negate", last)
    gradients = evaluate(builder.build(last)).gradients
    assert gradients.nodes[x] == 1.0


def test_a_gradient_has_the_shape_of_its_variable() -> None:
    gradient = np.ones((4, 2, 3))
    assert unbroadcast(gradient, (2, 3)).shape == (2, 3)
    assert unbroadcast(gradient, (2, 1)).tolist() == [[12.0], [12.0]]
    assert unbroadcast(gradient, ()) == 24.0
    builder = GraphBuilder()
    bias = builder.source("parameter", np.zeros(2), "b")
    rows = builder.source("input", np.ones((5, 2)), "X")
    graph = builder.build(builder.gate("sum", builder.gate("add", rows, bias)))
    assert evaluate(graph).gradients.nodes[bias].tolist() == [5.0, 5.0]


def test_an_elementwise_graph_is_evaluated_on_a_whole_grid_at_once() -> None:
    graph = product_of_sum()
    plan = compile_plan(graph)
    grid = np.linspace(-1, 1, 5)
    values = forward_pass(plan, {node(graph, "x"): grid[:, None], node(graph, "y"): grid[None, :]})
    expected = (grid[:, None] + grid[None, :]) * -4.0
    assert np.array_equal(values[node(graph, "f")], expected)


def test_as_array_copies_and_locks() -> None:
    assert as_array(3).shape == ()
    assert not as_array([1, 2]).flags.writeable


def test_a_gate_that_is_not_elementwise_has_no_local_gradient_to_show() -> None:
    graph = parse_formula("sum(x)")
    graph = edits.set_value(graph, node(graph, "x"), [1.0, 2.0])
    result = evaluate(graph)
    assert result.target is not None
    (step,) = backward_steps(result.plan, result.values, result.target)
    assert step.local == (None,)
    assert [gradient.tolist() for gradient in step.downstream if gradient is not None] == [[1, 1]]


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("x + y", "The shapes 3 and 2 do not fit element by element"),
        ("x @ y", "the inner sizes 3 and 2 must be equal"),
        ("x @ 2", "use × for numbers"),
    ],
)
def test_shapes_that_do_not_fit_are_a_problem_of_the_gate(formula: str, says: str) -> None:
    graph = parse_formula(formula)
    for name, value in (("x", [1.0, 2.0, 3.0]), ("y", [1.0, 2.0])):
        if graph.named(name) is not None:
            graph = edits.set_value(graph, node(graph, name), value)
    (problem,) = evaluate(graph).problems.values()
    assert says in problem.sentence
