"""Races: one run step by step as records, or many runs advanced together as one value."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from engine.arrays import Array, computing
from engine.autodiff.codegen.slopes import Slopes
from engine.errors import SettingError
from engine.optimizers.divergence import Fence, finish
from engine.optimizers.float_run import OUT_OF_REACH, TRAIL_WIDTH, float_loop
from engine.optimizers.losses import Losses
from engine.optimizers.optimizer import Update
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Trajectory


class LossFunction(Protocol):
    """A differentiable function of two variables, element by element on arrays of one shape."""

    @property
    def fence(self) -> Fence | None:
        """Where a run on a surface without a bottom counts as gone, or None."""
        ...

    def value(self, x: Array, y: Array) -> Array:
        """Return the loss at the points."""
        ...

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return ∂f/∂x and ∂f/∂y at the points."""
        ...


# The points that one lane computation takes at most, so that portions cost no more than all.
_POINTS_TOGETHER = 256


@dataclass(frozen=True, eq=False)
class RaceStep:
    """One step of one run.

    Attributes:
        step: 1 for the first.
        loss: The loss after the step.
        update: The point, the state and the terms of the step.
    """

    step: int
    loss: float
    update: Update


@dataclass(frozen=True, eq=False)
class Race:
    """What several runs did from the same start.

    Attributes:
        start: Shape (2,).
        steps: How many steps each run was given.
        trajectories: One for each run, in the order of the runs.
    """

    start: Array
    steps: int
    trajectories: tuple[Trajectory, ...]


def descend(function: LossFunction, run: Run, start: Sequence[float]) -> Iterator[RaceStep]:
    """Yield the steps of one run without end; the caller stops when he has seen enough."""
    point = _start(start)
    state = run.optimizer.start(point)
    losses = Losses([float(function.value(point[0], point[1]))] if run.needs_history else [])
    step = 0
    while True:
        step += 1
        at = run.gradient_point(point, state, step, losses)
        gradient = np.array(function.gradient(at[0], at[1]))
        update = run.update(point, state, gradient, step, losses)
        point, state = update.point, update.state
        loss = float(function.value(point[0], point[1]))
        if run.needs_history:
            losses.append(loss)
        yield RaceStep(step, loss, update)


def race(function: LossFunction, runs: Sequence[Run], start: Sequence[float], steps: int) -> Race:
    """Advance all runs together from one start, as ``race_steps`` does, at once."""
    records = race_steps(function, runs, start, steps)
    return next(record for record in records if isinstance(record, Race))


def race_steps(
    function: LossFunction, runs: Sequence[Run], start: Sequence[float], steps: int
) -> Iterator[int | Race]:
    """Advance all runs together from one start.

    A plain run down a surface whose gradient could be recorded is one loop on floats. The
    gradients of all other runs come from one evaluation a step, and all losses from one at the
    end, which is what makes seven methods cost little more than one.

    Args:
        function: The loss surface.
        runs: Optimizers with their settings.
        start: The two coordinates of the start.
        steps: How many steps to take, at least 1.

    Yields:
        How many pieces of work are done, after each: a run on floats, a step of all others, the
        losses of some points. At last the race.

    Raises:
        SettingError: The start is not two finite numbers, or there is no step to take.
    """
    origin = _start(start)
    if steps < 1:
        raise SettingError("no_steps", f"A race takes at least 1 step, not {steps}.", steps=steps)
    done = 0
    waiting = []
    lanes = [_Lane(function, run, origin, steps) for run in runs]
    for lane in lanes:
        if not _run_on_floats(function, lane):
            waiting.append(lane)
        yield (done := done + 1)
    while waiting:
        waiting = _advance(function, waiting)
        yield (done := done + 1)
    points = np.stack([lane.points for lane in lanes]) if lanes else np.empty((0, steps + 1, 2))
    losses = np.empty(points.shape[:2])
    for part in _portions(function, losses.size):
        losses.reshape(-1)[part] = _values(function, points.reshape(-1, 2)[part])
        yield (done := done + 1)
    trajectories = tuple(_finished(function, *pair) for pair in zip(lanes, losses, strict=True))
    origin.setflags(write=False)
    yield Race(origin, steps, trajectories)


# A diverging run overflows before it is cut, and the cut names it better than a warning.
@computing()
def _finished(function: LossFunction, lane: _Lane, losses: Array) -> Trajectory:
    return finish(
        lane.run,
        lane.points[: lane.taken + 1],
        losses[: lane.taken + 1],
        lane.gradients[: lane.taken],
        function.fence,
    )


