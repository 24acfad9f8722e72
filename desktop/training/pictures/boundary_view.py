"""The decision boundary: the prediction over the plane, with the samples on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import RichLabel
from desktop.foundation.plain_text import escaped
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.network.selection import Selection
from desktop.training.pictures.picture_parts import plane_plot
from desktop.training.pictures.plane_map import draw_curve, draw_map, remove_map
from desktop.training.pictures.plane_points import (
    TEST_SHARE,
    class_colour,
    draw_ring,
    draw_samples,
    nearest_sample,
    point_size,
    remove_samples,
)
from desktop.widgets.fields.number_text import format_number
from engine import ranges
from engine.arrays import Array
from engine.quoting import quote
from engine.training.analysis.decision_boundary import (
    Map,
    class_map,
    pixel_centres,
    predict,
    probability_map,
)
from engine.training.datasets.dataset import Dataset
from engine.training.network.scores import right_predictions
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_PIXELS = 90
# The map follows the training fifteen times a second: enough to look continuous.
_INTERVAL_MS = 66
_CROP = 0.004
# Of the size of a sample.
_CROSS_SHARE = 0.55
_GLYPHS = "■●▲◆★▼⬟⬢＋✕"


@dataclass(frozen=True, eq=False)
class _Made:
    """The predictions of a record over the plane, row 0 at the bottom.

    Attributes:
        run: The run.
        record: Its record.
        map: What is painted.
        right_of_test: For each sample of the test whether it is in the right class, shape (n,).
    """

    run: TrainingRun
    record: TrainingStep
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
    sample on the wrong side is crossed. A network with one input is drawn as a curve.

    Signals:
        pointed(point: tuple[float, float] | None): The mouse is over this point of the inputs.
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
        self._legend = RichLabel(self)
        self._legend.setProperty("kind", "muted")
        # The legend gives way: a long one must not widen the page.
        self._legend.setWordWrap(True)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._reading = ""
        self._lay_out()
        self.selection.sample_changed.connect(lambda _: self._draw_ring())
        theme_notifier().follow(self._on_theme_changed)

    def _make_box(self, text: str, summary: str) -> QCheckBox:
        box = QCheckBox(text, self)
        explain(box, text, summary, by_tab=True)
        box.toggled.connect(self._on_option_toggled)
        return box

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(14)
        options.addWidget(self._legend, 1)
        options.addWidget(self.test_box)
        options.addWidget(self.discrete_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.plot, 1)
        layout.addLayout(options)

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
        """What is written below the picture."""
        return self._legend.text()

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
        self.plot.remove("wrong")
        self.plot.remove("wrong test")
        names: Sequence[str] = run.dataset.input_names or ("x₁", "x₂")
        if run.dataset.scales:
            names = [filled(self.tr("{0} (standardized)"), name) for name in names]
        inputs = run.dataset.inputs.shape[1]
        self.plot.set_aspect_locked(inputs == 2)
        self.plot.set_labels(names[0], names[1] if inputs > 1 and len(names) > 1 else "y")
        self.test_box.setVisible(run.test_dataset is not None)
        has_probability = run.dataset.targets.shape[1] == 1
        self.discrete_box.setVisible(has_probability and not run.dataset.is_regression)
        self._show_view()
        self._draw_points()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same square at another size: locked axes would drift away from it."""
        super().resizeEvent(event)
        self._show_view()

    def _show_view(self) -> None:
        if self._run is None:
            return
        left, right, bottom, top = self._run.dataset.view
        # A little less than all, or the numbers at the very ends of the axes would be cut.
        crop = ranges.width(left, right) * _CROP
        self.plot.set_view((left + crop, right - crop), (bottom + crop, top - crop))

    def _ask(self) -> None:
        run, record, inputs = self._run, self._record, self._inputs()
        if run is None or record is None or inputs > 2:
            return
        view = run.dataset.view
        # More than two classes have no one probability.
        has_labels = run.dataset.targets.shape[1] > 1 and not run.dataset.is_regression

        def make() -> _Made:
            right = _right_of_test(run, record)
            if inputs == 1:
                x = pixel_centres(view.left, view.right, 2 * _PIXELS)
                curve = predict(run.network, record.parameters, x[:, None]).T
                return _Made(run, record, curve.astype(np.float32), right)
            if has_labels:
                labels = class_map(
                    run.network, record.parameters, view, width=_PIXELS, height=_PIXELS
                )
                return _Made(run, record, labels.astype(np.float32), right)
            made = probability_map(
                run.network, record.parameters, view, width=_PIXELS, height=_PIXELS
            )
            return _Made(run, record, made, right)

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
        if made.run.dataset.inputs.shape[1] == 1:
            draw_curve(self.plot, made.run.dataset, made.map)
        else:
            is_discrete = self.discrete_box.isChecked()
            draw_map(self.plot, made.run.dataset, made.map, is_discrete=is_discrete)

    def _places(self, data: Dataset) -> Array:
        """Return where samples stand: with one input their target is the height."""
        if data.inputs.shape[1] == 1:
            return np.stack([data.inputs[:, 0], data.targets[:, 0]], axis=1)
        return data.inputs[:, :2]

    def _test_data(self) -> Dataset | None:
        shown = self._run is not None and self.test_box.isChecked()
        return self._run.test_dataset if shown and self._run is not None else None

    def _draw_points(self) -> None:
        remove_samples(self.plot, "class")
        remove_samples(self.plot, "test")
        if self._run is None:
            return
        data, test = self._run.dataset, self._test_data()
        draw_samples(self.plot, self._run, self._places(data), data, is_test=False)
        if test is not None:
            draw_samples(self.plot, self._run, self._places(test), test, is_test=True)
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
        if data.is_regression or len(made.record.predictions) != len(data):
            self.plot.remove("wrong")
            self.plot.remove("wrong test")
            return
        self._cross("wrong", self._places(data)[~made.record.right_of(data)], "panel", 1.0)
        if test is None or len(made.right_of_test) != len(test):
            self.plot.remove("wrong test")
        else:
            # These are hollow.
            wrong = self._places(test)[~made.right_of_test]
            self._cross("wrong test", wrong, "text", TEST_SHARE)

    def _cross(self, key: str, places: Array, colour: str, share: float) -> None:
        assert self._run is not None
        size = _CROSS_SHARE * share * point_size(self._run)
        self.plot.set_points(key, places[:, 0], places[:, 1], colour, "cross", size, above=1)

    def _write_legend(self) -> None:
        if self._run is not None:
            self._legend.setText(self._reading or legend_text(self._run, self._inputs()))

    def _on_hovered(self, x: float, y: float) -> None:
        view = None if self._run is None else self._run.dataset.view
        if view is None or not (view.left <= x <= view.right and view.bottom <= y <= view.top):
            self._on_pointed(None)
        else:
            self._on_pointed((x, y))

    def _on_pointed(self, point: tuple[float, float] | None) -> None:
        self._reading = ""
        if point is not None and self._record is not None and self._run is not None:
            inputs = self._inputs()
            if inputs <= 2:
                there = predict(
                    self._run.network, self._record.parameters, np.array(point[:inputs])
                )
                self._reading = reading_text(point[:inputs], there)
        self._write_legend()
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
        self._write_legend()


