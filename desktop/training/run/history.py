"""The run so far: moments for curves, records to return to, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace

from desktop.training.run.setup_words import change_text
from engine.arrays import Array
from engine.training.recording import Phase, Recording
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment, Stepped, epochs_of, moment_of
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping
from engine.training.run.training_record import Kept, Part, TrainingRecord

# Enough for a curve as wide as any screen; the newest stay complete.
CAPACITY = 3000
_NEWEST = 400


@dataclass(frozen=True, eq=False)
class Change:
    """Something that was changed without a new start.

    Attributes:
        step: The step after which it is in force.
        epochs: The same, in epochs.
        before: The run until then.
        after: The run from then on; the same one where weights were put in.
        has_weights: Whether weights were put in.
    """

    step: int
    epochs: float
    before: TrainingRun
    after: TrainingRun
    has_weights: bool = False

    @property
    def text(self) -> str:
        """What was changed, such as “learning rate 1 → 0.3”, translated."""
        return change_text(self.before, self.after, self.has_weights)


class History:
    """What is known of a run.

    Moments are thinned as they grow old, and so are records; any step between them can be computed
    again, because a run depends on its seeds and the changes made to it, and on nothing else.
    """

    def __init__(self, run: TrainingRun) -> None:
        self._recording = Recording.begin(run, is_fast=True)
        self._moments = [moment_of(run, self.last)]
        self._changes: list[Change] = []

    @staticmethod
    def of(content: TrainingRecord, kept: Kept) -> History:
        """Return what is known of a training that was written down with what came of it."""
        history = History(content.parts[0].run)
        parts = content.parts
        phases = [Phase(part.step, part.run, part.parameters) for part in parts]
        if kept.before is not None:
            phases[-1] = replace(phases[-1], before=(parts[-2].run, kept.before))
        history._recording = Recording(tuple(phases), kept.records, kept.spacing, is_fast=True)
        history._moments = list(kept.moments)
        history._changes = [
            Change(part.step, epochs, before.run, part.run, part.parameters is not None)
            for before, part, epochs in zip(parts, parts[1:], kept.epochs, strict=False)
        ]
        return history

    def content(self, stopping: Stopping, record: TrainingStep) -> TrainingRecord:
        """Return the training as it can be written down, with what came of it.

        Args:
            stopping: When it is to stop.
            record: The record that is shown.
        """
        recording = self._recording
        last = recording.phases[-1]
        changed_last = last.before if last.step == self.last.step else None
        kept = Kept(
            recording.records,
            tuple(self._moments),
            tuple(change.epochs for change in self._changes),
            None if record in recording.records else record,
            None if changed_last is None else changed_last[1],
            recording.spacing,
        )
        parts = tuple(Part(phase.step, phase.run, phase.parameters) for phase in recording.phases)
        return TrainingRecord(parts, stopping, self.last.step, record.step, kept=kept)

    def copy(self) -> History:
        """Return another one of the same run, which what is trained from now on does not reach."""
        other = copy(self)
        other._moments, other._changes = list(self._moments), list(self._changes)
        return other

    @property
    def recording(self) -> Recording:
        """The engine's value behind it."""
        return self._recording

    @property
    def last(self) -> TrainingStep:
        """The newest record."""
        return self._recording.last

    @property
    def records(self) -> tuple[TrainingStep, ...]:
        """Some whole records by step, the first and the newest among them."""
        return self._recording.records

    @property
    def moments(self) -> list[Moment]:
        """Moments by step, the first and the newest among them; not to be changed."""
        return self._moments

    @property
    def changes(self) -> list[Change]:
        """What was changed on the way, by step; not to be changed."""
        return self._changes

    def extend(self, stepped: Iterable[Stepped]) -> None:
        """Add newer records."""
        stepped = list(stepped)
        self._recording = self._recording.extended(item.record for item in stepped)
        self._moments.extend(item.moment for item in stepped)
        while len(self._moments) > CAPACITY:
            self._thin()

    def change_run(self, run: TrainingRun) -> Change:
        """Go on from the newest record with another run; return what was changed.

        Raises:
            EngineError: The run cannot go on from there.
        """
        before = self._recording.run
        self._recording = self._recording.with_run(run)
        return self._note(before)

    def change_parameters(self, parameters: Array) -> Change:
        """Go on from the newest record with other weights; return the change.

        Raises:
            DivergenceError: The loss with them is no finite number.
        """
        before = self._recording.run
        self._recording = self._recording.with_parameters(parameters)
        return self._note(before, has_weights=True)

    def cut(self, record: TrainingStep) -> None:
        """Forget everything after a step, the record of which is given."""
        if record is self.last:
            return
        self._recording = self._recording.rewound_to(record)
        self._moments = [item for item in self._moments if item.step < record.step]
        self._moments.append(self.moment_of(record))
        self._changes = [item for item in self._changes if item.step <= record.step]

    def moment_of(self, record: TrainingStep) -> Moment:
        """Return the moment of one of the run's records."""
        return moment_of(self._recording.run_at(record.step), record)

    def _note(self, before: TrainingRun, *, has_weights: bool = False) -> Change:
        run, record = self._recording.run, self.last
        if self._changes and self._changes[-1].step == record.step:
            # Several changes at one step, as by a slider that is drawn, are one.
            earlier = self._changes.pop()
            before, has_weights = earlier.before, has_weights or earlier.has_weights
        change = Change(record.step, epochs_of(run, record), before, run, has_weights)
        if record.step:
            self._changes.append(change)
        self._moments[-1] = self.moment_of(record)
        return change

    def _thin(self) -> None:
        """Keep every second of the older moments, the first among them."""
        old = self._moments[:-_NEWEST]
        self._moments = old[::2] + self._moments[-_NEWEST:]
