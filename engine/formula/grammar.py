"""From tokens to statements, by the grammar of formulas.

A formula is statements with ``;`` or new lines between them, and::

    statement   [name "="] expression
    operand     number | [vector or matrix] | name | "?" | "(" expression ")"
                | function "(" expression, …, setting=number ")"
"""

from __future__ import annotations

from engine.formula import complaints
from engine.formula.expression import ExpressionReader, checked_name
from engine.formula.syntax import Statement
from engine.formula.tokens import Kind, tokenize


def parse_statements(text: str) -> list[Statement]:
    """Read a formula's statements, in order.

    Raises:
        FormulaError: It cannot be understood; the error points at the place and says why.
    """
    tokens = tokenize(text)
    statements: list[Statement] = []
    index = 0
    while True:
        while tokens[index].kind in {Kind.SEPARATOR, Kind.LINE}:
            index += 1
        if tokens[index].kind is Kind.END:
            break
        name = None
        if tokens[index].kind is Kind.NAME and tokens[index + 1].kind is Kind.EQUALS:
            name = checked_name(tokens[index])
            index += 2
        reader = ExpressionReader(tokens, index)
        statements.append(Statement(name, tuple(reader.read())))
        index = reader.index
    if not statements:
        raise complaints.empty_formula(tokens[-1])
    return statements
