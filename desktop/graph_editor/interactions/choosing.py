"""Which gesture a press begins, by what lies under it: ports, values, cards, wires, nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.graph_editor.interactions.drag_wire import WireGesture
from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer
from desktop.graph_editor.interactions.move_nodes import MoveGesture
from desktop.graph_editor.interactions.rubber_band import BandGesture
from desktop.graph_editor.interactions.scrub_value import ScrubGesture
from desktop.graph_editor.interactions.select_wire import WireSelectGesture
from engine.graph.model import NodeId


def gesture_at(canvas: Canvas, pointer: Pointer) -> Gesture:
    """Return the gesture that a press of the left button begins."""
    port = canvas.hits.port_at(pointer.scene)
    if port is not None:
        return WireGesture(canvas, pointer, port)
    node_id = canvas.hits.node_at(pointer.scene)
    if node_id is not None:
        if _is_scrub(canvas, pointer, node_id):
            return ScrubGesture(canvas, pointer, node_id)
        return MoveGesture(canvas, pointer, node_id)
    wire = canvas.hits.wire_at(pointer.scene)
    if wire is not None:
        if canvas.hits.is_at_end(wire, pointer.scene):
            return WireGesture(canvas, pointer, wire)
        return WireSelectGesture(canvas, pointer, wire)
    return BandGesture(canvas, pointer)


def cursor_at(canvas: Canvas, pointer: Pointer) -> Qt.CursorShape:
    """Return the cursor that says what a press would begin."""
    if canvas.hits.port_at(pointer.scene) is not None:
        return Qt.CursorShape.CrossCursor
    node_id = canvas.hits.node_at(pointer.scene)
    if node_id is not None:
        if _is_scrub(canvas, pointer, node_id):
            value = canvas.document.graph.nodes[node_id].value
            is_number = value is not None and value.ndim == 0
            return Qt.CursorShape.SizeHorCursor if is_number else Qt.CursorShape.IBeamCursor
        return Qt.CursorShape.OpenHandCursor
    if canvas.hits.wire_at(pointer.scene) is not None:
        return Qt.CursorShape.PointingHandCursor
    return Qt.CursorShape.ArrowCursor


def _is_scrub(canvas: Canvas, pointer: Pointer, node_id: NodeId) -> bool:
    # With a modifier held the hand is selecting or copying, wherever on the card it is.
    is_plain = pointer.modifiers == Qt.KeyboardModifier.NoModifier
    return is_plain and canvas.hits.is_on_value(node_id, pointer.scene)
