"""A text that is a rounded number, and knows the number: every digit is there on demand."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.formula.values import full_precision

# More than this would fill the screen; the space that shows it has a table of its own.
_MOST_NUMBERS = 60


class Figure(str):
    """A number as a table shows it, which gives all its digits to whoever points at it."""

    __slots__ = ("_number",)
    _number: ArrayLike

    def __new__(cls, text: str, number: ArrayLike) -> Figure:
        """Make a text that stands for a number or an array."""
        made = super().__new__(cls, text)
        made._number = number
        return made

    @property
    def full(self) -> str:
        """Every digit; the text itself where there are too many numbers."""
        array = np.asarray(self._number, dtype=np.float64)
        if array.size > _MOST_NUMBERS:
            return str(self)
        return full_precision(array).replace("-", "\N{MINUS SIGN}")


def full_text(text: str) -> str:
    """Return a text with every digit, where it is a number that was rounded."""
    return text.full if isinstance(text, Figure) else text
