"""Edits of what is shown, made on the whole drawing: a group's gate stands for its members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.drawing import edits, layout
from engine.drawing.clearances import CardBox
from engine.drawing.drawing import Drawing, Point
from engine.drawing.shown_drawing import Place, ShownDrawing
from engine.errors import GraphError
from engine.graph import edits as graph_edits
from engine.graph import groups
from engine.graph.folding import fold
from engine.graph.group_operation import GroupNode
from engine.graph.model import Graph, GroupId, InputPort, NodeId

FIRST_NAME = "group"


def connect(graph: Graph, source: NodeId, ports: Iterable[InputPort]) -> Graph:
    """Wire an output to every port that one port on the canvas stands for.

    The wire that ends there goes first, so that these ports stay one.

    Raises:
        GraphError: As ``check_connect``.
    """
    ports = tuple(ports)
    graph = disconnect(graph, [port for port in ports if port in graph.wires])
    for port in ports:
        graph = graph_edits.connect(graph, source, port)
    return graph


def disconnect(graph: Graph, ports: Iterable[InputPort]) -> Graph:
    """Take the wires off the ports that one port on the canvas stands for."""
    for port in ports:
        graph = graph_edits.disconnect(graph, port)
    return graph


def remove_bridging(shown: ShownDrawing, ids: Iterable[NodeId]) -> Drawing:
    """Remove nodes, and where one had a single wire in, lead that wire on to what it fed."""
    drawing = shown.whole
    for node in ids:
        members = shown.whole_ids([node])
        if not members:
            continue
        # As the wires lie by now: what fed this one may have been led on already.
        graph = drawing.graph
        ports = (InputPort(node, index) for index in range(shown.graph.nodes[node].record.arity))
        ends = [graph.wires.get(shown.ports(port)[0]) for port in ports]
        sources = [end for end in ends if end is not None]
        fed = [port for port in graph.consumers(node) if port.node not in members]
        drawing = edits.remove(drawing, members)
        if len(sources) == 1:
            drawing = edits.with_graph(drawing, connect(drawing.graph, sources[0], fed))
    return drawing


def insert_on_wire(
    drawing: Drawing, node: NodeId, entries: Iterable[InputPort], ports: tuple[InputPort, ...]
) -> Drawing:
    """Put a gate without wires into a wire.

    Args:
        drawing: The drawing.
        node: The node whose output goes on.
        entries: The ports of the gate that take what the wire brought.
        ports: The ports that the wire ends at.

    Raises:
        GraphError: The gate cannot stand in this wire.
    """
    source = drawing.graph.wires[ports[0]]
    graph = disconnect(drawing.graph, ports)
    graph = connect(graph, source, entries)
    return edits.with_graph(drawing, connect(graph, node, ports))


def check_insertable(graph: Graph, node: NodeId) -> None:
    """Check that a gate on the canvas has no wires yet.

    Raises:
        GraphError: It has, or it is no gate.
    """
    if not edits.is_insertable(graph, node):
        raise GraphError("not_insertable", "Only a gate without wires can be put into a wire.")


def add_gate(
    drawing: Drawing, other: Drawing, position: Point
) -> tuple[Drawing, NodeId, list[tuple[InputPort, ...]]]:
    """Add a drawing that is one group's gate.

    Returns:
        The drawing, the node whose output the gate hands on, and for each port of the gate the
        ports inside that it stands for.
    """
    x, y = edits.centre_of(other.positions.values())
    after, new_ids = edits.merge(drawing, other, (position[0] - x, position[1] - y))
    folding = fold(other.graph)
    (gate,) = folding.groups
    entries = [
        tuple(
            InputPort(new_ids[port.node], port.index)
            for port in folding.wires[InputPort(gate, index)]
        )
        for index in range(folding.graph.nodes[gate].record.arity)
    ]
    return after, new_ids[gate], entries


def group(shown: ShownDrawing, ids: Iterable[NodeId]) -> tuple[Drawing, GroupId]:
    """Make one gate of the selected gates, named after the function that it is, if it is known.

    Raises:
        GraphError: They cannot be one gate; the sentence says why.
    """
    chosen = shown.whole_ids(ids)
    graph, group_id = groups.group_nodes(shown.whole.graph, chosen, FIRST_NAME)
    name = _name_for(graph, group_id)
    graph = groups.rename_group(graph, group_id, name)
    return replace(shown.whole, graph=graph), group_id


def ungroup(shown: ShownDrawing, ids: Iterable[NodeId]) -> tuple[Drawing, frozenset[NodeId]]:
    """Take away the groups of the selected gates, or those that the selection stands in open.

    Returns:
        The drawing, and the nodes that were inside; none if there was no group.
    """
    chosen = frozenset(ids)
    graph = shown.whole.graph
    gone = {group for node in chosen if (group := shown.group_of(node)) is not None}
    if not gone:
        gone = {
            key
            for key, item in graph.groups.items()
            if key not in shown.place and chosen & item.members and chosen <= item.members
        }
        gone = set(sorted(gone, key=lambda key: len(graph.groups[key].members))[:1])
    inside = frozenset[NodeId]().union(*(graph.groups[key].members for key in gone))
    for key in gone:
        graph = groups.ungroup(graph, key)
    return (replace(shown.whole, graph=graph) if gone else shown.whole), inside


def arranged(
    shown: ShownDrawing,
    ids: Iterable[NodeId] | None,
    sizes: Mapping[NodeId, layout.Size],
    column_gap: float | Mapping[NodeId, float] = 120.0,
    boxes: Mapping[NodeId, CardBox] | None = None,
) -> Drawing:
    """Lay out what is shown, or some nodes of it, in layers round the place they were.

    Args:
        shown: What is shown.
        ids: The nodes to lay out; None for all.
        sizes: Width and height of each node, in canvas units.
        column_gap: Free space before each column, or for each node what it wants before it.
        boxes: The cards and captions that no wire should run through, if that is to be seen to.
    """
    kept = set(shown.graph.nodes if ids is None else ids)
    part = graph_edits.subgraph(shown.graph, kept)
    placed = layout.arrange(part, sizes, column_gap=column_gap, boxes=boxes)
    old = edits.centre_of(shown.drawing.positions.get(node_id, (0, 0)) for node_id in kept)
    new = edits.centre_of(placed.values())
    dx, dy = round(old[0] - new[0]), round(old[1] - new[1])
    positions = {node_id: (x + dx, y + dy) for node_id, (x, y) in placed.items()}
    return edits.move(shown.whole, shown.moved(positions))


def joined(before: Drawing, after: Drawing, place: Place) -> Drawing:
    """Let what was added while groups are entered belong to them.

    Inputs and parameters stay outside, where they can be seen and changed.
    """
    graph = after.graph
    new = frozenset(
        node
        for node, item in graph.nodes.items()
        if node not in before.graph.nodes and (not item.is_source or item.operation == "constant")
    )
    entered = [key for key in place if key in graph.groups]
    if not new or not entered:
        return after
    # All that hold the innermost one grow with it, those that are drawn open among them.
    inside = graph.groups[entered[-1]].members
    grown = {
        key: replace(item, members=item.members | new) if inside <= item.members else item
        for key, item in graph.groups.items()
    }
    return replace(after, graph=replace(graph, groups=grown))


def _name_for(graph: Graph, group_id: GroupId) -> str:
    taken = {item.name for key, item in graph.groups.items() if key != group_id}
    alone = replace(graph, groups={group_id: graph.groups[group_id]})
    folding = fold(alone)
    for node in folding.groups:
        drawn = folding.graph.nodes[node]
        if isinstance(drawn, GroupNode) and drawn.pattern is not None:
            symbol = drawn.pattern.symbol
            return symbol if symbol.isidentifier() else drawn.pattern.name
    number = 1
    while (name := FIRST_NAME if number == 1 else f"{FIRST_NAME}{number}") in taken:
        number += 1
    return name
