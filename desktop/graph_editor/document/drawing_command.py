"""One step of the undo history: the drawing before and the drawing after."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from desktop.foundation.undo_stack import UndoCommand
from engine.graph.drawing import Drawing

# UndoStack offers commands with an equal id for merging; the keys then decide.
_MERGEABLE = 1


class ChangeKind(Enum):
    """How a drawing came to be shown.

    The scene glides to an arrangement, and a load resets it. Entering a group or going out shows
    another part of the same drawing; it is no step of the history.
    """

    EDIT = "edit"
    ARRANGEMENT = "arrangement"
    LOAD = "load"
    PLACE = "place"


class DrawingCommand(UndoCommand):
    """Goes from one drawing to another and back.

    A drawing is an immutable value whose versions share all that did not change. So a step holds
    both values, undo is exact by construction, and no step needs an inverse of its own that could
    be wrong. No graphics item is ever held here.
    """

    def __init__(
        self,
        text: str,
        before: Drawing,
        after: Drawing,
        show: Callable[[Drawing, ChangeKind], None],
        *,
        kind: ChangeKind = ChangeKind.EDIT,
        merge_key: object | None = None,
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._show = show
        self._kind = kind
        self._merge_key = merge_key
        self._is_open = merge_key is not None

    @property
    def merge_key(self) -> object | None:
        """The gesture that it belongs to, or None once the gesture is over."""
        return self._merge_key if self._is_open else None

    def id(self) -> int:
        """Return an id that lets open steps of gestures merge."""
        return _MERGEABLE if self._merge_key is not None else -1

    def mergeWith(self, other: UndoCommand) -> bool:
        """Take the later step of the same gesture into this one."""
        if not isinstance(other, DrawingCommand) or self.merge_key is None:
            return False
        if other._merge_key != self._merge_key:
            return False
        self._after = other._after
        # A gesture that ends where it began leaves no step behind.
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Show the drawing after the edit."""
        self._show(self._after, self._kind)

    def undo(self) -> None:
        """Show the drawing before the edit; a gesture that was undone takes no more steps."""
        self._is_open = False
        self._show(self._before, self._kind)
