"""Paths written out: each product once, their sum, and the sum factored, in true lines."""

from __future__ import annotations

import re

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.paths.nudge import NudgeAnswer, answer_nudge, moved_numbers
from engine.autodiff.paths.path_algebra import ONE, ZERO
from engine.explanation.nudge_lines import error_line, prediction_lines, truth_lines
from engine.explanation.number_latex import Ink
from engine.explanation.paths.factoring_latex import expression_latex, expression_lines
from engine.explanation.paths.path_answer import MOST_LISTED, PathAnswer, find_paths
from engine.explanation.paths.path_sum import product_lines, sum_lines
from engine.explanation.paths.path_words import PathWords
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort
from tests.support.graphs import node, product_of_sum, sum_over_paths

INK = Ink("#000001", "#000002", 2)


def with_values(formula: str, **values: object) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), np.asarray(value, dtype=float))
    return graph


def asked(graph: Graph, source: str, target: str = "f", digits: int = 2) -> PathAnswer:
    *_, answer = find_paths(graph, node(graph, source), node(graph, target), digits)
    return answer


def bare(line: str) -> str:
    """Return a line without its colours."""
    return re.sub(r"\\color\{#\d+\}|\\textcolor\{#\d+\}", "", line)


def test_both_paths_of_a5_add_up_to_the_gradient() -> None:
    answer = asked(sum_over_paths(), "b", "e")
    assert answer.count == 2
    assert answer.is_complete
    assert [row.way for row in answer.rows] == ["b → c → e", "b → d → e"]
    assert [row.product for row in answer.rows] == ["1·d = 1·2 = 2", "1·c = 1·3 = 3"]
    assert answer.gradient == 5.0
    (line,) = sum_lines(answer, INK)
    assert "= 2 + 3 = " in line
    (product,) = product_lines(answer.rows[1], INK)
    assert product.startswith(r"1 \cdot c = 1 \cdot 3 = ")


@pytest.mark.parametrize(
    ("formula", "products"),
    [
        # Nothing is multiplied along these, so that “r = (−1) = −1” would say one number twice.
        ("f = (y - 2)*(y + 3) - y", ["q = −1", "r = 4", "−1"]),
        # One local gradient would look like the gradient that both paths add up to.
        ("f = y**exp(y)", ["exp′·∂f/∂q ≈ 2.72·0 ≈ 0", "∂f/∂y |_f ≈ 2.72"]),
        ("f = -sin(y)", ["sin′·(−1) ≈ 0.54·(−1) ≈ −0.54"]),
    ],
)
def test_a_factor_is_written_once_and_never_like_the_sum(formula: str, products: list[str]) -> None:
    answer = asked(with_values(formula, y=1.0), "y")
    assert sorted(row.product for row in answer.rows) == products


def test_a_folded_group_is_one_gate_on_the_way() -> None:
    graph = parse_formula("f = 1/(1 + exp(-x))")
    grouped, _ = group_nodes(graph, graph.gates(), "σ")
    whole, folded = asked(graph, "x"), asked(fold(grouped).graph, "x")
    assert len(whole.rows[0].wires) == 4
    assert len(folded.rows[0].wires) == 1
    assert folded.rows[0].share == pytest.approx(float(whole.rows[0].share), abs=1e-15)


def test_long_paths_are_told_by_their_ends() -> None:
    answer = asked(parse_formula("f = " + "sin(" * 11 + "x" + ")" * 11), "x")
    (row,) = answer.rows
    assert row.way.count("→") < 11
    assert "…" in row.product
    assert r"\cdots" in row.symbols_latex
    assert len(product_lines(row, INK)) == 3


def test_along_arrays_the_factors_are_matrices_with_their_shapes() -> None:
    graph = with_values("q = W @ x; f = squared_norm(q)", W=[[0.1, 0.5], [-0.3, 0.8]], x=[0.2, 0.4])
    answer = asked(graph, "W")
    (row,) = answer.rows
    assert row.product == "∂f/∂q·∂q/∂W = [1×2]·[2×4] = 2×2"
    assert r"\times" in row.numbers_latex
    (line,) = sum_lines(answer, INK)
    assert "matrix" in line
    assert len(product_lines(row, INK)) == 3


def test_many_paths_are_counted_and_the_first_are_listed() -> None:
    steps = "; ".join(f"a{n + 1} = a{n} + 2*a{n}" for n in range(64))
    answer = asked(parse_formula(steps), "a0", "a64")
    assert answer.count == 2**64
    assert len(answer.rows) == MOST_LISTED
    assert not answer.is_complete
    assert answer.factoring_problem is not None
    *_, last = sum_lines(answer, INK)
    assert any(r"\cdots" in line for line in sum_lines(answer, INK))
    assert last.startswith(("=", r"\approx"))


