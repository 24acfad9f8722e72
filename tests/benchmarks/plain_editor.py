"""The baseline of U1: the same graph in Qt's stock items, as one would write it on a first day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.drawing.drawing import Drawing
from engine.formula.values import format_value
from engine.graph.model import NodeId

_WIDTH, _HEIGHT, _DIGITS = 110.0, 44.0, 2


class _Card(QGraphicsRectItem):
    """A box with its name."""

    def __init__(self, name: str) -> None:
        super().__init__(-_WIDTH / 2, -_HEIGHT / 2, _WIDTH, _HEIGHT)
        self.setBrush(Qt.GlobalColor.white)
        text = QGraphicsSimpleTextItem(name, self)
        text.setPos(-text.boundingRect().width() / 2, -10.0)


class _Wire(QGraphicsPathItem):
    """A curve with the value above and the gradient below."""

    def __init__(self, source: _Card, target: _Card, value: str, gradient: str) -> None:
        super().__init__()
        start = source.pos() + QPointF(_WIDTH / 2, 0.0)
        end = target.pos() - QPointF(_WIDTH / 2, 0.0)
        bend = QPointF(max(30.0, abs(end.x() - start.x()) / 2), 0.0)
        path = QPainterPath(start)
        path.cubicTo(start + bend, end - bend, end)
        self.setPath(path)
        middle = path.pointAtPercent(0.5)
        QGraphicsSimpleTextItem(value, self).setPos(middle - QPointF(0.0, 18.0))
        QGraphicsSimpleTextItem(gradient, self).setPos(middle + QPointF(0.0, 2.0))


class PlainEditor:
    """A scene and a view of stock items."""

    def __init__(self) -> None:
        self.scene = QGraphicsScene()
        self.view = QGraphicsView(self.scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.cards: dict[NodeId, _Card] = {}

    def clear(self) -> None:
        """Show nothing."""
        self.cards = {}
        self.scene.clear()

    def build(self, drawing: Drawing) -> None:
        """Evaluate a graph and show it with all its numbers."""
        evaluation = evaluate(drawing.graph)
        for node_id, node in drawing.graph.nodes.items():
            card = self.cards[node_id] = _Card(node.name or node.record.symbol)
            card.setPos(*drawing.positions[node_id])
            self.scene.addItem(card)
        for port, source in drawing.graph.wires.items():
            ends = (self.cards[source], self.cards[port.node])
            self.scene.addItem(_Wire(*ends, *_numbers(evaluation, source)))


def _numbers(evaluation: Evaluation, source: NodeId) -> tuple[str, str]:
    gradient = evaluation.gradients.nodes.get(source)
    value = format_value(evaluation.values[source], _DIGITS)
    return value, "" if gradient is None else format_value(gradient, _DIGITS)
