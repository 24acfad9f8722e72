"""What a change of a document did, and how it came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.drawing.drawing import Drawing


class ChangeKind(Enum):
    """How a drawing came to be shown.

    The scene glides to an arrangement, and a load resets it. Entering a group or going out shows
    another part of the same drawing; it is no step of the history.
    """

    EDIT = "edit"
    ARRANGEMENT = "arrangement"
    LOAD = "load"
    PLACE = "place"


@dataclass(frozen=True)
class DocumentChange:
    """What a change did: the drawing before and after, and how it came."""

    before: Drawing
    after: Drawing
    kind: ChangeKind = ChangeKind.EDIT

    @property
    def makes_room(self) -> bool:
        """Whether nodes went aside for one that came, or back when it went."""
        before, after = self.before, self.after
        if before.graph is after.graph or before.positions is after.positions:
            return False
        return any(
            before.positions.get(node, place) != place for node, place in after.positions.items()
        )
