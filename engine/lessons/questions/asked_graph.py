"""The graph that a question is about: the formula and the values that the facts tell."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import as_array
from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import number_value, used_names
from engine.lessons.lesson import Lesson, Opening
from engine.lessons.questions.asked import Asked, as_fact

FORMULA = "formula"
_VALUES = "values"
_VALUE, _GRADIENT = "value_", "grad_"


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
            value = number_value(str(values[name]), asked.facts)
        if name and value is not None and not isinstance(value, str | tuple):
            graph = set_value(graph, node, as_array(value))
    return graph


def graph_facts(asked: Asked) -> tuple[str, ...]:
    """Return the names of the facts from which the graph of a question is made."""
    try:
        graph = asked_graph(asked)
    except EngineError:
        return (FORMULA,)
    names = (graph.nodes[node].name for node in graph.sources())
    opening = asked.step.opening
    values = opening.state.get(_VALUES, {}).values() if opening is not None else ()
    drawn = (name for value in values for name in used_names(str(value)))
    return (FORMULA, *(_VALUE + name for name in names if name), *drawn)


def opened_facts(lesson: Lesson, step_id: str, facts: Facts) -> Mapping[str, Fact]:
    """Return what the graph space would tell when nothing was done in it since it was opened.

    So a lesson can be checked, and a file of results marked, without a window.

    Args:
        lesson: The lesson.
        step_id: A step; the last opening up to it is looked at.
        facts: What is known by name, drawn numbers among them.

    Returns:
        ``formula``, ``result``, and ``value_N`` and ``grad_N`` of every node; nothing where it is
        another space, a file, or no formula that can be computed.
    """
    opening = _last_opening(lesson, step_id)
    if opening is None or FORMULA not in opening.state:
        return {}
    step = next(step for step in lesson.steps if step.opening is opening)
    try:
        graph = asked_graph(Asked(step, facts))
        evaluation = evaluate(graph)
    except EngineError:
        return {}
    found: dict[str, Fact] = {FORMULA: str(opening.state[FORMULA])}
    for node, name in graph.names.items():
        if node in evaluation.values:
            found[_VALUE + name] = as_fact(evaluation.values[node])
        if node in evaluation.gradients.nodes:
            found[_GRADIENT + name] = as_fact(evaluation.gradients.nodes[node])
    if graph.result is not None and graph.result in evaluation.values:
        found["result"] = as_fact(evaluation.values[graph.result])
    return found


def _last_opening(lesson: Lesson, step_id: str) -> Opening | None:
    found = None
    for step in lesson.steps:
        if step.opening is not None and (not step.is_detour or step.id == step_id):
            found = step.opening
        if step.id == step_id:
            return found
    return None
