"""Walking over the graph by keys: along the wires sideways, to the nearest node up and down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from engine.graph.drawing import Drawing, Point
from engine.graph.model import NodeId

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def neighbour(drawing: Drawing, node_id: NodeId, key: Qt.Key) -> NodeId | None:
    """Return the node that an arrow key leads to, or None where there is none.

    Left goes to a node that feeds this one, right to one that it feeds: of several the nearest in
    height. Without wires, and for up and down, it is the nearest node in that direction.
    """
    graph = drawing.graph
    linked: Iterable[NodeId] = ()
    if key == Qt.Key.Key_Left:
        linked = (end for end in graph.inputs_of(node_id) if end is not None)
    elif key == Qt.Key.Key_Right:
        linked = (port.node for port in graph.consumers(node_id))
    here = _place(drawing, node_id)
    found = min(linked, key=lambda other: abs(_place(drawing, other)[1] - here[1]), default=None)
    return found if found is not None else _nearest(drawing, node_id, key)


def first_node(drawing: Drawing) -> NodeId | None:
    """Return the node where walking begins: the topmost of the leftmost."""
    return min(drawing.graph.nodes, key=lambda node: _place(drawing, node), default=None)


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
