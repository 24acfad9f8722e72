"""Marking: whether an answer is right, right with an earlier one, or wrong, and what slip it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from engine.arrays import Array, shape_text
from engine.errors import ShapeError, ValueFormatError
from engine.exercises.case import Case
from engine.exercises.exercise import Exercise
from engine.exercises.known_numbers import Numbers, shaped_like
from engine.exercises.question import Quantity, Question
from engine.exercises.rule import Judgement, Outcome, WrongNumber, judge
from engine.exercises.slip import Slip
from engine.exercises.slips.catalog import SLIPS
from engine.formula.typed_value import TypedValue
from engine.graph.model import InputPort, NodeId
from engine.quoting import brief


class Verdict(Enum):
    """What an answer is."""

    RIGHT = "right"
    FOLLOWS = "follows"
    NO_ATTEMPT = "no_attempt"
    WRONG = "wrong"

    @property
    def is_right(self) -> bool:
        """Whether the question was answered well, if perhaps from a wrong number."""
        return self in (Verdict.RIGHT, Verdict.FOLLOWS)


@dataclass(frozen=True)
class Mark:
    """An answer with its mark.

    Attributes:
        question: What was asked.
        typed: What was answered, with the digits typed.
        verdict: Right; right from an earlier answer of one's own that is wrong or rounded; no
            attempt, because a single digit does not tell; or wrong.
        expected: The right answer, exact.
        slip: For a wrong answer the likeliest slip, or None where none leads to it.
    """

    question: Question
    typed: TypedValue
    verdict: Verdict
    expected: Array
    slip: Slip | None = None

    __hash__ = None  # type: ignore[assignment]  # its arrays cannot be hashed

    @property
    def answer(self) -> Array:
        """The number, vector or matrix that was answered."""
        return self.typed.value


def mark(
    exercise: Exercise,
    question: Question,
    typed: TypedValue,
    earlier: Mapping[Question, Mark] | None = None,
) -> Mark:
    """Mark an answer by the rule of ``engine.exercises.rule``.

    Where it is not right by itself it may be so by the same rule with one's own earlier answers,
    which are rounded or wrong: then it *follows*. A slip was made there, and once is enough.

    Args:
        exercise: The exercise.
        question: One of its questions.
        typed: The number, vector or matrix, as it was typed.
        earlier: The marks of other questions so far.

    Raises:
        ShapeError: The answer has another shape than the number (code ``answer_shape``).

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> from engine.formula.typed_value import read_typed
        >>> from engine.exercises.exercise import make_exercise
        >>> from engine.exercises.question import Kind
        >>> exercise = make_exercise(parse_formula("x * y"), Kind.VALUES)
        >>> mark(exercise, exercise.questions[0], read_typed("1")).verdict.value
        'right'
    """
    expected = exercise.expected(question)
    typed = shaped_like(typed, expected)
    _check_shape(typed.value, expected)
    marks = dict(earlier or {})
    marks.pop(question, None)
    exact = Case(exercise, question, exercise.numbers)
    by_itself = _judge(exact, typed, expected)
    if by_itself.outcome is not Outcome.WRONG:
        return Mark(question, typed, Verdict(by_itself.outcome.value), expected)
    judged = [(exact, by_itself)]
    for case in _own_cases(exercise, question, marks):
        found = _judge(case, typed, case.right)
        if found.outcome is Outcome.RIGHT:
            return Mark(question, typed, Verdict.FOLLOWS, expected)
        judged.append((case, found))
    slip = _find_slip(judged)
    if slip is None and any(item.outcome is Outcome.NO_ATTEMPT for _, item in judged):
        return Mark(question, typed, Verdict.NO_ATTEMPT, expected)
    if slip is None:
        slip = _find_close_slip([case for case, _ in judged], typed)
    return Mark(question, typed, Verdict.WRONG, expected, slip)


def check_attempt(found: Mark) -> None:
    """Check that an answer has digits enough to be marked.

    Raises:
        ValueFormatError: It is no attempt (code ``answer_short``).
    """
    if found.verdict is Verdict.NO_ATTEMPT:
        text = brief(found.typed.text)
        raise ValueFormatError(
            "answer_short",
            f"“{text}” is too short to tell; give at least two digits, such as 1.2 or 0.0012.",
            text=text,
        )


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


def _own_cases(
    exercise: Exercise, question: Question, earlier: Mapping[Question, Mark]
) -> Iterator[Case]:
    """Yield the exact numbers with one's own right answers in them, and with all of one's own."""
    used = {key: earlier[key] for key in exercise.needs(question) if key in earlier}
    used = {key: item for key, item in used.items() if item.verdict is not Verdict.NO_ATTEMPT}
    right = {key: item for key, item in used.items() if item.verdict is Verdict.RIGHT}
    if right:
        yield Case(exercise, question, _with_answers(exercise, exercise.numbers, right))
    if len(used) > len(right):
        yield Case(exercise, question, _with_answers(exercise, exercise.numbers, used))


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


def _judge(case: Case, typed: TypedValue, truth: Array) -> Judgement:
    noise = case.exercise.noise(case.question)
    wrong = (WrongNumber(answer, slip.fewest_digits) for slip, answer in _wrong_answers(case))
    return judge(typed, truth, noise=noise, slips=wrong)


def _wrong_answers(case: Case) -> Iterator[tuple[Slip, Array]]:
    """Yield the numbers to which slips lead that are not merely close to the right one."""
    for slip in _RANKED:
        if not slip.is_close:
            for answer in slip.answers_to(case):
                yield slip, answer


def _find_slip(judged: list[tuple[Case, Judgement]]) -> Slip | None:
    """Return the likeliest slip; exact numbers come before one's own."""
    for case, found in judged:
        if found.slip is not None:
            return [slip for slip, _ in _wrong_answers(case)][found.slip]
    return None


def _find_close_slip(cases: list[Case], typed: TypedValue) -> Slip | None:
    """Return the slip by which digits were lost on a way that was right."""
    for case in cases:
        for slip in _RANKED:
            close = slip.answers_to(case) if slip.is_close else ()
            if any(judge(typed, answer).outcome is Outcome.RIGHT for answer in close):
                return slip
    return None


_RANKED = tuple(sorted(SLIPS.values(), key=lambda slip: slip.rank))
