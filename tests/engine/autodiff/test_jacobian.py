"""Jacobians by structure, against finite differences and without building what nobody builds."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.autodiff.passes.jacobian import Jacobian, Structure, gate_jacobian
from engine.autodiff.passes.reverse import forward_pass
from engine.errors import EngineError, EvaluationError
from engine.graph.builder import GraphBuilder
from engine.graph.model import InputPort, NodeId
from engine.operations.catalog import OPERATIONS

SMOOTH = ("negate", "tanh", "sin", "square", "sigmoid", "identity")
STEP = 1e-6


def differences(result: Evaluation, target: NodeId, source: NodeId) -> np.ndarray:
    value = result.values[source]
    columns = []
    for index in np.ndindex(value.shape):
        ends = []
        for sign in (1, -1):
            moved = np.array(value)
            moved[index] += sign * STEP
            ends.append(forward_pass(result.plan, {source: moved})[target])
        columns.append(((ends[0] - ends[1]) / (2 * STEP)).reshape(-1))
    return np.stack(columns, axis=1)


def check_entries(found: Jacobian) -> None:
    """Compare the entries asked for one by one, by columns, with the matrix, often by rows."""
    matrix = found.dense()
    for place in np.ndindex(matrix.shape):
        assert found.entry(*place) == pytest.approx(matrix[place], abs=1e-12)


def through(result: Evaluation, target: NodeId, source: NodeId) -> np.ndarray:
    """Return the Jacobian of a node by the chain rule, from those of the gates on the way."""
    size = result.values[source].size
    found = {source: np.eye(size)}
    for item in result.plan.instructions:
        rows = result.values[item.node].size
        found[item.node] = np.zeros((rows, size))
        for index, end in enumerate(item.inputs):
            if end in found:
                local = gate_jacobian(result.plan, result.values, InputPort(item.node, index))
                found[item.node] += local.dense() @ found[end]
    return found.get(target, np.zeros((result.values[target].size, size)))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_jacobians_chained_are_what_finite_differences_say(data: st.DataObject) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 1000)))
    builder = GraphBuilder()
    weights = builder.source("input", rng.normal(size=(2, 3)), "W")
    x = builder.source("input", rng.normal(size=3), "x")
    nodes = {(3,): [x], (2, 3): [weights], (2,): [builder.gate("matmul", weights, x)]}
    for _ in range(data.draw(st.integers(1, 5))):
        shape = data.draw(st.sampled_from(list(nodes)))
        one = data.draw(st.sampled_from(nodes[shape]))
        if data.draw(st.booleans()):
            nodes[shape].append(builder.gate(data.draw(st.sampled_from(SMOOTH)), one))
        else:
            other_shape = data.draw(st.sampled_from([shape, (3,)] if shape[-1] == 3 else [shape]))
            other = data.draw(st.sampled_from(nodes[other_shape]))
            operation = data.draw(st.sampled_from(("add", "multiply", "subtract")))
            nodes[shape].append(builder.gate(operation, one, other))
    target = nodes[data.draw(st.sampled_from(list(nodes)))][-1]
    result = evaluate(builder.build(target))
    for source in (weights, x):
        found, expected = through(result, target, source), differences(result, target, source)
        np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_a_wide_relu_says_diagonal_without_building_anything() -> None:
    builder = GraphBuilder()
    x = builder.source("input", np.linspace(-1, 1, 4096), "x")
    gate = builder.gate("relu", x)
    result = evaluate(builder.build(gate))
    tracemalloc.start()
    found = gate_jacobian(result.plan, result.values, InputPort(gate, 0))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000 < found.bytes_if_built == 4096 * 4096 * 8
    assert found.structure is Structure.DIAGONAL
    assert found.entries is not None
    assert found.entries.shape == (4096,)
    assert (found.entry(0, 0), found.entry(4095, 4095), found.entry(4095, 0)) == (0.0, 1.0, 0.0)
    with pytest.raises(EvaluationError, match="4096×4096 entries.*is diagonal: nobody builds"):
        found.dense()


@pytest.mark.parametrize(
    ("operation", "shapes", "port", "structure"),
    [
        ("add", ((3,), (3,)), 0, Structure.IDENTITY),
        ("subtract", ((3,), (3,)), 1, Structure.SCALED_IDENTITY),
        ("negate", ((),), 0, Structure.SCALED_IDENTITY),
        ("tanh", ((2, 2),), 0, Structure.DIAGONAL),
        ("binary_step", ((3,),), 0, Structure.ZERO),
        ("max", ((3,), (3,)), 0, Structure.ONE_HOT_ROWS),
        ("min", ((3,), ()), 1, Structure.ONE_HOT_ROWS),
        ("add", ((2, 3), (3,)), 1, Structure.ONE_ENTRY_ROWS),
        ("matmul", ((2, 3), (3,)), 1, Structure.DENSE),
        ("matmul", ((2, 3), (3,)), 0, Structure.SPARSE),
        ("matmul", ((1, 3), (3,)), 0, Structure.DENSE),
        ("matmul", ((2, 3), (3, 2)), 0, Structure.SPARSE),
        ("matmul", ((2, 3), (3, 2)), 1, Structure.SPARSE),
        ("outer_product", ((2,), (3,)), 0, Structure.SPARSE),
        ("softmax", ((3,),), 0, Structure.DENSE),
        ("softmax", ((2, 3),), 0, Structure.SPARSE),
        ("log_sum_exp", ((3,),), 0, Structure.DENSE),
        ("squared_norm", ((3,),), 0, Structure.DENSE),
        ("mean", ((4,),), 0, Structure.DENSE),
        ("sum", ((1,),), 0, Structure.IDENTITY),
    ],
)
def test_a_gate_knows_the_structure_of_its_jacobian(
    operation: str, shapes: tuple[tuple[int, ...], ...], port: int, structure: Structure
) -> None:
    rng = np.random.default_rng(3)
    builder = GraphBuilder()
    sources = [builder.source("input", rng.normal(size=shape)) for shape in shapes]
    gate = builder.gate(operation, *sources)
    result = evaluate(builder.build(gate))
    found = gate_jacobian(result.plan, result.values, InputPort(gate, port))
    assert found.structure is structure
    check_entries(found)
    expected = differences(result, gate, sources[port])
    np.testing.assert_allclose(found.dense(), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    ("shapes", "port", "possible"),
    [
        # An element of W moves the output of its own row alone.
        (((2, 3), (3,)), 0, 2 * 3),
        (((4, 3), (3, 5)), 0, 4 * 5 * 3),
        (((4, 3), (3, 5)), 1, 4 * 5 * 3),
        (((2, 3), (3,)), 1, 2 * 3),
    ],
)
def test_entries_that_are_0_whatever_the_numbers_are_are_counted(
    shapes: tuple[tuple[int, ...], ...], port: int, possible: int
) -> None:
    builder = GraphBuilder()
    dice = np.random.default_rng(5)
    sources = [builder.source("input", dice.normal(size=shape)) for shape in shapes]
    gate = builder.gate("matmul", *sources)
    result = evaluate(builder.build(gate))
    assert gate_jacobian(result.plan, result.values, InputPort(gate, port)).possible == possible


def test_what_is_too_large_to_be_looked_at_is_not_called_dense() -> None:
    builder = GraphBuilder()
    weights = builder.source("parameter", np.ones((200, 200)), "W")
    x = builder.source("input", np.ones(200), "x")
    gate = builder.gate("matmul", weights, x)
    result = evaluate(builder.build(gate))
    found = gate_jacobian(result.plan, result.values, InputPort(gate, 0))
    assert (found.structure, found.possible) == (Structure.MIXING, None)


def test_a_tie_of_a_router_is_not_one_hot() -> None:
    builder = GraphBuilder()
    a, b = builder.source("input", [1.0, 2.0]), builder.source("input", [1.0, 3.0])
    gate = builder.gate("max", a, b)
    result = evaluate(builder.build(gate))
    found = gate_jacobian(result.plan, result.values, InputPort(gate, 0))
    assert found.structure is Structure.DIAGONAL
    assert found.dense().tolist() == [[0.5, 0.0], [0.0, 0.0]]


def test_a_gate_that_only_moves_elements_has_one_hot_rows() -> None:
    builder = GraphBuilder()
    swap = builder.source("constant", [[0.0, 1.0], [1.0, 0.0]])
    nothing = builder.source("constant", np.zeros((2, 2)))
    x = builder.source("input", [3.0, 4.0], "x")
    swapped, lost = builder.gate("matmul", swap, x), builder.gate("matmul", nothing, x)
    result = evaluate(builder.build(swapped))
    found = gate_jacobian(result.plan, result.values, InputPort(swapped, 1))
    assert found.structure is Structure.ONE_HOT_ROWS
    assert found.dense().tolist() == [[0.0, 1.0], [1.0, 0.0]]
    found = gate_jacobian(result.plan, result.values, InputPort(lost, 1))
    assert (found.structure, found.dense().tolist()) == (Structure.ZERO, [[0.0, 0.0]] * 2)


def test_a_jacobian_of_no_elements_is_empty() -> None:
    builder = GraphBuilder()
    empty = builder.source("input", np.zeros(0), "e")
    square, total = builder.gate("square", empty), builder.gate("sum", empty)
    result = evaluate(builder.build(total))
    for gate, shape in ((square, (0, 0)), (total, (1, 0))):
        found = gate_jacobian(result.plan, result.values, InputPort(gate, 0))
        assert found.dense().shape == found.rows_and_columns == shape


def test_what_is_not_there_is_refused() -> None:
    builder = GraphBuilder()
    x = builder.source("input", [1.0, 2.0], "x")
    gate = builder.gate("square", x)
    result = evaluate(builder.build(gate))
    found = gate_jacobian(result.plan, result.values, InputPort(gate, 0))
    with pytest.raises(EvaluationError, match="no entry in row 2 and column 0"):
        found.entry(2, 0)
    for port in (InputPort(x, 0), InputPort(gate, 1)):
        with pytest.raises(EvaluationError, match=f"Node {port.node} has no input"):
            gate_jacobian(result.plan, result.values, port)
    with pytest.raises(EngineError, match="no node 9"):
        gate_jacobian(result.plan, result.values, InputPort(NodeId(9), 0))
    assert OPERATIONS["sum"].derivatives is None
