"""The words that the table of operations gives to formulas: operators, signs and shorthands."""

from __future__ import annotations

from collections.abc import Mapping

from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Call, Infix, Operation, Postfix, Prefix

# What keyboards lack and papers have. The middle dot and the minus sign look alike in several
# places of Unicode; a pasted formula may bring any of them.
TYPOGRAPHIC_OPERATORS: Mapping[str, str] = {
    "×": "*",
    "·": "*",
    "⋅": "*",
    "∙": "*",
    "∗": "*",
    "÷": "/",
    "∕": "/",
    "−": "-",
    "–": "-",
    "^": "**",
}

INFIX: Mapping[str, Operation] = {
    operation.spelling.text: operation
    for operation in OPERATIONS.values()
    if isinstance(operation.spelling, Infix)
}


def _number(text: str) -> float | None:
    return float(text) if text.isdigit() else None


def _find_shorthands() -> dict[tuple[str, int, float], str]:
    """Find the operations spelt as another one with a fixed number: ``x**2`` and ``1/x``."""
    found: dict[tuple[str, int, float], str] = {}
    for operation in OPERATIONS.values():
        spelling = operation.spelling
        if not isinstance(spelling, Prefix | Postfix):
            continue
        for text, infix in INFIX.items():
            index = 1 if isinstance(spelling, Postfix) else 0
            rest = spelling.text.removeprefix(text) if index else spelling.text.removesuffix(text)
            number = _number(rest)
            if number is not None and rest != spelling.text:
                found[infix.name, index, number] = operation.name
    return found


# (operation, input port, number) → the operation that has this number built in.
SHORTHANDS: Mapping[tuple[str, int, float], str] = _find_shorthands()

PREFIX: Mapping[str, Operation] = {
    operation.spelling.text: operation
    for operation in OPERATIONS.values()
    if isinstance(operation.spelling, Prefix) and operation.name not in SHORTHANDS.values()
}

OPERATOR_TEXTS: tuple[str, ...] = tuple(sorted({*INFIX, *PREFIX}, key=len, reverse=True))

# Signs such as √ that are no letters, yet name a function.
FUNCTION_SIGNS: frozenset[str] = frozenset(
    alias
    for operation in OPERATIONS.values()
    if isinstance(operation.spelling, Call) and not operation.is_source
    for alias in operation.aliases
    if len(alias) == 1 and not alias.isidentifier()
)

FUNCTION_NAMES: tuple[str, ...] = tuple(
    name
    for operation in OPERATIONS.values()
    if not operation.is_source
    for name in (operation.name, *operation.aliases)
    if name.isidentifier()
)


def find_function(name: str) -> Operation | None:
    """Return the operation that a call of this name means, or None; sources are never called."""
    operation = OPERATIONS.find(name)
    return None if operation is None or operation.is_source else operation
