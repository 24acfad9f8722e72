"""Wiring by keys: the arrows choose where a node's wire goes, Enter connects."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from desktop.graph_editor.items.wire_item import WireLook
from desktop.graph_editor.scene.hit_testing import OutputPort, Port
from desktop.graph_editor.scene.misfits import misfit_of
from engine.drawing.fits import fitting_inputs, fitting_outputs, open_inputs, open_outputs
from engine.errors import EngineError
from engine.explanation.symbols import spoken_gate
from engine.graph.model import InputPort, NodeId


class KeyboardWire(Gesture):
    """Draws a wire from one node without a mouse.

    Up and down choose among the ports, left and right between what may feed the node and what it
    may feed; Enter connects, Escape leaves everything as it was. As with the mouse a wire takes the
    place of the one that ends there, and one whose shape does not fit is drawn and marked.
    """

    is_led_by_keys = True

    def __init__(self, canvas: Canvas, node_id: NodeId, on_end: Callable[[], object]) -> None:
        """Begin with the free inputs of the node, if it has any, or else with its output.

        Args:
            canvas: Where it is drawn.
            node_id: The node that the wire begins or ends at.
            on_end: Called when Enter has connected.
        """
        super().__init__(canvas, Pointer(QPointF(), QPointF()))
        self._node = node_id
        self._on_end = on_end
        graph = canvas.document.shown.graph
        ends = graph.inputs_of(node_id)
        inputs = [InputPort(node_id, index) for index in range(len(ends))]
        free = [port for port in inputs if port not in graph.wires]
        self._into = next(iter(free or inputs), None)
        self._feeding: list[Port] = []
        fitting: set[Port] = set(fitting_inputs(graph, node_id))
        if self._into is not None:
            nodes = open_outputs(graph, self._into) - {graph.wires.get(self._into)}
            self._feeding = self._by_height(OutputPort(node) for node in nodes)
            fitting.update(OutputPort(node) for node in fitting_outputs(graph, self._into))
        self._fitting = fitting
        self._fed: list[Port] = self._by_height(
            port for port in open_inputs(graph, node_id) if graph.wires.get(port) != node_id
        )
        # What has all its wires is asked first what it feeds.
        self._is_inward = bool(self._feeding) and bool(free or not self._fed)
        self._chosen = 0

    @property
    def can_begin(self) -> bool:
        """Whether there is any port to choose."""
        return bool(self._feeding or self._fed)

    def begin(self) -> None:
        """Light what fits and draw the wire to the nearest."""
        self._choose_nearest()
        self._show()

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.canvas.overlay.hide_loose_wire()
        self.canvas.show_hint("")
        self.canvas.set_candidates(None, None, None)

    def press_key(self, key: Qt.Key) -> bool:
        """Choose by arrows, connect by Enter."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._chosen = (self._chosen + step) % len(self._ports)
            self._show()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._connect()
        else:
            return False
        return True

    @property
    def _ports(self) -> list[Port]:
        return self._feeding if self._is_inward else self._fed

    def _turn(self, is_inward: bool) -> None:
        if is_inward != self._is_inward and (self._feeding if is_inward else self._fed):
            self._is_inward = is_inward
            self._choose_nearest()
            self._show()

    def _choose_nearest(self) -> None:
        point, graph = self._fixed_point(), self.canvas.document.shown.graph
        wired, used = set(graph.inputs_of(self._node)), set(graph.wires.values())
        costs = []
        for port in self._ports:
            way = self.canvas.hits.port_point(port) - point
            # What feeds nothing yet is wanted most; what feeds this node already, seldom again.
            is_wired = self._is_inward and port.node in wired
            is_used = self._is_inward and port.node in used
            # Values run from left to right.
            is_backward = way.x() > 0 if self._is_inward else way.x() < 0
            distance = way.x() ** 2 + way.y() ** 2
            would_harm = (port not in self._fitting, port in graph.wires)
            costs.append((*would_harm, is_wired, is_backward, is_used, distance))
        self._chosen = costs.index(min(costs))

    def _by_height(self, ports: Iterable[Port]) -> list[Port]:
        point = self.canvas.hits.port_point
        return sorted(ports, key=lambda port: (point(port).y(), point(port).x()))

    def _fixed_point(self) -> QPointF:
        if self._is_inward and self._into is not None:
            return self.canvas.hits.port_point(self._into)
        return self.canvas.hits.port_point(OutputPort(self._node))

    def _show(self) -> None:
        chosen = self._ports[self._chosen]
        self.canvas.set_candidates(frozenset(self._ports), self._node, None)
        fixed, loose = self._fixed_point(), self.canvas.hits.port_point(chosen)
        ends = (loose, fixed) if self._is_inward else (fixed, loose)
        self.canvas.overlay.show_loose_wire(*ends, WireLook.LIT)
        self.canvas.reveal(chosen.node)
        sentence = QCoreApplication.translate(
            "KeyboardWire", "{0} → {1}: Enter connects, ↑ ↓ choose, ← → turn round, Esc leaves."
        )
        names = (self._name(chosen.node), self._name(self._node))
        first, second = names if self._is_inward else names[::-1]
        card = self.canvas.hits.cards()[chosen.node]
        lines = [filled(sentence, first, second), *self._side_effects(chosen)]
        self.canvas.show_hint("\n".join(lines), at=card)

    def _side_effects(self, chosen: Port) -> list[str]:
        """Return what connecting would do besides: a wire that goes, a shape that is marked."""
        graph = self.canvas.document.shown.graph
        port = chosen if isinstance(chosen, InputPort) else self._into
        assert port is not None
        source = chosen.node if isinstance(chosen, OutputPort) else self._node
        lines = []
        if port in graph.wires:
            text = QCoreApplication.translate("WireGesture", "Replaces the wire from {0}.")
            lines.append(filled(text, self._name(graph.wires[port])))
        if chosen not in self._fitting:
            lines.append(misfit_of(graph, source, port))
        return lines

    def _name(self, node_id: NodeId) -> str:
        return spoken_gate(self.canvas.document.shown.graph, node_id)

    def _connect(self) -> None:
        port = self._ports[self._chosen]
        self.cancel()
        self._on_end()
        try:
            if isinstance(port, InputPort):
                self.canvas.document.connect(self._node, port)
            elif self._into is not None:
                self.canvas.document.connect(port.node, self._into)
        except EngineError as error:
            self.canvas.refuse(error_sentence(error))
