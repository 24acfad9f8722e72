"""Which gesture a press begins, by what lies under it: ports, values, cards, wires, nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.graph_editor.gestures.empty_canvas import BandGesture
from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from desktop.graph_editor.gestures.moving import FrameGesture, MoveGesture
from desktop.graph_editor.gestures.number_gestures import NumberGesture, ScrubGesture
from desktop.graph_editor.gestures.wires import CutGesture, WireGesture, WireSelectGesture
from engine.explanation.number_arithmetic import NumberPlace
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
    number = _number_at(canvas, pointer)
    if number is not None:
        return NumberGesture(canvas, pointer, number, _gesture_behind)
    return _gesture_behind(canvas, pointer)


def _gesture_behind(canvas: Canvas, pointer: Pointer) -> Gesture:
    """Return the gesture that begins between the cards: on a wire, or on nothing."""
    wire = canvas.hits.wire_at(pointer.scene)
    if wire is not None:
        if canvas.hits.is_at_end(wire, pointer.scene):
            return WireGesture(canvas, pointer, wire)
        return WireSelectGesture(canvas, pointer, wire)
    members = canvas.frame_at(pointer.scene)
    if members:
        return FrameGesture(canvas, pointer, members)
    if _is_cut(pointer):
        return CutGesture(canvas, pointer)
    return BandGesture(canvas, pointer)


def cursor_at(canvas: Canvas, pointer: Pointer) -> Qt.CursorShape:
    """Return the cursor that says what a press would begin."""
    if canvas.hits.port_at(pointer.scene) is not None:
        return Qt.CursorShape.CrossCursor
    node_id = canvas.hits.node_at(pointer.scene)
    if node_id is not None:
        if _is_scrub(canvas, pointer, node_id):
            value = canvas.document.shown.graph.nodes[node_id].value
            is_number = value is not None and value.ndim == 0
            return Qt.CursorShape.SizeHorCursor if is_number else Qt.CursorShape.IBeamCursor
        return Qt.CursorShape.OpenHandCursor
    return _cursor_between(canvas, pointer)


def _cursor_between(canvas: Canvas, pointer: Pointer) -> Qt.CursorShape:
    """Return the cursor for what lies between the cards: numbers, wires, frames, nothing."""
    if _number_at(canvas, pointer) is not None:
        return Qt.CursorShape.WhatsThisCursor
    if canvas.hits.wire_at(pointer.scene) is not None:
        return Qt.CursorShape.PointingHandCursor
    if canvas.frame_at(pointer.scene):
        return Qt.CursorShape.OpenHandCursor
    return Qt.CursorShape.ArrowCursor


def _number_at(canvas: Canvas, pointer: Pointer) -> NumberPlace | None:
    # With a modifier held the hand is selecting or cutting, and numbers are in its way.
    is_plain = pointer.modifiers == Qt.KeyboardModifier.NoModifier
    return canvas.number_at(pointer.scene) if is_plain else None


def _is_cut(pointer: Pointer) -> bool:
    # Ctrl alone takes the knife; with Shift as well it is a band that turns the selection round.
    return pointer.holds(Qt.KeyboardModifier.ControlModifier) and not pointer.holds(
        Qt.KeyboardModifier.ShiftModifier
    )


def _is_scrub(canvas: Canvas, pointer: Pointer, node_id: NodeId) -> bool:
    # With a modifier held the hand is selecting or copying, wherever on the card it is.
    is_plain = pointer.modifiers == Qt.KeyboardModifier.NoModifier
    value = canvas.document.graph.nodes[node_id].value
    # A matrix fills its card: one takes hold of it there, and a double-click opens its table.
    is_line = value is not None and value.ndim < 2
    is_value = is_line and canvas.hits.is_on_value(node_id, pointer.scene)
    return is_plain and is_value and canvas.document.shown.is_editable(node_id)
