"""Two plots below the pictures: how well it goes, and what happens in the layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.training.curves.chart import Chart, Marker, plain_value
from desktop.training.curves.layers_chart import (
    GRADIENTS,
    STEP,
    WEIGHTS,
    draw_gradients,
    draw_steps,
    draw_weights,
)
from desktop.training.curves.loss_words import loss_summary, loss_value_text
from desktop.training.curves.progress_chart import ACCURACY, LOSS, draw_accuracy, draw_loss
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun

_LOW_PX = 220


@dataclass(frozen=True, slots=True)
class CurvesLook:
    """How the plots are looked at; no number depends on it."""

    progress: str = LOSS
    layers: str = GRADIENTS
    is_loss_log: bool = False
    are_layers_log: bool = True


@dataclass(frozen=True, eq=False)
class _Shown:
    run: TrainingRun
    moments: Sequence[Moment]
    changes: Sequence[Marker]
    moment: Moment
    record: TrainingStep


class CurvesView(QWidget):
    """Loss or accuracy at the left; gradients, weights or steps at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self._described: dict[Chart, tuple[str, bool, str]] = {}
        self.loss_plot = Chart(self)
        self.gradient_plot = Chart(self)
        self.progress_segments = SegmentedSwitch(
            self.tr("Progress"),
            (
                Segment(
                    LOSS, self.tr("Loss"), self.tr("What is minimized, and the test data's loss")
                ),
                Segment(
                    ACCURACY, self.tr("Accuracy"), self.tr("The share of samples predicted right")
                ),
            ),
            self,
        )
        self.layer_segments = SegmentedSwitch(
            self.tr("Layers"),
            (
                Segment(
                    GRADIENTS,
                    self.tr("Gradients"),
                    self.tr(
                        "The length of the loss's gradient with respect to each layer's weights "
                        "and biases: where it is tiny, the layer learns next to nothing"
                    ),
                ),
                Segment(
                    WEIGHTS,
                    self.tr("Weights"),
                    self.tr("How many weights of each layer lie where; dotted: all at the start"),
                ),
                Segment(
                    STEP,
                    self.tr("Step"),
                    self.tr("How far a step moves the weights, and the learning rate it had"),
                ),
            ),
            self,
        )
        self.log_box = self._make_log_box(self.tr("Logarithmic loss axis"))
        self.layers_log_box = self._make_log_box(self.tr("Logarithmic axis of the layers' plot"))
        self.layers_log_box.setChecked(True)
        self.progress_segments.chosen.connect(lambda _: self._draw_progress())
        self.layer_segments.chosen.connect(lambda _: self._draw_layers())
        self.log_box.toggled.connect(lambda _: self._draw_progress())
        self.layers_log_box.toggled.connect(lambda _: self._draw_layers())
        self._lay_out()
        self._describe()

    def _make_log_box(self, name: str) -> QCheckBox:
        box = QCheckBox(self.tr("Log"), self)
        tip = self.tr("Show the numbers on a logarithmic axis; they stay what they are")
        explain(box, name, tip, by_tab=True)
        return box

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for segments, box, plot in (
            (self.progress_segments, self.log_box, self.loss_plot),
            (self.layer_segments, self.layers_log_box, self.gradient_plot),
        ):
            head = QHBoxLayout()
            head.addWidget(segments)
            head.addStretch(1)
            head.addWidget(box)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addLayout(head)
            column.addWidget(plot, 1)
            layout.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words away where there is no room for them."""
        super().resizeEvent(event)
        self._describe()

    @property
    def look(self) -> CurvesLook:
        """How the plots are looked at."""
        return CurvesLook(
            self.progress_segments.name,
            self.layer_segments.name,
            self.log_box.isChecked(),
            self.layers_log_box.isChecked(),
        )

    def set_look(self, look: CurvesLook) -> None:
        """Look at the plots as another view did."""
        self.progress_segments.set_name(look.progress)
        self.layer_segments.set_name(look.layers)
        self.log_box.setChecked(look.is_loss_log)
        self.layers_log_box.setChecked(look.are_layers_log)
        self._draw_progress()
        self._draw_layers()

    def show_moments(
        self,
        run: TrainingRun,
        moments: Sequence[Moment],
        changes: Sequence[Marker],
        moment: Moment,
        record: TrainingStep,
        turn: int | None = None,
    ) -> None:
        """Draw a run so far.

        Args:
            run: The run in force.
            moments: Its moments by step.
            changes: What was changed on the way.
            moment: The one shown, which is marked.
            record: The same, with its weights.
            turn: Which plot is to follow, 0 the left one, 1 the right one; both by default. Each
                takes a good part of a frame to paint.
        """
        self._shown = _Shown(run, moments, changes, moment, record)
        is_regression = run.dataset.is_regression
        self.progress_segments.set_offered(ACCURACY, not is_regression)
        if is_regression:
            self.progress_segments.set_name(LOSS)
        if turn != 1:
            self._draw_progress()
        if turn != 0:
            self._draw_layers()

    def _draw_progress(self) -> None:
        self._describe()
        shown = self._shown
        if shown is None:
            return
        if self.progress_segments.name == ACCURACY:
            self.loss_plot.write_value = plain_value
            draw_accuracy(self.loss_plot, shown.moments, shown.changes, shown.moment)
        else:
            is_log = self.log_box.isChecked()
            self.loss_plot.write_value = partial(loss_value_text, shown.run)
            draw_loss(self.loss_plot, shown.moments, shown.changes, shown.moment, is_log=is_log)

    def _draw_layers(self) -> None:
        self._describe()
        shown, name = self._shown, self.layer_segments.name
        if shown is None:
            return
        if name == WEIGHTS:
            draw_weights(self.gradient_plot, shown.run, shown.record.parameters)
            return
        draw = draw_gradients if name == GRADIENTS else draw_steps
        is_log = self.layers_log_box.isChecked()
        draw(self.gradient_plot, shown.moments, shown.changes, shown.moment, is_log=is_log)

    def _describe(self) -> None:
        """Name the axes, and say in the tooltips what is drawn."""
        progress, layers = self.progress_segments, self.layer_segments
        run = None if self._shown is None else self._shown.run
        scaled_run = run if run is not None and run.dataset.target_scales else None
        self.log_box.setVisible(progress.name == LOSS)
        self.layers_log_box.setVisible(layers.name != WEIGHTS)
        # Of standardized targets the loss has no unit of theirs, and another size.
        scaled, plain = self.tr("Standardized loss"), self.tr("Loss")
        progress.set_label(LOSS, plain if scaled_run is None else scaled)
        texts = {
            LOSS: ("", self.loss_plot, progress),
            ACCURACY: (self.tr("percent"), self.loss_plot, progress),
            GRADIENTS: (self.tr("gradient"), self.gradient_plot, layers),
            WEIGHTS: (self.tr("count"), self.gradient_plot, layers),
            STEP: ("", self.gradient_plot, layers),
        }
        for name in (progress.name, layers.name):
            label, plot, segments = texts[name]
            across = self.tr("weight") if name == WEIGHTS else self.tr("epoch")
            # In a low window the numbers need the room more than the words below them.
            is_low = self.height() < theme().px(_LOW_PX)
            told = loss_summary(scaled_run) if scaled_run is not None and name == LOSS else ""
            if self._described.get(plot) == (name, is_low, told):
                continue
            self._described[plot] = name, is_low, told
            plot.set_labels("" if is_low else across, label)
            plot.summary = told or segments.button(name).toolTip()
            explain(plot, label or segments.button(name).text(), plot.summary)
