"""Hiding parts of a page by name, and showing them again as they were."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QWidget

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
        wanted = {name: parts[name] for name in names if name in parts}
        for name, part in list(self._hidden.items()):
            if name not in wanted:
                del self._hidden[name]
                if not _leave_out_column(part, is_left_out=False):
                    part.setVisible(True)
        for name, part in wanted.items():
            if name in self._hidden:
                continue
            if _leave_out_column(part, is_left_out=True):
                self._hidden[name] = part
            elif not part.isHidden():
                self._hidden[name] = part
                part.setVisible(False)


def _leave_out_column(part: QWidget, *, is_left_out: bool) -> bool:
    """Leave a column out, or take it in again; return False for what is none."""
    columns = part.parentWidget()
    if not isinstance(columns, Columns):
        return False
    for side in columns.sides:
        if columns.column(side) is part:
            others: frozenset[Side] = columns.left_out - {side}
            columns.leave_out(others | {side} if is_left_out else others)
            return True
    return False
