"""The decision boundary: the prediction over the plane, with the samples on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.tasks.latest_task import LatestTask
from desktop.training.colours import ground_ramp
from desktop.widgets.number_text import format_number
from desktop.widgets.plot_view import PlotView
from engine.training.decision_boundary import Map, pixel_centres, predict, probability_map
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

_PIXELS = 90
# The map follows the training fifteen times a second: enough to look continuous.
_INTERVAL_MS = 66
_CROP = 0.004
_LOGIC_POINT_PX, _CLOUD_POINT_PX = 19.0, 9.0


class BoundaryView(QWidget):
    """The map of predictions, the line where they are ½, and the samples by class.

    Class 1 is a blue disc, class 0 an orange square; a sample on the wrong side is crossed.

    Signals:
        pointed(point: tuple[float, float] | None): The mouse is over this point of the inputs.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: TrainingRun | None = None
        self._record: StepRecord | None = None
        self._map: Map | None = None
        self._mapped_run: TrainingRun | None = None
        self._mapped_record: StepRecord | None = None
        self._is_stale = False
        self._task = LatestTask(self)
        self._task.done.connect(self._on_map_made)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_INTERVAL_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self.plot = PlotView(self.tr("Prediction over the inputs"), self)
        self.plot.set_aspect_locked(True)
        self.plot.set_mouse_enabled(False, False)
        self.plot.set_grid(False)
        self.plot.set_labels("x₁", "x₂")
        self.plot.setToolTip(self.tr("Point at a place to see what every neuron gives there"))
        self.plot.hovered.connect(self._on_hovered)
        self.plot.hover_left.connect(lambda: self._on_pointed(None))
        self._legend = QLabel(self)
        self._legend.setProperty("kind", "muted")
        # The legend gives way: a long one must not widen the page.
        self._legend.setWordWrap(True)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._reading = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._legend)
        theme_notifier().changed.connect(self._on_theme_changed)

    @property
    def map(self) -> Map | None:
        """The predictions painted last, row 0 at the bottom."""
        return self._map

    @property
    def is_settled(self) -> bool:
        """Whether the picture shows the present record."""
        return not (self._task.is_running or self._is_stale)

    def show_record(self, run: TrainingRun, record: StepRecord) -> None:
        """Show a network as it stands at a record; the map follows as fast as it can."""
        is_new = self._run is None or run.dataset is not self._run.dataset
        self._run, self._record = run, record
        if is_new:
            self._show_view()
            self._draw_points()
            self.plot.remove("wrong")
        self._write_legend()
        self._is_stale = True
        if not self._pause.isActive():
            self._compute()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same square at another size: locked axes would drift away from it."""
        super().resizeEvent(event)
        self._show_view()

    def _show_view(self) -> None:
        if self._run is None:
            return
        left, right, bottom, top = self._run.dataset.view
        # A little less than all, or the numbers at the very ends of the axes would be cut.
        crop = (right - left) * _CROP
        self.plot.set_view((left + crop, right - crop), (bottom + crop, top - crop))

    def close_task(self) -> None:
        """Stop computing for good."""
        self._pause.stop()
        self._task.close()
        self._is_stale = False

    def _compute(self) -> None:
        if self._run is None or self._record is None or self._task.is_running:
            return
        run, record = self._run, self._record
        self._is_stale = False

        def make() -> Iterator[tuple[TrainingRun, StepRecord, Map]]:
            made = probability_map(
                run.network, record.parameters, run.dataset.view, width=_PIXELS, height=_PIXELS
            )
            yield run, record, made

        self._pause.start()
        self._task.submit(make)

    def _on_pause_over(self) -> None:
        if self._is_stale:
            self._compute()

    def _on_map_made(self, made: object) -> None:
        if isinstance(made, tuple):
            self._mapped_run, self._mapped_record, self._map = made
            self._draw_map()
            self._draw_wrong()
        if self._is_stale and not self._pause.isActive():
            self._compute()

    def _draw_map(self) -> None:
        if self._map is None or self._mapped_run is None:
            return
        view = self._mapped_run.dataset.view
        x = pixel_centres(view.left, view.right, _PIXELS)
        y = pixel_centres(view.bottom, view.top, _PIXELS)
        rect = (float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
        self.plot.set_image("map", self._map, rect, ground_ramp(), (0.0, 1.0))
        self.plot.set_contours("boundary", x, y, self._map, [0.5], "text", 1.6)

    def _draw_points(self) -> None:
        if self._run is None:
            return
        data = self._run.dataset
        size = _LOGIC_POINT_PX if self._run.recipe.is_logic else _CLOUD_POINT_PX
        for key, colour, symbol, chosen in (
            ("class 0", "class_0", "square", ~data.classes),
            ("class 1", "class_1", "circle", data.classes),
        ):
            points = data.inputs[chosen]
            self.plot.set_points(key, points[:, 0], points[:, 1], colour, symbol, size)

    def _draw_wrong(self) -> None:
        """Cross the samples that are wrong on the painted map, which may be a step behind.

        With a rate so large that every step turns all predictions over, crosses of the newest
        step would contradict the colours they stand on.
        """
        if self._run is None or self._mapped_run is None or self._mapped_record is None:
            return
        data = self._mapped_run.dataset
        if data is not self._run.dataset:
            return
        wrong = data.inputs[~self._mapped_record.right_of(data)]
        size = 0.55 * (_LOGIC_POINT_PX if self._run.recipe.is_logic else _CLOUD_POINT_PX)
        self.plot.set_points("wrong", wrong[:, 0], wrong[:, 1], "panel", "cross", size)

    def _write_legend(self) -> None:
        zero, one = theme().color("class_0").name(), theme().color("class_1").name()
        text = self.tr("{0} target 0 &nbsp; {1} target 1 &nbsp; ✕ wrong &nbsp; line: ŷ = ½").format(
            f"<span style='color:{zero}'>■</span>", f"<span style='color:{one}'>●</span>"
        )
        self._legend.setText(self._reading or text)

    def _on_hovered(self, x: float, y: float) -> None:
        view = None if self._run is None else self._run.dataset.view
        if view is None or not (view.left <= x <= view.right and view.bottom <= y <= view.top):
            self._on_pointed(None)
        else:
            self._on_pointed((x, y))

    def _on_pointed(self, point: tuple[float, float] | None) -> None:
        self._reading = ""
        if point is not None and self._run is not None and self._record is not None:
            there = predict(self._run.network, self._record.parameters, np.array(point))
            self._reading = self.tr("ŷ({0}, {1}) = {2}").format(
                format_number(point[0], 3),
                format_number(point[1], 3),
                format_number(float(there[0]), 4),
            )
        self._write_legend()
        self.pointed.emit(point)

    def _on_theme_changed(self) -> None:
        self._draw_map()
        self._draw_points()
        self._draw_wrong()
        self._write_legend()
