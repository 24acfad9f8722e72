"""Linear regression: the line, the cost that it goes down, and the numbers of every epoch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.translation import error_sentence, filled
from desktop.training.experiments.choice import Choice, number_choice
from desktop.training.experiments.experiment import (
    ExperimentView,
    StepBarState,
    bar_state,
    canvas_column,
    put_bar,
)
from desktop.training.experiments.number_row import NumberRow
from desktop.training.experiments.regression.cost_plot import CostPicture, CostPlot, picture_cost
from desktop.training.experiments.regression.course_fit import (
    CourseFit,
    FitPath,
    course_fits,
    follow_fit,
)
from desktop.training.experiments.regression.fit_facts import fit_facts
from desktop.training.experiments.regression.fit_tables import FitTables
from desktop.training.experiments.regression.line_plot import LinePlot
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label
from engine.settings import number_within, one_of
from engine.training.analysis.run_facts import Sources

_LEFT_PX = 268
_MOST_EPOCHS = 20_000
# What the setting of the engine admits.
_LEAST_RATE = 1e-6
_STEPS_PER_SECOND = 30.0
_FIRST = "D2"
# W₁ is typed as w1.
_PLAIN = str.maketrans("₁₂₃", "123")
_COST = r"\text{cost} = \frac{1}{n}\sum_i (\hat y_i - y_i)^2"


@dataclass(frozen=True)
class RegressionState:
    """What a view made anew needs to show the same thing."""

    fit: str
    rate: float
    epochs: float
    start: tuple[float, ...]
    bar: StepBarState


class RegressionView(ExperimentView):
    """The path is a function of the choices: each change follows it again, off this thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits = {fit.name: fit for fit in course_fits()}
        self._fit = self._fits[_FIRST]
        self.path: FitPath | None = None
        # Where the bar is to stand when the path is there; None for its start.
        self._wanted: int | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_followed)
        self._costs = BackgroundTask(self)
        self._costs.done.connect(self._on_cost_pictured)
        for task in (self._task, self._costs):
            task.refused.connect(self._on_refused)
        self.fit_box = ChoiceBox(
            self.tr("Example of the course"),
            [(fit.name, fit.title, fit.title) for fit in self._fits.values()],
            self,
        )
        self.fit_box.set_name(_FIRST)
        self.rate_row = NumberRow(
            self.tr("learning rate"),
            self.tr("How far each update goes; too large a rate diverges"),
            self._fit.rate, self, minimum=_LEAST_RATE, maximum=10.0, logarithmic=True,
        )  # fmt: skip
        self.epochs_row = NumberRow(
            self.tr("epochs"), self.tr("How many updates to make"),
            self._fit.epochs, self, minimum=1, maximum=_MOST_EPOCHS, integer=True,
        )  # fmt: skip
        self.start_rows: dict[str, NumberRow] = {}
        self.bar = StepBar(self, steps_per_second=_STEPS_PER_SECOND)
        self.bar.set_wording(self._wording)
        self.line_plot = LinePlot(self)
        self.cost_plot = CostPlot(self)
        self.note = text_label(self, "muted")
        self.problem = text_label(self, "warning")
        self.tables = FitTables(self)
        self._lay_out_columns(self._make_left(), self._make_centre(), self.tables)
        self._connect()
        self._take_fit(self._fit)

    def _make_left(self) -> QWidget:
        left = SidePanel("left", _LEFT_PX, self)
        example = Section(self.tr("Example"), left)
        example.add(self.fit_box)
        example.add(FormulaView(_COST, left, size_px=15.0))
        training = Section(self.tr("Gradient descent"), left)
        training.add(self.rate_row)
        training.add(self.epochs_row)
        self._start_section = Section(self.tr("First weights"), left)
        again = QPushButton(self.tr("As in the course"), left)
        tip = self.tr("Take the example’s own rate, epochs and first weights again")
        explain(again, again.text(), tip)
        again.clicked.connect(lambda: self._take_fit(self._fit))
        for section in (example, training, self._start_section):
            left.add(section)
        left.add(again)
        return left

    def _make_centre(self) -> QWidget:
        centre = canvas_column((self.line_plot, self.cost_plot), self)
        pictures = QHBoxLayout()
        pictures.setSpacing(14)
        pictures.addWidget(self.line_plot, 1)
        pictures.addWidget(self.cost_plot, 1)
        centre.head.addWidget(self.bar)
        centre.body.addLayout(pictures, 1)
        centre.body.addWidget(self.note)
        centre.body.addWidget(self.problem)
        return centre

    def _connect(self) -> None:
        self.fit_box.chosen.connect(lambda name: self._take_fit(self._fits[name]))
        self.rate_row.value_changed.connect(lambda _: self._follow())
        self.epochs_row.value_changed.connect(lambda _: self._follow())
        self.bar.position_changed.connect(lambda _: self._show_step())
        self.tables.step_chosen.connect(self._on_step_chosen)
        self.cost_plot.start_set.connect(self._on_start_set)

    @property
    def step_bar(self) -> StepBar:
        """The bar of the updates made."""
        return self.bar

    def facts(self) -> Sources:
        """Return the fit's numbers at the step shown, and how it ends."""
        return fit_facts(self._fit, self.path, self.bar.position, self.rate_row.value)

    def choices(self) -> Mapping[str, Choice]:
        """Return the choices at the left, the weights to begin with, and the update shown."""
        rows = {name.translate(_PLAIN).lower(): row for name, row in self.start_rows.items()}
        most = self.epochs_row.value + 1
        return {
            "fit": Choice(self._take_named, lambda: self._fit.name),
            "rate": number_choice("rate", self.rate_row, self._follow),
            "epochs": number_choice("epochs", self.epochs_row, self._follow),
            **{name: number_choice(name, row, self._follow) for name, row in rows.items()},
            "step": Choice(
                lambda value: self._go_to(int(number_within("step", value, 0, most))),
                lambda: self.bar.position,
                is_place=True,
            ),
        }

    def choose(self, chosen: Mapping[str, object]) -> None:
        """Choose the example first: it has first weights of its own."""
        if "fit" in chosen:
            self._take_named(chosen["fit"])
        super().choose({name: value for name, value in chosen.items() if name != "fit"})

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return what tells of each kind of numbers."""
        tables = [self.tables.equation, self.tables.samples, self.tables.sum_label]
        return {
            "loss": [self.cost_plot, self.tables.epochs, *tables[1:]],
            "curves": [self.cost_plot, self.tables.epochs],
            "numbers": [self.cost_plot, self.tables.epochs, *tables],
            "boundary": [self.line_plot, *tables],
        }

    def come_to(self, place: int) -> None:
        """Show an epoch again as soon as its update is made."""
        self._go_to(place)

    def _take_named(self, value: object) -> None:
        name = one_of(value, self._fits)
        self.fit_box.set_name(name)
        self._take_fit(self._fits[name])

    def _go_to(self, step: int) -> None:
        if self._task.is_running:
            # The updates up to there are still to be made.
            self._wanted = step
        else:
            self._on_step_chosen(step)

    def snapshot(self) -> RegressionState:
        """Return the choices and the step."""
        start = tuple(row.value for row in self.start_rows.values())
        return RegressionState(
            self._fit.name, self.rate_row.value, self.epochs_row.value, start, bar_state(self.bar)
        )

    def restore(self, snapshot: object) -> None:
        """Show the step that another view showed."""
        if not isinstance(snapshot, RegressionState):
            return
        self.fit_box.set_name(snapshot.fit)
        self._take_fit(self._fits[snapshot.fit])
        self.rate_row.set_value(snapshot.rate)
        self.epochs_row.set_value(snapshot.epochs)
        for row, value in zip(self.start_rows.values(), snapshot.start, strict=True):
            row.set_value(value)
        put_bar(self.bar, snapshot.bar)
        self._wanted = snapshot.bar.position
        self._follow(keeps_place=True)

    def _take_fit(self, fit: CourseFit) -> None:
        self._fit = fit
        self.rate_row.set_value(fit.rate)
        self.epochs_row.set_value(fit.epochs)
        for row in self.start_rows.values():
            self._start_section.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.start_rows = {}
        for name, value in zip(fit.names, fit.start, strict=True):
            row = NumberRow(name, self.tr("The number to begin with"), value, self._start_section)
            row.value_changed.connect(lambda _: self._follow())
            self._start_section.add(row)
            self.start_rows[name] = row
        self.cost_plot.show_fit(fit)
        self._follow()

    def _follow(self, *, keeps_place: bool = False) -> None:
        self.bar.pause()
        if not keeps_place:
            self._wanted = None
        run = self._fit.run(self.rate_row.value)
        start = np.array([row.value for row in self.start_rows.values()])
        epochs = int(self.epochs_row.value)
        self._task.submit(partial(follow_fit, run, start, epochs))

    def _on_followed(self, made: FitPath) -> None:
        self.path = made
        self.problem.setText("" if made.error is None else error_sentence(made.error))
        self.problem.setVisible(made.error is not None)
        self.bar.set_position(min(self._wanted or 0, made.last))
        self.bar.set_range(made.last)
        if self._wanted is not None:
            self.bar.set_position(self._wanted)
        self.tables.show_fit(self._fit, made)
        self._show_step()
        self._costs.submit(partial(picture_cost, self._fit, made))

    def _on_refused(self, sentence: str) -> None:
        # Weights so large that they have no cost, say; what was shown before stays.
        self.problem.setText(sentence)
        self.problem.setVisible(True)

    def _on_cost_pictured(self, picture: CostPicture) -> None:
        self.cost_plot.show_picture(picture)
        if picture.shares is None:
            text = self.tr(
                "The star is the lowest cost there is. Drag the dark dot to begin there."
            )
        else:
            first, second = (f"{100 * share:.2g}" for share in picture.shares)
            text = filled(
                self.tr(
                    "The plane of the path’s principal directions: {0} % and {1} % of its spread."
                ),
                first,
                second,
            )
        self.note.setText(text)

    def _show_step(self) -> None:
        self.changed.emit()
        if self.path is None:
            return
        step = min(self.bar.position, self.path.last)
        self.line_plot.show_step(self.path, step)
        self.cost_plot.show_step(step)
        self.tables.show_step(self._fit, self.path, step)

    def _on_step_chosen(self, step: int) -> None:
        self.bar.pause()
        self.bar.set_position(step)
        self._show_step()

    def _on_start_set(self, weight: float, bias: float) -> None:
        for row, value in zip(self.start_rows.values(), (weight, bias), strict=True):
            row.set_value(float(f"{value:.3g}"))
        self._follow()

    def _wording(self, position: int, last: int) -> str:
        if position == 0:
            return self.tr("the start")
        return filled(self.tr("after epoch {0}"), position - 1)
