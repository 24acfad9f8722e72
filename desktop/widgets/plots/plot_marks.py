"""What a plot can show, each mark with its data: curves, points, bars, bands, lines, texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.plots.plot_line import LineItem
from desktop.widgets.plots.plot_points import PointsItem
from desktop.widgets.plots.plot_scale import PlotScale
from desktop.widgets.plots.plot_style import (
    Colour,
    FloatArray,
    LineStyle,
    pen,
    resolve,
)
from desktop.widgets.plots.symbol_paths import drawn_symbol
from engine import ranges

_SYMBOLS_ALONG_A_CURVE = 9
# Symbols that fill little of their square are drawn larger, to weigh as much as the others.
_SPREAD = {"plus": 1.4, "cross": 1.4, "star": 1.6}
_Z_LINE, _Z_BAR = -10, 0
# Where a sign that marks a line has its middle, whichever side of the plot is nearer.
_ON_LINE = [(0.5, 0.5), (0.5, 0.5)]
_Z_CURVE, _Z_POINT, _Z_TEXT, _Z_HANDLE = 10, 20, 30, 40
_Z_SHAPE = 5


class Mark:
    """One thing in a plot: its graphics items, and how to draw them again.

    Attributes:
        widens_view: Whether a view that fits its data makes room for this mark.
    """

    widens_view = False
    _drawn: tuple[object, ...] | None = None

    def __init__(self, *items: Any) -> None:
        self.items = items

    def _is_drawn(self, *looks: object) -> bool:
        """Whether it has been drawn so already; what is asked is what is drawn from now on.

        The library lays texts and lines out anew for everything that it is told, and a plot that is
        played tells each of its marks in every frame.
        """
        is_same = looks == self._drawn
        self._drawn = looks
        return is_same

    def reach(self) -> tuple[float, float]:
        """Return the size of the largest number along each axis; 0 for what widens no view."""
        return 0.0, 0.0

    def draw(self, scale: PlotScale) -> None:
        """Place and colour the items from the data, for this scale and today's theme."""
        raise NotImplementedError

    def set_visible(self, visible: bool) -> None:
        """Show or hide all the items."""
        for item in self.items:
            item.setVisible(visible)

    @property
    def is_visible(self) -> bool:
        """Whether the mark is shown."""
        return bool(self.items[0].isVisible())


