"""The seed of what is drawn at random: a number, and a button that takes the next one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.panels.section import Section

_FIELD_PX = 76


class SeedRow(QWidget):
    """A captioned field and the dice beside it.

    Signals:
        changed(seed: int): Another seed was typed or thrown.
    """

    changed = Signal(int)

    def __init__(
        self, most: int, explanation: str, dice_explanation: str, parent: QWidget | None = None
    ) -> None:
        """Begin with seed 0.

        Args:
            most: The largest seed; after it comes 0.
            explanation: What the same seed does again.
            dice_explanation: What the button draws anew.
            parent: Its owner.
        """
        super().__init__(parent)
        self._most = most
        self.field = NumberField(0.0, minimum=0, maximum=most, integer=True, parent=self)
        self.field.setAccessibleName(self.tr("Seed"))
        self.field.set_explanation(explanation)
        self.dice = QPushButton(self.tr("Draw again"), self)
        explain(self.dice, None, dice_explanation, by_tab=True)
        self._lay_out()
        self.field.value_changed.connect(lambda value: self.changed.emit(round(value)))
        self.dice.clicked.connect(self._on_dice)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_seed(self, seed: int) -> None:
        """Show a seed without emitting ``changed``."""
        with QSignalBlocker(self.field):
            self.field.set_value(seed)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.field)
        line.addWidget(self.dice, 1)
        section = Section(self.tr("Seed"), self)
        section.add(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(section)

    def _on_dice(self) -> None:
        seed = (round(self.field.value) + 1) % (self._most + 1)
        self.show_seed(seed)
        self.changed.emit(seed)

    def _on_theme_changed(self) -> None:
        self.field.setFixedWidth(theme().px(_FIELD_PX))
