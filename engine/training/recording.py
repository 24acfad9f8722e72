"""A recording: a training kept in few records, from which any of its steps is had again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from engine.arrays import Array
from engine.errors import SettingError
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep, continued, first_record, started, train
from engine.training.run.run import TrainingRun

# Records kept before every second one is dropped: so many, or what takes so much memory.
MOST_RECORDS = 512
MOST_BYTES = 48_000_000
_FEWEST_RECORDS = 16

# While a step that was not kept is computed, it can be given up after so many steps, or so many
# products of weights and samples.
_MOST_STEPS = 64
_MOST_PRODUCTS = 200_000


@dataclass(frozen=True, eq=False)
class Phase:
    """A part of a training in which nothing was changed from outside.

    Attributes:
        step: The step from which on it goes.
        run: What is in force.
        parameters: Weights that were put in at that step, or None.
        before: The record of that step as the part before left it, and its run: several changes
            at one step then lead where the last of them alone does. None at step 0.
    """

    step: int
    run: TrainingRun
    parameters: Array | None = None
    before: tuple[TrainingRun, TrainingStep] | None = field(default=None, repr=False)

    def begun(self) -> TrainingStep:
        """Return the record with which it begins.

        Raises:
            DivergenceError: The loss is no finite number.
        """
        if self.before is None:
            return started(self.run, self.parameters)
        run, record = self.before
        return continued(self.run, run, record, self.parameters)


@dataclass(frozen=True, eq=False)
class Recording:
    """A training so far, as a value: rewinding it returns another one.

    Steps between the records are trained again, and come out the same to the last bit, because a
    run depends on its seeds and on nothing else.

    Attributes:
        phases: The parts of the training, between which the run or the weights were changed.
        records: Some of the records, by step; the first and the newest are always among them.
        spacing: How many steps lie at least between two records that are kept.
        is_fast: Whether steps are taken by a ``FastTrainer``, and the records given were. Its
            numbers are those of ``train`` to rounding, and its own to the last bit.
    """

    phases: tuple[Phase, ...]
    records: tuple[TrainingStep, ...]
    spacing: int = 1
    is_fast: bool = False

    @staticmethod
    def begin(run: TrainingRun, *, is_fast: bool = False) -> Recording:
        """Return the recording of a training that has not begun."""
        return Recording((Phase(0, run),), (first_record(run),), is_fast=is_fast)

    @property
    def run(self) -> TrainingRun:
        """The run in force."""
        return self.phases[-1].run

    @property
    def runs(self) -> tuple[tuple[int, TrainingRun], ...]:
        """Each run of the training with the step from which on it is in force."""
        return tuple((phase.step, phase.run) for phase in self.phases)

    @property
    def last(self) -> TrainingStep:
        """The newest record."""
        return self.records[-1]

    def run_at(self, step: int) -> TrainingRun:
        """Return the run that a step's record was measured by."""
        return self.phases[self._phase_at(step)].run

    def extended(self, records: Iterable[TrainingStep]) -> Recording:
        """Return the recording with the records that follow the newest one."""
        known, newest, spacing = list(self.records), None, self.spacing
        # The newest is kept whatever its step, and goes when a newer one comes.
        if len(known) > 1 and known[-1].step - known[-2].step < spacing:
            newest = known.pop()
        for record in records:
            newest = record
            if record.step - known[-1].step >= spacing:
                known.append(record)
                newest = None
                if len(known) > _most_records(record):
                    spacing *= 2
                    known = _spread(known, spacing)
                    newest = record if known[-1] is not record else None
        if newest is not None:
            known.append(newest)
        return replace(self, records=tuple(known), spacing=spacing)

    def with_run(self, run: TrainingRun) -> Recording:
        """Return the recording that goes on with another run, such as another optimizer.

        The newest record becomes that of the other run, which may have another loss or other data.

        Raises:
            SettingError: It is of another network, and cannot go on from here.
            DivergenceError: The loss by the other run is no finite number.
        """
        if not run.continues(self.run):
            raise SettingError(
                "run_does_not_continue",
                "Another network, another kind of data or other seeds of the weights begin anew: "
                "they cannot go on from what is trained so far.",
            )
        phase = self.phases[-1]
        parameters = phase.parameters if phase.step == self.last.step else None
        return self._with_phase(run, parameters)

    def with_parameters(self, parameters: Array) -> Recording:
        """Return the recording that goes on with other weights, put in at the newest step.

        Args:
            parameters: Flat vector, as long as that of the records.

        Raises:
            DivergenceError: The loss is no finite number.
        """
        return self._with_phase(self.run, parameters)

    def at(self, step: int) -> TrainingStep:
        """Return the record of a step, trained again where it was not kept.

        Raises:
            SettingError: The training never came to that step.
        """
        *_, record = self.replayed(step)
        return record

    def replayed(self, step: int) -> Iterator[TrainingStep]:
        """Yield records on the way to a step, the last of which is that step's.

        Raises:
            SettingError: The training never came to that step.
        """
        self._check(step)
        record = self.records[self._record_at(step)]
        yield record
        place = self._phase_at(record.step)
        while record.step < step:
            phase, later = self.phases[place], self.phases[place + 1 : place + 2]
            end = min(step, later[0].step) if later else step
            for found in self._steps(phase.run, record, end):
                record = found
                yield record
            if later and record.step == later[0].step:
                # The record kept there, if any, is the last of the phase before.
                record = continued(later[0].run, phase.run, record, later[0].parameters)
                yield record
            place += 1

    def rewound_to(self, record: TrainingStep) -> Recording:
        """Return the recording as it was at a step, the record of which is there already."""
        self._check(record.step)
        known = tuple(item for item in self.records if item.step < record.step)
        phases = self.phases[: self._phase_at(record.step) + 1]
        return replace(self, phases=phases, records=(*known, record))

    def _with_phase(self, run: TrainingRun, parameters: Array | None) -> Recording:
        last, step = self.phases[-1], self.last.step
        # Changed again before another step was made, the change before leaves no trace.
        before = last.before if last.step == step else (self.run, self.last)
        phase = Phase(step, run, parameters, before)
        kept = tuple(item for item in self.phases if item.step < step)
        return replace(self, phases=(*kept, phase), records=(*self.records[:-1], phase.begun()))

    def _steps(self, run: TrainingRun, record: TrainingStep, end: int) -> Iterator[TrainingStep]:
        """Yield some records of a run up to the one of a step."""
        if not self.is_fast:
            yield from islice(train(run, record), end - record.step)
            return
        trainer = FastTrainer(run, accelerated=False)
        products = len(record.parameters) * (run.batch_size or len(run.dataset))
        portion = max(1, min(_MOST_STEPS, _MOST_PRODUCTS // products))
        while record.step < end:
            record = trainer.advance(record, min(portion, end - record.step))
            yield record

    def _record_at(self, step: int) -> int:
        return bisect_right(self.records, step, key=lambda record: record.step) - 1

    def _phase_at(self, step: int) -> int:
        return bisect_right(self.phases, step, key=lambda phase: phase.step) - 1

    def _check(self, step: int) -> None:
        if not 0 <= step <= self.last.step:
            raise SettingError(
                "no_such_step",
                f"There is no step {step}; the training has the steps 0 to {self.last.step}.",
                step=step,
                last=self.last.step,
            )


def _most_records(record: TrainingStep) -> int:
    """Return how many records like this one are kept."""
    return min(MOST_RECORDS, max(_FEWEST_RECORDS, MOST_BYTES // (8 * record.size)))


def _spread(records: list[TrainingStep], spacing: int) -> list[TrainingStep]:
    """Return the first record and of the others those that lie so far from the one before."""
    kept = records[:1]
    for record in records[1:]:
        if record.step - kept[-1].step >= spacing:
            kept.append(record)
    return kept
