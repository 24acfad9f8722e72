"""Basins of attraction: from which starts a method comes to which minimum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import filled, percent, translate_engine
from desktop.optimizers.explore.basin_picture import basin_picture, colour_of, letter_of
from desktop.optimizers.explore.explore_view import ExploreView
from desktop.optimizers.race.start_clicks import StartClicks
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.plots.plot_view import PlotView
from engine.optimizers.basins import GONE, UNDERWAY, BasinProgress, Basins, basins, grid_starts
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.run import Run
from engine.races.race_setup import RaceSetup
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.minima import Minimum, minima_steps
from engine.surfaces.sampling import contour_levels, sample

_SIZES = (50, 100, 150, 200)
_FIRST_SIZE = 100
# About as wide as “200 × 200 starts”, whose signs are narrower than a mean letter.
_SIZE_LETTERS = 13
_TILE = 1000
_MOST_ROWS = 6
_CONTOURS = 60
# How near to a minimum counts as having come to it, as a share of the view's longer side.
_NEAR = 0.02


@dataclass(frozen=True)
class BasinResult:
    """How far it is; with the last record also where all starts came to."""

    done: int
    total: int
    method: str
    columns: int
    setup: RaceSetup
    basins: Basins | None = None
    minima: tuple[Minimum, ...] = ()


class BasinsView(ExploreView[BasinResult]):
    """The plane in the colours of the minima that its points come to, and how much each gets.

    Signals:
        start_set(x: float, y: float): The user clicked a start.
    """

    start_set = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        again = QCoreApplication.translate(
            "BasinsView", "Send the method down from every start again"
        )
        super().__init__(again, parent)
        self.method_box = ChoiceBox(self.tr("Method of the basins"), _methods(), self)
        self.method_box.set_name("adam")
        self.size_box = ChoiceBox(self.tr("How many starts"), self._sizes(), self)
        self.size_box.set_name(str(_FIRST_SIZE))
        self.size_box.setMinimumContentsLength(_SIZE_LETTERS)
        self.plot = self._make_plot()
        self.table = DataTable(
            [self.tr("basin"), self.tr("minimum"), self.tr("loss"), self.tr("starts")], self
        )
        tip = self.tr("The share of all starts that comes to each minimum")
        explain(self.table, self.tr("How many starts come to each minimum"), tip)
        self._lay_out()
        self._connect()

    def show_setup(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Follow a race's settings, and its start."""
        super().show_setup(setup, function)
        self._clicks.show(setup.start)

    def _make_plot(self) -> PlotView:
        plot = PlotView("", self)
        plot.set_aspect_locked(True)
        plot.set_grid(False)
        tip = self.tr("Each point has the colour and hatching of the minimum it leads to")
        more = self.tr(
            "Every point of the plane is a start. Its colour, its hatching and the letter say "
            "to which minimum the method comes from there; a click sets the start of the race."
        )
        explain(plot, self.tr("Basins of attraction"), tip, more=more)
        self._clicks = StartClicks(self.start_set.emit)
        plot.clicked.connect(self._clicks.click)
        plot.click_taken_back.connect(self._clicks.take_back)
        return plot

    def _lay_out(self) -> None:
        top = FlowLayout(spacing=8)
        for part in (self.method_box, self.size_box, self.row):
            top.addWidget(part)
        column = MainColumn((self.plot,), self)
        column.head.addLayout(top)
        column.body.addWidget(self.plot, 1)
        column.body.addWidget(self.note)
        column.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def _connect(self) -> None:
        self.method_box.chosen.connect(lambda _: self._compute_if_new())
        self.size_box.chosen.connect(lambda _: self._compute_if_new())
        theme_notifier().follow(self._draw)

    def _clear(self) -> None:
        self.plot.clear()
        self.table.set_rows([])

    def _complain(self, sentence: str) -> None:
        self.note.setText(sentence)

    def _key(self, setup: RaceSetup) -> tuple[object, ...]:
        return (setup.surface, setup.steps, self._method_run(setup), self.size_box.name)

    def _submit(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        method, columns = self.method_box.name, int(self.size_box.name)
        run = self._method_run(setup)
        self._task.submit(lambda: _records(setup, function, method, run, columns))

    def _method_run(self, setup: RaceSetup) -> Run:
        method = self.method_box.name
        (run,) = replace(setup, racing=frozenset({method})).runs()
        return run

    def _on_cancel(self) -> None:
        self._task.cancel()
        self.note.setText(
            self.tr("Given up before there was a picture; “Compute” begins again.")
            if self._result is None
            else self.tr("Given up; the picture is the one before.")
        )

    def _on_progressed(self, record: BasinResult) -> None:
        self.row.show_progress(record.done, record.total)

    def _on_finished(self, record: BasinResult) -> None:
        if self._setup is not None and record.setup.surface == self._setup.surface:
            self._result = record
            self._draw()

    def _draw(self) -> None:
        result = self._result
        if result is None or result.basins is None or self._function is None:
            return
        record, view = result.setup.record, result.setup.record.view
        self.plot.set_labels(*record.variables)
        rect = (view.left, view.right, view.bottom, view.top)
        self.plot.set_image(
            "basins", basin_picture(result.basins.labels, result.columns), rect, None
        )
        self._draw_contours()
        self._draw_minima(result)
        self.plot.set_view((view.left, view.right), (view.bottom, view.top))
        title = translate_engine(OPTIMIZERS[result.method].title)
        text = filled(
            self.tr("{0}: {1} starts, {2} steps each."),
            title,
            f"{len(result.basins.labels):,}",
            result.setup.steps,
        )
        if not result.minima:
            text += " " + self.tr("The view holds no separate minimum.")
        self.note.setText(text)
        self._fill_table(result)

    def _draw_contours(self) -> None:
        assert self._result is not None
        assert self._function is not None
        if not self._function.is_elementwise:
            return
        record = self._result.setup.record
        view = record.view
        grid = sample(self._function, view, _CONTOURS, _CONTOURS).values
        levels = contour_levels(grid, 9, logarithmic=record.logarithmic)
        x = np.linspace(view.left, view.right, _CONTOURS)
        y = np.linspace(view.bottom, view.top, _CONTOURS)
        self.plot.set_contours("contours", x, y, grid, list(levels), "text", 1.0, 0.25)

    def _draw_minima(self, result: BasinResult) -> None:
        for key in self.plot.keys:
            if key.startswith("letter:"):
                self.plot.remove(key)
        for label, item in enumerate(result.minima):
            self.plot.set_text(f"letter:{label}", item.x, item.y, letter_of(label), "text")

    def _fill_table(self, result: BasinResult) -> None:
        assert result.basins is not None
        shares = {label: result.basins.share(label) for label in range(len(result.minima))}
        order = sorted(shares, key=lambda label: -shares[label])
        shown, others = order[:_MOST_ROWS], order[_MOST_ROWS:]
        rows = [
            [
                letter_of(label),
                Figure(
                    f"({format_number(result.minima[label].x, 4)}, "
                    f"{format_number(result.minima[label].y, 4)})",
                    [result.minima[label].x, result.minima[label].y],
                ),
                Figure(format_number(result.minima[label].value, 3), result.minima[label].value),
                _percent(shares[label]),
            ]
            for label in shown
        ]
        swatches = [colour_of(label) for label in shown]
        if others:
            rows.append([filled(self.tr("{0} others"), len(others)), "", "",
                         _percent(sum(shares[label] for label in others))])  # fmt: skip
            swatches.append(colour_of(UNDERWAY).lighter(130))
        for label, words in ((UNDERWAY, self.tr("· under way")), (GONE, self.tr("× diverged"))):
            share = result.basins.share(label)
            if share > 0.0:
                rows.append([words, "", "", _percent(share)])
                swatches.append(colour_of(label))
        self.table.set_rows(rows, swatches=swatches)

    def _sizes(self) -> list[tuple[str, str, str]]:
        tip = self.tr("More starts show finer edges and take longer")
        return [(str(size), filled(self.tr("{0} × {0} starts"), size), tip) for size in _SIZES]


def _methods() -> list[tuple[str, str, str]]:
    return [
        (name, translate_engine(item.title), translate_engine(item.summary))
        for name, item in OPTIMIZERS.items()
    ]


def _percent(share: float) -> str:
    return percent(f"{100.0 * share:.1f}")


def _records(
    setup: RaceSetup, function: SurfaceFunction, method: str, run: Run, columns: int
) -> Iterator[BasinResult]:
    view = setup.record.view
    begun = BasinResult(0, columns * columns, method, columns, setup)
    yield begun
    per_side = 24 if function.is_elementwise else 6
    # Minima of one depth come from left to right, whatever the last digits of their losses are.
    found: tuple[Minimum, ...] = ()
    for found_now in minima_steps(function, view, per_side=per_side):
        found = found_now or ()
        yield begun
    minima = tuple(sorted(found, key=lambda item: (round(item.value, 9), round(item.x, 6), item.y)))
    places = [(item.x, item.y) for item in minima]
    near = _NEAR * max(view.right - view.left, view.top - view.bottom)
    tile = _TILE if function.is_elementwise else 1
    starts = grid_starts(view, columns, columns)
    record: BasinProgress
    for record in basins(
        function, run, starts, setup.steps, minima=places, tolerance=near, tile=tile
    ):
        yield replace(begun, done=record.done, basins=record.basins, minima=minima)
