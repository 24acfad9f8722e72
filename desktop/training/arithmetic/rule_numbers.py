"""A rule's line with its symbols, and the same line with numbers in their place."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from desktop.widgets.number_text import format_number
from engine.formula.values import number_text
from engine.optimizers.optimizer import Optimizer

_ARROW = r"\leftarrow"
_OPEN, _CLOSE = "\x01", "\x02"
DIGITS = 4
"""Significant digits of a number."""


def update_line(rule: Optimizer) -> str:
    """Return the line of a rule that moves the parameter, in LaTeX."""
    lines = (line for line in rule.rule_latex if line.startswith(f"w {_ARROW}"))
    return next(lines, rule.rule_latex[-1])


def with_numbers(
    line: str, numbers: Mapping[str, float], decimals: Mapping[str, int | None] | None = None
) -> str:
    r"""Return the right side of a line with numbers in place of symbols, in LaTeX.

    Numbers that meet are joined by a dot, and negative ones stand in brackets.

    Args:
        line: Such as ``w \leftarrow w - \eta\, g``.
        numbers: A number for each LaTeX symbol.
        decimals: With how many decimals some of them are written.

    Example:
        >>> with_numbers(r"w \leftarrow w - \eta\, g", {"w": 0.5, r"\eta": 1.0, "g": -0.25})
        '0.5 - 1 \\cdot (-0.25)'
    """
    right = line.split(_ARROW, 1)[-1].strip()
    # The longest first: \hat m before m. A letter within a command is none of them.
    symbols = sorted(numbers, key=len, reverse=True)
    pattern = "|".join(
        rf"{re.escape(symbol)}(?![A-Za-z_])"
        if symbol.startswith("\\")
        else rf"(?<![\\A-Za-z]){re.escape(symbol)}(?![A-Za-z_])"
        for symbol in symbols
    )
    # Commands are stepped over, or letters in their names would be replaced.
    found = re.sub(
        rf"({pattern})|\\[A-Za-z]+",
        lambda match: f"{_OPEN}{match[1]}{_CLOSE}" if match[1] else match[0],
        right,
    )
    found = re.sub(rf"{_CLOSE}(?:\\,)?\s*(?={_OPEN})", rf"{_CLOSE} \\cdot ", found)
    found = re.sub(rf"\\,\s*(?={_OPEN}|\()", r" \\cdot ", found)
    found = re.sub(rf"(?<=[}}){_CLOSE}])\s*\\,\s*", r" \\cdot ", found)
    places = decimals or {}
    found = re.sub(
        rf"{_OPEN}(.*?){_CLOSE}",
        lambda match: number_latex(numbers[match[1]], places.get(match[1])),
        found,
    )
    found = re.sub(r"\s*\\cdot\s*", r" \\cdot ", found).strip()
    # What begins the line needs no brackets.
    return re.sub(r"^\((-[^()]*)\)", r"\1", found)


def number_latex(value: float, decimals: int | None = None) -> str:
    """Write a number in LaTeX; a negative one in brackets, a very small one as a power of ten.

    Args:
        value: The number.
        decimals: With how many decimals; None for so many digits as fit.
    """
    is_short = decimals is None or not math.isfinite(value)
    text = format_number(value, DIGITS) if is_short else number_text(round(value, decimals))
    text = text.replace("\N{MINUS SIGN}", "-").replace("∞", r"\infty")
    mantissa, mark, exponent = text.partition("e")
    if mark:
        text = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"({text})" if text.startswith("-") or mark else text
