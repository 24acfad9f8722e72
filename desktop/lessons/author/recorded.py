"""What an author has done on a page, as commands: what leads from one state of it to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.widgets.panels.page_hooks import HookCommand
from engine.lessons.lesson import Command

_VALUES, _SET = "values", "set"


def recorded_commands(
    before: Mapping[str, Any], after: Mapping[str, Any], known: Mapping[str, HookCommand]
) -> tuple[Command, ...]:
    """Return commands that lead from a state of a page to another, as far as there are such.

    What was done in between does not matter: of a value that was tried and taken back nothing is
    left.

    Args:
        before: The state when the step began, as `PageHooks.state` gives it.
        after: The state now.
        known: What the page can do by name.
    """
    return tuple(_commands(before, after, known))


def _commands(
    before: Mapping[str, Any], after: Mapping[str, Any], known: Mapping[str, HookCommand]
) -> Iterator[Command]:
    for key, value in after.items():
        earlier = before.get(key)
        if value == earlier:
            continue
        if key == _VALUES and isinstance(value, Mapping) and _SET in known:
            old = earlier if isinstance(earlier, Mapping) else {}
            for name, number in value.items():
                if old.get(name) != number:
                    yield Command(_SET, (str(name), _word(number)))
        elif key in known:
            takes = len(known[key].kinds)
            several = isinstance(value, list | tuple) and takes >= len(value) > 1
            words = tuple(map(_word, value)) if several else (_word(value),)
            yield Command(key, words if takes else ())


def _word(value: Any) -> str:
    """Return an argument as it is written in a solution."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, list | tuple):
        is_sizes = all(isinstance(part, int) for part in value)
        return "-".join(map(str, value)) if is_sizes else str([_word(part) for part in value])
    return str(value)
