"""Rows of text in columns, and long series shortened to what a person reads."""

from __future__ import annotations

from collections.abc import Sequence


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines with their cells in columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
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
