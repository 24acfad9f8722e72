"""The setup of a race: everything its paths are a function of, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.optimizers.race import LossFunction, Race, race_steps
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.trajectory import Run, Trajectory
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.races.own_surface import OwnSurface
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Surface

LEARNING_RATE = "learning_rate"
MOST_STEPS = 5000
Settings = Mapping[str, float]


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
        own: The surface where it is one of the learner's own.
        variants: How a rule is written, by method, where it is not the course's way.
        schedules: The schedules of the learning rate that all methods race under, by name.
        treatments: What is done to all gradients and points, by name.
    """

    surface: str
    start: tuple[float, float]
    steps: int
    goal: float
    racing: frozenset[str]
    settings: Mapping[str, Settings]
    shared_rate: float | None = None
    own: OwnSurface | None = None
    variants: Mapping[str, str] = field(default_factory=dict)
    schedules: Mapping[str, Settings] = field(default_factory=dict)
    treatments: Mapping[str, Settings] = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    @property
    def record(self) -> Surface:
        """The surface itself."""
        return SURFACES[self.surface] if self.own is None else self.own.record

    def optimizer(self, method: str) -> Optimizer:
        """Return a method's record, written as the setup says."""
        return OPTIMIZERS[method].in_variant(self.variants.get(method, ""))

    def settings_of(self, method: str) -> dict[str, float]:
        """Return the settings that a method races with."""
        own = dict(self.settings[method])
        if self.shared_rate is not None:
            own[LEARNING_RATE] = self.shared_rate
        return own

    def runs(self) -> tuple[Run, ...]:
        """Return the runs of those that take part, in the table's order."""
        schedules = tuple(
            Scheduled(schedule, self.schedules[name])
            for name, schedule in SCHEDULES.items()
            if name in self.schedules
        )
        treatments = tuple(
            Treated(treatment, self.treatments[name])
            for name, treatment in TREATMENTS.items()
            if name in self.treatments
        )
        return tuple(
            Run(self.optimizer(name), self.settings_of(name), schedules, treatments)
            for name in OPTIMIZERS
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
        tuned = self.optimizer(method).check(self.record.settings_for(method))
        return replace(self, settings={**self.settings, method: tuned}, shared_rate=None)

    def with_variant(self, method: str, variant: str) -> RaceSetup:
        """Return the setup with a method's rule written another way.

        A setting that stood at its default goes to the new default; the others stay.
        """
        before = self.optimizer(method)
        after = OPTIMIZERS[method].in_variant(variant)
        defaults = {setting.name: setting.default for setting in before.settings}
        known = {setting.name for setting in after.settings}
        changed = {
            name: value
            for name, value in self.settings[method].items()
            if name in known and (name == LEARNING_RATE or value != defaults[name])
        }
        variants = {**self.variants, method: variant}
        if not variant:
            del variants[method]
        settings = {**self.settings, method: after.check(changed)}
        return replace(self, settings=settings, variants=variants)

    def with_racing(self, method: str, takes_part: bool) -> RaceSetup:
        """Return the setup with a method taking part or not."""
        racing = self.racing | {method} if takes_part else self.racing - {method}
        return replace(self, racing=racing)


def default_setup(surface: str) -> RaceSetup:
    """Return the race of the course's methods from the surface's start at rates that suit it."""
    return _setup(SURFACES[surface], None)


def own_setup(own: OwnSurface, like: RaceSetup | None = None) -> RaceSetup:
    """Return the race down a surface of one's own, with the methods and conditions of another."""
    setup = _setup(own.record, own)
    if like is None:
        return setup
    for method, variant in like.variants.items():
        setup = setup.with_variant(method, variant)
    return replace(setup, racing=like.racing, schedules=like.schedules, treatments=like.treatments)


def _setup(record: Surface, own: OwnSurface | None) -> RaceSetup:
    return RaceSetup(
        surface=record.name,
        start=(record.start.x, record.start.y),
        steps=record.steps,
        goal=record.goal,
        racing=frozenset(name for name, item in OPTIMIZERS.items() if item.in_course),
        settings={
            name: optimizer.check(record.settings_for(name))
            for name, optimizer in OPTIMIZERS.items()
        },
        own=own,
    )


@dataclass(frozen=True, eq=False)
class RaceResult:
    """A race that was run, with the setup it belongs to."""

    setup: RaceSetup
    race: Race

    def without_paths(self) -> RaceResult:
        """Return a race of the same setup that tells nothing of how the methods went."""
        return replace(self, race=replace(self.race, trajectories=()))

    def trajectory(self, method: str) -> Trajectory | None:
        """Return a method's trajectory, or None if it did not take part."""
        for trajectory in self.race.trajectories:
            if trajectory.run.optimizer.name == method:
                return trajectory
        return None


def run_race(setup: RaceSetup, function: LossFunction) -> Iterator[RaceResult | int]:
    """Run a race; the last record is its result, the others let it be given up."""
    for record in race_steps(function, setup.runs(), setup.start, setup.steps):
        yield RaceResult(setup, record) if isinstance(record, Race) else record
