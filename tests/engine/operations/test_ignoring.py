"""What operations ignore is said in their records, and let through by no gate, group or pass."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arrays import Array
from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.folding import fold
from engine.graph.group_operation import make_body, make_operation
from engine.graph.groups import group_nodes, set_folded
from engine.operations.catalog import OPERATIONS
from engine.operations.ignoring import Application
from engine.operations.operation import Operation
from engine.settings import complete
from tests.support.graphs import node

GATES = [record for record in OPERATIONS.values() if not record.is_source]


def applications(record: Operation) -> list[Application]:
    """Return the operation at many numbers of everyday size."""
    random = np.random.default_rng(1)
    settings = complete(record.settings, {})
    shapes: list[tuple[int, ...]] = [(4,)] * record.arity
    if record.name == "matmul":
        shapes = [(3, 4), (4,)]
    if record.name == "element":
        shapes = [(2, 2)]
    found = []
    for number in range(20):
        inputs = [random.choice((0.3, 0.7, 1.4, 2.6, -0.4, -1.7, -3.1), shape) for shape in shapes]
        if record.name == "multiclass_hinge" and number % 2:
            # Its target is a class, or the chance of each.
            inputs[-1] = np.eye(4)[number % 4]
        with np.errstate(all="ignore"):
            output = np.asarray(record.forward(*inputs, **settings))
        found.append(Application(record, settings, inputs, output))
    return found


def moves(gate: Application, index: int, place: tuple[int, ...]) -> bool:
    """Tell whether the output changes when one element of an input does, a little or by a slope."""
    unit = np.zeros(np.shape(gate.inputs[index]))
    unit[place] = 1.0
    inputs = list(gate.inputs)
    settings = gate.settings
    with np.errstate(all="ignore"):
        slope = gate.operation.jvps[index](unit, gate.output, *inputs, **settings)
        for step in (-0.01, 0.01):
            moved = [*inputs[:index], inputs[index] + step * unit, *inputs[index + 1 :]]
            if not np.array_equal(gate.operation.forward(*moved, **settings), gate.output):
                return True
    return bool(np.any(slope != 0))


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
def test_what_moves_nothing_all_around_is_ignored_and_nothing_else_is(record: Operation) -> None:
    for gate in applications(record):
        if not np.isfinite(gate.output).all():
            continue
        whole = np.ones(np.shape(gate.output), bool)
        for index, value in enumerate(gate.inputs):
            listened = gate.listening(index, whole)
            for place in np.ndindex(value.shape):
                assert listened[place] == moves(gate, index, place)
                alone = np.zeros(value.shape, bool)
                alone[place] = True
                assert gate.moving(index, alone).any() == listened[place]


def local_of_group(formula: str, x: Array) -> tuple[Array, Array, Array]:
    """Return what a formula of x in a group hands back of 1, its slope, and the graph's own."""
    graph = parse_formula(formula)
    source = node(graph, "x")
    graph = set_value(graph, source, x)
    members = frozenset(graph.nodes) - {source}
    record = make_operation(make_body(graph, members), "inner", None)
    with np.errstate(all="ignore"):
        output = record.forward(x)
        back = record.vjps[0](np.ones(np.shape(output)), output, x)
        assert record.derivatives is not None
        slope = record.derivatives[0](output, x)
    return back, slope, evaluate(graph).gradients.nodes[source]


@pytest.mark.parametrize(
    ("formula", "x"),
    [("sqrt(relu(x))", -1.0), ("sqrt(relu(2*x))", [-1.0, 4.0]), ("max(sqrt(x), 0.1)", [0.0, 4.0])],
)
def test_a_group_leaves_out_what_its_members_ignore(formula: str, x: list[float]) -> None:
    back, slope, expected = local_of_group(formula, np.array(x))
    assert np.isfinite(expected).all()
    np.testing.assert_array_equal(back, expected)
    np.testing.assert_array_equal(slope, expected)


def test_a_folded_group_is_ignored_and_ignores_as_its_gates_do() -> None:
    graph = parse_formula("sqrt(relu(2*x)) + max(log(w), 1)")
    graph = set_value(graph, node(graph, "x"), -1.0)
    graph = set_value(graph, node(graph, "w"), 0.0)
    gates = {graph.nodes[key].operation: key for key in graph.gates()}
    for members in (["relu", "multiply"], ["log", "max"], ["sqrt", "relu"]):
        grouped, group = group_nodes(graph, [gates[name] for name in members], "inner")
        folded = fold(set_folded(grouped, group, True)).graph
        with np.errstate(all="ignore"):
            found = evaluate(folded).gradients.nodes
        assert [float(found[node(graph, name)]) for name in "xw"] == [0.0, 0.0]


def test_a_group_that_mixes_elements_ignores_those_that_its_members_ignore() -> None:
    """What comes back of a sum of maxima meets an infinite slope where a maximum is the other."""
    graph = parse_formula("sum(max(sqrt(x), 0.1))")
    graph = set_value(graph, node(graph, "x"), [0.0, 4.0])
    gates = {graph.nodes[key].operation: key for key in graph.gates()}
    grouped, group = group_nodes(graph, [gates["max"], gates["sum"]], "inner")
    folded = fold(set_folded(grouped, group, True)).graph
    with np.errstate(all="ignore"):
        found = evaluate(folded).gradients.nodes[node(graph, "x")]
    np.testing.assert_array_equal(found, [0.0, 0.25])
