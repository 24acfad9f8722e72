"""Moving the selected nodes by keys; a series of presses is one undo step."""

from __future__ import annotations

from desktop.graph_editor.document import Document
from desktop.graph_editor.scene import GraphScene
from engine.graph.drawing import Drawing
from engine.graph.model import NodeId

STEP, FINE_STEP = 10.0, 1.0


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
