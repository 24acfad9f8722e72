"""Testing a condition: what is still missing, as sentences; nothing where it is fulfilled."""

from __future__ import annotations

from engine.errors import EngineError
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.conditions.unmet import Unmet, fact_name, missing
from engine.lessons.facts import Facts
from engine.lessons.lesson import Condition
from engine.quoting import quote


def unmet(condition: Condition, facts: Facts) -> tuple[Unmet, ...]:
    """Return what a condition lacks, an empty tuple where it is fulfilled.

    It never raises: a fact that is not there or has no value yet is what is missing.

    Args:
        condition: A condition as `read_condition` returns it.
        facts: What is known by name.
    """
    try:
        return CONDITIONS[condition.kind].test(condition, facts, unmet)
    except EngineError as error:
        return _because(error)


def _because(error: EngineError) -> tuple[Unmet, ...]:
    name = str(error.details.get("name", ""))
    if error.code == "fact_missing":
        fact = fact_name(name)
        return missing("no_value", f"{fact} has no value yet.", fact=fact)
    if error.code in {"fact_unknown", "fact_unknown_near"}:
        fact = fact_name(name)
        return missing("nothing_there", f"{fact} is not there.", fact=fact)
    if error.code == "fact_no_node":
        return missing("no_node", f"there is no node “{quote(name)}” yet.", name=name)
    return missing("cannot_tell", f"it cannot be told yet: {error}", cause=error)
