"""The drawing area of a plot: axes in the theme's look, zooming, panning, mouse in data units."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QWidget

from desktop.foundation.plain_text import escaped
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.plots.plot_axis import PlotAxis
from desktop.widgets.plots.plot_frame import PlotFrame
from desktop.widgets.plots.plot_scale import PlotScale, power_for, sound_range
from desktop.widgets.plots.plot_style import pen, resolve

_DEFAULT_MARGIN = 0.04
_TOP_PX = 6
_LOCKED_AXIS_PX = 54
Range = tuple[float, float]

# The window system already gathers moves; dropping more of them makes a drag lag behind.
pg.setConfigOption("mouseRateLimit", -1)


class _View(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A view box without a menu: drag pans, the wheel zooms, the right button does nothing.

    However far somebody zooms, it shows a range that can be drawn.

    Attributes:
        scale_of_axes: Which of its axes are logarithmic.
    """

    scale_of_axes = PlotScale()

    def setRange(
        self,
        rect: QRectF | None = None,
        xRange: Range | None = None,  # noqa: N803
        yRange: Range | None = None,  # noqa: N803
        padding: float | None = None,
        update: bool = True,
        disableAutoRange: bool = True,  # noqa: N803
    ) -> None:
        """Show ranges in drawn coordinates, made sound; by the library's names."""
        if rect is not None:
            xRange = xRange or (rect.left(), rect.right())  # noqa: N806
            yRange = yRange or (rect.top(), rect.bottom())  # noqa: N806
        scale = self.scale_of_axes
        x = y = None
        if xRange is not None:
            x = sound_range(*xRange, is_log=scale.log_x, power=scale.power_x)
        if yRange is not None:
            y = sound_range(*yRange, is_log=scale.log_y, power=scale.power_y)
        super().setRange(
            xRange=x, yRange=y, padding=padding, update=update, disableAutoRange=disableAutoRange
        )

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
        click_taken_back(): the last click was the first half of a double click, and meant nothing.
        reset_wanted(): a double click asked for the first view again.
        hovered(x, y): the mouse moved over the plot.
        left(): the mouse left the plot.
    """

    clicked = Signal(float, float)
    click_taken_back = Signal()
    reset_wanted = Signal()
    hovered = Signal(float, float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._view = _View(enableMenu=False, defaultPadding=_DEFAULT_MARGIN)
        super().__init__(parent)
        self._frame = PlotFrame(self._view, {side: PlotAxis(side) for side in ("left", "bottom")})
        self.setCentralItem(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.enableMouse(False)
        self.scale_of_axes = self._view.scale_of_axes = PlotScale()
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
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        theme_notifier().follow(self._on_theme_changed, only_paints=True)
        self._on_theme_changed()

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
        if shown != self._grid:
            self._grid = shown
            self._frame.show_grid(shown)

    def set_labels(self, x: str, y: str) -> None:
        """Name the axes."""
        if self._labels == {"bottom": x, "left": y}:
            return
        self._labels = {"bottom": x, "left": y}
        for side in self._labels:
            self._name_axis(side)

    def set_whole(self, side: str) -> None:
        """Number an axis, "left" or "bottom", at whole numbers alone."""
        self.getAxis(side).is_whole = True

    def set_log(self, x: bool, y: bool) -> None:
        """Make axes logarithmic; the marks have to be drawn again afterwards."""
        self.scale_of_axes.log_x, self.scale_of_axes.log_y = x, y
        self.getAxis("bottom").setLogMode(x, False)
        self.getAxis("left").setLogMode(False, y)

    def fit_powers(self, x: float, y: float) -> bool:
        """Draw in powers of ten that suit numbers; return whether everything is to be drawn again.

        Args:
            x: the size of the largest number along the horizontal axis.
            y: the same along the vertical one.
        """
        scale = self.scale_of_axes
        if self._is_locked:
            x = y = max(x, y)
        powers = 0 if scale.log_x else power_for(x), 0 if scale.log_y else power_for(y)
        if powers == (scale.power_x, scale.power_y):
            return False
        scale.power_x, scale.power_y = powers
        self.getAxis("bottom").set_power(scale.power_x)
        self.getAxis("left").set_power(scale.power_y)
        return True

    def show_range(self, x: Range | None, y: Range | None) -> None:
        """Show these data ranges; None fits an axis to the data."""
        scale = self.scale_of_axes
        x_ends = None if x is None else scale.drawn_x(np.asarray(x, dtype=float))
        y_ends = None if y is None else scale.drawn_y(np.asarray(y, dtype=float))
        # A range that reaches 0 or below has no place on a logarithmic axis.
        fits_x = x_ends is None or not np.isfinite(x_ends).all()
        fits_y = y_ends is None or not np.isfinite(y_ends).all()
        shown_x = None if fits_x or x_ends is None else (float(x_ends[0]), float(x_ends[1]))
        shown_y = None if fits_y or y_ends is None else (float(y_ends[0]), float(y_ends[1]))
        if shown_x is not None or shown_y is not None:
            # Both at once: with locked axes, the second of two calls would cut what the first
            # had asked for.
            self._view.setRange(xRange=shown_x, yRange=shown_y, padding=0)
        self._view.enableAutoRange(x=fits_x, y=fits_y)

    def to_widget(self, x: float, y: float) -> QPointF:
        """Where a data point lies in this widget's pixels."""
        drawn = self.scale_of_axes.drawn(x, y)
        scene_point = self._view.mapViewToScene(QPointF(*drawn))
        return QPointF(self.mapFromScene(scene_point))

    @contextmanager
    def drawn_plainly(self) -> Iterator[None]:
        """Paint without the pictures kept for speed, so that symbols and letters stay drawings."""
        drawn = self.scene().items()
        cached = [item for item in drawn if item.cacheMode() != QGraphicsItem.CacheMode.NoCache]
        points = [item for item in drawn if isinstance(item, pg.ScatterPlotItem)]
        kept = self.cacheMode()
        try:
            self.setCacheMode(self.CacheModeFlag.CacheNone)
            for item in cached:
                item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
            for item in points:
                item.setExportMode(True, {})
            yield
        finally:
            self.setCacheMode(kept)
            for item in cached:
                item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            for item in points:
                item.setExportMode(False)

    def to_data(self, place: QPointF) -> tuple[float, float] | None:
        """Which data point lies at this widget's pixels; None beside the plot."""
        return self._data_at(self.mapToScene(place.toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has left."""
        super().leaveEvent(event)
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
            self.click_taken_back.emit()
            self.reset_wanted.emit()
        else:
            self.clicked.emit(*place)

    def _on_mouse_moved(self, scene_point: QPointF) -> None:
        place = self._data_at(scene_point)
        if place is not None:
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
            self._name_axis(side)
        self._fix_axis_width()
        # The number at the very top of an axis reaches half its height beyond it.
        self._frame.set_top_margin(theme().px(_TOP_PX))

    def _name_axis(self, side: str) -> None:
        axis, label = self.getAxis(side), self._labels[side]
        size = f"{theme().px(13)}px"
        axis.setLabel(escaped(label), color=resolve("plot_axis").name(), **{"font-size": size})
        axis.showLabel(bool(label))
