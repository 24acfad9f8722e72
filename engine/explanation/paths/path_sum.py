"""The sum over paths, and the product along one of them, as lines of LaTeX."""

from __future__ import annotations

import numpy as np

from engine.explanation.chain import sign_for
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    number_latex,
)
from engine.explanation.paths.path_answer import PathAnswer, PathRow
from engine.explanation.paths.path_words import PathWords
from engine.explanation.precision import as_written, is_exact, is_told, needed_digits

_MOST_TERMS, _MOST_FLAT, _MOST_IN_LINE = 10, 3, 5
# A product of more factors takes a line for its symbols and one for its numbers.
_MOST_DOTS = 3


def sum_lines(answer: PathAnswer, ink: Ink) -> list[str]:
    """Return ∂f/∂x = the shares of the paths, added up = the gradient."""
    if answer.gradient is None:
        return []
    words = PathWords(answer.graph)
    above, below = words.node_latex(answer.target), words.node_latex(answer.source)
    head = rf"\frac{{\partial {above}}}{{\partial {below}}} = "
    total = colored(array_latex(answer.gradient, ink.digits), ink.gradient)
    is_exact_total = is_told(answer.gradient, ink.digits)
    # Matrices side by side would have to be too small.
    if answer.count < 2 or answer.gradient.ndim > 0:
        return [head.replace("=", sign_for(is_exact=is_exact_total)) + total]
    shares = [row.share for row in answer.rows[:_MOST_TERMS]]
    digits, is_whole = ink.digits, len(shares) == answer.count
    if is_whole:
        digits = needed_digits(
            lambda count: [np.asarray(sum(as_written(share, count) for share in shares))],
            answer.gradient,
            digits,
            digits,
        )
    are_exact = all(is_exact(share, digits) for share in shares)
    head = head.replace("=", sign_for(is_exact=are_exact))
    end = sign_for(is_exact=are_exact and is_exact_total)
    terms = [number_latex(float(share), digits) for share in shares]
    # In braces a minus is a sign and no difference.
    terms = [f"({{{term}}})" if term.startswith("-") else term for term in terms]
    if len(terms) < answer.count:
        terms.append(r"\cdots")
    if len(terms) <= _MOST_FLAT:
        return [f"{head}{' + '.join(terms)} {end} {total}"]
    rows = [terms[start : start + _MOST_IN_LINE] for start in range(0, len(terms), _MOST_IN_LINE)]
    first, *others = (" + ".join(row) for row in rows)
    return [head + first, *(f"{{}} + {line}" for line in others), f"{end} {total}"]


def product_lines(row: PathRow, ink: Ink) -> list[str]:
    """Return the product along a path: symbols, numbers, result."""
    lines = [row.symbols_latex]
    if row.numbers_latex:
        lines.append(f"{sign_for(is_exact=row.is_exact)} {row.numbers_latex}")
    share = array_latex(row.share, ink.digits)
    if share != row.symbols_latex.strip("({})"):
        sign = sign_for(is_exact=row.is_exact and is_told(row.share, ink.digits))
        lines.append(f"{sign} {colored(share, ink.gradient)}")
    is_short = row.share.ndim == 0 and row.symbols_latex.count(r"\cdot") < _MOST_DOTS
    return [" ".join(lines)] if is_short else lines
