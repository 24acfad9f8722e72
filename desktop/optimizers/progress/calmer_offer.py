"""Offers calmer learning rates to methods that diverged, once they were seen to lead down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.trial_offer import TrialOffer
from engine.optimizers.calmer import rate_is_to_blame, tried_rate
from engine.optimizers.race import LossFunction
from engine.races.race_setup import LEARNING_RATE, RaceResult, RaceSetup


@dataclass(frozen=True, eq=False)
class CalmerRates:
    """What was tried for a race.

    Attributes:
        result: The race in which methods diverged.
        rates: For each of those the rate that leads down, None where none was found.
    """

    result: RaceResult
    rates: Mapping[str, float | None]


class CalmerOffer(TrialOffer):
    """Tries smaller rates beside the interface, says what came of it, and offers those that helped.

    What is wanted is a setup: the race with the rates offered.
    """

    def show_result(self, result: RaceResult, function: LossFunction) -> None:
        """Try smaller rates for the methods of a race that diverged, if any did."""
        if not any(map(rate_is_to_blame, result.race.trajectories)):
            self.give_up()
            self.hide()
            return
        self.try_out(
            partial(_try_rates, result, function),
            self.tr("Trying smaller learning rates …"),
            self.tr("Stop trying"),
            self.tr("Offer no other learning rate for this race"),
        )

    def take_answer(self, answer: object) -> None:
        """Offer the rates that lead down, and name the methods for which none does."""
        if not isinstance(answer, CalmerRates):
            return
        setup = answer.result.setup
        helpful = {method: rate for method, rate in answer.rates.items() if rate is not None}
        failed = [method for method in answer.rates if method not in helpful]
        lines = []
        if helpful:
            lines.append(
                filled(
                    self.tr("Tried for {0} steps: with {1} the loss ends below the start's."),
                    setup.steps,
                    _listed(setup, helpful),
                )
            )
        if failed:
            titles = ", ".join(translate_engine(setup.optimizer(name).title) for name in failed)
            lines.append(filled(self.tr("Tried for {0}: no smaller rate leads down."), titles))
        words = " ".join(lines)
        if helpful:
            tip = self.tr("Race again with what was seen to lead down")
            self.offer(words, self.tr("Take what was tried"), tip, _with_rates(setup, helpful))
        else:
            self.offer(words)

    def take_stop(self) -> None:
        """Offer nothing for this race."""
        self.hide()


def _try_rates(result: RaceResult, function: LossFunction) -> Iterator[CalmerRates | None]:
    """Try each method alone, or all together where they share one rate."""
    setup = result.setup
    gone = [item.run for item in result.race.trajectories if rate_is_to_blame(item)]
    groups = [[run] for run in gone] if setup.shared_rate is None else [gone]
    rates: dict[str, float | None] = {}
    for runs in groups:
        trial = tried_rate(function, runs, setup.start, setup.steps)
        rate = None
        while True:
            try:
                next(trial)
            except StopIteration as end:
                rate = end.value
                break
            yield None
        rates |= {run.optimizer.name: rate for run in runs}
    yield CalmerRates(result, rates)


def _with_rates(setup: RaceSetup, rates: Mapping[str, float]) -> RaceSetup:
    if setup.shared_rate is not None:
        return replace(setup, shared_rate=min(rates.values()))
    for method, rate in rates.items():
        settings = {**setup.settings_of(method), LEARNING_RATE: rate}
        setup = setup.with_settings(method, settings)
    return setup


def _listed(setup: RaceSetup, rates: Mapping[str, float]) -> str:
    """Return methods with their rates, such as “SGD 0.03, Momentum 0.01”."""
    return ", ".join(
        f"{translate_engine(setup.optimizer(method).title)} {format_number(rate)}"
        for method, rate in rates.items()
    )
