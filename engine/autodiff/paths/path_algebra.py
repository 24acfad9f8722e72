"""Sums of products of local gradients as values: written out, factored, counted, evaluated.

(α + β + γ)·(δ + ε + ζ) and αδ + αε + αζ + βδ + … + γζ are the same number, found with 1
multiplication or with 9. The first is what reverse mode computes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.autodiff.costs.counting import Count
from engine.graph.model import InputPort


@dataclass(frozen=True, slots=True)
class Factor:
    """The local gradient along one wire."""

    wire: InputPort


@dataclass(frozen=True, slots=True)
class Product:
    """A product; the empty one is 1."""

    factors: tuple[Factor | Sum, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of at least two terms, or of none, which is 0."""

    terms: tuple[Factor | Product, ...]


Expression = Factor | Product | Sum

ONE = Product(())
ZERO = Sum(())


def multiply(parts: Iterable[Expression]) -> Expression:
    """Return a product without products or ones inside it."""
    factors: list[Factor | Sum] = []
    for part in parts:
        if part == ZERO:
            return ZERO
        factors.extend(part.factors if isinstance(part, Product) else (part,))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def add(parts: Iterable[Expression]) -> Expression:
    """Return a sum without sums inside it."""
    terms: list[Factor | Product] = []
    for part in parts:
        terms.extend(part.terms if isinstance(part, Sum) else (part,))
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def count_operations(expression: Expression) -> Count:
    """Return how many multiplications and additions an expression takes as it is written."""
    match expression:
        case Product(parts):
            own = Count(multiplications=max(len(parts) - 1, 0))
        case Sum(parts):
            own = Count(additions=max(len(parts) - 1, 0))
        case _:
            return Count()
    return sum((count_operations(part) for part in parts), own)


def count_factors(expression: Expression) -> int:
    """Return how many local gradients an expression names as it is written; 1 for a bare 1."""
    match expression:
        case Product(parts) | Sum(parts) if parts:
            return sum(map(count_factors, parts))
        case _:
            return 1


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
