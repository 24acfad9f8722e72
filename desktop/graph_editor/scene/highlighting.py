"""What is lit and what steps back: selection, the cone under the pointer, the step of a pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.items.node_item import StepMark
from desktop.graph_editor.items.wire_item import WireLook
from desktop.graph_editor.scene.canvas_items import CanvasItems
from desktop.graph_editor.scene.hit_testing import OutputPort, Port
from desktop.graph_editor.scene.label_layer import LabelLayer
from engine.autodiff.passes.evaluation import Evaluation
from engine.drawing.cones import cone_of, end_ports
from engine.drawing.passes import PassView
from engine.graph.model import Graph, InputPort, NodeId

_NO_PORTS: frozenset[int] = frozenset()
_STEP_MARKS = {
    "forward": StepMark.FORWARD,
    "backward": StepMark.BACKWARD,
    "tangent": StepMark.TANGENT,
}
_MEANINGS = {
    "forward": Meaning.VALUE,
    "backward": Meaning.GRADIENT,
    "tangent": Meaning.TANGENT,
}


@dataclass(frozen=True)
class Emphasis:
    """Nodes and wires that a tool speaks of: they are lit, and the rest steps back."""

    nodes: frozenset[NodeId]
    wires: frozenset[InputPort]


class Highlighting:
    """Decides the look of every item from a few facts, so that no two of them can disagree.

    Attributes:
        nodes: The selected nodes.
        wires: The selected wires.
        hovered: The node or wire whose cone is lit.
        lights_selection: Whether the cone of what is selected is lit.
        insertion: The wire that a dragged node would go into.
        cut: The wires under the knife.
        candidates: The ports that a loose wire fits, or None when no wire is dragged.
        hidden: The wire whose end is in the hand.
        shown: The pass on show, or None for everything at once.
        emphasised: The nodes and wires that a tool speaks of, or None; the rest fades.
        misfits: The wires whose shapes do not fit.
    """

    def __init__(self, items: CanvasItems, labels: LabelLayer) -> None:
        self._items = items
        self._labels = labels
        self.nodes: frozenset[NodeId] = frozenset()
        self.wires: frozenset[InputPort] = frozenset()
        self.hovered: NodeId | InputPort | None = None
        self.lights_selection = False
        self.insertion: InputPort | None = None
        self.cut: frozenset[InputPort] = frozenset()
        self.candidates: frozenset[Port] | None = None
        self.drag_origin: NodeId | None = None
        self.hidden: InputPort | None = None
        self.shown: PassView | None = None
        self.emphasised: Emphasis | None = None
        self.misfits: frozenset[InputPort] = frozenset()
        self._wires_of_ports: Mapping[InputPort, NodeId] = {}
        self._node_count = 0
        self._open_ports: dict[NodeId, frozenset[int]] = {}

    def forget_missing(self, graph: Graph) -> None:
        """Drop what is no longer in the graph."""
        self.nodes = frozenset(node for node in self.nodes if node in graph.nodes)
        self.wires = frozenset(port for port in self.wires if port in graph.wires)
        if self.hovered not in graph.nodes and self.hovered not in graph.wires:
            self.hovered = None
        if self.insertion not in graph.wires:
            self.insertion = None
        if self.hidden not in graph.wires:
            self.hidden = None
        if self.emphasised is not None and not (
            self.emphasised.nodes <= graph.nodes.keys()
            and self.emphasised.wires <= graph.wires.keys()
        ):
            self.emphasised = None

    def apply(self, graph: Graph, evaluation: Evaluation) -> None:
        """Give every item its look."""
        cone = self._cone(graph)
        ends = end_ports(graph, self._lit_wires(graph))
        open_ports = self._find_open_ports(graph)
        for node_id, node in self._items.nodes.items():
            node.set_selected(node_id in self.nodes)
            node.set_hovered(node_id == self.hovered)
            node.set_step_mark(self._step_mark(node_id))
            is_faded = cone is not None and node_id not in cone
            node.set_faded(is_faded)
            node.set_lit_ports(self._lit_ports(graph, node_id, ends))
            node.set_problem(node_id in evaluation.problems, open_ports.get(node_id, _NO_PORTS))
            for item in self._labels.of_node(node_id):
                item.set_faded(is_faded)
        for port, wire in self._items.wires.items():
            source = graph.wires[port]
            is_faded = cone is not None and not (port.node in cone and source in cone)
            if self.emphasised is not None:
                is_faded = is_faded or port not in self.emphasised.wires
            wire.set_faded(is_faded)
            wire.set_look(self._wire_look(port, source))
            wire.set_shown(port != self.hidden)
            self._apply_to_label(port, source, is_faded)
        for node_id, end in self._labels.ends.items():
            end.set_emphasis(self._end_emphasis(node_id))

    def _apply_to_label(self, port: InputPort, source: NodeId, is_faded: bool) -> None:
        label = self._labels.wires.get(port)
        if label is None:
            return
        label.set_shown(port != self.hidden)
        label.set_faded(is_faded)
        label.set_emphasis(self._wire_emphasis(port, source))

    def _find_open_ports(self, graph: Graph) -> Mapping[NodeId, frozenset[int]]:
        # A change of values leaves the wires' mapping the same object.
        if graph.wires is not self._wires_of_ports or len(graph.nodes) != self._node_count:
            self._wires_of_ports = graph.wires
            self._node_count = len(graph.nodes)
            wired: dict[NodeId, set[int]] = {}
            for port in graph.wires:
                wired.setdefault(port.node, set()).add(port.index)
            self._open_ports = {
                node_id: frozenset(range(len(item.face.inputs))) - wired.get(node_id, set())
                for node_id, item in self._items.nodes.items()
                if item.face.inputs
            }
        return self._open_ports

    def _cone(self, graph: Graph) -> set[NodeId] | None:
        if self.candidates is not None:
            lit = {port.node for port in self.candidates}
            if self.drag_origin is not None:
                lit.add(self.drag_origin)
            return lit
        if self.emphasised is not None:
            return set(self.emphasised.nodes)
        if self.hovered is not None:
            return cone_of(graph, (self.hovered,))
        if self.lights_selection and (self.nodes or self.wires):
            return cone_of(graph, (*self.nodes, *self.wires))
        return None

    def _lit_wires(self, graph: Graph) -> set[InputPort]:
        """Return the wires whose both ends are lit: those pointed at, and those of a node lit."""
        lit = set(self.wires)
        if isinstance(self.hovered, InputPort):
            lit.add(self.hovered)
        elif self.hovered is not None:
            lit.update(self._items.touching(self.hovered))
        if self.lights_selection:
            for node_id in self.nodes:
                lit.update(self._items.touching(node_id))
        return lit & graph.wires.keys() if lit else lit

    def _lit_ports(
        self, graph: Graph, node_id: NodeId, ends: Mapping[NodeId, set[int]]
    ) -> frozenset[int]:
        if self.candidates is None:
            return frozenset(ends[node_id]) if node_id in ends else _NO_PORTS
        indices: Iterable[int] = range(-1, graph.nodes[node_id].record.arity)
        return frozenset(
            index
            for index in indices
            if (OutputPort(node_id) if index < 0 else InputPort(node_id, index)) in self.candidates
        )

    def _step_mark(self, node_id: NodeId) -> StepMark:
        if self.shown is None or node_id != self.shown.current:
            return StepMark.NONE
        return _STEP_MARKS[self.shown.direction]

    def _is_emphasised(self, port: InputPort) -> bool:
        return self.emphasised is not None and port in self.emphasised.wires

    def _wire_look(self, port: InputPort, source: NodeId) -> WireLook:
        if port in self.cut:
            return WireLook.CUT
        if port == self.insertion or self._is_emphasised(port):
            return WireLook.LIT
        if port in self.wires:
            return WireLook.SELECTED
        return self._pass_look(port, source) or self._quiet_look(port, source)

    def _pass_look(self, port: InputPort, source: NodeId) -> WireLook | None:
        if self.shown is None or self.shown.current is None:
            return None
        is_reached = port in self.shown.gradients.wires
        touches = self.shown.current in (port.node, source)
        if self.shown.direction == "backward" and touches and is_reached:
            return WireLook.BACKWARD
        if self.shown.direction != "backward" and self.shown.current == port.node:
            return WireLook.FORWARD
        return None

    def _quiet_look(self, port: InputPort, source: NodeId) -> WireLook:
        if port in self.misfits:
            return WireLook.REFUSED
        is_hovered = self.hovered is not None and self.hovered in (port, port.node, source)
        if is_hovered or (self.lights_selection and self.nodes & {port.node, source}):
            return WireLook.LIT
        return WireLook.NORMAL

    def _wire_emphasis(self, port: InputPort, source: NodeId) -> Meaning | None:
        if self.shown is None or self.shown.current is None:
            return None
        if self.shown.direction != "backward":
            return _MEANINGS[self.shown.direction] if source == self.shown.current else None
        return Meaning.GRADIENT if port.node == self.shown.current else None

    def _end_emphasis(self, node_id: NodeId) -> Meaning | None:
        if self.shown is None or self.shown.current != node_id:
            return None
        return _MEANINGS[self.shown.direction]
