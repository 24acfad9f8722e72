"""A graph's formula is read back as the same graph, and has no parenthesis too many."""

from __future__ import annotations

import pytest

from engine.arrays import as_array
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
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
        "0.5*‖W @ x‖² - ‖x‖ + ‖x + |y| + z‖",
        "‖(‖x‖ + a)‖² + ‖(|x|)‖ + |‖x‖ - 1| + (‖x‖²)²",
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
