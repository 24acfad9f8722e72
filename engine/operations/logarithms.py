"""Logarithms to other bases, and those functions that keep their digits next to 0."""

from __future__ import annotations

import math

import numpy as np

from engine.arrays import Array
from engine.operations.causes import log_of_non_positive, log_one_plus
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Operation, Role

ORDER = -7

_CALCULUS = "Elementary differentiation rules, e.g. Spivak, Calculus, chapter 18"
_NEAR_ZERO = "Goldberg, What every computer scientist should know, 1991, theorem 4"


def _is_one(x: Array) -> Array:
    return np.asarray(x == 1)


def _logarithm(*, base: int, title: str, summary: str, forward: np.ufunc) -> Operation:
    """Return the record of a logarithm to a base other than e."""
    return elementwise(
        name=f"log{base}",
        title=title,
        symbol=f"log{base}".translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")),
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("log",),
        pole=lambda x: x == 0,
        zero=_is_one,
        summary=summary,
        reference=_CALCULUS,
        forward=forward,
        explain=log_of_non_positive,
        latex=rf"\log_{{{base}}} $x",
        local_latex=(rf"\frac{{1}}{{$x \cdot \ln {base}}}",),
        numpy_local=(f"{1.0 / math.log(base)!r} / $x",),
    )


RECORDS = (
    _logarithm(
        base=2,
        title="Logarithm to base 2",
        summary="How often 2 is to be multiplied to give the input; entropies in bits use it.",
        forward=np.log2,
    ),
    _logarithm(
        base=10,
        title="Logarithm to base 10",
        summary="How often 10 is to be multiplied to give the input, which must be positive.",
        forward=np.log10,
    ),
    elementwise(
        name="log1p",
        title="Logarithm of 1 + x",
        symbol="ln(1+x)",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("log",),
        pole=lambda x: x == -1,
        zero=lambda x: x == 0,
        summary="ln(1 + x) with all its digits next to 0, where 1 + x has lost those of x.",
        reference=_NEAR_ZERO,
        forward=np.log1p,
        explain=log_one_plus,
        latex=r"\ln(1 + $x)",
        local_latex=(r"\frac{1}{1 + $x}",),
        numpy_local=("1 / (1 + $x)",),
    ),
    elementwise(
        name="expm1",
        title="Exponential minus 1",
        symbol="eˣ−1",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("exp",),
        zero=lambda x: x == 0,
        summary="eˣ − 1 with all its digits next to 0, where eˣ has lost those of x.",
        reference=_NEAR_ZERO,
        forward=np.expm1,
        latex="e^{$x} - 1",
        local_latex=("e^{$x}",),
        numpy_local=("np.exp($x)",),
    ),
)
