"""The numbers at the right: loss and accuracy, truth table, what goes wrong, the weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from desktop.foundation.translation import error_sentence
from desktop.training.network_layout import Unit
from desktop.training.network_numbers import unit_name
from desktop.widgets.data_table import DataTable
from desktop.widgets.number_text import format_number
from desktop.widgets.section import Section
from desktop.widgets.side_panel import SidePanel
from engine.errors import EngineError
from engine.training.diagnosis import diagnose
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

_WIDTH_PX = 300
# A larger table does not fit the panel.
_MOST_COLUMNS, _MOST_ROWS = 3, 12


class ResultsPanel(SidePanel):
    """Everything about a record that is best read as a number or a sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("right", _WIDTH_PX, parent)
        self._shown_layers: tuple[int, ...] = ()
        self._weight_tables: dict[int, DataTable] = {}
        self.summary_table = DataTable(["", ""], self)
        self.summary_table.setAccessibleName(self.tr("State of the training"))
        self.truth_table = _even_table(["x₁", "x₂", self.tr("target"), "ŷ", ""], self)
        # The prediction has three decimals; what is left goes to the short columns.
        for column in range(2, 5):
            self.truth_table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        self.truth_table.setAccessibleName(self.tr("Truth table"))
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.problems = QLabel(self)
        self.problems.setWordWrap(True)
        self.problems.setProperty("kind", "warning")
        self._summary = self._section("", self.summary_table)
        self._truth = self._section(self.tr("Truth table"), self.truth_table)
        self._truth.add(self.verdict)
        self._truth.add(self.problems)
        self._weights_hint = QLabel(
            self.tr("Point at a line of the network to read the weights of the larger layers."),
            self,
        )
        self._weights_hint.setWordWrap(True)
        self._weights_hint.setProperty("kind", "muted")
        self._weights = self._section(self.tr("Weights and biases"), self._weights_hint)

    def weight_table(self, layer: int) -> DataTable:
        """Return the table of the weights into a layer, 1 for the first after the inputs."""
        return self._weight_tables[layer]

    def _section(self, title: str, first: QWidget) -> Section:
        section = Section(title, self)
        section.add(first)
        self.add(section)
        return section

    def show_record(
        self, run: TrainingRun, record: StepRecord, failure: EngineError | None = None
    ) -> None:
        """Show a network as it stands, and the error that ended its run, if one did."""
        self._summary.set_title(
            self.tr("Epoch {0}").format(format(record.epoch, ",").replace(",", "\N{THIN SPACE}"))
        )
        self._show_summary(run, record)
        self._show_truth(run, record)
        self._show_problems(run, record, failure)
        self._show_weights(run, record)

    def _show_summary(self, run: TrainingRun, record: StepRecord) -> None:
        right = round(record.accuracy * len(run.dataset))
        length = float(np.hypot.reduce(record.gradient_norms))
        rows = [
            [self.tr("step"), str(record.step)],
            [self.tr("loss"), format_number(record.loss, 4)],
            [self.tr("accuracy"), self.tr("{0} of {1}").format(right, len(run.dataset))],
            [self.tr("gradient length"), format_number(length, 3)],
            [self.tr("parameters"), str(len(record.parameters))],
        ]
        self.summary_table.set_rows(rows)

    def _show_truth(self, run: TrainingRun, record: StepRecord) -> None:
        data = run.dataset
        self._truth.set_title(
            self.tr("Truth table") if run.recipe.is_logic else self.tr("Predictions")
        )
        self.truth_table.setVisible(run.recipe.is_logic)
        is_right = record.right_of(data)
        if run.recipe.is_logic:
            rows, colours = [], []
            for inputs, target, prediction, good in zip(
                data.inputs, data.targets[:, 0], record.predictions[:, 0], is_right, strict=True
            ):
                numbers = [format_number(float(value)) for value in (*inputs, target)]
                rows.append([*numbers, f"{prediction:.3f}", "✓" if good else "✗"])
                colour = "success" if good else "error"
                colours.append([None, None, None, colour, colour])
            self.truth_table.set_rows(rows, colours=colours)
        right = int(np.count_nonzero(is_right))
        if right == len(data):
            text = self.tr("All {0} are right.").format(len(data))
        else:
            text = self.tr("{0} of {1} are right.").format(right, len(data))
        self.verdict.setText(text)

    def _show_problems(
        self, run: TrainingRun, record: StepRecord, failure: EngineError | None
    ) -> None:
        found = ((failure,) if failure is not None else ()) + diagnose(run, record)
        text = "\n\n".join(error_sentence(problem) for problem in found)
        self.problems.setText(text)
        self.problems.setVisible(bool(text))

    def _show_weights(self, run: TrainingRun, record: StepRecord) -> None:
        if run.layers != self._shown_layers:
            self._make_weight_tables(run)
        layers = run.network.unflatten(record.parameters)
        for number, table in self._weight_tables.items():
            layer = layers[number - 1]
            _, names, is_upright = _table_shape(run, number)
            cells = np.vstack([layer.weights, layer.bias])
            rows = cells if is_upright else cells.T
            table.set_rows(
                [[name, *map(_short, row)] for name, row in zip(names, rows, strict=True)]
            )

    def _make_weight_tables(self, run: TrainingRun) -> None:
        for table in self._weight_tables.values():
            self._weights.body.removeWidget(table)
            table.deleteLater()
        self._weight_tables = {}
        self._shown_layers = run.layers
        numbers = range(1, len(run.layers))
        for number in numbers:
            headers, rows, _ = _table_shape(run, number)
            if len(headers) <= _MOST_COLUMNS and len(rows) <= _MOST_ROWS:
                table = _even_table(["", *headers], self)
                table.setAccessibleName(self.tr("Weights into layer {0}").format(number))
                self._weights.add(table)
                self._weight_tables[number] = table
        self._weights_hint.setVisible(len(self._weight_tables) < len(numbers))


def _even_table(headers: list[str], parent: QWidget) -> DataTable:
    """Make a table whose columns share the width evenly."""
    table = DataTable(headers, parent)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def _table_shape(run: TrainingRun, layer: int) -> tuple[list[str], list[str], bool]:
    """Return the columns' and rows' names, and whether the sources stand in the rows.

    The longer side goes down the page, because the panel is narrow.
    """
    sources, targets = [*_unit_names(run, layer - 1), "b"], _unit_names(run, layer)
    is_upright = len(targets) < len(sources)
    return (targets, sources, True) if is_upright else (sources, targets, False)


def _unit_names(run: TrainingRun, layer: int) -> list[str]:
    return [unit_name(run.layers, Unit(layer, index)) for index in range(run.layers[layer])]


def _short(value: float) -> str:
    text = f"{value:.{2 if abs(value) < 10 else 1}f}"
    # Rounded to 0.00, a weight has no sign.
    return text.replace("-", "−" if float(text) else "")
