"""What the menus do to the selected nodes: copy, paste, duplicate, delete, arrange, rename."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document import clipboard
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.scene.scene_edits import SceneEdits
from engine.drawing.drawing import Drawing, Point
from engine.drawing.group_edits import arranged
from engine.errors import EngineError
from engine.graph.model import NodeId

_CASCADE = 28.0
# So many nodes are laid out within a frame.
_ARRANGED_AT_ONCE = 12


class SelectionEdits(SceneEdits):
    """Edits of whatever is selected."""

    def __init__(
        self, document: Document, scene: GraphScene, refuse: Callable[[str], None]
    ) -> None:
        super().__init__(document, scene, refuse)
        self._pasted_at: Point | None = None
        self._pastes = 0
        self._arranging = BackgroundTask(scene)

    def copy(self) -> None:
        """Put the selected nodes on the clipboard as text."""
        ids = self._scene.selected_nodes()
        if ids:
            clipboard.write_clipboard(
                clipboard.copied_text(self._document.drawing, self._document.shown.whole_ids(ids))
            )
            self._pasted_at = None

    def cut(self) -> None:
        """Copy the selected nodes and delete them."""
        self.copy()
        self.delete()

    def paste(self, place: QPointF) -> None:
        """Add the nodes on the clipboard round a place and select them."""
        text = clipboard.read_clipboard()
        if not clipboard.may_hold_drawing(text):
            self._refuse(
                QCoreApplication.translate(
                    "SelectionEdits",
                    "There is nothing to paste: the clipboard holds no nodes copied from a graph.",
                )
            )
            return
        point = self._cascaded((place.x(), place.y()))
        try:
            pasted = self._document.paste(text, point)
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        self._scene.select(pasted)

    def duplicate(self) -> None:
        """Add copies of the selected nodes beside them and select the copies."""
        ids = self._scene.selected_nodes()
        if not ids:
            return
        try:
            copies = self._document.duplicate(ids)
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        self._scene.select(copies)

    def delete(self) -> None:
        """Delete the selected nodes and wires."""
        ids, wires = self._scene.selected_nodes(), self._scene.selected_wires()
        if ids or wires:
            self._document.remove(ids, wires)

    def delete_bridging(self) -> None:
        """Delete the selected nodes and lead their wires on to what they fed."""
        ids = self._scene.selected_nodes()
        if ids:
            try:
                self._document.remove_bridging(ids)
            except EngineError as error:
                self._refuse(error_sentence(error))

    def select_all(self) -> None:
        """Select every node."""
        self._scene.select(self._document.shown.graph.nodes)

    def select_linked(self) -> None:
        """Select everything that hangs together with the selected nodes."""
        graph = self._document.shown.graph
        linked: dict[NodeId, list[NodeId]] = {node_id: [] for node_id in graph.nodes}
        for port, source in graph.wires.items():
            linked[source].append(port.node)
            linked[port.node].append(source)
        found = set(self._scene.selected_nodes())
        waiting = list(found)
        while waiting:
            for other in linked[waiting.pop()]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        self._scene.select(found)

    def arrange(self) -> None:
        """Lay out the selected nodes, or all when fewer than two are selected."""
        selected = self._scene.selected_nodes()
        ids = selected if len(selected) > 1 else None
        scene = self._scene
        shown, document = self._document.shown, self._document
        measures = scene.node_sizes(), scene.column_gaps(), scene.card_boxes()
        if len(shown.graph.nodes if ids is None else ids) <= _ARRANGED_AT_ONCE:
            document.show_arranged(arranged(shown, ids, *measures))
        else:
            before = document.drawing
            self._arranging.submit(
                lambda: arranged(shown, ids, *measures),
                lambda after: self._on_arranged(before, cast("Drawing", after)),
            )

    def _on_arranged(self, before: Drawing, after: Drawing) -> None:
        if self._document.drawing is before:
            self._document.show_arranged(after)
        else:
            # What was laid out is edited by now: what there is is laid out instead.
            self.arrange()

    def set_result(self) -> None:
        """Make the selected node the one whose gradient is asked; again to take it back."""
        node_id = self.single()
        if node_id is not None:
            is_result = self._document.graph.target == node_id
            self._document.set_target(None if is_result else node_id)

    def single(self) -> NodeId | None:
        """Return the selected node when there is exactly one."""
        ids = self._scene.selected_nodes()
        return next(iter(ids)) if len(ids) == 1 else None

    def _cascaded(self, place: Point) -> Point:
        # Pasting twice at one place would hide the first copy under the second.
        if place == self._pasted_at:
            self._pastes += 1
        else:
            self._pasted_at, self._pastes = place, 0
        shift = _CASCADE * self._pastes
        return (place[0] + shift, place[1] + shift)
