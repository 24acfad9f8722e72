"""What the mouse does to wires: it draws, selects and cuts them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, Qt

from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from desktop.graph_editor.items.wire_item import WireLook
from desktop.graph_editor.scene.hit_testing import OutputPort, Port
from desktop.graph_editor.scene.misfits import misfit_of
from engine.drawing import wiring
from engine.drawing.fits import fitting_inputs, fitting_outputs, open_inputs, open_outputs
from engine.errors import EngineError
from engine.explanation.symbols import spoken_gate
from engine.graph.edits import check_connect, disconnect
from engine.graph.model import Graph, InputPort, NodeId

SNAP_PX = 20.0


@dataclass(frozen=True, slots=True)
class _Target:
    """What is under the loose end.

    Attributes:
        port: The port that it would be plugged into, if any.
        refusal: Why it cannot be, where it is over something else.
        misfit: What the wire would be marked with: its shape does not fit.
        replaced: The wire that would go.
    """

    port: Port | None = None
    refusal: str = ""
    misfit: str = ""
    replaced: InputPort | None = None


class WireGesture(Gesture):
    """Drags the loose end of a wire.

    From an output it looks for inputs, from a free input for outputs. From a wired input it takes
    the wire's end off, or, where the wire is taken nearer to its beginning, that end: plugged
    elsewhere it moves, dropped on nothing it is deleted, while a new wire dropped on nothing asks
    which operation to add there. On an input that has a wire it takes that wire's place, and one
    whose shape does not fit is drawn and marked: only a circle is refused.
    """

    pans_at_edges = True

    def __init__(
        self, canvas: Canvas, start: Pointer, port: Port, *, by_start: bool = False
    ) -> None:
        """Take a wire in the hand.

        Args:
            canvas: Where it is drawn.
            start: The press.
            port: The port that was pressed, or the input port of the wire that was.
            by_start: Whether the wire's beginning is pulled off, and not its end.
        """
        super().__init__(canvas, start)
        graph = canvas.document.shown.graph
        self._pulled = port if isinstance(port, InputPort) and port in graph.wires else None
        self._graph: Graph = graph
        self._source: NodeId | None = None
        self._into: InputPort | None = None
        if isinstance(port, OutputPort):
            self._source = port.node
        elif self._pulled is not None:
            self._graph = disconnect(graph, port)
            if by_start:
                self._into = port
            else:
                self._source = graph.wires[port]
        else:
            self._into = port
        self._open = self._find_open()
        self._candidates = self._fitting()
        self._targets: dict[Port, _Target] = {}
        self._target = _Target()
        self._is_dragging = False

    def move(self, pointer: Pointer) -> None:
        """Draw the loose wire, snapped to what it fits within reach."""
        if not self._is_dragging:
            if not pointer.is_dragged_from(self.start):
                return
            self._is_dragging = True
            self.canvas.set_candidates(self._candidates, self._fixed_node(), self._pulled)
        before, self._target = self._target, self._find_target(pointer)
        target = self._target
        end = pointer.scene if target.port is None else self.canvas.hits.port_point(target.port)
        look = WireLook.LOOSE if target.port is None else WireLook.LIT
        if target.refusal or target.misfit:
            look = WireLook.REFUSED
        self._draw(end, look)
        if target.replaced != before.replaced:
            self.canvas.set_cut(frozenset(filter(None, (target.replaced,))))
        self._explain(target)

    def _explain(self, target: _Target) -> None:
        """Say beside the pointer why it is refused, or what connecting would do besides."""
        lines = [target.refusal or target.misfit]
        if target.replaced is not None:
            source = spoken_gate(self._graph, self._graph.wires[target.replaced])
            text = QCoreApplication.translate("WireGesture", "Replaces the wire from {0}.")
            lines.append(filled(text, source))
        text = "\n".join(filter(None, lines))
        self.canvas.show_hint(text, is_refusal=bool(lines[0]))

    def finish(self, pointer: Pointer) -> None:
        """Connect, move, delete, or ask what to add."""
        self._clear()
        if not self._is_dragging:
            self._click()
            return
        if self._target.refusal:
            self.canvas.refuse(self._target.refusal)
        elif self._target.port is not None:
            self._plug(self._target.port)
        elif self._pulled is not None:
            self.canvas.document.disconnect(self._pulled)
        else:
            self.canvas.open_search(pointer.scene, feed=self._source, into=self._into)

    def cancel(self) -> None:
        """Leave every wire as it was."""
        self._clear()

    def _clear(self) -> None:
        self.canvas.overlay.hide_loose_wire()
        self.canvas.show_hint("")
        self.canvas.set_cut(frozenset())
        self.canvas.set_candidates(None, None, None)

    def _click(self) -> None:
        if self._pulled is not None:
            self.canvas.select((), (self._pulled,))
        else:
            self.canvas.select({self._fixed_node()})

    def _fitting(self) -> frozenset[Port]:
        if self._source is not None:
            fitting = fitting_inputs(self._graph, self._source)
            wires = self._graph.wires
            return frozenset(port for port in fitting if wires.get(port) != self._source)
        assert self._into is not None
        return frozenset(OutputPort(node) for node in fitting_outputs(self._graph, self._into))

    def _fixed_node(self) -> NodeId:
        if self._source is not None:
            return self._source
        assert self._into is not None
        return self._into.node

    def _draw(self, loose: QPointF, look: WireLook) -> None:
        if self._source is not None:
            fixed = self.canvas.hits.port_point(OutputPort(self._source))
            self.canvas.overlay.show_loose_wire(fixed, loose, look)
        elif self._into is not None:
            fixed = self.canvas.hits.port_point(self._into)
            self.canvas.overlay.show_loose_wire(loose, fixed, look)

    def _find_open(self) -> frozenset[Port]:
        """Return every port that the loose end can be plugged into, whatever the shapes."""
        if self._source is not None:
            return frozenset(open_inputs(self._graph, self._source))
        assert self._into is not None
        return frozenset(OutputPort(node) for node in open_outputs(self._graph, self._into))

    def _find_target(self, pointer: Pointer) -> _Target:
        hits = self.canvas.hits
        # Within reach what fits goes before what would only be marked.
        for among in (self._candidates, self._open):
            snapped = hits.port_near(pointer.scene, SNAP_PX / hits.scale, among)
            if snapped is not None:
                return self._target_at(snapped)
        node_id = hits.node_at(pointer.scene)
        # As far as it snaps to what fits, it says why what does not is refused.
        near = hits.port_near(pointer.scene, SNAP_PX / hits.scale, self._sought())
        if near is not None:
            node_id = near.node
        if node_id is None or node_id == self._fixed_node():
            return _Target()
        # A wire dropped on a card takes the nearest of its ports: a free one, then one that fits.
        own = [port for port in self._open if port.node == node_id]
        best = min(own, key=lambda port: self._cost(port, pointer.scene), default=None)
        return self._refused(node_id, near) if best is None else self._target_at(best)

    def _cost(self, port: Port, point: QPointF) -> tuple[bool, bool, float]:
        way = self.canvas.hits.port_point(port) - point
        return (
            port not in self._candidates,
            port in self._graph.wires,
            way.x() ** 2 + way.y() ** 2,
        )

    def _target_at(self, port: Port) -> _Target:
        found = self._targets.get(port)
        if found is None:
            ends = (port.node, self._into) if isinstance(port, OutputPort) else (self._source, port)
            source, into = ends
            assert source is not None
            assert into is not None
            misfit = "" if port in self._candidates else misfit_of(self._graph, source, into)
            found = _Target(port, misfit=misfit, replaced=self._replaced_by(port))
            self._targets[port] = found
        return found

    def _replaced_by(self, port: Port) -> InputPort | None:
        if not isinstance(port, InputPort):
            return None
        return port if self._graph.wires.get(port, self._source) != self._source else None

    def _sought(self) -> list[Port]:
        """Return the ports at the other ends of cards that the loose end could go to at all."""
        nodes = self._graph.nodes
        others = [node_id for node_id in nodes if node_id != self._fixed_node()]
        if self._source is None:
            return [OutputPort(node_id) for node_id in others]
        return [
            InputPort(node_id, index)
            for node_id in others
            for index in range(nodes[node_id].record.arity)
        ]

    def _refused(self, node_id: NodeId, near: Port | None) -> _Target:
        port, source = self._into, self._source
        if source is None:
            source = node_id
        else:
            port = near if isinstance(near, InputPort) else InputPort(node_id, 0)
        assert port is not None
        try:
            check_connect(self._graph, source, port)
        except EngineError as error:
            return _Target(refusal=error_sentence(error))
        return _Target()

    def _plug(self, port: Port) -> None:
        document = self.canvas.document
        try:
            if isinstance(port, OutputPort):
                assert self._into is not None
                if self._pulled is None:
                    document.connect(port.node, self._into)
                else:
                    self._move_start(port.node, self._into)
            elif self._pulled is not None:
                document.reconnect(self._pulled, port)
            elif self._source is not None:
                document.connect(self._source, port)
        except EngineError as error:
            self.canvas.refuse(error_sentence(error))

    def _move_start(self, source: NodeId, port: InputPort) -> None:
        document = self.canvas.document
        if document.shown.graph.wires[port] != source:
            text = QCoreApplication.translate("WireGesture", "move wire")
            ports = document.shown.whole_ports((port,))
            document.push(text, wiring.replug(document.drawing, ports, source))


class WireSelectGesture(WireGesture):
    """Selects a wire on press; dragged, it behaves as if its nearer end had been taken.

    With Shift the wire joins what is selected, with Ctrl it joins or leaves it.
    """

    def __init__(self, canvas: Canvas, start: Pointer, wire: InputPort) -> None:
        by_start = canvas.hits.is_nearer_start(wire, start.scene)
        super().__init__(canvas, start, wire, by_start=by_start)
        self._wires = frozenset({wire})
        self._nodes: frozenset[NodeId] = frozenset()
        before = canvas.selected_wires()
        if start.holds(Qt.KeyboardModifier.ControlModifier):
            self._nodes, self._wires = canvas.selected_nodes(), before ^ self._wires
        elif start.holds(Qt.KeyboardModifier.ShiftModifier):
            self._nodes, self._wires = canvas.selected_nodes(), before | self._wires
        canvas.select(self._nodes, self._wires)

    def _click(self) -> None:
        self.canvas.select(self._nodes, self._wires)


class CutGesture(Gesture):
    """Draws a straight cut from the press to the pointer; letting go cuts what it crosses."""

    cursor = Qt.CursorShape.CrossCursor
    pans_at_edges = True

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        super().__init__(canvas, start)
        self._crossed: dict[InputPort, QPointF] = {}
        self._is_dragging = False

    def move(self, pointer: Pointer) -> None:
        """Mark the wires under the cut and say how many there are."""
        self._is_dragging = self._is_dragging or pointer.is_dragged_from(self.start)
        if not self._is_dragging:
            return
        line = QLineF(self.start.scene, pointer.scene)
        self._crossed = self.canvas.hits.wires_across(line)
        self.canvas.overlay.show_knife(line, list(self._crossed.values()))
        self.canvas.set_cut(frozenset(self._crossed))
        self.canvas.show_hint(self._sentence())

    def finish(self, pointer: Pointer) -> None:
        """Cut in one step; a click cuts nothing and keeps the selection."""
        self._clear()
        if self._crossed:
            document = self.canvas.document
            text = QCoreApplication.translate("CutGesture", "cut wires")
            ports = document.shown.whole_ports(self._crossed)
            document.push(text, wiring.cut(document.drawing, ports))

    def cancel(self) -> None:
        """Leave every wire whole."""
        self._clear()

    def _clear(self) -> None:
        self.canvas.overlay.hide_knife()
        self.canvas.set_cut(frozenset())
        self.canvas.show_hint("")

    def _sentence(self) -> str:
        if not self._crossed:
            return QCoreApplication.translate("CutGesture", "Draw across the wires to cut.")
        if len(self._crossed) == 1:
            return QCoreApplication.translate("CutGesture", "Let go to cut one wire.")
        sentence = QCoreApplication.translate("CutGesture", "Let go to cut {} wires.")
        return filled(sentence, len(self._crossed))
