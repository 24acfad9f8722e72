"""Offers what helps against a problem in one click, once it was tried out and seen to help."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.foundation.translation import filled, translate_engine
from desktop.training.run.setup_words import changed_names
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.trial_offer import TrialOffer
from engine.operations.catalog import OPERATIONS
from engine.training.analysis.remedies import Trial, TriedOut, has_remedy, try_out
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Whoever steps on at once is asked nothing.
_WAIT_MS = 130
_RATE = "learning_rate"


class RemedyOffer(TrialOffer):
    """Tries remedies while nothing plays, says what came of it, and offers the one that helped.

    What is wanted is a run, to be trained from its initial weights.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wait_ms=_WAIT_MS)
        self._asked: tuple[TrainingRun, frozenset[str]] | None = None
        self._record: TrainingStep | None = None
        self._known: TriedOut | None = None

    def show_problems(
        self,
        run: TrainingRun,
        record: TrainingStep,
        codes: Collection[str],
        *,
        is_playing: bool = False,
    ) -> None:
        """Try what helps against these problems of a record, unless it is known from before."""
        self._record = record
        if is_playing or not has_remedy(codes):
            if self.is_trying:
                # It is tried anew when it is asked for again.
                self.give_up()
                self._asked = None
            self.hide()
            return
        asked = (run, frozenset(codes))
        if self._asked is None or self._asked[0] is not run or self._asked[1] != asked[1]:
            self._asked, self._known = asked, None
            self.try_out(
                partial(try_out, *asked),
                self.tr("Trying out what helps …"),
                self.tr("Stop trying"),
                self.tr("Offer nothing for this problem"),
            )
        elif self._known is not None:
            self._offer(run, self._known)
        else:
            self.show()

    def take_answer(self, answer: object) -> None:
        """Offer the remedy that helped most, or say what was tried without success."""
        self._know(answer if isinstance(answer, TriedOut) else TriedOut())

    def take_stop(self) -> None:
        """Know it as given up: it is not begun again before something else is the matter."""
        self._know(TriedOut())

    def _know(self, known: TriedOut) -> None:
        self._known = known
        if self._asked is not None:
            self._offer(self._asked[0], known)

    def _offer(self, run: TrainingRun, known: TriedOut) -> None:
        assert self._record is not None, "what was tried was tried for a record"
        best = known.best_over(self._record)
        if best is not None:
            tip = self.tr("Take this and begin with its initial weights")
            self.offer(_evidence(run, best), _offer(run, best.run), tip, best.run)
        elif known.trials:
            tried = "; ".join(_changes(run, trial.run) for trial in known.trials)
            text = self.tr("Tried without success for {0} epochs each: {1}.")
            self.offer(filled(text, known.trials[0].epochs, tried))
        else:
            self.offer(self.tr("Nothing was tried out."))


def _evidence(run: TrainingRun, trial: Trial) -> str:
    """Say what was tried against a run's problem, and what was seen."""
    before, after = format_number(trial.start_loss, 3), format_number(trial.loss, 3)
    changes = _changes(run, trial.run)
    if trial.run.dataset.is_regression:
        text = QCoreApplication.translate(
            "RemedyOffer", "Tried for {0} epochs: {1}. The loss falls from {2} to {3}."
        )
        return filled(text, trial.epochs, changes, before, after)
    text = QCoreApplication.translate(
        "RemedyOffer",
        "Tried for {0} epochs: {1}. {2} of {3} are right then, and the loss falls from {4} to {5}.",
    )
    return filled(text, trial.epochs, changes, trial.right, len(trial.run.dataset), before, after)


def _offer(before: TrainingRun, after: TrainingRun) -> str:
    if changed_names(before, after) == ("optimizer_settings",):
        rate = format_number(after.optimizer_settings[_RATE])
        return filled(QCoreApplication.translate("RemedyOffer", "Try a learning rate of {0}"), rate)
    # What it is may be long, and stands in the words above, which have room for it.
    return QCoreApplication.translate("RemedyOffer", "Try this")


def _changes(before: TrainingRun, after: TrainingRun) -> str:
    """Return what a remedy changes, such as “tanh, learning rate 0.1”."""
    words = {
        "standardize": lambda: QCoreApplication.translate(
            "RemedyOffer", "inputs standardized by the training samples"
        ),
        "layers": lambda: filled(
            QCoreApplication.translate("RemedyOffer", "layers {0}"),
            "–".join(map(str, after.layers)),
        ),
        "activation": lambda: translate_engine(OPERATIONS[after.activation].title),
        "initializer": lambda: translate_engine(INITIALIZERS[after.initializer].title),
        "seed": lambda: filled(QCoreApplication.translate("RemedyOffer", "seed {0}"), after.seed),
        "optimizer_settings": lambda: filled(
            QCoreApplication.translate("RemedyOffer", "learning rate {0}"),
            format_number(after.optimizer_settings[_RATE]),
        ),
    }
    return ", ".join(words[name]() for name in changed_names(before, after) if name in words)
