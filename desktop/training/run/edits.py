"""Edits of a training: every change of the setup or the weights is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.undo_stack import UndoCommand, UndoStack
from desktop.training.run.session import TrainingSession
from desktop.training.run.setup_words import change_text, changed_names
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup

# Qt offers commands with an equal id for merging; the keys then decide.
_ID = 1
_MOST = 200


class TrainingEdits(QObject):
    """Carries out edits of a session, undoes and redoes them.

    Signals:
        refused(error: EngineError): An edit was impossible, and nothing was changed.
        started_anew(): An edit made another network, so that a training begun was given up.
    """

    refused = Signal(object)
    started_anew = Signal()

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stack = UndoStack(self)
        self.stack.setUndoLimit(_MOST)
        self._actions: tuple[QAction, ...] = ()
        self._is_seen = True

    def make_actions(self, owner: QWidget) -> tuple[QAction, QAction]:
        """Return the actions that undo and redo, for the Edit menu."""
        actions = (
            self.stack.createUndoAction(owner, QCoreApplication.translate("TrainingEdits", "Undo")),
            self.stack.createRedoAction(owner, QCoreApplication.translate("TrainingEdits", "Redo")),
        )
        tips = (
            QCoreApplication.translate("TrainingEdits", "Take back the last change of the setup"),
            QCoreApplication.translate("TrainingEdits", "Make it again"),
        )
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        for action, tip, key in zip(actions, tips, keys, strict=True):
            action.setShortcut(QKeySequence(key))
            action.setToolTip(plain(tip))
            action.setStatusTip(plain(tip))
            action.setWhatsThis(plain(tip))
        self._actions = actions
        # Connected after the actions' own connections, so that this has the last word.
        self.stack.canUndoChanged.connect(lambda _: self._enable_actions())
        self.stack.canRedoChanged.connect(lambda _: self._enable_actions())
        return actions

    def show_seen(self, is_seen: bool) -> None:
        """Let nothing be undone or redone while what would change is out of sight."""
        self._is_seen = is_seen
        self._enable_actions()

    def _enable_actions(self) -> None:
        possible = self.stack.canUndo(), self.stack.canRedo()
        for action, can in zip(self._actions, possible, strict=False):
            action.setEnabled(self._is_seen and can)

    def edit_setup(self, setup: TrainingSetup, *, merge_key: str = "") -> bool:
        """Take another setup; return whether that was possible.

        Args:
            setup: The setup wanted.
            merge_key: Edits in a row with the same key, such as those of one slider, are one step.
        """
        before = self._session.setup
        if setup == before:
            return True
        return self._do(
            _Edit(
                change_text(before.run, setup.run)
                or QCoreApplication.translate("TrainingEdits", "stop when …"),
                merge_key,
                lambda: self._take(before),
                lambda: self._take(setup),
            )
        )

    def edit_run(self, **changes: object) -> bool:
        """Change some of the run's choices, one after the other in a row being one step.

        Returns:
            Whether that was possible; if not, `refused` says why.
        """
        try:
            setup = self._session.setup.changed(**changes)
        except EngineError as error:
            self.refused.emit(error)
            return False
        names = changed_names(self._session.run, setup.run)
        return self.edit_setup(setup, merge_key=",".join(names))

    def begin_with(self, run: TrainingRun) -> None:
        """Take another run, and train from its initial weights."""
        if self.edit_setup(replace(self._session.setup, run=run)):
            self._session.reset()

    def edit_weights(self, parameters: Array, *, merge_key: str = "") -> bool:
        """Put other weights into the network shown; return whether that was possible."""
        before = self._session.record.parameters
        return self._do(
            _Edit(
                QCoreApplication.translate("TrainingEdits", "weights"),
                merge_key,
                lambda: self._put(before),
                lambda: self._put(parameters),
            )
        )

    def _do(self, edit: _Edit) -> bool:
        try:
            edit.carry_out()
        except EngineError as error:
            self.refused.emit(error)
            return False
        self.stack.push(edit)
        return True

    def _take(self, setup: TrainingSetup) -> None:
        trained = self._session.history.last.step > 0
        if not self._session.set_setup(setup) and trained:
            self.started_anew.emit()

    def _put(self, parameters: Array) -> None:
        if len(parameters) == len(self._session.record.parameters):
            self._session.set_parameters(parameters)


class _Edit(UndoCommand):
    """One edit, carried out before it is pushed, so that an impossible one is never there."""

    def __init__(
        self, text: str, key: str, back: Callable[[], None], again: Callable[[], None]
    ) -> None:
        super().__init__(text)
        self._key, self._back, self._again = key, back, again
        self._is_done = False

    def carry_out(self) -> None:
        """Do it for the first time."""
        self._again()
        self._is_done = True

    def id(self) -> int:
        """Let Qt ask `mergeWith`."""
        return _ID if self._key else -1

    def mergeWith(self, other: UndoCommand) -> bool:
        """Take over a later edit of the same thing."""
        if not isinstance(other, _Edit) or other._key != self._key:
            return False
        self._again = other._again
        self.setText(other.text())
        return True

    def undo(self) -> None:
        """Bring back what was."""
        self._back()

    def redo(self) -> None:
        """Do it again, but not right after it was carried out."""
        if self._is_done:
            self._is_done = False
        else:
            self._again()
