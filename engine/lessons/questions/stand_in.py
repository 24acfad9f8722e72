"""What formulas of facts are worth."""

from __future__ import annotations

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.lessons.facts import Fact, Facts


def fact_value(formula: str, facts: Facts) -> Fact:
    """Return what a formula of facts is worth."""
    name = formula.strip()
    if name in facts and isinstance(facts[name], str | tuple):
        return facts[name]
    graph = parse_formula(formula)
    for node in list(graph.sources()):
        if graph.nodes[node].operation == "input":
            fact_name = graph.nodes[node].name
            if fact_name not in facts:
                raise EngineError("fact_unknown", f"There is no “{fact_name}”.", name=fact_name)
            fact = facts[fact_name]
            if fact is None or isinstance(fact, str | tuple):
                raise EngineError("fact_missing", f"“{fact_name}” is none yet.", name=fact_name)
            graph = set_value(graph, node, fact)
    evaluation = evaluate(graph)
    assert graph.result is not None
    if graph.result in evaluation.problems:
        raise EngineError("fact_undefined", f"“{formula}” is no number.", formula=formula)
    return evaluation.values[graph.result]
