"""The drawing area of a plot: axes in the theme's look, zooming, panning, mouse in data units."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from desktop.foundation.plain_text import escaped
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.number_text import format_number
from desktop.widgets.plot_frame import PlotFrame
from desktop.widgets.plot_style import PlotScale, pen, resolve

_TICK_DIGITS = 6
_DEFAULT_MARGIN = 0.04
_TOP_PX = 6
_LARGEST_EXPONENT = 300
# The room of a number on an axis.
_TALL_PX, _WIDE_PX = 17, 44
_LOCKED_AXIS_PX = 54
Range = tuple[float, float]

# The window system already gathers moves; dropping more of them makes a drag lag behind.
pg.setConfigOption("mouseRateLimit", -1)


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis with typographic minus signs and powers of ten as such.

    Attributes:
        is_whole: Whether it counts things, of which there are no halves.
    """

    is_whole = False

    def tickStrings(
        self, values: Sequence[float], scale: float, spacing: float
    ) -> Sequence[str | None]:
        """Return the texts of some ticks; None leaves the room to others."""
        if self.logMode:
            between = self._numbers_between()
            texts = (_power_text(value) or _between_text(value, between) for value in values)
            return [text or None for text in texts]
        digits = max(0, math.ceil(-math.log10(spacing * scale))) if spacing else 0
        return [_plain_text(value * scale, digits) for value in values]

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
        """Return the ticks from large to small, each once: a text drawn twice looks bold."""
        seen: set[float] = set()
        levels = []
        for spacing, all_values in super().tickValues(low, high, size):
            values = [v for v in all_values if not self.is_whole or float(v).is_integer()]
            fresh = [float(value) for value in values if round(float(value), 9) not in seen]
            seen.update(round(value, 9) for value in fresh)
            levels.append((spacing, fresh))
        return levels

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw at once: the axis is cached as pixels, and a picture plays its texts slowly."""
        painter.save()
        painter.setFont(self.style["tickFont"] or painter.font())
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)
        painter.restore()


def _plain_text(value: float, decimals: int) -> str:
    if value and not 1e-4 <= abs(value) < 1e6:
        return format_number(value, 3)
    rounded = float(f"{value:.{min(decimals, 12)}f}")
    return format_number(rounded, _TICK_DIGITS + max(0, decimals - 2))


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


class _View(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A view box without a menu: drag pans, the wheel zooms, the right button does nothing."""

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Pan with the left or middle button; leave the others alone."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            super().mouseDragEvent(event, axis)
        else:
            event.ignore()


