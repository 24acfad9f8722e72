"""What each way to a gradient costs, counted by the operations' own functions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from engine.autodiff.costs.costs import Mode, ModeCost, gate_costs, mode_steps
from engine.autodiff.costs.counting import Count, count_call
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.paths.paths import count_paths
from engine.errors import EngineError, ShapeError
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, NodeId
from engine.graph.mute import mute
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.course.worked_examples import EXAMPLES
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def rows(graph: Graph) -> dict[Mode, ModeCost]:
    assert graph.result is not None
    return {row.mode: row for row in compared(graph, graph.result)}


def compared(graph: Graph, target: NodeId) -> tuple[ModeCost, ...]:
    *_, found = mode_steps(compile_plan(graph), target)
    assert found is not None
    return found


def example(key: str) -> Graph:
    return next(item.graph for item in EXAMPLES if item.key == key)


@pytest.mark.parametrize(
    ("name", "shapes", "expected"),
    [
        ("add", ((3,), (3,)), Count(0, 3, 0)),
        ("multiply", ((2, 3), (3,)), Count(6, 0, 0)),
        ("negate", ((),), Count(1, 0, 0)),
        ("square", ((4,),), Count(4, 0, 0)),
        ("exp", ((2, 2),), Count(0, 0, 4)),
        ("identity", ((5,),), Count(0, 0, 0)),
        ("max", ((5,), (5,)), Count(0, 0, 5)),
        ("matmul", ((2, 3), (3,)), Count(6, 4, 0)),
        ("matmul", ((4096, 4096), (4096, 4096)), Count(4096**3, 4096**2 * 4095, 0)),
        ("sum", ((7,),), Count(0, 6, 0)),
        ("mean", ((7,),), Count(1, 6, 0)),
        ("squared_norm", ((7,),), Count(7, 6, 0)),
        ("mean_squared_error", ((4,), (4,)), Count(5, 7, 0)),
        ("softmax", ((4,),), Count(4, 7, 7)),
        ("transpose", ((4, 2),), Count(0, 0, 0)),
    ],
)
def test_a_gate_costs_what_its_formula_says(
    name: str, shapes: tuple[tuple[int, ...], ...], expected: Count
) -> None:
    assert count_call(OPERATIONS[name].forward, *shapes) == expected


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda x: np.where(x > 0, x, 2.0), Count(0, 0, 6)),
        (lambda x: np.dot(x, x), Count(3, 2, 0)),
        (lambda x: np.multiply.outer(x, x), Count(9, 0, 0)),
        (np.add.accumulate, Count(0, 3, 0)),
        (lambda x: np.concatenate([x, x]) * 2, Count(6, 0, 0)),
        (lambda x: x.reshape(3, 1).T @ x, Count(3, 2, 0)),
        (lambda x: x.max() - np.size(x), Count(0, 1, 2)),
        (lambda x: x[:0] * 2, Count()),
    ],
)
def test_counting_follows_the_arrays_through_numpy(function: object, expected: Count) -> None:
    assert callable(function)
    assert count_call(function, (3,)) == expected


def _takes_matrices(operation: Operation) -> bool:
    try:
        operation.shape(*((2, 2),) * operation.arity)
    except ShapeError:
        return False
    return True


GATES = [item for item in OPERATIONS.values() if not item.is_source and _takes_matrices(item)]


@pytest.mark.parametrize("operation", GATES, ids=lambda operation: operation.name)
def test_every_gate_of_a_plan_has_a_cost_in_both_directions(
    operation: Operation, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_array = np.asarray

    def checked(value: object, *arguments: object, **options: object) -> object:
        hint = f"{operation.name}: np.asarray ends the counting; np.asanyarray keeps it"
        assert type(value).__name__ != "_CountingArray", hint
        return as_array(value, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(np, "asarray", checked)
    builder = GraphBuilder()
    sources = [builder.source("input", np.full((2, 2), 0.5)) for _ in operation.inputs]
    gate = builder.gate(operation.name, *sources)
    plan = compile_plan(builder.build(gate))
    cost = gate_costs(plan)[gate]
    assert len(cost.local) == len(cost.pull_backs) == len(cost.push_forwards) == operation.arity
    assert all(count.total >= 0 for count in (cost.forward, *cost.pull_backs))


def test_reverse_mode_needs_one_pass_where_the_others_need_one_for_each_input() -> None:
    found = rows(example("A2"))
    assert {mode: row.passes for mode, row in found.items()} == {
        Mode.REVERSE: 1,
        Mode.FORWARD: 5,
        Mode.NUMERICAL: 10,
        Mode.PATHS: 5,
    }
    # Five gates' values are sums and products; exp is the one other. Backwards, the four inputs
    # of the two products, the sign and exp take one product each, and −y²·g takes three.
    assert found[Mode.REVERSE].values == Count(4, 3, 1)
    assert found[Mode.REVERSE].derivatives == Count(9, 0, 0)
    assert found[Mode.NUMERICAL].values == Count(4, 3, 1) * 10
    assert found[Mode.NUMERICAL].derivatives == Count(5, 15, 0)
    assert [found[mode].total for mode in Mode] == [17, 37, 100, 29]


def test_a_sigmoid_gate_costs_less_than_its_tail_and_the_fold_costs_what_the_gate_does() -> None:
    graph = example("A2")
    *_, negate, exp, plus_one, inverse = graph.gates()
    grouped, _ = group_nodes(graph, (negate, exp, plus_one, inverse), "σ")
    before, after = rows(grouped), rows(fold(grouped).graph)
    assert before == rows(graph)
    assert after[Mode.REVERSE].values == before[Mode.REVERSE].values
    assert after[Mode.REVERSE].derivatives == Count(6, 1, 0)
    assert after[Mode.REVERSE].derivatives == rows(example("A3"))[Mode.REVERSE].derivatives
    assert after[Mode.PATHS].total < before[Mode.PATHS].total


def test_a_group_without_a_simpler_gradient_costs_what_its_members_do() -> None:
    graph = parse_formula("f = tanh(x*y + x)")
    grouped, _ = group_nodes(graph, graph.gates(), "g")
    before, after = rows(graph), rows(fold(grouped).graph)
    assert after[Mode.NUMERICAL] == before[Mode.NUMERICAL]
    assert after[Mode.FORWARD].passes == before[Mode.FORWARD].passes
    # One pass through the inside serves both inputs.
    assert after[Mode.REVERSE] == before[Mode.REVERSE]


def test_grouping_the_neurons_of_a_network_never_costs_more() -> None:
    graph = parse_formula(
        "h1 = sigmoid(w1*x1 + w2*x2 + b1); h2 = tanh(w3*x1 + w4*x2 + b2); "
        "E = (sigmoid(v1*h1 + v2*h2 + c) - t)**2"
    )
    grouped = graph
    for name in ("h1", "h2"):
        end = node(graph, name)
        inside = {end}
        for gate in reversed(list(graph.gates())):
            if any(port.node in inside for port in graph.consumers(gate)):
                inside.add(gate)
        grouped, _ = group_nodes(grouped, inside, name)
    drawn, full = rows(fold(grouped).graph), rows(graph)
    assert len(fold(grouped).graph) < len(graph)
    assert drawn[Mode.REVERSE] == full[Mode.REVERSE]


def test_the_paths_of_matrices_pull_back_gate_by_gate() -> None:
    found = rows(example("A4"))
    assert found[Mode.PATHS].passes == 2
    assert found[Mode.PATHS].derivatives.total >= found[Mode.REVERSE].derivatives.total


def test_a_target_of_constants_needs_no_pass() -> None:
    builder = GraphBuilder()
    graph = builder.build(builder.gate("square", builder.source("constant", 3.0)))
    assert [row.passes for row in compared(graph, NodeId(2))] == [0, 0, 0, 0]
    with pytest.raises(EngineError, match="no node 7"):
        compared(graph, NodeId(7))


def test_a5_sums_over_its_three_paths() -> None:
    found = rows(sum_over_paths())
    assert found[Mode.PATHS].passes == 3
    assert found[Mode.PATHS].derivatives == Count(3, 1, 0)
    assert rows(product_of_sum())[Mode.REVERSE].total == 4


@given(scalar_graphs())
@settings(max_examples=60, deadline=None)
def test_costs_are_consistent(graph: Graph) -> None:
    found, target = rows(graph), graph.result
    assert target is not None
    plan: Plan = compile_plan(graph)
    assert found[Mode.REVERSE].derivatives.total <= found[Mode.FORWARD].derivatives.total
    assert found[Mode.REVERSE].derivatives.total <= found[Mode.PATHS].derivatives.total
    assert found[Mode.NUMERICAL].passes == 2 * found[Mode.FORWARD].passes
    assert found[Mode.PATHS].passes == sum(
        count_paths(graph, source, target)
        for source in plan.sources
        if source in plan.differentiable
    )
    for row in found.values():
        assert row.total == row.values.total + row.derivatives.total
        assert min(row.derivatives.multiplications, row.derivatives.additions) >= 0


def test_what_feeds_only_the_silent_input_of_a_muted_gate_is_on_no_path() -> None:
    builder = GraphBuilder()
    x, y = builder.source("input", 2.0, "x"), builder.source("input", 3.0, "y")
    silent = builder.gate("square", y)
    last = builder.gate("multiply", x, silent)
    graph = mute(builder.build(last), last)
    found = rows(graph)
    assert (
        found[Mode.PATHS].passes == count_paths(graph, x, last) + count_paths(graph, y, last) == 1
    )
