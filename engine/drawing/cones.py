"""What hangs together with nodes and wires: all that leads to them and all that follows."""

from __future__ import annotations

from collections.abc import Iterable

from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import ancestors, descendants


def cone_of(graph: Graph, things: Iterable[NodeId | InputPort]) -> set[NodeId]:
    """Return the nodes upstream and downstream of nodes and wires, their own ends included."""
    cone: set[NodeId] = set()
    for thing in things:
        if isinstance(thing, InputPort):
            start, end = graph.wires[thing], thing.node
        else:
            start = end = thing
        cone |= ancestors(graph, start) | {start, end} | descendants(graph, end)
    return cone


def end_ports(graph: Graph, wires: Iterable[InputPort]) -> dict[NodeId, set[int]]:
    """Return the ports at both ends of wires: inputs by index, the output as -1."""
    ports: dict[NodeId, set[int]] = {}
    for wire in wires:
        ports.setdefault(wire.node, set()).add(wire.index)
        ports.setdefault(graph.wires[wire], set()).add(-1)
    return ports