class CurveMark(Mark):
    """A line through points, with symbols along it where asked."""

    widens_view = True

    def __init__(self) -> None:
        self._line = LineItem()
        self._line.setZValue(_Z_CURVE)
        self._symbols = PointsItem()
        self._symbols.setZValue(_Z_CURVE)
        # Painting nothing costs almost as much as painting something.
        self._symbols.setVisible(False)
        super().__init__(self._line, self._symbols)
        self.x: FloatArray = np.empty(0)
        self.y: FloatArray = np.empty(0)
        self.colour: Colour = "accent"
        self.style: LineStyle = "solid"
        self.symbol = ""
        self.width = 2.0

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.x), ranges.extent(self.y)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        x, y = scale.drawn_x(self.x), scale.drawn_y(self.y)
        drawn_pen = pen(self.colour, self.width, self.style)
        self._line.set_line(x, y, drawn_pen)
        self._symbols.setVisible(bool(self.symbol) and self.is_visible)
        if not self.symbol:
            return
        every = max(1, len(x) // _SYMBOLS_ALONG_A_CURVE)
        shown = np.arange(every // 2, len(x), every)
        shown = shown[np.isfinite(x[shown]) & np.isfinite(y[shown])]
        _forget_symbols(self._symbols)
        self._symbols.setData(
            x[shown], y[shown], symbol=drawn_symbol(self.symbol),
            size=(4 + 2 * self.width) * _SPREAD.get(self.symbol, 1.0) * theme().scale,
            pen=pen("panel", 1.0), brush=resolve(self.colour),
        )  # fmt: skip

    def set_visible(self, visible: bool) -> None:
        """Show or hide the line, and the symbols if it has any."""
        self._line.setVisible(visible)
        self._symbols.setVisible(visible and bool(self.symbol))


class PointsMark(Mark):
    """Separate points, with colours and symbols of their own."""

    widens_view = True

    def __init__(self) -> None:
        self._points = PointsItem()
        super().__init__(self._points)
        self.x: FloatArray = np.empty(0)
        self.y: FloatArray = np.empty(0)
        self.colours: Sequence[Colour] = ()
        self.symbols: Sequence[str] = ()
        self.size = 9.0
        self.outline: Colour = "panel"
        # Which points cover which must not hang on who was drawn first.
        self.above = 0

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.x), ranges.extent(self.y)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        self._points.setZValue(_Z_POINT + self.above)
        symbols = [drawn_symbol(symbol) for symbol in self.symbols]
        colours = [resolve(colour) for colour in self.colours]
        x, y = scale.drawn_x(self.x), scale.drawn_y(self.y)
        has_place = np.isfinite(x) & np.isfinite(y)
        if not has_place.all():
            x, y = x[has_place], y[has_place]
            symbols, colours = _kept(symbols, has_place), _kept(colours, has_place)
        outline, size = pen(self.outline, 1.2), self.size * theme().scale
        if self._is_drawn(x.tobytes(), y.tobytes(), symbols, colours, outline, size):
            return
        brushes = [pg.mkBrush(colour) for colour in colours]
        _forget_symbols(self._points)
        self._points.setData(
            x, y, symbol=_one_or_all(symbols), brush=_one_or_all(brushes), pen=outline, size=size
        )


def _kept(values: list[Any], kept: NDArray[np.bool_]) -> list[Any]:
    """Return the values of the points that are kept; one for all stays."""
    if len(values) == 1:
        return values
    return [value for value, is_kept in zip(values, kept.tolist(), strict=True) if is_kept]


def _one_or_all(values: list[Any]) -> Any:
    """Return the one value for all points as such, which is far quicker than one for each."""
    return values[0] if len(values) == 1 else values


def _forget_symbols(points: Any) -> None:
    """Throw away the pictures of symbols drawn before.

    The library keeps one for each pen it has ever seen, and a plot that is played has a new pen in
    every frame.
    """
    points.fragmentAtlas.clear()


class BarsMark(Mark):
    """Upright bars; on a logarithmic axis they stand on the given floor."""

    widens_view = True

    def __init__(self) -> None:
        self._bars = pg.BarGraphItem(x=[], height=[], width=1.0)
        self._bars.setZValue(_Z_BAR)
        super().__init__(self._bars)
        self.x: FloatArray = np.empty(0)
        self.heights: FloatArray = np.empty(0)
        self.width = 0.8
        self.floor = 0.0
        self.colour: Colour = "accent"

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.x), ranges.extent(self.heights)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        tops = scale.drawn_y(np.maximum(self.heights, self.floor))
        x = scale.drawn_x(self.x)
        has_place = np.isfinite(tops) & np.isfinite(x)
        x, tops = x[has_place], tops[has_place]
        self._bars.setOpts(
            x=x, y0=np.full(len(tops), scale.end_y(self.floor)), y1=tops, width=self.width,
            height=None, brush=resolve(self.colour), pen=pen(self.colour, 1.0),
        )  # fmt: skip


