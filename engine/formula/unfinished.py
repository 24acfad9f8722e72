"""A formula that is still being typed: what is missing at its end is taken for an open input."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from engine.errors import FormulaError, FormulaQuestion

_CLOSED_BY = {"(": ")", "[": "]"}
_HOLE = "?"
# Of what has more brackets open nobody knows any more what is missing.
_MOST_OPEN = 40

Read = TypeVar("Read")


def read_unfinished(text: str, read: Callable[[str], Read]) -> Read:
    """Read a formula; where it only ends too soon, as if an open input stood there.

    Args:
        text: The formula as far as it is typed.
        read: Reads a formula, or raises what is wrong with it.

    Raises:
        FormulaError: What is wrong with the text as it stands.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> from engine.formula.printer import format_formula
        >>> format_formula(read_unfinished("tanh(x + max(a, ", parse_formula))
        'tanh(x + max(a, ?))'
    """
    try:
        return read(text)
    except FormulaQuestion:
        raise
    except FormulaError as error:
        if error.position + error.length < len(text.rstrip()) and "open" not in error.code:
            raise
        for ending in _endings(text):
            try:
                return read(text + ending)
            except FormulaError:
                continue
        raise


def _endings(text: str) -> list[str]:
    open_ = []
    for sign in text:
        if sign in _CLOSED_BY:
            open_.append(_CLOSED_BY[sign])
        elif open_ and sign == open_[-1]:
            open_.pop()
    if len(open_) > _MOST_OPEN:
        return []
    closing = "".join(reversed(open_))
    return [ending for ending in (closing, f"{_HOLE}{closing}") if ending]
