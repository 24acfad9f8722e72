"""The words that the table of operations gives to formulas: operators, signs and shorthands."""

from __future__ import annotations

from collections.abc import Mapping

from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Call, Infix, Operation, Postfix, Prefix

# Between the precedences of the table: a function without brackets takes the products without a
# sign behind it (sin 2x) and no others (sin x*y); a root takes one letter.
BARE_CALL = 2.3
BESIDE = 2.6
ROOT = 5

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


@OPERATIONS.derived
def infix() -> Mapping[str, Operation]:
    """Return the operations that are written between their operands, by their signs."""
    return {
        operation.spelling.text: operation
        for operation in OPERATIONS.values()
        if isinstance(operation.spelling, Infix)
    }


@OPERATIONS.derived
def shorthands() -> Mapping[tuple[str, int, float], str]:
    """Return the operations spelt as another one with a fixed number: ``x**2`` and ``1/x``.

    The keys are the other operation, the input port and the number that is built in there.
    """
    found: dict[tuple[str, int, float], str] = {}
    for operation in OPERATIONS.values():
        spelling = operation.spelling
        if not isinstance(spelling, Prefix | Postfix):
            continue
        for text, other in infix().items():
            index = 1 if isinstance(spelling, Postfix) else 0
            rest = spelling.text.removeprefix(text) if index else spelling.text.removesuffix(text)
            number = _number(rest)
            if number is not None and rest != spelling.text:
                found[other.name, index, number] = operation.name
    return found


def _number(text: str) -> float | None:
    return float(text) if text.isdigit() else None


@OPERATIONS.derived
def prefix() -> Mapping[str, Operation]:
    """Return the operations that are written before their operand, by their signs."""
    return {
        operation.spelling.text: operation
        for operation in OPERATIONS.values()
        if isinstance(operation.spelling, Prefix) and operation.name not in shorthands().values()
    }


@OPERATIONS.derived
def operator_texts() -> tuple[str, ...]:
    """Return the signs of all operators, the longest first."""
    return tuple(sorted({*infix(), *prefix()}, key=len, reverse=True))


@OPERATIONS.derived
def function_signs() -> frozenset[str]:
    """Return the signs such as √ that are no letters, yet name a function."""
    return frozenset(
        alias
        for operation in OPERATIONS.values()
        if isinstance(operation.spelling, Call) and not operation.is_source
        for alias in OPERATIONS.aliases_of(operation)
        if len(alias) == 1 and not alias.isidentifier()
    )


@OPERATIONS.derived
def function_names() -> tuple[str, ...]:
    """Return every name that a function can be called by."""
    return tuple(
        name
        for operation in OPERATIONS.values()
        if not operation.is_source
        for name in (operation.name, *OPERATIONS.aliases_of(operation))
        if name.isidentifier()
    )


def find_function(name: str) -> Operation | None:
    """Return the operation that a call of this name means, or None; sources are never called."""
    operation = OPERATIONS.find(name)
    return None if operation is None or operation.is_source else operation


def of_arity(operation: Operation, arguments: int) -> Operation:
    """Return the operation."""
    return operation


def subscripts() -> Mapping[str, Operation]:
    """Return the operations."""
    return {}
