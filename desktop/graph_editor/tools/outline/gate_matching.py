"""Which nodes of a graph answer to what is typed, the closest first."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.graph_editor.palette.operation_search import matching_operations
from engine.explanation.symbols import spoken_name
from engine.graph.model import Graph, NodeId

_EXACT, _START, _OPERATION, _INSIDE, _NOT = range(5)


def matching_nodes(graph: Graph, nodes: Iterable[NodeId], text: str) -> list[NodeId]:
    """Return the nodes that a name, a part of one, or a name of their operation leads to.

    Args:
        graph: What the nodes belong to.
        nodes: Those to choose among, in their order.
        text: What is typed; an empty one leads to all of them.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return list(nodes)
    operations = {operation.name for operation in matching_operations(text)}

    def rank(node_id: NodeId) -> int:
        name, node = spoken_name(graph, node_id).casefold(), graph.nodes[node_id]
        if name == wanted:
            return _EXACT
        if name.startswith(wanted):
            return _START
        if node.operation in operations or node.operation.casefold() == wanted:
            return _OPERATION
        # One letter is inside almost everything, and then says nothing.
        return _INSIDE if len(wanted) > 1 and wanted in name else _NOT

    ranked = [(rank(node_id), node_id) for node_id in nodes]
    found = [entry for entry in ranked if entry[0] != _NOT]
    return [node_id for _, node_id in sorted(found, key=lambda entry: entry[0])]
