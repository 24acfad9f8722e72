"""Grouping gates into one, and taking the group away again.

A group is one gate to whoever looks at it, so it has one output, and no path may leave it and come
back: a gate cannot depend on its own output. Both are checked when a group is made. Later edits of
the wires are never refused for a group's sake; a group that they break is drawn unfolded until it
is whole again (``engine.graph.folding``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from engine.errors import GraphError
from engine.graph.model import Graph, Group, GroupId, InputPort, NodeId
from engine.graph.text_limits import check_length
from engine.graph.topology import consumers_by_node, topological_order
from engine.quoting import quote


def group_nodes(graph: Graph, ids: Iterable[NodeId], name: str = "group") -> tuple[Graph, GroupId]:
    """Group the gates of a selection.

    Inputs and parameters stay outside, where they can be seen and changed. Constants that only
    these gates use come along: the 1 of 1 + e⁻ˣ is part of what the group computes.

    Args:
        graph: The graph.
        ids: The selected nodes.
        name: What the group is called: an identifier; several groups may share one.

    Raises:
        GraphError: As ``check_group``.

    Example:
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 2.0, "x")
        >>> y = builder.gate("exp", builder.gate("negate", x))
        >>> graph = builder.build()
        >>> grouped, group = group_nodes(graph, graph.gates(), "decay")
        >>> ungroup(grouped, group) == graph
        True
    """
    selected = set(ids)
    check_group(graph, selected, name)
    group_id = GroupId(max(graph.groups, default=0) + 1)
    group = Group(name, group_members(graph, selected))
    return replace(graph, groups={**graph.groups, group_id: group}), group_id


def ungroup(graph: Graph, group: GroupId) -> Graph:
    """Take a group away; the groups inside it stay.

    Raises:
        GraphError: There is no such group.
    """
    _require_group(graph, group)
    return replace(graph, groups={key: item for key, item in graph.groups.items() if key != group})


def rename_group(graph: Graph, group: GroupId, name: str) -> Graph:
    """Give a group another name.

    Raises:
        GraphError: There is no such group, or the name is no identifier.
    """
    _check_name(name)
    return _with_group(graph, group, replace(_require_group(graph, group), name=name))


def set_folded(graph: Graph, group: GroupId, folded: bool) -> Graph:
    """Draw a group as one gate, or its members.

    Raises:
        GraphError: There is no such group.
    """
    return _with_group(graph, group, replace(_require_group(graph, group), folded=folded))


def with_joined_ports(graph: Graph) -> Graph:
    """Note for each group which inputs inside are fed by one node now.

    Called before wires are taken off, so that what was one port of the group's gate stays one.
    """
    groups = {}
    for group_id, group in graph.groups.items():
        feeding: dict[NodeId, set[InputPort]] = {}
        for port, source in graph.wires.items():
            if port.node in group.members and source not in group.members:
                feeding.setdefault(source, set()).add(port)
        known = []
        for ports in group.joined:
            sources = {graph.wires[port] for port in ports if port in graph.wires}
            if not sources:
                known.append(ports)
            elif len(sources) == 1:
                feeding.setdefault(sources.pop(), set()).update(ports)
        known += [frozenset(ports) for ports in feeding.values()]
        joined = frozenset(ports for ports in known if len(ports) > 1)
        groups[group_id] = group if joined == group.joined else replace(group, joined=joined)
    return replace(graph, groups=groups) if graph.groups else graph


def group_members(graph: Graph, ids: Collection[NodeId]) -> frozenset[NodeId]:
    """Return the gates of a selection and the constants that only they use."""
    gates = {node for node in ids if node in graph.nodes and not graph.nodes[node].is_source}
    consumers = consumers_by_node(graph)
    constants = {
        source
        for port, source in graph.wires.items()
        if port.node in gates
        and graph.nodes[source].operation == "constant"
        and all(other.node in gates for other in consumers[source])
    }
    return frozenset(gates | constants)


def check_group(graph: Graph, ids: Collection[NodeId], name: str = "group") -> None:
    """Check that the gates of a selection can become a group.

    Raises:
        GraphError: Code ``group_too_small``, ``group_apart``, ``group_path``, ``group_outputs``,
            ``group_twice``, ``group_cut`` or ``group_name``.
    """
    _check_name(name)
    members = group_members(graph, ids)
    gates = {node for node in members if not graph.nodes[node].is_source}
    if len(gates) < 2:
        raise GraphError("group_too_small", "Select at least two gates to group them.")
    _check_connected(graph, members)
    check_whole(graph, members)
    _check_nesting(graph, members)


def check_whole(graph: Graph, members: Collection[NodeId]) -> None:
    """Check that nodes can stand as one gate: no path leaves and comes back, and one output.

    Raises:
        GraphError: Code ``group_path`` or ``group_outputs``.
    """
    around = _way_round(graph, members)
    if around is not None:
        label = _label(graph, around)
        raise GraphError(
            "group_path",
            f"These gates cannot be one gate: a path leaves them, passes {label} and comes back. "
            f"Select {label} too.",
            node=label,
        )
    outputs = group_outputs(graph, members)
    if len(outputs) != 1:
        labels = " and ".join(_label(graph, node) for node in outputs)
        raise GraphError(
            "group_outputs",
            f"A gate has one output, and of these gates {len(outputs)} are used outside: {labels}.",
            count=len(outputs),
            nodes=labels,
        )


def group_outputs(graph: Graph, members: Collection[NodeId]) -> list[NodeId]:
    """Return the members whose value is used outside, or is what the graph is for."""
    consumers = consumers_by_node(graph)
    inside = set(members)
    return [
        node
        for node in sorted(inside)
        if node == graph.target
        or not consumers[node]
        or any(port.node not in inside for port in consumers[node])
    ]


def parents(groups: Mapping[GroupId, Group]) -> dict[GroupId, GroupId | None]:
    """Return for each group the smallest that holds it, or None for those on the outside."""
    return {
        group_id: min(
            (key for key, other in groups.items() if group.members < other.members),
            key=lambda key: len(groups[key].members),
            default=None,
        )
        for group_id, group in groups.items()
    }


def _way_round(graph: Graph, members: Collection[NodeId]) -> NodeId | None:
    """Return the last node outside on a path that leaves the members and comes back, or None."""
    left: set[NodeId] = set()
    for node in topological_order(graph):
        sources = [source for source in graph.inputs_of(node) if source is not None]
        if node in members:
            back = [source for source in sources if source in left]
            if back:
                return back[0]
        elif any(source in members or source in left for source in sources):
            left.add(node)
    return None


def _check_connected(graph: Graph, members: Collection[NodeId]) -> None:
    neighbours: dict[NodeId, list[NodeId]] = {node: [] for node in members}
    for port, source in graph.wires.items():
        if port.node in neighbours and source in neighbours:
            neighbours[port.node].append(source)
            neighbours[source].append(port.node)
    waiting = [min(members)]
    reached = set(waiting)
    while waiting:
        for other in neighbours[waiting.pop()]:
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    if len(reached) < len(members):
        label = _label(graph, min(set(members) - reached))
        raise GraphError(
            "group_apart",
            f"These gates are not connected with each other: no wire leads to {label}.",
            node=label,
        )


def _check_nesting(graph: Graph, members: frozenset[NodeId]) -> None:
    for group in graph.groups.values():
        if members == group.members:
            raise GraphError(
                "group_twice",
                f"These gates are the group {group.name} already.",
                name=group.name,
            )
        if members & group.members and not (members < group.members or group.members < members):
            raise GraphError(
                "group_cut",
                f"The group {group.name} would be cut in two: select all of it or nothing.",
                name=group.name,
            )


def _check_name(name: str) -> None:
    check_length(name)
    if not name.isidentifier():
        raise GraphError(
            "group_name",
            f"“{quote(name)}” cannot be a group's name: use letters, digits and _, and begin "
            "with a letter.",
            name=name,
        )


def _require_group(graph: Graph, group: GroupId) -> Group:
    found = graph.groups.get(group)
    if found is None:
        raise GraphError("missing_group", f"There is no group {group} in this graph.", group=group)
    return found


def _with_group(graph: Graph, group_id: GroupId, group: Group) -> Graph:
    return replace(graph, groups={**graph.groups, group_id: group})


def _label(graph: Graph, node: NodeId) -> str:
    return graph.nodes[node].name or graph.nodes[node].record.title
