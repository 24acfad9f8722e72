"""The graph as it is drawn: each folded group is one gate.

The gate of a group takes the id of the group's output node. So whatever is said about a node that
is drawn, its value, its gradient, its place, the wires that leave it, keeps the same key, and
numbers for the folded graph are looked up in the evaluation of the whole one. That evaluation never
hears of groups, which is why grouping changes no number, not even in its last bit.

The folded graph is itself a graph, whose group gates have records of their own. Layout, the formula
printer, plans and passes take it like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from engine.arrays import as_array
from engine.errors import GraphError
from engine.graph.gate_names import named_elsewhere
from engine.graph.group_operation import GroupNode, make_node
from engine.graph.groups import check_whole
from engine.graph.model import Graph, GroupId, InputPort, Node, NodeId


@dataclass(frozen=True)
class Folding:
    """A graph, and how it is drawn.

    Attributes:
        whole: The graph with every node.
        graph: The graph that is drawn, in which each folded group is one gate.
        groups: For each group gate the group that it stands for.
        wires: For each wired port of the drawn graph, and each port of a group gate, the ports of
            the whole graph that it stands for: itself, or all those through which the same node
            feeds a group.
        problems: The groups that cannot be one gate as the wires are now, and why; their members
            are drawn.
    """

    whole: Graph
    graph: Graph
    groups: Mapping[NodeId, GroupId]
    wires: Mapping[InputPort, tuple[InputPort, ...]]
    problems: Mapping[GroupId, GraphError]

    def whole_ids(self, ids: Iterable[NodeId]) -> frozenset[NodeId]:
        """Return the nodes that these drawn ones stand for; a group gate stands for its members."""
        found: set[NodeId] = set()
        for node in ids:
            found.add(node)
            if node in self.groups:
                found |= self.whole.groups[self.groups[node]].members
        return frozenset(found)


def fold(graph: Graph) -> Folding:
    """Draw each folded group as one gate; of groups inside each other, the outermost folded one.

    Example:
        >>> from engine.graph.builder import GraphBuilder
        >>> from engine.graph.groups import group_nodes
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 2.0, "x")
        >>> last = builder.gate("log", builder.gate("square", x))
        >>> graph, _ = group_nodes(builder.build(), builder.build().gates(), "ln_of_square")
        >>> [node.operation for node in fold(graph).graph.nodes.values()]
        ['input', 'ln_of_square']
    """
    problems: dict[GroupId, GraphError] = {}
    nodes: dict[NodeId, GroupNode] = {}
    groups: dict[NodeId, GroupId] = {}
    hidden: set[NodeId] = set()
    largest_first = sorted(graph.groups.items(), key=lambda item: -len(item[1].members))
    whole = _with_stubs(graph)
    for group_id, group in largest_first:
        try:
            check_whole(whole, group.members)
        except GraphError as error:
            problems[group_id] = error
            continue
        if group.folded and hidden.isdisjoint(group.members):
            node = make_node(whole, group.members, group.name)
            nodes[node.body.output] = node
            groups[node.body.output] = group_id
            hidden |= group.members
    wires = _wires(graph, nodes, hidden)
    drawn = _drawn_graph(graph, nodes, hidden, wires)
    return Folding(graph, drawn, groups, wires, problems)


def _with_stubs(graph: Graph) -> Graph:
    """Feed each input inside a group that has no wire from a node that stands for what is missing.

    So a group that lost a wire, or was just taken from the shelf, is still one gate, with a port
    that waits. Inputs that were fed by one node get one stub, and so stay one port.
    """
    nodes, wires = dict(graph.nodes), dict(graph.wires)
    last = min([0, *nodes])
    for group in sorted(graph.groups.values(), key=lambda group: -len(group.members)):
        for node in sorted(group.members):
            for index, source in enumerate(graph.inputs_of(node)):
                port = InputPort(node, index)
                if source is not None or port in wires:
                    continue
                last -= 1
                stub = NodeId(last)
                nodes[stub] = Node("input", value=as_array(1.0))
                together = next((ports for ports in group.joined if port in ports), {port})
                wires.update({other: stub for other in together if other not in wires})
    if len(nodes) == len(graph.nodes):
        return graph
    return replace(graph, nodes=nodes, wires=wires)


def _wires(
    graph: Graph, nodes: Mapping[NodeId, GroupNode], hidden: set[NodeId]
) -> dict[InputPort, tuple[InputPort, ...]]:
    """Return the ports of the drawn graph, in the order of the whole one's where they are kept."""
    wires: dict[InputPort, tuple[InputPort, ...]] = {
        port: (port,) for port in graph.wires if port.node not in hidden
    }
    for output, node in nodes.items():
        for index, ports in enumerate(node.body.wires):
            wires[InputPort(output, index)] = ports
    return wires


def _drawn_graph(
    graph: Graph,
    nodes: Mapping[NodeId, GroupNode],
    hidden: set[NodeId],
    wires: Mapping[InputPort, tuple[InputPort, ...]],
) -> Graph:
    drawn: dict[NodeId, Node] = {
        node_id: nodes.get(node_id, node)
        for node_id, node in graph.nodes.items()
        if node_id in nodes or node_id not in hidden
    }
    frames = {
        group_id: replace(group, members=group.members & frozenset(drawn))
        for group_id, group in graph.groups.items()
        if not any(group.members <= node.members for node in nodes.values())
    }
    ends = {port: graph.wires[ports[0]] for port, ports in wires.items() if ports[0] in graph.wires}
    return Graph(drawn, ends, graph.target, frames, named_elsewhere(graph, drawn))
