"""The setup of a race: everything its paths are a function of, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import LossFunction, Race, race
from engine.optimizers.trajectory import Run, Trajectory
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Surface

LEARNING_RATE = "learning_rate"
MOST_STEPS = 5000


@dataclass(frozen=True)
class RaceSetup:
    """What to race: a surface, a start, the methods with their settings.

    Attributes:
        surface: The surface's name.
        start: Where all methods begin.
        steps: How many steps each takes.
        goal: The loss that counts as arrived.
        racing: The names of the methods that take part.
        settings: Every method's own settings, by its name.
        shared_rate: The learning rate that replaces every method's own, or None.
    """

    surface: str
    start: tuple[float, float]
    steps: int
    goal: float
    racing: frozenset[str]
    settings: Mapping[str, Mapping[str, float]]
    shared_rate: float | None = None

    @property
    def record(self) -> Surface:
        """The surface itself."""
        return SURFACES[self.surface]

    def settings_of(self, method: str) -> dict[str, float]:
        """Return the settings that a method races with."""
        own = dict(self.settings[method])
        if self.shared_rate is not None:
            own[LEARNING_RATE] = self.shared_rate
        return own

    def runs(self) -> tuple[Run, ...]:
        """Return the runs of those that take part, in the table's order."""
        return tuple(
            Run(optimizer, self.settings_of(name))
            for name, optimizer in OPTIMIZERS.items()
            if name in self.racing
        )

    def with_settings(self, method: str, settings: Mapping[str, float]) -> RaceSetup:
        """Return the setup with other settings for a method; a shared rate follows its rate."""
        if self.shared_rate is None:
            return replace(self, settings={**self.settings, method: dict(settings)})
        own = {**settings, LEARNING_RATE: self.settings[method][LEARNING_RATE]}
        return replace(
            self,
            settings={**self.settings, method: own},
            shared_rate=settings[LEARNING_RATE],
        )

    def with_tuned(self, method: str) -> RaceSetup:
        """Return the setup with the settings that suit a method on this surface."""
        tuned = OPTIMIZERS[method].check(self.record.settings_for(method))
        return replace(self, settings={**self.settings, method: tuned}, shared_rate=None)

    def with_racing(self, method: str, takes_part: bool) -> RaceSetup:
        """Return the setup with a method taking part or not."""
        racing = self.racing | {method} if takes_part else self.racing - {method}
        return replace(self, racing=racing)


def default_setup(surface: str) -> RaceSetup:
    """Return the race of the course's methods from the surface's start at rates that suit it."""
    record = SURFACES[surface]
    return RaceSetup(
        surface=surface,
        start=(record.start.x, record.start.y),
        steps=record.steps,
        goal=record.goal,
        racing=frozenset(name for name, item in OPTIMIZERS.items() if item.in_course),
        settings={
            name: optimizer.check(record.settings_for(name))
            for name, optimizer in OPTIMIZERS.items()
        },
    )


@dataclass(frozen=True, eq=False)
class RaceResult:
    """A race that was run, with the setup it belongs to."""

    setup: RaceSetup
    race: Race

    def trajectory(self, method: str) -> Trajectory | None:
        """Return a method's trajectory, or None if it did not take part."""
        for trajectory in self.race.trajectories:
            if trajectory.run.optimizer.name == method:
                return trajectory
        return None


def run_race(setup: RaceSetup, function: LossFunction) -> Iterator[RaceResult]:
    """Run a race, as the one record of an iterator that a task can drive."""
    yield RaceResult(setup, race(function, setup.runs(), setup.start, setup.steps))
