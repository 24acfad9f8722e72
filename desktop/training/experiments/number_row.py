"""A number with its name, a field and, where its range is short, a slider."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.quiet_slider import QuietSlider

_FIELD_PX = 84


class NumberRow(QWidget):
    """A labelled field, over a slider through all whole numbers where one is asked for.

    Signals:
        value_changed(value: float): The user chose another number.
    """

    value_changed = Signal(float)

    def __init__(
        self,
        title: str,
        explanation: str,
        value: float,
        parent: QWidget,
        *,
        minimum: float = -math.inf,
        maximum: float = math.inf,
        integer: bool = False,
        logarithmic: bool = False,
        has_slider: bool = False,
    ) -> None:
        super().__init__(parent)
        label = PlainLabel(title, self)
        label.setWordWrap(True)
        explain(label, None, explanation)
        self.field = NumberField(
            value,
            minimum=minimum,
            maximum=maximum,
            integer=integer,
            logarithmic=logarithmic,
            parent=self,
        )
        self.field.set_explanation(explanation)
        self.field.setAccessibleName(title)
        label.setBuddy(self.field)
        self.field.value_changed.connect(self._on_field_changed)
        self.slider = QuietSlider(self) if has_slider else None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        if self.slider is not None:
            self.slider.setRange(int(minimum), int(maximum))
            self.slider.setValue(int(value))
            explain(self.slider, title, explanation)
            self.slider.valueChanged.connect(self._on_slider_moved)
            grid.addWidget(self.slider, 1, 0, 1, 2)
        grid.addWidget(self.field.problem_label, 2, 0, 1, 2)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def value(self) -> float:
        """The number chosen."""
        return self.field.value

    def set_value(self, value: float) -> None:
        """Show another number without emitting ``value_changed``."""
        self.field.set_value(value)
        self._show_on_slider(value)

    def _show_on_slider(self, value: float) -> None:
        if self.slider is not None:
            with QSignalBlocker(self.slider):
                self.slider.setValue(int(value))

    def _on_field_changed(self, value: float) -> None:
        self._show_on_slider(value)
        self.value_changed.emit(value)

    def _on_slider_moved(self, place: int) -> None:
        self.field.set_value(float(place))
        self.value_changed.emit(float(place))

    def _on_theme_changed(self) -> None:
        self.field.setFixedWidth(theme().px(_FIELD_PX))
