"""The words that the table of operations gives to formulas: operators, signs and shorthands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Call, Infix, Operation, Postfix, Prefix, Subscript

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
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
}

_SETTING = re.compile(r"\$\w+")


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


def find_function(name: str, arguments: int | None = None) -> Operation | None:
    """Return the operation that a call of this name means, or None; sources are never called.

    What the palette writes on a gate is understood too, and a name in other letters, capital or
    small, where it can only mean one: ``SE(p, t)``, ``ReLU(x)``, ``l2(w)``.

    Args:
        name: The name.
        arguments: How many inputs it is given, where that is known: of several operations that
            are called the same it tells the one.
    """
    operation = OPERATIONS.find(name)
    if operation is None:
        # A letter by itself is another one where it is small: Π and π.
        folded = _folded_names().get(name.casefold()) if len(name) > 1 else None
        labelled = _labels().get(name) or folded
        operation = OPERATIONS[labelled] if labelled else None
    if operation is None or operation.is_source:
        return None
    return operation if arguments is None else of_arity(operation, arguments)


def is_function_name(name: str) -> bool:
    """Whether a name is that of a function by itself, and no value may be called so."""
    operation = OPERATIONS.find(name)
    return operation is not None and not operation.is_source


def of_arity(operation: Operation, arguments: int) -> Operation:
    """Return the operation that is called the same and takes so many inputs, or the given one."""
    if operation.arity == arguments:
        return operation
    return _called().get((operation.called, arguments), operation)


@OPERATIONS.derived
def subscripts() -> Mapping[str, Operation]:
    """Return the operations that are written in square brackets behind their operand.

    The keys tell how the brackets are filled, ``#`` being a whole number: ``#``, ``#, #``, ``#:#``.
    The numbers are the operation's settings in their order.
    """
    return {
        _SETTING.sub("#", operation.spelling.text): operation
        for operation in OPERATIONS.values()
        if isinstance(operation.spelling, Subscript)
    }


@OPERATIONS.derived
def _called() -> Mapping[tuple[str, int], Operation]:
    return {
        (operation.called, operation.arity): operation
        for operation in OPERATIONS.values()
        if not operation.is_source
    }


@OPERATIONS.derived
def _labels() -> Mapping[str, str]:
    """Return the names of operations by the labels of their gates; a shared label counts once."""
    found: dict[str, str] = {}
    for operation in OPERATIONS.values():
        if operation.symbol.isidentifier() and not operation.is_source:
            found.setdefault(operation.symbol, operation.name)
    return found


@OPERATIONS.derived
def _folded_names() -> Mapping[str, str]:
    """Return the names of operations by their names and labels in small letters."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for operation in OPERATIONS.values():
        names = (operation.name, operation.symbol, *OPERATIONS.aliases_of(operation))
        for name in {name.casefold() for name in names}:
            known = found.setdefault(name, operation.name)
            if OPERATIONS[known].called != operation.called:
                doubtful.add(name)
    return {name: found[name] for name in found if name not in doubtful}
