"""How wide the columns beside a main view are, and which of them have to fold for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["left", "right"]
SIDES: tuple[Side, ...] = ("left", "right")
# The key that folds each side's column, in portable spelling.
COLUMN_KEYS: dict[Side, str] = {"left": "F4", "right": "Shift+F4"}


@dataclass(frozen=True)
class ColumnRoom:
    """What a column asks for, in pixels.

    Attributes:
        least: The width below which something in it would be cut.
        wanted: The width it has where there is room.
    """

    least: int
    wanted: int


def plan_columns(
    room: int, columns: Mapping[Side, ColumnRoom], order: Sequence[Side], least_main: int
) -> dict[Side, int]:
    """Return the widths of the columns that stand beside the main view; the others are folded.

    Columns narrow before they fold, and fold in turn before the main view gets less than it needs.

    Args:
        room: The width for the main view and all columns, in pixels.
        columns: Those that the user has not folded.
        order: The sides, the one that folds first before the other.
        least_main: The width that the main view needs.
    """
    kept = [side for side in order if side in columns]
    while kept:
        spare = room - least_main - sum(columns[side].least for side in kept)
        if spare >= 0:
            return _widths(spare, {side: columns[side] for side in kept})
        kept = kept[1:]
    return {}


def _widths(spare: int, columns: Mapping[Side, ColumnRoom]) -> dict[Side, int]:
    """Share what the main view leaves among the columns, to each as much as it wants at most."""
    lacking = {side: max(0, column.wanted - column.least) for side, column in columns.items()}
    share = min(1.0, spare / max(1, sum(lacking.values())))
    return {side: column.least + int(lacking[side] * share) for side, column in columns.items()}
