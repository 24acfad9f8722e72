"""How a lesson's numbers are drawn, from the table ``[draw]``."""

from __future__ import annotations

import math

from engine.errors import EngineError
from engine.formula.constants import constant_of
from engine.formula.parser import parse_formula
from engine.formula.tokens import is_name
from engine.lessons.conditions.reading import read_conditions
from engine.lessons.lesson import Draw, DrawnNumber
from engine.lessons.toml_table import Table, finite
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote

_KEYS = ("first", "keep", "graph")
_RANGE = ("from", "to", "step", "not")
_PLACE = "drawn"
MOST_NUMBERS = 50
MOST_CHOICES = 10_000


def read_draw(table: Table) -> Draw:
    """Read ``[draw]``; wrong entries are noted in the table's faults and left out."""
    first = _first(table)
    formula = _graph(table)
    numbers = []
    for key in table.values:
        if key in _KEYS:
            continue
        number = _number(table, key)
        if number is not None:
            numbers.append(number)
    drawn = {number.name for number in numbers} | (set(_inputs(formula)) if formula else set())
    written = drawn | first.keys()
    for name in drawn.symmetric_difference(first):
        _refuse_unmatched(table, name, is_drawn=name in drawn)
    kept = tuple(number for number in numbers if number.name in first)
    first = {name: value for name, value in first.items() if name in drawn}
    lost = {*written, *(key for key in table.values if key not in _KEYS)} - first.keys()
    keep = read_conditions(table, "keep")
    return Draw(first, kept, keep, formula, line=table.line(), lost=frozenset(lost))


def _first(table: Table) -> dict[str, float]:
    first = table.table("first")
    if first is None:
        return {}
    if len(first.values) > MOST_NUMBERS:
        table.refuse_kind("first", "first")
        return {}
    return {name: first.number(name) for name in first.values if is_free(table, name, "first")}


def is_free(table: Table, name: str, *path: str) -> bool:
    """Tell whether a number can have this name, and note it where it cannot."""
    if is_name(name) and OPERATIONS.find(name) is None:
        return True
    table.faults.refuse(
        "lesson_number_name",
        f"A number cannot be called “{quote(name)}”: it takes letters, digits and “_”, and no "
        "name of a function.",
        at=table.line(*path, name),
        name=name,
    )
    return False


def _graph(table: Table) -> str:
    """Return the formula of the graph that is to get fresh numbers."""
    text = table.text("graph")
    if not text:
        return ""
    try:
        _inputs(text)
    except EngineError as error:
        table.faults.pass_on(error, table.line("graph"))
        return ""
    return text


def _inputs(formula: str) -> list[str]:
    graph = parse_formula(formula)
    sources = [graph.nodes[node] for node in graph.sources()]
    return [node.name for node in sources if node.name and constant_of(node) is None]


def _number(table: Table, name: str) -> DrawnNumber | None:
    rule = table.table(name)
    if rule is None or not is_free(table, name):
        return None
    if "of" in rule:
        rule.check_keys(("of",), _PLACE)
        choices = tuple(_choices(rule, "of"))
    else:
        rule.check_keys(_RANGE, _PLACE)
        choices = _range(rule)
    if not choices:
        rule.faults.refuse(
            "lesson_no_choice",
            f"No number is left for “{quote(name)}”.",
            at=table.line(name),
            name=name,
        )
        return None
    return DrawnNumber(name, choices, table.line(name))


def _choices(rule: Table, key: str) -> list[float]:
    found = []
    for value, path in rule.items(key, "numbers"):
        number = finite(value)
        if number is None:
            rule.refuse_kind("numbers", *path)
        else:
            found.append(number)
    return found


def _range(rule: Table) -> tuple[float, ...]:
    for key in ("from", "to"):
        if key not in rule:
            rule.faults.refuse(
                "lesson_entry_missing", f"“{quote(key)}” is missing.", at=rule.line(), name=key
            )
            return ()
    low, high, step = rule.number("from"), rule.number("to"), rule.number("step", 1.0)
    without = _choices(rule, "not")
    if step <= 0.0 or high < low or (high - low) / step > MOST_CHOICES:
        rule.faults.refuse(
            "lesson_draw_range",
            f"“from” is to be below “to”, and “step” is to lead there in at most {MOST_CHOICES} "
            "steps.",
            at=rule.line("from"),
            most=MOST_CHOICES,
        )
        return ()
    count = math.floor((high - low) / step + 1e-9) + 1
    # 0.1 steps are written as 0.3 and not as 0.30000000000000004.
    numbers = [float(f"{low + place * step:.12g}") for place in range(count)]
    return tuple(number for number in numbers if number not in without)


def _refuse_unmatched(table: Table, name: str, *, is_drawn: bool) -> None:
    if is_drawn:
        table.faults.refuse(
            "lesson_first_missing",
            f"“{quote(name)}” is drawn and has no number in “first”.",
            at=table.line("first") if "first" in table else table.line(name),
            name=name,
        )
    else:
        table.faults.refuse(
            "lesson_not_drawn",
            f"“{quote(name)}” has a number in “first” and no line that says how it is drawn later.",
            at=table.line("first", name),
            name=name,
        )
