"""The graph as a plain immutable value: nodes, and the wires between their ports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, NewType

import numpy as np

from engine.arrays import Array
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Look, Operation
from engine.operations.pass_through import passing

NodeId = NewType("NodeId", int)
GroupId = NewType("GroupId", int)


class InputPort(NamedTuple):
    """One input port of a node. It takes one wire, so it names that wire too.

    A tuple, because it is the key of most tables and a tuple is hashed without a call into Python.

    Attributes:
        node: The node that the port belongs to.
        index: The port's place among the operation's inputs, from 0.
    """

    node: NodeId
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody needs here


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One operation in a graph.

    Attributes:
        operation: Name of its record in the table of operations.
        name: What the learner calls it; sources always have one, gates may.
        value: The value a source holds (read-only); None for gates.
        settings: The operation's settings that differ from their defaults.
        muted: For a muted gate the index of the input that it hands on unchanged, else None.
    """

    operation: str
    name: str = ""
    value: Array | None = None
    settings: Mapping[str, float] = field(default_factory=dict)
    muted: int | None = None

    @property
    def record(self) -> Operation:
        """The operation's record; a muted gate's says that it hands an input on."""
        record = OPERATIONS[self.operation]
        return record if self.muted is None else passing(record, self.muted)

    @property
    def is_source(self) -> bool:
        """Whether it holds a value instead of computing one."""
        return self.record.is_source

    @property
    def is_dot(self) -> bool:
        """Whether it is a reroute dot, which leads a wire and is no gate to a learner."""
        return self.record.look is Look.DOT

    def __eq__(self, other: object) -> bool:
        """Compare by content, because the arrays' own ``==`` answers element by element."""
        if self is other:
            return True
        if not isinstance(other, Node):
            return NotImplemented
        return (self.operation, self.name, self.settings, self.muted) == (
            other.operation,
            other.name,
            other.settings,
            other.muted,
        ) and _same_value(self.value, other.value)

    __hash__ = None  # type: ignore[assignment]  # compares by a mutable-looking array


def _same_value(a: Array | None, b: Array | None) -> bool:
    if a is None or b is None:
        return a is b
    return a.shape == b.shape and np.array_equal(a, b, equal_nan=True)


@dataclass(frozen=True, slots=True)
class Group:
    """Gates that can be drawn and stepped through as one.

    Attributes:
        name: What the gate is called, an identifier such as σ.
        members: The nodes inside, those of inner groups among them.
        folded: Whether it is drawn as one gate; otherwise its members are drawn.
        joined: Inputs inside that were fed by one node and stay one port of the gate while no
            wire leads there, as those of both exponentials in tanh do.
    """

    name: str
    members: frozenset[NodeId]
    folded: bool = True
    joined: frozenset[frozenset[InputPort]] = frozenset()


@dataclass(frozen=True)
class Graph:
    """A computation as nodes and wires; every edit makes a new graph that shares the rest.

    Groups are a note on the graph, not a part of it: nodes and wires stay as they are, so a group
    computes nothing differently, and taking it away gives back the same graph.
    ``engine.graph.folding`` makes of them the smaller graph that is drawn.

    The mappings are never changed after the graph is made: ``engine.graph.edits`` copies them.

    Attributes:
        nodes: Each node under its id.
        wires: For each wired input port the node whose output it takes.
        target: The node chosen as the result, or None to take the last one.
        groups: The groups; any two have no node in common, or one holds the other.
        given: For a graph that shows a part of another one, what its nodes are called there; None
            for a graph that stands for itself.
    """

    nodes: Mapping[NodeId, Node] = field(default_factory=dict)
    wires: Mapping[InputPort, NodeId] = field(default_factory=dict)
    target: NodeId | None = None
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    given: Mapping[NodeId, str] | None = field(default=None, compare=False, repr=False)

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    def __len__(self) -> int:
        """Count the nodes."""
        return len(self.nodes)

    def inputs_of(self, node: NodeId) -> tuple[NodeId | None, ...]:
        """Return, for each input port of a node, the node wired to it, or None."""
        get = self.wires.get
        # A plain tuple is the same key and made in half the time: this is asked for every node.
        ports = [(node, index) for index in range(self.nodes[node].record.arity)]
        return tuple([get(port) for port in ports])  # type: ignore[call-overload]

    def consumers(self, node: NodeId) -> list[InputPort]:
        """Return the input ports that take this node's output.

        Walks over all wires; for every node at once use ``topology.consumers_by_node``.
        """
        return [port for port, source in self.wires.items() if source == node]

    def sources(self) -> Iterator[NodeId]:
        """Iterate over the nodes that hold values."""
        return (node_id for node_id, node in self.nodes.items() if node.is_source)

    def gates(self) -> Iterator[NodeId]:
        """Iterate over the nodes that compute values."""
        return (node_id for node_id, node in self.nodes.items() if not node.is_source)

    def named(self, name: str) -> NodeId | None:
        """Return the node of that name, or None."""
        for node_id, node in self.nodes.items():
            if node.name == name:
                return node_id
        return None

    @cached_property
    def names(self) -> Mapping[NodeId, str]:
        """What each node is called, by its own name or by one that no other node has.

        Constants that are their number are not in it; see ``engine.graph.gate_names``.
        """
        from engine.graph.gate_names import make_names

        return make_names(self) if self.given is None else self.given

    @property
    def result(self) -> NodeId | None:
        """The node whose gradient is asked: the chosen target, or the last sink in order.

        The sink with the most nodes before it would flicker while one edits; the sink added
        last does not, and it is what one has just built.
        """
        if self.target is not None and self.target in self.nodes:
            return self.target
        feeding = set(self.wires.values())
        sinks = [node_id for node_id in self.nodes if node_id not in feeding]
        gates = [node_id for node_id in sinks if not self.nodes[node_id].is_source]
        return max(gates or sinks, default=None)
