"""The question for an order: by what the items are worth, or as it stands; ties are free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from engine.errors import EngineError, ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Fact
from engine.lessons.lesson import Slip
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
from engine.lessons.questions.rounding import is_same


@dataclass(frozen=True, slots=True)
class _Rank:
    """What an item is sorted by, and how far rounding may have moved that."""

    number: float
    noise: float = 0.0


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
    slips = (slip.name for slip in asked.slips if _shows(asked, slip, order))
    return Marked(Outcome.WRONG, repeated, slip=next(slips, ""), facts=facts)


def _shows(asked: Asked, slip: Slip, order: tuple[str, ...]) -> bool:
    """Tell whether an order is that of a slip: as it stands, or by what the items are taken for."""
    if not slip.by:
        return slip.picks == order
    try:
        return _is_in_order(order, _ranks_by(asked, slip.by))
    except EngineError:
        # With these numbers the wrong way leads nowhere.
        return False


def _is_in_order(order: Sequence[str], ranks: Mapping[str, _Rank]) -> bool:
    return all(_may_precede(ranks[one], ranks[other]) for one, other in pairwise(order))


def _may_precede(one: _Rank, other: _Rank) -> bool:
    noise = one.noise + other.noise
    return one.number <= other.number or is_same(
        np.asarray(one.number), np.asarray(other.number), noise
    )


def _ranks(asked: Asked) -> Mapping[str, _Rank]:
    """Return for each item a number; the lower ones come first."""
    arguments = asked.arguments
    if "right" in arguments:
        return {item: _Rank(float(place)) for place, item in enumerate(arguments["right"])}
    return _ranks_by(asked, arguments["answer"])


def _ranks_by(asked: Asked, worths: Mapping[str, str]) -> Mapping[str, _Rank]:
    sign = 1.0 if asked.arguments.get("first") == "smallest" else -1.0
    return {item: _worth(asked, formula, sign) for item, formula in worths.items()}


def _worth(asked: Asked, formula: str, sign: float) -> _Rank:
    array = asked.array(formula)
    if array.size != 1:
        raise no_number(formula)
    return _Rank(sign * float(array.reshape(())), float(asked.rounding(formula).reshape(())))


def _truth(asked: Asked) -> Answer:
    return _sorted(asked, _ranks(asked))


def _sorted(asked: Asked, ranks: Mapping[str, _Rank]) -> tuple[str, ...]:
    return tuple(sorted(_items(asked.arguments), key=lambda item: ranks[item].number))


def _slips(asked: Asked) -> Mapping[str, Answer]:
    found: dict[str, Answer] = {}
    for slip in asked.slips:
        if slip.by:
            try:
                found[slip.name] = _sorted(asked, _ranks_by(asked, slip.by))
            except EngineError:
                continue
        elif slip.picks:
            found[slip.name] = slip.picks
    return found


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
