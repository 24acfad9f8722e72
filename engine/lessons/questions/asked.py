"""A question with the facts by which it is marked, and what marking needs of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.errors import EngineError, ValueFormatError
from engine.lessons.answer import Answer
from engine.lessons.facts import Fact, Facts
from engine.lessons.lesson import Slip, Step
from engine.lessons.questions.stand_in import fact_value
from engine.quoting import quote


@dataclass(frozen=True)
class Asked:
    """A question that is marked.

    Attributes:
        step: The step that asks.
        facts: What is known by name.
    """

    step: Step
    facts: Facts

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What stands in ``[step.ask]``."""
        assert self.step.ask is not None, "only what asks is marked"
        return self.step.ask.arguments

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The wrong answers that were foreseen, the likeliest first."""
        return self.step.slips

    def array(self, formula: str) -> Array:
        """Return what a formula of facts is worth, as numbers.

        Raises:
            EngineError: A fact is missing, or it is worth a text (code ``fact_no_number``).
        """
        return as_numbers(formula, fact_value(formula, self.facts))

    def number(self, key: str, otherwise: float = 0.0) -> float:
        """Return what the formula at a key of the question is worth, as one number.

        Raises:
            EngineError: A fact is missing, or it is no single number.
        """
        if key not in self.arguments:
            return otherwise
        formula = self.arguments[key]
        array = self.array(formula)
        if array.size != 1:
            raise no_number(formula)
        return float(array.reshape(()))

    def slip_arrays(self) -> Iterator[tuple[Slip, Array]]:
        """Yield the slips that lead to a number that can be computed, with it."""
        for slip in self.slips:
            if slip.gives:
                try:
                    yield slip, self.array(slip.gives)
                except EngineError:
                    # With these numbers the wrong way leads nowhere: it divides by 0, say.
                    continue


def as_numbers(formula: str, fact: Fact) -> Array:
    """Return a fact as an array of numbers.

    Raises:
        EngineError: It is a text, or none yet (code ``fact_no_number``).
    """
    if fact is None or isinstance(fact, str | tuple):
        raise no_number(formula)
    return as_array(fact)


def no_number(formula: str) -> EngineError:
    """Return the error that a formula of facts is no number."""
    return EngineError(
        "fact_no_number", f"“{quote(formula)}” is not a number.", formula=quote(formula)
    )


def one_text(answer: Answer) -> str:
    """Return an answer that is to be one text.

    Raises:
        ValueFormatError: It is several (code ``answer_one``).
    """
    if isinstance(answer, str):
        return answer
    if len(answer) == 1:
        return answer[0]
    raise ValueFormatError(
        "answer_one",
        f"One answer is asked for, and these are {len(answer)}.",
        count=len(answer),
    )


def several_texts(answer: Answer) -> tuple[str, ...]:
    """Return an answer that is to be several texts; one text is a list of one."""
    return (answer,) if isinstance(answer, str) else answer


def as_fact(array: Array) -> Fact:
    """Return numbers as a fact: one number as a float."""
    return float(array) if array.ndim == 0 else np.asarray(array)
