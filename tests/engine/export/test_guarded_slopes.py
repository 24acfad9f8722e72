"""At the edges of slopes the exported program leaves out what the app's own pass leaves out."""

from __future__ import annotations

import math
import re
import runpy
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.export.numpy_guards import is_wild
from engine.export.numpy_source import numpy_source
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.topology import ancestors
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.graph.test_groups import grown_groups

IGNORING = [record for record in OPERATIONS.values() if record.ignores]
WILD = [
    record
    for record in OPERATIONS.values()
    if not record.is_source and record.arity <= 2 and record.derivatives and is_wild(record)
]
EDGES = (0.0, -0.0, 1.0, -1.0, 0.5, 800.0, -800.0, 1e-320)


def graph_of(formula: str, **values: ArrayLike) -> Graph:
    graph = parse_formula(formula)
    names = {node.name: node_id for node_id, node in graph.nodes.items() if node.is_source}
    for name, value in values.items():
        graph = set_value(graph, names[name], value)
    return graph


def exported(graph: Graph, folder: Path, *, grouped: bool = False) -> dict[str, np.ndarray]:
    """Return the gradients that a graph's program computes of the graph's own values."""
    path = folder / "exported.py"
    path.write_text(numpy_source(graph, grouped=grouped), encoding="utf-8")
    function = runpy.run_path(str(path))["value_and_gradients"]
    assert graph.result is not None
    needed = ancestors(graph, graph.result)
    sources = {
        node.name: np.array(node.value)
        for key, node in graph.nodes.items()
        if node.is_source and node.name and key in needed
    }
    with np.errstate(all="ignore"):
        _, gradients = function(**sources)
    return {name: np.asarray(value) for name, value in gradients.items()}


def assert_as_the_app(graph: Graph, folder: Path, *, grouped: bool = False) -> None:
    with np.errstate(all="ignore"):
        result = evaluate(graph)
    found = exported(graph, folder, grouped=grouped)
    for node, expected in result.gradients.nodes.items():
        shown = graph.nodes.get(node)
        if shown is not None and shown.is_source and shown.name in found:
            np.testing.assert_allclose(found[shown.name], expected, rtol=1e-12, atol=1e-300)


def chain(ignoring: Operation, port: int, wild: Operation, number: float) -> Graph:
    """Return an ignoring gate on a wild one of a product, so that 0·∞ may arise at each."""
    builder = GraphBuilder()
    # What mixes elements takes rows.
    is_row = ignoring.derivatives is None
    x = builder.source("input", [number, 0.5] if is_row else number, "x")
    w = builder.source("parameter", 1.0, "w")
    aside = [0.25, 0.75] if is_row else 0.25
    inner = builder.add_node(Node(wild.name))
    product = builder.gate("multiply", x, w)
    for index in range(wild.arity):
        builder.wire(product if index == 0 else x, InputPort(inner, index))
    behind = builder.gate("multiply", inner, x)
    outer = builder.add_node(Node(ignoring.name))
    for index in range(ignoring.arity):
        other = behind if index == port else builder.source("input", aside, f"other{index}")
        builder.wire(other, InputPort(outer, index))
    return builder.build(outer)


