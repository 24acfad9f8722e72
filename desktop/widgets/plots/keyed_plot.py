"""A plot that keeps what it shows by key: its title, legend, axes, view, mouse and handles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme_notifier
from desktop.widgets.plots.plot_canvas import PlotCanvas, Range
from desktop.widgets.plots.plot_export import Entry, PlotExport, make_menu
from desktop.widgets.plots.plot_legend import PlotLegend
from desktop.widgets.plots.plot_marks import (
    HandleMark,
    Mark,
)
from desktop.widgets.plots.plot_style import PenScale
from desktop.widgets.plots.plot_table import series_of, table_text
from engine import ranges

_M = TypeVar("_M", bound=Mark)


class KeyedPlot(QWidget):
    """Everything of a plot but the ways to fill it, which `PlotView` adds.

    Dragging pans and the wheel zooms; a double click or the key A shows the first view again. The
    context menu, by the right button or the menu key, saves what is shown.

    Signals:
        clicked(x, y): the plot was clicked.
        hovered(x, y): the mouse moved over the plot.
        hover_left(): the mouse left the plot.
        dragged(key, x, y): a handle is being dragged and stands there now.
        drag_finished(key, x, y): a handle was let go.
        curve_toggled(key, shown): a curve was shown or hidden in the legend.
        log_chosen(x, y): the user chose in the menu which axes are to be logarithmic.
    """

    clicked = Signal(float, float)
    hovered = Signal(float, float)
    hover_left = Signal()
    dragged = Signal(str, float, float)
    drag_finished = Signal(str, float, float)
    curve_toggled = Signal(str, bool)
    log_chosen = Signal(bool, bool)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, Mark] = {}
        self._home: tuple[Range | None, Range | None] = (None, None)
        self._moving_handle = False
        self._log_offered = (False, False)
        self._title = PlainLabel(self)
        self._title.setProperty("kind", "muted")
        self._legend = PlotLegend(self)
        self._legend.toggled.connect(self._on_legend_toggled)
        self._canvas = PlotCanvas(self)
        self._canvas.clicked.connect(self.clicked)
        self._canvas.hovered.connect(self.hovered)
        self._canvas.left.connect(self.hover_left)
        self._canvas.reset_wanted.connect(self.reset_view)
        self.export = PlotExport(self, self._table, self._drawn_plainly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self._lay_out()
        self.set_title(title)
        theme_notifier().follow(self._redraw)

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
        scale = self._canvas.scale_of_axes
        if (scale.log_x, scale.log_y) == (x, y):
            return
        self._canvas.set_log(x, y)
        self._fit_powers()
        self._redraw()
        self._canvas.show_range(*self._home)

    def offer_log(self, x: bool = False, y: bool = False) -> None:
        """Let the menu switch these axes to a logarithmic scale and back, where that makes sense.

        The plot only tells by ``log_chosen``; whoever fills it calls `set_log`.
        """
        self._log_offered = (x, y)

    def set_view(self, x_range: Range | None = None, y_range: Range | None = None) -> None:
        """Show these ranges now and on reset; None fits an axis to its data."""
        self._home = (x_range, y_range)
        if self._fit_powers():
            self._redraw()
        self._canvas.show_range(x_range, y_range)

    def reset_view(self) -> None:
        """Show the ranges of `set_view` again."""
        self._canvas.show_range(*self._home)

    def set_aspect_locked(self, locked: bool) -> None:
        """Give both axes the same scale, so that circles stay round."""
        self._canvas.set_aspect_locked(locked)

    def set_mouse_enabled(self, x: bool = True, y: bool = True) -> None:
        """Let the mouse zoom and pan each axis, or not."""
        self._canvas.set_movable(x=x, y=y)

    def set_grid(self, shown: bool) -> None:
        """Show or hide the grid lines."""
        self._canvas.set_grid(shown)

    def set_axes_visible(self, visible: bool) -> None:
        """Show or hide the axes."""
        self._canvas.set_axes_visible(visible)

    def set_ticks(self, x: Sequence[tuple[float, str]] | None) -> None:
        """Write these texts under the horizontal axis instead of numbers."""
        self._canvas.getAxis("bottom").setTicks(None if x is None else [list(x)])

    def set_counted(self) -> None:
        """Say that the vertical axis counts things, and has no numbers between whole ones."""
        self._canvas.set_whole("left")

    def set_crosshair(self, shown: bool) -> None:
        """Draw a cross through the mouse."""
        self._canvas.set_crosshair(shown)

    def link_x(self, other: KeyedPlot) -> None:
        """Pan and zoom horizontally together with another plot."""
        self._canvas.follow_x_of(other.canvas)

    def set_visible(self, key: str, visible: bool) -> None:
        """Show or hide one thing without forgetting it."""
        self._marks[key].set_visible(visible)

    def remove(self, key: str) -> None:
        """Take one thing away; nothing happens when there is none of that key."""
        mark = self._marks.pop(key, None)
        if mark is not None:
            for item in mark.items:
                self._canvas.remove_mark(item)
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the plot's own menu, at the mouse or, by the menu key, in the middle."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(self.rect().center()) if by_key else event.globalPos()
        self.make_menu().popup(place)
        event.accept()

    def make_menu(self) -> QMenu:
        """Return the menu for one use: the view, the scales, the legend, the exports."""
        return make_menu(self, self.export, self._own_entries)

    def _own_entries(self, menu: QMenu) -> list[Entry]:
        # The key is written behind the text only: as a shortcut it would belong to the window.
        reset = page_action(
            menu,
            self.tr("Reset the view") + "\tA",
            self.tr("Show the first view again"),
            self.reset_view,
        )
        entries: list[Entry] = [reset]
        if self._legend.hidden_keys():
            show_all = page_action(
                menu,
                self.tr("Show all curves"),
                self.tr("Show what was hidden in the legend"),
                self._legend.show_all,
            )
            entries.append(show_all)
        return [*entries, *self._scale_entries(menu)]

    def _scale_entries(self, menu: QMenu) -> list[Entry]:
        scale = self._canvas.scale_of_axes
        entries: list[Entry] = []
        for offered, is_log, text, chosen in (
            (self._log_offered[0], scale.log_x, self.tr("Logarithmic across"), self._choose_log_x),
            (self._log_offered[1], scale.log_y, self.tr("Logarithmic upwards"), self._choose_log_y),
        ):
            if offered:
                tip = self.tr("Give each power of ten the same room")
                action = page_action(menu, text, tip, _negated(chosen, is_log))
                action.setCheckable(True)
                action.setChecked(is_log)
                entries.append(action)
        return entries

    def _choose_log_x(self, is_log: bool) -> None:
        self.log_chosen.emit(is_log, self._canvas.scale_of_axes.log_y)

    def _choose_log_y(self, is_log: bool) -> None:
        self.log_chosen.emit(self._canvas.scale_of_axes.log_x, is_log)

    @contextmanager
    def _drawn_plainly(self, pen_factor: float) -> Iterator[None]:
        """Draw for a picture whose pixels are so much finer than the screen's.

        The width of a plot's pens is counted in pixels, whatever the zoom.
        """
        with self._canvas.drawn_plainly(), self._legend.drawn_plainly():
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
        series = series_of(self._marks, lambda key: self._legend.name(key) or key)
        return lambda: table_text(series)

    def _mark(self, key: str, kind: type[_M], *args: str) -> _M:
        found = self._marks.get(key)
        if isinstance(found, kind):
            return found
        self.remove(key)
        made = kind(*args)
        self._marks[key] = made
        for item in made.items:
            self._canvas.add_mark(item, widens_view=made.widens_view)
        return made

    def _draw(self, mark: Mark) -> None:
        self._moving_handle = True
        mark.draw(self._canvas.scale_of_axes)
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
        return self._canvas.fit_powers(along[0], along[1])

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


def _negated(choose: Callable[[bool], None], is_log: bool) -> Callable[[], None]:
    return lambda: choose(not is_log)
