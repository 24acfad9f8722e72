"""Undo and redo of everything that is set for a race."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from desktop.desk.history import History, Step, Steps
from desktop.desk.history_actions import HistoryActions
from desktop.optimizers.race.race_model import RaceModel
from engine.races.race_setup import RaceSetup

# Changes of one control that follow each other so quickly are one drag.
_ONE_DRAG_S = 1.0
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
        self._model, self._clock = model, clock
        self._last = model.setup
        self._drag, self._changed_at = object(), clock()
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
        self.take(Steps() if steps is None else steps)

    def _go_to(self, setup: RaceSetup) -> None:
        # Known before the model tells of it, it is no change of its own.
        self._last = setup
        self._model.set_setup(setup)

    def _on_setup_changed(self) -> None:
        before, self._last = self._last, self._model.setup
        if self._last != before:
            self.record(Step("", before, self._last, self._merge_key(before, self._last)))

    def _merge_key(self, before: RaceSetup, after: RaceSetup) -> object | None:
        now, touched = self._clock(), _touched(before, after)
        if now - self._changed_at > _ONE_DRAG_S:
            self._drag = object()
        self._changed_at = now
        return (self._drag, touched) if len(touched) == 1 else None


def _touched(before: RaceSetup, after: RaceSetup) -> frozenset[str]:
    """Return the names of what differs, down to the single setting."""
    found: set[str] = set()
    for name in ("surface", "start", "steps", "goal", "racing", "shared_rate", "variants"):
        if getattr(before, name) != getattr(after, name):
            found.add(name)
    for name in ("settings", "schedules", "treatments"):
        found |= _differing(name, getattr(before, name), getattr(after, name))
    return frozenset(found)


def _differing(
    name: str, before: Mapping[str, Mapping[str, float]], after: Mapping[str, Mapping[str, float]]
) -> set[str]:
    found = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            if old is not new:
                found.add(f"{name} {key}")
            continue
        for setting in old.keys() | new.keys():
            if old.get(setting) != new.get(setting):
                found.add(f"{name} {key} {setting}")
    return found
