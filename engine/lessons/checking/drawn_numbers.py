"""Whether a lesson's numbers do what they are for: over many draws, and beside the course's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.formula.values import full_precision, number_text, parse_value
from engine.lessons.answer import Answer, Outcome, parts_of
from engine.lessons.checking.names import LineOf
from engine.lessons.draw_cost import check_cost
from engine.lessons.draws import drawing_numbers, is_kept, tried_numbers
from engine.lessons.facts import Fact
from engine.lessons.fault_list import FaultList
from engine.lessons.lesson import Lesson, Step
from engine.lessons.marking import mark_answer, right_answer, slip_answers
from engine.lessons.named_values import with_named
from engine.lessons.opened_facts import Known, KnownSteps
from engine.lessons.passing_slips import PassingSlip, answer_formula, passing_slips
from engine.lessons.toml_table import MOST_IN_LIST, finite
from engine.quoting import quote

SEEDS = 60
# So many of them may let a slip pass before the author is told.
ACCIDENTS = 1
# Looking for the exercises' slips takes longer than all else.
_WHOLE_DRAWS = 12
_SAME = 1e-9
_SIGNS = {"+": 1.0, "−": -1.0, "0": 0.0}
# What a formula may lack without being wrong: the page tells it when the lesson is played.
_LATER = frozenset(("fact_unknown", "fact_unknown_near", "fact_missing", "fact_no_graph"))


def check_numbers(lesson: Lesson, faults: FaultList, line_of: LineOf) -> Iterator[None]:
    """Note what is wrong with a lesson's numbers, draw by draw; it may be given up in between.

    Args:
        lesson: The lesson, its names known.
        faults: Those of its structure's file.
        line_of: Returns the line of what stands in a step's table.
    """
    try:
        check_cost(lesson)
    except EngineError as error:
        faults.pass_on(error, lesson.draw.line)
        return
    first = dict(lesson.draw.first)
    fresh = {step.id for step in lesson.steps if step.is_fresh}
    for way in passing_slips(lesson, first, with_exercises=False):
        # The course's own numbers are what they are; no step shows them that draws its own.
        if way.step not in fresh:
            _refuse_passing(way, first, faults, is_warning=False)
    known = KnownSteps(lesson, with_named(lesson.draw, first))
    for step in lesson.steps:
        if step.ask is not None:
            facts = known.at(step).facts
            if _check_marking(step, facts, first, faults):
                _check_published(step, facts, faults, line_of)
    if lesson.draw.numbers or lesson.draw.graph:
        yield from _check_draws(lesson, faults)


def _check_draws(lesson: Lesson, faults: FaultList) -> Iterator[None]:
    passing: dict[tuple[str, str], list[tuple[PassingSlip, Mapping[str, float]]]] = {}
    for seed in range(SEEDS):
        yield
        kept = (one for one in tried_numbers(lesson, seed) if is_kept(lesson.draw, one))
        numbers = next(kept, None)
        if numbers is None:
            _refuse_none_kept(lesson, faults)
            return
        known = KnownSteps(lesson, with_named(lesson.draw, numbers))
        for step in lesson.steps:
            _check_finite(step, known.at(step), numbers, faults)
        for way in passing_slips(lesson, numbers, with_exercises=False, known_steps=known):
            passing.setdefault((way.step, way.slip), []).append((way, numbers))
    for found in passing.values():
        # Now and then two numbers meet by accident, and are drawn again.
        if len(found) > ACCIDENTS:
            _refuse_passing(*found[0], faults, is_warning=True)
    for seed in range(_WHOLE_DRAWS):
        try:
            for _ in drawing_numbers(lesson, seed, is_first=False):
                yield
        except EngineError as error:
            faults.pass_on(error, lesson.draw.line)
            return


def _refuse_none_kept(lesson: Lesson, faults: FaultList) -> None:
    faults.refuse(
        "lesson_keep_nothing",
        "No drawn numbers fulfil “keep”: ask less of them, or draw from more numbers.",
        at=lesson.draw.line,
    )


def _refuse_passing(
    way: PassingSlip, numbers: Mapping[str, float], faults: FaultList, *, is_warning: bool
) -> None:
    with_numbers = _shown(numbers)
    faults.refuse(
        "lesson_slip_passes",
        f"With {with_numbers} the slip “{quote(way.slip)}” gives the right answer "
        f"{quote(way.right)}: "
        "draw other numbers, or say so in keep.",
        at=way.line,
        is_warning=is_warning,
        numbers=with_numbers,
        slip=way.slip,
        right=way.right,
    )


def _shown(numbers: Mapping[str, float]) -> str:
    """Return numbers as a sentence names them."""
    return ", ".join(f"{name} = {number_text(number)}" for name, number in numbers.items()) or "–"


def _check_finite(
    step: Step, known: Known, numbers: Mapping[str, float], faults: FaultList
) -> None:
    """Note an answer that cannot be computed with drawn numbers."""
    if step.ask is None:
        return
    try:
        right_answer(step, known.facts)
    except EngineError as error:
        if error.code not in _LATER:
            _refuse_uncomputed(step, numbers, error, faults)


def _refuse_uncomputed(
    step: Step, numbers: Mapping[str, float], error: EngineError, faults: FaultList
) -> None:
    assert step.ask is not None
    if any(
        (fault.line, fault.code) == (step.ask.line, "lesson_no_answer") for fault in faults.faults
    ):
        return
    faults.refuse(
        "lesson_no_answer",
        f"With {_shown(numbers)} the answer cannot be computed: {error}",
        at=step.ask.line,
        numbers=_shown(numbers),
        cause=error,
    )


def _check_marking(
    step: Step, facts: Mapping[str, Fact], first: Mapping[str, float], faults: FaultList
) -> bool:
    """Note a right answer that is not marked right, and a slip that another one hides.

    Returns:
        Whether the right answer is known without the page.
    """
    assert step.ask is not None
    try:
        right = right_answer(step, facts)
        slips = slip_answers(step, facts)
    except EngineError as error:
        if error.code not in _LATER:
            _refuse_uncomputed(step, first, error, faults)
        return False
    if right is not None and not mark_answer(step, right, facts).is_right:
        faults.refuse(
            "lesson_right_wrong",
            f"The right answer of “{quote(step.id)}” is marked wrong: one of its slips is the "
            "same.",
            at=step.ask.line,
            step=step.id,
        )
    lines = {slip.name: slip.line for slip in step.slips}
    for name, answer in slips.items():
        marked = mark_answer(step, answer, facts)
        if marked.outcome is Outcome.WRONG and marked.slip not in {"", name}:
            faults.refuse(
                "lesson_slip_hidden",
                f"The slip “{quote(name)}” is never named: “{quote(marked.slip)}” before it "
                "gives the same.",
                at=lines.get(name, step.line),
                is_warning=True,
                slip=name,
                other=marked.slip,
            )
    return True


def _check_published(
    step: Step, facts: Mapping[str, Fact], faults: FaultList, line_of: LineOf
) -> None:
    """Note where the course's own number and what is computed differ."""
    assert step.ask is not None
    published = step.ask.arguments.get("published")
    if published is None:
        return
    right = right_answer(step, facts)
    if right is not None and answer_formula(step):
        found = _number(step, right)
        agrees, text = _agrees(published, found), _full(found)
    else:
        # Of what is answered in words, what the course answers is to be marked right.
        agrees = _is_marked_right(step, published, facts)
        text = "–" if right is None else ", ".join(parts_of(right))
    if not agrees:
        faults.refuse(
            "lesson_published",
            f"The course says {quote(str(published))}, and the formula gives {quote(text)}.",
            at=line_of(step.id, "ask", "published"),
            published=str(published),
            found=text,
        )


