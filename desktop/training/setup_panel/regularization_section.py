"""What keeps weights small and steps short: penalties, dropout, clipping."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import translate_engine
from desktop.training.setup_panel.setup_section import SetupSection
from desktop.widgets.fields.settings_form import SettingsForm
from engine.optimizers.treatments import TREATMENTS, Treatment
from engine.training.run.run import DROPOUT, L1, L2
from engine.training.run.setup import TrainingSetup


class RegularizationSection(SetupSection):
    """Sliders for the penalties and dropout, and a switch for each treatment of the gradient."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Regularization"), parent)
        self.form = SettingsForm((L1, L2, DROPOUT), self)
        self.form.changed.connect(self._on_form_changed)
        self.add(self.form)
        self.boxes: dict[str, QCheckBox] = {}
        self.forms: dict[str, SettingsForm] = {}
        for treatment in TREATMENTS.values():
            self._add_treatment(treatment)

    def _add_treatment(self, treatment: Treatment) -> None:
        name = treatment.name
        box = QCheckBox(translate_engine(treatment.title), self)
        explain(box, box.text(), translate_engine(treatment.summary), by_tab=True)
        form = SettingsForm(treatment.settings, self)
        form.hide()
        box.toggled.connect(
            lambda is_on: self.want(
                lambda setup: setup.with_treatment(name, form.values() if is_on else None)
            )
        )
        form.changed.connect(
            lambda values: self.want(
                lambda setup: setup.with_treatment(name, cast("dict[str, float]", values)),
                "treatments",
            )
        )
        self.boxes[name], self.forms[name] = box, form
        self.add(box)
        self.add(form)

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the penalties and treatments of a setup."""
        run = setup.run
        self.form.set_values({"l1": run.l1, "l2": run.l2, "dropout": run.dropout})
        used = {item.treatment.name: item.settings for item in run.treatments}
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in used)
            self.forms[name].setVisible(name in used)
            if name in used:
                self.forms[name].set_values(used[name])

    def _on_form_changed(self, values: object) -> None:
        self.want_run(**cast("dict[str, float]", values))
