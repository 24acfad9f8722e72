"""The controls at the left: data, network, loss, optimizer, and when to stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import translate_engine
from desktop.training.choice_box import Choice, ChoiceBox
from desktop.training.layers_field import LayersField
from desktop.widgets.formula_view import FormulaView
from desktop.widgets.number_field import NumberField
from desktop.widgets.section import Section
from desktop.widgets.settings_form import SettingsForm
from desktop.widgets.side_panel import SidePanel
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.training.datasets.catalog import DATASETS
from engine.training.datasets.dataset import DataRecipe
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.initializers.initializer import Initializer
from engine.training.losses import losses_for
from engine.training.run import TrainingRun, usual_rate

_WIDTH_PX = 282
_FIELD_PX = 84
LARGEST_SEED = 999_999


class SetupPanel(SidePanel):
    """Shows a run's choices and says which one the user wants instead.

    Signals:
        run_wanted(run: TrainingRun): The user changed a choice.
        stopping_changed(stops: bool): Whether training is to stop when solved.
    """

    run_wanted = Signal(object)
    stopping_changed = Signal(bool)

    def __init__(self, run: TrainingRun, parent: QWidget) -> None:
        super().__init__("left", _WIDTH_PX, parent)
        self._run = run
        self._data_form = SettingsForm((), self)
        self._optimizer_form = SettingsForm((), self)
        self.data_box = self._box(self.tr("Data"), DATASETS.values())
        self.activation_box = self._box(
            self.tr("Activation of the hidden units"), _operations(Category.ACTIVATIONS)
        )
        self.initializer_box = self._box(self.tr("Initial weights"), INITIALIZERS.values())
        self.loss_box = self._box(self.tr("Loss"), losses_for(1))
        self.optimizer_box = self._box(self.tr("Optimizer"), OPTIMIZERS.values())
        self.layers_field = LayersField(self)
        self.seed_field = self._number(
            self.tr("Seed of the initial weights: the same seed draws the same weights"),
            self.tr("Seed of the weights"),
        )
        self.data_seed_field = self._number(
            self.tr("Seed of the points: the same seed draws the same points"),
            self.tr("Seed of the points"),
        )
        self.batch_field = self._number(
            self.tr("Samples in one step; 0 takes all of them"), self.tr("Batch size")
        )
        self._rule = FormulaView("", self, size_px=15.0)
        self._draw = FormulaView("", self, size_px=14.0)
        self.stop_box = self._make_stop_box()
        self._add_sections()
        self._connect()
        self.show_run(run)

    @property
    def optimizer_form(self) -> SettingsForm:
        """The settings of the optimizer in force."""
        return self._optimizer_form

    @property
    def data_form(self) -> SettingsForm:
        """The settings of the data set in force."""
        return self._data_form

    def _box(
        self, title: str, records: Iterable[DataRecipe | Operation | Initializer | Optimizer]
    ) -> ChoiceBox:
        choices: list[Choice] = [
            (item.name, translate_engine(item.title), translate_engine(item.summary))
            for item in records
        ]
        return ChoiceBox(title, choices, self)

    def _number(self, explanation: str, name: str) -> NumberField:
        field = NumberField(0, minimum=0, maximum=LARGEST_SEED, integer=True, parent=self)
        field.set_explanation(explanation)
        field.setAccessibleName(name)
        field.setFixedWidth(theme().px(_FIELD_PX))
        return field

    def _make_stop_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("Stop when solved"), self)
        box.setToolTip(self.tr("Pause once every prediction is within 0.1 of its target"))
        box.setAccessibleName(box.text())
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setChecked(True)
        return box

    def _add_sections(self) -> None:
        data = self._section(self.tr("Data"), self.data_box)
        self._data_row = self._row(self.tr("seed"), self.data_seed_field)
        self._batch_row = self._row(self.tr("batch size"), self.batch_field)
        self._data_section = data
        data.add(self._data_form)
        data.add(self._data_row)
        data.add(self._batch_row)
        network = self._section(self.tr("Network"), self.layers_field)
        network.add(self._boxes())
        network.add(self._draw)
        network.add(self._row(self.tr("seed"), self.seed_field))
        self._section(self.tr("Loss"), self.loss_box)
        self._optimizer_section = self._section(self.tr("Optimizer"), self.optimizer_box)
        self._optimizer_section.add(self._rule)
        self._optimizer_section.add(self._optimizer_form)
        self._section(self.tr("Running"), self.stop_box)

    def _boxes(self) -> QWidget:
        """Two short lists, each with a label, because their entries do not say what they are."""
        host = QWidget(self)
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = ((self.tr("hidden"), self.activation_box), (self.tr("start"), self.initializer_box))
        for row, (text, box) in enumerate(rows):
            label = QLabel(text, host)
            label.setBuddy(box)
            label.setToolTip(box.toolTip())
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        return host

    def _section(self, title: str, first: QWidget) -> Section:
        section = Section(title, self)
        section.add(first)
        self.add(section)
        return section

    def _row(self, text: str, field: NumberField) -> QWidget:
        host = QWidget(self)
        label = QLabel(text, host)
        label.setBuddy(field)
        label.setToolTip(field.edit.toolTip())
        layout = QGridLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(0, 1)
        layout.addWidget(label, 0, 0)
        layout.addWidget(field, 0, 1)
        layout.addWidget(field.problem_label, 1, 0, 1, 2)
        return host

    def _connect(self) -> None:
        self.data_box.chosen.connect(self._on_data_chosen)
        self.activation_box.chosen.connect(lambda name: self._want(activation=name))
        self.initializer_box.chosen.connect(lambda name: self._want(initializer=name))
        self.loss_box.chosen.connect(lambda name: self._want(loss=name))
        self.optimizer_box.chosen.connect(self._on_optimizer_chosen)
        self.layers_field.layers_changed.connect(lambda layers: self._want(layers=layers))
        self.seed_field.value_changed.connect(lambda value: self._want(seed=int(value)))
        self.data_seed_field.value_changed.connect(lambda value: self._want(data_seed=int(value)))
        self.batch_field.value_changed.connect(
            lambda value: self._want(batch_size=int(value) or None)
        )
        self.stop_box.toggled.connect(self.stopping_changed)
        theme_notifier().changed.connect(self._on_scale_changed)

    def show_run(self, run: TrainingRun) -> None:
        """Show a run's choices without emitting anything."""
        self._run = run
        self.data_box.set_name(run.data)
        self.activation_box.set_name(run.activation)
        self.initializer_box.set_name(run.initializer)
        self.loss_box.set_name(run.loss)
        self.optimizer_box.set_name(run.optimizer)
        self.layers_field.set_layers(run.layers)
        self.seed_field.set_value(run.seed)
        self.data_seed_field.set_value(run.data_seed)
        self.batch_field.set_value(run.batch_size or 0)
        self._draw.set_latex(INITIALIZERS[run.initializer].latex)
        self._rule.set_latex(run.rule.rule_latex[-1])
        self._show_data_form(run)
        self._show_optimizer_form(run)

    def set_stops_when_solved(self, stops: bool) -> None:
        """Show whether training stops when solved."""
        with QSignalBlocker(self.stop_box):
            self.stop_box.setChecked(stops)

    def _show_data_form(self, run: TrainingRun) -> None:
        recipe = run.recipe
        if self._data_form.settings != recipe.settings:
            form = SettingsForm(recipe.settings, self)
            form.changed.connect(lambda values: self._want(data_settings=values))
            self._data_form = _exchange(self._data_section, self._data_form, form)
        self._data_form.set_values(
            {item.name: run.data_settings.get(item.name, item.default) for item in recipe.settings}
        )
        for row in (self._data_form, self._data_row, self._batch_row):
            row.setVisible(not recipe.is_logic)

    def _show_optimizer_form(self, run: TrainingRun) -> None:
        if self._optimizer_form.settings != run.rule.settings:
            form = SettingsForm(run.rule.settings, self)
            form.changed.connect(lambda values: self._want(optimizer_settings=values))
            self._optimizer_form = _exchange(self._optimizer_section, self._optimizer_form, form)
        self._optimizer_form.set_values(run.optimizer_settings)

    def _on_data_chosen(self, name: str) -> None:
        if name == self._run.data:
            return
        recipe = DATASETS[name]
        rate = usual_rate(recipe, self._run.optimizer)
        settings = {**self._run.optimizer_settings, "learning_rate": rate}
        batch = None if recipe.is_logic else self._run.batch_size
        self._want(data=name, data_settings={}, optimizer_settings=settings, batch_size=batch)

    def _on_optimizer_chosen(self, name: str) -> None:
        if name != self._run.optimizer:
            self.run_wanted.emit(self._run.with_optimizer(name))

    def _want(self, **changes: object) -> None:
        self.run_wanted.emit(replace(self._run, **changes))  # type: ignore[arg-type]

    def _on_scale_changed(self) -> None:
        for field in (self.seed_field, self.data_seed_field, self.batch_field):
            field.setFixedWidth(theme().px(_FIELD_PX))


def _operations(category: Category) -> list[Operation]:
    return [item for item in OPERATIONS.values() if item.category is category]


def _exchange(section: Section, old: SettingsForm, new: SettingsForm) -> SettingsForm:
    """Put one form in the place of another.

    Not with `replaceWidget`, whose layout item goes with Python's object of it while the layout
    may still be using it.
    """
    place = section.body.indexOf(old)
    section.body.removeWidget(old)
    section.body.insertWidget(place, new)
    old.hide()
    old.deleteLater()
    return new
