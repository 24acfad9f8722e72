"""How far somebody is in an exercise: answers, marks, hints and what was revealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from engine.exercises.exercise import Exercise
from engine.exercises.known_numbers import shaped_like
from engine.exercises.marking import Mark, Verdict, mark
from engine.exercises.question import Question
from engine.formula.typed_value import TypedValue


@dataclass(frozen=True)
class Score:
    """What has been reached.

    Attributes:
        right: Questions answered right by oneself.
        total: All questions.
        first: Those of the right ones that were right at the first try.
        wrong: Questions whose last answer is wrong.
        revealed: Questions whose answer was shown.
        hints: Hints taken.
    """

    right: int
    total: int
    first: int
    wrong: int
    revealed: int
    hints: int


@dataclass(frozen=True)
class Progress:
    """An immutable record; every answer, hint or look makes a new one.

    Attributes:
        answers: What was answered and is not marked yet.
        marks: The marks of the last answers.
        tries: How often each question was marked.
        hints: How many hints were taken for each question.
        revealed: The questions whose answers were shown.
    """

    answers: Mapping[Question, TypedValue] = field(default_factory=dict)
    marks: Mapping[Question, Mark] = field(default_factory=dict)
    tries: Mapping[Question, int] = field(default_factory=dict)
    hints: Mapping[Question, int] = field(default_factory=dict)
    revealed: frozenset[Question] = frozenset()

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    def answered(self, exercise: Exercise, question: Question, answer: TypedValue) -> Progress:
        """Take an answer, to be marked later.

        Raises:
            ShapeError: It has another shape than what is asked for.
        """
        # Marking is also what checks the shape; an early mark that nobody sees costs nothing.
        mark(exercise, question, answer, self.marks)
        shaped = shaped_like(answer, exercise.expected(question))
        marks = {key: item for key, item in self.marks.items() if key != question}
        return replace(self, answers={**self.answers, question: shaped}, marks=marks)

    def withdrawn(self, question: Question) -> Progress:
        """Take back what was answered to a question."""
        answers = {key: answer for key, answer in self.answers.items() if key != question}
        marks = {key: item for key, item in self.marks.items() if key != question}
        return replace(self, answers=answers, marks=marks)

    def marked(self, exercise: Exercise) -> Progress:
        """Mark every answer that has no mark yet, in the order of the questions.

        What only followed from an earlier number that is another one now is open again. What is
        no attempt counts as no try.
        """
        marks, tries = dict(self.marks), dict(self.tries)
        for question in exercise.questions:
            if question in self.answers:
                answer = self.answers[question]
                marks[question] = mark(exercise, question, answer, marks)
                if marks[question].verdict is not Verdict.NO_ATTEMPT:
                    tries[question] = tries.get(question, 0) + 1
            elif question in marks and marks[question].verdict is Verdict.FOLLOWS:
                answer = marks.pop(question).typed
                again = mark(exercise, question, answer, marks)
                if again.verdict.is_right:
                    marks[question] = again
        return replace(self, answers={}, marks=marks, tries=tries)

    def hinted(self, question: Question) -> Progress:
        """Note that a hint was taken."""
        return replace(self, hints={**self.hints, question: self.hints.get(question, 0) + 1})

    def shown(self, question: Question) -> Progress:
        """Note that the answer to a question was shown."""
        return replace(self.withdrawn(question), revealed=self.revealed | {question})

    def given(self, question: Question) -> TypedValue | None:
        """Return the last answer to a question, marked or not; None if there is none."""
        if question in self.answers or question not in self.marks:
            return self.answers.get(question)
        return self.marks[question].typed

    def is_done(self, question: Question) -> bool:
        """Tell whether nothing is left to answer: it is right, or was shown."""
        return question in self.revealed or self.is_right(question)

    def is_right(self, question: Question) -> bool:
        """Tell whether the last answer is right."""
        return question in self.marks and self.marks[question].verdict.is_right

    def still_open(self, exercise: Exercise) -> list[Question]:
        """Return the questions that are left, in their order."""
        return [question for question in exercise.questions if not self.is_done(question)]

    def score(self, exercise: Exercise) -> Score:
        """Count."""
        right = [question for question in exercise.questions if self.is_right(question)]
        return Score(
            right=len(right),
            total=len(exercise.questions),
            first=sum(self.tries[question] == 1 for question in right),
            wrong=sum(item.verdict is Verdict.WRONG for item in self.marks.values()),
            revealed=len(self.revealed),
            hints=sum(self.hints.values()),
        )
