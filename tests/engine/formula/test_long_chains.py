"""Long chains and sums: everything that walks them takes twice as much for twice as many gates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.errors import FormulaError, GraphError, ValueFormatError
from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.formula.grammar import parse_statements
from engine.formula.latex import format_latex
from engine.formula.latex_template import LONGEST_LATEX
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.slope_latex import slope_latex
from engine.formula.typed_function import typed_function
from engine.formula.value_reader import read_value
from engine.graph.builder import GraphBuilder
from engine.graph.edits import merge
from engine.graph.model import Graph, InputPort, Node
from engine.graph.passing import seen_through, without_dots
from engine.surfaces.function import compile_formula
from tests.support.graphs import node
from tests.support.growth import check_linear

TEXTS: dict[str, Callable[[int], str]] = {
    "sum": lambda count: " + ".join(["x"] * count),
    "negations": lambda count: "-(" * count + "x" + ")" * count,
    "signs": lambda count: "-" * count + "x",
    "calls": lambda count: "tanh(" * count + "x" + ")" * count,
    "differences": lambda count: "x - (" * count + "x" + ")" * count,
    "powers": lambda count: "**".join(["x"] * count),
    "constants": lambda count: "*".join(f"{number}.5" for number in range(count)) + "*x",
    "inputs": lambda count: " + ".join(f"x{number}" for number in range(count)),
    "statements": lambda count: "; ".join(f"a{number} = x + {number}" for number in range(count)),
    "shared": lambda count: "; ".join(
        ["a0 = x", *(f"a{number + 1} = a{number}*a{number}" for number in range(count))]
    ),
}

WALKS: dict[str, Callable[[Graph], object]] = {
    "plan": compile_plan,
    "evaluate": evaluate,
    "formula": format_formula,
    "LaTeX": format_latex,
    "seen through": seen_through,
    "file": lambda graph: from_json(to_json(Drawing(graph))),
    "merge": lambda graph: merge(graph, graph),
    "NumPy": numpy_source,
    "PyTorch": pytorch_source,
    "DOT": dot_source,
    "LaTeX program": latex_source,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_reading_is_linear(text: Callable[[int], str]) -> None:
    check_linear(lambda count: lambda: parse_statements(text(count)), 150)
    check_linear(lambda count: lambda: parse_formula(text(count)), 150)


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_walk_is_linear(text: Callable[[int], str], walk: Callable[[Graph], object]) -> None:
    def make(count: int) -> Callable[[], object]:
        graph = parse_formula(text(count))
        return lambda: walk(graph)

    check_linear(make, 150)


@pytest.mark.parametrize("name", ["sum", "negations", "calls", "differences"])
def test_a_surface_of_a_long_formula_is_compiled_in_linear_work(name: str) -> None:
    check_linear(lambda count: lambda: compile_formula(TEXTS[name](count) + " + y"), 150)


@pytest.mark.parametrize("name", ["sum", "negations", "signs", "calls", "powers", "differences"])
def test_no_depth_is_too_deep(name: str) -> None:
    """Deeper than Python's stack, so that nothing on the way may call itself."""
    text = TEXTS[name](6000)
    graph = parse_formula(text)
    assert format_formula(parse_formula(format_formula(graph))) == format_formula(graph)
    assert len(format_latex(graph)) > 6000
    result = evaluate(graph)
    assert result.target is not None
    assert np.isfinite(result.values[result.target]).all()
    compile_formula(f"{text} + y")


def test_names_that_are_taken_are_replaced_in_linear_work() -> None:
    def make(count: int) -> Callable[[], object]:
        def add() -> GraphBuilder:
            builder = GraphBuilder()
            for _ in range(count):
                builder.source("input", 1.0, "x")
                builder.add_node(Node("input"))
            return builder

        return add

    check_linear(make, 200)


def test_unnamed_gates_that_are_shared_get_names_in_linear_work() -> None:
    def make(count: int) -> Callable[[], object]:
        builder = GraphBuilder()
        last = builder.source("input", 1.0, "x")
        for _ in range(count):
            last = builder.gate("multiply", last, last)
        graph = builder.build()
        return lambda: (format_formula(graph), numpy_source(graph))

    check_linear(make, 200)


def test_a_row_of_dots_is_taken_out_in_linear_work() -> None:
    def chain(count: int) -> Graph:
        builder = GraphBuilder()
        last = builder.source("input", 1.0, "x")
        for _ in range(count):
            last = builder.gate("reroute", last)
        return builder.build(builder.gate("exp", last))

    def make(count: int) -> Callable[[], object]:
        graph = chain(count)
        return lambda: without_dots(graph, graph.nodes)

    check_linear(make, 200)
    graph = chain(3)
    left = without_dots(graph, graph.nodes)
    (exp,) = left.gates()
    assert left.wires == {InputPort(exp, 0): node(graph, "x")}


def test_latex_that_doubles_at_each_level_is_refused_and_not_written() -> None:
    """Swish names its input twice: sixty levels would be 2⁶⁰ symbols."""
    text = "swish(" * 60 + "x" + ")" * 60
    graph = parse_formula(text)
    with pytest.raises(GraphError, match="more than 1,000,000 characters") as error:
        format_latex(graph)
    assert error.value.code == "latex_too_long"
    assert graph.result is not None
    assert slope_latex(graph, graph.result, node(graph, "x")) == ""
    with pytest.raises(FormulaError) as refused:
        typed_function(text, "mine")
    assert refused.value.code == "latex_too_long"
    assert format_formula(graph) == text
    assert len(format_latex(parse_formula("swish(" * 10 + "x" + ")" * 10))) < LONGEST_LATEX


@pytest.mark.parametrize(
    "text",
    ["1" * 60_000 + "a", "1" + " " * 60_000 + "2", "-" * 60_000, "1/" * 30_000, "[" * 60_000],
)
def test_a_hostile_value_is_refused_and_quoted_shortly(text: str) -> None:
    with pytest.raises(ValueFormatError) as error:
        read_value(text)
    assert len(str(error.value)) < 200
