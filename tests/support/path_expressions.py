"""An expression of paths as a number and as text, to see what it says."""

from __future__ import annotations

from collections.abc import Mapping

from engine.autodiff.paths.path_algebra import Expression, Factor, Product, Sum
from engine.graph.model import InputPort


def evaluate_expression(expression: Expression, local: Mapping[InputPort, float]) -> float:
    """Return an expression's value, given the local gradient along each wire."""
    match expression:
        case Factor(wire):
            return local[wire]
        case Product(factors):
            value = 1.0
            for factor in factors:
                value *= evaluate_expression(factor, local)
            return value
        case _:
            return sum(evaluate_expression(term, local) for term in expression.terms)


def format_expression(expression: Expression, names: Mapping[InputPort, str]) -> str:
    """Return an expression as text, such as ``(α + β)·γ``, given the name of each wire's factor."""
    match expression:
        case Factor(wire):
            return names[wire]
        case Product(factors):
            texts = (
                f"({format_expression(factor, names)})"
                if isinstance(factor, Sum)
                else format_expression(factor, names)
                for factor in factors
            )
            return "·".join(texts) or "1"
        case _:
            return " + ".join(format_expression(term, names) for term in expression.terms) or "0"
