"""Lighting the cone of a node or wire once the pointer rests on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.graph_editor.scene.scene import GraphScene
from engine.graph.model import InputPort, NodeId

# A pointer that only passes over a node lights nothing.
HOVER_DELAY_MS = 220


class Hovering(QObject):
    """Waits a moment before a node or wire under the pointer lights its cone."""

    def __init__(self, scene: GraphScene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._over: NodeId | InputPort | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER_DELAY_MS)
        self._timer.timeout.connect(self._on_rested)

    def enter(self, thing: NodeId | InputPort | None) -> None:
        """Note what is under the pointer now."""
        if thing == self._over:
            return
        self._over = thing
        if thing is None:
            self.leave()
        else:
            self._timer.start()

    def leave(self) -> None:
        """Light nothing."""
        self.forget()
        self._scene.set_hovered(None)

    def forget(self) -> None:
        """Wait for nothing, because the nodes are others."""
        self._over = None
        self._timer.stop()

    def _on_rested(self) -> None:
        self._scene.set_hovered(self._over)
