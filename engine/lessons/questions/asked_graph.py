"""The graph that a question is about: the formula and the values that the facts tell."""

from __future__ import annotations

from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.lessons.facts import Facts
from engine.lessons.formulas import used_names
from engine.lessons.openings import formulas_in, worth
from engine.lessons.questions.asked import Asked

FORMULA = "formula"
_VALUES = "values"
_VALUE = "value_"


def asked_graph(asked: Asked) -> Graph:
    """Return the graph of a question, with its values.

    What the page tells is the case; where it tells nothing, as when a file of results is marked,
    it is what the step opens.

    Raises:
        EngineError: Neither tells a formula (code ``ask_no_graph``), or it cannot be read.
    """
    opening = asked.step.opening
    state = opening.state if opening is not None else {}
    known = asked.facts.get(FORMULA)
    text = known if isinstance(known, str) and known.strip() else state.get(FORMULA)
    if not isinstance(text, str) or not text.strip():
        raise EngineError("ask_no_graph", "There is no graph here that could be asked about.")
    values = state.get(_VALUES, {})
    graph = parse_formula(text)
    for node in list(graph.sources()):
        name = graph.nodes[node].name
        value = asked.facts.get(_VALUE + name)
        if value is None and name in values:
            value = _given(values[name], asked.facts)
        if name and value is not None and not isinstance(value, str | tuple):
            graph = set_value(graph, node, as_array(value))
    return graph


def _given(value: object, facts: Facts) -> Array:
    """Return a value that a step opens: a formula, a number, or lists of these.

    Raises:
        EngineError: It is worth nothing, or no number, vector or matrix (code ``ask_no_value``).
    """
    try:
        return as_array(worth(value, facts))
    except (ValueError, TypeError) as error:
        raise EngineError(
            "ask_no_value", "A value that is opened is no number, vector or matrix."
        ) from error


def graph_facts(asked: Asked) -> tuple[str, ...]:
    """Return the names of the facts from which the graph of a question is made."""
    try:
        graph = asked_graph(asked)
    except EngineError:
        return (FORMULA,)
    names = (graph.nodes[node].name for node in graph.sources())
    opening = asked.step.opening
    values = opening.state.get(_VALUES, {}) if opening is not None else {}
    drawn = (name for formula in formulas_in(values) for name in used_names(formula))
    return (FORMULA, *(_VALUE + name for name in names if name), *drawn)
