"""What a step opens, with the formulas in it replaced by what they are worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.errors import EngineError
from engine.lessons.facts import Facts
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Opening
from engine.lessons.vocabulary.spaces import SPACES
from engine.quoting import quote

_LAST_BITS, _LARGEST = 1e-9, 2.0**53


def opened_state(opening: Opening, facts: Facts) -> dict[str, Any]:
    """Return the state that a space's hooks are given.

    Where a space takes a number, a text is a formula of facts; it is replaced by what it is worth,
    a float or, for an array, lists of floats; where the space counts, a whole number. Everything
    else stands as it does in the file.

    Args:
        opening: What stands in ``[step.open]``.
        facts: The drawn numbers, and what else is known by name.

    Raises:
        EngineError: A formula has no value; the sentence says why.

    Example:
        >>> opening = Opening("graph", {"formula": "f = x*y", "values": {"x": "2*a", "y": "3"}})
        >>> opened_state(opening, {"a": 4.0})
        {'formula': 'f = x*y', 'values': {'x': 8.0, 'y': 3.0}}
    """
    space = SPACES.get(opening.space)
    state = dict(opening.state)
    for key, inner in _computed_places(opening):
        if inner:
            state[key] = {**state[key], inner: worth(state[key][inner], facts)}
            continue
        state[key] = worth(state[key], facts)
        if space is not None and key in space.counts and isinstance(state[key], float):
            state[key] = _whole(key, state[key])
    return state


def formulas_of(opening: Opening) -> list[str]:
    """Return the formulas of facts in what a step opens."""
    state = opening.state
    return formulas_in(
        [state[key][inner] if inner else state[key] for key, inner in _computed_places(opening)]
    )


def _computed_places(opening: Opening) -> list[tuple[str, str]]:
    """Return the keys whose texts are formulas, each with the entry in it, or with none."""
    space = SPACES.get(opening.space)
    places = (key.partition(".") for key in sorted(space.computed if space else ()))
    return [
        (key, inner)
        for key, _, inner in places
        if key in opening.state and (not inner or _has_entry(opening.state[key], inner))
    ]


def _has_entry(value: Any, name: str) -> bool:
    return isinstance(value, Mapping) and name in value


def formulas_in(value: Any) -> list[str]:
    """Return the formulas of facts in a value of the file: all its texts."""
    found: list[str] = []
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Mapping):
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return found


def _whole(key: str, number: float) -> int:
    if abs(number - round(number)) > _LAST_BITS or abs(number) > _LARGEST:
        raise EngineError(
            "lesson_open_whole",
            f"“{quote(key)}” is to be a whole number, and its formula gives {number:.6g}.",
            name=key,
            found=f"{number:.6g}",
        )
    return round(number)


def worth(value: Any, facts: Facts) -> Any:
    """Return a value of the file with its texts replaced by what they are worth as formulas.

    Raises:
        EngineError: A formula has no value.
    """
    if isinstance(value, str):
        found = number_value(value, facts)
        return found if isinstance(found, float) else np.asarray(found).tolist()
    if isinstance(value, Mapping):
        return {name: worth(part, facts) for name, part in value.items()}
    if isinstance(value, list):
        return [worth(part, facts) for part in value]
    return value