class PlotCanvas(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A bare plot with the theme's axes, reporting the mouse in data coordinates.

    Signals:
        clicked(x, y): the left button was clicked, not dragged, on the plot.
        reset_wanted(): a double click asked for the first view again.
        hovered(x, y): the mouse moved over the plot.
        left(): the mouse left the plot.
    """

    clicked = Signal(float, float)
    reset_wanted = Signal()
    hovered = Signal(float, float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._view = _View(enableMenu=False, defaultPadding=_DEFAULT_MARGIN)
        super().__init__(parent)
        self._frame = PlotFrame(self._view, {side: _Axis(side) for side in ("left", "bottom")})
        self.setCentralItem(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.enableMouse(False)
        self.scale_of_axes = PlotScale()
        self._labels = {"left": "", "bottom": ""}
        self._grid = True
        self._is_locked = False
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What is dragged over it is meant for the page: a graphics view takes the drag, and then
        # complains of its leaving.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        # The plot round it has the menu.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            # An axis with a grid covers the plot, and would draw its texts anew with every curve.
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._lines = self._make_crosshair()
        self._crosshair = False
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _make_crosshair(self) -> tuple[Any, Any]:
        lines = (pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=0))
        for line in lines:
            line.setZValue(50)
            line.hide()
            self._view.addItem(line, ignoreBounds=True)
        return lines

    def getAxis(self, side: str) -> Any:
        """Return the axis at the "left" or at the "bottom"."""
        return self._frame.axes[side]

    def getViewBox(self) -> Any:
        """Return the view box, in which the data are drawn."""
        return self._view

    def add_mark(self, item: Any, *, widens_view: bool) -> None:
        """Draw something among the data, which a fitted view shows whole if it widens it."""
        self._view.addItem(item, ignoreBounds=not widens_view)

    def remove_mark(self, item: Any) -> None:
        """Take something away from the data."""
        self._view.removeItem(item)

    def follow_x_of(self, other: PlotCanvas) -> None:
        """Show the same range of x as another canvas, and let it follow in turn."""
        self._view.setXLink(other.getViewBox())

    def set_movable(self, *, x: bool, y: bool) -> None:
        """Say along which axes the mouse pans and zooms."""
        self._view.setMouseEnabled(x=x, y=y)

    @property
    def view_range(self) -> tuple[Range, Range]:
        """The shown ranges of x and y in data coordinates."""
        (left, right), (bottom, top) = self._view.viewRange()
        low = self.scale_of_axes.data(left, bottom)
        high = self.scale_of_axes.data(right, top)
        return (low[0], high[0]), (low[1], high[1])

    def set_crosshair(self, shown: bool) -> None:
        """Draw a cross through the mouse, or stop it."""
        self._crosshair = shown
        for line in self._lines:
            line.setVisible(False)

    def set_aspect_locked(self, locked: bool) -> None:
        """Give both axes the same scale, or let each fill its side.

        Locked, the vertical axis has one width whatever its numbers are. Else a wider number would
        change the ranges, they the numbers, and these the width again, for ever.
        """
        self._is_locked = locked
        self._view.setAspectLocked(locked)
        self._fix_axis_width()

    def _fix_axis_width(self) -> None:
        width = theme().px(_LOCKED_AXIS_PX) if self._is_locked else None
        self.getAxis("left").setWidth(width)

    def set_grid(self, shown: bool) -> None:
        """Show or hide the grid lines."""
        self._grid = shown
        self._on_theme_changed()

    def set_labels(self, x: str, y: str) -> None:
        """Name the axes."""
        if self._labels == {"bottom": x, "left": y}:
            return
        self._labels = {"bottom": x, "left": y}
        self._on_theme_changed()

    def set_whole(self, side: str) -> None:
        """Number an axis, "left" or "bottom", at whole numbers alone."""
        self.getAxis(side).is_whole = True

    def set_axes_visible(self, visible: bool) -> None:
        """Show or hide both axes, for plots that are pictures."""
        for side in ("left", "bottom"):
            self.getAxis(side).setVisible(visible)

    def set_log(self, x: bool, y: bool) -> None:
        """Make axes logarithmic; the marks have to be drawn again afterwards."""
        self.scale_of_axes.log_x, self.scale_of_axes.log_y = x, y
        self.getAxis("bottom").setLogMode(x, False)
        self.getAxis("left").setLogMode(False, y)

    def show_range(self, x: Range | None, y: Range | None) -> None:
        """Show these data ranges; None fits an axis to the data."""
        scale = self.scale_of_axes
        x_ends = None if x is None else scale.drawn_x(np.asarray(x, dtype=float))
        y_ends = None if y is None else scale.drawn_y(np.asarray(y, dtype=float))
        # A range that reaches 0 or below has no place on a logarithmic axis.
        fits_x = x_ends is None or not np.isfinite(x_ends).all()
        fits_y = y_ends is None or not np.isfinite(y_ends).all()
        shown = {}
        if x_ends is not None and not fits_x:
            shown["xRange"] = (float(x_ends[0]), float(x_ends[1]))
        if y_ends is not None and not fits_y:
            shown["yRange"] = (float(y_ends[0]), float(y_ends[1]))
        if shown:
            # Both at once: with locked axes, the second of two calls would cut what the first
            # had asked for.
            self._view.setRange(**shown, padding=0)
        self._view.enableAutoRange(x=fits_x, y=fits_y)

    def to_widget(self, x: float, y: float) -> QPointF:
        """Where a data point lies in this widget's pixels."""
        drawn = self.scale_of_axes.drawn(x, y)
        scene_point = self._view.mapViewToScene(QPointF(*drawn))
        return QPointF(self.mapFromScene(scene_point))

    @contextmanager
    def drawn_plainly(self) -> Iterator[None]:
        """Paint without the pictures kept for speed, so that symbols and letters stay drawings.

        The mouse's cross is left out.
        """
        drawn = self.scene().items()
        cached = [item for item in drawn if item.cacheMode() != QGraphicsItem.CacheMode.NoCache]
        points = [item for item in drawn if isinstance(item, pg.ScatterPlotItem)]
        crossed = [line for line in self._lines if line.isVisible()]
        kept = self.cacheMode()
        try:
            self.setCacheMode(self.CacheModeFlag.CacheNone)
            for item in cached:
                item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
            for item in points:
                item.setExportMode(True, {})
            for line in crossed:
                line.hide()
            yield
        finally:
            self.setCacheMode(kept)
            for item in cached:
                item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            for item in points:
                item.setExportMode(False)
            for line in crossed:
                line.show()

    def to_data(self, place: QPointF) -> tuple[float, float] | None:
        """Which data point lies at this widget's pixels; None beside the plot."""
        return self._data_at(self.mapToScene(place.toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the crosshair when the mouse leaves."""
        super().leaveEvent(event)
        for line in self._lines:
            line.hide()
        self.left.emit()

    def _data_at(self, scene_point: QPointF) -> tuple[float, float] | None:
        if not QRectF(self._view.sceneBoundingRect()).contains(scene_point):
            return None
        drawn = self._view.mapSceneToView(scene_point)
        return self.scale_of_axes.data(drawn.x(), drawn.y())

    def _on_mouse_clicked(self, event: Any) -> None:
        place = self._data_at(event.scenePos())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.double():
            self.reset_wanted.emit()
        else:
            self.clicked.emit(*place)

    def _on_mouse_moved(self, scene_point: QPointF) -> None:
        place = self._data_at(scene_point)
        for line in self._lines:
            line.setVisible(self._crosshair and place is not None)
        if place is None:
            return
        if self._crosshair:
            drawn = self._view.mapSceneToView(scene_point)
            self._lines[0].setValue(drawn.x())
            self._lines[1].setValue(drawn.y())
        self.hovered.emit(*place)

    def _on_theme_changed(self) -> None:
        self.setBackground(resolve("card"))
        self._frame.show_grid(self._grid)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            # Grid lines belong to the axes; below the data they do not strike it through.
            axis.setZValue(-1000)
            axis.setPen(pen("border_strong", 1.0))
            axis.setTickPen(pen("plot_grid", 1.0))
            axis.setTextPen(resolve("plot_axis"))
            axis.setStyle(
                tickFont=theme().font("small"),
                tickTextOffset=theme().px(5),
                maxTickLevel=0,
            )
            label = self._labels[side]
            size = f"{theme().px(13)}px"
            axis.setLabel(escaped(label), color=resolve("plot_axis").name(), **{"font-size": size})
            axis.showLabel(bool(label))
        self._fix_axis_width()
        # The number at the very top of an axis reaches half its height beyond it.
        self._frame.set_top_margin(theme().px(_TOP_PX))
        for line in self._lines:
            line.setPen(pen("text_muted", 1.0, "dash"))
