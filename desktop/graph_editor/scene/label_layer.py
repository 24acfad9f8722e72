"""The layer of numbers above the nodes: a pair at every wire, at the result, and branch sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from desktop.graph_editor.items.label_item import Label, LabelGround, LabelItem, Place
from desktop.graph_editor.items.wire_item import WireItem
from desktop.graph_editor.scene.canvas_items import CanvasItems
from desktop.graph_editor.scene.number_labels import (
    Numbers,
    branch_sum,
    ends_of,
    labels_at_end,
    labels_at_wire,
)
from engine.autodiff.passes.reverse import Gradients
from engine.drawing.passes import PassView
from engine.drawing.wire_curve import RUN
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import consumers_by_node

K = TypeVar("K")
Item = TypeVar("Item", bound=QGraphicsItem)

_NOTHING = PassView({}, Gradients({}, {}), None, "forward")
_SHORTEST_ROOM = 60.0
_UNDER_CAPTION = 1.0
_MOST_COMPARED = 64


class LabelLayer:
    """Owns the label items of a scene and keeps them where their wires and cards are."""

    def __init__(self, scene: QGraphicsScene, items: CanvasItems) -> None:
        self._scene = scene
        self._items = items
        self._numbers = Numbers(Graph(), _NOTHING, None, 2)
        self._consumers: dict[NodeId, list[InputPort]] = {}
        # Of what each label was made: most edits leave most numbers as they are.
        self._made_of: dict[LabelItem, tuple[object, ...]] = {}
        self._ground = LabelGround()
        scene.addItem(self._ground)
        self.wires: dict[InputPort, LabelItem] = {}
        self.ends: dict[NodeId, LabelItem] = {}
        self.sums: dict[NodeId, LabelItem] = {}
        self.notes: dict[NodeId, LabelItem] = {}
        self._noted: Mapping[NodeId, Label] = {}
        self._stubs: dict[NodeId, WireItem] = {}

    def show(self, numbers: Numbers) -> None:
        """Write other numbers."""
        if numbers.graph is not self._numbers.graph:
            self._consumers = consumers_by_node(numbers.graph)
        self._numbers = numbers
        self._keep(self.wires, numbers.graph.wires)
        for port, source in numbers.graph.wires.items():
            self._write_wire(port, source)
        self._write_ends()
        self._write_sums()
        self._write_notes()

    def set_notes(self, notes: Mapping[NodeId, Label]) -> None:
        """Write what a tool says of nodes under their cards."""
        if notes != self._noted:
            self._noted = dict(notes)
            self._write_notes()

    @property
    def numbers(self) -> Numbers:
        """What is written."""
        return self._numbers

    def follow(self, moved: Iterable[InputPort], nodes: Iterable[NodeId]) -> None:
        """Go where the wires and nodes went."""
        for port in moved:
            if port in self.wires:
                self._write_wire(port, self._numbers.graph.wires[port])
        for node_id in nodes:
            self._place_node_labels(node_id)

    @property
    def is_readable(self) -> bool:
        """Whether the numbers are shown."""
        return self._ground.isVisible()

    def set_readable(self, is_readable: bool) -> None:
        """Show the numbers, or leave them out at a scale at which nobody could read them."""
        self._ground.setVisible(is_readable)

    def restyle(self) -> None:
        """Measure every text again."""
        self._made_of.clear()
        for item in self.all_items():
            item.restyle()
            item.update()
        for stub in self._stubs.values():
            stub.update()

    def all_items(self) -> list[LabelItem]:
        """Return every label item."""
        inner = (*self.sums.values(), *self.notes.values())
        return [*self.wires.values(), *self.ends.values(), *inner]

    def boxes(self, place_of: Callable[[NodeId], QPointF]) -> list[QRectF]:
        """Return the rectangle of every number when each node stands at its place.

        Numbers move with the node that they stand at, so this holds in the middle of a glide too.
        """
        owned = [(port.node, item) for port, item in self.wires.items()]
        owned += [*self.ends.items(), *self.sums.items(), *self.notes.items()]
        boxes = []
        for node_id, item in owned:
            shift = place_of(node_id) - self._items.nodes[node_id].pos()
            boxes += [box.translated(shift) for box in item.scene_boxes()]
        return boxes

    def extent(self, place_of: Callable[[NodeId], QPointF]) -> QRectF:
        """Return the rectangle round all numbers when each node stands at its place."""
        whole = QRectF()
        nodes = self._items.nodes
        owned = [(port.node, item) for port, item in self.wires.items()]
        for node_id, item in (*owned, *self.ends.items(), *self.sums.items()):
            shift = place_of(node_id) - nodes[node_id].pos() + item.pos()
            whole |= item.boundingRect().translated(shift)
        return whole

    def of_node(self, node_id: NodeId) -> list[LabelItem | WireItem]:
        """Return what stands at a node itself: its end, the stub under it, its sum, its note."""
        found = (
            self.ends.get(node_id),
            self.sums.get(node_id),
            self.notes.get(node_id),
            self._stubs.get(node_id),
        )
        return [item for item in found if item is not None]

    def _write_wire(self, port: InputPort, source: NodeId) -> None:
        wire = self._items.wires[port]
        item = self.wires.get(port)
        if item is None:
            item = self.wires[port] = self._added(Place.BEFORE_PORT)
        if item.pos() != wire.end:
            item.setPos(wire.end)
        room = max(_SHORTEST_ROOM, wire.end.x() - wire.start.x() - 26.0)
        # A dot leads the same numbers on, which stand at the wires that leave it, and its sum.
        is_led_on = self._numbers.graph.nodes[port.node].is_dot and self._consumers[port.node]
        # At a collapsed card there is no room for numbers, only for what is wrong.
        is_hidden = port.node in self._numbers.collapsed and port not in self._numbers.misfits
        is_bare = bool(is_led_on) or is_hidden
        made_of = (*self._numbers_of(port, source), room, is_bare)
        if self._is_known(item, made_of):
            return
        labels = () if is_bare else labels_at_wire(self._numbers, port, room)
        if self._write(item, labels):
            wire.set_run(10.0 + item.boundingRect().width())

    def _numbers_of(self, port: InputPort, source: NodeId) -> tuple[object, ...]:
        """Return everything that the labels of a wire say, except for the room they have."""
        numbers, shown = self._numbers, self._numbers.shown
        return (
            shown.values.get(source),
            shown.gradients.wires.get(port),
            None if shown.tangents is None else shown.tangents.nodes.get(source),
            shown.tangents is None,
            numbers.misfits.get(port),
            source in numbers.unasked,
            numbers.digits,
            numbers.shows_shapes,
        )

    def _write(self, item: LabelItem, labels: Sequence[Label]) -> bool:
        """Write labels that are others than those that stand there; tell whether they are."""
        if tuple(labels) == item.labels:
            return False
        item.set_labels(labels)
        return True

    def _is_known(self, item: LabelItem, made_of: tuple[object, ...]) -> bool:
        """Tell whether a label says this already, and note that it will."""
        known = self._made_of.get(item)
        self._made_of[item] = made_of
        if known is None or len(known) != len(made_of):
            return False
        return all(map(_is_same, known, made_of))

    def _write_ends(self) -> None:
        numbers = self._numbers
        kept = {
            node_id: Place.OVER_CARD if self._consumers[node_id] else Place.AFTER_PORT
            for node_id in ends_of(numbers, self._consumers)
        }
        stale = [key for key, item in self.ends.items() if kept.get(key) is not item.place]
        for node_id in stale:
            self._remove(self.ends.pop(node_id))
        for node_id, place in kept.items():
            if node_id not in self.ends:
                self.ends[node_id] = self._added(place)
            self._write(self.ends[node_id], labels_at_end(numbers, node_id))
            self._place_node_labels(node_id)
        self._keep(self._stubs, {key for key, place in kept.items() if place is Place.AFTER_PORT})

    def _write_sums(self) -> None:
        gradients, digits = self._numbers.shown.gradients, self._numbers.digits
        written: set[NodeId] = set()
        for node_id, ports in self._consumers.items():
            if len(ports) < 2:
                continue
            branches = [gradients.wires.get(port) for port in ports]
            total = gradients.nodes.get(node_id)
            item = self.sums.get(node_id)
            if item is None or not self._is_known(item, (*branches, total, digits)):
                label = branch_sum(branches, total, digits)
                if label is None:
                    continue
                if item is None:
                    item = self.sums[node_id] = self._added(Place.UNDER_CARD)
                    self._made_of[item] = (*branches, total, digits)
                self._write(item, [label])
            written.add(node_id)
            self._place_node_labels(node_id)
        self._keep(self.sums, written)

    def _write_notes(self) -> None:
        wanted = {key: note for key, note in self._noted.items() if key in self._items.nodes}
        self._keep(self.notes, wanted)
        for node_id, label in wanted.items():
            if node_id not in self.notes:
                self.notes[node_id] = self._added(Place.UNDER_CARD)
            self._write(self.notes[node_id], [label])
            self._place_node_labels(node_id)

    def _place_node_labels(self, node_id: NodeId) -> None:
        node = self._items.nodes[node_id]
        under = node.face.outline.bottom() + _UNDER_CAPTION
        if node_id in self.sums:
            self.sums[node_id].setPos(node.pos() + QPointF(0.0, under))
            under += self.sums[node_id].boundingRect().height()
        if node_id in self.notes:
            self.notes[node_id].setPos(node.pos() + QPointF(0.0, under))
        end = self.ends.get(node_id)
        if end is None:
            return
        if end.place is Place.OVER_CARD:
            end.setPos(node.pos() + QPointF(0.0, node.face.card.top() - 5.0))
            return
        start = self._items.output_point(node_id)
        end.setPos(start)
        self._place_stub(node_id, start)

    def _place_stub(self, node_id: NodeId, start: QPointF) -> None:
        tip = start + QPointF(RUN, 0.0)
        stub = self._stubs.get(node_id)
        if stub is None:
            stub = self._stubs[node_id] = WireItem(start, tip)
            self._scene.addItem(stub)
        else:
            stub.set_ends(start, tip)

    def _added(self, place: Place) -> LabelItem:
        return LabelItem(place, self._ground)

    def _keep(self, shown: dict[K, Item], wanted: Iterable[K]) -> None:
        kept = set(wanted)
        for key in [key for key in shown if key not in kept]:
            self._remove(shown.pop(key))

    def _remove(self, item: QGraphicsItem) -> None:
        if isinstance(item, LabelItem):
            self._made_of.pop(item, None)
        self._scene.removeItem(item)


def _is_same(known: object, new: object) -> bool:
    """Tell whether two things that a label is made of are the same, numbers to the last bit."""
    if known is new:
        return True
    if isinstance(known, np.ndarray) and isinstance(new, np.ndarray):
        # To compare large ones costs more than to write the picture that stands for them.
        is_small = known.shape == new.shape and new.size <= _MOST_COMPARED
        return is_small and known.tobytes() == new.tobytes()
    return type(known) is type(new) and not isinstance(new, np.ndarray) and known == new
