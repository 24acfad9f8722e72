"""Undo and redo of everything that is set: the setups before and after, on an undo stack."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.foundation.plain_text import plain
from desktop.foundation.undo_stack import UndoCommand, UndoStack
from desktop.optimizers.race.race_model import RaceModel
from engine.races.race_setup import RaceSetup

# Changes of one control that follow each other so quickly are one drag.
_ONE_DRAG_S = 1.0
_MERGING = 1
_MOST_STEPS = 300


class _Change(UndoCommand):
    """From one setup to another; a setup is a value, so going back is exact."""

    def __init__(
        self, model: RaceModel, before: RaceSetup, after: RaceSetup, at: float, words: str
    ) -> None:
        super().__init__(words)
        self._model = model
        self.before, self.after, self.at = before, after, at
        self.touched = _touched(before, after)

    def id(self) -> int:
        """Say that it may take in a later one."""
        return _MERGING

    def mergeWith(self, other: UndoCommand) -> bool:
        """Take in a later change of the same drag."""
        if not isinstance(other, _Change) or other.touched != self.touched:
            return False
        if other.at - self.at > _ONE_DRAG_S or len(self.touched) != 1:
            return False
        self.after, self.at = other.after, other.at
        return True

    def undo(self) -> None:
        """Go back."""
        self._model.set_setup(self.before)

    def redo(self) -> None:
        """Go on."""
        self._model.set_setup(self.after)


class SetupHistory(QObject):
    """Follows the model and remembers; its actions go back and on."""

    def __init__(
        self,
        model: RaceModel,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._model, self._clock = model, clock
        self._last = model.setup
        self._is_walking = False
        self.stack = UndoStack(self)
        self.stack.setUndoLimit(_MOST_STEPS)
        model.setup_changed.connect(self._on_setup_changed)
        self.undo_action = self._action(
            self.tr("&Undo"), self.tr("Take the last change of the race back"), self.undo
        )
        self.redo_action = self._action(
            self.tr("&Redo"), self.tr("Make the change again that was taken back"), self.redo
        )
        self.undo_action.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo_action.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        self.stack.canUndoChanged.connect(self.undo_action.setEnabled)
        self.stack.canRedoChanged.connect(self.redo_action.setEnabled)
        self.undo_action.setEnabled(False)
        self.redo_action.setEnabled(False)

    def undo(self) -> None:
        """Take the last change back."""
        self._walk(self.stack.undo)

    def redo(self) -> None:
        """Make it again."""
        self._walk(self.stack.redo)

    def begin_anew(self) -> None:
        """Forget all changes, as after a file was opened."""
        self.stack.clear()
        self._last = self._model.setup

    def _walk(self, go: Callable[[], None]) -> None:
        self._is_walking = True
        try:
            go()
        finally:
            self._is_walking = False
            self._last = self._model.setup

    def _on_setup_changed(self) -> None:
        if self._is_walking:
            return
        before, self._last = self._last, self._model.setup
        change = _Change(self._model, before, self._last, self._clock(), self.tr("change"))
        # Pushing runs `redo`, which finds the model there already.
        self.stack.push(change)

    def _action(self, text: str, tip: str, handler: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setToolTip(plain(tip))
        action.setStatusTip(plain(tip))
        action.setWhatsThis(plain(tip))
        action.triggered.connect(lambda _=False: handler())
        return action


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
