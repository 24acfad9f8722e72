"""The row that chooses which two of several inputs are drawn, and where the others are held."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.training.network.data_names import input_name, target_name
from desktop.training.network.selection import Selection
from desktop.training.pictures.plane_words import held_text
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.quiet_slider import SLIDER_POSITIONS, QuietSlider, SliderScale
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.training.analysis.input_plane import PlaneChoice
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.scaling import restored

_BOX_PX, _SLIDER_PX, _FIELD_PX = 84, 56, 64


class PlaneBar(QWidget):
    """Two lists for the axes, one for the input that is moved, and one for the target."""

    def __init__(self, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self._selection = selection
        self._data: Dataset | None = None
        self.across_box = ChoiceBox(self.tr("Input along the horizontal axis"), (), self)
        self.up_box = ChoiceBox(self.tr("Input along the vertical axis"), (), self)
        self.held_box = ChoiceBox(self.tr("Input that is held"), (), self)
        self.target_box = ChoiceBox(self.tr("Target that is drawn"), (), self)
        self.slider = QuietSlider(self)
        self.slider.setRange(0, SLIDER_POSITIONS)
        self.slider.setPageStep(SLIDER_POSITIONS // 10)
        self.slider.setSingleStep(SLIDER_POSITIONS // 100)
        tip = self.tr("Move the plane along this input")
        explain(self.slider, self.tr("Where the input is held"), tip)
        self.field = NumberField(digits=4, parent=self)
        self.field.set_explanation(tip)
        self.field.setAccessibleName(self.tr("Where the input is held"))
        self.mean_button = QPushButton(self.tr("Mean"), self)
        self.mean_button.setProperty("kind", "chip")
        self.mean_button.setCheckable(True)
        explain(
            self.mean_button,
            self.tr("Mean"),
            self.tr("Hold this input at the mean of the samples to train on"),
            by_tab=True,
        )
        self._lay_out()
        self.across_box.chosen.connect(lambda _: self._on_axes_chosen())
        self.up_box.chosen.connect(lambda _: self._on_axes_chosen())
        self.held_box.chosen.connect(lambda _: self._show_held())
        self.target_box.chosen.connect(lambda _: self._on_target_chosen())
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.field.value_changed.connect(self._hold)
        self.mean_button.clicked.connect(lambda _=False: self._on_mean_clicked())
        selection.plane_changed.connect(self._show)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        self._axes, self._held, self._target = QWidget(self), QWidget(self), QWidget(self)
        for group, parts in (
            (self._axes, (self.across_box, PlainLabel("×", self), self.up_box)),
            (self._held, (self.held_box, self.slider, self.field, self.mean_button)),
            (self._target, (PlainLabel(self.tr("target"), self), self.target_box)),
        ):
            line = QHBoxLayout(group)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(5)
            for part in parts:
                line.addWidget(part, 2 if isinstance(part, ChoiceBox) else 0)
            # Long names get what room there is.
            group.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            flow.addWidget(group)
        for box in (self.across_box, self.up_box, self.held_box, self.target_box):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(1)

    @property
    def held_input(self) -> int | None:
        """The input that slider and field move, or None where every input is drawn."""
        return int(self.held_box.name) if self.held_box.name else None

    def show_data(self, data: Dataset) -> None:
        """Offer the inputs and the targets of some data; nothing where there is no choice."""
        if data is self._data:
            return
        self._data = data
        self._show()

    def _show(self) -> None:
        data = self._data
        if data is None:
            return
        inputs = data.inputs.shape[1]
        targets = data.targets.shape[1] if data.is_regression else 1
        self._axes.setVisible(inputs > 2)
        self._held.setVisible(inputs > 2)
        self._target.setVisible(targets > 1)
        if targets > 1:
            self.target_box.set_choices(
                (str(place), target_name(data, place), "") for place in range(targets)
            )
            self.target_box.set_name(str(self._choice(data).target))
        if inputs > 2:
            self._offer_inputs(data)
        self.setVisible(inputs > 2 or targets > 1)

    def _choice(self, data: Dataset) -> PlaneChoice:
        return self._selection.plane_choice.fitting(data)

    def _offer_inputs(self, data: Dataset) -> None:
        choice, plane = self._choice(data), self._selection.plane_of(data)
        names: list[Choice] = [
            (str(place), input_name(data, place), input_name(data, place))
            for place in range(data.inputs.shape[1])
        ]
        for box, place in ((self.across_box, choice.across), (self.up_box, choice.up)):
            if box.count() != len(names) or any(
                box.itemText(row) != name[1] for row, name in enumerate(names)
            ):
                box.set_choices(names)
            box.set_name(str(place))
        self.held_box.set_choices(
            (str(place), input_name(data, place), held_text(data, plane, choice, place))
            for place in plane.held
        )
        self._show_held()

    def _show_held(self) -> None:
        """Show where the input is held that can be moved."""
        data, place = self._data, self.held_input
        if data is None or place is None:
            return
        value = float(self._selection.plane_of(data).base[place])
        scale = self._scale(data, place)
        self.slider.setEnabled(scale.minimum < scale.maximum)
        with QSignalBlocker(self.slider):
            self.slider.setValue(scale.position(value))
        self.field.set_value(value)
        self.mean_button.setChecked(self._choice(data).value(place) is None)

    def _scale(self, data: Dataset, place: int) -> SliderScale:
        scales = data.scales[place : place + 1]
        column = restored(data.inputs[:, place : place + 1], scales)
        return SliderScale(float(column.min()), float(column.max()))

    def _on_axes_chosen(self) -> None:
        if self._data is not None:
            across, up = int(self.across_box.name), int(self.up_box.name)
            choice = self._choice(self._data)
            if across == up:
                # Who chooses the input of the other axis swaps the two.
                across, up = choice.up, choice.across
            self._selection.choose_plane(choice.showing(across, up))

    def _on_target_chosen(self) -> None:
        if self._data is not None:
            choice = self._choice(self._data)
            self._selection.choose_plane(choice.drawing(int(self.target_box.name)))

    def _on_slider_moved(self, position: int) -> None:
        if self._data is not None and self.held_input is not None:
            self._hold(self._scale(self._data, self.held_input).value(position))

    def _on_mean_clicked(self) -> None:
        data, place = self._data, self.held_input
        if data is None or place is None:
            return
        is_mean = self._choice(data).value(place) is None
        self._hold(float(self._selection.plane_of(data).base[place]) if is_mean else None)

    def _hold(self, value: float | None) -> None:
        if self._data is not None and self.held_input is not None:
            choice = self._choice(self._data)
            self._selection.choose_plane(choice.holding(self.held_input, value))

    def _on_theme_changed(self) -> None:
        for box in (self.across_box, self.up_box, self.held_box, self.target_box):
            box.setMinimumWidth(theme().px(_BOX_PX))
        self.slider.setMinimumWidth(theme().px(_SLIDER_PX))
        self.field.setFixedWidth(theme().px(_FIELD_PX))
