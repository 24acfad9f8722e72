"""Finds operations by name, symbol, alias or title, in English and in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.foundation.translation import translate_engine
from engine.formula.signature import written_form
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

_EXACT, _START, _WORD, _INSIDE, _NOT = range(5)


# What a drag of an operation carries: its name.
OPERATION_MIME = "application/x-wiregrad-operation"


def matching_operations(text: str, kept: Iterable[Operation] = ()) -> list[Operation]:
    """Return the operations that answer to a text, the closest first; all for an empty one.

    Args:
        text: What is typed.
        kept: Operations besides those of the table: the gates that the user keeps.
    """
    wanted = text.strip().casefold()
    operations = [*kept, *OPERATIONS.values()]
    if not wanted:
        return operations
    ranked = [(_rank(operation, wanted), operation) for operation in operations]
    found = [entry for entry in ranked if entry[0] != _NOT]
    return [operation for _, operation in sorted(found, key=lambda entry: entry[0])]


def written_in_formulas(operation: Operation) -> str:
    """Return what a formula says for it, such as ``sin(x)``; empty for what none can say."""
    return written_form(operation) if operation.name in OPERATIONS else ""


def _rank(operation: Operation, wanted: str) -> int:
    titles = (operation.title, translate_engine(operation.title))
    aliases = OPERATIONS.aliases_of(operation)
    forms = (operation.called, written_in_formulas(operation))
    every = (operation.name, operation.symbol, *aliases, *forms, *titles)
    names = [name.casefold() for name in every if name]
    if wanted in names:
        return _EXACT
    if any(name.startswith(wanted) for name in names):
        return _START
    if any(word.startswith(wanted) for name in names for word in name.replace("_", " ").split()):
        return _WORD
    # One letter is inside almost everything, and then says nothing.
    return _INSIDE if len(wanted) > 1 and any(wanted in name for name in names) else _NOT
