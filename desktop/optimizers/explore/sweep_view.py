"""Learning-rate sweeps: every method that races, with many rates, and where each diverges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.optimizers.explore.explore_view import ExploreView
from desktop.optimizers.explore.sweep_plot import SweepPlot
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.panels.text_label import text_label
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.sweep import (
    USUAL_RATES,
    RateOutcome,
    SweepCurve,
    SweepProgress,
    rates_between,
    sweep,
)
from engine.races.preparation import value_at
from engine.races.race_setup import LEARNING_RATE, RaceSetup
from engine.surfaces.function import SurfaceFunction

_FIELD_PX = 66
_MOST_COUNT = 121


@dataclass(frozen=True)
class SweepResult:
    """How far it is, and the curves known so far."""

    done: int
    total: int
    setup: RaceSetup
    begun: float
    curves: tuple[SweepCurve, ...] = ()


class SweepView(ExploreView[SweepResult]):
    """Fields for the rates to try, the plot, and a sentence on the best rate of each method.

    Signals:
        rate_chosen(method: str, rate: float): A method is to race with this rate.
    """

    rate_chosen = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        again = QCoreApplication.translate("SweepView", "Try all learning rates again")
        super().__init__(again, parent)
        rate = next(s for s in OPTIMIZERS["sgd"].settings if s.name == LEARNING_RATE)
        self.lowest_field = self._field(USUAL_RATES[0], rate.minimum, rate.maximum)
        self.highest_field = self._field(USUAL_RATES[1], rate.minimum, rate.maximum)
        self.count_field = NumberField(
            USUAL_RATES[2], minimum=2, maximum=_MOST_COUNT, step=10, integer=True, parent=self
        )
        self.plot = SweepPlot(self)
        self.problem_label = text_label(self, "error")
        self.problem_label.hide()
        self._lay_out()
        self._connect()

    @property
    def problem(self) -> str:
        """The sentence that says why nothing can be tried, or ''."""
        return self.problem_label.text()

    def _field(self, value: float, minimum: float, maximum: float) -> NumberField:
        return NumberField(
            value, minimum=minimum, maximum=maximum, logarithmic=True, digits=3, parent=self
        )

    def _lay_out(self) -> None:
        top = FlowLayout(spacing=8)
        for words, tip, field in (
            (self.tr("rates from"), self.tr("The lowest learning rate to try"), self.lowest_field),
            (self.tr("to"), self.tr("The highest learning rate to try"), self.highest_field),
            (self.tr("how many"), self.tr("How many learning rates to try"), self.count_field),
        ):
            label = PlainLabel(words, self)
            label.setBuddy(field)
            field.set_explanation(tip)
            field.setAccessibleName(tip)
            pair = QWidget(self)
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.addWidget(label)
            beside.addWidget(field)
            top.addWidget(pair)
        top.addWidget(self.row)
        column = MainColumn((self.plot.canvas,), self)
        column.head.addLayout(top)
        for field in self._fields:
            column.head.addWidget(field.problem_label)
        column.head.addWidget(self.problem_label)
        column.body.addWidget(self.plot, 1)
        column.body.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    @property
    def _fields(self) -> tuple[NumberField, ...]:
        return (self.lowest_field, self.highest_field, self.count_field)

    def _connect(self) -> None:
        for field in self._fields:
            field.value_changed.connect(lambda _: self._compute_if_new())
        self.plot.rate_chosen.connect(self.rate_chosen)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _look(self) -> None:
        super()._look()
        self._show_rates()

    def _clear(self) -> None:
        self.plot.clear()

    def _key(self, setup: RaceSetup) -> tuple[object, ...]:
        # The methods' own rates are no part of it.
        runs = [replace(run, settings={**run.settings, LEARNING_RATE: 1.0}) for run in setup.runs()]
        numbers = tuple(field.value for field in self._fields)
        return (setup.surface, setup.start, setup.steps, setup.goal, runs, numbers)

    def _submit(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        lowest, highest = self.lowest_field.value, self.highest_field.value
        if lowest >= highest:
            self._complain(self.tr("The rates must reach from a smaller to a larger number."))
            return
        if not setup.racing:
            self._task.cancel()
            self._complain(self.tr("No method takes part: check the box of one to try its rates."))
            return
        self._complain("")
        rates = rates_between(lowest, highest, int(self.count_field.value))
        self._task.submit(lambda: _records(setup, function, rates))

    def _complain(self, sentence: str) -> None:
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _on_cancel(self) -> None:
        self._task.cancel()
        self.note.setText(self.tr("Given up; the curves hold what was known until then."))

    def _on_progressed(self, record: SweepResult) -> None:
        if self._setup is None or record.setup.surface != self._setup.surface:
            return
        self.row.show_progress(record.done, record.total)
        self._result = record
        if record.curves:
            self.plot.show_curves(record.curves, record.begun)
            self._show_rates()

    def _on_finished(self, record: SweepResult) -> None:
        parts = []
        for curve in record.curves:
            title, best = translate_engine(curve.run.optimizer.title), curve.best
            limit = curve.limit
            if best is not None:
                text = self._best_text(title, best)
                if limit is not None:
                    rate = str(limit.details["rate"])
                    text = filled(self.tr("{0}, diverges from {1}"), text, rate)
                parts.append(text)
            elif limit is not None:
                parts.append(error_sentence(limit))
        self.note.setText(" · ".join(parts))

    def _best_text(self, title: str, best: RateOutcome) -> str:
        rate = format_number(best.rate, 2)
        if best.steps is None:
            return filled(self.tr("{0}: best {1}, short of the goal"), title, rate)
        return filled(self.tr("{0}: best {1}, steps to the goal: {2}"), title, rate, best.steps)

    def _show_rates(self) -> None:
        if self._setup is not None:
            setup = self._setup
            self.plot.show_rates(
                {method: setup.settings_of(method)[LEARNING_RATE] for method in setup.racing}
            )

    def _on_theme_changed(self) -> None:
        for field in self._fields:
            field.setFixedWidth(theme().px(_FIELD_PX))


def _records(
    setup: RaceSetup, function: SurfaceFunction, rates: list[float]
) -> Iterator[SweepResult]:
    begun = value_at(function, setup.start)
    yield SweepResult(0, 1, setup, begun)
    record: SweepProgress
    for record in sweep(function, setup.runs(), rates, setup.start, setup.steps, setup.goal):
        yield SweepResult(record.done, record.total, setup, begun, record.curves)
