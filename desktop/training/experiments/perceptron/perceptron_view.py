"""The perceptron rule, sample by sample: the line moves, and every number of it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled
from desktop.training.experiments.choice import Choice, number_choice, step_choice
from desktop.training.experiments.experiment import (
    ExperimentView,
    StepBarState,
    bar_state,
    canvas_column,
    put_bar,
)
from desktop.training.experiments.perceptron.perceptron_panel import PerceptronPanel
from desktop.training.experiments.perceptron.perceptron_plot import PerceptronPlot
from desktop.training.experiments.perceptron.perceptron_words import arithmetic, number, verdict
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label
from engine.settings import one_of
from engine.training.analysis.perceptron_lesson import (
    TABLES,
    PerceptronLesson,
    PerceptronSetup,
)
from engine.training.analysis.run_facts import Known, Sources

_RIGHT_PX = 320
_STEPS_PER_SECOND = 2.0
# The output of a sample on the line itself, which is neither 1 nor −1.
_UNDECIDED = "–"


@dataclass(frozen=True)
class PerceptronState:
    """What a view made anew needs to show the same thing."""

    setup: PerceptronSetup
    bar: StepBarState


class PerceptronView(ExperimentView):
    """The choices at the left, the plane in the middle, the arithmetic at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = PerceptronPanel(self)
        self.plot = PerceptronPlot(self)
        self.bar = StepBar(self, steps_per_second=_STEPS_PER_SECOND)
        self.verdict = PlainLabel(self)
        self.verdict.setWordWrap(True)
        self.arithmetic = text_label(self, "plain")
        self.truth = DataTable(["x₁", "x₂", "t", self.tr("sum"), self.tr("output"), ""], self)
        self.truth.setAccessibleName(self.tr("Truth table with the perceptron’s sums"))
        # Where a lesson takes room the inputs, a digit each, give way before the sums do.
        for column in (0, 1, 2):
            self.truth.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        for column in (3, 4, 5):
            self.truth.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        self.weights = DataTable(["", "w₁", "w₂", "w₀"], self)
        self.weights.setAccessibleName(self.tr("The weights now, and the best so far"))
        self.lesson = PerceptronLesson.learn(self.panel.setup)
        self._lay_out_columns(self.panel, self._make_centre(), self._make_right())
        self.panel.setup_changed.connect(self._on_setup_changed)
        self.bar.position_changed.connect(lambda _: self._show_step())

    def begin(self) -> None:
        """Show what the first choices lead to."""
        self._on_setup_changed()

    def _make_centre(self) -> QWidget:
        centre = canvas_column((self.plot,), self)
        centre.head.addWidget(self.bar)
        centre.body.addWidget(self.plot, 1)
        centre.body.addWidget(self.verdict)
        return centre

    def _make_right(self) -> QWidget:
        right = SidePanel("right", _RIGHT_PX, self)
        for title, part in (
            (self.tr("This step"), self.arithmetic),
            (self.tr("Truth table"), self.truth),
            (self.tr("Weights"), self.weights),
        ):
            section = Section(title, right)
            section.add(part)
            right.add(section)
        return right

    @property
    def step_bar(self) -> StepBar:
        """The bar of the samples looked at."""
        return self.bar

    def facts(self) -> Sources:
        """Return what the perceptron holds at this step, and how far the rule leads."""
        lesson, step = self.lesson, self.bar.position
        record, end = lesson.records[step], lesson.records[-1]
        sums, outputs = lesson.sums(record)
        made: dict[str, Callable[[], Known]] = {
            "perceptron_data": lambda: self.panel.setup.data,
            "perceptron_rate": lambda: lesson.rate,
            "perceptron_step": lambda: float(step),
            "perceptron_epoch": lambda: float(record.epoch),
            "perceptron_w1": lambda: float(record.weights[0]),
            "perceptron_w2": lambda: float(record.weights[1]),
            "perceptron_w0": lambda: record.bias,
            "perceptron_sums": lambda: sums,
            "perceptron_outputs": lambda: outputs,
            "perceptron_right": lambda: float(record.right),
            "perceptron_best": lambda: float(record.best_right),
            "perceptron_possible": lambda: float(lesson.best_right),
            "perceptron_moved": lambda: float(record.was_wrong),
            "perceptron_converged": lambda: float(record.has_converged),
            "perceptron_cycles": lambda: float(record.is_cycling),
            "perceptron_steps": lambda: float(lesson.last),
            "perceptron_converges": lambda: float(end.has_converged),
        }
        for place in range(len(sums)):
            made[f"perceptron_sum_{place + 1}"] = partial(float, sums[place])
            made[f"perceptron_output_{place + 1}"] = partial(float, outputs[place])
        return made

    def choices(self) -> Mapping[str, Choice]:
        """Return the choices of the panel, and the step."""
        panel, act = self.panel, self.panel.setup_changed.emit

        def take_table(value: object) -> None:
            panel.table_choice.set_name(one_of(value, TABLES))
            act()

        rows = dict(zip(("w1", "w2", "w0"), panel.start_rows, strict=True))
        return {
            "data": Choice(take_table, lambda: panel.table_choice.name),
            "rate": number_choice("rate", panel.rate_row, act),
            **{name: number_choice(name, row, act) for name, row in rows.items()},
            "step": step_choice(self.bar),
        }

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return what tells of each kind of numbers."""
        return {
            "numbers": [self.arithmetic, self.truth, self.weights, self.verdict],
            "boundary": [self.plot, self.truth, self.verdict],
        }

    def snapshot(self) -> PerceptronState:
        """Return the choices and the step."""
        return PerceptronState(self.panel.setup, bar_state(self.bar))

    def restore(self, snapshot: object) -> None:
        """Show the step that another view showed."""
        if isinstance(snapshot, PerceptronState):
            self.panel.show_setup(snapshot.setup)
            self._on_setup_changed()
            put_bar(self.bar, snapshot.bar)
            self._show_step()

    def _on_setup_changed(self) -> None:
        self.bar.pause()
        self.lesson = PerceptronLesson.learn(self.panel.setup)
        self.bar.set_position(0)
        self.bar.set_range(self.lesson.last)
        self._show_step()

    def _show_step(self) -> None:
        lesson, step = self.lesson, self.bar.position
        record = lesson.records[step]
        self.plot.show_step(lesson, step)
        self.arithmetic.setText("\n".join(arithmetic(lesson, step)))
        self.verdict.setText(verdict(lesson, step))
        sums, outputs = lesson.sums(record)
        self.changed.emit()
        rows, colours = [], []
        for place, (point, target) in enumerate(zip(lesson.inputs, lesson.targets, strict=True)):
            # A sample on the line itself counts as wrong, whatever its target.
            is_right = target * sums[place] > 0
            cells = [number(float(value)) for value in (*point, target, sums[place])]
            output = number(float(outputs[place])) if outputs[place] else _UNDECIDED
            rows.append([*cells, output, "✓" if is_right else "✗"])
            colour = "success" if is_right else "error"
            colours.append([None, None, None, colour, colour, colour])
        self.truth.set_rows(rows, colours=colours)
        best = [number(float(value)) for value in record.best_weights]
        now = [*(number(float(value)) for value in record.weights), number(record.bias)]
        title = filled(self.tr("best: {0} of {1}"), record.best_right, len(lesson.targets))
        rows = [[self.tr("now"), *now], [title, *best]]
        if record.is_cycling and record.best_right < lesson.best_right:
            possible = self.tr("possible: {0} of {1}")
            text = filled(possible, lesson.best_right, len(lesson.targets))
            rows.append([text, *(number(float(value)) for value in lesson.best_line)])
        self.weights.set_rows(rows)
