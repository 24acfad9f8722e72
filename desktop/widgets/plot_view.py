"""The plot that every space uses: keyed curves, points, bars, images, contours and handles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.foundation.theme import theme_notifier
from desktop.widgets.contour_lines import contour_segments
from desktop.widgets.plot_canvas import PlotCanvas, Range
from desktop.widgets.plot_legend import PlotLegend
from desktop.widgets.plot_marks import (
    BandMark,
    BarsMark,
    ContourMark,
    CurveMark,
    HandleMark,
    ImageMark,
    LineMark,
    Mark,
    PointsMark,
    TextMark,
)
from desktop.widgets.plot_style import SURFACE_RAMP, Colour, ColourFunction, LineStyle

_M = TypeVar("_M", bound=Mark)


class PlotView(QWidget):
    """A plot whose contents are set by key: setting a key again changes it in place.

    Colours are names of the theme, such as ``"series_2"``, or colours; names follow a change
    of the theme. All coordinates are data coordinates, on logarithmic axes too.

    Dragging pans and the wheel zooms; a double click or the key A shows the first view again.

    Signals:
        clicked(x, y): the plot was clicked.
        hovered(x, y): the mouse moved over the plot.
        hover_left(): the mouse left the plot.
        dragged(key, x, y): a handle is being dragged and stands there now.
        drag_finished(key, x, y): a handle was let go.
        curve_toggled(key, shown): a curve was shown or hidden in the legend.
    """

    clicked = Signal(float, float)
    hovered = Signal(float, float)
    hover_left = Signal()
    dragged = Signal(str, float, float)
    drag_finished = Signal(str, float, float)
    curve_toggled = Signal(str, bool)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, Mark] = {}
        self._home: tuple[Range | None, Range | None] = (None, None)
        self._moving_handle = False
        self._title = QLabel(self)
        self._title.setProperty("kind", "muted")
        self._legend = PlotLegend(self)
        self._legend.toggled.connect(self._on_legend_toggled)
        self._canvas = PlotCanvas(self)
        self._canvas.clicked.connect(self.clicked)
        self._canvas.hovered.connect(self.hovered)
        self._canvas.left.connect(self.hover_left)
        self._canvas.reset_wanted.connect(self.reset_view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self._lay_out()
        self.set_title(title)
        theme_notifier().changed.connect(self._redraw)

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setProperty("kind", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 6, 6, 4)
        inside.addWidget(self._canvas)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._legend, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(frame, 1)

    @property
    def legend(self) -> PlotLegend:
        """The legend above the plot."""
        return self._legend

    @property
    def canvas(self) -> PlotCanvas:
        """The drawing area, for its pixels."""
        return self._canvas

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything shown."""
        return tuple(self._marks)

    @property
    def view_range(self) -> tuple[Range, Range]:
        """The shown ranges of x and of y."""
        return self._canvas.view_range

    def to_canvas(self, x: float, y: float) -> QPointF:
        """Where a data point lies in the canvas's pixels."""
        return self._canvas.to_widget(x, y)

    def curve_data(self, key: str) -> tuple[Any, Any]:
        """The coordinates a curve, or points, were given."""
        mark = self._marks[key]
        if not isinstance(mark, CurveMark | PointsMark):
            raise TypeError(f"{key!r} is not a curve")
        return mark.x, mark.y

    def handle_place(self, key: str) -> tuple[float, float]:
        """Where a handle stands."""
        mark = self._marks[key]
        if not isinstance(mark, HandleMark):
            raise TypeError(f"{key!r} is not a handle")
        return mark.x, mark.y

    def set_title(self, title: str) -> None:
        """Write a title above the plot."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_labels(self, x: str = "", y: str = "") -> None:
        """Name the axes."""
        self._canvas.set_labels(x, y)

    def set_log(self, x: bool = False, y: bool = False) -> None:
        """Make axes logarithmic; what has no logarithm there is left out."""
        self._canvas.set_log(x, y)
        self._redraw()
        self._canvas.show_range(*self._home)

    def set_view(self, x_range: Range | None = None, y_range: Range | None = None) -> None:
        """Show these ranges now and on reset; None fits an axis to its data."""
        self._home = (x_range, y_range)
        self._canvas.show_range(x_range, y_range)

    def reset_view(self) -> None:
        """Show the ranges of `set_view` again."""
        self._canvas.show_range(*self._home)

    def set_aspect_locked(self, locked: bool) -> None:
        """Give both axes the same scale, so that circles stay round."""
        self._canvas.setAspectLocked(locked)

    def set_mouse_enabled(self, x: bool = True, y: bool = True) -> None:
        """Let the mouse zoom and pan each axis, or not."""
        self._canvas.setMouseEnabled(x=x, y=y)

    def set_grid(self, shown: bool) -> None:
        """Show or hide the grid lines."""
        self._canvas.set_grid(shown)

    def set_axes_visible(self, visible: bool) -> None:
        """Show or hide the axes."""
        self._canvas.set_axes_visible(visible)

    def set_ticks(self, x: Sequence[tuple[float, str]] | None) -> None:
        """Write these texts under the horizontal axis instead of numbers."""
        self._canvas.getAxis("bottom").setTicks(None if x is None else [list(x)])

    def set_crosshair(self, shown: bool) -> None:
        """Draw a cross through the mouse."""
        self._canvas.set_crosshair(shown)

    def link_x(self, other: PlotView) -> None:
        """Pan and zoom horizontally together with another plot."""
        self._canvas.setXLink(other.canvas)

    def set_curve(
        self,
        key: str,
        x: Any,
        y: Any,
        colour: Colour = "accent",
        style: LineStyle = "solid",
        symbol: str = "",
        width: float = 2.0,
        name: str = "",
    ) -> None:
        """Draw a line through points; a name puts it into the legend.

        Args:
            key: what the curve is called in other calls.
            x: horizontal places, shape (n,).
            y: vertical places, shape (n,); NaN breaks the line.
            colour: a theme colour's name or a colour.
            style: one of ``LINE_STYLES``.
            symbol: one of ``SYMBOLS``, drawn at a few places along the line.
            width: in pixels.
            name: for the legend; '' for none.
        """
        mark = self._mark(key, CurveMark)
        mark.x, mark.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        mark.colour, mark.style, mark.symbol, mark.width = colour, style, symbol, width
        self._draw(mark)
        if name:
            self._legend.set_entry(key, name, colour, style, symbol, width)
        else:
            self._legend.remove_entry(key)

    def set_points(
        self,
        key: str,
        x: Any,
        y: Any,
        colours: Colour | Sequence[Colour] = "accent",
        symbols: str | Sequence[str] = "circle",
        size: float = 9.0,
        outline: Colour = "panel",
    ) -> None:
        """Draw separate points, with one colour and symbol for all or one for each."""
        mark = self._mark(key, PointsMark)
        mark.x, mark.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        mark.colours = [colours] if isinstance(colours, str | QColor) else colours
        mark.symbols = [symbols] if isinstance(symbols, str) else symbols
        mark.size, mark.outline = size, outline
        self._draw(mark)

    def set_bars(
        self,
        key: str,
        x: Any,
        heights: Any,
        width: float,
        colour: Colour = "accent",
        floor: float = 0.0,
    ) -> None:
        """Draw upright bars from ``floor``, which a logarithmic axis needs above 0."""
        mark = self._mark(key, BarsMark)
        mark.x, mark.heights = np.asarray(x, dtype=float), np.asarray(heights, dtype=float)
        mark.width, mark.colour, mark.floor = width, colour, floor
        self._draw(mark)

    def set_band(
        self,
        key: str,
        low: float,
        high: float,
        colour: Colour = "saturation",
        *,
        horizontal: bool = False,
        alpha: float = 1.0,
    ) -> None:
        """Shade a range of x, or of y when horizontal."""
        orientation = "horizontal" if horizontal else "vertical"
        mark = self._mark(key, BandMark, orientation)
        mark.low, mark.high, mark.colour, mark.alpha = low, high, colour, alpha
        self._draw(mark)

    def set_line(
        self,
        key: str,
        place: float,
        colour: Colour = "plot_axis",
        style: LineStyle = "solid",
        *,
        horizontal: bool = False,
        width: float = 1.0,
        label: str = "",
    ) -> None:
        """Draw an endless line at x = place, or at y = place when horizontal."""
        mark = self._mark(key, LineMark, "horizontal" if horizontal else "vertical")
        mark.place, mark.colour, mark.style = place, colour, style
        mark.width, mark.label = width, label
        self._draw(mark)

    def set_text(
        self,
        key: str,
        x: float,
        y: float,
        text: str,
        colour: Colour = "text",
        anchor: tuple[float, float] = (0.5, 0.5),
    ) -> None:
        """Write at a point, which the anchor sees from (0, 0), upper left, to (1, 1)."""
        mark = self._mark(key, TextMark)
        mark.x, mark.y, mark.text, mark.colour, mark.anchor = x, y, text, colour, anchor
        self._draw(mark)

    def set_image(
        self,
        key: str,
        values: Any,
        rect: tuple[float, float, float, float],
        colours: Sequence[Colour] | ColourFunction | None = SURFACE_RAMP,
        levels: tuple[float, float] | None = None,
    ) -> None:
        """Paint a grid of samples as colours, below everything else.

        Args:
            key: what the image is called in other calls.
            values: samples, shape (rows, columns), row 0 at the lowest y; or, when ``colours``
                is None, red, green, blue and alpha as bytes, shape (rows, columns, 4).
            rect: x of the first and last column, y of the first and last row.
            colours: at least two colours from low to high, or a function from ``values`` to
                red, green, blue and alpha as bytes.
            levels: the values of the first and last colour; the extremes when None.
        """
        mark = self._mark(key, ImageMark)
        mark.values, mark.rect = np.asarray(values), rect
        mark.colours, mark.levels = colours, levels
        self._draw(mark)

    def set_contours(
        self,
        key: str,
        x: Any,
        y: Any,
        z: Any,
        levels: Sequence[float],
        colour: Colour = "plot_axis",
        width: float = 1.0,
        alpha: float = 1.0,
    ) -> None:
        """Draw the lines on which z has one of the levels.

        Args:
            key: what the lines are called in other calls.
            x: the columns' places, shape (columns,).
            y: the rows' places, shape (rows,).
            z: samples, shape (rows, columns).
            levels: the values to draw lines at; see `contour_lines.log_levels`.
            colour: a theme colour's name or a colour.
            width: in pixels.
            alpha: opacity, 0 to 1.
        """
        mark = self._mark(key, ContourMark)
        mark.x, mark.y = contour_segments(
            np.asarray(x, dtype=float), np.asarray(y, dtype=float), np.asarray(z, dtype=float),
            levels,
        )  # fmt: skip
        mark.colour, mark.width, mark.alpha = colour, width, alpha
        self._draw(mark)

    def add_draggable(
        self, key: str, x: float, y: float, colour: Colour = "accent", size: float = 13.0
    ) -> None:
        """Put a handle at a point, or move it there without emitting ``dragged``."""
        is_new = key not in self._marks
        mark = self._mark(key, HandleMark)
        mark.x, mark.y, mark.colour, mark.size = x, y, colour, size
        if is_new:
            mark.target.sigPositionChanged.connect(lambda _: self._on_handle_moved(key))
            mark.target.sigPositionChangeFinished.connect(lambda _: self._on_handle_let_go(key))
        self._draw(mark)

    def set_visible(self, key: str, visible: bool) -> None:
        """Show or hide one thing without forgetting it."""
        self._marks[key].set_visible(visible)

    def remove(self, key: str) -> None:
        """Take one thing away; nothing happens when there is none of that key."""
        mark = self._marks.pop(key, None)
        if mark is not None:
            for item in mark.items:
                self._canvas.removeItem(item)
        self._legend.remove_entry(key)

    def clear(self) -> None:
        """Take everything away."""
        for key in self.keys:
            self.remove(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the first view again on A."""
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def _mark(self, key: str, kind: type[_M], *args: str) -> _M:
        found = self._marks.get(key)
        if isinstance(found, kind):
            return found
        self.remove(key)
        made = kind(*args)
        self._marks[key] = made
        for item in made.items:
            bounds_count = isinstance(made, CurveMark | PointsMark | BarsMark | ImageMark)
            self._canvas.addItem(item, ignoreBounds=not bounds_count)
        return made

    def _draw(self, mark: Mark) -> None:
        self._moving_handle = True
        mark.draw(self._canvas.scale_of_axes)
        self._moving_handle = False

    def _redraw(self) -> None:
        for mark in self._marks.values():
            self._draw(mark)

    def _handle_from_screen(self, key: str) -> HandleMark | None:
        mark = self._marks.get(key)
        if self._moving_handle or not isinstance(mark, HandleMark):
            return None
        place = mark.target.pos()
        mark.x, mark.y = self._canvas.scale_of_axes.data(place.x(), place.y())
        return mark

    def _on_handle_moved(self, key: str) -> None:
        mark = self._handle_from_screen(key)
        if mark is not None:
            self.dragged.emit(key, mark.x, mark.y)

    def _on_handle_let_go(self, key: str) -> None:
        mark = self._handle_from_screen(key)
        if mark is not None:
            self._draw(mark)
            self.drag_finished.emit(key, mark.x, mark.y)

    def _on_legend_toggled(self, key: str, shown: bool) -> None:
        if key in self._marks:
            self.set_visible(key, shown)
        self.curve_toggled.emit(key, shown)
