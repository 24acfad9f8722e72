"""Cards of gates without all their wires and numbers, and sums that have not all come back."""

from __future__ import annotations

import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.branch_terms import BranchTerms
from engine.explanation.derivatives import branches
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.gate_template import GateTemplate
from engine.explanation.own_letters import own_letters
from engine.explanation.symbols import GateSymbols
from engine.formula.parser import parse_formula
from engine.graph.model import Graph, InputPort
from tests.engine.explanation.test_gate_arithmetic import INK, gate, graph_of, plain
from tests.support.graphs import node

NONE = Gradients({}, {})
BRANCHED = graph_of("x*y + sin(x)", x=0, y=2)


def terms(graph: Graph, name: str, known: Gradients) -> list[str]:
    evaluation = evaluate(graph)
    found = BranchTerms(graph, node(graph, name), evaluation.values, known, INK).lines()
    return [plain(line) for line in found]


def test_shares_that_have_not_come_back_are_dots_and_there_is_no_sum_yet() -> None:
    whole = evaluate(BRANCHED).gradients
    port = InputPort(gate(BRANCHED, "sin"), 0)
    waiting = Gradients(
        {key: value for key, value in whole.nodes.items() if key != node(BRANCHED, "x")},
        {port: whole.wires[port]},
    )
    lines = terms(BRANCHED, "x", waiting)
    assert lines[-2:] == [r"= 1 \cdot 1 + \cdots", r"= 1 + \cdots"]
    assert terms(BRANCHED, "x", NONE) == []


def test_a_share_without_the_gradient_behind_it_stands_as_a_number_only() -> None:
    whole = evaluate(BRANCHED).gradients
    lines = terms(BRANCHED, "x", Gradients({}, whole.wires))
    assert lines[-1] == "= 2 + 1"
    assert r"\cdot 1" not in lines[-1]


def test_a_number_that_multiplies_arrays_has_shares_and_no_products() -> None:
    graph = graph_of("sum(w*v) + w", w=2, v=[1, 2])
    lines = terms(graph, "w", evaluate(graph).gradients)
    assert sorted(lines[-2].removeprefix("= ").split(" + ")) == ["1", "3"]
    assert lines[-1] == "= 4"
    assert not any(r"\odot" in line for line in lines)


def test_nothing_reaches_a_result_that_is_not_there() -> None:
    x = node(BRANCHED, "x")
    assert len(branches(BRANCHED, x)) == 2
    assert branches(Graph(), x) == []


def test_letters_of_a_rule_get_numbers_when_the_graph_took_all_others() -> None:
    symbols = GateSymbols(("k",), "m", "f", frozenset("kmvuw"))
    rule = r"2 \cdot v,\ v = $scores + 1"
    assert own_letters(rule, (), symbols).template == r"2 \cdot k_{1},\ k_{1} = $scores + 1"


@pytest.mark.parametrize(
    ("formula", "symbols"),
    [
        ("a*b", r"f = a \cdot b"),
        ("concat(a, b)", r"f = \left[\begin{matrix} a \\ b \end{matrix}\right]"),
        ("multiclass_hinge(a, b)", r"f = \frac{1}{n} \sum_i (1 - {b}_i) \cdot \max(0, u_i)"),
    ],
)
def test_a_gate_without_numbers_is_told_in_letters_only(formula: str, symbols: str) -> None:
    graph = parse_formula(formula)
    assert graph.result is not None
    card = GateArithmetic(graph, graph.result, {}, NONE, INK)
    forward = card.forward()
    assert forward.symbols == symbols
    assert forward.numbers == ""
    assert card.backward() == []


def test_a_template_without_numbers_is_filled_with_letters_alone() -> None:
    graph = parse_formula("concat(a, b)")
    assert graph.result is not None
    template = GateTemplate(graph, graph.result, {}, INK)
    rule = template.operation.downstream_latex[0]
    assert "first" in template.with_letters(rule, "g")
    assert template.with_numbers(rule) == ""
    assert template.letter_values() == {}
    assert not template.has_overflowed
    assert not template.notation.is_repeated(0)
    # No number is put in, so that none is rounded.
    assert template.is_exact("$a")


def test_a_rule_with_a_letter_of_unknown_number_is_not_written_in_numbers() -> None:
    graph = graph_of("a*b", a=2, b=3)
    assert graph.result is not None
    template = GateTemplate(graph, graph.result, evaluate(graph).values, INK)
    assert plain(template.with_numbers(r"$a \cdot 2")) == r"2 \cdot 2"
    assert template.with_numbers(r"$a \cdot v,\ v = $b") == ""
