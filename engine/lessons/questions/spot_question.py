"""The question which line of a derivation is wrong; with formulas, it is the first that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.errors import EngineError
from engine.lessons.answer import Answer, Marked
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.item_questions import first_picks, mark_choice
from engine.lessons.questions.keys import (
    MOST_ITEMS,
    PUBLISHED,
    check_known,
    read_formula,
    read_item,
    read_items,
    wanted,
)
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind
from engine.lessons.questions.rounding import is_same


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a derivation.

    Attributes:
        says: The formula of what it says.
        worth: The formula of what would be right.
    """

    says: str
    worth: str


def _read_lines(name: str, value: Any) -> Mapping[str, Line] | tuple[str, ...]:
    """Return the names of lines, or lines with what they say and what would be right."""
    if isinstance(value, list):
        return read_items(name, value)
    if not isinstance(value, dict) or not 1 <= len(value) <= MOST_ITEMS:
        raise wanted(name, "the names of the lines, or a table of them")
    return {read_item(name, item): _read_line(f"{name}.{item}", value[item]) for item in value}


def _read_line(name: str, value: Any) -> Line:
    if not isinstance(value, dict) or value.keys() != {"says", "is"}:
        raise wanted(name, 'what the line says and what it is: { says = "0.46", is = "a + b" }')
    return Line(
        read_formula(f"{name}.says", value["says"]), read_formula(f"{name}.is", value["is"])
    )


def _mark(asked: Asked, answer: Answer) -> Marked:
    return mark_choice(asked, answer, _items(asked.arguments), _wrong_line(asked))


def _wrong_line(asked: Asked) -> str:
    if "right" in asked.arguments:
        return str(asked.arguments["right"])
    lines: Mapping[str, Line] = asked.arguments["items"]
    for name, line in lines.items():
        says, worth = asked.array(line.says), asked.array(line.worth)
        noise = np.max(asked.rounding(line.says)) + np.max(asked.rounding(line.worth))
        if not is_same(says, worth, noise):
            return name
    raise EngineError("no_line_wrong", "With these numbers no line is wrong.")


def _check(arguments: Mapping[str, Any]) -> None:
    if ("right" in arguments) == isinstance(arguments["items"], dict):
        raise KeyFaultError(
            "ask_spot",
            "The wrong line is told either by “right”, or by what each line says and is.",
        )
    if "right" in arguments:
        check_known("right", (arguments["right"],), _items(arguments))


def _items(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(arguments["items"])


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    lines = arguments["items"]
    if not isinstance(lines, dict):
        return ()
    return tuple(formula for line in lines.values() for formula in (line.says, line.worth))


RECORDS = (
    QuestionKind(
        name="spot",
        title="Spot the mistake",
        keys=(
            Key("items", _read_lines, is_needed=True),
            Key("right", read_item),
            PUBLISHED,
        ),
        mark=_mark,
        truth=_wrong_line,
        slip_answers=first_picks,
        check=_check,
        items=_items,
        formulas=_formulas,
    ),
)
