"""Lines of arithmetic as they stand on a card, worked out as a reader would."""

from __future__ import annotations

from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula


def worked_out(text: str) -> float:
    """Return what a line claims between its signs: numbers, brackets, operations and functions."""
    graph = parse_formula(text.replace("\N{MINUS SIGN}", "-").replace("·", "*"))
    assert graph.result is not None
    return float(evaluate(graph).values[graph.result])
