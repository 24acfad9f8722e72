"""Undo and redo of everything that is set for a race."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.desk.drags import Drags
from desktop.desk.history import History, Step, Steps
from desktop.desk.history_actions import HistoryActions
from desktop.optimizers.race.race_model import RaceModel
from desktop.optimizers.race.setup_words import change_text, touched_names
from engine.races.race_setup import RaceSetup

_MOST_STEPS = 300


class SetupHistory(History[RaceSetup]):
    """Follows the model and remembers; its actions go back and on."""

    def __init__(
        self,
        model: RaceModel,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(self._go_to, parent, _MOST_STEPS)
        self._model, self._drags = model, Drags(clock)
        self._last = model.setup
        model.setup_changed.connect(self._on_setup_changed)
        self.actions = HistoryActions(
            self,
            self,
            (self.tr("&Undo"), self.tr("Take the last change of the race back")),
            (self.tr("&Redo"), self.tr("Make the change again that was taken back")),
        )

    def begin_anew(self, steps: Steps[RaceSetup] | None = None) -> None:
        """Forget all changes, as after a file was opened, or go on with those of another page."""
        self._last = self._model.setup
        if steps is None:
            steps = Steps()
        told = (replace(step, text=change_text(step.before, step.after)) for step in steps.made)
        self.take(replace(steps, made=tuple(told)))

    def _go_to(self, setup: RaceSetup) -> None:
        # Known before the model tells of it, it is no change of its own.
        self._last = setup
        self._model.set_setup(setup)

    def _on_setup_changed(self) -> None:
        before, self._last = self._last, self._model.setup
        if self._last != before:
            touched = touched_names(before, self._last)
            text = change_text(before, self._last)
            self.record(Step(text, before, self._last, self._drags.key(touched)), change_text)
