"""What the menus do with nodes that hand their input on: mute gates, put dots on wires."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.scene.scene_edits import SceneEdits
from engine.drawing import edits
from engine.errors import EngineError
from engine.graph.model import InputPort, NodeId
from engine.graph.mute import mute, unmute

DOT = "reroute"


class PassageEdits(SceneEdits):
    """Mutes gates and leads wires over dots."""

    @property
    def gates(self) -> list[NodeId]:
        """The selected gates, dots left out."""
        nodes = self._document.graph.nodes
        return [
            node
            for node in sorted(self._scene.selected_nodes())
            if node in nodes and not nodes[node].is_source and not nodes[node].is_dot
        ]

    def toggle_mute(self) -> None:
        """Mute the selected gates, or let them compute again when all are muted: one step."""
        gates = self.gates
        graph = self._document.graph
        if any(self._document.shown.group_of(gate) is not None for gate in gates):
            self._refuse(
                QCoreApplication.translate(
                    "PassageEdits",
                    "A group cannot be muted as a whole. Enter it, and mute a gate inside.",
                )
            )
            return
        is_muting = any(graph.nodes[gate].muted is None for gate in gates)
        try:
            for gate in gates:
                if not is_muting:
                    graph = unmute(graph, gate)
                elif graph.nodes[gate].muted is None:
                    graph = mute(graph, gate)
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        text = (
            QCoreApplication.translate("PassageEdits", "mute")
            if is_muting
            else QCoreApplication.translate("PassageEdits", "unmute")
        )
        if graph is not self._document.graph:
            self._document.push(text, edits.with_graph(self._document.drawing, graph))

    def add_selected_dot(self) -> None:
        """Put a dot into the middle of the selected wire."""
        wires = self._scene.selected_wires()
        if len(wires) == 1:
            port = next(iter(wires))
            wire = self._scene.items_shown.wires[port]
            self.add_dot(port, (wire.start + wire.end) / 2)

    def add_dot(self, port: InputPort, place: QPointF) -> None:
        """Put a dot on a wire and select it."""
        point = (round(place.x()), round(place.y()))
        try:
            dot = self._document.insert_on_wire(DOT, port, point)
        except EngineError as error:
            self._refuse(error_sentence(error))
            return
        self._scene.select([dot])
