"""Many training steps at once, without a record of each: for training at full speed.

A step on its own takes a few microseconds; recording what a learner may look at takes ten times
as long. So what is shown once a frame is recorded once a frame, and the steps between are run by
a loop that was written for this network, this optimizer and this size of batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.accelerator import Accelerate, find_accelerator
from engine.errors import DivergenceError
from engine.optimizers.optimizer import State
from engine.optimizers.rule_lines import RATE
from engine.training.compiled.array_steps import ArraySteps
from engine.training.compiled.float_steps import Steps, write_float_steps
from engine.training.run.loop import Loop, TrainingStep, epoch_order, train
from engine.training.run.run import TrainingRun


class _Form(Protocol):
    """Takes steps; see ``FloatSteps``."""

    def advance(
        self,
        point: Array,
        state: State,
        first: int,
        rates: Sequence[float],
        batches: Iterable[tuple[Array, Array]],
    ) -> Steps: ...


@dataclass(frozen=True, eq=False)
class Leap:
    """Some steps taken, and not yet measured.

    Attributes:
        start: Where they begin.
        steps: How many.
        before: The parameters before the last of them.
        point: The parameters after them.
        state: The optimizer's memory after them.
        record: The record after them, where each was recorded anyway.
    """

    start: TrainingStep
    steps: int
    before: Array
    point: Array
    state: State
    record: TrainingStep | None = None


class FastTrainer:
    """Trains a run many steps at a time.

    The steps are those of ``train`` to rounding: the same arithmetic, with sums in another order,
    so that a thousand steps agree to 1e−12 where the training itself does not magnify rounding.
    The same run advanced by the same steps gives the same numbers to the last bit, in however
    many portions.

    Dropout, treatments of the gradient and schedules that watch the loss go step by step as
    ``train`` does; there is no faster way for them.

    A trainer may own arrays: use it in one place.
    """

    def __init__(self, run: TrainingRun, *, accelerated: bool = True) -> None:
        """Write the loop for a run.

        Args:
            run: The run.
            accelerated: Whether a small network's loop is turned into machine code, where numba is
                installed, which takes a second when it first runs.
        """
        self._run = run
        self._loop = Loop(run)
        self._form = _choose(run, find_accelerator() if accelerated else None)
        self._data = run.dataset

    @property
    def is_fast(self) -> bool:
        """Whether a loop could be written for the run."""
        return self._form is not None

    def first(self) -> TrainingStep:
        """Return the network before any training."""
        return self._loop.first()

    def advance(self, record: TrainingStep, steps: int) -> TrainingStep:
        """Take some steps and record where they lead.

        The lowest loss is that of the records; a loss that goes beyond return and comes back
        between two records is not noticed.

        Args:
            record: Where to go on from, as ``train`` does.
            steps: How many, 1 or more.

        Raises:
            DivergenceError: The loss left the numbers, or grew beyond return; the sentence names
                the step at which it did.
        """
        start = self._loop.adopted(record)
        if self._form is None:
            return self._step_by_step(start, steps)
        first = start.optimizer_step + 1
        found = self._form.advance(
            start.parameters,
            start.optimizer_state,
            first,
            self._rates(first, steps),
            self._batches(start),
        )
        if found.taken < steps or not np.isfinite(found.point).all():
            return self._step_by_step(start, steps)
        try:
            return self._loop.after(start, steps, found.point, found.state)
        except DivergenceError:
            return self._step_by_step(start, steps)

    def leap(self, record: TrainingStep, steps: int) -> Leap:
        """Take some steps and record nothing; ``landed`` makes a record of it.

        Both together are ``advance``, for whoever also wants to know how far the last step went,
        or what each of the two takes.

        Args:
            record: Where to go on from.
            steps: How many, 1 or more.

        Raises:
            DivergenceError: As ``advance``, where there is no faster way.
        """
        start = self._loop.adopted(record)
        if self._form is None:
            return self._slow_leap(start, steps)
        first = start.optimizer_step + 1
        rates, batches = self._rates(first, steps), self._batches(start)
        before = point = start.parameters
        state, taken = start.optimizer_state, 0
        for count in (steps - 1, 1):
            if count:
                # The rates run out first, so that no batch is taken and lost.
                part = rates[taken : taken + count]
                before = point
                found = self._form.advance(point, state, first + taken, part, batches)
                point, state, taken = found.point, found.state, taken + found.taken
        if taken < steps or not np.isfinite(point).all():
            return self._slow_leap(start, steps)
        return Leap(start, steps, before, point, state)

    def landed(self, leap: Leap) -> TrainingStep:
        """Record where a leap leads.

        Raises:
            DivergenceError: As ``advance``.
        """
        if leap.record is not None:
            return leap.record
        try:
            return self._loop.after(leap.start, leap.steps, leap.point, leap.state)
        except DivergenceError:
            return self._step_by_step(leap.start, leap.steps)

    def _slow_leap(self, start: TrainingStep, steps: int) -> Leap:
        before = self._step_by_step(start, steps - 1) if steps > 1 else start
        record = self._step_by_step(before, 1)
        return Leap(
            start, steps, before.parameters, record.parameters, record.optimizer_state, record
        )

    def _step_by_step(self, start: TrainingStep, steps: int) -> TrainingStep:
        """Take the steps with a record of each, which says exactly where a loss was lost."""
        *_, last = islice(train(self._run, start), steps)
        return last

    def _rates(self, first: int, steps: int) -> list[float]:
        descent = self._run.descent
        if not descent.schedules:
            return [descent.settings[RATE]] * steps
        return [descent.rate(number) for number in range(first, first + steps)]

    def _batches(self, start: TrainingStep) -> Iterator[tuple[Array, Array]]:
        """Yield the samples of each step, beginning with one; they hold until the next epoch's."""
        inputs, targets = self._data.inputs, self._data.targets
        size = self._run.batch_size or len(inputs)
        mixed, answers = np.empty_like(inputs), np.empty_like(targets)
        parts = [
            (mixed[begin : begin + size], answers[begin : begin + size])
            for begin in range(0, len(inputs), size)
        ]
        epoch, number = self._loop.place_in_epoch(start)
        while True:
            order = epoch_order(self._run.seed, epoch, len(inputs))
            # Checking each place would cost a copy; they are all inside.
            inputs.take(order, 0, mixed, "clip")
            targets.take(order, 0, answers, "clip")
            yield from parts[number:]
            epoch, number = epoch + 1, 0


def fast_steps(run: TrainingRun, record: TrainingStep, steps: int) -> TrainingStep:
    """Take some steps from a record and record where they lead; see ``FastTrainer``.

    Whoever does this again and again keeps a ``FastTrainer``, which writes its loop once.
    """
    return FastTrainer(run).advance(record, steps)


def _choose(run: TrainingRun, accelerate: Accelerate | None) -> _Form | None:
    if run.dropout or run.treatments or run.descent.needs_history:
        return None
    floats = write_float_steps(run, accelerate)
    if floats is not None:
        return floats
    try:
        return ArraySteps(run)
    except KeyError:
        return None
