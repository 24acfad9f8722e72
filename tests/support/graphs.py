"""Graphs for tests: the course's first examples, and Hypothesis strategies that make any."""

from __future__ import annotations

from hypothesis import strategies as st

from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from engine.operations.catalog import OPERATIONS

# Gates that are smooth and finite wherever random inputs take them.
SMOOTH_GATES = ("add", "subtract", "multiply", "negate", "square", "tanh", "sigmoid", "sin", "cos")


def product_of_sum() -> Graph:
    """Return COURSE A1, f = (x + y)·z at −2, 5, −4."""
    builder = GraphBuilder()
    x, y, z = (
        builder.source("input", value, name) for value, name in ((-2, "x"), (5, "y"), (-4, "z"))
    )
    q = builder.gate("add", x, y, name="q")
    return builder.build(builder.gate("multiply", q, z, name="f"))


def sum_over_paths() -> Graph:
    """Return COURSE A5, e = (a + b)·(b + 1) at 2, 1."""
    builder = GraphBuilder()
    a, b = builder.source("input", 2, "a"), builder.source("input", 1, "b")
    c = builder.gate("add", a, b, name="c")
    d = builder.gate("add", b, builder.source("constant", 1), name="d")
    return builder.build(builder.gate("multiply", c, d, name="e"))


def node(graph: Graph, name: str) -> NodeId:
    """Return the node of that name, which must exist."""
    found = graph.named(name)
    assert found is not None, f"no node {name}"
    return found


@st.composite
def scalar_graphs(draw: st.DrawFn, max_gates: int = 12) -> Graph:
    """Draw a finished graph of smooth scalar gates over a few inputs; later nodes reuse any."""
    builder = GraphBuilder()
    numbers = st.floats(-2, 2, allow_nan=False).map(lambda number: round(number, 3))
    nodes = [
        builder.source(draw(st.sampled_from(("input", "constant"))), draw(numbers))
        for _ in range(draw(st.integers(0, 4)))
    ]
    nodes.append(builder.source("input", draw(numbers)))
    for _ in range(draw(st.integers(1, max_gates))):
        operation = draw(st.sampled_from(SMOOTH_GATES))
        inputs = [draw(st.sampled_from(nodes)) for _ in OPERATIONS[operation].inputs]
        nodes.append(builder.gate(operation, *inputs))
    return builder.build(nodes[-1])
