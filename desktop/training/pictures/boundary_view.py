"""The decision boundary: the prediction over the plane, with the samples on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme_notifier
from desktop.training.network.data_names import input_name, target_name
from desktop.training.network.selection import Selection
from desktop.training.pictures.boundary_words import legend_entries, reading_text
from desktop.training.pictures.class_legend import ClassLegend
from desktop.training.pictures.picture_parts import plane_plot
from desktop.training.pictures.plane_bar import PlaneBar
from desktop.training.pictures.plane_map import draw_curve, draw_map, remove_map
from desktop.training.pictures.plane_points import (
    TEST_SHARE,
    bands_of,
    draw_ring,
    draw_samples,
    is_crowded,
    nearest_sample,
    point_size,
    remove_samples,
)
from desktop.training.pictures.plane_words import held_lines
from desktop.widgets.plots.plot_style import resolve
from engine import ranges
from engine.arrays import Array
from engine.training.analysis.decision_boundary import (
    Map,
    class_map,
    pixel_centres,
    predict,
    probability_map,
)
from engine.training.analysis.input_plane import InputPlane
from engine.training.datasets.dataset import Dataset, View
from engine.training.datasets.scaling import restored
from engine.training.network.scores import right_predictions
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_PIXELS = 90
# The map follows the training fifteen times a second: enough to look continuous.
_INTERVAL_MS = 66
_CROP = 0.004
# Of the size of a sample.
_CROSS_SHARE = 0.55
# Both axes have one scale where a unit of one is at most so many times as long as one of the other.
_MOST_STRETCHED = 2.0


@dataclass(frozen=True, eq=False)
class _Made:
    """The predictions of a record over the plane, row 0 at the bottom.

    Attributes:
        run: The run.
        record: Its record.
        plane: Where it lies among the inputs.
        target: Which target it is of.
        map: What is painted.
        right_of_test: For each sample of the test whether it is in the right class, shape (n,).
    """

    run: TrainingRun
    record: TrainingStep
    plane: InputPlane
    target: int
    map: Map
    right_of_test: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class BoundaryOptions:
    """How the picture is looked at.

    Attributes:
        shows_test: Whether the samples of the test are shown.
        is_discrete: Whether the predicted class is painted instead of how likely it is.
    """

    shows_test: bool = True
    is_discrete: bool = False


class BoundaryView(QWidget):
    """The map of predictions, the line where they are ½, and the samples by class.

    Class 1 is a blue disc, class 0 an orange square; samples for the test are hollow, and a
    sample on the wrong side is crossed. A network with one input is drawn as a curve. Of more than
    two inputs a plane is drawn, on which the others are held; samples far from it are pale.

    All places are in the units in which the inputs came, whatever the network gets.

    Signals:
        pointed(point: tuple[float, float] | None): The mouse is over this point of the plane.
        sample_clicked(sample: Sample | None): A sample was clicked on, or the empty plane.
    """

    pointed = Signal(object)
    sample_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None, selection: Selection | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self) if selection is None else selection
        self.is_drawing = False
        self._run: TrainingRun | None = None
        self._record: TrainingStep | None = None
        self._made: _Made | None = None
        self._task = BackgroundTask(self, Policy.FINISH, pace_ms=_INTERVAL_MS)
        self._task.done.connect(self._on_made)
        self.plot = plane_plot(self)
        tip = self.tr(
            "Point at a place to see what every neuron gives there; click on a sample to send "
            "it through the network"
        )
        explain(self.plot, self.tr("Prediction over the inputs"), tip)
        self.plot.hovered.connect(self._on_hovered)
        self.plot.hover_left.connect(lambda: self._on_pointed(None))
        self.plot.clicked.connect(self._on_clicked)
        self.discrete_box = self._make_box(
            self.tr("Classes"),
            self.tr("Paint the class predicted instead of how likely it is"),
        )
        self.test_box = self._make_box(
            self.tr("Test"), self.tr("Show the samples that are kept out of the training")
        )
        self.test_box.setChecked(True)
        self._legend = ClassLegend(self)
        self._told = PlainLabel(self)
        self._told.setProperty("kind", "muted")
        # A long reading must not widen the page.
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._told.hide()
        self.plane_bar = PlaneBar(self.selection, self)
        self._lay_out()
        self.selection.sample_changed.connect(lambda _: self._draw_ring())
        self.selection.plane_changed.connect(self._on_plane_changed)
        theme_notifier().follow(self._on_theme_changed)

    def _make_box(self, text: str, summary: str) -> QCheckBox:
        box = QCheckBox(text, self)
        explain(box, text, summary, by_tab=True)
        box.toggled.connect(self._on_option_toggled)
        return box

    def _lay_out(self) -> None:
        self._foot = QWidget(self)
        options = QHBoxLayout(self._foot)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(14)
        options.addWidget(self._legend, 1)
        options.addWidget(self._told, 1)
        options.addWidget(self.test_box)
        options.addWidget(self.discrete_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._foot)
        layout.addWidget(self.plane_bar)

    @property
    def options(self) -> BoundaryOptions:
        """How the picture is looked at."""
        return BoundaryOptions(self.test_box.isChecked(), self.discrete_box.isChecked())

    def set_options(self, options: BoundaryOptions) -> None:
        """Look at the picture in another way."""
        self.test_box.setChecked(options.shows_test)
        self.discrete_box.setChecked(options.is_discrete)

    @property
    def map(self) -> Map | None:
        """The predictions painted last, row 0 at the bottom."""
        return None if self._made is None else self._made.map

    @property
    def legend(self) -> str:
        """What the marks mean, as it is written below the picture."""
        return self._legend.text

    @property
    def class_legend(self) -> ClassLegend:
        """What says what the marks mean."""
        return self._legend

    @property
    def plane(self) -> InputPlane | None:
        """Which plane of the inputs is drawn."""
        return None if self._run is None else self.selection.plane_of(self._run.dataset)

    def show_below(self, widget: QWidget) -> None:
        """Let something take the place of the legend while it is shown."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)

    def set_drawing(self, is_drawing: bool) -> None:
        """Leave clicks to whoever draws points, who says below what the marks mean."""
        self.is_drawing = is_drawing
        self._foot.setVisible(not is_drawing)

    def show_record(self, run: TrainingRun, record: TrainingStep) -> None:
        """Show a network as it stands at a record; the map follows as fast as it can."""
        is_new = self._run is None or run.dataset is not self._run.dataset
        self._run, self._record = run, record
        if is_new:
            self._begin()
        self._write_legend()
        self._ask()

    def _begin(self) -> None:
        """Show another data set."""
        assert self._run is not None
        run = self._run
        self._made = None
        remove_map(self.plot)
        self._uncross()
        self.plane_bar.show_data(run.dataset)
        self._name_axes()
        self.test_box.setVisible(run.test_dataset is not None)
        has_probability = run.dataset.targets.shape[1] == 1
        self.discrete_box.setVisible(has_probability and not run.dataset.is_regression)
        self._show_view()
        self._draw_points()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same square at another size: locked axes would drift away from it."""
        super().resizeEvent(event)
        self._show_view()

    def _name_axes(self) -> None:
        """Name the axes, and say on the picture where the other inputs are held."""
        run, plane = self._run, self.plane
        if run is None or plane is None:
            return
        data, choice = run.dataset, self.selection.plane_choice
        up = input_name(data, plane.up) if plane.across != plane.up else self._height_name(data)
        self.plot.set_labels(input_name(data, plane.across), up)
        self.plot.set_aspect_locked(plane.across != plane.up and _is_even(plane.view))
        lines = held_lines(data, plane, choice)
        if lines:
            corner = plane.view.left, plane.view.top
            self.plot.set_text("held", *corner, "\n".join(lines), "text", (0.0, 0.0))
        else:
            self.plot.remove("held")

    def _height_name(self, data: Dataset) -> str:
        """Return what stands along the vertical axis above a single input."""
        if not data.is_regression or not data.target_names:
            return "y"
        return target_name(data, self._target())

    def _target(self) -> int:
        """Return which target is drawn."""
        run = self._run
        return 0 if run is None else self.selection.plane_choice.fitting(run.dataset).target

    def _show_view(self) -> None:
        plane = self.plane
        if plane is None:
            return
        left, right, bottom, top = plane.view
        # A little less than all, or the numbers at the very ends of the axes would be cut.
        crop = ranges.width(left, right) * _CROP
        rise = crop if _is_even(plane.view) else ranges.width(bottom, top) * _CROP
        self.plot.set_view((left + crop, right - crop), (bottom + rise, top - rise))

    def _on_plane_changed(self) -> None:
        self._name_axes()
        self._show_view()
        self._draw_points()
        self._draw_wrong()
        self._write_legend()
        self._ask()

    def _ask(self) -> None:
        run, record, plane = self._run, self._record, self.plane
        if run is None or record is None or plane is None:
            return
        view, target = plane.view, self._target()
        # More than two classes have no one probability.
        has_labels = run.dataset.targets.shape[1] > 1 and not run.dataset.is_regression

        def make() -> _Made:
            right = _right_of_test(run, record)
            network, weights = run.network, record.parameters
            if plane.across == plane.up:
                x = pixel_centres(view.left, view.right, 2 * _PIXELS)
                curve = _in_own_units(run, predict(network, weights, plane.inputs_at(x[:, None]))).T
                return _Made(run, record, plane, target, curve.astype(np.float32), right)
            if has_labels:
                labels = class_map(
                    network, weights, view, width=_PIXELS, height=_PIXELS, plane=plane
                )
                return _Made(run, record, plane, target, labels.astype(np.float32), right)
            made = probability_map(
                network,
                weights,
                view,
                width=_PIXELS,
                height=_PIXELS,
                plane=plane,
                output=target,
            )
            scales = run.dataset.target_scales[target : target + 1]
            painted = restored(made[..., None], scales)[..., 0].astype(made.dtype)
            return _Made(run, record, plane, target, painted, right)

        self._task.submit(make)

    def _inputs(self) -> int:
        return 0 if self._run is None else self._run.dataset.inputs.shape[1]

    def _on_made(self, made: object) -> None:
        # One that was begun before the data were changed would stay under the new points.
        if isinstance(made, _Made) and self._run is not None:
            if made.run.dataset is not self._run.dataset:
                return
            self._made = made
            self._draw_map()
            self._draw_wrong()

    def _draw_map(self) -> None:
        made = self._made
        if made is None:
            return
        data, view, target = made.run.dataset, made.plane.view, made.target
        if made.plane.across == made.plane.up:
            draw_curve(self.plot, data, made.map, view=view, target=target)
        else:
            is_discrete = self.discrete_box.isChecked()
            draw_map(self.plot, data, made.map, view=view, is_discrete=is_discrete, target=target)

    def _places(self, data: Dataset) -> Array:
        """Return where samples stand: with one input their target is the height."""
        plane = self.plane
        assert plane is not None
        places = plane.places_of(data.inputs)
        if plane.across == plane.up:
            heights = restored(data.targets, data.target_scales)[:, self._target()]
            return np.stack([places[:, 0], heights], axis=1)
        return places

    def _distances(self, data: Dataset) -> Array | None:
        """Return how far samples lie from the plane; None where every input is drawn."""
        plane = self.plane
        return None if plane is None or plane.is_whole else plane.distances(data.inputs)

    def _test_data(self) -> Dataset | None:
        shown = self._run is not None and self.test_box.isChecked()
        return self._run.test_dataset if shown and self._run is not None else None

    def _draw_points(self) -> None:
        remove_samples(self.plot, "class")
        remove_samples(self.plot, "test")
        if self._run is None:
            return
        data, test = self._run.dataset, self._test_data()
        for part, is_test in ((data, False), (test, True)):
            if part is not None:
                draw_samples(
                    self.plot,
                    self._run,
                    self._places(part),
                    part,
                    is_test=is_test,
                    distances=self._distances(part),
                    target=self._target(),
                )
        self._draw_ring()

    def _draw_ring(self) -> None:
        sample, run = self.selection.sample, self._run
        if run is None:
            return
        data = None if sample is None else run.test_dataset if sample.is_test else run.dataset
        if sample is None or data is None or sample.row >= len(data):
            draw_ring(self.plot, run, None)
        else:
            draw_ring(self.plot, run, self._places(data)[sample.row])

    def _draw_wrong(self) -> None:
        """Cross the samples that are wrong on the painted map, which may be a step behind.

        With a rate so large that every step turns all predictions over, crosses of the newest
        step would contradict the colours they stand on.
        """
        made = self._made
        if self._run is None or made is None or made.run.dataset is not self._run.dataset:
            return
        data, test = made.run.dataset, self._test_data()
        self._uncross()
        if data.is_regression or len(made.record.predictions) != len(data) or is_crowded(data):
            return
        self._cross("wrong", data, ~made.record.right_of(data), "panel", 1.0)
        if test is not None and len(made.right_of_test) == len(test):
            # These are hollow.
            self._cross("wrong test", test, ~made.right_of_test, "text", TEST_SHARE)

    def _uncross(self) -> None:
        for key in self.plot.keys:
            if key.startswith("wrong"):
                self.plot.remove(key)

    def _cross(
        self, key: str, data: Dataset, is_wrong: NDArray[np.bool_], colour: str, share: float
    ) -> None:
        assert self._run is not None
        size = _CROSS_SHARE * share * point_size(self._run)
        places = self._places(data)
        for band, opacity, rows in bands_of(self._distances(data), len(data)):
            chosen = places[rows & is_wrong]
            shade = colour if opacity == 1.0 else resolve(colour, opacity)
            self.plot.set_points(
                f"{key}{band}", chosen[:, 0], chosen[:, 1], shade, "cross", size, above=1
            )

    def _write_legend(self) -> None:
        if self._run is not None:
            self._legend.set_entries(legend_entries(self._run, self._target()))

    def _on_hovered(self, x: float, y: float) -> None:
        plane = self.plane
        view = None if plane is None else plane.view
        if view is None or not (view.left <= x <= view.right and view.bottom <= y <= view.top):
            self._on_pointed(None)
        else:
            self._on_pointed((x, y))

    def _on_pointed(self, point: tuple[float, float] | None) -> None:
        reading, plane = "", self.plane
        if point is not None and self._record is not None and self._run is not None and plane:
            there = predict(
                self._run.network, self._record.parameters, plane.inputs_at(np.array(point))
            )
            seen = point[:1] if plane.across == plane.up else point
            reading = reading_text(self._run.dataset, seen, _in_own_units(self._run, there))
        # It takes no more room than the legend, or the picture would jump.
        self._told.setFixedHeight(self._legend.height())
        self._told.setText(reading)
        self._told.setVisible(bool(reading))
        self._legend.setVisible(not reading)
        self.pointed.emit(point)

    def _on_clicked(self, x: float, y: float) -> None:
        if self.is_drawing or self._run is None:
            return
        test = self._test_data()
        sample = nearest_sample(
            self.plot,
            x,
            y,
            self._places(self._run.dataset),
            None if test is None else self._places(test),
        )
        self.selection.set_sample(sample)
        self.sample_clicked.emit(sample)

    def _on_option_toggled(self) -> None:
        self._draw_points()
        self._draw_map()
        self._draw_wrong()

    def _on_theme_changed(self) -> None:
        self._draw_map()
        self._draw_points()
        self._draw_wrong()


def _is_even(view: View) -> bool:
    """Tell whether both axes may have one scale without one of them becoming a sliver."""
    wide, tall = ranges.width(view.left, view.right), ranges.width(view.bottom, view.top)
    return wide <= _MOST_STRETCHED * tall and tall <= _MOST_STRETCHED * wide


def _in_own_units(run: TrainingRun, predictions: Array) -> Array:
    """Return predictions in the units of what is predicted."""
    return restored(predictions, run.dataset.target_scales)


def _right_of_test(run: TrainingRun, record: TrainingStep) -> NDArray[np.bool_]:
    test = run.test_dataset
    if test is None or test.is_regression:
        return np.empty(0, dtype=bool)
    return right_predictions(predict(run.network, record.parameters, test.inputs), test.targets)
