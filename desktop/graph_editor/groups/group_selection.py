"""What the menus do about groups: group and ungroup the selection, go in and out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.groups.gate_shelf import GateShelf
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.scene.scene_edits import SceneEdits
from engine.errors import EngineError
from engine.graph.model import NodeId


class GroupSelection(SceneEdits):
    """Groups whatever is selected."""

    def __init__(
        self, document: Document, scene: GraphScene, refuse: Callable[[str], None]
    ) -> None:
        super().__init__(document, scene, refuse)
        self._shelf = GateShelf(None)

    def set_shelf(self, shelf: GateShelf) -> None:
        """Keep gates on this shelf."""
        self._shelf = shelf

    def keep(self) -> None:
        """Put the selected group on the shelf of My gates."""
        gate = self.selected_gate()
        group = None if gate is None else self._document.shown.group_of(gate)
        if group is None:
            return
        try:
            self._shelf.keep(self._document.drawing, group)
        except EngineError as error:
            self._refuse(error_sentence(error))

    def group(self) -> None:
        """Make one gate of the selected gates and select it."""
        try:
            gate = self._document.group(self._scene.selected_nodes())
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        self._scene.select([] if gate is None else [gate])

    def ungroup(self) -> None:
        """Take the selected groups away and select what was inside."""
        inside = self._document.ungroup(self._scene.selected_nodes())
        if inside:
            self._scene.select(inside)
            return
        self._refuse(
            QCoreApplication.translate(
                "GroupSelection", "There is no group to take away: select the gate of a group."
            )
        )

    def selected_gate(self) -> NodeId | None:
        """Return the selected node if it alone is selected and is the gate of a group."""
        nodes = self._scene.selected_nodes()
        node = next(iter(nodes)) if len(nodes) == 1 else None
        shown = self._document.shown
        return node if node is not None and shown.group_of(node) is not None else None

    def enter(self, gate: NodeId | None = None) -> bool:
        """Show the inside of a gate, or of the selected one; tell whether it is a group."""
        gate = self.selected_gate() if gate is None else gate
        group = None if gate is None else self._document.shown.group_of(gate)
        if group is None:
            return False
        self._document.enter(group)
        return True

    def leave(self) -> bool:
        """Go out of the innermost group and select its gate; tell whether one was entered."""
        if not self._document.place:
            return False
        group = self._document.place[-1]
        self._document.leave()
        groups = self._document.graph.groups
        gate = self._document.shown.shown_node(min(groups[group].members))
        if gate is not None and self._document.shown.group_of(gate) == group:
            self._scene.select([gate])
        return True
