"""Reverse, forward and numerical gradients side by side: passes, counted operations, the winner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.costs.costs import Mode, ModeCost

_SHOWN = (Mode.REVERSE, Mode.FORWARD, Mode.NUMERICAL)


class CostTable(QWidget):
    """A column for each mode, and below a sentence on which is the cheapest here and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = DataTable(
            ["", self.tr("Reverse"), self.tr("Forward"), self.tr("Numeric")], self
        )
        tip = self.tr(
            "What each mode needs for the gradients of all inputs: → is a pass forward through "
            "the graph, ← one backward; multiplications ×, additions + and other functions "
            "such as exp are counted over all passes"
        )
        explain(self._table, self.tr("Passes and operations of each mode"), tip)
        self._sentence = text_label(self, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._table)
        column.addWidget(self._sentence)

    @property
    def rows(self) -> list[list[str]]:
        """The table's texts."""
        return self._table.rows

    @property
    def sentence(self) -> str:
        """Which mode is cheaper here, and why."""
        return self._sentence.text()

    def show_costs(self, costs: Sequence[ModeCost], results: int) -> None:
        """Show what each mode costs; nothing for a graph that cannot be computed.

        Args:
            costs: A row for each mode.
            results: How many elements the result has.
        """
        by_mode = {cost.mode: cost for cost in costs}
        shown = [by_mode[mode] for mode in _SHOWN if mode in by_mode]
        self._table.set_rows(self._rows(shown))
        self._table.setVisible(len(shown) == len(_SHOWN))
        self._sentence.setText(self._compare(by_mode, results))

    def _rows(self, costs: Sequence[ModeCost]) -> list[list[str]]:
        if len(costs) < len(_SHOWN):
            return []
        counts = [cost.values + cost.derivatives for cost in costs]
        return [
            [self.tr("passes"), *map(_passes, costs)],
            ["×", *(str(count.multiplications) for count in counts)],
            ["+", *(str(count.additions) for count in counts)],
            [self.tr("other"), *(str(count.others) for count in counts)],
        ]

    def _compare(self, costs: dict[Mode, ModeCost], results: int) -> str:
        if not costs:
            return self.tr("There is nothing to compare while the result is not computed.")
        reverse, forward = costs[Mode.REVERSE], costs[Mode.FORWARD]
        inputs = forward.passes
        if not inputs:
            return self.tr("The result depends on no input, so there is no gradient to compute.")
        checked = filled(
            self.tr(
                "The numerical check computes the whole graph {0} times and is approximate at that."
            ),
            costs[Mode.NUMERICAL].passes,
        )
        return f"{self._winner(reverse, forward, inputs, results)} {checked}"

    def _winner(self, reverse: ModeCost, forward: ModeCost, inputs: int, results: int) -> str:
        if reverse.total < forward.total:
            if inputs == 1:
                text = self.tr(
                    "Reverse mode is cheaper here ({0} against {1} operations), though both need "
                    "one pass for the only input."
                )
                return filled(text, reverse.total, forward.total)
            text = self.tr(
                "Reverse mode is cheaper here ({0} against {1} operations): one result and {2} "
                "input numbers, so that one backward pass answers what takes forward mode {2} "
                "passes."
            )
            return filled(text, reverse.total, forward.total, inputs)
        if reverse.total == forward.total:
            text = self.tr(
                "Both cost the same here ({0} operations). With more inputs forward mode needs "
                "more passes, reverse mode still one."
            )
            return filled(text, reverse.total)
        if results > 1:
            text = self.tr(
                "Forward mode is cheaper here ({0} against {1} operations): one input number, and "
                "its one pass reaches all {2} results."
            )
            return filled(text, forward.total, reverse.total, results)
        text = self.tr(
            "Forward mode is cheaper here ({0} against {1} operations): for {2} input numbers its "
            "passes leave out what the input does not reach."
        )
        return filled(text, forward.total, reverse.total, inputs)


def mode_title(mode: Mode) -> str:
    """Return a mode's title in the language of the interface."""
    translate = QCoreApplication.translate
    return {
        Mode.REVERSE: translate("CostTable", "Reverse"),
        Mode.FORWARD: translate("CostTable", "Forward"),
        Mode.NUMERICAL: translate("CostTable", "Numerical"),
        Mode.PATHS: translate("CostTable", "Paths"),
    }[mode]


def _passes(cost: ModeCost) -> str:
    if cost.mode is Mode.REVERSE:
        return f"1 → {cost.passes} ←" if cost.passes else "1 →"
    return f"{cost.passes} →"
