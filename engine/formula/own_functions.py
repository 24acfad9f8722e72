"""The functions that were typed in: their formulas by name, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula
from engine.formula.typed_function import VARIABLE, TypedFunction, typed_function
from engine.operations.operation import Operation

_PREFIX = "own_"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_LONGEST_LABEL = 120
# A longer text takes more than a frame to read, so it is read on another thread.
QUICK_SIGNS = 100
# What people write before a formula anyway.
_HEAD = re.compile(r"^\s*(?:f\s*\(\s*x\s*\)|y)\s*=")


def is_own(name: str) -> bool:
    """Whether a name is that of a function that was typed in."""
    return name.startswith(_PREFIX)


def own_symbol(name: str) -> str:
    """What is written for it: f₁."""
    return "f" + name.removeprefix(_PREFIX).translate(_SUBSCRIPTS)


def own_label(name: str, text: str) -> str:
    """What is written for it where there is room for some words: f₁ and the formula's beginning."""
    shown = text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL]}…"
    return f"{own_symbol(name)} = {shown}"


def free_name(taken: Mapping[str, str]) -> str:
    """The name of the next function."""
    numbers = {int(name.removeprefix(_PREFIX)) for name in taken}
    return f"{_PREFIX}{next(n for n in range(1, len(numbers) + 2) if n not in numbers)}"


@lru_cache(maxsize=64)
def read(name: str, text: str) -> TypedFunction:
    """Read a function's formula; a leading “f(x) =” may stand there and says nothing.

    Raises:
        FormulaError: The text is no formula of x; the place is that in the text as it stands.
    """
    # Blanks in its place keep every character where it was.
    formula = _HEAD.sub(lambda found: " " * len(found[0]), text, count=1)
    return typed_function(formula, name, own_symbol(name))


def typed_latex(text: str) -> str:
    """Return the LaTeX of a function's formula, in which a leading “f(x) =” says nothing.

    Raises:
        FormulaError: The text is no formula.
    """
    return format_latex(parse_formula(_HEAD.sub("", text, count=1), names={VARIABLE}, fixed=True))


def reading(name: str, text: str) -> Iterator[None]:
    """Read a function ahead, as an iterator that a task can drive; then `read` knows it.

    Raises:
        FormulaError: The text is no formula of x.
    """
    yield None
    read(name, text)
    yield None


def own_operation_anew(name: str, text: str) -> Operation:
    """The record of a function, read for one's own use, such as another thread's."""
    return read.__wrapped__(name, text).operation


def own_operation(name: str, texts: Mapping[str, str]) -> Operation:
    """The record of a function that was typed in."""
    return read(name, texts[name]).operation
