"""Selecting a wire by a click, for deleting it; a drag from it pulls its end off."""

from __future__ import annotations

from desktop.graph_editor.interactions.drag_wire import WireGesture
from desktop.graph_editor.interactions.gesture import Canvas, Pointer
from engine.graph.model import InputPort


class WireSelectGesture(WireGesture):
    """Selects a wire on press; dragged, it behaves as if its end had been taken."""

    def __init__(self, canvas: Canvas, start: Pointer, wire: InputPort) -> None:
        super().__init__(canvas, start, wire)
        canvas.select((), (wire,))
