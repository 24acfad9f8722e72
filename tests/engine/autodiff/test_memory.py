"""No graph takes more memory than is stated: what would is a problem, named at its root."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.passes import memory
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.memory import LARGEST_BYTES, node_bytes, refuse_too_large
from engine.autodiff.passes.plan import compile_plan, restricted
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import add_node, set_value
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, Node, NodeId
from engine.graph.shapes import infer_shapes
from tests.support.graphs import node


def chain_behind_an_outer_product(length: int, gates: int) -> tuple[Graph, NodeId]:
    builder = GraphBuilder()
    a, b = (builder.source("input", np.full(length, 0.5), name) for name in "ab")
    product = last = builder.gate("outer", a, b)
    for _ in range(gates):
        last = builder.gate("tanh", last)
    return builder.build(builder.gate("mean", last)), product


def test_the_gate_that_makes_a_graph_too_large_is_named_and_nothing_computed() -> None:
    graph, product = chain_behind_an_outer_product(3100, 40)
    result = evaluate(graph)
    assert list(result.problems) == [product]
    error = result.problems[product]
    assert error.code == "graph_too_large"
    assert error.sentence == (
        "This graph needs about 6.3 GB for its values and gradients, and Wiregrad computes up to "
        "1 GB: make the 3100×3100 numbers of Outer product fewer."
    )
    assert error.details["node"] == product
    assert result.values.keys() == {node(graph, "a"), node(graph, "b")}
    smaller = set_value(set_value(graph, node(graph, "a"), np.ones(4)), node(graph, "b"), [1, 2])
    assert not evaluate(smaller, result).problems


def test_what_is_counted_is_what_a_graph_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    graph, _ = chain_behind_an_outer_product(60, 5)
    inference = infer_shapes(graph)
    counted = sum(node_bytes(graph, inference.order, inference.shapes).values())
    result = evaluate(graph)
    held = {id(it): it.nbytes for it in result.values.values()}
    held |= {id(it): it.nbytes for it in result.gradients.nodes.values()}
    held |= {id(it): it.nbytes for it in result.gradients.wires.values()}
    assert sum(held.values()) <= counted <= 1.2 * sum(held.values())
    monkeypatch.setattr(memory, "LARGEST_BYTES", counted)
    assert not compile_plan(graph).problems
    monkeypatch.setattr(memory, "LARGEST_BYTES", counted - 1)
    assert compile_plan(graph).problems


def test_what_does_not_depend_on_it_is_computed_still() -> None:
    builder = GraphBuilder()
    a = builder.source("input", np.ones(20), "a")
    small = builder.gate("sum", a)
    large = builder.gate("outer", a, a)
    behind = builder.gate("mean", large)
    graph = builder.build(behind)
    inference = infer_shapes(graph)
    refused = refuse_too_large(graph, inference.order, inference.shapes, most=2000)
    assert list(refused) == [large]
    weights = node_bytes(graph, inference.order, inference.shapes)
    assert weights[a] + weights[small] <= 2000


def test_several_roots_are_refused_until_the_rest_fits() -> None:
    builder = GraphBuilder()
    a = builder.source("input", np.ones(30), "a")
    products = [builder.gate("outer", a, a) for _ in range(4)]
    graph = builder.build(products[-1])
    inference = infer_shapes(graph)
    refused = refuse_too_large(graph, inference.order, inference.shapes, most=40_000)
    assert list(refused) == products[:2]


def test_a_folded_group_weighs_as_much_as_its_members() -> None:
    graph, _ = chain_behind_an_outer_product(3100, 40)
    graph, _ = group_nodes(graph, list(graph.gates()), "all")
    folded = fold(graph).graph
    result = evaluate(folded)
    assert [error.code for error in result.problems.values()] == ["graph_too_large"]
    assert all(value.nbytes < LARGEST_BYTES for value in result.values.values())


def test_an_ordinary_graph_is_never_refused() -> None:
    builder = GraphBuilder()
    weights = builder.source("parameter", np.ones((1500, 1500)), "W")
    x = builder.source("input", np.ones(1500), "x")
    graph = builder.build(builder.gate("mean", builder.gate("matmul", weights, x)))
    assert not compile_plan(graph).problems


def test_what_is_gone_with_a_refused_gate_is_not_refused_again() -> None:
    builder = GraphBuilder()
    a = builder.source("input", np.ones(30), "a")
    c = builder.source("constant", np.ones(20), "c")
    product = builder.gate("outer", a, a)
    builder.gate("add", builder.gate("tanh", product), product)
    fixed = builder.gate("outer", c, c)
    graph, _ = add_node(builder.build(fixed), Node("exp"))
    inference = infer_shapes(graph)
    weights = node_bytes(graph, inference.order, inference.shapes)
    # A gate without an input takes nothing, and one of constants alone has no gradient.
    assert weights.keys() == inference.shapes.keys() < graph.nodes.keys()
    assert weights[fixed] == 400 * 8
    refused = refuse_too_large(graph, inference.order, inference.shapes, most=2000)
    assert list(refused) == [product, fixed]


def test_a_plan_of_what_has_values_holds_only_those_gates() -> None:
    graph = parse_formula("tanh(x) + y")
    plan = compile_plan(graph)
    assert restricted(plan, plan.shapes) is plan
    assert graph.result is not None
    known = plan.shapes.keys() - {graph.result}
    smaller = restricted(plan, known)
    assert [item.operation.name for item in smaller.instructions] == ["tanh"]
    assert smaller.shapes.keys() == known
