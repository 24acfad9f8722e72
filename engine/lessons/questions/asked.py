"""A question with the facts by which it is marked, and what marking needs of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.errors import EngineError, ValueFormatError
from engine.lessons.answer import Answer
from engine.lessons.conditions.testing import unmet
from engine.lessons.facts import Fact, Facts, JoinedFacts
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Condition, Slip, Step
from engine.lessons.questions.rounding import rounding_of
from engine.quoting import quote

# What a condition says that cannot be told, rather than that it is not fulfilled.
_UNTOLD = frozenset(("no_value", "nothing_there", "cannot_tell"))


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
    def kind(self) -> str:
        """The name of the kind of question."""
        assert self.step.ask is not None, "only what asks is marked"
        return self.step.ask.kind

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The wrong answers that were foreseen, the likeliest first."""
        return self.step.slips

    def array(self, formula: str) -> Array:
        """Return what a formula of facts is worth, as numbers.

        Raises:
            EngineError: A fact is missing, or it is a text.
        """
        return as_array(number_value(formula, self.facts))

    def rounding(self, formula: str) -> Array:
        """Return how far rounding may have moved what a formula of facts is worth.

        Raises:
            EngineError: A fact is missing, or it is a text.
        """
        return rounding_of(formula, self.facts)

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

    def knowing(self, more: Facts) -> Asked:
        """Return the same question with further facts, or with others of these names."""
        return replace(self, facts=JoinedFacts(more, self.facts))

    def fulfils(self, condition: Condition, more: Facts) -> bool:
        """Tell whether a condition is fulfilled once further facts are known."""
        return not unmet(condition, JoinedFacts(more, self.facts))

    def judges(self, condition: Condition, more: Facts) -> bool:
        """Tell whether a condition is fulfilled, which decides of an answer.

        Raises:
            EngineError: It cannot be told, because a fact is not known (code ``answer_unjudged``).
        """
        missing = unmet(condition, JoinedFacts(more, self.facts))
        if any(item.code in _UNTOLD for item in missing):
            raise EngineError("answer_unjudged", "What this answer is judged by is not known here.")
        return not missing

    def slip_arrays(self) -> Iterator[tuple[Slip, Array]]:
        """Yield the slips that lead to a number that can be computed, with it."""
        for slip in self.slips:
            if slip.gives:
                try:
                    yield slip, self.array(slip.gives)
                except EngineError:
                    # With these numbers the wrong way leads nowhere: it divides by 0, say.
                    continue


def no_number(formula: str) -> EngineError:
    """Return the error that a formula of facts is no number."""
    return EngineError(
        "fact_not_single", f"“{quote(formula)}” is not one single number.", name=quote(formula)
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


def as_fact(array: Array) -> Fact:
    """Return numbers as a fact: one number as a float."""
    return float(array) if array.ndim == 0 else np.asarray(array)


def no_slips(_asked: Asked) -> Mapping[str, Answer]:
    """Return no answers: no slip can be answered to this kind of question."""
    return {}
