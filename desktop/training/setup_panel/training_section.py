"""How the network learns: the loss, the update rule with its settings, and its schedule."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled, translate_engine
from desktop.training.setup_panel.setup_section import SetupSection, choice_of
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.formulas.formula_view import FormulaView
from engine.operations.catalog import OPERATIONS
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.training.network.losses import Reduction, loss_formula, losses_for, reduction_of
from engine.training.run.setup import TrainingSetup

_CONSTANT = "constant"


class TrainingSection(SetupSection):
    """Everything here acts from the next step on, without a new start."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Training"), parent)
        self.loss_box = ChoiceBox(self.tr("Loss"), (), self)
        self.loss_view = FormulaView("", self, size_px=13.0)
        self.loss_label = PlainLabel(self)
        self.loss_label.setProperty("kind", "muted")
        self.loss_label.setWordWrap(True)
        self.optimizer_box = self.box(self.tr("Optimizer"), OPTIMIZERS.values())
        self.variant_box = ChoiceBox(self.tr("Which framework's way of writing the rule"), (), self)
        self._rule = FormulaView("", self, size_px=15.0)
        self.form = SettingsForm((), self)
        self.schedule_box = self.box(self.tr("Schedule of the learning rate"), SCHEDULES.values())
        self._rate = FormulaView("", self, size_px=13.0)
        self.schedule_form = SettingsForm((), self)
        self.rate_label = PlainLabel(self)
        self.rate_label.setProperty("kind", "muted")
        self.rate_label.setToolTip(self.tr("The learning rate of the next step, by the schedule"))
        self.add(self.labelled(((self.tr("loss"), self.loss_box),)))
        self.add(self.loss_view)
        self.add(self.loss_label)
        self.add(self.labelled(((self.tr("rule"), self.optimizer_box),)))
        self._variant_row = self.labelled(((self.tr("as in"), self.variant_box),))
        self.add(self._variant_row)
        self.add(self._rule)
        self.add(self.form)
        self.add(self.labelled(((self.tr("schedule"), self.schedule_box),)))
        self.add(self._rate)
        self.add(self.schedule_form)
        self.add(self.rate_label)
        self.loss_box.chosen.connect(lambda name: self.want_run(loss=name))
        self.optimizer_box.chosen.connect(
            lambda name: self.want(
                lambda setup: setup if setup.run.optimizer == name else setup.with_optimizer(name)
            )
        )
        self.variant_box.chosen.connect(
            lambda name: self.want(lambda setup: setup.with_variant(name))
        )
        self.schedule_box.chosen.connect(
            lambda name: self.want(lambda setup: setup.with_schedule(name))
        )

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the loss, the rule and the schedule of a setup."""
        run = setup.run
        self._show_losses(setup)
        self.optimizer_box.set_name(run.optimizer)
        self._show_variants(setup)
        self._rule.set_latex(run.rule.rule_latex[-1])
        self.form = self.exchange(self.form, run.rule.settings, self._on_settings_changed)
        self.form.set_values(run.optimizer_settings)
        scheduled = run.schedules[0] if run.schedules else None
        schedule = SCHEDULES[_CONSTANT] if scheduled is None else scheduled.schedule
        self.schedule_box.set_name(schedule.name)
        self._rate.set_latex("" if scheduled is None else schedule.rate_latex)
        self._rate.setVisible(scheduled is not None)
        self.schedule_form = self.exchange(
            self.schedule_form, schedule.settings, self._on_schedule_changed
        )
        self.schedule_form.setVisible(bool(schedule.settings))
        if scheduled is not None:
            self.schedule_form.set_values(scheduled.settings)
        self.rate_label.setVisible(scheduled is not None)

    def show_rate(self, rate: float) -> None:
        """Say what the schedule makes of the rate at present."""
        self.rate_label.setText(filled(self.tr("now {0}"), f"η = {format_number(rate, 3)}"))

    def _show_losses(self, setup: TrainingSetup) -> None:
        data = setup.run.dataset
        records = losses_for(data.targets.shape[1], is_regression=data.is_regression)
        names = [self.loss_box.itemData(place) for place in range(self.loss_box.count())]
        if names != [record.name for record in records]:
            _fill(self.loss_box, [choice_of(record) for record in records])
        self.loss_box.set_name(setup.run.loss)
        loss = OPERATIONS[setup.run.loss]
        self.loss_view.set_latex(loss_formula(loss))
        words = {
            Reduction.SUM: self.tr("a sum over all samples"),
            Reduction.MEAN_OF_SAMPLES: self.tr("a mean over the samples"),
            Reduction.MEAN_OF_NUMBERS: self.tr("a mean over all outputs of all samples"),
        }
        self.loss_label.setText(words[reduction_of(loss)])

    def _show_variants(self, setup: TrainingSetup) -> None:
        record = OPTIMIZERS[setup.run.optimizer]
        names = [self.variant_box.itemData(place) for place in range(self.variant_box.count())]
        if names != ["", *(item.name for item in record.variants)]:
            own = ("", self.tr("the course"), translate_engine(record.convention))
            _fill(self.variant_box, [own, *(choice_of(item) for item in record.variants)])
        self.variant_box.set_name(setup.run.variant)
        self._variant_row.setVisible(bool(record.variants))

    def _on_settings_changed(self, values: object) -> None:
        self.want_run(optimizer_settings=cast("dict[str, float]", values))

    def _on_schedule_changed(self, values: object) -> None:
        settings = cast("dict[str, float]", values)
        name = self.schedule_box.name
        self.want(lambda setup: setup.with_schedule(name, settings), "schedules")


def _fill(box: ChoiceBox, choices: list[tuple[str, str, str]]) -> None:
    """Offer other choices."""
    with QSignalBlocker(box):
        box.clear()
        for name, text, summary in choices:
            box.addItem(text, name)
            box.setItemData(box.count() - 1, plain(summary), Qt.ItemDataRole.ToolTipRole)
