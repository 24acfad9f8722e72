"""The two plots of the chosen functions: f with its tangent, and f′, sharing their x."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.activations.desk import SLOPES, VALUES, ActivationDesk
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_view import PlotView
from engine.arrays import Array
from engine.operations.sampled_activation import slope_of, value_of

T = TypeVar("T")

_HANDLE = "point"
_TANGENT = "tangent"
_FLAT = "flat"
_UNDEFINED = "undefined"
_TANGENT_REACH = 2.0
_VIEW_X = (-6.0, 6.0)
_VIEW_VALUE = (-1.6, 3.2)
_VIEW_SLOPE = (-0.25, 1.35)
# Beyond this a curve is out of every view, and too far for the screen's coordinates.
_FARTHEST = 1e6
_SELECTED_WIDTH, _OTHER_WIDTH = 3.2, 2.0


class CurvePlots(QWidget):
    """Draws what the desk is set to; dragging the point or clicking moves the desk's x."""

    def __init__(self, desk: ActivationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drawn: set[str] = set()
        self.values = PlotView(self.tr("Value f(x)"))
        self.slopes = PlotView(self.tr("Slope f′(x)"))
        self.values.set_view(_VIEW_X, _VIEW_VALUE)
        self.slopes.set_view(_VIEW_X, _VIEW_SLOPE)
        self.slopes.canvas.follow_x_of(self.values.canvas)
        hint = self.tr("Click or drag the point to move x; drag to pan, wheel to zoom, A to reset")
        for plot in (self.values, self.slopes):
            plot.set_labels("x")
            plot.setToolTip(hint)
            plot.clicked.connect(lambda x, _y: desk.set_x(x))
            plot.dragged.connect(self._on_dragged)
            plot.set_line("axis x", 0.0, "border_strong", horizontal=True)
            plot.set_line("axis y", 0.0, "border_strong")
        self.notices = [plot.tell_outside() for plot in (self.values, self.slopes)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.values, 1)
        layout.addWidget(self.slopes, 1)
        desk.chosen_changed.connect(self.redraw)
        desk.settings_changed.connect(lambda _name: self.redraw())
        desk.x_changed.connect(self._draw_point)
        desk.options_changed.connect(self._on_options_changed)
        desk.learnt.connect(self._on_learnt)
        desk.hidden_changed.connect(self.redraw)
        self.redraw()

    def redraw(self) -> None:
        """Draw the curves, the shading and the point anew."""
        chosen = self._desk.chosen
        for name in self._drawn - set(chosen):
            for plot in (self.values, self.slopes):
                plot.remove(name)
                plot.remove(f"at {name}")
        self._drawn = set(chosen)
        for name in chosen:
            self._draw_curve(name)
        self._draw_saturation()
        self._draw_undefined()
        self._draw_point()

    def _on_options_changed(self) -> None:
        self._draw_saturation()
        self._draw_point()

    def _on_learnt(self, name: str) -> None:
        self._draw_curve(name)
        if name == self._desk.selected:
            self._draw_saturation()
            self._draw_undefined()

    def _draw_curve(self, name: str) -> None:
        curve = self._desk.curve(name)
        if curve is None:
            for plot in (self.values, self.slopes):
                plot.remove(name)
            return
        look = self._desk.look(name)
        width = _SELECTED_WIDTH if name == self._desk.selected else _OTHER_WIDTH
        for plot, y in self._shown_plots(curve.values, curve.slopes):
            shown = np.where(np.abs(y) < _FARTHEST, y, np.nan)
            plot.set_curve(name, curve.x, shown, look.colour, look.style, width=width)
        for notice in self.notices:
            notice.look_soon()

    def _draw_saturation(self) -> None:
        is_told = self._desk.shows_saturation and self._desk.draws(SLOPES)
        ranges = self._desk.flat(self._desk.selected) if is_told else ()
        for plot in (self.values, self.slopes):
            if ranges:
                plot.set_bands(_FLAT, [(extent.low, extent.high) for extent in ranges])
            else:
                plot.remove(_FLAT)

    def _draw_undefined(self) -> None:
        """Hatch where the selected function, or its slope, has no value."""
        is_told = self._desk.selected and self._desk.draws(SLOPES)
        curve = self._desk.curve(self._desk.selected) if is_told else None
        for plot, part in ((self.values, "values"), (self.slopes, "slopes")):
            gaps = [] if curve is None else undefined_ranges(curve.x, getattr(curve, part))
            if gaps:
                plot.set_bands(_UNDEFINED, gaps, "text_disabled", hatched=True)
            else:
                plot.remove(_UNDEFINED)

    def _draw_point(self) -> None:
        x = self._desk.x
        for plot in (self.values, self.slopes):
            plot.set_line("x", x, "text_muted", "dash")
        for name in self._desk.chosen:
            self._draw_dots(name, x)
        if self._desk.selected:
            self._draw_selected(x)
        else:
            self._remove_selected()

    def _remove_selected(self) -> None:
        for plot in (self.values, self.slopes):
            for key in (_HANDLE, "number", _TANGENT):
                plot.remove(key)

    def _numbers(self, name: str, x: float) -> tuple[float, float]:
        operation, settings = self._desk.operation(name), self._desk.settings(name)
        place = np.array(x)
        return (
            float(value_of(operation, place, settings)),
            float(slope_of(operation, place, settings)),
        )

    def _draw_dots(self, name: str, x: float) -> None:
        value, slope = self._numbers(name, x)
        colour = self._desk.look(name).colour
        for plot, y in self._shown_plots(value, slope):
            if abs(y) < _FARTHEST:
                plot.set_points(f"at {name}", [x], [y], colour)
            else:
                plot.remove(f"at {name}")

    def _draw_selected(self, x: float) -> None:
        value, slope = self._numbers(self._desk.selected, x)
        colour = self._desk.look(self._desk.selected).colour
        if not (abs(value) < _FARTHEST and abs(slope) < _FARTHEST):
            self._remove_selected()
            return
        for plot, y in self._shown_plots(value, slope):
            plot.add_draggable(_HANDLE, x, y, colour)
        # Written on the side of the point where the curve and its tangent are not.
        beside = (1.1, 1.25) if slope >= 0 else (-0.1, 1.25)
        if self._desk.draws(VALUES) and VALUES not in self._desk.hidden:
            self.values.set_text("number", x, value, format_number(value, 4), "value", beside)
        else:
            self.values.remove("number")
        if self._desk.draws(SLOPES):
            text = format_number(slope, 4)
            self.slopes.set_text("number", x, slope, text, "gradient", (-0.15, 1.1))
        if self._desk.shows_tangent and self._desk.draws(SLOPES):
            ends = np.array([x - _TANGENT_REACH, x + _TANGENT_REACH])
            self.values.set_curve(
                _TANGENT, ends, value + slope * (ends - x), "gradient", "solid", width=1.8
            )
        else:
            self.values.remove(_TANGENT)

    def _shown_plots(self, value: T, slope: T) -> Iterator[tuple[PlotView, T]]:
        """Yield the plots in which something is to be drawn, and clear the others of it all."""
        for plot, kind, y in ((self.values, VALUES, value), (self.slopes, SLOPES, slope)):
            if self._desk.draws(kind):
                yield plot, y
            else:
                for key in (*self._drawn, *(f"at {name}" for name in self._drawn)):
                    plot.remove(key)
                for key in (_HANDLE, "number"):
                    plot.remove(key)

    def _on_dragged(self, _key: str, x: float, _y: float) -> None:
        before = self._desk.x
        self._desk.set_x(x)
        if self._desk.x == before:
            # The point slid off its curve without a new x: it goes back onto it.
            self._draw_point()


def undefined_ranges(x: Array, y: Array) -> list[tuple[float, float]]:
    """Return where a sampled function has no value, from the first place to the last of each.

    Args:
        x: Places in order, shape (n,).
        y: The values, shape (n,), NaN where there is none; a single such place is a hole and no
            range.
    """
    gap = np.isnan(y).astype(np.int8)
    edges = np.diff(np.concatenate([[0], gap, [0]]))
    begins, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) - 1
    return [
        (
            -np.inf if begin == 0 else float(x[begin]),
            np.inf if end == len(x) - 1 else float(x[end]),
        )
        for begin, end in zip(begins, ends, strict=True)
        if end > begin
    ]
