"""A slider that leaves the wheel to the panel it scrolls in, and the scales it shows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from desktop.widgets.fields.number_text import format_number, round_significant
from engine import ranges

SLIDER_POSITIONS = 1000
_DECADES_ABOVE_ZERO = 6
# What is left to 1 at the end of a scale that reaches 1, before the very end.
_LEAST_LEFT = 1e-4


class QuietSlider(QSlider):
    """A horizontal slider that reacts to the wheel only while it has the focus.

    Otherwise scrolling a side panel would change whatever passes under the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move the slider only while it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


@dataclass(frozen=True)
class SliderScale:
    """How the positions 0 to ``SLIDER_POSITIONS`` stand for numbers.

    A logarithmic scale that begins at 0 keeps position 0 for it, and spreads six decades
    over the rest. One that is fine near 1 is logarithmic in what is left to 1.
    """

    minimum: float
    maximum: float
    logarithmic: bool = False
    integer: bool = False
    near_one: bool = False

    @property
    def _lowest(self) -> float:
        if self.minimum > 0:
            return self.minimum
        return max(float(self.maximum * 10.0**-_DECADES_ABOVE_ZERO), ranges.SMALLEST)

    @property
    def _log_maximum(self) -> float:
        return math.log(self.maximum)

    @property
    def _decades_left(self) -> float:
        """The natural logarithm of how many times less is left to 1 at the end."""
        return math.log((1.0 - self.minimum) / max(1.0 - self.maximum, _LEAST_LEFT))

    def position(self, value: float) -> int:
        """The slider position nearest to a value; values outside go to the ends."""
        if value <= self.minimum or math.isnan(value):
            return 0
        if value >= self.maximum:
            return SLIDER_POSITIONS
        if self.near_one:
            share = math.log((1.0 - self.minimum) / (1.0 - value)) / self._decades_left
            return min(round(share * SLIDER_POSITIONS), SLIDER_POSITIONS - 1)
        if self.logarithmic:
            share = float(ranges.shares(math.log(value), math.log(self._lowest), self._log_maximum))
            floor = 0 if self.minimum > 0 else 1
            return max(floor, round(share * SLIDER_POSITIONS))
        share = float(ranges.shares(value, self.minimum, self.maximum))
        return round(share * SLIDER_POSITIONS)

    def value(self, position: int) -> float:
        """The number a position stands for, rounded to three significant digits."""
        if position <= 0:
            return self.minimum
        if position >= SLIDER_POSITIONS:
            return self.maximum
        share = position / SLIDER_POSITIONS
        if self.near_one:
            left = (1.0 - self.minimum) * math.exp(-share * self._decades_left)
            return min(max(1.0 - round_significant(left, 3), self.minimum), self.maximum)
        if self.logarithmic:
            value = math.exp(ranges.between(math.log(self._lowest), self._log_maximum, share))
        else:
            value = ranges.between(self.minimum, self.maximum, share)
        value = round_significant(value, 3)
        value = float(round(value)) if self.integer else value
        return min(max(value, self.minimum), self.maximum)


class NumberSlider(QuietSlider):
    """A slider for a number on a scale, which a screen reader reads and not the place on it.

    Signals:
        number_moved(value: float): The user has moved it.
    """

    number_moved = Signal(float)

    def __init__(self, name: str, scale: SliderScale, parent: QWidget | None = None) -> None:
        """Show the least number.

        Args:
            name: What is chosen, translated.
            scale: How its positions stand for numbers.
            parent: Its owner.
        """
        super().__init__(parent)
        self._name, self._scale = name, scale
        self.setRange(0, SLIDER_POSITIONS)
        self.setPageStep(SLIDER_POSITIONS // 10)
        self.setSingleStep(SLIDER_POSITIONS // 100)
        self.show_number(scale.minimum)
        self.valueChanged.connect(self._on_moved)

    def show_number(self, value: float) -> None:
        """Stand where a number is, and say that number; nothing is emitted."""
        with QSignalBlocker(self):
            self.setValue(self._scale.position(value))
        self._say(value)

    def _on_moved(self, position: int) -> None:
        value = self._scale.value(position)
        self._say(value)
        self.number_moved.emit(value)

    def _say(self, value: float) -> None:
        self.setAccessibleName(f"{self._name}: {format_number(value)}")
