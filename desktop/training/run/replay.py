"""Training again what a record tells: beside the interface, up to the very step that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.training.run.history import History
from desktop.training.run.stepper import Orders, stepped
from engine.errors import DivergenceError, EngineError
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Stepped
from engine.training.run.run import TrainingRun
from engine.training.run.training_record import Part, TrainingRecord

# What is trained between two records, so that giving up is felt at once and curves are fine.
_MOST_PRODUCTS = 2_000_000
_MOST_STEPS = 20_000
_FINEST_SHARE = 1 / 32


@dataclass(frozen=True, eq=False)
class Followed:
    """A training that was made again.

    Attributes:
        history: What is known of it.
        record: The step that is shown.
        failure: Why it ended before the last step, if it did.
    """

    history: History
    record: TrainingStep
    failure: EngineError | None = None


def follow(content: TrainingRecord) -> Iterator[Followed | int]:
    """Train as a record tells; the last item is the training, the others are steps so far.

    Raises:
        EngineError: The network cannot even start so.
    """
    history = History(content.parts[0].run)
    ends = [*(part.step for part in content.parts[1:]), content.steps]
    failure: EngineError | None = None
    for part, end in zip(content.parts, ends, strict=True):
        try:
            _take_part(history, part)
            for item in _steps(history, end):
                history.extend([item])
                yield item.record.step
        except DivergenceError as error:
            failure = error
            break
    record = history.last
    for found in history.recording.replayed(min(content.position, history.last.step)):
        record = found
        yield content.steps
    yield Followed(history, record, failure)


def _take_part(history: History, part: Part) -> None:
    if part.run is not history.recording.run:
        history.change_run(part.run)
    if part.parameters is not None:
        history.change_parameters(part.parameters)


def _steps(history: History, end: int) -> Iterator[Stepped]:
    """Yield the last of some steps, again and again up to a step."""
    run, record = history.recording.run, history.last
    orders = Orders()
    training = stepped(run, record, orders)
    while record.step < end:
        orders.portions.append(min(_portion(run, record.step), end - record.step))
        item = next(training)
        record = item.record
        yield item


def _portion(run: TrainingRun, step: int) -> int:
    products = len(run.network.start) * (run.batch_size or len(run.dataset))
    most = max(1, min(_MOST_STEPS, _MOST_PRODUCTS // products))
    return min(most, 1 + int(step * _FINEST_SHARE))
