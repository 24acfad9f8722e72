"""Training again what a record tells, epoch by epoch, and on from where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep, continued, started
from engine.training.run.run import TrainingRun
from engine.training.run.training_record import TrainingRecord


def retraining(content: TrainingRecord) -> Iterator[tuple[TrainingRun, TrainingStep]]:
    """Train for ever as a record tells up to the step that it shows, and then as it is set there.

    The steps are those that the app takes, to the last bit: the same trainer takes them, and
    whatever was changed on the way is changed where it was.

    Args:
        content: The record; what came after the step that it shows is passed over.

    Yields:
        The run in force and its record: the start, the end of each epoch, where something was
        changed, and the step shown.

    Raises:
        DivergenceError: The loss left the numbers, or grew beyond return.
    """
    parts = [part for part in content.parts if part.step <= content.position]
    run, record = parts[0].run, started(parts[0].run, parts[0].parameters)
    trainer = FastTrainer(run, accelerated=False)
    yield run, record
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if part is not parts[0]:
            record = continued(part.run, run, record, part.parameters)
            run, trainer = part.run, FastTrainer(part.run, accelerated=False)
            yield run, record
        end = content.position if following is None else following.step
        while record.step < end:
            record = trainer.advance(record, min(_to_next_epoch(run, record), end - record.step))
            yield run, record
    while True:
        record = trainer.advance(record, _to_next_epoch(run, record))
        yield run, record


def _to_next_epoch(run: TrainingRun, record: TrainingStep) -> int:
    made = (record.step - record.counted_from) % run.steps_per_epoch
    return run.steps_per_epoch - made
