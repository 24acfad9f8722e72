"""A group as one operation: its own forward, vjps and jvps, made of its members' ones."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

import numpy as np

from engine.arrays import Array, Shape
from engine.graph.backward_walk import run_back
from engine.graph.group_patterns import find_pattern
from engine.graph.groups import group_outputs
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.topology import topological_order
from engine.operations.ignoring import Application, Mask
from engine.operations.operation import Call, Operation, Role
from engine.settings import complete


@dataclass(frozen=True, slots=True)
class _Member:
    """A gate inside, and what feeds it."""

    node: NodeId
    inputs: Sequence[NodeId]


@dataclass(frozen=True)
class GroupBody:
    """What is inside a group, seen as a function of the nodes that feed it.

    Attributes:
        graph: The graph that the group belongs to.
        gates: The gates inside, each after those it depends on.
        constants: The value of each constant inside.
        ports: The nodes outside that feed the group, each once, in the order of first use.
        output: The member whose value the group hands on.
    """

    graph: Graph
    gates: tuple[NodeId, ...]
    constants: Mapping[NodeId, Array]
    ports: tuple[NodeId, ...]
    output: NodeId

    @property
    def wires(self) -> tuple[tuple[InputPort, ...], ...]:
        """For each port the wires that come in from its node, in the backward pass's order."""
        return tuple(
            tuple(
                InputPort(gate, index)
                for gate in reversed(self.gates)
                for index, source in enumerate(self.graph.inputs_of(gate))
                if source == port
            )
            for port in self.ports
        )

    def standing_alone(self, shapes: Sequence[Shape]) -> Graph:
        """Return the inside as a graph of its own, with an input of each shape at each port."""
        kept = {*self.gates, *self.constants}
        nodes = {node: self.graph.nodes[node] for node in kept}
        for port, shape in zip(self.ports, shapes, strict=True):
            nodes[port] = Node("input", f"x{port}", np.ones(shape))
        wires = {port: end for port, end in self.graph.wires.items() if port.node in kept}
        return Graph(nodes, wires, self.output)

    def forward(self, *inputs: Array, **_settings: float) -> Array:
        """Compute the group's output from the values at its ports."""
        return self._values(inputs)[self.output]

    def pull_back(
        self, port: int, upstream: Array, _output: Array, *inputs: Array, **_settings: float
    ) -> Array:
        """Return the downstream gradient at a port, by a backward pass through the members.

        The members run in the order in which the whole graph's backward pass runs them, so that
        every number is the same to the last bit.
        """
        values = self._values(inputs)
        source = self.ports[port]
        leading = self._depending_on({source})
        found: dict[NodeId, Array] = {self.output: upstream}
        members = [_Member(gate, self._ends(gate)) for gate in self.gates]

        def shares(member: _Member, arrived: Array) -> list[Array | None]:
            gate = self._applied(member.node, values)
            return [
                np.asarray(vjp(arrived, gate.output, *gate.inputs, **gate.settings))
                if end in leading
                else None
                for end, vjp in zip(member.inputs, gate.operation.vjps, strict=True)
            ]

        run_back(members, found, shares)
        if not self._may_ignore(found[source]):
            return found[source]
        # 0 times an infinite slope: what is ignored inside is left out, which takes other walks.
        masks = self._listening(members, values)

        def heard(member: _Member, arrived: Array) -> list[Array | None]:
            gate = self._applied(member.node, values)
            return [
                gate.pull_back(index, arrived, masks[member.node]) if end in leading else None
                for index, end in enumerate(member.inputs)
            ]

        found = {self.output: upstream}
        run_back(members, found, heard)
        return found[source]

    def push_forward(
        self, port: int, tangent: Array, _output: Array, *inputs: Array, **_settings: float
    ) -> Array:
        """Return the output's tangent, by a forward pass of a port's tangent."""
        values = self._values(inputs)
        source = self.ports[port]
        tangents = {source: tangent}

        def pushed(gate: Application, index: int, end: NodeId) -> Array:
            push = gate.operation.jvps[index]
            return push(tangents[end], gate.output, *gate.inputs, **gate.settings)

        self._push_through(tangents, values, pushed, operator.add)
        if not self._may_ignore(tangents[self.output]):
            return tangents[self.output]
        # As on the way back.
        masks = self._moving(source, values)
        tangents = {source: tangent}
        self._push_through(
            tangents,
            values,
            lambda gate, index, end: gate.push_forward(index, tangents[end], masks[end]),
            operator.add,
        )
        return tangents[self.output]

    def _push_through(
        self,
        found: dict[NodeId, Any],
        values: Mapping[NodeId, Array],
        push: Callable[[Application, int, NodeId], Any],
        add: Callable[[Any, Any], Any],
    ) -> None:
        """Walk through the members, adding to what is known of a port what follows for them.

        Args:
            found: At first what is known of a port, at last that of all that depends on it.
            values: The values inside.
            push: What a member makes of what is found at one of its inputs.
            add: How what comes from two inputs is put together.
        """
        for gate in self.gates:
            application = self._applied(gate, values)
            shares = [
                push(application, index, end)
                for index, end in enumerate(self._ends(gate))
                if end in found
            ]
            if shares:
                found[gate] = np.asarray(reduce(add, shares))

    def _may_ignore(self, found: Array) -> bool:
        """Whether a derivative is no number, and some member may ignore what made it so."""
        is_broken = not np.isfinite(np.array(found, copy=None)).all()
        return is_broken and self.ignores_some

    def _applied(self, gate: NodeId, values: Mapping[NodeId, Array]) -> Application:
        node = self.graph.nodes[gate]
        arguments = [values[end] for end in self._ends(gate)]
        settings = complete(node.record.settings, node.settings)
        return Application(node.record, settings, arguments, values[gate])

    def ignored(self, port: int, *inputs: Array, **_settings: float) -> Mask:
        """Return where the output does not depend on a port, as an operation's ``ignores`` does."""
        values, source = self._values(inputs), self.ports[port]
        if self.is_elementwise:
            return ~self._moving(source, values)[self.output]
        members = [_Member(gate, self._ends(gate)) for gate in self.gates]
        return ~self._listening(members, values)[source]

    def _listening(
        self, members: Sequence[_Member], values: Mapping[NodeId, Array]
    ) -> dict[NodeId, Mask]:
        """Return on which elements of each node inside, and of each port, the output depends."""
        masks: dict[NodeId, Mask] = {self.output: np.ones(np.shape(values[self.output]), bool)}

        def listening(member: _Member, mask: Mask) -> list[Mask]:
            gate = self._applied(member.node, values)
            return [gate.listening(index, mask) for index in range(len(member.inputs))]

        run_back(members, masks, listening, operator.or_)
        return masks

    def _moving(self, source: NodeId, values: Mapping[NodeId, Array]) -> dict[NodeId, Mask]:
        """Return which elements of each node inside move when all of a port does."""
        masks: dict[NodeId, Mask] = {source: np.ones(np.shape(values[source]), bool)}
        self._push_through(
            masks, values, lambda gate, index, end: gate.moving(index, masks[end]), operator.or_
        )
        return masks

    @property
    def is_elementwise(self) -> bool:
        """Whether all members work on each element by itself."""
        return all(it.derivatives is not None for it in self._records())

    @property
    def ignores_some(self) -> bool:
        """Whether some member may ignore an input."""
        return any(it.ignores for it in self._records())

    def _records(self) -> list[Operation]:
        return [self.graph.nodes[gate].record for gate in self.gates]

    def slope(self, port: int, output: Array, *inputs: Array, **_settings: float) -> Array:
        """Return the local gradient at a port of a group that works on each element by itself.

        Each output element depends on one element of the port, so pushing ones through gives
        every entry of the diagonal at once.
        """
        return self.push_forward(port, np.ones(np.shape(inputs[port])), output, *inputs)

    def shape(self, *shapes: Shape) -> Shape:
        """Return the output's shape by the members' rules.

        Raises:
            ShapeError: The shapes do not fit some member.
        """
        return self.shapes(*shapes)[self.output]

    def shapes(self, *shapes: Shape) -> dict[NodeId, Shape]:
        """Return the shapes at the ports and of all members, by the members' rules.

        Raises:
            ShapeError: The shapes do not fit some member.
        """
        known: dict[NodeId, Shape] = dict(zip(self.ports, shapes, strict=True))
        known.update({node: value.shape for node, value in self.constants.items()})
        for gate in self.gates:
            node = self.graph.nodes[gate]
            ends = [known[end] for end in self._ends(gate)]
            known[gate] = node.record.output_shape(ends, node.settings)
        return known

    def _ends(self, gate: NodeId) -> list[NodeId]:
        return [end for end in self.graph.inputs_of(gate) if end is not None]

    def _values(self, inputs: Sequence[Array]) -> dict[NodeId, Array]:
        values = {**self.constants, **dict(zip(self.ports, inputs, strict=True))}
        for gate in self.gates:
            node = self.graph.nodes[gate]
            settings = complete(node.record.settings, node.settings)
            arguments = [values[end] for end in self._ends(gate)]
            values[gate] = np.asarray(node.record.forward(*arguments, **settings))
        return values

    def _depending_on(self, sources: set[NodeId]) -> set[NodeId]:
        found = set(sources)
        for gate in self.gates:
            if not found.isdisjoint(self._ends(gate)):
                found.add(gate)
        return found


