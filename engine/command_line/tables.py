"""Rows of text in columns, and long series shortened to what a person reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
        max((len(cell) for cell in column if len(cell) <= _WIDEST), default=0)
        for column in zip(*rows, strict=True)
    ]
    return [
        "  "
        + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


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
        return full_precision(value)
    finite = value[np.isfinite(value)]
    extent = f", from {finite.min():g} to {finite.max():g}" if finite.size else ""
    return f"[{shape_text(value.shape)} numbers{extent}]"


def finite_list(array: Array) -> Any:
    """Return nested lists with None for what is no finite number: JSON has no word for it."""
    numbers = np.array(array, dtype=object)
    numbers[~np.isfinite(array)] = None
    return numbers.tolist()
