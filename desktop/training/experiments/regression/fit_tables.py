"""The numbers of a fit: the error of each sample, and the epochs as the course prints them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled
from desktop.training.experiments.regression.course_fit import CourseFit, FitPath
from desktop.widgets.fields.number_text import format_result
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label

_WIDTH_PX = 424
_DIGITS = 4
# From here on two decimals are enough, and from there on none are.
_LARGE, _HUGE = 1e3, 1e9


class FitTables(SidePanel):
    """What stands at the right of a fit.

    Signals:
        step_chosen(step: int): A row of the epochs was chosen: so many updates are made there.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("right", _WIDTH_PX, parent)
        self._steps: list[int] = []
        self.equation = text_label(self, "value")
        self.samples = DataTable(["x", "y", "ŷ", "ŷ − y", "(ŷ − y)²"], self)
        self.samples.setAccessibleName(self.tr("Error of each sample"))
        _stretch(self.samples)
        self.sum_label = text_label(self, "plain")
        self.epochs = DataTable([self.tr("epoch"), "W", "b", self.tr("cost")], self)
        tip = self.tr(
            "The weights after each epoch’s update, and the cost before it. Choose a row to go "
            "there; Ctrl+C copies the table."
        )
        explain(self.epochs, self.tr("Weights and cost by epoch"), tip)
        self.epochs.row_selected.connect(lambda row: self.step_chosen.emit(self._steps[row]))
        now = Section(self.tr("Now"), self)
        for part in (self.equation, self.samples, self.sum_label):
            now.add(part)
        table = Section(self.tr("Epochs"), self)
        table.add(self.epochs)
        self.add(now)
        self.add(table)

    def show_fit(self, fit: CourseFit, path: FitPath) -> None:
        """Write the table of epochs of another path."""
        weights, costs = fit.decimals
        headers = [self.tr("epoch"), *fit.names, self.tr("cost")]
        rows = []
        self._steps = []
        for epoch in range(0, path.last, fit.rows_every):
            numbers = [_fixed(value, weights) for value in path.parameters[epoch + 1]]
            rows.append([str(epoch), *numbers, _fixed(path.costs[epoch], costs)])
            self._steps.append(epoch + 1)
        self.epochs.set_rows([])
        self.epochs.set_headers(headers)
        self.epochs.set_rows(rows)
        _stretch(self.epochs)

    def show_step(self, fit: CourseFit, path: FitPath, step: int) -> None:
        """Write the present line and its errors."""
        data = path.run.dataset
        inputs, targets = data.inputs, data.targets[:, 0]
        predictions = path.predictions(step)
        with np.errstate(all="ignore"):
            errors = predictions - targets
            squares = errors**2
            total = float(squares.sum())
        self.equation.setText(_equation(fit, [float(value) for value in path.parameters[step]]))
        self.samples.set_rows(
            [
                [", ".join(_short(v) for v in point), *(_short(v) for v in numbers)]
                for point, *numbers in zip(
                    inputs, targets, predictions, errors, squares, strict=True
                )
            ]
        )
        text = self.tr("sum {0}, mean {1}: the cost")
        self.sum_label.setText(filled(text, _short(total), _short(total / len(targets))))


def _stretch(table: DataTable) -> None:
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _short(value: float) -> str:
    return Figure(format_result(float(value), _DIGITS), value)


def _fixed(value: float, decimals: int) -> str:
    if abs(value) >= _LARGE:
        decimals = 2
    text = f"{value:.{decimals}f}" if abs(value) < _HUGE else f"{value:.3e}"
    return Figure(text.replace("-", "−"), value)


def _equation(fit: CourseFit, parameters: list[float]) -> str:
    *weights, bias = parameters
    names = ("x",) if len(weights) == 1 else ("x₁", "x₂", "x₃")
    terms = [f"{_short(value)}·{name}" for value, name in zip(weights, names, strict=True)] + [
        _short(bias)
    ]
    return "ŷ = " + " + ".join(terms).replace("+ −", "− ")
