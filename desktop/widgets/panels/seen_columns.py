"""The columns that are seen on a page, and the actions that fold and show them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.foundation.page_action import page_action
from desktop.widgets.panels.column_plan import COLUMN_KEYS, SIDES, Side


class FoldingColumns(Protocol):
    """What a page asks of the columns that are seen on it; see `Columns`."""

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have a column."""
        ...

    def toggle(self, side: Side) -> None:
        """Fold a column, or show it."""

    def set_alone(self, is_alone: bool) -> None:
        """Show what is between the columns alone."""


class SeenColumns(QObject):
    """Knows the columns of a page that are seen now, if any."""

    def __init__(self, page: QObject) -> None:
        super().__init__(page)
        self._page = page
        self._columns: FoldingColumns | None = None
        self._actions: dict[Side, QAction] = {}

    def actions(self) -> list[QAction]:
        """Return the actions, the same ones every time; they can be used while columns are seen."""
        if not self._actions:
            texts = {
                "left": (
                    self.tr("Left column"),
                    self.tr("Fold the column at the left, or show it again"),
                ),
                "right": (
                    self.tr("Right column"),
                    self.tr("Fold the column at the right, or show it again"),
                ),
            }
            for side in SIDES:
                action = page_action(self._page, *texts[side], key=COLUMN_KEYS[side])
                action.triggered.connect(lambda _=False, side=side: self._toggle(side))
                self._actions[side] = action
            self._offer()
        return list(self._actions.values())

    def show(self, columns: FoldingColumns, *, is_alone: bool) -> None:
        """Take note of the columns that are seen from now on."""
        self._columns = columns
        columns.set_alone(is_alone)
        self._offer()

    def hide(self, columns: FoldingColumns) -> None:
        """Take note that columns are seen no longer."""
        if self._columns is columns:
            self._columns = None
            self._offer()

    def set_alone(self, is_alone: bool) -> None:
        """Show what is between the columns alone."""
        if self._columns is not None:
            self._columns.set_alone(is_alone)

    def _toggle(self, side: Side) -> None:
        if self._columns is not None:
            self._columns.toggle(side)

    def _offer(self) -> None:
        sides = () if self._columns is None else self._columns.sides
        for side, action in self._actions.items():
            action.setEnabled(side in sides)
