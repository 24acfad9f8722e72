"""The iterator that trains: it yields records with their moments, in portions of steps."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

from engine.errors import DivergenceError
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Stepped, moment_of
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping

# Pausing takes effect after a portion, and painting waits for one to end: a part of a frame.
_PORTION_S = 0.003
# Where measuring takes a good part of that, portions are so many times as long as measuring.
_MEASURES = 8.0
_LONGEST_PORTION_S = 0.015
# However busy the interface is, training goes on.
_LONGEST_WAIT_S = 0.05
_MOST_STEPS = 200_000
# So many steps at once are each worth a record; more are taken in as many portions.
_MOST_PORTIONS = 40
# A portion goes on by at most such a share of the steps so far: the first part of a run, in which
# most happens, is drawn as a curve however fast it passes.
_FINEST_SHARE = 1 / 32
_QUICKEST_GROWTH = 4.0


def _set_event() -> Event:
    event = Event()
    event.set()
    return event


@dataclass
class Orders:
    """What the interface tells the iterator, which runs on another thread.

    Each field is read and replaced whole, so neither waits for the other.

    Attributes:
        portions: The steps of the next portions; where there is none, one step at a time.
        is_endless: Whether the portions are to be as large as time allows.
        stopping: When training is to stop, while it is endless or played; None for never.
        steps: The size of an endless portion, found by the clock.
        measuring_s: How long the last measuring took.
        may_go: Not set while the interface is busy: two threads that both want the interpreter
            wait for each other at every call into Qt, and painting would take many frames.
    """

    portions: deque[int] = field(default_factory=deque)
    is_endless: bool = False
    stopping: Stopping | None = None
    steps: int = 1
    measuring_s: float = 0.0
    may_go: Event = field(default_factory=_set_event)

    def ask(self, count: int) -> int:
        """Let so many steps be made, each worth a record where they are few.

        Returns:
            In how many portions they are made.
        """
        portions = _portions(count)
        self.is_endless = False
        self.portions.extend(portions)
        return len(portions)

    def run_on(self) -> None:
        """Let steps be made until told to rest."""
        self.portions.clear()
        self.is_endless = True

    def rest(self) -> None:
        """Forget what was asked for and not made."""
        self.is_endless = False
        self.portions.clear()
        self.may_go.set()


def _portions(count: int) -> list[int]:
    """Return the sizes of at most so many portions that make some steps together."""
    size = -(-count // _MOST_PORTIONS)
    whole, rest = divmod(count, size)
    return [size] * whole + ([rest] if rest else [])


def stepped(run: TrainingRun, record: TrainingStep, orders: Orders) -> Iterator[Stepped]:
    """Train for ever from a record on, a portion for each item.

    A portion at whose end a condition to stop begins to hold is cut to the step at which it does.

    Raises:
        DivergenceError: The training diverged.
    """
    # Not turned into machine code: that would hold the thread up for a second, again and again.
    trainer = FastTrainer(run, accelerated=False)
    present = Stepped(record, moment_of(run, record))
    while True:
        orders.may_go.wait(_LONGEST_WAIT_S)
        begun = time.perf_counter()
        count, is_timed = _next_portion(orders, present.record.step)
        try:
            present = _cut_to_stop(trainer, run, orders, present, count)
        except DivergenceError as error:
            yield from _to_the_brink(trainer, run, orders, present, count, error)
        if is_timed:
            _adapt(orders, count, time.perf_counter() - begun)
        yield present


def _next_portion(orders: Orders, step: int) -> tuple[int, bool]:
    try:
        return orders.portions.popleft(), False
    except IndexError:
        if not orders.is_endless:
            return 1, False
    most = 1 + int(step * _FINEST_SHARE)
    return min(orders.steps, most), orders.steps <= most


def _adapt(orders: Orders, count: int, took_s: float) -> None:
    """Find by the clock how many steps fill a portion; what measures takes as long for any."""
    wanted_s = min(_LONGEST_PORTION_S, max(_PORTION_S, _MEASURES * orders.measuring_s))
    growth = min(_QUICKEST_GROWTH, wanted_s / max(took_s - orders.measuring_s, 1e-6))
    orders.steps = max(1, min(_MOST_STEPS, int(count * growth)))


def _advance(
    trainer: FastTrainer, run: TrainingRun, start: TrainingStep, count: int, orders: Orders
) -> Stepped:
    """Take some steps, and know how far the last of them goes."""
    leap = trainer.leap(start, count)
    begun = time.perf_counter()
    record = trainer.landed(leap)
    moment = moment_of(run, record, leap.before)
    orders.measuring_s = time.perf_counter() - begun
    return Stepped(record, moment)


def _to_the_brink(
    trainer: FastTrainer,
    run: TrainingRun,
    orders: Orders,
    start: Stepped,
    count: int,
    error: DivergenceError,
) -> Iterator[Stepped]:
    """Yield the last record before a divergence within so many steps, then raise it."""
    low = start
    while count > 1:
        half = count // 2
        try:
            low = _advance(trainer, run, low.record, half, orders)
        except DivergenceError as found:
            count, error = half, found
        else:
            count -= half
    if low is not start:
        yield low
    raise error


def _cut_to_stop(
    trainer: FastTrainer, run: TrainingRun, orders: Orders, start: Stepped, count: int
) -> Stepped:
    """Take steps, at most so many, up to the one at which a condition to stop begins to hold."""
    end, stopping = _advance(trainer, run, start.record, count, orders), orders.stopping
    if stopping is None:
        return end
    is_regression = run.dataset.is_regression
    held = stopping.reasons(start.moment, is_regression)
    low = start
    # Halving finds that step among thousands in a few tries.
    while count > 1 and stopping.reasons(end.moment, is_regression) - held:
        half = count // 2
        middle = _advance(trainer, run, low.record, half, orders)
        if stopping.reasons(middle.moment, is_regression) - held:
            end, count = middle, half
        else:
            low, count = middle, count - half
            if count == 1:
                break
    return end
