"""Offers calmer learning rates to methods that diverged, once they were seen to lead down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import translate_engine
from desktop.tasks.latest_task import LatestTask
from desktop.widgets.fields.number_text import format_number
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


class CalmerOffer(QWidget):
    """Tries smaller rates on a task, says what came of it, and offers those that helped.

    Signals:
        wanted(setup: RaceSetup): The race with the rates offered.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup: RaceSetup | None = None
        self._is_trying = False
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("kind", "muted")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being tried."""
        return not self._task.is_running

    def show_result(self, result: RaceResult, function: LossFunction) -> None:
        """Try smaller rates for the methods of a race that diverged, if any did."""
        self._give_up()
        if not any(map(rate_is_to_blame, result.race.trajectories)):
            self.hide()
            return
        self._setup, self._is_trying = None, True
        self.words.setText(self.tr("Trying smaller learning rates …"))
        self.button.setText(self.tr("Stop trying"))
        self.button.setToolTip(plain(self.tr("Offer no other learning rate for this race")))
        self.button.show()
        self.show()
        self._task.submit(partial(_try_rates, result, function))

    def close_task(self) -> None:
        """Stop trying for good."""
        self._task.close()

    def _give_up(self) -> None:
        self._is_trying = False
        if self._task.is_running:
            self._task.submit(_nothing)

    def _on_clicked(self) -> None:
        if self._is_trying:
            self._give_up()
            self.hide()
        elif self._setup is not None:
            self.wanted.emit(self._setup)

    def _on_done(self, found: object) -> None:
        if not isinstance(found, CalmerRates) or not self._is_trying:
            return
        self._is_trying = False
        setup = found.result.setup
        helpful = {method: rate for method, rate in found.rates.items() if rate is not None}
        failed = [method for method in found.rates if method not in helpful]
        lines = []
        if helpful:
            lines.append(
                self.tr("Tried for {0} steps: with {1} the loss ends below the start's.").format(
                    setup.steps, _listed(setup, helpful)
                )
            )
        if failed:
            titles = ", ".join(translate_engine(setup.optimizer(name).title) for name in failed)
            lines.append(self.tr("Tried for {0}: no smaller rate leads down.").format(titles))
        self.words.setText(" ".join(lines))
        self.button.setVisible(bool(helpful))
        if helpful:
            self._setup = _with_rates(setup, helpful)
            self.button.setText(self.tr("Take what was tried"))
            self.button.setToolTip(plain(self.tr("Race again with what was seen to lead down")))


def _nothing() -> Iterator[None]:
    yield None


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
