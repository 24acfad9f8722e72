"""A step of a lesson, from its table ``[[step]]``."""

from __future__ import annotations

from typing import Any

from engine.lessons.conditions.reading import read_condition, read_conditions
from engine.lessons.fault_list import FaultList
from engine.lessons.faults import Fault
from engine.lessons.lesson import Ask, Command, Condition, Detour, Opening, Slip, Step
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.revision import revision
from engine.lessons.toml_table import Table, finite, frozen, plain_values
from engine.quoting import quote

_KEYS = (
    "id", "open", "show", "hide", "point", "skill", "ask", "wait", "slip", "detour", "only",
    "fresh", "counts", "solution",
)  # fmt: skip
_OPEN_KEYS = frozenset(("space", "hide", "show"))
_SLIP_KEYS = ("name", "gives", "picks", "when", "by")
_DETOUR = "detour"
MOST_SLIPS = 40


def read_step(table: Table) -> Step | None:
    """Read a step; wrong entries are noted in the table's faults and left out.

    Returns:
        The step, None where it has no id.
    """
    table.check_keys(_KEYS, "step")
    step_id = needed_word(table, "id")
    if not step_id:
        return None
    ask = table.table("ask")
    wait = table.table("wait")
    opening = table.table("open")
    return Step(
        id=step_id,
        opening=None if opening is None else _opening(opening),
        # Below [step.open] a key belongs to that table, and is meant all the same.
        show=(*table.words("show"), *(() if opening is None else opening.words("show"))),
        hide=table.words("hide"),
        point=table.word("point"),
        skill=table.word("skill"),
        ask=None if ask is None else _ask(ask),
        wait=None if wait is None else read_condition(wait),
        slips=_slips(table),
        detour=_detour(table),
        is_detour=_only(table),
        is_fresh=table.truth("fresh", usual=False),
        counts=table.truth("counts", usual=True),
        solution=_solution(table),
        line=table.line("id"),
        revision=revision(table.values),
    )


def needed_word(table: Table, key: str) -> str:
    """Return a name that must be there, and note where it is not."""
    if key not in table:
        table.faults.refuse(
            "lesson_entry_missing", f"“{quote(key)}” is missing.", at=table.line(), name=key
        )
        return ""
    word = table.word(key)
    if table.values[key] == "":
        table.refuse_kind("name", key)
    return word


def _opening(table: Table) -> Opening | None:
    space = needed_word(table, "space")
    state = {key: value for key, value in table.values.items() if key not in _OPEN_KEYS}
    for key, value in list(state.items()):
        if not plain_values(value):
            table.refuse_kind("plain", key)
            del state[key]
    if not space:
        return None
    return Opening(space, state, table.words("hide"), table.line())


def _ask(table: Table) -> Ask | None:
    name = needed_word(table, "kind")
    if not name:
        return None
    kind = QUESTIONS.find(name)
    if kind is None:
        table.faults.unlisted(name, list(QUESTIONS), at=table.line("kind"), among="questions")
        return None
    arguments, faults = kind.read_arguments(table.values, _line_of(table), _condition_reader(table))
    table.faults.add(faults)
    return None if faults else Ask(kind.name, arguments, table.line())


def _line_of(table: Table) -> Any:
    return lambda key: table.line(*((key,) if key else ()))


def _condition_reader(table: Table) -> Any:
    def read(value: Any, _line: int) -> tuple[Condition | None, tuple[Fault, ...]]:
        """Read a condition of a question, which hands on what stands there."""
        faults = FaultList(table.faults.file)
        # The path leads to the entry that is this very value, for the lines within it.
        path = next((key for key, found in table.values.items() if found is value), "")
        outer = Table(table.values, table.lines, faults, table.path, table.files)
        part = outer.table_of(value, path)
        condition = None if part is None else read_condition(part)
        return condition, faults.faults

    return read


def _slips(table: Table) -> tuple[Slip, ...]:
    slips: dict[str, Slip] = {}
    for part in table.tables("slip"):
        part.check_keys(_SLIP_KEYS, "slip")
        name = needed_word(part, "name")
        if name in slips:
            part.faults.refuse(
                "lesson_slip_twice",
                f"This step has two slips “{quote(name)}”.",
                at=part.line("name"),
                name=name,
            )
        elif name:
            slips[name] = Slip(
                name,
                part.formula("gives"),
                part.words("picks"),
                read_conditions(part, "when"),
                part.line("name"),
                _worths(part),
            )
            if not any(key in part for key in _SLIP_KEYS[1:]):
                part.faults.refuse(
                    "lesson_slip_empty",
                    f"How is the slip “{quote(name)}” seen? It needs “gives”, “picks”, “by” or "
                    "“when”.",
                    at=part.line("name"),
                    name=name,
                )
    return tuple(slips.values())


def _worths(table: Table) -> dict[str, str]:
    """Return the formulas of ``by``, by the items of an order."""
    part = table.table("by")
    if part is None:
        return {}
    found = {item: part.needed_formula(item) for item in part.values}
    return {item: formula for item, formula in found.items() if formula}


def _detour(table: Table) -> Detour | None:
    part = table.table(_DETOUR)
    if part is None:
        return None
    part.check_keys(("on", "to"), "detour")
    target, slips = needed_word(part, "to"), part.words("on")
    if not slips:
        part.refuse_kind("slips", "on")
    return Detour(slips, target, part.line("to"), part.line("on")) if target and slips else None


def _only(table: Table) -> bool:
    only = table.text("only")
    if only not in {"", _DETOUR}:
        table.refuse_form(f'only = "{_DETOUR}"', "only")
    return only == _DETOUR


def _solution(table: Table) -> tuple[Command, ...]:
    part = table.table("solution")
    if part is None:
        return ()
    part.check_keys(("do",), "solution")
    commands = []
    for value, path in part.items("do", _COMMANDS):
        if not isinstance(value, list) or not value or not _is_command(value):
            part.refuse_kind(_COMMANDS, *path)
        else:
            commands.append(Command(value[0], frozen(value[1:])))
    return tuple(commands)


_COMMANDS = "commands"


def _is_command(words: list[Any]) -> bool:
    return isinstance(words[0], str) and all(
        isinstance(word, str | bool) or finite(word) is not None or plain_values(word)
        for word in words
    )
