"""How a lesson's named values are computed, from the table ``[let]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.errors import EngineError
from engine.lessons.draw_reader import is_free
from engine.lessons.facts import Fact
from engine.lessons.formulas import used_names
from engine.lessons.lesson import NamedValue
from engine.lessons.named_values import named_worth
from engine.lessons.toml_table import Table
from engine.quoting import quote

MOST_VALUES = 50


def read_named(table: Table, first: Mapping[str, float]) -> tuple[NamedValue, ...]:
    """Read ``[let]``; what is wrong is noted in the table's faults.

    Each value is computed once with the course's numbers. One that is wrong stays, without being
    worth anything, so that where it is used that is not told again.

    Args:
        table: What stands in the file.
        first: The course's numbers.
    """
    if len(table.values) > MOST_VALUES:
        table.refuse_kind("let")
        return ()
    known: dict[str, Fact] = dict(first)
    found: dict[str, NamedValue] = {}
    for name in table.values:
        if not is_free(table, name):
            continue
        if name in first:
            _refuse_drawn(table, name)
            continue
        worth = _worth(table, table.values[name], name)
        found[name] = NamedValue(name, worth or "", table.line(name))
        # What a value needs that is wrong itself is told once.
        if worth is not None and not (found.keys() - known.keys()).intersection(_names(worth)):
            _compute(table, found[name], known)
    return tuple(found.values())


def _refuse_drawn(table: Table, name: str) -> None:
    table.faults.refuse(
        "lesson_let_drawn",
        f"“{quote(name)}” is the name of a drawn number; a value needs another one.",
        at=table.line(name),
        name=name,
    )


def _compute(table: Table, value: NamedValue, known: dict[str, Fact]) -> None:
    try:
        known[value.name] = named_worth(value.worth, known)
    except EngineError as error:
        table.faults.pass_on(error, value.line)


def _worth(table: Table, value: Any, *path: str | int) -> Any:
    """Return a formula, or lists of formulas; None after a fault."""
    if not isinstance(value, list):
        formula = table.formula_of(value, *path)
        if value == "":
            table.refuse_kind("formula", *path)
        return formula or None
    if len(path) > _MOST_AXES or not value:
        table.refuse_kind("worth", path[0])
        return None
    parts = [_worth(table, part, *path, place) for place, part in enumerate(value)]
    return None if None in parts else parts


_MOST_AXES = 2


def _names(worth: Any) -> Iterator[str]:
    if isinstance(worth, list):
        for part in worth:
            yield from _names(part)
    else:
        yield from used_names(worth)