def make_body(graph: Graph, members: frozenset[NodeId]) -> GroupBody:
    """Return a group's inside; the members must have passed ``groups.check_whole``."""
    order = [node for node in topological_order(graph) if node in members]
    gates = tuple(node for node in order if not graph.nodes[node].is_source)
    constants = {node: value for node in order if (value := graph.nodes[node].value) is not None}
    ports = dict.fromkeys(
        source
        for gate in gates
        for source in graph.inputs_of(gate)
        if source is not None and source not in members
    )
    return GroupBody(graph, gates, constants, tuple(ports), group_outputs(graph, members)[0])


def make_operation(body: GroupBody, name: str, pattern: Operation | None) -> Operation:
    """Return a group's record, with the local gradient of the pattern that it spells out.

    The vjps and jvps are the members' own, one after the other, so that nothing changes in the
    last bit; the simplified local gradient is for people, and equal but for rounding.
    """
    count = len(body.ports)
    inputs = ("x",) if count == 1 else tuple(f"x{index + 1}" for index in range(count))
    output = body.graph.nodes[body.output].record
    slopes = tuple(partial(body.slope, port) for port in range(len(inputs)))
    local_latex = tuple(rf"\frac{{\partial $y}}{{\partial ${port}}}" for port in inputs)
    arguments = ", ".join(f"${port}" for port in inputs)
    derivatives = slopes if body.is_elementwise else None
    ports = range(len(inputs)) if body.ignores_some else ()
    return Operation(
        name=name,
        title=name,
        symbol=name if pattern is None else pattern.symbol,
        category=output.category,
        role=Role.LOCAL,
        summary="Several gates, grouped into one." if pattern is None else pattern.summary,
        reference="The chain rule" if pattern is None else pattern.reference,
        inputs=inputs,
        forward=body.forward,
        vjps=tuple(partial(body.pull_back, port) for port in range(len(inputs))),
        jvps=tuple(partial(body.push_forward, port) for port in range(len(inputs))),
        derivatives=derivatives if pattern is None else pattern.derivatives,
        ignores=tuple(partial(body.ignored, port) for port in ports),
        shape=body.shape,
        latex=rf"\mathrm{{{name}}}({arguments})" if pattern is None else pattern.latex,
        local_latex=local_latex if pattern is None else pattern.local_latex,
        downstream_latex=(
            tuple(rf"{local} \cdot $g" for local in local_latex)
            if pattern is None
            else pattern.downstream_latex
        ),
        spelling=Call(),
    )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GroupNode(Node):
    """A folded group: a gate whose record is its own and not the table's.

    Attributes:
        members: The nodes inside.
        body: What they compute.
        own_record: The record of the group as one operation.
        pattern: The operation that the group spells out, if it is a known one.
    """

    members: frozenset[NodeId]
    body: GroupBody
    own_record: Operation
    pattern: Operation | None = None

    @property
    def record(self) -> Operation:
        """The group's own record."""
        return self.own_record


def make_node(graph: Graph, members: frozenset[NodeId], name: str) -> GroupNode:
    """Return the gate that a group is drawn as; it keeps the name of the group's output."""
    body = make_body(graph, members)
    pattern = find_pattern(graph, body.output, body.ports[0]) if len(body.ports) == 1 else None
    return GroupNode(
        operation=name,
        name=graph.nodes[body.output].name,
        members=members,
        body=body,
        own_record=make_operation(body, name, pattern),
        pattern=pattern,
    )
