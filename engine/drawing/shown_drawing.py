"""The drawing that the canvas shows: groups as single gates, or the inside of the one entered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.plan import Plan, compile_plan, plan_with_values, restricted
from engine.autodiff.passes.regrouping import regrouped
from engine.autodiff.passes.reverse import Gradients
from engine.drawing.drawing import Drawing, Frame, FrameId, Point
from engine.drawing.edits import centre_of
from engine.drawing.inside_view import OutsideNode, inside_drawing
from engine.errors import EngineError
from engine.graph.folding import Folding, fold
from engine.graph.gate_names import named_elsewhere
from engine.graph.groups import group_outputs, set_folded
from engine.graph.model import Graph, GroupId, InputPort, NodeId

Place = tuple[GroupId, ...]

_DECIMALS = 3


@dataclass(frozen=True)
class ShownDrawing:
    """What is seen of a document.

    Without groups it is the document's own drawing, the very same object, and costs nothing.

    Attributes:
        whole: The document's drawing.
        drawing: What the canvas shows.
        context: The graph that arithmetic and steps speak of: everything, with each group but the
            entered ones as one gate. On the outside it is the drawn graph.
        folding: How the context was made; None without groups.
        place: The groups entered, the outermost first.
        boundary: The nodes that stand for what feeds the entered group.
        earlier_plan: A plan of the context with other values, to be used again if it fits.
    """

    whole: Drawing
    drawing: Drawing
    context: Graph
    folding: Folding | None = None
    place: Place = ()
    boundary: frozenset[NodeId] = field(default_factory=frozenset)
    earlier_plan: Plan | None = None

    @property
    def graph(self) -> Graph:
        """The graph on the canvas."""
        return self.drawing.graph

    @property
    def is_inside(self) -> bool:
        """Whether a group is entered."""
        return bool(self.place)

    @cached_property
    def plan(self) -> Plan:
        """The context's plan; the steps of the walk are its gates."""
        again = (
            None if self.earlier_plan is None else plan_with_values(self.earlier_plan, self.context)
        )
        return compile_plan(self.context) if again is None else again

    def group_of(self, node: NodeId) -> GroupId | None:
        """Return the group that a gate on the canvas stands for, or None."""
        return None if self.folding is None else self.folding.groups.get(node)

    def ports(self, port: InputPort) -> tuple[InputPort, ...]:
        """Return the ports of the whole graph that one on the canvas stands for."""
        return (port,) if self.folding is None else self.folding.wires.get(port, (port,))

    def whole_ports(self, ports: Iterable[InputPort]) -> frozenset[InputPort]:
        """Return the ports of the whole graph that some on the canvas stand for."""
        return frozenset(inner for port in ports for inner in self.ports(port))

    def whole_ids(self, ids: Iterable[NodeId]) -> frozenset[NodeId]:
        """Return the nodes of the whole graph that some on the canvas stand for."""
        chosen = frozenset(ids) - self.boundary
        return chosen if self.folding is None else self.folding.whole_ids(chosen)

    def shown_node(self, node: NodeId) -> NodeId | None:
        """Return the node on the canvas that stands for one of the whole graph, if any does."""
        gate = self._gates.get(node, node)
        return gate if gate in self.graph.nodes else None

    def shown_ids(self, ids: Iterable[NodeId]) -> frozenset[NodeId]:
        """Return the nodes on the canvas that stand for some of the whole graph."""
        return frozenset(shown for node in ids if (shown := self.shown_node(node)) is not None)

    def shown_ports(self, ports: Iterable[InputPort]) -> frozenset[InputPort]:
        """Return the wires on the canvas that stand for some of the whole graph."""
        if self.folding is None:
            return frozenset(ports)
        wanted = frozenset(ports)
        return frozenset(
            port
            for port in self.graph.wires
            if port in wanted or not wanted.isdisjoint(self.ports(port))
        )

    def name_of(self, node: NodeId) -> str:
        """Return the name that renaming changes: a group's gate has the name of the group."""
        group = self.group_of(node)
        return self.graph.nodes[node].name if group is None else self.whole.graph.groups[group].name

    def is_editable(self, node: NodeId) -> bool:
        """Tell whether a node holds a value that can be typed."""
        shown = self.graph.nodes[node]
        return shown.is_source and not isinstance(shown, OutsideNode)

    def is_named(self, node: NodeId) -> bool:
        """Tell whether a node can be given a name here."""
        shown = self.graph.nodes[node]
        is_told = shown.operation != "constant" and not shown.is_dot
        return is_told and not isinstance(shown, OutsideNode)

    def steps_at(self, node: NodeId) -> bool:
        """Tell whether the walk stops at a gate: while a group is entered, at those inside.

        A dot is no gate: its numbers come with those of the gate that it leads on from.
        """
        if self.context.nodes[node].is_dot:
            return False
        return not self.place or (node in self.graph.nodes and node not in self.boundary)

    def moved(self, positions: Mapping[NodeId, Point]) -> dict[NodeId, Point]:
        """Return where nodes of the whole graph go when those on the canvas go to places."""
        places: dict[NodeId, Point] = {}
        for node, (x, y) in positions.items():
            if node in self.boundary or node not in self.graph.nodes:
                continue
            old_x, old_y = self.drawing.positions.get(node, (0.0, 0.0))
            for member in self.whole_ids([node]) if self.group_of(node) is not None else ():
                member_x, member_y = self.whole.positions.get(member, (0.0, 0.0))
                # Rounded, so that a gate that is moved and moved back leaves no trace.
                places[member] = (
                    round(member_x + x - old_x, _DECIMALS),
                    round(member_y + y - old_y, _DECIMALS),
                )
            if self.group_of(node) is None:
                places[node] = (x, y)
        return places

    def result(self, evaluation: Evaluation) -> NodeId | None:
        """Return the node behind which its gradient is written too."""
        if not self.place:
            return evaluation.target
        outputs = group_outputs(self.whole.graph, self.whole.graph.groups[self.place[-1]].members)
        return outputs[0] if len(outputs) == 1 else None

    def over(self, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation of the whole graph as one of the context.

        No number is computed again: a group's gate has the value of its output, and its gradients
        are regrouped.
        """
        folding = self.folding
        if folding is None:
            return evaluation
        problems = {self._gates.get(node, node): it for node, it in evaluation.problems.items()}
        # What a gate lacks is told of its own ports, not of those inside.
        problems |= {node: it for node, it in self.plan.problems.items() if node in folding.groups}
        return Evaluation(
            restricted(self.plan, evaluation.values),
            evaluation.values,
            evaluation.target,
            regrouped(folding, evaluation.gradients),
            {**self._broken(), **problems},
        )

    def shares_inside(self, gradients: Gradients) -> Gradients:
        """Return gradients for the labels: of what feeds the group only what goes back from it."""
        if not self.boundary:
            return gradients
        nodes = dict(gradients.nodes)
        for node in self.boundary:
            arrived = [
                gradients.wires[port]
                for port, source in self.graph.wires.items()
                if source == node and port in gradients.wires
            ]
            if arrived:
                nodes[node] = sum(arrived[1:], start=arrived[0])
        return Gradients(nodes, gradients.wires)

    @cached_property
    def _gates(self) -> dict[NodeId, NodeId]:
        """For each node that is hidden in a group the gate that is drawn in its place."""
        if self.folding is None:
            return {}
        groups = self.folding.whole.groups
        return {
            member: gate
            for gate, group in self.folding.groups.items()
            for member in groups[group].members
        }

    def _broken(self) -> dict[NodeId, EngineError]:
        """Return why groups are drawn open though they should be one gate, each at one member."""
        assert self.folding is not None
        groups = self.whole.graph.groups
        told = {
            max(groups[group].members): error
            for group, error in self.folding.problems.items()
            if groups[group].folded and group not in self.place
        }
        # One that lies inside a gate hinders nobody out here.
        return {node: error for node, error in told.items() if node not in self._gates}


def show(
    drawing: Drawing,
    place: Place = (),
    values: Mapping[NodeId, Array] | None = None,
    guests: frozenset[NodeId] = frozenset(),
    previous: ShownDrawing | None = None,
) -> ShownDrawing:
    """Return what is seen of a drawing.

    Args:
        drawing: The whole drawing.
        place: The groups entered, the outermost first.
        values: The values of its nodes, for what feeds an entered group.
        guests: Inputs that were added while inside; they belong to the outside, but are shown.
        previous: What was seen before an edit; what only other values leave alone is used again.
    """
    graph = drawing.graph
    if not graph.groups:
        return ShownDrawing(drawing, drawing, graph)
    for group in place:
        graph = set_folded(graph, group, False)
    folding, plan = _fold(graph, previous)
    positions = {
        node: _place_of(folding, drawing, node)
        for node in folding.graph.nodes
        if node in drawing.positions
    }
    folded = replace(drawing, graph=folding.graph, positions=positions)
    shown = ShownDrawing(drawing, folded, folding.graph, folding, place, earlier_plan=plan)
    shown = replace(shown, drawing=replace(folded, frames=_frames(shown)))
    if not place:
        return shown
    members = graph.groups[place[-1]].members
    inside, boundary = inside_drawing(shown.drawing, members, values or {}, guests)
    shown = replace(shown, drawing=inside, boundary=boundary)
    return replace(shown, drawing=replace(inside, frames=_frames(shown)))


def _fold(graph: Graph, previous: ShownDrawing | None) -> tuple[Folding, Plan | None]:
    """Fold a graph, or put other values of drawn sources into the folding there was."""
    known = None if previous is None else previous.folding
    if known is None or previous is None:
        return fold(graph), None
    old = known.whole
    is_like = (
        graph.wires is old.wires
        and graph.target == old.target
        and graph.nodes.keys() == old.nodes.keys()
        and graph.groups == old.groups
    )
    changed = {key: node for key, node in graph.nodes.items() if node is not old.nodes.get(key)}
    if not is_like or not all(
        node.is_source and key in known.graph.nodes for key, node in changed.items()
    ):
        return fold(graph), None
    drawn = known.graph
    if changed:
        nodes = {**drawn.nodes, **changed}
        names = drawn.names if graph.names is old.names else named_elsewhere(graph, nodes)
        drawn = replace(drawn, nodes=nodes, given=names)
    return replace(known, whole=graph, graph=drawn), previous.plan


def _place_of(folding: Folding, drawing: Drawing, node: NodeId) -> Point:
    """Return where a node stands; a group's gate in the middle of its members.

    So a gate that is moved takes its members along, and ungrouping finds them as they were.
    """
    if node not in folding.groups:
        return drawing.positions[node]
    members = folding.whole.groups[folding.groups[node]].members
    return centre_of(drawing.positions.get(member, (0.0, 0.0)) for member in sorted(members))


def _frames(shown: ShownDrawing) -> dict[FrameId, Frame]:
    frames = {}
    for key, frame in shown.whole.frames.items():
        members = shown.shown_ids(frame.members)
        if members:
            frames[key] = replace(frame, members=members)
    return frames
