"""The hidden space: the plane of the inputs as a layer bends it, with the samples in it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.desk.explaining import explain
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import filled
from desktop.training.network.data_names import input_name
from desktop.training.network.layout import Unit
from desktop.training.network.network_numbers import unit_name
from desktop.training.network.selection import Selection
from desktop.training.pictures.picture_parts import picture_column, picture_note, plane_plot
from desktop.training.pictures.plane_bar import PlaneBar
from desktop.training.pictures.plane_points import (
    draw_ring,
    draw_samples,
    nearest_sample,
    remove_samples,
)
from desktop.training.pictures.plane_words import held_lines
from desktop.widgets.fields.choice_box import ChoiceBox
from engine import ranges
from engine.arrays import Array
from engine.training.analysis.hidden_axes import HiddenAxes, HiddenPicture, hidden_picture
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_INTERVAL_MS = 66
# A wider line is far slower to draw.
_LINE_PX = 1.0
_MARGIN = 0.12
# A view is kept until its content leaves it or fills less than this share of it.
_LOOSE = 0.45
_PLANE = "plane"


class HiddenView(QWidget):
    """A grid over the inputs, carried to a layer: lines of equal x₁ whole, of equal x₂ dashed.

    Signals:
        sample_clicked(sample: Sample | None): A sample was clicked on, or the empty space.
    """

    sample_clicked = Signal(object)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = selection
        self._run: TrainingRun | None = None
        self._record: TrainingStep | None = None
        self._picture: HiddenPicture | None = None
        self._layers: tuple[int, ...] = ()
        self._view: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._task = BackgroundTask(self, Policy.FINISH, pace_ms=_INTERVAL_MS)
        self._task.done.connect(self._on_made)
        self.plot = plane_plot(self)
        tip = self.tr(
            "The plane of the inputs as the layer sees it. Where a straight line separates the "
            "classes here, the next layer can separate them"
        )
        explain(self.plot, self.tr("Hidden space"), tip)
        self.plot.clicked.connect(self._on_clicked)
        self.layer_box = ChoiceBox(self.tr("Layer"), (), self)
        self.layer_box.chosen.connect(lambda _: self._on_layer_chosen())
        self.axes_box = ChoiceBox(self.tr("Axes"), (), self)
        self.axes_box.chosen.connect(lambda _: self._ask())
        self._note = picture_note(self)
        options = picture_column(self, self.plot, self._note)
        options.addWidget(self.layer_box, 1)
        options.addWidget(self.axes_box, 1)
        self.plane_bar = PlaneBar(selection, self)
        column = self.layout()
        assert column is not None
        column.addWidget(self.plane_bar)
        selection.plane_changed.connect(self._on_plane_changed)
        selection.sample_changed.connect(lambda _: self._draw_ring())
        theme_notifier().follow(self._draw)

    @property
    def picture(self) -> HiddenPicture | None:
        """What is drawn."""
        return self._picture

    @property
    def note(self) -> str:
        """What is written below the picture."""
        return self._note.text()

    @property
    def axes(self) -> HiddenAxes:
        """What is shown."""
        layer = int(self.layer_box.name)
        name = self.axes_box.name
        if name == _PLANE:
            return HiddenAxes(layer, None)
        first, second = name.split()
        return HiddenAxes(layer, (int(first), int(second)))

    def show_record(self, run: TrainingRun, record: TrainingStep) -> None:
        """Show a network as it stands at a record."""
        if run.layers != self._layers:
            self._offer_layers(run)
        if self._run is None or run.dataset is not self._run.dataset:
            self._view = None
        self._run, self._record = run, record
        self.plane_bar.show_data(run.dataset)
        self._ask()

    def _on_plane_changed(self) -> None:
        self._view = None
        if self.isVisible():
            self._ask()

    def _offer_layers(self, run: TrainingRun) -> None:
        self._layers = run.layers
        last = len(run.layers) - 1
        self.layer_box.clear()
        for layer in range(last):
            text = filled(self.tr("Hidden layer {0}"), layer) if layer else self.tr("Inputs")
            if last == 2 and layer:
                text = self.tr("Hidden layer")
            self.layer_box.addItem(text, str(layer))
        # The layer in which the classes are to be separable.
        self.layer_box.setCurrentIndex(last - 1)
        self._offer_axes()

    def _offer_axes(self) -> None:
        layer = int(self.layer_box.name)
        units = self._layers[layer]
        names = [unit_name(self._layers, Unit(layer, index)) for index in range(units)]
        self.axes_box.clear()
        if units > 2:
            self.axes_box.addItem(self.tr("Principal plane"), _PLANE)
        for first in range(max(1, units - 1)):
            for second in range(first + 1, max(2, units)):
                pair = [names[unit] for unit in (first, second) if unit < units]
                text = filled(self.tr("{0} and {1}"), *pair) if len(pair) == 2 else pair[0]
                self.axes_box.addItem(text, f"{first} {second}")
        self.axes_box.setEnabled(self.axes_box.count() > 1)
        self._view = None

    def _on_layer_chosen(self) -> None:
        self._offer_axes()
        self._ask()

    def _ask(self) -> None:
        run, record, before = self._run, self._record, self._picture
        if run is None or record is None:
            return
        if run.layers[0] < 2:
            self._note.setText(self.tr("Only a network with two inputs or more bends a plane."))
            return
        axes, plane = self.axes, self.selection.plane_of(run.dataset)
        self._task.submit(lambda: hidden_picture(run, record, axes, before, plane))

    def _on_made(self, picture: object) -> None:
        if isinstance(picture, HiddenPicture):
            is_same = self._picture is not None and self._picture.axes == picture.axes
            self._view = self._view if is_same else None
            self._picture = picture
            self._draw()

    def _draw(self) -> None:
        picture = self._picture
        if picture is None:
            return
        count = len(picture.lines) // 2
        x, y = _joined(picture.lines[:count])
        self.plot.set_curve("x1", x, y, "series_2", "solid", "", _LINE_PX)
        x, y = _joined(picture.lines[count:])
        self.plot.set_curve("x2", x, y, "series_5", "dash", "", _LINE_PX)
        remove_samples(self.plot, "class")
        remove_samples(self.plot, "test")
        run = picture.run
        train = run.dataset.rows(np.arange(len(picture.train)))
        draw_samples(self.plot, run, picture.train, train, is_test=False)
        if picture.test is not None and run.test_dataset is not None:
            test = run.test_dataset.rows(np.arange(len(picture.test)))
            draw_samples(self.plot, run, picture.test, test, is_test=True)
        self._draw_separator(picture)
        self._draw_ring()
        self._fit(picture)
        self._name_axes(picture)

    def _draw_separator(self, picture: HiddenPicture) -> None:
        if picture.separator is None:
            self.plot.remove("separator")
            return
        a, b, c = picture.separator
        length = math.hypot(a, b)
        distance = -c / length if length else math.inf
        if not math.isfinite(distance):
            self.plot.remove("separator")
            return
        # From the point nearest to the origin far along both ways.
        near = np.array([a, b]) / length * distance
        along = np.array([-b, a]) / length
        reach = ranges.finite(4.0 * (ranges.extent(picture.lines) + ranges.extent(near)))
        ends = np.stack([near - reach * along, near + reach * along])
        self.plot.set_curve("separator", ends[:, 0], ends[:, 1], "text", "solid", "", 2.2)

    def _draw_ring(self) -> None:
        picture, sample = self._picture, self.selection.sample
        if picture is None:
            return
        places = None
        if sample is not None:
            places = picture.test if sample.is_test else picture.train
        is_there = sample is not None and places is not None and sample.row < len(places)
        place = places[sample.row] if is_there and sample and places is not None else None
        draw_ring(self.plot, picture.run, place)

    def _fit(self, picture: HiddenPicture) -> None:
        """Keep the view while it serves, so that the picture does not tremble as it trains."""
        points = np.concatenate([picture.lines.reshape(-1, 2), picture.train])
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            return
        low, high = points.min(axis=0), points.max(axis=0)
        if self._view is not None:
            shown = np.array(self._view)
            is_inside = (low >= shown[:, 0]).all() and (high <= shown[:, 1]).all()
            widths = [ranges.width(*ends) for ends in self._view]
            fills = [
                ranges.width(*ends) >= _LOOSE * wide
                for ends, wide in zip(zip(low, high, strict=True), widths, strict=True)
            ]
            if is_inside and any(fills):
                return
        self._view = (
            _with_room(float(low[0]), float(high[0])),
            _with_room(float(low[1]), float(high[1])),
        )
        self.plot.set_view(*self._view)

    def _name_axes(self, picture: HiddenPicture) -> None:
        axes, layers = picture.axes, picture.run.layers
        units = layers[axes.layer]
        if axes.pair is None and units > 2:
            self.plot.set_labels(self.tr("first direction"), self.tr("second direction"))
        else:
            names = [unit_name(layers, Unit(axes.layer, unit)) for unit in range(units)]
            pair = axes.pair or (0, 1)
            second = names[pair[1]] if units > 1 else ""
            self.plot.set_labels(names[pair[0]], second)
        data = picture.run.dataset
        plane = self.selection.plane_of(data)
        text = self.tr("Whole: equal x₁, dashed: equal x₂.")
        if not plane.is_whole:
            ends = input_name(data, plane.across), input_name(data, plane.up)
            held = held_lines(data, plane, self.selection.plane_choice)
            pattern = self.tr("Whole: equal {0}, dashed: equal {1}; {2}.")
            text = filled(pattern, *ends, ", ".join(held))
        if picture.separator is not None:
            text += " " + self.tr("Thick line: ŷ = ½.")
        self._note.setText(text)

    def _on_clicked(self, x: float, y: float) -> None:
        if self._picture is not None:
            sample = nearest_sample(self.plot, x, y, self._picture.train, self._picture.test)
            self.selection.set_sample(sample)
            self.sample_clicked.emit(sample)


def _with_room(low: float, high: float) -> tuple[float, float]:
    room = max(ranges.width(low, high) * _MARGIN, 0.05)
    return ranges.finite(low - room), ranges.finite(high + room)


def _joined(lines: Array) -> tuple[Array, Array]:
    """Return polygons as one line that is broken between them."""
    gap = np.full((len(lines), 1, 2), np.nan)
    points = np.concatenate([lines, gap], axis=1).reshape(-1, 2)
    return points[:, 0], points[:, 1]
