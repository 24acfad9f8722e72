"""What every mouse gesture is, and what the canvas offers to gestures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.gestures.overlay import CanvasOverlay
from desktop.graph_editor.scene.hit_testing import HitTesting, Port
from engine.drawing.drawing import Point
from engine.explanation.number_arithmetic import NumberPlace
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

    @property
    def overlay(self) -> CanvasOverlay:
        """What is drawn over the drawing while a hand works."""
        ...

    @property
    def snaps(self) -> bool:
        """Whether dragged nodes snap to their neighbours."""
        ...

    def selected_nodes(self) -> frozenset[NodeId]:
        """Return the selected nodes."""
        ...

    def selected_wires(self) -> frozenset[InputPort]:
        """Return the selected wires, each by its input port."""
        ...

    def frame_at(self, point: QPointF) -> frozenset[NodeId]:
        """Return the members of the frame whose title bar holds a point; none without one."""
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

    def set_cut(self, wires: frozenset[InputPort]) -> None:
        """Mark the wires that the knife would cut."""
        ...

    def show_hint(self, text: str, is_refusal: bool = False, *, at: QRectF | None = None) -> None:
        """Write a sentence beside the pointer, or an area; an empty one takes it away."""
        ...

    def refuse(self, sentence: str) -> None:
        """Tell the user why something was not done."""
        ...

    def open_search(
        self, place: QPointF, *, feed: NodeId | None = None, into: InputPort | None = None
    ) -> None:
        """Offer the operations that fit a loose wire, at a place in the scene."""
        ...

    def number_at(self, point: QPointF) -> NumberPlace | None:
        """Return the value or gradient written at a place in the scene."""
        ...

    def open_number(self, number: NumberPlace) -> None:
        """Show how a number comes about."""
        ...

    def edit_value(self, node_id: NodeId) -> None:
        """Let the value of a source be typed."""
        ...

    def reveal(self, node_id: NodeId) -> None:
        """Scroll as little as brings a node into view."""
        ...

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move what is seen by device-independent pixels."""
        ...


class Gesture:
    """One mouse gesture from press to release. Finishing makes at most one undo step.

    Attributes:
        cursor: The shape of the cursor while it lasts, or None to leave it as it was.
        is_led_by_keys: Whether keys lead it and the mouse does not.
        ends_on_press: Whether no button is held meanwhile, so that a press ends it, as does
            whatever else is asked for.
        pans_at_edges: Whether the canvas moves on while the hand is at its edge.
    """

    cursor: Qt.CursorShape | None = None
    is_led_by_keys = False
    ends_on_press = False
    pans_at_edges = False

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

    def press_key(self, key: Qt.Key) -> bool:
        """Answer a key while it lasts; return whether it was one of its own."""
        return False
