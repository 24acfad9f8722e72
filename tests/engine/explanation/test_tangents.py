"""Tangents of gates that take arrays: the rule in letters, and numbers only where they are read."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.explanation.number_arithmetic import NumberArithmetic, NumberPlace
from engine.explanation.tangent_arithmetic import moving_symbol, tangent_number
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, NodeId
from tests.engine.explanation.test_gate_arithmetic import INK, gate, graph_of, plain
from tests.support.graphs import node

SQUARE = [[1, 2], [3, 4]]


def moved(
    graph: Graph, source: str, place: InputPort | NodeId, index: tuple[int, ...] = ()
) -> NumberArithmetic | None:
    """Write out the tangent at a place while one number of a source moves."""
    evaluation, start = evaluate(graph), node(graph, source)
    seed = np.zeros(evaluation.values[start].shape)
    seed[index] = 1
    tangents = push_forward(evaluation.plan, evaluation.values, start, seed)
    letter = moving_symbol(graph, start, index)
    which = NumberPlace(place, is_gradient=True)
    return tangent_number(graph, which, evaluation.values, tangents, letter, INK)


def result_lines(
    formula: str, source: str, index: tuple[int, ...] = (), **values: ArrayLike
) -> list[str]:
    graph = graph_of(formula, **values)
    assert graph.result is not None
    found = moved(graph, source, graph.result, index)
    assert found is not None
    return [plain(line) for line in found.lines]


def matrix(*rows: str) -> str:
    inside = r" \\ ".join(rows)
    return rf"\left[\begin{{matrix}} {inside} \end{{matrix}}\right]"


def test_a_product_of_matrices_has_the_moved_matrix_in_its_place() -> None:
    letters, numbers = result_lines("A@B", "A", (0, 1), A=SQUARE, B=SQUARE)
    assert letters == r"\frac{\partial f}{\partial A_{12}} = \frac{\partial A}{\partial A_{12}} B"
    moving, other, end = (
        matrix("0 & 1", "0 & 0"),
        matrix("1 & 2", "3 & 4"),
        matrix("3 & 4", "0 & 0"),
    )
    assert numbers == rf"= {moving} {{{other}}} = {end}"


def test_beside_what_moves_the_other_part_of_a_joined_array_is_zero() -> None:
    letters, numbers = result_lines("concat(A, B)", "A", (0,), A=[1, 2], B=[3])
    assert letters.endswith(r"= [\frac{\partial A}{\partial A_{1}}, 0]")
    assert numbers == rf"= [{matrix('1', '0')}, {{{matrix('0')}}}] = {matrix('1', '0', '0')}"


def test_softmax_moves_by_the_rule_of_its_gradient() -> None:
    letters, numbers = result_lines("softmax(v)", "v", (0,), v=[1, 1])
    assert r"f \odot (\frac{\partial v}{\partial v_{1}} - \sum_j" in letters
    assert numbers.endswith(rf"= {matrix('0.25', '-0.25')}")
    assert r"0.5 \cdot 1 + 0.5 \cdot 0" in numbers


@pytest.mark.parametrize(
    ("operation", "end"),
    [("log_softmax", matrix("0.5", "-0.5")), ("maxout", matrix("0"))],
)
def test_where_no_rule_can_be_written_the_chain_rule_and_the_number_stand(
    operation: str, end: str
) -> None:
    values = [1, 1] if operation == "log_softmax" else [1, 2]
    letters, numbers = result_lines(f"{operation}(v)", "v", (0,), v=values)
    assert letters == (
        r"\frac{\partial f}{\partial v_{1}} ="
        r" \frac{\partial f}{\partial v} \, \frac{\partial v}{\partial v_{1}}"
    )
    assert numbers == f"= {end}"


@pytest.mark.parametrize(
    ("formula", "source", "index", "values"),
    [
        ("exp(v)", "v", (0,), {"v": np.zeros(40)}),
        ("w*v", "w", (), {"w": 1, "v": np.arange(40)}),
        ("A@B", "A", (0, 0), {"A": SQUARE, "B": np.ones((2, 40))}),
    ],
    ids=["moved", "local", "other"],
)
def test_numbers_too_many_to_read_are_left_to_the_result(
    formula: str, source: str, index: tuple[int, ...], values: dict[str, ArrayLike]
) -> None:
    _, numbers = result_lines(formula, source, index, **values)
    assert numbers.startswith(r"= \left[\begin{matrix}")
    assert numbers.count(r"\begin{matrix}") == 1
    assert r"\odot" not in numbers
    assert r"\cdot " not in numbers


def test_what_moves_moves_by_one_and_what_it_does_not_reach_has_no_tangent() -> None:
    graph = graph_of("x*y", x=2, y=3)
    product = gate(graph, "multiply")
    found = moved(graph, "x", InputPort(product, 0))
    assert found is not None
    assert [plain(line) for line in found.lines] == [r"\frac{\partial x}{\partial x} = 1"]
    assert found.number == 1
    assert moved(graph, "x", InputPort(product, 1)) is None
    assert moved(graph, "x", NodeId(99)) is None


def test_the_letter_of_an_element_tells_its_place_apart_from_any_other() -> None:
    graph = graph_of("sum(A)", A=np.ones((12, 12)))
    source = node(graph, "A")
    assert moving_symbol(graph, source, ()) == "A"
    assert moving_symbol(graph, source, (0, 1)) == "{A}_{12}"
    assert moving_symbol(graph, source, (0, 10)) == "{A}_{1,11}"
    assert moving_symbol(graph, source, (9, 1)) == "{A}_{10,2}"


def test_a_folded_group_of_numbers_writes_its_slope_and_no_quotient_of_numbers() -> None:
    graph = graph_of("1/(1+exp(-x))*y", x=1.0, y=2.0)
    grouped, _ = group_nodes(graph, graph.nodes)
    drawn = fold(grouped).graph
    assert drawn.result is not None
    found = moved(drawn, "x", drawn.result)
    assert found is not None
    numbers = plain(found.lines[-1])
    # ∂f/∂x = 2·σ(1)·(1 − σ(1)) = 0.393…
    assert "partial" not in numbers
    assert numbers.endswith("0.39")


def test_a_folded_group_of_arrays_puts_no_numbers_where_it_has_no_formula() -> None:
    graph = graph_of("sum(v*x)+x", v=[1.0, 2.0], x=3.0)
    grouped, _ = group_nodes(graph, graph.nodes)
    drawn = fold(grouped).graph
    assert drawn.result is not None
    found = moved(drawn, "x", drawn.result)
    assert found is not None
    assert not any(r"\partial 12" in line for line in map(plain, found.lines))
    # ∂f/∂x = 1 + 2 + 1
    assert plain(found.lines[-1]).endswith("4")
