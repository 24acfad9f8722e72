"""Writing into a lesson's files what an author has done: an opening, a solution, a wrong answer.

The text round it stays as it is, comments too; what was there in its place goes.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.errors import EngineError
from engine.lessons.lesson import Command
from engine.quoting import quote

_STEP = re.compile(r"\s*\[\[\s*step\s*\]\]")
_TABLE = re.compile(r"\s*\[")
_ID = re.compile(r"\s*id\s*=\s*(['\"])(.*?)\1")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SECTION = re.compile(r"## (?!#)\s*([^:\s]+)\s*:")
_LONGEST_LINE = 96


def with_opening(structure: str, step_id: str, space: str, state: Mapping[str, Any]) -> str:
    """Return a lesson's structure in which a step opens a state.

    What the step hides stays.

    Args:
        structure: The text of ``lesson.toml``.
        step_id: The step.
        space: The space that it shows.
        state: What is shown there; what TOML can hold.

    Raises:
        EngineError: There is no such step, or TOML cannot hold the state.
    """
    lines, start, end = _step_lines(structure, step_id)
    first, last = _table_lines(lines, start, end, "[step.open]")
    kept = [line for line in lines[first:last] if line.lstrip().startswith("hide")]
    new = ["[step.open]", f"space = {toml_value(space)}"]
    new += [f"{_key(name)} = {toml_value(value)}" for name, value in state.items()]
    if first == last:
        # Behind the step's own entries, before its other tables.
        first = last = _head_end(lines, start, end)
    return _joined(lines, first, last, [*new, *kept])


def with_solution(structure: str, step_id: str, commands: Sequence[Command]) -> str:
    """Return a lesson's structure in which a step is solved by these commands.

    Raises:
        EngineError: There is no such step, or TOML cannot hold an argument.
    """
    lines, start, end = _step_lines(structure, step_id)
    first, last = _table_lines(lines, start, end, "[step.solution]")
    rows = [toml_value([command.name, *command.arguments]) for command in commands]
    short = f"do = [{', '.join(rows)}]"
    new = (
        [short] if len(short) <= _LONGEST_LINE else ["do = [", *(f"  {row}," for row in rows), "]"]
    )
    return _joined(lines, first, last, ["[step.solution]", *new])


def with_slip(structure: str, step_id: str, name: str, **entries: str) -> str:
    """Return a lesson's structure in which a step foresees a wrong answer.

    Args:
        structure: The text of ``lesson.toml``.
        step_id: The step.
        name: What the wrong answer is called.
        entries: By what it is known, such as ``gives="x + y"`` or ``picks="four"``.

    Raises:
        EngineError: There is no such step.
    """
    lines, start, end = _step_lines(structure, step_id)
    rows = [f"{_key(key)} = {toml_value(value)}" for key, value in entries.items()]
    place = _last_line(lines, start, end)
    return _joined(lines, place, place, ["[[step.slip]]", f"name = {toml_value(name)}", *rows])


def with_words(words: str, step_id: str, part: str, text: str) -> str:
    """Return a language's file in which a step has one more part.

    Args:
        words: The text of ``xx.md``.
        step_id: The step.
        part: The heading of the part, such as ``"slip added"``.
        text: What it says.

    Raises:
        EngineError: There is no such step.
    """
    lines = words.splitlines()
    start = next((place for place, line in enumerate(lines) if _section(line) == step_id), None)
    if start is None:
        raise _no_step(step_id)
    following = (place for place in range(start + 1, len(lines)) if _section(lines[place]))
    place = _last_line(lines, start, next(following, len(lines)))
    return _joined(lines, place, place, [f"### {part}", *text.splitlines()])


def toml_value(value: Any) -> str:
    """Return a value as TOML writes it.

    Raises:
        EngineError: TOML cannot hold it (code ``lesson_no_toml``).

    Example:
        >>> toml_value({"x": [1.0, True], "formula": "q = x + y"})
        '{ x = [1.0, true], formula = "q = x + y" }'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | float) and math.isfinite(value):
        return repr(value)
    if isinstance(value, Mapping):
        pairs = [f"{_key(str(name))} = {toml_value(part)}" for name, part in value.items()]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(toml_value(part) for part in value)}]"
    raise EngineError(
        "lesson_no_toml",
        f"“{quote(str(value))}” cannot stand in a lesson’s file.",
        found=quote(str(value)),
    )


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _step_lines(structure: str, step_id: str) -> tuple[list[str], int, int]:
    """Return the lines, and between which of them a step stands."""
    lines = structure.splitlines()
    starts = [place for place, line in enumerate(lines) if _STEP.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = lines[start : _head_end(lines, start, end)]
        if any(match[2] == step_id for line in head if (match := _ID.match(line))):
            return lines, start, end
    raise _no_step(step_id)


def _no_step(step_id: str) -> EngineError:
    return EngineError(
        "lesson_step_missing", f"There is no step “{quote(step_id)}”.", name=quote(step_id)
    )


def _head_end(lines: Sequence[str], start: int, end: int) -> int:
    """Return where a step's own entries end and its tables begin."""
    tables = (place for place in range(start + 1, end) if _TABLE.match(lines[place]))
    return _last_line(lines, start, next(tables, end))


def _table_lines(lines: Sequence[str], start: int, end: int, heading: str) -> tuple[int, int]:
    """Return where one table of a step stands; nothing at the step's end if it has none."""
    for place in range(start + 1, end):
        if lines[place].split("#")[0].replace(" ", "").strip() == heading:
            tables = (
                later
                for later in range(place + 1, end)
                if _TABLE.match(lines[later]) and _begins_table(lines[later])
            )
            return place, _last_line(lines, place, next(tables, end))
    place = _last_line(lines, start, end)
    return place, place


def _begins_table(line: str) -> bool:
    """Tell a heading from a line of a list within brackets."""
    return re.fullmatch(r"\s*\[{1,2}\s*[\w.-]+\s*\]{1,2}\s*(#.*)?", line) is not None


def _last_line(lines: Sequence[str], start: int, end: int) -> int:
    """Return the end of what stands between two lines, without empty lines and comments there."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _section(line: str) -> str:
    match = _SECTION.match(line)
    return match[1] if match else ""


def _joined(lines: Sequence[str], first: int, last: int, new: Sequence[str]) -> str:
    return "\n".join([*lines[:first], *new, *lines[last:]]) + "\n"
