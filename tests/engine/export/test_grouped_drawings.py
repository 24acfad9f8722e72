"""Groups in DOT and LaTeX: one node or a frame, and a function that is defined and then used."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import evaluate
from engine.export.dot import dot_source
from engine.export.latex_groups import function_name
from engine.export.latex_source import latex_source
from engine.formula.parser import parse_formula
from engine.formula.values import format_value
from engine.graph import edits
from engine.graph.folding import fold
from engine.graph.groups import group_nodes, set_folded, ungroup
from engine.graph.model import Graph, GroupId, InputPort
from tests.engine.export.test_grouped_programs import grouped_formula, nested, with_groups
from tests.engine.graph.test_groups import grouped_graphs, neuron, tail

SIGMA, NEURON = GroupId(1), GroupId(2)


def unfolded(graph: Graph, *groups: GroupId) -> Graph:
    for group in groups:
        graph = set_folded(graph, group, folded=False)
    return graph


def test_dot_draws_a_folded_group_as_one_node() -> None:
    text = dot_source(nested(), grouped=True)
    assert 'n14 [label="f: neuron", peripheries=2];' in text
    assert "subgraph" not in text
    assert text.count("->") == 5


def test_dot_draws_an_unfolded_group_as_a_frame_and_nests_frames() -> None:
    outer = dot_source(unfolded(nested(), NEURON), grouped=True)
    assert 'n14 [label="f: σ", peripheries=2];' in outer
    assert re.search(r'subgraph cluster_2 \{\n    label="neuron";.* n14;\n  \}', outer)
    both = dot_source(unfolded(nested(), SIGMA, NEURON), grouped=True)
    inner_frame = both.split("subgraph cluster_2 {")[1].split("->")[0]
    assert "    subgraph cluster_1 {\n" in inner_frame
    assert inner_frame.count("n14;") == 1


def test_dot_frames_a_broken_group_and_draws_no_groups_unasked() -> None:
    graph = unfolded(nested(), NEURON)
    exp = next(key for key in graph.gates() if graph.nodes[key].operation == "exp")
    broken = edits.disconnect(graph, InputPort(exp, 0))
    assert "subgraph cluster_1" in dot_source(broken, grouped=True)
    assert dot_source(nested()) == dot_source(neuron())


def test_dot_sums_what_comes_back_along_the_wires_that_one_stands_for() -> None:
    graph = grouped_formula("c = x*x; f = c*x", "cf", x=3.0)
    assert r'[label="3\n27"]' in dot_source(graph, grouped=True)
    assert "label=" not in dot_source(graph, grouped=True, numbers=False).split("->", 1)[1]


@given(grouped_graphs(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_dot_has_what_is_drawn_and_nothing_else(graph: Graph, folded: bool) -> None:
    for group in graph.groups:
        graph = set_folded(graph, group, folded=folded)
    drawn, text = fold(graph).graph, dot_source(graph, grouped=True)
    assert set(re.findall(r"^  n(\d+) \[", text, re.MULTILINE)) == set(map(str, drawn.nodes))
    assert len(re.findall(r"^  n\d+ -> n\d+", text, re.MULTILINE)) == len(drawn.wires)
    assert text.count("subgraph") == len(drawn.groups)
    assert text.count("{") == text.count("}")
    values = evaluate(graph).values
    for port, source in drawn.wires.items():
        value = re.escape(format_value(values[source], 2))
        assert re.search(rf'^  n{source} -> n{port.node} \[label="{value}', text, re.MULTILINE)


@pytest.mark.parametrize("name", ['"; x [label="', "a\\", "a\nb"])
@pytest.mark.parametrize("folded", [True, False])
def test_a_group_name_in_dot_cannot_leave_its_quotes(name: str, folded: bool) -> None:
    graph = neuron()
    kept, hostile = (with_groups(graph, [(text, tail(graph))]) for text in ("g", name))
    kept, hostile = (set_folded(item, SIGMA, folded=folded) for item in (kept, hostile))
    string = r'"(?:[^"\\\n]|\\.)*"'
    outside = [re.sub(string, "", dot_source(item, grouped=True)) for item in (kept, hostile)]
    assert outside[0] == outside[1]
    assert '"' not in outside[1]


def test_latex_defines_a_known_function_and_then_uses_it() -> None:
    graph = neuron()
    graph, _ = group_nodes(graph, tail(graph), "σ")
    first, second, *rest = latex_source(graph, grouped=True).split("\n\n")
    assert first == (
        r"\[ \sigma(x) = \frac{1}{1 + e^{-x}},\quad "
        r"\frac{\partial \sigma}{\partial x} = \sigma(x) \cdot (1 - \sigma(x)) \]"
    )
    assert second == r"\[ f = \sigma(w_{0} \cdot x_{0} + w_{1} \cdot x_{1} + w_{2}) \]"
    assert r"f &= \sigma(t)" in rest[0]
    assert r"\sigma(t) \cdot (1 - \sigma(t))" in rest[1]


def test_latex_says_which_function_another_name_stands_for() -> None:
    graph = neuron()
    graph, _ = group_nodes(graph, tail(graph), "squash")
    text = latex_source(graph, grouped=True)
    assert r"\mathrm{squash}(x) = \frac{1}{1 + e^{-x}} = \sigma(x),\quad" in text


def test_latex_differentiates_inside_a_group_and_uses_its_slopes_outside() -> None:
    text = latex_source(nested(), grouped=True)
    assert text.count(r"\begin{align*}") == 4
    slope = r"\frac{\partial \mathrm{neuron}}{\partial w_{0}}"
    assert rf"{slope} &= x_{{0}} \cdot" in text
    assert rf"\frac{{\partial f}}{{\partial w_{{0}}}} &= {slope} \cdot" in text
    assert text.index(r"\sigma(x) =") < text.index("{neuron}(w_{0}") < text.index("f = ")


def test_latex_transposes_a_jacobian_and_defines_what_is_shared_first() -> None:
    graph = grouped_formula(
        "h = W @ x; y = tanh(h)*h; f = squared_norm(y)", "hy", W=[[1, 2], [3, 4]], x=[0.1, 0.2]
    )
    text = latex_source(graph, grouped=True)
    assert r"\left(\frac{\partial g}{\partial W}\right)^{\top} \frac{\partial f}" in text
    assert re.search(r"\\\[ h = .*,\\quad g\(W, x\) = \\tanh\(h\) \\cdot h \\\]", text)


@given(grouped_graphs())
@settings(max_examples=40, deadline=None)
def test_latex_of_any_grouped_graph_is_balanced(graph: Graph) -> None:
    text = latex_source(graph, grouped=True)
    assert text.count("{") == text.count("}")
    assert "$" not in text
    flat = graph
    for group in graph.groups:
        flat = ungroup(flat, group)
    assert latex_source(flat, grouped=True) == latex_source(flat) == latex_source(graph)


def test_a_group_name_in_latex_is_no_command() -> None:
    graph = parse_formula("f = exp(sin(x))*y")
    text = latex_source(with_groups(graph, [(r"\input{x}$x", graph.gates())]), grouped=True)
    assert r"\input" not in text
    assert r"\mathrm{group}_{1}(x, y) = e^{\sin x} \cdot y" in text


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("σ", r"\sigma"),
        ("Σ", r"\Sigma"),
        ("λ_2", r"\lambda_{2}"),
        ("σ1", r"\sigma_{1}"),
        ("sigma", r"\sigma"),
        ("ο", "ο"),  # omicron, for which LaTeX has no command
        ("뉴런", r"\mathrm{뉴런}"),
        ("가", "가"),
        ("layer_in", r"\mathrm{layer}_{\mathrm{in}}"),
        ("g", "g"),
    ],
)
def test_greek_letters_are_spelt_out_in_latex(name: str, latex: str) -> None:
    assert function_name(name) == latex
