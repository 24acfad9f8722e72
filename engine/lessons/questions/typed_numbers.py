"""Typed numbers, vectors and matrices: marked by the one rule of exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.arrays import Array, shape_text
from engine.errors import ShapeError, ValueFormatError
from engine.exercises.known_numbers import shaped_like
from engine.exercises.rule import Judgement, WrongNumber, judge
from engine.exercises.rule import Outcome as RuleOutcome
from engine.formula.typed_value import TypedValue
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.questions.asked import Asked, as_fact
from engine.lessons.questions.rounding import typed_text
from engine.quoting import brief

# As it is called in `engine.exercises`.
_WRONG_SIGN = "wrong_sign"


def mark_typed(
    asked: Asked, typed: TypedValue, truth: Array, noise: Array, within: float = 0.0
) -> Marked:
    """Mark numbers by the rule of ``engine.exercises.rule`` and name the lesson's slips.

    Args:
        asked: The question.
        typed: What was typed.
        truth: What is right.
        noise: How far rounding may have moved that.
        within: How far off a number may be.
    """
    slips = list(asked.slip_arrays())
    wrong = [WrongNumber(number) for _, number in slips]
    judged = judge(typed, truth, within=within, noise=noise, slips=wrong)
    marked = marked_by_rule(typed, judged, [slip.name for slip, _ in slips])
    if marked.outcome is Outcome.WRONG and not marked.slip:
        # The slip that every question knows; a lesson may have a sentence of its own for it.
        turned = judge(replace(typed, value=-typed.value), truth, within=within, noise=noise)
        if turned.outcome is RuleOutcome.RIGHT:
            marked = replace(marked, engine_slip=_WRONG_SIGN)
    if marked.outcome is not Outcome.WRONG or typed.value.shape != truth.shape or not truth.ndim:
        return marked
    places = wrong_places(typed, truth, noise, within)
    return replace(marked, facts={**marked.facts, "wrong_places": places})


def wrong_places(
    typed: TypedValue, truth: Array, noise: Array | float, within: float
) -> tuple[str, ...]:
    """Return which numbers of a vector or a matrix are wrong, as "row.column", from 1."""
    columns = truth.shape[-1]
    noises = np.broadcast_to(noise, truth.shape)
    wrong = []
    for place, index in enumerate(np.ndindex(truth.shape)):
        one = TypedValue(
            typed.value[index], typed.half_units[index], typed.digits[index],
            (typed.texts[place],),
        )  # fmt: skip
        judged = judge(one, truth[index], within=within, noise=noises[index])
        if judged.outcome is RuleOutcome.WRONG:
            row, column = divmod(place, columns)
            wrong.append(f"{row + 1}.{column + 1}")
    return tuple(wrong)


def marked_by_rule(typed: TypedValue, judged: Judgement, names: list[str]) -> Marked:
    """Return the mark that the rule's judgement means.

    Args:
        typed: What was typed.
        judged: What the rule says of it.
        names: The slips by their places in the judgement.
    """
    repeated = shown_text(typed.text)
    facts = {"answer": as_fact(typed.value)}
    if judged.outcome is RuleOutcome.NO_ATTEMPT:
        fault = too_short(typed.text)
        return Marked(Outcome.NO_ATTEMPT, repeated, fault=fault, facts=facts)
    if judged.outcome is RuleOutcome.RIGHT:
        return Marked(Outcome.RIGHT, repeated, facts=facts)
    slip = "" if judged.slip is None else names[judged.slip]
    return Marked(Outcome.WRONG, repeated, slip=slip, facts=facts)


def in_shape(typed: TypedValue, truth: Array) -> TypedValue:
    """Return numbers in the shape that is asked for, where only brackets differ.

    Raises:
        ShapeError: They have another shape (code ``answer_shape``).
    """
    shaped = shaped_like(typed, truth)
    if shaped.value.shape != truth.shape:
        given, expected = shape_text(typed.value.shape), shape_text(truth.shape)
        raise ShapeError(
            "answer_shape",
            f"The answer has the shape {given}; a number of the shape {expected} is asked for.",
            given=given,
            expected=expected,
        )
    return shaped


def too_short(text: str) -> ValueFormatError:
    """Return the error that a number has too few digits to tell."""
    return ValueFormatError(
        "answer_short",
        f"“{brief(text)}” is too short to tell; give at least two digits, such as 1.2 or 0.0012.",
        text=brief(text),
    )


def shown_text(text: str) -> str:
    """Return numbers as they are read, with a true minus sign."""
    return text.replace("-", "−")


def slip_numbers(asked: Asked) -> Mapping[str, Answer]:
    """Return what somebody types who makes each of the slips that lead to a number."""
    return {slip.name: typed_text(number) for slip, number in asked.slip_arrays()}