def test_without_a_gradient_the_reason_is_given() -> None:
    graph = parse_formula("f = x + ?")
    (x,) = (key for key, item in graph.nodes.items() if item.name == "x")
    answer = asked(graph, "x")
    assert answer.problem is not None
    assert sum_lines(answer, INK) == []
    assert x in answer.nodes


def test_a_product_that_is_its_own_number_is_one_line() -> None:
    answer = asked(with_values("f = (y - 2)*(y + 3) - y", y=1.0), "y")
    alone = next(row for row in answer.rows if row.product == "−1")
    assert product_lines(alone, INK) == ["-1"]


def test_a_gate_that_waits_for_a_wire_has_a_local_gradient_without_a_name() -> None:
    graph = parse_formula("f = x*?")
    words = PathWords(graph)
    (wire,) = graph.wires
    assert words.factor(wire) == "∂f/∂x"


def test_a_path_that_the_result_ignores_adds_0_and_is_no_product() -> None:
    answer = asked(with_values("f = sqrt(relu(2*x)) + x", x=-1.0), "x")
    assert [float(row.share) for row in answer.rows] == [0.0, 1.0]
    assert "∞" not in answer.rows[0].product
    assert answer.rows[0].product.endswith("= 0")


def test_one_path_is_no_sum() -> None:
    (line,) = sum_lines(asked(product_of_sum(), "x"), INK)
    assert "+" not in line
    assert bare(line).endswith(("-4}", "-4", "{-4}"))


def test_negative_shares_stand_in_brackets() -> None:
    (line,) = sum_lines(asked(with_values("f = x - x*x", x=3.0), "x"), INK)
    assert "({-" in line


def test_a_factored_sum_is_broken_into_lines_that_begin_with_their_plus() -> None:
    names = [f"w{n}" for n in range(20)]
    formula = "f = " + " + ".join(f"{name}*(x*{name})" for name in names)
    graph = parse_formula(formula)
    answer = asked(graph, "x")
    words = PathWords(graph)
    assert answer.steps
    lines = expression_lines(answer.steps[0].expression, words)
    assert len(lines) > 1
    assert all(line.startswith("{} + ") for line in lines[1:])
    last = answer.steps[-1].expression
    assert expression_latex(last, words)
    assert expression_lines(ONE, words) == ["1"]
    assert expression_lines(ZERO, words) == ["0"]


def test_a_sum_within_a_product_stands_in_brackets() -> None:
    graph = sum_over_paths()
    both = with_values("u = a*x + b*x; f = c*u + d*u")
    answer = asked(both, "x")
    text = expression_latex(answer.steps[-1].expression, PathWords(both))
    assert text.count(r"\left(") == 2
    assert PathWords(graph).factor(InputPort(node(graph, "e"), 0)) == "d"


def nudged(graph: Graph, source: str, change: float) -> NudgeAnswer:
    evaluation = evaluate(graph)
    assert evaluation.target is not None
    *_, answer = answer_nudge(evaluation, evaluation.target, node(graph, source), (), change)
    return answer


def test_along_a_line_the_prediction_is_exact_and_its_error_is_nothing() -> None:
    graph = product_of_sum()
    answer = nudged(graph, "x", 0.1)
    assert answer.is_exact
    assert answer.is_finite
    first, second = map(bare, prediction_lines(graph, answer, INK))
    assert first.startswith(r"\frac{\partial f}{\partial x} \cdot \Delta = ")
    assert "-0.4" in second
    assert error_line(answer, INK).endswith((r"\approx 0", "= {0}"))
    moved = moved_numbers(evaluate(graph), answer)
    assert moved == {
        node(graph, "x"): pytest.approx(0.1),
        node(graph, "q"): pytest.approx(0.1),
        node(graph, "f"): pytest.approx(-0.4),
    }


def test_where_the_result_bends_halving_quarters_the_error() -> None:
    graph = with_values("f = x**2", x=3.0)
    whole, half = nudged(graph, "x", 0.5), nudged(graph, "x", 0.25)
    assert whole.nudge.error == 4 * half.nudge.error == 0.25
    assert not whole.is_exact
    assert "0.25" in error_line(whole, INK)
    _, change = map(bare, truth_lines(graph, whole, INK))
    assert "3.25" in change
    # The curve goes through the place itself and well beyond both ends.
    assert whole.places[0] < 3 - 0.5
    assert whole.places[-1] > 3 + 0.5
    np.testing.assert_allclose(whole.results, whole.places**2)


def test_what_no_number_moves_leaves_no_note() -> None:
    graph = with_values("f = squared_norm(v)*x", v=[1.0, 2.0], x=2.0)
    evaluation = evaluate(graph)
    assert evaluation.target is not None
    v = node(graph, "v")
    *_, answer = answer_nudge(evaluation, evaluation.target, v, (1,), 0.5)
    # The vector has no single number to be noted.
    assert v not in moved_numbers(evaluation, answer)
    assert moved_numbers(evaluate(Graph()), answer) == {}
