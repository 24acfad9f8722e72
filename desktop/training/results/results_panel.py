"""The numbers at the right: loss and accuracy, truth table, what goes wrong, the weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, filled
from desktop.training.network.selection import Sample, Selection
from desktop.training.results.arithmetic_card import ArithmeticCard
from desktop.training.results.confusion import confusion_counts, confusion_rows, misses_text
from desktop.training.results.confusion_view import ConfusionView
from desktop.training.results.loss_card import LossCard
from desktop.training.results.remedy_offer import RemedyOffer
from desktop.training.results.truth import truth_rows, verdict_text
from desktop.training.results.weight_table import WeightTable
from desktop.training.results.weights_list import WeightsList
from desktop.widgets.fields.number_text import format_number, format_whole
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.veil import Veil
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.analysis.decision_boundary import predict
from engine.training.analysis.diagnosis import diagnose
from engine.training.analysis.fit import training_fits
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.titles import target_titles
from engine.training.network.scores import right_predictions, score
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_WIDTH_PX = 300
# What frame, margins and scroll bar take of it.
_BESIDE_PX = 40
_NARROWEST_PX = 24
# Names of more classes, and names that are too long for it, are not written above their columns
# but upwards.
_FEW = 6


class ResultsPanel(SidePanel):
    """Everything about a record that is best read as a number or a sentence."""

    def __init__(self, parent: QWidget, selection: Selection | None = None) -> None:
        super().__init__("right", _WIDTH_PX, parent)
        self.selection = Selection(self) if selection is None else selection
        self._run: TrainingRun | None = None
        self._shown: tuple[TrainingRun, TrainingStep, EngineError | None] | None = None
        self._veil: Veil | None = None
        self.summary_table = DataTable(["", ""], self)
        self.summary_table.setAccessibleName(self.tr("State of the training"))
        self.truth_table = _even_table(["x₁", "x₂", self.tr("target"), "ŷ", ""], self)
        # The prediction has three decimals; what is left goes to the short columns.
        for column in range(2, 5):
            self.truth_table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        # A click leaves the keys to the page, where → steps.
        tip = self.tr("Click on a row to send it through the network")
        explain(self.truth_table, self.tr("Truth table"), tip, by_tab=True)
        self.truth_table.clicked.connect(lambda index: self._on_row_chosen(index.row()))
        self.truth_table.row_selected.connect(self._on_row_chosen)
        self.confusion_tables: dict[bool, DataTable] = {}
        self.confusion_views: dict[bool, ConfusionView] = {}
        self.verdict = PlainLabel(self)
        self.verdict.setWordWrap(True)
        self.problems = PlainLabel(self)
        self.problems.setWordWrap(True)
        self.problems.setProperty("kind", "warning")
        self.remedy = RemedyOffer(self)
        self._summary = self._section("", self.summary_table)
        self.loss = LossCard(self)
        self.loss_section = self._section(self.tr("Loss, term by term"), self.loss)
        self.loss_section.set_expanded(False)
        self.truth_section = self._section(self.tr("Truth table"), self.truth_table)
        self.truth_section.add(self.verdict)
        self._trouble = QWidget(self)
        trouble = QVBoxLayout(self._trouble)
        trouble.setContentsMargins(0, 0, 0, 0)
        trouble.addWidget(self.problems)
        trouble.addWidget(self.remedy)
        self.truth_section.add(self._trouble)
        self.arithmetic = ArithmeticCard(self.selection, self)
        self.arithmetic_section = self._section(self.tr("Arithmetic"), self.arithmetic)
        self.weights = WeightsList(self)
        self.weights_section = self._section(self.tr("Weights and biases"), self.weights)
        self.selection.sample_changed.connect(lambda _: self._on_sample_changed())

    def follow_veil(self, veil: Veil) -> None:
        """Keep to itself what a veil hides."""
        self._veil = veil
        for section, kinds in (
            (self._summary, ("numbers",)),
            (self.loss_section, ("numbers", "loss", "boundary")),
            (self.truth_section, ("numbers", "boundary")),
            (self.arithmetic_section, ("numbers", "boundary")),
            (self.weights_section, ("numbers",)),
        ):
            veil.cover(section, *kinds)
        # What goes wrong is told with the loss.
        veil.cover(self._trouble, "loss", "numbers", "boundary")
        veil.changed.connect(self._on_veil_changed)

    def _on_veil_changed(self) -> None:
        if self._shown is not None:
            self.show_record(*self._shown)

    def weight_table(self, layer: int) -> WeightTable:
        """Return the table of the weights into a layer, 1 for the first after the inputs."""
        return self.weights.table(layer)

    def _section(self, title: str, first: QWidget) -> Section:
        section = Section(title, self)
        section.add(first)
        self.add(section)
        return section

    def show_record(
        self,
        run: TrainingRun,
        record: TrainingStep,
        failure: EngineError | None = None,
        *,
        is_playing: bool = False,
    ) -> None:
        """Show a network as it stands, and the error that ended its run, if one did."""
        self._run, self._shown = run, (run, record, failure)
        self._summary.set_title(
            filled(self.tr("Epoch {0}"), format(record.epoch, ",").replace(",", "\N{THIN SPACE}"))
        )
        tests = None if run.test_dataset is None else _test_predictions(run, record)
        self._show_summary(run, record, tests)
        self._show_truth(run, record)
        self._show_confusion(run, record, tests)
        self._show_problems(run, record, failure, is_playing)
        self.loss.show_record(run, record, is_playing=is_playing)
        self.arithmetic.show_record(run, record, is_playing=is_playing)
        self.weights.show_record(run, record)

    def _show_summary(self, run: TrainingRun, record: TrainingStep, tests: Array | None) -> None:
        length = float(np.hypot.reduce(record.gradient_norms))
        rows = [
            [self.tr("step"), str(record.step)],
            [self._loss_title(run), Figure(format_number(record.loss, 4), record.loss)],
        ]
        test = run.test_dataset
        if test is not None:
            loss = score(run.network, record.parameters, test).loss
            rows.append([self._test_loss_title(run), Figure(format_number(loss, 4), loss)])
        if not run.dataset.is_regression:
            right = round(record.accuracy * len(run.dataset))
            text = filled(self.tr("{0} of {1}"), right, len(run.dataset))
            rows.append([self.tr("accuracy"), text])
            if test is not None and tests is not None:
                right = int(np.count_nonzero(right_predictions(tests, test.targets)))
                text = filled(self.tr("{0} of {1}"), right, len(test))
                rows.append([self.tr("test accuracy"), text])
        else:
            fits = training_fits(run, record)
            # Several targets have units of their own, of which no error is the largest.
            for fit in fits if len(fits) == 1 else ():
                largest = fit.largest_miss
                rows.append([self.tr("largest error"), Figure(format_whole(largest), largest)])
        rows += [
            [self.tr("gradient length"), Figure(format_number(length, 3), length)],
            [self.tr("parameters"), str(len(record.parameters))],
        ]
        hidden = self._hidden_rows()
        self.summary_table.set_rows([row for row in rows if row[0] not in hidden])

    def _loss_title(self, run: TrainingRun) -> str:
        """Return what the loss is called: of standardized targets it has no unit of theirs."""
        return self.tr("standardized loss") if run.dataset.target_scales else self.tr("loss")

    def _test_loss_title(self, run: TrainingRun) -> str:
        is_scaled = bool(run.dataset.target_scales)
        return self.tr("standardized test loss") if is_scaled else self.tr("test loss")

    def _hidden_rows(self) -> set[str]:
        """Return the names of what a veil hides in the summary."""
        hidden: set[str] = set()
        if self._veil is not None and self._veil.hides("loss"):
            hidden |= {self.tr("loss"), self.tr("standardized loss"), self.tr("test loss")}
            hidden |= {self.tr("largest error"), self.tr("standardized test loss")}
        if self._veil is not None and self._veil.hides("boundary"):
            hidden |= {self.tr("accuracy"), self.tr("test accuracy"), self.tr("largest error")}
        return hidden

    def _show_truth(self, run: TrainingRun, record: TrainingStep) -> None:
        data = run.dataset
        self.truth_section.set_title(
            self.tr("Truth table") if run.recipe.is_logic else self.tr("Predictions")
        )
        self.truth_table.setVisible(run.recipe.is_logic)
        if data.is_regression:
            fits = training_fits(run, record)
            self.verdict.setText(misses_text(fits, target_titles(data)))
            return
        if run.recipe.is_logic:
            rows, colours = truth_rows(record.predictions, run.original_dataset)
            self.truth_table.set_rows(rows, colours=colours)
            self._mark_row()
        self.verdict.setText(verdict_text(record.predictions, data))

    def _show_confusion(self, run: TrainingRun, record: TrainingStep, tests: Array | None) -> None:
        """Count the classes taken for one another, unless every sample has a row of its own."""
        shown: dict[bool, tuple[Array, Dataset]] = {}
        if not run.recipe.is_logic and not run.dataset.is_regression:
            shown[False] = record.predictions, run.dataset
            if tests is not None and run.test_dataset is not None:
                shown[True] = tests, run.test_dataset
        for is_test in (False, True):
            count = len(shown[is_test][1].class_names) if is_test in shown else 0
            is_many = is_test in shown and max(count, shown[is_test][1].targets.shape[1]) > _FEW
            if is_test in shown and not is_many:
                is_many = not self._show_few(*shown[is_test], is_test=is_test)
            if is_test in self.confusion_tables:
                self.confusion_tables[is_test].setVisible(is_test in shown and not is_many)
            if is_test in self.confusion_views:
                self.confusion_views[is_test].setVisible(is_many)
            if is_many:
                self._confusion_view(is_test).show_counts(*confusion_counts(*shown[is_test]))

    def _show_few(self, predictions: Array, data: Dataset, *, is_test: bool) -> bool:
        """Fill in the matrix of a few classes; tell whether their names have room."""
        headers, rows, colours = confusion_rows(predictions, data, is_test=is_test)
        table = self._confusion_table(is_test, headers)
        # What is undecided is a longer word than the classes beside it.
        has_ties = len(headers) > len(rows) + 1
        mode = QHeaderView.ResizeMode
        last = mode.ResizeToContents if has_ties else mode.Stretch
        table.horizontalHeader().setSectionResizeMode(len(headers) - 1, last)
        table.set_rows(rows, colours=colours)
        widest = max(
            table.horizontalHeader().sectionSizeHint(column) for column in range(1, 1 + len(rows))
        )
        return (1 + len(rows)) * widest <= theme().px(_WIDTH_PX - _BESIDE_PX)

    def _confusion_view(self, is_test: bool) -> ConfusionView:
        if is_test not in self.confusion_views:
            name = self.tr("Confusion matrix of the test data") if is_test else ""
            corner = self.tr("test data") if is_test else self.tr("training data")
            view = ConfusionView(name or self.tr("Confusion matrix"), corner, self)
            self.truth_section.body.insertWidget(2 if is_test else 1, view)
            self.confusion_views[is_test] = view
        return self.confusion_views[is_test]

    def _confusion_table(self, is_test: bool, headers: Sequence[str]) -> DataTable:
        table = self.confusion_tables.get(is_test)
        if table is not None and table.model().columnCount() == len(headers):
            table.set_headers(headers)
            return table
        if table is not None:
            self.truth_section.body.removeWidget(table)
            table.hide()
            table.deleteLater()
        table = _even_table(list(headers), self)
        name = self.tr("Confusion matrix of the test data") if is_test else ""
        tip = self.tr("How often each class was taken for which")
        explain(table, name or self.tr("Confusion matrix"), tip)
        self.truth_section.body.insertWidget(2 if is_test else 1, table)
        self.confusion_tables[is_test] = table
        return table

    def _mark_row(self) -> None:
        """Select the chosen sample's row."""
        sample = self.selection.sample
        row = -1 if sample is None or sample.is_test else sample.row
        model = self.truth_table.selectionModel()
        with QSignalBlocker(model):
            if row < 0:
                self.truth_table.clearSelection()
            else:
                self.truth_table.selectRow(row)
        self.truth_table.viewport().update()

    def _on_row_chosen(self, row: int) -> None:
        self.selection.set_sample(Sample(row))

    def _on_sample_changed(self) -> None:
        if self._run is not None and self._run.recipe.is_logic:
            self._mark_row()

    def _show_problems(
        self, run: TrainingRun, record: TrainingStep, failure: EngineError | None, is_playing: bool
    ) -> None:
        found = diagnose(run, record, failure)
        text = "\n\n".join(error_sentence(problem) for problem in found)
        self.problems.setText(text)
        self.problems.setVisible(bool(text))
        codes = frozenset(problem.code for problem in found)
        self.remedy.show_problems(run, record, codes, is_playing=is_playing)


def _test_predictions(run: TrainingRun, record: TrainingStep) -> Array:
    assert run.test_dataset is not None
    return predict(run.network, record.parameters, run.test_dataset.inputs)


def _even_table(headers: list[str], parent: QWidget) -> DataTable:
    """Make a table whose columns share the width evenly, but for a name's before them."""
    table = DataTable(headers, parent)
    header = table.horizontalHeader()
    # A number that needs a digit more takes it from its neighbours.
    header.setMinimumSectionSize(_NARROWEST_PX)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    if not headers[0]:
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    return table
