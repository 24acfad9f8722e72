"""Which of several runs did better: the one way in which rates and methods are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from engine.arrays import computing
from engine.optimizers.trajectory import Ending, Trajectory

# Final losses that differ by less, measured by what a run began with, differ by rounding alone.
_NOISE = 1e-12


class Arrival(IntEnum):
    """Whether a run got to the goal; the lower, the better."""

    STAYED = 0
    PASSED = 1
    NEVER = 2
    DIVERGED = 3


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """How well a run did; of two standings the smaller one is the better.

    Fewest steps to the goal decide among runs that are at the goal in the end, or below it. After
    them come runs that passed it and are above it again, then runs that never got there. The final
    loss decides between equals alone, and not where it differs by rounding: below the goal it says
    how near to the minimum a run is rounded, and not how good it was.

    Attributes:
        arrival: Whether it got to the goal.
        steps: How many steps it took there; 0 where it never did.
        loss: How far above the goal it ended, in units of what is rounding.
    """

    arrival: Arrival
    steps: int
    loss: float


def standing(trajectory: Trajectory, goal: float) -> Standing:
    """Return how well a run did.

    Args:
        trajectory: The run.
        goal: The loss that counts as arrived.

    Example:
        >>> from engine.optimizers.catalog import OPTIMIZERS
        >>> from engine.optimizers.race import race
        >>> from engine.optimizers.run import Run
        >>> from engine.surfaces.catalog import SURFACES
        >>> from engine.surfaces.function import compile_surface
        >>> ravine = SURFACES["ravine"]
        >>> runs = [Run(OPTIMIZERS["sgd"], {"learning_rate": rate}) for rate in (0.01, 0.1)]
        >>> slow, quick = race(compile_surface(ravine), runs, ravine.start, 200).trajectories
        >>> standing(quick, ravine.goal) < standing(slow, ravine.goal)
        True
    """
    unit = _NOISE * max(abs(float(trajectory.losses[0])), abs(goal), _NOISE)
    # A loss may be too far above to be counted in units.
    with computing():
        loss = float(np.round((trajectory.losses[-1] - goal) / unit))
    steps = trajectory.steps_to(goal)
    if trajectory.ending is Ending.DIVERGED:
        return Standing(Arrival.DIVERGED, 0, loss)
    if steps is None:
        return Standing(Arrival.NEVER, 0, loss)
    stayed = float(trajectory.losses[-1]) <= goal
    return Standing(Arrival.STAYED if stayed else Arrival.PASSED, steps, loss)
