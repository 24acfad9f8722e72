"""When a training had every sample in the right class for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.training.compiled.fast_steps import FastTrainer
from engine.training.recording import Recording
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import epochs_of

# What is worth looking at one by one; of longer trainings only the part known to hold it is.
_MOST_PRODUCTS = 100_000_000
_STEPS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Solved:
    """The first step after which every sample was in the right class.

    Attributes:
        step: The step.
        epochs: The same, in epochs.
    """

    step: int
    epochs: float


def first_solved(recording: Recording, within: tuple[int, int]) -> Iterator[Solved | None]:
    """Train again step by step and look.

    Only the last item is the answer, the others let it be given up. What is found does not depend
    on how many steps were once made at a time, up to some millions of products: beyond that it is
    looked for in the given part alone.

    Args:
        recording: The training.
        within: A step before which it was not known to be solved, and one at which it was.
    """
    begin, end = within
    run = recording.run
    products = end * len(run.network.start) * (run.batch_size or len(run.dataset))
    if products <= _MOST_PRODUCTS:
        begin = 0
    found: Solved | None = None
    for record in _steps(recording, begin, end):
        if record.is_solved:
            run = recording.run_at(record.step)
            found = Solved(record.step, epochs_of(run, record))
            break
        if record.step % _STEPS_AT_ONCE == 0:
            yield None
    yield found


def _steps(recording: Recording, begin: int, end: int) -> Iterator[TrainingStep]:
    """Yield every record between two steps, both among them."""
    record = recording.at(begin)
    yield record
    ends = [*(phase.step for phase in recording.phases[1:]), end]
    for phase, until in zip(recording.phases, ends, strict=True):
        if until < begin:
            continue
        if phase.step > begin:
            record = phase.begun()
            yield record
        trainer = FastTrainer(phase.run, accelerated=False)
        while record.step < min(until, end):
            record = trainer.advance(record, 1)
            yield record
