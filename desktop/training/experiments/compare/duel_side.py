"""One side of the comparison: what it trains, its boundary and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import error_sentence, filled, percent
from desktop.training.experiments.experiment import text_of
from desktop.training.experiments.run_words import run_words, start_words
from desktop.training.pictures.boundary_view import BoundaryView
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.text_label import text_label
from engine.errors import EngineError
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


class DuelSide(QWidget):
    """A snapshot of the training view's settings, trained from its start.

    Signals:
        taken(): The user wants the training view's present settings on this side.
        opened(): The user wants this side in the training view.
    """

    taken = Signal()
    opened = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        title = PlainLabel(name, self)
        title.setProperty("kind", "heading")
        self.state = PlainLabel(self)
        self.state.setProperty("kind", "muted")
        self.take_button = self._button(
            self.tr("Take"),
            filled(self.tr("Take the training view’s present settings as {0}"), name),
        )
        self.open_button = self._button(
            self.tr("Open"), filled(self.tr("Open {0} in the training view"), name)
        )
        self.take_button.clicked.connect(self.taken)
        self.open_button.clicked.connect(self.opened)
        self.settings = text_label(self, "muted")
        self.boundary = BoundaryView(self)
        self.problem = text_label(self, "warning")
        self.problem.hide()
        head = FlowLayout()
        for part in (title, self.state, self.take_button, self.open_button):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.settings)
        layout.addWidget(self.boundary, 1)
        layout.addWidget(self.problem)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "chip")
        explain(button, tip, tip, by_tab=True)
        return button

    def show_run(self, run: TrainingRun) -> None:
        """Write what this side trains."""
        self.settings.setText(text_of([run_words(run), start_words(run)]))
        # Both sides keep room for two lines, or their pictures would stand at two heights.
        self.settings.setMinimumHeight(2 * self.settings.fontMetrics().lineSpacing())

    def show_record(
        self, run: TrainingRun, record: TrainingStep, error: EngineError | None
    ) -> None:
        """Show how this side stands."""
        self.boundary.show_record(run, record)
        loss = filled(self.tr("loss {0}"), format_number(record.loss, 3))
        accuracy = "" if run.dataset.is_regression else percent(f"{100 * record.accuracy:.0f}")
        self.state.setText(text_of([loss, accuracy]))
        self.problem.setText("" if error is None else error_sentence(error))
        self.problem.setVisible(error is not None)