def _right_of_test(run: TrainingRun, record: TrainingStep) -> NDArray[np.bool_]:
    test = run.test_dataset
    if test is None or test.is_regression:
        return np.empty(0, dtype=bool)
    return right_predictions(predict(run.network, record.parameters, test.inputs), test.targets)


def legend_text(run: TrainingRun, inputs: int) -> str:
    """Return what the marks of a run's data mean."""
    translate = QCoreApplication.translate
    data = run.dataset
    if inputs > 2:
        text = translate(
            "BoundaryView", "The plane shows the first two of {0} inputs; no map can be painted."
        )
        return filled(text, inputs)
    if data.is_regression:
        if inputs == 1:
            return translate("BoundaryView", "Points: targets, line: predictions")
        return translate("BoundaryView", "Colour: target of a point, prediction of the ground")
    count = max(2, data.targets.shape[1])
    parts = [
        f"<span style='color:{theme().color(class_colour(label, count)).name()}'>"
        f"{_GLYPHS[label % len(_GLYPHS)]}</span> {_class_name(run, label)}"
        for label in range(count)
    ]
    parts.append(translate("BoundaryView", "✕ not right"))
    if run.test_dataset is not None:
        parts.append(translate("BoundaryView", "hollow: test"))
    return " &nbsp; ".join(parts)


def reading_text(point: Sequence[float], there: Array) -> str:
    """Return the prediction at a point: a number, or one for each class."""
    inputs = ", ".join(format_number(value, 3) for value in point)
    outputs = ", ".join(format_number(float(value), 4) for value in there)
    pattern = QCoreApplication.translate("BoundaryView", "ŷ({0}) = {1}")
    return filled(pattern, inputs, outputs)


def _class_name(run: TrainingRun, label: int) -> str:
    names = run.dataset.class_names
    if label < len(names):
        return escaped(quote(names[label]))
    if run.dataset.targets.shape[1] > 1:
        return filled(QCoreApplication.translate("BoundaryView", "class {0}"), label)
    return filled(QCoreApplication.translate("BoundaryView", "target {0}"), label)
