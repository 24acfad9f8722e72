"""Marking an answer to a lesson's question: the first that matches decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.errors import EngineError, FormulaError, ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import used_names
from engine.lessons.lesson import Condition, Step
from engine.lessons.questions.asked import Asked, several_texts
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.questions.question_kind import QuestionKind
from engine.quoting import quote

# Nobody types more; what a stray paste brings is not looked at.
LONGEST_ANSWER = 10_000
MOST_PARTS = 1_000

# The command of a solution that answers.
_ANSWER = "answer"


def mark_answer(step: Step, answer: Answer, facts: Facts) -> Marked:
    """Mark an answer.

    What is empty, cannot be read, or is too short to tell is no attempt, and so is what cannot be
    marked because a fact is not known yet; then ``fault`` says why. Else it is right, or wrong with
    the first foreseen slip that matches, the lesson's and that of ``engine.exercises``, if any.

    Args:
        step: A step with a question.
        answer: What was answered.
        facts: What is known by name, drawn numbers among them.
    """
    asked = Asked(step, facts)
    try:
        _check_size(answer)
        _check_answered(answer)
        marked = _kind(step).mark(asked, answer)
    except EngineError as error:
        return Marked(Outcome.NO_ATTEMPT, _repeated(answer), fault=error)
    if marked.outcome is Outcome.WRONG and not marked.slip:
        marked = replace(marked, slip=_shown_slip(asked, marked.facts))
    if not step.counts and marked.outcome is not Outcome.NO_ATTEMPT:
        return replace(marked, outcome=Outcome.NOTED)
    return marked


def right_answer(step: Step, facts: Facts) -> Answer | None:
    """Return the right answer, or what the step's solution answers.

    Returns:
        None where none can be told, such as that to a free text.

    Raises:
        EngineError: A fact that it needs is not known yet.
    """
    computed = _kind(step).truth(Asked(step, facts))
    return _solution_answer(step) if computed is None else computed


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
    kind = _kind(step)
    formulas = [*kind.formulas(step.ask.arguments)]
    formulas += [slip.gives for slip in step.slips if slip.gives]
    formulas += [formula for slip in step.slips for formula in slip.by.values()]
    for condition in _conditions(step):
        formulas += _formulas_of(condition)
    own = kind.own_names(step.ask.arguments)
    names = [name for formula in formulas for name in _names_in(formula) if name not in own]
    return tuple(dict.fromkeys(names))


def recorded_facts(step: Step, facts: Facts) -> dict[str, Fact]:
    """Return the facts that are kept with an answer, so that it can be marked again anywhere.

    Args:
        step: A step with a question.
        facts: What is known when it is answered.
    """
    names = (*needed_facts(step), *_kind(step).more_facts(Asked(step, facts)))
    known = {name: facts[name] for name in dict.fromkeys(names) if name in facts}
    return {name: fact for name, fact in known.items() if fact is not None}


def _kind(step: Step) -> QuestionKind:
    assert step.ask is not None, "only what asks is marked"
    return QUESTIONS.require(step.ask.kind)


def _shown_slip(asked: Asked, more: Facts) -> str:
    """Return the first slip that the facts show, those of the answer among them."""
    for slip in asked.slips:
        if slip.when and all(asked.fulfils(condition, more) for condition in slip.when):
            return slip.name
    return ""


def _solution_answer(step: Step) -> Answer | None:
    for command in step.solution:
        if command.name == _ANSWER:
            texts = tuple(map(str, command.arguments))
            return texts[0] if len(texts) == 1 else texts
    return None


def _conditions(step: Step) -> Iterator[Condition]:
    assert step.ask is not None, "only what asks is marked"
    arguments = step.ask.arguments.values()
    yield from (argument for argument in arguments if isinstance(argument, Condition))
    for slip in step.slips:
        yield from slip.when


def _formulas_of(condition: Condition) -> Iterator[str]:
    yield condition.fact
    yield from CONDITIONS[condition.kind].formulas(condition)
    for part in condition.parts:
        yield from _formulas_of(part)


def _names_in(formula: str) -> tuple[str, ...]:
    try:
        return used_names(formula)
    except FormulaError:
        # Beside a text stands a text as it is, which need be no formula.
        return ()


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
