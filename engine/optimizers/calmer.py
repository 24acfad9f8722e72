"""A smaller learning rate for runs that diverged, seen to lead down before it is offered."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from engine.errors import SettingError
from engine.optimizers.divergence import calmer_rate
from engine.optimizers.race import LossFunction, Race, race_steps
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Ending, Trajectory

_RATE = "learning_rate"
# Tenths of a rate that are tried, one after the other.
_TENTHS = 6


def rate_is_to_blame(trajectory: Trajectory) -> bool:
    """Return whether a run diverged because its learning rate is too large."""
    cause = trajectory.cause
    return cause is not None and trajectory.ending is Ending.DIVERGED and "rate" in cause.details


def tried_rate(
    function: LossFunction, runs: Sequence[Run], start: Sequence[float], steps: int
) -> Generator[None, None, float | None]:
    """Try tenths of the first run's rate, from large to small, on all of some runs.

    Args:
        function: The loss surface.
        runs: The runs that diverged.
        start: Where they start.
        steps: How many steps they take.

    Yields:
        Nothing, after each piece of work: the trial can be given up there.

    Returns:
        The first rate with which all of them end below their start; None if there is none.
    """
    rate = float(runs[0].settings[_RATE])
    for _ in range(_TENTHS):
        rate = calmer_rate(rate)
        try:
            slower = [replace(run, settings={**run.settings, _RATE: rate}) for run in runs]
        except SettingError:
            # Smaller than any that can be set.
            return None
        found: Race | None = None
        for record in race_steps(function, slower, start, steps):
            found = record if isinstance(record, Race) else None
            yield
        if found is not None and all(map(_goes_down, found.trajectories)):
            return rate
    return None


def _goes_down(trajectory: Trajectory) -> bool:
    return trajectory.ending is not Ending.DIVERGED and bool(
        trajectory.losses[-1] < trajectory.losses[0]
    )
