"""The letters and names by which formulas and lists speak of nodes."""

from __future__ import annotations

from engine.explanation.symbols import result_latex, spoken_gate, spoken_name, subscript
from engine.formula.parser import parse_formula
from engine.graph.model import Graph
from tests.engine.explanation.test_gate_arithmetic import gate
from tests.support.graphs import node


def test_places_of_an_element_are_parted_where_they_would_run_together() -> None:
    assert subscript((0, 1)) == "₁₂"
    assert subscript((0, 10)) == "₁,₁₁"
    assert subscript((11,)) == "₁₂"
    assert subscript(()) == ""


def test_a_list_speaks_of_a_gate_by_name_and_sign_and_of_a_number_by_itself() -> None:
    graph = parse_formula("-3*x + 2")
    spoken = {spoken_gate(graph, key) for key in graph.nodes}
    assert {"x", "2"} <= spoken
    product = gate(graph, "multiply")
    assert spoken_gate(graph, product) == f"{spoken_name(graph, product)} · ×"
    assert spoken_gate(graph, node(graph, "x")) == "x"


def test_a_result_is_called_f_or_the_next_free_letter_while_there_is_none() -> None:
    assert result_latex(Graph()) == "f"
    assert result_latex(parse_formula("loss = x**2")) == r"\mathrm{loss}"
