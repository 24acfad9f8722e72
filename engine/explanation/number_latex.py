"""Numbers, vectors and matrices in LaTeX, in the ink that says what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, shape_text
from engine.formula.values import format_value, number_text

# More than this is not read but skipped, and no longer fits beside a second factor.
_LONGEST_SIDE = 4
_COLORED = re.compile(r"\\textcolor\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}")


@dataclass(frozen=True, slots=True)
class Ink:
    """How numbers are written.

    Attributes:
        value: Colour of values, ``#rrggbb``.
        gradient: Colour of gradients, ``#rrggbb``.
        digits: Digits that `format_value` is asked for.
        tangent: Colour of tangents; without one they have that of the other text.
    """

    value: str
    gradient: str
    digits: int
    tangent: str = ""


def colored(latex: str, color: str) -> str:
    """Return LaTeX in a colour, or as it is for none."""
    return latex if not color else rf"\textcolor{{{color}}}{{{latex}}}"


def without_colors(latex: str) -> str:
    """Return LaTeX as it is without the colours of its numbers."""
    return _COLORED.sub(r"\1", latex)


def number_latex(number: float, digits: int) -> str:
    """Return one number, with its power of ten written as such."""
    return _power_of_ten(format_value(np.asarray(number), digits).replace("\N{MINUS SIGN}", "-"))


def exact_latex(number: float) -> str:
    """Return one number with every digit, as a formula states a constant."""
    return _power_of_ten(number_text(number))


def _power_of_ten(text: str) -> str:
    mantissa, mark, exponent = text.partition("e")
    if mark:
        return rf"{mantissa} \times 10^{{{int(exponent)}}}"
    return {"∞": r"\infty", "-∞": r"-\infty"}.get(text, text)


def array_latex(array: Array, digits: int, *, as_row: bool = False) -> str:
    """Return a number, a vector or a matrix; of a long one the first, second and last numbers.

    A shape in its place would read as a number: [6] might be six numbers, or the number 6. What has
    more axes than paper is written in reading order, with its shape as an index.

    Args:
        array: What to write.
        digits: Digits of each number.
        as_row: Whether a vector lies down; it stands otherwise, as it does in W·x.
    """
    if array.ndim == 0:
        return number_latex(float(array), digits)
    if array.ndim > 2 or not array.size:
        shape = shape_text(array.shape).strip("()").replace("×", r" \times ")
        numbers = array_latex(array.reshape(-1), digits, as_row=True) if array.size else "[ ]"
        return rf"{numbers}_{{{shape}}}"
    rows = array.reshape(1, -1) if as_row and array.ndim == 1 else array.reshape(len(array), -1)
    across = _shown_places(rows.shape[1])
    lines = []
    for row in _shown_places(rows.shape[0]):
        if row is None:
            cells = [r"\vdots" if column is not None else r"\ddots" for column in across]
        else:
            cells = [
                r"\cdots" if column is None else number_latex(float(rows[row, column]), digits)
                for column in across
            ]
        lines.append(" & ".join(cells))
    body = r" \\ ".join(lines)
    return rf"\left[\begin{{matrix}} {body} \end{{matrix}}\right]"


def _shown_places(count: int) -> list[int | None]:
    """Return which of some rows or columns are written; None stands for those left out."""
    return list(range(count)) if count <= _LONGEST_SIDE else [0, 1, None, count - 1]


def shown_numbers(array: Array) -> Array:
    """Return the numbers that `array_latex` writes."""
    if is_written_out(array):
        return array
    rows = array.reshape(1, -1) if array.ndim != 2 else array
    across, down = (
        [place for place in _shown_places(count) if place is not None]
        for count in (rows.shape[1], rows.shape[0])
    )
    return rows[np.ix_(down, across)]


def is_written_out(array: Array) -> bool:
    """Return whether `array_latex` shows every number."""
    return array.ndim <= 2 and max(array.shape, default=0) <= _LONGEST_SIDE


def needs_brackets(latex: str) -> bool:
    """Return whether a number must be bracketed where it is a factor or a base."""
    return latex.startswith("-") or r"\times" in latex
