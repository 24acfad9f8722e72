"""Graphs as DOT and LaTeX: every node, wire and branch is there, and odd names do no harm."""

from __future__ import annotations

import re

import pytest

from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.formula.latex import name_phrase
from engine.formula.parser import parse_formula
from engine.graph.edits import add_node
from engine.graph.model import Graph, Node
from tests.engine.course.network_examples import ALL_EXAMPLES
from tests.engine.course.worked_examples import WorkedExample
from tests.support.graphs import product_of_sum, sum_over_paths


@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda example: example.key)
def test_dot_has_every_node_and_every_wire(example: WorkedExample) -> None:
    graph = example.graph
    text = dot_source(graph)
    assert text.startswith("digraph {")
    assert text.count("{") == text.count("}") == 1
    for node_id in graph.nodes:
        assert re.search(rf"^  n{node_id} \[label=", text, re.MULTILINE)
    for port, source in graph.wires.items():
        assert re.search(rf"^  n{source} -> n{port.node}\b", text, re.MULTILINE)


def test_dot_writes_values_over_gradients_and_can_leave_them_out() -> None:
    assert r'[label="3\n−4"]' in dot_source(product_of_sum())
    assert "label=" not in dot_source(product_of_sum(), numbers=False).split("->", 1)[1]


def test_dot_draws_an_unfinished_and_an_empty_graph() -> None:
    graph, _ = add_node(Graph(), Node("add"))
    assert 'label="f: +"' in dot_source(graph)
    assert dot_source(Graph()).startswith("digraph {")


def test_latex_writes_the_chain_rule_gate_by_gate_and_sums_over_branches() -> None:
    text = latex_source(sum_over_paths())
    assert text.count(r"\begin{align*}") == text.count(r"\end{align*}") == 2
    assert r"\frac{\partial e}{\partial e} &= 1" in text
    (line,) = [line for line in text.splitlines() if r"{\partial b} &=" in line]
    assert line.count(r"\frac{\partial e}{\partial c}") == 1
    assert line.count(r"\frac{\partial e}{\partial d}") == 1
    assert " + " in line


@pytest.mark.parametrize("example", ALL_EXAMPLES, ids=lambda example: example.key)
def test_latex_has_a_gradient_for_every_input_and_balanced_braces(example: WorkedExample) -> None:
    text = latex_source(example.graph)
    for name in example.inputs:
        if name in example.gradients:
            assert f"\\partial {name_phrase(name).text}" in text
    assert text.count("{") == text.count("}")
    assert "$" not in text


def test_latex_puts_brackets_round_a_local_gradient_that_is_a_sum() -> None:
    text = latex_source(parse_formula("f = tanh(x)"))
    assert r"\left(1 - \tanh^2(x)\right) \cdot \frac{\partial f}{\partial f}" in text


def test_latex_of_constants_alone_has_no_gradients() -> None:
    assert r"\partial" not in latex_source(parse_formula("2*3"))
