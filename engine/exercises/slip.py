"""A slip: a way of going wrong, and the numbers to which it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.exercises.case import Case
from engine.exercises.question import Quantity

WrongAnswers = Callable[[Case], Iterator[Array]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A row of the table of slips.

    Attributes:
        name: The unique name.
        title: What it is called, in English.
        sentence: What went wrong and what would be right, in an English sentence.
        quantities: The kinds of questions at which it is made.
        rank: Of several slips that give one number the one of the lowest rank is named.
        answers: Computes from a case the wrong answers that it leads to; where it cannot be made
            there are none. One that happens to be right is no slip and passed over.
    """

    name: str
    title: str
    sentence: str
    quantities: frozenset[Quantity]
    rank: int
    answers: WrongAnswers
    aliases: tuple[str, ...] = ()

    def gives(self, case: Case, answer: Array, is_near: Callable[[Array, Array], bool]) -> bool:
        """Tell whether an answer is one that this slip leads to.

        Args:
            case: The question with its numbers.
            answer: What was answered, which is wrong.
            is_near: Compares an answer with a number.
        """
        if case.question.quantity not in self.quantities:
            return False
        return any(
            bool(np.isfinite(wrong).all()) and is_near(answer, wrong)
            for wrong in self.answers(case)
        )
