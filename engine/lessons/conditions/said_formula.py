"""A formula of facts as a sentence says it: in the names that stand on the page."""

from __future__ import annotations

import re

from engine.errors import FormulaError
from engine.formula.tokens import Kind, tokenize
from engine.lessons.vocabulary.facts import AT_START, find_fact

_SIGNS = {"*": "·", "-": "\N{MINUS SIGN}", "**": "^"}
# Facts of nodes, as mathematics writes them.
_WRITTEN = {"value_{}": "{}", "grad_{}": "∇{}"}
_POWER = re.compile(r"\^([23])(?![\d.])")
_RAISED = {"2": "²", "3": "³"}


def said_formula(formula: str) -> str:
    """Return a formula of facts as it is read: a value by its node’s name, products with a dot.

    Example:
        >>> said_formula("λ*value_R"), said_formula("value_x - start_value_x")
        ('λ·R', 'x − x₀')
        >>> said_formula("grad_w**2 + 1")
        '∇w² + 1'
    """
    try:
        tokens = tokenize(formula)
    except FormulaError:
        return formula
    text, end = "", 0
    for token in tokens:
        text += formula[end : token.position]
        end = token.position + token.length
        if token.kind is Kind.NAME:
            text += _name(token.text)
        elif token.kind is Kind.OPERATOR and token.length:
            text += _SIGNS.get(token.text, token.text)
        else:
            text += formula[token.position : end]
    return _POWER.sub(lambda match: _RAISED[match[1]], text.strip())


def _name(name: str) -> str:
    plain = name.removeprefix(AT_START)
    found = find_fact(plain)
    if found is None or found[0].name not in _WRITTEN:
        return name
    written = _WRITTEN[found[0].name].format(found[1])
    return written if plain == name else f"{written}₀"
