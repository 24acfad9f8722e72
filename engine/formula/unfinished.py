"""A formula that is still being typed: what is missing at the caret is taken for open inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from engine.errors import FormulaError, FormulaQuestion
from engine.formula.completion import call_at

_CLOSED_BY = {"(": ")", "[": "]"}
_HOLE = "?"
# Of what has more brackets open nobody knows any more what is missing.
_MOST_OPEN = 40

Read = TypeVar("Read")


def read_unfinished(text: str, read: Callable[[str], Read], place: int | None = None) -> Read:
    """Read a formula; where it only misses something at the caret, as if open inputs stood there.

    Args:
        text: The formula as far as it is typed.
        read: Reads a formula, or raises what is wrong with it.
        place: Where one types; the end by default.

    Raises:
        FormulaError: What is wrong with the text as it stands.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> from engine.formula.printer import format_formula
        >>> format_formula(read_unfinished("tanh(x + where(a, ", parse_formula))
        'tanh(x + where(a, ?, ?))'
    """
    try:
        return read(text)
    except FormulaQuestion:
        raise
    except FormulaError:
        at = len(text) if place is None else place
        for finished in _finished(text[:at], text[at:]):
            try:
                return read(finished)
            except FormulaError:
                continue
        raise


def _finished(before: str, behind: str) -> Iterator[str]:
    closing = _closing(before + behind)
    if closing is None:
        return
    if closing:
        yield before + behind + closing
    yield before + _HOLE + behind + closing
    call = call_at(before, len(before))
    missing = 0 if call is None else call.operation.arity - call.index
    if missing > 1:
        yield f"{before}{', '.join([_HOLE] * missing)}{behind}{closing}"
        # What stands before the caret may be an input that is complete.
        yield f"{before}, {', '.join([_HOLE] * (missing - 1))}{behind}{closing}"


def _closing(text: str) -> str | None:
    """Return the brackets that are missing at the end; None where nobody knows any more."""
    open_ = []
    for sign in text:
        if sign in _CLOSED_BY:
            open_.append(_CLOSED_BY[sign])
        elif open_ and sign == open_[-1]:
            open_.pop()
    return None if len(open_) > _MOST_OPEN else "".join(reversed(open_))
