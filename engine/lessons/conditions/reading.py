"""Reading a condition from a table of the lesson's structure."""

from __future__ import annotations

from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.conditions.condition_kind import ConditionKind
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import Table
from engine.quoting import listed

_PLACE = "condition"
_FACT = "fact"
_ALL = "all"
MOST_DEEP = 6


def read_condition(table: Table) -> Condition | None:
    """Read a condition; of several kinds in one table all are to be fulfilled.

    Args:
        table: What stands in the file; wrong entries are noted in its faults.

    Returns:
        The condition, None where nothing of it can be tested.
    """
    found = [CONDITIONS[key] for key in table.values if key in CONDITIONS]
    further = [key for kind in found for key in kind.further]
    takes_fact = any(kind.takes_fact for kind in found)
    table.check_keys([*([_FACT] if takes_fact or not found else []), *further, *CONDITIONS], _PLACE)
    if not found:
        table.faults.refuse(
            "lesson_condition_empty",
            f"A condition needs one of these: {listed(CONDITIONS)}.",
            at=table.line(),
            choices=listed(CONDITIONS),
        )
        return None
    fact = table.needed_formula(_FACT) if takes_fact else ""
    if takes_fact and not fact:
        return None
    parts = [part for kind in found if (part := _read_kind(table, kind, fact)) is not None]
    if len(parts) != len(found):
        return None
    return parts[0] if len(parts) == 1 else Condition(_ALL, parts=tuple(parts), line=table.line())


def read_conditions(table: Table, key: str) -> tuple[Condition, ...]:
    """Read a list of conditions, those that can be tested."""
    found = (read_condition(part) for part in table.tables(key))
    return tuple(condition for condition in found if condition is not None)


def _read_kind(table: Table, kind: ConditionKind, fact: str) -> Condition | None:
    if kind.combines:
        return _read_combination(table, kind)
    arguments = kind.read(table, kind.name)
    if arguments is None:
        return None
    return Condition(kind.name, fact if kind.takes_fact else "", arguments, line=table.line())


def _read_combination(table: Table, kind: ConditionKind) -> Condition | None:
    if len(table.path) > 2 * MOST_DEEP + 4:
        table.faults.refuse(
            "lesson_condition_deep",
            f"Conditions stand in one another at most {MOST_DEEP} deep.",
            at=table.line(kind.name),
            most=MOST_DEEP,
        )
        return None
    parts = read_conditions(table, kind.name)
    if not parts:
        table.refuse_kind("conditions", kind.name)
        return None
    return Condition(kind.name, parts=parts, line=table.line(kind.name))
