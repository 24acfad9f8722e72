"""From where to where: two boxes with the nodes of the graph."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from engine.explanation.paths.path_words import PathWords
from engine.graph.model import Graph, NodeId
from engine.graph.topology import topological_order

_MOST_SIGNS = 24


class EndPickers(QWidget):
    """Picks the two ends; both boxes list what a gradient can flow to.

    Signals:
        picked(): Another pair was picked by hand.
        pointed(node: NodeId): A node is pointed at in an open box.
    """

    picked = Signal()
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[NodeId] = []
        self._texts: list[str] = []
        self._graph = Graph()
        self._from, self._to = QComboBox(self), QComboBox(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        rows = (
            (self._from, self.tr("From"), self.tr("The node at which the paths begin")),
            (self._to, self.tr("To"), self.tr("The node at which the paths end")),
        )
        for box, title, tip in rows:
            label = PlainLabel(title, self)
            label.setBuddy(box)
            label.setProperty("kind", "muted")
            explain(box, title, tip)
            box.setAccessibleDescription(tip)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(4)
            box.activated.connect(self._on_activated)
            box.highlighted.connect(self._on_highlighted)
            line.addWidget(label)
            line.addWidget(box, 1)

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """The box of the source and that of the target."""
        return self._from, self._to

    @property
    def ends(self) -> tuple[NodeId, NodeId] | None:
        """The source and the target, or None while there is nothing to pick from."""
        source, target = self._from.currentIndex(), self._to.currentIndex()
        if min(source, target) < 0:
            return None
        return self._nodes[source], self._nodes[target]

    def set_graph(self, graph: Graph) -> None:
        """List another graph's nodes; what was picked stays, as far as it is still there."""
        kept = self.ends
        self._graph = graph
        order = [node for node in topological_order(graph) if _may_stand(graph, node)]
        nodes = sorted(order, key=lambda node: not graph.nodes[node].is_source)
        texts = _texts(graph, nodes)
        if nodes == self._nodes and texts == self._texts:
            return
        self._nodes, self._texts = nodes, texts
        for box in self.boxes:
            box.blockSignals(True)
            box.clear()
            box.addItems(texts)
            box.blockSignals(False)
        self.pick(*(kept or (None, None)))

    def forget(self) -> None:
        """Pick nothing any more: the nodes of another document only share their numbers."""
        self._nodes, self._texts = [], []
        for box in self.boxes:
            box.blockSignals(True)
            box.clear()
            box.blockSignals(False)

    def pick(self, source: NodeId | None, target: NodeId | None) -> None:
        """Pick two nodes; for one that is not there, the result, or the input with most paths."""
        if not self._nodes:
            return
        if target not in self._nodes:
            result = self._graph.result
            target = result if result in self._nodes else self._nodes[-1]
        if source not in self._nodes:
            source = _most_branched(self._graph, self._nodes, target)
        self._from.setCurrentIndex(self._nodes.index(source))
        self._to.setCurrentIndex(self._nodes.index(target))

    def _on_activated(self, _index: int) -> None:
        self.picked.emit()

    def _on_highlighted(self, index: int) -> None:
        if 0 <= index < len(self._nodes):
            self.pointed.emit(self._nodes[index])


def _most_branched(graph: Graph, nodes: list[NodeId], target: NodeId) -> NodeId:
    """Return the first of those inputs from which most paths lead to the target."""
    ways = {target: 1}
    for node in reversed(topological_order(graph)):
        for source in graph.inputs_of(node):
            if source is not None and node in ways:
                ways[source] = ways.get(source, 0) + ways[node]
    inputs = [node for node in nodes if graph.nodes[node].is_source] or nodes
    return max(inputs, key=lambda node: ways.get(node, 0))


def _may_stand(graph: Graph, node: NodeId) -> bool:
    return graph.nodes[node].operation != "constant"


def _texts(graph: Graph, nodes: list[NodeId]) -> list[str]:
    """Return a text for each node; those that would read the same are numbered."""
    words = PathWords(graph)
    names = [words.node(node)[:_MOST_SIGNS] for node in nodes]
    total, seen = Counter(names), Counter[str]()
    texts = []
    for name in names:
        seen[name] += 1
        texts.append(f"{name}  ({seen[name]})" if total[name] > 1 else name)
    return texts
