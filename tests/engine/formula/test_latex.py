"""LaTeX says the same as the formula, with parentheses where they change the meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.formula.latex import format_latex, name_phrase, value_phrase
from engine.formula.latex_template import SUM, LatexPhrase, fill_template, number_phrase
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from tests.support.graphs import product_of_sum


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("(x + y)*z", r"\left(x + y\right) \cdot z"),
        ("slice(v, start=1)", r"{v}_{[1:]}"),
        ("slice(v + w, stop=-1)", r"{\left(v + w\right)}_{[:-1]}"),
        ("element(W, row=1)", r"{W}_{[1,\,0]}"),
        ("max(v)**2", r"{\left(\max_i {v}_i\right)}^2"),
        ("prod(a + b)", r"\prod_i {\left(a + b\right)}_i"),
        ("log2(a*b)", r"\log_{2} \left(a \cdot b\right)"),
        ("floor(a + b)", r"\left\lfloor a + b \right\rfloor"),
        ("cbrt(x + 1)", r"\sqrt[3]{x + 1}"),
        ("(a >= -b)*c", r"\mathbf{1}[a \ge -b] \cdot c"),
        ("x*y + z", r"x \cdot y + z"),
        ("1/(1 + exp(-x))", r"\frac{1}{1 + e^{-x}}"),
        ("(a + b)/(c + d)", r"\frac{a + b}{c + d}"),
        ("a - (b - c)", r"a - \left(b - c\right)"),
        ("a - b - c", "a - b - c"),
        ("a*(-b)", r"a \cdot \left(-b\right)"),
        ("-(a + b)", r"-\left(a + b\right)"),
        ("-x**2", "-{x}^2"),
        ("(-x)**2", r"{\left(-x\right)}^2"),
        ("(a/b)**c", r"{\left(\frac{a}{b}\right)}^{c}"),
        ("exp(x)**2", r"{\left(e^{x}\right)}^2"),
        ("exp(x + y)", "e^{x + y}"),
        ("max(a + b, c)", r"\max(a + b, c)"),
        ("ln(x*y)", r"\ln \left(x \cdot y\right)"),
        ("ln(x)*y", r"\left(\ln x\right) \cdot y"),
        ("x + ln(y)", r"x + \ln y"),
        ("identity(x + y)*z", r"\left(x + y\right) \cdot z"),
        ("W @ (x + b)", r"W \left(x + b\right)"),
        ("squared_norm(W @ x)", r"\lVert W x \rVert^2"),
        ("leaky_relu(x, slope=0.1)", r"\max(0.1 \cdot x, x)"),
        ("leaky_relu(x + 1)", r"\max(0.01 \cdot \left(x + 1\right), x + 1)"),
        (
            "elu(x + y) + 1",
            r"\left(\begin{cases} x + y & x + y > 0 \\ 1 (e^{x + y} - 1) & x + y \le 0 "
            r"\end{cases}\right) + 1",
        ),
        ("where(x >= 0, a, b)", r"\begin{cases} a & x \ge 0 \\ b & x < 0 \end{cases}"),
        (
            "where(x + y == ?, a, b)",
            r"\begin{cases} a & x + y = \square \\ b & x + y \ne \square \end{cases}",
        ),
        (
            "c = x > 0; where(c, a, b)",
            r"c = \mathbf{1}[x > 0],\quad \begin{cases} a & c > 0 \\ b & c \le 0 \end{cases}",
        ),
        ("x - (-2)", r"x - \left(-2\right)"),
        ("? + x", r"\square + x"),
        ("c = a + b; f = c*(c + 1)", r"c = a + b,\quad f = c \cdot \left(c + 1\right)"),
        ("q = x + y; f = q*z; q", r"q = x + y,\quad f = q \cdot z,\quad q"),
        ("x*[[1, -2], [3, 4]]", r"x \cdot \begin{bmatrix}1 & -2 \\ 3 & 4\end{bmatrix}"),
    ],
)
def test_graphs_are_told_in_latex(formula: str, latex: str) -> None:
    assert format_latex(parse_formula(formula)) == latex


def test_one_node_is_told_with_what_it_depends_on() -> None:
    graph = product_of_sum()
    assert format_latex(graph, graph.named("q")) == "q = x + y"


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("x", "x"),
        ("w0", "w_{0}"),
        ("w_12", "w_{12}"),
        ("alpha", r"\alpha"),
        ("theta1", r"\theta_{1}"),
        ("loss", r"\mathrm{loss}"),
        ("x_max", r"x_{\mathrm{max}}"),
        ("a_b_c", r"\mathrm{a\_b\_c}"),
    ],
)
def test_names_become_symbols(name: str, latex: str) -> None:
    assert name_phrase(name).text == latex


def test_numbers_and_arrays_are_written_out() -> None:
    assert value_phrase(-2.0).text == "-2"
    assert number_phrase("1e-5").text == r"1 \cdot 10^{-5}"
    assert number_phrase("−3").text == "-3"
    assert value_phrase([1.0, 2.0]).text == r"\begin{bmatrix}1 \\ 2\end{bmatrix}"  # type: ignore[arg-type]
    assert value_phrase([0.0] * 9).text == r"\left[9\right]"  # type: ignore[arg-type]


def test_numbers_can_be_put_into_a_template() -> None:
    filled = fill_template(r"$b \cdot $g", {"b": number_phrase("-2"), "g": number_phrase("−0.53")})
    assert filled.text == r"-2 \cdot \left(-0.53\right)"


@pytest.mark.parametrize("name", [name for name, item in OPERATIONS.items() if not item.is_source])
@given(texts=st.lists(st.sampled_from(["x", "x + y", "-x", "-2"]), min_size=3, max_size=3))
def test_every_template_is_filled_with_balanced_braces(name: str, texts: list[str]) -> None:
    record = OPERATIONS[name]
    phrases = {
        port: LatexPhrase(text, SUM) for port, text in zip(record.inputs, texts, strict=False)
    }
    phrases |= {item.name: number_phrase("0.5") for item in record.settings}
    phrases |= {"g": LatexPhrase("g"), "y": LatexPhrase("y")}
    for template in (record.latex, *record.local_latex, *record.downstream_latex):
        text = fill_template(template, phrases).text
        assert "$" not in text
        assert text.count("{") == text.count("}")
        assert text.count(r"\left(") == text.count(r"\right)")


def test_an_input_without_a_name_is_a_placeholder() -> None:
    nodes = {NodeId(0): Node("input"), NodeId(1): Node("exp"), NodeId(2): Node("input")}
    graph = Graph(nodes, {InputPort(NodeId(1), 0): NodeId(0)}, NodeId(1))
    assert format_latex(graph) == r"\square,\quad e^{\square}"
    assert format_formula(graph) == "?; exp(?)"
