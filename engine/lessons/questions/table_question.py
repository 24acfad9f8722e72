"""The question for the blanks of a table, each a number; those in rows and columns form a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from engine.arrays import Array
from engine.errors import EngineError, ValueFormatError
from engine.exercises.rule import Outcome as RuleOutcome
from engine.exercises.rule import WrongNumber, judge
from engine.formula.typed_value import TypedValue
from engine.lessons.answer import Answer, Marked, Outcome, parts_of
from engine.lessons.facts import Fact
from engine.lessons.lesson import Slip
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.keys import MOST_ITEMS, PUBLISHED, WITHIN, read_formula, wanted
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind
from engine.lessons.questions.rounding import typed_text
from engine.lessons.questions.typed_answers import in_cell, read_answer, with_reading
from engine.lessons.questions.typed_numbers import (
    in_shape,
    shown_text,
    too_short,
)
from engine.quoting import quote

# Between the row and the column in a blank's name.
DOT = "."


def _read_cells(name: str, value: Any) -> Mapping[str, str]:
    """Return formulas by the names of cells; what stands in a row of its own is "row.column"."""
    if not isinstance(value, dict) or not value:
        raise wanted(name, 'formulas by names: { a = "x" }, or { row = { column = "x" } }')
    cells: dict[str, str] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            for column, formula in item.items():
                cells[key + DOT + column] = read_formula(f"{name}.{key}.{column}", formula)
        else:
            cells[key] = read_formula(f"{name}.{key}", item)
    if len(cells) > MOST_ITEMS:
        raise wanted(name, f"at most {MOST_ITEMS} formulas")
    return MappingProxyType(cells)


def rows_and_columns(arguments: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a table's rows and columns in order; no columns where it is a list.

    Args:
        arguments: Those of a question of this kind.
    """
    cells = [*arguments["blanks"], *arguments.get("given", {})]
    pairs = [cell.partition(DOT) for cell in cells]
    # What is given stands to the left of what is asked for.
    columns = [column for _, _, column in [*pairs[len(arguments["blanks"]) :], *pairs] if column]
    return tuple(dict.fromkeys(row for row, _, _ in pairs)), tuple(dict.fromkeys(columns))


def _mark(asked: Asked, answer: Answer) -> Marked:
    blanks: Mapping[str, str] = asked.arguments["blanks"]
    texts = parts_of(answer)
    filled = [text for text in texts if text.strip()]
    if len(filled) != len(blanks) or len(texts) != len(blanks):
        raise ValueFormatError(
            "answer_blanks",
            f"All {len(blanks)} blanks are to be filled in; these are {len(filled)}.",
            count=len(blanks),
            found=len(filled),
        )
    within = asked.number("within")
    wrong: list[str] = []
    places = _places(asked.arguments)
    named = ""
    shown: list[str] = []
    for (cell, formula), text in zip(blanks.items(), texts, strict=True):
        truth = asked.array(formula)
        try:
            typed = in_shape(read_answer(text), truth)
        except EngineError as error:
            raise _at(places[cell], error, blanks) from error
        slips = [*_slips_at(asked, cell)]
        numbers = [WrongNumber(number) for _, number in slips]
        noise = asked.rounding(formula)
        judged = judge(typed, truth, within=within, noise=noise, slips=numbers)
        if judged.outcome is RuleOutcome.NO_ATTEMPT:
            raise _at(places[cell], too_short(typed.text), blanks)
        if judged.outcome is RuleOutcome.WRONG:
            wrong.append(cell)
            if judged.slip is not None and not named:
                named = slips[judged.slip][0].name
        shown.append(with_reading(text, _shown(typed)))
    facts: dict[str, Fact] = {
        "answer": tuple(shown),
        "wrong_cells": tuple(wrong),
        "wrong_places": tuple(f"{row}.{column}" for row, column in map(places.__getitem__, wrong)),
        "right_count": float(len(blanks) - len(wrong)),
        "wrong_count": float(len(wrong)),
    }
    outcome = Outcome.WRONG if wrong else Outcome.RIGHT
    return Marked(outcome, "; ".join(shown), slip=named, facts=facts)


def _at(place: tuple[int, int], error: EngineError, blanks: Mapping[str, str]) -> EngineError:
    """Say in which cell something is wrong, where there are several."""
    return in_cell(*place, error) if len(blanks) > 1 else error


def _places(arguments: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Return the row and the column, from 1, of each blank; of a list the column is 0."""
    rows, columns = rows_and_columns(arguments)
    found = {}
    for cell in arguments["blanks"]:
        row, _, column = cell.partition(DOT)
        found[cell] = rows.index(row) + 1, columns.index(column) + 1 if column else 0
    return found


def _shown(typed: TypedValue) -> str:
    return shown_text(typed.text)


def _slips_at(asked: Asked, cell: str) -> Iterator[tuple[Slip, Array]]:
    """Yield the slips that can be made in a cell, with the wrong number."""
    for slip, number in asked.slip_arrays():
        if _is_at(slip, cell):
            yield slip, number


def _is_at(slip: Slip, cell: str) -> bool:
    """Tell whether a slip is made in a cell: what it picks is its row, its column, or both."""
    return set(slip.picks) <= set(cell.split(DOT))


def _truth(asked: Asked) -> tuple[str, ...]:
    blanks = asked.arguments["blanks"].values()
    return tuple(typed_text(asked.array(item), asked.rounding(item)) for item in blanks)


def _slip_answers(asked: Asked) -> Mapping[str, Answer]:
    blanks = tuple(asked.arguments["blanks"])
    right = _truth(asked)
    found: dict[str, Answer] = {}
    for slip, number in asked.slip_arrays():
        place = next((at for at, cell in enumerate(blanks) if _is_at(slip, cell)), None)
        if place is not None:
            typed = typed_text(number)
            found[slip.name] = (*right[:place], typed, *right[place + 1 :])
    return found


def _items(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    rows, columns = rows_and_columns(arguments)
    return (*rows, *columns)


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    within = (arguments["within"],) if "within" in arguments else ()
    return (*arguments["blanks"].values(), *arguments.get("given", {}).values(), *within)


def _check(arguments: Mapping[str, Any]) -> None:
    cells = [*arguments["blanks"], *arguments.get("given", {})]
    twice = next((cell for cell in cells if cells.count(cell) > 1), None)
    if twice is not None:
        raise KeyFaultError(
            "ask_cell_twice",
            f"The cell “{quote(twice)}” is either given or to be filled in.",
            cell=quote(twice),
        )
    if len({DOT in cell for cell in cells}) > 1:
        raise KeyFaultError("ask_cells_mixed", "Either every cell stands in a row, or none does.")


def given_numbers(arguments: Mapping[str, Any], asked: Asked) -> Mapping[str, Array]:
    """Return the numbers that the table shows, by cell.

    Raises:
        EngineError: A fact that they need is not known.
    """
    return {cell: asked.array(formula) for cell, formula in arguments.get("given", {}).items()}


RECORDS = (
    QuestionKind(
        name="table",
        title="Table with blanks",
        keys=(
            Key("blanks", _read_cells, is_needed=True),
            Key("given", _read_cells),
            WITHIN,
            PUBLISHED,
        ),
        mark=_mark,
        truth=_truth,
        slip_answers=_slip_answers,
        empty=(),
        check=_check,
        items=_items,
        formulas=_formulas,
    ),
)
