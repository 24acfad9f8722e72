"""The document: all edits of its drawing, each one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.graph_editor.document.clipboard import pasted_drawing
from desktop.graph_editor.document.document_state import DocumentChange, DocumentState
from desktop.graph_editor.document.drawing_command import ChangeKind
from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.drawing import edits, group_edits
from engine.drawing.drawing_size import check_drawable
from engine.graph import edits as graph_edits
from engine.graph import groups, layout
from engine.graph.drawing import Drawing, Point
from engine.graph.model import Graph, GroupId, InputPort, NodeId
from engine.graph.passing import without_dots

__all__ = ["Document", "DocumentChange", "PassView", "Tangents"]

DUPLICATE_SHIFT: Point = (36.0, 36.0)


@dataclass(frozen=True)
class Tangents:
    """What forward mode has computed: how nodes move when one element of a source does.

    Attributes:
        source: The source that moves.
        index: Which of its elements.
        nodes: The tangents so far; what is not in it is not reached, which is not zero.
    """

    source: NodeId
    index: tuple[int, ...]
    nodes: Mapping[NodeId, Array]


@dataclass(frozen=True)
class PassView:
    """What a position on the timeline shows: the numbers computed so far, and the gate at work.

    In forward mode there are tangents, which are shown in the place of the gradients.
    """

    values: Mapping[NodeId, Array]
    gradients: Gradients
    current: NodeId | None
    direction: Literal["forward", "backward", "tangent"]
    tangents: Tangents | None = None


class Document(DocumentState):
    """A drawing under edit. Every edit raises the engine's error when the engine refuses it."""

    def add_operation(
        self,
        name: str,
        position: Point,
        *,
        feed: NodeId | None = None,
        into: InputPort | None = None,
    ) -> NodeId:
        """Add a node at a place, wired to where a loose wire came from (`edits.add_operation`)."""
        after, node_id = edits.add_operation(self._drawing, name, position, feed=feed)
        if into is not None:
            ports = self.shown.ports(into)
            graph = group_edits.disconnect(after.graph, ports)
            after = edits.with_graph(after, group_edits.connect(graph, node_id, ports))
        self.push(self.tr("add node"), after)
        return node_id

    # QObject has static methods of these two names, for string-based connections that nobody
    # makes from Python; the plain words belong to wires here.
    def connect(self, source: NodeId, port: InputPort) -> None:  # type: ignore[override]
        """Wire an output to an input port."""
        self._push_graph(
            self.tr("connect"), group_edits.connect(self.graph, source, self.shown.ports(port))
        )

    def disconnect(self, port: InputPort) -> None:  # type: ignore[override]
        """Take the wire off an input port."""
        graph = group_edits.disconnect(self.graph, self.shown.ports(port))
        self._push_graph(self.tr("disconnect"), graph)

    def reconnect(self, old: InputPort, new: InputPort) -> None:
        """Plug the wire of one input port into another."""
        if old != new:
            source = self.shown.graph.wires[old]
            graph = group_edits.disconnect(self.graph, self.shown.ports(old))
            graph = group_edits.connect(graph, source, self.shown.ports(new))
            self._push_graph(self.tr("move wire"), graph)

    def remove(self, ids: Iterable[NodeId], ports: Iterable[InputPort] = ()) -> None:
        """Remove nodes with their wires, and the wires of these input ports."""
        shown = self.shown
        inner = [port for outer in ports for port in shown.ports(outer)]
        whole = shown.whole_ids(ids)
        # A dot is part of its wire, which goes on without it.
        led_on = edits.with_graph(self._drawing, without_dots(self.graph, whole))
        drawing = edits.remove(led_on, whole)
        graph = group_edits.disconnect(drawing.graph, inner)
        if graph.nodes != self.graph.nodes or graph.wires != self.graph.wires:
            self.push(self.tr("delete"), edits.with_graph(drawing, graph))

    def remove_bridging(self, ids: Iterable[NodeId]) -> None:
        """Remove nodes and lead single wires on to what they fed."""
        after = group_edits.remove_bridging(self.shown, ids)
        self.push(self.tr("delete and reconnect"), after)

    def move(self, positions: Mapping[NodeId, Point], merge_key: object | None = None) -> None:
        """Put nodes elsewhere."""
        moved = self.shown.moved(positions)
        self.push(self.tr("move"), edits.move(self._drawing, moved), merge_key)

    def set_value(self, node: NodeId, value: Array, merge_key: object | None = None) -> None:
        """Give a source another value."""
        graph = graph_edits.set_value(self.graph, node, value)
        same = graph.nodes[node] == self.graph.nodes[node]
        after = self._drawing if same else edits.with_graph(self._drawing, graph)
        self.push(self.tr("change value"), after, merge_key)

    def rename(self, node: NodeId, name: str) -> None:
        """Give a node another name; the gate of a group has the name of the group."""
        group = self.shown.group_of(node)
        if group is not None:
            self.rename_group(group, name)
        elif self.graph.nodes[node].name != name:
            self._push_graph(self.tr("rename"), graph_edits.rename(self.graph, node, name))

    def set_settings(
        self, node: NodeId, settings: Mapping[str, float], merge_key: object | None = None
    ) -> None:
        """Give a gate other settings."""
        graph = graph_edits.set_settings(self.graph, node, settings)
        after = edits.with_graph(self._drawing, graph)
        self.push(self.tr("change setting"), after, merge_key)

    def set_target(self, node: NodeId | None) -> None:
        """Choose the node whose gradient is asked."""
        if self.graph.target != node:
            self._push_graph(self.tr("set as result"), graph_edits.set_target(self.graph, node))

    def paste(self, text: str, position: Point) -> frozenset[NodeId]:
        """Add copied nodes with their centre at a place; return their ids."""
        other = check_drawable(pasted_drawing(text), beside=len(self.graph))
        x, y = edits.centre_of(other.positions.values())
        shift = (position[0] - x, position[1] - y)
        after, new_ids = edits.merge(self._drawing, other, shift)
        if new_ids:
            self.push(self.tr("paste"), after)
        return self.shown.shown_ids(new_ids.values())

    def duplicate(
        self, ids: Iterable[NodeId], shift: Point = DUPLICATE_SHIFT, merge_key: object | None = None
    ) -> frozenset[NodeId]:
        """Add copies of some nodes and the wires among them beside them; return their ids."""
        other = edits.excerpt(self._drawing, self.shown.whole_ids(ids))
        after, new_ids = edits.merge(self._drawing, other, shift)
        if new_ids:
            self.push(self.tr("duplicate"), after, merge_key)
        return self.shown.shown_ids(new_ids.values())

    def arrange(
        self,
        ids: Iterable[NodeId] | None,
        sizes: Mapping[NodeId, tuple[float, float]],
        column_gap: float | Mapping[NodeId, float] = 120.0,
    ) -> None:
        """Lay out all nodes, or some of them, in layers round the place they were."""
        shown = self.shown
        kept = set(shown.graph.nodes if ids is None else ids)
        part = graph_edits.subgraph(shown.graph, kept)
        placed = layout.arrange(part, sizes, column_gap=column_gap)
        old = edits.centre_of(shown.drawing.positions.get(node_id, (0, 0)) for node_id in kept)
        new = edits.centre_of(placed.values())
        dx, dy = round(old[0] - new[0]), round(old[1] - new[1])
        positions = {node_id: (x + dx, y + dy) for node_id, (x, y) in placed.items()}
        after = edits.move(self._drawing, shown.moved(positions))
        self.push(self.tr("arrange"), after, kind=ChangeKind.ARRANGEMENT)

    def insert_on_wire(
        self,
        node: NodeId | str,
        port: InputPort,
        position: Point | None = None,
        aside: Mapping[NodeId, Point] | None = None,
    ) -> NodeId:
        """Put a gate into a wire: one that stands loose, or a new one by its operation's name.

        Others go `aside` to places of their own in the same step.
        """
        drawing = edits.move(self._drawing, self.shown.moved(aside or {}))
        ports = self.shown.ports(port)
        if isinstance(node, str):
            drawing, node_id = edits.add_operation(drawing, node, position or (0.0, 0.0))
            group_edits.check_insertable(drawing.graph, node_id)
            entries: tuple[InputPort, ...] = (InputPort(node_id, 0),)
        else:
            node_id = node
            group_edits.check_insertable(self.shown.graph, node_id)
            entries = self.shown.ports(InputPort(node_id, 0))
            if position is not None:
                drawing = edits.move(drawing, self.shown.moved({node_id: position}))
        after = group_edits.insert_on_wire(drawing, node_id, entries, ports)
        self.push(self.tr("insert on wire"), after)
        return node_id

    def group(self, ids: Iterable[NodeId]) -> NodeId | None:
        """Make one gate of some gates; return it."""
        after, group = group_edits.group(self.shown, ids)
        self.push(self.tr("group"), after)
        return self.shown.shown_node(min(self.graph.groups[group].members))

    def ungroup(self, ids: Iterable[NodeId]) -> frozenset[NodeId]:
        """Take away the groups of some gates; return what was inside."""
        after, inside = group_edits.ungroup(self.shown, ids)
        self.push(self.tr("ungroup"), after)
        return self.shown.shown_ids(inside)

    def add_gate(
        self,
        gate: Drawing,
        position: Point,
        *,
        feed: NodeId | None = None,
        into: InputPort | None = None,
        onto: InputPort | None = None,
        aside: Mapping[NodeId, Point] | None = None,
    ) -> NodeId:
        """Add a kept gate, wired to where a loose wire came from, or put into a wire."""
        before = edits.move(self._drawing, self.shown.moved(aside or {}))
        after, node_id, entries = group_edits.add_gate(before, gate, position)
        first = entries[0] if entries else ()
        if onto is not None:
            after = group_edits.insert_on_wire(after, node_id, first, self.shown.ports(onto))
        graph = after.graph
        if feed is not None:
            graph = group_edits.connect(graph, feed, first)
        if into is not None:
            ports = self.shown.ports(into)
            graph = group_edits.connect(group_edits.disconnect(graph, ports), node_id, ports)
        self.push(self.tr("add gate"), edits.with_graph(after, graph))
        return node_id

    def rename_group(self, group: GroupId, name: str) -> None:
        """Give a group another name."""
        if self.graph.groups[group].name != name:
            self._push_graph(self.tr("rename group"), groups.rename_group(self.graph, group, name))

    def enter(self, group: GroupId) -> None:
        """Show the inside of a group that is drawn as a gate."""
        self.go_to((*self.place, group))

    def leave(self) -> None:
        """Go out of the innermost group that is entered."""
        self.go_to(self.place[:-1])

    def _push_graph(self, text: str, graph: Graph) -> None:
        self.push(text, edits.with_graph(self._drawing, graph))
