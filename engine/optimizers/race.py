"""Races: one run step by step as records, or many runs advanced together as one value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from engine.arrays import Array
from engine.errors import SettingError
from engine.optimizers.divergence import Fence, finish
from engine.optimizers.optimizer import Update
from engine.optimizers.trajectory import Run, Trajectory

# Far outside every picture, and far inside what a float can square a few times.
OUT_OF_REACH = 1e12


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


@dataclass(frozen=True, eq=False)
class StepRecord:
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


def descend(function: LossFunction, run: Run, start: Sequence[float]) -> Iterator[StepRecord]:
    """Yield the steps of one run without end; the caller stops when he has seen enough."""
    optimizer, settings = run.optimizer, run.settings
    point = _start(start)
    state = optimizer.start(point)
    step = 0
    while True:
        step += 1
        at = optimizer.gradient_point(point, state, settings)
        gradient = np.array(function.gradient(at[0], at[1]))
        update = optimizer.update(point, state, gradient, settings, step)
        point, state = update.point, update.state
        yield StepRecord(step, float(function.value(point[0], point[1])), update)


def race(function: LossFunction, runs: Sequence[Run], start: Sequence[float], steps: int) -> Race:
    """Advance all runs together from one start.

    The gradients of all runs come from one evaluation a step, and all losses from one at the
    end, which is what makes seven methods cost little more than one.

    Args:
        function: The loss surface.
        runs: Optimizers with their settings.
        start: The two coordinates of the start.
        steps: How many steps to take, at least 1.

    Raises:
        SettingError: The start is not two finite numbers, or there is no step to take.
    """
    origin = _start(start)
    if steps < 1:
        raise SettingError("no_steps", f"A race takes at least 1 step, not {steps}.", steps=steps)
    # A diverging run overflows before it is cut, and the cut names it better than a warning.
    with np.errstate(all="ignore"):
        lanes = _advance(function, runs, origin, steps)
        points = np.stack([lane.points for lane in lanes]) if lanes else np.empty((0, steps + 1, 2))
        losses = np.broadcast_to(function.value(points[..., 0], points[..., 1]), points.shape[:2])
        trajectories = tuple(
            finish(
                lane.run,
                lane.points[: lane.taken + 1],
                lane_losses[: lane.taken + 1],
                lane.gradients[: lane.taken],
                function.fence,
            )
            for lane, lane_losses in zip(lanes, losses, strict=True)
        )
    origin.setflags(write=False)
    return Race(origin, steps, trajectories)


class _Lane:
    """One run's arrays while the race is on."""

    def __init__(self, run: Run, start: Array, steps: int) -> None:
        self.run = run
        self.points = np.tile(start, (steps + 1, 1))
        self.gradients = np.zeros((steps, 2))
        self.taken = 0
        self._state = run.optimizer.start(start)

    def gradient_point(self) -> Array:
        return self.run.optimizer.gradient_point(
            self.points[self.taken], self._state, self.run.settings
        )

    def step(self, gradient: Array) -> None:
        run, taken = self.run, self.taken
        self.gradients[taken] = gradient
        update = run.optimizer.update(
            self.points[taken], self._state, gradient, run.settings, taken + 1
        )
        self.points[taken + 1] = update.point
        self._state = update.state
        self.taken = taken + 1

    def is_in_reach(self) -> bool:
        """Whether the last point is finite and near enough to go on from."""
        x, y = self.points[self.taken].tolist()
        # Written so that a NaN is out of reach.
        return bool(abs(x) < OUT_OF_REACH and abs(y) < OUT_OF_REACH)


def _advance(function: LossFunction, runs: Sequence[Run], start: Array, steps: int) -> list[_Lane]:
    lanes = [_Lane(run, start, steps) for run in runs]
    active = list(lanes)
    for _ in range(steps):
        if not active:
            break
        at = np.array([lane.gradient_point() for lane in active])
        along_x, along_y = function.gradient(at[:, 0], at[:, 1])
        gradients = np.empty((len(active), 2))
        gradients[:, 0] = along_x
        gradients[:, 1] = along_y
        for lane, gradient in zip(active, gradients, strict=True):
            lane.step(gradient)
        active = [lane for lane in active if lane.is_in_reach()]
    return lanes


def _start(start: Sequence[float]) -> Array:
    point = np.array(start, dtype=np.float64)
    if point.shape != (2,) or not np.isfinite(point).all():
        raise SettingError("bad_start", "A start is two finite numbers, x and y.")
    return point