@pytest.mark.parametrize("wild", WILD, ids=lambda record: record.name)
@pytest.mark.parametrize("ignoring", IGNORING, ids=lambda record: record.name)
def test_each_guarded_slope_is_exported_as_it_is_recorded(
    ignoring: Operation, wild: Operation, tmp_path: Path
) -> None:
    with np.errstate(all="ignore"):
        for port in range(ignoring.arity):
            for number in EDGES:
                assert_as_the_app(chain(ignoring, port, wild, number), tmp_path)


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        ("max(sqrt(x), 0.1)", {"x": 0.0}),
        ("min(1/x, 3)", {"x": 0.0}),
        ("relu(log(x))*y", {"x": 0.0, "y": 2.0}),
        ("where(c, exp(x), x)", {"c": -1.0, "x": 1000.0}),
        ("where(c, exp(x)*x, x) + sqrt(x)", {"c": -1.0, "x": 1000.0}),
        ("where(c, sqrt(x), 0*x)", {"c": [1.0, -1.0], "x": [4.0, 0.0]}),
        ("sum(max(sqrt(x), y))", {"x": [[0.0, 4.0], [1.0, 0.0]], "y": [0.1, 0.2]}),
        ("sum(max(sqrt(x), y))", {"x": 0.0, "y": [0.1, 0.2]}),
        # The infinite slope stands before what ignores a source, or a gate.
        ("sqrt(relu(x))", {"x": -1.0}),
        ("sqrt(relu(2*x))", {"x": -1.0}),
        ("sqrt(step(x)*y)", {"x": 2.0, "y": 4.0}),
        ("sqrt(clip(x) + 1)", {"x": -3.0}),
        ("sum(sqrt(max(x, 0)))", {"x": [-1.0, 4.0]}),
        ("log(dropout(x, rate=0.9) + y)", {"x": 3.0, "y": 1.0}),
        # What passes elements on lets those be ignored one by one.
        ("sum(max(concatenate(sqrt(x), y), 1))", {"x": [0.0, 4.0], "y": [2.0, 0.5]}),
        ("sum(min(1/transpose(x), y))", {"x": [[0.0, 4.0], [1.0, 2.0]], "y": [[1.0, 2.0]]}),
        ("sum(max(sqrt(W) @ x, b))", {"W": [[0.0, 0.0], [3.0, 4.0]], "x": [1.0, 1.0],
                                      "b": [100.0, 0.0]}),
        ("sum(maxout(sqrt(x)))", {"x": [0.0, 4.0]}),
        ("hinge(1 + 1/x, t)", {"x": [0.0, 4.0], "t": [1.0, 1.0]}),
    ],
)  # fmt: skip
def test_formulas_beside_an_infinite_slope(
    formula: str, values: dict[str, ArrayLike], tmp_path: Path
) -> None:
    graph = graph_of(formula, **values)
    result = evaluate(graph)
    for node, gradient in result.gradients.nodes.items():
        if graph.nodes[node].is_source:
            assert np.isfinite(gradient).all()
    assert_as_the_app(graph, tmp_path)


@pytest.mark.parametrize(
    ("formula", "values", "operations"),
    [
        # The group itself is ignored, and what feeds it hears nothing through it.
        ("max(2*sqrt(x), 0.1)", {"x": 0.0}, {"multiply", "sqrt"}),
        ("max(2*sum(sqrt(x)), 9)", {"x": [0.0, 4.0]}, {"multiply", "sum"}),
        # Some elements of the group are ignored and others not.
        ("sum(max(2*sqrt(x), 0.1))", {"x": [0.0, 4.0]}, {"multiply", "sqrt"}),
        ("sum(max(2*sqrt(x)*y, 1))", {"x": [0.0, 4.0], "y": [[1.0], [2.0]]}, {"multiply", "sqrt"}),
        # What ignores is inside, and the infinite slope before the group, or behind it.
        ("max(2*sqrt(x), 0.1)", {"x": 0.0}, {"multiply", "max"}),
        ("sum(max(2*sqrt(x), 0.1)*3)", {"x": [0.0, 4.0]}, {"max", "multiply"}),
        ("sqrt(max(2*x, 0*y))", {"x": -1.0, "y": 1.0}, {"max", "multiply"}),
        ("sqrt(max(2*x, 0*y))", {"x": -1.0, "y": 1.0}, {"sqrt", "max"}),
        # The group is a known function in disguise, and ignored.
        ("max(1/(1 + exp(-x))*log(x), 0.1)", {"x": 0.0}, {"divide", "add", "exp", "negate"}),
        # Products leave the numbers, though no slope is infinite by itself.
        ("where(c, x*y*w, x)", {"c": -1.0, "x": 1e200, "y": 1e200, "w": 2.0}, {"multiply"}),
        ("1e200*(1e200*max(2*x, 3*y))", {"x": -1.0, "y": 1.0}, {"max", "multiply"}),
    ],
)  # fmt: skip
def test_a_group_beside_an_infinite_slope_is_exported_as_it_is_computed(
    formula: str, values: dict[str, ArrayLike], operations: set[str], tmp_path: Path
) -> None:
    graph = graph_of(formula, **values)
    assert_as_the_app(graph, tmp_path)
    members = [key for key in graph.gates() if graph.nodes[key].operation in operations]
    graph, _ = group_nodes(graph, members, "inner")
    assert "def inner_backward(" in numpy_source(graph, grouped=True)
    assert_as_the_app(graph, tmp_path, grouped=True)


ELEMENTWISE = (
    "sqrt({})",
    "log({})",
    "exp({})",
    "1/{}",
    "relu({})",
    "step({})",
    "dropout({})",
    "clip({})",
    "{}**2",
    "2*{}",
    "tanh({})",
)
JOINING = ("{}*{}", "{} + {}", "{}/{}", "max({}, {})", "min({}, {})", "where({}, {}, {})", "{}**{}")
MIXING = (
    "sum({})", "mean({})", "squared_norm({})", "reshape({})", "transpose({})", "hinge({}, {})",
)  # fmt: skip
NUMBERS = st.sampled_from([0.0, -0.0, 1.0, -1.0, 0.5, 4.0, 800.0, 1e200, -1e200, 1e-320])


