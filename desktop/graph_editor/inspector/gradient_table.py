"""The gradient check: every input's gradient found in two ways, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import error_sentence, filled
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from engine.autodiff.checks.element_check import group_remarks
from engine.autodiff.checks.gradient_check import Checking, GradientCheck, gradient_check_steps
from engine.autodiff.passes.evaluation import Evaluation
from engine.explanation.symbols import subscript
from engine.formula.values import format_number
from engine.graph.model import NodeId

_DIGITS = 4
# What has a power of ten takes as much room with these.
_TINY_DIGITS = 2
_LARGEST_PLAIN = 1e5
_MOST_ELEMENTS = 6
_MOST_REMARKS = 4
_MOST_NAMES = 6
# Passes times gates: below this a check takes less than a frame and needs no thread.
_TINY = 400
# Central differences with h = 1e-5 agree to about 1e-9; a wrong rule is off by far more.
_SUSPICIOUS = 1e-4


@dataclass(frozen=True)
class _Checked:
    """A whole check, and of what."""

    evaluation: Evaluation
    checks: tuple[GradientCheck, ...]


class GradientTable(QWidget):
    """A table of input, analytic and numeric gradient and relative error.

    Signals:
        node_chosen(node: NodeId): A row was chosen; its input.
        checked: Another check is shown.
    """

    node_chosen = Signal(object)
    checked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = BackgroundTask(self)
        self._evaluation: Evaluation | None = None
        self._nodes: list[NodeId] = []
        self._reasons: list[str] = []
        self._largest_error: float | None = None
        self._table = DataTable(
            [self.tr("input"), self.tr("analytic"), self.tr("numeric"), self.tr("error")],
            self,
            keeps_names=True,
        )
        tip = self.tr(
            "The gradient by the chain rule beside (f(x+h) − f(x−h)) / 2h, and the relative "
            "error; h is 0.00001 unless it is chosen or another fits better"
        )
        explain(self._table, self.tr("Gradient check"), tip)
        self._state = PlainLabel(self)
        self._state.setProperty("kind", "muted")
        self._state.setWordWrap(True)
        self._state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # At the top: a table that grows by its scroll bar while it is given its place would stay
        # where the lower one stood in the middle.
        column.addWidget(self._table, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._state)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._table.row_selected.connect(lambda row: self.node_chosen.emit(self._nodes[row]))

    @property
    def rows(self) -> list[list[str]]:
        """The table's texts."""
        return self._table.rows

    @property
    def state(self) -> str:
        """The sentence below the table, or an empty text."""
        return "" if self._state.isHidden() else self._state.text()

    @property
    def reasons(self) -> list[str]:
        """Why gradients differ though none is wrong, such as a kink: a sentence for each."""
        return list(self._reasons)

    @property
    def largest_error(self) -> float | None:
        """The largest relative error of all that was checked; None while nothing was."""
        return self._largest_error

    @property
    def has_something(self) -> bool:
        """Whether there is a table or a sentence to show."""
        return bool(self._table.rows) or not self._state.isHidden()

    def check(self, evaluation: Evaluation, step: float | None = None) -> None:
        """Check a graph's gradients; a large graph's are computed beside the interface.

        Args:
            evaluation: The graph and its gradients.
            step: The h of the central difference; None for the usual one, or one that fits.
        """
        self._evaluation = evaluation
        target, plan = evaluation.target, evaluation.plan
        if target is None or target not in evaluation.gradients.nodes:
            self._show(())
            return
        if not np.isfinite(evaluation.values[target]).all():
            self._show(())
            self._state.setText(self.tr("There is nothing to compare: the result is not finite."))
            self._state.show()
            return
        gradients = evaluation.gradients.nodes
        passes = 2 * sum(plan.sources[node].size for node in plan.sources)
        if passes * len(plan.instructions) <= _TINY:
            steps = gradient_check_steps(plan, target, gradients, step)
            self._show([record for record in steps if isinstance(record, GradientCheck)])
            return

        def make() -> Iterator[Checking | _Checked]:
            found: list[GradientCheck] = []
            for record in gradient_check_steps(plan, target, gradients, step):
                if isinstance(record, GradientCheck):
                    found.append(record)
                else:
                    yield record
            yield _Checked(evaluation, tuple(found))

        self._state.setText(self.tr("Computing the numeric gradients …"))
        self._state.setVisible(True)
        self._task.submit(make)

    def _on_done(self, checked: object) -> None:
        # Another graph may have been checked at once meanwhile.
        if isinstance(checked, _Checked) and checked.evaluation is self._evaluation:
            self._show(checked.checks)

    def _on_refused(self, sentence: str) -> None:
        self._show(())
        self._state.setText(sentence)
        self._state.show()

    def _show(self, checks: Sequence[GradientCheck]) -> None:
        rows: list[list[str]] = []
        colors: list[list[str | None]] = []
        self._nodes = []
        reached = self._evaluation.gradients.nodes if self._evaluation is not None else {}
        for check in checks:
            # What the result does not depend on has no gradient, which is not the number 0.
            if check.node not in reached:
                continue
            for row, error in self._rows_of(check):
                rows.append([*row, _error_text(error)])
                self._nodes.append(check.node)
                is_off = not error <= _SUSPICIOUS
                colors.append([None, "gradient", None, "warning" if is_off else None])
        self._table.set_rows(rows, colours=colors)
        self._table.setVisible(bool(rows))
        shown = [check for check in checks if check.node in reached]
        self._largest_error = max((check.relative_error for check in shown), default=None)
        remarks = self._remarks(shown)
        self._reasons = [text for text, settles in remarks if settles]
        sentences = [text for text, _ in remarks] + self._sample(shown)
        self._state.setText("\n".join(sentences))
        self._state.setVisible(bool(sentences))
        self.checked.emit()

    def _remarks(self, checks: Sequence[GradientCheck]) -> list[tuple[str, bool]]:
        """Return what is to be said of single elements, and whether it says why they differ."""
        named = (
            (self._element(check, remark.place), remark)
            for check in checks
            for remark in check.remarks
        )
        return [
            (f"{_listed(names)}: {error_sentence(remark.cause)}", remark.settles)
            for names, remark in group_remarks(named)[:_MOST_REMARKS]
        ]

    def _element(self, check: GradientCheck, place: int) -> str:
        index = np.unravel_index(place, check.analytic.shape)
        return self._name(check.node) + subscript(tuple(int(part) for part in index))

    def _sample(self, checks: Sequence[GradientCheck]) -> list[str]:
        """Say how many elements were checked, where that is not all of them."""
        checked = sum(check.places.size for check in checks)
        elements = 0
        if self._evaluation is not None:
            plan, reached = self._evaluation.plan, self._evaluation.gradients.nodes
            elements = sum(value.size for node, value in plan.sources.items() if node in reached)
        if not checks or checked == elements:
            return []
        text = self.tr(
            "A sample: {0} of {1} elements were checked, the smallest and largest gradients "
            "and others spread evenly."
        )
        return [filled(text, f"{checked:,}", f"{elements:,}")]

    def _rows_of(self, check: GradientCheck) -> list[tuple[list[str], float]]:
        """Return a row and its error for each element, or one for the largest of many."""
        name = self._name(check.node)
        if check.analytic.size > _MOST_ELEMENTS:
            place = np.unravel_index(np.argmax(np.abs(check.analytic)), check.analytic.shape)
            places = [tuple(int(index) for index in place)]
            errors = [check.relative_error]
        else:
            places = [
                tuple(int(index) for index in np.unravel_index(place, check.analytic.shape))
                for place in check.places
            ]
            errors = [check.error_at(index) for index in places]
        return [
            (
                [
                    name + subscript(index),
                    self._number(check.analytic[index]),
                    self._difference(check, index, error),
                ],
                error,
            )
            for index, error in zip(places, errors, strict=True)
        ]

    def _difference(self, check: GradientCheck, index: tuple[int, ...], error: float) -> str:
        """Return the numeric gradient; what rounding alone left beside an exact 0 is 0."""
        number = check.numeric[index]
        if check.analytic[index] == 0 and error <= np.finfo(float).eps:
            # All that was measured stands in the tooltip.
            return Figure(_number(0.0), number)
        return self._number(number)

    def _number(self, number: float) -> str:
        return self.tr("undefined") if np.isnan(number) else _number(float(number))

    def _name(self, node: NodeId) -> str:
        assert self._evaluation is not None
        return self._evaluation.plan.graph.nodes[node].name


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:_MOST_NAMES], "…"] if len(names) > _MOST_NAMES else names)


def _error_text(error: float) -> str:
    if not np.isfinite(error):
        return "—"
    text = f"{error:.0e}".replace("e-0", "e-").replace("e+00", "")
    return text.replace("-", "\N{MINUS SIGN}")


def _number(number: float) -> Figure:
    """Return both columns' numbers with as many decimals, so that they can be compared."""
    # Adding 0 turns a −0 that a product left into 0.
    number = float(number) + 0.0
    if number == 0 or 10.0**-_DIGITS <= abs(number) < _LARGEST_PLAIN:
        # Five digits in all, so that large numbers need no more room than small ones.
        decimals = _DIGITS - max(0, len(str(int(abs(number)))) - 1)
        return Figure(f"{number:.{decimals}f}".replace("-", "\N{MINUS SIGN}"), number)
    return Figure(format_number(float(number), _TINY_DIGITS), number)
