"""Questions about a graph's structure, all answered by loops: a deep graph exhausts no stack."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from engine.graph.model import Graph, InputPort, NodeId


def consumers_by_node(graph: Graph) -> dict[NodeId, list[InputPort]]:
    """Return for every node the input ports that take its output."""
    consumers: dict[NodeId, list[InputPort]] = {node_id: [] for node_id in graph.nodes}
    for port, source in graph.wires.items():
        consumers[source].append(port)
    return consumers


def topological_order(graph: Graph) -> list[NodeId]:
    """Return all nodes so that each stands after the nodes it takes its inputs from.

    Kahn's algorithm (Kahn, Topological sorting of large networks, 1962). Ties go to the smaller
    id, so that the same graph is always walked in the same order.
    """
    consumers = consumers_by_node(graph)
    waiting = dict.fromkeys(graph.nodes, 0)
    for port in graph.wires:
        waiting[port.node] += 1
    ready = deque(sorted(node_id for node_id, count in waiting.items() if count == 0))
    order: list[NodeId] = []
    while ready:
        node_id = ready.popleft()
        order.append(node_id)
        for port in sorted(consumers[node_id]):
            waiting[port.node] -= 1
            if waiting[port.node] == 0:
                ready.append(port.node)
    return order


def ancestors(graph: Graph, node: NodeId) -> set[NodeId]:
    """Return the nodes that this node depends on, without itself: its upstream cone."""
    return _reach([node], {node_id: _feeding(graph, node_id) for node_id in graph.nodes})


def descendants(graph: Graph, node: NodeId) -> set[NodeId]:
    """Return the nodes that depend on this node, without itself: its downstream cone."""
    consumers = consumers_by_node(graph)
    fed = {key: [port.node for port in ports] for key, ports in consumers.items()}
    return _reach([node], fed)


def levels(graph: Graph) -> dict[NodeId, int]:
    """Return each node's level: 0 for nodes without wired inputs, else 1 + the highest before."""
    level: dict[NodeId, int] = {}
    for node_id in topological_order(graph):
        before = [level[source] for source in _feeding(graph, node_id)]
        level[node_id] = 1 + max(before) if before else 0
    return level


def _feeding(graph: Graph, node: NodeId) -> list[NodeId]:
    return [source for source in graph.inputs_of(node) if source is not None]


def _reach(start: Iterable[NodeId], following: Mapping[NodeId, Iterable[NodeId]]) -> set[NodeId]:
    seen: set[NodeId] = set()
    waiting = list(start)
    while waiting:
        for other in following[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen
