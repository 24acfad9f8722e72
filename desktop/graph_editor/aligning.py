"""Aligning and distributing the selected nodes, each as one undo step that glides."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.graph_editor.commands import edits
from desktop.graph_editor.commands.alignment import Box, Edge, aligned, distributed
from desktop.graph_editor.commands.drawing_command import ChangeKind
from desktop.graph_editor.document import Document
from desktop.graph_editor.scene import GraphScene
from engine.graph.drawing import Point
from engine.graph.model import NodeId


class Aligning:
    """Puts the cards of the selected nodes on one line, or at equal gaps."""

    def __init__(self, document: Document, scene: GraphScene) -> None:
        self._document = document
        self._scene = scene

    def align(self, edge: Edge) -> None:
        """Bring an edge or the middles of the selected cards to one line."""
        boxes = self._boxes()
        if len(boxes) > 1:
            self._push(QCoreApplication.translate("Aligning", "align"), aligned(boxes, edge))

    def distribute(self, axis: int) -> None:
        """Make the gaps between the selected cards equal along x (0) or y (1)."""
        boxes = self._boxes()
        if len(boxes) > 2:
            text = QCoreApplication.translate("Aligning", "distribute")
            self._push(text, distributed(boxes, axis))

    def _boxes(self) -> dict[NodeId, Box]:
        rects = {node: self._scene.node_rect(node) for node in self._scene.selected_nodes()}
        return {
            node: (rect.left(), rect.top(), rect.width(), rect.height())
            for node, rect in rects.items()
        }

    def _push(self, text: str, places: dict[NodeId, Point]) -> None:
        document = self._document
        after = edits.move(document.drawing, document.shown.moved(places))
        document.push(text, after, kind=ChangeKind.ARRANGEMENT)
