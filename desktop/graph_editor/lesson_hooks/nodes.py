"""Nodes by the one name that each has."""

from __future__ import annotations

from engine.errors import GraphError
from engine.graph.model import Graph, NodeId
from engine.quoting import listed, quote


def named_node(graph: Graph, name: str) -> NodeId:
    """Return the node of a name.

    Raises:
        GraphError: There is none (code ``no_node_named``).
    """
    for node, known in graph.names.items():
        if known == name:
            return node
    names = listed(graph.names.values())
    raise GraphError(
        "no_node_named",
        f"There is no node “{quote(name)}” in this graph; there are: {names}.",
        name=quote(name),
        names=names,
    )


def spoken_names(graph: Graph, nodes: frozenset[NodeId]) -> tuple[str, ...]:
    """Return what nodes are called, in the graph's order, but for those without a name."""
    return tuple(name for node, name in graph.names.items() if node in nodes)
