"""Many seeds at once: how many converge, how soon, and what each network has learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QWidget,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, percent
from desktop.training.experiments.choice import Choice, name_choice, number_choice
from desktop.training.experiments.experiment import ExperimentView, canvas_column
from desktop.training.experiments.seeds.epoch_histogram import EpochHistogram
from desktop.training.experiments.seeds.network_grid import PICTURE_PX, NetworkGrid
from desktop.training.experiments.seeds.seed_facts import seed_facts
from desktop.training.experiments.seeds.seeds_panel import SeedChoices, SeedsPanel
from desktop.training.experiments.seeds.thumbnails import ThumbnailTask, can_draw, present_look
from desktop.widgets.fields.number_text import format_number
from engine.training.analysis.run_facts import Sources
from engine.training.many_networks.many import ManyRecord
from engine.training.many_networks.seed_search import SeedJob
from engine.training.run.run import TrainingRun

_HISTOGRAM_PX = 190
# Thirty pictures a second are smooth.
_REPORT_MS = 33


@dataclass(frozen=True)
class SeedsState:
    """What a view made anew needs to show the same choices."""

    choices: SeedChoices


class SeedsView(ExperimentView):
    """Trains in the background as soon as it is shown, and again when a choice changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: SeedJob | None = None
        self._record: ManyRecord | None = None
        self.search = BackgroundTask(self, report_ms=_REPORT_MS)
        self.thumbnails = ThumbnailTask(self)
        self.panel = SeedsPanel(TrainingRun(), self)
        self.verdict = PlainLabel(self)
        self.verdict.setProperty("kind", "heading")
        self.detail = PlainLabel(self)
        self.detail.setProperty("kind", "muted")
        self.detail.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        explain(self.progress, self.tr("Progress of the training"), self.tr("Epochs done"))
        self.start_button = QPushButton(self)
        self.start_button.setProperty("kind", "primary")
        self.start_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.histogram = EpochHistogram(self)
        self.grid = NetworkGrid(self)
        self._lay_out_columns(self.panel, self._make_centre(), None)
        self._connect()
        self._on_theme_changed()
        self._show_running()

    def _make_centre(self) -> QWidget:
        centre = canvas_column((self.grid,), self)
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.start_button)
        centre.head.addLayout(head)
        centre.head.addWidget(self.progress)
        centre.body.addWidget(self.detail)
        centre.body.addWidget(self.histogram)
        centre.body.addWidget(self.grid, 1)
        return centre

    def _connect(self) -> None:
        self.panel.job_changed.connect(self.start)
        self.panel.job_changed.connect(self.changed)
        self.start_button.clicked.connect(self._on_button_clicked)
        self.search.reported.connect(self._on_reported)
        self.search.busy_changed.connect(self._show_running)
        self.search.busy_changed.connect(lambda _: self.changed.emit())
        self.search.refused.connect(self._on_refused)
        self.thumbnails.painted.connect(self._on_painted)
        self.grid.opened.connect(self._on_opened)
        theme_notifier().follow(self._on_theme_changed)

    @property
    def record(self) -> ManyRecord | None:
        """How the networks stand."""
        return self._record

    def show_run(self, run: TrainingRun) -> None:
        """Train the training view's network, unless another setup is chosen here."""
        self.panel.show_run(run)
        if self._job is None:
            self.start()

    def show_still(self, run: TrainingRun) -> None:
        """Show the training view's network, to be trained when `run` says so."""
        with QSignalBlocker(self.panel):
            self.panel.show_run(run)
        self.search.cancel()
        self._job, self._record = self.panel.job, None
        self.progress.setValue(0)
        self.verdict.setText("")
        self.detail.setText("")
        self.histogram.show_nothing()
        self.grid.clear()
        self._show_running()

    def facts(self) -> Sources:
        """Return how many networks were trained to the end, and how many of them have solved it."""
        return seed_facts(self._job, self._record, is_running=self.search.is_running)

    def choices(self) -> Mapping[str, Choice]:
        """Return the choices of the panel."""
        panel = self.panel
        return {
            "setup": name_choice(panel.setup_box, panel.take_setup),
            "hidden": name_choice(panel.hidden_box, panel.take_setup),
            "networks": number_choice("networks", panel.count_row, panel.job_changed.emit),
            "first_seed": number_choice("first_seed", panel.first_row, panel.job_changed.emit),
            "epochs": number_choice("epochs", panel.epochs_row, panel.job_changed.emit),
            "largest_error": number_choice(
                "largest_error", panel.tolerance_row, panel.job_changed.emit
            ),
        }

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return what tells of each kind of numbers."""
        return {
            "numbers": [self.verdict, self.detail, self.histogram],
            "curves": [self.histogram],
            "boundary": [self.grid],
            "loss": [self.grid],
        }

    def run(self) -> None:
        """Train all networks, unless they are being trained."""
        if not self.search.is_running:
            self.start()

    def start(self) -> None:
        """Train all networks from the start."""
        job = self.panel.job
        self._job, self._record = job, None
        self.progress.setRange(0, job.epochs)
        self.progress.setValue(0)
        self.detail.setText("")
        self.search.submit(job.records)

    def handle_key(self, key: int) -> bool:
        """Start or stop on Space."""
        if key == Qt.Key.Key_Space:
            self._on_button_clicked()
            return True
        return False

    def snapshot(self) -> SeedsState:
        """Return the choices; the networks are trained again."""
        return SeedsState(self.panel.choices())

    def restore(self, snapshot: object) -> None:
        """Show the choices of another view."""
        if isinstance(snapshot, SeedsState):
            self.panel.choose(snapshot.choices)

    def _on_button_clicked(self) -> None:
        if self.search.is_running:
            self.search.give_up()
        else:
            self.start()

    def _on_reported(self, records: list[ManyRecord]) -> None:
        self._record = record = records[-1]
        self.changed.emit()
        self.progress.setValue(record.epoch)
        self.histogram.show_record(record)
        self.grid.show_record(record)
        self._paint()
        self._write(record)

    def _write(self, record: ManyRecord) -> None:
        text = filled(self.tr("{0} of {1} converged"), record.converged_count, len(record.seeds))
        share = percent(f"{100 * record.converged_share:.0f}")
        self.verdict.setText(f"{text} ({share})")
        epoch = filled(self.tr("Epoch {0}"), record.epoch)
        if record.converged_count:
            median = format_number(record.median_epoch, 4)
            epoch += " · " + filled(self.tr("median epoch {0}"), median)
        if self._job is not None and not can_draw(self._job.run):
            note = self.tr("Pictures need two inputs, and this network has another number.")
            epoch += " · " + note
        self.detail.setText(epoch)

    def _paint(self) -> None:
        if self._job is None or self._record is None:
            return
        if can_draw(self._job.run):
            look = present_look(PICTURE_PX, self._job.run.dataset)
            self.thumbnails.paint(self._job.run, self._record, look)
        else:
            self.grid.forget_pictures()

    def _on_painted(self, record: object, images: object) -> None:
        assert isinstance(record, ManyRecord)
        assert isinstance(images, tuple)
        self.grid.show_pictures(record, images)

    def _on_refused(self, sentence: str) -> None:
        self.verdict.setText(self.tr("These cannot be trained together"))
        self.detail.setText(sentence)
        self.grid.clear()

    def _on_opened(self, seed: int) -> None:
        if self._job is not None:
            self.run_opened.emit(replace(self._job.run, seed=seed))

    def _show_running(self) -> None:
        is_running = self.search.is_running
        is_new = self._record is None
        idle = self.tr("Train all") if is_new else self.tr("Train all again")
        text = self.tr("Stop") if is_running else idle
        self.start_button.setText(text)
        tip = (
            self.tr("Stop the training; what was reached stays (Space)")
            if is_running
            else self.tr("Train all networks from their starts (Space)")
        )
        explain(self.start_button, text, tip)
        self.start_button.setIcon(theme().icon("x" if is_running else "play", "accent_text"))

    def _on_theme_changed(self) -> None:
        self.histogram.setFixedHeight(theme().px(_HISTOGRAM_PX))
        self.progress.setFixedHeight(theme().px(6))
        self._show_running()
        if self._record is not None:
            self.grid.show_record(self._record)
            self._paint()
