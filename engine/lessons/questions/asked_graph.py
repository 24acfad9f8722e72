"""The graph that a question is about: the formula and the values that the facts tell."""

from __future__ import annotations

from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.graph.model import Graph
from engine.lessons.facts import Facts, JoinedFacts
from engine.lessons.formulas import used_names
from engine.lessons.lesson import Opening
from engine.lessons.openings import formulas_in, worth
from engine.lessons.questions.asked import Asked
from engine.lessons.shown_graph import shown_graph

FORMULA = "formula"
_VALUES = "values"
_VALUE = "value_"


def asked_graph(asked: Asked) -> Graph:
    """Return the graph of a question, with its values.

    What the page tells is the case; where it tells nothing, as when a file of results is marked,
    it is what the step opens.

    Raises:
        EngineError: Neither tells a formula (code ``fact_no_graph``), or it cannot be read.
    """
    opening = asked.step.opening
    if asked.facts.get(FORMULA) is not None or opening is None or FORMULA not in opening.state:
        return shown_graph(asked.facts)
    formula: Facts = {FORMULA: str(opening.state[FORMULA])}
    return shown_graph(
        JoinedFacts(formula, JoinedFacts(asked.facts, _values(opening, asked.facts)))
    )


def _values(opening: Opening, facts: Facts) -> Facts:
    values = opening.state.get(_VALUES, {})
    return {_VALUE + name: _given(value, facts) for name, value in values.items()}


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
    is_told = asked.facts.get(FORMULA) is not None
    values = {} if is_told or opening is None else opening.state.get(_VALUES, {})
    drawn = (name for formula in formulas_in(values) for name in used_names(formula))
    return (FORMULA, *(_VALUE + name for name in names if name), *drawn)
