"""The controls of many seeds: what is trained, how many networks, for how long."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled
from desktop.training.experiments.number_row import NumberRow
from desktop.training.experiments.run_words import (
    data_words,
    loss_words,
    network_words,
    optimizer_words,
)
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label
from engine.training.many_networks.seed_presets import (
    HIDDEN_UNITS,
    PRESET_EPOCHS,
    PRESET_SEEDS,
    PRESET_TOLERANCE,
    SEED_PRESETS,
)
from engine.training.many_networks.seed_search import SeedJob
from engine.training.run.run import TrainingRun

_WIDTH_PX = 282
_MOST_SEEDS, _MOST_EPOCHS, _LARGEST_SEED = 400, 20_000, 999_999
_USUAL_COUNTS = (24, 100, 400)
PRESENT = "present"


@dataclass(frozen=True)
class SeedChoices:
    """What is chosen in a panel."""

    setup: str
    hidden: str
    numbers: tuple[float, ...]


class SeedsPanel(SidePanel):
    """Says what is to be trained.

    Signals:
        job_changed(): Another setup, number of networks, seed or length was chosen.
    """

    job_changed = Signal()

    def __init__(self, run: TrainingRun, parent: QWidget) -> None:
        super().__init__("left", _WIDTH_PX, parent)
        self._present = run
        self.setup_box = ChoiceBox(self.tr("What to train"), self._setups(), self)
        self.hidden_box = ChoiceBox(
            self.tr("Hidden units"),
            [
                (str(count), filled(self.tr("{0} hidden units"), count), "")
                for count in HIDDEN_UNITS
            ],
            self,
        )
        self.summary = text_label(self, "muted")
        self.known = text_label(self, "muted")
        self.count_row = self._number(
            self.tr("networks"), self.tr("How many networks to train at once, 1 to 400"),
            24, 1, _MOST_SEEDS,
        )  # fmt: skip
        self.epochs_row = self._number(
            self.tr("epochs"), self.tr("How often every sample is seen"),
            PRESET_EPOCHS, 1, _MOST_EPOCHS,
        )  # fmt: skip
        self.first_row = self._number(
            self.tr("first seed"),
            self.tr("The networks get this seed and those that follow it"),
            0, 0, _LARGEST_SEED,
        )  # fmt: skip
        self.tolerance_row = NumberRow(
            self.tr("largest error"),
            self.tr(
                "A network has converged once every prediction is nearer to its target than this; "
                "½ asks for the right class and no more"
            ),
            PRESET_TOLERANCE,
            self,
            minimum=0.001,
            maximum=1.0,
        )
        self.tolerance_row.value_changed.connect(lambda _: self.job_changed.emit())
        setup = Section(self.tr("What is trained"), self)
        for part in (self.setup_box, self.hidden_box, self.summary, self.known):
            setup.add(part)
        networks = Section(self.tr("Networks"), self)
        networks.add(self.count_row)
        networks.add(self._count_buttons())
        networks.add(self.first_row)
        networks.add(self.epochs_row)
        networks.add(self.tolerance_row)
        self.add(setup)
        self.add(networks)
        self.setup_box.chosen.connect(lambda _: self.take_setup())
        self.hidden_box.chosen.connect(lambda _: self.take_setup())
        self._describe()

    def _setups(self) -> list[tuple[str, str, str]]:
        known = self.tr("XOR’s corners, Xavier, full batch; its share is known")
        return [
            (
                PRESENT,
                self.tr("As in the training view"),
                self.tr("The data, network and optimizer chosen there"),
            ),
            ("sigmoid", self.tr("XOR, sigmoid, SGD"), known),
            ("tanh", "XOR, tanh, SGD", known),
            ("relu", "XOR, ReLU, SGD", known),
            ("tanh_squares", "XOR, tanh, MSE, SGD", known),
            ("tanh_adam", "XOR, tanh, Adam", known),
        ]

    def _number(self, title: str, explanation: str, value: int, least: int, most: int) -> NumberRow:
        row = NumberRow(title, explanation, value, self, minimum=least, maximum=most, integer=True)
        row.value_changed.connect(lambda _: self.job_changed.emit())
        return row

    def _count_buttons(self) -> QWidget:
        host = QWidget(self)
        layout = QHBoxLayout(host)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for count in _USUAL_COUNTS:
            button = QPushButton(str(count), host)
            button.setProperty("kind", "chip")
            text = filled(self.tr("Train {0} networks"), count)
            explain(button, text, text)
            button.clicked.connect(lambda _=False, count=count: self._set_count(count))
            layout.addWidget(button)
        layout.addStretch(1)
        return host

    @property
    def job(self) -> SeedJob:
        """What is chosen."""
        return SeedJob(
            self._run,
            int(self.first_row.value),
            int(self.count_row.value),
            int(self.epochs_row.value),
            self.tolerance_row.value,
        )

    @property
    def _run(self) -> TrainingRun:
        preset = SEED_PRESETS.get(self.setup_box.name)
        return self._present if preset is None else preset.run(int(self.hidden_box.name))

    def show_run(self, run: TrainingRun) -> None:
        """Take over the training view's run."""
        if run == self._present:
            return
        self._present = run
        self._describe()
        if self.setup_box.name == PRESENT:
            self.job_changed.emit()

    def choices(self) -> SeedChoices:
        """Return what `choose` takes."""
        numbers = tuple(row.value for row in self._rows)
        return SeedChoices(self.setup_box.name, self.hidden_box.name, numbers)

    def choose(self, choices: SeedChoices) -> None:
        """Show the choices of another panel."""
        self.setup_box.set_name(choices.setup)
        self.hidden_box.set_name(choices.hidden)
        for row, value in zip(self._rows, choices.numbers, strict=True):
            row.set_value(value)
        self._describe()

    @property
    def _rows(self) -> tuple[NumberRow, ...]:
        return (self.count_row, self.first_row, self.epochs_row, self.tolerance_row)

    def _set_count(self, count: int) -> None:
        if count != self.count_row.value:
            self.count_row.set_value(count)
            self.job_changed.emit()

    def take_setup(self) -> None:
        """Take what the boxes say, and ask for it."""
        self._describe()
        self.job_changed.emit()

    def _describe(self) -> None:
        run = self._run
        parts = (data_words(run), network_words(run), loss_words(run), optimizer_words(run))
        self.summary.setText("\n".join(parts))
        preset = SEED_PRESETS.get(self.setup_box.name)
        self.hidden_box.setVisible(preset is not None)
        self.known.setVisible(preset is not None)
        if preset is not None:
            share, median = preset.known(int(self.hidden_box.name))
            text = self.tr(
                "Measured elsewhere with {0} seeds, {1} epochs and errors below 0.3: {2} % "
                "converge, the median at epoch {3}."
            )
            self.known.setText(filled(text, PRESET_SEEDS, PRESET_EPOCHS, share, median))
