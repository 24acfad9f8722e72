"""What the mouse does to the numbers of the drawing: choosing, dragging and typing them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.training.network_layout import Bias, Connection
from desktop.widgets.number_text import round_significant
from desktop.widgets.scrub_edit import PIXELS_PER_STEP, modifier_factor

STEP = 0.05
_DIGITS = 12


@dataclass
class NumberDrag:
    """A number under a pressed button; it changes as soon as the mouse has moved sideways.

    Attributes:
        part: Whose number it is.
        start: The number when the button went down.
        press: Where that was.
        is_moving: Whether the number is being dragged.
    """

    part: Connection | Bias
    start: float
    press: QPointF
    is_moving: bool = False

    def value_at(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> float | None:
        """Return the number for a place of the mouse, or None while it has hardly moved."""
        distance = place.x() - self.press.x()
        if not self.is_moving and abs(distance) < QApplication.startDragDistance() / 2:
            return None
        self.is_moving = True
        steps = round(distance / PIXELS_PER_STEP)
        return stepped(self.start, steps * modifier_factor(modifiers))


def stepped(value: float, steps: float) -> float:
    """Return a number so many steps on."""
    return round_significant(value + steps * STEP, _DIGITS)
