"""A and B side by side: two settings from the same start, and the table of all runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.experiments.choice import Choice, number_choice, step_choice
from desktop.training.experiments.compare.duel_side import DuelSide
from desktop.training.experiments.compare.run_table import RunTable
from desktop.training.experiments.experiment import (
    ExperimentView,
    StepBarState,
    bar_state,
    canvas_column,
    put_bar,
)
from desktop.training.experiments.fact_names import COMPARE_FACTS
from desktop.training.experiments.number_row import NumberRow
from desktop.training.experiments.run_log import ExperimentContext
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.plots.plot_view import PlotView
from engine.settings import number_within
from engine.training.analysis.run_facts import Sources
from engine.training.run.duel import (
    DuelFrame,
    duel,
    same_start,
    starts_alike,
)
from engine.training.run.run import TrainingRun

_EPOCHS, _MOST_EPOCHS = 500, 20_000
_FRAMES_PER_SECOND = 24.0
_REPORT_MS = 33
_TABLE_PX = 150
_SMALLEST_LOSS = 1e-16
_NAMES = ("A", "B")
_SERIES = (("A", "series_0", "solid", "circle"), ("B", "series_3", "dash", "square"))


@dataclass(frozen=True)
class CompareState:
    """What a view made anew needs to show the same thing."""

    runs: tuple[TrainingRun, TrainingRun]
    epochs: float
    has_same_start: bool
    bar: StepBarState


class CompareView(ExperimentView):
    """Both are trained again at each change; the bar then goes through the epochs."""

    def __init__(self, context: ExperimentContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._runs: tuple[TrainingRun, TrainingRun] | None = None
        self._trained: tuple[TrainingRun, TrainingRun] | None = None
        self.frames: list[DuelFrame] = []
        # Whether the bar stays at the newest frame, until the user moves it.
        self._follows = True
        self._wanted: int | None = None
        self._task = BackgroundTask(self, report_ms=_REPORT_MS)
        self._task.reported.connect(self._on_reported)
        self._task.done.connect(self._on_ended)
        self._task.refused.connect(lambda text: self.told.emit(text, "warning"))
        self.sides = (DuelSide("A", self), DuelSide("B", self))
        self.plot = self._make_plot()
        self.bar = StepBar(self, steps_per_second=_FRAMES_PER_SECOND)
        self.bar.set_wording(self._wording)
        self.epochs_row = NumberRow(
            self.tr("epochs"), self.tr("How many epochs to train both"), _EPOCHS, self,
            minimum=1, maximum=_MOST_EPOCHS, integer=True,
        )  # fmt: skip
        self.start_box = QCheckBox(self.tr("Same start"), self)
        tip = self.tr("Let B draw its initial weights by the same rule and seed as A")
        explain(self.start_box, self.start_box.text(), tip, by_tab=True)
        self.start_box.setChecked(True)
        self.start_note = text_label(self, "muted")
        self.table = RunTable(context.log, self)
        self._lay_out()
        self._connect()
        self._on_theme_changed()

    def _make_plot(self) -> PlotView:
        plot = PlotView("", self)
        plot.set_labels(self.tr("epoch"), self.tr("loss"))
        plot.set_log(False, True)
        plot.set_mouse_enabled(False, False)
        tip = self.tr("The losses of A and B; the upright line is where they are now")
        explain(plot, self.tr("The losses of A and B"), tip)
        return plot

    def _lay_out(self) -> None:
        boundaries = tuple(side.boundary.plot for side in self.sides)
        centre = canvas_column((*boundaries, self.plot), self)
        self.bar.follow_with(self.epochs_row)
        self.bar.follow_with(self.start_box)
        centre.head.addWidget(self.bar)
        pictures = QHBoxLayout()
        pictures.setSpacing(14)
        losses = QVBoxLayout()
        losses.setSpacing(4)
        losses.addWidget(self.start_note)
        losses.addWidget(self.plot, 1)
        for side in self.sides:
            pictures.addWidget(side, 1)
        pictures.addLayout(losses, 1)
        centre.body.addLayout(pictures, 1)
        centre.body.addWidget(self.table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(centre)

    def _connect(self) -> None:
        for place, side in enumerate(self.sides):
            side.taken.connect(lambda place=place: self._set_side(place, self._context.run()))
            side.opened.connect(lambda place=place: self._open(place))
        self.bar.position_changed.connect(self._on_position_changed)
        self.epochs_row.value_changed.connect(lambda _: self._train())
        self.start_box.toggled.connect(lambda _: self._train())
        self.table.side_chosen.connect(self._set_side)
        self.table.run_opened.connect(self.run_opened)
        theme_notifier().follow(self._on_theme_changed)

    @property
    def step_bar(self) -> StepBar:
        """The bar of the epochs."""
        return self.bar

    @property
    def runs(self) -> tuple[TrainingRun, TrainingRun]:
        """What A and B train, with the same start if that is asked for."""
        assert self._trained is not None  # nobody asks before the view is shown
        return self._trained

    def show_run(self, run: TrainingRun) -> None:
        """Begin with the training view's run, and the same one by another optimizer."""
        if self._runs is None:
            other = "sgd" if run.optimizer == "adam" else "adam"
            self._runs = run, run.with_optimizer(other)
            self._train()

    def facts(self) -> Sources:
        """Return how both stand at the epoch shown."""
        frame = self.frames[min(self.bar.position, len(self.frames) - 1)] if self.frames else None
        return duel_facts(frame)

    def choices(self) -> Mapping[str, Choice]:
        """Return the epochs and whether both have the same start."""
        return {
            "epochs": number_choice("epochs", self.epochs_row, self._train),
            "same_start": Choice(
                lambda value: self.start_box.setChecked(
                    bool(number_within("same_start", value, 0, 1))
                ),
                lambda: int(self.start_box.isChecked()),
            ),
            "step": step_choice(self.bar),
        }

    def own_runs(self) -> Mapping[str, TrainingRun]:
        """Return what A and B are, with the start that each has by itself."""
        return dict(zip(_NAMES, self._runs, strict=True)) if self._runs is not None else {}

    def take_runs(self, runs: Mapping[str, TrainingRun]) -> None:
        """Compare runs that were compared before; without them nothing is compared yet."""
        wanted = (runs["A"], runs["B"]) if runs.keys() >= set(_NAMES) else None
        if wanted is not None and wanted != self._runs:
            self._runs = wanted
            self._train()

    def come_to(self, place: int) -> None:
        """Show an epoch again as soon as both are trained; till then the newest is shown."""
        if self._task.is_running:
            self._wanted = place
        else:
            super().come_to(place)

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return what tells of each kind of numbers."""
        return {
            "loss": [self.plot, self.table, *self.sides],
            "curves": [self.plot],
            "numbers": [self.table],
            "boundary": [*self.sides],
        }

    def snapshot(self) -> object:
        """Return both runs and what is shown of them."""
        if self._runs is None:
            return None
        return CompareState(
            self._runs, self.epochs_row.value, self.start_box.isChecked(), bar_state(self.bar)
        )

    def restore(self, snapshot: object) -> None:
        """Show what another view showed."""
        if isinstance(snapshot, CompareState):
            self._runs = snapshot.runs
            self.epochs_row.set_value(snapshot.epochs)
            self.start_box.blockSignals(True)
            self.start_box.setChecked(snapshot.has_same_start)
            self.start_box.blockSignals(False)
            put_bar(self.bar, snapshot.bar)
            self._train()
            self._wanted = snapshot.bar.position

    def _set_side(self, place: int, run: TrainingRun) -> None:
        first, second = self._runs or (run, run)
        self._runs = (run, second) if place == 0 else (first, run)
        self._train()

    def _open(self, place: int) -> None:
        self.run_opened.emit(self.runs[place])

    def _train(self) -> None:
        if self._runs is None:
            return
        self.changed.emit()
        self.bar.pause()
        self.frames, self._follows, self._wanted = [], True, None
        # Moved first, so that the shorter range does not move it as a user would.
        self.bar.set_position(0)
        self.bar.set_range(0)
        first, second = self._runs
        if self.start_box.isChecked():
            second = same_start(first, second)
        self._trained = first, second
        for side, run in zip(self.sides, (first, second), strict=True):
            side.show_run(run)
        if first.layers == second.layers and starts_alike(first, second):
            text = self.tr("Both start from the same weights.")
        elif self.start_box.isChecked():
            text = self.tr("The networks differ; only seed and rule are the same.")
        else:
            text = self.tr("They start from different weights.")
        self.start_note.setText(text)
        self._task.submit(partial(duel, first, second, int(self.epochs_row.value)))

    def _on_reported(self, records: list[DuelFrame | None]) -> None:
        frames = [frame for frame in records if frame is not None]
        if not frames:
            return
        self.frames += frames
        self.bar.set_range(len(self.frames) - 1)
        if self._follows:
            self.bar.set_position(len(self.frames) - 1)
        self._draw_losses()
        self._show_frame()

    def _on_ended(self) -> None:
        if self._wanted is not None:
            self._follows = False
            self.bar.set_position(self._wanted)
            self._show_frame()

    def _on_position_changed(self, _position: int) -> None:
        self._follows = False
        self._show_frame()

    def _show_frame(self) -> None:
        self.changed.emit()
        if not self.frames:
            return
        frame = self.frames[min(self.bar.position, len(self.frames) - 1)]
        for side, run, record, error in zip(
            self.sides, self.runs, frame.records, frame.errors, strict=True
        ):
            side.show_record(run, record, error)
        self.plot.set_line("now", float(frame.epoch), "text_muted", "solid", width=1.2)

    def _draw_losses(self) -> None:
        epochs = np.array([frame.epoch for frame in self.frames], dtype=float)
        for place, (name, colour, style, symbol) in enumerate(_SERIES):
            losses = [max(frame.records[place].loss, _SMALLEST_LOSS) for frame in self.frames]
            self.plot.set_curve(name, epochs, losses, colour, style, symbol, name=name)  # type: ignore[arg-type]

    def _wording(self, position: int, last: int) -> str:
        if not self.frames:
            return ""
        frame = self.frames[min(position, len(self.frames) - 1)]
        text = self.tr("epoch {0} of {1}")
        return filled(text, frame.epoch, int(self.epochs_row.value))

    def _on_theme_changed(self) -> None:
        self.table.setFixedHeight(theme().px(_TABLE_PX))
        self.epochs_row.setFixedWidth(theme().px(_TABLE_PX))


def duel_facts(frame: DuelFrame | None) -> Sources:
    """Return how both networks of a frame stand; None before there is one."""
    if frame is None:
        return dict.fromkeys(COMPARE_FACTS, lambda: None)
    first, second = frame.records
    return {
        "compare_epoch": lambda: float(frame.epoch),
        "compare_loss_a": lambda: first.loss,
        "compare_loss_b": lambda: second.loss,
        "compare_solved_a": lambda: float(first.is_solved),
        "compare_solved_b": lambda: float(second.is_solved),
    }
