"""Marking: whether an answer is right, right with an earlier one, or wrong, and what slip it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from engine.arrays import Array, shape_text
from engine.errors import ShapeError
from engine.exercises.case import Case
from engine.exercises.exercise import Exercise
from engine.exercises.known_numbers import Numbers, is_near, shaped_like
from engine.exercises.question import Quantity, Question
from engine.exercises.slip import Slip
from engine.exercises.slips.catalog import SLIPS
from engine.graph.model import InputPort, NodeId

DIGITS = 2


class Verdict(Enum):
    """What an answer is."""

    RIGHT = "right"
    FOLLOWS = "follows"
    WRONG = "wrong"

    @property
    def is_right(self) -> bool:
        """Whether the question was answered well, if perhaps from a wrong number."""
        return self is not Verdict.WRONG


@dataclass(frozen=True)
class Mark:
    """An answer with its mark.

    Attributes:
        question: What was asked.
        answer: What was answered.
        verdict: Right; right from an earlier wrong answer of one's own; or wrong.
        expected: The right answer, exact.
        slip: For a wrong answer the likeliest slip, or None where none leads to it.
    """

    question: Question
    answer: Array
    verdict: Verdict
    expected: Array
    slip: Slip | None = None

    __hash__ = None  # type: ignore[assignment]  # its arrays cannot be hashed


def mark(
    exercise: Exercise,
    question: Question,
    answer: Array,
    earlier: Mapping[Question, Mark] | None = None,
    digits: int = DIGITS,
) -> Mark:
    """Mark an answer.

    It is right if it is the exact number rounded to the decimals shown or to three digits, or what
    comes out of the rounded numbers on the screen, or of one's own right answers. Where it comes
    out of an earlier wrong answer it *follows*: the slip was made there, and once is enough.

    Args:
        exercise: The exercise.
        question: One of its questions.
        answer: The number, vector or matrix.
        earlier: The marks of other questions so far.
        digits: Decimals that the screen shows.

    Raises:
        ShapeError: The answer has another shape than the number (code ``answer_shape``).

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> from engine.exercises.exercise import make_exercise
        >>> from engine.exercises.question import Kind
        >>> import numpy as np
        >>> exercise = make_exercise(parse_formula("x * y"), Kind.VALUES)
        >>> mark(exercise, exercise.questions[0], np.asarray(1.0)).verdict.value
        'right'
    """
    expected = exercise.expected(question)
    answer = shaped_like(answer, expected)
    _check_shape(answer, expected)

    def verdict(is_right: Verdict) -> Mark:
        return Mark(question, answer, is_right, expected)

    if is_near(answer, expected, digits):
        return verdict(Verdict.RIGHT)
    marks = dict(earlier or {})
    marks.pop(question, None)
    cases = list(_cases(exercise, question, marks, digits))
    for case, is_own in cases:
        if is_near(answer, case.right, digits):
            return verdict(Verdict.FOLLOWS if is_own else Verdict.RIGHT)
    slip = _find_slip([case for case, _ in cases], answer, digits)
    return Mark(question, answer, Verdict.WRONG, expected, slip)


def _check_shape(answer: Array, expected: Array) -> None:
    is_turned = expected.ndim == 2 and answer.shape == expected.shape[::-1]
    if answer.shape != expected.shape and not is_turned:
        raise ShapeError(
            "answer_shape",
            f"The answer has the shape {shape_text(answer.shape)}; "
            f"a number of the shape {shape_text(expected.shape)} is asked for.",
            given=shape_text(answer.shape),
            expected=shape_text(expected.shape),
        )


def _cases(
    exercise: Exercise, question: Question, earlier: Mapping[Question, Mark], digits: int
) -> Iterator[tuple[Case, bool]]:
    """Yield the numbers from which one may have computed, and whether a wrong one is among them."""
    exact = exercise.numbers
    shown = exact.as_shown(digits)
    yield Case(exercise, question, exact), False
    yield Case(exercise, question, shown), False
    used = {key: earlier[key] for key in exercise.needs(question) if key in earlier}
    right = {key: item for key, item in used.items() if item.verdict is Verdict.RIGHT}
    for marks in (right, used):
        is_own = any(item.verdict is not Verdict.RIGHT for item in marks.values())
        if marks and (is_own or marks is right):
            yield Case(exercise, question, _with_answers(exercise, exact, marks)), is_own
            yield Case(exercise, question, _with_answers(exercise, shown, marks)), is_own


def _with_answers(exercise: Exercise, base: Numbers, marks: Mapping[Question, Mark]) -> Numbers:
    """Put answers in the place of the numbers that they are answers to."""
    values: dict[NodeId, Array] = dict(base.values)
    wires: dict[InputPort, Array] = dict(base.wires)
    nodes: dict[NodeId, Array] = dict(base.nodes)
    for question, item in marks.items():
        if item.answer.shape != item.expected.shape:
            continue
        if question.quantity is Quantity.VALUE:
            values[question.node] = item.answer
        elif question.port is None:
            nodes[question.node] = item.answer
        else:
            wires[question.port] = item.answer
            if len(exercise.branches[question.node]) == 1:
                nodes[question.node] = item.answer
    return Numbers(values, wires, nodes)


def _find_slip(cases: list[Case], answer: Array, digits: int) -> Slip | None:
    """Return the likeliest slip; numbers as they are come before rounded and wrong ones."""

    def near(given: Array, wrong: Array) -> bool:
        return is_near(given, wrong, digits)

    ranked = sorted(SLIPS.values(), key=lambda slip: slip.rank)
    for case in cases:
        for slip in ranked:
            if slip.gives(case, answer, near):
                return slip
    return None
