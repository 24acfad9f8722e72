"""Two ways to move the selection as one step: by keys, and into line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.graph_editor.document.change import ChangeKind
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene
from engine.drawing import edits
from engine.drawing.alignment import Box, Edge, aligned, distributed
from engine.drawing.drawing import Drawing, Point
from engine.graph.model import NodeId

STEP, FINE_STEP = 10.0, 1.0


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


class Nudging:
    """Moves what is selected. The series ends when Ctrl is let go, or anything else happens."""

    def __init__(self, document: Document, scene: GraphScene) -> None:
        self._document = document
        self._scene = scene
        self._key = object()
        self._after: Drawing | None = None
        self._ids: frozenset[NodeId] = frozenset()

    def move(self, dx: float, dy: float) -> None:
        """Move the selected nodes by scene pixels."""
        self._scene.finish_glide()
        ids = self._scene.selected_nodes()
        if self._after is not self._document.drawing or ids != self._ids:
            self._key = object()
        places = self._document.shown.drawing.positions
        origins = {node_id: places.get(node_id, (0.0, 0.0)) for node_id in ids}
        moved = {node_id: (x + dx, y + dy) for node_id, (x, y) in origins.items()}
        self._document.move(moved, self._key)
        self._after, self._ids = self._document.drawing, ids

    def end(self) -> None:
        """End the series: the next press is a step of its own."""
        self._after = None
