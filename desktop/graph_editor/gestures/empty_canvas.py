"""What a press on nothing does: it selects by area, or moves the canvas.

Shift adds to what is selected, Ctrl turns it round.
A press with Ctrl alone takes the knife, so turning round begins with Shift and Ctrl, or with
nothing held and Ctrl held later.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from engine.graph.model import NodeId


class BandGesture(Gesture):
    """Draws a rubber band; what its rectangle touches is selected as it grows."""

    pans_at_edges = True

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        super().__init__(canvas, start)
        self._before = canvas.selected_nodes()
        self._is_dragging = False

    def move(self, pointer: Pointer) -> None:
        """Grow the band and select what it touches."""
        self._is_dragging = self._is_dragging or pointer.is_dragged_from(self.start)
        if not self._is_dragging:
            return
        area = QRectF(self.start.scene, pointer.scene).normalized()
        self.canvas.overlay.show_band(area)
        self.canvas.select(self._combined(self.canvas.hits.nodes_in(area), pointer))

    def finish(self, pointer: Pointer) -> None:
        """Keep the selection; a plain click on nothing clears it."""
        self.canvas.overlay.hide_band()
        if not self._is_dragging and not self._keeps_selection(pointer):
            self.canvas.select(())

    def cancel(self) -> None:
        """Select what was selected before."""
        self.canvas.overlay.hide_band()
        self.canvas.select(self._before)

    def _combined(self, touched: frozenset[NodeId], pointer: Pointer) -> frozenset[NodeId]:
        if pointer.holds(Qt.KeyboardModifier.ControlModifier):
            return self._before ^ touched
        if pointer.holds(Qt.KeyboardModifier.ShiftModifier):
            return self._before | touched
        return touched

    @staticmethod
    def _keeps_selection(pointer: Pointer) -> bool:
        return pointer.holds(Qt.KeyboardModifier.ControlModifier) or pointer.holds(
            Qt.KeyboardModifier.ShiftModifier
        )


class PanGesture(Gesture):
    """Moves what is seen, by the middle button or with Space held."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        super().__init__(canvas, start)
        self._last = start.view
        self.has_moved = False

    def move(self, pointer: Pointer) -> None:
        """Scroll by the way since the last move."""
        way = pointer.view - self._last
        self._last = pointer.view
        self.has_moved = self.has_moved or pointer.is_dragged_from(self.start)
        self.canvas.scroll_by(way.x(), way.y())