def _number(step: Step, right: Answer) -> Array:
    """Return the right number, of a sign 1, −1 or 0."""
    assert step.ask is not None
    (text,) = parts_of(right)
    return as_array(_SIGNS[text]) if step.ask.kind == "sign" else parse_value(text)


def _is_marked_right(step: Step, published: Any, facts: Mapping[str, Fact]) -> bool:
    """Tell whether what the course answers in words is marked right."""
    parts = published if isinstance(published, list) else [published]
    if not all(isinstance(part, str) for part in parts):
        return False
    answer = tuple(parts) if isinstance(published, list) else str(published)
    return mark_answer(step, answer, facts).is_right


def _agrees(published: Any, found: Array) -> bool:
    """Tell whether a number of the course is the computed one, rounded where it has decimals."""
    said: list[float] = []
    shape = _numbers(published, said)
    if shape != found.shape:
        return False
    return all(
        abs(number - truth) <= _half_unit(number) + _SAME * abs(truth)
        for number, truth in zip(said, found.ravel().tolist(), strict=True)
    )


def _numbers(value: Any, found: list[float]) -> tuple[int, ...] | None:
    """Collect the numbers of a list or of a list of lists; return its shape, None for others."""
    if not isinstance(value, list):
        number = finite(value)
        found += [] if number is None else [number]
        return None if number is None else ()
    shapes = {_numbers(part, found) for part in value} if len(value) <= MOST_IN_LIST else {None}
    if len(shapes) != 1 or None in shapes:
        return None
    return (len(value), *(shapes.pop() or ()))


def _half_unit(number: float) -> float:
    """Return half a unit of the last decimal that a number is written with; 0 for a whole one."""
    mantissa, _, exponent = number_text(number).partition("e")
    decimals = len(mantissa.partition(".")[2])
    return 0.5 * 10.0 ** (int(exponent or 0) - decimals) if decimals or exponent else 0.0


def _full(value: Array) -> str:
    return full_precision(value).replace("-", "−")
