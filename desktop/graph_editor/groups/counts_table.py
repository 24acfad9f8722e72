"""The inspector's table of what grouping saves: gates and operations, as drawn and in full."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.graph_editor.groups.group_counter import GroupCounter, GroupCounts
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.section import Section


class CountsTable(Section):
    """Four rows of counts; hidden while the graph has no group."""

    def __init__(self, counter: GroupCounter, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CountsTable", "Groups"), parent)
        self._counter = counter
        self._table = DataTable(["", self.tr("as drawn"), self.tr("in full")], self)
        tip = self.tr("Gates, and what one forward and one backward pass compute, in scalars")
        explain(self._table, self.tr("What grouping saves"), tip)
        self.add(self._table)
        counter.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def rows(self) -> list[list[str]]:
        """The table as shown."""
        return self._table.rows

    def _on_changed(self) -> None:
        counts = self._counter.counts
        self.setVisible(counts is not None)
        if counts is not None:
            self._table.set_rows(self._rows(counts))

    def _rows(self, counts: GroupCounts) -> list[list[str]]:
        drawn, full = counts.drawn, counts.full
        rows = [[self.tr("gates"), str(drawn.gates), str(full.gates)]]
        if drawn.operations is None or full.operations is None:
            return rows
        entries = (
            (self.tr("multiplications"), drawn.operations.multiplications,
             full.operations.multiplications),
            (self.tr("additions"), drawn.operations.additions, full.operations.additions),
            (self.tr("functions"), drawn.operations.others, full.operations.others),
        )  # fmt: skip
        return rows + [[title, str(one), str(other)] for title, one, other in entries]
