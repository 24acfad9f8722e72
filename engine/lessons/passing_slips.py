"""Slips of a lesson that would pass: with these numbers they lead to what is marked right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.exercises.moved_numbers import movable
from engine.exercises.passing_slips import PassingSlips
from engine.exercises.question import Quantity, Question
from engine.exercises.rule import could_pass
from engine.formula.values import format_value
from engine.graph.model import Graph
from engine.lessons.answer import Outcome
from engine.lessons.facts import Fact
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Lesson, Slip, Step
from engine.lessons.marking import mark_answer, slip_answers
from engine.lessons.named_values import with_named
from engine.lessons.opened_facts import Known, KnownSteps


@dataclass(frozen=True, slots=True)
class PassingSlip:
    """A slip that would pass.

    Attributes:
        step: The step that asks.
        slip: The slip's name; of one of ``engine.exercises`` empty.
        right: The right answer, which the slip gives too.
        line: The line of the slip, or of the question.
    """

    step: str
    slip: str
    right: str
    line: int


def passing_slips(
    lesson: Lesson,
    numbers: Mapping[str, float],
    *,
    with_exercises: bool = True,
    known_steps: KnownSteps | None = None,
) -> Iterator[PassingSlip]:
    """Return the slips of all questions that would pass with these numbers.

    What depends on facts that only the running page knows is left out.

    Args:
        lesson: The lesson.
        numbers: The drawn numbers.
        with_exercises: Whether the slips that the exercises know are looked for too, which takes
            longer than all else.
        known_steps: What is known with these numbers, where somebody has computed it before.

    Raises:
        EngineError: A named value does not exist with these numbers.
    """
    if known_steps is None:
        known_steps = KnownSteps(lesson, with_named(lesson.draw, numbers))
    for step in lesson.steps:
        if step.ask is not None and step.counts:
            known = known_steps.at(step)
            ways = list(_of_lesson(step, known.facts))
            yield from ways
            if with_exercises and not ways:
                yield from _of_exercise(step, known)


def _of_lesson(step: Step, facts: Mapping[str, Fact]) -> Iterator[PassingSlip]:
    """Return the slips that the lesson foresees."""
    ways = list(_by_number(step, facts))
    yield from ways
    named = {way.slip for way in ways}
    yield from (way for way in _by_marking(step, facts) if way.slip not in named)


def _by_number(step: Step, facts: Mapping[str, Fact]) -> Iterator[PassingSlip]:
    """Return the slips whose number somebody could type so that it is marked right."""
    assert step.ask is not None
    formula = answer_formula(step)
    # A sign is told by marking: −2 and −3 are one.
    if not formula or step.ask.kind == "sign":
        return
    try:
        truth = as_array(number_value(formula, facts))
    except EngineError:
        return
    for slip in step.slips:
        wrong = _wrong_number(slip, facts)
        if wrong is not None and could_pass(wrong, truth):
            yield PassingSlip(step.id, slip.name, format_value(truth), slip.line)


def answer_formula(step: Step) -> str:
    """Return the formula of the number, or of the sign, that is asked for; empty for others."""
    assert step.ask is not None
    arguments = step.ask.arguments
    if step.ask.kind in {"number", "matrix", "sign"}:
        return str(arguments.get("answer", ""))
    prefix = {"gradient": "grad_", "value": "value_"}.get(step.ask.kind)
    return f"{prefix}{arguments.get('of', '')}" if prefix else ""


def _wrong_number(slip: Slip, facts: Mapping[str, Fact]) -> Array | None:
    if not slip.gives:
        return None
    try:
        return as_array(number_value(slip.gives, facts))
    except EngineError:
        # With these numbers it leads nowhere, or to what only the page knows.
        return None


def _by_marking(step: Step, facts: Mapping[str, Fact]) -> Iterator[PassingSlip]:
    """Return the slips whose answer, as it is, is marked right: a sign, an order, a formula."""
    try:
        answers = slip_answers(step, facts)
    except EngineError:
        return
    lines = {slip.name: slip.line for slip in step.slips}
    for name, answer in answers.items():
        marked = mark_answer(step, answer, facts)
        if marked.outcome is Outcome.RIGHT:
            yield PassingSlip(step.id, name, marked.repeated, lines.get(name, step.line))


def _of_exercise(step: Step, known: Known) -> Iterator[PassingSlip]:
    """Return the questions of the canvas at which a slip that the exercises know could pass."""
    assert step.ask is not None
    is_asked = EXERCISES.get(step.ask.kind)
    graph = known.graph
    if is_asked is None or graph is None:
        return
    changing = [node for node in movable(graph) if graph.nodes[node].operation != "constant"]
    questions = PassingSlips(changing).questions(graph)
    asked = (one for one in questions if is_asked(step.ask.arguments, one, graph))
    for question in islice(asked, 1):
        yield PassingSlip(step.id, "", graph.names.get(question.node, ""), step.ask.line)


def _is_gradient(arguments: Mapping[str, Any], question: Question, graph: Graph) -> bool:
    is_node = question.node == graph.named(str(arguments.get("of", "")))
    return is_node and question.quantity is not Quantity.VALUE


def _is_value(arguments: Mapping[str, Any], question: Question, graph: Graph) -> bool:
    is_node = question.node == graph.named(str(arguments.get("of", "")))
    return is_node and question.quantity is Quantity.VALUE


def _is_on_canvas(arguments: Mapping[str, Any], question: Question, _graph: Graph) -> bool:
    hidden = arguments.get("hides", "gradients")
    is_value = question.quantity is Quantity.VALUE
    return hidden == "both" or (hidden == "values") is is_value


EXERCISES = {"gradient": _is_gradient, "value": _is_value, "canvas": _is_on_canvas}
"""The kinds of questions at which the slips of the exercises are looked for."""
