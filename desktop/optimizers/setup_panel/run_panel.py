"""The start and the number of steps, as numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_field import NumberField
from engine.races.race_setup import MOST_STEPS, RaceSetup

_FIELD_PX = 96


class RunPanel(QWidget):
    """Fields for the two coordinates of the start and for the steps.

    Signals:
        start_changed(x: float, y: float): Another start was typed.
        steps_changed(steps: int): Another number of steps was typed.
    """

    start_changed = Signal(float, float)
    steps_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[QLabel] = []
        self._start = (self._field(digits=4), self._field(digits=4))
        self._steps = NumberField(
            500, minimum=1, maximum=MOST_STEPS, step=50, integer=True, parent=self
        )
        self._add(self.tr("Start"), self._start[0])
        self._add(self.tr("Start"), self._start[1])
        self._add(self.tr("Steps"), self._steps)
        self._steps.set_explanation(self.tr("How many steps each method takes"))
        for field in self._start:
            field.set_explanation(self.tr("Where all methods begin; or click in the picture"))
            field.value_changed.connect(lambda _: self._on_start_changed())
        self._steps.value_changed.connect(lambda value: self.steps_changed.emit(int(value)))
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def start_fields(self) -> tuple[NumberField, NumberField]:
        """The fields of the start's coordinates."""
        return self._start

    @property
    def steps_field(self) -> NumberField:
        """The field of the number of steps."""
        return self._steps

    def show_setup(self, setup: RaceSetup) -> None:
        """Show a setup's start and steps."""
        for field, label, name, value in zip(
            self._start, self._labels, setup.record.variables, setup.start, strict=False
        ):
            text = filled(self.tr("Start {0}"), name)
            label.setText(text)
            field.setAccessibleName(text)
            if field.value != value:
                field.set_value(value)
        if self._steps.value != setup.steps:
            self._steps.set_value(setup.steps)

    def _field(self, digits: int) -> NumberField:
        return NumberField(0.0, minimum=-1e6, maximum=1e6, step=0.1, digits=digits, parent=self)

    def _add(self, title: str, field: NumberField) -> None:
        label = PlainLabel(title, self)
        label.setBuddy(field)
        field.setAccessibleName(title)
        row = len(self._labels)
        self._labels.append(label)
        self._grid.addWidget(label, 2 * row, 0)
        self._grid.addWidget(field, 2 * row, 1)
        self._grid.addWidget(field.problem_label, 2 * row + 1, 0, 1, 2)

    def _on_theme_changed(self) -> None:
        for field in (*self._start, self._steps):
            field.setFixedWidth(theme().px(_FIELD_PX))

    def _on_start_changed(self) -> None:
        self.start_changed.emit(self._start[0].value, self._start[1].value)
