"""When training is to stop by itself."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.desk.explaining import explain
from desktop.training.setup_panel.setup_section import SetupSection
from desktop.widgets.fields.number_field import NumberField
from engine.training.run.setup import TrainingSetup

# Beside the longest label, in any language, the panel has no more room.
_FIELD_PX = 66
_USUAL = {"loss": 0.01, "accuracy": 1.0, "epochs": 1000.0}


class StopSection(SetupSection):
    """A switch for each condition, and the number it waits for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Stop"), parent)
        self.stop_box = self._box(
            self.tr("Stop when solved"),
            self.tr("Pause once every prediction is within 0.1 of its target"),
        )
        self.add(self.stop_box)
        self.stop_box.toggled.connect(
            lambda is_on: self.want(lambda setup: setup.with_stopping(when_solved=is_on))
        )
        self.boxes: dict[str, QCheckBox] = {}
        self.fields: dict[str, NumberField] = {}
        host = QWidget(self)
        self._grid = QGridLayout(host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._add(
            "loss",
            self.tr("at a loss of"),
            self.tr("Pause once the loss is this low"),
            self.number(
                self.tr("Loss to stop at"),
                self.tr("The loss to stop at"),
                maximum=1e9,
                integer=False,
                width_px=_FIELD_PX,
            ),
        )
        self._add(
            "accuracy",
            self.tr("at an accuracy of"),
            self.tr("Pause once this share of the training samples is right"),
            self.number(
                self.tr("Accuracy to stop at"),
                self.tr("The share of right samples to stop at, from 0 to 1"),
                maximum=1.0,
                integer=False,
                width_px=_FIELD_PX,
            ),
        )
        self._add(
            "epochs",
            self.tr("after epoch"),
            self.tr("Pause after so many epochs"),
            self.number(
                self.tr("Epoch to stop at"),
                self.tr("The epoch to stop at"),
                minimum=1,
                maximum=1e7,
                integer=True,
                width_px=_FIELD_PX,
            ),
        )
        self.add(host)

    def _box(self, text: str, explanation: str) -> QCheckBox:
        box = QCheckBox(text, self)
        explain(box, text, explanation, by_tab=True)
        return box

    def _add(self, name: str, text: str, explanation: str, field: NumberField) -> None:
        box = self._box(text, explanation)
        field.set_value(_USUAL[name])
        row = 2 * len(self.boxes)
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(field.problem_label, row + 1, 0, 1, 2)
        self.boxes[name], self.fields[name] = box, field
        box.toggled.connect(lambda is_on: self._want(name, is_on))
        field.value_changed.connect(lambda _: self._want(name, True))

    def _want(self, name: str, is_on: bool) -> None:
        value = self.fields[name].value if is_on else None
        number = int(value) if name == "epochs" and value is not None else value
        self.want(lambda setup: setup.with_stopping(**{name: number}), f"stop {name}")

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the conditions of a setup."""
        stopping = setup.stopping
        with QSignalBlocker(self.stop_box):
            self.stop_box.setChecked(stopping.when_solved)
        for name, box in self.boxes.items():
            value = getattr(stopping, name)
            with QSignalBlocker(box):
                box.setChecked(value is not None)
            self.fields[name].setEnabled(value is not None)
            if value is not None:
                self.fields[name].set_value(float(value))
