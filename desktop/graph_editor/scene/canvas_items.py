"""The items of a drawing: made, changed and removed until they show what the drawing holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop.graph_editor.items.node_face import NodeFace
from desktop.graph_editor.items.node_item import NodeItem
from desktop.graph_editor.items.wire_item import WireItem
from desktop.graph_editor.scene.node_faces import face_of, made_up_name
from engine.drawing.drawing import Drawing, Point
from engine.graph.model import Graph, InputPort, Node, NodeId


class CanvasItems:
    """Owns the node and wire items of a scene, by the ids of what they show.

    The drawing is a value, so what changed is found by comparing what is shown with what is to be
    shown, entry by entry and by identity; nothing has to be told what an edit did.

    Attributes:
        nodes: The item of each node.
        wires: The item of each wire, by the input port that it ends at.
        digits: Decimals in the values on cards.
        shows_names: Whether a gate that nobody named tells the name that cards and lists use.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.nodes: dict[NodeId, NodeItem] = {}
        self.wires: dict[InputPort, WireItem] = {}
        self.digits = 2
        self.shows_names = True
        self._shown_nodes: dict[NodeId, Node] = {}
        self._shown_names: dict[NodeId, str] = {}
        self._collapsed: frozenset[NodeId] = frozenset()
        self._shown_wires: dict[InputPort, NodeId] = {}
        self._touching: dict[NodeId, list[InputPort]] = {}

    def show(self, drawing: Drawing) -> None:
        """Show a drawing's nodes and wires, each node at its place."""
        before, self._collapsed = self._collapsed, drawing.collapsed
        stale = self._show_nodes(drawing.graph, before ^ drawing.collapsed)
        for node_id in drawing.graph.nodes:
            place = drawing.positions.get(node_id, (0.0, 0.0))
            if self.place(node_id) != place:
                self.nodes[node_id].setPos(*place)
                stale.add(node_id)
        # Wires come last: those of the drawing before may end at ports that are gone by now.
        self._show_wires(drawing.graph, stale)

    def move(self, places: Mapping[NodeId, Point]) -> set[InputPort]:
        """Put nodes at places and pull their wires along; return the wires that moved."""
        for node_id, (x, y) in places.items():
            self.nodes[node_id].setPos(x, y)
        moved = {port for node_id in places for port in self._touching.get(node_id, ())}
        for port in moved:
            self._place_wire(port)
        return moved

    def touching(self, node_id: NodeId) -> list[InputPort]:
        """Return the wires that begin or end at a node."""
        return self._touching.get(node_id, [])

    def place(self, node_id: NodeId) -> Point:
        """Return where a node's item is now, which a gesture or a glide may have moved."""
        position = self.nodes[node_id].pos()
        return (position.x(), position.y())

    def input_point(self, port: InputPort) -> QPointF:
        """Return the centre of an input port in the scene."""
        item = self.nodes[port.node]
        return item.pos() + item.face.inputs[port.index]

    def output_point(self, node_id: NodeId) -> QPointF:
        """Return the centre of an output port in the scene."""
        item = self.nodes[node_id]
        return item.pos() + item.face.output

    def card(self, node_id: NodeId) -> QRectF:
        """Return a node's card in the scene."""
        item = self.nodes[node_id]
        return item.face.card.translated(item.pos())

    def restyle(self, digits: int) -> None:
        """Lay out every face again, because fonts or digits changed."""
        self.digits = digits
        for node_id, node in self._shown_nodes.items():
            self.nodes[node_id].set_face(self._face(node_id, node))
        for port in self.wires:
            self._place_wire(port)
        for item in (*self.nodes.values(), *self.wires.values()):
            item.update()

    def _face(self, node_id: NodeId, node: Node) -> NodeFace:
        name, is_collapsed = self._shown_names[node_id], node_id in self._collapsed
        return face_of(node, self.digits, name, is_collapsed=is_collapsed)

    def _show_nodes(self, graph: Graph, changed: Collection[NodeId]) -> set[NodeId]:
        for node_id in [key for key in self.nodes if key not in graph.nodes]:
            self._scene.removeItem(self.nodes.pop(node_id))
            del self._shown_nodes[node_id], self._shown_names[node_id]
        stale: set[NodeId] = set()
        for node_id, node in graph.nodes.items():
            # What somebody named keeps its name, though it stands below a card.
            is_told = self.shows_names or bool(node.name)
            name = made_up_name(graph, node_id) if is_told else ""
            # Another node's edit may give this one another name.
            is_known = self._shown_nodes.get(node_id) is node and node_id not in changed
            if is_known and self._shown_names[node_id] == name:
                continue
            self._shown_nodes[node_id], self._shown_names[node_id] = node, name
            if self._show_face(node_id, self._face(node_id, node)):
                stale.add(node_id)
        return stale

    def _show_face(self, node_id: NodeId, face: NodeFace) -> bool:
        item = self.nodes.get(node_id)
        if item is None:
            item = self.nodes[node_id] = NodeItem(node_id, face)
            self._scene.addItem(item)
            return True
        has_other_ports = (item.face.output, item.face.inputs) != (face.output, face.inputs)
        item.set_face(face)
        return has_other_ports

    def _show_wires(self, graph: Graph, stale: Iterable[NodeId]) -> None:
        for port in [key for key in self.wires if key not in graph.wires]:
            self._scene.removeItem(self.wires.pop(port))
        if self._shown_wires != graph.wires:
            self._shown_wires = dict(graph.wires)
            self._touching = {}
            for port, source in graph.wires.items():
                self._touching.setdefault(source, []).append(port)
                self._touching.setdefault(port.node, []).append(port)
            for port in graph.wires:
                self._place_wire(port)
        else:
            for node_id in stale:
                for port in self.touching(node_id):
                    self._place_wire(port)

    def _place_wire(self, port: InputPort) -> None:
        start = self.output_point(self._shown_wires[port])
        end = self.input_point(port)
        item = self.wires.get(port)
        if item is None:
            item = self.wires[port] = WireItem(start, end)
            self._scene.addItem(item)
        else:
            item.set_ends(start, end)