@st.composite
def graphs_at_edges(draw: st.DrawFn) -> Graph:
    """Draw a graph at numbers where slopes and products leave the numbers, and groups in it."""
    terms = ["x", "y", "v"]
    lines = []
    for number in range(draw(st.integers(2, 8))):
        form = draw(st.sampled_from(draw(st.sampled_from((ELEMENTWISE, JOINING, JOINING, MIXING)))))
        # The last terms are taken more often, so that chains get long.
        chosen = [draw(st.sampled_from(terms[-3:] + terms)) for _ in range(form.count("{}"))]
        terms.append(f"t{number}")
        lines.append(f"{terms[-1]} = {form.format(*chosen)}")
    graph = parse_formula("; ".join([*lines, f"f = sum({terms[-1]})"]))
    for name, shape in (("x", ()), ("y", ()), ("v", (3,))):
        key = graph.named(name)
        if key is not None:
            size = math.prod(shape)
            numbers = draw(st.lists(NUMBERS, min_size=size, max_size=size))
            graph = set_value(graph, key, np.reshape(numbers, shape))
    return draw(grown_groups(graph))


@given(graphs_at_edges())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_wherever_the_app_shows_a_number_the_program_gives_it(tmp_path: Path, graph: Graph) -> None:
    for grouped in (False, True):
        assert_as_the_app(graph, tmp_path, grouped=grouped)


def handed_on(graph: Graph) -> Graph:
    """Return the graph with a gate behind each source, which hands its value on to all it feeds."""
    nodes, wires = dict(graph.nodes), dict(graph.wires)
    for number, (key, node) in enumerate(graph.nodes.items()):
        if node.is_source:
            gate = NodeId(max(graph.nodes) + 1 + number)
            nodes[gate] = Node("identity")
            wires |= {port: gate for port, source in graph.wires.items() if source == key}
            wires[InputPort(gate, 0)] = key
    return Graph(nodes, wires, graph.result)


@given(graphs_at_edges())
@settings(max_examples=150, deadline=None)
def test_a_source_gets_what_a_gate_in_its_place_gets(graph: Graph) -> None:
    with np.errstate(all="ignore"):
        found, beside = (evaluate(it).gradients.nodes for it in (graph, handed_on(graph)))
    for node, gradient in found.items():
        if graph.nodes[node].is_source:
            np.testing.assert_array_equal(beside[node], gradient)


def test_a_sum_that_the_result_ignores_hands_nothing_back(tmp_path: Path) -> None:
    graph = graph_of("max(sum(sqrt(x)), y)", x=[0.0, 4.0], y=9.0)
    assert_as_the_app(graph, tmp_path)
    assert np.array_equal(exported(graph, tmp_path)["x"], [0, 0])


def test_no_line_gives_a_mask_another_name(tmp_path: Path) -> None:
    graph = graph_of("max(3*(2*sqrt(x)), 0.1)", x=0.0)
    source = numpy_source(graph)
    assert "_reaches_" in source
    assert not re.findall(r"^\s*_reaches_\w+ = _?\w+$", source, re.MULTILINE)
    assert_as_the_app(graph, tmp_path)


def test_what_only_happens_to_have_slope_0_stays_undefined(tmp_path: Path) -> None:
    graph = graph_of("sqrt(x)**2", x=0.0)
    assert np.isnan(exported(graph, tmp_path)["x"])


def test_a_network_of_tame_gates_is_exported_without_a_mask() -> None:
    source = numpy_source(graph_of("relu(w*x + b)*v", w=1, x=2, b=3, v=4))
    assert "_reaches_" not in source


def test_behind_a_gate_that_is_shut_no_finite_slope_is_guarded(tmp_path: Path) -> None:
    graph = graph_of(
        "L = binary_cross_entropy(sigmoid(relu(X @ W + b) @ V), t)",
        X=[[1.0, 2.0]], W=[[1.0, -2.0], [3.0, -4.0]], b=[0.0, 0.0], V=[[1.0], [2.0]], t=[[1.0]],
    )  # fmt: skip
    source = numpy_source(graph)
    assert "_reaches_" not in source
    # The gate itself is, since the slope of the loss may be infinite.
    assert source.count("np.where(np.logical_not(") == 1
    assert_as_the_app(graph, tmp_path)


@pytest.mark.parametrize("record", IGNORING, ids=lambda record: record.name)
def test_what_is_ignored_is_written_as_it_is_computed(record: Operation) -> None:
    assert len(record.numpy_ignores) == len(record.ignores)
