"""What holds for all methods of a race: schedules of the rate, treatments of the gradient."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.text_label import text_label
from engine.optimizers.schedules import SCHEDULES, Schedule
from engine.optimizers.treatments import TREATMENTS, Treatment
from engine.settings import complete

Values = Mapping[str, float]
_FORMULA_PX = 14.0


class _Condition(QWidget):
    """A check box; checked, the formula and the settings stand below it."""

    changed = Signal()

    def __init__(self, record: Schedule | Treatment, parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        latex = record.rate_latex if isinstance(record, Schedule) else record.rule_latex
        self.box = QCheckBox(translate_engine(record.title), self)
        explain(self.box, self.box.text(), translate_engine(record.summary), by_tab=True)
        self._latex = latex
        self._formula: FormulaView | None = None
        self._form: SettingsForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.box)
        self.box.toggled.connect(self._on_toggled)

    @property
    def form(self) -> SettingsForm:
        """Its settings; made when first needed, because most conditions are never wanted."""
        if self._form is None:
            self._form = SettingsForm(self._record.settings, self)
            self._form.hide()
            self._form.changed.connect(lambda _: self.changed.emit())
            self._layout.addWidget(self._form)
            self._form.follow_in_tab_order(self.box)
        return self._form

    @property
    def values(self) -> Values | None:
        """The settings, or None where it is not wanted."""
        return self.form.values() if self.box.isChecked() else None

    def show_values(self, values: Values | None) -> None:
        """Show whether it is wanted, and its settings, without telling anybody."""
        with QSignalBlocker(self.box):
            self.box.setChecked(values is not None)
        if values is not None and dict(values) != self.form.values():
            self.form.set_values(complete(self._record.settings, values))
        self._show_details()

    def _show_details(self) -> None:
        is_wanted = self.box.isChecked()
        if is_wanted and self._formula is None:
            # Made when first needed, because drawing a formula takes longer than a frame.
            self._formula = FormulaView(self._latex, self, size_px=_FORMULA_PX)
            self._formula.setToolTip(plain(translate_engine(self._record.summary)))
            self._layout.insertWidget(1, self._formula)
        if self._formula is not None:
            self._formula.setVisible(is_wanted)
        if is_wanted or self._form is not None:
            self.form.setVisible(is_wanted)

    def _on_toggled(self) -> None:
        self._show_details()
        self.changed.emit()


class ConditionsPanel(QWidget):
    """Check boxes for schedules and treatments, each with its settings.

    Signals:
        changed(schedules: dict, treatments: dict): Other conditions are wanted; each name with
            its settings.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        rate = text_label(self, "muted")
        rate.setText(self.tr("Schedules of the learning rate; several at once multiply."))
        layout.addWidget(rate)
        self._schedules = self._add(
            layout, {name: item for name, item in SCHEDULES.items() if item.settings}
        )
        gradient = text_label(self, "muted")
        gradient.setText(self.tr("Done to every gradient or point, in this order."))
        layout.addWidget(gradient)
        self._treatments = self._add(layout, TREATMENTS)

    def condition(self, name: str) -> _Condition:
        """Return the part of a schedule or a treatment."""
        return {**self._schedules, **self._treatments}[name]

    def show_conditions(
        self, schedules: Mapping[str, Values], treatments: Mapping[str, Values]
    ) -> None:
        """Show what a race runs under, without telling anybody."""
        for parts, wanted in ((self._schedules, schedules), (self._treatments, treatments)):
            for name, part in parts.items():
                part.show_values(wanted.get(name))

    def _add(
        self, layout: QVBoxLayout, records: Mapping[str, Schedule] | Mapping[str, Treatment]
    ) -> dict[str, _Condition]:
        parts = {}
        for name, record in records.items():
            part = _Condition(record, self)
            part.changed.connect(self._on_changed)
            layout.addWidget(part)
            parts[name] = part
        return parts

    def _on_changed(self) -> None:
        self.changed.emit(_wanted(self._schedules), _wanted(self._treatments))


def _wanted(parts: Mapping[str, _Condition]) -> dict[str, Values]:
    return {name: part.values for name, part in parts.items() if part.values is not None}
