"""Adding nodes on the canvas: from the palette, by search, at a loose wire, into a wire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.groups.gate_shelf import GateShelf, KeptGate
from desktop.graph_editor.palette.search_popup import Fits, SearchPopup
from desktop.graph_editor.scene.free_room import free_place, room_in_wire
from desktop.graph_editor.scene.node_faces import face_of
from desktop.graph_editor.scene.scene import GraphScene
from engine.arrays import as_array
from engine.drawing.drawing import Point
from engine.drawing.fits import takes
from engine.errors import EngineError
from engine.graph.model import InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """What a new node is to be wired to.

    Attributes:
        feed: A node whose output goes into the new node.
        into: An input port that takes the new node's output.
        onto: A wire that the new gate is put into.
    """

    feed: NodeId | None = None
    into: InputPort | None = None
    onto: InputPort | None = None


class NodeAdder:
    """Adds nodes and selects them; refusals go to `refuse` as sentences."""

    def __init__(
        self,
        document: Document,
        scene: GraphScene,
        search: SearchPopup,
        refuse: Callable[[str], None],
    ) -> None:
        self._document = document
        self._scene = scene
        self._search = search
        self._refuse = refuse
        self._place = QPointF()
        self._end = LooseEnd()
        self._shelf = GateShelf(None)
        search.chosen.connect(self._on_chosen)

    def set_shelf(self, shelf: GateShelf) -> None:
        """Offer the gates of a shelf too."""
        self._shelf = shelf
        self._search.kept = shelf.operations

    def operation(self, name: str) -> Operation | None:
        """Return what a name adds: an operation of the table, or a kept gate; None for neither."""
        kept = self._shelf.find(name)
        return OPERATIONS.get(name) if kept is None else kept.operation

    def open_search(
        self, place: QPointF, at: QPoint, end: LooseEnd, wanted: Fits | None = None
    ) -> None:
        """Offer the operations that fit.

        Args:
            place: Where the node will stand in the scene, or where a loose wire was dropped.
            at: The same place in the viewport.
            end: What the node will be wired to.
            wanted: Which operations to offer, besides what the loose end rules out.
        """
        self._place = QPointF(place)
        self._end = end
        entering = end.feed
        if end.onto is not None:
            entering = self._document.shown.graph.wires[end.onto]
        fits = wanted
        if entering is not None:
            value = self._document.shown_whole_evaluation.values.get(entering)
            shape = None if value is None else value.shape
            fits = lambda operation: (  # noqa: E731  # one expression, named nowhere else
                takes(operation, shape) and (wanted is None or wanted(operation))
            )
        self._search.open_at(at, fits)

    def add(self, name: str, place: QPointF, end: LooseEnd | None = None) -> None:
        """Add a node at a place and wire it; say so if that is refused."""
        end = end if end is not None else LooseEnd()
        kept = self._shelf.find(name)
        try:
            if kept is not None:
                node_id = self._add_kept(kept, place, end)
            elif end.onto is not None and end.onto in self._document.shown.graph.wires:
                where, aside = self._room_in(end.onto, Node(name, value=as_array(1.0)), place)
                node_id = self._document.insert_on_wire(name, end.onto, where, aside)
            else:
                where = _rounded(self._room_for(Node(name, value=as_array(1.0)), place, end))
                node_id = self._document.add_operation(name, where, feed=end.feed, into=end.into)
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        self._scene.select({node_id})

    def _add_kept(self, kept: KeptGate, place: QPointF, end: LooseEnd) -> NodeId:
        document = self._document
        if end.onto is not None and end.onto in document.shown.graph.wires:
            where, aside = self._room_in(end.onto, kept.node, place)
            return document.add_gate(kept.drawing, where, onto=end.onto, aside=aside)
        where = _rounded(self._room_for(kept.node, place, end))
        return document.add_gate(kept.drawing, where, feed=end.feed, into=end.into)

    def _room_in(
        self, wire: InputPort, node: Node, place: QPointF
    ) -> tuple[Point, dict[NodeId, Point]]:
        """Return where a gate goes in a wire, and where others go aside for it."""
        face = face_of(node, self._scene.items_shown.digits)
        drawing = self._document.shown.drawing
        cards = {each: self._scene.node_rect(each) for each in drawing.graph.nodes}
        way, aside = room_in_wire(drawing, wire, face.card.translated(place), cards)
        return _rounded(place + QPointF(way, 0.0)), aside

    def _room_for(self, node: Node, place: QPointF, end: LooseEnd) -> QPointF:
        face = face_of(node, self._scene.items_shown.digits)
        # Where a wire was dropped goes the port that takes it, not the centre of the card.
        if end.feed is not None:
            return place - face.inputs[0]
        if end.into is not None:
            return place - face.output
        nodes = self._document.shown.graph.nodes
        cards = [self._scene.node_rect(node_id) for node_id in nodes]
        return free_place(place, face.card, cards, goes_down=not face.inputs)

    def _on_chosen(self, name: str) -> None:
        self.add(name, self._place, self._end)


def _rounded(place: QPointF) -> Point:
    return (float(round(place.x())), float(round(place.y())))
