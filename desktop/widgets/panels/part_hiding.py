"""Hiding parts of a page by name, and showing them again as they were."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns


class PartHiding:
    """Knows which parts it has hidden: what was not seen before is not shown by it."""

    def __init__(self) -> None:
        self._hidden: dict[str, QWidget] = {}

    def show_without(self, parts: Mapping[str, QWidget], names: Collection[str]) -> None:
        """Hide the parts of these names, and show again what was hidden before.

        A column gives its room, and its handle, to what stands beside it.

        Args:
            parts: All parts by name.
            names: Those to hide; unknown ones are ignored.
        """
        self.show_again(parts, names)
        wanted = {name: parts[name] for name in names if name in parts}
        columns: dict[Columns, frozenset[Side]] = {}
        for name, part in wanted.items():
            if (place := _column_place(part)) is not None:
                self._hidden[name] = part
                column, side = place
                columns[column] = columns.get(column, column.left_out) | {side}
            elif not part.isHidden():
                self._hidden[name] = part
                part.setVisible(False)
        _leave_out(columns)

    def show_again(self, parts: Mapping[str, QWidget], names: Collection[str]) -> None:
        """Show again what was hidden before and is none of these, and hide nothing.

        Args:
            parts: All parts by name.
            names: Those that stay hidden if they are.
        """
        columns: dict[Columns, frozenset[Side]] = {}
        for name, part in list(self._hidden.items()):
            if name in names and parts.get(name) is part:
                continue
            del self._hidden[name]
            if not isValid(part):
                continue
            if (place := _column_place(part)) is not None:
                column, side = place
                columns[column] = columns.get(column, column.left_out) - {side}
            else:
                part.setVisible(True)
        _leave_out(columns)


def _leave_out(columns: Mapping[Columns, frozenset[Side]]) -> None:
    """Lay out once where several columns come or go."""
    for column, sides in columns.items():
        column.leave_out(sides)


def _column_place(part: QWidget) -> tuple[Columns, Side] | None:
    """Return between which columns a part stands, and at which side; None for what is no column."""
    columns = part.parentWidget()
    if not isinstance(columns, Columns):
        return None
    for side in columns.sides:
        if columns.column(side) is part:
            return columns, side
    return None
