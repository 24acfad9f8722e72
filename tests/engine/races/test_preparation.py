"""What is found out about a surface of one's own before a race, and what it is called."""

from __future__ import annotations

import numpy as np
import pytest

from engine.drawing.drawing import Drawing
from engine.errors import EngineError, EvaluationError
from engine.formula.parser import parse_formula
from engine.races.own_surface import (
    FormulaSource,
    GraphSource,
    OwnKind,
    OwnSurface,
    Source,
    TableSource,
    name_of,
)
from engine.races.preparation import prepare
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Box

BOX = Box(-4.0, 4.0, -4.0, 4.0)


def test_a_formula_without_a_bottom_is_fenced() -> None:
    assert not prepared("x**2 - y**2").record.bounded
    assert prepared("x**2 + y**2").record.bounded
    assert not prepared("x").record.bounded


def test_rates_are_found_that_lead_down() -> None:
    record = prepared("(1 - x)**2 + 100*(y - x**2)**2").record
    assert record.settings_for("sgd")["learning_rate"] < 0.001
    assert record.logarithmic
    assert record.settings_for("adadelta") == {}
    assert prepared("3").record.tuned == {}


def test_each_source_has_a_name_of_its_own() -> None:
    sources: list[Source] = [
        FormulaSource("x + y", BOX),
        FormulaSource("x + y", Box(-1, 1, -1, 1)),
        FormulaSource("y + x", BOX),
        TableSource(((0.0, 1.0), (1.0, 3.0))),
        TableSource(((0.0, 1.0), (1.0, 4.0))),
        graph_source("a + b"),
        graph_source("a + b", "ba"),
    ]
    names = {name_of(source) for source in sources}
    assert len(names) == len(sources)
    assert names.isdisjoint(SURFACES)
    assert name_of(sources[0]) == name_of(FormulaSource("x + y", BOX))


def test_a_source_that_cannot_be_computed_raises() -> None:
    graph = parse_formula("a + b")
    first, second = (graph.named(name) for name in "ab")
    assert first is not None
    assert second is not None
    source = GraphSource(Drawing(graph), (first, first), BOX)
    with pytest.raises(EvaluationError, match="two variables"):
        source.compile()


def prepared(text: str, box: Box = BOX) -> OwnSurface:
    *_, own = prepare(FormulaSource(text, box))
    assert own is not None
    return own


def made(source: Source) -> OwnSurface:
    *_, own = prepare(source)
    assert own is not None
    return own


def graph_source(text: str, names: str = "ab", view: Box = BOX) -> GraphSource:
    graph = parse_formula(text)
    first, second = (graph.named(name) for name in names)
    assert first is not None
    assert second is not None
    return GraphSource(Drawing(graph), (first, second), view)


def test_a_graph_starts_where_it_stands_if_that_is_in_view() -> None:
    source = graph_source("mean((a*[1, 2] + b - [2, 3])**2)")
    own = made(source)
    assert own.kind is OwnKind.GRAPH
    assert own.record.title == "graph"
    assert own.record.variables == ("a", "b")
    assert own.record.start == (1.0, 1.0)
    assert own.record.minima[0] == pytest.approx((1.0, 1.0), abs=1e-4)
    assert own.record.formula
    elsewhere = made(graph_source("a*a + b*b", view=Box(2.0, 4.0, 2.0, 4.0)))
    assert elsewhere.record.start != (1.0, 1.0)
    assert own.compile() is own.compiled
    assert own.record.name == name_of(source)


def test_a_formula_too_long_to_be_shown_is_left_out() -> None:
    name = "a" * 90
    graph = parse_formula(f"{name}*b + {name}*{name}*{name}*{name}")
    first, second = graph.named(name), graph.named("b")
    assert first is not None
    assert second is not None
    assert made(GraphSource(Drawing(graph), (first, second), BOX)).record.formula == ""


def test_a_table_is_fitted_and_its_goal_can_be_reached() -> None:
    source = TableSource(((0.0, 1.0), (1.0, 3.0), (2.0, 5.5)))
    own = made(source)
    assert own.record.summary == "The cost of fitting a line to your own table."
    weight, bias = own.record.minima[0]
    function = own.compile()
    lowest = float(function.value(np.asarray(weight), np.asarray(bias)))
    assert lowest <= own.record.goal
    assert (own.kind, own.record.name) == (OwnKind.TABLE, name_of(source))
    with pytest.raises(EngineError):
        made(TableSource(()))


def test_a_formula_without_values_in_view_is_refused() -> None:
    with pytest.raises(EvaluationError) as refusal:
        made(FormulaSource("log(-1 - x*x - y*y)", BOX))
    assert refusal.value.code == "nothing_to_draw"


def test_a_line_of_minima_is_not_marked() -> None:
    assert made(FormulaSource("(x - y)**2", BOX)).record.minima == ()


def test_where_nothing_slopes_it_starts_at_the_first_place() -> None:
    assert made(FormulaSource("3 + 0*x + 0*y", BOX)).record.start.x < 0


def test_a_surface_compiled_elsewhere_is_compiled_within_its_fence() -> None:
    own = made(FormulaSource("x**2 - y**2", BOX))
    again = OwnSurface(own.source, own.record)
    assert again == own
    assert again.compile().value(np.asarray(1.0), np.asarray(2.0)) == -3.0
