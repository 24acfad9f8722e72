"""Panning: the canvas follows the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer


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
