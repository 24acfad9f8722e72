"""Conditions on how far something has come: the walk through a graph, a race of optimizers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.formula.tokens import is_name
from engine.lessons.conditions.condition_kind import ConditionKind, Missing, TestPart
from engine.lessons.conditions.unmet import missing
from engine.lessons.facts import Facts
from engine.lessons.formulas import fact_value, number_value
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import Table
from engine.optimizers.catalog import OPTIMIZERS
from engine.quoting import quote

ORDER = 2
_FORWARD, _END = "forward", "end"
_GATES = {False: "walked", True: "walked_back"}
_GOAL, _RACING = "steps_to_goal_", "racing_"


def _read_walked(table: Table, key: str) -> Mapping[str, Any] | None:
    """Read an end of a pass, or a gate that the walk is to reach, forward or on its way back."""
    part = table if isinstance(table.values[key], str) else table.table(key)
    if part is None:
        return None
    place = part.text(key) if part is table else part.text("gate")
    if part is not table:
        part.check_keys(("gate", "back"), "condition")
    if not is_name(place):
        table.refuse_form(
            f'walked = "{_FORWARD}", "{_END}", a gate, or {{ gate = "q", back = true }}', key
        )
        return None
    return {key: place, "back": part is not table and part.truth("back", usual=False)}


def _test_walked(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    wanted, is_back = condition.arguments["walked"], condition.arguments["back"]
    if wanted not in {_FORWARD, _END}:
        return _test_gate(wanted, facts, is_back=is_back)
    place = number_value("walk", facts)
    if wanted == _FORWARD:
        if place >= number_value("walk_forward", facts):
            return ()
        return missing("walked_forward", "the forward pass is not through yet.")
    if place >= number_value("walk_last", facts):
        return ()
    return missing("walked_end", "the backward pass is not through yet.")


def _test_gate(gate: str, facts: Facts, *, is_back: bool) -> Missing:
    reached = fact_value(_GATES[is_back], facts)
    if isinstance(reached, tuple) and gate in reached:
        return ()
    if is_back:
        return missing(
            "walked_back", f"the walk has not come back to “{quote(gate)}” yet.", name=gate
        )
    return missing("walked_gate", f"the walk has not reached “{quote(gate)}” yet.", name=gate)


def _read_raced(table: Table, key: str) -> Mapping[str, Any] | None:
    part = table.table(key)
    if part is None:
        return None
    part.check_keys(("first",), "condition")
    name = part.text("first")
    if name not in OPTIMIZERS:
        part.faults.unlisted(name, list(OPTIMIZERS), at=part.line("first"), among="optimizers")
        return None
    return {"first": name}


def _test_raced(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    first = condition.arguments["first"]
    title = OPTIMIZERS[first].title
    reached = {
        name.removeprefix(_GOAL): facts[name]
        for name in facts
        if name.startswith(_GOAL) and facts.get(_RACING + name.removeprefix(_GOAL), 1.0)
    }
    own = reached.get(first)
    if not isinstance(own, float | int):
        return missing("raced_arrive", f"{quote(title)} has not reached the goal.", title=title)
    faster = [
        steps for name, steps in reached.items() if name != first and isinstance(steps, float | int)
    ]
    if all(own < steps for steps in faster):
        return ()
    return missing("raced_first", f"{quote(title)} is not the first at the goal.", title=title)


RECORDS = (
    ConditionKind(name="walked", read=_read_walked, test=_test_walked),
    ConditionKind(name="raced", read=_read_raced, test=_test_raced),
)
