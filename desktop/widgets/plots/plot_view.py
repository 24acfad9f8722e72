"""The plot that every space uses: keyed curves, points, bars, images, contours and handles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme_notifier
from desktop.widgets.plots.contour_lines import contour_segments, edge_segments
from desktop.widgets.plots.plot_bands import BandsMark
from desktop.widgets.plots.plot_canvas import PlotCanvas, Range
from desktop.widgets.plots.plot_export import PlotExport
from desktop.widgets.plots.plot_legend import PlotLegend
from desktop.widgets.plots.plot_marks import (
    BarsMark,
    CurveMark,
    HandleMark,
    LineMark,
    Mark,
    PointsMark,
    ShapeMark,
    TextMark,
)
from desktop.widgets.plots.plot_menu import PlotMenu, is_fit_key
from desktop.widgets.plots.plot_outside import OutsideNotice
from desktop.widgets.plots.plot_pictures import ContourMark, ImageMark
from desktop.widgets.plots.plot_style import (
    SURFACE_RAMP,
    Colour,
    ColourFunction,
    LineStyle,
    PenScale,
)
from desktop.widgets.plots.plot_table import series_of, table_text
from engine import ranges

_SMALLEST = 148, 90
_M = TypeVar("_M", bound=Mark)


class PlotView(QWidget):
    """A plot whose contents are set by key: setting a key again changes it in place.

    Colours are names of the theme, such as ``"series_2"``, or colours; names follow a change
    of the theme. All coordinates are data coordinates, on logarithmic axes too.

    Dragging pans and the wheel zooms; a double click or the key A shows the first view again. The
    context menu, by the right button or the menu key, saves what is shown.

    Attributes:
        canvas: The drawing area, with axes and pixels.
        legend: The legend above it.
        export: What saves and copies what is shown.
        menu: What the right button opens.

    Signals:
        clicked(x, y), hovered(x, y): the plot was clicked, or the mouse moved over it.
        click_taken_back(): the last click began a double click.
        hover_left(): the mouse left the plot.
        dragged(key, x, y): a handle is being dragged and stands there now.
        drag_finished(key, x, y): a handle was let go.
        curve_toggled(key, shown): a curve was shown or hidden in the legend.
    """

    clicked = Signal(float, float)
    click_taken_back = Signal()
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
        self._title = PlainLabel(self)
        self._title.setProperty("kind", "muted")
        self.legend = PlotLegend(self)
        self.legend.toggled.connect(self._on_legend_toggled)
        self.canvas = PlotCanvas(self)
        self.canvas.clicked.connect(self.clicked)
        self.canvas.click_taken_back.connect(self.click_taken_back)
        self.canvas.hovered.connect(self.hovered)
        self.canvas.left.connect(self.hover_left)
        self.canvas.reset_wanted.connect(self.reset_view)
        self.export = PlotExport(self, self._table, self._drawn_plainly)
        self.menu = PlotMenu(self, self.canvas, self.legend, self.export)
        self.menu.reset_wanted.connect(self.reset_view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.set_title(title)
        theme_notifier().follow(self._redraw, only_paints=True)

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setProperty("kind", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 6, 6, 4)
        self.canvas.setMinimumSize(*_SMALLEST)
        inside.addWidget(self.canvas)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.legend, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(frame, 1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of everything shown."""
        return tuple(self._marks)

    @property
    def view_range(self) -> tuple[Range, Range]:
        """The shown ranges of x and of y."""
        return self.canvas.view_range

    def to_canvas(self, x: float, y: float) -> QPointF:
        """Where a data point lies in the canvas's pixels."""
        return self.canvas.to_widget(x, y)

    def set_title(self, title: str) -> None:
        """Write a title above the plot."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_labels(self, x: str = "", y: str = "") -> None:
        """Name the axes."""
        self.canvas.set_labels(x, y)

    def set_log(self, x: bool = False, y: bool = False) -> None:
        """Make axes logarithmic; what has no logarithm there is left out."""
        scale = self.canvas.scale_of_axes
        if (scale.log_x, scale.log_y) == (x, y):
            return
        self.canvas.set_log(x, y)
        self._fit_powers()
        self._redraw()
        self.canvas.show_range(*self._home)

    def set_view(self, x_range: Range | None = None, y_range: Range | None = None) -> None:
        """Show these ranges now and on reset; None fits an axis to its data."""
        self._home = (x_range, y_range)
        if self._fit_powers():
            self._redraw()
        self.canvas.show_range(x_range, y_range)

    def reset_view(self) -> None:
        """Show the ranges of `set_view` again."""
        self.canvas.show_range(*self._home)

    def set_aspect_locked(self, locked: bool) -> None:
        """Give both axes the same scale, so that circles stay round."""
        self.canvas.set_aspect_locked(locked)

    def set_mouse_enabled(self, x: bool = True, y: bool = True) -> None:
        """Let the mouse zoom and pan each axis, or not."""
        self.canvas.set_movable(x=x, y=y)

    def set_grid(self, shown: bool) -> None:
        """Show or hide the grid lines."""
        self.canvas.set_grid(shown)

    def tell_outside(self) -> OutsideNotice:
        """From now on say which curves lie outside the view, and offer to show them."""
        return OutsideNotice(self.canvas, self._marks, self)

    def set_ticks(self, x: Sequence[tuple[float, str]] | None) -> None:
        """Write these texts under the horizontal axis instead of numbers."""
        self.canvas.getAxis("bottom").setTicks(None if x is None else [list(x)])

    def set_counted(self) -> None:
        """Say that the vertical axis counts things, and has no numbers between whole ones."""
        self.canvas.set_whole("left")

    def curve_data(self, key: str) -> tuple[Any, Any]:
        """The coordinates a curve, or points, were given."""
        mark = self._marks[key]
        if not isinstance(mark, CurveMark | PointsMark):
            raise TypeError(f"{key!r} is not a curve")
        return mark.x, mark.y

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
            self.legend.set_entry(key, name, colour, style, symbol, width)
        else:
            self.legend.remove_entry(key)

    def set_points(
        self,
        key: str,
        x: Any,
        y: Any,
        colours: Colour | Sequence[Colour] = "accent",
        symbols: str | Sequence[str] = "circle",
        size: float = 9.0,
        outline: Colour = "panel",
        above: int = 0,
    ) -> None:
        """Draw points, with one colour and symbol for all or each; `above` covers what is lower."""
        mark = self._mark(key, PointsMark)
        mark.x, mark.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        mark.colours = [colours] if isinstance(colours, str | QColor) else colours
        mark.symbols = [symbols] if isinstance(symbols, str) else symbols
        mark.size, mark.outline, mark.above = size, outline, above
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

    def set_shape(
        self, key: str, x: Any, y: Any, colour: Colour = "accent", alpha: float = 0.35
    ) -> None:
        """Fill outlines, shape (n,) each, separated by NaN."""
        mark = self._mark(key, ShapeMark)
        mark.x, mark.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        mark.colour, mark.alpha = colour, alpha
        self._draw(mark)

    def set_bands(
        self,
        key: str,
        ranges: Sequence[tuple[float, float]],
        colour: Colour = "saturation",
        *,
        horizontal: bool = False,
        alpha: float = 1.0,
        hatched: bool = False,
    ) -> None:
        """Shade or hatch ranges of x, or of y when horizontal; they may be endless."""
        mark = self._mark(key, BandsMark, "horizontal" if horizontal else "vertical")
        mark.ranges, mark.colour, mark.alpha = list(ranges), colour, alpha
        mark.is_hatched = hatched
        self._draw(mark)

    def bands(self, key: str) -> list[tuple[float, float]]:
        """The ranges that are shaded, none for a key that is not there."""
        mark = self._marks.get(key)
        return list(mark.ranges) if isinstance(mark, BandsMark) else []

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
        levels: Sequence[float] | None,
        colour: Colour = "plot_axis",
        width: float = 1.0,
        alpha: float = 1.0,
    ) -> None:
        """Draw the lines on which z has one of the levels, or, for None, where labels meet.

        The shapes are (columns,) of x, (rows,) of y and (rows, columns) of z; the width is in
        pixels, and alpha is the opacity, 0 to 1.
        """
        mark = self._mark(key, ContourMark)
        x, y, z = (np.asarray(numbers, dtype=float) for numbers in (x, y, z))
        mark.x, mark.y = (
            edge_segments(x, y, z) if levels is None else contour_segments(x, y, z, levels)
        )
        mark.colour, mark.width, mark.alpha = colour, width, alpha
        self._draw(mark)

    def add_draggable(
        self, key: str, x: float, y: float, colour: Colour = "accent", size: float = 13.0
    ) -> None:
        """Put a handle at a point, or move it there without emitting ``dragged``."""
        is_new = key not in self._marks
        mark = self._mark(key, HandleMark)
        is_same = (mark.x, mark.y, mark.colour, mark.size) == (x, y, colour, size)
        # It may have been dragged to another place than it says.
        if not is_new and is_same and mark.is_in_place(self.canvas.scale_of_axes):
            return
        mark.x, mark.y, mark.colour, mark.size = x, y, colour, size
        if is_new:
            mark.target.sigPositionChanged.connect(lambda _: self._on_handle_moved(key))
            mark.target.sigPositionChangeFinished.connect(lambda _: self._on_handle_let_go(key))
        self._draw(mark)

    def handle_place(self, key: str) -> tuple[float, float]:
        """Where a handle stands."""
        mark = self._marks[key]
        if not isinstance(mark, HandleMark):
            raise TypeError(f"{key!r} is not a handle")
        return mark.x, mark.y

    def set_visible(self, key: str, visible: bool) -> None:
        """Show or hide one thing without forgetting it."""
        self._marks[key].set_visible(visible)

    def remove(self, key: str) -> None:
        """Take one thing away; nothing happens when there is none of that key."""
        mark = self._marks.pop(key, None)
        if mark is not None:
            for item in mark.items:
                self.canvas.remove_mark(item)
        self.legend.remove_entry(key)

    def clear(self) -> None:
        """Take everything away."""
        for key in self.keys:
            self.remove(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the first view again on A."""
        if is_fit_key(event):
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the plot's own menu, at the mouse or, by the menu key, in the middle."""
        self.menu.open(event, self)

    @contextmanager
    def _drawn_plainly(self, pen_factor: float) -> Iterator[None]:
        """Draw for a picture whose pixels are so much finer than the screen's.

        The width of a plot's pens is counted in pixels, whatever the zoom.
        """
        with self.canvas.drawn_plainly(), self.legend.drawn_plainly():
            try:
                PenScale.factor = pen_factor
                self._redraw()
                yield
            finally:
                PenScale.factor = None
                self._redraw()

    def export_text(self) -> str:
        """Return the numbers that are shown, as CSV."""
        return self._table()()

    def _table(self) -> Callable[[], str]:
        series = series_of(self._marks, lambda key: self.legend.name(key) or key)
        return lambda: table_text(series)

    def _mark(self, key: str, kind: type[_M], *args: str) -> _M:
        found = self._marks.get(key)
        if isinstance(found, kind):
            return found
        self.remove(key)
        made = kind(*args)
        self._marks[key] = made
        for item in made.items:
            self.canvas.add_mark(item, widens_view=made.widens_view)
        return made

    def _draw(self, mark: Mark) -> None:
        self._moving_handle = True
        mark.draw(self.canvas.scale_of_axes)
        self._moving_handle = False
        if mark.widens_view and None in self._home and self._fit_powers():
            self._redraw()

    def _fit_powers(self) -> bool:
        """Suit what is drawn to the size of the numbers; return whether that has changed it."""
        reaches = [mark.reach() for mark in self._marks.values() if mark.widens_view]
        along = []
        for axis, home in enumerate(self._home):
            found = (reach[axis] for reach in reaches) if home is None else map(abs, home)
            along.append(max(map(ranges.finite, found), default=0.0))
        return self.canvas.fit_powers(along[0], along[1])

    def _redraw(self) -> None:
        for mark in self._marks.values():
            self._draw(mark)

    def _handle_from_screen(self, key: str) -> HandleMark | None:
        mark = self._marks.get(key)
        if self._moving_handle or not isinstance(mark, HandleMark):
            return None
        place = mark.target.pos()
        mark.x, mark.y = self.canvas.scale_of_axes.data(place.x(), place.y())
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
