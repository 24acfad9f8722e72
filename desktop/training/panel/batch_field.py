"""How many samples a step sees: all of them, some, or one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.number_field import NumberField
from desktop.widgets.plain_label import PlainLabel

_FULL, _MINI, _SINGLE = "full", "mini", "single"
_FIELD_PX = 84
_USUAL_SIZE = 10


class BatchField(QWidget):
    """A list of the three kinds of batch, and the size of the middle one.

    Signals:
        size_changed(size: int | None): The user wants batches of this size; None for all samples.
    """

    size_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind_box = ChoiceBox(
            self.tr("Batch"),
            (
                (_FULL, self.tr("all samples"), self.tr("Each step sees all samples.")),
                (_MINI, self.tr("mini-batch"), self.tr("Each step sees some of the samples.")),
                (_SINGLE, self.tr("one by one"), self.tr("Each step sees a single sample.")),
            ),
            self,
        )
        # Both stand beside the label in a narrow panel.
        self.kind_box.setMinimumContentsLength(4)
        self.size_field = NumberField(
            _USUAL_SIZE, minimum=1, maximum=100_000, integer=True, parent=self
        )
        explanation = self.tr("Samples in one step")
        self.size_field.set_explanation(explanation)
        self.size_field.setWhatsThis(explanation)
        self.size_field.setAccessibleName(self.tr("Batch size"))
        label = PlainLabel(self.tr("batch"), self)
        label.setBuddy(self.kind_box)
        label.setToolTip(self.kind_box.toolTip())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.kind_box, 0, 1)
        grid.addWidget(self.size_field, 0, 2)
        grid.addWidget(self.size_field.problem_label, 1, 0, 1, 3)
        self.kind_box.chosen.connect(self._on_kind_chosen)
        self.size_field.value_changed.connect(lambda value: self.size_changed.emit(int(value)))
        theme_notifier().follow(self._on_scale_changed)
        self._on_scale_changed()

    def show_size(self, size: int | None, count: int) -> None:
        """Show the size of a batch out of so many samples."""
        kind = _FULL if size is None else _SINGLE if size == 1 else _MINI
        self.kind_box.set_name(kind)
        self.size_field.setVisible(kind == _MINI)
        if kind == _MINI and size is not None:
            self.size_field.set_value(size)
        self._count = count

    def _on_kind_chosen(self, kind: str) -> None:
        sizes = {_FULL: None, _SINGLE: 1, _MINI: max(2, min(_USUAL_SIZE, self._count // 2))}
        self.size_changed.emit(sizes[kind])

    def _on_scale_changed(self) -> None:
        self.size_field.setFixedWidth(theme().px(_FIELD_PX) // 2 + theme().px(14))
