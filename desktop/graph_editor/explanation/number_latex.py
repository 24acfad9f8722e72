"""Numbers, vectors and matrices in LaTeX, in the ink that says what they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, shape_text
from engine.formula.values import format_value

# More than this is not read but skipped, and no longer fits beside a second factor.
_LONGEST_SIDE = 4


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


def number_latex(number: float, digits: int) -> str:
    """Return one number, with its power of ten written as such."""
    text = format_value(np.asarray(number), digits).replace("\N{MINUS SIGN}", "-")
    mantissa, mark, exponent = text.partition("e")
    if mark:
        return rf"{mantissa} \times 10^{{{int(exponent)}}}"
    return {"∞": r"\infty", "-∞": r"-\infty"}.get(text, text)


def array_latex(array: Array, digits: int, *, as_row: bool = False) -> str:
    """Return a number, a vector or a matrix; one that is too large is named by its shape.

    Args:
        array: What to write.
        digits: Digits of each number.
        as_row: Whether a vector lies down; it stands otherwise, as it does in W·x.
    """
    if array.ndim == 0:
        return number_latex(float(array), digits)
    if array.ndim > 2 or max(array.shape) > _LONGEST_SIDE:
        shape = shape_text(array.shape).replace("×", r" \times ")
        return rf"\left[ {shape} \right]"
    rows = array.reshape(1, -1) if as_row and array.ndim == 1 else array.reshape(len(array), -1)
    lines = (" & ".join(number_latex(float(x), digits) for x in row) for row in rows)
    body = r" \\ ".join(lines)
    return rf"\left[\begin{{matrix}} {body} \end{{matrix}}\right]"


def is_written_out(array: Array) -> bool:
    """Return whether `array_latex` shows every number."""
    return array.ndim <= 2 and max(array.shape, default=0) <= _LONGEST_SIDE


def needs_brackets(latex: str) -> bool:
    """Return whether a number must be bracketed where it is a factor or a base."""
    return latex.startswith("-") or r"\times" in latex
