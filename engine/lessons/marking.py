"""Marking an answer to a lesson's question: the first that matches decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.errors import EngineError, ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Facts
from engine.lessons.lesson import Step
from engine.lessons.questions.asked import Asked, several_texts
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.questions.names import names_in
from engine.lessons.questions.question_kind import QuestionKind
from engine.quoting import quote

# Nobody types more; what a stray paste brings is not looked at.
LONGEST_ANSWER = 10_000
MOST_PARTS = 1_000


def mark_answer(step: Step, answer: Answer, facts: Facts) -> Marked:
    """Mark an answer.

    What is empty, cannot be read, or is too short to tell is no attempt, and so is what cannot be
    marked because a fact is not known yet; then ``fault`` says why. Else the first foreseen slip
    that matches is named, or it is right, or wrong.

    Args:
        step: A step with a question.
        answer: What was answered.
        facts: What is known by name, drawn numbers among them.
    """
    kind = _kind(step)
    asked = Asked(step, facts)
    try:
        _check_size(answer)
        _check_answered(answer)
        marked = kind.mark(asked, answer)
    except EngineError as error:
        return Marked(Outcome.NO_ATTEMPT, _repeated(answer), fault=error)
    if not step.counts and marked.outcome is not Outcome.NO_ATTEMPT:
        return replace(marked, outcome=Outcome.NOTED)
    return marked


def right_answer(step: Step, facts: Facts) -> Answer | None:
    """Return the right answer; None where none can be told, such as that to a free text.

    Raises:
        EngineError: A fact that it needs is not known yet.
    """
    return _kind(step).truth(Asked(step, facts))


def slip_answers(step: Step, facts: Facts) -> Mapping[str, Answer]:
    """Return an answer for each foreseen slip that one can be given for, by the slip's name.

    Raises:
        EngineError: A fact that they need is not known yet.
    """
    return _kind(step).slip_answers(Asked(step, facts))


def needed_facts(step: Step) -> tuple[str, ...]:
    """Return the names of the facts that marking the step looks at, as far as its text tells."""
    if step.ask is None:
        return ()
    formulas = [*_kind(step).formulas(step.ask.arguments)]
    formulas += [slip.gives for slip in step.slips if slip.gives]
    names = [name for formula in formulas for name in names_in(formula)]
    return tuple(dict.fromkeys(names))


def _kind(step: Step) -> QuestionKind:
    assert step.ask is not None, "only what asks is marked"
    return QUESTIONS.require(step.ask.kind)


def _check_size(answer: Answer) -> None:
    parts = several_texts(answer)
    if len(parts) > MOST_PARTS or sum(map(len, parts)) > LONGEST_ANSWER:
        raise ValueFormatError(
            "answer_long",
            f"This answer is too long; it may have {LONGEST_ANSWER:,} characters.",
            most=f"{LONGEST_ANSWER:,}",
        )


def _check_answered(answer: Answer) -> None:
    if not any(part.strip() for part in several_texts(answer)):
        raise ValueFormatError("answer_missing", "There is no answer yet.")


def _repeated(answer: Answer) -> str:
    return quote(", ".join(several_texts(answer)[:MOST_PARTS]))
