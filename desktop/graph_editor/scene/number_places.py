"""Which number of the canvas lies at a place, and where a number lies."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.graph_editor.items.label_item import LabelItem, Meaning
from desktop.graph_editor.scene.canvas_items import CanvasItems
from desktop.graph_editor.scene.label_layer import LabelLayer
from engine.explanation.number_arithmetic import NumberPlace
from engine.graph.model import Graph, InputPort, NodeId

# The ground of a number reaches so near to its wire that a hand on the wire would miss it.
_WIRE_REACH = 3.0
# In forward mode a tangent stands where the gradient stands otherwise.
_BELOW = (Meaning.GRADIENT, Meaning.TANGENT)
_NUMBERS = (Meaning.VALUE, *_BELOW)


def number_at(labels: LabelLayer, point: QPointF) -> NumberPlace | None:
    """Return the value or gradient whose text lies at a place in the scene."""
    for node_id, item in (*labels.ends.items(), *labels.sums.items()):
        meaning = _meaning_at(item, point)
        if meaning is not None:
            return NumberPlace(node_id, meaning is not Meaning.VALUE)
    for port, item in labels.wires.items():
        meaning = _meaning_at(item, point)
        if meaning is not None:
            return NumberPlace(port, meaning is not Meaning.VALUE)
    return None


def number_rect(labels: LabelLayer, items: CanvasItems, which: NumberPlace) -> QRectF:
    """Return where a number lies in the scene; the card of its node where it is not written."""
    place = which.place
    if isinstance(place, InputPort):
        found = _box(labels.wires.get(place), is_gradient=which.is_gradient)
        return found if not found.isNull() else items.card(place.node)
    found = _box(labels.ends.get(place), is_gradient=which.is_gradient)
    if found.isNull() and which.is_gradient:
        found = _box(labels.sums.get(place), is_gradient=True)
    return found if not found.isNull() else items.card(place)


def numbers_of(graph: Graph, node: NodeId) -> list[NumberPlace]:
    """Return the numbers of a node: its value, its gradient, and those that it sends back."""
    sent = [
        NumberPlace(InputPort(node, index), is_gradient=True)
        for index, end in enumerate(graph.inputs_of(node))
        if end is not None and graph.nodes[end].operation != "constant"
    ]
    return [NumberPlace(node, is_gradient=False), NumberPlace(node, is_gradient=True), *sent]


def _meaning_at(item: LabelItem, point: QPointF) -> Meaning | None:
    if not item.isVisible() or not item.boundingRect().contains(point - item.pos()):
        return None
    for label, box in zip(item.labels, item.scene_boxes(), strict=True):
        area = box.adjusted(0, _WIRE_REACH, 0, -_WIRE_REACH)
        if area.contains(point) and label.meaning in _NUMBERS:
            return label.meaning
    return None


def _box(item: LabelItem | None, *, is_gradient: bool) -> QRectF:
    if item is None:
        return QRectF()
    wanted = _BELOW if is_gradient else (Meaning.VALUE,)
    pairs = zip(item.labels, item.scene_boxes(), strict=True)
    return next((box for label, box in pairs if label.meaning in wanted), QRectF())
