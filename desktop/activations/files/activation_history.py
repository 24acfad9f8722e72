"""Undo and redo of everything that is set in the Activations space."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.activations.files.change_words import change_text, touched_names
from desktop.desk.drags import Drags
from desktop.desk.history import History, Step, Steps
from desktop.desk.history_actions import HistoryActions
from desktop.desk.settling import Delay
from engine.activations.activation_setup import ActivationSetup
from engine.kept_work import MOST_EDITS


class ActivationHistory(History[ActivationSetup]):
    """Looks at what is set after each change, and remembers; its actions go back and on.

    One gesture changes several things, each of which tells of it, such as a typed function and its
    curve: it is a step once all have followed, when the next event is handled.
    """

    def __init__(
        self,
        take: Callable[[], ActivationSetup],
        show: Callable[[ActivationSetup], None],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with what is set now.

        Args:
            take: Returns what is set.
            show: Sets something else.
            parent: What it belongs to.
            clock: Returns the time in seconds.
        """
        super().__init__(self._go_to, parent, MOST_EDITS)
        self._take, self._show_setup = take, show
        self._drags = Drags(clock)
        self._last = take()
        self._soon = Delay(0, self.look, self)
        self.actions = HistoryActions(
            self,
            self,
            (self.tr("&Undo"), self.tr("Take the last change in this space back")),
            (self.tr("&Redo"), self.tr("Make the change again that was taken back")),
        )

    def look_soon(self) -> None:
        """Look at what is set once everybody has followed a change."""
        self._soon.start()

    def look(self) -> None:
        """Remember what was changed since the last look."""
        self._soon.stop()
        before, self._last = self._last, self._take()
        touched = touched_names(before, self._last)
        if touched:
            text = change_text(before, self._last)
            self.record(Step(text, before, self._last, self._drags.key(touched)), change_text)

    def undo(self) -> None:
        """Take the last step back."""
        self.look()
        super().undo()

    def redo(self) -> None:
        """Make the step again that was undone last."""
        self.look()
        super().redo()

    def begin_anew(self, steps: Steps[ActivationSetup] | None = None) -> None:
        """Forget all changes, as after a file was opened, or go on with those of another page."""
        self._soon.stop()
        self._last = self._take()
        if steps is None:
            steps = Steps()
        # They may have been told in another language.
        told = (replace(step, text=change_text(step.before, step.after)) for step in steps.made)
        self.take(replace(steps, made=tuple(told)))

    def _go_to(self, setup: ActivationSetup) -> None:
        # What follows from it is no change of its own.
        self._show_setup(setup)
        self._soon.stop()
        self._last = self._take()
