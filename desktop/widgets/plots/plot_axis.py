"""An axis of a plot: its ticks, and what is written beside them, for every range of floats."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.fields.number_text import format_number, format_tick
from engine import ranges

# Levels of places, each with its text; None for numbers.
Ticks = list[list[tuple[float, str]]] | None

_TICK_DIGITS = 6
_LARGEST_EXPONENT = 300
# The room of a number on an axis.
_TALL_PX, _WIDE_PX = 17, 44
# A tick nearer to another than this share of their spacing is the same one.
_SAME = 1e-3
# Ticks that are nearer to each other than this are a bar, of which nobody reads anything.
_NEAREST_PX = 3.0


class PlotAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis with typographic minus signs and powers of ten as such.

    Attributes:
        is_whole: Whether it counts things, of which there are no halves.
        power: The numbers beside its ticks are drawn coordinates times this power of ten.
    """

    is_whole = False
    power = 0
    _written: str | None = None
    _texts: Ticks = None
    # While it is painted, its room, which the library asks for with every text.
    _room: QRectF | None = None

    def set_power(self, power: int) -> None:
        """Write numbers that are drawn in this power of ten."""
        self.power = power
        self.picture = None
        self.update()

    def setTicks(self, ticks: Ticks) -> None:
        """Write these texts instead of numbers: pyqtgraph does so anew even if they are there."""
        if ticks != self._texts:
            self._texts = ticks
            super().setTicks(ticks)

    def _updateLabel(self) -> None:
        """Lay the label out if it says something else: pyqtgraph asks for every pen and style."""
        text = self.labelString()
        if text != self._written:
            self._written = text
            super()._updateLabel()
        else:
            self.picture = None
            self.update()

    def tickStrings(
        self, values: Sequence[float], scale: float, spacing: float
    ) -> Sequence[str | None]:
        """Return the texts of some ticks; None leaves the room to others."""
        if self.logMode:
            between = self._numbers_between()
            texts = (_power_text(value) or _between_text(value, between) for value in values)
            return [text or None for text in texts]
        if self.power:
            return [_powered_text(value, spacing, self.power) or None for value in values]
        digits = max(0, -ranges.decade(spacing)) if spacing else 0
        return [_plain_text(value * scale, digits, spacing) for value in values]

    def _numbers_between(self) -> tuple[int, ...]:
        """Return which multiples are written where fewer than two powers of ten are in view."""
        low, high = sorted(self.range)
        if not (math.isfinite(low) and math.isfinite(high)):
            return ()
        span = max(high - low, 1e-9)
        is_upright = self.orientation in ("left", "right")
        length, text = (self.height(), _TALL_PX) if is_upright else (self.width(), _WIDE_PX)
        room = theme().px(text) * span / max(length, 1.0)
        # At the ends there is no room for half a text.
        if math.floor(high - room / 2) - math.ceil(low + room / 2) >= 1:
            return ()
        # From 5 to 10 it is as far as from 1 to 2.
        return (2, 5) if math.log10(2.0) > room else (3,)

    def tickValues(
        self, low: float, high: float, size: float
    ) -> list[tuple[float | None, list[float]]]:
        """Return the ticks from large to small, each once: a text drawn twice looks bold.

        Ticks too near to each other to be told apart are left out.
        """
        seen: set[int] = set()
        levels = []
        found = [
            (spacing, values if len(values) * _NEAREST_PX <= size else [])
            for spacing, values in super().tickValues(low, high, size)
        ]
        finest = _SAME * min((spacing for spacing, _ in found if spacing), default=1.0)
        for spacing, all_values in found:
            values = [v for v in all_values if not self.is_whole or float(v).is_integer()]
            fresh = [float(value) for value in values if round(float(value) / finest) not in seen]
            seen.update(round(value / finest) for value in fresh)
            levels.append((spacing, fresh))
        return levels

    def boundingRect(self) -> QRectF:
        """Return its room, with that of texts that stand out at its ends."""
        return super().boundingRect() if self._room is None else self._room

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw at once: the axis is cached as pixels, and a picture plays its texts slowly."""
        painter.save()
        painter.setFont(self.style["tickFont"] or painter.font())
        self._room = super().boundingRect()
        try:
            specs = self.generateDrawSpecs(painter)
        finally:
            self._room = None
        if specs is not None:
            self.drawPicture(painter, *specs)
        painter.restore()


def _plain_text(value: float, decimals: int, spacing: float) -> str:
    if value and not 1e-4 <= abs(value) < 1e6:
        return format_tick(value, spacing)
    rounded = float(f"{value:.{min(decimals, 12)}f}")
    return format_number(rounded, _TICK_DIGITS + max(0, decimals - 2))


def _powered_text(value: float, spacing: float, power: int) -> str:
    """Write a drawn number times a power of ten; nothing for what is larger than any number."""
    number = float(ranges.shifted(value, power))
    if not math.isfinite(number):
        return ""
    return format_tick(number, float(ranges.shifted(spacing, power))) if number else "0"


def _power_text(exponent: float) -> str:
    if abs(exponent - round(exponent)) > 1e-9:
        return ""
    whole = round(exponent)
    if -3 <= whole <= 3:
        return format_number(10.0**whole)
    return "10" + str(whole).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _between_text(exponent: float, numbers: Sequence[int]) -> str:
    """Write a power of ten times one of some numbers, or nothing."""
    if not numbers or not abs(exponent) < _LARGEST_EXPONENT:
        return ""
    power = 10.0 ** math.floor(exponent)
    first = 10.0**exponent / power
    is_written = any(abs(first - number) < 1e-6 for number in numbers)
    return format_number(round(first) * power, 3) if is_written else ""
