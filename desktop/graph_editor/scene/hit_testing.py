"""What lies under the pointer: ports before cards, cards before wires."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop.graph_editor.items.node_face import PORT_RADIUS
from desktop.graph_editor.scene.canvas_items import CanvasItems
from engine.graph.model import InputPort, NodeId

# A hand hits 10 device px in each direction, at any zoom.
_PORT_REACH_PX = 10.0
# The last stretch of a wire before its port pulls the wire's end off.
_END_REACH = 30.0


@dataclass(frozen=True, slots=True)
class OutputPort:
    """The output of a node."""

    node: NodeId


Port = InputPort | OutputPort


class HitTesting:
    """Finds nodes, ports and wires by place, the topmost first.

    Asking the scene would call back into Python for every item's rectangle and know nothing of
    ports; walking over the same items here is faster and decides in one place.

    Attributes:
        scale: Device pixels to a scene pixel, so that targets keep their size for the hand.
    """

    def __init__(self, items: CanvasItems) -> None:
        self._items = items
        self.scale = 1.0

    def node_at(self, point: QPointF) -> NodeId | None:
        """Return the topmost node whose card holds a point."""
        for node_id, item in reversed(self._items.nodes.items()):
            if item.face.card.contains(point - item.pos()):
                return node_id
        return None

    def port_at(self, point: QPointF) -> Port | None:
        """Return the port that a press at a point takes hold of."""
        found = self.port_near(point, max(PORT_RADIUS + 3, _PORT_REACH_PX / self.scale))
        if found is None:
            return None
        # Zoomed out, the reach of a port would cover its card, which must stay to be dragged.
        node_id = self.node_at(point)
        if node_id is not None:
            card = self._items.card(node_id)
            inset = min(PORT_RADIUS + 4, card.width() / 4)
            if card.adjusted(inset, 0, -inset, 0).contains(point):
                return None
        return found

    def port_near(
        self, point: QPointF, reach: float, among: Iterable[Port] | None = None
    ) -> Port | None:
        """Return the port nearest to a point within a reach in scene pixels."""
        best: Port | None = None
        nearest = reach * reach
        for port in self._ports() if among is None else among:
            offset = self.port_point(port) - point
            distance = offset.x() ** 2 + offset.y() ** 2
            if distance <= nearest:
                best, nearest = port, distance
        return best

    def port_point(self, port: Port) -> QPointF:
        """Return a port's centre in the scene."""
        if isinstance(port, OutputPort):
            return self._items.output_point(port.node)
        return self._items.input_point(port)

    def centre(self, node_id: NodeId) -> QPointF:
        """Return where a node's card is now."""
        return self._items.nodes[node_id].pos()

    def wire_at(self, point: QPointF, besides: NodeId | None = None) -> InputPort | None:
        """Return the wire under a point, not one that touches the node `besides`."""
        for port, item in reversed(self._items.wires.items()):
            if besides is not None and port in self._items.touching(besides):
                continue
            is_near = item.isVisible() and item.boundingRect().contains(point)
            if is_near and item.shape().contains(point):
                return port
        return None

    def wires_across(self, line: QLineF) -> dict[InputPort, QPointF]:
        """Return the wires that a straight line crosses, each with where it does."""
        area = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
        found = {}
        for port, item in self._items.wires.items():
            if item.isVisible() and item.boundingRect().intersects(area):
                place = item.crossing(line)
                if place is not None:
                    found[port] = place
        return found

    def cards(self) -> dict[NodeId, QRectF]:
        """Return every card where it is now."""
        return {node_id: self._items.card(node_id) for node_id in self._items.nodes}

    def is_at_end(self, port: InputPort, point: QPointF) -> bool:
        """Tell whether a point is on the stretch where a wire is pulled off its port."""
        return self._items.input_point(port).x() - point.x() < _END_REACH

    def is_nearer_start(self, port: InputPort, point: QPointF) -> bool:
        """Tell whether a point on a wire is nearer to where it begins than to where it ends."""
        wire = self._items.wires[port]
        return QLineF(wire.start, point).length() < QLineF(point, wire.end).length()

    def is_on_value(self, node_id: NodeId, point: QPointF) -> bool:
        """Tell whether a point is on the value that a source shows."""
        item = self._items.nodes[node_id]
        return item.face.value_zone.contains(point - item.pos())

    def nodes_in(self, area: QRectF) -> frozenset[NodeId]:
        """Return the nodes whose cards touch an area."""
        return frozenset(
            node_id
            for node_id, item in self._items.nodes.items()
            if area.intersects(item.face.card.translated(item.pos()))
        )

    def _ports(self) -> Iterable[Port]:
        for node_id, item in self._items.nodes.items():
            for index in range(len(item.face.inputs)):
                yield InputPort(node_id, index)
            yield OutputPort(node_id)
