"""Moving a frame: its title bar takes all its members along."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer
from engine.graph.drawing import Point
from engine.graph.model import NodeId


class FrameGesture(Gesture):
    """Selects a frame's members on press, with Shift added to the selection, and moves them.

    While it lasts only the items move; the document gets one step at the end.
    """

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, start: Pointer, members: frozenset[NodeId]) -> None:
        super().__init__(canvas, start)
        self._selected_before = canvas.selected_nodes()
        positions = canvas.document.shown.drawing.positions
        self._origins = {node_id: positions.get(node_id, (0.0, 0.0)) for node_id in members}
        self._is_dragging = False
        adds = start.holds(Qt.KeyboardModifier.ShiftModifier)
        canvas.select((self._selected_before if adds else frozenset()) | members)

    def move(self, pointer: Pointer) -> None:
        """Show the members where the hand is."""
        self._is_dragging = self._is_dragging or pointer.is_dragged_from(self.start)
        if self._is_dragging:
            self.canvas.preview_move(self._places(pointer))

    def finish(self, pointer: Pointer) -> None:
        """Make one step of it; a mere click has selected the members."""
        if not self._is_dragging:
            return
        document = self.canvas.document
        document.move(self._places(pointer))
        positions = document.shown.drawing.positions
        # A drag back to the start is no edit, but leaves the items where the hand let go.
        self.canvas.preview_move({node_id: positions[node_id] for node_id in self._origins})

    def cancel(self) -> None:
        """Put everything back."""
        self.canvas.preview_move(self._origins)
        self.canvas.select(self._selected_before)

    def _places(self, pointer: Pointer) -> dict[NodeId, Point]:
        way = pointer.scene - self.start.scene
        dx, dy = round(way.x()), round(way.y())
        return {node_id: (x + dx, y + dy) for node_id, (x, y) in self._origins.items()}