@computing()
def _values(function: LossFunction, points: Array) -> Array:
    return np.broadcast_to(function.value(points[:, 0], points[:, 1]), points.shape[:1])


def _portions(function: LossFunction, count: int) -> Iterator[slice]:
    """Yield which points are computed together: all of a formula, some of a graph with arrays."""
    size = max(count, 1) if getattr(function, "is_elementwise", True) else _POINTS_TOGETHER
    return (slice(begin, begin + size) for begin in range(0, count, size))


class _Lane:
    """One run's arrays while the race is on."""

    def __init__(self, function: LossFunction, run: Run, start: Array, steps: int) -> None:
        self.run = run
        self.points = np.tile(start, (steps + 1, 1))
        self.gradients = np.zeros((steps, 2))
        self.taken = 0
        self.state = run.optimizer.start(start)
        self._value = function.value
        self._losses = Losses()
        self._note_loss()

    def gradient_point(self) -> Array:
        return self.run.gradient_point(
            self.points[self.taken], self.state, self.taken + 1, self._losses
        )

    def step(self, gradient: Array) -> None:
        taken = self.taken
        self.gradients[taken] = gradient
        update = self.run.update(self.points[taken], self.state, gradient, taken + 1, self._losses)
        self.points[taken + 1] = update.point
        self.state = update.state
        self.taken = taken + 1
        self._note_loss()

    def is_running(self) -> bool:
        """Whether there are steps to take and the last point is near enough to go on from."""
        if self.taken == len(self.gradients):
            return False
        x, y = self.points[self.taken].tolist()
        # Written so that a NaN is out of reach.
        return bool(abs(x) < OUT_OF_REACH and abs(y) < OUT_OF_REACH)

    def _note_loss(self) -> None:
        if self.run.needs_history:
            x, y = self.points[self.taken]
            self._losses.append(float(self._value(x, y)))


@computing()
def _run_on_floats(function: LossFunction, lane: _Lane) -> bool:
    """Take all steps on floats if it can be done; where floats raise, arrays go on from there."""
    slopes: Slopes | None = getattr(function, "slopes", None)
    loop = float_loop(slopes, lane.run.optimizer) if slopes and lane.run.is_plain else None
    if loop is None:
        return False
    begun = [part[axis].item() for axis in (0, 1) for part in lane.state]
    trail = [*lane.points[0].tolist(), 0.0, 0.0]
    memory = loop(trail, len(lane.gradients), *begun, *lane.run.settings.values())
    # A third of the time that making an array of a list takes.
    rows = np.frombuffer(struct.pack(f"{len(trail)}d", *trail)).reshape(-1, TRAIL_WIDTH)
    # One look at all numbers is enough for most runs; written so that a NaN asks for a closer one.
    if not np.abs(rows).max() <= OUT_OF_REACH:
        rows = _within_reach(rows)
    lane.taken = len(rows) - 1
    lane.points[: len(rows)] = rows[:, :2]
    lane.gradients[: len(rows) - 1] = rows[1:, 2:]
    lane.state = tuple(np.array(memory).reshape(2, -1).T)
    return not lane.is_running()


def _within_reach(rows: Array) -> Array:
    """End a trail where its point gets out of reach; what is not a number passes and stays so."""
    beyond = np.flatnonzero((np.abs(rows[1:, :2]) > OUT_OF_REACH).any(axis=1))
    return rows[: beyond[0] + 2] if len(beyond) else rows


@computing()
def _advance(function: LossFunction, lanes: list[_Lane]) -> list[_Lane]:
    """Take a step, all lanes together; return those that go on."""
    at = np.array([lane.gradient_point() for lane in lanes])
    along_x, along_y = function.gradient(at[:, 0], at[:, 1])
    gradients = np.empty((len(lanes), 2))
    gradients[:, 0] = along_x
    gradients[:, 1] = along_y
    for lane, gradient in zip(lanes, gradients, strict=True):
        lane.step(gradient)
    return [lane for lane in lanes if lane.is_running()]


def _start(start: Sequence[float]) -> Array:
    point = np.array(start, dtype=np.float64)
    if point.shape != (2,) or not np.isfinite(point).all():
        raise SettingError("bad_start", "A start is two finite numbers, x and y.")
    return point
