"""A plot over the epochs: curves that follow the training, its present end, and its changes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_text import plain
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
Range = tuple[float, float]
_T = TypeVar("_T")


class Marker(Protocol):
    """Something that was changed on the way."""

    @property
    def epochs(self) -> float:
        """When, in epochs."""

    @property
    def text(self) -> str:
        """What, in words."""


class Chart(PlotView):
    """Draws numbers over the epochs on a plain or a logarithmic axis.

    The axis belongs to the picture: it touches no number.

    Attributes:
        summary: What the tooltip says where nothing was changed.
    """

    summary = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wanted: set[str] = set()
        self._values: list[Array] = []
        self._markers: list[Marker] = []
        self._drawn_markers: dict[str, Marker] = {}
        self._last = _FEWEST_EPOCHS
        self._is_fresh = False
        self.set_mouse_enabled(False, False)
        self.hovered.connect(self._on_hovered)

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
        self._wanted, self._values = set(), []
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
        self.set_view(shown, y_range)
        self._show_hint(y_range)

    def _remove_others(self) -> None:
        for key in self.keys:
            if key not in self._wanted and key != "hint":
                self.remove(key)

    def _on_hovered(self, x: float, y: float) -> None:
        """Say in the tooltip what was changed where the mouse is."""
        left, right = self.view_range[0]
        reach = _MARKER_REACH * (right - left)
        near = [item for item in self._markers if abs(item.epochs - x) <= reach]
        text = "\n".join(item.text for item in near) or self.summary
        if text != self.toolTip():
            self.setToolTip(plain(text))

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
