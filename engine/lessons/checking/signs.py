"""Which blanks of a lesson's words may be filled with a negative number, over a few draws."""

from __future__ import annotations

from itertools import islice

import numpy as np

from engine.errors import EngineError
from engine.lessons.draw_cost import MOST_GATES, draw_cost
from engine.lessons.draws import is_kept, tried_numbers
from engine.lessons.facts import Facts
from engine.lessons.formulas import number_value
from engine.lessons.lesson import Lesson
from engine.lessons.named_values import with_named

_SEEDS = 12


class Signs:
    """The signs of a lesson's formulas."""

    def __init__(self, lesson: Lesson) -> None:
        """Draw the numbers of some sittings."""
        self._samples: list[Facts] = []
        drawn = [dict(lesson.draw.first)]
        is_drawn = bool(lesson.draw.numbers or lesson.draw.graph)
        # What costs too much is told as such, and not paid.
        may_draw = is_drawn and draw_cost(lesson) <= MOST_GATES
        for seed in range(_SEEDS if may_draw else 0):
            kept = (one for one in tried_numbers(lesson, seed) if is_kept(lesson.draw, one))
            drawn += islice(kept, 1)
        for numbers in drawn:
            try:
                self._samples.append(with_named(lesson.draw, numbers))
            except EngineError:
                # What is wrong with a named value is told where it stands.
                continue

    def may_be_negative(self, formula: str) -> bool:
        """Tell whether a formula is below zero with some numbers, or only the page knows."""
        try:
            worth = [number_value(formula, facts) for facts in self._samples]
        except EngineError:
            return True
        return any(np.any(np.asarray(number) < 0.0) for number in worth)
