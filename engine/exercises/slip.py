"""A slip: a way of going wrong, and the numbers to which it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
        is_close: Whether it leads beside the right number: the way was right, and digits were
            lost. Such a slip is named last, and hinders neither a mark nor fresh numbers.
        fewest_digits: How many digits of its number must be typed before a rounded one is named.
    """

    name: str
    title: str
    sentence: str
    quantities: frozenset[Quantity]
    rank: int
    answers: WrongAnswers
    aliases: tuple[str, ...] = ()
    is_close: bool = False
    fewest_digits: int = 1

    def answers_to(self, case: Case) -> Iterator[Array]:
        """Yield the wrong answers to a question; none if it is made at other kinds of questions."""
        if case.question.quantity in self.quantities:
            yield from self.answers(case)
