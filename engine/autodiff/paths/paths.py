"""The paths between two nodes, and the gradient as a sum over them.

The chain rule in one line: the gradient of the target with respect to a source is the sum, over all
paths from the source to the target, of the product of the local gradients along the path (Bauer,
Computational graphs and rounding error, 1974). There can be exponentially many paths, so that they
are counted without being listed, and listed one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.influence import applied
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import local_gradients
from engine.errors import EvaluationError
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import consumers_by_node, topological_order


@dataclass(frozen=True, slots=True)
class Path:
    """One way along the wires. Two wires between the same two nodes make two paths.

    Attributes:
        source: Where it begins.
        wires: The wires it takes, each named by the input port that it ends at; none if the source
            is the target.
    """

    source: NodeId
    wires: tuple[InputPort, ...]

    @property
    def nodes(self) -> tuple[NodeId, ...]:
        """The nodes it passes, from the source to the target."""
        return (self.source, *(wire.node for wire in self.wires))


@dataclass(frozen=True, slots=True)
class PathGradient:
    """What one path adds to the gradient.

    Attributes:
        path: The path.
        local: For each wire the elementwise local gradient there, of the shape of the node that it
            leads to; None where the gate's Jacobian is not diagonal.
        gradient: The path's share of the gradient, of the source's shape: the product of the local
            gradients between scalars, and otherwise the product of the Jacobians along the path,
            which is computed by pulling the seed back along it and never built.
    """

    path: Path
    local: tuple[Array | None, ...]
    gradient: Array


def count_paths(graph: Graph, source: NodeId, target: NodeId) -> int:
    """Return the exact number of paths between two nodes, without listing them.

    Each node is reached in as many ways as the nodes that feed it together: one addition for each
    wire. A node has one path to itself, the empty one.
    """
    ways = {source: 1}
    for node in topological_order(graph):
        muted = graph.nodes[node].muted
        found = sum(
            ways.get(end, 0)
            for index, end in enumerate(graph.inputs_of(node))
            if end is not None and muted in (None, index)
        )
        if found:
            ways[node] = found + ways.get(node, 0)
    return ways.get(target, 0)


def paths(graph: Graph, source: NodeId, target: NodeId) -> Iterator[Path]:
    """List the paths between two nodes, one by one and in the order of the wires.

    Only wires that lead to the target are followed, so that each path costs its length, however
    many there are; stop iterating when there are enough.
    """
    leading = leading_wires(graph, source, target)
    if source == target:
        yield Path(source, ())
        return
    wires: list[InputPort] = []
    waiting = [iter(leading.get(source, ()))]
    while waiting:
        wire = next(waiting[-1], None)
        if wire is None:
            waiting.pop()
            if wires:
                wires.pop()
            continue
        wires.append(wire)
        if wire.node == target:
            yield Path(source, tuple(wires))
            wires.pop()
        else:
            waiting.append(iter(leading[wire.node]))


def path_gradients(
    plan: Plan, values: Mapping[NodeId, Array], source: NodeId, target: NodeId
) -> Iterator[PathGradient]:
    """Walk the paths between two nodes with what each adds to the gradient.

    The shares add up to the source's gradient in ``reverse.backward_pass`` with the seed 1.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        source: An input, a parameter, or a gate that depends on one.
        target: The node whose gradient is asked.

    Raises:
        EvaluationError: No gradient flows to the source: it is a constant, or depends on
            constants alone.
        EngineError: The target cannot be computed.
    """
    check_differentiable(plan, source, target)
    instructions = {item.node: item for item in plan.instructions}
    for path in paths(plan.graph, source, target):
        gradient = np.ones_like(values[target])
        heard = np.ones(gradient.shape, bool)
        local: list[Array | None] = []
        for wire in reversed(path.wires):
            item = instructions[wire.node]
            gate = applied(item, values)
            with np.errstate(all="ignore"):
                # Along a path that the target ignores, infinite slopes count for nothing.
                gradient = gate.pull_back(wire.index, gradient, heard)
                heard = gate.listening(wire.index, heard)
                local.append(local_factor(item, values, wire.index))
        yield PathGradient(path, tuple(reversed(local)), gradient)


def local_factor(item: Instruction, values: Mapping[NodeId, Array], index: int) -> Array | None:
    """Return what a gate multiplies with along one wire, of its output's shape.

    Between two numbers that is a number for every gate, one that sums too: a squared error of two
    numbers is a function of numbers like any other. None where it is a matrix and not diagonal.
    """
    local = local_gradients(item, values)[index]
    if local is None and not values[item.node].shape and not values[item.inputs[index]].shape:
        return _pulled_back(item, values, index, np.ones(()))
    return local


def leading_wires(graph: Graph, source: NodeId, target: NodeId) -> dict[NodeId, list[InputPort]]:
    """Return the wires that lie on some path between two nodes, by the node that they leave.

    A muted gate hands on one input only: no path leads through the others.
    """
    consumers = _hearing_ports(graph)
    order = topological_order(graph)
    arriving = {target}
    for node in reversed(order):
        if any(port.node in arriving for port in consumers[node]):
            arriving.add(node)
    leading: dict[NodeId, list[InputPort]] = {}
    reached = {source}
    for node in order:
        if node in reached and node != target:
            wires = sorted(port for port in consumers[node] if port.node in arriving)
            leading[node] = wires
            reached.update(port.node for port in wires)
    return {node: wires for node, wires in leading.items() if wires}


def _hearing_ports(graph: Graph) -> dict[NodeId, list[InputPort]]:
    return {
        node: [port for port in ports if graph.nodes[port.node].muted in (None, port.index)]
        for node, ports in consumers_by_node(graph).items()
    }


def check_differentiable(plan: Plan, source: NodeId, target: NodeId) -> None:
    """Check that a gradient flows to a node.

    Raises:
        EvaluationError: It is a constant, or depends on constants alone, or is not there.
        EngineError: The target cannot be computed.
    """
    plan.check_target(target)
    plan.check_target(source)
    if source not in plan.differentiable:
        node = plan.graph.nodes[source]
        label = node.name or node.record.title
        raise EvaluationError(
            "constant_source",
            f"No gradient is computed for {label}: it is constant. Make it an input to ask for "
            "its gradient.",
            node=label,
        )


def _pulled_back(
    item: Instruction, values: Mapping[NodeId, Array], index: int, upstream: Array
) -> Array:
    inputs = (values[source] for source in item.inputs)
    vjp = item.operation.vjps[index]
    return np.asarray(vjp(upstream, values[item.node], *inputs, **item.settings))
