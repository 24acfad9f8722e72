"""Seeing through what hands its input on unchanged: reroute dots and muted gates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.graph.edits import remove_nodes
from engine.graph.gate_names import named_elsewhere
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import consumers_by_node, topological_order


def origin(graph: Graph, node: NodeId) -> NodeId | None:
    """Return the node whose value a node has: itself, unless it only hands a value on.

    Returns:
        None where a dot or a muted gate has no wire to hand on.
    """
    found: NodeId | None = node
    while found is not None:
        index = graph.nodes[found].record.passes
        if index is None:
            return found
        found = graph.wires.get(InputPort(found, index))
    return None


def seen_through(graph: Graph) -> Graph:
    """Return a graph of the same result without dots and muted gates, for formulas and programs.

    What fed nothing but the silent inputs of muted gates goes with them; what leads nowhere
    already stays. A graph that has neither is returned as it is.

    Example:
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 2.0, "x")
        >>> graph = builder.build(builder.gate("exp", builder.gate("reroute", x)))
        >>> [node.operation for node in seen_through(graph).nodes.values()]
        ['input', 'exp']
    """
    passing = {key for key, node in graph.nodes.items() if node.record.passes is not None}
    if not passing:
        return graph
    kept = _heard(graph) - passing
    wires: dict[InputPort, NodeId] = {}
    for port, source in graph.wires.items():
        end = origin(graph, source) if port.node in kept else None
        if end is not None:
            wires[port] = end
    result = graph.result
    target = None if result is None else origin(graph, result)
    nodes = {key: node for key, node in graph.nodes.items() if key in kept}
    return Graph(nodes, wires, target, given=named_elsewhere(graph, nodes))


def without_dots(graph: Graph, ids: Iterable[NodeId]) -> Graph:
    """Remove those of some nodes that are reroute dots, and lead their wires on.

    A wire that came to a dot goes on to all that the dot fed.
    """
    dots = {dot for dot in ids if dot in graph.nodes and graph.nodes[dot].is_dot}
    if not dots:
        return graph
    # Each dot after the one that feeds it, so that a row of them is walked once.
    led: dict[NodeId, NodeId | None] = {}
    for dot in topological_order(graph):
        if dot in dots:
            source = graph.inputs_of(dot)[0]
            led[dot] = source if source is None else led.get(source, source)
    fed = {
        port: origin
        for port, source in graph.wires.items()
        if port.node not in dots and (origin := led.get(source)) is not None
    }
    kept = remove_nodes(graph, dots)
    return replace(kept, wires={**kept.wires, **fed})


def _heard(graph: Graph) -> set[NodeId]:
    """Return the nodes but those whose every way on ends at an input that does not pass."""
    consumers = consumers_by_node(graph)
    heard: set[NodeId] = set()
    for node in reversed(topological_order(graph)):
        ports = consumers[node]
        if not ports or node == graph.target or any(_hears(graph, port, heard) for port in ports):
            heard.add(node)
    return heard


def _hears(graph: Graph, port: InputPort, heard: set[NodeId]) -> bool:
    passes = graph.nodes[port.node].record.passes
    return port.node in heard and passes in (None, port.index)
