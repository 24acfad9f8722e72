"""The rate of the chosen method, below the surface, where it is in view with what it changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.quiet_slider import NumberSlider, SliderScale
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_setup import LEARNING_RATE, RaceSetup

_FIELD_WIDTH = 84


class RateRow(QWidget):
    """A method's name, a slider and a field for its learning rate.

    Signals:
        rate_changed(method: str, rate: float): Another rate was set.
    """

    rate_changed = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = ""
        setting = next(item for item in OPTIMIZERS["sgd"].settings if item.name == LEARNING_RATE)
        scale = SliderScale(setting.minimum, setting.maximum, setting.logarithmic)
        title, tip = translate_engine(setting.title), translate_engine(setting.summary)
        self._name = PlainLabel(self)
        self.slider = NumberSlider(title, scale, self)
        explain(self.slider, None, tip)
        self.field = NumberField(
            setting.default, minimum=setting.minimum, maximum=setting.maximum, logarithmic=True,
            parent=self,
        )  # fmt: skip
        self.field.set_explanation(tip)
        self.field.setAccessibleName(title)
        self._name.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.slider.number_moved.connect(self._on_slider_moved)
        self.field.value_changed.connect(self._on_field_changed)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_setup(self, method: str, setup: RaceSetup) -> None:
        """Show the rate that a method races with."""
        self._method = method
        rate = setup.settings_of(method).get(LEARNING_RATE)
        self.setVisible(rate is not None)
        if rate is None:
            return
        title = translate_engine(OPTIMIZERS[method].title)
        self._name.setText(filled(self.tr("{0} {1}, rate"), look_of(method).glyph, title))
        if rate != self.field.value:
            self.field.set_value(rate)
        self.slider.show_number(rate)

    def _on_slider_moved(self, rate: float) -> None:
        self.field.set_value(rate)
        self.rate_changed.emit(self._method, rate)

    def _on_field_changed(self, rate: float) -> None:
        self.slider.show_number(rate)
        self.rate_changed.emit(self._method, rate)

    def _on_theme_changed(self) -> None:
        self.field.setFixedWidth(theme().px(_FIELD_WIDTH))
