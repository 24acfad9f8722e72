"""Where a new node finds room: beside the cards that stand there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from engine.drawing.drawing import Drawing, Point
from engine.graph.model import Graph, InputPort, NodeId

# Between cards: room for the numbers on a wire sideways, for a caption below.
BESIDE, _BELOW = 90.0, 44.0
_NEAR = 8.0
_SAME_COLUMN = 0.5


def free_place(
    place: QPointF, card: QRectF, taken: Iterable[QRectF], *, goes_down: bool
) -> QPointF:
    """Return the place for a card, or the nearest below or right of it that nothing covers.

    Args:
        place: Where its centre is wanted.
        card: The card with its centre at (0, 0).
        taken: The cards that stand there.
        goes_down: Whether it looks for room below and not to the right: sources stand in a
            column, and gates in a row, since values run from left to right.
    """
    room = card.translated(place).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    cards = list(taken)
    while (hit := next((other for other in cards if other.intersects(room)), None)) is not None:
        if goes_down:
            room.moveTop(hit.bottom() + _BELOW)
        else:
            room.moveLeft(hit.right() + BESIDE)
    return room.center()


def room_in_wire(
    drawing: Drawing, wire: InputPort, card: QRectF, cards: Mapping[NodeId, QRectF]
) -> tuple[float, dict[NodeId, Point]]:
    """Return how far a gate and what lies behind it go aside so that the numbers have room.

    In a wire that is long enough only the gate moves. In a shorter one the columns from the
    wire's end on move to the right together, so that nothing there comes to overlap.

    Args:
        drawing: The drawing as it stands.
        wire: The wire that the gate is put into.
        card: The gate's card where the hand has put it.
        cards: All cards that stand there.

    Returns:
        The gate's way along x, and the new places of the others.
    """
    graph = drawing.graph
    source, target = cards[graph.wires[wire]], cards[wire.node]
    # A wire that leads back to the left has no room between its ends that could be widened.
    if target.left() <= source.left():
        return 0.0, {}
    left = min(card.left(), target.left() - BESIDE - card.width())
    left = max(left, source.right() + BESIDE)
    way = ceil(left + card.width() + BESIDE - target.left())
    if way <= 0:
        return left - card.left(), {}
    moved = {}
    for node in _joined_to(graph, wire.node):
        if cards[node].left() >= target.left() - _SAME_COLUMN:
            x, y = drawing.positions.get(node, (0.0, 0.0))
            moved[node] = (x + way, y)
    return left - card.left(), moved


def _joined_to(graph: Graph, node: NodeId) -> set[NodeId]:
    """Return all nodes that wires join to one, over however many others."""
    beside: dict[NodeId, list[NodeId]] = {}
    for port, source in graph.wires.items():
        beside.setdefault(port.node, []).append(source)
        beside.setdefault(source, []).append(port.node)
    found, waiting = {node}, [node]
    while waiting:
        for other in beside.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
