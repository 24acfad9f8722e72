"""The question for an order: by what the items are worth, or as it stands; ties are free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from engine.errors import ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Fact
from engine.lessons.questions.asked import Asked, no_number, several_texts
from engine.lessons.questions.item_questions import check_chosen
from engine.lessons.questions.keys import (
    ITEMS,
    PUBLISHED,
    check_known,
    one_of,
    read_formulas,
    read_items,
)
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind

# Numbers that agree in twelve digits are one number, computed in two ways.
_SAME = 1e-12


def _mark(asked: Asked, answer: Answer) -> Marked:
    items = _items(asked.arguments)
    order = several_texts(answer)
    check_chosen(order, items)
    if len(order) != len(items):
        raise ValueFormatError(
            "answer_not_all",
            f"All {len(items)} things are to be put in order; these are {len(order)}.",
            count=len(items),
            found=len(order),
        )
    facts: Mapping[str, Fact] = {"answer": order}
    repeated = ", ".join(order)
    if _is_in_order(order, _ranks(asked)):
        return Marked(Outcome.RIGHT, repeated, facts=facts)
    slips = (slip.name for slip in asked.slips if slip.picks == order)
    return Marked(Outcome.WRONG, repeated, slip=next(slips, ""), facts=facts)


def _is_in_order(order: Sequence[str], ranks: Mapping[str, float]) -> bool:
    return all(_may_precede(ranks[one], ranks[other]) for one, other in pairwise(order))


def _may_precede(one: float, other: float) -> bool:
    return one <= other or one - other <= _SAME * max(abs(one), abs(other))


def _ranks(asked: Asked) -> Mapping[str, float]:
    """Return for each item a number; the lower ones come first."""
    arguments = asked.arguments
    if "right" in arguments:
        return {item: float(place) for place, item in enumerate(arguments["right"])}
    sign = 1.0 if arguments.get("first") == "smallest" else -1.0
    return {item: sign * _worth(asked, formula) for item, formula in arguments["answer"].items()}


def _worth(asked: Asked, formula: str) -> float:
    array = asked.array(formula)
    if array.size != 1:
        raise no_number(formula)
    return float(array.reshape(()))


def _truth(asked: Asked) -> Answer:
    ranks = _ranks(asked)
    return tuple(sorted(_items(asked.arguments), key=ranks.__getitem__))


def _slips(asked: Asked) -> Mapping[str, Answer]:
    return {slip.name: slip.picks for slip in asked.slips if slip.picks}


def _items(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    items: tuple[str, ...] = arguments["items"]
    return items


def _check(arguments: Mapping[str, Any]) -> None:
    keys = [key for key in ("answer", "right") if key in arguments]
    if len(keys) != 1:
        raise KeyFaultError(
            "ask_one_of",
            "An order needs either “answer”, what each item is worth, or “right”, the items in "
            "their order.",
        )
    ordered = tuple(arguments[keys[0]])
    check_known(keys[0], ordered, _items(arguments))
    check_known("items", _items(arguments), ordered)


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(arguments.get("answer", {}).values())


RECORDS = (
    QuestionKind(
        name="order",
        title="Order",
        keys=(
            ITEMS,
            Key("answer", read_formulas),
            Key("right", read_items),
            Key("first", one_of("largest", "smallest")),
            PUBLISHED,
        ),
        mark=_mark,
        truth=_truth,
        slip_answers=_slips,
        empty=(),
        check=_check,
        items=_items,
        formulas=_formulas,
    ),
)
