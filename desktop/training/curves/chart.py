"""A plot over the epochs: curves that follow the training, its present end, and its changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_style import LineStyle
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.training.run.moment import Moment

# As many points as a curve has pixels on a usual screen: more only take time to paint.
_MOST_POINTS = 400
# The first epochs have an axis of their own length, or a fresh plot would be without scale.
_FEWEST_EPOCHS = 10.0
# The share of the width left free at both ends, or the marks there would be cut in half.
_END_ROOM = 0.02
_DECADE_ROOM = 1.3
_SMALLEST = 1e-12
# Lines for more changes than these would hide the curves; the newest are drawn.
_MOST_CHANGES = 12
# How near to a change's line the mouse tells what was changed, as a share of the width.
_MARKER_REACH = 0.012
# What is not drawn anew with the curves.
_KEPT = frozenset({"hint", "reading", "reading at"})
Range = tuple[float, float]
_T = TypeVar("_T")


def plain_value(value: float) -> str:
    """Return a value of a curve as it is."""
    return format_number(value, 4)


class Marker(Protocol):
    """Something that was changed on the way."""

    @property
    def epochs(self) -> float:
        """When, in epochs."""

    @property
    def text(self) -> str:
        """What, in words."""


@dataclass(frozen=True, eq=False)
class _Curve:
    """What is drawn under a key, for who points at it."""

    epochs: Array
    values: Array
    colour: str
    name: str


class Chart(PlotView):
    """Draws numbers over the epochs on a plain or a logarithmic axis.

    The axis belongs to the picture: it touches no number.

    Attributes:
        summary: What the tooltip says where nothing was changed.
        write_value: How a value of a curve is written where the mouse is.
    """

    summary = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.write_value: Callable[[float], str] = plain_value
        self._wanted: set[str] = set()
        self._values: list[Array] = []
        self._markers: list[Marker] = []
        self._drawn_markers: dict[str, Marker] = {}
        self._last = _FEWEST_EPOCHS
        self._is_fresh = False
        self._reading = ""
        self.set_mouse_enabled(False, False)
        self._curves: dict[str, _Curve] = {}
        self._pointed: float | None = None
        self._pointed_up = 0.0
        self.hovered.connect(self._on_hovered)
        self.hover_left.connect(self._on_hover_left)

    @property
    def markers(self) -> list[Marker]:
        """What was changed on the way, oldest first."""
        return self._markers

    @property
    def _is_log(self) -> bool:
        return bool(self.canvas.scale_of_axes.log_y)

    def begin(self, epochs: Array, markers: Sequence[Marker], *, is_log: bool) -> None:
        """Show the width of some epochs, and lines where something was changed."""
        if is_log != self._is_log:
            self.set_log(False, is_log)
        self._wanted, self._values, self._curves = set(), [], {}
        self._last = max(float(epochs[-1]), _FEWEST_EPOCHS)
        self._is_fresh = len(epochs) == 1
        self._markers = list(markers)
        shown = self.keys
        oldest = max(0, len(self._markers) - _MOST_CHANGES)
        for number, marker in enumerate(self._markers[oldest:], oldest):
            key = f"change {number % _MOST_CHANGES}"
            self._wanted.add(key)
            # Drawing all of them again takes longer than all the curves together.
            if key not in shown or self._drawn_markers.get(key) is not marker:
                self._drawn_markers[key] = marker
                self.set_line(key, marker.epochs, "text_muted", "dot", width=1.4, label="◆")

    def begin_moments(
        self, moments: Sequence[Moment], markers: Sequence[Marker], *, is_log: bool
    ) -> tuple[list[Moment], Array]:
        """Show the width of some moments; return those to be drawn, and their epochs."""
        shown = spread(moments)
        epochs = np.array([moment.epochs for moment in shown])
        self.begin(epochs, markers, is_log=is_log)
        return shown, epochs

    def begin_counts(self) -> None:
        """Show no epochs but counts of numbers."""
        self.begin(np.zeros(2), (), is_log=False)

    def draw(
        self,
        key: str,
        epochs: Array,
        values: Array,
        colour: str,
        style: LineStyle = "solid",
        name: str = "",
        now: tuple[float, float] | None = None,
    ) -> None:
        """Draw a curve and mark where it is now; one without a number is left out."""
        if not np.isfinite(values).any():
            return
        self._wanted |= {key, f"now {key}"}
        self._values.append(values)
        self._curves[key] = _Curve(epochs, values, colour, name)
        self.set_curve(key, epochs, values, colour, style, name=name)
        x, y = now if now is not None else (float(epochs[-1]), float(values[-1]))
        # 0 has no place on a logarithmic axis.
        if np.isfinite(y) and (y > 0 or not self._is_log):
            self.set_points(f"now {key}", [x], [y], colour, size=7.5)
        else:
            self.remove(f"now {key}")

    def draw_counts(
        self, key: str, edges: Array, counts: Array, colour: str, style: LineStyle, name: str
    ) -> None:
        """Draw the outline of a histogram, shape of the counts (n,), of the edges (n + 1,)."""
        self._wanted.add(key)
        heights = np.concatenate([[0.0], np.repeat(counts, 2), [0.0]])
        self.set_curve(key, np.repeat(edges, 2), heights, colour, style, name=name)

    def finish_counts(self, edges: Array, most: float) -> None:
        """Take away what was not drawn, and show everything."""
        self._remove_others()
        self._show_reading()
        self.remove("hint")
        low, high = float(edges[0]), float(edges[-1])
        self.set_view(ranges.padded(low, high, _END_ROOM), (0.0, 1.1 * most))

    def finish(self, y_range: Range | None = None) -> None:
        """Take away what was not drawn, and show everything."""
        self._remove_others()
        shown = (-_END_ROOM * self._last, (1 + _END_ROOM) * self._last)
        found = np.concatenate(self._values) if self._values else np.empty(0)
        found = found[np.isfinite(found)]
        if y_range is None:
            y_range = self._round(found)
        if self._is_log and (found == 0.0).any():
            y_range = self._draw_zeros(found)
        self.set_view(shown, y_range)
        self._show_hint(y_range)
        self._show_reading()

    def _draw_zeros(self, found: Array) -> Range:
        """Mark what is exactly 0, which has no logarithm, at the foot of the axis.

        Returns:
            The range to be shown, with room for the marks below all other numbers.
        """
        low, high = positive_range(found)
        foot, bottom = low / _DECADE_ROOM**2, low / _DECADE_ROOM**4
        for key, curve in self._curves.items():
            zero = curve.values == 0.0
            if zero.any():
                self._wanted.add(f"zero {key}")
                at = curve.epochs[zero]
                feet = np.full(len(at), foot)
                self.set_points(f"zero {key}", at, feet, curve.colour, "triangle-down", 9.0)
        text = QCoreApplication.translate("Chart", "▼ exactly 0")
        self._wanted.add("zero text")
        self.set_text("zero text", self._last, foot, text, "text_muted", anchor=(1.0, 1.0))
        return bottom, high

    def _remove_others(self) -> None:
        for key in self.keys:
            if key not in self._wanted and key not in _KEPT:
                self.remove(key)

    def _on_hovered(self, x: float, y: float) -> None:
        """Give the number of the curve at the mouse, and say in the tooltip what was changed."""
        self._pointed, self._pointed_up = x, y
        self._show_reading()
        left, right = self.view_range[0]
        reach = _MARKER_REACH * (right - left)
        near = [item for item in self._markers if abs(item.epochs - x) <= reach]
        text = "\n".join(item.text for item in near) or self.summary
        if text != self.toolTip():
            self.setToolTip(plain(text))

    def _on_hover_left(self) -> None:
        self._pointed = None
        self._show_reading()

    @property
    def reading(self) -> str:
        """What is written of the number at the mouse, or ''."""
        return self._reading

    def _show_reading(self) -> None:
        """Write epoch and value of the curve nearest to the mouse, where the mouse is not."""
        self._reading = ""
        found = None if self._pointed is None else self._nearest(self._pointed, self._pointed_up)
        if found is None:
            for key in ("reading", "reading at"):
                self.remove(key)
            return
        curve, epoch, value = found
        pattern = QCoreApplication.translate("Chart", "epoch {0}: {1}")
        text = filled(pattern, format_number(epoch, 5), self.write_value(value))
        self._reading = f"{curve.name} · {text}" if curve.name else text
        (left, right), (_, top) = self.view_range
        is_left = self._pointed is not None and self._pointed < ranges.midpoint(left, right)
        place, anchor = (right, (1.0, 0.0)) if is_left else (left, (0.0, 0.0))
        self.set_text("reading", place, top, self._reading, curve.colour, anchor=anchor)
        if value > 0.0 or not self._is_log:
            self.set_points("reading at", [epoch], [value], curve.colour, size=8.5, above=1)
        else:
            self.remove("reading at")

    def _nearest(self, x: float, y: float) -> tuple[_Curve, float, float] | None:
        """Return the curve that is nearest above or below a point, with its number there."""
        best, nearest = math.inf, None
        for curve in self._curves.values():
            place = int(np.abs(curve.epochs - x).argmin())
            epoch, value = float(curve.epochs[place]), float(curve.values[place])
            if not math.isfinite(value):
                continue
            away = abs(self.to_canvas(epoch, value).y() - self.to_canvas(epoch, y).y())
            # What is 0 has no place on a logarithmic axis but at its foot.
            if away < best or nearest is None:
                best, nearest = away, (curve, epoch, value)
        return nearest

    def _round(self, values: Array) -> Range | None:
        """Return a range round few or like numbers, to which no axis can be fitted, or None."""
        if self._is_log:
            return whole_decades(values)
        if values.size and self._is_fresh:
            return (0.0, ranges.finite(1.5 * max(float(values.max()), _SMALLEST)))
        return None

    def _show_hint(self, y_range: Range | None) -> None:
        """Say in the middle of a plot without a curve yet how to get one."""
        if not self._is_fresh:
            self.remove("hint")
            return
        low, high = y_range or self.view_range[1]
        is_log = self._is_log and low > 0.0
        middle = math.sqrt(low) * math.sqrt(high) if is_log else ranges.midpoint(low, high)
        text = QCoreApplication.translate("Chart", "Train to draw the curve")
        self.set_text("hint", self._last / 2, float(middle), text, "text_muted")


def positive_range(values: Array) -> Range:
    """Return a range of whole powers of ten round the positive ones of some numbers."""
    lengths = values[np.isfinite(values) & (values > 0)]
    if not lengths.size:
        return 0.1, 10.0
    low, high = float(lengths.min()), float(lengths.max())
    return ranges.round_log_range(low, ranges.finite(max(high, 10 * low)))


def whole_decades(values: Array) -> Range | None:
    """Return the powers of ten round lengths of about one size, or None to fit the axis.

    Within one decade a logarithmic axis has no number to show.
    """
    lengths = values[np.isfinite(values) & (values > 0)]
    if not lengths.size:
        return (0.1, 10.0)
    least, most = float(lengths.min()), float(lengths.max())
    if most > 10 * least:
        return None
    low = ranges.decade(least)
    high = math.ceil(math.log10(most))
    # A little more than that, or the numbers at the very ends of the axis would be left out.
    below, above = ranges.power_of_ten(low), ranges.power_of_ten(max(high, low + 1))
    return below / _DECADE_ROOM, ranges.finite(above * _DECADE_ROOM)


def spread(items: Sequence[_T]) -> list[_T]:
    """Return items evenly spread over all, the last one among them."""
    stride = -(-len(items) // _MOST_POINTS)
    return list(items) if stride <= 1 else [*items[:-1:stride], items[-1]]
