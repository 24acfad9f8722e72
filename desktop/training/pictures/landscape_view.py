"""The loss landscape: colours and contours on a plane through the weights, with the way taken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.desk.explaining import explain
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import filled
from desktop.training.pictures.picture_parts import picture_column, picture_note, plane_plot
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_style import SURFACE_RAMP
from engine.training.analysis.landscape import Landscape, landscape_of
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# The landscape follows the training about once a second: it takes time to compute.
_INTERVAL_MS = 900
_CONTOURS = 12
_SMALLEST_LOSS = 1e-12
# A line needs no more points.
_MOST_PATH = 250
_PATH, _RANDOM = "path", "random"


class LandscapeView(QWidget):
    """The loss on a plane: that of the way's principal directions, or of two random ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: TrainingRun | None = None
        self._record: TrainingStep | None = None
        self._records: Sequence[TrainingStep] = ()
        self._landscape: Landscape | None = None
        self._seed = 0
        self._task = BackgroundTask(self, Policy.FINISH, pace_ms=_INTERVAL_MS)
        self._task.done.connect(self._on_made)
        self.plot = plane_plot(self)
        tip = self.tr("Point at a place to read the loss there; yellow is low, violet is high")
        explain(self.plot, self.tr("Loss landscape"), tip)
        self.plot.hovered.connect(self._on_hovered)
        self.plot.hover_left.connect(self._write_note)
        self.plane_box = ChoiceBox(
            self.tr("Plane"),
            (
                (
                    _PATH,
                    self.tr("Plane of the path"),
                    self.tr("The two directions in which the weights have moved the most"),
                ),
                (
                    _RANDOM,
                    self.tr("Random directions"),
                    self.tr("Two random directions, for each neuron as long as its weights"),
                ),
            ),
            self,
        )
        self.plane_box.chosen.connect(lambda _: self._on_plane_chosen())
        self.draw_button = QPushButton(self.tr("Others"), self)
        tip = self.tr("Draw two other random directions")
        explain(self.draw_button, self.tr("Other random directions"), tip, by_tab=True)
        self.draw_button.clicked.connect(self._on_others_wanted)
        self.draw_button.hide()
        self._note = picture_note(self)
        options = picture_column(self, self.plot, self._note)
        options.addWidget(self.plane_box, 1)
        options.addWidget(self.draw_button)
        theme_notifier().follow(self._draw)

    @property
    def landscape(self) -> Landscape | None:
        """What is drawn."""
        return self._landscape

    @property
    def note(self) -> str:
        """What is written below the picture."""
        return self._note.text()

    def show_records(
        self, run: TrainingRun, records: Sequence[TrainingStep], record: TrainingStep
    ) -> None:
        """Show the way so far; the landscape under it follows when it is computed."""
        if self._run is None or not run.continues(self._run):
            self._landscape = None
            self.plot.clear()
        self._run, self._records, self._record = run, records, record
        self._draw_path()
        self._ask()

    def _ask(self) -> None:
        run, records, record = self._run, list(self._records), self._record
        if run is None or record is None:
            return
        seed = self._seed if self.plane_box.name == _RANDOM else None
        self._task.submit(lambda: landscape_of(run, records, record, seed))

    def _on_plane_chosen(self) -> None:
        self.draw_button.setVisible(self.plane_box.name == _RANDOM)
        self._ask()

    def _on_others_wanted(self) -> None:
        self._seed += 1
        self._ask()

    def _on_made(self, made: object) -> None:
        if not isinstance(made, Landscape) or self._run is None:
            return
        if self._run.continues(made.run):
            self._landscape = made
            self._draw()

    def _draw(self) -> None:
        found = self._landscape
        if found is None:
            return
        x, y = found.first, found.second
        heights = np.log10(np.maximum(found.losses, _SMALLEST_LOSS))
        rect = (float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
        self.plot.set_image("loss", heights, rect, SURFACE_RAMP)
        finite = heights[np.isfinite(heights)]
        if finite.size and finite.max() > finite.min():
            levels = np.linspace(finite.min(), finite.max(), _CONTOURS + 2)[1:-1].tolist()
            self.plot.set_contours("contours", x, y, heights, levels, "text", 0.8, 0.45)
        else:
            self.plot.remove("contours")
        self.plot.set_view((rect[0], rect[1]), (rect[2], rect[3]))
        self._draw_path()
        self._write_note()

    def _draw_path(self) -> None:
        found, record = self._landscape, self._record
        if found is None or record is None:
            return
        start = found.plane.centre
        stride = -(-len(self._records) // _MOST_PATH) or 1
        shown = [*self._records[:-1:stride], *self._records[-1:]]
        way = [item.parameters for item in shown if item.parameters.shape == start.shape]
        if record.parameters.shape != start.shape:
            return
        places = found.plane.coordinates(np.stack([*way, record.parameters]))
        is_scrubbed = bool(self._records) and record.step < self._records[-1].step
        line = places[:-1] if is_scrubbed else places
        self.plot.set_curve("path", line[:, 0], line[:, 1], "error", width=2.2)
        self.plot.set_points("start", places[:1, 0], places[:1, 1], "panel", "square", 10, "error")
        self.plot.set_points("now", places[-1:, 0], places[-1:, 1], "error", "circle", 12, "panel")
        self.plot.set_labels(self.tr("first direction"), self.tr("second direction"))

    def _write_note(self) -> None:
        found = self._landscape
        if found is None:
            return
        if found.shares is not None:
            text = filled(
                self.tr("□ start, ● now. The plane holds {0} % of the path's spread."),
                format_number(100 * sum(found.shares), 3),
            )
        elif self.plane_box.name == _PATH:
            text = self.tr("Random directions: a plane of the path needs a few steps.")
        else:
            text = filled(self.tr("□ start, ● now. Random directions, number {0}."), self._seed + 1)
        self._note.setText(text)

    def _on_hovered(self, x: float, y: float) -> None:
        found = self._landscape
        if found is None:
            return
        with np.errstate(all="ignore"):
            column = int(np.abs(found.first - x).argmin())
            row = int(np.abs(found.second - y).argmin())
        loss = format_number(float(found.losses[row, column]), 4)
        self._note.setText(filled(self.tr("Loss about {0}"), loss))