class LineMark(Mark):
    """An endless line across the plot, with an optional label."""

    def __init__(self, orientation: str) -> None:
        angle = 90 if orientation == "vertical" else 0
        self._line = pg.InfiniteLine(angle=angle, movable=False)
        self._line.setZValue(_Z_LINE)
        self._label: Any = None
        super().__init__(self._line)
        self.orientation = orientation
        self.place = 0.0
        self.colour: Colour = "plot_axis"
        self.style: LineStyle = "solid"
        self.width = 1.0
        self.label = ""

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        place = (scale.end_x if self.orientation == "vertical" else scale.end_y)(self.place)
        drawn_pen = pen(self.colour, self.width, self.style)
        colour, font = resolve(self.colour), theme().font("caption")
        if self._is_drawn(place, drawn_pen, colour, font, self.label):
            return
        self._line.setValue(place)
        self._line.setPen(drawn_pen)
        if self.label:
            self._write(colour, font)
        elif self._label is not None:
            self._label.setVisible(False)

    def _write(self, colour: QColor, font: QFont) -> None:
        if self._label is None:
            self._label = pg.InfLineLabel(self._line, text="", position=0.94, movable=False)
            self._beside = self._label.anchors
        self._label.setColor(colour)
        self._label.textItem.setFont(font)
        # A single sign marks the line and stands on it; words stand beside it.
        self._label.anchors = _ON_LINE if len(self.label) == 1 else self._beside
        # What stands in braces would be filled in.
        self._label.format = self.label.replace("{", "{{").replace("}", "}}")
        # A line that is hidden would not write its label.
        self._label.setText(self.label)
        self._label.setVisible(True)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the line; its label stands where it is once it is seen again."""
        super().set_visible(visible)
        if visible and self._label is not None:
            self._label.valueChanged()


class TextMark(Mark):
    """A short text at a point."""

    def __init__(self) -> None:
        self._text = pg.TextItem()
        self._text.setZValue(_Z_TEXT)
        super().__init__(self._text)
        self.x, self.y = 0.0, 0.0
        self.text = ""
        self.colour: Colour = "text"
        self.anchor = (0.5, 0.5)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        place, font = scale.drawn(self.x, self.y), theme().font("caption")
        colour, ground = resolve(self.colour), resolve("label_ground")
        if self._is_drawn(place, self.text, colour, font, self.anchor, ground):
            return
        self._text.setText(self.text, colour)
        self._text.setFont(font)
        self._text.setAnchor(self.anchor)
        self._text.fill = pg.mkBrush(ground)
        self._text.setPos(*place)


class _Target(pg.TargetItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A target with smooth edges, which the library smooths only where all is smoothed."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the present state."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)


class HandleMark(Mark):
    """A point that the user drags."""

    def __init__(self) -> None:
        self.target = _Target(symbol="o", size=14, movable=True)
        self.target.setZValue(_Z_HANDLE)
        super().__init__(self.target)
        self.x, self.y = 0.0, 0.0
        self.colour: Colour = "accent"
        self.size = 13.0

    def is_in_place(self, scale: PlotScale) -> bool:
        """Whether it is drawn where it says."""
        place = self.target.pos()
        return (place.x(), place.y()) == scale.drawn(self.x, self.y)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        self.target.scale = self.size * theme().scale
        self.target.setPath(_disc())
        self.target.setPen(pen("panel", 2.0))
        self.target.setBrush(resolve(self.colour))
        self.target.setHoverPen(pen("text", 2.0))
        self.target.setHoverBrush(resolve(self.colour))
        self.target.setPos(*scale.drawn(self.x, self.y))


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(-0.5, -0.5, 1.0, 1.0)
    return path


class ShapeMark(Mark):
    """Closed outlines, separated by NaN, filled with one colour."""

    widens_view = True

    def __init__(self) -> None:
        self._path = QGraphicsPathItem()
        self._path.setZValue(_Z_SHAPE)
        super().__init__(self._path)
        self.x: FloatArray = np.empty(0)
        self.y: FloatArray = np.empty(0)
        self.colour: Colour = "accent"
        self.alpha = 0.35

    def reach(self) -> tuple[float, float]:
        """Return what `Mark.reach` says."""
        return ranges.extent(self.x), ranges.extent(self.y)

    def draw(self, scale: PlotScale) -> None:
        """Draw as `Mark.draw` says."""
        x, y = scale.drawn_x(self.x), scale.drawn_y(self.y)
        self._path.setPath(pg.arrayToQPath(x, y, connect="finite"))
        self._path.setPen(pen(self.colour, 1.2))
        self._path.setBrush(resolve(self.colour, self.alpha))
