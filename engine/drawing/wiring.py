"""Edits of wires: cutting several, plugging the other end, connecting two nodes as they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from engine.drawing.drawing import Drawing
from engine.drawing.edits import with_graph
from engine.drawing.fits import fitting_inputs
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
        GraphError: The other node's result does not fit there.
    """
    return with_graph(drawing, connect(disconnect(drawing.graph, ports), source, ports))


def wire_between(drawing: Drawing, first: NodeId, second: NodeId) -> tuple[NodeId, InputPort]:
    """Return the wire that would connect two nodes: its source and its port.

    The node that stands further left feeds the first free port of the other that fits, or else
    the other way round.

    Raises:
        GraphError: No port fits; the reason is that of the way from left to right.
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
    free = [index for index, end in enumerate(graph.inputs_of(right)) if end is None]
    way = left, InputPort(right, free[0] if free else 0)
    for source, target in ((left, right), (right, left)):
        own = [port for port in fitting_inputs(graph, source) if port.node == target]
        if own:
            way = source, min(own, key=lambda port: port.index)
            break
    graph_edits.check_connect(graph, *way)
    return way
