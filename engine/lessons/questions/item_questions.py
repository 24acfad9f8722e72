"""Questions about items that the words name: which one, which ones, which line is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome, parts_of
from engine.lessons.facts import Fact
from engine.lessons.questions.asked import Asked, one_text
from engine.lessons.questions.keys import (
    ITEMS,
    PUBLISHED,
    check_known,
    read_item,
    read_items,
)
from engine.lessons.questions.question_kind import Key, QuestionKind
from engine.quoting import brief, listed


def _items(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    items: tuple[str, ...] = arguments["items"]
    return items


def check_chosen(chosen: tuple[str, ...], items: tuple[str, ...]) -> None:
    """Check that what was chosen are items, each once.

    Raises:
        ValueFormatError: It is not (code ``answer_no_item`` or ``answer_twice``).
    """
    for item in chosen:
        if item not in items:
            raise ValueFormatError(
                "answer_no_item",
                f"“{brief(item)}” is none of the things to choose among: {listed(items)}.",
                text=brief(item),
                items=listed(items),
            )
        if chosen.count(item) > 1:
            raise ValueFormatError(
                "answer_twice", f"“{brief(item)}” stands twice in the answer.", text=brief(item)
            )


def mark_choice(asked: Asked, answer: Answer, items: tuple[str, ...], right: str) -> Marked:
    """Mark the choice of one item."""
    chosen = one_text(answer)
    check_chosen((chosen,), items)
    facts: Mapping[str, Fact] = {"answer": chosen}
    if chosen == right:
        return Marked(Outcome.RIGHT, chosen, facts=facts)
    slips = (slip.name for slip in asked.slips if chosen in slip.picks)
    return Marked(Outcome.WRONG, chosen, slip=next(slips, ""), facts=facts)


def _mark_choice(asked: Asked, answer: Answer) -> Marked:
    return mark_choice(asked, answer, _items(asked.arguments), asked.arguments["right"])


def _right_item(asked: Asked) -> Answer:
    return str(asked.arguments["right"])


def first_picks(asked: Asked) -> Mapping[str, Answer]:
    """Return for each slip that an item shows the first such item."""
    return {slip.name: slip.picks[0] for slip in asked.slips if slip.picks}


def _check_choice(arguments: Mapping[str, Any]) -> None:
    check_known("right", (arguments["right"],), _items(arguments))


def _mark_choices(asked: Asked, answer: Answer) -> Marked:
    items, right = _items(asked.arguments), set(asked.arguments["right"])
    chosen = parts_of(answer)
    check_chosen(chosen, items)
    picked = set(chosen)
    facts: dict[str, Fact] = {
        "answer": tuple(item for item in items if item in picked),
        "chosen_right": float(len(picked & right)),
        "chosen_wrong": float(len(picked - right)),
        "missed": float(len(right - picked)),
    }
    repeated = ", ".join(item for item in items if item in picked)
    if picked == right:
        return Marked(Outcome.RIGHT, repeated, facts=facts)
    slips = (slip.name for slip in asked.slips if slip.picks and picked.issuperset(slip.picks))
    return Marked(Outcome.WRONG, repeated, slip=next(slips, ""), facts=facts)


def _right_items(asked: Asked) -> Answer:
    return tuple(asked.arguments["right"])


def _picks_with_right(asked: Asked) -> Mapping[str, Answer]:
    """Return for each slip its items and nothing else, so that no other slip is shown with it."""
    return {slip.name: tuple(slip.picks) for slip in asked.slips if slip.picks}


def _check_choices(arguments: Mapping[str, Any]) -> None:
    check_known("right", arguments["right"], _items(arguments))


RECORDS = (
    QuestionKind(
        name="choice",
        title="Choice of one",
        keys=(ITEMS, Key("right", read_item, is_needed=True), PUBLISHED),
        mark=_mark_choice,
        truth=_right_item,
        slip_answers=first_picks,
        check=_check_choice,
        items=_items,
    ),
    QuestionKind(
        name="choices",
        title="Choice of several",
        keys=(ITEMS, Key("right", read_items, is_needed=True), PUBLISHED),
        mark=_mark_choices,
        truth=_right_items,
        slip_answers=_picks_with_right,
        empty=(),
        check=_check_choices,
        items=_items,
    ),
)
