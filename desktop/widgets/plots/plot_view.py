"""The plot that every space uses: keyed curves, points, bars, images, contours and handles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtGui import QColor

from desktop.widgets.plots.contour_lines import contour_segments
from desktop.widgets.plots.keyed_plot import KeyedPlot
from desktop.widgets.plots.plot_bands import BandsMark
from desktop.widgets.plots.plot_marks import (
    BarsMark,
    CurveMark,
    HandleMark,
    LineMark,
    PointsMark,
    ShapeMark,
    TextMark,
)
from desktop.widgets.plots.plot_pictures import ContourMark, ImageMark
from desktop.widgets.plots.plot_style import SURFACE_RAMP, Colour, ColourFunction, LineStyle


class PlotView(KeyedPlot):
    """A plot whose contents are set by key: setting a key again changes it in place.

    Colours are names of the theme, such as ``"series_2"``, or colours; names follow a change
    of the theme. All coordinates are data coordinates, on logarithmic axes too.
    """

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

    def set_shape(
        self, key: str, x: Any, y: Any, colour: Colour = "accent", alpha: float = 0.35
    ) -> None:
        """Fill outlines, shape (n,) each, separated by NaN."""
        mark = self._mark(key, ShapeMark)
        mark.x, mark.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        mark.colour, mark.alpha = colour, alpha
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
        self.set_bands(key, [(low, high)], colour, horizontal=horizontal, alpha=alpha)

    def set_bands(
        self,
        key: str,
        ranges: Sequence[tuple[float, float]],
        colour: Colour = "saturation",
        *,
        horizontal: bool = False,
        alpha: float = 1.0,
    ) -> None:
        """Shade ranges of x, or of y when horizontal; they may be endless."""
        mark = self._mark(key, BandsMark, "horizontal" if horizontal else "vertical")
        mark.ranges, mark.colour, mark.alpha = list(ranges), colour, alpha
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
        is_same = (mark.x, mark.y, mark.colour, mark.size) == (x, y, colour, size)
        # It may have been dragged to another place than it says.
        if not is_new and is_same and mark.is_in_place(self._canvas.scale_of_axes):
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
