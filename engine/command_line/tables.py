"""Rows of text in columns, and long series shortened to what a person reads."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import combining, east_asian_width

import numpy as np

from engine.arrays import Array, shape_text
from engine.formula.values import full_precision

_WIDEST = 80
# A gate's value in a table, and a value by itself.
MOST_IN_TABLE, MOST_PRINTED = 100, 10_000


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines with their cells in columns.

    A cell that is longer than a line does not make its column wider: padded to it, a thousand short
    rows would fill the memory.
    """
    widths = [
        max((shown_width(cell) for cell in column if len(cell) <= _WIDEST), default=0)
        for column in zip(*rows, strict=True)
    ]
    return [
        "  "
        + "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def shown_width(text: str) -> int:
    """Return how many places of a terminal a text takes: a letter of Hangul takes two.

    Example:
        >>> shown_width("Kim"), shown_width("김민지")
        (3, 6)
    """
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - shown_width(cell))


def chosen_steps(last: int, most: int = 20) -> list[int]:
    """Return at most so many steps from 0 to the last, closer together at the beginning.

    What happens in an iteration happens early, so that equal distances would hide it.
    """
    if last < most:
        return list(range(last + 1))
    steps = {0, last}
    step = 1.0
    while step < last:
        steps.add(round(step))
        step = max(step + 1, step * 1.5)
    return sorted(steps)


def value_text(value: Array, most: int = MOST_PRINTED) -> str:
    """Return a value with every digit, or what is to be said of one with too many numbers.

    Args:
        value: The value.
        most: How many numbers are printed.
    """
    if value.size <= most:
        return _in_words(full_precision(value))
    finite = value[np.isfinite(value)]
    extent = f", from {finite.min():g} to {finite.max():g}" if finite.size else ""
    return f"[{shape_text(value.shape)} numbers{extent}]"


def short_number(number: float) -> str:
    """Return a number with six digits; what is no finite number in words."""
    return _in_words(f"{number:.6g}")


def _in_words(numbers: str) -> str:
    """Write what is no finite number as people do."""
    return numbers.replace("nan", "undefined").replace("-inf", "−∞").replace("inf", "∞")


def json_text(record: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str:
    """Return a record, or several, as valid JSON, arrays as nested lists.

    JSON has no word for NaN and ∞: null stands for them, in every subcommand.
    """
    return json.dumps(_in_json(record), ensure_ascii=False, allow_nan=False)


def _in_json(value: Any) -> Any:
    """Return a value with lists for arrays and None for what is no finite number."""
    if isinstance(value, Mapping):
        return {key: _in_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_in_json(item) for item in value]
    if isinstance(value, np.ndarray):
        return _finite_list(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _finite_list(array: Array) -> Any:
    is_finite = np.isfinite(array)
    if is_finite.all():
        return array.tolist()
    numbers = np.array(array, dtype=object)
    numbers[~is_finite] = None
    return numbers.tolist()
