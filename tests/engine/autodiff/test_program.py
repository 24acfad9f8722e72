"""Programs compute what the passes compute, again and again, for what was asked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from engine.autodiff.codegen.program import Program
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.errors import EngineError
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, Node, NodeId
from tests.support.graphs import node, product_of_sum, scalar_graphs, sum_over_paths


def _inputs(graph: Graph) -> list[NodeId]:
    return [key for key in graph.sources() if graph.nodes[key].operation == "input"]


@given(scalar_graphs())
@settings(max_examples=80, deadline=None)
def test_a_program_gives_the_passes_numbers_to_the_last_bit(graph: Graph) -> None:
    target, inputs = graph.result, _inputs(graph)
    assert target is not None
    program = Program(compile_plan(graph), target, changing=inputs, asked=inputs)
    expected = evaluate(graph)
    values = program.forward(*(expected.values[source] for source in inputs))
    assert program.value(values) == expected.values[target]
    for source, gradient in zip(inputs, program.backward(values), strict=True):
        assert gradient == expected.gradients.nodes.get(source, 0.0)


def test_other_values_give_other_numbers_and_constants_are_computed_once() -> None:
    graph = sum_over_paths()
    a, b, e = (node(graph, name) for name in "abe")
    program = Program(compile_plan(graph), e, changing=[a, b], asked=[b])
    for value in (1.0, 4.0):
        values = program.forward(np.array(2.0), np.array(value))
        assert program.value(values) == (2 + value) * (value + 1)
        assert program.value(values, node(graph, "c")) == 2 + value
        assert program.backward(values) == [pytest.approx(2 * value + 3)]


def test_many_points_at_once_each_get_their_own_derivative() -> None:
    graph = product_of_sum()
    x, y, z, f = (node(graph, name) for name in "xyzf")
    program = Program(compile_plan(graph), f, changing=[x, y, z], asked=[x, z])
    points = np.arange(12.0).reshape(3, 4)
    values = program.forward(points, points, points)
    assert np.array_equal(program.value(values), 2 * points * points)
    along_x, along_z = program.backward(values)
    assert np.array_equal(along_x, points)
    assert np.array_equal(along_z, 2 * points)


def test_what_the_target_does_not_depend_on_has_the_gradient_zero() -> None:
    graph = product_of_sum()
    x, q, z = (node(graph, name) for name in "xqz")
    program = Program(compile_plan(graph), q, changing=[x, z], asked=[x, z])
    values = program.forward(np.array(1.0), np.array(2.0))
    assert program.backward(values) == [1.0, 0.0]


def test_an_unfinished_target_is_refused() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0, "x")
    graph, lonely = edits.add_node(builder.build(), Node("add"))
    with pytest.raises(EngineError, match="has no wire"):
        Program(compile_plan(graph), lonely, changing=[x], asked=[x])
