"""Edits of wires: cutting several, plugging the other end, connecting two nodes as they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from engine.drawing.drawing import Drawing
from engine.drawing.edits import with_graph
from engine.drawing.fits import fitting_inputs, open_inputs
from engine.drawing.group_edits import connect, disconnect
from engine.errors import GraphError
from engine.graph import edits as graph_edits
from engine.graph.model import Graph, InputPort, NodeId


def cut(drawing: Drawing, ports: Iterable[InputPort]) -> Drawing:
    """Take the wires off these input ports."""
    return with_graph(drawing, disconnect(drawing.graph, ports))


def wires_of(graph: Graph, ids: Iterable[NodeId]) -> list[InputPort]:
    """Return the wires that begin or end at these nodes, each by its input port."""
    kept = set(ids)
    return [port for port, source in graph.wires.items() if port.node in kept or source in kept]


def replug(drawing: Drawing, ports: Collection[InputPort], source: NodeId) -> Drawing:
    """Let the wires of these input ports begin at another node.

    Raises:
        GraphError: The other node depends on what it would feed.
    """
    return with_graph(drawing, connect(disconnect(drawing.graph, ports), source, ports))


def wire_between(drawing: Drawing, first: NodeId, second: NodeId) -> tuple[NodeId, InputPort]:
    """Return the wire that would connect two nodes: its source and its port.

    The node that stands further left feeds the first free port of the other that fits, or else
    the other way round, or else the first free port whatever its shape. Which of several wires
    should give way to it is for a hand to say.

    Raises:
        GraphError: No port is free; the reason is that of the way from left to right.
    """
    graph, places = drawing.graph, drawing.positions
    left, right = sorted((first, second), key=lambda node: places.get(node, (0.0, 0.0)))
    if not (graph.nodes[left].record.arity or graph.nodes[right].record.arity):
        raise GraphError(
            "two_sources",
            "Two sources cannot be wired together: neither of them has an input.",
        )
    if not graph.nodes[right].record.arity:
        # A source takes nothing, so only the other way is left to refuse.
        left, right = right, left
    ways = ((left, right), (right, left))
    for find in (fitting_inputs, open_inputs):
        for source, target in ways:
            own = [port for port in find(graph, source) if port.node == target]
            free = [port for port in own if port not in graph.wires]
            if free:
                return source, min(free, key=lambda port: port.index)
    graph_edits.check_connect(graph, left, InputPort(right, 0))
    title = graph.nodes[right].record.title
    raise GraphError(
        "taken",
        f"Every input of {title} already has a wire; draw one onto the input it is to replace.",
        title=title,
    )
