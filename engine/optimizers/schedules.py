"""Schedules: how the learning rate changes while a run goes on, as records."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.optimizers.losses import Losses
from engine.registry import Registry
from engine.settings import Setting, complete

Settings = Mapping[str, float]
RateRule = Callable[[int, float, Settings, Sequence[float]], float]


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """A rule for the learning rate. It keeps nothing, so any step can be replayed by itself.

    Attributes:
        name: Unique identifier.
        title: Name for people.
        settings: The numbers it takes, besides the base rate.
        summary: One English sentence on what it does and what for.
        reference: Where it is from.
        rate_latex: The rate as a formula of the base rate η₀ and the number t of steps taken.
        rule: ``rule(step, base, settings, history)`` returns the rate.
        needs_history: Whether it looks at past losses.
        aliases: Other names people use.
    """

    name: str
    title: str
    settings: tuple[Setting, ...]
    summary: str
    reference: str
    rate_latex: str
    rule: RateRule = field(repr=False)
    needs_history: bool = False
    aliases: tuple[str, ...] = ()

    def check(self, given: Settings) -> dict[str, float]:
        """Return all settings: the given ones, checked, and defaults for the rest.

        Raises:
            SettingError: A name is unknown or a value is out of range.
        """
        return complete(self.settings, given)

    def rate(
        self, step: int, base: float, settings: Settings, history: Sequence[float] = ()
    ) -> float:
        """Return the learning rate of one step (or of one epoch: the unit is the caller's).

        Args:
            step: How many steps were taken before; 0 for the first.
            base: The rate that the schedule scales.
            settings: Every setting, as ``check`` returns them.
            history: The losses measured before this step, the oldest first; only a schedule
                that ``needs_history`` looks at them. One that asks after every loss hands over
                ``Losses``, which are not gone through again each time.
        """
        return self.rule(step, base, settings, history)


@dataclass(frozen=True)
class Scheduled:
    """A schedule with the settings it is to use.

    Raises:
        SettingError: A setting is unknown or out of range.
    """

    schedule: Schedule
    settings: Settings = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # its settings cannot be hashed

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", self.schedule.check(self.settings))

    def rate(self, step: int, base: float, history: Sequence[float] = ()) -> float:
        """Return the learning rate of one step, as ``Schedule.rate`` does."""
        return self.schedule.rate(step, base, self.settings, history)


def chained_rate(
    schedules: Sequence[Scheduled], step: int, base: float, history: Sequence[float] = ()
) -> float:
    """Return the rate under several schedules at once: each scales what the one before gave."""
    for scheduled in schedules:
        base = scheduled.rate(step, base, history)
    return base


def _constant(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    return base


def _step(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    return float(base * settings["factor"] ** (step // int(settings["period"])))


def _exponential(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    return float(base * settings["factor"] ** step)


def _cosine(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    lowest = base * settings["floor"]
    share = min(step / settings["length"], 1.0)
    return lowest + (base - lowest) * (1.0 + math.cos(math.pi * share)) / 2.0


def _warm_up(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    return base * min((step + 1) / settings["length"], 1.0)


def _plateau(step: int, base: float, settings: Settings, history: Sequence[float]) -> float:
    losses = history if isinstance(history, Losses) else Losses(history)
    return float(base * settings["factor"] ** losses.plateaus(settings["patience"]))


def _count(name: str, title: str, symbol: str, default: float, summary: str) -> Setting:
    return Setting(
        name=name,
        title=title,
        symbol=symbol,
        default=default,
        minimum=1.0,
        maximum=1e6,
        summary=summary,
        logarithmic=True,
        integer=True,
    )


def _factor(default: float, summary: str, *, near_one: bool = False) -> Setting:
    return Setting(
        name="factor",
        title="factor",
        symbol=r"\gamma",
        default=default,
        minimum=1e-3,
        maximum=1.0,
        summary=summary,
        near_one=near_one,
    )


_BENGIO = "Bengio, Practical recommendations for gradient-based training, 2012, section 3.1"

SCHEDULES: Registry[Schedule] = Registry(
    (
        Schedule(
            name="constant",
            title="Fixed rate",
            settings=(),
            summary="The same rate throughout.",
            reference=_BENGIO,
            rate_latex=r"\eta_t = \eta_0",
            rule=_constant,
        ),
        Schedule(
            name="step",
            title="Step decay",
            aliases=("staircase",),
            settings=(
                _count("period", "period", "N", 100, "How many steps one rate lasts."),
                _factor(0.1, "What the rate is multiplied by after each period."),
            ),
            summary="Drops the rate by a factor after every so many steps.",
            reference="Krizhevsky, Sutskever and Hinton, ImageNet classification, 2012, section 5",
            rate_latex=r"\eta_t = \eta_0\, \gamma^{\lfloor t / N \rfloor}",
            rule=_step,
        ),
        Schedule(
            name="exponential",
            title="Exponential decay",
            settings=(
                _factor(0.99, "What the rate is multiplied by after each step.", near_one=True),
            ),
            summary="Shrinks the rate by the same share with each step.",
            reference=_BENGIO,
            rate_latex=r"\eta_t = \eta_0\, \gamma^t",
            rule=_exponential,
        ),
        Schedule(
            name="cosine",
            title="Cosine decay",
            settings=(
                _count("length", "length", "T", 500, "After how many steps it is at its lowest."),
                Setting(
                    name="floor",
                    title="floor",
                    symbol="c",
                    default=0.0,
                    minimum=0.0,
                    maximum=1.0,
                    summary="The lowest rate, as a share of the base rate.",
                ),
            ),
            summary="Falls along half a cosine: slowly at both ends, and stays at its lowest.",
            reference="Loshchilov and Hutter, SGDR: gradient descent with warm restarts, 2016",
            rate_latex=(
                r"\eta_t = \eta_0 \left(c + \frac{1 - c}{2}"
                r"\left(1 + \cos \frac{\pi \min(t, T)}{T}\right)\right)"
            ),
            rule=_cosine,
        ),
        Schedule(
            name="warm_up",
            title="Warm-up",
            settings=(_count("length", "length", "W", 20, "After how many steps it is full."),),
            summary="Rises in a straight line to the full rate while the memories fill.",
            reference="Goyal et al., Accurate, large minibatch SGD, 2017, section 2.2",
            rate_latex=r"\eta_t = \eta_0 \min\left(\frac{t + 1}{W}, 1\right)",
            rule=_warm_up,
        ),
        Schedule(
            name="plateau",
            title="Plateau",
            settings=(
                _count("patience", "patience", "P", 10, "How many losses may fail to improve."),
                _factor(0.1, "What the rate is multiplied by when patience ends."),
            ),
            summary="Divides the rate by ten whenever the loss has stopped improving.",
            reference="Krizhevsky, Sutskever and Hinton, ImageNet classification, 2012, section 5",
            rate_latex=r"\eta_t = \eta_0\, \gamma^{\text{plateaus so far}}",
            rule=_plateau,
            needs_history=True,
        ),
    )
)
