"""How an operation is written in a formula, its inputs by their names."""

from __future__ import annotations

from string import Template

from engine.formula.values import number_text
from engine.operations.operation import (
    SUM_PRECEDENCE,
    Call,
    Infix,
    Operation,
    Postfix,
    Prefix,
    Subscript,
)

_MOST_DIGITS, _SHOWN_DIGITS = 6, 4


def call_form(operation: Operation, name: str = "") -> str:
    """Return an operation as a function is called, its settings with their usual numbers.

    Args:
        operation: The operation.
        name: The name to call it by, where that is not its own.

    Example:
        >>> from engine.operations.catalog import OPERATIONS
        >>> call_form(OPERATIONS["leaky_relu"]), call_form(OPERATIONS["absolute"], "abs")
        ('leaky_relu(x, slope=0.01)', 'abs(x)')
    """
    settings = (f"{item.name}={_usual(item.default)}" for item in operation.settings)
    return f"{name or operation.called}({', '.join((*operation.inputs, *settings))})"


def _usual(number: float) -> str:
    text = number_text(number)
    return text if len(text) <= _MOST_DIGITS else f"{text[:_SHOWN_DIGITS]}…"


def written_form(operation: Operation) -> str:
    """Return what a formula says for an operation: ``a*b``, ``x**2`` or ``max(a, b)``.

    A source is written by the name that one gives it, and so has no such form: an empty text.

    Example:
        >>> from engine.operations.catalog import OPERATIONS
        >>> [written_form(OPERATIONS[name]) for name in ("add", "square", "negate", "amax")]
        ['a + b', 'x**2', '-x', 'max(x)']
        >>> written_form(OPERATIONS["element"])
        'x[i, j]'
    """
    spelling = operation.spelling
    if operation.is_source or operation.passes is not None:
        return ""
    if isinstance(spelling, Infix):
        left, right = operation.inputs
        is_loose = spelling.precedence <= SUM_PRECEDENCE or spelling.text == "@"
        return f"{left} {spelling.text} {right}" if is_loose else f"{left}{spelling.text}{right}"
    if isinstance(spelling, Prefix):
        return f"{spelling.text}{operation.inputs[0]}"
    if isinstance(spelling, Postfix):
        return f"{operation.inputs[0]}{spelling.text}"
    if isinstance(spelling, Subscript):
        letters = {item.name: item.symbol for item in operation.settings}
        return f"{operation.inputs[0]}[{Template(spelling.text).substitute(letters)}]"
    assert isinstance(spelling, Call)
    return call_form(operation)
