"""Says to a screen reader what is selected on the canvas, which has no widget for a node."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.foundation.translation import filled
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.passes.spoken_node import spoken_node
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.scene import GraphScene
from engine.explanation.symbols import spoken_name
from engine.graph.model import NodeId

# More than these are counted and not told one by one.
_MOST_TOLD = 3


class Announcer(QObject):
    """Keeps the canvas's accessible description true of the selection, and speaks of another one.

    Numbers that change or are hidden change the description alone: who scrubs a value would hear
    each of its numbers.
    """

    def __init__(
        self, document: Document, walk: Walk, scene: GraphScene, view: GraphView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._walk, self._scene, self._view = document, walk, scene, view
        # What the canvas says while nothing is selected: which keys it has.
        self._help = view.accessibleDescription()
        scene.node_selected.connect(self._on_selected)
        scene.numbers_written.connect(self._describe)

    def say(self, text: str) -> None:
        """Speak, if anybody listens and the canvas has the keys."""
        if text and QAccessible.isActive() and self._view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))

    def _on_selected(self) -> None:
        self.say(self._describe())

    def _describe(self) -> str:
        """Describe what is selected, and return the description; nothing where nothing is."""
        told = "; ".join(self._sentences(self._scene.selected_nodes()))
        self._view.setAccessibleDescription(told or self._help)
        return told

    def _sentences(self, nodes: frozenset[NodeId]) -> Iterator[str]:
        if len(nodes) > _MOST_TOLD:
            yield filled(self.tr("{0} nodes are selected"), len(nodes))
        else:
            digits = self._scene.items_shown.digits
            for node in sorted(nodes):
                yield spoken_node(self._document, self._walk, node, digits)
        graph = self._document.shown.graph
        wires = sorted(self._scene.selected_wires())
        for port in wires[:_MOST_TOLD]:
            ends = (spoken_name(graph, end) for end in (graph.wires[port], port.node))
            yield filled(self.tr("wire from {0} to {1}"), *ends)
