"""Offers what helps against a problem in one click, once it was tried out and seen to help."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import translate_engine
from desktop.tasks.latest_task import LatestTask
from desktop.training.run.setup_words import changed_names
from desktop.widgets.fields.number_text import format_number
from engine.operations.catalog import OPERATIONS
from engine.training.analysis.remedies import Trial, TriedOut, has_remedy, try_out
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Whoever steps on at once is asked nothing.
_WAIT_MS = 130
_RATE = "learning_rate"


class RemedyOffer(QWidget):
    """Tries remedies while nothing plays, says what came of it, and offers the one that helped.

    Signals:
        wanted(run: TrainingRun): This run is to be trained from its initial weights.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[TrainingRun, frozenset[str]] | None = None
        self._record: TrainingStep | None = None
        self._known: TriedOut | None = None
        self._best: Trial | None = None
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("kind", "muted")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._try)
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self.hide()

    @property
    def is_trying(self) -> bool:
        """Whether remedies are being tried, or soon will be."""
        return self._asked is not None and self._known is None

    @property
    def is_settled(self) -> bool:
        """Whether what is offered is for the problems shown."""
        return not self._wait.isActive() and not self._task.is_running

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
            self._stop()
            self.hide()
            return
        asked = (run, frozenset(codes))
        if self._asked is None or self._asked[0] is not run or self._asked[1] != asked[1]:
            self._stop()
            self._asked, self._known = asked, None
            self._wait.start()
        self._show()

    def close_task(self) -> None:
        """Stop trying for good."""
        self._wait.stop()
        self._task.close()

    def _stop(self) -> None:
        """Give up what is being tried; it is tried anew when it is asked for again."""
        self._wait.stop()
        if self._task.is_running:
            # What runs ends its step without anybody waiting for it.
            self._task.submit(_nothing)
        if self.is_trying:
            self._asked = None

    def _try(self) -> None:
        if self._asked is not None:
            self._task.submit(partial(try_out, *self._asked))

    def _on_done(self, found: object) -> None:
        if isinstance(found, TriedOut) and self.is_trying:
            self._known = found
            self._show()

    def _on_clicked(self) -> None:
        if self.is_trying:
            asked = self._asked
            self._stop()
            # Known as given up: it is not begun again before something else is the matter.
            self._asked, self._known = asked, TriedOut()
            self._show()
        elif self._best is not None:
            self.wanted.emit(self._best.run)

    def _show(self) -> None:
        self.show()
        if self._known is None or self._asked is None or self._record is None:
            self.words.setText(self.tr("Trying out what helps …"))
            self.button.setText(self.tr("Stop trying"))
            self.button.setToolTip(plain(self.tr("Offer nothing for this problem")))
            self.button.show()
            return
        run = self._asked[0]
        known = self._known
        self._best = known.best_over(self._record)
        self.button.setVisible(self._best is not None)
        if self._best is not None:
            self.words.setText(_evidence(run, self._best))
            self.button.setText(_offer(run, self._best.run))
            tip = self.tr("Take this and begin with its initial weights")
            self.button.setToolTip(plain(tip))
        elif known.trials:
            tried = "; ".join(_changes(run, trial.run) for trial in known.trials)
            text = self.tr("Tried without success for {0} epochs each: {1}.")
            self.words.setText(text.format(known.trials[0].epochs, tried))
        else:
            self.words.setText(self.tr("Nothing was tried out."))


def _nothing() -> Iterator[None]:
    yield None


def _evidence(run: TrainingRun, trial: Trial) -> str:
    """Say what was tried against a run's problem, and what was seen."""
    before, after = format_number(trial.start_loss, 3), format_number(trial.loss, 3)
    changes = _changes(run, trial.run)
    if trial.run.dataset.is_regression:
        text = QCoreApplication.translate(
            "RemedyOffer", "Tried for {0} epochs: {1}. The loss falls from {2} to {3}."
        )
        return text.format(trial.epochs, changes, before, after)
    text = QCoreApplication.translate(
        "RemedyOffer",
        "Tried for {0} epochs: {1}. {2} of {3} are right then, and the loss falls from {4} to {5}.",
    )
    return text.format(trial.epochs, changes, trial.right, len(trial.run.dataset), before, after)


def _offer(before: TrainingRun, after: TrainingRun) -> str:
    if changed_names(before, after) == ("optimizer_settings",):
        rate = format_number(after.optimizer_settings[_RATE])
        return QCoreApplication.translate("RemedyOffer", "Try a learning rate of {0}").format(rate)
    # What it is may be long, and stands in the words above, which have room for it.
    return QCoreApplication.translate("RemedyOffer", "Try this")


def _changes(before: TrainingRun, after: TrainingRun) -> str:
    """Return what a remedy changes, such as “tanh, learning rate 0.1”."""
    words = {
        "samples": lambda: QCoreApplication.translate("RemedyOffer", "standardized inputs"),
        "layers": lambda: QCoreApplication.translate("RemedyOffer", "layers {0}").format(
            "–".join(map(str, after.layers))
        ),
        "activation": lambda: translate_engine(OPERATIONS[after.activation].title),
        "initializer": lambda: translate_engine(INITIALIZERS[after.initializer].title),
        "seed": lambda: QCoreApplication.translate("RemedyOffer", "seed {0}").format(after.seed),
        "optimizer_settings": lambda: QCoreApplication.translate(
            "RemedyOffer", "learning rate {0}"
        ).format(format_number(after.optimizer_settings[_RATE])),
    }
    return ", ".join(words[name]() for name in changed_names(before, after) if name in words)
