"""Sums of products of local gradients as values: written out, factored, counted, evaluated.

(α + β + γ)·(δ + ε + ζ) and αδ + αε + αζ + βδ + … + γζ are the same number, found with 1
multiplication or with 9. The first is what reverse mode computes.
"""

from __future__ import annotations

from collections.abc import Iterable
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
