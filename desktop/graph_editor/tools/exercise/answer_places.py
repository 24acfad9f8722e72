"""Where on the canvas the box of a question belongs: where its number would stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.graph_editor.items.label_item import LabelItem, Place
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.tools.exercise.answer_box import HEIGHT
from engine.exercises.question import Quantity, Question
from engine.graph.model import InputPort, NodeId

_FROM_PORT = 8.0
_FROM_WIRE = 2.0
_BESIDE = 4.0
_ROOM, _BEFORE_WIRE = 150.0, 46.0


class AnswerPlaces:
    """Finds the places in a scene; what is not on the canvas now, inside a group, has none."""

    def __init__(self, scene: GraphScene) -> None:
        self._scene = scene

    def centre(self, question: Question, width: float) -> QPointF | None:
        """Return where the centre of a box of some width goes, or None."""
        if question.port is not None:
            return self._at_wire(question.port, width, is_value=False)
        if question.node not in self._scene.items_shown.nodes:
            return None
        if question.quantity is Quantity.SUM:
            return self._under_card(question.node, width)
        return self._of_value(question.node, width)

    def covered(self, question: Question) -> tuple[str, float]:
        """Return the text and the width of the number that a box lies on, if it is shown."""
        item, index = self._label(question)
        if item is None or index >= len(item.labels):
            return "", 0.0
        return item.labels[index].text, item.scene_boxes()[index].width()

    def room(self, question: Question) -> float:
        """Return how wide a number may be where a question is asked."""
        wire = None if question.port is None else self._scene.items_shown.wires.get(question.port)
        return _ROOM if wire is None else max(_ROOM, wire.end.x() - wire.start.x() - _BEFORE_WIRE)

    def _label(self, question: Question) -> tuple[LabelItem | None, int]:
        labels = self._scene.labels
        if question.port is not None:
            return labels.wires.get(question.port), 1
        if question.quantity is Quantity.SUM:
            return None, 0
        if question.node in labels.ends:
            return labels.ends[question.node], 0
        port = self._first_wire(question.node)
        return (None if port is None else labels.wires.get(port)), 0

    def _first_wire(self, node: NodeId) -> InputPort | None:
        """Return of several wires from a node the one that is highest, as one reads."""
        items = self._scene.items_shown
        ports = [port for port in items.touching(node) if port.node != node]
        return min(ports, key=lambda port: items.input_point(port).y(), default=None)

    def _at_wire(self, port: InputPort, width: float, *, is_value: bool) -> QPointF | None:
        wire = self._scene.items_shown.wires.get(port)
        if wire is None:
            return None
        offset = (_FROM_WIRE + HEIGHT / 2) * (-1 if is_value else 1)
        rightmost = wire.end.x() - _FROM_PORT - width / 2
        box = _box(self._scene.labels.wires.get(port), 0 if is_value else 1)
        x = rightmost if box is None else min(box.center().x(), rightmost)
        return QPointF(x, wire.end.y() + offset)

    def _of_value(self, node: NodeId, width: float) -> QPointF | None:
        end = self._scene.labels.ends.get(node)
        box = _box(end, 0)
        if end is not None and box is not None:
            if end.place is Place.OVER_CARD:
                return QPointF(box.right() - width / 2, box.center().y())
            start = self._scene.items_shown.output_point(node).x()
            return QPointF(max(box.center().x(), start + _FROM_PORT + width / 2), box.center().y())
        port = self._first_wire(node)
        return None if port is None else self._at_wire(port, width, is_value=True)

    def _under_card(self, node: NodeId, width: float) -> QPointF:
        item = self._scene.items_shown.nodes[node]
        box = _box(self._scene.labels.sums.get(node), 0)
        if box is not None:
            return QPointF(box.right() + _BESIDE + width / 2, box.center().y())
        under = item.face.outline.bottom() + 1.0 + HEIGHT / 2
        return item.pos() + QPointF(0.0, under)


def _box(item: LabelItem | None, index: int) -> QRectF | None:
    boxes = [] if item is None else item.scene_boxes()
    return boxes[index] if index < len(boxes) else None
