"""Steps that ask, made in one line, as the reader would make them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.lessons.answer import Answer, Outcome
from engine.lessons.facts import Fact
from engine.lessons.faults import Fault
from engine.lessons.lesson import Ask, Condition, Slip, Step
from engine.lessons.marking import mark_answer
from engine.lessons.questions.catalog import QUESTIONS


def read(kind: str, **table: Any) -> tuple[Ask, list[str]]:
    """Return a question and the codes of its faults."""
    arguments, faults = QUESTIONS[kind].read_arguments(table, _line, _no_condition)
    return Ask(kind, arguments), [fault.code for fault in faults]


def step(kind: str, *slips: Slip, **table: Any) -> Step:
    """Return a step that asks a question without faults."""
    ask, faults = read(kind, **table)
    assert not faults, faults
    return Step("asks", ask=ask, slips=slips)


def condition(fact: str, kind: str, than: str) -> Condition:
    """Return a comparison of a fact."""
    return Condition(kind, fact, {kind: than})


def _line(_name: str) -> int:
    return 7


def _no_condition(value: Any, _line: int) -> tuple[Condition | None, tuple[Fault, ...]]:
    assert isinstance(value, Condition)
    return value, ()


def outcome(asks: Step, answer: Answer, facts: Mapping[str, Fact] | None = None) -> str:
    """Return what an answer is."""
    return mark_answer(asks, answer, facts or {}).outcome.value


def fault(asks: Step, answer: Answer, facts: Mapping[str, Fact] | None = None) -> str:
    """Return why an answer is no attempt."""
    marked = mark_answer(asks, answer, facts or {})
    assert marked.outcome is Outcome.NO_ATTEMPT, marked
    assert marked.fault is not None
    return marked.fault.code
