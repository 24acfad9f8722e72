"""A sum of products of local gradients as lines of LaTeX."""

from __future__ import annotations

from engine.autodiff.paths.path_algebra import Expression, Factor, Product, Sum
from engine.explanation.paths.path_words import PathWords

# As many signs as are legible side by side in the panel.
_LINE_LENGTH = 42
_LONGEST_FACTOR = 3


def expression_lines(expression: Expression, words: PathWords) -> list[str]:
    """Return an expression in LaTeX, a long sum on several lines, each but the first with its +."""
    if not isinstance(expression, Sum) or not expression.terms:
        return [_latex(expression, words)]
    lines: list[str] = []
    length = _LINE_LENGTH + 1
    for term in expression.terms:
        size = 2 + _length(term)
        text = _latex(term, words)
        if length + size > _LINE_LENGTH:
            lines.append(f"{{}} + {text}" if lines else text)
            length = size
        else:
            lines[-1] += f" + {text}"
            length += size
    return lines


def expression_latex(expression: Expression, words: PathWords) -> str:
    """Return an expression in one line of LaTeX."""
    return _latex(expression, words)


def _latex(expression: Expression, words: PathWords) -> str:
    match expression:
        case Factor(wire):
            return words.factor_latex(wire)
        case Product(factors):
            parts = (
                rf"\left({_latex(factor, words)}\right)"
                if isinstance(factor, Sum)
                else _latex(factor, words)
                for factor in factors
            )
            return r" \cdot ".join(parts) or "1"
        case _:
            return " + ".join(_latex(term, words) for term in expression.terms) or "0"


def _length(expression: Expression) -> int:
    match expression:
        case Product(parts) | Sum(parts):
            return sum(_length(part) + 1 for part in parts)
        case _:
            return _LONGEST_FACTOR
