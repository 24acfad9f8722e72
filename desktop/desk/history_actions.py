"""The actions that undo and redo, for a page's Edit menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.desk.history import History
from desktop.foundation.page_action import page_action


class HistoryActions(QObject):
    """Undo and redo: named after the steps they are about, and enabled while there are such.

    Attributes:
        undo: Takes the last step back.
        redo: Makes the step again that was undone last.
    """

    def __init__(
        self, history: History[Any], owner: QObject, undo: tuple[str, str], redo: tuple[str, str]
    ) -> None:
        """Make the actions, each from a text, behind which its step is named, and a tip."""
        super().__init__(owner)
        self._history = history
        self._texts = undo[0], redo[0]
        self._is_offered = True
        self.undo = page_action(owner, undo[0], undo[1], history.undo)
        self.redo = page_action(owner, redo[0], redo[1], history.redo)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        # Platforms differ in the key that redoes; both of theirs do so on all.
        keys = (QKeySequence.StandardKey.Redo, "Ctrl+Shift+Z", "Ctrl+Y")
        self.redo.setShortcuts(list(dict.fromkeys(QKeySequence(key) for key in keys)))
        history.changed.connect(self._show)
        self._show()

    @property
    def both(self) -> list[QAction]:
        """The entries of the Edit menu."""
        return [self.undo, self.redo]

    def set_offered(self, is_offered: bool) -> None:
        """Let nothing be undone or redone while what would change is out of sight."""
        self._is_offered = is_offered
        self._show()

    def _show(self) -> None:
        steps = self._history.steps
        for action, text, step in zip(
            self.both, self._texts, (steps.last, steps.next), strict=True
        ):
            action.setEnabled(self._is_offered and step is not None)
            action.setText(f"{text} {step.text if step is not None else ''}".strip())
