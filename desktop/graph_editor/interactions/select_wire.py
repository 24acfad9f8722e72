"""Selecting wires by a click, for deleting them; a drag from a wire pulls its nearer end off."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.graph_editor.interactions.drag_wire import WireGesture
from desktop.graph_editor.interactions.gesture import Canvas, Pointer
from engine.graph.model import InputPort, NodeId


class WireSelectGesture(WireGesture):
    """Selects a wire on press; dragged, it behaves as if its nearer end had been taken.

    With Shift the wire joins what is selected, with Ctrl it joins or leaves it.
    """

    def __init__(self, canvas: Canvas, start: Pointer, wire: InputPort) -> None:
        by_start = canvas.hits.is_nearer_start(wire, start.scene)
        super().__init__(canvas, start, wire, by_start=by_start)
        self._wires = frozenset({wire})
        self._nodes: frozenset[NodeId] = frozenset()
        before = canvas.selected_wires()
        if start.holds(Qt.KeyboardModifier.ControlModifier):
            self._nodes, self._wires = canvas.selected_nodes(), before ^ self._wires
        elif start.holds(Qt.KeyboardModifier.ShiftModifier):
            self._nodes, self._wires = canvas.selected_nodes(), before | self._wires
        canvas.select(self._nodes, self._wires)

    def _click(self) -> None:
        self.canvas.select(self._nodes, self._wires)
