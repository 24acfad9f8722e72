"""A class's results, marked again: each answer by its facts, its seed, and the lesson as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from engine.errors import EngineError
from engine.lessons.answer import Marked, Outcome
from engine.lessons.draws import drawn_facts
from engine.lessons.facts import Fact, Facts, JoinedFacts
from engine.lessons.lesson import Lesson, Step
from engine.lessons.marking import mark_answer
from engine.lessons.result import LessonResult, StepResult
from engine.lessons.sitting import Given, StepRecord, salt_of, seed_of

# Why an answer is no attempt yet, though nothing is wrong with what there is of it.
_UNFINISHED = frozenset(("answer_missing", "answer_boxes", "answer_blanks", "answer_not_all"))


class Sign(Enum):
    """What became of a question, in the five signs that lecturers know from Desmos.

    A warning says that nothing could be read of what was answered: the question was misunderstood.
    A dot stands for what a person has to look at.
    """

    RIGHT = "✓"
    WRONG = "✗"
    UNREADABLE = "⚠"
    FOR_A_PERSON = "•"
    NOTHING = "–"


@dataclass(frozen=True)
class QuestionMark:
    """What became of one question.

    Attributes:
        step: The step that asks.
        kind: The kind of question.
        sign: The sign.
        tries: How many answers were attempts.
        is_first_right: Whether the first of them was right.
        hints: How many hints were taken.
        shown: How often the solution was shown.
        seconds: How long the step was looked at.
        slips: What was named of each wrong answer, the lesson's slips before the engine's.
        answer: The right answer, or the last one.
        is_changed: Whether the step has changed since.
    """

    step: str
    kind: str
    sign: Sign
    tries: int
    is_first_right: bool
    hints: int
    shown: int
    seconds: float
    slips: tuple[str, ...]
    answer: str
    is_changed: bool


@dataclass(frozen=True)
class MarkedResult:
    """A result with its marks.

    Attributes:
        result: The result.
        questions: The marks, in the order of the lesson; those of a detour only where it was taken.
        is_other_revision: Whether the lesson has changed since.
        is_own_seed: Whether the numbers are those of the name.
        gone: The steps with answers that the lesson does not have any more.
    """

    result: LessonResult
    questions: tuple[QuestionMark, ...]
    is_other_revision: bool
    is_own_seed: bool
    gone: tuple[str, ...]

    __hash__ = None  # type: ignore[assignment]  # its result cannot be hashed

    @property
    def right(self) -> int:
        """How many questions were answered rightly."""
        return sum(question.sign is Sign.RIGHT for question in self.questions)

    @property
    def first_right(self) -> int:
        """How many were right at the first try, without a hint."""
        return sum(question.is_first_right for question in self.questions)


@dataclass(frozen=True)
class QuestionSummary:
    """What became of a question in the class.

    Attributes:
        step: The step that asks.
        counts: How often there was each sign.
        first_right: How many were right at the first try.
        tried: How many tried.
        slips: How many people made each slip, the commonest first.
    """

    step: str
    counts: dict[Sign, int]
    first_right: int
    tried: int
    slips: tuple[tuple[str, int], ...]

    __hash__ = None  # type: ignore[assignment]  # its counts cannot be hashed


def mark_result(result: LessonResult, lesson: Lesson) -> MarkedResult:
    """Mark every answer of a result again.

    The numbers come from the seed; what the learner did on a page comes from the facts that were
    kept with the answer. Of another revision of the lesson the numbers do so, too.

    Args:
        result: A result of this lesson.
        lesson: The lesson as it is now.
    """
    steps = {step.id: step for step in lesson.steps}
    draws = _Draws(result, lesson)
    questions = [
        _question(draws, step, result.steps.get(step.id))
        for step in lesson.steps
        if step.ask is not None and (not step.is_detour or step.id in result.steps)
    ]
    gone = tuple(name for name, item in result.steps.items() if item.given and name not in steps)
    return MarkedResult(
        result,
        tuple(questions),
        result.revision != lesson.revision,
        not result.is_first and result.seed == seed_of(result.name, result.lesson),
        gone,
    )


class _Draws:
    """The numbers of a result, each draw of which takes a moment."""

    def __init__(self, result: LessonResult, lesson: Lesson) -> None:
        """Draw nothing yet."""
        self._result, self._lesson = result, lesson
        self._drawn: dict[str, Mapping[str, Fact]] = {}

    def numbers(self, step: Step, given: Given) -> Mapping[str, Fact]:
        """Return the numbers that a step has; none where the lesson as it is now draws none."""
        salt = salt_of(step, StepRecord(round=given.round))
        if salt not in self._drawn:
            seed, is_first = self._result.seed, self._result.is_first
            try:
                drawn = drawn_facts(self._lesson, seed, is_first=is_first, salt=salt)
            except EngineError:
                drawn = {}
            self._drawn[salt] = drawn
        return self._drawn[salt]

    def facts(self, step: Step, given: Given) -> Facts:
        """Return what was known when an answer was given.

        Numbers are drawn again, so that a file that claims others changes nothing; but another
        revision of the lesson may draw others, and then those count that the learner has seen.
        """
        numbers = self.numbers(step, given)
        if self._result.revision == self._lesson.revision:
            return JoinedFacts(numbers, given.facts)
        return JoinedFacts(given.facts, numbers)


def _question(draws: _Draws, step: Step, found: StepResult | None) -> QuestionMark:
    assert step.ask is not None, "only questions are marked"
    item = found or StepResult(step.revision, (), 0, 0, 0.0)
    marks = [mark_answer(step, given.answer, draws.facts(step, given)) for given in item.given]
    tries = [marked for marked in marks if marked.outcome is not Outcome.NO_ATTEMPT]
    told = [marked for marked in marks if marked.outcome is Outcome.RIGHT] or tries[-1:] or marks
    helped = item.given[marks.index(tries[0])].hints if tries else 0
    return QuestionMark(
        step=step.id,
        kind=step.ask.kind,
        sign=_sign(marks),
        tries=len(tries),
        is_first_right=bool(tries) and tries[0].outcome is Outcome.RIGHT and helped == 0,
        hints=item.hints,
        shown=item.shown,
        seconds=item.seconds,
        slips=tuple(marked.slip or marked.engine_slip for marked in tries if _is_named(marked)),
        answer=told[-1].repeated if told else "",
        is_changed=item.revision != step.revision,
    )


def _sign(marks: Sequence[Marked]) -> Sign:
    outcomes = {marked.outcome for marked in marks if not _is_unfinished(marked)}
    for outcome, sign in _SIGNS:
        if outcome in outcomes:
            return sign
    return Sign.NOTHING


_SIGNS = (
    (Outcome.RIGHT, Sign.RIGHT),
    (Outcome.NOTED, Sign.FOR_A_PERSON),
    (Outcome.WRONG, Sign.WRONG),
    (Outcome.NO_ATTEMPT, Sign.UNREADABLE),
)


def _is_unfinished(marked: Marked) -> bool:
    """Tell whether an answer was only begun, which is no sign of a misunderstanding."""
    return marked.fault is not None and marked.fault.code in _UNFINISHED


def _is_named(marked: Marked) -> bool:
    return marked.outcome is Outcome.WRONG and bool(marked.slip or marked.engine_slip)


def summaries(lesson: Lesson, marked: Sequence[MarkedResult]) -> tuple[QuestionSummary, ...]:
    """Return what became of each question in the class, in the order of the lesson."""
    found = []
    for step in lesson.steps:
        marks = [item for one in marked for item in one.questions if item.step == step.id]
        if marks:
            found.append(_summary(step.id, marks))
    return tuple(found)


def _summary(step: str, marks: Sequence[QuestionMark]) -> QuestionSummary:
    # Who makes a slip three times is one person who makes it.
    slips = Counter(slip for mark in marks for slip in dict.fromkeys(mark.slips))
    return QuestionSummary(
        step,
        {sign: sum(mark.sign is sign for mark in marks) for sign in Sign},
        sum(mark.is_first_right for mark in marks),
        sum(mark.tries > 0 for mark in marks),
        tuple(slips.most_common()),
    )
