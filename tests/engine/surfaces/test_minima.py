"""The minima that are found are the true ones, and valleys and saddles have none."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import EvaluationError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_target
from engine.graph.model import Graph
from engine.surfaces.catalog import SURFACES
from engine.surfaces.free_inputs import free_inputs, two_free_inputs
from engine.surfaces.function import compile_formula, compile_surface
from engine.surfaces.minima import MOST_MINIMA, Minimum, SlopedFunction, minima_steps
from engine.surfaces.surface import Box

BOX = Box(-5.0, 5.0, -5.0, 5.0)


def find_minima(function: SlopedFunction, box: Box, per_side: int = 24) -> tuple[Minimum, ...]:
    """Run through the whole search and return what it comes to."""
    *_, found = minima_steps(function, box, per_side=per_side)
    assert found is not None
    return found


@pytest.mark.parametrize("name", list(SURFACES))
def test_the_lowest_minima_are_those_that_the_table_claims(name: str) -> None:
    surface = SURFACES[name]
    found = find_minima(compile_surface(surface), surface.view)
    lowest = [item for item in found if item.value - found[0].value < 1e-9]
    places = sorted((round(item.x, 5), round(item.y, 5)) for item in lowest)
    claimed = sorted((round(point.x, 5), round(point.y, 5)) for point in surface.minima)
    np.testing.assert_allclose(places, claimed, atol=2e-5)


def test_higher_minima_are_found_too() -> None:
    wells = SURFACES["two_wells"]
    found = find_minima(compile_surface(wells), wells.view)
    assert len(found) == 2
    assert found[0].value < found[1].value


@pytest.mark.parametrize("formula", ["x**2", "x**2 - y**2", "3", "x + y", "log(x) + y"])
def test_a_valley_a_saddle_and_a_slope_have_no_minimum(formula: str) -> None:
    assert find_minima(compile_formula(formula), BOX) == ()


def test_the_tip_of_a_fold_is_a_minimum_and_the_edge_of_the_known_is_none() -> None:
    (tip,) = find_minima(compile_formula("max(x, -x) + max(y, -y)"), BOX)
    assert (tip.x, tip.y) == pytest.approx((0.0, 0.0), abs=1e-6)
    assert find_minima(compile_formula("sqrt(x) + y**2"), BOX) == ()


def test_no_more_minima_are_found_than_anyone_can_look_at() -> None:
    ripples = compile_formula("sin(3*x)*sin(3*y)")
    assert len(find_minima(ripples, Box(-50, 50, -50, 50), per_side=60)) == MOST_MINIMA


def _graph(text: str, *constants: str) -> Graph:
    graph = parse_formula(text)
    nodes = dict(graph.nodes)
    for name in constants:
        node = graph.named(name)
        assert node is not None
        nodes[node] = type(nodes[node])("constant", name, nodes[node].value)
    return Graph(nodes, graph.wires, graph.target)


def test_the_two_inputs_that_the_result_depends_on_are_free() -> None:
    graph = _graph("a*b + k", "k")
    assert [graph.nodes[node].name for node in two_free_inputs(graph)] == ["a", "b"]


def test_inputs_beside_the_result_and_vectors_are_not_free() -> None:
    graph = parse_formula("p = a*b; q = sum([1, 2]*c)")
    product = graph.named("p")
    assert [graph.nodes[n].name for n in free_inputs(graph, product)] == ["a", "b"]
    assert free_inputs(Graph()) == ()


def test_a_sentence_says_how_many_inputs_there_are_instead() -> None:
    with pytest.raises(EvaluationError, match="depends on 3: a, b, c"):
        two_free_inputs(parse_formula("a*b + c"))
    with pytest.raises(EvaluationError, match="depends on none"):
        two_free_inputs(parse_formula("1 + 2"))
    with pytest.raises(EvaluationError, match="without a result"):
        two_free_inputs(Graph())


def test_the_result_itself_may_be_an_input() -> None:
    graph = parse_formula("a*b")
    lone = graph.named("a")
    assert lone is not None
    assert free_inputs(set_target(graph, lone)) == (lone,)


def test_a_long_search_for_minima_can_be_given_up() -> None:
    records = list(minima_steps(compile_formula("sin(x)*cos(y)"), BOX))
    assert records[-1] == find_minima(compile_formula("sin(x)*cos(y)"), BOX)
    assert len(records) > 5
    assert set(records[:-1]) == {None}
