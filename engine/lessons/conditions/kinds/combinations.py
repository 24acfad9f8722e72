"""Conditions that combine others, and the one that asks whether anything changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import EngineError
from engine.lessons.conditions.condition_kind import ConditionKind, Missing, TestPart
from engine.lessons.conditions.sides import is_equal
from engine.lessons.conditions.unmet import fact_name, missing
from engine.lessons.facts import Facts
from engine.lessons.formulas import fact_value
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import Table
from engine.lessons.vocabulary.facts import AT_START


def _test_all(condition: Condition, facts: Facts, test: TestPart) -> Missing:
    return tuple(unmet for part in condition.parts for unmet in test(part, facts))


def _test_any(condition: Condition, facts: Facts, test: TestPart) -> Missing:
    # What lacks the least is said: to fulfil that is enough.
    return min((test(part, facts) for part in condition.parts), key=len, default=())


def _test_none(condition: Condition, facts: Facts, test: TestPart) -> Missing:
    return tuple(
        unmet
        for part in condition.parts
        if not test(part, facts)
        for unmet in missing("none", f"{_name(part)} is what it is not to be.", fact=_name(part))
    )


def _name(part: Condition) -> EngineError:
    if part.fact:
        return fact_name(part.fact)
    return EngineError("fact_something", "something")


def _read_changed(table: Table, key: str) -> Mapping[str, Any] | None:
    name = table.text(key).strip()
    if not name.isidentifier():
        table.refuse_kind("fact", key)
        return None
    return {key: name}


def _test_changed(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    name = condition.arguments["changed"]
    if not is_equal(fact_value(name, facts), fact_value(AT_START + name, facts)):
        return ()
    return missing(
        "changed",
        f"{fact_name(name)} is what it was at the start; it is to become something else.",
        fact=fact_name(name),
    )


RECORDS = (
    ConditionKind(name="all", combines=True, test=_test_all),
    ConditionKind(name="any", combines=True, test=_test_any),
    ConditionKind(name="none", combines=True, test=_test_none),
    ConditionKind(
        name="changed",
        read=_read_changed,
        test=_test_changed,
        formulas=lambda condition: (condition.arguments["changed"],),
    ),
)
