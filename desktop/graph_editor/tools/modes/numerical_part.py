"""The numerical check: h on a slider, each input's error, and the error of every h as a curve."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.inspector.gradient_table import GradientTable
from desktop.graph_editor.tools.modes.step_plot import StepPlot
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.checks.element_check import DEFAULT_STEP
from engine.autodiff.checks.gradient_check import Checking
from engine.autodiff.checks.step_study import (
    LARGEST_STEP,
    SMALLEST_STEP,
    ErrorSource,
    StepError,
    best_step,
    study_portions,
)
from engine.autodiff.passes.evaluation import Evaluation
from engine.settings import Setting

STEP = "step"
# What is as near as that has nothing to gain from another h.
_PERFECT = 1e-12


class NumericalPart(QWidget):
    """Compares central differences with the chain rule, for one h in full and for all as a curve.

    Signals:
        node_chosen(node: NodeId): A row of the table was chosen.
    """

    node_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._study: tuple[StepError, ...] = ()
        self._task = BackgroundTask(self)
        self._form = SettingsForm((_step_setting(),), self)
        self._table = GradientTable(self)
        self._sentence = text_label(self, "")
        self._plot = StepPlot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._form, self._table, self._sentence, self._plot):
            column.addWidget(part)
        self._form.changed.connect(self._on_step_changed)
        self._task.done.connect(self._on_studied)
        self._table.node_chosen.connect(self.node_chosen)
        self._table.checked.connect(self._say)

    @property
    def form(self) -> SettingsForm:
        """The slider and the field of h."""
        return self._form

    @property
    def table(self) -> GradientTable:
        """Each input's gradient, numerical and by the chain rule."""
        return self._table

    @property
    def plot(self) -> StepPlot:
        """The error against h."""
        return self._plot

    @property
    def sentence(self) -> str:
        """What outweighs at this h, and which h is best."""
        return self._sentence.text()

    @property
    def step(self) -> float:
        """The present h."""
        return self._form.values()[STEP]

    def set_step(self, step: float) -> None:
        """Choose another h."""
        self._form.set_values({STEP: step})
        self._show_step()

    def ask(self, evaluation: Evaluation) -> None:
        """Check another graph, or the same with other numbers."""
        self._evaluation = evaluation
        self._show_step()
        plan, target = evaluation.plan, evaluation.target
        if target is None or target not in evaluation.gradients.nodes:
            self._on_studied(())
            return

        values, gradients = evaluation.values, evaluation.gradients.nodes

        def make() -> Iterator[Checking | tuple[StepError, ...]]:
            found: list[StepError] = []
            for record in study_portions(plan, target, values, gradients):
                if isinstance(record, StepError):
                    found.append(record)
                else:
                    yield record
            yield tuple(found)

        self._task.submit(make)

    def _on_step_changed(self, _values: object) -> None:
        self._show_step()

    def _show_step(self) -> None:
        if self._evaluation is not None:
            self._table.check(self._evaluation, self.step)
        self._plot.mark(self.step)
        self._say()

    def _on_studied(self, study: object) -> None:
        self._study = study if isinstance(study, tuple) else ()
        self._plot.show_study(self._study, self.step)
        self._say()

    def _say(self) -> None:
        if not self._study:
            self._sentence.setText("")
            return
        if self._table.reasons:
            # What is said of h would be beside the point: no h mends a kink.
            self._sentence.setText("")
            return
        here = min(self._study, key=lambda item: abs(math.log(item.step / self.step)))
        best = best_step(self._study)
        if not math.isfinite(best.error):
            self._sentence.setText(self.tr("No h gives a number to compare for every input."))
            return
        if here.source is ErrorSource.TRUNCATION:
            cause = self.tr(
                "Truncation outweighs: h is so large that the curve bends between x − h and "
                "x + h. A smaller h is better."
            )
        elif here.step >= best.step or here.error <= _PERFECT:
            cause = self.tr("This h is about as good as any: what is left is round-off.")
        else:
            cause = self.tr(
                "Round-off outweighs: h is so small that both values are nearly equal, and their "
                "difference keeps few correct digits. A larger h is better."
            )
        advice = self.tr("The smallest error of the curve, {0}, is at h = {1}.")
        numbers = (format_number(best.error, 1), format_number(best.step, 1))
        sentences = [cause, filled(advice, *numbers)]
        if best.checked < best.elements:
            sample = self.tr("The curve is of a sample: {0} of {1} elements.")
            sentences.append(filled(sample, f"{best.checked:,}", f"{best.elements:,}"))
        self._sentence.setText(" ".join(sentences))


def _step_setting() -> Setting:
    # The form translates what it is given; the texts are asked for by name so that they are found.
    return Setting(
        name=STEP,
        title=translate_engine("Step h"),
        symbol="h",
        default=DEFAULT_STEP,
        minimum=SMALLEST_STEP,
        maximum=LARGEST_STEP,
        summary=translate_engine("How far x is moved to both sides: (f(x + h) − f(x − h)) / 2h"),
        logarithmic=True,
    )
