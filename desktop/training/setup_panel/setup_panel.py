"""The controls at the left: data, network, training, regularization, and when to stop."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.foundation.translation import error_sentence
from desktop.training.setup_panel.data_section import DataSection
from desktop.training.setup_panel.network_section import NetworkSection
from desktop.training.setup_panel.regularization_section import RegularizationSection
from desktop.training.setup_panel.setup_section import Make, SetupSection
from desktop.training.setup_panel.stop_section import StopSection
from desktop.training.setup_panel.training_section import TrainingSection
from desktop.widgets.panels.side_panel import SidePanel
from engine.errors import EngineError
from engine.training.datasets.dataset import Dataset
from engine.training.run.setup import TrainingSetup

_WIDTH_PX = 282


class Sections(NamedTuple):
    """What the panel consists of, from top to bottom."""

    data: DataSection
    network: NetworkSection
    training: TrainingSection
    regularization: RegularizationSection
    stop: StopSection


def make_sections(parent: QWidget) -> Generator[None, None, Sections]:
    """Make the sections of a panel one after the other; where it yields, events may be handled."""
    data = DataSection(parent)
    network = NetworkSection(parent)
    yield
    training = TrainingSection(parent)
    yield
    regularization = RegularizationSection(parent)
    yield
    return Sections(data, network, training, regularization, StopSection(parent))


class SetupPanel(SidePanel):
    """Shows a setup and says which one the user wants instead.

    Signals:
        setup_wanted(setup: TrainingSetup, key: str): The user changed a choice; wishes in a row
            with the same key belong to one undo step.
    """

    setup_wanted = Signal(object, str)

    def __init__(self, setup: TrainingSetup, sections: Sections, parent: QWidget) -> None:
        super().__init__("left", _WIDTH_PX, parent)
        self._setup = setup
        self.data, self.network, self.training, self.regularization, self.stop = sections
        self._asking: SetupSection | None = None
        for section in self.sections:
            self.add(section)
            section.wanted.connect(
                lambda make, key, section=section: self._on_wanted(section, make, key)
            )
        self.regularization.set_expanded(False)
        self.stop.set_expanded(False)
        self.show_setup(setup)

    @property
    def sections(self) -> tuple[SetupSection, ...]:
        """The sections from top to bottom."""
        return (self.data, self.network, self.training, self.regularization, self.stop)

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show a setup without asking for anything."""
        self._setup = setup
        for section in self.sections:
            section.show_problem("")
            section.show_setup(setup)

    def propose_network(self, make: Make, key: str) -> None:
        """Ask for what was done to the network beside the panel; the panel says what is wrong."""
        self._on_wanted(self.network, make, key)

    def propose_table(self, samples: Dataset) -> None:
        """Ask for the rows of a table, standardized; the panel says what is wrong."""
        self._on_wanted(self.data, lambda setup: setup.with_table(samples), "")

    def propose_samples(self, samples: Dataset) -> None:
        """Ask for points of one's own, as they are; the panel says what is wrong."""
        self._on_wanted(self.data, lambda setup: setup.with_samples(samples), "")

    def show_refusal(self, error: EngineError) -> None:
        """Say at the control used last why its wish cannot be; all shows what is in force again."""
        asking = self._asking or self.data
        self.show_setup(self._setup)
        asking.set_expanded(True)
        asking.show_problem(error_sentence(error))

    def expanded(self) -> tuple[bool, ...]:
        """Return which sections are unfolded."""
        return tuple(section.is_expanded for section in self.sections)

    def set_expanded(self, expanded: tuple[bool, ...]) -> None:
        """Fold and unfold the sections."""
        for section, is_expanded in zip(self.sections, expanded, strict=True):
            section.set_expanded(is_expanded)

    def _on_wanted(self, section: SetupSection, make: object, key: str) -> None:
        self._asking = section
        try:
            setup = cast("Make", make)(self._setup)
        except EngineError as error:
            self.show_refusal(error)
            return
        self.setup_wanted.emit(setup, key)
