"""What the user has chosen to look at: a sample, a part of the network, a plane of the inputs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.training.network.layout import Bias, Part, Unit
from engine.arrays import Array
from engine.training.analysis.input_plane import InputPlane, PlaneChoice, input_plane
from engine.training.datasets.dataset import Dataset
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample by its row in the data to train on, or in that kept for the test."""

    row: int
    is_test: bool = False

    def of(self, run: TrainingRun) -> tuple[Array, Array] | None:
        """Return its inputs and targets as the network takes them, or None without such a one."""
        return self._of(run.test_dataset if self.is_test else run.dataset)

    def original_of(self, run: TrainingRun) -> tuple[Array, Array] | None:
        """Return its inputs and targets in their own units, or None without such a one."""
        return self._of(run.original_test_dataset if self.is_test else run.original_dataset)

    def _of(self, data: Dataset | None) -> tuple[Array, Array] | None:
        if data is None or self.row >= len(data):
            return None
        return data.inputs[self.row], data.targets[self.row]


class Selection(QObject):
    """One choice for all views, so that they show the same thing.

    Signals:
        sample_changed(sample: Sample | None): Another sample, or none.
        part_changed(part: Unit | Connection | Bias | None): Another part of the network, or none.
        plane_changed(): Another plane of the inputs, or another target.
    """

    sample_changed = Signal(object)
    part_changed = Signal(object)
    plane_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sample: Sample | None = None
        self._part: Part | None = None
        self._plane_choice = PlaneChoice()
        self._inputs: tuple[int, tuple[str, ...]] | None = None
        self._plane: tuple[Dataset, PlaneChoice, InputPlane] | None = None

    @property
    def sample(self) -> Sample | None:
        """The sample chosen."""
        return self._sample

    @property
    def part(self) -> Part | None:
        """The neuron, weight or bias chosen."""
        return self._part

    def set_sample(self, sample: Sample | None) -> None:
        """Choose another sample, or none."""
        if sample != self._sample:
            self._sample = sample
            self.sample_changed.emit(sample)

    def set_part(self, part: Part | None) -> None:
        """Choose another part of the network, or none."""
        if part != self._part:
            self._part = part
            self.part_changed.emit(part)

    @property
    def plane_choice(self) -> PlaneChoice:
        """Which plane of the inputs is drawn, and which target."""
        return self._plane_choice

    def choose_plane(self, choice: PlaneChoice) -> None:
        """Draw another plane, or another target."""
        if choice != self._plane_choice:
            self._plane_choice = choice
            self.plane_changed.emit()

    def plane_of(self, data: Dataset) -> InputPlane:
        """Return the plane that is drawn of some data."""
        known = self._plane
        if known is None or known[0] is not data:
            self._plane = data, self._plane_choice, input_plane(data, self._plane_choice)
        elif known[1] != self._plane_choice:
            plane = input_plane(data, self._plane_choice, known[2])
            self._plane = data, self._plane_choice, plane
        assert self._plane is not None
        return self._plane[2]

    def follow_data(self, data: Dataset) -> None:
        """Begin with the first two inputs where the data have others than before."""
        inputs = data.inputs.shape[1], data.input_names
        if self._inputs is not None and inputs != self._inputs:
            self.choose_plane(PlaneChoice())
        self._inputs = inputs

    def fit(self, run: TrainingRun) -> None:
        """Give up what another run does not have."""
        if self._sample is not None and self._sample.of(run) is None:
            self.set_sample(None)
        if self._part is not None and not all(_is_in(run, unit) for unit in _units(self._part)):
            self.set_part(None)


def _units(part: Part) -> tuple[Unit, ...]:
    if isinstance(part, Unit):
        return (part,)
    return (part.unit,) if isinstance(part, Bias) else (part.source, part.target)


def _is_in(run: TrainingRun, unit: Unit) -> bool:
    return unit.layer < len(run.layers) and unit.index < run.layers[unit.layer]
