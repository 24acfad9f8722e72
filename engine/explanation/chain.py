r"""Chains of equations: each part equals the one before, or is that number but for rounding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_SIGN = re.compile(r" (=|\\approx) ")
_LEAD = re.compile(r"^(=|\\approx|>|<|\\to) ")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a chain.

    Attributes:
        latex: What is written.
        is_exact: Whether no number in it was rounded.
        sign: What stands before it where it neither is what stands before, nor nearly.
    """

    latex: str
    is_exact: bool = True
    sign: str = ""


def chain(parts: Iterable[Part], *, first: str = "") -> str:
    r"""Join parts by ``=``, and by ``\approx`` wherever a side of the sign was rounded.

    Args:
        parts: The parts, of which the first follows from symbols, which are exact.
        first: What stands before the first part where that is exact: nothing, or ``"= "``.

    Example:
        >>> chain([Part("2 \\cdot 3"), Part("6")])
        '2 \\cdot 3 = 6'
        >>> chain([Part("e^{-1}"), Part("0.37", is_exact=False)], first="= ")
        '= e^{-1} \\approx 0.37'
    """
    text, before = "", True
    for index, part in enumerate(parts):
        sign = f"{part.sign or sign_for(is_exact=before and part.is_exact)} "
        if index == 0:
            text = (first if part.is_exact and not part.sign else sign) + part.latex
        else:
            text += f" {sign}{part.latex}"
        before = part.is_exact
    return text


def sign_for(*, is_exact: bool) -> str:
    """Return the sign between what is equal, or equal but for the digits that were rounded off."""
    return "=" if is_exact else r"\approx"


def links(latex: str) -> list[str]:
    r"""Break a chain into its parts, each but the first beginning with its sign.

    Example:
        >>> links("x = 1/3 \\approx 0.33")
        ['x', '= 1/3', '\\approx 0.33']
    """
    signs = [found.start() for found in _SIGN.finditer(latex) if _is_outside(latex, found.start())]
    places = [0, *signs, len(latex)]
    return [latex[start:end].strip(" ") for start, end in pairwise(places)]


def _is_outside(latex: str, place: int) -> bool:
    """Tell whether a place lies outside all brackets: inside a sign asks, and claims nothing."""
    before = latex[:place]
    return all(before.count(left) == before.count(right) for left, right in ("[]", "()", "{}"))


def led(latex: str) -> str:
    """Return numbers with the sign that leads from the symbols to them."""
    return latex if not latex or _LEAD.match(latex) else f"= {latex}"


def steps(latex: str) -> list[str]:
    """Break numbers into lines that all begin with their sign."""
    return links(led(latex)) if latex else []


def without_result(latex: str) -> str:
    """Return numbers up to their result, which somebody is to find; nothing if there is no more."""
    return " ".join(steps(latex)[:-1])
