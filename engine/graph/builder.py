"""A builder for graphs of many nodes, which edits one copy in place and then lets it go."""

from __future__ import annotations

from dataclasses import replace

from numpy.typing import ArrayLike

from engine.arrays import as_array
from engine.errors import OperationError
from engine.graph.model import Graph, Group, GroupId, InputPort, Node, NodeId
from engine.graph.names import free_name, name_stem, needs_name
from engine.operations.catalog import OPERATIONS
from engine.settings import complete


class GraphBuilder:
    """Collects nodes and wires, for programs that make a whole graph at once.

    It trusts its caller: wires are not checked for cycles, shapes or taken ports, as
    ``engine.graph.edits.connect`` does. A node can only be wired to nodes that exist, so a graph
    built by ``gate`` alone cannot have a cycle.

    Example:
        >>> builder = GraphBuilder()
        >>> x, y = builder.source("input", 2.0, "x"), builder.source("input", 3.0, "y")
        >>> graph = builder.build(target=builder.gate("multiply", x, y))
        >>> len(graph)
        3
    """

    def __init__(self, graph: Graph | None = None) -> None:
        """Start from a graph, which is not changed, or from nothing."""
        self._start = graph or Graph()
        self._nodes = dict(self._start.nodes)
        self._groups = dict(self._start.groups)
        self._wires = dict(self._start.wires)
        self._names = {node.name for node in self._nodes.values()}
        self._numbers: dict[str, int] = {}
        self._last = max(self._nodes, default=0)

    def add_node(self, node: Node) -> NodeId:
        """Add a node; a missing value becomes 1, a taken or missing name is replaced.

        Raises:
            OperationError: The node's operation is unknown.
            SettingError: One of its settings is unknown or out of range.
        """
        record = OPERATIONS.require(node.operation)
        complete(record.settings, node.settings)
        if record.is_source and node.value is None:
            node = replace(node, value=as_array(1.0))
        if node.name or needs_name(node.operation):
            node = replace(node, name=self._free_name(node))
        self._last += 1
        node_id = NodeId(self._last)
        self._nodes[node_id] = node
        return node_id

    def _free_name(self, node: Node) -> str:
        if node.name and node.name not in self._names:
            self._names.add(node.name)
            return node.name
        # Names are never given back, so that a number that was taken once need not be tried again.
        stem = name_stem(node.operation, node.name)
        first = self._numbers.get(stem, 1)
        name = free_name(self._names, node.operation, node.name, first)
        number = name.removeprefix(stem)
        if number.isdecimal():
            self._numbers[stem] = max(first, int(number))
        self._names.add(name)
        return name

    def source(self, operation: str, value: ArrayLike, name: str = "") -> NodeId:
        """Add an input, a parameter or a constant."""
        return self.add_node(Node(operation, name, as_array(value)))

    def gate(self, operation: str, *inputs: NodeId, name: str = "", **settings: float) -> NodeId:
        """Add a gate with all its inputs wired.

        Raises:
            OperationError: The operation takes another number of inputs.
        """
        record = OPERATIONS.require(operation)
        if len(inputs) != record.arity:
            raise OperationError(
                "wrong_arity",
                f"{record.title} takes {record.arity} inputs, and {len(inputs)} were given.",
                title=record.title,
                arity=record.arity,
                given=len(inputs),
            )
        node_id = self.add_node(Node(record.name, name, settings=settings))
        for index, source in enumerate(inputs):
            self.wire(source, InputPort(node_id, index))
        return node_id

    def node(self, node_id: NodeId) -> Node:
        """Return a node that was added."""
        return self._nodes[node_id]

    def wire(self, source: NodeId, port: InputPort) -> None:
        """Wire an output to an input port, replacing the wire that is there."""
        self._wires[port] = source

    def group(self, group: Group) -> GroupId:
        """Put nodes into a group; unlike ``engine.graph.groups.group_nodes``, unchecked."""
        group_id = GroupId(max(self._groups, default=0) + 1)
        self._groups[group_id] = group
        return group_id

    def build(self, target: NodeId | None = None) -> Graph:
        """Return the graph so far; without a target it keeps the one it started with."""
        return Graph(
            dict(self._nodes),
            dict(self._wires),
            self._start.target if target is None else target,
            dict(self._groups),
        )
