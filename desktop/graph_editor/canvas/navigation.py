"""Walking over the graph by keys: along the wires sideways, up and down to the wires beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from engine.drawing.drawing import Drawing, Point
from engine.graph.model import InputPort, NodeId

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


@dataclass(frozen=True)
class _Step:
    """The step taken last: to which node, along which wire, which way."""

    node: NodeId
    wire: InputPort
    key: Qt.Key


class WireWalk:
    """Remembers the wire that was walked along, so that up and down choose the one beside it.

    Left goes to a node that feeds this one, right to one that it feeds: of several the nearest in
    height, and straight back to where one came from. Then up and down choose among the wires that
    begin or end where that one did. Where there is no such wire they go to the nearest node in
    that direction, as do left and right where there is no wire at all.
    """

    def __init__(self) -> None:
        self._last: _Step | None = None

    def step(self, drawing: Drawing, node_id: NodeId, key: Qt.Key) -> NodeId | None:
        """Return the node that an arrow key leads to, or None where there is none."""
        last = self._last
        if last is not None and (last.node != node_id or last.wire not in drawing.graph.wires):
            last = None
        step = self._along(drawing, node_id, key, last)
        self._last = step
        return step.node if step is not None else _nearest(drawing, node_id, key)

    def _along(
        self, drawing: Drawing, node_id: NodeId, key: Qt.Key, last: _Step | None
    ) -> _Step | None:
        if key not in _SIDEWAYS:
            return None if last is None else _beside(drawing, last, key)
        if last is not None and key != last.key:
            # Back along the same wire, wherever else it branches.
            return _Step(_far_end(drawing, last.wire, key), last.wire, key)
        wires = wires_into(drawing, node_id)
        if key == Qt.Key.Key_Right:
            wires = wires_out_of(drawing, node_id)
        here = _place(drawing, node_id)[1]
        wire = min(
            wires,
            key=lambda port: abs(_place(drawing, _far_end(drawing, port, key))[1] - here),
            default=None,
        )
        return None if wire is None else _Step(_far_end(drawing, wire, key), wire, key)


def first_node(drawing: Drawing) -> NodeId | None:
    """Return the node where walking begins: the topmost of the leftmost."""
    return min(drawing.graph.nodes, key=lambda node: _place(drawing, node), default=None)


def farthest(drawing: Drawing, ids: Iterable[NodeId], key: Qt.Key) -> NodeId:
    """Return which of some nodes lies farthest in the direction of an arrow key."""
    return max(ids, key=lambda node: _ways((0.0, 0.0), _place(drawing, node), key)[0])


def wires_into(drawing: Drawing, node_id: NodeId) -> list[InputPort]:
    """Return the wires that end at a node, from its first port to its last."""
    ports = [port for port in drawing.graph.wires if port.node == node_id]
    return sorted(ports, key=lambda port: port.index)


def wires_out_of(drawing: Drawing, node_id: NodeId) -> list[InputPort]:
    """Return the wires that begin at a node, from the topmost end to the lowest."""
    ports = drawing.graph.consumers(node_id)
    return sorted(ports, key=lambda port: (_place(drawing, port.node)[1], port.index))


def wire_beside(drawing: Drawing, wire: InputPort, key: Qt.Key) -> InputPort:
    """Return the wire above or below one that ends at the same gate, or else begins with it."""
    group = wires_into(drawing, wire.node)
    if len(group) == 1:
        group = wires_out_of(drawing, drawing.graph.wires[wire])
    return _next_in(group, wire, key) or wire


def _beside(drawing: Drawing, last: _Step, key: Qt.Key) -> _Step | None:
    if last.key == Qt.Key.Key_Left:
        group = wires_into(drawing, last.wire.node)
    else:
        group = wires_out_of(drawing, drawing.graph.wires[last.wire])
    wire = _next_in(group, last.wire, key)
    return None if wire is None else _Step(_far_end(drawing, wire, last.key), wire, last.key)


def _next_in(group: Sequence[InputPort], wire: InputPort, key: Qt.Key) -> InputPort | None:
    index = group.index(wire) + (1 if key == Qt.Key.Key_Down else -1)
    return group[index] if 0 <= index < len(group) else None


def _far_end(drawing: Drawing, wire: InputPort, key: Qt.Key) -> NodeId:
    return drawing.graph.wires[wire] if key == Qt.Key.Key_Left else wire.node


def _nearest(drawing: Drawing, node_id: NodeId, key: Qt.Key) -> NodeId | None:
    here = _place(drawing, node_id)
    best: NodeId | None = None
    least = float("inf")
    for other in drawing.graph.nodes:
        along, across = _ways(here, _place(drawing, other), key)
        if other == node_id or along <= 0:
            continue
        # A node straight ahead is nearer to the eye than one aside.
        cost = along + 2 * abs(across)
        if cost < least:
            best, least = other, cost
    return best


def _ways(here: Point, there: Point, key: Qt.Key) -> Point:
    dx, dy = there[0] - here[0], there[1] - here[1]
    ways = {
        Qt.Key.Key_Left: (-dx, dy),
        Qt.Key.Key_Right: (dx, dy),
        Qt.Key.Key_Up: (-dy, dx),
        Qt.Key.Key_Down: (dy, dx),
    }
    return ways[key]


def _place(drawing: Drawing, node_id: NodeId) -> Point:
    return drawing.positions.get(node_id, (0.0, 0.0))
