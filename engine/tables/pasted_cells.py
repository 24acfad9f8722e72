"""Numbers that were pasted or typed: rows of any length, without names."""

from __future__ import annotations

import re

_DECIMAL_COMMA = re.compile(r"[0-9],[0-9]")


def pasted_rows(text: str, *, commas_divide: bool = False) -> list[list[str]]:
    """Take apart what was pasted or typed: rows of any length, of texts without outer spaces.

    Between the cells stand tabs, semicolons, spaces or commas. A comma between two digits is the
    decimal mark where something else stands between the cells, and where it is the only one.

    Args:
        text: The text; empty lines are left out.
        commas_divide: Whether a line's only comma stands between two cells, because no row is a
            single number.

    Example:
        >>> pasted_rows("0,5 1,5"), pasted_rows("1, 2, 3")
        ([['0,5', '1,5']], [['1', '2', '3']])
        >>> pasted_rows("0,5"), pasted_rows("0,5", commas_divide=True)
        ([['0,5']], [['0', '5']])
    """
    lines = [line for line in text.splitlines() if line.strip()]
    commas_divide = commas_divide and not any(mark in text for mark in "\t;")
    return [_pasted_cells(line, commas_divide) for line in lines]


def _pasted_cells(line: str, commas_divide: bool) -> list[str]:
    for mark in "\t;":
        if mark in line:
            return [cell.strip() for cell in line.split(mark)]
    parts = line.split()
    if len(parts) > 1:
        return [cell for part in parts if (cell := part.strip(","))] or [""]
    if line.count(",") == 1 and _DECIMAL_COMMA.search(line) and not commas_divide:
        return parts
    return parts[0].split(",")
