"""Learning-rate sweeps: how far each method gets with each rate, and from where it diverges."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array
from engine.errors import DivergenceError, SettingError
from engine.optimizers.race import LossFunction, race
from engine.optimizers.ranking import Standing, standing
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Ending

# The rates that are tried where nobody chose others: ten in each decade, a factor of 1.26 apart.
USUAL_RATES = (1e-4, 1.0, 41)


@dataclass(frozen=True, eq=False)
class RateOutcome:
    """What one rate led to.

    Attributes:
        rate: The learning rate.
        loss: The loss after the last step; infinite where the run diverged.
        lowest_loss: The lowest loss on the way.
        steps: How many steps it took to the goal, or None where it did not get there.
        standing: How well it did, for ranking.
        ending: Why the run ended.
        cause: The sentence that names the step, the rate and the growth, where it diverged, or
            the step at which it left a surface without a bottom.
    """

    rate: float
    loss: float
    lowest_loss: float
    steps: int | None
    standing: Standing
    ending: Ending
    cause: DivergenceError | None


@dataclass(frozen=True, eq=False)
class SweepCurve:
    """One method's outcomes, by rising rate.

    Attributes:
        run: The method with its other settings.
        outcomes: One for each rate.
    """

    run: Run
    outcomes: tuple[RateOutcome, ...]

    @property
    def rates(self) -> Array:
        """The rates, shape (rates,)."""
        return np.array([outcome.rate for outcome in self.outcomes])

    @property
    def losses(self) -> Array:
        """The loss after the last step for each rate, infinite where it diverged."""
        return np.array([outcome.loss for outcome in self.outcomes])

    @property
    def best(self) -> RateOutcome | None:
        """The outcome that stands first, or None where every rate diverged.

        Of several that stand alike it is the one with the smallest rate.
        """
        calm = [item for item in self.outcomes if item.ending is not Ending.DIVERGED]
        return min(calm, key=lambda outcome: outcome.standing, default=None)

    @property
    def limit(self) -> DivergenceError | None:
        """The rate from which on every rate diverged, as a sentence; None if the largest held."""
        rates = []
        for outcome in reversed(self.outcomes):
            if outcome.ending is not Ending.DIVERGED:
                break
            rates.append(outcome.rate)
        if not rates:
            return None
        title, rate = self.run.optimizer.title, f"{rates[-1]:.3g}"
        if len(rates) == len(self.outcomes):
            return DivergenceError(
                "sweep_all_diverged",
                f"{title} diverges with every rate tried, from {rate} on",
                title=title,
                rate=rate,
            )
        return DivergenceError(
            "sweep_diverged_from",
            f"{title} diverges with a learning rate of {rate} or more",
            title=title,
            rate=rate,
        )


@dataclass(frozen=True, eq=False)
class SweepProgress:
    """How far a sweep is.

    Attributes:
        done: Runs that were made.
        total: All runs.
        curves: One for each method that was begun, with the outcomes known so far.
    """

    done: int
    total: int
    curves: tuple[SweepCurve, ...]


def rates_between(lowest: float, highest: float, count: int) -> list[float]:
    """Return rates at equal logarithmic distances, with as few digits as tell them apart.

    Args:
        lowest: The first rate, above 0.
        highest: The last rate, above the first.
        count: How many rates, at least 2.

    Example:
        >>> rates_between(0.01, 1.0, 5)
        [0.01, 0.032, 0.1, 0.32, 1.0]
    """
    exact: list[float] = np.geomspace(lowest, highest, count).tolist()
    for digits in range(2, 17):
        rates = [lowest, *(float(f"{rate:.{digits}g}") for rate in exact[1:-1]), highest]
        if all(map(operator.lt, rates, rates[1:])):
            return rates
    return exact


def sweep(
    function: LossFunction,
    runs: Sequence[Run],
    rates: Sequence[float],
    start: Sequence[float],
    steps: int,
    goal: float,
) -> Iterator[SweepProgress]:
    """Run each method with each learning rate from one start.

    Args:
        function: The loss surface.
        runs: The methods; their own learning rates are replaced.
        rates: The learning rates to try; they are tried in rising order.
        start: The two coordinates of the start.
        steps: How many steps each run takes, at least 1.
        goal: The loss that counts as arrived.

    Yields:
        A record after each run; the last holds the whole curves.

    Raises:
        SettingError: There is no rate, a rate is out of range, or the race cannot be run.
    """
    if not len(rates):
        raise SettingError("no_rates", "A sweep needs at least one learning rate to try.")
    curves: list[SweepCurve] = []
    total, done = len(runs) * len(rates), 0
    for run in runs:
        curves.append(SweepCurve(run, ()))
        for rate in sorted(rates):
            outcomes = (*curves[-1].outcomes, _try_rate(function, run, rate, start, steps, goal))
            curves[-1] = SweepCurve(run, outcomes)
            done += 1
            yield SweepProgress(done, total, tuple(curves))


def _try_rate(
    function: LossFunction,
    run: Run,
    rate: float,
    start: Sequence[float],
    steps: int,
    goal: float,
) -> RateOutcome:
    tried = replace(run, settings={**run.settings, "learning_rate": rate})
    (trajectory,) = race(function, [tried], start, steps).trajectories
    diverged = trajectory.ending is Ending.DIVERGED
    return RateOutcome(
        float(rate),
        np.inf if diverged else float(trajectory.losses[-1]),
        float(trajectory.losses.min()),
        trajectory.steps_to(goal),
        standing(trajectory, goal),
        trajectory.ending,
        trajectory.cause,
    )
