"""The inside of a group as a drawing: its members, and stand-ins for what feeds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.arrays import Array
from engine.drawing.drawing import Drawing, Point
from engine.graph.gate_names import named_elsewhere
from engine.graph.model import Graph, InputPort, Node, NodeId

# From the leftmost member to what feeds it, and from one of those to the next.
_WAY_LEFT, _WAY_DOWN = 210.0, 112.0


def inside_drawing(
    outer: Drawing,
    members: frozenset[NodeId],
    values: Mapping[NodeId, Array],
    guests: frozenset[NodeId],
) -> tuple[Drawing, frozenset[NodeId]]:
    """Return the inside of a group.

    Args:
        outer: The drawing in which the group's members stand, inner groups as gates.
        members: The members.
        values: The values of the graph's nodes.
        guests: Nodes outside that are shown as well, where they stand.

    Returns:
        The inside, and those of its nodes that stand for what is outside.
    """
    graph = outer.graph
    inner = {node: graph.nodes[node] for node in graph.nodes if node in members}
    wires = {port: source for port, source in graph.wires.items() if port.node in inner}
    feeding = [source for source in _in_order(graph, wires) if source not in inner]
    seen = {node: graph.nodes[node] for node in guests if node in graph.nodes}
    seen |= _stand_ins(graph, feeding, values)
    positions = {node: outer.positions.get(node, (0.0, 0.0)) for node in inner}
    places = _places(feeding, wires, positions)
    places |= {node: outer.positions[node] for node in guests if node in outer.positions}
    target = graph.target if graph.target in inner else None
    nodes = {**seen, **inner}
    inside = Graph(nodes, wires, target, given=named_elsewhere(graph, nodes))
    drawing = replace(outer, graph=inside, positions={**places, **positions})
    return drawing, frozenset(node for node in feeding if node not in guests)


def _in_order(graph: Graph, wires: Mapping[InputPort, NodeId]) -> list[NodeId]:
    order = {node: index for index, node in enumerate(graph.nodes)}
    return list(dict.fromkeys(wires[port] for port in sorted(wires, key=lambda p: order[p.node])))


def _stand_ins(
    graph: Graph, feeding: list[NodeId], values: Mapping[NodeId, Array]
) -> dict[NodeId, Node]:
    """Return what is shown for each node outside: an input itself, a gate by its value."""
    found: dict[NodeId, Node] = {}
    for node_id in feeding:
        node = graph.nodes[node_id]
        if node.is_source:
            found[node_id] = node
            continue
        name = graph.names.get(node_id, "")
        found[node_id] = OutsideNode(operation="input", name=name, value=values.get(node_id))
    return found


def _places(
    feeding: list[NodeId],
    wires: Mapping[InputPort, NodeId],
    positions: Mapping[NodeId, Point],
) -> dict[NodeId, Point]:
    """Put what feeds the group in a column to its left, each at the height of what it feeds."""
    left = min(x for x, _ in positions.values()) - _WAY_LEFT
    heights: dict[NodeId, float] = {}
    for node in feeding:
        fed = [positions[port.node][1] for port, source in wires.items() if source == node]
        heights[node] = sum(fed) / len(fed)
    column = sorted(feeding, key=lambda node: heights[node])
    places: dict[NodeId, Point] = {}
    middle = sum(heights.values()) / max(1, len(heights))
    for index, node in enumerate(column):
        top = middle - _WAY_DOWN * (len(column) - 1) / 2
        y = heights[node] if len(column) == 1 else top + _WAY_DOWN * index
        places[node] = (left, round(y))
    return places


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OutsideNode(Node):
    """A gate outside that feeds the group, shown as an input with its present value."""
