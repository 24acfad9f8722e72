"""A graph's formula is read back as the same graph, and has no parenthesis too many."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.settings import Setting
from tests.support.graphs import product_of_sum, sum_over_paths


@pytest.mark.parametrize(
    "text",
    [
        "(x + y)*z",
        "1/(1 + exp(-(w0*x0 + w1*x1 + w2)))",
        "c = a + b; f = c*(c + 1)",
        "a - (b - c)",
        "a - b - c",
        "a/(b*c)",
        "a/b*c",
        "a*(b/c)",
        "(a**b)**c",
        "a**b**c",
        "-x²",
        "(-x)²",
        "-(x*y)",
        "-x*y",
        "-(-x)",
        "x - (-2)",
        "x*(-y)",
        "2**(-x)",
        "(-2)**x",
        "1/x/y",
        "y*(1/x)",
        "1/(x*y)",
        "(1/x)²",
        "-1/x",
        "-(2)",
        "x**(2)",
        "(1)/x",
        "W @ x + b",
        "W @ (x + b)",
        "leaky_relu(x + 1, slope=0.1)",
        "max(a + b, -c)",
        "a = 3; f = a*x",
        "W = [[1, -2], [0.5, 1e-5]]; f = W @ x",
        "q = x + y; f = q*z; q",
        "x; y; f = a*b",
        "b*(a + b); b",
        "f = ? + max(x, ?)",
        "1e-5*x + 100000",
        "x",
        "3",
        "2x + 3(y + 1)² - 0.5sin(2π*x)",
        "-2x",
        "-(2x)",
        "2(3x)",
        "x/(2y)",
        "2*loss + 2*e + 2*|x|",
        "|x| + |a - |b| + c|*|d|",
        "absolute(|x|)",
        "(Wᵀ @ x)ᵀ + (Wᵀ)²",
        "max(a, b, c)",
        "max(a, max(b, c))",
        "(e)**x + (e)² - e",
        "π*r²",
        "e = c*d",
        "x′ + ŷ",
    ],
)
def test_a_formula_without_needless_parentheses_is_printed_as_written(text: str) -> None:
    assert format_formula(parse_formula(text)) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("((x)+((y)))*(z)", "(x + y)*z"),
        ("a+(b*c)", "a + b*c"),
        ("(a*b)*c", "a*b*c"),
        ("a**(b**c)", "a**b**c"),
        ("1/(1/x)", "1/(1/x)"),
        ("ln(x)", "log(x)"),
        ("0.50*x", "0.5x"),
        ("leaky_relu(x, slope=0.01)", "leaky_relu(x)"),
        ("b = a; b + 1", "a + 1"),
        ("5 - -3", "5 - (-3)"),
        ("2*x", "2x"),
        ("x^2 + |y|", "x² + |y|"),
        ("e^(2x)", "exp(2x)"),
        ("max(max(a, b), c)", "max(a, b, c)"),
        ("abs(abs(x))", "absolute(|x|)"),
        ("W.T @ x", "Wᵀ @ x"),
        ("pi*r", "π*r"),
    ],
)
def test_other_spellings_are_made_plain(text: str, printed: str) -> None:
    assert format_formula(parse_formula(text)) == printed


def test_named_gates_keep_their_names() -> None:
    assert format_formula(product_of_sum()) == "q = x + y; f = q*z"
    assert format_formula(sum_over_paths()) == "c = a + b; d = b + 1; e = c*d"


def test_one_node_is_told_with_what_it_depends_on() -> None:
    graph = product_of_sum()
    assert format_formula(graph, graph.named("q")) == "q = x + y"


def test_a_shared_gate_without_a_name_gets_a_free_one() -> None:
    builder = GraphBuilder()
    c, d = builder.source("input", 1, "c"), builder.source("input", 1, "d")
    shared = builder.gate("add", c, d)
    graph = builder.build(builder.gate("multiply", shared, shared))
    assert format_formula(graph) == "q = c + d; q*q"


def test_a_name_that_a_formula_cannot_read_is_replaced() -> None:
    x = Node("input", "x·1", as_array(1))
    total = Node("input", "sum", as_array(2))
    graph = Graph(
        {NodeId(0): x, NodeId(1): total, NodeId(2): Node("add")},
        {InputPort(NodeId(2), 0): NodeId(0), InputPort(NodeId(2), 1): NodeId(1)},
    )
    assert format_formula(graph) == "x_1 + sum1"


def test_the_empty_graph_has_the_empty_formula() -> None:
    assert format_formula(Graph()) == ""


_NUMBERS = st.one_of(
    st.sampled_from([1.0, 2.0, -1.0, -2.0, 0.0, -0.0, 0.5]),
    st.floats(allow_nan=False, allow_infinity=False),
)
_VALUES = st.one_of(
    _NUMBERS,
    st.lists(_NUMBERS, min_size=1, max_size=3),
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(_NUMBERS, min_size=width, max_size=width), min_size=1, max_size=3
        )
    ),
)
# A dot is seen through: the formula does not tell it.
_TOLD = [name for name, record in OPERATIONS.items() if record.passes is None]
_NAMES = st.sampled_from(["", "", "", "a", "b", "c", "f", "w0", "손실", "x_1", "_"])


def _other_values(setting: Setting) -> list[float]:
    tried = (0.25, 1.0) if not setting.integer else (1.0, 2.0, setting.minimum)
    return [value for value in tried if setting.minimum <= value <= setting.maximum]


@st.composite
def any_graphs(draw: st.DrawFn) -> Graph:
    """Draw any graph: unfinished, with loose ends, several results, shared and named nodes."""
    builder = GraphBuilder()
    nodes: list[NodeId] = []
    for _ in range(draw(st.integers(1, 14))):
        operation = draw(st.sampled_from(_TOLD))
        record = OPERATIONS[operation]
        if record.is_source:
            nodes.append(builder.source(operation, draw(_VALUES), draw(_NAMES)))
            continue
        given_settings = {
            item.name: draw(st.sampled_from([item.default, *_other_values(item)]))
            for item in record.settings
        }
        node = builder.add_node(Node(operation, draw(_NAMES), settings=given_settings))
        for index in range(record.arity):
            source = draw(st.sampled_from([None, *nodes])) if nodes else None
            if source is not None:
                builder.wire(source, InputPort(node, index))
        nodes.append(node)
    return builder.build(draw(st.sampled_from([None, *nodes])))


@given(any_graphs())
@settings(max_examples=300)
def test_the_printed_formula_is_read_back_as_the_same_graph(graph: Graph) -> None:
    text = format_formula(graph)
    read = parse_formula(text, known=graph)
    assert_isomorphic(graph, read)
    assert format_formula(read) == text


def assert_isomorphic(graph: Graph, read: Graph) -> None:
    """Walk both graphs from their ends, port by port, and compare what is met."""
    partner: dict[NodeId, NodeId] = {}
    waiting = list(zip(_ends(graph), _ends(read), strict=True))
    while waiting:
        one, other = waiting.pop()
        if one in partner:
            assert partner[one] == other
            continue
        partner[one] = other
        assert_same_node(graph.nodes[one], read.nodes[other])
        for source, its_source in zip(graph.inputs_of(one), read.inputs_of(other), strict=True):
            if source is None or its_source is None:
                assert source is its_source
            else:
                waiting.append((source, its_source))
    assert len(partner) == len(graph) == len(read)
    assert len(set(partner.values())) == len(partner)


def assert_same_node(node: Node, read: Node) -> None:
    assert node.operation == read.operation
    assert node.name in {"", read.name}
    if node.value is not None:
        assert read.value is not None
        assert node.value.tolist() == read.value.tolist()
    for item in node.record.settings:
        default = item.default
        assert node.settings.get(item.name, default) == read.settings.get(item.name, default)


def _ends(graph: Graph) -> list[NodeId]:
    assert graph.result is not None
    feeding = set(graph.wires.values())
    loose = sorted(node for node in graph.nodes if node not in feeding and node != graph.result)
    return [*loose, graph.result]
