"""Edits of a drawing: each takes a drawing and returns the next, or refuses with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.drawing.drawing import Drawing, Point
from engine.drawing.frames import merged_frames, whole_frames, without_members
from engine.graph import edits as graph_edits
from engine.graph.model import Graph, InputPort, Node, NodeId


def with_graph(drawing: Drawing, graph: Graph) -> Drawing:
    """Return the drawing with another graph, without the places of nodes that are gone."""
    positions = drawing.positions
    if any(node_id not in graph.nodes for node_id in positions):
        positions = {key: place for key, place in positions.items() if key in graph.nodes}
    gone = drawing.graph.nodes.keys() - graph.nodes.keys()
    frames = without_members(drawing.frames, gone) if gone else drawing.frames
    collapsed = drawing.collapsed - gone if gone else drawing.collapsed
    return replace(drawing, graph=graph, positions=positions, frames=frames, collapsed=collapsed)


def collapse(drawing: Drawing, ids: Iterable[NodeId], *, is_collapsed: bool) -> Drawing:
    """Let cards show what they are called and nothing else, or all again."""
    chosen = frozenset(ids) & drawing.graph.nodes.keys()
    before = drawing.collapsed
    after = before | chosen if is_collapsed else before - chosen
    return drawing if after == before else replace(drawing, collapsed=after)


def add_operation(
    drawing: Drawing,
    name: str,
    position: Point,
    *,
    feed: NodeId | None = None,
) -> tuple[Drawing, NodeId]:
    """Add a node, wired to where a loose wire came from.

    Args:
        drawing: The drawing as it stands.
        name: The operation's name.
        position: The node's centre.
        feed: A node whose output goes into the new node's first port.

    Raises:
        EngineError: The operation is unknown or the wire does not fit.
    """
    graph, node_id = graph_edits.add_node(drawing.graph, Node(name))
    if feed is not None:
        graph = graph_edits.connect(graph, feed, InputPort(node_id, 0))
    positions = {**drawing.positions, node_id: position}
    return replace(drawing, graph=graph, positions=positions), node_id


def remove(drawing: Drawing, ids: Iterable[NodeId]) -> Drawing:
    """Remove nodes with their wires."""
    return with_graph(drawing, graph_edits.remove_nodes(drawing.graph, ids))


def move(drawing: Drawing, positions: Mapping[NodeId, Point]) -> Drawing:
    """Put nodes elsewhere."""
    changed = {
        node_id: place
        for node_id, place in positions.items()
        if node_id in drawing.graph.nodes and drawing.positions.get(node_id) != place
    }
    if not changed:
        return drawing
    return replace(drawing, positions={**drawing.positions, **changed})


def excerpt(drawing: Drawing, ids: Iterable[NodeId]) -> Drawing:
    """Return these nodes with the wires among them, where they stand."""
    graph = graph_edits.subgraph(drawing.graph, ids)
    positions = {node_id: drawing.positions.get(node_id, (0.0, 0.0)) for node_id in graph.nodes}
    frames = whole_frames(drawing.frames, graph.nodes.keys())
    collapsed = drawing.collapsed & graph.nodes.keys()
    return Drawing(graph, positions, frames=frames, collapsed=collapsed)


def merge(drawing: Drawing, other: Drawing, shift: Point) -> tuple[Drawing, dict[NodeId, NodeId]]:
    """Add another drawing's nodes and wires, moved by `shift`, under new ids and free names."""
    graph, new_ids = graph_edits.merge(drawing.graph, other.graph)
    positions = dict(drawing.positions)
    for old_id, new_id in new_ids.items():
        x, y = other.positions.get(old_id, (0.0, 0.0))
        positions[new_id] = (x + shift[0], y + shift[1])
    frames = merged_frames(drawing.frames, other.frames, new_ids)
    collapsed = drawing.collapsed | {new_ids[node_id] for node_id in other.collapsed}
    merged = replace(drawing, graph=graph, positions=positions, frames=frames, collapsed=collapsed)
    return merged, new_ids


def is_insertable(graph: Graph, node_id: NodeId) -> bool:
    """Tell whether a node may be dropped on a wire: a gate that is not wired anywhere yet."""
    if graph.nodes[node_id].is_source:
        return False
    return node_id not in graph.wires.values() and not any(
        end is not None for end in graph.inputs_of(node_id)
    )


def centre_of(positions: Iterable[Point]) -> Point:
    """Return the middle of the rectangle round some places, (0, 0) when there are none."""
    places = list(positions)
    if not places:
        return (0.0, 0.0)
    xs, ys = zip(*places, strict=True)
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
