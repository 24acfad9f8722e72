"""The settings of the chosen method, and the switch that gives all methods one rate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.settings_form import SettingsForm
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.races.race_setup import RaceSetup

_COURSE = "course"


class MethodPanel(QWidget):
    """A form made from the method's settings.

    Signals:
        settings_changed(method: str, values: dict): The user changed a setting.
        tuned_wanted(method: str): Asks for the settings stored for this surface.
        variant_wanted(method: str, variant: str): The rule is to be written another way.
        sharing_changed(shared: bool): All methods are to race with one rate, or with their own.
    """

    settings_changed = Signal(str, object)
    tuned_wanted = Signal(str)
    variant_wanted = Signal(str, str)
    sharing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = ""
        self._forms: dict[tuple[str, str], SettingsForm] = {}
        self._variant = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._tuned = QPushButton(self.tr("Good settings for this surface"), self)
        tip = self.tr("Give this method the settings that were found to suit it on this surface")
        explain(self._tuned, self._tuned.text(), tip, by_tab=True)
        self._tuned.clicked.connect(lambda: self.tuned_wanted.emit(self._method))
        self._shared = QCheckBox(self.tr("Same rate for all"), self)
        tip = self.tr("Race all methods with this learning rate. It misleads: each needs its own.")
        explain(self._shared, self._shared.text(), tip, by_tab=True)
        self._shared.toggled.connect(self.sharing_changed)
        self._variants = ChoiceBox(self.tr("How the rule is written"), (), self)
        self._variants.chosen.connect(
            lambda name: self.variant_wanted.emit(self._method, "" if name == _COURSE else name)
        )
        self._layout.addWidget(self._variants)
        self._layout.addWidget(self._shared)
        self._layout.addWidget(self._tuned)

    @property
    def form(self) -> SettingsForm:
        """The form of the chosen method."""
        return self._forms[self._method, self._variant]

    @property
    def sharing_box(self) -> QCheckBox:
        """The switch for one rate for all."""
        return self._shared

    @property
    def variant_box(self) -> ChoiceBox:
        """The choice between the course's way of writing the rule and the frameworks'."""
        return self._variants

    @property
    def tuned_button(self) -> QPushButton:
        """The button that brings the stored settings back."""
        return self._tuned

    def show_setup(self, method: str, setup: RaceSetup) -> None:
        """Show the settings of a method in a setup."""
        optimizer = setup.optimizer(method)
        if (method, optimizer.variant) != (self._method, self._variant):
            self._show_form(method, optimizer)
        values = setup.settings_of(method)
        if values != self.form.values():
            self.form.set_values(values)
        self._shared.blockSignals(True)
        self._shared.setChecked(setup.shared_rate is not None)
        self._shared.blockSignals(False)
        tuned = setup.with_tuned(method)
        self._tuned.setEnabled(tuned.settings_of(method) != values)

    def _show_form(self, method: str, optimizer: Optimizer) -> None:
        key = (method, optimizer.variant)
        if key not in self._forms:
            form = SettingsForm(optimizer.settings, self)
            form.changed.connect(lambda values: self.settings_changed.emit(method, values))
            self._forms[key] = form
            self._layout.insertWidget(0, form)
        self._method, self._variant = key
        for known, form in self._forms.items():
            form.setVisible(known == key)
        self._variants.set_choices(self._ways(OPTIMIZERS[method]))
        self._variants.set_name(optimizer.variant or _COURSE)
        self._variants.setVisible(bool(OPTIMIZERS[method].variants))

    def _ways(self, optimizer: Optimizer) -> list[Choice]:
        course = (
            _COURSE,
            self.tr("Written as in the course"),
            translate_engine(optimizer.convention),
        )
        others = [
            (
                variant.name,
                filled(self.tr("Written as in {0}"), translate_engine(variant.title)),
                translate_engine(variant.summary),
            )
            for variant in optimizer.variants
        ]
        return [course, *others]
