"""Edits of a graph: each returns a new graph, or refuses with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from numpy.typing import ArrayLike

from engine.arrays import as_array
from engine.errors import GraphError
from engine.graph.builder import GraphBuilder
from engine.graph.gate_names import keep_names
from engine.graph.groups import with_joined_ports
from engine.graph.model import Graph, Group, GroupId, InputPort, Node, NodeId
from engine.graph.name_letters import normal_name
from engine.graph.names import check_name
from engine.graph.topology import descendants
from engine.settings import complete


def add_node(graph: Graph, node: Node) -> tuple[Graph, NodeId]:
    """Add a node. A source without a value gets 1; a taken or missing name is replaced.

    Raises:
        OperationError: The node's operation is unknown.
        SettingError: One of its settings is.
    """
    builder = GraphBuilder(graph)
    node_id = builder.add_node(node)
    return builder.build(), node_id


def remove_nodes(graph: Graph, ids: Iterable[NodeId]) -> Graph:
    """Remove nodes with every wire that touches them, and groups of which too little is left."""
    gone = set(ids)
    graph = with_joined_ports(graph)
    nodes = {node_id: node for node_id, node in graph.nodes.items() if node_id not in gone}
    wires = {
        port: source
        for port, source in graph.wires.items()
        if port.node not in gone and source not in gone
    }
    target = None if graph.target in gone else graph.target
    return Graph(nodes, wires, target, _groups_without(graph, gone))


def check_connect(graph: Graph, source: NodeId, port: InputPort) -> None:
    """Check that an output can be wired to an input port, be that taken or of another shape.

    Whether the shapes fit is asked by `engine.drawing.fits`: a wire that does not is drawn and
    marked, as one that a formula writes.

    Raises:
        GraphError: Code ``missing_node``, ``missing_port`` or ``cycle``.
    """
    _check_ends(graph, source, port)
    if source == port.node or source in descendants(graph, port.node):
        raise GraphError(
            "cycle",
            "That wire would close a circle: a node cannot depend on its own output.",
        )


def connect(graph: Graph, source: NodeId, port: InputPort) -> Graph:
    """Wire an output to an input port, in the place of the wire that ends there.

    Raises:
        GraphError: As ``check_connect``.
    """
    check_connect(graph, source, port)
    return replace(graph, wires={**graph.wires, port: source})


def disconnect(graph: Graph, port: InputPort) -> Graph:
    """Take the wire off an input port, if there is one."""
    graph = with_joined_ports(graph)
    wires = {key: source for key, source in graph.wires.items() if key != port}
    return replace(graph, wires=wires)


def set_value(graph: Graph, node: NodeId, value: ArrayLike) -> Graph:
    """Give a source another value, of any shape: what no longer fits is told by the plan.

    Raises:
        GraphError: The node is a gate, which computes its value.
    """
    old = _require_node(graph, node)
    if not old.is_source:
        raise GraphError(
            "value_of_gate",
            f"The value of {old.record.title} is computed; change one of its inputs instead.",
            title=old.record.title,
        )
    new = replace(old, value=as_array(value))
    changed = _with_node(graph, node, new)
    # Only a nameless constant can be called otherwise, when it becomes a number or is one no more.
    return keep_names(changed, graph) if old.name else changed


def rename(graph: Graph, node: NodeId, name: str) -> Graph:
    """Give a node another name.

    Raises:
        GraphError: The name is not allowed or taken.
    """
    old = _require_node(graph, node)
    name = normal_name(name)
    check_name(graph, node, name)
    return _with_node(graph, node, replace(old, name=name))


def set_settings(graph: Graph, node: NodeId, settings: Mapping[str, float]) -> Graph:
    """Give a node's operation other settings; those not named keep their value.

    Raises:
        SettingError: A setting is unknown or out of range.
    """
    old = _require_node(graph, node)
    merged = {**old.settings, **settings}
    complete(old.record.settings, merged)
    return _with_node(graph, node, replace(old, settings=merged))


def set_target(graph: Graph, node: NodeId | None) -> Graph:
    """Choose the node whose gradient is asked, or None for the last one."""
    if node is not None:
        _require_node(graph, node)
    return replace(graph, target=node)


def subgraph(graph: Graph, ids: Iterable[NodeId]) -> Graph:
    """Return these nodes with the wires among them."""
    kept = set(ids)
    return remove_nodes(graph, [node_id for node_id in graph.nodes if node_id not in kept])


def merge(graph: Graph, other: Graph) -> tuple[Graph, dict[NodeId, NodeId]]:
    """Add another graph's nodes and wires beside this one's, under new ids and free names.

    Returns:
        The larger graph, and the new id of each of the other's nodes.
    """
    builder = GraphBuilder(graph)
    new_ids = {old_id: builder.add_node(node) for old_id, node in other.nodes.items()}
    for port, source in other.wires.items():
        builder.wire(new_ids[source], InputPort(new_ids[port.node], port.index))
    for group in other.groups.values():
        members = frozenset(new_ids[member] for member in group.members)
        joined = frozenset(
            frozenset(InputPort(new_ids[port.node], port.index) for port in ports)
            for ports in group.joined
        )
        builder.group(replace(group, members=members, joined=joined))
    return builder.build(), new_ids


def _groups_without(graph: Graph, gone: set[NodeId]) -> dict[GroupId, Group]:
    """Return the groups without some nodes; one gate is no group, nor are the same gates twice."""
    groups: dict[GroupId, Group] = {}
    seen = set()
    for group_id, group in graph.groups.items():
        members = group.members - gone
        gates = [member for member in members if not graph.nodes[member].is_source]
        if len(gates) > 1 and members not in seen:
            groups[group_id] = group if members == group.members else _smaller(group, members)
            seen.add(members)
    return groups


def _smaller(group: Group, members: frozenset[NodeId]) -> Group:
    left = (frozenset(port for port in ports if port.node in members) for ports in group.joined)
    joined = frozenset(ports for ports in left if len(ports) > 1)
    return replace(group, members=members, joined=joined)


def _with_node(graph: Graph, node_id: NodeId, node: Node) -> Graph:
    return replace(graph, nodes={**graph.nodes, node_id: node})


def _require_node(graph: Graph, node: NodeId) -> Node:
    found = graph.nodes.get(node)
    if found is None:
        raise GraphError("missing_node", f"There is no node {node} in this graph.", node=node)
    return found


def _check_ends(graph: Graph, source: NodeId, port: InputPort) -> None:
    _require_node(graph, source)
    record = _require_node(graph, port.node).record
    if not 0 <= port.index < record.arity:
        raise GraphError(
            "missing_port",
            f"{record.title} has {record.arity} input ports; there is no port {port.index + 1}.",
            title=record.title,
            arity=record.arity,
            port=port.index + 1,
        )
