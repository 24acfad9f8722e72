"""What every mouse gesture is, and what the canvas offers to gestures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.graph_editor.document import Document
from desktop.graph_editor.hit_testing import HitTesting, Port
from desktop.graph_editor.items.wire_item import WireLook
from engine.graph.drawing import Point
from engine.graph.model import InputPort, NodeId

# A hand trembles: a shorter way than this is a click, not a drag.
DRAG_DISTANCE_PX = 4.0


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is, copied out of its event, which does not outlive its handler.

    Attributes:
        scene: Place in the scene.
        view: Place in the viewport, in device-independent pixels.
        modifiers: Keys held.
    """

    scene: QPointF
    view: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    def holds(self, modifier: Qt.KeyboardModifier) -> bool:
        """Tell whether a modifier key is held."""
        return bool(self.modifiers & modifier)

    def is_dragged_from(self, start: Pointer) -> bool:
        """Tell whether the mouse has left the place of the press."""
        way = self.view - start.view
        return abs(way.x()) + abs(way.y()) >= DRAG_DISTANCE_PX


class Canvas(Protocol):
    """What a gesture may ask of the canvas; gestures know neither the scene nor the view."""

    @property
    def document(self) -> Document:
        """The document that edits go to."""
        ...

    @property
    def hits(self) -> HitTesting:
        """What lies where."""
        ...

    def selected_nodes(self) -> frozenset[NodeId]:
        """Return the selected nodes."""
        ...

    def select(self, ids: Iterable[NodeId], wires: Iterable[InputPort] = ()) -> None:
        """Select these and nothing else."""
        ...

    def preview_move(self, places: Mapping[NodeId, Point]) -> None:
        """Show nodes elsewhere without an edit."""
        ...

    def set_candidates(
        self, ports: frozenset[Port] | None, origin: NodeId | None, hidden: InputPort | None
    ) -> None:
        """Light what a loose wire fits; None ends it."""
        ...

    def set_insertion(self, wire: InputPort | None) -> None:
        """Light the wire that a node would go into."""
        ...

    def show_loose_wire(self, start: QPointF, end: QPointF, look: WireLook) -> None:
        """Draw the wire in the hand."""
        ...

    def hide_loose_wire(self) -> None:
        """Take the wire in the hand away."""
        ...

    def show_band(self, area: QRectF | None) -> None:
        """Draw the rubber band, or take it away."""
        ...

    def show_hint(self, text: str, is_refusal: bool = False) -> None:
        """Write a sentence beside the pointer; an empty one takes it away."""
        ...

    def refuse(self, sentence: str) -> None:
        """Tell the user why something was not done."""
        ...

    def open_search(
        self, place: QPointF, *, feed: NodeId | None = None, into: InputPort | None = None
    ) -> None:
        """Offer the operations that fit a loose wire, at a place in the scene."""
        ...

    def edit_value(self, node_id: NodeId) -> None:
        """Let the value of a source be typed."""
        ...

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move what is seen by device-independent pixels."""
        ...


class Gesture:
    """One mouse gesture from press to release. Finishing makes at most one undo step."""

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        self.canvas = canvas
        self.start = start
        # What the steps of one gesture are merged by. Not the gesture itself: the undo history
        # would keep it, and with it the canvas.
        self.step_key = object()

    def move(self, pointer: Pointer) -> None:
        """Follow the mouse."""

    def finish(self, pointer: Pointer) -> None:
        """End where the mouse was released."""

    def cancel(self) -> None:
        """End as if nothing had been done."""
