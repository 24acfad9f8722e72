"""A run: an optimizer with all that decides its steps, from settings to schedules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.arrays import Array, computing
from engine.optimizers.optimizer import Optimizer, State, Update
from engine.optimizers.schedules import Scheduled, chained_rate
from engine.optimizers.treatments import Treated, treat_gradient, treat_point


@dataclass(frozen=True)
class Run:
    """An optimizer with the settings it is to use.

    Attributes:
        optimizer: The update rule, in the course's convention or a framework's variant of it.
        settings: Every setting of it; the missing ones get their defaults.
        schedules: How the learning rate changes; each scales what the one before gave.
        treatments: What is done to each gradient and point, in this order.

    Raises:
        SettingError: A setting is unknown or out of range.
    """

    optimizer: Optimizer
    settings: Mapping[str, float] = field(default_factory=dict)
    schedules: tuple[Scheduled, ...] = ()
    treatments: tuple[Treated, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", self.optimizer.check(self.settings))

    @property
    def is_plain(self) -> bool:
        """Whether the optimizer's own rule is all there is."""
        return not self.schedules and not self.treatments

    @property
    def needs_history(self) -> bool:
        """Whether its rate depends on past losses."""
        return any(item.schedule.needs_history for item in self.schedules)

    def rate(self, step_number: int, history: Sequence[float] = ()) -> float:
        """Return the learning rate of a step.

        Args:
            step_number: 1 for the first step.
            history: The losses before the step, the start's first.
        """
        base = self.settings["learning_rate"]
        return chained_rate(self.schedules, step_number - 1, base, history)

    @computing()
    def gradient_point(
        self, point: Array, state: State, step_number: int, history: Sequence[float] = ()
    ) -> Array:
        """Return the point at which the next step wants its gradient."""
        settings = self._settings_at(step_number, history)
        return self.optimizer.gradient_point(point, state, settings)

    @computing()
    def update(
        self,
        point: Array,
        state: State,
        gradient: Array,
        step_number: int,
        history: Sequence[float] = (),
    ) -> Update:
        """Take one step.

        Args:
            point: The parameters.
            state: The memory that the optimizer's ``start`` or the last update gave.
            gradient: The gradient at ``gradient_point``, before any treatment.
            step_number: 1 for the first step.
            history: The losses before this step, the start's first.

        Returns:
            The update. With a decoupled decay the terms also hold ``"decay"``, what the
            parameters lost beside the rule's own step.
        """
        settings = self._settings_at(step_number, history)
        if not self.treatments:
            return self.optimizer.update(point, state, gradient, settings, step_number)
        treated = treat_gradient(self.treatments, gradient, point, step_number)
        start = treat_point(self.treatments, point, settings["learning_rate"])
        update = self.optimizer.update(start, state, treated, settings, step_number)
        if start is point:
            return update
        return update._replace(terms={**update.terms, "decay": start - point})

    def _settings_at(self, step_number: int, history: Sequence[float]) -> Mapping[str, float]:
        if not self.schedules:
            return self.settings
        return {**self.settings, "learning_rate": self.rate(step_number, history)}
