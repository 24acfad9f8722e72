"""The context menu of a plot: its view, its scales, its legend and its exports."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.page_action import page_action
from desktop.widgets.plots.plot_canvas import PlotCanvas
from desktop.widgets.plots.plot_export import Entry, PlotExport, make_menu
from desktop.widgets.plots.plot_legend import PlotLegend


class PlotMenu(QObject):
    """Makes the menu of one plot, anew for each use.

    Signals:
        reset_wanted(): The first view is asked for.
        log_chosen(x: bool, y: bool): Which axes are to be logarithmic.
    """

    reset_wanted = Signal()
    log_chosen = Signal(bool, bool)

    def __init__(
        self, plot: QWidget, canvas: PlotCanvas, legend: PlotLegend, export: PlotExport
    ) -> None:
        super().__init__(plot)
        self._plot, self._canvas, self._legend, self._export = plot, canvas, legend, export
        self._log_offered = (False, False)

    def offer_log(self, x: bool = False, y: bool = False) -> None:
        """Let these axes be switched to a logarithmic scale and back, where that makes sense.

        The menu only tells by ``log_chosen``; whoever fills the plot calls its ``set_log``.
        """
        self._log_offered = (x, y)

    def make(self) -> QMenu:
        """Return the menu for one use."""
        return make_menu(self._plot, self._export, self._entries)

    def _entries(self, menu: QMenu) -> list[Entry]:
        # The key is written behind the text only: as a shortcut it would belong to the window.
        reset = page_action(
            menu,
            self.tr("Reset the view") + "\tA",
            self.tr("Show the first view again"),
            self.reset_wanted.emit,
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
        x, y = scale.log_x, scale.log_y
        texts = self.tr("Logarithmic across"), self.tr("Logarithmic upwards")
        entries: list[Entry] = []
        for offered, text, is_log, chosen in zip(
            self._log_offered, texts, (x, y), ((not x, y), (x, not y)), strict=True
        ):
            if offered:
                tip = self.tr("Give each power of ten the same room")
                action = page_action(menu, text, tip, self._chooser(*chosen))
                action.setCheckable(True)
                action.setChecked(is_log)
                entries.append(action)
        return entries

    def _chooser(self, x: bool, y: bool) -> Callable[[], None]:
        return lambda: self.log_chosen.emit(x, y)

    def open(self, event: QContextMenuEvent, plot: QWidget) -> None:
        """Open at the mouse or, by the menu key, in the middle of the plot."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.make().popup(plot.mapToGlobal(plot.rect().center()) if by_key else event.globalPos())
        event.accept()


def is_fit_key(event: QKeyEvent) -> bool:
    """Tell whether a key asks for the first view of a plot again."""
    return event.key() == Qt.Key.Key_A and not event.modifiers()
