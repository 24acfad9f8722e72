"""A form made from engine settings: a title, a slider and a number field for each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.quiet_slider import NumberSlider, SliderScale
from engine.settings import Setting

_FIELD_WIDTH = 84


class SettingsForm(QWidget):
    """Edits the numbers of some settings, each by slider and by field.

    Signals:
        changed(values): the user changed a setting; all values by name.
    """

    changed = Signal(object)

    def __init__(self, settings: Sequence[Setting] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, NumberField] = {}
        self._sliders: dict[str, NumberSlider] = {}
        self._settings: tuple[Setting, ...] = tuple(settings)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for setting in self._settings:
            self._add_rows(grid, setting)
        theme_notifier().follow(self._on_theme_changed)

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The settings that the form was made from."""
        return self._settings

    def values(self) -> dict[str, float]:
        """The numbers as they stand, by setting name."""
        return {name: field.value for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show other numbers without emitting ``changed``; unknown names are ignored."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)
                self._show_on_slider(name, value)

    def field(self, name: str) -> NumberField:
        """The number field of a setting."""
        return self._fields[name]

    def slider(self, name: str) -> NumberSlider:
        """The slider of a setting; a setting without an end has none."""
        return self._sliders[name]

    @property
    def sliders(self) -> tuple[NumberSlider, ...]:
        """The sliders that there are."""
        return tuple(self._sliders.values())

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Let Tab lead from another widget into the form, wherever it stood until now.

        Qt puts what is made later at the end of the window.
        """
        for stop in self.findChildren(QWidget):
            if _is_stop(stop):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _add_rows(self, grid: QGridLayout, setting: Setting) -> None:
        title, summary = translate_engine(setting.title), translate_engine(setting.summary)
        row = grid.rowCount()
        label = PlainLabel(title, self)
        label.setWordWrap(True)
        field = NumberField(
            setting.default,
            minimum=setting.minimum,
            maximum=setting.maximum,
            logarithmic=setting.logarithmic,
            integer=setting.integer,
            parent=self,
        )
        field.setFixedWidth(theme().px(_FIELD_WIDTH))
        field.set_explanation(summary or title)
        field.value_changed.connect(lambda value: self._on_field_changed(setting.name, value))
        label.setBuddy(field)
        self._fields[setting.name] = field
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
        for widget in (label, field):
            explain(widget, None, summary)
        field.setAccessibleName(title)
        if math.isfinite(setting.minimum) and math.isfinite(setting.maximum):
            grid.addWidget(self._make_slider(setting, title, summary), row + 1, 0, 1, 2)
        # Under the field alone the sentence would be a column of single words.
        grid.addWidget(field.problem_label, row + 2, 0, 1, 2)

    def _make_slider(self, setting: Setting, title: str, summary: str) -> NumberSlider:
        scale = SliderScale(
            setting.minimum,
            setting.maximum,
            setting.logarithmic,
            setting.integer,
            setting.near_one,
        )
        slider = NumberSlider(title, scale, self)
        explain(slider, None, summary)
        self._sliders[setting.name] = slider
        slider.show_number(setting.default)
        slider.number_moved.connect(lambda value: self._on_slider_moved(setting.name, value))
        return slider

    def _show_on_slider(self, name: str, value: float) -> None:
        slider = self._sliders.get(name)
        if slider is not None:
            slider.show_number(value)

    def _on_slider_moved(self, name: str, value: float) -> None:
        self._fields[name].set_value(value)
        self.changed.emit(self.values())

    def _on_field_changed(self, name: str, value: float) -> None:
        self._show_on_slider(name, value)
        self.changed.emit(self.values())

    def _on_theme_changed(self) -> None:
        for field in self._fields.values():
            field.setFixedWidth(theme().px(_FIELD_WIDTH))


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
