"""Questions for a number, a vector or a matrix, for a sign, and for an estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError, ValueFormatError
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.facts import Fact
from engine.lessons.questions.asked import Asked, no_number, no_slips, one_text
from engine.lessons.questions.keys import (
    ANSWER,
    PUBLISHED,
    WITHIN,
    one_of,
    read_formula,
    read_whole,
)
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind
from engine.lessons.questions.rounding import typed_text
from engine.lessons.questions.typed_answers import located, read_answer, with_reading
from engine.lessons.questions.typed_numbers import (
    in_shape,
    mark_typed,
    shown_text,
    slip_numbers,
)
from engine.quoting import brief

_MOST_DIGITS = 12
_PLUS, _MINUS, _ZERO = "+", "−", "0"
_SIGNS = {"+": _PLUS, "＋": _PLUS, "-": _MINUS, "−": _MINUS, "–": _MINUS, "－": _MINUS, "0": _ZERO}


def _mark_number(asked: Asked, answer: Answer) -> Marked:
    formula = asked.arguments["answer"]
    truth = asked.array(formula)
    text = one_text(answer)
    typed = in_shape(read_answer(text), truth)
    marked = mark_typed(asked, typed, truth, asked.rounding(formula), _within(asked, truth))
    return replace(marked, repeated=with_reading(text, marked.repeated))


def _within(asked: Asked, truth: Array) -> float:
    digits = asked.arguments.get("digits")
    if digits is None:
        return asked.number("within")
    largest = float(np.max(np.abs(truth), initial=0.0))
    if largest == 0.0:
        return 0.0
    return float(0.5 * 10.0 ** (np.floor(np.log10(largest)) - digits + 1))


def _mark_matrix(asked: Asked, answer: Answer) -> Marked:
    formula = asked.arguments["answer"]
    truth = asked.array(formula)
    text = one_text(answer)
    try:
        typed = read_answer(text)
    except EngineError as error:
        raise located(text, error) from error
    # Where the shape is asked for, brackets are part of the answer.
    if asked.arguments.get("shape", "shown") == "shown":
        typed = in_shape(typed, truth)
    marked = mark_typed(asked, typed, truth, asked.rounding(formula), asked.number("within"))
    return replace(marked, repeated=with_reading(text, marked.repeated))


def _true_numbers(asked: Asked) -> Answer:
    formula = asked.arguments["answer"]
    return typed_text(asked.array(formula), asked.rounding(formula))


def _mark_sign(asked: Asked, answer: Answer) -> Marked:
    text = one_text(answer)
    given = _SIGNS.get(text.strip())
    if given is None:
        raise ValueFormatError(
            "answer_sign",
            f"“{brief(text)}” is no sign; answer +, − or 0.",
            text=brief(text),
        )
    facts: Mapping[str, Fact] = {"answer": given}
    if given == _true_sign(asked):
        return Marked(Outcome.RIGHT, given, facts=facts)
    slips = (slip.name for slip, number in asked.slip_arrays() if _sign(number) == given)
    return Marked(Outcome.WRONG, given, slip=next(slips, ""), facts=facts)


def _true_sign(asked: Asked) -> str:
    formula = asked.arguments["answer"]
    array = asked.array(formula)
    if array.size != 1:
        raise no_number(formula)
    return _sign(np.where(np.abs(array) <= asked.rounding(formula), 0.0, array))


def _sign(number: Array) -> str:
    sign = float(np.sign(number).reshape(-1)[0]) if number.size else 0.0
    return _PLUS if sign > 0 else _MINUS if sign < 0 else _ZERO


def _slip_signs(asked: Asked) -> Mapping[str, Answer]:
    return {slip.name: _sign(number) for slip, number in asked.slip_arrays()}


def _mark_estimate(asked: Asked, answer: Answer) -> Marked:
    text = one_text(answer)
    typed = read_answer(text)
    if typed.value.size != 1:
        raise ValueFormatError(
            "answer_one",
            f"One answer is asked for, and these are {typed.value.size}.",
            count=typed.value.size,
        )
    repeated = with_reading(text, shown_text(typed.text))
    guess = float(typed.value.reshape(()))
    facts: dict[str, Fact] = {"answer": guess}
    try:
        truth = asked.number("answer")
    except EngineError:
        # Often it is known only after what the estimate is about has been run.
        return Marked(Outcome.NOTED, repeated, facts=facts)
    factor = _factor(guess, truth)
    facts["off_by"] = factor
    facts["is_near"] = float(factor <= asked.number("near", 2.0))
    return Marked(Outcome.NOTED, repeated, facts=facts)


def _factor(guess: float, truth: float) -> float:
    """Return by which factor, at least 1, a guess is off; infinite across 0."""
    if guess == truth:
        return 1.0
    if guess * truth <= 0.0:
        return float("inf")
    return max(guess / truth, truth / guess)


def _true_estimate(asked: Asked) -> Answer | None:
    try:
        return typed_text(asked.number("answer"))
    except EngineError:
        return None


def _check_number(arguments: Mapping[str, Any]) -> None:
    if "within" in arguments and "digits" in arguments:
        raise KeyFaultError(
            "ask_not_both",
            "Only one of “within” and “digits” can be given.",
            one="within",
            other="digits",
        )


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(arguments[key] for key in ("answer", "within", "near") if key in arguments)


RECORDS = (
    QuestionKind(
        name="number",
        title="Number",
        keys=(ANSWER, WITHIN, Key("digits", read_whole(1, _MOST_DIGITS)), PUBLISHED),
        mark=_mark_number,
        truth=_true_numbers,
        slip_answers=slip_numbers,
        check=_check_number,
        formulas=_formulas,
    ),
    QuestionKind(
        name="matrix",
        title="Vector or matrix",
        keys=(ANSWER, WITHIN, Key("shape", one_of("shown", "asked")), PUBLISHED),
        mark=_mark_matrix,
        truth=_true_numbers,
        slip_answers=slip_numbers,
        formulas=_formulas,
    ),
    QuestionKind(
        name="sign",
        title="Sign",
        keys=(ANSWER, PUBLISHED),
        mark=_mark_sign,
        truth=_true_sign,
        slip_answers=_slip_signs,
        formulas=_formulas,
    ),
    QuestionKind(
        name="estimate",
        title="Estimate",
        keys=(ANSWER, Key("near", read_formula), PUBLISHED),
        mark=_mark_estimate,
        truth=_true_estimate,
        slip_answers=no_slips,
        formulas=_formulas,
    ),
)
