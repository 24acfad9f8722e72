"""Conditions that compare one fact with something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.lessons.conditions.condition_kind import ConditionKind, Missing, TestPart
from engine.lessons.conditions.sides import is_equal, largest_distance, right_side
from engine.lessons.conditions.unmet import fact_name, missing, shown, tried_name, truth_clause
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import fact_value, number_value
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import Table
from engine.quoting import listed

ORDER = -1
# What the last bits of a number may add: 0.3 is at least 0.1 + 0.2.
_SLACK = 1e-9


def _read_side(table: Table, key: str) -> Mapping[str, Any] | None:
    """Read a right side, which may be a text beside a text, a formula, or a number."""
    value = table.side(table.values[key], key)
    return {key: value} if value else None


def _read_sides(table: Table, key: str) -> Mapping[str, Any] | None:
    sides = tuple(table.side(value, *path) for value, path in table.items(key, _LIST))
    if not sides:
        table.refuse_kind(_LIST, key)
    return {key: sides} if sides and all(sides) else None


_LIST = "sides"


def _read_ends(table: Table, key: str) -> Mapping[str, Any] | None:
    ends = tuple(table.formula_of(value, *path) for value, path in table.items(key, _ENDS))
    if len(ends) != 2:
        table.refuse_kind(_ENDS, key)
        return None
    return {key: ends} if all(ends) else None


_ENDS = "ends"


def _read_near(table: Table, key: str) -> Mapping[str, Any] | None:
    near, within = table.needed_formula(key), table.formula("within")
    if "within" not in table:
        table.faults.refuse(
            "lesson_near_within",
            "“near” needs “within” beside it: how far off is near enough?",
            at=table.line(key),
        )
    return {key: near, "within": within} if near and within else None


def _test_is(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left = fact_value(condition.fact, facts)
    right = right_side(condition.arguments["is"], left, facts)
    if is_equal(left, right):
        return ()
    clause = truth_clause(condition.fact)
    if clause is None:
        return missing(
            "is",
            f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be "
            f"{shown(right, left)}.",
            fact=fact_name(condition.fact),
            found=shown(left, right),
            wanted=shown(right, left),
        )
    if is_equal(right, 1.0):
        return missing("so", f"not yet so: {clause}.", fact=clause)
    return missing("not_so", f"not to be so: {clause}.", fact=clause)


def _test_is_not(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left = fact_value(condition.fact, facts)
    if not is_equal(left, right_side(condition.arguments["is_not"], left, facts)):
        return ()
    return missing(
        "is_not",
        f"{fact_name(condition.fact)} is {shown(left)}; it is to be something else.",
        fact=fact_name(condition.fact),
        found=shown(left),
    )


def _numbers(condition: Condition, facts: Facts, key: str) -> tuple[float | Array, float | Array]:
    left = number_value(condition.fact, facts)
    return left, number_value(condition.arguments[key], facts)


def _slack(left: float | Array, right: float | Array) -> Array:
    return np.asarray(_SLACK * np.maximum(np.abs(left), np.abs(right)))


def _fits(left: float | Array, right: float | Array) -> bool:
    """Tell whether each number of the left side has one on the right to be compared with."""
    return np.ndim(right) == 0 or np.shape(left) == np.shape(right)


def _is_above(left: float | Array, right: float | Array, *, or_equal: bool) -> bool:
    if not _fits(left, right):
        return False
    slack = _slack(left, right)
    difference = np.subtract(left, right)
    return bool(np.all(difference >= -slack) if or_equal else np.all(difference > slack))


def _test_above(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left, right = _numbers(condition, facts, "above")
    if _is_above(left, right, or_equal=False):
        return ()
    return missing(
        "above",
        f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be above "
        f"{shown(right, left)}.",
        fact=fact_name(condition.fact),
        found=shown(left, right),
        wanted=shown(right, left),
    )


def _test_below(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left, right = _numbers(condition, facts, "below")
    if _fits(left, right) and _is_above(np.negative(left), np.negative(right), or_equal=False):
        return ()
    return missing(
        "below",
        f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be below "
        f"{shown(right, left)}.",
        fact=fact_name(condition.fact),
        found=shown(left, right),
        wanted=shown(right, left),
    )


def _test_at_least(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left, right = _numbers(condition, facts, "at_least")
    if _is_above(left, right, or_equal=True):
        return ()
    tried = tried_name(condition.fact)
    if tried is not None:
        found, wanted = shown(left, right), shown(right, left)
        return missing(
            "tried",
            f"try {wanted} different values of {tried}; so far {found}.",
            fact=tried,
            found=found,
            wanted=wanted,
        )
    return missing(
        "at_least",
        f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be at least "
        f"{shown(right, left)}.",
        fact=fact_name(condition.fact),
        found=shown(left, right),
        wanted=shown(right, left),
    )


def _test_at_most(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left, right = _numbers(condition, facts, "at_most")
    if _is_above(np.negative(left), np.negative(right), or_equal=True):
        return ()
    return missing(
        "at_most",
        f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be at most "
        f"{shown(right, left)}.",
        fact=fact_name(condition.fact),
        found=shown(left, right),
        wanted=shown(right, left),
    )


def _test_between(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left = number_value(condition.fact, facts)
    low, high = (number_value(end, facts) for end in condition.arguments["between"])
    above_low = _is_above(left, low, or_equal=True)
    if above_low and _is_above(np.negative(left), np.negative(high), or_equal=True):
        return ()
    return missing(
        "between",
        f"{fact_name(condition.fact)} is {shown(left, low, high)}; it is to be from {shown(low)} "
        f"to {shown(high)}.",
        fact=fact_name(condition.fact),
        found=shown(left, low, high),
        low=shown(low),
        high=shown(high),
    )


def _test_near(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left, right = _numbers(condition, facts, "near")
    within = number_value(condition.arguments["within"], facts)
    allowed = float(np.max(within, initial=0.0)) + float(np.max(_slack(left, right), initial=0.0))
    if largest_distance(left, right) <= allowed:
        return ()
    return missing(
        "near",
        f"{fact_name(condition.fact)} is {shown(left, right)}; it is to be within "
        f"{shown(within)} of {shown(right, left)}.",
        fact=fact_name(condition.fact),
        found=shown(left, right),
        wanted=shown(right, left),
        within=shown(within),
    )


def _test_one_of(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left = fact_value(condition.fact, facts)
    sides = [right_side(side, left, facts) for side in condition.arguments["one_of"]]
    if any(is_equal(left, side) for side in sides):
        return ()
    choices = listed(shown(side).strip("“”") for side in sides)
    return missing(
        "one_of",
        f"{fact_name(condition.fact)} is {shown(left)}; it is to be one of these: {choices}.",
        fact=fact_name(condition.fact),
        found=shown(left),
        choices=choices,
    )


def _test_has(condition: Condition, facts: Facts, _: TestPart) -> Missing:
    left = fact_value(condition.fact, facts)
    sides = [right_side(side, left, facts) for side in condition.arguments["has"]]
    lacking = [side for side in sides if not _has(left, side)]
    if not lacking:
        return ()
    choices = listed(shown(side).strip("“”") for side in lacking)
    return missing(
        "has",
        f"{fact_name(condition.fact)} is {shown(left)}; it lacks {choices}.",
        fact=fact_name(condition.fact),
        found=shown(left),
        choices=choices,
    )


def _has(fact: Fact, part: Fact) -> bool:
    if isinstance(fact, str) and isinstance(part, str):
        return part in fact
    if isinstance(fact, tuple):
        return part in fact
    return any(is_equal(float(number), part) for number in np.ravel(np.asarray(fact)))


def _side(key: str) -> Callable[[Condition], tuple[str, ...]]:
    return lambda condition: (condition.arguments[key],)


def _sides(key: str) -> Callable[[Condition], tuple[str, ...]]:
    return lambda condition: tuple(condition.arguments[key])


def _comparison(name: str, test: Callable[[Condition, Facts, TestPart], Missing]) -> ConditionKind:
    """Return a comparison with one number."""
    return ConditionKind(
        name=name, takes_fact=True, read=_read_formula, test=test, formulas=_side(name)
    )


def _read_formula(table: Table, key: str) -> Mapping[str, Any] | None:
    formula = table.needed_formula(key)
    return {key: formula} if formula else None


RECORDS = (
    ConditionKind(name="is", takes_fact=True, read=_read_side, test=_test_is, formulas=_side("is")),
    ConditionKind(
        name="is_not", takes_fact=True, read=_read_side, test=_test_is_not, formulas=_side("is_not")
    ),
    _comparison("above", _test_above),
    _comparison("below", _test_below),
    _comparison("at_least", _test_at_least),
    _comparison("at_most", _test_at_most),
    ConditionKind(
        name="between",
        takes_fact=True,
        read=_read_ends,
        test=_test_between,
        formulas=_sides("between"),
    ),
    ConditionKind(
        name="near",
        takes_fact=True,
        further=("within",),
        read=_read_near,
        test=_test_near,
        formulas=lambda condition: (condition.arguments["near"], condition.arguments["within"]),
    ),
    ConditionKind(
        name="one_of",
        takes_fact=True,
        read=_read_sides,
        test=_test_one_of,
        formulas=_sides("one_of"),
    ),
    ConditionKind(
        name="has", takes_fact=True, read=_read_sides, test=_test_has, formulas=_sides("has")
    ),
)
